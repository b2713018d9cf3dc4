//! Turns a portal into a site by running every stage in order.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Finding;
use crate::io::Files;
use crate::load::Sources;
use crate::model::{Language, LocalityId};

pub use crate::io::Failure;

/// What a run is asked for. Time comes in here and nowhere else.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the site is built for: `--as-of`, or none to take the portal's own or `today`.
    pub as_of: Option<Date>,
    pub today: Date,
    pub drafts: bool,
    /// Warnings count as errors.
    pub strict: bool,
    /// Threads; none for one per core.
    pub jobs: Option<usize>,
    pub only_languages: Vec<Language>,
    pub only_localities: Vec<LocalityId>,
    pub out: PathBuf,
}

/// What a run found and did.
#[derive(Debug)]
pub struct Report {
    /// In a stable order, each once, with `Spot::Key` turned into bytes.
    pub findings: Vec<Finding>,
    /// For showing the lines that findings point at.
    pub sources: Arc<Sources>,
    pub day: Date,
    /// The next day on which the same sources would give another site.
    pub next_change: Option<Date>,
    pub outputs: usize,
    /// Bytes of all outputs.
    pub bytes: u64,
    pub written: usize,
    pub removed: usize,
    pub timings: Vec<(&'static str, std::time::Duration)>,
}

impl Report {
    pub fn failed(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// Hears how far a build has come: outputs done, outputs in all.
pub trait Progress: Sync {
    fn step(&self, done: usize, all: usize);
}

/// Finds everything that `build` finds, and writes nothing.
///
/// # Errors
/// What the disk does, and refusals for safety, in plain words.
pub fn check(_files: &dyn Files, _options: &Options) -> Result<Report, Failure> {
    unimplemented!("lead")
}

/// Builds the site into `options.out`. Nothing there changes if any finding is an error.
///
/// # Errors
/// What the disk does, and refusals for safety, in plain words.
pub fn build(_files: &dyn Files, _options: &Options, _progress: &dyn Progress) -> Result<Report, Failure> {
    unimplemented!("lead")
}
