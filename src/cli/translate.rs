//! Turns the arguments of `translate` into what is translated, what changed in sources since, and notes that it is done.

mod told;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::choice::{self, Choice, usage};
use super::exit::Exit;
use super::session::Session;
use crate::catalog::Catalog;
use crate::diag::Finding;
use crate::io::Scaffold;
use crate::model::{Edition, Language, LocalityId, PageId, TranslatedBy};
use crate::pipeline::translations::{self, Accepted, Desk, Part, Problem, Reading, Wanted};
use crate::pipeline::{Failure, Options, Report};

/// Says which pages are translated, and what changed in their sources since
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lists every translation: complete, stale, unknown (it does not say of what it is) or missing
    Status(Status),
    /// Shows the blocks of the source that changed since, and where they stand in both files
    Diff(Which),
    /// Notes in a translation that it is up to date with its source
    ///
    /// Writes the hashes of the source's blocks and the day into the front matter's `translation`; every other byte of
    /// the file stays.
    Accept(Accept),
    /// Writes a PO file for translators: `fingerpost translate export cy > cy.po`
    ///
    /// It holds the title, the summary and each block of every page that has a file in the language (`fingerpost new
    /// translation` begins one), then the texts of services, places and all other records, then the words of the
    /// interface. A block whose source changed since is marked as fuzzy.
    Export(Export),
    /// Takes the texts of a PO file over into the pages, records and strings of its language
    ///
    /// A text must keep the values, links, anchors and pictures of its source, and be one block of the same kind. If
    /// anything is wrong, or the portal would have a mistake afterwards, all that is wrong is named and no file is
    /// changed. Fuzzy and empty texts wait. A part of an exported file may come back alone.
    Import(Import),
}

#[derive(Args, Debug)]
struct Export {
    /// The language to translate into, such as cy
    #[arg(value_name = "LANGUAGE")]
    lang: String,
    /// Only texts of this kind
    #[arg(long, value_enum, value_name = "KIND")]
    only: Option<Kind>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Pages,
    /// Services, places, topics and all other records
    Records,
    /// The words of menus, buttons and notices
    Strings,
}

#[derive(Args, Debug)]
struct Import {
    /// The language of the file, such as cy
    #[arg(value_name = "LANGUAGE")]
    lang: String,
    /// The PO file, seen from the folder that you are in
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args, Debug)]
struct Status {
    /// Only into this language, such as cy
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

#[derive(Args, Debug)]
struct Which {
    /// The page's id, such as money/grants
    #[arg(value_name = "PAGE")]
    page: String,
    /// The language of the translation, such as cy
    #[arg(value_name = "LANGUAGE")]
    lang: String,
    /// The easy-read page
    #[arg(long)]
    easy: bool,
    /// The page of one place only: its file lies in that place's folder
    #[arg(long, value_name = "PLACE")]
    local: Option<String>,
}

#[derive(Args, Debug)]
struct Accept {
    #[command(flatten)]
    which: Which,
    /// Who made the translation; otherwise it stays as it was
    #[arg(long, value_enum)]
    by: Option<By>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Human,
    /// A machine made it, and a person has checked it
    Checked,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = Choice::default().options(session, session.folder.join("public"))?;
    match &raw.what {
        What::Status(raw) => status(raw, &options, session),
        What::Diff(raw) => difference(raw, &options, session),
        What::Accept(raw) => accept(raw, &options, session),
        What::Export(raw) => export(raw, &options, session),
        What::Import(raw) => import(raw, &options, session),
    }
}

fn status(raw: &Status, options: &Options, session: &Session) -> Result<Exit, Failure> {
    let lang = raw.lang.as_deref().map(choice::language).transpose()?;
    let reading = translations::read(&*session.files()?, options)?;
    let Some(catalog) = &reading.catalog else { return mistakes(&reading.report.findings, &reading.report, session) };
    let mut rows = translations::status(catalog);
    rows.retain(|row| lang.is_none_or(|lang| lang == row.language));
    for row in &rows {
        session.console.data(&told::row(catalog, row))?;
    }
    for line in told::counts(&rows) {
        session.console.message(&line)?;
    }
    Ok(Exit::Done)
}

fn difference(raw: &Which, options: &Options, session: &Session) -> Result<Exit, Failure> {
    let wanted = wanted(raw)?;
    let reading = translations::read(&*session.files()?, options)?;
    let Some(catalog) = &reading.catalog else { return mistakes(&reading.report.findings, &reading.report, session) };
    let pair = translations::find(catalog, &wanted)?;
    for line in told::difference(catalog, pair, &translations::difference(catalog, pair)) {
        session.console.data(&line)?;
    }
    Ok(Exit::Done)
}

fn accept(raw: &Accept, options: &Options, session: &Session) -> Result<Exit, Failure> {
    let wanted = wanted(&raw.which)?;
    let reading = translations::read(&*session.files()?, options)?;
    let Some(catalog) = &reading.catalog else { return mistakes(&reading.report.findings, &reading.report, session) };
    let pair = translations::find(catalog, &wanted)?;
    let wrong = wrong(catalog, pair, &reading.report.findings);
    if !wrong.is_empty() {
        return mistakes(&wrong, &reading.report, session);
    }
    let by = raw.by.map(|by| match by {
        By::Human => TranslatedBy::Human,
        By::Checked => TranslatedBy::Checked,
    });
    write(&[translations::accept(catalog, pair, by, session.today)?], session)?;
    Ok(Exit::Done)
}

/// Writes files, all or none, and says which.
fn write(files: &[Accepted], session: &Session) -> Result<(), Failure> {
    let all: Vec<(&str, &[u8])> = files.iter().map(|file| (file.path.as_str(), file.text.as_bytes())).collect();
    session
        .portal()?
        .replace_all(&all)
        .map_err(|source| Failure::environment("a file cannot be written, so all stay as they were", source))?;
    files.iter().try_for_each(|file| session.console.data(&session.shown(&file.path)))
}

fn export(raw: &Export, options: &Options, session: &Session) -> Result<Exit, Failure> {
    let language = choice::language(&raw.lang)?;
    let reading = translations::read(&*session.files()?, options)?;
    let parts = match raw.only {
        None => Part::ALL.to_vec(),
        Some(Kind::Pages) => vec![Part::Pages],
        Some(Kind::Records) => vec![Part::Records],
        Some(Kind::Strings) => vec![Part::Strings],
    };
    match texts(&reading) {
        Ok(catalog) => {
            let desk = desk(catalog, &reading, language)?;
            session.console.data(translations::export(desk, &parts).trim_end())?;
        }
        Err(findings) => return mistakes(&findings, &reading.report, session),
    }
    Ok(Exit::Done)
}

fn import(raw: &Import, options: &Options, session: &Session) -> Result<Exit, Failure> {
    let language = choice::language(&raw.lang)?;
    let shown = raw.file.display().to_string();
    let file = Scaffold::new(Path::new("")).read(&shown);
    let file = file.map_err(|source| Failure::environment(format!("`{shown}` cannot be read"), source))?;
    let files = session.files()?;
    let reading = translations::read(&*files, options)?;
    let catalog = match texts(&reading) {
        Ok(catalog) => catalog,
        Err(findings) => return mistakes(&findings, &reading.report, session),
    };
    let imported = match translations::import(desk(catalog, &reading, language)?, &file, session.today) {
        Ok(imported) => imported,
        Err(problems) => {
            for Problem { place, what } in &problems {
                session.console.message(&format!("{shown}: {place}: {what}"))?;
            }
            return unchanged(session);
        }
    };
    if !imported.files.is_empty() {
        let after = translations::mistakes(&*files, &imported.files, options)?;
        if !after.findings.is_empty() {
            mistakes(&after.findings, &after, session)?;
            return unchanged(session);
        }
        write(&imported.files, session)?;
    }
    let (files, waiting) = (imported.files.len(), imported.waiting);
    session.console.message(&format!("files changed: {files}; texts that wait for a translation: {waiting}"))?;
    Ok(Exit::Done)
}

fn unchanged(session: &Session) -> Result<Exit, Failure> {
    session.console.message("nothing was changed: mend the file, then import it again")?;
    Ok(Exit::ContentErrors)
}

fn desk<'a>(catalog: &'a Catalog, reading: &'a Reading, language: Language) -> Result<Desk<'a>, Failure> {
    let known = &catalog.portal.languages;
    if !known.contains(&language) {
        let names: Vec<&str> = known.iter().map(Language::as_str).collect();
        return Err(usage(
            format!("`{language}` is not one of the portal's languages, which are {}", names.join(", ")),
            "add it to `languages` in `content/portal.yaml` first",
        ));
    }
    Ok(Desk { catalog, sources: &reading.report.sources, language })
}

/// The portal, or the mistakes in its files: what cannot be read cannot be translated. What only a translation would mend
/// is no mistake here.
fn texts(reading: &Reading) -> Result<&Catalog, Vec<Finding>> {
    let findings = &reading.report.findings;
    let catalog = reading.catalog.as_ref().ok_or_else(|| findings.clone())?;
    let stops = |finding: &&Finding| finding.is_error() && !finding.code.id().starts_with('T');
    let wrong: Vec<Finding> = findings.iter().filter(stops).cloned().collect();
    if wrong.is_empty() { Ok(catalog) } else { Err(wrong) }
}

/// The errors in a translation and its source: what cannot be read cannot be accepted.
fn wrong(catalog: &Catalog, pair: translations::Pair, findings: &[Finding]) -> Vec<Finding> {
    let files = [pair.translation, pair.source].map(|doc| &catalog.document(doc).path);
    let is_theirs = |finding: &&Finding| finding.place.as_ref().is_some_and(|place| files.contains(&&place.file));
    findings.iter().filter(is_theirs).filter(|finding| finding.is_error()).cloned().collect()
}

fn mistakes(findings: &[Finding], report: &Report, session: &Session) -> Result<Exit, Failure> {
    session.console.findings(findings, &*report.sources)?;
    Ok(Exit::ContentErrors)
}

fn wanted(raw: &Which) -> Result<Wanted, Failure> {
    let bad = |bad: crate::model::BadId| usage(bad.to_string(), "name the page as in a link, such as `money/grants`");
    Ok(Wanted {
        page: page(&raw.page).map_err(bad)?,
        language: choice::language(&raw.lang)?,
        edition: if raw.easy { Edition::EasyRead } else { Edition::Standard },
        local: raw.local.as_deref().map(LocalityId::new).transpose().map_err(bad)?,
    })
}

/// A page as in a link: `/` is the home page.
fn page(text: &str) -> Result<PageId, crate::model::BadId> {
    match text.trim_matches('/') {
        "" => Ok(PageId::home()),
        id => PageId::new(id),
    }
}
