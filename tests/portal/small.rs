//! Turns a text that holds several files into a portal in memory or on disk; `src/load/written.rs` says how it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fingerpost::io::{EntryKind, MemoryFiles};
use fingerpost::load::written::Written;

/// The portal that cases are laid over: two nations with a district each, two languages, two pages, a service.
pub const BASE: &str = include_str!("../../src/cli/guide/base.txt");

/// Files by path, and what stands there besides files.
#[derive(Clone, Default)]
pub struct Small {
    pub files: BTreeMap<String, Vec<u8>>,
    pub others: BTreeMap<String, EntryKind>,
}

impl Small {
    pub fn base() -> Self {
        Self::default().with(BASE)
    }

    /// Lays the files of `text` over these.
    pub fn with(self, text: &str) -> Self {
        let Written { files, others } = self.written().with(text).unwrap_or_else(|wrong| panic!("{wrong}"));
        Self { files, others }
    }

    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    pub fn in_memory(&self) -> MemoryFiles {
        self.clone().written().in_memory()
    }

    /// Writes the files into a folder; what it held under these names is replaced.
    pub fn on_disk(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    fn written(self) -> Written {
        Written { files: self.files, others: self.others }
    }
}
