//! Turns the outputs of a build into a published site that changes in one instant or not at all.
//!
//! Beside the output folder `public` lies `.public.fingerpost/`:
//!
//! | file | what |
//! |---|---|
//! | `lock` | held by the one build or `clean` that runs |
//! | `live.json` | the manifest of `public` |
//! | `sibling/` | the other generation: the site before this one, or the one that is being built |
//! | `sibling.json` | the manifest of `sibling/`; absent while that changes |
//! | `next.json` | the journal: the manifest of the new site, from before the exchange until all is done |
//! | `outgoing/` | the old site, between two renames, where folders cannot be exchanged in one step |
//!
//! The steps of a build, and what the next one does if the process is killed within a step:
//!
//! 1. Take the lock. It ends with the process, however that ends.
//! 2. Recover from an interrupted run (below). Then `next.json` and `outgoing/` are absent.
//! 3. Compare `public` with `live.json`, and refuse if it holds anything else.
//! 4. At the first output that differs: compare `sibling/` with `sibling.json`, then remove `sibling.json`. From here
//!    nothing vouches for `sibling/`, and if the process is killed the next build throws `sibling/` away.
//! 5. Write the outputs that differ from `public` into `sibling/`, remove from it what the new site does not have, and
//!    link the rest from `public`. A file that is there is removed and made anew, never written to, because `public`
//!    may share it.
//! 6. Write the journal `next.json`. Both generations are now complete, and each has its manifest: `live.json` for
//!    `public`, `next.json` for `sibling/`.
//! 7. Exchange `public` and `sibling/` in one step (`renameat2(2)` with `RENAME_EXCHANGE`). Where the file system has
//!    no such step: `public` to `outgoing/`, `sibling/` to `public`, `outgoing/` to `sibling/`. The folder is missing
//!    between the first and the second; that is the only moment in which a reader could find nothing.
//! 8. Rename `live.json` to `sibling.json`, then `next.json` to `live.json`. If there was no `public`, there is no
//!    `sibling/` now, and `live.json` is removed instead.
//!
//! Recovery, when there is a journal. If `outgoing/` is there, the renames of step 7 are brought to an end. Then one
//! output in which `next.json` and `live.json` differ tells whether `public` is the new site, since both generations
//! were complete in step 6. If it is, step 8 is done (again). If not, the journal is removed, and the old site stays.
//! Were `live.json` already renamed, everything differs from nothing, and `public` is found to be the new site.
//!
//! Which manifest belongs to which generation thus follows from names alone outside of steps 7 and 8, and from content
//! within them. No inode numbers or times are used, so the folders may be copied or restored from a cache together. If
//! `public` comes without `live.json`, or that is damaged, nothing in `public` is known to be ours, and it is refused.
//!
//! The journal and the manifests are flushed to the disk (`fsync`), in that they say what may be removed. The site's
//! files are not: ten thousand flushes would cost far more than the build, and a killed process loses nothing that was
//! written. After a power cut a file may be shorter than it should be; steps 3 and 4 compare lengths and mend it.

mod clean;
mod exchange;
mod site;
mod staging;
mod survey;

use std::collections::btree_map::Entry;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use crate::io::{Failure, Files, Lock, Target, is_inner_path};
use crate::load::{Hash, Source, SourceBody};
use crate::manifest::{Manifest, OutputRecord, Outputs, Scope};

pub use clean::{Cleaned, clean};
use exchange::{exchange, recover, settle};
use site::{Site, make_folders, read_manifest, write_whole};
use staging::Staging;
use survey::survey;

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

/// A site on its way to be published. Dropped without `commit`, it leaves the old site and throws away the rest.
pub struct Publisher<'a> {
    target: &'a dyn Target,
    cancel: &'a AtomicBool,
    site: Site,
    /// What the new site's manifest says, without its outputs.
    heading: Manifest,
    reuse: Reuse,
    /// The manifest of the published site, and those of its outputs that are whole.
    listed: Option<Manifest>,
    live: Outputs,
    outputs: Mutex<Outputs>,
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
        let site = open_site(target, options)?;
        let lock = site.lock(target)?;
        recover(target, &site)?;
        let listed = read_manifest(target, &site.live_manifest())?;
        let live = own_outputs(target, &site, listed.as_ref())?;
        if let Some(listed) = listed.as_ref().filter(|listed| listed.scope != options.scope && !live.is_empty()) {
            return Err(other_scope(&site, listed.scope));
        }
        let heading = Manifest {
            generator: options.generator.clone(),
            day: options.day,
            scope: options.scope,
            outputs: Outputs::new(),
        };
        Ok(Self {
            target,
            cancel,
            site,
            heading,
            reuse: options.reuse,
            listed,
            live,
            outputs: Mutex::default(),
            staging: Mutex::default(),
            incomplete: AtomicBool::new(false),
            _lock: lock,
        })
    }

    /// Whether the published site is whole, and was made from what has this key.
    pub fn is_made_from(&self, _key: Hash) -> bool {
        self.reuse == Reuse::Unchanged
            && self.listed.as_ref().is_some_and(|listed| listed.outputs.len() == self.live.len())
    }

    /// Lets every output of the published site stay that is not put.
    pub fn keep_others(&self) {
        let mut outputs = self.outputs();
        for (path, record) in &self.live {
            outputs.entry(path.clone()).or_insert(*record);
        }
    }

    /// Takes an output, by its path from the output folder with `/`. Nothing is written if the published site has the
    /// same. Any number of threads may call it at the same time.
    ///
    /// # Errors
    /// `Refused` for a path that was taken already or leads out of the folder; `Interrupted`; `Environment`.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let record = OutputRecord::of(bytes);
        self.take(path, record, |staging| staging.store(path, record, bytes))
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
        let record = OutputRecord { hash: source.hash, len };
        self.take(path, record, |staging| {
            if staging.holds(path, &record) {
                return Ok(());
            }
            let (hash, len) = staging.store_from(path, &mut *files.open(&source.path)?)?;
            // The file may have changed since it was loaded: what was written counts.
            self.outputs().insert(path.into(), OutputRecord { hash, len });
            Ok(())
        })
    }

    /// Makes the site that was put together the published one.
    ///
    /// # Errors
    /// `Interrupted` and `Environment`; the published folder still holds the old site then, unless the message says
    /// otherwise.
    pub fn commit(self) -> Result<Published, Failure> {
        self.check()?;
        if self.incomplete.load(Ordering::SeqCst) {
            let cause = io::Error::other("an output could not be written");
            return Err(self.site.stays(cause));
        }
        let next = Manifest { outputs: std::mem::take(&mut *self.outputs()), ..self.heading.clone() };
        let published = self.compare(&next.outputs);
        let exists = self.target.kind(&self.site.out).map_err(|error| self.site.stays(error))?.is_some();
        if exists && next.outputs == self.live && self.reuse == Reuse::Unchanged {
            self.keep(&next).map_err(|error| self.site.stays(error))?;
            return Ok(published);
        }
        self.staging()?.complete(&next.outputs, (&self.site.out, self.reusable()), &|| self.check())?;
        self.check()?;
        self.replace(&next)?;
        Ok(published)
    }

    /// Writes the journal, exchanges, and settles: the steps 6 to 8.
    fn replace(&self, next: &Manifest) -> Result<(), Failure> {
        let begun = self.write_journal(next).and_then(|()| exchange(self.target, &self.site));
        begun.map_err(|error| self.site.stays(error))?;
        *self.staging.lock().unwrap_or_else(PoisonError::into_inner) = None;
        settle(self.target, &self.site).map_err(|error| {
            let name = &self.site.name;
            let what = format!("`{name}` holds the new site, but the list of its files cannot be kept");
            Failure::environment(format!("{what}; the next build puts that right"), error)
        })
    }

    fn write_journal(&self, next: &Manifest) -> io::Result<()> {
        if self.listed.is_none() {
            // What stands in the folder before the first site is not ours, and comes to the sibling as such.
            write_whole(self.target, &self.site.live_manifest(), &self.heading.to_json())?;
        }
        write_whole(self.target, &self.site.journal(), &next.to_json())
    }

    /// The same outputs, made by another version or on another day.
    fn keep(&self, next: &Manifest) -> io::Result<()> {
        if self.listed.as_ref() == Some(next) {
            return Ok(());
        }
        write_whole(self.target, &self.site.live_manifest(), &next.to_json())
    }

    /// The published outputs that need not be written again.
    fn reusable(&self) -> &Outputs {
        static NOTHING: Outputs = Outputs::new();
        match self.reuse {
            Reuse::Unchanged => &self.live,
            Reuse::Nothing => &NOTHING,
        }
    }

    fn compare(&self, next: &Outputs) -> Published {
        let unchanged = next.iter().filter(|(path, record)| self.live.get(*path) == Some(*record)).count();
        Published {
            written: next.len() - unchanged,
            unchanged,
            removed: self.live.keys().filter(|path| !next.contains_key(*path)).count(),
            bytes: next.values().map(|record| record.len).sum(),
        }
    }

    fn take(
        &self,
        path: &str,
        record: OutputRecord,
        store: impl FnOnce(&Staging<'a>) -> io::Result<()>,
    ) -> Result<(), Failure> {
        self.check()?;
        let taken = self.claim(path, record).and_then(|()| {
            if self.reusable().get(path) == Some(&record) {
                return Ok(());
            }
            store(&*self.staging()?).map_err(|error| self.site.stays(error))
        });
        if taken.is_err() {
            self.incomplete.store(true, Ordering::SeqCst);
        }
        taken
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
        let staging = Arc::new(Staging::open(self.target, &self.site)?);
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

fn open_site(target: &dyn Target, options: &PublishOptions) -> Result<Site, Failure> {
    let failed = |error| Failure::environment(format!("`{}` cannot be made", options.out.display()), error);
    if let Some(above) = options.out.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folders(target, above).map_err(failed)?;
    }
    let site = Site::find(target, &options.out)?;
    site.refuse_dangerous(target, options)?;
    let exists = target.kind(&site.out).map_err(failed)?.is_some();
    if exists && !target.same_disk(&site.out, &site.state.with_file_name(".")).map_err(failed)? {
        return Err(Failure::refused(
            format!("a disk of its own is mounted at the output folder `{}`", site.name),
            format!("give `--out` a folder on that disk, such as `{}/public`", site.name),
        ));
    }
    if target.kind(&site.state).map_err(failed)?.is_none() {
        // Nothing is left beside a folder that was never ours.
        own_outputs(target, &site, None)?;
    }
    Ok(site)
}

/// The outputs of the published site that are whole.
fn own_outputs(target: &dyn Target, site: &Site, listed: Option<&Manifest>) -> Result<Outputs, Failure> {
    let failed = |error| Failure::environment(format!("the output folder `{}` cannot be read", site.name), error);
    let nothing = Outputs::new();
    let outputs = listed.map_or(&nothing, |listed| &listed.outputs);
    let found = survey(target, &site.out, outputs, MOST_NAMED + 1).map_err(failed)?;
    if found.foreign.is_empty() {
        return Ok(found.whole);
    }
    let help = if outputs.is_empty() {
        "give `--out` an empty folder; if this one is an old site that nobody needs, delete it and build again"
    } else {
        "move them to another place; files to publish as they are belong in `content/static`"
    };
    let message = format!("`{}` holds files that Fingerpost did not make: {}", site.name, named(&found.foreign));
    Err(Failure::refused(message, help))
}

fn other_scope(site: &Site, listed: Scope) -> Failure {
    let name = &site.name;
    match listed {
        Scope::Full => Failure::refused(
            format!("`{name}` holds the whole site, and this build makes only a part of it"),
            "give `--out` another folder, such as `public-part`",
        ),
        Scope::Partial => Failure::refused(
            format!("`{name}` holds only a part of the site, made with `--only`"),
            "give `--out` another folder, or run `fingerpost clean` for this one first",
        ),
    }
}

const MOST_NAMED: usize = 5;

/// The first few paths, for a message.
fn named(paths: &[String]) -> String {
    let mut names: Vec<String> = paths.iter().take(MOST_NAMED).map(|path| format!("`{path}`")).collect();
    if paths.len() > MOST_NAMED {
        names.push("and others".to_owned());
    }
    names.join(", ")
}

#[cfg(test)]
mod tests;
