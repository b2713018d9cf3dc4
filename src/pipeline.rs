//! Turns a portal into a site by running every stage in order.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Finding;
use crate::io::Files;
use crate::load::Sources;
use crate::model::{Language, LocalityId};

/// What a run is asked for. Time comes in here and nowhere else.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the site is built for: `--as-of`, or none to take the portal's own or `today`.
    pub as_of: Option<Date>,
    pub today: Date,
    pub drafts: bool,
    /// Warnings count as errors.
    pub strict: bool,
    /// Nothing is taken from the cache: every output is rendered anew.
    pub afresh: bool,
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

/// Hears how far a build has come, and says whether it is still wanted.
pub trait Progress: Sync {
    /// Outputs done, outputs in all.
    fn step(&self, done: usize, all: usize);

    /// Whether somebody asked the build to stop; it then ends as `Failure::Interrupted`.
    fn interrupted(&self) -> bool {
        false
    }
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

/// Removes the site in `out` and the cache of the portal in `folder`: what the manifest names, and no other file.
/// Says how many files are gone.
///
/// # Errors
/// What the disk does, and a folder that is not ours.
pub fn clean(_folder: &Path, _out: &Path) -> Result<usize, Failure> {
    unimplemented!("lead")
}

/// Why a run ended without a report: the outside world, never an author's mistake.
#[derive(Debug)]
pub enum Failure {
    /// Exit 2: the portal's settings are missing or cannot be understood at all.
    Usage { message: String, help: String },
    /// Exit 3: disk, permissions.
    Environment { message: String, source: io::Error },
    /// Exit 5: foreign files in the output folder, or another build holds the lock.
    Refused { message: String, help: String },
    /// Exit 130: interrupted, the old output intact.
    Interrupted,
}
