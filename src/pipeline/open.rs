//! Turns a portal's files into its catalog, for commands that ask about a portal and make no site.

use std::sync::Arc;

use super::{Failure, Options, Report, unreadable};
use crate::catalog::{self, Catalog};
use crate::io::Files;
use crate::load::{Known, load};
use crate::parse;
use crate::parse::records::Remembered;
use crate::resolve::{Drafts, Moment};

/// A portal as it was read.
#[derive(Debug)]
pub struct Opened {
    /// None where its settings or places are so wrong that nothing can be said.
    pub catalog: Option<Catalog>,
    pub moment: Moment,
    /// What is wrong with the portal as far as it was read.
    pub report: Report,
}

/// Reads and indexes all of a portal.
///
/// # Errors
/// What the disk does.
pub fn open(files: &dyn Files, options: &Options) -> Result<Opened, Failure> {
    let mut report = Report::new(options);
    let loaded = load(files, &Known::default()).map_err(unreadable)?;
    let sources = Arc::new(loaded.take(&mut report.findings).sources);
    report.sources = sources.clone();
    let records = parse::records::parse(&sources, Remembered::default()).take(&mut report.findings);
    let catalog = catalog::build(records, &sources).take(&mut report.findings);
    super::findings::settle(&mut report.findings, &sources, options);
    let pinned = catalog.as_ref().and_then(|catalog| catalog.portal.as_of);
    report.day = options.day(pinned);
    let drafts = if options.drafts { Drafts::Shown } else { Drafts::Hidden };
    let moment = Moment { day: report.day, drafts };
    Ok(Opened { catalog, moment, report })
}
