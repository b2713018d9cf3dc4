//! Turns the arguments of `build` into a published site and a summary of what changed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::choice::Choice;
use super::exit::Exit;
use super::interrupt::Interrupt;
use super::progress::Watch;
use super::session::Session;
use super::verdict;
use crate::diag::print;
use crate::pipeline::{self, Failure, NOT_BUILT_IN, Options, Report};
use crate::plan::prints::recall::Total;

/// Builds the site, or says what to mend first
///
/// Nothing is published while there is an error: the last good site stays as it is. A build that is killed, or finds
/// the disk full, leaves the old site or the new one, never something between.
#[derive(Args, Debug)]
pub struct Raw {
    /// The folder of the finished site, seen from the portal's folder
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    #[command(flatten)]
    choice: Choice,
    /// Make every page anew instead of only those that changed
    #[arg(long)]
    clean: bool,
    /// Then compare the site with a clean build of everything, byte for byte
    #[arg(long)]
    verify: bool,
    /// Say how long each step took
    #[arg(long)]
    timings: bool,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = Options { afresh: raw.clean, ..raw.choice.options(session, session.folder.join(&raw.out))? };
    let files = session.files()?;
    let watch = Watch::new(Interrupt::listen()?);
    let built = pipeline::build(&*files, &options, &watch);
    let took = watch.finish();
    let report = built?;
    session.console.findings(&report.findings, &*report.sources)?;
    if raw.timings {
        session.console.timings(&report.timings)?;
    }
    let shown = session.shown(&raw.out.to_string_lossy());
    session.console.message(&summary(&report, took, (&shown, &before(session, &raw.out))))?;
    session.console.hint(&report.findings)?;
    match (report.failed(), raw.verify) {
        (true, _) => Ok(Exit::ContentErrors),
        (false, true) => verdict::verify(session, &*files, (&options, &report)),
        (false, false) => Ok(Exit::Done),
    }
}

/// What was found, what was written, and when the site would change by itself.
fn summary(report: &Report, took: Duration, (out, before): (&str, &str)) -> String {
    let found = print::count(&report.findings);
    if report.failed() {
        return format!("{found}; nothing was published, the last good site stays");
    }
    let written = format!(
        "{} files ({}): {} new or changed, {} as before, {} removed, {:.1} s",
        report.outputs,
        size(report.bytes),
        report.written,
        report.outputs.saturating_sub(report.written),
        report.removed,
        took.as_secs_f64(),
    );
    let unmade = report.paper.unmade.then(|| format!("prints: {NOT_BUILT_IN}"));
    let pull = report.paper.due.map(|due| pull(&due, before));
    let lost = Some(report.paper.lost).filter(|lost| *lost > 0).map(|lost| withdraw(lost, out));
    let next = report.next_change.map(|day| {
        format!("on {} the site changes without an edit: build it again that day", day.strftime("%-d %B %Y"))
    });
    [Some(found), Some(written), unmade, pull, lost, next].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What the build means for paper.
fn pull(due: &Total, before: &str) -> String {
    let Total { prints, copies, holders } = due;
    let verb = if *prints == 1 { "print that was published is" } else { "prints that were published are" };
    format!(
        "{prints} {verb} out of date: pull {copies} copies at {holders} places \
         (`fingerpost prints due --since {before}`)"
    )
}

/// What the build means for the short addresses on copies of what is no longer printed.
fn withdraw(lost: usize, out: &str) -> String {
    let (prints, address) = match lost {
        1 => ("1 print of which there may be copies is no longer made, and its short address leads".to_owned(), "it"),
        _ => (
            format!("{lost} prints of which there may be copies are no longer made, and their short addresses lead"),
            "them",
        ),
    };
    format!(
        "{prints} nowhere: say so for {address} in `content/withdrawn.yaml` \
         (`fingerpost prints withdraw --since {out}` writes the records)"
    )
}

/// Where the build leaves the list of prints that it found.
fn before(session: &Session, out: &Path) -> String {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    session.shown(&out.with_file_name(format!(".{name}.fingerpost")).join(pipeline::BEFORE).to_string_lossy())
}

/// Bytes in units that people know.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::{Code, Finding};
    use crate::pipeline::Paper;

    fn report(codes: &[Code]) -> Report {
        Report {
            findings: codes.iter().map(|&code| Finding::new(code, "x")).collect(),
            sources: Arc::default(),
            day: "2026-11-22".parse().unwrap(),
            next_change: Some("2026-12-27".parse().unwrap()),
            outputs: 412,
            bytes: 3_240_000,
            written: 410,
            removed: 0,
            paper: Paper::default(),
            timings: Vec::new(),
        }
    }

    #[test]
    fn a_build_says_what_it_wrote_and_when_to_build_again() {
        let took = Duration::from_millis(1234);
        assert_eq!(
            summary(&report(&[Code::FactRanOut]), took, ("", "")),
            "1 warning\n\
             412 files (3.2 MB): 410 new or changed, 2 as before, 0 removed, 1.2 s\n\
             on 27 December 2026 the site changes without an edit: build it again that day"
        );
        assert_eq!(
            summary(&report(&[Code::UnknownPage, Code::FactRanOut, Code::UnknownPage]), took, ("", "")),
            "2 errors, 1 warning; nothing was published, the last good site stays"
        );
    }

    #[test]
    fn a_build_that_changes_prints_says_what_to_pull() {
        let paper = Paper { due: Some(Total { prints: 2, copies: 140, holders: 3 }), lost: 1, unmade: false };
        let places = ("public", ".public.fingerpost/prints-before.json");
        let said = summary(&Report { paper, ..report(&[]) }, Duration::ZERO, places);
        assert_eq!(
            said.lines().nth(2).unwrap(),
            "2 prints that were published are out of date: pull 140 copies at 3 places \
             (`fingerpost prints due --since .public.fingerpost/prints-before.json`)"
        );
        assert_eq!(
            said.lines().nth(3).unwrap(),
            "1 print of which there may be copies is no longer made, and its short address leads nowhere: say so for it \
             in `content/withdrawn.yaml` (`fingerpost prints withdraw --since public` writes the records)"
        );
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!([999, 1_500, 2_000_000].map(size), ["999 bytes", "1.5 kB", "2.0 MB"]);
    }
}
