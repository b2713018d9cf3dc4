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
}

#[cfg(test)]
mod tests {
    use super::*;

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
