//! Turns the path of one output into its bytes, and makes no other.

use std::convert::Infallible;

use super::{Job, Stop};
use crate::formats::{self, Finished, MadePrint, Output, Parts, Renderer};
use crate::load::Source;
use crate::plan::calendar::FILE;
use crate::plan::print_page::{Leads, ShortAddress, others};
use crate::plan::prints::{Print, Trace, leaflet};
use crate::plan::view::Kind;
use crate::plan::{Host, Planned, Siblings, SitemapEntry};
use crate::resolve::TreeIx;

/// One output.
#[derive(Debug)]
pub enum One<'a> {
    Bytes(Vec<u8>),
    /// A file of the portal as it is.
    Copy(&'a Source),
}

/// Makes the output that a build would write at `path`; none where it would write nothing.
///
/// # Errors
/// A mistake in a template or an image.
pub fn one<'a>(job: &Job<'a>, path: &str) -> Result<Option<One<'a>>, Stop> {
    if let Some((planned, tree)) = page_at(job, path) {
        return page(job, planned, tree).map(|html| html.map(One::Bytes));
    }
    if let Some(output) = calendar(job, path) {
        return Ok(Some(One::Bytes(output.bytes)));
    }
    if let Some(output) = alone(job, path)? {
        return Ok(Some(One::Bytes(output.bytes)));
    }
    if let Some(output) = of_prints(job, path)? {
        return Ok(Some(One::Bytes(output.bytes)));
    }
    #[cfg(feature = "prints")]
    if let Some(pdf) = super::prints::one(job, path)? {
        return Ok(Some(One::Bytes(pdf)));
    }
    // The portal's own host comes first, and its folder holds those of the others.
    for host in job.world.hosts.list.iter().rev() {
        if let Some(name) = path.strip_prefix(host.folder.as_str())
            && let Some(found) = hosted(job, host, name)?
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The leaf that a tree has at a path.
pub fn page_at<'a>(job: &Job<'a>, path: &str) -> Option<(&'a Planned, TreeIx)> {
    let world = job.world;
    let address = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    let trees = world.resolved.all().filter(|tree| job.wants(*tree));
    let mut below = trees.filter_map(|tree| Some((tree, address.strip_prefix(world.route(tree).as_str())?)));
    below.find_map(|(tree, below)| {
        let language = world.tree(tree).language;
        let is_there = |planned: &&Planned| {
            planned.present.iter().any(|(other, _)| *other == tree) && planned.leaf.path(world, language) == below
        };
        job.plan.leaves.iter().find(is_there).map(|planned| (planned, tree))
    })
}

/// One page of a leaf, with its own skeleton and body alone.
fn page(job: &Job<'_>, planned: &Planned, tree: TreeIx) -> Result<Option<Vec<u8>>, Stop> {
    let mut unit = Siblings::of(job.world, planned).unit(|other| other == tree);
    let Some(page) = unit.pages.first() else { return Ok(None) };
    let is_list = page.chrome.kind == Kind::Prints;
    let prints = if is_list { job.world.prints.of_tree(tree).collect() } else { Vec::new() };
    let renderer = Renderer::new(job.world, job.theme, [page.chrome]).map_err(Stop::Findings)?;
    let renderer = renderer.with(composed(job, &prints));
    let mut made = None;
    formats::pages(&mut Parts::new(&renderer), &mut unit, |page| {
        made = Some(page.html.as_bytes().to_vec());
        Ok::<(), Stop>(())
    })?;
    Ok(made)
}

/// The calendar that lies beside a page.
fn calendar(job: &Job<'_>, path: &str) -> Option<Output> {
    let (planned, tree) = page_at(job, path.strip_suffix(FILE)?)?;
    let unit = Siblings::of(job.world, planned).unit(|other| other == tree);
    unit.pages.iter().find_map(formats::calendar_of)
}

/// What is known of prints before they are made.
fn composed(job: &Job<'_>, prints: &[&Print]) -> Finished {
    let world = job.world;
    let of = |print: &&Print| {
        let trace = Trace::of(world, print, &leaflet(world, print));
        (print.code.clone(), MadePrint { trace, printed: None })
    };
    Finished { prints: prints.iter().map(of).collect(), ..Finished::default() }
}

/// The page at a short address, or the list of all prints.
fn of_prints(job: &Job<'_>, path: &str) -> Result<Option<Output>, Stop> {
    let world = job.world;
    if path == formats::TRACES && !job.plan.prints.is_empty() {
        let all: Vec<&Print> = job.plan.prints.iter().collect();
        return Ok(Some(formats::traces(&composed(job, &all))));
    }
    let is_here = |address: &&ShortAddress| job.wants(address.tree) && address.route.path() == path;
    let Some(address) = job.plan.short.iter().find(is_here) else { return Ok(None) };
    let mut prints = Vec::new();
    if let Leads::Print(at) = address.leads {
        let print = &world.prints.all()[at];
        prints = others(world, print);
        prints.push(print);
    }
    let renderer = Renderer::new(world, job.theme, []).map_err(Stop::Findings)?.with(composed(job, &prints));
    Ok(Some(formats::short_address(&renderer, address)?))
}

/// A chooser or a redirect.
fn alone(job: &Job<'_>, path: &str) -> Result<Option<Output>, Stop> {
    let chooser = job.plan.alone.iter().find(|alone| alone.route.path() == path);
    let redirect = job.plan.redirects.iter().find(|redirect| job.wants(redirect.tree) && redirect.from.path() == path);
    if chooser.is_none() && redirect.is_none() {
        return Ok(None);
    }
    let renderer = Renderer::new(job.world, job.theme, []).map_err(Stop::Findings)?;
    let made = match (redirect, chooser) {
        (Some(redirect), _) => formats::redirect(&renderer, redirect)?,
        (None, Some(chooser)) => formats::chooser(&renderer, chooser)?,
        (None, None) => return Ok(None),
    };
    Ok(Some(made))
}

/// What a host has of its own, by its name in the host's folder.
fn hosted<'a>(job: &Job<'a>, host: &Host, name: &str) -> Result<Option<One<'a>>, Stop> {
    let path = format!("{}{name}", host.folder.as_str());
    if let Some(source) = job.sources.files.get(format!("content/static/{name}").as_str()) {
        return Ok(Some(One::Copy(source)));
    }
    if let Some(asset) = job.theme.assets().iter().find(|asset| asset.route_file == name) {
        return Ok(Some(One::Bytes(asset.bytes.to_vec())));
    }
    let is_table = name.starts_with("assets/postcodes.");
    if let Some(cut) = is_table.then(|| super::postcodes(job, host)).flatten().filter(|cut| cut.route.as_str() == name)
    {
        return Ok(Some(One::Bytes(cut.bytes.clone())));
    }
    if let Some(image) = job.images.iter().find(|image| image.asset.route.path() == name) {
        let output = formats::image(image, &job.sources.files[image.source.as_str()])?;
        return Ok(Some(One::Bytes(output.bytes)));
    }
    if let Some(bytes) = super::search::file(job, host, name) {
        return Ok(Some(One::Bytes(bytes)));
    }
    if let Some(bytes) = super::open_data::file(job, host, name)? {
        return Ok(Some(One::Bytes(bytes)));
    }
    let outputs = if name.starts_with("sitemap") { sitemaps(job, host) } else { settings(job, host) };
    Ok(outputs.into_iter().find(|output| output.path == path).map(|output| One::Bytes(output.bytes)))
}

fn settings(job: &Job<'_>, host: &Host) -> Vec<Output> {
    let redirects = super::redirects_of(job, host);
    let mut outputs = formats::host_files(job.world, host, &redirects);
    outputs.push(formats::robots(host));
    outputs
}

fn sitemaps(job: &Job<'_>, host: &Host) -> Vec<Output> {
    use rayon::prelude::*;
    let of_leaf = |planned: &Planned| {
        let entries = Siblings::of(job.world, planned).entries(|tree| job.wants(tree));
        entries.into_iter().filter(|entry| entry.host == host.folder).collect()
    };
    let entries: Vec<Vec<SitemapEntry>> = job.plan.leaves.par_iter().map(of_leaf).collect();
    let mut outputs = Vec::new();
    let Ok(()) = formats::sitemaps(host, entries.iter().flatten(), |output| {
        outputs.push(output.clone());
        Ok::<_, Infallible>(())
    });
    outputs
}
