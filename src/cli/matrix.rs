//! Turns a portal into a table of what each page is in each language, place and edition.

mod records;
mod table;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::args::Format;
use super::choice::{Choice, date, language, usage};
use super::exit::Exit;
use super::session::Session;
use crate::diag::print;
use crate::io::Files;
use crate::model::Language;
use crate::pipeline::dashboard::Seen;
use crate::pipeline::{self, Failure, Options, Overview, Report};
use crate::resolve::coverage::Share;

/// Shows which pages each language, place and edition has, and which not
///
/// A page is `own` (a text of this place or of the portal in this language), `inherited` (one from a place above),
/// `stale` (a translation whose source has changed since), `fallback` (a text in another language), `missing`, or
/// `not-here` (it is for other places, or not published on this day).
#[derive(Args, Debug)]
#[command(after_long_help = COLUMNS)]
pub struct Raw {
    /// Counts and what is missing or stale; one record for each page, language, place and edition; or a dashboard
    ///
    /// `html` is one page for a browser, with the reviews, facts and translations that are due and all findings by
    /// owner: fingerpost matrix --format html > dashboard.html
    #[arg(id = "format", long = "format", value_name = "FORMAT", default_value = "text", value_parser = formats())]
    format: Format,
    /// Fail if a language has fewer of its pages in its own text: --min cy=95%; may be given for each language
    ///
    /// Counts standard pages. One counts if all places that publish the language show it in the language; a stale
    /// translation does.
    #[arg(long, value_name = "LANG=PERCENT")]
    min: Vec<String>,
    /// Take this day for today, such as 2026-12-24
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

const COLUMNS: &str = "\
Columns of CSV, and keys of each line of JSON:
  page           the page's id
  language       the reader's language
  locality       the reader's place
  edition        `standard` or `easy-read`
  state          `own`, `inherited`, `fallback`, `stale`, `missing` or `not-here`
  text_language  the language of the text that is shown
  text_from      the place whose text it is, or `portal`
  stale_blocks   paragraphs, headings or lists of the source that changed since this was translated
  file           the file that is shown
  address        where, from the front of the site";

fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["text", "csv", "json", "html"]).map(|word| match word.as_str() {
        "csv" => Format::Csv,
        "json" => Format::Json,
        "html" => Format::Html,
        _ => Format::Human,
    })
}

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let least = raw.min.iter().map(|text| Least::new(text)).collect::<Result<Vec<_>, _>>()?;
    let as_of = raw.as_of.as_deref().map(|text| date("--as-of", text)).transpose()?;
    let options = Options { as_of, ..Choice::default().options(session, session.folder.clone())? };
    let files = session.files()?;
    let (surveyed, report) = pipeline::overview(&*files, &options)?;
    let Some(surveyed) = surveyed else {
        session.console.notices(&report.findings, &*report.sources)?;
        return Ok(Exit::ContentErrors);
    };
    let overview = surveyed.overview();
    if raw.format == Format::Html {
        return dashboard((&*files, &options), &overview, (&least, session));
    }
    session.console.notices(&report.findings, &*report.sources)?;
    match raw.format {
        Format::Human => session.console.pieces(table::lines(&overview).into_iter())?,
        Format::Csv => session.console.pieces(records::csv(&overview))?,
        Format::Json => session.console.pieces(records::json(&overview))?,
        Format::Html | Format::Github | Format::Sarif => {
            return Err(usage("`matrix` has no such format", "write `--format text`, `csv`, `json` or `html`"));
        }
    }
    ended(&report, &overview, (&least, session))
}

/// One page with everything that a build would find.
fn dashboard(
    (files, options): (&dyn Files, &Options),
    overview: &Overview<'_>,
    (least, session): (&[Least], &Session),
) -> Result<Exit, Failure> {
    let (report, weights) = pipeline::weigh(files, options)?;
    session.console.message(&print::count(&report.findings))?;
    let seen = Seen { findings: &report.findings, sources: &report.sources, weights: &weights, links: None };
    session.console.pieces(std::iter::once(pipeline::dashboard::html(overview, &seen)))?;
    ended(&report, overview, (least, session))
}

fn ended(report: &Report, overview: &Overview<'_>, (least, session): (&[Least], &Session)) -> Result<Exit, Failure> {
    let reached = held_against(overview, least, session)?;
    Ok(if report.failed() || !reached { Exit::ContentErrors } else { Exit::Done })
}

/// The share of pages that a language must have in its own text.
struct Least {
    language: Language,
    percent: u8,
}

impl Least {
    fn new(text: &str) -> Result<Self, Failure> {
        let wrong =
            || usage(format!("`--min {text}` does not say which language must have how much"), "write `--min cy=95%`");
        let (tag, percent) = text.split_once('=').ok_or_else(wrong)?;
        let percent = percent.strip_suffix('%').unwrap_or(percent).parse::<u8>().map_err(|_not_a_number| wrong())?;
        if percent > 100 {
            return Err(wrong());
        }
        Ok(Self { language: language(tag)?, percent })
    }
}

/// Says which languages fall short, and by which pages.
fn held_against(overview: &Overview<'_>, least: &[Least], session: &Session) -> Result<bool, Failure> {
    let shares = overview.shares();
    let mut reached = true;
    for Least { language, percent } in least {
        let share = shares.iter().find(|share| share.language == *language).ok_or_else(|| {
            usage(
                format!("`{language}` is not a language of this portal"),
                "its languages stand in `content/portal.yaml`",
            )
        })?;
        if !share.reaches(*percent) {
            reached = false;
            session.console.message(&short(overview, share, *percent))?;
        }
    }
    Ok(reached)
}

fn short(overview: &Overview<'_>, share: &Share, percent: u8) -> String {
    let Share { language, pages, lacking } = share;
    let own = share.own();
    let mut said = format!(
        "{language}: {own} of {pages} pages have a text of their own ({}%), {percent}% are asked for",
        share.percent()
    );
    for (page, places) in lacking {
        let id = &overview.catalog.pages.get(*page).id;
        said.push_str(&format!("\n  {id}: {}", table::places(overview, *language, places)));
    }
    said
}
