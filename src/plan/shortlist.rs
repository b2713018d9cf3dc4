//! Turns the services that a reader keeps into a page of every tree that has services; a script on it fills it in.

use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::view::{Kind, ShortlistBody};
use super::{Body, World};
use crate::load::Hash;
use crate::model::Language;
use crate::resolve::TreeIx;

/// Where it lies below a tree.
const PATH: &str = "shortlist/";

/// The page of what a reader keeps.
#[derive(Clone, Copy, Debug)]
pub struct ShortlistLeaf;

impl Leaf for ShortlistLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        PATH.to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let frame = Frame { kind: Kind::Shortlist, flags: Flags { noindex: true, ..Flags::default() } };
        let language = world.tree(tree).language;
        world.directory.has_any(tree).then(|| Presence { content: Hash::of(b"shortlist"), language, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let mut crumbs = super::home_crumb(here);
        crumbs.push(super::services_crumb(here));
        super::plain_head(here.world.words.text(here.tree.language, "shortlist", &[]), crumbs)
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let language = here.tree.language;
        Body::Shortlist(ShortlistBody {
            s: here.world.strings(language),
            title: here.world.words.text(language, "shortlist", &[]),
            services: here.link("services/"),
        })
    }
}
