//! Turns a portal into the list of its prints, or into those whose published copies are out of date.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Failure, Keys, Options, Outlet, Report, Taken, afresh, paper, threads};
use crate::formats::TRACES;
use crate::io::{DiskTarget, Files, ListedKind, Target};
use crate::plan::prints::recall::{self, Due, Listed};
use crate::plan::prints::{self, Trace};
use crate::render::{Job, Stop};

/// Every print of a portal, with the copies that are held of it. None where an error stands.
///
/// # Errors
/// What the disk does.
pub fn list(files: &dyn Files, options: &Options) -> Result<(Option<Vec<Listed>>, Report), Failure> {
    compose(files, options, |job, now| recall::list(job.world.catalog, now))
}

/// The prints of `before` that say something else now, or are no longer made. None where an error stands.
///
/// # Errors
/// What the disk does.
pub fn due(files: &dyn Files, options: &Options, before: &[Trace]) -> Result<(Option<Vec<Due>>, Report), Failure> {
    compose(files, options, |job, now| recall::due(job.world.catalog, (before, now)))
}

/// The prints of `before`, and those that were lost in earlier builds of a site, that are no longer made and of which
/// no record says so. None where an error stands.
///
/// # Errors
/// What the disk does.
pub fn lost(
    files: &dyn Files,
    options: &Options,
    (before, site): (&[Trace], &Path),
) -> Result<(Option<Vec<Trace>>, Report), Failure> {
    let all = [&paper::lost(site), before].concat();
    compose(files, options, |job, now| recall::lost(job.world.catalog, (&all, now)))
}

/// Whether earlier builds of a site lost any.
pub fn has_lost(site: &Path) -> bool {
    !paper::lost(site).is_empty()
}

/// What a site says of its prints. `path` is its folder, the list that lies in it, or the manifest beside it.
///
/// # Errors
/// There is no such list.
pub fn published(path: &Path) -> Result<Vec<Trace>, Failure> {
    let unknown = |message: String| Failure::Usage {
        message,
        help: format!("name the folder of a site that was built, such as `public`, or its `{TRACES}`"),
    };
    let failed = |error| Failure::environment(format!("`{}` cannot be read", path.display()), error);
    let file = match DiskTarget.kind(path).map_err(failed)? {
        None => return Err(unknown(format!("there is no `{}`", path.display()))),
        Some(ListedKind::File) => of_manifest(path).unwrap_or_else(|| path.to_owned()),
        Some(_) => path.join(TRACES),
    };
    let bytes = match DiskTarget.read(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(unknown(format!("the site in `{}` has no list of prints", path.display())));
        }
        read => read.map_err(failed)?,
    };
    prints::from_json(&bytes).ok_or_else(|| unknown(format!("`{}` is not a list of prints", file.display())))
}

/// The list in the site that a manifest belongs to: `public` for `.public.fingerpost/live.json`, and the older site
/// beside it for `sibling.json`.
fn of_manifest(path: &Path) -> Option<PathBuf> {
    let state = path.parent()?;
    let name = state.file_name()?.to_str()?.strip_prefix('.')?.strip_suffix(".fingerpost")?;
    match path.file_name()?.to_str()? {
        "live.json" => Some(state.with_file_name(name).join(TRACES)),
        "sibling.json" => Some(state.join("sibling").join(TRACES)),
        _ => None,
    }
}

/// Composes every print, and makes none.
fn compose<T: Send>(
    files: &dyn Files,
    options: &Options,
    tell: impl Fn(&Job<'_>, &[Trace]) -> T + Send,
) -> Result<(Option<T>, Report), Failure> {
    let mut composing = Composing { tell, told: None };
    let report = threads(options, || afresh(files, options, &mut composing))?;
    Ok((composing.told, report))
}

struct Composing<T, F> {
    tell: F,
    told: Option<T>,
}

impl<T: Send, F: Fn(&Job<'_>, &[Trace]) -> T + Send> Outlet for Composing<T, F> {
    fn take(&mut self, job: &Job<'_>, _: &Keys) -> Result<Taken, Stop> {
        self.told = Some((self.tell)(job, &traces(job)));
        Ok(Taken::default())
    }
}

/// What is known of every print before it is made.
fn traces(job: &Job<'_>) -> Vec<Trace> {
    let world = job.world;
    let trace = |print| Trace::of(world, print, &prints::leaflet(world, print));
    world.prints.all().par_iter().map(trace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_leads_to_the_list_of_its_site() {
        let of = |path: &str| of_manifest(Path::new(path)).map(|path| path.display().to_string());
        assert_eq!(of("a/.public.fingerpost/live.json").as_deref(), Some("a/public/print/prints.json"));
        assert_eq!(
            of("a/.public.fingerpost/sibling.json").as_deref(),
            Some("a/.public.fingerpost/sibling/print/prints.json")
        );
        assert_eq!(of("a/public/print/prints.json"), None);
    }
}
