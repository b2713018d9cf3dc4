//! Turns the choices of all trees into what each page is to the readers of each tree: a text of its own, or whose.

use std::collections::BTreeMap;

use serde::Serialize;

use super::choice::Chooser;
use super::{Choice, Moment, Resolved, StaleTranslations, Staleness, Tree, TreeIx, Verdict};
use crate::catalog::{Catalog, Level, PageIx, PlaceIx};
use crate::model::{Edition, Language};

/// What the readers of one tree get of a page in one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The place's own text or the portal's, in the reader's language.
    Own,
    /// A text in the reader's language from a place that this one lies in.
    Inherited,
    /// A text in another language.
    Fallback,
    /// A text in the reader's language whose source has changed since it was translated.
    Stale,
    /// Nothing, although others in this place have the page.
    Missing,
    /// Nothing, and nobody in this place should: the page is for other places, or is not published on this day.
    NotHere,
}

impl State {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Inherited => "inherited",
            Self::Fallback => "fallback",
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::NotHere => "not-here",
        }
    }

    /// Whether readers get a text in their own language.
    pub fn is_own_language(self) -> bool {
        matches!(self, Self::Own | Self::Inherited | Self::Stale)
    }
}

/// One page in one tree and edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub tree: TreeIx,
    pub page: PageIx,
    pub edition: Edition,
    pub state: State,
    /// What is shown.
    pub choice: Option<Choice>,
    /// How far the text that is shown lies behind its source, whatever the state.
    pub stale: Option<Staleness>,
}

/// Every page in every tree and edition of a portal, in the order of trees, pages and editions.
#[derive(Debug)]
pub struct Coverage {
    pub cells: Vec<Cell>,
}

/// How many pages a language has in its own text, and which it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub language: Language,
    /// Standard pages that any place has in this language's trees.
    pub pages: usize,
    /// Those of them that are not in the reader's language everywhere, with the places.
    pub lacking: BTreeMap<PageIx, Vec<PlaceIx>>,
}

impl Share {
    pub fn own(&self) -> usize {
        self.pages - self.lacking.len()
    }

    /// Rounded down, so that what falls short never looks as if it did not. All of nothing is all.
    pub fn percent(&self) -> usize {
        (self.own() * 100).checked_div(self.pages).unwrap_or(100)
    }

    pub fn reaches(&self, percent: u8) -> bool {
        self.own() * 100 >= self.pages * usize::from(percent)
    }
}

/// What every page is in every tree and edition.
pub fn coverage(catalog: &Catalog, resolved: &Resolved, moment: Moment, stale: &StaleTranslations) -> Coverage {
    use rayon::prelude::*;
    let trees: Vec<TreeIx> = resolved.all().collect();
    let surveyor = Surveyor { catalog, resolved, moment, stale };
    Coverage { cells: trees.par_iter().flat_map_iter(|&tree| surveyor.tree(tree)).collect() }
}

impl Coverage {
    /// The standard edition by language, in the order in which the portal first names its languages.
    pub fn shares(&self, catalog: &Catalog, resolved: &Resolved) -> Vec<Share> {
        let one = |&language: &Language| {
            let mut pages: BTreeMap<PageIx, Vec<PlaceIx>> = BTreeMap::new();
            for cell in self.cells.iter().filter(|cell| cell.edition == Edition::Standard) {
                let tree = resolved.tree(cell.tree);
                if tree.language == language && cell.state != State::NotHere {
                    let lacking = pages.entry(cell.page).or_default();
                    lacking.extend((!cell.state.is_own_language()).then_some(tree.place));
                }
            }
            let all = pages.len();
            pages.retain(|_, places| !places.is_empty());
            Share { language, pages: all, lacking: pages }
        };
        catalog.portal.languages.iter().map(one).collect()
    }
}

struct Surveyor<'a> {
    catalog: &'a Catalog,
    resolved: &'a Resolved,
    moment: Moment,
    stale: &'a StaleTranslations,
}

impl Surveyor<'_> {
    fn tree(&self, tree: TreeIx) -> Vec<Cell> {
        let editions: Vec<Edition> =
            Edition::ALL.into_iter().filter(|edition| self.catalog.portal.editions.contains(edition)).collect();
        let pages = self.catalog.pages.all();
        pages.flat_map(|page| editions.iter().map(move |&edition| self.cell(tree, page, edition))).collect()
    }

    fn cell(&self, tree: TreeIx, page: PageIx, edition: Edition) -> Cell {
        let choice = self.resolved.choice(tree, page, edition);
        let stale = choice.and_then(|choice| self.stale.get(choice.doc).copied());
        let at = self.resolved.tree(tree);
        let state = match choice {
            Some(choice) => shown(at, choice, stale),
            None if self.is_expected(tree, page, edition) => State::Missing,
            None => State::NotHere,
        };
        Cell { tree, page, edition, state, choice, stale }
    }

    /// Whether readers of a tree that does not have a page might look for it there. What a place says is not available
    /// needs no easy-read page.
    fn is_expected(&self, tree: TreeIx, page: PageIx, edition: Edition) -> bool {
        let standard = self.resolved.choice(tree, page, Edition::Standard);
        match (edition, standard) {
            (Edition::EasyRead, Some(standard)) => standard.available,
            _ => self.is_in_place(self.resolved.tree(tree), page),
        }
    }

    /// Whether the standard page is published for a place in any language at all.
    fn is_in_place(&self, tree: Tree, page: PageIx) -> bool {
        let chain = &self.catalog.portal.languages;
        let chooser = Chooser { catalog: self.catalog, tree, moment: self.moment, chain };
        let mut verdicts = chooser.candidates(page, Edition::Standard).map(|candidate| candidate.verdict);
        verdicts.any(|verdict| matches!(verdict, Verdict::Good | Verdict::Untranslated))
    }
}

fn shown(tree: Tree, choice: Choice, stale: Option<Staleness>) -> State {
    if choice.language != tree.language {
        return State::Fallback;
    }
    match (stale, choice.level) {
        (Some(_), _) => State::Stale,
        (None, Level::Overlay(place)) if place != tree.place => State::Inherited,
        (None, _) => State::Own,
    }
}
