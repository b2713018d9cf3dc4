//! Turns the services of a portal into open data: a static feed, lines of JSON, or a table.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::choice::{self, Choice, usage};
use super::exit::Exit;
use super::session::Session;
use crate::exchange;
use crate::io::Scaffold;
use crate::model::Language;
use crate::pipeline::Failure;
use crate::pipeline::translations;
use crate::resolve::Words;

/// Writes the services as open data
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Open Referral UK 3.0, one service in each line: fingerpost export oruk > services.ndjson
    ///
    /// With `--out DIR`, a static feed: lists, and a file for each service, organisation, place and term. It is read-only
    /// and has no filters.
    Oruk(Given),
    /// A table for spreadsheets: fingerpost export csv > services.csv
    Csv(Given),
}

#[derive(Args, Debug)]
struct Given {
    /// In this language; otherwise the portal's first
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// A new folder for the feed, or a new file for the table, seen from the folder that you are in
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let (What::Oruk(given) | What::Csv(given)) = &raw.what;
    let options = Choice::default().options(session, session.folder.join("public"))?;
    let reading = translations::read(&*session.files()?, &options)?;
    let report = &reading.report;
    let Some(catalog) = reading.catalog.as_ref().filter(|_| !report.failed()) else {
        session.console.notices(&report.findings, &*report.sources)?;
        return Ok(Exit::ContentErrors);
    };
    let portal = &catalog.portal;
    let wanted = given.lang.as_deref().map(choice::language).transpose()?;
    let language = wanted.filter(|language| portal.languages.contains(language));
    if let (Some(wanted), None) = (wanted, language) {
        let names: Vec<&str> = portal.languages.iter().map(Language::as_str).collect();
        let what = format!("`{wanted}` is not one of the portal's languages, which are {}", names.join(", "));
        return Err(usage(what, "choose one of them"));
    }
    let Some(language) = language.or_else(|| portal.languages.first().copied()) else { return Ok(Exit::ContentErrors) };
    let words = Words::build(&report.sources, &portal.languages, &portal.fallback).take(&mut Vec::new());
    let at = (language, portal.as_of.unwrap_or(session.today));
    let files = match (&raw.what, &given.out) {
        (What::Oruk(_), None) => {
            return put(session, &exchange::ndjson(catalog, &words, at));
        }
        (What::Csv(_), None) => return put(session, &table(catalog, &words, at)?),
        (What::Oruk(_), Some(_)) => exchange::feed(catalog, &words, at, None),
        (What::Csv(_), Some(_)) => vec![exchange::Published { path: String::new(), text: table(catalog, &words, at)? }],
    };
    write(given.out.as_deref().unwrap_or(Path::new("")), &files, session)
}

fn put(session: &Session, text: &str) -> Result<Exit, Failure> {
    session.console.pieces(std::iter::once(text.to_owned()))?;
    Ok(Exit::Done)
}

fn table(
    catalog: &crate::catalog::Catalog,
    words: &Words,
    at: (Language, jiff::civil::Date),
) -> Result<String, Failure> {
    let made = exchange::csv(catalog, words, at);
    made.map_err(|error| Failure::environment("the table cannot be made", std::io::Error::other(error.to_string())))
}

/// Writes files where nothing is yet.
fn write(out: &Path, files: &[exchange::Published], session: &Session) -> Result<Exit, Failure> {
    let folder = Scaffold::new(Path::new(""));
    let shown = out.display().to_string();
    let there = folder.has(&shown).map_err(|error| Failure::environment(format!("`{shown}` cannot be read"), error))?;
    if there {
        return Err(Failure::Refused {
            message: format!("`{shown}` is there already, so nothing was written"),
            help: "name a new folder or file".to_owned(),
        });
    }
    for file in files {
        let path = if file.path.is_empty() { shown.clone() } else { format!("{shown}/{}", file.path) };
        let failed = |error| Failure::environment(format!("`{path}` cannot be written"), error);
        folder.create_new(&path, file.text.as_bytes()).map_err(failed)?;
    }
    session.console.message(&format!("written: {} files to {shown}", files.len()))?;
    Ok(Exit::Done)
}
