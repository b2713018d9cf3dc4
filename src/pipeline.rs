//! Turns a portal into a site by running every stage in order.

mod explain;
mod findings;
mod verify;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::diag::Finding;
use crate::io::{DiskTarget, Files};
use crate::load::{Source, Sources};
use crate::manifest::Scope;
use crate::model::{Language, LocalityId, Route};
use crate::plan::directory::Directory;
use crate::plan::{self, Assets, Hosts, ImagePlan, Times, World};
use crate::publish::{PublishOptions, Published, Publisher, Reuse};
use crate::render::{self, Job, Sink, Stop};
use crate::resolve::{Drafts, Moment, Words, resolve};
use crate::theme::Theme;
use crate::{catalog, checks, load, parse};

pub use crate::io::Failure;
pub use explain::{Explanation, explain};
pub use verify::{Comparison, Difference, Differs, verify};

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
    pub timings: Vec<(&'static str, Duration)>,
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
pub fn check(files: &dyn Files, options: &Options) -> Result<Report, Failure> {
    threads(options, || run(files, options, deliver_nowhere))
}

/// Builds the site into `options.out`. Nothing there changes if any finding is an error.
///
/// # Errors
/// What the disk does, and refusals for safety, in plain words.
pub fn build(files: &dyn Files, options: &Options, progress: &dyn Progress) -> Result<Report, Failure> {
    threads(options, || run(files, options, |job| deliver(job, files, options, progress)))
}

/// Removes the site in `out`: what its manifest names, and no other file. Says how many files are gone, and which stay.
///
/// # Errors
/// What the disk does, and a folder that is not ours.
pub fn clean(out: &Path) -> Result<crate::publish::Cleaned, Failure> {
    crate::publish::clean(&DiskTarget, out)
}

/// The stages, in order. `deliver` renders the site and says what became of it; it is not called while an error stands.
fn run(
    files: &dyn Files,
    options: &Options,
    deliver: impl FnOnce(&Job<'_>) -> Result<Published, Stop>,
) -> Result<Report, Failure> {
    let mut report = Report::new(options);
    let mut clock = Clock::default();
    let loaded = clock.time("load", || load::load(files));
    let loaded = loaded.map_err(|error| Failure::environment("the portal cannot be read", error))?;
    let sources = Arc::new(loaded.take(&mut report.findings));
    report.sources = sources.clone();
    let records = clock.time("parse", || parse::records::parse(&sources)).take(&mut report.findings);
    let catalog = clock.time("catalog", || catalog::build(records, &sources)).take(&mut report.findings);
    if let Some(catalog) = catalog {
        report.day = options.as_of.or(catalog.portal.as_of).unwrap_or(options.today);
        let mut course = Course { sources: &sources, options, report: &mut report, clock: &mut clock };
        let done = site(&catalog, &mut course, deliver);
        match done {
            Ok(published) => report.published(published),
            Err(Stop::Findings(findings)) => report.findings.extend(findings),
            Err(Stop::Failure(failure)) => return Err(failure),
        }
    }
    findings::settle(&mut report.findings, &sources, options);
    report.timings = clock.timings;
    Ok(report)
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
    deliver: impl FnOnce(&Job<'_>) -> Result<Published, Stop>,
) -> Result<Option<Published>, Stop> {
    let Course { sources, options, report, clock } = course;
    let drafts = if options.drafts { Drafts::Shown } else { Drafts::Hidden };
    let moment = Moment { day: report.day, drafts };
    let findings = &mut report.findings;
    let words = Words::build(sources, &catalog.portal.languages, &catalog.portal.fallback).take(findings);
    let theme = Theme::build(sources, &catalog.portal.theme, &catalog.portal.colours).take(findings);
    let images = plan::images(catalog, sources).take(findings);
    let Some(theme) = theme else { return Ok(None) };
    let resolved = clock.time("resolve", || resolve(catalog, moment));
    let world = clock.time("index", || World {
        catalog,
        words: &words,
        resolved: &resolved,
        moment,
        directory: Directory::build(catalog, &resolved, &words),
        strings: strings(&words, catalog),
        assets: assets(&theme, catalog, &images),
        hosts: Hosts::build(catalog),
        times: Times::build(catalog, &words),
    });
    let plan = clock.time("plan", || plan::plan(&world)).take(findings);
    findings.extend(clock.time("check", || checks::check(&world)));
    report.next_change = checks::next_change(&world);
    if drafts == Drafts::Hidden {
        findings::excuse_drafts(&mut report.findings, catalog);
    }
    let stops = |finding: &Finding| finding.is_error() || options.strict;
    if report.findings.iter().any(stops) {
        return Ok(None);
    }
    let wanted = wanted(&world, options);
    let job = Job { world: &world, theme: &theme, plan: &plan, images: &images, sources, wanted: &wanted };
    clock.time("render and publish", || deliver(&job)).map(Some)
}

fn strings(words: &Words, catalog: &Catalog) -> BTreeMap<Language, plan::view::Strings> {
    let table = |language| plan::view::Strings::from_serializable(&*words.table(language));
    catalog.portal.languages.iter().map(|&language| (language, table(language))).collect()
}

/// The addresses of the theme's files and of the portal's images.
fn assets(theme: &Theme, catalog: &Catalog, images: &[ImagePlan]) -> Assets {
    let route = |name: &str| theme.asset(name).map(|path| Route::root().under(path));
    Assets {
        stylesheet: route("site.css").unwrap_or_default(),
        icon: route("favicon.svg"),
        logo: catalog.portal.logo.as_ref().map(|logo| Route::root().under(logo)),
        images: images.iter().map(|image| (image.source.clone(), image.asset.clone())).collect(),
    }
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

/// Renders into staging, then publishes in one exchange.
fn deliver(job: &Job<'_>, files: &dyn Files, options: &Options, progress: &dyn Progress) -> Result<Published, Stop> {
    let cancel = AtomicBool::new(false);
    let partial = !options.only_languages.is_empty() || !options.only_localities.is_empty();
    let publish = PublishOptions {
        out: options.out.clone(),
        portal: options.portal.clone(),
        home: options.home.clone(),
        scope: if partial { Scope::Partial } else { Scope::Full },
        reuse: if options.afresh { Reuse::Nothing } else { Reuse::Unchanged },
        generator: concat!("fingerpost ", env!("CARGO_PKG_VERSION")).to_owned(),
        day: job.world.moment.day,
    };
    let publisher = Publisher::begin(&DiskTarget, &publish, &cancel)?;
    let step = |done: usize| {
        progress.step(done, job.plan.outputs);
        if progress.interrupted() {
            cancel.store(true, Ordering::SeqCst);
        }
    };
    render::render(job, &Staging { publisher: &publisher, files }, &step)?;
    Ok(publisher.commit()?)
}

/// Renders everything and keeps nothing: mistakes in templates are found as in a build.
fn deliver_nowhere(job: &Job<'_>) -> Result<Published, Stop> {
    render::render(job, &Nowhere, &|_| {})?;
    Ok(Published::default())
}

struct Staging<'a, 'p> {
    publisher: &'a Publisher<'p>,
    files: &'a dyn Files,
}

impl Sink for Staging<'_, '_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.publisher.put(path, bytes)
    }

    fn copy(&self, path: &str, source: &Source) -> Result<(), Failure> {
        self.publisher.copy(path, source, self.files)
    }
}

struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    fn copy(&self, _: &str, _: &Source) -> Result<(), Failure> {
        Ok(())
    }
}

/// Runs on as many threads as were asked for.
fn threads<T: Send>(options: &Options, work: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build();
    let pool = pool.map_err(|error| Failure::environment("no threads can be started", std::io::Error::other(error)))?;
    pool.install(work)
}

/// How long each stage took, for `--timings`; it never reaches an output.
#[derive(Debug, Default)]
struct Clock {
    timings: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = work();
        self.timings.push((stage, start.elapsed()));
        value
    }
}

impl Report {
    fn new(options: &Options) -> Self {
        Self {
            findings: Vec::new(),
            sources: Arc::default(),
            day: options.as_of.unwrap_or(options.today),
            next_change: None,
            outputs: 0,
            bytes: 0,
            written: 0,
            removed: 0,
            timings: Vec::new(),
        }
    }

    fn published(&mut self, published: Option<Published>) {
        let Some(published) = published else { return };
        self.outputs = published.written + published.unchanged;
        self.bytes = published.bytes;
        self.written = published.written;
        self.removed = published.removed;
    }
}
