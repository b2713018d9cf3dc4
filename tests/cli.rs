//! Turns command lines into exit codes, messages and files, and looks at all three.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that looks at the disk")]

#[path = "cli/doctor.rs"]
mod doctor;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/guide.rs"]
mod guide;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/usage.rs"]
mod usage;

use std::path::Path;

/// What a run left behind.
struct Run {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

/// Runs the program in `folder`.
fn fingerpost(folder: &Path, words: &[&str]) -> Run {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.current_dir(folder).args(words).env("NO_COLOR", "1").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A new portal in a folder of its own.
fn portal() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "."]).code, Some(0));
    folder
}
