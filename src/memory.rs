//! Turns what a build learned into files from which the next build starts.
//!
//! | file | what |
//! |---|---|
//! | `.fingerpost/sources` | the mark and hash of each file of the portal |
//! | `.fingerpost/records` | what was made of documents, services and venues (`Remembered`) |
//! | `.public.fingerpost/made` | what the site was made from, and what was said of it (`Made`) |
//!
//! All of it can be had again from the portal, so a file that is damaged, cut off or another program's is an absent one.
//! Each has a head that names the program and the hash of the rest.
//!
//! A file's mark is believed only if the file was last changed before the build began to look at it, by the file system's
//! own clock: any later change gives another mark then. What changed in the same moment is read again.

mod made;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::diag::Finding;
use crate::io::{Mark, Stamp, Target};
use crate::load::{Hash, Known, Loaded};
use crate::parse::records::{Records, Remembered};

pub use made::{Made, MadePage};

/// Identifies the program: what another one remembered may mean something else.
pub const PROGRAM: &str = env!("FINGERPOST_PROGRAM");

/// So many files, and at most one in so many, may have changed before all are written down anew: until then it costs less
/// to read those again.
const MOST_CHANGED: usize = 32;
const ONE_IN: usize = 16;

/// What is known of a portal from earlier builds.
pub struct Memory<'a> {
    target: &'a dyn Target,
    /// None if nothing may be kept.
    folder: Option<PathBuf>,
    /// When this build began to look, by the file system's clock.
    began: Option<Stamp>,
    known: Known,
}

impl<'a> Memory<'a> {
    /// A memory that knows nothing and keeps nothing.
    pub fn none(target: &'a dyn Target) -> Self {
        Self { target, folder: None, began: None, known: Known::default() }
    }

    /// Reads what is known. A folder that cannot be written keeps nothing: the build goes on without.
    pub fn open(target: &'a dyn Target, folder: &Path) -> Self {
        let Ok(began) = begin(target, folder) else { return Self::none(target) };
        let note = Note::read(target, &folder.join(SOURCES));
        let sources = note.and_then(|note| Vec::<WrittenSource>::try_from_slice(note.payload()).ok());
        let known = sources.into_iter().flatten().map(|(path, mark, hash)| (path, (mark, hash))).collect();
        Self { target, folder: Some(folder.to_owned()), began, known }
    }

    /// A memory that knows nothing, and keeps what this build learns.
    pub fn empty(target: &'a dyn Target, folder: &Path) -> Self {
        Self { known: Known::default(), ..Self::open(target, folder) }
    }

    pub fn known(&self) -> &Known {
        &self.known
    }

    /// What was made of the portal's files.
    pub fn remembered(&self) -> Remembered {
        let folder = self.folder.as_ref().filter(|_| !self.known.is_empty());
        let note = folder.and_then(|folder| Note::read(self.target, &folder.join(RECORDS)));
        note.and_then(|note| Remembered::read(note.payload())).unwrap_or_default()
    }

    /// Keeps what this build learned, if it is much. `findings` are those of loading and parsing.
    pub fn keep(&self, loaded: &Loaded, records: &Records, findings: &[Finding]) {
        let Some(folder) = &self.folder else { return };
        let Loaded { sources, marks } = loaded;
        let settled = marks.iter().filter(|(_, mark)| self.began.is_some_and(|began| mark.changed < began));
        let found: BTreeSet<&str> =
            findings.iter().filter_map(|finding| finding.place.as_ref()).map(|place| &*place.file).collect();
        let settled: Vec<WrittenSource> =
            settled.filter_map(|(path, mark)| Some((path.clone(), *mark, sources.files.get(path)?.hash))).collect();
        let new = settled.iter().filter(|(path, mark, hash)| self.known.get(path) != Some(&(*mark, *hash))).count();
        if new <= MOST_CHANGED.min(self.known.len() / ONE_IN) && !self.known.is_empty() {
            return;
        }
        let kept =
            write(self.target, &folder.join(RECORDS), |bytes| Remembered::write((records, sources), &found, bytes));
        let settled = |bytes: &mut Vec<u8>| settled.serialize(bytes).expect("memory takes what is written to it");
        // Nobody need be told: what is not kept is learned again.
        let _kept = kept.and_then(|()| write(self.target, &folder.join(SOURCES), settled));
    }
}

type WrittenSource = (Arc<str>, Mark, Hash);

const SOURCES: &str = "sources";
const RECORDS: &str = "records";

/// Makes the folder, which version control leaves out, and says what time it is there.
fn begin(target: &dyn Target, folder: &Path) -> io::Result<Option<Stamp>> {
    match target.make_folder(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let note = folder.join(".gitignore");
    match target.create(&note, b"*\n") {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    target.stamp(&note)
}

/// What stands in a file under our head.
pub struct Note(Vec<u8>);

impl Note {
    /// None if there is no such file, or none that can be believed.
    pub fn read(target: &dyn Target, path: &Path) -> Option<Self> {
        let Ok(bytes) = target.read(path) else { return None };
        let head = bytes.get(..HEAD)?;
        (*head == head_of(&bytes[HEAD..])).then_some(Self(bytes))
    }

    pub fn payload(&self) -> &[u8] {
        &self.0[HEAD..]
    }
}

/// Writes a file beside its place and moves it there, so that it is never seen by half.
///
/// # Errors
/// What the disk does.
pub fn write(target: &dyn Target, path: &Path, payload: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
    let new = path.with_extension(format!("new-{}", std::process::id()));
    match target.remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut bytes = vec![0; HEAD];
    payload(&mut bytes);
    let head = head_of(&bytes[HEAD..]);
    bytes[..HEAD].copy_from_slice(&head);
    target.create(&new, &bytes)?;
    target.rename(&new, path)
}

const HEAD: usize = 32 + size_of::<Hash>();

/// The name of the program, and the hash of what follows.
fn head_of(payload: &[u8]) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    let name = format!("fingerpost {PROGRAM}");
    head[..name.len()].copy_from_slice(name.as_bytes());
    head[32..].copy_from_slice(&Hash::of(payload).0);
    head
}
