//! Turns all pages into rows that say which are translated, and from which state of their source.

use std::collections::{BTreeMap, BTreeSet};

use super::languages;
use crate::catalog::{Catalog, DocIx, Level, PageEntry};
use crate::model::{Edition, Language};
use crate::resolve::{Staleness, staleness, translated_from};

/// A page in a language that it was not written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub language: Language,
    /// What it is, or would be, a translation of.
    pub source: DocIx,
    pub state: State,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Made from the source as it is.
    Complete(DocIx),
    Stale(DocIx, Staleness),
    /// It does not say of which state of the source it is.
    Unknown(DocIx),
    Missing,
}

/// Every translation that there is or could be, in the order of pages, editions, places and the portal's languages.
pub fn status(catalog: &Catalog) -> Vec<Row> {
    catalog.pages.all().flat_map(|page| of_page(catalog, catalog.pages.get(page))).collect()
}

fn of_page(catalog: &Catalog, entry: &PageEntry) -> Vec<Row> {
    let mut texts: BTreeMap<(Edition, Level), BTreeMap<Language, DocIx>> = BTreeMap::new();
    for (&(edition, level, language), &doc) in &entry.versions {
        texts.entry((edition, level)).or_default().insert(language, doc);
    }
    texts.into_iter().flat_map(|((_, level), versions)| of_text(catalog, level, &versions)).collect()
}

/// One text in all its languages. The first that does not call itself a translation is the original.
fn of_text(catalog: &Catalog, level: Level, versions: &BTreeMap<Language, DocIx>) -> Vec<Row> {
    let wanted = languages(catalog, level);
    let others: BTreeSet<Language> = versions.keys().copied().filter(|language| !wanted.contains(language)).collect();
    let order: Vec<Language> = wanted.iter().copied().chain(others).collect();
    let there: Vec<DocIx> = order.iter().filter_map(|language| versions.get(language).copied()).collect();
    let is_translation = |doc: &DocIx| catalog.document(*doc).front.translation.is_some();
    let original = there.iter().copied().find(|doc| !is_translation(doc)).or_else(|| there.first().copied());
    let row = |language: Language| match versions.get(&language) {
        Some(&doc) if Some(doc) == original && !is_translation(&doc) => None,
        Some(&doc) => Some(Row { language, source: translated_from(catalog, doc)?, state: state(catalog, doc) }),
        None => Some(Row { language, source: original?, state: State::Missing }),
    };
    order.into_iter().filter_map(row).collect()
}

fn state(catalog: &Catalog, doc: DocIx) -> State {
    let known = catalog.document(doc).front.translation.as_ref().is_some_and(|translation| !translation.of.is_empty());
    match staleness(catalog, doc) {
        Some(stale) => State::Stale(doc, stale),
        None if known => State::Complete(doc),
        None => State::Unknown(doc),
    }
}
