//! Turns a folder on disk into `Files` and `Target`: the only module that touches the file system.

mod measure;
mod target;
mod walk;

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Entry, Files, is_inner_path};

pub use target::DiskTarget;

/// A portal's folder on disk.
#[derive(Clone, Debug)]
pub struct DiskFiles {
    /// Without links, so that what a link leads to can be compared with it.
    portal: PathBuf,
}

impl DiskFiles {
    /// The portal in a folder.
    ///
    /// # Errors
    /// There is no such folder, or it cannot be read.
    pub fn new(portal: &Path) -> io::Result<Self> {
        let portal = portal.canonicalize()?;
        if !portal.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { portal })
    }

    /// The folder, absolute and without links.
    pub fn portal(&self) -> &Path {
        &self.portal
    }
}

impl Files for DiskFiles {
    fn walk(&self, folder: &str) -> io::Result<Vec<Entry>> {
        walk::walk(&self.portal, folder)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        if !is_inner_path(path) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let file = open_without_waiting(&self.portal.join(path))?;
        if !file.metadata()?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file"));
        }
        Ok(Box::new(file))
    }
}

/// A pipe that took the place of a file after the walk must not hold up the build until somebody writes to it.
fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(i32::try_from(flags.bits()).expect("the flags of open(2) are a C int"));
    }
    options.open(path)
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
