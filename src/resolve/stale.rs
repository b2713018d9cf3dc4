//! Turns a translation's record of its source into whether the source has changed since.

use jiff::civil::Date;

use crate::catalog::{Catalog, DocIx, Level};
use crate::parse::Document;

/// A translation whose source has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staleness {
    pub source: DocIx,
    /// Blocks of the source that the translation does not know.
    pub changed: usize,
    /// The day of the translation, since when the source has changed.
    pub since: Option<Date>,
}

/// Whether a document is a translation whose source has changed since, block by block. None where nothing is recorded,
/// and where the source's text was not read because the page stays as it was.
pub fn staleness(catalog: &Catalog, doc: DocIx) -> Option<Staleness> {
    let document = catalog.document(doc);
    let translation = document.front.translation.as_ref().filter(|translation| !translation.of.is_empty())?;
    let source = source(catalog, doc)?;
    let blocks = &catalog.document(source).content()?.block_hashes;
    if *blocks == translation.of {
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
