//! Turns a file that a walk found into its length and mark.

use std::io;

use walkdir::DirEntry;

use crate::io::Mark;

/// Measures files; the folder of the last one stays open, so that the system has a short way to the next.
#[derive(Default)]
pub struct Measure {
    #[cfg(unix)]
    folder: Option<(std::path::PathBuf, std::fs::File)>,
}

impl Measure {
    /// # Errors
    /// The file is gone, or its folder is closed to us.
    #[cfg(unix)]
    pub fn file(&mut self, found: &DirEntry) -> io::Result<(u64, Option<Mark>)> {
        use crate::io::Stamp;
        use rustix::fs::{AtFlags, statat};
        let above = found.path().parent().expect("a file lies in a folder");
        let folder = match self.folder.take().filter(|(path, _)| path == above) {
            Some(open) => open,
            None => (above.to_owned(), std::fs::File::open(above)?),
        };
        let (_, folder) = self.folder.insert(folder);
        let stat = statat(folder, found.file_name(), AtFlags::SYMLINK_NOFOLLOW)?;
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
