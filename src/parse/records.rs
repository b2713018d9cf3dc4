//! Turns all sources of a portal into its records and documents.

mod kind;
mod rules;
mod record_rules;
mod service_rules;
mod leaflet_rules;
mod audit_rules;
mod remembered;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use self::kind::{FileKind, SourceKind};
pub use self::record_rules::in_the_kingdom;
pub use self::remembered::Remembered;
use self::rules::{Record, Rule};
use super::yaml::Read;
use super::{Content, Document, document, markdown, yaml};
use crate::config::{BASE_THEME, Portal};
use crate::diag::{Code, Diagnosed, Finding, Place, Step};
use crate::load::{Source, Sources};
use crate::model::{
    Audience, Audit, BadId, Fact, FactId, Holder, Language, LeafletId, LeafletRecord, Locality, LocalityId,
    Organisation, Picture, Service, ServiceId, Table, Term, TermId, Topic, Venue, Withdrawn,
};

/// Everything that a portal's files say, before any reference is followed. Order is that of the files.
#[derive(Clone, Debug, Default)]
pub struct Records {
    pub portal: Option<Portal>,
    pub localities: Vec<Located<Locality>>,
    pub topics: Vec<Located<Topic>>,
    pub audiences: Vec<Located<Audience>>,
    /// Records that an overlay may replace carry the overlay they lie in.
    pub organisations: Vec<Overlaid<Organisation>>,
    pub venues: Vec<Overlaid<Venue>>,
    pub facts: Vec<Overlaid<(FactId, Fact)>>,
    pub services: Vec<Overlaid<ParsedService>>,
    pub leaflets: Vec<Overlaid<(LeafletId, LeafletRecord)>>,
    pub holders: Vec<Overlaid<Holder>>,
    pub withdrawn: Vec<Located<Withdrawn>>,
    pub audits: Vec<Located<Audit>>,
    pub glossary: BTreeMap<Language, Table<TermId, Term>>,
    pub pictures: Vec<Located<Picture>>,
    pub documents: Vec<Document>,
}

/// A record and where it stands: a file, and the steps to its node in it.
#[derive(Clone, Debug, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Located<T> {
    pub value: T,
    pub place: Place,
}

#[derive(Clone, Debug, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Overlaid<T> {
    pub value: T,
    pub place: Place,
    pub overlay: Option<LocalityId>,
}

/// A service with its `about` texts parsed, by language; the record's own language is the portal's first.
#[derive(Clone, Debug, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct ParsedService {
    pub id: ServiceId,
    pub service: Service,
    /// The language of the record.
    language: Language,
    /// None where an earlier build read the file, and this one has no need of its texts.
    #[borsh(skip)]
    about: Option<BTreeMap<Language, Arc<Content>>>,
}

impl ParsedService {
    /// The `about` texts; none where this build leaves the service's pages as they were.
    pub fn about(&self) -> Option<&BTreeMap<Language, Arc<Content>>> {
        self.about.as_ref()
    }

    /// Where the `about` text in a language stands in the record.
    pub fn about_steps(&self, language: Language) -> Vec<Step> {
        if language == self.language {
            vec!["about".into()]
        } else {
            vec!["in".into(), language.as_str().into(), "about".into()]
        }
    }

    /// Parses the `about` texts of the record in `file`. Findings in them point at the key: their own place is in the
    /// text alone.
    fn read_about(&mut self, file: &Arc<str>, into: &mut Vec<Finding>) {
        let own = self.service.about.as_ref().map(|text| (self.language, text));
        let translations = self.service.translations.iter();
        let others = translations.filter_map(|(&language, words)| Some((language, words.about.as_ref()?)));
        let mut about = BTreeMap::new();
        for (language, text) in own.into_iter().chain(others) {
            let parsed = markdown::parse(file, text, 0..text.len());
            let place = Place::key(file, self.about_steps(language));
            into.extend(parsed.findings.into_iter().map(|finding| finding.at(place.clone())));
            about.insert(language, Arc::new(parsed.value));
        }
        self.about = Some(about);
    }
}

/// Parses every source, in parallel; findings are merged in the order of the files. What an earlier build made of a file
/// is taken over, without the texts of documents: `texts` reads those that are needed.
pub fn parse(sources: &Sources, remembered: Remembered) -> Diagnosed<Records> {
    let mut findings = Vec::new();
    let portal = portal(sources).take(&mut findings);
    if !sources.files.contains_key(LOCALITIES) {
        findings.push(missing(LOCALITIES, SMALLEST_LOCALITIES));
    }
    let language = portal.as_ref().and_then(|portal| portal.languages.first().copied()).unwrap_or_else(english);
    let files = sources.files.values().filter(|source| source.path.starts_with("content/"));
    let files: Vec<_> = files.filter(|source| !remembered.holds(source)).collect();
    // A part for each run of files that one thread read: one for each file would take more room than the files.
    let parts: Vec<Diagnosed<Records>> = files
        .into_par_iter()
        .fold(Diagnosed::<Records>::default, |mut part, source| {
            part.value.read(source, language, &mut part.findings);
            part
        })
        .collect();
    let mut records = remembered.take(sources, language);
    records.documents.reserve_exact(parts.iter().map(|part| part.value.documents.len()).sum());
    records.services.reserve_exact(parts.iter().map(|part| part.value.services.len()).sum());
    for part in parts {
        records.join(part.take(&mut findings));
    }
    records.sort();
    records.lay_on_theme(sources, portal.as_ref(), &mut findings);
    records.portal = portal;
    Diagnosed::new(records, findings)
}

/// The document in a file, if it holds one.
pub fn document(source: &Source) -> Diagnosed<Option<Document>> {
    let known = kind::of(&source.path).map(|SourceKind { overlay, kind }| (overlay, kind));
    match (known, source.text()) {
        (Ok((overlay, FileKind::Page(inside))), Some(text)) => document::parse(&source.path, inside, overlay, text),
        _ => Diagnosed::clean(None),
    }
}

/// Parses the texts of documents that are `wanted` and came without.
pub fn texts(documents: &mut [Document], sources: &Sources, wanted: impl Fn(&Document) -> bool + Sync) {
    documents.par_iter_mut().filter(|document| document.content().is_none() && wanted(document)).for_each(|document| {
        let source = sources.files.get(&document.path).and_then(Source::text);
        document.read_text(source.expect("a document's file is read before its text is parsed"));
    });
}

/// Parses the texts of services that came without; an earlier build found no fault with them.
pub fn service_texts(services: &mut [Overlaid<ParsedService>]) {
    services.par_iter_mut().filter(|service| service.value.about.is_none()).for_each(|service| {
        service.value.read_about(&service.place.file, &mut Vec::new());
    });
}

/// Gives back the texts of services' files: all that they say is in their records.
pub fn forget_texts(services: &[Overlaid<ParsedService>], sources: &mut Sources) {
    for service in services {
        sources.forget(&service.place.file);
    }
}

/// What is wrong with a fact by itself, as a file of facts would say it.
pub fn check_fact(value: &Fact, place: &Place) -> Vec<Finding> {
    let mut findings = Vec::new();
    rules::run(record_rules::FACT, &Record { value, place, whole: true }, &mut findings);
    findings
}

const PORTAL: &str = "content/portal.yaml";
const LOCALITIES: &str = "content/localities.yaml";

const SMALLEST_PORTAL: &str = "\
name: Help for carers
base_url: https://carers.example.org
languages: [en]
organisation: our-carers-centre";

const SMALLEST_LOCALITIES: &str = "- { id: uk, kind: country, gss: K02000001, name: United Kingdom }";

fn missing(path: &str, smallest: &str) -> Finding {
    Finding::new(Code::MissingFile, format!("there is no `{path}`"))
        .at(Place::file(&path.into()))
        .help(format!("make it; the smallest one that works is\n{smallest}"))
}

/// The language of records whose portal cannot be read; such a portal is never published.
fn english() -> Language {
    "en".parse().expect("`en` is a language")
}

/// The settings, which the other files are read by.
fn portal(sources: &Sources) -> Diagnosed<Option<Portal>> {
    let Some(source) = sources.files.get(PORTAL) else {
        return Diagnosed::new(None, vec![missing(PORTAL, SMALLEST_PORTAL)]);
    };
    // A file that is no text has its finding from where it was loaded.
    let Some(text) = source.text() else { return Diagnosed::clean(None) };
    let mut read = yaml::read::<Portal>(&source.path, text, 0..text.len());
    if let Some(value) = &read.value {
        let place = Place::key(&source.path, []);
        let record = Record { value, place: &place, whole: read.findings.is_empty() };
        rules::run(record_rules::PORTAL, &record, &mut read.findings);
        rules::run(audit_rules::PORTAL, &record, &mut read.findings);
    }
    read
}

/// A file of records and what is known of it before it is read.
struct File<'a> {
    path: &'a Arc<str>,
    text: &'a Arc<str>,
    overlay: Option<LocalityId>,
    language: Language,
}

impl Records {
    /// Adds what one file says.
    fn read(&mut self, source: &Source, language: Language, into: &mut Vec<Finding>) {
        match kind::of(&source.path) {
            Ok(SourceKind { overlay, kind }) => match source.text() {
                Some(text) => self.add(File { path: &source.path, text, overlay, language }, kind, into),
                None if kind == FileKind::Aside => {}
                None => into.push(
                    Finding::new(Code::NotUtf8, "this file is not text")
                        .at(Place::file(&source.path))
                        .help("save it as UTF-8 text"),
                ),
            },
            Err(finding) => into.push(finding),
        }
    }

    /// Puts what was parsed in the order of files among what was remembered. Both are in it by themselves.
    fn sort(&mut self) {
        self.documents.sort_by(|a, b| a.path.cmp(&b.path));
        self.services.sort_by(|a, b| a.place.file.cmp(&b.place.file));
        self.venues.sort_by(|a, b| a.place.file.cmp(&b.place.file));
        self.pictures.sort_by(|a, b| a.place.file.cmp(&b.place.file));
    }

    /// Puts before the portal's pictures those that come with its theme, and before them those of the theme on which every
    /// other is laid.
    fn lay_on_theme(&mut self, sources: &Sources, portal: Option<&Portal>, into: &mut Vec<Finding>) {
        let all = std::mem::take(&mut self.pictures).into_iter();
        let (mut of_themes, own): (Vec<_>, Vec<_>) = all.partition(|picture| picture.place.file.starts_with("themes/"));
        let theme = portal.map(|portal| portal.theme.as_str()).filter(|theme| *theme != BASE_THEME);
        let lists = std::iter::once(BASE_THEME).chain(theme).map(|theme| format!("themes/{theme}/pictures.yaml"));
        for source in lists.filter_map(|path| sources.files.get(path.as_str())) {
            let known = of_themes.extract_if(.., |picture| picture.place.file == source.path);
            let before = self.pictures.len();
            self.pictures.extend(known);
            if let Some(text) = source.text().filter(|_| self.pictures.len() == before) {
                let file = File { path: &source.path, text, overlay: None, language: english() };
                self.pictures.extend(file.pictures(into));
            }
        }
        self.pictures.extend(own);
    }

    fn add(&mut self, file: File<'_>, kind: FileKind<'_>, into: &mut Vec<Finding>) {
        match kind {
            FileKind::Portal | FileKind::Aside => {}
            FileKind::Localities => self.localities.extend(file.list(record_rules::LOCALITY, into)),
            FileKind::Topics => self.topics.extend(file.list(&[], into)),
            FileKind::Audiences => self.audiences.extend(file.list(&[], into)),
            FileKind::Organisations => self.organisations.extend(file.overlaid(record_rules::ORGANISATION, into)),
            FileKind::Venues => self.venues.extend(file.overlaid(record_rules::VENUE, into)),
            FileKind::Pictures => self.pictures.extend(file.pictures(into)),
            FileKind::Facts => self.facts.extend(file.facts(into)),
            FileKind::Glossary => self.glossary.extend(file.glossary(into)),
            FileKind::Service(id) => self.services.extend(file.service(id, into)),
            FileKind::Leaflet(id) => self.leaflets.extend(file.leaflet(id, into)),
            FileKind::Withdrawn => self.withdrawn.extend(file.list(leaflet_rules::WITHDRAWN, into)),
            FileKind::Audits => self.audits.extend(file.list(audit_rules::AUDIT, into)),
            FileKind::Holders => self.holders.extend(file.overlaid(leaflet_rules::HOLDER, into)),
            FileKind::Page(inside) => {
                self.documents.extend(document::parse(file.path, inside, file.overlay, file.text).take(into));
            }
        }
    }

    fn join(&mut self, other: Self) {
        let Self { portal: _, localities, topics, audiences, organisations, venues, facts, services, .. } = other;
        self.localities.extend(localities);
        self.topics.extend(topics);
        self.audiences.extend(audiences);
        self.organisations.extend(organisations);
        self.venues.extend(venues);
        self.facts.extend(facts);
        self.services.extend(services);
        self.leaflets.extend(other.leaflets);
        self.holders.extend(other.holders);
        self.withdrawn.extend(other.withdrawn);
        self.audits.extend(other.audits);
        self.glossary.extend(other.glossary);
        self.pictures.extend(other.pictures);
        self.documents.extend(other.documents);
    }
}

impl File<'_> {
    fn place(&self, step: Step) -> Place {
        Place::key(self.path, [step])
    }

    /// Records of a list, each checked by `rules`.
    fn list<T: DeserializeOwned>(&self, rules: &[Rule<T>], into: &mut Vec<Finding>) -> Vec<Located<T>> {
        let mut records = Vec::new();
        for Read { step, value, whole } in yaml::read_list::<T>(self.path, self.text).take(into) {
            let place = self.place(step);
            rules::run(rules, &Record { value: &value, place: &place, whole }, into);
            records.push(Located { value, place });
        }
        records
    }

    fn overlaid<T: DeserializeOwned>(&self, rules: &[Rule<T>], into: &mut Vec<Finding>) -> Vec<Overlaid<T>> {
        let records = self.list(rules, into).into_iter();
        records.map(|Located { value, place }| Overlaid { value, place, overlay: self.overlay.clone() }).collect()
    }

    fn pictures(&self, into: &mut Vec<Finding>) -> Vec<Located<Picture>> {
        let records = self.list(record_rules::PICTURE, into).into_iter();
        records.map(|Located { value, place }| Located { value: Picture::of(value, self.path), place }).collect()
    }

    fn facts(&self, into: &mut Vec<Finding>) -> Vec<Overlaid<(FactId, Fact)>> {
        let mut facts = Vec::new();
        for Read { step, value: fact, whole } in yaml::read_table::<Fact>(self.path, self.text).take(into) {
            let id = FactId::new(step.name());
            let place = self.place(step);
            rules::run(record_rules::FACT, &Record { value: &fact, place: &place, whole }, into);
            match id {
                Ok(id) => facts.push(Overlaid { value: (id, fact), place, overlay: self.overlay.clone() }),
                Err(problem) => into.push(Finding::worded(Code::BadValue, &problem.to_string()).at(place)),
            }
        }
        facts
    }

    fn glossary(&self, into: &mut Vec<Finding>) -> BTreeMap<Language, Table<TermId, Term>> {
        let mut glossary = BTreeMap::new();
        for Read { step, value: terms, .. } in yaml::read_table::<Table<TermId, Term>>(self.path, self.text).take(into)
        {
            match step.name().parse::<Language>() {
                Ok(language) => drop(glossary.insert(language, terms)),
                Err(problem) => into.push(Finding::worded(Code::BadValue, &problem).at(self.place(step))),
            }
        }
        glossary
    }

    /// The id that the file's name gives.
    fn named<T>(&self, id: Result<T, BadId>, into: &mut Vec<Finding>) -> Option<T> {
        match id {
            Ok(id) => Some(id),
            Err(problem) => {
                into.push(Finding::worded(Code::FileName, &problem.to_string()).at(Place::file(self.path)));
                None
            }
        }
    }

    fn leaflet(self, id: &str, into: &mut Vec<Finding>) -> Option<Overlaid<(LeafletId, LeafletRecord)>> {
        let place = Place::key(self.path, []);
        let id = self.named(LeafletId::new(id), into)?;
        let read = yaml::read::<LeafletRecord>(self.path, self.text, 0..self.text.len());
        let whole = read.findings.is_empty();
        let leaflet = read.take(into)?;
        rules::run(leaflet_rules::LEAFLET, &Record { value: &leaflet, place: &place, whole }, into);
        Some(Overlaid { value: (id, leaflet), place, overlay: self.overlay })
    }

    fn service(self, id: &str, into: &mut Vec<Finding>) -> Option<Overlaid<ParsedService>> {
        let place = Place::key(self.path, []);
        let id = self.named(ServiceId::new(id), into)?;
        let read = yaml::read::<Service>(self.path, self.text, 0..self.text.len());
        let whole = read.findings.is_empty();
        let service = read.take(into)?;
        rules::run(service_rules::SERVICE, &Record { value: &service, place: &place, whole }, into);
        let mut parsed = ParsedService { id, service, language: self.language, about: None };
        parsed.read_about(self.path, into);
        Some(Overlaid { value: parsed, place, overlay: self.overlay })
    }
}
