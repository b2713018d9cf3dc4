//! Turns a file that a walk found into its length and mark.

use std::io;

use walkdir::DirEntry;

use crate::io::Mark;

/// Measures files; the folder of the last one stays open, so that the system has a short way to the next.
#[derive(Default)]
pub struct Measure {
    #[cfg(unix)]
    folder: Option<(std::ffi::OsString, std::fs::File)>,
}

impl Measure {
    /// # Errors
    /// The file is gone, or its folder is closed to us.
    #[cfg(unix)]
    pub fn file(&mut self, found: &DirEntry) -> io::Result<(u64, Option<Mark>)> {
        use crate::io::Stamp;
        use rustix::fs::{AtFlags, statat};
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let path = found.path().as_os_str().as_bytes();
        let at = path.iter().rposition(|byte| *byte == b'/').expect("a file lies in a folder");
        let (above, name) = (OsStr::from_bytes(&path[..=at]), &path[at + 1..]);
        let folder = match self.folder.take().filter(|(path, _)| path == above) {
            Some(open) => open,
            None => (above.to_owned(), std::fs::File::open(above)?),
        };
        let (_, folder) = self.folder.insert(folder);
        let stat = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let len = u64::try_from(stat.st_size).map_err(io::Error::other)?;
        let changed = Stamp(stat.st_ctime, u32::try_from(stat.st_ctime_nsec).map_err(io::Error::other)?);
        Ok((len, Some(Mark { len, id: stat.st_ino, changed })))
    }

    /// # Errors
    /// The file is gone, or its folder is closed to us.
    #[cfg(not(unix))]
    pub fn file(&mut self, found: &DirEntry) -> io::Result<(u64, Option<Mark>)> {
        Ok((found.metadata()?.len(), None))
    }
}
