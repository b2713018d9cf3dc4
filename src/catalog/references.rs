//! Turns references between records into findings where they lead to nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Catalog;
use crate::diag::{Code, Finding, Place, Step, nearest};
use crate::model::{Home, LocalityId, PageId};
use crate::parse::Document;
use crate::parse::content::{Block, BlockKind, Content, LinkTarget, Value};
use crate::parse::records::Located;

/// A finding for a name that nothing has, with the nearest name that something has.
pub fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>, at: Place) -> Finding {
    let finding = Finding::new(Code::UnknownId, format!("there is no {kind} `{name}`")).at(at);
    match nearest(name, known) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!("correct the name, or add the {kind}")),
    }
}

/// Keeps the first record of each id; a second one is a finding.
pub fn unique<T>(records: Vec<Located<T>>, id: impl Fn(&T) -> &str, findings: &mut Vec<Finding>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for record in records {
        if seen.insert(id(&record.value).to_owned()) {
            kept.push(record.value);
        } else {
            let message = format!("`{}` is written twice", id(&record.value));
            findings.push(Finding::new(Code::DuplicateId, message).at(record.place).help("remove one of the two"));
        }
    }
    kept
}

/// Follows every reference that does not depend on the variant.
pub fn check(catalog: &Catalog, findings: &mut Vec<Finding>) {
    portal(catalog, findings);
    localities(catalog, findings);
    audits(catalog, findings);
    for (_, _, fact) in catalog.facts.all() {
        for (position, nation) in fact.value.nations.iter().enumerate() {
            let at = deeper(&fact.place, ["nations".into(), position.into()]);
            nation_known(catalog, nation, at, findings);
        }
    }
    for (_, _, venue) in catalog.venues.all() {
        let id = &venue.value.locality;
        if catalog.places.find(id.as_str()).is_none() {
            let at = deeper(&venue.place, ["locality".into()]);
            findings.push(unknown("place", id.as_str(), catalog.places.ids(), at));
        }
    }
    for (_, _, entry) in catalog.services.all() {
        service(catalog, entry, findings);
    }
    for document in &catalog.documents {
        front_matter(catalog, document, findings);
        if let Some(text) = document.content() {
            content(catalog, text, &Place::file(&document.path), findings);
        }
    }
}

fn portal(catalog: &Catalog, findings: &mut Vec<Finding>) {
    let file = "content/portal.yaml".into();
    let portal = &catalog.portal;
    if portal.languages.is_empty() {
        let at = Place::key(&file, ["languages".into()]);
        let help = "name at least one, for example `languages: [en]`";
        findings.push(Finding::new(Code::BadValue, "a portal needs a language").at(at).help(help));
    }
    if !catalog.organisations.contains(&portal.organisation) {
        let at = Place::key(&file, ["organisation".into()]);
        findings.push(unknown("organisation", portal.organisation.as_str(), catalog.organisations.names(), at));
    }
    if let Some(logo) = portal.logo.as_ref().filter(|logo| !catalog.statics.contains(logo.as_str())) {
        let message = format!("the logo `{logo}` is not in `content/static/`");
        let near = nearest(logo, catalog.statics.iter().map(String::as_str));
        let help = near.map_or_else(|| "add the file there".to_owned(), |near| format!("did you mean `{near}`?"));
        findings.push(Finding::new(Code::UnknownStatic, message).at(Place::key(&file, ["logo".into()])).help(help));
    }
    if let Some(page) = &portal.urgent {
        page_known(catalog, page, Place::key(&file, ["urgent".into()]), findings);
    }
    for (language, chain) in portal.fallback.iter() {
        for other in std::iter::once(language).chain(chain) {
            language_known(catalog, *other, Place::key(&file, ["fallback".into()]), findings);
        }
    }
}

fn audits(catalog: &Catalog, findings: &mut Vec<Finding>) {
    for audit in &catalog.audits {
        for (position, page) in audit.value.pages.iter().enumerate() {
            page_known(catalog, page, deeper(&audit.place, ["pages".into(), position.into()]), findings);
        }
    }
}

fn page_known(catalog: &Catalog, page: &PageId, at: Place, findings: &mut Vec<Finding>) {
    if catalog.pages.find(page).is_none() {
        let known = catalog.pages.all().map(|page| catalog.pages.get(page).id.as_str());
        findings.push(unknown("page", page.as_str(), known, at));
    }
}

fn localities(catalog: &Catalog, findings: &mut Vec<Finding>) {
    for place in catalog.places.all() {
        let locality = catalog.places.get(place);
        for language in &locality.languages {
            language_known(catalog, *language, deeper(catalog.places.at(place), ["languages".into()]), findings);
        }
    }
}

pub fn language_known(catalog: &Catalog, language: crate::model::Language, at: Place, findings: &mut Vec<Finding>) {
    if catalog.portal.languages.contains(&language) {
        return;
    }
    let message = format!("`{language}` is not one of the portal's languages");
    let help = "add it to `languages` in `content/portal.yaml`, or remove it here";
    findings.push(Finding::new(Code::UndeclaredLanguage, message).at(at).help(help));
}

fn nation_known(catalog: &Catalog, nation: &LocalityId, at: Place, findings: &mut Vec<Finding>) {
    let nations = || catalog.places.all().filter(|&place| catalog.places.nation(place) == Some(place));
    if nations().any(|place| catalog.places.get(place).id == *nation) {
        return;
    }
    let known = nations().map(|place| catalog.places.get(place).id.as_str());
    findings.push(unknown("nation", nation.as_str(), known, at));
}

pub fn place_known(catalog: &Catalog, place: &LocalityId, at: Place, findings: &mut Vec<Finding>) {
    if catalog.places.find(place.as_str()).is_none() {
        findings.push(unknown("place", place.as_str(), catalog.places.ids(), at));
    }
}

fn service(catalog: &Catalog, entry: &super::ServiceEntry, findings: &mut Vec<Finding>) {
    let service = &entry.parsed.service;
    let file = &entry.place.file;
    let key = |name: &str| Place::key(file, [Step::from(name)]);
    let item = |name: &str, position: usize| Place::key(file, [Step::from(name), Step::Item(position)]);
    if !catalog.organisations.contains(&service.org) {
        findings.push(unknown("organisation", service.org.as_str(), catalog.organisations.names(), key("org")));
    }
    for (position, topic) in service.topics.iter().enumerate() {
        topic_known(catalog, topic.as_str(), item("topics", position), findings);
    }
    for (position, audience) in service.audiences.iter().enumerate() {
        audience_known(catalog, audience.as_str(), item("for", position), findings);
    }
    for (position, venue) in service.venues.iter().enumerate() {
        if let Some(id) = venue.at.as_ref().filter(|id| !catalog.venues.contains(id)) {
            let at = Place::key(file, ["venues".into(), position.into(), "at".into()]);
            findings.push(unknown("venue", id.as_str(), catalog.venues.names(), at));
        }
    }
    for language in service.translations.keys() {
        language_known(catalog, *language, Place::key(file, ["in".into(), language.as_str().into()]), findings);
    }
    for about in entry.parsed.about().into_iter().flat_map(BTreeMap::values) {
        content(catalog, about, &key("about"), findings);
    }
}

pub fn topic_known(catalog: &Catalog, id: &str, at: Place, findings: &mut Vec<Finding>) {
    if !catalog.topics.iter().any(|topic| topic.id.as_str() == id) {
        findings.push(unknown("topic", id, catalog.topics.iter().map(|topic| topic.id.as_str()), at));
    }
}

pub fn audience_known(catalog: &Catalog, id: &str, at: Place, findings: &mut Vec<Finding>) {
    if !catalog.audiences.iter().any(|audience| audience.id.as_str() == id) {
        findings.push(unknown("audience", id, catalog.audiences.iter().map(|audience| audience.id.as_str()), at));
    }
}

fn front_matter(catalog: &Catalog, document: &Document, findings: &mut Vec<Finding>) {
    let front = &document.front;
    let item = |name: &str, position: usize| Place::key(&document.path, [Step::from(name), Step::Item(position)]);
    language_known(catalog, document.language, Place::file(&document.path), findings);
    for (position, topic) in front.topics.iter().enumerate() {
        topic_known(catalog, topic.as_str(), item("topics", position), findings);
    }
    for (position, audience) in front.audiences.iter().enumerate() {
        audience_known(catalog, audience.as_str(), item("audiences", position), findings);
    }
    for (position, nation) in front.nations.iter().enumerate() {
        nation_known(catalog, nation, item("nations", position), findings);
    }
    for (position, place) in front.localities.iter().enumerate() {
        place_known(catalog, place, item("localities", position), findings);
    }
    if let Some(home) = &front.home {
        home_page(catalog, (document, home), findings);
    }
}

fn home_page(catalog: &Catalog, (document, home): (&Document, &Home), findings: &mut Vec<Finding>) {
    let at = |steps: &[Step]| Place::key(&document.path, [&["home".into()], steps].concat());
    for (key, pages) in [("start", &home.start), ("sections", &home.sections)] {
        for (position, page) in pages.iter().enumerate() {
            page_known(catalog, page, at(&[key.into(), position.into()]), findings);
        }
    }
    if let Some(page) = &home.urgent {
        page_known(catalog, page, at(&["urgent".into()]), findings);
    }
}

/// Ids that a Markdown text names: links, values, blocks. `whole` is used where the text has no bytes in a file.
fn content(catalog: &Catalog, content: &Content, whole: &Place, findings: &mut Vec<Finding>) {
    let at = |span: &std::ops::Range<usize>| match whole.spot {
        crate::diag::Spot::Whole => Place::bytes(&whole.file, span.clone()),
        _ => whole.clone(),
    };
    for link in &content.links {
        link_known(catalog, &link.target, at(&link.span), findings);
    }
    for hole in &content.values {
        let at = at(&hole.span);
        match &hole.value {
            Value::Fact(id) if !catalog.facts.contains(id) => {
                findings.push(unknown("fact", id.as_str(), catalog.facts.names(), at));
            }
            Value::Service(id, _) if !catalog.services.contains(id) => {
                findings.push(unknown("service", id.as_str(), catalog.services.names(), at));
            }
            Value::Term(id) if !catalog.glossary.values().any(|terms| terms.contains_key(id)) => {
                let known = catalog.glossary.values().flat_map(|terms| terms.keys()).map(crate::model::TermId::as_str);
                findings.push(unknown("term", id.as_str(), known, at));
            }
            _ => {}
        }
    }
    for block in &content.blocks {
        block_known(catalog, block, at(&block.span), findings);
    }
}

fn link_known(catalog: &Catalog, target: &LinkTarget, at: Place, findings: &mut Vec<Finding>) {
    match target {
        LinkTarget::Page(id, _) if catalog.pages.find(id).is_none() => {
            let finding =
                Finding::new(Code::UnknownPage, format!("the link leads to `/{id}`, and there is no such page"));
            let near = nearest(id.as_str(), catalog.pages.ids());
            let help = near.map_or_else(|| "correct the address".to_owned(), |near| format!("did you mean `/{near}`?"));
            findings.push(finding.at(at).help(help));
        }
        LinkTarget::Service(id) if !catalog.services.contains(id) => {
            findings.push(unknown("service", id.as_str(), catalog.services.names(), at));
        }
        LinkTarget::Static(path) if !catalog.statics.contains(path.trim_start_matches('/')) => {
            let message = format!("the link leads to the file `{path}`, which is not in `content/static/`");
            let near = nearest(path.trim_start_matches('/'), catalog.statics.iter().map(String::as_str));
            let help = near.map_or_else(
                || "add the file, or correct its name".to_owned(),
                |near| format!("did you mean `/{near}`?"),
            );
            findings.push(Finding::new(Code::UnknownStatic, message).at(at).help(help));
        }
        _ => {}
    }
}

fn block_known(catalog: &Catalog, block: &Block, at: Place, findings: &mut Vec<Finding>) {
    match &block.kind {
        BlockKind::Only(scope) | BlockKind::Except(scope) => {
            for nation in &scope.nations {
                nation_known(catalog, nation, at.clone(), findings);
            }
            for place in &scope.localities {
                place_known(catalog, place, at.clone(), findings);
            }
            for language in &scope.languages {
                language_known(catalog, *language, at.clone(), findings);
            }
        }
        BlockKind::Services(query) => {
            if let Some(topic) = &query.topic {
                topic_known(catalog, topic.as_str(), at.clone(), findings);
            }
            if let Some(audience) = &query.audience {
                audience_known(catalog, audience.as_str(), at, findings);
            }
        }
        BlockKind::Row { picture } if !catalog.pictures.contains_key(picture) => {
            let known = catalog.pictures.keys().map(crate::model::PictureId::as_str);
            findings.push(unknown("picture", picture.as_str(), known, at));
        }
        _ => {}
    }
}

/// A place inside a record: the record's own steps, then more.
pub fn deeper<const N: usize>(place: &Place, more: [Step; N]) -> Place {
    let steps = match &place.spot {
        crate::diag::Spot::Key(steps) => steps.clone(),
        _ => Vec::new(),
    };
    Place::key(&place.file, steps.into_iter().chain(more))
}
