//! Turns a portal into a version of its site that somebody looks at while it is written: outputs are made when asked for.

mod edits;

use std::collections::BTreeSet;

use super::ground::Ground;
use super::{Course, Extent, Failure, Options, Report, findings, keys, lay, survey, unreadable, wanted};
use crate::catalog::{self, Catalog};
use crate::diag::Finding;
use crate::io::{Files, Mark, Stamp};
use crate::load::{self, Hash, Known, Loaded, Sources};
use crate::parse::records::{self, Records, Remembered};
use crate::pipeline::Clock;
use crate::plan::{self, Plan, World};
use crate::render::Job;

pub use edits::Edits;

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
    /// All that the outputs are made of: a version with the same key has the same outputs.
    pub key: Hash,
    /// Whether only edited texts were looked at since the version before. What others say of them is not known yet.
    pub is_edited: bool,
}

/// Who looks.
pub trait Viewer {
    /// Takes what the next version need not read and parse again.
    fn keep(&mut self, held: Held);

    /// Looks at a version for as long as it likes, whatever was found. It is not asked to where the settings, the places
    /// or the theme cannot be used at all. Gives the edits with which it would look at the same version again, or none.
    fn look(&mut self, sight: &Sight<'_>) -> Option<Edits>;
}

/// Makes all of a version but its outputs, and shows it to the viewer. The report tells what was found.
///
/// # Errors
/// What the disk does.
pub fn view(files: &dyn Files, options: &Options, held: Held, viewer: &mut dyn Viewer) -> Result<Report, Failure> {
    let mut report = Report::new(options);
    let (mut sources, records) = read(files, held, (viewer, &mut report.findings))?;
    report.day = options.day(records.portal.as_ref().and_then(|portal| portal.as_of));
    let catalog = catalog::build(records, &sources).take(&mut report.findings);
    let mut clock = Clock::default();
    match catalog {
        Some(catalog) => show(catalog, (&mut sources, options), (&mut report, &mut clock), viewer),
        None => findings::settle(&mut report.findings, &sources, options),
    }
    Ok(report.with(sources, clock))
}

/// Shows a version, and again with each edit that the viewer comes back with.
fn show(
    mut catalog: Catalog,
    (sources, options): (&mut Sources, &Options),
    (report, clock): (&mut Report, &mut Clock),
    viewer: &mut dyn Viewer,
) {
    let mut course = Course { sources, options, report, clock };
    let Some(ground) = lay(&catalog, &Extent::Whole, &mut course) else {
        return findings::settle(&mut report.findings, sources, options);
    };
    let mut view = View { options, ground: &ground, viewer };
    let (mut plan, mut edits) = {
        let world = course.clock.time("index", || ground.world(&catalog));
        let plan = survey(&world, &Extent::Whole, &mut course);
        findings::settle(&mut report.findings, sources, options);
        let edits = view.look((&world, &plan, sources), &report.findings, Step::Whole);
        (plan, edits)
    };
    while let Some(next) = edits {
        let pages = next.apply((&mut catalog, sources), &mut report.findings);
        findings::settle(&mut report.findings, sources, options);
        let world = ground.world(&catalog);
        plan.edit(&world, &pages);
        edits = view.look((&world, &plan, sources), &report.findings, Step::Edited);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Whole,
    Edited,
}

/// What stays the same while a version is looked at.
struct View<'a> {
    options: &'a Options,
    ground: &'a Ground,
    viewer: &'a mut dyn Viewer,
}

impl View<'_> {
    fn look(
        &mut self,
        (world, plan, sources): (&World<'_>, &Plan, &Sources),
        findings: &[Finding],
        step: Step,
    ) -> Option<Edits> {
        let Self { options, ground, viewer } = self;
        let wanted = wanted(world, options);
        let job =
            Job { world, theme: &ground.theme, plan, images: &ground.images, luggage: None, sources, wanted: &wanted };
        let key = keys::site((sources, &[]), (options, ground.moment.day));
        viewer.look(&Sight { job: &job, findings, options, key, is_edited: step == Step::Edited })
    }
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
    // What changes meanwhile is heard of, and seen by the next version.
    sources.hold(files, &plan::image_sources(&records)).map_err(unreadable)?;
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
