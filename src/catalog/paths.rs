//! Turns slugs into the addresses of pages below a language: the same in every locality.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::references::deeper;
use super::{DocIx, Level, PageIx, Pages, Places, chain};
use crate::config::Portal;
use crate::diag::{Code, Diagnosed, Finding, Place, Step};
use crate::model::{Edition, Language, RESERVED, StandingPage};
use crate::parse::Document;

/// The address of each page in each language, from the language's home: `arian/lwfans-gofalwr/`, empty for home.
#[derive(Debug, Default)]
pub struct Paths {
    by_language: BTreeMap<Language, Vec<String>>,
}

impl Paths {
    pub fn get(&self, language: Language, page: PageIx) -> &str {
        self.by_language.get(&language).map_or("", |paths| &paths[page.0 as usize])
    }

    pub fn build(portal: &Portal, places: &Places, pages: &Pages, documents: &[Document]) -> Diagnosed<Self> {
        let mut findings = Vec::new();
        let builder = Builder { portal, pages, documents };
        let by_language =
            portal.languages.iter().map(|&language| (language, builder.language(language, &mut findings))).collect();
        builder.overlays_keep_slugs(&mut findings);
        place_names(portal, places, &mut findings);
        hosts(portal, places, &mut findings);
        Diagnosed::new(Self { by_language }, findings)
    }
}

struct Builder<'a> {
    portal: &'a Portal,
    pages: &'a Pages,
    documents: &'a [Document],
}

impl Builder<'_> {
    fn language(&self, language: Language, findings: &mut Vec<Finding>) -> Vec<String> {
        let languages = chain(language, &self.portal.fallback);
        let sources: Vec<Option<DocIx>> = self.pages.all().map(|page| self.slug_source(page, &languages)).collect();
        let mut folders: FxHashMap<&str, String> = FxHashMap::default();
        let path = |(page, source): (PageIx, &Option<DocIx>)| {
            let id = &self.pages.get(page).id;
            if id.is_home() {
                return String::new();
            }
            let doc = source.map(|doc| &self.documents[doc.0 as usize]);
            let slug = doc.and_then(|doc| doc.front.slug.as_ref()).map_or(id.name(), |slug| slug.as_str());
            let inside = id.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
            let folder = folders.entry(inside).or_insert_with(|| self.folder(page, &languages));
            format!("{folder}{slug}/")
        };
        let paths: Vec<String> = self.pages.all().zip(&sources).map(path).collect();
        let mut taken: FxHashMap<&str, DocIx> = FxHashMap::default();
        for (path, doc) in paths.iter().zip(sources).filter_map(|(path, source)| Some((path, source?))) {
            report_reserved(path, &self.documents[doc.0 as usize], findings);
            if let Some(other) = taken.insert(path, doc) {
                findings.push(self.collision(path, doc, other));
            }
        }
        paths
    }

    /// The address of the folder a page lies in. Folders without an index page keep their own name.
    fn folder(&self, page: PageIx, languages: &[Language]) -> String {
        let mut segments = Vec::new();
        let mut id = self.pages.get(page).id.parent();
        while let Some(section) = id.filter(|section| !section.is_home()) {
            let slug = self
                .pages
                .find(&section)
                .and_then(|section| self.slug_source(section, languages))
                .and_then(|doc| self.documents[doc.0 as usize].front.slug.clone());
            segments.push(slug.map_or_else(|| section.name().to_owned(), |slug| slug.as_str().to_owned()));
            id = section.parent();
        }
        segments.iter().rev().fold(String::new(), |path, segment| path + segment + "/")
    }

    /// The document whose slug counts: the reader's language or its fallback's, the portal's own before overlays.
    fn slug_source(&self, page: PageIx, languages: &[Language]) -> Option<DocIx> {
        let versions = &self.pages.get(page).versions;
        languages.iter().find_map(|&language| {
            versions
                .iter()
                .find(|((edition, _, of), _)| *edition == Edition::Standard && *of == language)
                .map(|(_, doc)| *doc)
        })
    }

    fn collision(&self, path: &str, doc: DocIx, other: DocIx) -> Finding {
        let (mut document, mut other) = (&self.documents[doc.0 as usize], &self.documents[other.0 as usize]);
        if document.front.slug.is_none() {
            (document, other) = (other, document);
        }
        let message = format!("`{}` and `{}` would both be at `{path}`", document.path, other.path);
        Finding::new(Code::AddressCollision, message)
            .at(Place::key(&document.path, [Step::from("slug")]))
            .help("give one of them another `slug`")
    }

    /// A page has one address in a language, whatever the locality; only the first file's slug is ever used.
    fn overlays_keep_slugs(&self, findings: &mut Vec<Finding>) {
        for page in self.pages.all() {
            for ((edition, level, language), doc) in &self.pages.get(page).versions {
                let Some(source) = self.slug_source(page, &[*language]) else { continue };
                let (own, used) = (&self.documents[doc.0 as usize], &self.documents[source.0 as usize]);
                let same = own.front.slug.is_none() || own.front.slug == used.front.slug;
                if same || (*edition == Edition::Standard && *level == Level::Base) {
                    continue;
                }
                let message = format!("the address of `{}` is set in `{}`", own.page, used.path);
                let finding = Finding::new(Code::OverlaySlug, message).at(Place::key(&own.path, [Step::from("slug")]));
                findings
                    .push(finding.help("remove `slug` here: a page has one address per language, in every locality"));
            }
        }
    }
}

fn report_reserved(path: &str, document: &Document, findings: &mut Vec<Finding>) {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let own = document.page.as_str().split('/').next();
    let is_standing = |segment: &&str| StandingPage::find(segment).is_some() && own != Some(*segment);
    let first = segments.next().filter(|segment| RESERVED.contains(segment) || is_standing(segment));
    let Some(taken) = first.or_else(|| segments.find(|segment| *segment == "easy-read")) else { return };
    let message = format!("`{taken}` is an address that the portal itself uses");
    findings.push(
        Finding::new(Code::ReservedAddress, message)
            .at(Place::key(&document.path, [Step::from("slug")]))
            .help("give the page another `slug`"),
    );
}

/// A place's id is the first segment of its address, where languages and the portal's own files stand too.
fn place_names(portal: &Portal, places: &Places, findings: &mut Vec<Finding>) {
    let taken = |name: &str| {
        RESERVED.contains(&name) || portal.languages.iter().any(|language| language.as_str().eq_ignore_ascii_case(name))
    };
    for place in places.all() {
        let locality = places.get(place);
        for name in std::iter::once(&locality.id).chain(&locality.aliases) {
            if taken(name.as_str()) {
                let message = format!("`{name}` cannot be a place's address: the portal itself uses it");
                let finding = Finding::new(Code::ReservedAddress, message).at(places.at(place).clone());
                findings.push(finding.help("choose another id for the place"));
            }
        }
    }
}

/// Each `base_url` is the front of one site: two at one address would hide each other's pages.
fn hosts(portal: &Portal, places: &Places, findings: &mut Vec<Finding>) {
    let mut known = vec![("the portal".to_owned(), &portal.base_url)];
    for place in places.all() {
        let Some(base) = &places.get(place).base_url else { continue };
        let id = &places.get(place).id;
        if let Some((name, _)) = known.iter().find(|(_, other)| base.is_same(other)) {
            let message = format!("`{id}` would have the address of {name}");
            findings.push(
                Finding::new(Code::AddressCollision, message)
                    .at(deeper(places.at(place), [Step::from("base_url")]))
                    .help(
                        "give the place an address of its own, or remove `base_url`: it then lies below the portal's",
                    ),
            );
        }
        known.push((format!("`{id}`"), base));
    }
}
