//! Turns the outside world into two traits: reading a portal's files and writing a site's.
#![allow(clippy::disallowed_methods, reason = "the one place that touches the disk")]

mod failure;
mod disk;
mod memory;
#[cfg(test)]
mod faulty;
mod over;
mod scaffold;
mod watch;

use std::any::Any;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use disk::{DiskFiles, DiskTarget};
pub use failure::Failure;
#[cfg(test)]
pub use faulty::{Fault, FaultyTarget};
pub use memory::{MemoryFiles, MemoryTarget};
pub use over::Over;
pub use scaffold::Scaffold;
pub use watch::{Changes, Pace, Wish, watch};

/// A file of a portal as found, before anybody looks into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From the portal's folder, with `/`. Bytes that are no text are replaced (see `EntryKind::NameNotText`).
    pub path: String,
    pub kind: EntryKind,
    /// In bytes; 0 for everything but a file.
    pub len: u64,
    /// Of a file, where the system has what it takes.
    pub mark: Option<Mark>,
}

/// What the system says of a file without its content. A file that was written to since has another mark, even if its
/// old times were restored: nobody can set `changed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Mark {
    pub len: u64,
    /// The file itself, whatever it is called.
    pub id: u64,
    /// When content, name or rights last changed (`st_ctime`).
    pub changed: Stamp,
}

/// A time by the file system's own clock: seconds and nanoseconds. It says nothing but which of two came first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Stamp(pub i64, pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    File,
    /// A symbolic link that leads out of the portal; it is not followed.
    Escape,
    /// A symbolic link to nothing, or to a folder that it lies in itself; it is not followed.
    Broken,
    /// A pipe, socket or device; it is never opened.
    Special,
    /// A file or folder whose name is not UTF-8; it is not opened.
    NameNotText,
}

/// Where a portal's files are read.
pub trait Files: Sync {
    /// Every file under `folder` (`content`), sorted by path; dot-files left out; nothing if there is no such folder.
    ///
    /// # Errors
    /// The folder cannot be read, or it holds more files than any portal has.
    fn walk(&self, folder: &str) -> io::Result<Vec<Entry>>;

    /// Opens a file that `walk` named. Nothing but an ordinary file is opened.
    ///
    /// # Errors
    /// The file cannot be read; `InvalidInput` for a path that leads out of the portal.
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>>;

    /// The bytes of a file that `walk` named. `load` has already refused files that are too large.
    ///
    /// # Errors
    /// As for `open`.
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What lies in a folder of a target, itself and not what a link leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Bytes that are no text are replaced; such a name cannot be one of ours.
    pub name: String,
    pub kind: ListedKind,
    /// In bytes; 0 for everything but a file.
    pub len: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListedKind {
    File,
    Folder,
    /// A link, pipe, socket or device, or a name that is not UTF-8.
    Other,
}

/// What stands at a path, itself and not what a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    pub kind: ListedKind,
    /// In bytes; 0 for everything but a file.
    pub len: u64,
    /// Tells a file or folder from the others that are there at the same time, and stays when it is moved.
    pub id: u64,
    /// When the content, the names in it, its own name, its place or its number of links last changed (`st_ctime`).
    /// Nobody can set it. None where the system keeps no such time.
    pub changed: Option<Stamp>,
}

/// The lowest operations on the disk that publishing needs: each happens or does not.
///
/// A file is written once, when it is created, and never changed: two generations of a site may share it by a link.
#[allow(clippy::missing_errors_doc, reason = "each fails as its line says, or as the system does")]
pub trait Target: Sync {
    /// The same path without links, `.` and `..`; it must exist.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// What stands at a path; none if nothing does. Links are not followed.
    fn kind(&self, path: &Path) -> io::Result<Option<ListedKind>>;

    /// Whether two paths lie on one file system, so that one can be renamed to the other.
    fn same_disk(&self, a: &Path, b: &Path) -> io::Result<bool>;

    /// What stands at each of these paths from a folder, in their order; `""` is the folder. A link on the way is
    /// followed, one at the end is not.
    fn glance(&self, folder: &Path, paths: &[&str]) -> io::Result<Vec<Option<Glance>>>;

    /// Marks a file as changed now, and says when that was: whatever changed before this call changed earlier, and what
    /// changes after it changes then or later. Where the clock moves in steps of more than 20 ms, something changed just
    /// before may seem to have changed after. None where the system keeps no such time.
    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>>;

    /// What lies in a folder, sorted by name.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;

    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Writes a file that does not exist yet (`AlreadyExists`) in a folder that does (`NotFound`).
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Like `create`, from a reader, never holding the whole file.
    fn create_from(&self, path: &Path, reader: &mut dyn Read) -> io::Result<()>;

    /// Gives a file a second name. An error of any kind means that the caller should copy it.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Makes one folder; its parent exists.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Moves a file over another, or a folder to a path where nothing is.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets two paths change places in one step. `Unsupported` where the file system has no such step.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;

    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder that is empty.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder with all that is in it; links are removed, not followed.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Waits until a file or the names in a folder have reached the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;

    /// Holds a lock file until the value is dropped, or the process ends. `WouldBlock` if another process holds it.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// A lock that is held.
pub struct Lock(#[expect(dead_code, reason = "held for what its end does")] Box<dyn Any + Send + Sync>);

impl fmt::Debug for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock")
    }
}

/// Whether a path names something inside a folder on every system: segments with `/` between them, none of them empty,
/// `.` or `..`, no backslash, no control character.
pub fn is_inner_path(path: &str) -> bool {
    // Every byte is looked at, which takes fewer steps than to stop at the first that is wrong.
    let is_strange = path.bytes().fold(false, |found, byte| found | (byte == b'\\') | byte.is_ascii_control());
    !is_strange
        && (path.is_ascii() || !path.contains(char::is_control))
        && path.as_bytes().split(|byte| *byte == b'/').all(|segment| !matches!(segment, b"" | b"." | b".."))
        // Only there is something else that leads elsewhere, such as the letter of a drive.
        && (!cfg!(windows) || Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_paths_stay_inside() {
        for good in ["index.html", "en/money/index.html", ".well-known/security.txt", "a..b", "...", "ł"] {
            assert!(is_inner_path(good), "{good}");
        }
        for bad in ["", "/", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a\\b", "a\0b", "a\nb", ".."] {
            assert!(!is_inner_path(bad), "{bad:?}");
        }
    }
}
