//! Turns the places that have pages of their own into an A to Z, on the pages that are for everywhere.

use std::collections::BTreeMap;

use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::view::{GroupView, IndexBody, Kind, LinkView};
use super::{Body, World};
use crate::load::Hash;
use crate::model::Language;
use crate::resolve::{TreeIx, place_route, tree_route};

/// The A to Z of places.
#[derive(Clone, Copy, Debug)]
pub struct AreasLeaf;

impl Leaf for AreasLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        "areas/".to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let tree = world.tree(tree);
        let has_places = world.catalog.places.sites().len() > 1;
        let frame = Frame::plain(Kind::Areas);
        (world.is_everywhere(tree) && has_places).then(|| Presence {
            content: Hash::of(b"areas"),
            language: tree.language,
            frame,
        })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let title = here.world.words.text(here.tree.language, "areas", &[]);
        super::plain_head(title, super::home_crumb(here))
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let language = here.tree.language;
        let mut places: Vec<LinkView> =
            world.catalog.places.sites().into_iter().skip(1).map(|place| link(here, place)).collect();
        let compare = world.words.compare(language);
        places.sort_by(|a, b| compare(&a.title, &b.title));
        let mut letters: Vec<String> = Vec::new();
        let mut groups: BTreeMap<usize, Vec<LinkView>> = BTreeMap::new();
        for place in places {
            let letter = world.words.initial(language, &place.title);
            let at = letters.iter().position(|known| *known == letter).unwrap_or_else(|| {
                letters.push(letter);
                letters.len() - 1
            });
            groups.entry(at).or_default().push(place);
        }
        Body::Index(Box::new(IndexBody {
            s: world.strings(language),
            kind: Kind::Areas,
            title: world.words.text(language, "areas", &[]),
            summary: Some(world.words.text(language, "areas-explained", &[])),
            groups: groups.into_iter().map(|(at, links)| GroupView { title: letters[at].clone(), links }).collect(),
        }))
    }
}

/// To the place in the reader's language, or to its choice of languages where it is not published in that.
fn link(here: &Here<'_>, place: crate::catalog::PlaceIx) -> LinkView {
    let world = here.world;
    let name = world.place_name(here.tree, place);
    let own = world.resolved.find(place, here.tree.language).map(|tree| world.route(tree).clone());
    let target = own.unwrap_or_else(|| place_route(world.catalog, place));
    let host = world.hosts.of(place);
    let from = tree_route(world.catalog, here.tree).under(here.local.as_str());
    let href = if host.place == world.hosts.list[0].place { from.link_to(&target) } else { host.url(&target) };
    LinkView { title: name.text, href, lang: name.lang, dir: name.dir, ..LinkView::default() }
}
