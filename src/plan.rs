//! Turns all variants into a plan: every output with its address and what its closed view is built from.

pub mod areas;
pub mod calendar;
pub mod chrome;
pub mod directory;
pub mod fill;
mod images;
pub mod home;
pub mod leaf;
pub mod lists;
pub mod not_found;
mod outputs;
pub mod page;
pub mod search;
mod postcodes;
pub mod print_list;
pub mod print_page;
pub mod prints;
pub mod service;
mod linked;
pub mod shortlist;
mod site;
pub mod standing;
mod traits;
pub mod topics;
pub mod view;
mod world;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{DocIx, PageIx};
use crate::diag::{Diagnosed, Finding};
use crate::model::{Edition, StandingPage};
use crate::resolve::depends_on;

pub use chrome::{ChromeKey, SCRIPTS, scripts};
pub use images::{ImagePlan, image_sources, images};
pub use leaf::{Alternates, Here, LanguageLink, Leaf, PageView, Planned, Siblings, SitemapEntry, Unit};
pub use postcodes::{Cut, Postcodes};
pub use site::{Alone, Reach, Redirect, chooser_view, redirects};
pub use world::{Assets, Host, Hosts, ImageAsset, Times, World};

use prints::{Print, PrintSource};
use view::{
    AreasBody, ChangesBody, IndexBody, LinkView, NotFoundBody, OutwardBody, PrivacyBody, SearchBody, ShortlistBody,
    SiteMapBody, StatementBody, TopicBody,
};

/// The main content of a page as data: all that its template sees, and what of it is still to be made HTML.
#[derive(Clone, Debug)]
pub enum Body<'w> {
    Page(Box<page::PageText<'w>>),
    Service(Box<service::ServiceText<'w>>),
    Services(Box<lists::ServiceList<'w>>),
    Topic(Box<TopicBody<'w>>),
    Index(Box<IndexBody<'w>>),
    Search(Box<SearchBody<'w>>),
    Areas(Box<AreasBody<'w>>),
    Outward(Box<OutwardBody<'w>>),
    Shortlist(ShortlistBody<'w>),
    Prints(Box<print_list::PrintList<'w>>),
    Statement(Box<StatementBody<'w>>),
    Privacy(Box<PrivacyBody<'w>>),
    Changes(Box<ChangesBody<'w>>),
    SiteMap(Box<SiteMapBody<'w>>),
    NotFound(NotFoundBody<'w>),
}

/// Everything that a build will write.
#[derive(Debug)]
pub struct Plan {
    /// One for each page that trees may have. A unit's views are built when it is rendered, and dropped after.
    pub leaves: Vec<Planned>,
    /// The skeletons that they need.
    pub chromes: BTreeSet<ChromeKey>,
    pub redirects: Vec<Redirect>,
    /// In the order of trees, pages and shapes.
    pub prints: Vec<Print>,
    /// Choosers of languages, for hosts and localities, and the hosts' own 404 pages.
    pub alone: Vec<Alone>,
    /// Short addresses of prints.
    pub short: Vec<print_page::ShortAddress>,
    /// How many outputs there will be.
    pub outputs: usize,
    /// The documents whose pages alone are made, where the site is otherwise as it was; none where all is made, and what
    /// belongs to no page alone too (sitemaps, assets, redirects).
    pub edited: Option<BTreeSet<DocIx>>,
}

/// Plans every output, and refuses two at one address.
pub fn plan(world: &World<'_>) -> Diagnosed<Plan> {
    let catalog = world.catalog;
    world.directory.prepare();
    let mut leaves: Vec<Box<dyn Leaf>> = pages(catalog.pages.all()).collect();
    leaves.extend(world.directory.all().map(|service| Box::new(service::ServiceLeaf { service }) as Box<dyn Leaf>));
    leaves.extend(lists::leaves(world).into_iter().map(|list| Box::new(list) as Box<dyn Leaf>));
    leaves.push(Box::new(topics::TopicsLeaf));
    let topics = catalog.topics.iter().map(|topic| topics::TopicLeaf { topic: topic.id.clone() });
    leaves.extend(topics.map(|topic| Box::new(topic) as Box<dyn Leaf>));
    leaves.push(Box::new(areas::AreasLeaf));
    leaves.push(Box::new(search::SearchLeaf));
    leaves.push(Box::new(areas::OutwardLeaf));
    leaves.push(Box::new(print_list::PrintsLeaf));
    leaves.push(Box::new(shortlist::ShortlistLeaf));
    leaves.extend(StandingPage::ALL.map(|page| Box::new(standing::StandingLeaf { page }) as Box<dyn Leaf>));
    leaves.push(Box::new(not_found::NotFoundLeaf));
    let mut findings: Vec<Finding> = Vec::new();
    let redirects = redirects(world);
    let alone = site::alone(world);
    let short = print_page::short_addresses(world);
    let leaves: Vec<Planned> = leaves.into_par_iter().map(|leaf| Planned::new(world, leaf)).collect();
    let prints = world.prints.all().to_vec();
    let outputs =
        outputs::check(world, &leaves, &redirects, &mut findings) + alone.len() + short.len() + count(&prints);
    let chromes = chromes(world, &leaves);
    Diagnosed::new(Plan { leaves, chromes, redirects, prints, alone, short, outputs, edited: None }, findings)
}

/// Plans what changes by an edit of some files of some pages, where nothing else is other than it was.
pub fn plan_edit(world: &World<'_>, some: impl IntoIterator<Item = PageIx>, files: &BTreeSet<Arc<str>>) -> Plan {
    let some: BTreeSet<PageIx> = some.into_iter().collect();
    let versions = some.iter().flat_map(|&page| world.catalog.pages.get(page).versions.values().copied());
    let edited: BTreeSet<DocIx> = versions.filter(|&doc| depends_on(world.catalog, doc, files)).collect();
    let stays = |leaf: &page::PageLeaf, tree| !leaf.choice(world, tree).is_some_and(|at| edited.contains(&at.0.doc));
    let is_of_some = |print: &&Print| match print.source {
        PrintSource::Page(page) => some.contains(&page),
        PrintSource::Leaflet(_) => false,
    };
    let prints: Vec<Print> = world.prints.all().iter().filter(is_of_some).cloned().collect();
    let leaves: Vec<Planned> = page_leaves(some)
        .map(|leaf| {
            let planned = Planned::new(world, Box::new(leaf));
            let stays = planned.present.iter().map(|(tree, _)| *tree).filter(|tree| stays(&leaf, *tree)).collect();
            Planned { stays, ..planned }
        })
        .collect();
    let outputs = leaves.iter().map(|planned| planned.made().count()).sum::<usize>() + count(&prints);
    let chromes = chromes(world, &leaves);
    Plan {
        leaves,
        chromes,
        redirects: Vec::new(),
        prints,
        alone: Vec::new(),
        short: Vec::new(),
        outputs,
        edited: Some(edited),
    }
}

/// The files of prints: a booklet has two.
fn count(prints: &[Print]) -> usize {
    prints.iter().map(|print| 1 + usize::from(print.booklet().is_some())).sum()
}

impl Plan {
    /// Whether all outputs are made.
    pub fn is_whole(&self) -> bool {
        self.edited.is_none()
    }

    /// Plans the outputs of some pages again, whose texts were edited and whose outlines were not.
    pub fn edit(&mut self, world: &World<'_>, some: &BTreeSet<PageIx>) {
        let edited: Vec<Planned> = pages(some.iter().copied()).map(|leaf| Planned::new(world, leaf)).collect();
        self.chromes.extend(chromes(world, &edited));
        // Both are in the order of pages and editions.
        let old = self.leaves.iter_mut().filter(|planned| planned.leaf.page().is_some_and(|page| some.contains(&page)));
        for (old, new) in old.zip(edited) {
            *old = new;
        }
    }
}

fn pages(some: impl IntoIterator<Item = PageIx>) -> impl Iterator<Item = Box<dyn Leaf>> {
    page_leaves(some).map(|leaf| Box::new(leaf) as Box<dyn Leaf>)
}

fn page_leaves(some: impl IntoIterator<Item = PageIx>) -> impl Iterator<Item = page::PageLeaf> {
    some.into_iter().flat_map(|page| Edition::ALL.map(|edition| page::PageLeaf { page, edition }))
}

fn chromes(world: &World<'_>, leaves: &[Planned]) -> BTreeSet<ChromeKey> {
    leaves.iter().flat_map(|planned| planned.chromes(world)).collect()
}

/// The way home, where a page is not home itself.
pub fn home_crumb(here: &Here<'_>) -> Vec<LinkView> {
    let world = here.world;
    let shown =
        world.catalog.pages.home().and_then(|home| world.shown(here.ix, home, Edition::Standard).map(|at| (home, at)));
    shown.map(|(home, (choice, document))| page::title_link(here, home, choice, document)).into_iter().collect()
}

fn services_crumb(here: &Here<'_>) -> LinkView {
    LinkView {
        title: here.world.words.text(here.tree.language, "services", &[]),
        href: here.link("services/"),
        ..LinkView::default()
    }
}

fn plain_head<'w>(title: String, crumbs: Vec<LinkView>) -> leaf::Head<'w> {
    leaf::Head {
        description: title.clone(),
        service: None,
        title,
        crumbs,
        notices: Vec::new(),
        standard: None,
        easy: None,
        prints: Vec::new(),
        dates: None,
    }
}
