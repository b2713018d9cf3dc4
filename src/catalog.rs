//! Turns all records and documents into one index: ids, references, trees and addresses.

mod languages;
mod places;
mod levels;
mod paths;
mod pages;
mod references;
mod pictures;
mod leaflets;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Portal;
use crate::diag::{Diagnosed, Finding};
use crate::load::Sources;
use crate::model::{
    Audience, AudienceId, Audit, Fact, FactId, Holder, HolderId, Language, LeafletId, LeafletRecord, Organisation,
    OrganisationId, Picture, PictureId, ServiceId, Table, Term, TermId, Topic, TopicId, Venue, VenueId, Withdrawn,
};
use crate::parse::Document;
use crate::parse::records::{Located, ParsedService, Records};

pub use levels::{Level, Levelled};
pub use pages::{DocIx, PageEntry, PageIx, Pages, Scoped};
pub use paths::Paths;
pub use places::{PlaceIx, Places};
pub use references::deeper;

/// Everything that a portal says, by id, with every reference followed and checked.
#[derive(Debug)]
pub struct Catalog {
    pub portal: Portal,
    pub places: Places,
    /// In the order in which they are shown.
    pub topics: Vec<Topic>,
    pub audiences: Vec<Audience>,
    pub organisations: Levelled<OrganisationId, Located<Organisation>>,
    pub venues: Levelled<VenueId, Located<Venue>>,
    pub facts: Levelled<FactId, Located<Fact>>,
    pub services: Levelled<ServiceId, ServiceEntry>,
    pub leaflets: Levelled<LeafletId, Located<LeafletRecord>>,
    pub holders: Levelled<HolderId, Located<Holder>>,
    /// Prints that are no longer made.
    pub withdrawn: Vec<Located<Withdrawn>>,
    /// Tests of the site, and reviews of its accessibility statement, in the order of the file.
    pub audits: Vec<Located<Audit>>,
    pub glossary: BTreeMap<Language, Table<TermId, Term>>,
    pub pictures: BTreeMap<PictureId, Picture>,
    pub documents: Vec<Document>,
    pub pages: Pages,
    pub paths: Paths,
    /// Files of `content/static/`, from that folder.
    pub statics: BTreeSet<String>,
    /// All sources by path, for images and pictures.
    pub files: BTreeSet<Arc<str>>,
}

/// A service with the places whose people it serves.
#[derive(Clone, Debug)]
pub struct ServiceEntry {
    pub parsed: ParsedService,
    pub place: crate::diag::Place,
    /// Sorted; codes that a locality covers count as that locality.
    pub area: Vec<PlaceIx>,
}

impl ServiceEntry {
    /// Where its `about` text in a language stands.
    pub fn about_place(&self, language: Language) -> crate::diag::Place {
        crate::diag::Place::key(&self.place.file, self.parsed.about_steps(language))
    }
}

impl Catalog {
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    pub fn audience(&self, id: &AudienceId) -> Option<&Audience> {
        self.audiences.iter().find(|audience| audience.id == *id)
    }

    pub fn document(&self, doc: DocIx) -> &Document {
        &self.documents[doc.0 as usize]
    }

    /// The document in a file.
    pub fn document_in(&self, file: &str) -> Option<DocIx> {
        let at = self.documents.iter().position(|document| &*document.path == file)?;
        Some(DocIx(u32::try_from(at).expect("fewer than 4 billion files")))
    }

    /// Puts an edited document in the place of the one in the same file, whose outline it has. Gives its page.
    pub fn edit(&mut self, document: Document) -> Option<PageIx> {
        let doc = self.document_in(&document.path)?;
        self.pages.edit(doc, &document);
        self.documents[doc.0 as usize] = document;
        self.pages.scoped(doc).map(|scoped| scoped.page)
    }

    /// A language, then those it falls back to, as the portal says for addresses: the same in every locality.
    pub fn portal_chain(&self, language: Language) -> Vec<Language> {
        chain(language, &self.portal.fallback)
    }

    /// A language, then those it falls back to in a place; the nearest locality with a `fallback` of its own wins.
    pub fn chain(&self, place: PlaceIx, language: Language) -> Vec<Language> {
        chain(language, self.fallback(place))
    }

    /// The languages of `chain`, some perhaps twice, for who only looks for the first that has something.
    pub fn in_turn(&self, place: PlaceIx, language: Language) -> impl Iterator<Item = Language> + '_ {
        std::iter::once(language).chain(self.fallback(place).get(&language).into_iter().flatten().copied())
    }

    fn fallback(&self, place: PlaceIx) -> &Table<Language, Vec<Language>> {
        let own = self.places.chain(place).find_map(|at| self.places.get(at).fallback.as_ref());
        own.unwrap_or(&self.portal.fallback)
    }

    /// The languages a place is published in, in reading order.
    pub fn languages(&self, place: PlaceIx) -> &[Language] {
        self.places
            .chain(place)
            .map(|at| &self.places.get(at).languages)
            .find(|languages| !languages.is_empty())
            .unwrap_or(&self.portal.languages)
    }
}

fn chain(language: Language, fallback: &Table<Language, Vec<Language>>) -> Vec<Language> {
    let mut chain = vec![language];
    for next in fallback.get(&language).into_iter().flatten() {
        if !chain.contains(next) {
            chain.push(*next);
        }
    }
    chain
}

/// Indexes a portal. `None` where its settings or places are so wrong that nothing more can be said.
pub fn build(records: Records, sources: &Sources) -> Diagnosed<Option<Catalog>> {
    let mut findings = languages::check(&records);
    let value = index(records, sources, &mut findings);
    Diagnosed::new(value, findings)
}

fn index(records: Records, sources: &Sources, findings: &mut Vec<Finding>) -> Option<Catalog> {
    let portal = records.portal?;
    let places = Places::build(records.localities).take(findings)?;
    let topics = references::unique(records.topics, |topic| topic.id.as_str(), findings);
    let audiences = references::unique(records.audiences, |audience| audience.id.as_str(), findings);
    let pictures = pictures::table(records.pictures, sources, findings);
    let organisations = levels::organisations(records.organisations, &places, findings);
    let venues = levels::venues(records.venues, &places, findings);
    let facts = levels::facts(records.facts, &places, findings);
    let services = levels::services(records.services, &places, findings);
    let leaflets = levels::leaflets(records.leaflets, &places, findings);
    let holders = levels::holders(records.holders, &places, findings);
    let pages = Pages::build(&records.documents, &places).take(findings);
    let paths = Paths::build(&portal, &places, &pages, &records.documents).take(findings);
    let catalog = Catalog {
        portal,
        places,
        topics,
        audiences,
        organisations,
        venues,
        facts,
        services,
        leaflets,
        holders,
        withdrawn: records.withdrawn,
        audits: records.audits,
        glossary: records.glossary,
        pictures,
        documents: records.documents,
        pages,
        paths,
        statics: sources
            .files
            .keys()
            .filter_map(|path| path.strip_prefix("content/static/"))
            .map(str::to_owned)
            .collect(),
        files: sources.files.keys().cloned().collect(),
    };
    references::check(&catalog, findings);
    leaflets::check(&catalog, findings);
    Some(catalog)
}
