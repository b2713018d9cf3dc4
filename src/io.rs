//! Turns the outside world into two traits: reading a portal's files and writing a site's.
#![allow(clippy::disallowed_methods, reason = "the one place that touches the disk")]

mod disk;
mod memory;
mod scaffold;

use std::io;
use std::path::Path;

pub use disk::{DiskFiles, DiskTarget};
pub use memory::{MemoryFiles, MemoryTarget};
pub use scaffold::Scaffold;

/// A file of a portal as found, before anybody looks into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From the folder that was walked, with `/`.
    pub path: String,
    pub kind: EntryKind,
    /// In bytes.
    pub len: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    File,
    /// A symbolic link that leads out of the portal; it is not followed.
    Escape,
}

/// Where a portal's files are read.
pub trait Files: Sync {
    /// Every file under `folder` (`content`), sorted by path; dot-files left out; nothing if there is no such folder.
    ///
    /// # Errors
    /// The folder cannot be read.
    fn walk(&self, folder: &str) -> io::Result<Vec<Entry>>;

    /// The bytes of a file that `walk` named.
    ///
    /// # Errors
    /// The file cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// Where a site's files are written, during one generation.
pub trait Target: Sync {
    /// Writes a file that does not exist yet; parent folders are made.
    ///
    /// # Errors
    /// The disk is full, or the folder cannot be written.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
}
