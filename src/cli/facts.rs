//! Turns a portal's facts into lists: their values, which run out when, and where each is shown.

mod list;
mod set;
mod text;
mod uses;

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde::Serialize;

use super::args::Format;
use super::choice::{Choice, date};
use super::exit::Exit;
use super::session::Session;
use crate::diag::nearest;
use crate::pipeline::{self, Failure, Options, Overview};

/// Lists the portal's figures, says which run out and where they are shown, and sets a new value
///
/// Figures that pages name as `{fact:carers-allowance.weekly}` stand in `facts.yaml`, each with its source, its owner
/// and the days on which its values hold. `--format json` writes one line for each record.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    List(list::List),
    Due(list::Due),
    Uses(uses::Raw),
    Set(set::Raw),
}

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    match &raw.what {
        What::List(raw) => list::list(raw, session),
        What::Due(raw) => list::due(raw, session),
        What::Uses(raw) => uses::run(raw, session),
        What::Set(raw) => set::run(raw, session),
    }
}

/// The day for which facts are looked at.
#[derive(Args, Debug)]
struct AsOf {
    /// Take this day for today, such as 2026-12-24
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

/// Reads the portal, shows what is wrong with it, and hands what was read to `tell`.
fn look(
    as_of: &AsOf,
    session: &Session,
    tell: impl FnOnce(&Overview<'_>) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    let as_of = as_of.as_of.as_deref().map(|text| date("--as-of", text)).transpose()?;
    let options = Options { as_of, ..Choice::default().options(session, session.folder.clone())? };
    let (surveyed, report) = pipeline::overview(&*session.files()?, &options)?;
    session.console.notices(&report.findings, &*report.sources)?;
    let Some(surveyed) = surveyed else { return Ok(Exit::ContentErrors) };
    let exit = tell(&surveyed.overview())?;
    Ok(if report.failed() { Exit::ContentErrors } else { exit })
}

/// What a record says in each column.
type Columns<T> = fn(&T) -> Vec<String>;

/// Shows records to a program, one line of JSON each, or to a person in columns.
fn show<T: Serialize>(session: &Session, records: &[T], (head, columns): (&[&str], Columns<T>)) -> Result<(), Failure> {
    let lines = match session.console.format() {
        Format::Json => records.iter().map(|record| json(record)).collect(),
        _ if records.is_empty() => Vec::new(),
        _ => {
            let head = head.iter().map(|name| (*name).to_owned()).collect();
            aligned(&std::iter::once(head).chain(records.iter().map(columns)).collect::<Vec<_>>())
        }
    };
    session.console.pieces(lines.into_iter())
}

fn json(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("a record is plain data") + "\n"
}

/// Rows with their columns below each other.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let widths: Vec<usize> = (0..rows.iter().map(Vec::len).max().unwrap_or(0))
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths) {
            // Writing into a text cannot fail.
            let _written = write!(line, "{cell:width$}  ");
        }
        line.trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// `-` where there is no day.
fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "-".to_owned(), |date| date.to_string())
}

/// A number with its noun: `1 page`, `2 pages`.
fn amount(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// No fact has an id; says which one may be meant.
fn unknown<'a>(id: &str, ids: impl Iterator<Item = &'a str>, where_from: &str) -> Failure {
    let help = nearest(id, ids)
        .map_or_else(|| "`fingerpost facts list` shows them all".to_owned(), |near| format!("did you mean `{near}`?"));
    Failure::Usage { message: format!("{where_from} has no fact `{id}`"), help }
}
