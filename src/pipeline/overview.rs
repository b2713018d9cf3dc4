//! Turns a portal into its coverage: what each page is in each language, place and edition.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::open::{Opened, open};
use super::{Failure, Options, Report};
use crate::catalog::{Catalog, Level, PageIx};
use crate::io::Files;
use crate::model::{Edition, Language, Route};
use crate::plan::World;
use crate::resolve::coverage::{Cell, Coverage, Share, State, coverage};
use crate::resolve::{Moment, Resolved, StaleTranslations, TreeIx, page_route, resolve};

/// A portal that was read, with what its trees show.
#[derive(Debug)]
pub struct Surveyed {
    catalog: Catalog,
    resolved: Resolved,
    moment: Moment,
    stale: StaleTranslations,
}

/// What each page of a portal is to whom.
#[derive(Debug)]
pub struct Overview<'a> {
    pub catalog: &'a Catalog,
    pub resolved: &'a Resolved,
    pub moment: Moment,
    pub stale: &'a StaleTranslations,
    pub coverage: Coverage,
}

/// One cell as programs read it; the names of these fields are a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<'a> {
    pub page: &'a str,
    pub language: Language,
    pub locality: &'a str,
    pub edition: Edition,
    pub state: State,
    /// The language of the text that is shown.
    pub text_language: Option<Language>,
    /// The place whose text it is, or `portal`.
    pub text_from: Option<&'a str>,
    /// Blocks of its source that have changed since it was translated.
    pub stale_blocks: usize,
    pub file: Option<&'a str>,
    /// From the front of the site.
    pub address: Option<String>,
}

/// Reads a portal. Nothing is there where the portal's settings or places cannot be read; the report says why.
///
/// # Errors
/// What the disk does.
pub fn overview(files: &dyn Files, options: &Options) -> Result<(Option<Surveyed>, Report), Failure> {
    let Opened { catalog, moment, report } = open(files, options)?;
    let surveyed = |catalog: Catalog| {
        let (resolved, stale) = (resolve(&catalog, moment), StaleTranslations::find(&catalog));
        Surveyed { catalog, resolved, moment, stale }
    };
    Ok((catalog.map(surveyed), report))
}

impl Surveyed {
    /// Looks at every page in every language, place and edition.
    pub fn overview(&self) -> Overview<'_> {
        let Self { catalog, resolved, moment, stale } = self;
        let coverage = coverage(catalog, resolved, *moment, stale);
        Overview { catalog, resolved, moment: *moment, stale, coverage }
    }
}

/// The states that are counted; a page that is not for a place is no gap.
pub const COUNTED: [State; 5] = [State::Own, State::Inherited, State::Fallback, State::Stale, State::Missing];

impl<'a> Overview<'a> {
    /// Looks at every page of a world.
    pub fn of(world: &'a World<'a>) -> Self {
        let World { catalog, resolved, moment, stale, .. } = world;
        let coverage = coverage(catalog, resolved, *moment, stale);
        Self { catalog, resolved, moment: *moment, stale, coverage }
    }

    /// How many pages are in each state, by tree and edition in reading order, in the order of `COUNTED`.
    pub fn counts(&self) -> BTreeMap<(TreeIx, Edition), [usize; 5]> {
        let mut counts: BTreeMap<_, [usize; 5]> = BTreeMap::new();
        for cell in &self.coverage.cells {
            let row = counts.entry((cell.tree, cell.edition)).or_default();
            if let Some(at) = COUNTED.iter().position(|state| *state == cell.state) {
                row[at] += 1;
            }
        }
        counts
    }

    /// Whether somebody has begun an easy-read edition of a page.
    pub fn has_easy_read(&self, page: PageIx) -> bool {
        self.catalog.pages.get(page).versions.keys().any(|(edition, _, _)| *edition == Edition::EasyRead)
    }

    /// Pages that miss an easy-read edition which nobody has begun.
    pub fn without_easy_read(&self) -> usize {
        let cells = self.coverage.cells.iter().filter(|cell| cell.edition == Edition::EasyRead);
        let missing = cells.filter(|cell| cell.state == State::Missing && !self.has_easy_read(cell.page));
        missing.map(|cell| cell.page).collect::<BTreeSet<_>>().len()
    }

    /// The address of a cell that is shown, from the front of the site.
    pub fn route(&self, cell: &Cell) -> Option<Route> {
        let tree = self.resolved.tree(cell.tree);
        cell.choice.map(|_| page_route(self.catalog, tree, cell.page, cell.edition))
    }

    /// Every cell, by place and language in reading order, then by page and edition.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.coverage.cells.iter().map(|cell| self.row(cell))
    }

    pub fn shares(&self) -> Vec<Share> {
        self.coverage.shares(self.catalog, self.resolved)
    }

    fn row(&self, cell: &Cell) -> Row<'_> {
        let tree = self.resolved.tree(cell.tree);
        let id = |place| self.catalog.places.get(place).id.as_str();
        let from = |level| match level {
            Level::Base => "portal",
            Level::Overlay(place) => id(place),
        };
        Row {
            page: self.catalog.pages.get(cell.page).id.as_str(),
            language: tree.language,
            locality: id(tree.place),
            edition: cell.edition,
            state: cell.state,
            text_language: cell.choice.map(|choice| choice.language),
            text_from: cell.choice.map(|choice| from(choice.level)),
            stale_blocks: cell.stale.map_or(0, |stale| stale.changed),
            file: cell.choice.map(|choice| &*self.catalog.document(choice.doc).path),
            address: self.route(cell).map(|route| format!("/{route}")),
        }
    }
}
