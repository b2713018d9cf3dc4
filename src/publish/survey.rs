//! Turns a folder and its manifest into what is ours and whole there, and what is not ours.
//!
//! Nothing that was seen before is read again as long as its time says that it has not changed. The manifest holds a
//! moment by the file system's clock (`Seen::at`). At that moment every folder held the outputs and nothing else, and
//! every output was whole. What was done to a file or a folder since then shows in its time (`Glance::changed`):
//!
//! | what | its time is before the moment | otherwise |
//! |---|---|---|
//! | a folder | it holds the names that it held | it is listed |
//! | an output of the right length | it is whole | it is read, and whole if its hash is the manifest's |
//!
//! The time of a file is also newer once it was linked or a link to it was removed, which publishing does with the
//! files that two generations share. So a file with a newer time is not called damaged before it was read.
//!
//! A folder that was moved here has a newer time itself, but what lies in it need not. So all that is below a folder
//! with a newer time is listed and read, unless publishing itself changed that folder, and it is still the same
//! (`Seen::moved`).
//!
//! A quick look (`Closeness::Quick`) takes it that a folder in which one output lies and no folder holds nothing else. It
//! sees every output that is missing or damaged, but not what somebody added beside the page of such a folder. Nearly all
//! folders of a site are like that, so it costs a third less. It is for builds that change next to nothing.
//!
//! A folder that was copied or restored has newer times everywhere, and is listed and read as a whole. Without a moment
//! (`Manifest::seen`; a system may keep no such times) every folder is listed, and outputs are compared by length alone.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::io::{Glance, ListedKind, Stamp, Target};
use crate::manifest::{OutputRecord, Outputs, Seen};

use super::change::below;

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Survey {
    /// Outputs that are not there as files.
    pub missing: BTreeSet<Arc<str>>,
    /// Outputs that are there with another content, as far as that was compared. A file that was cut off, by a disk
    /// that lost power or by an editor, is among them.
    pub damaged: BTreeSet<Arc<str>>,
    /// Files, links and the like that the manifest does not name, by their path from the folder.
    pub foreign: Vec<String>,
    /// How many outputs and folders could not be judged by their times.
    pub closer: usize,
}

impl Survey {
    /// Whether all outputs are there, and nothing else is.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.damaged.is_empty() && self.foreign.is_empty()
    }
}

/// Whether folders of a single output are looked at too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closeness {
    #[default]
    Thorough,
    Quick,
}

/// How closely a survey looks.
#[derive(Default)]
pub struct Look<'a> {
    pub closeness: Closeness,
    pub seen: Option<&'a Seen>,
    /// Foreign files after which it stops looking for more, if one is enough.
    pub enough: Option<usize>,
    /// Another folder, and outputs that are whole there: a file that is the same in both folders is whole here too.
    pub twin: Option<(&'a Path, &'a Outputs)>,
}

/// Compares a folder with its manifest. A folder that is not there holds nothing.
///
/// # Errors
/// A folder or a file cannot be read.
pub fn survey(target: &dyn Target, folder: &Path, outputs: &Outputs, look: &Look<'_>) -> io::Result<Survey> {
    if target.kind(folder)?.is_none() {
        return Ok(Survey { missing: outputs.keys().cloned().collect(), ..Survey::default() });
    }
    let tree = Tree::of(outputs);
    let lonely = tree.lonely();
    let is_quick = look.closeness == Closeness::Quick && look.seen.is_some();
    let skipped: Vec<bool> = lonely.iter().map(|lonely| is_quick && *lonely).collect();
    let (mut sights, files) = tree.glances(target, folder, (outputs, &skipped))?;
    let mut states = tree.states((&sights, &lonely), look.seen);
    let renamed = tree.perhaps_renamed(&sights, &states);
    if !renamed.is_empty() {
        let paths: Vec<&str> = renamed.iter().map(|&at| tree.folders[at]).collect();
        for (at, found) in renamed.into_iter().zip(glance(target, folder, &paths)?) {
            sights[at] = Sight::Of(found);
        }
        states = tree.states((&sights, &lonely), look.seen);
    }
    let place = Place { target, folder, outputs, tree, states };
    let mut found = place.judge_outputs(&files, look)?;
    found.foreign = place.find_foreign(look.enough)?;
    found.closer += match look.seen {
        Some(_) => place.states.iter().filter(|state| **state == State::Changed).count(),
        None => place.states.len(),
    };
    Ok(found)
}

/// The files that lie in folders whose names changed since a moment, and that are no outputs.
///
/// # Errors
/// A folder cannot be read.
pub fn strangers(target: &dyn Target, folder: &Path, outputs: &Outputs, since: Stamp) -> io::Result<Vec<String>> {
    let tree = Tree::of(outputs);
    let glances = glance(target, folder, &tree.folders)?;
    let is_changed = |found: &Option<Glance>| found.is_some_and(|found| !is_before(found.changed, since));
    let state = |found| if is_changed(found) { State::Listed } else { State::Unchanged };
    let states = glances.iter().map(state).collect();
    Place { target, folder, outputs, tree, states }.find_foreign(None)
}

/// Every folder that outputs lie in, each after the one around it.
pub fn folders_of(outputs: &Outputs) -> Vec<&str> {
    Tree::of(outputs).folders.split_off(1)
}

/// Who a folder in a place is, however it is moved.
///
/// # Errors
/// The folder cannot be read.
pub fn identity(target: &dyn Target, folder: &Path, inner: &str) -> io::Result<Option<u64>> {
    Ok(target.glance(folder, &[inner])?[0].map(|found| found.id))
}

/// What is known of a folder.
#[derive(Clone, Copy)]
enum Sight {
    Of(Option<Glance>),
    Skipped,
}

/// What stands at some paths, in their order.
type Glances = Vec<Option<Glance>>;

/// The folders of a site.
struct Tree<'a> {
    /// The top (`""`), then each after the one around it, and before all others that do not lie in it.
    folders: Vec<&'a str>,
    /// The folder around each; the top is around itself.
    above: Vec<usize>,
    /// The folder of each output.
    homes: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// In the order of paths all that begin with `a/` stand together, so a folder is new if the path before this one
    /// does not lie in it.
    fn of(outputs: &'a Outputs) -> Self {
        let (mut folders, mut above, mut homes) = (vec![""], vec![0], Vec::with_capacity(outputs.len()));
        // The folders around the path before, outermost first.
        let mut around: Vec<usize> = vec![0];
        for path in outputs.keys() {
            let last = |around: &[usize]| *around.last().expect("the top is around all");
            around.truncate(1 + common_folders(path, folders[last(&around)]));
            for (end, _) in path.match_indices('/').skip(around.len() - 1) {
                above.push(last(&around));
                around.push(folders.len());
                folders.push(&path[..end]);
            }
            homes.push(last(&around));
        }
        Self { folders, above, homes }
    }

    /// Glances at every folder and at every output, in the order in which they lie in each other: so the system has a
    /// folder at hand when it looks for what is in it.
    /// Of a folder that is skipped nothing is known.
    fn glances(
        &self,
        target: &dyn Target,
        folder: &Path,
        (outputs, skipped): (&Outputs, &[bool]),
    ) -> io::Result<(Vec<Sight>, Glances)> {
        let mut paths = Vec::with_capacity(self.folders.len() + outputs.len());
        let mut is_file = Vec::with_capacity(paths.capacity());
        let mut shown = 0;
        for (path, home) in outputs.keys().zip(&self.homes) {
            let fresh = shown..(home + 1).max(shown);
            shown = fresh.end;
            for folder in fresh.filter(|&folder| !skipped[folder]) {
                paths.push(self.folders[folder]);
                is_file.push(false);
            }
            paths.push(path);
            is_file.push(true);
        }
        if paths.is_empty() {
            (paths, is_file) = (vec![""], vec![false]);
        }
        let found = glance(target, folder, &paths)?;
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for (found, is_file) in found.into_iter().zip(is_file) {
            let list = if is_file { &mut files } else { &mut folders };
            list.push(found);
        }
        let mut folders = folders.into_iter();
        let sight = |&skipped: &bool| if skipped { Sight::Skipped } else { Sight::Of(folders.next().flatten()) };
        Ok((skipped.iter().map(sight).collect(), files))
    }

    /// Whether one output lies in a folder, and no folder.
    fn lonely(&self) -> Vec<bool> {
        let mut outputs = vec![0; self.folders.len()];
        for &home in &self.homes {
            outputs[home] += 1;
        }
        let is_around = |at: usize| {
            let next = self.folders.get(at + 1).and_then(|next| next.strip_prefix(self.folders[at]));
            next.is_some_and(|rest| at == 0 || rest.starts_with('/'))
        };
        (0..self.folders.len()).map(|at| at > 0 && outputs[at] == 1 && !is_around(at)).collect()
    }

    /// Folders that were skipped, and in whose place others may have come: the folder around them has a newer time.
    fn perhaps_renamed(&self, sights: &[Sight], states: &[State]) -> Vec<usize> {
        let is_one = |at: &usize| matches!(sights[*at], Sight::Skipped) && states[self.above[*at]] == State::Listed;
        (0..self.folders.len()).filter(is_one).collect()
    }

    /// How each folder must be looked at.
    fn states(&self, (sights, lonely): (&[Sight], &[bool]), seen: Option<&Seen>) -> Vec<State> {
        let mut states: Vec<State> = Vec::with_capacity(self.folders.len());
        for (((folder, above), sight), is_lonely) in self.folders.iter().zip(&self.above).zip(sights).zip(lonely) {
            let above = states.get(*above).copied();
            states.push(match (sight, above) {
                (Sight::Of(found), _) => state(
                    folder,
                    found.as_ref(),
                    above,
                    seen.map(|seen| (seen, if *is_lonely { seen.lonely.unwrap_or(seen.at) } else { seen.at })),
                ),
                (Sight::Skipped, Some(above @ (State::Absent | State::Changed))) => above,
                (Sight::Skipped, _) => State::Unchanged,
            });
        }
        states
    }
}

/// How many folders around a path are around another folder's content too, or that folder itself.
fn common_folders(path: &str, folder: &str) -> usize {
    if folder.is_empty() {
        return 0;
    }
    let same = path.bytes().zip(folder.bytes()).take_while(|(a, b)| a == b).count();
    let ends_here = same == folder.len() && path.as_bytes().get(same) == Some(&b'/');
    let slashes = folder.bytes().take(same).filter(|byte| *byte == b'/').count();
    slashes + usize::from(ends_here)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is not there, or is no folder.
    Absent,
    /// It holds the names that it held.
    Unchanged,
    /// What is in it is judged by its own time, but it must be listed.
    Listed,
    /// Nothing in it is judged by its time.
    Changed,
}

fn state(folder: &str, found: Option<&Glance>, above: Option<State>, seen: Option<(&Seen, Stamp)>) -> State {
    let Some(found) = found.filter(|found| found.kind == ListedKind::Folder) else { return State::Absent };
    match (above, seen) {
        (Some(State::Absent), _) => State::Absent,
        (_, None) => State::Listed,
        (Some(State::Changed), _) => State::Changed,
        (_, Some((_, moment))) if is_before(found.changed, moment) => State::Unchanged,
        (_, Some((seen, _))) if seen.moved.get(folder) == Some(&found.id) => State::Listed,
        _ => State::Changed,
    }
}

fn is_before(changed: Option<Stamp>, moment: Stamp) -> bool {
    changed.is_some_and(|changed| changed < moment)
}

struct Place<'a> {
    target: &'a dyn Target,
    folder: &'a Path,
    outputs: &'a Outputs,
    tree: Tree<'a>,
    /// Of each folder of the tree.
    states: Vec<State>,
}

/// What becomes of an output.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Whole,
    /// Its length is right, and its time says nothing.
    Unsure(u64),
    Damaged,
    Missing,
}

/// An output that must be compared.
struct Unsure<'a> {
    path: &'a Arc<str>,
    record: &'a OutputRecord,
    /// Of the file.
    id: u64,
}

impl Place<'_> {
    /// Tells which outputs are not whole, and how many it had to compare.
    fn judge_outputs(&self, glances: &[Option<Glance>], look: &Look<'_>) -> io::Result<Survey> {
        let mut found = Survey::default();
        let mut unsure = Vec::new();
        for (((path, record), home), glance) in self.outputs.iter().zip(&self.tree.homes).zip(glances) {
            match verdict(record, (self.states[*home], glance.as_ref()), look.seen) {
                Verdict::Whole => {}
                Verdict::Unsure(id) => unsure.push(Unsure { path, record, id }),
                Verdict::Damaged => drop(found.damaged.insert(path.clone())),
                Verdict::Missing => drop(found.missing.insert(path.clone())),
            }
        }
        found.closer += unsure.len();
        self.drop_shared(&mut unsure, look)?;
        let whole: Vec<bool> = unsure.par_iter().map(|one| self.is_whole(one)).collect::<io::Result<_>>()?;
        let damaged = unsure.iter().zip(whole).filter(|(_, whole)| !whole).map(|(one, _)| one.path.clone());
        found.damaged.extend(damaged);
        Ok(found)
    }

    /// Leaves out the files that are whole because they are the same in the twin.
    fn drop_shared(&self, unsure: &mut Vec<Unsure<'_>>, look: &Look<'_>) -> io::Result<()> {
        let Some((folder, whole)) = look.twin.filter(|(_, whole)| !unsure.is_empty() && !whole.is_empty()) else {
            return Ok(());
        };
        let paths: Vec<&str> = unsure.iter().map(|one| &**one.path).collect();
        let mut twins = glance(self.target, folder, &paths)?.into_iter();
        unsure.retain(|one| {
            let twin = twins.next().flatten();
            twin.is_none_or(|twin| twin.id != one.id || whole.get(one.path) != Some(one.record))
        });
        Ok(())
    }

    /// A file that cannot be read is none of a site's.
    fn is_whole(&self, one: &Unsure<'_>) -> io::Result<bool> {
        match self.target.read(&self.folder.join(&**one.path)) {
            Ok(bytes) => Ok(OutputRecord::of(&bytes) == *one.record),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Lists what must be listed. Folders that no output lies in are walked level by level, until `enough` is found.
    fn find_foreign(&self, enough: Option<usize>) -> io::Result<Vec<String>> {
        let mut foreign = Vec::new();
        let listed = |state: &State| matches!(state, State::Listed | State::Changed);
        let ours = self.tree.folders.iter().zip(&self.states).filter(|(_, state)| listed(state));
        let mut folders: Vec<String> = ours.map(|(folder, _)| (*folder).to_owned()).collect();
        while !folders.is_empty() && foreign.len() < enough.unwrap_or(usize::MAX) {
            let mut inner = Vec::new();
            for (path, kind) in self.list(&folders)? {
                match kind {
                    ListedKind::Folder if below(self.outputs, &path).next().is_some() => {}
                    ListedKind::Folder => inner.push(path),
                    ListedKind::File if self.outputs.contains_key(path.as_str()) => {}
                    _ => foreign.push(path),
                }
            }
            folders = inner;
        }
        foreign.sort();
        Ok(foreign)
    }

    fn list(&self, folders: &[String]) -> io::Result<Vec<(String, ListedKind)>> {
        let list = |prefix: &String| -> io::Result<Vec<(String, ListedKind)>> {
            let listed = self.target.list(&self.folder.join(prefix))?.into_iter();
            let path = |name: String| if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
            Ok(listed.map(|listed| (path(listed.name), listed.kind)).collect())
        };
        let listed: Vec<_> = folders.par_iter().map(list).collect::<io::Result<_>>()?;
        Ok(listed.concat())
    }
}

fn verdict(record: &OutputRecord, place: (State, Option<&Glance>), seen: Option<&Seen>) -> Verdict {
    let (home, glance) = place;
    let file = glance.filter(|found| found.kind == ListedKind::File && home != State::Absent);
    let Some(file) = file else { return Verdict::Missing };
    if file.len != record.len {
        return Verdict::Damaged;
    }
    match seen {
        Some(seen) if home == State::Changed || !is_before(file.changed, seen.at) => Verdict::Unsure(file.id),
        _ => Verdict::Whole,
    }
}

/// On one thread: 10,000 glances take 20 ms, and a second thread would add a fifth to what the processor does.
fn glance(target: &dyn Target, folder: &Path, paths: &[&str]) -> io::Result<Glances> {
    target.glance(folder, paths)
}
