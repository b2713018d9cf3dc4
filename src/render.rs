//! Turns a plan into finished outputs, in parallel, handing each on as soon as it is done.

mod one;
mod open_data;
mod search;
#[cfg(feature = "prints")]
mod prints;
mod weigh;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::catalog::PageIx;
use crate::checks::weight::{Heavy, heaviest};
use crate::diag::{Finding, Place};
use crate::formats::{self, Fault, Output, Parts, Renderer};
use crate::io::Failure;
use crate::load::{Hash, Source, Sources};
use crate::manifest::PrintRecord;
use crate::model::{Luggage, Route};
use crate::plan::{Cut, Host, ImagePlan, Plan, Planned, Redirect, Siblings, SitemapEntry, World};
use crate::resolve::TreeIx;
use crate::theme::Theme;

pub use one::{One, one, page_at};

use weigh::{Heaviest, Weigher};

/// Where outputs go: to staging, or nowhere when a portal is only checked.
pub trait Sink: Sync {
    /// # Errors
    /// What the disk does.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Takes a file of the portal as it is.
    ///
    /// # Errors
    /// What the disk does.
    fn copy(&self, path: &str, source: &Source) -> Result<(), Failure>;

    /// An output as the site has it that this one takes the place of.
    fn published(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    /// Takes over a print, with the files that belong to it, that was made from the same before; says how many bytes the
    /// first of them has. `None` if it must be put.
    ///
    /// # Errors
    /// What the disk does.
    fn keep_print(&self, _: &[&str], _: Hash) -> Result<Option<(PrintRecord, u64)>, Failure> {
        Ok(None)
    }

    /// The bytes of an output that it took, or took over; none if it keeps none.
    ///
    /// # Errors
    /// What the disk does.
    fn read(&self, _: &str) -> Result<Option<Vec<u8>>, Failure> {
        Ok(None)
    }

    /// Hears what a print that it took was made from.
    fn note_print(&self, _: &str, _: PrintRecord) {}
}

/// Why rendering ended early.
#[derive(Debug)]
pub enum Stop {
    /// Mistakes in templates or images: nothing is published.
    Findings(Vec<Finding>),
    Failure(Failure),
    /// An edit of some pages would change others too: the whole site must be made.
    Wider,
}

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Self {
        let error = std::io::Error::other(error.to_string());
        Self::Failure(Failure::environment("the table of services cannot be made", error))
    }
}

impl From<Finding> for Stop {
    fn from(finding: Finding) -> Self {
        Self::Findings(vec![finding])
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// What rendering tells of a site.
#[derive(Debug, Default)]
pub struct Rendered {
    /// A hash of what sitemaps say of each page of Markdown.
    pub entries: BTreeMap<PageIx, Hash>,
    /// Warnings on what was made.
    pub findings: Vec<Finding>,
    pub luggage: Luggage,
}

/// What is rendered.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    pub world: &'a World<'a>,
    pub theme: &'a Theme,
    pub plan: &'a Plan,
    pub images: &'a [ImagePlan],
    /// Of the theme, where it was weighed before.
    pub luggage: Option<Luggage>,
    pub sources: &'a Sources,
    /// The trees that are wanted, by tree; all of a whole build.
    pub wanted: &'a [bool],
}

impl Job<'_> {
    fn wants(&self, tree: TreeIx) -> bool {
        self.wanted[tree.0 as usize]
    }
}

/// Renders everything that is planned. `step` hears how many pages are done.
///
/// # Errors
/// The first mistake in plan order, pages that are too heavy, or what the sink refuses.
pub fn render(job: &Job<'_>, sink: &dyn Sink, step: &(dyn Fn(usize) + Sync)) -> Result<Rendered, Stop> {
    let wanted = job.plan.chromes.iter().copied().filter(|chrome| job.wants(chrome.tree));
    let renderer = Renderer::new(job.world, job.theme, wanted).map_err(Stop::Findings)?;
    let done = AtomicUsize::new(0);
    let tell = |pages: usize| step(done.fetch_add(pages, Ordering::Relaxed) + pages);
    let renderer = renderer.with(prints(job, (sink, &tell))?);
    let weigher = Weigher::new(job);
    let leaves = job
        .plan
        .leaves
        .par_iter()
        .map_init(|| Parts::new(&renderer), |parts, planned| leaf((job, &weigher), parts, planned, (sink, &tell)))
        .collect::<Result<Vec<Leaf>, Stop>>()?;
    let (mut listed, mut heavy, mut faults) = (Vec::with_capacity(leaves.len()), Vec::new(), BTreeSet::new());
    for leaf in leaves {
        listed.push(leaf.entries);
        heavy.extend(leaf.heavy);
        faults.extend(leaf.faults);
    }
    let mut findings = heaviest(heavy);
    if job.plan.is_whole() {
        findings.extend(weigher.theme());
    }
    if findings.iter().any(Finding::is_error) {
        return Err(Stop::Findings(findings));
    }
    let rendered = Rendered { entries: hashes(&job.plan.leaves, &listed), findings, luggage: weigher.luggage() };
    if let Some(edited) = &job.plan.edited {
        judged(job, faults)?;
        search::edited(job, edited, sink)?;
        return Ok(rendered);
    }
    faults.extend(renderer.judge_skeletons());
    for alone in &job.plan.alone {
        let output = formats::chooser(&renderer, alone)?;
        faults.extend(formats::judge_page(&String::from_utf8_lossy(&output.bytes), &output.path));
        send(sink, &output)?;
    }
    judged(job, faults)?;
    for address in job.plan.short.iter().filter(|address| job.wants(address.tree)) {
        send(sink, &formats::short_address(&renderer, address)?)?;
    }
    if !job.plan.prints.is_empty() {
        send(sink, &formats::traces(renderer.finished()))?;
    }
    for redirect in job.plan.redirects.iter().filter(|redirect| job.wants(redirect.tree)) {
        send(sink, &formats::redirect(&renderer, redirect)?)?;
    }
    // What pages are made with takes as much room as an index.
    drop(renderer);
    search::indexes(job, sink)?;
    open_data::files(job, sink)?;
    for host in &job.world.hosts.list {
        hosted(job, host, &listed, sink)?;
    }
    Ok(rendered)
}

/// Stops where the accessibility rules found something. What is of one page of Markdown points to its file.
fn judged(job: &Job<'_>, faults: BTreeSet<Fault>) -> Result<(), Stop> {
    if faults.is_empty() {
        return Ok(());
    }
    let placed = faults.into_iter().map(|(path, finding)| match source(job, &path) {
        Some(file) => finding.at(Place::file(&file)),
        None => finding,
    });
    Err(Stop::Findings(placed.collect()))
}

/// The file of Markdown that a page is written in; none where there is no such file, or several.
fn source(job: &Job<'_>, path: &str) -> Option<Arc<str>> {
    let (planned, tree) = page_at(job, path)?;
    let language = job.world.tree(tree).language;
    let catalog = job.world.catalog;
    let versions = &catalog.pages.get(planned.leaf.page()?).versions;
    let mut own = versions.iter().filter(|((_, _, own), _)| *own == language);
    let (_, doc) = own.next()?;
    own.next().is_none().then(|| catalog.document(*doc).path.clone())
}

/// Makes the prints before the pages that say how large each is.
#[cfg(feature = "prints")]
fn prints(job: &Job<'_>, to: (&dyn Sink, &(dyn Fn(usize) + Sync))) -> Result<formats::Finished, Stop> {
    prints::prints(job, to)
}

#[cfg(not(feature = "prints"))]
fn prints(_: &Job<'_>, _: (&dyn Sink, &(dyn Fn(usize) + Sync))) -> Result<formats::Finished, Stop> {
    Ok(formats::Finished::default())
}

/// What sitemaps say of each page of Markdown, in both editions.
fn hashes(leaves: &[Planned], listed: &[Vec<SitemapEntry>]) -> BTreeMap<PageIx, Hash> {
    let mut said: BTreeMap<PageIx, Vec<u8>> = BTreeMap::new();
    let mut text = Vec::new();
    for (planned, listed) in leaves.iter().zip(listed) {
        if let Some(page) = planned.leaf.page() {
            text.clear();
            borsh::to_writer(&mut text, listed).expect("memory takes what is written to it");
            said.entry(page).or_default().extend(Hash::of(&text).0);
        }
    }
    said.into_iter().map(|(page, said)| (page, Hash::of(&said))).collect()
}

fn send(sink: &dyn Sink, output: &Output) -> Result<(), Stop> {
    sink.put(&output.path, &output.bytes).map_err(Stop::Failure)
}

/// What is left of a leaf when its pages are made.
struct Leaf {
    entries: Vec<SitemapEntry>,
    heavy: Vec<Heavy>,
    faults: Vec<Fault>,
}

/// All pages of one leaf; its views are dropped here.
fn leaf(
    (job, weigher): (&Job<'_>, &Weigher<'_>),
    parts: &mut Parts<'_, '_>,
    planned: &Planned,
    (sink, tell): (&dyn Sink, &(dyn Fn(usize) + Sync)),
) -> Result<Leaf, Stop> {
    let siblings = Siblings::of(job.world, planned);
    let mut unit = siblings.unit(|tree| job.wants(tree) && !planned.stays.contains(&tree));
    let mut suspects = Heaviest::default();
    formats::pages(parts, &mut unit, |made| {
        weigher.look(planned, &made, &mut suspects);
        sink.put(made.path, made.html.as_bytes()).map_err(Stop::Failure)
    })?;
    for output in unit.pages.iter().filter_map(formats::calendar_of) {
        send(sink, &output)?;
    }
    tell(unit.pages.len());
    Ok(Leaf {
        entries: siblings.entries(|tree| job.wants(tree)),
        heavy: weigher.heavy(suspects),
        faults: parts.judge.take(),
    })
}

/// What each host has of its own: sitemaps, settings, assets, images and static files.
fn hosted(job: &Job<'_>, host: &Host, listed: &[Vec<SitemapEntry>], sink: &dyn Sink) -> Result<(), Stop> {
    let own = listed.iter().flatten().filter(|entry| entry.host == host.folder);
    formats::sitemaps(host, own, |output| send(sink, output))?;
    let redirects = redirects_of(job, host);
    send(sink, &formats::robots(host))?;
    for output in formats::host_files(job.world, host, &redirects) {
        send(sink, &output)?;
    }
    let folder = |route: &Route| host.folder.under(route.as_str()).path();
    for asset in job.theme.assets() {
        sink.put(&format!("{}{}", host.folder.as_str(), asset.route_file), &asset.bytes)?;
    }
    if let Some(cut) = postcodes(job, host) {
        sink.put(&folder(&cut.route), &cut.bytes)?;
    }
    let images: BTreeMap<&Route, &ImagePlan> = job.images.iter().map(|image| (&image.asset.route, image)).collect();
    let made: Result<Vec<Output>, Finding> =
        images.par_iter().map(|(_, image)| formats::image(image, &job.sources.files[image.source.as_str()])).collect();
    for (route, output) in images.keys().zip(made?) {
        sink.put(&folder(route), &output.bytes)?;
    }
    for (path, source) in job.sources.files.range::<Arc<str>, _>(Arc::from("content/static/")..) {
        let Some(name) = path.strip_prefix("content/static/") else { break };
        sink.copy(&format!("{}{name}", host.folder.as_str()), source)?;
    }
    Ok(())
}

/// The table of postcodes, which lies on the host that holds everywhere.
fn postcodes<'a>(job: &Job<'a>, host: &Host) -> Option<&'a Cut> {
    let catalog = job.world.catalog;
    let is_everywhere = host.place == catalog.places.root() && catalog.places.sites().len() > 1;
    if is_everywhere { job.world.postcodes.cut(catalog) } else { None }
}

/// The former addresses on a host.
fn redirects_of<'a>(job: &Job<'a>, host: &Host) -> Vec<&'a Redirect> {
    let of = |redirect: &&Redirect| job.world.hosts.of(job.world.tree(redirect.tree).place).place == host.place;
    job.plan.redirects.iter().filter(of).collect()
}
