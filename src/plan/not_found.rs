//! Turns a missing page into words and ways on, in each language of the portal.

use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::view::Kind;
use super::view::NotFoundBody;
use super::{Body, World, chrome};
use crate::load::{Hash, Hasher};
use crate::model::{Language, Route};
use crate::resolve::{Tree, TreeIx, tree_route};

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
        at_host_front.then(|| Presence { content: Ways::on(world, tree).hash(), language: tree.language, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let title = here.world.words.text(here.tree.language, "not-found", &[]);
        super::plain_head(title, Vec::new())
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let Ways { home, areas } = Ways::on(here.world, here.tree);
        Body::NotFound(NotFoundBody { s: here.world.strings(here.tree.language), home, areas })
    }
}

/// Where a lost reader may go: another host has others.
struct Ways {
    home: String,
    areas: Option<String>,
}

impl Ways {
    fn on(world: &World<'_>, tree: Tree) -> Self {
        let host = world.hosts.of(tree.place);
        let home = host.path(&host.inside(&tree_route(world.catalog, tree)));
        let areas = chrome::areas(world, tree).map(|areas| match areas.elsewhere {
            true => areas.href,
            false => host.path(&Route::root().under(&areas.href)),
        });
        Self { home, areas }
    }

    fn hash(&self) -> Hash {
        use std::hash::Hash as _;
        let mut hasher = Hasher::default();
        (&self.home, &self.areas).hash(&mut hasher);
        hasher.hash()
    }
}
