//! Turns all variants into a plan: every output with its address and what its closed view is built from.

pub mod areas;
pub mod chrome;
pub mod directory;
pub mod fill;
mod images;
pub mod leaf;
pub mod lists;
pub mod not_found;
mod outputs;
pub mod page;
pub mod service;
mod site;
pub mod topics;
pub mod view;
mod world;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Diagnosed, Finding};
use crate::model::Edition;

pub use chrome::ChromeKey;
pub use images::{ImagePlan, images};
pub use leaf::{Here, Leaf, PageView, Planned, SitemapEntry, Unit, unit};
pub use site::{Alone, Reach, Redirect, chooser_view, redirects};
pub use world::{Assets, Host, Hosts, ImageAsset, Times, World};

use view::{IndexBody, LinkView, NotFoundBody, TopicBody};

/// The main content of a page as data: all that its template sees, and what of it is still to be made HTML.
#[derive(Clone, Debug)]
pub enum Body<'w> {
    Page(Box<page::PageText<'w>>),
    Service(Box<service::ServiceText<'w>>),
    Services(Box<lists::ServiceList<'w>>),
    Topic(Box<TopicBody<'w>>),
    Index(Box<IndexBody<'w>>),
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
    /// Choosers of languages, for hosts and localities, and the hosts' own 404 pages.
    pub alone: Vec<Alone>,
    /// How many outputs there will be.
    pub outputs: usize,
}

/// Plans every output, and refuses two at one address.
pub fn plan(world: &World<'_>) -> Diagnosed<Plan> {
    let catalog = world.catalog;
    let mut leaves: Vec<Box<dyn Leaf>> = Vec::new();
    for page in catalog.pages.all() {
        for edition in Edition::ALL {
            leaves.push(Box::new(page::PageLeaf { page, edition }));
        }
    }
    leaves.extend(world.directory.all().map(|service| Box::new(service::ServiceLeaf { service }) as Box<dyn Leaf>));
    leaves.extend(lists::leaves(world).into_iter().map(|list| Box::new(list) as Box<dyn Leaf>));
    leaves.push(Box::new(topics::TopicsLeaf));
    let topics = catalog.topics.iter().map(|topic| topics::TopicLeaf { topic: topic.id.clone() });
    leaves.extend(topics.map(|topic| Box::new(topic) as Box<dyn Leaf>));
    leaves.push(Box::new(areas::AreasLeaf));
    leaves.push(Box::new(not_found::NotFoundLeaf));
    let mut findings: Vec<Finding> = Vec::new();
    let redirects = redirects(world);
    let alone = site::alone(world);
    let leaves: Vec<Planned> = leaves.into_par_iter().map(|leaf| Planned::new(world, leaf)).collect();
    let outputs = outputs::check(world, &leaves, &redirects, &mut findings) + alone.len();
    let chromes = leaves.iter().flat_map(|planned| planned.chromes(world)).collect();
    Diagnosed::new(Plan { leaves, chromes, redirects, alone, outputs }, findings)
}

/// The way home, where a page is not home itself.
pub fn home_crumb(here: &Here<'_>) -> Vec<LinkView> {
    let world = here.world;
    let shown =
        world.catalog.pages.home().and_then(|home| world.shown(here.ix, home, Edition::Standard).map(|at| (home, at)));
    shown
        .map(|(home, (choice, document))| LinkView { summary: None, ..page::page_link(here, home, choice, document) })
        .into_iter()
        .collect()
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
        title,
        crumbs,
        notices: Vec::new(),
        standard: None,
        easy: None,
        dates: None,
    }
}
