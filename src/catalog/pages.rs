//! Turns documents into pages: which files hold a page, in which language, edition and overlay.

use std::collections::BTreeMap;

use super::{Level, Places};
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::model::{Edition, Language, PageId};
use crate::parse::Document;
use crate::parse::content::{BlockKind, LinkTarget, Value};

/// A document by its position among all documents, which is the order of their paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocIx(pub u32);

/// A page by its position among all pages, which is the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIx(pub u32);

/// A page and the files that hold it.
#[derive(Debug)]
pub struct PageEntry {
    pub id: PageId,
    pub versions: BTreeMap<(Edition, Level, Language), DocIx>,
    /// The nearest page above it; none for the home page.
    pub section: Option<PageIx>,
    pub children: Vec<PageIx>,
}

impl PageEntry {
    pub fn version(&self, edition: Edition, level: Level, language: Language) -> Option<DocIx> {
        self.versions.get(&(edition, level, language)).copied()
    }
}

/// What is known of a document once all pages are known.
#[derive(Debug)]
pub struct Scoped {
    pub page: PageIx,
    pub level: Level,
    /// The page each link leads to, by the link's number; none for other links and for pages that do not exist.
    pub links: Vec<Option<PageIx>>,
    /// Whether its text can differ between localities: it has values, conditions or lists that depend on the place.
    pub varies: bool,
}

/// All pages, sorted by id.
#[derive(Debug)]
pub struct Pages {
    entries: Vec<PageEntry>,
    index: BTreeMap<PageId, PageIx>,
    /// By document.
    scoped: Vec<Option<Scoped>>,
}

impl Pages {
    pub fn build(documents: &[Document], places: &Places) -> Diagnosed<Self> {
        let mut findings = Vec::new();
        let mut versions: BTreeMap<PageId, BTreeMap<(Edition, Level, Language), DocIx>> = BTreeMap::new();
        let mut levels = Vec::with_capacity(documents.len());
        for (position, document) in documents.iter().enumerate() {
            let place = Place::file(&document.path);
            let level = super::levels::level(document.overlay.as_ref(), &place, places, &mut findings);
            levels.push(level);
            let Some(level) = level else { continue };
            let key = (document.edition, level, document.language);
            let of_page = versions.entry(document.page.clone()).or_default();
            let doc = DocIx(u32::try_from(position).expect("fewer than 4 billion files"));
            if let Some(other) = of_page.insert(key, doc) {
                findings.push(two_sources(document, &documents[other.0 as usize]));
            }
        }
        let entries = link_sections(versions);
        let index: BTreeMap<_, _> = entries.iter().enumerate().map(|(at, entry)| (entry.id.clone(), ix(at))).collect();
        let scoped = documents.iter().zip(levels).map(|(document, level)| scope(document, level?, &index)).collect();
        Diagnosed::new(Self { entries, index, scoped }, findings)
    }

    pub fn get(&self, page: PageIx) -> &PageEntry {
        &self.entries[page.0 as usize]
    }

    pub fn find(&self, id: &PageId) -> Option<PageIx> {
        self.index.get(id).copied()
    }

    pub fn home(&self) -> Option<PageIx> {
        self.index.get(PageId::HOME).copied()
    }

    pub fn all(&self) -> impl Iterator<Item = PageIx> + use<> {
        (0..self.entries.len()).map(ix)
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes note of what another text of the same outline says.
    pub(super) fn edit(&mut self, doc: DocIx, document: &Document) {
        let scoped = &mut self.scoped[doc.0 as usize];
        let level = scoped.as_ref().map(|scoped| scoped.level);
        *scoped = level.and_then(|level| scope(document, level, &self.index));
    }

    /// What is known of a document; none if it lies in an overlay for no place.
    pub fn scoped(&self, doc: DocIx) -> Option<&Scoped> {
        self.scoped[doc.0 as usize].as_ref()
    }
}

fn ix(position: usize) -> PageIx {
    PageIx(u32::try_from(position).expect("fewer than 4 billion pages"))
}

fn two_sources(document: &Document, other: &Document) -> Finding {
    let message = format!("the page `{}` in `{}` is written in two files", document.page, document.language);
    let help = format!("keep one of `{}` and `{}`", other.path, document.path);
    Finding::new(Code::TwoSources, message).at(Place::file(&document.path)).help(help)
}

fn link_sections(versions: BTreeMap<PageId, BTreeMap<(Edition, Level, Language), DocIx>>) -> Vec<PageEntry> {
    let positions: BTreeMap<PageId, PageIx> =
        versions.keys().enumerate().map(|(position, id)| (id.clone(), ix(position))).collect();
    let above = |id: &PageId| {
        std::iter::successors(id.parent(), PageId::parent).find_map(|parent| positions.get(&parent).copied())
    };
    let mut entries: Vec<PageEntry> = versions
        .into_iter()
        .map(|(id, versions)| PageEntry { section: above(&id), id, versions, children: Vec::new() })
        .collect();
    for position in 0..entries.len() {
        if let Some(section) = entries[position].section {
            entries[section.0 as usize].children.push(ix(position));
        }
    }
    entries
}

fn scope(document: &Document, level: Level, index: &BTreeMap<PageId, PageIx>) -> Option<Scoped> {
    let Some(content) = document.content() else {
        // Nobody asks: the page stays as it was.
        return Some(Scoped { page: *index.get(&document.page)?, level, links: Vec::new(), varies: true });
    };
    let links = content.links.iter().map(|link| match &link.target {
        LinkTarget::Page(id, _) => index.get(id).copied(),
        _ => None,
    });
    let varying_block = |kind: &BlockKind| {
        matches!(kind, BlockKind::Only(_) | BlockKind::Except(_) | BlockKind::Services(_) | BlockKind::Contact)
    };
    let varies = content.values.iter().any(|hole| !matches!(hole.value, Value::Term(_)))
        || content.blocks.iter().any(|block| varying_block(&block.kind))
        || content.links.iter().any(|link| matches!(link.target, LinkTarget::Service(_)));
    Some(Scoped { page: *index.get(&document.page)?, level, links: links.collect(), varies })
}
