//! Turns the arguments of `check` into a run that finds everything and writes nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::args::Format;
use super::choice::Choice;
use super::exit::Exit;
use super::interrupt::Interrupt;
use super::session::Session;
use crate::diag::print;
use crate::io::{self, DiskTarget, Pace, Wish};
use crate::pipeline::{self, Failure, audit};

/// Finds everything that `build` would find, and writes nothing
///
/// Shows each mistake with its file, its line and what to do about it. The exit code is 0 if the site could be
/// published, warnings or not, and 1 if not. `fingerpost guide CODE` says more about a finding: why it matters, and how
/// to mend it.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    choice: Choice,
    /// Check again whenever a file of the portal changes, until Ctrl-C
    #[arg(long)]
    watch: bool,
    /// Audit HTML files, or all in a folder, against the accessibility rules of the W3C; no portal is needed
    ///
    /// Looks at the text alone: no scripts run. Each finding names the rule by its id at
    /// <https://www.w3.org/WAI/standards-guidelines/act/rules/>. With `--format json`, one line for each rule and file:
    /// passed, failed or inapplicable. The exit code is 1 if a rule failed.
    #[arg(long, value_name = "PATH", num_args = 1.., conflicts_with_all = ["watch", "only", "as_of", "drafts", "strict"])]
    html: Vec<PathBuf>,
}

/// How long no file may have changed before a run: whoever reads messages has time.
const PACE: Pace = Pace { quiet: Duration::from_millis(150), saved: Duration::from_millis(150) };

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    if !raw.html.is_empty() {
        return html(raw, session);
    }
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
    session.console.hint(&report.findings)?;
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}

/// Audits files that somebody made, whatever they are of.
fn html(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let format = session.console.format();
    let (mut findings, mut texts) = (Vec::new(), BTreeMap::new());
    let (mut wrong, mut files) = (0, 0);
    let all = audit::audit(&DiskTarget, (&session.folder, &raw.html), |audited| {
        let found = audited.findings();
        wrong += found.len();
        files += usize::from(audited.failed());
        match format {
            Format::Json => session.console.pieces(audited.lines()),
            // One document for all.
            Format::Sarif => {
                findings.extend(found);
                texts.insert(audited.file.to_string(), audited.text);
                Ok(())
            }
            _ => {
                let texts = BTreeMap::from([(&*audited.file, audited.text.as_str())]);
                session.console.findings(&found, &texts)
            }
        }
    })?;
    if format == Format::Sarif {
        let texts: BTreeMap<&str, &str> = texts.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
        session.console.findings(&findings, &texts)?;
    }
    session.console.message(&match (all, wrong) {
        (0, _) => "there are no HTML files".to_owned(),
        (all, 0) => format!("{all} files audited: nothing found"),
        (all, wrong) => format!("{all} files audited: {wrong} findings in {files} of them"),
    })?;
    Ok(if files > 0 { Exit::ContentErrors } else { Exit::Done })
}
