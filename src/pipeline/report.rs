//! Turns what a run found and did into one value for whoever asked for it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::Options;
use super::paper::Paper;
use crate::diag::Finding;
use crate::load::Sources;
use crate::memory::Made;
use crate::publish::Published;

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
    pub paper: Paper,
    pub timings: Vec<(&'static str, Duration)>,
}

impl Report {
    pub fn failed(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }
}

/// How long each stage took, for `--timings`; it never reaches an output.
#[derive(Debug, Default)]
pub struct Clock {
    pub timings: Vec<(&'static str, Duration)>,
}

impl Clock {
    pub fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = work();
        self.timings.push((stage, start.elapsed()));
        value
    }
}

impl Report {
    pub fn new(options: &Options) -> Self {
        Self {
            findings: Vec::new(),
            sources: Arc::default(),
            day: options.as_of.unwrap_or(options.today),
            next_change: None,
            outputs: 0,
            bytes: 0,
            written: 0,
            removed: 0,
            paper: Paper::default(),
            timings: Vec::new(),
        }
    }

    /// The finished report.
    #[must_use]
    pub fn with(mut self, sources: Sources, clock: Clock) -> Self {
        self.sources = Arc::new(sources);
        self.timings = clock.timings;
        self
    }

    /// What was said of a site that stays as it is.
    pub fn as_before(&mut self, before: Made, published: Published) {
        self.findings = before.findings;
        self.next_change = before.next_change;
        self.published(published);
    }

    pub fn published(&mut self, published: Published) {
        self.outputs = published.written + published.unchanged;
        self.bytes = published.bytes;
        self.written = published.written;
        self.removed = published.removed;
    }
}
