//! Turns a published site back into nothing, sparing every file that is not ours.

use std::io::ErrorKind;
use std::path::Path;

use crate::io::{Failure, Target};
use crate::manifest::Outputs;

use super::exchange::recover;
use super::part::refuse_strays;
use super::site::{Site, read_manifest, tolerate};
use super::survey::{Look, Survey, folders_of, survey};

/// What `clean` did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Files of the published site.
    pub removed: usize,
    /// Files in the output folder that are not ours and stay, by their path from there.
    pub kept: Vec<String>,
}

/// Removes what the manifest names from an output folder, then the folders that are empty, then what publishing keeps
/// beside it. Files that the manifest does not name stay; without a manifest all of them do.
///
/// # Errors
/// `Refused` if a build is running, or if files that are not ours came into the sibling; `Environment` for the disk.
pub fn clean(target: &dyn Target, out: &Path) -> Result<Cleaned, Failure> {
    let site = Site::find(target, out)?;
    let failed = |error| Failure::environment(format!("`{}` cannot be cleared", site.name), error);
    if target.kind(&site.state).map_err(failed)?.is_none() {
        let found = survey(target, &site.out, &Outputs::new(), &Look::default()).map_err(failed)?;
        return Ok(Cleaned { removed: 0, kept: found.foreign });
    }
    let _lock = site.lock(target)?;
    refuse_strays(target, &site)?;
    recover(target, &site)?;
    super::staging::refuse_foreign(target, &site)?;
    let outputs = read_manifest(target, &site.live_manifest())?.map(|live| live.outputs).unwrap_or_default();
    let found = survey(target, &site.out, &outputs, &Look::default()).map_err(failed)?;
    let removed = remove_ours(target, &site, &outputs, &found)?;
    target.remove_tree(&site.state).map_err(failed)?;
    Ok(Cleaned { removed, kept: found.foreign })
}

/// Only what the survey saw is removed: it followed no link, so nothing outside the folder can be meant.
fn remove_ours(target: &dyn Target, site: &Site, outputs: &Outputs, found: &Survey) -> Result<usize, Failure> {
    let failed = |error| Failure::environment(format!("`{}` cannot be cleared", site.name), error);
    let mut removed = 0;
    for path in outputs.keys().filter(|path| !found.missing.contains(*path)) {
        target.remove_file(&site.out.join(&**path)).map_err(failed)?;
        removed += 1;
    }
    let spared = [ErrorKind::NotFound, ErrorKind::DirectoryNotEmpty, ErrorKind::NotADirectory];
    for folder in folders_of(outputs).into_iter().rev() {
        tolerate(target.remove_folder(&site.out.join(folder)), &spared).map_err(failed)?;
    }
    tolerate(target.remove_folder(&site.out), &spared).map_err(failed)?;
    Ok(removed)
}
