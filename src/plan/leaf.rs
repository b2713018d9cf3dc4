//! Turns one page of every tree into closed views: bodies shared where they are the same, and what each page adds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::calendar::Calendar;
use super::chrome::ChromeKey;
use super::view::{DatesView, Kind, LinkView, NoticeView};
use super::world::Host;
use super::{Body, World};
use crate::catalog::{PageIx, PlaceIx};
use crate::exchange;
use crate::load::Hash;
use crate::model::{Language, PrintShape, Route, ServiceId};
use crate::resolve::{Tree, TreeIx};

/// A page that each tree may have: a page of Markdown, a service, a list. One implementation for each kind.
pub trait Leaf: Sync + Send + Debug {
    /// The page of Markdown that it is made of, whose edits concern no other leaf as long as its outline stays.
    fn page(&self) -> Option<PageIx> {
        None
    }

    /// Its address below a tree in a language; empty for the tree's home.
    fn path(&self, world: &World<'_>, language: Language) -> String;

    /// What the tree shows there; none where it has no such page.
    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence>;

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w>;

    /// The calendar that lies beside the page.
    fn calendar(&self, _: &Here<'_>) -> Option<Calendar> {
        None
    }

    /// Built once for all trees whose `Presence::content` and language are the same.
    fn body<'w>(&self, here: &Here<'w>) -> Body<'w>;
}

/// What a tree shows for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// A hash of all that the main content is made of, but for the reader's language.
    pub content: Hash,
    /// The language of the main content.
    pub language: Language,
    pub frame: Frame,
}

/// Which layout a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub kind: Kind,
    pub flags: Flags,
}

impl Frame {
    pub fn plain(kind: Kind) -> Self {
        Self { kind, flags: Flags::default() }
    }
}

impl Presence {
    /// Whether both are the same text, so that search engines should know only one of them.
    fn same_content(&self, other: &Self) -> bool {
        self.content == other.content && self.language == other.language
    }
}

/// A leaf in one tree.
#[derive(Clone, Debug)]
pub struct Here<'w> {
    pub world: &'w World<'w>,
    pub ix: TreeIx,
    pub tree: Tree,
    pub presence: Presence,
    /// From the tree's home, so that links made from it are the same in every locality.
    pub local: Route,
}

impl Here<'_> {
    /// A relative link to another page of the same tree, by its path below the tree.
    pub fn link(&self, path: &str) -> String {
        self.local.link_to_path(path)
    }

    pub fn is_foreign(&self) -> bool {
        self.presence.language != self.tree.language
    }
}

/// What a page says around its main content.
#[derive(Clone, Debug)]
pub struct Head<'w> {
    pub title: String,
    pub description: String,
    /// The id of the service that the page is of.
    pub service: Option<&'w ServiceId>,
    /// From the tree's home to the page above this one.
    pub crumbs: Vec<LinkView>,
    pub notices: Vec<NoticeView>,
    pub standard: Option<String>,
    pub easy: Option<String>,
    /// The page's own prints, in both editions: their shapes, and where they are.
    pub prints: Vec<(PrintShape, String)>,
    pub dates: Option<DatesView<'w>>,
}

/// Properties of a page that its layout depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flags {
    pub easy: bool,
    pub sensitive: bool,
    pub noindex: bool,
}

/// All pages of a leaf.
#[derive(Debug)]
pub struct Unit<'w> {
    pub bodies: Vec<Body<'w>>,
    pub pages: Vec<PageView<'w>>,
}

/// One page: its address, its skeleton, its body and its own values.
#[derive(Debug)]
pub struct PageView<'w> {
    pub tree: TreeIx,
    pub route: Route,
    pub chrome: ChromeKey,
    /// Which of the unit's bodies.
    pub body: usize,
    pub head: Head<'w>,
    pub languages: Vec<LanguageLink>,
    pub canonical: String,
    /// The page's own absolute address.
    pub address: String,
    /// The record of its service in open data; empty where there is none.
    pub data: String,
    /// Relative links to the tree's home and to the host's front.
    pub root: String,
    pub site: String,
    /// The main content's language where it is not the page's.
    pub main_language: Option<Language>,
    pub calendar: Option<Calendar>,
}

/// A way to the same page in another language, or, with an empty address, to the page itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    pub language: Language,
    pub href: String,
}

/// The addresses of one page's translations.
pub type Alternates = Arc<[(Language, String)]>;

/// A page that search engines should know, with its real translations in the same locality, itself included.
#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize)]
pub struct SitemapEntry {
    pub url: String,
    /// Which host's sitemap it stands in.
    pub host: Route,
    /// The portal's order of languages; empty where there is only one. Pages of one place share them.
    pub alternates: Alternates,
}

/// A leaf and the trees that have it.
#[derive(Debug)]
pub struct Planned {
    pub leaf: Box<dyn Leaf>,
    pub present: Vec<(TreeIx, Presence)>,
    /// The trees whose pages are published already as they would be made.
    pub stays: BTreeSet<TreeIx>,
}

impl Planned {
    pub fn new(world: &World<'_>, leaf: Box<dyn Leaf>) -> Self {
        let present = world.resolved.all().filter_map(|tree| Some((tree, leaf.presence(world, tree)?))).collect();
        Self { leaf, present, stays: BTreeSet::new() }
    }

    /// The trees whose pages are made.
    pub fn made(&self) -> impl Iterator<Item = &(TreeIx, Presence)> {
        self.present.iter().filter(|(tree, _)| !self.stays.contains(tree))
    }

    /// The skeletons that its pages need.
    pub fn chromes<'a>(&'a self, world: &'a World<'_>) -> impl Iterator<Item = ChromeKey> + 'a {
        self.made().map(|(tree, presence)| chrome_key(world, *tree, presence))
    }
}

fn chrome_key(world: &World<'_>, tree: TreeIx, presence: &Presence) -> ChromeKey {
    let foreign = presence.language != world.tree(tree).language;
    ChromeKey { tree, kind: presence.frame.kind, foreign, flags: presence.frame.flags }
}

/// A leaf in all trees that have it: what its pages know of each other.
#[derive(Debug)]
pub struct Siblings<'p, 'w> {
    planned: &'p Planned,
    heres: Vec<Here<'w>>,
    by_tree: FxHashMap<Tree, usize>,
    routes: Vec<Route>,
    canonicals: Vec<usize>,
}

impl<'p, 'w> Siblings<'p, 'w> {
    pub fn of(world: &'w World<'w>, planned: &'p Planned) -> Self {
        let leaf = &*planned.leaf;
        let heres: Vec<Here<'w>> =
            planned.present.iter().map(|(ix, presence)| here(world, leaf, *ix, *presence)).collect();
        let by_tree: FxHashMap<Tree, usize> = heres.iter().enumerate().map(|(at, here)| (here.tree, at)).collect();
        let routes = heres.iter().map(|here| world.route(here.ix).under(here.local.as_str())).collect();
        let canonicals = heres.iter().map(|here| canonical(world, here, &heres, &by_tree)).collect();
        Self { planned, heres, by_tree, routes, canonicals }
    }

    /// Builds the pages of some trees.
    pub fn unit(&self, is_wanted: impl Fn(TreeIx) -> bool) -> Unit<'w> {
        let leaf = &*self.planned.leaf;
        let mut shared: BTreeMap<(Hash, Language), usize> = BTreeMap::new();
        let mut bodies = Vec::new();
        let mut pages = Vec::with_capacity(self.heres.len());
        for (at, here) in self.heres.iter().enumerate().filter(|(_, here)| is_wanted(here.ix)) {
            let body = *shared.entry((here.presence.content, here.tree.language)).or_insert_with(|| {
                bodies.push(leaf.body(here));
                bodies.len() - 1
            });
            let calendar = leaf.calendar(here);
            pages.push(PageView { calendar, ..page(here, at, (leaf.head(here), body), self) });
        }
        Unit { bodies, pages }
    }

    /// What sitemaps say of the pages of some trees.
    pub fn entries(&self, is_wanted: impl Fn(TreeIx) -> bool) -> Vec<SitemapEntry> {
        let mut entries = Vec::with_capacity(self.heres.len());
        let mut alternates: Option<(PlaceIx, Alternates)> = None;
        for (at, here) in self.heres.iter().enumerate().filter(|(_, here)| is_wanted(here.ix)) {
            let place = here.tree.place;
            let same = alternates.take().filter(|(other, _)| *other == place);
            let (_, shared) = alternates.insert(same.unwrap_or_else(|| (place, self::alternates(here, self))));
            entries.extend(entry(here, at, (self, shared)));
        }
        entries
    }
}

/// A leaf as it stands in a tree that has it.
pub fn here<'w>(world: &'w World<'w>, leaf: &dyn Leaf, ix: TreeIx, presence: Presence) -> Here<'w> {
    let tree = world.tree(ix);
    let local = Route::root().under(&leaf.path(world, tree.language));
    Here { world, ix, tree, presence, local }
}

/// The page that search engines should show for this one: the body's own language, at the highest locality with a site
/// of the same main content.
fn canonical(world: &World<'_>, here: &Here<'_>, heres: &[Here<'_>], by_tree: &FxHashMap<Tree, usize>) -> usize {
    let same = |place| {
        let at = *by_tree.get(&Tree { place, language: here.presence.language })?;
        heres[at].presence.same_content(&here.presence).then_some(at)
    };
    let itself = by_tree[&here.tree];
    world.catalog.places.chain(here.tree.place).filter_map(same).last().unwrap_or(itself)
}

fn page<'w>(here: &Here<'w>, at: usize, (head, body): (Head<'w>, usize), all: &Siblings<'_, 'w>) -> PageView<'w> {
    let world = here.world;
    let route = all.routes[at].clone();
    let host = world.hosts.of(here.tree.place);
    let canonical = all.canonicals[at];
    let canonical_host = world.hosts.of(all.heres[canonical].tree.place);
    let linker = Linker { host, from: &route, kind: here.presence.frame.kind };
    PageView {
        tree: here.ix,
        chrome: chrome_key(world, here.ix, &here.presence),
        body,
        languages: languages(here, all, &linker),
        canonical: canonical_host.url(&all.routes[canonical]),
        address: host.url(&route),
        data: head.service.and_then(|service| data(here, service, &route)).unwrap_or_default(),
        root: linker.link(world.route(here.ix)),
        site: linker.link(&host.folder),
        main_language: here.is_foreign().then_some(here.presence.language),
        calendar: None,
        head,
        route,
    }
}

/// The address of a service's record in the open data, which lies on the portal's own host.
fn data(here: &Here<'_>, service: &ServiceId, from: &Route) -> Option<String> {
    let world = here.world;
    if !world.catalog.portal.open_data {
        return None;
    }
    let file = exchange::record_file(world.catalog, here.tree.language, service)?;
    let main = &world.hosts.list[0];
    let is_here = world.hosts.of(here.tree.place).place == main.place;
    Some(if is_here { from.link_to(&file) } else { main.url(&file) })
}

/// Makes the links around a page: relative, but for a "not found" page, which is shown at any address.
struct Linker<'a> {
    host: &'a Host,
    from: &'a Route,
    kind: Kind,
}

impl Linker<'_> {
    fn link(&self, target: &Route) -> String {
        match self.kind {
            Kind::NotFound => self.host.path(&self.host.inside(target)),
            _ => self.from.link_to(target),
        }
    }
}

fn entry(here: &Here<'_>, at: usize, (all, alternates): (&Siblings<'_, '_>, &Alternates)) -> Option<SitemapEntry> {
    let is_known = all.canonicals[at] == at && !here.is_foreign() && !here.presence.frame.flags.noindex;
    let host = here.world.hosts.of(here.tree.place);
    is_known.then(|| SitemapEntry {
        url: host.url(&all.routes[at]),
        host: host.folder.clone(),
        alternates: alternates.clone(),
    })
}

/// The real translations of a page in one place.
fn alternates(here: &Here<'_>, all: &Siblings<'_, '_>) -> Alternates {
    let world = here.world;
    let place = here.tree.place;
    let host = world.hosts.of(place);
    let url = |&language: &Language| {
        let at = *all.by_tree.get(&Tree { place, language })?;
        let is_own = all.canonicals[at] == at && !all.heres[at].is_foreign();
        is_own.then(|| (language, host.url(&all.routes[at])))
    };
    let alternates: Vec<_> = world.catalog.languages(place).iter().filter_map(url).collect();
    if alternates.len() < 2 { Arc::default() } else { alternates.into() }
}

/// Links to the same page in the place's other languages; to their home where they do not have it.
fn languages(here: &Here<'_>, all: &Siblings<'_, '_>, linker: &Linker<'_>) -> Vec<LanguageLink> {
    let world = here.world;
    let place = here.tree.place;
    let link = |&language: &Language| {
        let href = match all.by_tree.get(&Tree { place, language }) {
            _ if language == here.tree.language => String::new(),
            Some(&other) => linker.link(&all.routes[other]),
            None => linker.link(&crate::resolve::tree_route(world.catalog, Tree { place, language })),
        };
        LanguageLink { language, href }
    };
    world.catalog.languages(place).iter().map(link).collect()
}
