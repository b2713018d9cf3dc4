//! Turns the place of an output folder into whether a site can be published there, by trying and leaving nothing behind.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::io::{Failure, Target};

use super::PublishOptions;
use super::live::Live;
use super::site::Site;

/// How a new site takes the place of the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    OneStep,
    /// The file system knows no such step.
    TwoRenames,
}

/// Finds out whether a build could publish, and how.
///
/// # Errors
/// What a build would refuse or the disk does not allow.
pub fn probe(target: &dyn Target, options: &PublishOptions) -> Result<Exchange, Failure> {
    let above = options.out.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |folder: &Path, error| {
        Failure::environment(
            format!("`{}`, where the output folder lies, cannot be written to", folder.display()),
            error,
        )
    };
    let there = nearest(target, above).map_err(|error| failed(above, error))?;
    if there == above {
        let site = Site::find(target, &options.out)?;
        site.refuse_dangerous(target, options)?;
        // What an interrupted build left half done is ended by the next build, and judged then.
        if !matches!(target.kind(&site.journal()), Ok(Some(_))) {
            Live::find(target, &site, options.closeness)?;
        }
    }
    exchange(target, &there).map_err(|error| failed(&there, error))
}

/// Tries whether a file can be written in a folder.
///
/// # Errors
/// It cannot.
pub fn try_file(target: &dyn Target, folder: &Path) -> io::Result<()> {
    let path = folder.join(name("file"));
    target.create(&path, b"")?;
    target.remove_file(&path)
}

/// The folder itself, or the nearest around it that exists.
fn nearest(target: &dyn Target, folder: &Path) -> io::Result<PathBuf> {
    match (target.resolve(folder), folder.parent()) {
        (Err(error), Some(above)) if error.kind() == ErrorKind::NotFound && !above.as_os_str().is_empty() => {
            nearest(target, above)
        }
        (found, _) => found.map(|_| folder.to_owned()),
    }
}

/// Lets two new folders change places.
fn exchange(target: &dyn Target, folder: &Path) -> io::Result<Exchange> {
    let (a, b) = (folder.join(name("a")), folder.join(name("b")));
    target.make_folder(&a)?;
    let tried = target.make_folder(&b).and_then(|()| {
        let exchanged = target.exchange(&a, &b);
        target.remove_folder(&b)?;
        exchanged
    });
    target.remove_folder(&a)?;
    match tried {
        Ok(()) => Ok(Exchange::OneStep),
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(Exchange::TwoRenames),
        Err(error) => Err(error),
    }
}

/// A name that nothing else has, for as long as the try takes.
fn name(what: &str) -> String {
    format!(".fingerpost-try-{}-{what}", std::process::id())
}
