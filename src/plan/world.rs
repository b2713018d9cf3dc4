//! Turns catalog, choices and words into what views are built from.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Postcodes;
use super::directory::Directory;
use super::prints::Prints;
use super::search::Findable;
use super::view::{DateView, Strings, TextView};
use crate::catalog::{Catalog, PageIx, PlaceIx};
use crate::model::{BaseUrl, Edition, Language, Localized, Route, Schedule, bidi};
use crate::parse::Document;
use crate::resolve::{Choice, Moment, Resolved, StaleTranslations, Tree, TreeIx, Words, place_route};

/// Everything that a view may be built from. It is complete before the first view is, and never changes after.
pub struct World<'a> {
    pub catalog: &'a Catalog,
    pub words: &'a Words,
    pub resolved: &'a Resolved,
    pub moment: Moment,
    pub directory: Directory<'a>,
    pub findable: Findable,
    /// The interface strings of each language, ready for templates.
    pub strings: BTreeMap<Language, OnceLock<Strings>>,
    pub assets: Assets,
    pub hosts: Hosts,
    pub times: Times,
    pub postcodes: &'a Postcodes,
    pub stale: StaleTranslations,
    pub prints: Prints,
}

/// Opening times in the words of each language. Many services keep the same hours, so each is said once; of a language
/// that nobody asks for, none is.
#[derive(Debug, Default)]
pub struct Times(FxHashMap<Language, OnceLock<FxHashMap<Schedule, String>>>);

impl Times {
    pub fn new(catalog: &Catalog) -> Self {
        Self(catalog.portal.languages.iter().map(|&language| (language, OnceLock::new())).collect())
    }
}

/// The addresses of the theme's files, from the front of a host.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub stylesheet: Route,
    pub icon: Option<Route>,
    /// The icon of sensitive pages, which tells nobody what they are about.
    pub plain_icon: Option<Route>,
    pub script: Option<Route>,
    /// The script of the search, which no other page loads.
    pub search: Option<Route>,
    /// Scripts of single kinds of pages, by their names in the theme: `finder.js`.
    pub scripts: BTreeMap<&'static str, Route>,
    pub logo: Option<Route>,
    /// Pictures and images by their path in the portal.
    pub images: BTreeMap<String, ImageAsset>,
}

/// An image as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ImageAsset {
    pub route: Route,
    /// In CSS pixels; none for drawings without a size of their own.
    pub size: Option<(u32, u32)>,
}

/// A host with its own front page, assets and sitemap: the portal's, and that of each locality with a `base_url`.
#[derive(Clone, Debug)]
pub struct Host {
    pub base: BaseUrl,
    /// Where its files lie in the output folder.
    pub folder: Route,
    /// Its front: the root for the portal's own host.
    pub place: PlaceIx,
}

/// The portal's host first, then those of localities.
#[derive(Clone, Debug)]
pub struct Hosts {
    pub list: Vec<Host>,
    by_place: BTreeMap<PlaceIx, usize>,
}

impl Hosts {
    pub fn build(catalog: &Catalog) -> Self {
        let root = catalog.places.root();
        let main = Host { base: catalog.portal.base_url.clone(), folder: Route::root(), place: root };
        let mut hosts = Self { list: vec![main], by_place: BTreeMap::new() };
        for place in catalog.places.sites() {
            if let (Some(base), true) = (catalog.places.get(place).base_url.clone(), place != root) {
                hosts.by_place.insert(place, hosts.list.len());
                hosts.list.push(Host { base, folder: place_route(catalog, place), place });
            }
        }
        hosts
    }

    /// The host that a place's pages are on.
    pub fn of(&self, place: PlaceIx) -> &Host {
        &self.list[self.by_place.get(&place).copied().unwrap_or(0)]
    }
}

impl Host {
    /// The absolute address of an output that lies in this host's folder.
    pub fn url(&self, route: &Route) -> String {
        self.base.url(&self.inside(route))
    }

    /// An output's address from this host's front.
    pub fn inside(&self, route: &Route) -> Route {
        route.without(&self.folder)
    }

    /// The path, from the host's root, of a file named from this host's front.
    pub fn path(&self, file: &Route) -> String {
        self.base.path(file)
    }
}

impl std::fmt::Debug for World<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World").field("moment", &self.moment).finish_non_exhaustive()
    }
}

impl<'a> World<'a> {
    pub fn strings(&self, language: Language) -> &Strings {
        let strings = self.strings.get(&language).expect("every language of the portal has strings");
        strings.get_or_init(|| Strings::from_serializable(&*self.words.table(language)))
    }

    pub fn tree(&self, tree: TreeIx) -> Tree {
        self.resolved.tree(tree)
    }

    pub fn route(&self, tree: TreeIx) -> &Route {
        self.resolved.route(tree)
    }

    /// The document that a tree shows for a page.
    pub fn shown(&self, tree: TreeIx, page: PageIx, edition: Edition) -> Option<(Choice, &'a Document)> {
        let choice = self.resolved.choice(tree, page, edition)?;
        Some((choice, self.catalog.document(choice.doc)))
    }

    /// A text in the best language for a tree, marked where that is not the tree's own.
    pub fn text(&self, tree: Tree, text: &Localized) -> TextView {
        let all = self.catalog.in_turn(tree.place, tree.language).chain(self.catalog.portal.languages.iter().copied());
        let (text, language) = text.get(all).unwrap_or(("", None));
        self.marked(tree.language, text, language)
    }

    /// A text with its language, where that is not the reader's; its numbers keep their order.
    pub fn marked(&self, reader: Language, text: &str, language: Option<Language>) -> TextView {
        let other = language.filter(|language| *language != reader);
        let text = bidi::isolated(text, language.unwrap_or(reader).direction());
        TextView { text: text.into_owned(), lang: other, dir: other.map(Language::direction) }
    }

    /// A service's schedule in words.
    pub fn times(&self, language: Language, schedule: &Schedule) -> &str {
        let times = self.times.0.get(&language).expect("times are said in the languages of the portal");
        let said = times.get_or_init(|| all_times(self.catalog, self.words, language));
        said.get(schedule).expect("the times of every service are said")
    }

    pub fn date(&self, language: Language, date: Date) -> DateView {
        DateView { text: self.words.date(language, date), iso: date.to_string() }
    }

    /// A place's name for readers of a tree.
    pub fn place_name(&self, tree: Tree, place: PlaceIx) -> TextView {
        self.text(tree, &self.catalog.places.get(place).name)
    }

    /// Whether a tree is a language of the whole portal rather than of one locality.
    pub fn is_everywhere(&self, tree: Tree) -> bool {
        tree.place == self.catalog.places.root()
    }
}

/// The times of all services in a language.
fn all_times(catalog: &Catalog, words: &Words, language: Language) -> FxHashMap<Schedule, String> {
    let mut times = FxHashMap::default();
    for (_, _, entry) in catalog.services.all() {
        for schedule in &entry.parsed.service.when {
            if !times.contains_key(schedule) {
                times.insert(schedule.clone(), words.schedule(language, schedule));
            }
        }
    }
    times
}
