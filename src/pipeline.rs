//! Turns a portal into a site by running every stage in order.

pub mod audit;
pub mod cms;
mod delivery;
pub mod dashboard;
pub mod doctor;
mod explain;
pub mod figures;
mod findings;
mod ground;
mod keys;
pub mod links;
mod open;
mod outlet;
mod overview;
mod paper;
pub mod pictures;
pub mod prints;
mod report;
pub mod roster;
pub mod translations;
mod verify;
mod view;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::diag::Finding;
use crate::io::{DiskTarget, Files};
use crate::load::{Freshness, Sources};
use crate::memory::Memory;
use crate::model::{Language, LocalityId};
use crate::parse::records::{self, Records};
use crate::plan::{self, Plan, World};
use crate::publish::Published;
use crate::render::{Job, Stop};
use crate::resolve::{Drafts, Moment};
use crate::{catalog, checks, load};

pub use crate::io::Failure;
use delivery::Delivery;
pub use doctor::Sign;
pub use explain::{Explanation, explain};
use ground::Ground;
use keys::Keys;
use outlet::{Extent, Nowhere, Outlet, Taken};
pub use outlet::{Scales, Weight};
pub use overview::{COUNTED, Overview, Row, Surveyed, overview};
pub use paper::{BEFORE, NOT_BUILT_IN, Paper};
use report::Clock;
pub use report::Report;
pub use verify::{Comparison, Difference, Differs, verify};
pub use view::{Edits, Held, Sight, Viewer, view};

/// What a run is asked for. Time comes in here and nowhere else.
#[derive(Clone, Debug)]
pub struct Options {
    /// The portal's folder, which publishing must not write over.
    pub portal: PathBuf,
    /// The user's home folder, which publishing must not write over.
    pub home: Option<PathBuf>,
    /// The day the site is built for: `--as-of`, or none to take the portal's own or `today`.
    pub as_of: Option<Date>,
    pub today: Date,
    pub drafts: bool,
    /// Warnings count as errors.
    pub strict: bool,
    /// Nothing is taken from the published site: every output is written anew.
    pub afresh: bool,
    /// Threads; none for one per core.
    pub jobs: Option<usize>,
    pub only_languages: Vec<Language>,
    pub only_localities: Vec<LocalityId>,
    pub out: PathBuf,
    /// Where what was learned of the portal is kept between builds; none to keep nothing.
    pub memory: Option<PathBuf>,
}

impl Options {
    /// The day the site is built for, where the portal's settings may pin one.
    pub fn day(&self, pinned: Option<Date>) -> Date {
        self.as_of.or(pinned).unwrap_or(self.today)
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
pub fn check(files: &dyn Files, options: &Options) -> Result<Report, Failure> {
    threads(options, || afresh(files, options, &mut Nowhere))
}

/// Finds everything that `build` finds, and says how large each page would be, the heaviest first. Writes nothing.
///
/// # Errors
/// As `check`.
pub fn weigh(files: &dyn Files, options: &Options) -> Result<(Report, Vec<Weight>), Failure> {
    threads(options, || {
        let mut scales = Scales::default();
        let report = afresh(files, options, &mut scales)?;
        Ok((report, scales.weights()))
    })
}

/// Builds the site into `options.out`. Nothing there changes if any finding is an error.
///
/// What an earlier build made is taken over as far as nothing changed that it was made from: see `memory` and `keys`.
///
/// # Errors
/// What the disk does, and refusals for safety, in plain words.
pub fn build(files: &dyn Files, options: &Options, progress: &dyn Progress) -> Result<Report, Failure> {
    threads(options, || {
        let cancel = AtomicBool::new(false);
        let mut delivery = Delivery::new(files, options, (progress, &cancel));
        if let Some(folder) = &options.memory {
            let memory =
                if options.afresh { Memory::empty(&DiskTarget, folder) } else { Memory::open(&DiskTarget, folder) };
            if let Some(report) = run(files, options, &memory, &mut delivery)? {
                return Ok(report);
            }
            delivery.forget();
        }
        afresh(files, options, &mut delivery)
    })
}

/// Removes the site in `out`: what its manifest names, and no other file. Says how many files are gone, and which stay.
///
/// # Errors
/// What the disk does, and a folder that is not ours.
pub fn clean(out: &Path) -> Result<crate::publish::Cleaned, Failure> {
    crate::publish::clean(&DiskTarget, out)
}

/// All stages, with nothing remembered.
fn afresh(files: &dyn Files, options: &Options, outlet: &mut dyn Outlet) -> Result<Report, Failure> {
    let report = run(files, options, &Memory::none(&DiskTarget), outlet)?;
    Ok(report.expect("what is not remembered cannot prove wrong"))
}

/// The stages, in order. The outlet says what is published already, and takes what is rendered; it is not asked to
/// while an error stands. None if what was remembered proved wrong.
fn run(
    files: &dyn Files,
    options: &Options,
    memory: &Memory<'_>,
    outlet: &mut dyn Outlet,
) -> Result<Option<Report>, Failure> {
    let mut report = Report::new(options);
    let mut clock = Clock::default();
    let loaded = clock.time("load", || load::load(files, memory.known())).map_err(unreadable)?;
    let mut loaded = loaded.take(&mut report.findings);
    let unchanged = clock.time("compare", || outlet.unchanged(&loaded.sources, &report.findings))?;
    if let Some((before, published)) = unchanged {
        report.day = options.day(before.as_of);
        report.as_before(before, published);
        findings::read_texts(&report.findings, &mut loaded.sources, files)?;
        return Ok(Some(report.with(loaded.sources, clock)));
    }
    let unused = report.findings.clone();
    let Some(records) = clock.time("parse", || parse(files, &mut loaded, memory, &mut report.findings))? else {
        return Ok(None);
    };
    let sources = loaded.sources;
    let pinned = records.portal.as_ref().and_then(|portal| portal.as_of);
    report.day = options.day(pinned);
    let keys = Keys::of(&records, (&sources, &unused), (options, report.day));
    let extent = outlet.extent(&keys)?;
    let is_little = extent != Extent::Whole;
    let known = Learned { sources, records, keys, extent, pinned };
    let rest = || make(known, (files, options), (report, clock), outlet);
    if is_little { alone(rest) } else { rest() }
}

/// What is known of a portal before anything is made of it.
struct Learned {
    sources: Sources,
    records: Records,
    keys: Keys,
    extent: Extent,
    /// The day that the portal's settings pin.
    pinned: Option<Date>,
}

/// The stages of `run` that make something.
fn make(
    learned: Learned,
    (files, options): (&dyn Files, &Options),
    (mut report, mut clock): (Report, Clock),
    outlet: &mut dyn Outlet,
) -> Result<Option<Report>, Failure> {
    let Learned { mut sources, mut records, keys, extent, pinned } = learned;
    if clock.time("texts", || texts(files, &mut sources, (&mut records, &extent)))? == Freshness::Changed {
        return Ok(None);
    }
    let catalog = clock.time("catalog", || catalog::build(records, &sources)).take(&mut report.findings);
    let (mut delivered, mut touched) = (None, None);
    if let Some(catalog) = catalog {
        touched = extent.touched(&catalog);
        let mut course = Course { sources: &sources, options, report: &mut report, clock: &mut clock };
        match site(&catalog, &mut course, (&keys, &extent), outlet) {
            Ok(published) => delivered = published,
            Err(Stop::Findings(findings)) => report.findings.extend(findings),
            Err(Stop::Failure(failure)) => return Err(failure),
            Err(Stop::Wider) => return Ok(None),
        }
    }
    findings::read_texts(&report.findings, &mut sources, files)?;
    findings::settle(&mut report.findings, &sources, options);
    if let (Some(touched), Some(before)) = (touched, outlet.made()) {
        findings::replay(&mut report.findings, &before.findings, (&touched, delivered.as_ref()));
    }
    if let Some(published) = delivered {
        report.published(published);
        report.paper = outlet.paper();
        outlet.note(keys, &report, pinned);
    }
    findings::read_texts(&report.findings, &mut sources, files)?;
    Ok(Some(report.with(sources, clock)))
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure::environment("the portal cannot be read", error)
}

/// Reads and parses what an earlier build has not, and keeps what was learned. None if files changed meanwhile.
fn parse(
    files: &dyn Files,
    loaded: &mut load::Loaded,
    memory: &Memory<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Option<Records>, Failure> {
    let remembered = memory.remembered();
    let wanted = |source: &load::Source| {
        let is_needed = load::is_text(&source.path) || source.path.starts_with("themes/");
        is_needed && !load::is_only_copied(&source.path) && !remembered.holds(source)
    };
    if loaded.sources.read(files, wanted).map_err(unreadable)? == Freshness::Changed {
        return Ok(None);
    }
    let records = records::parse(&loaded.sources, remembered).take(findings);
    records::forget_texts(&records.services, &mut loaded.sources);
    memory.keep(loaded, &records, findings);
    Ok(Some(records))
}

/// Reads and parses the texts of the pages that are made, then reads the images that they show.
fn texts(
    files: &dyn Files,
    sources: &mut Sources,
    (records, extent): (&mut Records, &Extent),
) -> Result<Freshness, Failure> {
    let wanted: BTreeSet<&str> = records
        .documents
        .iter()
        .filter(|document| document.content().is_none() && extent.holds(&document.page))
        .map(|document| &*document.path)
        .collect();
    if sources.read(files, |source| wanted.contains(&*source.path)).map_err(unreadable)? == Freshness::Changed {
        return Ok(Freshness::Changed);
    }
    records::texts(&mut records.documents, sources, |document| extent.holds(&document.page));
    if *extent == Extent::Whole {
        records::service_texts(&mut records.services);
    }
    if fonts(files, sources, records)? == Freshness::Changed {
        return Ok(Freshness::Changed);
    }
    let images = plan::image_sources(records);
    if sources.read(files, |source| images.contains(&*source.path)).map_err(unreadable)? == Freshness::Changed {
        return Ok(Freshness::Changed);
    }
    sources.hold(files, &images).map_err(unreadable)
}

/// Reads the fonts of the portal's themes, where a page asks for prints.
fn fonts(files: &dyn Files, sources: &mut Sources, records: &Records) -> Result<Freshness, Failure> {
    if !plan::prints::are_asked_for(records) {
        return Ok(Freshness::AsKnown);
    }
    sources.fetch(files, load::is_of_fonts).map_err(unreadable)
}

/// What the stages of one run share.
struct Course<'a> {
    sources: &'a Sources,
    options: &'a Options,
    report: &'a mut Report,
    clock: &'a mut Clock,
}

/// The stages from resolving on, for a portal whose settings and places are known. None where an error stands.
fn site(
    catalog: &Catalog,
    course: &mut Course<'_>,
    (keys, extent): (&Keys, &Extent),
    outlet: &mut dyn Outlet,
) -> Result<Option<Published>, Stop> {
    let Some(ground) = lay(catalog, extent, course) else { return Ok(None) };
    let world = course.clock.time("index", || ground.world(catalog));
    let plan = survey(&world, extent, course);
    let Course { sources, options, report, .. } = course;
    let stops = options.strict && !report.findings.is_empty();
    if stops || !outlet.accepts(&report.findings) {
        return Ok(None);
    }
    let wanted = wanted(&world, options);
    let before = if plan.is_whole() { None } else { outlet.made() };
    let job = Job {
        world: &world,
        theme: &ground.theme,
        plan: &plan,
        images: &ground.images,
        luggage: before.map(|made| made.luggage),
        sources,
        wanted: &wanted,
    };
    let clock = &mut *course.clock;
    let Taken { published, findings } = clock.time("render and publish", || outlet.take(&job, keys))?;
    course.report.findings.extend(findings);
    Ok(Some(published))
}

/// What all pages stand on; none where the theme cannot be used at all.
fn lay(catalog: &Catalog, extent: &Extent, course: &mut Course<'_>) -> Option<Ground> {
    let Course { sources, options, report, clock } = course;
    let moment = Moment { day: report.day, drafts: drafts(options) };
    Ground::lay(catalog, (sources, moment, extent), (&mut report.findings, clock))
}

/// Plans the outputs, and runs all checks.
fn survey(world: &World<'_>, extent: &Extent, course: &mut Course<'_>) -> Plan {
    let Course { options, report, clock, .. } = course;
    let plan = clock.time("plan", || ground::plan(world, extent, &mut report.findings));
    report.findings.extend(clock.time("check", || match extent {
        Extent::Whole => checks::check(world),
        Extent::Pages(_) => checks::check_documents(world),
    }));
    report.next_change = checks::next_change(world);
    if drafts(options) == Drafts::Hidden {
        findings::excuse_drafts(&mut report.findings, world.catalog);
    }
    plan
}

fn drafts(options: &Options) -> Drafts {
    if options.drafts { Drafts::Shown } else { Drafts::Hidden }
}

/// Which trees `--only` chose.
fn wanted(world: &World<'_>, options: &Options) -> Vec<bool> {
    let one = |tree: &crate::resolve::Tree| {
        let place = &world.catalog.places.get(tree.place).id;
        (options.only_languages.is_empty() || options.only_languages.contains(&tree.language))
            && (options.only_localities.is_empty() || options.only_localities.contains(place))
    };
    world.resolved.trees.iter().map(one).collect()
}

/// Runs on as many threads as were asked for.
fn threads<T: Send>(options: &Options, work: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build();
    let pool = pool.map_err(|error| Failure::environment("no threads can be started", std::io::Error::other(error)))?;
    pool.install(work)
}

/// Runs on one thread what is too little to share: others would wake up for crumbs, at a tenth of all that it costs.
fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
