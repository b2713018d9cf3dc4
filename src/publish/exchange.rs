//! Turns the complete sibling into the published site, or finds out after a crash how far that had come.

use std::io::{self, ErrorKind};

use crate::io::{Failure, Target};
use crate::manifest::{Manifest, OutputRecord, Outputs, Portion};

use super::part::{discard_part, put_rest, settle_part};
use super::site::{Site, read_manifest, tolerate};

/// Lets the sibling and the published folder change places. On an error the published folder is as it was, or the
/// journal leads the next build to an end.
///
/// # Errors
/// What the disk does.
pub fn exchange(target: &dyn Target, site: &Site) -> io::Result<()> {
    if target.kind(&site.out)?.is_none() {
        return target.rename(&site.sibling(), &site.out);
    }
    match target.exchange(&site.sibling(), &site.out) {
        Err(error) if error.kind() == ErrorKind::Unsupported => exchange_in_steps(target, site),
        done => done,
    }
}

/// Where one step is not to be had, the folder is missing between two renames: as short as can be.
fn exchange_in_steps(target: &dyn Target, site: &Site) -> io::Result<()> {
    target.rename(&site.out, &site.outgoing())?;
    if let Err(error) = target.rename(&site.sibling(), &site.out) {
        target.rename(&site.outgoing(), &site.out)?;
        return Err(error);
    }
    Ok(())
}

/// Puts the old site into the sibling's place, if it is not there yet, and gives each generation the manifest that says
/// what it holds.
///
/// # Errors
/// What the disk does; then the journal is still there, and `recover` does it again.
pub fn settle(target: &dyn Target, site: &Site) -> io::Result<()> {
    if target.kind(&site.outgoing())?.is_some() {
        target.rename(&site.outgoing(), &site.sibling())?;
    }
    let (live, sibling) = (site.live_manifest(), site.sibling_manifest());
    let old_is_kept = target.kind(&site.sibling())?.is_some();
    let moved = if old_is_kept { target.rename(&live, &sibling) } else { target.remove_file(&live) };
    tolerate(moved, &[ErrorKind::NotFound])?;
    target.rename(&site.journal(), &live)
}

/// Brings an interrupted run to an end: the new site if it had taken its place, otherwise the old one. After that there
/// is neither a journal nor a part.
///
/// # Errors
/// What the disk does.
pub fn recover(target: &dyn Target, site: &Site) -> Result<(), Failure> {
    let failed = |error| Failure::environment("an interrupted build cannot be brought to an end", error);
    let next = read_manifest(target, &site.journal())?;
    close_gap(target, site, next.as_ref()).map_err(failed)?;
    if next.is_none() && target.kind(&site.journal()).map_err(failed)?.is_none() {
        return discard_part(target, site).map_err(failed);
    }
    let old = read_manifest(target, &site.live_manifest())?.map(|old| old.outputs).unwrap_or_default();
    match &next {
        Some(Manifest { part: Some(portion @ Portion::Files(paths)), .. }) => {
            put_rest(target, site, paths).and_then(|()| settle_part(target, site, portion, &old))
        }
        Some(next) if is_published(target, site, &next.outputs, &old).map_err(failed)? => match &next.part {
            Some(part) => settle_part(target, site, part, &old),
            None => settle(target, site),
        },
        _ => tolerate(target.remove_file(&site.journal()), &[ErrorKind::NotFound]),
    }
    .and_then(|()| discard_part(target, site))
    .map_err(failed)
}

/// Ends an exchange that was cut off between its renames.
fn close_gap(target: &dyn Target, site: &Site, next: Option<&Manifest>) -> io::Result<()> {
    if target.kind(&site.outgoing())?.is_none() {
        return Ok(());
    }
    if target.kind(&site.sibling())?.is_some() {
        // The new site had not moved. Somebody may have made the missing folder again.
        tolerate(target.remove_folder(&site.out), &[ErrorKind::NotFound, ErrorKind::DirectoryNotEmpty])?;
    }
    if target.kind(&site.out)?.is_none() {
        let complete = next.is_some() && target.kind(&site.sibling())?.is_some();
        let from = if complete { site.sibling() } else { site.outgoing() };
        target.rename(&from, &site.out)?;
    }
    if target.kind(&site.outgoing())?.is_some() {
        tolerate(target.remove_tree(&site.sibling()), &[ErrorKind::NotFound])?;
        target.rename(&site.outgoing(), &site.sibling())?;
    }
    Ok(())
}

/// Whether the published folder is the new site, told by one output in which the two sites differ. Both were complete
/// when the journal was written, so one is enough; if they do not differ, it does not matter.
fn is_published(target: &dyn Target, site: &Site, next: &Outputs, old: &Outputs) -> io::Result<bool> {
    if target.kind(&site.out)?.is_none() {
        return Ok(false);
    }
    let differing = next.keys().chain(old.keys()).find(|path| next.get(*path) != old.get(*path));
    let Some(path) = differing.or(next.keys().next()) else { return Ok(true) };
    let there = match target.read(&site.out.join(&**path)) {
        Ok(bytes) => Some(OutputRecord::of(&bytes)),
        Err(error) if is_absence(&error) => None,
        Err(error) => return Err(error),
    };
    Ok(there.as_ref() == next.get(path))
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}
