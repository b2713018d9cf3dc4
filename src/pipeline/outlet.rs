//! Turns where a site goes into what the stages ask of it: what is there already, and to take what is made.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use super::paper::Paper;
use super::{Failure, Keys, Report};
use crate::catalog::{Catalog, DocIx};
use crate::diag::Finding;
use crate::load::{Source, Sources};
use crate::memory::Made;
use crate::model::PageId;
use crate::publish::Published;
use crate::render::{self, Job, Sink, Stop};
use crate::resolve::depends_on;

/// What is made anew: the whole site, or some pages of a site that is otherwise as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    Whole,
    Pages(Edit),
}

/// Some pages whose prose was edited, and the files of theirs that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    pub pages: BTreeSet<PageId>,
    pub files: BTreeSet<Arc<str>>,
}

impl Extent {
    pub fn holds(&self, page: &PageId) -> bool {
        match self {
            Self::Whole => true,
            Self::Pages(edit) => edit.pages.contains(page),
        }
    }

    /// Where of some pages something may have changed; none where the whole site may have.
    pub fn touched(&self, catalog: &Catalog) -> Option<Touched> {
        let Self::Pages(edit) = self else { return None };
        let mut touched = Touched::default();
        for (document, doc) in catalog.documents.iter().zip((0..).map(DocIx)) {
            if edit.pages.contains(&document.page) {
                touched.read.insert(document.path.clone());
                if depends_on(catalog, doc, &edit.files) {
                    touched.made.insert(document.path.clone());
                }
            }
        }
        Some(touched)
    }
}

/// Files by what is done again with the pages that they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// They are read and checked.
    pub read: BTreeSet<Arc<str>>,
    /// Their pages are made too.
    pub made: BTreeSet<Arc<str>>,
}

/// What became of a site that was taken.
#[derive(Debug, Default)]
pub struct Taken {
    pub published: Published,
    /// Warnings on what was made of it.
    pub findings: Vec<Finding>,
}

/// Where a site goes. One that remembers nothing is asked to take the whole site.
pub trait Outlet: Send {
    /// What is known of the site that is there.
    fn made(&self) -> Option<&Made> {
        None
    }

    /// What is known of the site that is there, if it was made from just these sources; then it stays.
    ///
    /// # Errors
    /// What the disk does, and refusals for safety.
    fn unchanged(&mut self, _: &Sources, _: &[Finding]) -> Result<Option<(Made, Published)>, Failure> {
        Ok(None)
    }

    /// What of the site must be made anew.
    ///
    /// # Errors
    /// What the disk does, and refusals for safety.
    fn extent(&mut self, _: &Keys) -> Result<Extent, Failure> {
        Ok(Extent::Whole)
    }

    /// Whether a site of which this was found is made at all.
    fn accepts(&mut self, findings: &[Finding]) -> bool {
        !findings.iter().any(Finding::is_error)
    }

    /// Renders what the job plans, and publishes it.
    ///
    /// # Errors
    /// Mistakes in templates, what the disk does, and `Stop::Wider` if other pages would change too.
    fn take(&mut self, job: &Job<'_>, keys: &Keys) -> Result<Taken, Stop>;

    /// What is to be done about copies of prints that were published and are not those of now.
    fn paper(&self) -> Paper {
        Paper::default()
    }

    /// Hears what the site that it took was made from, what was found, and the day that the settings pin.
    fn note(&mut self, _: Keys, _: &Report, _: Option<Date>) {}
}

/// Renders everything and keeps nothing: mistakes in templates are found as in a build.
pub struct Nowhere;

impl Outlet for Nowhere {
    fn take(&mut self, job: &Job<'_>, _: &Keys) -> Result<Taken, Stop> {
        let findings = render::render(job, self, &|_| {})?.findings;
        Ok(Taken { findings, ..Taken::default() })
    }
}

impl Sink for Nowhere {
    fn put(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    fn copy(&self, _: &str, _: &Source) -> Result<(), Failure> {
        Ok(())
    }
}

/// Renders everything and keeps only how large each page is.
#[derive(Debug, Default)]
pub struct Scales(Mutex<Vec<Weight>>);

/// A page of the site by its path from the front, with its bytes before any compression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    pub path: String,
    pub bytes: usize,
}

impl Scales {
    /// The pages that were rendered, the heaviest first.
    pub fn weights(self) -> Vec<Weight> {
        let mut weights = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        weights.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.path.cmp(&b.path)));
        weights
    }
}

impl Outlet for Scales {
    fn take(&mut self, job: &Job<'_>, _: &Keys) -> Result<Taken, Stop> {
        let findings = render::render(job, self, &|_| {})?.findings;
        Ok(Taken { findings, ..Taken::default() })
    }
}

impl Sink for Scales {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        if path.ends_with(".html") {
            let weight = Weight { path: path.to_owned(), bytes: bytes.len() };
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(weight);
        }
        Ok(())
    }

    fn copy(&self, _: &str, _: &Source) -> Result<(), Failure> {
        Ok(())
    }
}
