//! Turns publishing's operations into changes of a map that behaves as a disk does.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::io::{Listed, ListedKind, Lock, Target};

/// A disk in memory. Its clones are the same disk; `copy` makes another.
#[derive(Clone, Debug, Default)]
pub struct MemoryTarget {
    nodes: Arc<Mutex<BTreeMap<PathBuf, Node>>>,
    locks: Arc<Mutex<BTreeSet<PathBuf>>>,
}

#[derive(Clone, Debug)]
enum Node {
    File(Arc<[u8]>),
    Folder,
}

impl MemoryTarget {
    /// A disk with the same files, on which no lock is held.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self { nodes: Arc::new(Mutex::new(self.nodes().clone())), locks: Arc::default() }
    }

    /// Every file under a folder by its path from there, with `/`; none if there is no such folder.
    pub fn files(&self, folder: &Path) -> Option<BTreeMap<String, Vec<u8>>> {
        let nodes = self.nodes();
        nodes.get(folder)?;
        let mut files = BTreeMap::new();
        for (path, node) in &*nodes {
            if let (Ok(inner), Node::File(bytes)) = (path.strip_prefix(folder), node) {
                files.insert(inner.to_string_lossy().replace('\\', "/"), bytes.to_vec());
            }
        }
        Some(files)
    }

    fn nodes(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Node>> {
        self.nodes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Target for MemoryTarget {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        if is_top(path) || self.nodes().contains_key(path) { Ok(path.to_owned()) } else { fail(ErrorKind::NotFound) }
    }

    fn kind(&self, path: &Path) -> io::Result<Option<ListedKind>> {
        if is_top(path) {
            return Ok(Some(ListedKind::Folder));
        }
        Ok(self.nodes().get(path).map(|node| match node {
            Node::File(_) => ListedKind::File,
            Node::Folder => ListedKind::Folder,
        }))
    }

    fn same_disk(&self, _: &Path, _: &Path) -> io::Result<bool> {
        Ok(true)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let nodes = self.nodes();
        expect_folder(&nodes, folder)?;
        let inside = nodes.iter().filter(|(path, _)| path.parent() == Some(folder));
        Ok(inside
            .map(|(path, node)| {
                let name = path.file_name().expect("a node has a name").to_string_lossy().into_owned();
                match node {
                    Node::File(bytes) => Listed { name, kind: ListedKind::File, len: bytes.len() as u64 },
                    Node::Folder => Listed { name, kind: ListedKind::Folder, len: 0 },
                }
            })
            .collect())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.nodes().get(path) {
            Some(Node::File(bytes)) => Ok(bytes.to_vec()),
            Some(Node::Folder) => fail(ErrorKind::IsADirectory),
            None => fail(ErrorKind::NotFound),
        }
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        insert(&mut self.nodes(), path, Node::File(bytes.into()))
    }

    fn create_from(&self, path: &Path, reader: &mut dyn Read) -> io::Result<()> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        self.create(path, &bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        match nodes.get(from).cloned() {
            Some(node @ Node::File(_)) => insert(&mut nodes, to, node),
            Some(Node::Folder) => fail(ErrorKind::PermissionDenied),
            None => fail(ErrorKind::NotFound),
        }
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        insert(&mut self.nodes(), path, Node::Folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        match (nodes.get(from), nodes.get(to)) {
            (None, _) => return fail(ErrorKind::NotFound),
            (Some(Node::File(_)), Some(Node::File(_))) => drop(nodes.remove(to)),
            (Some(Node::Folder), Some(Node::Folder)) if !has_inside(&nodes, to) => drop(nodes.remove(to)),
            (Some(_), None) => {}
            (Some(_), Some(_)) => return fail(ErrorKind::DirectoryNotEmpty),
        }
        expect_folder(&nodes, parent(to))?;
        let moved = cut(&mut nodes, from);
        paste(&mut nodes, to, moved);
        Ok(())
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        if !nodes.contains_key(a) || !nodes.contains_key(b) {
            return fail(ErrorKind::NotFound);
        }
        let (from_a, from_b) = (cut(&mut nodes, a), cut(&mut nodes, b));
        paste(&mut nodes, a, from_b);
        paste(&mut nodes, b, from_a);
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        match nodes.get(path) {
            Some(Node::File(_)) => drop(nodes.remove(path)),
            Some(Node::Folder) => return fail(ErrorKind::IsADirectory),
            None => return missing(&nodes, path),
        }
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        if !nodes.contains_key(path) {
            return missing(&nodes, path);
        }
        expect_folder(&nodes, path)?;
        if has_inside(&nodes, path) {
            return fail(ErrorKind::DirectoryNotEmpty);
        }
        nodes.remove(path);
        Ok(())
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let mut nodes = self.nodes();
        expect_folder(&nodes, path)?;
        cut(&mut nodes, path);
        Ok(())
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.resolve(path).map(drop)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        expect_folder(&self.nodes(), parent(path))?;
        if !self.locks.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned()) {
            return fail(ErrorKind::WouldBlock);
        }
        self.nodes().entry(path.to_owned()).or_insert_with(|| Node::File(Arc::from([])));
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

fn expect_folder(nodes: &BTreeMap<PathBuf, Node>, path: &Path) -> io::Result<()> {
    match nodes.get(path) {
        Some(Node::Folder) => Ok(()),
        Some(Node::File(_)) => fail(ErrorKind::NotADirectory),
        None if is_top(path) => Ok(()),
        None => missing(nodes, path),
    }
}

/// What a disk says of a path that is not there: the nearest thing above it may be a file.
fn missing<T>(nodes: &BTreeMap<PathBuf, Node>, path: &Path) -> io::Result<T> {
    let above = path.ancestors().skip(1).find_map(|above| nodes.get(above));
    fail(if matches!(above, Some(Node::File(_))) { ErrorKind::NotADirectory } else { ErrorKind::NotFound })
}

fn insert(nodes: &mut BTreeMap<PathBuf, Node>, path: &Path, node: Node) -> io::Result<()> {
    if nodes.contains_key(path) {
        return fail(ErrorKind::AlreadyExists);
    }
    expect_folder(nodes, parent(path))?;
    nodes.insert(path.to_owned(), node);
    Ok(())
}

fn has_inside(nodes: &BTreeMap<PathBuf, Node>, folder: &Path) -> bool {
    nodes.keys().any(|path| path.parent() == Some(folder))
}

/// Takes out a node and all that is in it, by their paths from there.
fn cut(nodes: &mut BTreeMap<PathBuf, Node>, top: &Path) -> Vec<(PathBuf, Node)> {
    let paths: Vec<PathBuf> = nodes.keys().filter(|path| path.starts_with(top)).cloned().collect();
    let mut taken = Vec::new();
    for path in paths {
        if let Some(node) = nodes.remove(&path) {
            let inner = path.strip_prefix(top).expect("it was chosen for that").to_owned();
            taken.push((inner, node));
        }
    }
    taken
}

fn paste(nodes: &mut BTreeMap<PathBuf, Node>, top: &Path, taken: Vec<(PathBuf, Node)>) {
    for (inner, node) in taken {
        let path = if inner.as_os_str().is_empty() { top.to_owned() } else { top.join(inner) };
        nodes.insert(path, node);
    }
}
