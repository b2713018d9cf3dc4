//! Turns the services of a portal into open data: a static feed, lines of JSON, or a table.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

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
    let Some(out) = &given.out else {
        return match &raw.what {
            What::Oruk(_) => put(session, &exchange::ndjson(catalog, &words, at)),
            What::Csv(_) => put(session, &table(catalog, &words, at)?),
        };
    };
    let folder = New::of(out)?;
    match &raw.what {
        What::Oruk(_) => exchange::feed(catalog, &words, at, &|file| folder.write(&file).map_err(Stop))
            .map_err(|Stop(failure)| failure)?,
        What::Csv(_) => {
            let text = table(catalog, &words, at)?;
            folder.write(&exchange::Published { path: String::new(), text })?;
        }
    }
    let written = folder.written.into_inner();
    session.console.message(&format!("written: {written} files to {}", folder.shown))?;
    Ok(Exit::Done)
}

/// Why writing ended.
struct Stop(Failure);

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Self {
        Self(Failure::environment("the table cannot be made", std::io::Error::other(error.to_string())))
    }
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
    exchange::csv(catalog, words, at).map_err(|error| Stop::from(error).0)
}

/// A folder or file that was not there.
struct New {
    folder: Scaffold,
    shown: String,
    written: AtomicUsize,
}

impl New {
    fn of(out: &Path) -> Result<Self, Failure> {
        let folder = Scaffold::new(Path::new(""));
        let shown = out.display().to_string();
        let there =
            folder.has(&shown).map_err(|error| Failure::environment(format!("`{shown}` cannot be read"), error))?;
        if there {
            return Err(Failure::Refused {
                message: format!("`{shown}` is there already, so nothing was written"),
                help: "name a new folder or file".to_owned(),
            });
        }
        Ok(Self { folder, shown, written: AtomicUsize::new(0) })
    }

    /// Writes a file of it; one without a path is all there is.
    fn write(&self, file: &exchange::Published) -> Result<(), Failure> {
        let path = if file.path.is_empty() { self.shown.clone() } else { format!("{}/{}", self.shown, file.path) };
        let failed = |error| Failure::environment(format!("`{path}` cannot be written"), error);
        self.folder.create_new(&path, file.text.as_bytes()).map_err(failed)?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}
