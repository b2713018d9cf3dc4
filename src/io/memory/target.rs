//! Turns publishing's operations into changes of a map that behaves as a disk does.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::io::{Glance, Listed, ListedKind, Lock, Stamp, Target};

/// A disk in memory. Its clones are the same disk; `copy` makes another.
#[derive(Clone, Debug, Default)]
pub struct MemoryTarget {
    disk: Arc<Mutex<Disk>>,
    locks: Arc<Mutex<BTreeSet<PathBuf>>>,
}

/// Two paths with the same id are the same file.
#[derive(Clone, Debug, Default)]
struct Disk {
    nodes: BTreeMap<PathBuf, Node>,
    last_id: u64,
    changes: u32,
    /// When a file or folder last changed, by its id.
    changed: BTreeMap<u64, Stamp>,
}

#[derive(Clone, Debug)]
struct Node {
    id: u64,
    /// None for a folder.
    bytes: Option<Arc<[u8]>>,
}

/// As on a disk, what happens in quick succession happens at the same time.
const CHANGES_PER_TICK: u32 = 3;

impl MemoryTarget {
    /// A disk with the same files, on which no lock is held.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self { disk: Arc::new(Mutex::new(self.disk().clone())), locks: Arc::default() }
    }

    /// Every file under a folder by its path from there, with `/`; none if there is no such folder.
    pub fn files(&self, folder: &Path) -> Option<BTreeMap<String, Vec<u8>>> {
        let disk = self.disk();
        disk.nodes.get(folder)?;
        let mut files = BTreeMap::new();
        for (path, node) in &disk.nodes {
            if let (Ok(inner), Some(bytes)) = (path.strip_prefix(folder), &node.bytes) {
                files.insert(inner.to_string_lossy().replace('\\', "/"), bytes.to_vec());
            }
        }
        Some(files)
    }

    /// Changes a file where it is, as an editor may.
    ///
    /// # Errors
    /// There is no such file.
    pub fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.disk();
        let Some(id) = disk.nodes.get(path).filter(|node| !node.is_folder()).map(|node| node.id) else {
            return fail(ErrorKind::NotFound);
        };
        for node in disk.nodes.values_mut().filter(|node| node.id == id) {
            node.bytes = Some(bytes.into());
        }
        disk.mark(id);
        Ok(())
    }

    fn disk(&self) -> MutexGuard<'_, Disk> {
        self.disk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Node {
    fn is_folder(&self) -> bool {
        self.bytes.is_none()
    }

    fn kind(&self) -> ListedKind {
        if self.is_folder() { ListedKind::Folder } else { ListedKind::File }
    }

    /// In bytes.
    fn len(&self) -> u64 {
        self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)
    }
}

impl Target for MemoryTarget {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        if is_top(path) || self.disk().nodes.contains_key(path) {
            Ok(path.to_owned())
        } else {
            fail(ErrorKind::NotFound)
        }
    }

    fn kind(&self, path: &Path) -> io::Result<Option<ListedKind>> {
        if is_top(path) {
            return Ok(Some(ListedKind::Folder));
        }
        Ok(self.disk().nodes.get(path).map(Node::kind))
    }

    fn same_disk(&self, _: &Path, _: &Path) -> io::Result<bool> {
        Ok(true)
    }

    fn glance(&self, folder: &Path, paths: &[&str]) -> io::Result<Vec<Option<Glance>>> {
        let disk = self.disk();
        disk.expect_folder(folder)?;
        let one = |path: &&str| {
            let node = disk.nodes.get(&if path.is_empty() { folder.to_owned() } else { folder.join(path) })?;
            let changed = disk.changed.get(&node.id).copied();
            Some(Glance { kind: node.kind(), len: node.len(), id: node.id, changed })
        };
        Ok(paths.iter().map(one).collect())
    }

    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>> {
        let mut disk = self.disk();
        let Some(id) = disk.nodes.get(path).map(|node| node.id) else { return fail(ErrorKind::NotFound) };
        disk.changes = disk.changes.next_multiple_of(CHANGES_PER_TICK) + CHANGES_PER_TICK;
        disk.mark(id);
        Ok(disk.changed.get(&id).copied())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let disk = self.disk();
        disk.expect_folder(folder)?;
        let inside = disk.nodes.iter().filter(|(path, _)| path.parent() == Some(folder));
        Ok(inside
            .map(|(path, node)| {
                let name = path.file_name().expect("a node has a name").to_string_lossy().into_owned();
                Listed { name, kind: node.kind(), len: node.len() }
            })
            .collect())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.disk().nodes.get(path) {
            Some(Node { bytes: Some(bytes), .. }) => Ok(bytes.to_vec()),
            Some(_) => fail(ErrorKind::IsADirectory),
            None => fail(ErrorKind::NotFound),
        }
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk().make(path, Some(bytes.into()))
    }

    fn create_from(&self, path: &Path, reader: &mut dyn Read) -> io::Result<()> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        self.create(path, &bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        match disk.nodes.get(from).cloned() {
            Some(node) if !node.is_folder() => disk.insert(to, node),
            Some(_) => fail(ErrorKind::PermissionDenied),
            None => fail(ErrorKind::NotFound),
        }
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.disk().make(path, None)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        match (disk.nodes.get(from), disk.nodes.get(to)) {
            (None, _) => return fail(ErrorKind::NotFound),
            (Some(moved), Some(there)) if moved.is_folder() != there.is_folder() => {
                return fail(ErrorKind::DirectoryNotEmpty);
            }
            (Some(_), Some(_)) if disk.has_inside(to) => return fail(ErrorKind::DirectoryNotEmpty),
            (Some(_), _) => disk.expect_folder(parent(to))?,
        }
        disk.cut(to);
        let moved = disk.cut(from);
        disk.paste(to, moved);
        Ok(())
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        if !disk.nodes.contains_key(a) || !disk.nodes.contains_key(b) {
            return fail(ErrorKind::NotFound);
        }
        let (from_a, from_b) = (disk.cut(a), disk.cut(b));
        disk.paste(a, from_b);
        disk.paste(b, from_a);
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        match disk.nodes.get(path) {
            Some(node) if node.is_folder() => return fail(ErrorKind::IsADirectory),
            Some(_) => drop(disk.cut(path)),
            None => return disk.missing(path),
        }
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        if !disk.nodes.contains_key(path) {
            return disk.missing(path);
        }
        disk.expect_folder(path)?;
        if disk.has_inside(path) {
            return fail(ErrorKind::DirectoryNotEmpty);
        }
        disk.cut(path);
        Ok(())
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let mut disk = self.disk();
        disk.expect_folder(path)?;
        for (_, node) in disk.cut(path) {
            // Another name of the same file loses a link.
            disk.mark(node.id);
        }
        Ok(())
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.resolve(path).map(drop)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.disk().expect_folder(parent(path))?;
        if !self.locks.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned()) {
            return fail(ErrorKind::WouldBlock);
        }
        let mut disk = self.disk();
        if !disk.nodes.contains_key(path) {
            disk.make(path, Some(Arc::from([])))?;
        }
        Ok(Lock(Box::new(Held { locks: self.locks.clone(), path: path.to_owned() })))
    }
}

struct Held {
    locks: Arc<Mutex<BTreeSet<PathBuf>>>,
    path: PathBuf,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.locks.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.path);
    }
}

impl Disk {
    /// Says that a file or folder changes now.
    fn mark(&mut self, id: u64) {
        self.changes += 1;
        self.changed.insert(id, Stamp(0, self.changes / CHANGES_PER_TICK));
    }

    fn mark_folder_of(&mut self, path: &Path) {
        if let Some(folder) = self.nodes.get(parent(path)) {
            self.mark(folder.id);
        }
    }

    fn expect_folder(&self, path: &Path) -> io::Result<()> {
        match self.nodes.get(path) {
            Some(node) if node.is_folder() => Ok(()),
            Some(_) => fail(ErrorKind::NotADirectory),
            None if is_top(path) => Ok(()),
            None => self.missing(path),
        }
    }

    /// What a disk says of a path that is not there: the nearest thing above it may be a file.
    fn missing<T>(&self, path: &Path) -> io::Result<T> {
        let above = path.ancestors().skip(1).find_map(|above| self.nodes.get(above));
        fail(if above.is_some_and(|above| !above.is_folder()) { ErrorKind::NotADirectory } else { ErrorKind::NotFound })
    }

    fn has_inside(&self, folder: &Path) -> bool {
        self.nodes.keys().any(|path| path.parent() == Some(folder))
    }

    fn make(&mut self, path: &Path, bytes: Option<Arc<[u8]>>) -> io::Result<()> {
        self.last_id += 1;
        let id = self.last_id;
        self.insert(path, Node { id, bytes })
    }

    fn insert(&mut self, path: &Path, node: Node) -> io::Result<()> {
        if self.nodes.contains_key(path) {
            return fail(ErrorKind::AlreadyExists);
        }
        self.expect_folder(parent(path))?;
        self.mark(node.id);
        self.mark_folder_of(path);
        self.nodes.insert(path.to_owned(), node);
        Ok(())
    }

    /// Takes out a node and all that is in it, by their paths from there.
    fn cut(&mut self, top: &Path) -> Vec<(PathBuf, Node)> {
        let paths: Vec<PathBuf> = self.nodes.keys().filter(|path| path.starts_with(top)).cloned().collect();
        let mut taken = Vec::new();
        for path in paths {
            if let Some(node) = self.nodes.remove(&path) {
                let inner = path.strip_prefix(top).expect("it was chosen for that").to_owned();
                taken.push((inner, node));
            }
        }
        if let Some((_, node)) = taken.first() {
            self.mark(node.id);
            self.mark_folder_of(top);
        }
        taken
    }

    fn paste(&mut self, top: &Path, taken: Vec<(PathBuf, Node)>) {
        for (inner, node) in taken {
            let path = if inner.as_os_str().is_empty() { top.to_owned() } else { top.join(inner) };
            self.nodes.insert(path, node);
        }
        self.mark_folder_of(top);
    }
}

fn fail<T>(kind: ErrorKind) -> io::Result<T> {
    Err(kind.into())
}

/// The top of a disk is always there.
fn is_top(path: &Path) -> bool {
    path.parent().is_none() || path.as_os_str().is_empty()
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}
