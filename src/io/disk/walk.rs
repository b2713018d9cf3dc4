//! Turns a folder into the sorted list of its files, following links only inside the portal.

use std::borrow::Cow;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::io::{Entry, EntryKind};

use super::measure::Measure;

/// More than any portal has.
const MOST_ENTRIES: usize = 500_000;

/// Links to folders that link to folders can make a few files into a walk that never ends.
const MOST_LINKS: usize = 1_000;

/// Deeper than any portal is; the same bound for links inside links.
const DEEPEST: usize = 64;

/// Every file under `folder` of the portal, which is a path without links.
pub fn walk(portal: &Path, folder: &str) -> io::Result<Vec<Entry>> {
    let top = portal.join(folder);
    let mut walk = Walk { portal, entries: Vec::new(), links: 0, positions: Vec::new(), measure: Measure::default() };
    match top.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
        Ok(found) if found.is_symlink() => walk.link(&top, folder)?,
        Ok(found) if found.is_dir() => walk.folder(&top, folder)?,
        Ok(_) => return Err(io::Error::new(io::ErrorKind::NotADirectory, format!("`{folder}` is not a folder"))),
    }
    let mut entries = walk.entries;
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(entries)
}

struct Walk<'a> {
    portal: &'a Path,
    entries: Vec<Entry>,
    /// Links to folders that were followed.
    links: usize,
    /// The real folders in which the links lie that led here: a link to one of them or above would never end.
    positions: Vec<PathBuf>,
    measure: Measure,
}

impl Walk<'_> {
    /// Adds what is under a real folder, whose files are named from `prefix`.
    fn folder(&mut self, real: &Path, prefix: &str) -> io::Result<()> {
        // Those of one folder differ in nothing but their names.
        let walker = WalkDir::new(real).min_depth(1).sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()));
        let mut walker = walker.into_iter().filter_entry(|entry| !is_hidden(entry));
        while let Some(found) = walker.next() {
            let found = match found {
                Err(error) if error.io_error().is_some_and(is_gone) => continue,
                found => found?,
            };
            if found.depth() > DEEPEST {
                return Err(io::Error::other(format!("folders lie more than {DEEPEST} deep in `{prefix}`")));
            }
            if let Some(path) = slashed(prefix, found.path(), real) {
                self.entry(&found, path)?;
                continue;
            }
            let inner = found.path().strip_prefix(real).expect("a walk stays under its folder");
            self.other(format!("{prefix}/{}", inner.to_string_lossy()), EntryKind::NameNotText)?;
            if found.file_type().is_dir() {
                walker.skip_current_dir();
            }
        }
        Ok(())
    }

    fn entry(&mut self, found: &DirEntry, path: String) -> io::Result<()> {
        let kind = found.file_type();
        if kind.is_symlink() {
            self.link(found.path(), &path)
        } else if kind.is_file() {
            let (len, mark) = match self.measure.file(found) {
                Err(error) if is_gone(&error) => return Ok(()),
                measured => measured?,
            };
            self.push(Entry { path, kind: EntryKind::File, len, mark })
        } else if kind.is_dir() {
            Ok(())
        } else {
            self.other(path, EntryKind::Special)
        }
    }

    fn link(&mut self, link: &Path, path: &str) -> io::Result<()> {
        // A link to nothing, to itself, or through a folder that is closed to us.
        let Ok(real) = link.canonicalize() else { return self.other(path.to_owned(), EntryKind::Broken) };
        if !real.starts_with(self.portal) {
            return self.other(path.to_owned(), EntryKind::Escape);
        }
        let found = real.metadata()?;
        if found.is_file() {
            // What a link leads to may change without the link: it has no mark, and is read in every build.
            let path = path.to_owned();
            return self.push(Entry { path, kind: EntryKind::File, len: found.len(), mark: None });
        }
        if !found.is_dir() {
            return self.other(path.to_owned(), EntryKind::Special);
        }
        self.links += 1;
        if self.links > MOST_LINKS {
            return Err(io::Error::other(format!("there are more than {MOST_LINKS} links to folders")));
        }
        let position = link.parent().expect("a link lies in a folder").canonicalize()?;
        self.positions.push(position);
        let endless = self.positions.iter().any(|position| position.starts_with(&real));
        let walked = if endless || self.positions.len() > DEEPEST {
            self.other(path.to_owned(), EntryKind::Broken)
        } else {
            self.folder(&real, path)
        };
        self.positions.pop();
        walked
    }

    fn other(&mut self, path: String, kind: EntryKind) -> io::Result<()> {
        self.push(Entry { path, kind, len: 0, mark: None })
    }

    fn push(&mut self, entry: Entry) -> io::Result<()> {
        if self.entries.len() == MOST_ENTRIES {
            return Err(io::Error::other(format!("there are more than {MOST_ENTRIES} files")));
        }
        self.entries.push(entry);
        Ok(())
    }
}

/// Whether something is gone that was there a moment ago: programs that save make files which come and go.
fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The path from `real` on after `prefix`, with `/`; none if a part of it is not UTF-8.
fn slashed(prefix: &str, path: &Path, real: &Path) -> Option<String> {
    let bytes = path.as_os_str().as_encoded_bytes();
    let inner = str::from_utf8(&bytes[real.as_os_str().len()..]).ok()?;
    let inner = inner.strip_prefix(MAIN_SEPARATOR).unwrap_or(inner);
    let inner = if MAIN_SEPARATOR == '/' { Cow::Borrowed(inner) } else { inner.replace(MAIN_SEPARATOR, "/").into() };
    Some([prefix, "/", &inner].concat())
}
