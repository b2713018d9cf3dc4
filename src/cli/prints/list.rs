//! Turns a portal's prints into a list of them.

use clap::Args;
use serde::Serialize;

use super::{Manner, found, options, table};
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::model::LocalityId;
use crate::pipeline::{Failure, prints};
use crate::plan::prints::recall::Listed;
use crate::plan::prints::{Of, Trace};

/// Every print: its code, version, shape, language, place and file, and how many copies are held
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    manner: Manner,
}

/// One print as programs read it.
#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    version: &'a str,
    title: &'a str,
    page: &'a str,
    leaflet: &'a str,
    shape: &'a str,
    languages: String,
    locality: &'a LocalityId,
    issued: String,
    file: &'a str,
    /// Copies that are written down.
    copies: u64,
    holders: usize,
}

pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = options(raw.manner.as_of.as_ref(), session)?;
    let listed = match found(prints::list(&*session.files()?, &options)?, session)? {
        Ok(listed) => listed,
        Err(exit) => return Ok(exit),
    };
    let lines: Vec<Line<'_>> = listed.iter().map(line).collect();
    table::show(session, raw.manner.format, &lines, || lines.iter().map(Line::text).collect())?;
    Ok(Exit::Done)
}

fn line(listed: &Listed) -> Line<'_> {
    let Trace { code, version, title, label, file, issued, .. } = &listed.trace;
    let (page, leaflet) = names(&label.of);
    Line {
        code: code.as_str(),
        version: version.as_str(),
        title,
        page,
        leaflet,
        shape: label.shape.as_str(),
        languages: languages(&listed.trace),
        locality: &label.locality,
        issued: issued.to_string(),
        file,
        copies: listed.held.iter().filter_map(|held| held.copies).map(u64::from).sum(),
        holders: listed.held.len(),
    }
}

/// The page or the leaflet that is printed.
pub fn names(of: &Of) -> (&str, &str) {
    match of {
        Of::Page(page) => (page.as_str(), ""),
        Of::Leaflet(leaflet) => ("", leaflet.as_str()),
    }
}

pub fn languages(trace: &Trace) -> String {
    trace.label.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
}

impl Line<'_> {
    fn text(&self) -> String {
        let Self { code, version, shape, languages, locality, title, .. } = self;
        let held = match (self.holders, self.copies) {
            (0, _) => String::new(),
            (_, 0) => "  (copies out)".to_owned(),
            (_, 1) => "  (1 copy out)".to_owned(),
            (_, copies) => format!("  ({copies} copies out)"),
        };
        format!("{code}  {version}  {shape:<11}  {languages:<5}  {locality}  {title}{held}\n")
    }
}
