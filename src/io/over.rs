//! Turns a portal and new texts for some of its files into the portal as it would be.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::{Entry, EntryKind, Files};

/// A portal with other texts laid over it.
pub struct Over<'a> {
    pub files: &'a dyn Files,
    pub texts: BTreeMap<String, String>,
}

impl Files for Over<'_> {
    fn walk(&self, folder: &str) -> io::Result<Vec<Entry>> {
        let mut entries = self.files.walk(folder)?;
        entries.retain(|entry| !self.texts.contains_key(&entry.path));
        let inside = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let new = self.texts.iter().filter(|(path, _)| inside(path));
        entries.extend(new.map(|(path, text)| Entry {
            path: path.clone(),
            kind: EntryKind::File,
            len: text.len() as u64,
            mark: None,
        }));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        match self.texts.get(path) {
            Some(text) => Ok(Box::new(text.as_bytes())),
            None => self.files.open(path),
        }
    }
}
