//! Turns a portal's services into a list of those that are to be checked, by who checks them.

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::choice::{Choice, date};
use super::exit::Exit;
use super::prints::{Manner, table};
use super::session::Session;
use crate::pipeline::roster::{Due, due_by};
use crate::pipeline::{self, Failure, Options};

/// Says which services somebody must check again, and who
///
/// After six months without a check a service's page says so; after twelve no print names the service.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Due(DueRaw),
}

/// Services that nobody has checked, or whose last check is six months old
#[derive(Args, Debug)]
#[command(name = "due", after_long_help = COLUMNS)]
struct DueRaw {
    /// Those that are due on this day or before, such as 2027-01-31; without it, today
    #[arg(long, value_name = "DATE")]
    by: Option<String>,
    #[command(flatten)]
    manner: Manner,
}

const COLUMNS: &str = "\
Columns of CSV, and keys of each line of JSON:
  owner     who checked it last (`checked_by`), or its organisation
  due       the day from which its page says that its details are old; empty if nobody has checked it
  service   its id
  name      its name
  org       the organisation that runs it
  checked   the day of the last check
  left_out  the day from which prints leave it out
  file      its record";

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    match &raw.what {
        What::Due(raw) => due(raw, session),
    }
}

fn due(raw: &DueRaw, session: &Session) -> Result<Exit, Failure> {
    let by = raw.by.as_deref().map(|text| date("--by", text)).transpose()?;
    let as_of = raw.manner.as_of.as_deref().map(|text| date("--as-of", text)).transpose()?;
    let options = Options { as_of, ..Choice::default().options(session, session.folder.clone())? };
    let (surveyed, report) = pipeline::overview(&*session.files()?, &options)?;
    session.console.notices(&report.findings, &*report.sources)?;
    let Some(surveyed) = surveyed else { return Ok(Exit::ContentErrors) };
    let overview = surveyed.overview();
    let day = by.unwrap_or(overview.moment.day);
    let due = due_by(&overview, day);
    if due.is_empty() {
        session.console.message(&format!("no service is to be checked by {day}"))?;
    }
    table::show(session, raw.manner.format, &due, || text(&due))?;
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}

/// By owner, each service with when it is due.
fn text(due: &[Due<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    let when = |day: Option<Date>| day.map_or_else(|| "never checked".to_owned(), |day| format!("due {day}   "));
    for of_owner in due.chunk_by(|a, b| a.owner == b.owner) {
        lines.push(format!("{}\n", of_owner[0].owner));
        lines.extend(of_owner.iter().map(|one| format!("  {}  {}  ({})\n", when(one.due), one.name, one.file)));
    }
    lines
}
