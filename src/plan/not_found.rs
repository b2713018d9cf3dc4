//! Turns a missing page into words and ways on, in each language of the portal.

use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::view::Kind;
use super::view::NotFoundBody;
use super::{Body, World};
use crate::load::Hash;
use crate::model::Language;
use crate::resolve::{TreeIx, tree_route};

/// `404.html` of a language. It is shown at any address, so its links count from the host's root.
#[derive(Clone, Copy, Debug)]
pub struct NotFoundLeaf;

impl Leaf for NotFoundLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        "404.html".to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let tree = world.tree(tree);
        let at_host_front = world.hosts.list.iter().any(|host| host.place == tree.place);
        let frame = Frame { kind: Kind::NotFound, flags: Flags { noindex: true, ..Flags::default() } };
        at_host_front.then(|| Presence { content: Hash::of(b"404"), language: tree.language, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let title = here.world.words.text(here.tree.language, "not-found", &[]);
        super::plain_head(title, Vec::new())
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let host = world.hosts.of(here.tree.place);
        let home = host.inside(&tree_route(world.catalog, here.tree));
        let areas = super::areas::AreasLeaf.presence(world, here.ix).map(|_| host.path(&home.join("areas")));
        Body::NotFound(NotFoundBody { s: world.strings(here.tree.language), home: host.path(&home), areas })
    }
}
