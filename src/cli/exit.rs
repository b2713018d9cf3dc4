//! Turns how a run ended into the number that scripts see.

use std::process::ExitCode;

use crate::pipeline::Failure;

/// How a run ended. The numbers are a promise to scripts and CI recipes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Warnings are allowed.
    Done = 0,
    ContentErrors = 1,
    /// Wrong usage or configuration.
    Usage = 2,
    /// Disk, fonts, permissions.
    Environment = 3,
    /// For safety: files that are not ours, or another build at work.
    Refused = 5,
    /// A fault in this program (`EX_SOFTWARE` of BSD's `sysexits`).
    Bug = 70,
    /// 128 and the number of SIGINT, as shells count.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Usage { .. } => Self::Usage,
            Failure::Environment { .. } => Self::Environment,
            Failure::Refused { .. } => Self::Refused,
            Failure::Interrupted => Self::Interrupted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_has_its_number() {
        let text = String::new;
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        for (failure, number) in [
            (Failure::Usage { message: text(), help: text() }, 2),
            (Failure::Environment { message: text(), source: full }, 3),
            (Failure::Refused { message: text(), help: text() }, 5),
            (Failure::Interrupted, 130),
        ] {
            assert_eq!(Exit::from(&failure) as u8, number, "{failure:?}");
        }
        assert_eq!([Exit::Done, Exit::ContentErrors, Exit::Bug].map(|exit| exit as u8), [0, 1, 70]);
    }
}
