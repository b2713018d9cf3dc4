//! Turns new content into files of a portal's folder: the only writer among an author's own files.
#![expect(clippy::disallowed_methods, reason = "the disk belongs to `io`")]

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// A folder that files are added to. Nothing in it is ever overwritten, except by `replace`.
#[derive(Clone, Debug)]
pub struct Scaffold {
    root: PathBuf,
}

impl Scaffold {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Whether nothing stands in the folder yet. A folder that does not exist is empty, and so is one with only a
    /// `.git`, because many people begin with an empty repository.
    ///
    /// # Errors
    /// The folder cannot be read, or is a file.
    pub fn is_empty(&self) -> io::Result<bool> {
        match fs::read_dir(&self.root) {
            Ok(entries) => {
                let names =
                    entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>()?;
                Ok(names.iter().all(|name| name == ".git"))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Whether a file or folder of this name is there. `path` counts from the folder, with `/`, here and below.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn has(&self, path: &str) -> io::Result<bool> {
        self.root.join(path).try_exists()
    }

    /// A file's text.
    ///
    /// # Errors
    /// There is no such file, it cannot be read, or it is not UTF-8.
    pub fn read(&self, path: &str) -> io::Result<String> {
        fs::read_to_string(self.root.join(path))
    }

    /// A file's bytes.
    ///
    /// # Errors
    /// There is no such file, or it cannot be read.
    pub fn read_bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.root.join(path))
    }

    /// The files in a folder and below it, sorted, without those that begin with a dot; a file is itself.
    ///
    /// # Errors
    /// There is no such file or folder, or it cannot be read.
    pub fn files(&self, path: &str) -> io::Result<Vec<String>> {
        if !fs::metadata(self.root.join(path))?.is_dir() {
            return Ok(vec![path.to_owned()]);
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(self.root.join(path))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            names.extend(Some(name).filter(|name| !name.starts_with('.')));
        }
        names.sort();
        let mut files = Vec::new();
        for name in names {
            files.extend(self.files(&format!("{}/{name}", path.trim_end_matches('/')))?);
        }
        Ok(files)
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// What the disk does.
    pub fn remove(&self, path: &str) -> io::Result<()> {
        fs::remove_file(self.root.join(path))
    }

    /// Writes a file that does not exist yet; parent folders are made.
    ///
    /// # Errors
    /// `AlreadyExists` if the file is there, or what the disk does.
    pub fn create_new(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::File::create_new(path)?.write_all(bytes)
    }

    /// Makes a folder and its parents; it may exist.
    ///
    /// # Errors
    /// What the disk does.
    pub fn create_folder(&self, path: &str) -> io::Result<()> {
        fs::create_dir_all(self.root.join(path))
    }

    /// Puts new bytes in a file's place in one step, so that nobody ever sees half of them.
    ///
    /// # Errors
    /// What the disk does; the old file is then still there.
    pub fn replace(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        let folder = path.parent().unwrap_or(&self.root);
        let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
        fresh.write_all(bytes)?;
        fresh.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
        fresh.persist(&path)?;
        Ok(())
    }

    /// Puts new bytes into several files, of which some may be new: into all of them or, whatever happens on the way,
    /// into none. All are on the disk before the first takes its place, so that a full disk is noticed in time.
    ///
    /// # Errors
    /// What the disk does; the files are then as they were. A file that could not be brought back is named.
    pub fn replace_all(&self, files: &[(&str, &[u8])]) -> io::Result<()> {
        let mut staged = Vec::new();
        let mut folder = None;
        for (path, bytes) in files {
            staged.push(self.stage((path, bytes), &mut folder).map_err(|error| naming(path, &error))?);
        }
        let mut done: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
        for Staged { fresh, path, old } in staged {
            if let Err(error) = fresh.persist(&path) {
                done.into_iter().rev().try_for_each(|(path, old)| put_back(&path, old))?;
                return Err(naming(&path.display().to_string(), &error.error));
            }
            done.push((path, old));
        }
        Ok(())
    }

    /// Writes new bytes beside the file whose place they are to take. `folder` is that of the file before: nearly always
    /// the same.
    fn stage(&self, (path, bytes): (&str, &[u8]), folder: &mut Option<Folder>) -> io::Result<Staged> {
        let path = self.root.join(path);
        let own = path.parent().unwrap_or(&self.root);
        let folder = match folder.take().filter(|known| known.path == own) {
            Some(known) => folder.insert(known),
            None => folder.insert(Folder::make(own)?),
        };
        let mut fresh = tempfile::NamedTempFile::new_in(&folder.path)?;
        fresh.write_all(bytes)?;
        let old = match fs::read(&path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let permissions = match &old {
            Some(_) => fs::metadata(&path)?.permissions(),
            None => folder.of_new_files.clone(),
        };
        fresh.as_file().set_permissions(permissions)?;
        // Closed, so that any number of files can wait.
        Ok(Staged { fresh: fresh.into_temp_path(), path, old })
    }
}

/// A folder that files are written into.
struct Folder {
    path: PathBuf,
    /// A temporary file is its maker's alone; a file of the portal is for all, as `create_new` makes it.
    of_new_files: fs::Permissions,
}

impl Folder {
    fn make(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        Ok(Self { path: path.to_owned(), of_new_files: readable(&fs::metadata(path)?.permissions()) })
    }
}

/// A file that waits to take another's place.
struct Staged {
    fresh: tempfile::TempPath,
    path: PathBuf,
    /// None for a new file.
    old: Option<Vec<u8>>,
}

/// What may be done with a file in a folder that this may be done with.
#[cfg(unix)]
fn readable(folder: &fs::Permissions) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    fs::Permissions::from_mode(folder.mode() & 0o666)
}

#[cfg(not(unix))]
fn readable(folder: &fs::Permissions) -> fs::Permissions {
    folder.clone()
}

fn put_back(path: &Path, old: Option<Vec<u8>>) -> io::Result<()> {
    let result = match old {
        Some(old) => fs::write(path, old),
        None => fs::remove_file(path),
    };
    result.map_err(|error| naming(&path.display().to_string(), &error))
}

fn naming(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("`{path}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_change_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let scaffold = Scaffold::new(folder.path());
        scaffold.create_new("a.md", b"one").unwrap();
        scaffold.replace_all(&[("a.md", b"two"), ("new/b.md", b"two")]).unwrap();
        assert_eq!((&*scaffold.read("a.md").unwrap(), &*scaffold.read("new/b.md").unwrap()), ("two", "two"));
        // A folder stands where a file is to go: it is found out before anything changes.
        scaffold.create_folder("c.md").unwrap();
        assert!(scaffold.replace_all(&[("a.md", b"three"), ("d.md", b"three"), ("c.md", b"three")]).is_err());
        assert_eq!(scaffold.read("a.md").unwrap(), "two");
        assert!(!scaffold.has("d.md").unwrap());
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 3, "nothing is left behind");
    }

    #[test]
    fn what_was_replaced_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&old, "new").unwrap();
        fs::write(&new, "new").unwrap();
        put_back(&old, Some(b"old".to_vec())).unwrap();
        put_back(&new, None).unwrap();
        assert_eq!((fs::read_to_string(&old).unwrap(), new.try_exists().unwrap()), ("old".to_owned(), false));
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let scaffold = Scaffold::new(folder.path());
        assert!(scaffold.is_empty().unwrap());
        scaffold.create_new("a/b.md", b"one").unwrap();
        assert_eq!(scaffold.create_new("a/b.md", b"two").unwrap_err().kind(), ErrorKind::AlreadyExists);
        scaffold.replace("a/b.md", b"three").unwrap();
        assert_eq!(scaffold.read("a/b.md").unwrap(), "three");
        assert!(!scaffold.is_empty().unwrap());
    }

    #[test]
    fn an_empty_repository_is_an_empty_folder() {
        let folder = tempfile::tempdir().unwrap();
        let scaffold = Scaffold::new(folder.path());
        scaffold.create_folder(".git/objects").unwrap();
        assert!(scaffold.is_empty().unwrap());
        assert!(Scaffold::new(&folder.path().join("none")).is_empty().unwrap());
    }
}
