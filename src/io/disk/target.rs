//! Turns publishing's operations into calls of the operating system.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::{thread, time::Duration};

use crate::io::{Glance, Listed, ListedKind, Lock, Stamp, Target};

/// The disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct DiskTarget;

impl Target for DiskTarget {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn kind(&self, path: &Path) -> io::Result<Option<ListedKind>> {
        match path.symlink_metadata() {
            Ok(found) => Ok(Some(kind_of(&found))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    #[cfg(unix)]
    fn same_disk(&self, a: &Path, b: &Path) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        Ok(a.metadata()?.dev() == b.metadata()?.dev())
    }

    #[cfg(not(unix))]
    fn same_disk(&self, _: &Path, _: &Path) -> io::Result<bool> {
        Ok(true)
    }

    #[cfg(unix)]
    fn glance(&self, folder: &Path, paths: &[&str]) -> io::Result<Vec<Option<Glance>>> {
        let mut near = Near { top: File::open(folder)?, folder: None };
        paths.iter().map(|path| near.glance(path)).collect()
    }

    #[cfg(not(unix))]
    fn glance(&self, folder: &Path, paths: &[&str]) -> io::Result<Vec<Option<Glance>>> {
        let one = |path: &&str| match folder.join(path).symlink_metadata() {
            Ok(found) => Ok(Some(Glance { kind: kind_of(&found), len: found.len(), id: 0, changed: None })),
            Err(error) if is_absence(error.kind()) => Ok(None),
            Err(error) => Err(error),
        };
        paths.iter().map(one).collect()
    }

    #[cfg(unix)]
    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>> {
        let file = File::open(path)?;
        let first = touch(&file)?;
        for _ in 0..20 {
            let later = touch(&file)?;
            if later > first {
                return Ok(later);
            }
            thread::sleep(Duration::from_millis(1));
        }
        Ok(first)
    }

    #[cfg(not(unix))]
    fn stamp(&self, _: &Path) -> io::Result<Option<Stamp>> {
        Ok(None)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let mut listed = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let (kind, len) = if kind.is_dir() {
                (ListedKind::Folder, 0)
            } else if kind.is_file() {
                (ListedKind::File, entry.metadata()?.len())
            } else {
                (ListedKind::Other, 0)
            };
            listed.push(match entry.file_name().into_string() {
                Ok(name) => Listed { name, kind, len },
                Err(name) => Listed { name: name.to_string_lossy().into_owned(), kind: ListedKind::Other, len: 0 },
            });
        }
        listed.sort_unstable();
        Ok(listed)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn create_from(&self, path: &Path, reader: &mut dyn Read) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        let mut buffer = vec![0; 256 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(len) => file.write_all(&buffer[..len])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(()),
            // What file systems and kernels without the step answer: rename(2), "renameat2".
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
            Err(error) => Err(error.into()),
        }
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    /// Elsewhere than on Unix a folder cannot be opened, and its names are not waited for.
    fn sync(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) || path.is_file() { File::open(path)?.sync_all() } else { Ok(()) }
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        if !is_still_at(&file, path)? {
            // Whoever held it was clearing everything away; a lock on a file that is gone keeps nobody out.
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(Lock(Box::new(file)))
    }
}

fn kind_of(found: &Metadata) -> ListedKind {
    if found.is_dir() {
        ListedKind::Folder
    } else if found.is_file() {
        ListedKind::File
    } else {
        ListedKind::Other
    }
}

/// An open folder near to what is looked for, so that the system has a short way to it.
#[cfg(unix)]
struct Near<'a> {
    top: File,
    /// By its path from the top.
    folder: Option<(&'a str, File)>,
}

#[cfg(unix)]
impl<'a> Near<'a> {
    fn glance(&mut self, path: &'a str) -> io::Result<Option<Glance>> {
        if let Some((near, folder)) = &self.folder
            && let Some(rest) = path.strip_prefix(near).and_then(|rest| rest.strip_prefix('/'))
            && rest.matches('/').nth(1).is_none()
        {
            return glance_from(folder, rest);
        }
        let found = glance_from(&self.top, path)?;
        if let Some((above, _)) = path.rsplit_once('/').filter(|_| found.is_some()) {
            // The next file lies in a folder beside this one's more often than in the same.
            let above = above.rsplit_once('/').map_or(above, |(around, _)| around);
            use rustix::fs::{Mode, OFlags, openat};
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            self.folder = match openat(&self.top, above, flags, Mode::empty()) {
                Ok(folder) => Some((above, folder.into())),
                // What is in it is found all the same, by its whole path.
                Err(_) => None,
            };
        }
        Ok(found)
    }
}

/// Sets a file's times to those of the disk's clock. The system moves them on with its own clock, or at once if somebody
/// has looked at them.
#[cfg(unix)]
fn touch(file: &File) -> io::Result<Option<Stamp>> {
    use rustix::fs::{Timespec, Timestamps, UTIME_NOW, futimens};
    let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    futimens(file, &Timestamps { last_access: now, last_modification: now })?;
    Ok(glance_from(file, "")?.and_then(|found| found.changed))
}

#[cfg(unix)]
fn glance_from(folder: &File, path: &str) -> io::Result<Option<Glance>> {
    use rustix::fs::{AtFlags, FileType, fstat, statat};
    let found = if path.is_empty() { fstat(folder) } else { statat(folder, path, AtFlags::SYMLINK_NOFOLLOW) };
    let found = match found {
        Ok(found) => found,
        Err(error) if is_absence(io::Error::from(error).kind()) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let kind = match FileType::from_raw_mode(found.st_mode) {
        FileType::RegularFile => ListedKind::File,
        FileType::Directory => ListedKind::Folder,
        _ => ListedKind::Other,
    };
    let len = if kind == ListedKind::File { found.st_size as u64 } else { 0 };
    let changed = Some(Stamp(found.st_ctime, found.st_ctime_nsec as u32));
    Ok(Some(Glance { kind, len, id: found.st_ino, changed }))
}

/// What a system answers for a path on which nothing is, or a file where a folder should be.
fn is_absence(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    match path.symlink_metadata() {
        Ok(found) => Ok(found.ino() == file.metadata()?.ino()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_still_at(_: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}
