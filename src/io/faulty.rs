//! Turns a target into one that fails at a chosen operation, for tests.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Glance, Listed, Lock, Stamp, Target};

/// What goes wrong at the operation with a number; operations that only read are not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// The process is killed: the operation happens by half if it can, and nothing happens after it.
    Crash(usize),
    /// From this operation on nothing new fits on the disk; moving and removing still work.
    Full(usize),
    /// This operation fails and everything after it works.
    Once(usize),
}

/// A target on which something goes wrong, or which lacks an ability.
#[derive(Debug)]
pub struct FaultyTarget<T> {
    pub disk: T,
    pub fault: Fault,
    /// Whether folders can be exchanged in one step.
    pub exchanges: bool,
    pub links: bool,
    done: AtomicUsize,
}

enum Verdict {
    Works,
    ByHalf,
    Fails(io::Error),
}

impl<T: Target> FaultyTarget<T> {
    pub fn new(disk: T, fault: Fault) -> Self {
        Self { disk, fault, exchanges: true, links: true, done: AtomicUsize::new(0) }
    }

    /// Operations so far.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::SeqCst)
    }

    fn crashed(&self) -> bool {
        matches!(self.fault, Fault::Crash(at) if self.done() > at)
    }

    fn judge(&self, makes_something: Makes) -> Verdict {
        let number = self.done.fetch_add(1, Ordering::SeqCst);
        match self.fault {
            Fault::Crash(at) if number == at => Verdict::ByHalf,
            Fault::Crash(at) if number > at => Verdict::Fails(io::Error::other("killed")),
            Fault::Full(at) if number == at && makes_something == Makes::Bytes => Verdict::ByHalf,
            Fault::Full(at) if number >= at && makes_something != Makes::Nothing => {
                Verdict::Fails(ErrorKind::StorageFull.into())
            }
            Fault::Once(at) if number == at => Verdict::Fails(io::Error::other("the disk does not answer")),
            _ => Verdict::Works,
        }
    }

    fn whole<V>(&self, makes: Makes, operation: impl FnOnce(&T) -> io::Result<V>) -> io::Result<V> {
        match self.judge(makes) {
            Verdict::Works => operation(&self.disk),
            Verdict::ByHalf => Err(io::Error::other("killed")),
            Verdict::Fails(error) => Err(error),
        }
    }

    fn read_only<V>(&self, operation: impl FnOnce(&T) -> io::Result<V>) -> io::Result<V> {
        if self.crashed() { Err(io::Error::other("killed")) } else { operation(&self.disk) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Makes {
    Nothing,
    Name,
    Bytes,
}

impl<T: Target> Target for FaultyTarget<T> {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.read_only(|disk| disk.resolve(path))
    }

    fn kind(&self, path: &Path) -> io::Result<Option<super::ListedKind>> {
        self.read_only(|disk| disk.kind(path))
    }

    fn same_disk(&self, a: &Path, b: &Path) -> io::Result<bool> {
        self.read_only(|disk| disk.same_disk(a, b))
    }

    fn glance(&self, folder: &Path, paths: &[&str]) -> io::Result<Vec<Option<Glance>>> {
        self.read_only(|disk| disk.glance(folder, paths))
    }

    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>> {
        self.whole(Makes::Nothing, |disk| disk.stamp(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.read_only(|disk| disk.list(folder))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_only(|disk| disk.read(path))
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        match self.judge(Makes::Bytes) {
            Verdict::Works => self.disk.create(path, bytes),
            Verdict::ByHalf => {
                self.disk.create(path, &bytes[..bytes.len() / 2])?;
                Err(ErrorKind::StorageFull.into())
            }
            Verdict::Fails(error) => Err(error),
        }
    }

    fn create_from(&self, path: &Path, reader: &mut dyn Read) -> io::Result<()> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        self.create(path, &bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if !self.links {
            return Err(ErrorKind::Unsupported.into());
        }
        self.whole(Makes::Name, |disk| disk.link(from, to))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(Makes::Name, |disk| disk.make_folder(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.whole(Makes::Nothing, |disk| disk.rename(from, to))
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        if !self.exchanges {
            return Err(ErrorKind::Unsupported.into());
        }
        self.whole(Makes::Nothing, |disk| disk.exchange(a, b))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.whole(Makes::Nothing, |disk| disk.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(Makes::Nothing, |disk| disk.remove_folder(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.whole(Makes::Nothing, |disk| disk.remove_tree(path))
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.whole(Makes::Nothing, |disk| disk.sync(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.whole(Makes::Nothing, |_| Ok(()))?;
        self.disk.lock(path)
    }
}
