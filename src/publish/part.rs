//! Turns a few changed outputs into files or a folder that take the old ones' places.
//!
//! The contract is at the head of `publish`. `part` is the new folder, or holds the new files by their numbers, until
//! they are put in place; it is the old folder after that. The journal tells which.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::io::{Failure, ListedKind, Target};
use crate::manifest::{Outputs, Portion};

use super::change::{above, below};
use super::held::HeldOutput;
use super::live::named;
use super::site::{Site, link_or_copy, tolerate};
use super::survey::{Look, folders_of, survey};

/// Files or a folder of the new site, beside the published one.
pub struct Part<'a> {
    pub target: &'a dyn Target,
    pub site: &'a Site,
    pub portion: &'a Portion,
}

impl Part<'_> {
    /// Makes the new files or the new folder: writes what is held, and takes over the rest from the published site.
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
        let held: BTreeMap<&str, &[u8]> = held.iter().map(|output| (&*output.path, &*output.bytes)).collect();
        for folder in self.folders(outputs) {
            self.target.make_folder(&folder).map_err(failed)?;
        }
        for (path, file) in self.files(outputs) {
            check()?;
            let made = match held.get(path) {
                Some(bytes) => self.target.create(&file, bytes),
                None => link_or_copy(self.target, &self.site.out.join(path), &file),
            };
            made.map_err(failed)?;
        }
        Ok(())
    }

    /// The folders of the part, each after the one around it.
    fn folders(&self, outputs: &Outputs) -> Vec<PathBuf> {
        let part = self.site.part();
        let mut folders = vec![part.clone()];
        if let Portion::Folder(path) = self.portion {
            let inside = inside(outputs, path);
            let names = folders_of(&inside).into_iter().filter_map(|folder| folder.get(path.len() + 1..));
            folders.extend(names.map(|name| part.join(name)));
        }
        folders
    }

    /// The outputs of the part, with the place of each there.
    fn files<'o>(&'o self, outputs: &'o Outputs) -> Vec<(&'o str, PathBuf)> {
        let part = self.site.part();
        match self.portion {
            Portion::Files(paths) => numbered(&part, paths).collect(),
            Portion::Folder(path) => {
                below(outputs, path).map(|(inner, _)| (&**inner, part.join(&inner[path.len() + 1..]))).collect()
            }
        }
    }

    /// The folders that change when the part is put in place, with what tells them from others.
    ///
    /// # Errors
    /// One of them is a folder no more; what the disk does.
    pub fn moved(&self) -> io::Result<BTreeMap<String, u64>> {
        let mut ids = BTreeMap::new();
        for path in self.portion.paths() {
            let is_folder = matches!(self.portion, Portion::Folder(_));
            let around = folders_around(self.target, self.site, path)?;
            // A link in its place would lead the new file or folder elsewhere.
            let around = around.ok_or(ErrorKind::NotADirectory)?;
            if is_folder && self.target.kind(&self.site.out.join(path))? != Some(ListedKind::Folder) {
                return Err(ErrorKind::NotADirectory.into());
            }
            ids.extend(around.into_iter().filter(|(folder, _)| folder.is_empty() || folder == above(path)));
        }
        Ok(ids)
    }

    /// Puts the new files or the new folder in the old ones' places, each in one step.
    ///
    /// # Errors
    /// `Unsupported` where folders cannot be exchanged; what the disk does.
    pub fn put(&self) -> io::Result<()> {
        let (part, out) = (self.site.part(), &self.site.out);
        match self.portion {
            Portion::Folder(path) => self.target.exchange(&part, &out.join(path)),
            Portion::Files(paths) => {
                numbered(&part, paths).try_for_each(|(path, file)| self.target.rename(&file, &out.join(path)))
            }
        }
    }
}

/// The new files in the order in which they are put in place.
fn numbered<'p>(part: &Path, paths: &'p [String]) -> impl Iterator<Item = (&'p str, PathBuf)> {
    let file = |number: usize| part.join(number.to_string());
    paths.iter().map(String::as_str).zip((0..).map(file))
}

fn inside(outputs: &Outputs, folder: &str) -> Outputs {
    below(outputs, folder).map(|(path, record)| (path.clone(), *record)).collect()
}

/// The folders around a path of the published site, with what tells them from others; none if one of them is no folder.
fn folders_around(target: &dyn Target, site: &Site, path: &str) -> io::Result<Option<Vec<(String, u64)>>> {
    let mut folders = vec![""];
    folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
    let found = target.glance(&site.out, &folders)?.into_iter();
    let ids = found.map(|found| found.filter(|found| found.kind == ListedKind::Folder).map(|found| found.id));
    Ok(folders.iter().zip(ids).map(|(folder, id)| Some(((*folder).to_owned(), id?))).collect())
}

/// Brings to an end what was begun: all new files were complete before the journal. A place that is no more is left to
/// whoever looks at the site next.
///
/// # Errors
/// What the disk does; then the journal is still there, and the next build does it again.
pub fn put_rest(target: &dyn Target, site: &Site, paths: &[String]) -> io::Result<()> {
    for (path, file) in numbered(&site.part(), paths) {
        let is_there = target.kind(&site.out.join(path))? == Some(ListedKind::File);
        if is_there && target.kind(&file)?.is_some() && folders_around(target, site, path)?.is_some() {
            target.rename(&file, &site.out.join(path))?;
        }
    }
    Ok(())
}

/// Throws away what a part has left, and makes the journal the manifest. Of an old folder that was replaced only what the
/// old site had there goes; what somebody else put there in the meantime is set aside.
///
/// # Errors
/// What the disk does; then the journal is still there, and the next build does it again.
pub fn settle_part(target: &dyn Target, site: &Site, portion: &Portion, old: &Outputs) -> io::Result<()> {
    match portion {
        Portion::Files(_) => discard_part(target, site)?,
        Portion::Folder(path) => throw_away(target, site, path, old)?,
    }
    target.rename(&site.journal(), &site.live_manifest())
}

fn throw_away(target: &dyn Target, site: &Site, path: &str, old: &Outputs) -> io::Result<()> {
    let part = site.part();
    if target.kind(&part)?.is_none() {
        return Ok(());
    }
    let inside = inside(old, path);
    let skipped = path.len() + 1;
    for path in inside.keys() {
        let taken = [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::IsADirectory];
        tolerate(target.remove_file(&part.join(&path[skipped..])), &taken)?;
    }
    let spared = [ErrorKind::NotFound, ErrorKind::NotADirectory, ErrorKind::DirectoryNotEmpty];
    for folder in folders_of(&inside).into_iter().rev().filter(|folder| folder.len() > skipped) {
        tolerate(target.remove_folder(&part.join(&folder[skipped..])), &spared)?;
    }
    tolerate(target.remove_folder(&part), &spared)?;
    if target.kind(&part)?.is_some() {
        target.rename(&part, &site.strays())?;
    }
    Ok(())
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
