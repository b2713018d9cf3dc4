//! Turns planned prints into PDFs on plain threads: what did not change is taken over, the rest is set.

mod bundle;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Job, Sink, Stop};
use crate::diag::Finding;
use crate::formats::{Finished, LEAFLETS_REMEMBERED, MadePrint, Pictures, Press, Pressed, forget};
use crate::load::{Hash, Hasher};
use crate::manifest::PrintRecord;
use crate::memory::PROGRAM;
use crate::model::Route;
use crate::plan::prints::{Leaflet, Print, Printed, Trace, leaflet};

/// Makes the prints of the trees that are wanted. Typst's own threads and an outer pool would wait for each other, so
/// these are plain ones, each with the next print that nobody has. Gives what lists of prints say of them.
///
/// # Errors
/// All that keeps prints from being made, in their order; what the sink refuses.
pub fn prints(job: &Job<'_>, (sink, tell): (&dyn Sink, &(dyn Fn(usize) + Sync))) -> Result<Finished, Stop> {
    let wanted: Vec<&Print> = job.plan.prints.iter().filter(|print| job.wants(print.tree)).collect();
    if wanted.is_empty() {
        return Ok(Finished::default());
    }
    let maker = Maker::new(job);
    let next = AtomicUsize::new(0);
    let work = || {
        let (mut made, mut failed) = (Vec::new(), Vec::new());
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(print) = wanted.get(number) else { return (made, failed) };
            match maker.deliver(print, sink) {
                Ok(one) => {
                    tell(1 + usize::from(print.booklet().is_some()));
                    made.push((print.code.clone(), one));
                }
                Err(stop) => {
                    let ends = matches!(stop, Stop::Failure(_));
                    failed.push((number, stop));
                    if ends {
                        next.store(wanted.len(), Ordering::Relaxed);
                        return (made, failed);
                    }
                }
            }
        }
    };
    let threads = rayon::current_num_threads().min(wanted.len());
    let (made, failed): (Vec<_>, Vec<_>) = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().expect("a print is made or refused")).unzip()
    });
    gather(failed.into_iter().flatten().collect())?;
    let mut finished = Finished { prints: made.into_iter().flatten().collect(), ..Finished::default() };
    finished.zips = bundle::bundles(job, &finished, sink)?;
    Ok(finished)
}

/// One print's PDF, for whoever looks at one output alone.
///
/// # Errors
/// All that keeps it from being made.
pub fn one(job: &Job<'_>, path: &str) -> Result<Option<Vec<u8>>, Stop> {
    if let Some(zip) = bundle::one(job, path, |print| pressed(job, print))? {
        return Ok(Some(zip));
    }
    let is_here = |print: &&Print| {
        print.route.as_str() == path || print.booklet().is_some_and(|booklet| booklet.as_str() == path)
    };
    let Some(print) = job.plan.prints.iter().filter(|print| job.wants(print.tree)).find(is_here) else {
        return Ok(None);
    };
    let Pressed { pdf, booklet, .. } = pressed(job, print)?;
    Ok(if print.route.as_str() == path { Some(pdf) } else { booklet })
}

fn pressed(job: &Job<'_>, print: &Print) -> Result<Pressed, Stop> {
    Maker::new(job).press().press(&leaflet(job.world, print)).map_err(Stop::Findings)
}

/// The findings of all prints in their order, each once; or the first failure.
fn gather(mut failed: Vec<(usize, Stop)>) -> Result<(), Stop> {
    failed.sort_by_key(|(number, _)| *number);
    let mut findings: Vec<Finding> = Vec::new();
    for (_, stop) in failed {
        match stop {
            Stop::Findings(found) => {
                let fresh = found.into_iter().filter(|finding| !findings.contains(finding)).collect::<Vec<_>>();
                findings.extend(fresh);
            }
            other => return Err(other),
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Stop::Findings(findings)) }
}

struct Maker<'a> {
    job: &'a Job<'a>,
    /// Made for the first print that is set: a build that takes all over has no need of it.
    press: OnceLock<Press<'a>>,
    pictures: Pictures<'a>,
    set: AtomicUsize,
}

impl<'a> Maker<'a> {
    fn new(job: &'a Job<'a>) -> Self {
        let pictures = Pictures::new(job.images, job.sources, job.theme.print.settings.colours);
        Self { job, press: OnceLock::new(), pictures, set: AtomicUsize::new(0) }
    }

    fn press(&self) -> &Press<'a> {
        self.press.get_or_init(|| Press::new(&self.job.theme.print, self.pictures.clone()))
    }

    /// Takes a print over, or makes it.
    fn deliver(&self, print: &Print, sink: &dyn Sink) -> Result<MadePrint, Stop> {
        let leaflet = leaflet(self.job.world, print);
        let key = self.key(&leaflet);
        let trace = Trace::of(self.job.world, print, &leaflet);
        let booklet = print.booklet();
        let paths: Vec<&str> =
            [Some(&print.route), booklet.as_ref()].into_iter().flatten().map(Route::as_str).collect();
        if let Some((record, bytes)) = sink.keep_print(&paths, key)? {
            let printed = Printed { key, pages: record.pages, bytes };
            return Ok(MadePrint { trace, printed: Some(printed) });
        }
        let pressed = self.press().press(&leaflet).map_err(Stop::Findings)?;
        if self.set.fetch_add(1, Ordering::Relaxed) % LEAFLETS_REMEMBERED == LEAFLETS_REMEMBERED - 1 {
            forget();
        }
        sink.put(print.route.as_str(), &pressed.pdf)?;
        if let (Some(path), Some(bytes)) = (&booklet, &pressed.booklet) {
            sink.put(path.as_str(), bytes)?;
        }
        let pages = u32::try_from(pressed.pages).unwrap_or(u32::MAX);
        let record = PrintRecord { code: leaflet.code, version: leaflet.version, key, pages };
        sink.note_print(print.route.as_str(), record);
        let printed = Printed { key, pages, bytes: pressed.pdf.len() as u64 };
        Ok(MadePrint { trace, printed: Some(printed) })
    }

    /// All that a PDF is made from.
    fn key(&self, leaflet: &Leaflet) -> Hash {
        let mut hasher = Hasher::default();
        hasher.update(PROGRAM.as_bytes());
        hasher.update(&self.job.theme.print.hash.0);
        hasher.update(&leaflet.hash().0);
        for picture in self.pictures.hashes(leaflet) {
            hasher.update(&picture.0);
        }
        hasher.hash()
    }
}
