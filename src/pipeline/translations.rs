//! Turns the pages of a portal into what is translated, what changed in a source since, and the note that a translation
//! is up to date.

mod accept;
mod difference;
mod exchange;
mod po;
mod same;
mod status;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::{self, Catalog, DocIx, Level};
use crate::diag::{Code, Finding, nearest};
use crate::io::{Files, Over};
use crate::load::{Known, load};
use crate::model::{Edition, Language, LocalityId, PageId};
use crate::parse::records::{self, Remembered};
use crate::resolve::translated_from;

use super::{Failure, Options, Report, unreadable};

pub use accept::Accepted;
pub use accept::accept;
pub use difference::{Block, Change, Difference, difference};
pub use exchange::{Desk, Imported, Part, export, import};
pub use po::Problem;
pub use status::{Row, State, status};

/// A portal, read to look at its translations.
#[derive(Debug)]
pub struct Reading {
    /// None where its settings or places are so wrong that nothing can be said.
    pub catalog: Option<Catalog>,
    /// What is wrong with the files.
    pub report: Report,
}

/// Which translation: as it was asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub page: PageId,
    pub language: Language,
    pub edition: Edition,
    /// The overlay it lies in; none for the portal's own page.
    pub local: Option<LocalityId>,
}

/// A translation and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub translation: DocIx,
    pub source: DocIx,
}

/// Reads all files of a portal.
///
/// # Errors
/// What the disk does.
pub fn read(files: &dyn Files, options: &Options) -> Result<Reading, Failure> {
    let mut report = Report::new(options);
    let loaded = load(files, &Known::default()).map_err(unreadable)?;
    let sources = Arc::new(loaded.take(&mut report.findings).sources);
    report.sources = sources.clone();
    let records = records::parse(&sources, Remembered::default()).take(&mut report.findings);
    let catalog = catalog::build(records, &sources).take(&mut report.findings);
    super::findings::settle(&mut report.findings, &sources, options);
    Ok(Reading { catalog, report })
}

/// The mistakes that new texts would bring into a portal, and the portal as it would be.
///
/// # Errors
/// What the disk does.
pub fn mistakes(files: &dyn Files, news: &[Accepted], options: &Options) -> Result<Report, Failure> {
    let mut known: BTreeMap<Told, usize> = BTreeMap::new();
    for finding in super::check(files, options)?.findings.iter().filter(|finding| finding.is_error()) {
        *known.entry(told(finding)).or_default() += 1;
    }
    let texts = news.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    let mut report = super::check(&Over { files, texts }, options)?;
    report.findings.retain(|finding| {
        let before = known.get_mut(&told(finding)).filter(|before| **before > 0);
        finding.is_error() && before.map(|before| *before -= 1).is_none()
    });
    Ok(report)
}

type Told = (Code, Option<Arc<str>>, String);

/// What a finding says, wherever in its file that has moved to.
fn told(finding: &Finding) -> Told {
    (finding.code, finding.place.as_ref().map(|place| place.file.clone()), finding.message.clone())
}

/// Finds a translation and its source.
///
/// # Errors
/// `Usage`, if there is no such page, no translation of it, or nothing that it could be a translation of.
pub fn find(catalog: &Catalog, wanted: &Wanted) -> Result<Pair, Failure> {
    let usage = |message: String, help: String| Failure::Usage { message, help };
    let Some(page) = catalog.pages.find(&wanted.page) else {
        let help = nearest(wanted.page.as_str(), catalog.pages.ids()).map_or_else(
            || "name it as in a link, such as `money/carers-allowance`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(usage(format!("no page has the id `{}`", wanted.page), help));
    };
    let entry = catalog.pages.get(page);
    let found = entry.versions.iter().find(|((edition, _, language), doc)| {
        *edition == wanted.edition && *language == wanted.language && catalog.document(**doc).overlay == wanted.local
    });
    let Some((_, &translation)) = found else {
        let options = if wanted.edition == Edition::EasyRead { "new translation --easy" } else { "new translation" };
        return Err(usage(
            format!("`{}` has no file in `{}`{}", wanted.page, wanted.language, of_place(wanted)),
            format!("begin it with `fingerpost {options} {} --lang {}`", wanted.page, wanted.language),
        ));
    };
    translated_from(catalog, translation).map(|source| Pair { translation, source }).ok_or_else(|| {
        usage(
            format!(
                "`{}` is in no other language, so nothing it was translated from",
                catalog.document(translation).path
            ),
            "name a page that is there in two languages".to_owned(),
        )
    })
}

fn of_place(wanted: &Wanted) -> String {
    wanted.local.as_ref().map(|local| format!(" of `{local}`")).unwrap_or_default()
}

/// The languages in which a page of a level is wanted.
fn languages(catalog: &Catalog, level: Level) -> &[Language] {
    match level {
        Level::Base => &catalog.portal.languages,
        Level::Overlay(place) => catalog.languages(place),
    }
}
