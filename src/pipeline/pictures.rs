//! Turns a portal's pictures into a list of what each means and where it is shown, and into a page to choose from.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use serde::Serialize;
use tera::{Context, Tera};

use super::open::{Opened, open};
use super::{Failure, Options, Report};
use crate::catalog::Catalog;
use crate::io::Files;
use crate::load::Sources;
use crate::model::{Direction, Language, Localized, Picture, PictureId};
use crate::parse::content::BlockKind;

/// A picture as programs read it; the names of these fields are a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureRow {
    pub id: PictureId,
    pub file: String,
    /// By language; under `*` where it is the same in all.
    pub means: BTreeMap<String, String>,
    pub tags: Vec<String>,
    pub licence: String,
    pub credit: String,
    pub author: Option<String>,
    pub source: Option<String>,
    /// The files of the pages that show it.
    pub used: Vec<String>,
}

impl PictureRow {
    /// The meaning in the first of `languages` that has one.
    pub fn meaning(&self, languages: &[Language]) -> &str {
        let first = languages.iter().find_map(|language| self.means.get(language.as_str()));
        first.or_else(|| self.means.values().next()).map_or("", String::as_str)
    }
}

/// Which pictures are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    Unused,
}

/// The pictures that a portal may show, by id.
#[derive(Clone, Debug)]
pub struct Pictures {
    pub rows: Vec<PictureRow>,
    /// The portal's languages.
    pub languages: Vec<Language>,
}

/// Reads a portal. Nothing is there where the portal's settings or places cannot be read; the report says why.
///
/// # Errors
/// What the disk does.
pub fn pictures(files: &dyn Files, options: &Options, which: Which) -> Result<(Option<Pictures>, Report), Failure> {
    let Opened { catalog, report, .. } = open(files, options)?;
    Ok((catalog.map(|catalog| of_catalog(&catalog, which)), report))
}

fn of_catalog(catalog: &Catalog, which: Which) -> Pictures {
    let mut used: BTreeMap<&PictureId, Vec<String>> = BTreeMap::new();
    for document in &catalog.documents {
        for block in document.content().map_or(&[][..], |content| &content.blocks) {
            let BlockKind::Row { picture } = &block.kind else { continue };
            let files = used.entry(picture).or_default();
            if files.last().is_none_or(|last| **last != *document.path) {
                files.push(document.path.to_string());
            }
        }
    }
    let rows = catalog.pictures.values().map(|picture| row(picture, used.remove(&picture.id).unwrap_or_default()));
    let rows = rows.filter(|row| which == Which::All || row.used.is_empty()).collect();
    Pictures { rows, languages: catalog.portal.languages.clone() }
}

fn row(picture: &Picture, used: Vec<String>) -> PictureRow {
    let means = match &picture.means {
        Localized::Same(text) => [("*".to_owned(), text.clone())].into(),
        Localized::Each(texts) => texts.iter().map(|(language, text)| (language.to_string(), text.clone())).collect(),
    };
    PictureRow {
        id: picture.id.clone(),
        file: picture.path(),
        means,
        tags: picture.tags.clone(),
        licence: picture.licence.clone(),
        credit: picture.credit.clone(),
        author: picture.author.clone(),
        source: picture.source.clone(),
        used,
    }
}

/// What the gallery's template shows, and nothing else.
#[derive(Serialize)]
struct View<'a> {
    cards: Vec<Card<'a>>,
    unused: usize,
}

#[derive(Serialize)]
struct Card<'a> {
    row: &'a PictureRow,
    /// The picture itself.
    src: String,
    meanings: Vec<Meaning<'a>>,
}

#[derive(Serialize)]
struct Meaning<'a> {
    lang: Option<Language>,
    dir: Option<Direction>,
    text: &'a str,
}

/// One page with every picture in it: no script, no file beside it, nothing of another host.
pub fn gallery(pictures: &Pictures, sources: &Sources) -> String {
    let card = |row| Card { row, src: src(row, sources), meanings: meanings(row, &pictures.languages) };
    let unused = pictures.rows.iter().filter(|row| row.used.is_empty()).count();
    let view = View { cards: pictures.rows.iter().map(card).collect(), unused };
    let mut tera = Tera::new();
    let added = tera.add_raw_template("gallery.html", include_str!("pictures/gallery.html"));
    added.expect("the template is part of the program and tested");
    let context = Context::from_serialize(&view).expect("the view is plain data");
    tera.render("gallery.html", &context).expect("the template is tested with the view")
}

/// The meanings that the portal's readers get, in the portal's order.
fn meanings<'a>(row: &'a PictureRow, languages: &[Language]) -> Vec<Meaning<'a>> {
    let same = row.means.get("*").map(|text| Meaning { lang: None, dir: None, text });
    let each = languages.iter().filter_map(|&language| {
        let text = row.means.get(language.as_str())?;
        Some(Meaning { lang: Some(language), dir: Some(language.direction()), text })
    });
    same.into_iter().chain(each).collect()
}

fn src(row: &PictureRow, sources: &Sources) -> String {
    let Some(source) = sources.files.get(row.file.as_str()) else { return String::new() };
    let bytes = source.text().map(|text| text.as_bytes()).or(source.bytes()).unwrap_or_default();
    let kind = mime_guess::from_path(&row.file).first_or_octet_stream();
    format!("data:{kind},{}", percent_encode(bytes, NON_ALPHANUMERIC))
}
