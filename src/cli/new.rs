//! Turns an id into the first draft of a page, a translation, a service, a leaflet or a place.

mod easy;
pub(super) mod front;
mod leaflet;
mod locality;
mod page;
mod service;
mod translation;

use std::io::{self, ErrorKind};
use std::sync::Arc;

use clap::{Args, Subcommand};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::choice::{self, usage};
use super::exit::Exit;
use super::session::Session;
use crate::config::Portal;
use crate::io::Scaffold;
use crate::model::{BadId, Edition, Language, LocalityId, PageId};
use crate::parse::yaml;
use crate::pipeline::Failure;

/// Begins a page, an easy-read page, a translation, a service, a leaflet or a place
///
/// Writes a file with everything in it that the portal needs, and never writes over one that is there.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Page(page::Raw),
    Easy(easy::Raw),
    Translation(translation::Raw),
    Service(service::Raw),
    Print(leaflet::Raw),
    Locality(locality::Raw),
}

/// # Errors
/// A wrong id, a file that is already there, or what the disk does.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let portal = session.portal()?;
    let path = match &raw.what {
        What::Page(raw) => page::write(raw, &portal, session.today),
        What::Easy(raw) => easy::write(raw, &portal, session.today),
        What::Translation(raw) => translation::write(raw, &portal, session.today),
        What::Service(raw) => service::write(raw, &portal),
        What::Print(raw) => leaflet::write(raw, &portal, session.today),
        What::Locality(raw) => locality::write(raw, &portal),
    }?;
    session.console.data(&session.shown(&path))?;
    Ok(Exit::Done)
}

/// Which page, and whose, as it was typed.
#[derive(Args, Debug)]
struct Target {
    /// The page's id: where it lies and its name, such as money/grants
    #[arg(value_name = "PAGE")]
    page: String,
    /// The page of one place only: its file lies in that place's folder
    #[arg(long, value_name = "PLACE")]
    local: Option<String>,
}

/// A page's files: every language and edition of one page at one place.
#[derive(Clone, Debug)]
struct PageFiles {
    page: PageId,
    local: Option<LocalityId>,
}

impl Target {
    fn files(&self) -> Result<PageFiles, Failure> {
        let local = self.local.as_deref().map(LocalityId::new).transpose().map_err(|bad| bad_id(&bad))?;
        Ok(PageFiles { page: PageId::new(&self.page).map_err(|bad| bad_id(&bad))?, local })
    }
}

impl PageFiles {
    fn stem(&self) -> String {
        format!("{}pages/{}", home(self.local.as_ref()), self.page)
    }

    /// Where the file of a new page goes: into the section's folder, where there is one of its name.
    fn new_path(&self, portal: &Scaffold, (edition, language): (Edition, Language)) -> Result<String, Failure> {
        let stem = self.stem();
        let folder = portal.has(&stem).map_err(|source| unreadable(&stem, source))?;
        Ok(format!("{stem}{}{}", if folder { "/index" } else { "" }, ending(edition, language)))
    }

    /// The file that holds the page, either as `grants.en.md` or as `grants/index.en.md`.
    fn existing_path(&self, portal: &Scaffold, form: (Edition, Language)) -> Result<String, Failure> {
        let (stem, ending) = (self.stem(), ending(form.0, form.1));
        let paths = [format!("{stem}{ending}"), format!("{stem}/index{ending}")];
        for path in &paths {
            if portal.has(path).map_err(|source| unreadable(path, source))? {
                return Ok(path.clone());
            }
        }
        let help = format!("begin it with `fingerpost new page {} --lang {}`", self.page, form.1);
        Err(usage(format!("there is no `{}`", paths[0]), &help))
    }
}

/// `.easy.cy.md`.
fn ending(edition: Edition, language: Language) -> String {
    let infix = edition.infix().map(|infix| format!(".{infix}")).unwrap_or_default();
    format!("{infix}.{language}.md")
}

/// The folder of a place's content, or the portal's own.
fn home(local: Option<&LocalityId>) -> String {
    local.map_or_else(|| "content/".to_owned(), |local| format!("content/local/{local}/"))
}

/// Writes a new file and hands back its path.
fn create(portal: &Scaffold, path: String, text: &str) -> Result<String, Failure> {
    match portal.create_new(&path, text.as_bytes()) {
        Ok(()) => Ok(path),
        Err(source) if source.kind() == ErrorKind::AlreadyExists => Err(Failure::Refused {
            message: format!("`{path}` is already there"),
            help: "open it in an editor, or choose another id".to_owned(),
        }),
        Err(source) => Err(Failure::environment(format!("`{path}` cannot be written"), source)),
    }
}

fn read(portal: &Scaffold, path: &str) -> Result<String, Failure> {
    portal.read(path).map_err(|source| unreadable(path, source))
}

fn unreadable(path: &str, source: io::Error) -> Failure {
    Failure::environment(format!("`{path}` cannot be read"), source)
}

/// The language that was asked for, or the portal's first.
fn language(asked: Option<&str>, portal: &Scaffold) -> Result<Language, Failure> {
    if let Some(tag) = asked {
        return choice::language(tag);
    }
    let path = "content/portal.yaml";
    let text = read(portal, path)?;
    let settings: Option<Portal> = yaml::read(&Arc::from(path), &text, 0..text.len()).value;
    settings.and_then(|settings| settings.languages.first().copied()).ok_or_else(|| {
        usage(format!("`{path}` does not say what the portal's first language is"), "name a language with `--lang`")
    })
}

fn bad_id(bad: &BadId) -> Failure {
    usage(bad.to_string(), "an id never changes, so choose it well")
}

/// A first title: `carers-allowance` becomes `Carers allowance`.
fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The day by which something written on `day` is to be checked again.
pub(super) fn in_six_months(day: Date) -> Date {
    day.saturating_add(6.months())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_comes_from_the_id() {
        assert_eq!(title("carers-allowance"), "Carers allowance");
        assert_eq!(title("índex"), "Índex");
    }

    #[test]
    fn a_page_of_a_place_lies_in_the_places_folder() {
        let files = |local: Option<&str>| {
            let target = Target { page: "money/grants".to_owned(), local: local.map(str::to_owned) };
            target.files().unwrap().stem()
        };
        assert_eq!(files(None), "content/pages/money/grants");
        assert_eq!(files(Some("harborough")), "content/local/harborough/pages/money/grants");
        assert_eq!(ending(Edition::EasyRead, "cy".parse().unwrap()), ".easy.cy.md");
    }

    #[test]
    fn half_a_year_after_the_end_of_august_is_the_end_of_february() {
        assert_eq!(in_six_months("2026-08-31".parse().unwrap()).to_string(), "2027-02-28");
    }
}
