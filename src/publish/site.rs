//! Turns the output folder that was asked for into the paths that publishing uses, refusing dangerous ones.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::io::{Failure, ListedKind, Lock, Stamp, Target};
use crate::manifest::Manifest;

use super::PublishOptions;

/// The output folder and what lies beside it.
#[derive(Clone, Debug)]
pub struct Site {
    /// As it was asked for, for messages.
    pub name: String,
    /// The published folder, without links; it may not exist yet.
    pub out: PathBuf,
    /// `.public.fingerpost` beside `public`.
    pub state: PathBuf,
}

impl Site {
    /// Finds the output folder. A link is followed: the site is published in the folder that it leads to.
    ///
    /// # Errors
    /// `Refused` for a path that is no folder, or a link to nothing; `Environment` for what the disk does.
    pub fn find(target: &dyn Target, out: &Path) -> Result<Self, Failure> {
        let name = out.display().to_string();
        let failed = |error| Failure::environment(format!("the output folder `{name}` cannot be reached"), error);
        let real = match target.kind(out).map_err(failed)? {
            Some(ListedKind::File) => return Err(not_a_folder(&name, "is a file")),
            Some(_) => match target.resolve(out) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(not_a_folder(&name, "is a link to something that is not there"));
                }
                real => real.map_err(failed)?,
            },
            None => missing_folder(target, out).map_err(failed)?,
        };
        if matches!(target.kind(&real).map_err(failed)?, Some(ListedKind::File | ListedKind::Other)) {
            return Err(not_a_folder(&name, "does not lead to a folder"));
        }
        let Some(last) = real.file_name() else { return Err(too_wide(&name, "everything on this computer")) };
        let mut state = std::ffi::OsString::from(".");
        state.push(last);
        state.push(".fingerpost");
        let state = real.with_file_name(state);
        Ok(Self { name, out: real, state })
    }

    /// Finds the output folder of a build, and makes the folders around it.
    ///
    /// # Errors
    /// As for `find`, and `Refused` for a folder that no site may be put in.
    pub fn open(target: &dyn Target, options: &PublishOptions) -> Result<Self, Failure> {
        let failed = |error| Failure::environment(format!("`{}` cannot be made", options.out.display()), error);
        if let Some(above) = options.out.parent().filter(|above| !above.as_os_str().is_empty()) {
            make_folders(target, above).map_err(failed)?;
        }
        let site = Self::find(target, &options.out)?;
        site.refuse_dangerous(target, options)?;
        let exists = target.kind(&site.out).map_err(failed)?.is_some();
        if exists && !target.same_disk(&site.out, &site.state.with_file_name(".")).map_err(failed)? {
            return Err(Failure::refused(
                format!("a disk of its own is mounted at the output folder `{}`", site.name),
                format!("give `--out` a folder on that disk, such as `{}/public`", site.name),
            ));
        }
        Ok(site)
    }

    /// Refuses an output folder in which a portal's own files or everything somebody has would be at stake.
    ///
    /// # Errors
    /// `Refused`; `Environment` for what the disk does.
    pub fn refuse_dangerous(&self, target: &dyn Target, options: &PublishOptions) -> Result<(), Failure> {
        let name = &self.name;
        if self
            .out
            .iter()
            .any(|part| part.to_string_lossy().starts_with('.') && part.to_string_lossy().ends_with(".fingerpost"))
        {
            return Err(Failure::refused(
                format!("the output folder `{name}` is one that Fingerpost keeps for itself"),
                "give `--out` a folder of its own, such as `public`",
            ));
        }
        let portal = resolved(target, &options.portal)?;
        let home = options.home.as_ref().map(|home| resolved(target, home)).transpose()?;
        for (held, what) in [(Some(&portal), "the portal itself"), (home.as_ref(), "your home folder")] {
            if held.is_some_and(|held| held.starts_with(&self.out)) {
                return Err(too_wide(name, what));
            }
        }
        for folder in ["content", "themes", "locales"] {
            let source = resolved(target, &portal.join(folder))?;
            if source.starts_with(&self.out) || self.out.starts_with(&source) {
                return Err(Failure::refused(
                    format!("the output folder `{name}` lies in the portal's own `{folder}`"),
                    "give `--out` a folder outside it, such as `public` beside it",
                ));
            }
        }
        Ok(())
    }

    /// What went wrong before the exchange.
    pub fn stays(&self, error: io::Error) -> Failure {
        let what = format!("the new site cannot be written, and `{}` stays as it was", self.name);
        Failure::environment(what, error)
    }

    /// The other generation: the site before this one, or the one that is being built.
    pub fn sibling(&self) -> PathBuf {
        self.state.join("sibling")
    }

    /// Where the old site stands for a moment, if folders cannot be exchanged.
    pub fn outgoing(&self) -> PathBuf {
        self.state.join("outgoing")
    }

    /// A folder or file of the new site, until it is put in place; then the old one.
    pub fn part(&self) -> PathBuf {
        self.state.join("part")
    }

    /// Files that somebody put into a folder of the site while it was replaced.
    pub fn strays(&self) -> PathBuf {
        self.state.join("strays")
    }

    /// Holds the lock. Its time is set by each build, to learn the time by the file system's clock.
    pub fn lock_file(&self) -> PathBuf {
        self.state.join("lock")
    }

    /// The moment by the disk's clock. None if the disk does not tell: then whatever is there is looked at more closely.
    pub fn now(&self, target: &dyn Target) -> Option<Stamp> {
        target.stamp(&self.lock_file()).unwrap_or_default()
    }

    /// Says what the published folder holds.
    pub fn live_manifest(&self) -> PathBuf {
        self.state.join("live.json")
    }

    /// Says what the sibling holds; absent while that changes.
    pub fn sibling_manifest(&self) -> PathBuf {
        self.state.join("sibling.json")
    }

    /// The journal: says what the new site holds, from before the exchange until everything after it is done.
    pub fn journal(&self) -> PathBuf {
        self.state.join("next.json")
    }

    /// Takes the lock, which also keeps `clean` out.
    ///
    /// # Errors
    /// `Refused` if another build holds it; `Environment` if the place beside the output folder cannot be written.
    pub fn lock(&self, target: &dyn Target) -> Result<Lock, Failure> {
        let failed = |error| {
            let above = self.out.parent().unwrap_or(&self.out).display();
            Failure::environment(format!("`{above}`, where the output folder lies, cannot be written to"), error)
        };
        match target.make_folder(&self.state) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(failed(error)),
            _ => {}
        }
        match target.lock(&self.lock_file()) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(Failure::refused(
                format!("another build is writing to `{}`", self.name),
                "wait until it is done, or give `--out` another folder",
            )),
            lock => lock.map_err(failed),
        }
    }
}

/// The manifest at a path; none if there is none, or none that can be believed.
///
/// # Errors
/// The file is there and cannot be read.
pub fn read_manifest(target: &dyn Target, path: &Path) -> Result<Option<Manifest>, Failure> {
    match target.read(path) {
        Ok(json) => Ok(Manifest::from_json(&json)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::environment(format!("`{}` cannot be read", path.display()), error)),
    }
}

/// Writes a file beside its place and moves it there, so that it is never seen by half; it has reached the disk then.
pub fn write_whole(target: &dyn Target, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    tolerate(target.remove_file(&new), &[ErrorKind::NotFound])?;
    target.create(&new, bytes)?;
    target.sync(&new)?;
    target.rename(&new, path)?;
    target.sync(path.parent().expect("a file lies in a folder"))
}

/// Takes over a file. Not every file system links, and none does so without end. Then the file is copied.
pub fn link_or_copy(target: &dyn Target, from: &Path, to: &Path) -> io::Result<()> {
    match target.link(from, to) {
        Ok(()) => Ok(()),
        Err(_) => target.create(to, &target.read(from)?),
    }
}

/// Takes some errors as success: what should be gone may be gone already.
pub fn tolerate(done: io::Result<()>, harmless: &[ErrorKind]) -> io::Result<()> {
    match done {
        Err(error) if harmless.contains(&error.kind()) => Ok(()),
        done => done,
    }
}

/// The real path of a folder that does not exist yet.
fn missing_folder(target: &dyn Target, out: &Path) -> io::Result<PathBuf> {
    let last = out.file_name().ok_or(ErrorKind::InvalidInput)?;
    let above = match out.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    Ok(target.resolve(above)?.join(last))
}

/// Makes a folder and those around it.
pub fn make_folders(target: &dyn Target, folder: &Path) -> io::Result<()> {
    match target.resolve(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        found => return found.map(drop),
    }
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folders(target, above)?;
    }
    tolerate(target.make_folder(folder), &[ErrorKind::AlreadyExists])
}

/// The path without links if it exists, or as it is: what does not exist cannot be in danger.
fn resolved(target: &dyn Target, path: &Path) -> Result<PathBuf, Failure> {
    match target.resolve(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        real => real.map_err(|error| Failure::environment(format!("`{}` cannot be reached", path.display()), error)),
    }
}

fn not_a_folder(name: &str, what: &str) -> Failure {
    Failure::refused(format!("the output folder `{name}` {what}"), "give `--out` a folder, or a name that is free")
}

fn too_wide(name: &str, what: &str) -> Failure {
    Failure::refused(
        format!("the output folder `{name}` holds {what}"),
        "give `--out` a folder of its own, such as `public`",
    )
}
