//! Turns a portal's prints into lists: what there is, what must be pulled and from whom, and what is no longer made.

mod due;
mod list;
pub(super) mod table;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use super::args::Format;
use super::choice::{Choice, date};
use super::exit::Exit;
use super::session::Session;
use crate::pipeline::{Failure, NOT_BUILT_IN, Options, Report};

/// Lists the prints, and says which copies on paper are out of date, why, and who holds them
///
/// Who holds copies stands in `content/holders.yaml`.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    List(list::Raw),
    Due(due::Raw),
    Withdraw(due::Withdraw),
}

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    if !cfg!(feature = "prints") {
        session.console.message(&format!("prints: {NOT_BUILT_IN}"))?;
    }
    match &raw.what {
        What::List(raw) => list::run(raw, session),
        What::Due(raw) => due::run(raw, session),
        What::Withdraw(raw) => due::withdraw(raw, session),
    }
}

/// How a list is written, and for which day.
#[derive(Args, Debug)]
pub(super) struct Manner {
    /// Lines to read, a table for spreadsheets, or one record to a line for programs
    #[arg(id = "format", long = "format", value_name = "FORMAT", default_value = "text", value_parser = formats())]
    pub(super) format: Format,
    /// Take this day for today, such as 2026-12-24
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "csv", "json"]).map(|word| match word.as_str() {
        "csv" => Format::Csv,
        "json" => Format::Json,
        _ => Format::Human,
    })
}

/// A site that was published.
#[derive(Args, Debug)]
struct Since {
    /// The site that the copies were printed from: its folder, the manifest beside it, or its print/prints.json
    #[arg(long, value_name = "PATH")]
    since: Option<PathBuf>,
}

impl Since {
    /// What was said, seen from the folder where it was typed; the portal's `public` if nothing was.
    fn path(&self, session: &Session) -> PathBuf {
        self.since.clone().unwrap_or_else(|| session.folder.join("public"))
    }
}

fn options(as_of: Option<&String>, session: &Session) -> Result<Options, Failure> {
    let as_of = as_of.map(|text| date("--as-of", text)).transpose()?;
    Ok(Options { as_of, ..Choice::default().options(session, session.folder.clone())? })
}

/// Shows what is wrong with the portal, and hands on what was asked for.
fn found<T>(found: (Option<T>, Report), session: &Session) -> Result<Result<T, Exit>, Failure> {
    let (value, report) = found;
    session.console.notices(&report.findings, &*report.sources)?;
    Ok(value.ok_or(Exit::ContentErrors))
}
