//! Turns the arguments of `check` into a run that finds everything and writes nothing.

use std::path::PathBuf;

use clap::Args;

use super::choice::Choice;
use super::exit::Exit;
use super::session::Session;
use crate::diag::print;
use crate::pipeline::{self, Failure};

/// Finds everything that `build` would find, and writes nothing
///
/// Shows each mistake with its file, its line and what to do about it. The exit code is 0 if the site could be
/// published, warnings or not, and 1 if not.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    choice: Choice,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = raw.choice.options(session.today, PathBuf::new())?;
    let report = pipeline::check(&*session.files()?, &options)?;
    session.console.findings(&report.findings, &*report.sources)?;
    session.console.message(&print::count(&report.findings))?;
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}
