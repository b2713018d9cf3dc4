//! Turns a few changed outputs into a file or a folder that takes the old one's place in one step.
//!
//! The contract is at the head of `publish`. `part` is the new file or folder until it is put in place, and the old
//! folder after that; the journal tells which.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::io::{Failure, ListedKind, Target};
use crate::manifest::Outputs;

use super::change::{Step, above, below};
use super::held::HeldOutput;
use super::live::named;
use super::site::{Site, link_or_copy, tolerate};
use super::survey::{Look, folders_of, survey};

/// A file or a folder of the new site, beside the published one.
pub struct Part<'a> {
    target: &'a dyn Target,
    site: &'a Site,
    /// Of the output folder.
    path: &'a str,
    is_folder: bool,
}

impl<'a> Part<'a> {
    /// What a step puts in place, if that is not the whole site.
    pub fn of(target: &'a dyn Target, site: &'a Site, step: &'a Step) -> Option<Self> {
        match step {
            Step::File(path) => Some(Self { target, site, path, is_folder: false }),
            Step::Folder(path) => Some(Self { target, site, path, is_folder: true }),
            Step::Site => None,
        }
    }

    /// The file or folder that it replaces, from the output folder.
    pub fn path(&self) -> &str {
        self.path
    }

    /// Makes the new file or folder: writes what is held, and takes over the rest from the published site.
    ///
    /// # Errors
    /// What the disk does; what `check` says between two files.
    pub fn make(
        &self,
        outputs: &Outputs,
        held: &[HeldOutput],
        check: &dyn Fn() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let failed = |error| self.site.stays(error);
        let part = self.site.part();
        if !self.is_folder {
            return held.iter().try_for_each(|output| self.target.create(&part, &output.bytes)).map_err(failed);
        }
        let inside: Outputs = below(outputs, self.path).map(|(path, record)| (path.clone(), *record)).collect();
        let skipped = self.path.len() + 1;
        self.target.make_folder(&part).map_err(failed)?;
        for folder in folders_of(&inside).into_iter().filter(|folder| folder.len() > skipped) {
            self.target.make_folder(&part.join(&folder[skipped..])).map_err(failed)?;
        }
        let held: BTreeMap<&str, &[u8]> = held.iter().map(|output| (&*output.path, &*output.bytes)).collect();
        for path in inside.keys() {
            check()?;
            let file = part.join(&path[skipped..]);
            let made = match held.get(&**path) {
                Some(bytes) => self.target.create(&file, bytes),
                None => link_or_copy(self.target, &self.site.out.join(&**path), &file),
            };
            made.map_err(failed)?;
        }
        Ok(())
    }

    /// The folders that change when the part is put in place, with what tells them from others.
    ///
    /// # Errors
    /// One of them is a folder no more; what the disk does.
    pub fn moved(&self) -> io::Result<BTreeMap<String, u64>> {
        let mut folders = vec![""];
        let ends = self.path.match_indices('/').map(|(end, _)| &self.path[..end]);
        folders.extend(ends.chain(self.is_folder.then_some(self.path)));
        let found = self.target.glance(&self.site.out, &folders)?;
        let mut ids = BTreeMap::new();
        for (folder, found) in folders.into_iter().zip(found) {
            // A link in its place would lead the new file or folder elsewhere.
            let found = found.filter(|found| found.kind == ListedKind::Folder).ok_or(ErrorKind::NotADirectory)?;
            if folder.is_empty() || folder == above(self.path) {
                ids.insert(folder.to_owned(), found.id);
            }
        }
        Ok(ids)
    }

    /// Puts the new file or folder in the old one's place, in one step.
    ///
    /// # Errors
    /// `Unsupported` where folders cannot be exchanged; what the disk does.
    pub fn put(&self) -> io::Result<()> {
        let place = self.site.out.join(self.path);
        if self.is_folder {
            self.target.exchange(&self.site.part(), &place)
        } else {
            self.target.rename(&self.site.part(), &place)
        }
    }
}

/// Throws away an old folder that was replaced, by the names that the old site had in it, and makes the journal the
/// manifest. What somebody else put there in the meantime is set aside.
///
/// # Errors
/// What the disk does; then the journal is still there, and the next build does it again.
pub fn settle_part(target: &dyn Target, site: &Site, path: &str, old: &Outputs) -> io::Result<()> {
    let part = site.part();
    if target.kind(&part)?.is_some() {
        let gone = [ErrorKind::NotFound, ErrorKind::NotADirectory];
        let inside: Outputs = below(old, path).map(|(path, record)| (path.clone(), *record)).collect();
        let skipped = path.len() + 1;
        for path in inside.keys() {
            let taken = [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::IsADirectory];
            tolerate(target.remove_file(&part.join(&path[skipped..])), &taken)?;
        }
        let spared = [gone[0], gone[1], ErrorKind::DirectoryNotEmpty];
        for folder in folders_of(&inside).into_iter().rev().filter(|folder| folder.len() > skipped) {
            tolerate(target.remove_folder(&part.join(&folder[skipped..])), &spared)?;
        }
        tolerate(target.remove_folder(&part), &spared)?;
        if target.kind(&part)?.is_some() {
            target.rename(&part, &site.strays())?;
        }
    }
    target.rename(&site.journal(), &site.live_manifest())
}

/// Removes a part that was not put in place: all of it is new.
///
/// # Errors
/// What the disk does.
pub fn discard_part(target: &dyn Target, site: &Site) -> io::Result<()> {
    match target.kind(&site.part())? {
        None => Ok(()),
        Some(ListedKind::Folder) => target.remove_tree(&site.part()),
        Some(_) => target.remove_file(&site.part()),
    }
}

/// Refuses to go on while files are set aside that somebody put into a folder when it was replaced.
///
/// # Errors
/// `Refused`; `Environment` for what the disk does.
pub fn refuse_strays(target: &dyn Target, site: &Site) -> Result<(), Failure> {
    let strays = site.strays();
    let failed = |error| Failure::environment(format!("`{}` cannot be read", strays.display()), error);
    let found = survey(target, &strays, &Outputs::new(), &Look::default()).map_err(failed)?;
    if !found.foreign.is_empty() {
        return Err(came_with_the_exchange(site, &strays, &found.foreign));
    }
    tolerate(target.remove_tree(&strays), &[ErrorKind::NotFound]).map_err(failed)
}

/// Files were put into the output folder while a site was being published, and lie elsewhere now.
pub fn came_with_the_exchange(site: &Site, folder: &Path, foreign: &[String]) -> Failure {
    Failure::refused(
        format!(
            "`{}` holds files that were put into `{}` while a site was being published: {}",
            folder.display(),
            site.name,
            named(foreign)
        ),
        "move them to another place, or delete them if nobody needs them, and build again",
    )
}
