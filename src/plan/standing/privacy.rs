//! Turns what a tree has that could keep or send anything into the page that says what is kept, and what is not.

use super::super::World;
use super::super::chrome::publisher;
use super::super::leaf::Here;
use super::super::view::{LinkView, PrivacyBody};
use crate::load::Hasher;
use crate::model::Edition;
use crate::resolve::TreeIx;

pub const COMMISSIONER: &str = "https://ico.org.uk/make-a-complaint/";

/// What a tree has: a shortlist, a search, a finder, sensitive pages.
fn has(world: &World<'_>, tree: TreeIx) -> [bool; 4] {
    let is_sensitive =
        |page| world.shown(tree, page, Edition::Standard).is_some_and(|(_, document)| document.front.sensitive);
    let areas = world.catalog.places.sites().len() > 1;
    [
        world.directory.has_any(tree),
        world.findable.has_any(world, tree),
        areas && world.postcodes.cut(world.catalog).is_some(),
        world.catalog.pages.all().any(is_sensitive),
    ]
}

pub fn digest(world: &World<'_>, tree: TreeIx, state: &mut Hasher) {
    state.update(b"privacy");
    state.update(&has(world, tree).map(u8::from));
    state.update(publisher(world, world.tree(tree)).text.as_bytes());
}

pub fn body<'w>(here: &Here<'w>, title: String) -> PrivacyBody<'w> {
    let world = here.world;
    let language = here.tree.language;
    let [shortlist, search, finder, sensitive] = has(world, here.ix);
    let who = publisher(world, here.tree).text;
    PrivacyBody {
        s: world.strings(language),
        title,
        shortlist,
        search,
        finder,
        sensitive,
        told: world.words.text(language, "privacy-told", &[("who", who.as_str().into())]),
        commissioner: LinkView {
            title: world.words.text(language, "privacy-commissioner", &[]),
            href: COMMISSIONER.to_owned(),
            ..LinkView::default()
        },
    }
}
