//! Turns a translation's record of its source into whether the source has changed since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{Catalog, DocIx, Level};
use crate::model::Translation;
use crate::parse::Document;
use crate::parse::markdown::block_hashes;

/// A translation whose source has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staleness {
    pub source: DocIx,
    /// Blocks of the source that the translation does not know.
    pub changed: usize,
    /// The day of the translation, since when the source has changed.
    pub since: Option<Date>,
}

/// All translations of a build whose sources have changed. Every source is looked at once, however many translations
/// and pages there are of it.
#[derive(Debug, Default)]
pub struct StaleTranslations(BTreeMap<DocIx, Staleness>);

impl StaleTranslations {
    pub fn find(catalog: &Catalog) -> Self {
        use rayon::prelude::*;
        let last = u32::try_from(catalog.documents.len()).expect("fewer than 4 billion files");
        let pair = |doc| recorded(catalog, doc).and_then(|_| Some((doc, source(catalog, doc)?)));
        let pairs: Vec<(DocIx, DocIx)> = (0..last).map(DocIx).filter_map(pair).collect();
        let sources: BTreeSet<DocIx> = pairs.iter().map(|(_, source)| *source).collect();
        let hashes: BTreeMap<DocIx, Vec<String>> =
            sources.into_par_iter().filter_map(|source| Some((source, blocks(catalog, source)?))).collect();
        let stale = pairs
            .into_iter()
            .filter_map(|(doc, source)| Some((doc, compare(recorded(catalog, doc)?, source, hashes.get(&source)?)?)));
        Self(stale.collect())
    }

    pub fn get(&self, doc: DocIx) -> Option<&Staleness> {
        self.0.get(&doc)
    }

    /// In the order of documents.
    pub fn all(&self) -> impl Iterator<Item = (DocIx, &Staleness)> {
        self.0.iter().map(|(doc, stale)| (*doc, stale))
    }
}

/// Whether a document is a translation whose source has changed since, block by block. None where nothing is recorded,
/// and where the source's text was not read because the page stays as it was.
pub fn staleness(catalog: &Catalog, doc: DocIx) -> Option<Staleness> {
    let translation = recorded(catalog, doc)?;
    let source = source(catalog, doc)?;
    compare(translation, source, &blocks(catalog, source)?)
}

/// Whether a page that shows a document may change with the text of some files: that of the document itself, or of what
/// it was translated from.
pub fn depends_on(catalog: &Catalog, doc: DocIx, files: &BTreeSet<Arc<str>>) -> bool {
    let is_one = |doc| files.contains(&catalog.document(doc).path);
    is_one(doc) || recorded(catalog, doc).and_then(|_| source(catalog, doc)).is_some_and(is_one)
}

/// What a document records of the text that it translates.
fn recorded(catalog: &Catalog, doc: DocIx) -> Option<&Translation> {
    catalog.document(doc).front.translation.as_ref().filter(|translation| !translation.of.is_empty())
}

fn blocks(catalog: &Catalog, source: DocIx) -> Option<Vec<String>> {
    catalog.document(source).content().map(block_hashes)
}

fn compare(translation: &Translation, source: DocIx, blocks: &[String]) -> Option<Staleness> {
    if blocks == translation.of {
        return None;
    }
    let new = blocks.iter().filter(|block| !translation.of.contains(block)).count();
    let gone = translation.of.iter().filter(|block| !blocks.contains(block)).count();
    Some(Staleness { source, changed: new.max(gone).max(1), since: translation.date })
}

/// The document that a translation was made from: the same page, edition and level, in the first other language of
/// the fallback chain, then of the portal, that has it.
pub fn source(catalog: &Catalog, doc: DocIx) -> Option<DocIx> {
    let document: &Document = catalog.document(doc);
    let scoped = catalog.pages.scoped(doc)?;
    let level: Level = scoped.level;
    let entry = catalog.pages.get(scoped.page);
    let chain = catalog.portal_chain(document.language);
    let languages = chain.iter().skip(1).chain(&catalog.portal.languages).filter(|&&other| other != document.language);
    languages.into_iter().find_map(|&language| entry.version(document.edition, level, language))
}
