//! Turns the catalog and a variant into what that variant says, and why.

mod choice;
mod stale;
pub mod coverage;
pub mod compliance;
pub mod uses;
pub mod scope;
pub mod facts;
pub mod services;
pub mod holidays;
pub mod sessions;
pub mod contact;
pub mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::{Catalog, DocIx, PageIx, PlaceIx};
use crate::model::{Edition, Language, Route};

pub use choice::{Candidate, Choice, Verdict, candidates};
pub use stale::{StaleTranslations, Staleness, depends_on, source as translated_from, staleness};
pub use words::Words;

/// One language of one place: everything under one address prefix (`leicestershire/en/`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tree {
    pub place: PlaceIx,
    pub language: Language,
}

/// A tree by its position in `Resolved::trees`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TreeIx(pub u32);

/// What a build is made for. Time comes in here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub day: Date,
    pub drafts: Drafts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    Hidden,
    Shown,
}

/// Which document every tree shows for every page and edition.
#[derive(Debug)]
pub struct Resolved {
    pub trees: Vec<Tree>,
    index: BTreeMap<Tree, TreeIx>,
    routes: Vec<Route>,
    /// By tree and page.
    standard: Vec<Vec<Option<Choice>>>,
    easy: Vec<Vec<Option<Choice>>>,
}

impl Resolved {
    pub fn tree(&self, tree: TreeIx) -> Tree {
        self.trees[tree.0 as usize]
    }

    /// The first part of every address of a tree.
    pub fn route(&self, tree: TreeIx) -> &Route {
        &self.routes[tree.0 as usize]
    }

    pub fn find(&self, place: PlaceIx, language: Language) -> Option<TreeIx> {
        self.index.get(&Tree { place, language }).copied()
    }

    pub fn all(&self) -> impl Iterator<Item = TreeIx> + use<> {
        (0..u32::try_from(self.trees.len()).expect("fewer than 4 billion trees")).map(TreeIx)
    }

    /// The document that a tree shows for a page; none where the tree does not have the page.
    pub fn choice(&self, tree: TreeIx, page: PageIx, edition: Edition) -> Option<Choice> {
        let table = match edition {
            Edition::Standard => &self.standard,
            Edition::EasyRead => &self.easy,
        };
        table[tree.0 as usize][page.0 as usize]
    }
}

/// Chooses a document for every page, edition and tree.
pub fn resolve(catalog: &Catalog, moment: Moment) -> Resolved {
    use rayon::prelude::*;
    let trees: Vec<Tree> = catalog
        .places
        .sites()
        .into_iter()
        .flat_map(|place| catalog.languages(place).iter().map(move |&language| Tree { place, language }))
        .collect();
    let (standard, easy) = trees.par_iter().map(|&tree| choices(catalog, tree, moment)).unzip();
    let index = trees.iter().zip(0..).map(|(&tree, position)| (tree, TreeIx(position))).collect();
    let routes = trees.iter().map(|&tree| tree_route(catalog, tree)).collect();
    Resolved { trees, index, routes, standard, easy }
}

fn choices(catalog: &Catalog, tree: Tree, moment: Moment) -> (Vec<Option<Choice>>, Vec<Option<Choice>>) {
    let chain = catalog.chain(tree.place, tree.language);
    let chooser = choice::Chooser { catalog, tree, moment, chain: &chain };
    let standard: Vec<_> = catalog.pages.all().map(|page| chooser.choose(page, Edition::Standard)).collect();
    let offers_easy = catalog.portal.editions.contains(&Edition::EasyRead);
    let easy = catalog.pages.all().zip(&standard).map(|(page, standard)| {
        let easy = chooser.choose(page, Edition::EasyRead).filter(|_| offers_easy)?;
        let standard = standard.as_ref()?;
        (choice::nearness(catalog, tree.place, easy) <= choice::nearness(catalog, tree.place, *standard)
            && standard.available)
            .then_some(easy)
    });
    let easy = easy.collect();
    (standard, easy)
}

/// The first part of every address of a tree: `cy/`, or `leicestershire/en/`.
pub fn tree_route(catalog: &Catalog, tree: Tree) -> Route {
    place_route(catalog, tree.place).join(tree.language.as_str())
}

/// The front of a place: the whole site's for the root.
pub fn place_route(catalog: &Catalog, place: PlaceIx) -> Route {
    if place == catalog.places.root() {
        Route::root()
    } else {
        Route::root().join(catalog.places.get(place).id.as_str())
    }
}

/// The address of a page in a tree.
pub fn page_route(catalog: &Catalog, tree: Tree, page: PageIx, edition: Edition) -> Route {
    tree_route(catalog, tree).under(catalog.paths.get(tree.language, page)).edition(edition)
}

/// Whether a document is one that this moment shows at all.
pub fn published(catalog: &Catalog, doc: DocIx, moment: Moment) -> bool {
    choice::published(&catalog.document(doc).front, moment).is_none()
}
