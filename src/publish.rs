//! Turns the outputs of a build into a published site that changes in one instant or not at all.
//!
//! Beside the output folder `public` lies `.public.fingerpost/`:
//!
//! | file | what |
//! |---|---|
//! | `lock` | held by the one build or `clean` that runs; its time is set to learn the disk's own time |
//! | `live.json` | the manifest of `public` |
//! | `sibling/` | the other generation: an older site, or the one that is being built |
//! | `sibling.json` | the manifest of `sibling/`; absent while that changes |
//! | `part` | a folder of the new site that is being made, or of such files; between exchange and end, the old folder |
//! | `next.json` | the journal: the manifest of the new site, from before the exchange until all is done |
//! | `outgoing/` | the old site, between two renames, where folders cannot be exchanged in one step |
//! | `strays/` | files that somebody put where publishing was at work; it goes on once they are taken away |
//!
//! The steps of a build, and what the next one does if the process is killed within a step:
//!
//! 1. Take the lock. It ends with the process, however that ends.
//! 2. Refuse if there are `strays/`, and recover from an interrupted run (below). Then `next.json`, `outgoing/` and
//!    `part` are absent.
//! 3. Compare `public` with `live.json` (`survey` says how), and refuse if it holds anything else. A build that
//!    changes a file or two looks quickly: what somebody put into the folder of a single page stays there, and is refused
//!    by the next build that changes more. Outputs that are missing or damaged do not count as published, and so are
//!    written again.
//! 4. Hold the outputs that differ from `public` in memory. If these become too many, or `public` is not whole, compare
//!    `sibling/` with `sibling.json`, then remove `sibling.json`, and write to `sibling/` what differs. From here nothing
//!    vouches for `sibling/`, and if the process is killed the next build throws `sibling/` away.
//!
//! Once all outputs are known the smallest of three steps is taken (`change`). If none differs, nothing is written, but
//! a new `live.json` for another version, day or key.
//!
//! **One file differs, and is there.** Write it to the folder `part`. Write the journal. Rename the new file over the old
//! one. Rename `next.json` to `live.json`. Up to 15 *aids*, such as the words that a search finds a page by, may differ
//! with it: these are put in place first, one by one. Between two renames an aid is newer than the page that it leads
//! to. All pages are of the old site or all of the new one even then.
//!
//! **All that differs lies in one folder that is there before and after, and holds little.** Make it anew as `part`,
//! from the new outputs and from links to those that stay. Write the journal. Exchange `part` with the old folder in one
//! step (`renameat2(2)` with `RENAME_EXCHANGE`). Remove from `part`, which is the old folder now, what the old site had
//! there, by its names; what is left then is not ours and becomes `strays/`. Rename `next.json` to `live.json`. Where
//! the file system has no such exchange, the journal and `part` are removed, and the whole site is exchanged.
//!
//! **Otherwise** a whole generation is made:
//!
//! 5. Write the outputs that differ from `public` into `sibling/`, remove from it what the new site does not have, and
//!    link the rest from `public`. A file that is there is removed and made anew, never written to, because `public`
//!    may share it. Set files aside in `strays/` that somebody put there in the meantime.
//! 6. Write the journal `next.json`. Both generations are now complete, and each has its manifest: `live.json` for
//!    `public`, `next.json` for `sibling/`.
//! 7. Exchange `public` and `sibling/` in one step. Where the file system has no such step: `public` to `outgoing/`,
//!    `sibling/` to `public`, `outgoing/` to `sibling/`. The folder is missing between the first and the second; that is
//!    the only moment in which a reader could find nothing.
//! 8. Rename `live.json` to `sibling.json`, then `next.json` to `live.json`. If there was no `public`, there is no
//!    `sibling/` now, and `live.json` is removed instead.
//!
//! Recovery, when there is a journal. If it names files, those that are still in `part` are put in place. Otherwise, if
//! `outgoing/` is there, the renames of step 7 are brought to an end. Then one
//! output in which `next.json` and `live.json` differ tells whether `public` is the new site, since all that is put in
//! place was complete before the journal. If it is, what follows the exchange is done (again). If not, the journal is
//! removed, and the old site stays. Were `live.json` already renamed in step 8, everything differs from nothing, and
//! `public` is found to be the new site. Last, a `part` that was not put in place is removed: all in it is new.
//!
//! Which manifest belongs to which generation thus follows from names alone outside of the exchange, and from content
//! within. Times and inode numbers only spare looking: where they do not fit, as after copying the folders or restoring
//! them from a cache, `public` is listed and read as a whole. The one thing that must hold is that the file system's
//! clock is not set back. If `public` comes without `live.json`, or that is damaged, nothing in `public` is known to be
//! ours, and it is refused.
//!
//! The journal and the manifests are flushed to the disk (`fsync`), in that they say what may be removed. The site's
//! files are not: ten thousand flushes would cost far more than the build, and a killed process loses nothing that was
//! written. After a power cut a file may be shorter than it should be; steps 3 and 4 compare lengths and mend it.
//!
//! Files that somebody puts into `public` during a build are never lost: they stay where they are, or come to `sibling/`
//! or `strays/`, and the next build refuses to go on and names them.

mod change;
mod clean;
mod exchange;
mod held;
mod live;
mod part;
mod read;
pub mod probe;
mod site;
mod staging;
mod survey;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use crate::io::{Failure, Files, Lock, Stamp, Target, is_inner_path};
use crate::load::{Hash, Source, SourceBody};
use crate::manifest::{About, Manifest, OutputRecord, Outputs, Portion, PrintRecord, PrintRecords, Scope, Seen};

use change::{Change, IsAid};
pub use clean::{Cleaned, clean};
use exchange::{exchange, recover, settle};
use held::{Held, HeldOutput};
use live::{Live, look_at, refuse_unknown};
use part::{Part, discard_part, refuse_strays, settle_part};
use site::{Site, write_whole};
use staging::Staging;
pub use survey::Closeness;
use survey::identity;

/// Where a site goes, and what is written down about it.
#[derive(Clone, Debug)]
pub struct PublishOptions {
    /// The output folder. If it is a link, the site is published in the folder that it leads to.
    pub out: PathBuf,
    /// The portal's folder, which must not be written over.
    pub portal: PathBuf,
    /// The user's home folder, which must not be written over.
    pub home: Option<PathBuf>,
    pub scope: Scope,
    pub reuse: Reuse,
    /// The name and version of this program.
    pub generator: String,
    /// The day the site is built for.
    pub day: Date,
    /// A hash of everything that determines the site. Two builds with the same key make the same site.
    pub key: Option<Hash>,
    /// How closely the published site is looked at before.
    pub closeness: Closeness,
    /// Tells outputs that may be newer than others for a moment.
    pub is_aid: IsAid,
}

/// What of the published site is taken over instead of being written again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reuse {
    Unchanged,
    Nothing,
}

/// What a published site differs in from the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Outputs that are new or changed.
    pub written: usize,
    pub unchanged: usize,
    /// Outputs of the site before that are no more.
    pub removed: usize,
    /// Of all outputs.
    pub bytes: u64,
}

/// What becomes of outputs of the published site that a build does not put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Others {
    Removed,
    Kept,
}

/// The published site has outputs that are missing or damaged, or nothing of it may be taken over: only a build of
/// every output can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWhole;

/// A site on its way to be published. Dropped without `commit`, it leaves the old site and throws away the rest.
pub struct Publisher<'a> {
    target: &'a dyn Target,
    cancel: &'a AtomicBool,
    site: Site,
    about: About,
    reuse: Reuse,
    closeness: Closeness,
    is_aid: IsAid,
    others: Others,
    /// When the look at the output folder began, by the disk's clock.
    began: Option<Stamp>,
    live: Live,
    outputs: Mutex<Outputs>,
    prints: Mutex<PrintRecords>,
    held: Mutex<Held>,
    staging: Mutex<Option<Arc<Staging<'a>>>>,
    /// After an output could not be written the site must not be published without it.
    incomplete: AtomicBool,
    _lock: Lock,
}

impl<'a> Publisher<'a> {
    /// Takes the lock, ends an interrupted run, and looks at the output folder. Setting `cancel` stops the build at the
    /// next output, until the exchange.
    ///
    /// # Errors
    /// `Refused` if the folder is dangerous, locked, holds foreign files or a site of another scope; `Environment` for
    /// what the disk does.
    pub fn begin(target: &'a dyn Target, options: &PublishOptions, cancel: &'a AtomicBool) -> Result<Self, Failure> {
        let site = Site::open(target, options)?;
        refuse_unknown(target, &site)?;
        let lock = site.lock(target)?;
        refuse_strays(target, &site)?;
        recover(target, &site)?;
        let began = site.now(target);
        let live = Live::find(target, &site, options.closeness)?;
        live.refuse_other_scope(&site, options.scope)?;
        let may_hold = live.is_whole && options.reuse == Reuse::Unchanged;
        let about =
            About { generator: options.generator.clone(), day: options.day, scope: options.scope, key: options.key };
        Ok(Self {
            target,
            cancel,
            site,
            about,
            reuse: options.reuse,
            closeness: options.closeness,
            is_aid: options.is_aid,
            others: Others::Removed,
            began,
            live,
            outputs: Mutex::default(),
            prints: Mutex::default(),
            held: Mutex::new(if may_hold { Held::open() } else { Held::closed() }),
            staging: Mutex::default(),
            incomplete: AtomicBool::new(false),
            _lock: lock,
        })
    }

    /// Whether the published site is whole and was made from what has this key. If that is this build's own, nothing
    /// need be rendered: after `keep_others`, `commit` leaves everything as it is.
    pub fn is_made_from(&self, key: Hash) -> bool {
        self.may_keep() && self.live.about.as_ref().and_then(|about| about.key) == Some(key)
    }

    /// From now on the new site has every output of the published one, unless another is put in its place.
    ///
    /// # Errors
    /// `NotWhole`; then all outputs must be put.
    pub fn keep_others(&mut self) -> Result<(), NotWhole> {
        if !self.may_keep() {
            return Err(NotWhole);
        }
        self.others = Others::Kept;
        Ok(())
    }

    fn may_keep(&self) -> bool {
        self.live.is_whole && self.reuse == Reuse::Unchanged
    }

    /// Takes an output, by its path from the output folder with `/`. Nothing is written if the published site has the
    /// same. Any number of threads may call it at the same time.
    ///
    /// # Errors
    /// `Refused` for a path that was taken already or leads out of the folder; `Interrupted`; `Environment`.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let record = OutputRecord::of(bytes);
        self.take(path, record, || {
            let due = self.held.lock().unwrap_or_else(PoisonError::into_inner).offer(path, record, bytes);
            let Some(due) = due else { return Ok(()) };
            self.stage(&due)?;
            self.staging()?.store(path, record, bytes).map_err(|error| self.site.stays(error))
        })
    }

    /// Takes over a print of the published site that was made from the same, with the files that belong to it. `None` if
    /// there is none, or nothing may be taken over: then it must be put.
    ///
    /// # Errors
    /// As for `put`.
    pub fn keep_print(&self, paths: &[&str], key: Hash) -> Result<Option<(PrintRecord, u64)>, Failure> {
        let Some(print) = paths.first().and_then(|path| self.live.prints.get(*path)) else { return Ok(None) };
        let records: Option<Vec<OutputRecord>> = paths.iter().map(|path| self.reusable().get(*path).copied()).collect();
        let Some(records) = records.filter(|_| print.key == key) else { return Ok(None) };
        let len = records.first().map_or(0, |record| record.len);
        for (path, record) in paths.iter().zip(records) {
            self.take(path, record, || Ok(()))?;
        }
        self.note_print(paths[0], print.clone());
        Ok(Some((print.clone(), len)))
    }

    /// Writes down what a print that was put was made from.
    pub fn note_print(&self, path: &str, print: PrintRecord) {
        self.prints.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into(), print);
    }

    /// Takes a file of the portal as it is. A file that is only copied is not held in memory.
    ///
    /// # Errors
    /// As for `put`.
    pub fn copy(&self, path: &str, source: &Source, files: &dyn Files) -> Result<(), Failure> {
        let len = match &source.body {
            SourceBody::Text(text) => return self.put(path, text.as_bytes()),
            SourceBody::Bytes(bytes) => return self.put(path, bytes),
            SourceBody::OnDisk { len } | SourceBody::Unread { len } => *len,
        };
        let record = OutputRecord::new(source.hash, len);
        self.take(path, record, || {
            self.stop_holding()?;
            let staging = self.staging()?;
            if staging.holds(path, &record) {
                return Ok(());
            }
            let copy = |mut file| staging.store_from(path, &mut file);
            let (hash, len) = files.open(&source.path).and_then(copy).map_err(|error| self.site.stays(error))?;
            // The file may have changed since it was loaded: what was written counts.
            self.outputs().insert(path.into(), OutputRecord::new(hash, len));
            Ok(())
        })
    }

    /// Makes the site that was put together the published one.
    ///
    /// # Errors
    /// `Interrupted` and `Environment`; the published folder still holds the old site then, unless the message says
    /// otherwise.
    pub fn commit(mut self) -> Result<Published, Failure> {
        self.check()?;
        if self.incomplete.load(Ordering::SeqCst) {
            let cause = io::Error::other("an output could not be written");
            return Err(self.site.stays(cause));
        }
        let put = std::mem::take(&mut *self.outputs());
        let mut prints = std::mem::take(self.prints.get_mut().unwrap_or_else(PoisonError::into_inner));
        if self.others == Others::Kept {
            let kept = std::mem::take(&mut self.live.prints);
            prints = kept.into_iter().chain(prints).collect();
        }
        let change = match self.others {
            Others::Removed => Change::between(&self.live.outputs, &put),
            Others::Kept => Change::with(&self.live.outputs, &put),
        };
        let is_same = change.is_empty() && self.may_keep();
        let outputs = match self.others {
            _ if is_same => std::mem::take(&mut self.live.outputs),
            Others::Removed => put,
            Others::Kept => with(&self.live.outputs, put),
        };
        let published = Published {
            written: change.written.len(),
            unchanged: outputs.len() - change.written.len(),
            removed: change.removed.len(),
            bytes: outputs.values().map(|record| record.len).sum(),
        };
        let next = Manifest { about: self.about.clone(), seen: None, part: None, outputs, prints };
        if is_same {
            self.keep(next).map_err(|error| self.site.stays(error))?;
        } else {
            self.publish(&change, next)?;
        }
        Ok(published)
    }

    /// The same outputs, made by another version or on another day. What was looked at closely need not be again.
    fn keep(&self, next: Manifest) -> io::Result<()> {
        let is_known = self.live.closer <= CLOSER_AGAIN || self.began.is_none();
        if is_known && self.live.about.as_ref() == Some(&next.about) {
            return Ok(());
        }
        let moved = self.identity_of(&self.site.out)?;
        let seen = self.began.map(|at| Seen { at, lonely: self.live.lonely, moved });
        write_whole(self.target, &self.site.live_manifest(), &Manifest { seen, ..next }.to_json())
    }

    /// Takes the smallest step to the new site.
    fn publish(&self, change: &Change, next: Manifest) -> Result<(), Failure> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).close();
        if let Some(held) = held {
            if let Some(portion) = change.portion((&self.live.outputs, &next.outputs), self.is_aid)
                && self.put_part(&portion, &next, &held)?
            {
                return Ok(());
            }
            self.stage(&held)?;
        }
        self.replace(next)
    }

    /// Puts files or a folder in place. False where folders cannot be exchanged: then nothing has changed.
    fn put_part(&self, portion: &Portion, next: &Manifest, held: &[HeldOutput]) -> Result<bool, Failure> {
        if matches!(portion, Portion::Folder(_)) {
            self.look_closely()?;
        }
        let part = Part { target: self.target, site: &self.site, portion };
        let made = part.make(&next.outputs, held, &|| self.check()).and_then(|()| self.check());
        if let Err(failure) = made {
            let _told_to_nobody = discard_part(self.target, &self.site);
            return Err(failure);
        }
        let seen = self.began.map(|at| Ok::<_, io::Error>(Seen { at, lonely: self.live.lonely, moved: part.moved()? }));
        let begun = seen.transpose().and_then(|seen| {
            let next = Manifest { seen, part: Some(portion.clone()), ..next.clone() };
            write_whole(self.target, &self.site.journal(), &next.to_json())
        });
        begun.map_err(|error| self.site.stays(error))?;
        match part.put() {
            Err(error) if error.kind() == ErrorKind::Unsupported => {
                let undone = self.target.remove_file(&self.site.journal());
                let undone = undone.and_then(|()| discard_part(self.target, &self.site));
                return undone.map_err(|error| self.site.stays(error)).map(|()| false);
            }
            put => put.map_err(|error| self.not_put(portion, error))?,
        }
        let settled = settle_part(self.target, &self.site, portion, &self.live.outputs);
        settled.map_err(|error| self.not_settled(error)).map(|()| true)
    }

    fn not_put(&self, portion: &Portion, error: io::Error) -> Failure {
        if portion.paths().len() == 1 {
            return self.site.stays(error);
        }
        let what =
            format!("not all of the new site is in place in `{}`; the next build puts that right", self.site.name);
        Failure::environment(what, error)
    }

    /// Makes up for a quick look: what is moved takes along whatever lies in it. What was not whole was looked at closely.
    fn look_closely(&self) -> Result<(), Failure> {
        if self.closeness == Closeness::Thorough || !self.live.is_whole {
            return Ok(());
        }
        let listed = (&self.live.outputs, self.live.seen.as_ref());
        look_at(self.target, &self.site, listed, Closeness::Thorough).map(drop)
    }

    /// Completes the sibling, writes the journal, exchanges, and settles: the steps 5 to 8.
    fn replace(&self, next: Manifest) -> Result<(), Failure> {
        let staging = self.staging()?;
        staging.complete(&next.outputs, (&self.site.out, self.reusable()), &|| self.check())?;
        self.check()?;
        let begun = self.write_journal(&staging, next).and_then(|()| exchange(self.target, &self.site));
        begun.map_err(|error| self.site.stays(error))?;
        *self.staging.lock().unwrap_or_else(PoisonError::into_inner) = None;
        settle(self.target, &self.site).map_err(|error| self.not_settled(error))
    }

    fn write_journal(&self, staging: &Staging<'_>, next: Manifest) -> io::Result<()> {
        let at = self.site.now(self.target);
        staging.set_strangers_aside(&next.outputs)?;
        let moved = self.identity_of(&self.site.sibling())?;
        if self.live.about.is_none() {
            // What stands in the folder before the first site is not ours, and comes to the sibling as such.
            let nothing = Manifest { outputs: Outputs::new(), ..next.clone() };
            write_whole(self.target, &self.site.live_manifest(), &nothing.to_json())?;
        }
        let next = Manifest { seen: at.map(|at| Seen { at, lonely: None, moved }), ..next };
        write_whole(self.target, &self.site.journal(), &next.to_json())
    }

    fn identity_of(&self, folder: &Path) -> io::Result<BTreeMap<String, u64>> {
        Ok(identity(self.target, folder, "")?.map(|id| (String::new(), id)).into_iter().collect())
    }

    fn not_settled(&self, error: io::Error) -> Failure {
        let name = &self.site.name;
        let what = format!("`{name}` holds the new site, but the list of its files cannot be kept");
        Failure::environment(format!("{what}; the next build puts that right"), error)
    }

    /// The published outputs that need not be written again.
    fn reusable(&self) -> &Outputs {
        static NOTHING: Outputs = Outputs::new();
        match self.reuse {
            Reuse::Unchanged => &self.live.outputs,
            Reuse::Nothing => &NOTHING,
        }
    }

    fn take(
        &self,
        path: &str,
        record: OutputRecord,
        store: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.check()?;
        let taken = self
            .claim(path, record)
            .and_then(|()| if self.reusable().get(path) == Some(&record) { Ok(()) } else { store() });
        if taken.is_err() {
            self.incomplete.store(true, Ordering::SeqCst);
        }
        taken
    }

    /// Writes outputs to the sibling.
    fn stage(&self, outputs: &[HeldOutput]) -> Result<(), Failure> {
        if outputs.is_empty() {
            return Ok(());
        }
        let staging = self.staging()?;
        let store = |output: &HeldOutput| staging.store(&output.path, output.record, &output.bytes);
        outputs.iter().try_for_each(store).map_err(|error| self.site.stays(error))
    }

    fn stop_holding(&self) -> Result<(), Failure> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).close();
        self.stage(&held.unwrap_or_default())
    }

    fn claim(&self, path: &str, record: OutputRecord) -> Result<(), Failure> {
        if !is_inner_path(path) {
            return Err(Failure::refused(format!("an output cannot lie at `{path}`"), "this is a fault of Fingerpost"));
        }
        match self.outputs().entry(path.into()) {
            Entry::Vacant(free) => {
                free.insert(record);
                Ok(())
            }
            Entry::Occupied(_) => {
                Err(Failure::refused(format!("two outputs would be `{path}`"), "this is a fault of Fingerpost"))
            }
        }
    }

    fn check(&self) -> Result<(), Failure> {
        if self.cancel.load(Ordering::Relaxed) { Err(Failure::Interrupted) } else { Ok(()) }
    }

    /// The sibling, opened by whoever needs it first: a build without a change never touches it.
    fn staging(&self) -> Result<Arc<Staging<'a>>, Failure> {
        let mut slot = self.staging.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(staging) = &*slot {
            return Ok(staging.clone());
        }
        self.look_closely()?;
        let staging = Arc::new(Staging::open(self.target, &self.site, (&self.site.out, &self.live.outputs))?);
        *slot = Some(staging.clone());
        Ok(staging)
    }

    fn outputs(&self) -> MutexGuard<'_, Outputs> {
        self.outputs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Publisher<'_> {
    /// Throws away what was staged. Nobody can be told if that fails, and nobody need be: the next build finds a
    /// sibling without a manifest and throws it away.
    fn drop(&mut self) {
        let staged = self.staging.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let is_journalled = !matches!(self.target.kind(&self.site.journal()), Ok(None));
        if staged.is_some() && !is_journalled {
            let _told_to_nobody = self.target.remove_tree(&self.site.sibling());
        }
    }
}

/// Where what belongs to a site is kept beside it.
///
/// # Errors
/// As for `Publisher::begin`.
pub fn state_folder(target: &dyn Target, out: &Path) -> Result<PathBuf, Failure> {
    Ok(Site::find(target, out)?.state)
}

/// Outputs of which some are others now.
fn with(outputs: &Outputs, put: Outputs) -> Outputs {
    let mut all = outputs.clone();
    all.extend(put);
    all
}

/// Outputs and folders that a build without a change may list and read again and again, before it is written down that
/// they are whole.
const CLOSER_AGAIN: usize = 64;

#[cfg(test)]
mod tests;
