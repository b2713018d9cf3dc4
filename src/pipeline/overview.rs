//! Turns a portal into its coverage: what each page is in each language, place and edition.

use serde::Serialize;

use super::open::{Opened, open};
use super::{Failure, Options, Report};
use crate::catalog::{Catalog, Level};
use crate::io::Files;
use crate::model::{Edition, Language};
use crate::resolve::coverage::{Cell, Coverage, Share, State, coverage};
use crate::resolve::{Moment, Resolved, StaleTranslations, page_route, resolve};

/// A portal with what each of its pages is to whom.
#[derive(Debug)]
pub struct Overview {
    pub catalog: Catalog,
    pub resolved: Resolved,
    pub moment: Moment,
    pub stale: StaleTranslations,
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

/// Reads a portal and looks at every page in every language, place and edition. The matrix is missing where the
/// portal's settings or places cannot be read; the report says why.
///
/// # Errors
/// What the disk does.
pub fn overview(files: &dyn Files, options: &Options) -> Result<(Option<Overview>, Report), Failure> {
    let Opened { catalog, moment, report } = open(files, options)?;
    Ok((catalog.map(|catalog| Overview::new(catalog, moment)), report))
}

impl Overview {
    fn new(catalog: Catalog, moment: Moment) -> Self {
        let resolved = resolve(&catalog, moment);
        let stale = StaleTranslations::find(&catalog);
        let coverage = coverage(&catalog, &resolved, moment, &stale);
        Self { catalog, resolved, moment, stale, coverage }
    }

    /// Every cell, by place and language in reading order, then by page and edition.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.coverage.cells.iter().map(|cell| self.row(cell))
    }

    pub fn shares(&self) -> Vec<Share> {
        self.coverage.shares(&self.catalog, &self.resolved)
    }

    fn row(&self, cell: &Cell) -> Row<'_> {
        let tree = self.resolved.tree(cell.tree);
        let id = |place| self.catalog.places.get(place).id.as_str();
        let from = |level| match level {
            Level::Base => "portal",
            Level::Overlay(place) => id(place),
        };
        let address = || format!("/{}", page_route(&self.catalog, tree, cell.page, cell.edition));
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
            address: cell.choice.map(|_| address()),
        }
    }
}
