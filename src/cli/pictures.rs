//! Turns a portal into a list of its pictures: what each means, and which pages show it.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::args::Format;
use super::choice::{Choice, usage};
use super::exit::Exit;
use super::session::Session;
use crate::pipeline::pictures::{PictureRow, Pictures, Which};
use crate::pipeline::{self, Failure};

/// Shows the pictures that easy-read pages may use, what each means, and which pages show it
///
/// A picture is used by its id: `:::row picture=phone`. Many come with the theme; those of `content/pictures.yaml` are
/// the portal's own, and win.
#[derive(Args, Debug)]
pub struct Raw {
    /// A line for each picture; a line of JSON for each; or one page to see and choose them in a browser
    ///
    /// `html` needs no other file: fingerpost pictures --format html > pictures.html
    #[arg(id = "format", long = "format", value_name = "FORMAT", default_value = "text", value_parser = formats())]
    format: Format,
    /// Only those that no page shows
    #[arg(long)]
    unused: bool,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "json", "html"]).map(|word| match word.as_str() {
        "json" => Format::Json,
        "html" => Format::Html,
        _ => Format::Human,
    })
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = Choice::default().options(session, session.folder.clone())?;
    let files = session.files()?;
    let which = if raw.unused { Which::Unused } else { Which::All };
    let (pictures, report) = pipeline::pictures::pictures(&*files, &options, which)?;
    session.console.notices(&report.findings, &*report.sources)?;
    let Some(pictures) = pictures else { return Ok(Exit::ContentErrors) };
    match raw.format {
        Format::Human => session.console.pieces(lines(&pictures).into_iter())?,
        Format::Json => session.console.pieces(pictures.rows.iter().map(json))?,
        Format::Html => {
            session.console.pieces(std::iter::once(pipeline::pictures::gallery(&pictures, &report.sources)))?;
        }
        Format::Csv | Format::Github | Format::Sarif => {
            return Err(usage("`pictures` has no such format", "write `--format text`, `json` or `html`"));
        }
    }
    Ok(if report.failed() { Exit::ContentErrors } else { Exit::Done })
}

fn json(row: &PictureRow) -> String {
    serde_json::to_string(row).expect("a row is plain data") + "\n"
}

/// Id, meaning and pages, in columns.
fn lines(pictures: &Pictures) -> Vec<String> {
    let meanings: Vec<&str> = pictures.rows.iter().map(|row| row.meaning(&pictures.languages)).collect();
    let width = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let ids = width(&mut pictures.rows.iter().map(|row| row.id.as_str().len()));
    let words = width(&mut meanings.iter().map(|text| text.chars().count()));
    let rows = pictures.rows.iter().zip(&meanings);
    rows.map(|(row, meaning)| format!("{:ids$}  {meaning:words$}  {}\n", row.id.as_str(), used(row))).collect()
}

/// Pages that a line names before it counts the others.
const NAMED: usize = 2;

fn used(row: &PictureRow) -> String {
    if row.used.is_empty() {
        return "on no page".to_owned();
    }
    let short = |file: &String| file.trim_start_matches("content/").trim_end_matches(".md").to_owned();
    let named: Vec<String> = row.used.iter().take(NAMED).map(short).collect();
    match row.used.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{}, and {more} more", named.join(", ")),
    }
}
