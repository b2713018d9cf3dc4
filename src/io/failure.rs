//! Turns what the outside world refuses into plain words and an exit code.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};

/// Why a run ended without a report: the outside world, never an author's mistake.
#[derive(Debug)]
pub enum Failure {
    /// Exit 2: the portal's settings are missing or cannot be understood at all.
    Usage { message: String, help: String },
    /// Exit 3: disk, permissions. The message already gives the reason; `source` is for a log.
    Environment { message: String, source: io::Error },
    /// Exit 5: foreign files in the output folder, or another build holds the lock.
    Refused { message: String, help: String },
    /// Exit 130: interrupted, the old output intact.
    Interrupted,
}

impl Failure {
    /// A refusal for safety.
    pub fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), help: help.into() }
    }

    /// What could not be done, and the disk's reason for it in plain words.
    pub fn environment(what: impl fmt::Display, source: io::Error) -> Self {
        Self::Environment { message: format!("{what}: {}", reason(&source)), source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { message, .. } | Self::Environment { message, .. } | Self::Refused { message, .. } => {
                f.write_str(message)
            }
            Self::Interrupted => f.write_str("interrupted; nothing that was published has changed"),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Environment { source, .. } => Some(source),
            Self::Usage { .. } | Self::Refused { .. } | Self::Interrupted => None,
        }
    }
}

/// What the disk says, for somebody who does not know its terms.
fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "your share of the disk is used up",
        ErrorKind::PermissionDenied => "you have no permission",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::NotFound => "it is not there",
        ErrorKind::NotADirectory => "a file stands where a folder is needed",
        ErrorKind::IsADirectory => "a folder stands where a file is needed",
        ErrorKind::InvalidFilename => "the name is too long for the disk",
        ErrorKind::FileTooLarge => "the file is too large for the disk",
        ErrorKind::TooManyLinks => "the disk cannot link the file once more",
        ErrorKind::CrossesDevices => "the two places lie on different disks",
        ErrorKind::ResourceBusy => "it is in use, or a disk is mounted there",
        _ => return error.to_string(),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_plain() {
        let full = Failure::environment("`public` cannot be written", ErrorKind::StorageFull.into());
        assert_eq!(full.to_string(), "`public` cannot be written: the disk is full");
        let other = Failure::environment("`a.md` cannot be read", io::Error::other("the line is cut"));
        assert_eq!(other.to_string(), "`a.md` cannot be read: the line is cut");
    }
}
