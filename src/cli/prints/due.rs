//! Turns a site that was published into the copies that must be pulled, and into records of what is no longer made.

use clap::Args;
use serde::Serialize;

use super::list::{languages, names};
use super::{Manner, Since, found, options, table};
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::model::LocalityId;
use crate::pipeline::{Failure, prints};
use crate::plan::prints::recall::{self, Due, Held, Total};
use crate::plan::prints::{Of, Reason, Trace};

/// Prints that say something else than when copies were made of them: why, who holds copies, and how many
#[derive(Args, Debug)]
#[command(after_long_help = COLUMNS)]
pub struct Raw {
    #[command(flatten)]
    since: Since,
    #[command(flatten)]
    manner: Manner,
}

/// Prints that are no longer made, as records for content/withdrawn.yaml: their short addresses then say so
#[derive(Args, Debug)]
pub struct Withdraw {
    #[command(flatten)]
    since: Since,
    /// Take this day for today, such as 2026-12-24
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

const COLUMNS: &str = "\
One row of CSV, and one line of JSON, for each print and holder; a print that nobody is known to hold has one row:
  code, title, page, leaflet, shape, languages, locality, file   which print
  was, is      the version of the copies, and the newest; none where it is no longer made
  why          what changed, in words
  holder, name, kind, person, phone, email, address              whom to tell
  copies       how many are held, where that is written down";

/// One print at one holder, as programs read it.
#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    title: &'a str,
    page: &'a str,
    leaflet: &'a str,
    shape: &'a str,
    languages: String,
    locality: &'a LocalityId,
    file: &'a str,
    was: &'a str,
    is: Option<&'a str>,
    why: String,
    holder: Option<&'a str>,
    name: Option<&'a str>,
    kind: Option<crate::model::HolderKind>,
    person: Option<&'a str>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    address: Option<&'a str>,
    copies: Option<u32>,
}

pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = options(raw.manner.as_of.as_ref(), session)?;
    let before = prints::published(&raw.since.path(session))?;
    let due = match found(prints::due(&*session.files()?, &options, &before)?, session)? {
        Ok(due) => due,
        Err(exit) => return Ok(exit),
    };
    let lines: Vec<Line<'_>> = due.iter().flat_map(lines).collect();
    table::show(session, raw.manner.format, &lines, || due.iter().map(text).collect())?;
    session.console.message(&summary(&recall::total(&due)))?;
    Ok(Exit::Done)
}

pub fn withdraw(raw: &Withdraw, session: &Session) -> Result<Exit, Failure> {
    let options = options(raw.as_of.as_ref(), session)?;
    let site = raw.since.path(session);
    let before = match prints::published(&site) {
        // A site that lost its last print has no list of them.
        Err(_) if prints::has_lost(&site) => Vec::new(),
        published => published?,
    };
    let (lost, report) = prints::lost(&*session.files()?, &options, (&before, &site))?;
    let day = report.day;
    let lost = match found((lost, report), session)? {
        Ok(lost) => lost,
        Err(exit) => return Ok(exit),
    };
    if lost.is_empty() {
        session.console.message("every print that was published is still made, or a record says that it is not")?;
    }
    session.console.pieces(lost.iter().map(|trace| record(trace, day)))?;
    Ok(Exit::Done)
}

/// A record of what is no longer made. JSON texts are YAML texts.
fn record(trace: &Trace, day: jiff::civil::Date) -> String {
    let title = serde_json::to_string(&trace.title).expect("a text can be written as JSON");
    let language = trace.label.languages.first().map(|language| format!(", language: {language}")).unwrap_or_default();
    let instead = match &trace.label.of {
        Of::Page(page) => format!("  # was the page {page}"),
        Of::Leaflet(leaflet) => format!("  # was the leaflet {leaflet}"),
    };
    format!(
        "- {{ code: {}, title: {title}, on: {day}, place: {}{language} }}{instead}\n",
        trace.code, trace.label.locality
    )
}

fn lines(due: &Due) -> Vec<Line<'_>> {
    if due.held.is_empty() {
        return vec![line(due, None)];
    }
    due.held.iter().map(|held| line(due, Some(held))).collect()
}

fn line<'a>(due: &'a Due, held: Option<&'a Held>) -> Line<'a> {
    let trace = &due.trace;
    let (page, leaflet) = names(&trace.label.of);
    Line {
        code: trace.code.as_str(),
        title: &trace.title,
        page,
        leaflet,
        shape: trace.label.shape.as_str(),
        languages: languages(trace),
        locality: &trace.label.locality,
        file: &trace.file,
        was: due.was.as_str(),
        is: due.change.is_some().then(|| trace.version.as_str()),
        why: why(due),
        holder: held.map(|held| held.holder.as_str()),
        name: held.map(|held| held.name.as_str()),
        kind: held.and_then(|held| held.kind),
        person: held.and_then(|held| held.person.as_deref()),
        phone: held.and_then(|held| held.phone.as_deref()),
        email: held.and_then(|held| held.email.as_deref()),
        address: held.and_then(|held| held.address.as_deref()),
        copies: held.and_then(|held| held.copies),
    }
}

fn why(due: &Due) -> String {
    match &due.change {
        None => "it is no longer made".to_owned(),
        Some(reasons) if reasons.is_empty() => "the words around its text changed".to_owned(),
        Some(reasons) => reasons.iter().map(Reason::words).collect::<Vec<_>>().join("; "),
    }
}

/// A print, why it is out of date, and whom to tell: a line each.
fn text(due: &Due) -> String {
    let trace = &due.trace;
    let mut text = format!(
        "{} ({}, {}, {})\n  document {}: copies say version {}",
        trace.title,
        trace.label.shape.as_str(),
        languages(trace),
        trace.label.locality,
        trace.code,
        due.was.as_str(),
    );
    if due.change.is_some() {
        text.push_str(&format!(", the newest is {} ({})", trace.version.as_str(), trace.file));
    }
    text.push_str(&format!("\n  why: {}\n", why(due)));
    for held in &due.held {
        let copies =
            held.copies.map_or_else(|| "copies".to_owned(), |copies| amount(u64::from(copies), "copy", "copies"));
        let ways = [&held.person, &held.phone, &held.email, &held.address];
        let ways: Vec<&str> = ways.into_iter().filter_map(|way| way.as_deref()).collect();
        text.push_str(&format!("  pull {copies}: {} ({})\n", held.name, ways.join(", ")));
    }
    text
}

fn summary(total: &Total) -> String {
    let many = |number: usize, one, many| amount(number as u64, one, many);
    if total.prints == 0 {
        return "no print has changed since".to_owned();
    }
    format!(
        "{}; pull {} at {}",
        many(total.prints, "print has changed", "prints have changed"),
        amount(total.copies, "copy", "copies"),
        many(total.holders, "place", "places"),
    )
}

fn amount(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
