//! Turns the places that have pages of their own into an A to Z and a list of postcodes, on the pages for everywhere.

use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::view::{AreaView, AreasBody, Kind, LetterView, LinkView, OutwardBody, OutwardView};
use super::{Body, World};
use crate::catalog::PlaceIx;
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
        let mut letters: Vec<LetterView> = Vec::new();
        for (place, link) in places(here) {
            let title = world.words.initial(language, &link.title);
            let area = AreaView { id: world.catalog.places.get(place).id.to_string(), link };
            match letters.iter_mut().find(|letter| letter.title == title) {
                Some(letter) => letter.places.push(area),
                None => letters.push(LetterView { title, places: vec![area] }),
            }
        }
        let cut = world.postcodes.cut(world.catalog);
        Body::Areas(Box::new(AreasBody {
            s: world.strings(language),
            title: world.words.text(language, "areas", &[]),
            summary: world.words.text(language, "areas-explained", &[]),
            table: cut.map(|cut| world.hosts.list[0].path(&cut.route)),
            postcodes: here.link(OUTWARD),
            letters,
        }))
    }
}

/// The first halves of the postcodes of each place.
#[derive(Clone, Copy, Debug)]
pub struct OutwardLeaf;

const OUTWARD: &str = "areas/postcodes/";

impl Leaf for OutwardLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        OUTWARD.to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let above = AreasLeaf.presence(world, tree)?;
        world.postcodes.cut(world.catalog).map(|_| Presence { content: Hash::of(b"postcodes"), ..above })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let language = here.tree.language;
        let title = |id| here.world.words.text(language, id, &[]);
        let mut crumbs = super::home_crumb(here);
        crumbs.push(LinkView { title: title("areas"), href: here.link("areas/"), ..LinkView::default() });
        super::plain_head(title("postcodes"), crumbs)
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let language = here.tree.language;
        let cut = world.postcodes.cut(world.catalog);
        let one = |(place, link)| {
            let codes = cut.map(|cut| cut.table.outward_codes(place)).unwrap_or_default();
            OutwardView { link, whole: codes.whole.join(", "), part: codes.part.join(", ") }
        };
        let has_codes = |view: &OutwardView| !view.whole.is_empty() || !view.part.is_empty();
        Body::Outward(Box::new(OutwardBody {
            s: world.strings(language),
            title: world.words.text(language, "postcodes", &[]),
            summary: world.words.text(language, "postcodes-explained", &[]),
            places: places(here).into_iter().map(one).filter(has_codes).collect(),
        }))
    }
}

/// The places that have pages of their own, sorted by name as their readers sort.
fn places(here: &Here<'_>) -> Vec<(PlaceIx, LinkView)> {
    let sites = here.world.catalog.places.sites().into_iter().skip(1);
    let mut places: Vec<_> = sites.map(|place| (place, link(here, place))).collect();
    let compare = here.world.words.compare(here.tree.language);
    places.sort_by(|(_, a), (_, b)| compare(&a.title, &b.title));
    places
}

/// To the place in the reader's language, or to its choice of languages where it is not published in that.
fn link(here: &Here<'_>, place: PlaceIx) -> LinkView {
    let world = here.world;
    let name = world.place_name(here.tree, place);
    let own = world.resolved.find(place, here.tree.language).map(|tree| world.route(tree).clone());
    let target = own.unwrap_or_else(|| place_route(world.catalog, place));
    let host = world.hosts.of(place);
    let from = tree_route(world.catalog, here.tree).under(here.local.as_str());
    let href = if host.place == world.hosts.list[0].place { from.link_to(&target) } else { host.url(&target) };
    LinkView { title: name.text, href, lang: name.lang, dir: name.dir, ..LinkView::default() }
}
