//! Turns the services of a tree into lists: all, by topic, audience and place, in pages of a hundred.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::directory::{Field, List, ListKey, ServiceHere, base_language, text};
use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::view::{GroupView, Kind, LinkView, ServiceCard, ServicesBody};
use super::{Body, World};
use crate::catalog::PlaceIx;
use crate::load::{Hash, Hasher};
use crate::model::{AudienceId, Language, Localized, Route, ServiceId, Status};
use crate::resolve::{Tree, TreeIx, scope};

/// Entries on one page of a list.
pub const PER_PAGE: usize = 100;

/// One page of a list of services.
#[derive(Clone, Debug)]
pub struct ListLeaf {
    pub key: ListKey,
    /// Counted from 1.
    pub number: usize,
    /// What all pages of the list share in each tree: a long list is gone through once, not for each page.
    shared: Arc<[Shared]>,
}

/// What the pages of a list in one tree share.
#[derive(Debug)]
struct Shared {
    content: Hash,
    /// How many of its services have each trait.
    counts: OnceLock<Vec<usize>>,
}

/// The main content of one page of a list.
#[derive(Clone, Debug)]
pub struct ServiceList<'w> {
    pub language: Language,
    /// Without its cards.
    pub view: ServicesBody<'w>,
    pub services: Vec<ServiceCard>,
}

pub fn service_path(id: &ServiceId) -> String {
    ["services/", id.as_str(), "/"].concat()
}

/// The address of a page of a list, below a tree.
pub fn list_path(world: &World<'_>, key: &ListKey, number: usize) -> String {
    let place = |place: &PlaceIx| world.catalog.places.get(*place).id.clone();
    let list = match key {
        ListKey::All => "services/".to_owned(),
        ListKey::Topic(topic) => format!("services/topic/{topic}/"),
        ListKey::Audience(audience) => format!("services/for/{audience}/"),
        ListKey::Place(at) => format!("services/place/{}/", place(at)),
        ListKey::TopicPlace(topic, at) => format!("services/topic/{topic}/place/{}/", place(at)),
    };
    if number == 1 { list } else { format!("{list}page/{number}/") }
}

/// Every list that any tree may have, and how many pages it has at most.
pub fn leaves(world: &World<'_>) -> Vec<ListLeaf> {
    let catalog = world.catalog;
    let topics = || catalog.topics.iter().map(|topic| topic.id.clone());
    let places = || catalog.places.all().filter(|&place| place != catalog.places.root());
    let keys = std::iter::once(ListKey::All)
        .chain(topics().map(ListKey::Topic))
        .chain(catalog.audiences.iter().map(|audience| ListKey::Audience(audience.id.clone())))
        .chain(places().map(ListKey::Place))
        .chain(topics().flat_map(|topic| places().map(move |place| ListKey::TopicPlace(topic.clone(), place))));
    let lists: Vec<Vec<ListLeaf>> = keys.collect::<Vec<_>>().into_par_iter().map(|key| pages_of(world, &key)).collect();
    lists.into_iter().flatten().collect()
}

/// Every page that a list has in any tree.
fn pages_of(world: &World<'_>, key: &ListKey) -> Vec<ListLeaf> {
    let lists = || world.resolved.all().map(|tree| (tree, world.directory.list(tree, key)));
    let longest = lists().map(|(_, list)| list.len()).max().unwrap_or(0);
    if longest == 0 {
        return Vec::new();
    }
    let shared: Arc<[Shared]> = lists()
        .map(|(tree, list)| Shared { content: content(world, (tree, key), list), counts: OnceLock::new() })
        .collect();
    let page = |number| ListLeaf { key: key.clone(), number, shared: shared.clone() };
    (1..=longest.div_ceil(PER_PAGE)).map(page).collect()
}

/// All that the pages of a list are made of.
fn content(world: &World<'_>, (tree, key): (TreeIx, &ListKey), services: List<'_, '_>) -> Hash {
    let mut hasher = Hasher::default();
    let place = world.tree(tree).place;
    for here in services.iter() {
        hasher.update(&here.ix.0.to_le_bytes());
        hasher.update(here.entry.place.file.as_bytes());
        hasher.update(&[u8::from(wider(world, here, place).is_some())]);
    }
    if *key == ListKey::All {
        // The list of all also offers the places inside the tree's own.
        let inside = world.catalog.places.all().filter(|&other| {
            world.catalog.places.contains(place, other)
                && services.iter().any(|here| scope::serves(world.catalog, &here.entry.area, other))
        });
        for other in inside {
            hasher.update(&other.0.to_le_bytes());
        }
    }
    if let ListKey::Topic(_) = key {
        hasher.update(&place.0.to_le_bytes());
    }
    hasher.hash()
}

/// The name of a list: "Services", a topic, an audience, a place, or a topic in a place.
pub fn title(world: &World<'_>, tree: Tree, key: &ListKey) -> String {
    let language = tree.language;
    let catalog = world.catalog;
    let name = |name: Option<&Localized>| name.map(|name| world.text(tree, name).text).unwrap_or_default();
    match key {
        ListKey::All => world.words.text(language, "services", &[]),
        ListKey::Topic(topic) => {
            let topic = name(catalog.topic(topic).map(|topic| &topic.name));
            world.words.text(language, "services-about", &[("topic", topic.as_str().into())])
        }
        ListKey::Audience(audience) => {
            let audience = name(catalog.audience(audience).map(|audience| &audience.name));
            world.words.text(language, "services-for", &[("audience", audience.as_str().into())])
        }
        ListKey::Place(place) => {
            let place = world.place_name(tree, *place).text;
            world.words.text(language, "services-in", &[("place", place.as_str().into())])
        }
        ListKey::TopicPlace(topic, place) => {
            let topic = name(catalog.topic(topic).map(|topic| &topic.name));
            let place = world.place_name(tree, *place).text;
            let args = [("topic", topic.as_str().into()), ("place", place.as_str().into())];
            world.words.text(language, "place-and-topic", &args)
        }
    }
}

/// Makes the cards of one list.
pub struct Cards<'a, 'w> {
    world: &'a World<'w>,
    tree: Tree,
    /// The page that the list stands on.
    from: &'a Route,
    chain: Vec<Language>,
    base: Language,
}

impl<'a, 'w> Cards<'a, 'w> {
    pub fn new(world: &'a World<'w>, tree: Tree, from: &'a Route) -> Self {
        let chain = world.catalog.chain(tree.place, tree.language);
        Self { world, tree, from, chain, base: base_language(world.catalog) }
    }

    /// A service as lists show it.
    pub fn card(&self, here: &ServiceHere<'_>) -> ServiceCard {
        let Self { world, tree, .. } = *self;
        let service = &here.entry.parsed.service;
        let said = |field| {
            let (text, language) = text(service, self.base, &self.chain, field).unwrap_or_default_in(self.base);
            world.marked(tree.language, text, Some(language))
        };
        let organisation = world.catalog.organisations.get(&world.catalog.places, tree.place, &service.org);
        let phone = world.directory.phone(here.record);
        ServiceCard {
            href: self.from.link_to_path(&service_path(world.directory.id(here.ix))),
            name: said(Field::Name),
            summary: said(Field::Summary),
            phone: phone.map(|phone| phone.national.clone()),
            tel: phone.map(|phone| phone.tel.clone()),
            organisation: organisation.map_or_else(String::new, |(_, org)| world.text(tree, &org.value.name).text),
            paused: service.status == Status::Paused,
            discreet: service.venues.iter().any(|venue| venue.address.is_some()),
            wider: None,
            found_by: None,
        }
    }
}

/// A text that every record has, for the impossible case that it has none.
trait OrNothing<'a> {
    fn unwrap_or_default_in(self, language: Language) -> (&'a str, Language);
}

impl<'a> OrNothing<'a> for Option<(&'a str, Language)> {
    fn unwrap_or_default_in(self, language: Language) -> (&'a str, Language) {
        self.unwrap_or(("", language))
    }
}

/// Lists of no more pages than these link to all of them from each.
const FEW_PAGES: usize = 20;

/// Whether a page of a list links to another: to its neighbours, the first and the last, and in wider and wider steps to
/// those between, so that each is a few links away and no page is made of links alone.
fn is_offered(number: usize, from: usize, count: usize) -> bool {
    let far = number.abs_diff(from);
    count <= FEW_PAGES
        || number == 1
        || number == count
        || far <= 3
        || (number.is_multiple_of(10) && far <= 50)
        || number.is_multiple_of(100)
}

impl ListLeaf {
    fn services<'a, 'w>(&self, world: &'a World<'w>, tree: TreeIx) -> List<'a, 'w> {
        world.directory.list(tree, &self.key)
    }

    /// Links to the list's pages; none if there is only one.
    fn pages(&self, here: &Here<'_>, entries: usize) -> Vec<LinkView> {
        let count = entries.div_ceil(PER_PAGE);
        if count < 2 {
            return Vec::new();
        }
        let link = |number: usize| LinkView {
            title: number.to_string(),
            href: here.link(&list_path(here.world, &self.key, number)),
            current: number == self.number,
            ..LinkView::default()
        };
        (1..=count).filter(|&number| is_offered(number, self.number, count)).map(link).collect()
    }

    /// Ways to a shorter list: topics, audiences and places that have services here.
    fn groups(&self, here: &Here<'_>) -> Vec<GroupView> {
        let world = here.world;
        let catalog = world.catalog;
        let keys: [(&str, Vec<ListKey>); 3] = match &self.key {
            ListKey::All => [
                ("services-by-topic", catalog.topics.iter().map(|topic| ListKey::Topic(topic.id.clone())).collect()),
                (
                    "services-by-audience",
                    catalog.audiences.iter().map(|who| ListKey::Audience(who.id.clone())).collect(),
                ),
                ("services-by-place", catalog.places.all().map(ListKey::Place).collect()),
            ],
            ListKey::Topic(topic) => [
                ("", Vec::new()),
                ("", Vec::new()),
                (
                    "services-by-place",
                    catalog.places.all().map(|place| ListKey::TopicPlace(topic.clone(), place)).collect(),
                ),
            ],
            ListKey::Place(place) => [
                (
                    "services-by-topic",
                    catalog.topics.iter().map(|topic| ListKey::TopicPlace(topic.id.clone(), *place)).collect(),
                ),
                ("", Vec::new()),
                ("", Vec::new()),
            ],
            ListKey::Audience(_) | ListKey::TopicPlace(..) => return Vec::new(),
        };
        let group = |(title, keys): (&str, Vec<ListKey>)| {
            let links: Vec<_> =
                keys.iter().filter(|key| has(world, here.ix, key)).map(|key| short_link(here, key)).collect();
            (!links.is_empty()).then(|| GroupView { title: world.words.text(here.tree.language, title, &[]), links })
        };
        keys.into_iter().filter_map(group).collect()
    }
}

/// The place that a service is for, where that holds the list's own place and more.
fn wider(world: &World<'_>, here: &ServiceHere<'_>, place: PlaceIx) -> Option<PlaceIx> {
    let area = &here.entry.area;
    let is_own = area.iter().any(|&at| world.catalog.places.contains(place, at));
    if is_own { None } else { area.first().copied() }
}

/// Whether a tree has a list with anything in it.
pub fn has(world: &World<'_>, tree: TreeIx, key: &ListKey) -> bool {
    !world.directory.list(tree, key).is_empty()
}

/// The audiences that have services in a tree.
pub fn audiences<'w>(world: &World<'w>, tree: TreeIx) -> Vec<&'w AudienceId> {
    let all = world.catalog.audiences.iter().map(|audience| &audience.id);
    all.filter(|audience| has(world, tree, &ListKey::Audience((*audience).clone()))).collect()
}

/// Links to the services for each of them.
pub fn audience_links(here: &Here<'_>) -> Vec<LinkView> {
    let audiences = audiences(here.world, here.ix).into_iter();
    audiences.map(|audience| short_link(here, &ListKey::Audience(audience.clone()))).collect()
}

/// A link to a list by what tells it from its siblings: the topic's, audience's or place's name alone.
fn short_link(here: &Here<'_>, key: &ListKey) -> LinkView {
    let world = here.world;
    let catalog = world.catalog;
    let name = match key {
        ListKey::Topic(topic) => catalog.topic(topic).map(|topic| &topic.name),
        ListKey::TopicPlace(topic, place) => match here.local.as_str().starts_with("services/topic/") {
            true => Some(&catalog.places.get(*place).name),
            false => catalog.topic(topic).map(|topic| &topic.name),
        },
        ListKey::Audience(audience) => catalog.audience(audience).map(|audience| &audience.name),
        ListKey::Place(place) => Some(&catalog.places.get(*place).name),
        ListKey::All => None,
    };
    let name = name.map(|name| world.text(here.tree, name)).unwrap_or_default();
    LinkView {
        title: name.text,
        href: here.link(&list_path(world, key, 1)),
        lang: name.lang,
        dir: name.dir,
        ..LinkView::default()
    }
}

impl Leaf for ListLeaf {
    fn path(&self, world: &World<'_>, _: Language) -> String {
        list_path(world, &self.key, self.number)
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let services = self.services(world, tree);
        if services.len() <= (self.number - 1) * PER_PAGE {
            return None;
        }
        let content = self.shared[tree.0 as usize].content;
        Some(Presence { content, language: world.tree(tree).language, frame: Frame::plain(Kind::List) })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let world = here.world;
        let title = title(world, here.tree, &self.key);
        let mut crumbs = super::home_crumb(here);
        if self.key != ListKey::All {
            crumbs.push(super::services_crumb(here));
        }
        let of = self.services(world, here.ix).len().div_ceil(PER_PAGE);
        let title = if of > 1 {
            let args = [("title", title.as_str().into()), ("page", self.number.into()), ("pages", of.into())];
            world.words.text(here.tree.language, "title-page-of", &args)
        } else {
            title
        };
        super::plain_head(title, crumbs)
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let services = self.services(world, here.ix);
        let shown = services.page(self.number, PER_PAGE);
        let language = here.tree.language;
        let view = ServicesBody {
            s: world.strings(language),
            title: title(world, here.tree, &self.key),
            summary: None,
            count: world.words.text(language, "services-count", &[("count", services.len().into())]),
            cards: String::new(),
            pages: self.pages(here, services.len()),
            groups: if self.number == 1 { self.groups(here) } else { Vec::new() },
            filters: Vec::new(),
        };
        let traits = world.directory.traits();
        let counts = self.shared[here.ix.0 as usize].counts.get_or_init(|| traits.counts(services));
        let choices = traits.choices(world, (counts, services.len()), language);
        let cards = Cards::new(world, here.tree, &here.local);
        let card = |service: &ServiceHere<'_>| ServiceCard {
            wider: wider(world, service, here.tree.place).map(|area| world.place_name(here.tree, area).text),
            found_by: traits.found_by(service.record, &choices),
            ..cards.card(service)
        };
        let services = shown.iter().map(card).collect();
        let filters = if self.number == 1 { choices.filters } else { Vec::new() };
        let view = ServicesBody { filters, ..view };
        Body::Services(Box::new(ServiceList { language, view, services }))
    }
}
