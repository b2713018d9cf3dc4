//! Turns the arguments of `check` into a run that finds everything and writes nothing.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::choice::Choice;
use super::exit::Exit;
use super::interrupt::Interrupt;
use super::session::Session;
use crate::diag::print;
use crate::io::{self, Pace, Wish};
use crate::pipeline::{self, Failure};

/// Finds everything that `build` would find, and writes nothing
///
/// Shows each mistake with its file, its line and what to do about it. The exit code is 0 if the site could be
/// published, warnings or not, and 1 if not.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    choice: Choice,
    /// Check again whenever a file of the portal changes, until Ctrl-C
    #[arg(long)]
    watch: bool,
}

/// How long no file may have changed before a run: whoever reads messages has time.
const PACE: Pace = Pace { quiet: Duration::from_millis(150), saved: Duration::from_millis(150) };

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    if raw.watch { again_and_again(raw, session) } else { once(raw, session) }
}

/// Ends with what the last check said.
fn again_and_again(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    session.portal()?;
    let interrupt = Interrupt::listen()?;
    let mut exit = Exit::Done;
    let wish = || if interrupt.is_raised() { Wish::End } else { Wish::Wait };
    io::watch(&session.folder, PACE, &wish, &mut |_| {
        // A folder may be half way through an edit; the next change may mend it.
        exit =
            once(raw, session).or_else(|failure| session.console.failure(&failure).map(|()| Exit::from(&failure)))?;
        session.console.message("waiting for the next change; Ctrl-C ends")
    })?;
    Ok(exit)
}

fn once(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = raw.choice.options(session, PathBuf::new())?;
    let report = pipeline::check(&*session.files()?, &options)?;
    session.console.findings(&report.findings, &*report.sources)?;
    session.console.message(&print::count(&report.findings))?;
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}
