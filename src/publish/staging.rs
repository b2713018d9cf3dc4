//! Turns the sibling generation, which holds an older site, into the new one.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::io::{Failure, Stamp, Target};
use crate::load::{Hash, HashingReader};
use crate::manifest::{OutputRecord, Outputs};

use super::part::came_with_the_exchange;
use super::site::{Site, link_or_copy, make_folders, read_manifest, tolerate};
use super::survey::{Look, folders_of, strangers, survey};

/// The sibling while the new site grows in it. No manifest describes it then, so whatever is found there after a crash
/// is thrown away.
///
/// A file in it may be the same as one of the published site, by a link: it is replaced, never written to.
pub struct Staging<'a> {
    target: &'a dyn Target,
    site: Site,
    folder: PathBuf,
    /// When it was opened, by the disk's clock; none if it was empty then, or no such time is kept.
    opened: Option<Stamp>,
    /// What it held when it was opened.
    held: Outputs,
    held_folders: BTreeSet<String>,
    /// Folders that are known to be there.
    folders: Mutex<FxHashSet<String>>,
}

impl<'a> Staging<'a> {
    /// Opens the sibling for changes: from here until the exchange nothing says what it holds. `live` is the published
    /// folder with those of its outputs that are whole.
    ///
    /// # Errors
    /// `Refused` if it holds files that came with the exchange and are not ours; `Environment`.
    pub fn open(target: &'a dyn Target, site: &Site, live: (&Path, &Outputs)) -> Result<Self, Failure> {
        let folder = site.sibling();
        let failed = |error| site.stays(error);
        let opened = site.now(target);
        let held = trusted(target, site, Some(live))?;
        tolerate(target.remove_file(&site.sibling_manifest()), &[ErrorKind::NotFound]).map_err(failed)?;
        if held.is_empty() {
            tolerate(target.remove_tree(&folder), &[ErrorKind::NotFound]).map_err(failed)?;
            target.make_folder(&folder).map_err(failed)?;
        }
        let opened = opened.filter(|_| !held.is_empty());
        let held_folders: BTreeSet<String> = folders_of(&held).into_iter().map(str::to_owned).collect();
        let folders = Mutex::new(held_folders.iter().cloned().collect());
        Ok(Self { target, site: site.clone(), folder, opened, held, held_folders, folders })
    }

    /// Whether an output stood in the sibling, just like this, when it was opened.
    pub fn holds(&self, path: &str, record: &OutputRecord) -> bool {
        self.held.get(path) == Some(record)
    }

    /// Brings an output into the sibling, unless it is there already.
    ///
    /// # Errors
    /// What the disk does.
    pub fn store(&self, path: &str, record: OutputRecord, bytes: &[u8]) -> io::Result<()> {
        if self.holds(path, &record) {
            return Ok(());
        }
        self.create(path, |file| self.target.create(file, bytes))
    }

    /// Brings an output into the sibling from a reader, and says what it was.
    ///
    /// # Errors
    /// What the disk does, on either side.
    pub fn store_from(&self, path: &str, reader: &mut dyn Read) -> io::Result<(Hash, u64)> {
        let mut reader = HashingReader::new(reader);
        self.create(path, |file| self.target.create_from(file, &mut reader))?;
        Ok(reader.finish())
    }

    /// Completes the sibling once every new output is stored: removes what the new site does not have, and takes over
    /// what it has in common with the published one.
    ///
    /// # Errors
    /// What the disk does; what `check` says between two files.
    pub fn complete(
        &self,
        outputs: &Outputs,
        live: (&Path, &Outputs),
        check: &(dyn Fn() -> Result<(), Failure> + Sync),
    ) -> Result<(), Failure> {
        self.remove_stale(outputs, check)?;
        let (live_folder, live) = live;
        let shared: Vec<&str> = outputs
            .iter()
            .filter(|(path, record)| live.get(*path) == Some(*record) && !self.holds(path, record))
            .map(|(path, _)| &**path)
            .collect();
        shared.par_iter().try_for_each(|path| {
            check()?;
            let from = live_folder.join(path);
            self.create(path, |file| link_or_copy(self.target, &from, file)).map_err(|error| self.site.stays(error))
        })
    }

    /// Sets files aside that somebody put into the sibling since it was opened: whoever worked in a folder of the site
    /// before this one may still do so.
    ///
    /// # Errors
    /// What the disk does.
    pub fn set_strangers_aside(&self, outputs: &Outputs) -> io::Result<()> {
        let Some(opened) = self.opened else { return Ok(()) };
        let strays = self.site.strays();
        for path in strangers(self.target, &self.folder, outputs, opened)? {
            let aside = strays.join(&path);
            make_folders(self.target, aside.parent().unwrap_or(&strays))?;
            self.target.rename(&self.folder.join(&path), &aside)?;
        }
        Ok(())
    }

    fn remove_stale(&self, outputs: &Outputs, check: &(dyn Fn() -> Result<(), Failure> + Sync)) -> Result<(), Failure> {
        let failed = |error| self.site.stays(error);
        let stale: Vec<&str> = {
            let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
            let held = self.held.keys().map(|path| &**path);
            held.filter(|path| !outputs.contains_key(*path) && !folders.contains(*path)).collect()
        };
        stale.par_iter().try_for_each(|path| {
            check()?;
            // A new file may have taken the place of a folder around it.
            let gone = [ErrorKind::NotFound, ErrorKind::NotADirectory];
            tolerate(self.target.remove_file(&self.folder.join(path)), &gone).map_err(failed)
        })?;
        let needed: BTreeSet<&str> = folders_of(outputs).into_iter().collect();
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        for folder in self.held_folders.iter().rev().filter(|folder| !needed.contains(folder.as_str())) {
            let gone = [ErrorKind::NotFound, ErrorKind::NotADirectory];
            tolerate(self.target.remove_folder(&self.folder.join(folder)), &gone).map_err(failed)?;
            folders.remove(folder);
        }
        Ok(())
    }

    /// Makes room for a file and lets it be created.
    fn create(&self, path: &str, make: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.ensure_folder(folder)?;
        }
        let file = self.folder.join(path);
        if self.held.contains_key(path) {
            tolerate(self.target.remove_file(&file), &[ErrorKind::NotFound, ErrorKind::IsADirectory])?;
        } else if self.held_folders.contains(path) {
            // The older site had a folder there; nothing of the new site can lie in it.
            tolerate(self.target.remove_tree(&file), &[ErrorKind::NotFound])?;
        }
        make(&file)
    }

    /// Makes a folder and those around it, each once. Two threads may try at the same time: both succeed.
    fn ensure_folder(&self, folder: &str) -> io::Result<()> {
        if self.folders.lock().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        if let Some((above, _)) = folder.rsplit_once('/') {
            self.ensure_folder(above)?;
        }
        let path = self.folder.join(folder);
        if self.held.contains_key(folder) {
            // The older site had a file there. What answers with `IsADirectory` was made by another thread just now.
            tolerate(self.target.remove_file(&path), &[ErrorKind::NotFound, ErrorKind::IsADirectory])?;
        }
        tolerate(self.target.make_folder(&path), &[ErrorKind::AlreadyExists])?;
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }
}

/// What the sibling surely holds: all that its manifest says, or nothing.
fn trusted(target: &dyn Target, site: &Site, live: Option<(&Path, &Outputs)>) -> Result<Outputs, Failure> {
    let Some(manifest) = read_manifest(target, &site.sibling_manifest())? else { return Ok(Outputs::new()) };
    let look = Look { seen: manifest.seen.as_ref(), twin: live, ..Look::default() };
    let found = survey(target, &site.sibling(), &manifest.outputs, &look).map_err(|error| site.stays(error))?;
    if !found.foreign.is_empty() {
        return Err(came_with_the_exchange(site, &site.sibling(), &found.foreign));
    }
    Ok(if found.is_whole() { manifest.outputs } else { Outputs::new() })
}

/// Refuses to go on if somebody put files into the output folder in the moment before it was exchanged.
///
/// # Errors
/// `Refused`; `Environment` if the sibling cannot be read.
pub fn refuse_foreign(target: &dyn Target, site: &Site) -> Result<(), Failure> {
    trusted(target, site, None).map(drop)
}
