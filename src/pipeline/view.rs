//! Turns a portal into a version of its site that somebody looks at while it is written: outputs are made when asked for.

use std::collections::BTreeSet;

use super::{Course, Extent, Failure, Keys, Options, Outlet, Report, findings, site, unreadable};
use crate::catalog;
use crate::diag::Finding;
use crate::io::{Files, Mark, Stamp};
use crate::load::{self, Known, Loaded, Sources};
use crate::parse::records::{self, Records, Remembered};
use crate::pipeline::Clock;
use crate::publish::Published;
use crate::render::{Job, Stop};

/// What one version leaves to the next: the files as they were read, and what was parsed of them. An edit is then read
/// and parsed alone.
#[derive(Debug, Default)]
pub struct Held {
    known: Known,
    sources: Sources,
    remembered: Remembered,
}

/// A version: what outputs are made of, and what was found before any of them is made.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    pub job: &'a Job<'a>,
    /// In a stable order, each once.
    pub findings: &'a [Finding],
    pub options: &'a Options,
}

/// Who looks.
pub trait Viewer {
    /// Takes what the next version need not read and parse again.
    fn keep(&mut self, held: Held);

    /// Looks at a version for as long as it likes, whatever was found. It is not asked to where the settings, the places
    /// or the theme cannot be used at all.
    fn look(&mut self, sight: &Sight<'_>);
}

/// Makes all of a version but its outputs, and shows it to the viewer. The report tells what was found.
///
/// # Errors
/// What the disk does.
pub fn view(files: &dyn Files, options: &Options, held: Held, viewer: &mut dyn Viewer) -> Result<Report, Failure> {
    let mut report = Report::new(options);
    let (sources, records) = read(files, held, (viewer, &mut report.findings))?;
    report.day = options.day(records.portal.as_ref().and_then(|portal| portal.as_of));
    let keys = Keys::of(&records, (&sources, &[]), (options, report.day));
    let catalog = catalog::build(records, &sources).take(&mut report.findings);
    let mut clock = Clock::default();
    if let Some(catalog) = catalog {
        let mut outlet = Viewing { viewer, options, findings: Vec::new() };
        let mut course = Course { sources: &sources, options, report: &mut report, clock: &mut clock };
        match site(&catalog, &mut course, (&keys, &Extent::Whole), &mut outlet) {
            Ok(_) => {}
            Err(Stop::Findings(found)) => report.findings.extend(found),
            Err(Stop::Failure(failure)) => return Err(failure),
            Err(Stop::Wider) => unreachable!("the whole site is made"),
        }
    }
    findings::settle(&mut report.findings, &sources, options);
    Ok(report.with(sources, clock))
}

/// Reads and parses what is not held from before, and hands on what there is now.
fn read(
    files: &dyn Files,
    held: Held,
    (viewer, findings): (&mut dyn Viewer, &mut Vec<Finding>),
) -> Result<(Sources, Records), Failure> {
    let Loaded { mut sources, marks } = load::load(files, &held.known).map_err(unreadable)?.take(findings);
    sources.recall(&held.sources);
    let records = records::parse(&sources, held.remembered);
    let mut records = records.take(findings);
    records::service_texts(&mut records.services);
    super::fonts(files, &mut sources, &records)?;
    let found: BTreeSet<&str> =
        findings.iter().filter_map(|finding| finding.place.as_ref()).map(|place| &*place.file).collect();
    let remembered = Remembered::of(&records, &sources, &found);
    let newest = marks.iter().map(|(_, mark)| mark.changed).max();
    let settled = marks.into_iter().filter(|(_, mark)| newest.is_some_and(|newest| is_settled(mark, newest)));
    let known = settled.filter_map(|(path, mark)| Some((path.clone(), (mark, sources.files.get(&path)?.hash))));
    viewer.keep(Held { known: known.collect(), sources: sources.clone(), remembered });
    Ok((sources, records))
}

/// Longer than a file system's clock takes for a step.
const STEP: i128 = 50_000_000;

/// Whether another change of the file would give it another mark. That is so once the file system's clock has gone on,
/// which the mark of a newer file shows.
fn is_settled(mark: &Mark, newest: Stamp) -> bool {
    let nanoseconds = |Stamp(seconds, rest): Stamp| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
    nanoseconds(mark.changed) + STEP < nanoseconds(newest)
}

/// Shows the site to a viewer instead of writing it anywhere.
struct Viewing<'a> {
    viewer: &'a mut dyn Viewer,
    options: &'a Options,
    findings: Vec<Finding>,
}

impl Outlet for Viewing<'_> {
    fn accepts(&mut self, findings: &[Finding]) -> bool {
        self.findings = findings.to_vec();
        true
    }

    fn take(&mut self, job: &Job<'_>, _: &Keys) -> Result<Published, Stop> {
        findings::settle(&mut self.findings, job.sources, self.options);
        self.viewer.look(&Sight { job, findings: &self.findings, options: self.options });
        Ok(Published::default())
    }
}
