//! Turns a map in memory into `Files` and `Target`, for tests.

mod target;

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::{Entry, EntryKind, Files};

pub use target::MemoryTarget;

/// A portal in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<String, Vec<u8>>,
    /// What stands in the folders besides files.
    others: BTreeMap<String, EntryKind>,
}

impl MemoryFiles {
    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.insert(path, bytes);
        self
    }

    /// Adds something that `walk` finds and nobody can open.
    #[must_use]
    pub fn with_other(mut self, path: impl Into<String>, kind: EntryKind) -> Self {
        self.others.insert(path.into(), kind);
        self
    }

    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for MemoryFiles {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        Self { files, others: BTreeMap::new() }
    }
}

impl Files for MemoryFiles {
    fn walk(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let is_under = |path: &str| {
            path.strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|rest| rest.split('/').all(|segment| !segment.starts_with('.')))
        };
        let files = self.files.iter().map(|(path, bytes)| (path, EntryKind::File, bytes.len() as u64));
        let others = self.others.iter().map(|(path, kind)| (path, *kind, 0));
        let mut entries: Vec<Entry> = files
            .chain(others)
            .filter(|(path, ..)| is_under(path))
            .map(|(path, kind, len)| Entry { path: path.clone(), kind, len, mark: None })
            .collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        match self.files.get(path) {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}
