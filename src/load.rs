//! Turns a portal's folders into sources: bytes and their hash, sorted by path.

mod embedded;
mod hash;
mod text;
pub mod written;

pub use embedded::{embedded_fonts, is_of_fonts};
pub use text::is_text;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diag::print::Texts;
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::io::{Entry, EntryKind, Files, Mark};

pub use hash::{Hash, Hasher, HashingReader, fingerprint_of};

/// One file of the portal.
#[derive(Clone, Debug)]
pub struct Source {
    /// From the portal's folder, with `/`: `content/pages/money/index.en.md`.
    pub path: Arc<str>,
    pub body: SourceBody,
    /// Of the file as it lies on disk.
    pub hash: Hash,
}

/// Text is checked to be UTF-8 when it is read; a BOM is kept, so that byte offsets are those of the file.
#[derive(Clone, Debug)]
pub enum SourceBody {
    Text(Arc<str>),
    Bytes(Arc<[u8]>),
    /// A file of `content/static/` that is only copied: it is never held in memory. `Files::read` gives its bytes.
    OnDisk {
        /// In bytes.
        len: u64,
    },
    /// A file that has not changed since an earlier build, which knows its hash; `Sources::read` reads it.
    Unread {
        /// In bytes.
        len: u64,
    },
}

impl Source {
    /// The bytes of a file that is kept in memory and is no text.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            SourceBody::Bytes(bytes) => Some(bytes),
            SourceBody::Text(_) | SourceBody::OnDisk { .. } | SourceBody::Unread { .. } => None,
        }
    }

    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.body {
            SourceBody::Text(text) => Some(text),
            SourceBody::Bytes(_) | SourceBody::OnDisk { .. } | SourceBody::Unread { .. } => None,
        }
    }
}

/// All files of a portal, sorted by path: its `content/`, its own `themes/` and `locales/` laid over the embedded ones.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub files: BTreeMap<Arc<str>, Source>,
}

impl Texts for Sources {
    fn text(&self, file: &str) -> Option<&str> {
        self.files.get(file).and_then(Source::text).map(|text| &**text)
    }
}

/// Far more than anybody writes by hand; text is held in memory.
const LARGEST_TEXT: u64 = 8 << 20;

/// Room for any picture or recording; such a file is never needed on an old phone.
const LARGEST_FILE: u64 = 64 << 20;

/// What earlier builds know of files, by path: the hash of the content that had a mark.
pub type Known = FxHashMap<Arc<str>, (Mark, Hash)>;

/// A portal's files, and what a later build may know of them.
#[derive(Debug, Default)]
pub struct Loaded {
    pub sources: Sources,
    /// The marks of files that were used without a finding, as they were before the files were read.
    pub marks: Vec<(Arc<str>, Mark)>,
}

/// Reads a portal, but for files that have the mark under which they are known. Files that cannot be used are findings
/// and left out.
///
/// # Errors
/// Only what the disk does: a folder or file that cannot be read. The error names it.
pub fn load(files: &dyn Files, known: &Known) -> io::Result<Diagnosed<Loaded>> {
    let mut entries = Vec::new();
    for folder in ["content", "locales", "themes"] {
        entries.extend(files.walk(folder).map_err(|error| naming(folder, &error))?);
    }
    let mut loaded = Loaded::default();
    let mut findings = Vec::new();
    for (path, bytes) in embedded::files() {
        let read = from_bytes(&Arc::from(&*path), &bytes);
        loaded.sources.add(read.take(&mut findings));
    }
    let found: Vec<Option<ReadSource>> = entries.iter().map(|entry| known_entry(known, entry)).collect();
    let unknown: Vec<&Entry> =
        entries.iter().zip(&found).filter(|(_, known)| known.is_none()).map(|(entry, _)| entry).collect();
    let read: Vec<ReadSource> =
        unknown.into_par_iter().map(|entry| read_entry(files, entry)).collect::<io::Result<_>>()?;
    let mut read = read.into_iter();
    for (entry, known) in entries.iter().zip(found) {
        let mark = entry.mark;
        let Some(read) = known.or_else(|| read.next()) else { continue };
        let is_clean = read.findings.is_empty();
        let source = read.take(&mut findings);
        if let (Some(source), Some(mark), true) = (&source, mark, is_clean) {
            loaded.marks.push((source.path.clone(), mark));
        }
        loaded.sources.add(source);
    }
    Ok(Diagnosed::new(loaded, findings))
}

/// A file as an earlier build knows it: it was read without a finding then.
fn known_entry(known: &Known, entry: &Entry) -> Option<ReadSource> {
    let (path, (mark, hash)) = known.get_key_value(entry.path.as_str())?;
    let same = entry.kind == EntryKind::File && entry.mark == Some(*mark);
    let body = SourceBody::Unread { len: entry.len };
    same.then(|| Diagnosed::clean(Some(Source { path: path.clone(), body, hash: *hash })))
}

impl Sources {
    fn add(&mut self, source: Option<Source>) {
        if let Some(source) = source {
            self.files.insert(source.path.clone(), source);
        }
    }

    /// Puts a file in the place of the one at its path.
    pub fn put(&mut self, source: Source) {
        self.add(Some(source));
    }

    /// Gives back a file's text, which is read again where it is needed.
    pub fn forget(&mut self, path: &str) {
        if let Some(source) = self.files.get_mut(path)
            && let SourceBody::Text(text) = &source.body
        {
            source.body = SourceBody::Unread { len: text.len() as u64 };
        }
    }

    /// Takes over from `before` what is still unread and the same.
    pub fn recall(&mut self, before: &Self) {
        for (path, source) in &mut self.files {
            if let (SourceBody::Unread { .. }, Some(held)) = (&source.body, before.files.get(path))
                && held.hash == source.hash
            {
                source.body = held.body.clone();
            }
        }
    }

    /// Holds the content of files that are only copied otherwise: the pictures among them that pages show.
    ///
    /// # Errors
    /// What the disk does; the error names the file.
    pub fn hold(&mut self, files: &dyn Files, wanted: &BTreeSet<String>) -> io::Result<Freshness> {
        let copied = |source: &&Source| matches!(source.body, SourceBody::OnDisk { .. });
        let shown = wanted.iter().filter_map(|path| self.files.get(path.as_str()).filter(copied));
        let read = |source: &Source| match read_file(files, &source.path, (0, LARGEST_FILE)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            read => read.map(|read| read.value).map_err(|error| naming(&source.path, &error)),
        };
        let read: Vec<Option<Source>> = shown.map(read).collect::<io::Result<_>>()?;
        Ok(self.renew(read))
    }

    /// Takes files in the place of themselves, if they are what they were known as.
    fn renew(&mut self, read: Vec<Option<Source>>) -> Freshness {
        let mut freshness = Freshness::AsKnown;
        for source in read {
            match source {
                Some(source) if self.files.get(&source.path).is_some_and(|known| known.hash == source.hash) => {
                    self.add(Some(source));
                }
                _ => freshness = Freshness::Changed,
            }
        }
        freshness
    }

    /// Reads the files that are still unread and `wanted`. Says whether they are what they were known as: if not, they
    /// changed while the build ran, and nothing that was made of the others may be used.
    ///
    /// # Errors
    /// What the disk does; the error names the file.
    pub fn read(&mut self, files: &dyn Files, wanted: impl Fn(&Source) -> bool + Sync) -> io::Result<Freshness> {
        let unread: Vec<&Source> = self
            .files
            .values()
            .filter(|source| matches!(source.body, SourceBody::Unread { .. }) && wanted(source))
            .collect();
        let read: Vec<Option<Source>> =
            unread.into_par_iter().map(|source| read_again(files, source)).collect::<io::Result<_>>()?;
        Ok(self.renew(read))
    }
}

impl Sources {
    /// Reads the files that are `wanted` and otherwise never held in memory. Says whether they are what they were.
    ///
    /// # Errors
    /// What the disk does; the error names the file.
    pub fn fetch(&mut self, files: &dyn Files, wanted: impl Fn(&str) -> bool) -> io::Result<Freshness> {
        let is_out = |source: &&Source| matches!(source.body, SourceBody::OnDisk { .. } | SourceBody::Unread { .. });
        let sources: Vec<Source> =
            self.files.values().filter(is_out).filter(|source| wanted(&source.path)).cloned().collect();
        for source in sources {
            let mut bytes = Vec::new();
            let mut file = files.open(&source.path).map_err(|error| naming(&source.path, &error))?.take(LARGEST_FILE);
            io::copy(&mut file, &mut bytes).map_err(|error| naming(&source.path, &error))?;
            if Hash::of(&bytes) != source.hash {
                return Ok(Freshness::Changed);
            }
            self.add(Some(Source { body: SourceBody::Bytes(bytes.into()), ..source }));
        }
        Ok(Freshness::AsKnown)
    }
}

/// Whether files are what an earlier build knew them as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    AsKnown,
    Changed,
}

fn read_again(files: &dyn Files, source: &Source) -> io::Result<Option<Source>> {
    let SourceBody::Unread { len } = source.body else { return Ok(None) };
    let entry = Entry { path: source.path.to_string(), kind: EntryKind::File, len, mark: None };
    read_entry(files, &entry).map(|read| read.value)
}

/// Reads one file as it is now; none if it cannot be used.
///
/// # Errors
/// What the disk does; the error names the file.
pub fn read(files: &dyn Files, path: &str) -> io::Result<ReadSource> {
    read_entry(files, &Entry { path: path.to_owned(), kind: EntryKind::File, len: 0, mark: None })
}

type ReadSource = Diagnosed<Option<Source>>;

fn read_entry(files: &dyn Files, entry: &Entry) -> io::Result<ReadSource> {
    let path: Arc<str> = entry.path.as_str().into();
    if let Some(finding) = not_a_file(&path, entry.kind) {
        return Ok(Diagnosed::new(None, vec![finding]));
    }
    let limit = if is_text(&path) { LARGEST_TEXT } else { LARGEST_FILE };
    if entry.len > limit {
        return Ok(too_large(&path, limit));
    }
    let read =
        if is_only_copied(&path) { hash_on_disk(files, &path) } else { read_file(files, &path, (entry.len, limit)) };
    match read {
        // Editors save by way of files that come and go; what is gone by now was never meant for us.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Diagnosed::clean(None)),
        read => read.map_err(|error| naming(&path, &error)),
    }
}

/// Static files are published as they are. Drawings are text that may hold scripts, and so are looked into. Fonts are
/// large and needed for prints alone: see `Sources::fetch`.
pub fn is_only_copied(path: &str) -> bool {
    is_of_fonts(path) || (path.starts_with("content/static/") && !path.to_ascii_lowercase().ends_with(".svg"))
}

fn read_file(files: &dyn Files, path: &Arc<str>, (len, limit): (u64, u64)) -> io::Result<ReadSource> {
    let expected = usize::try_from(len).expect("a file within the limit fits into memory");
    // The file may have grown since it was measured; one byte more than expected shows the end without growing.
    let mut bytes = Vec::with_capacity(expected + 1);
    let mut file = files.open(path)?.take(limit + 1);
    io::copy(&mut file, &mut bytes)?;
    Ok(if bytes.len() as u64 > limit { too_large(path, limit) } else { from_bytes(path, &bytes) })
}

fn hash_on_disk(files: &dyn Files, path: &Arc<str>) -> io::Result<ReadSource> {
    let mut reader = HashingReader::new(files.open(path)?.take(LARGEST_FILE + 1));
    io::copy(&mut reader, &mut io::sink())?;
    let (hash, len) = reader.finish();
    if len > LARGEST_FILE {
        return Ok(too_large(path, LARGEST_FILE));
    }
    Ok(Diagnosed::clean(Some(Source { path: path.clone(), body: SourceBody::OnDisk { len }, hash })))
}

fn from_bytes(path: &Arc<str>, bytes: &[u8]) -> ReadSource {
    let (body, finding) = if is_text(path) {
        let (text, finding) = text::decode(path, bytes);
        (text.map(SourceBody::Text), finding)
    } else {
        (Some(SourceBody::Bytes(bytes.into())), None)
    };
    let source = body.map(|body| Source { path: path.clone(), body, hash: Hash::of(bytes) });
    Diagnosed::new(source, finding.into_iter().collect())
}

fn too_large(path: &Arc<str>, limit: u64) -> ReadSource {
    let message = format!("the file is larger than {} MB and is left out", limit >> 20);
    let finding = Finding::new(Code::TooLarge, message).at(Place::file(path)).help(if is_text(path) {
        "split it into several files"
    } else {
        "make the picture or recording smaller, or put it where large files are kept and link to it"
    });
    Diagnosed::new(None, vec![finding])
}

fn not_a_file(path: &Arc<str>, kind: EntryKind) -> Option<Finding> {
    let (code, message, help) = match kind {
        EntryKind::File => return None,
        EntryKind::Escape => (
            Code::LeavesPortal,
            "this is a link to a place outside the portal, and is not followed",
            "copy what it leads to into the portal, and delete the link",
        ),
        EntryKind::Broken => (
            Code::BrokenLink,
            "this is a link to something that is not there, or to a folder around itself",
            "delete the link, or let it lead to a file or folder of the portal",
        ),
        EntryKind::Special => (
            Code::UnknownFile,
            "this is neither a file nor a folder, and is left out",
            "delete it; a portal needs only files and folders",
        ),
        EntryKind::NameNotText => (
            Code::NameNotText,
            "this name has characters that are not saved as UTF-8, so it is left out",
            "rename it with the letters a to z, digits and hyphens",
        ),
    };
    Some(Finding::new(code, message).at(Place::file(path)).help(help))
}

fn naming(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("`{path}`: {error}"))
}

#[cfg(test)]
mod tests;
