//! Turns a portal into a list of its links to other sites.

use clap::Args;

use super::choice::Choice;
use super::exit::Exit;
use super::prints::{Manner, table};
use super::session::Session;
use crate::pipeline::links::{LinkRow, links};
use crate::pipeline::{Failure, Options};

/// Lists the links to other sites, for a program that checks whether those still answer
///
/// Fingerpost itself asks nothing of any other site. Give the addresses to a link checker of your own: fingerpost links
/// --format csv > links.csv
#[derive(Args, Debug)]
#[command(after_long_help = COLUMNS)]
pub struct Raw {
    #[command(flatten)]
    manner: Manner,
}

const COLUMNS: &str = "\
Columns of CSV, and keys of each line of JSON:
  address  where the link leads
  page     the page that shows it: its id, `services/` and the id of a service, or `*` for one that many pages may show
  file     where it is written; empty for what the program itself brings
  line     the line there";

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let as_of = raw.manner.as_of.as_deref().map(|text| super::choice::date("--as-of", text)).transpose()?;
    let options = Options { as_of, ..Choice::default().options(session, session.folder.clone())? };
    let (rows, report) = links(&*session.files()?, &options)?;
    session.console.notices(&report.findings, &*report.sources)?;
    let Some(rows) = rows else { return Ok(Exit::ContentErrors) };
    table::show(session, raw.manner.format, &rows, || text(&rows))?;
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}

/// Each address, and below it where it stands.
fn text(rows: &[LinkRow]) -> Vec<String> {
    let mut lines = Vec::new();
    for of_address in rows.chunk_by(|a, b| a.address == b.address) {
        lines.push(format!("{}\n", of_address[0].address));
        lines.extend(of_address.iter().map(|row| match (&row.file, row.line) {
            (Some(file), Some(line)) => format!("  {file}:{line}  ({})\n", row.page),
            (Some(file), None) => format!("  {file}  ({})\n", row.page),
            (None, _) => format!("  brought by the program  ({})\n", row.page),
        }));
    }
    lines
}
