//! Turns the ids that leaflets and holders of copies name into findings where they lead to nothing.

use std::collections::BTreeSet;

use super::references::{audience_known, deeper, language_known, place_known, topic_known, unknown};
use super::{Catalog, PageIx};
use crate::diag::{Code, Finding, Place, Step, nearest};
use crate::model::{Copies, Edition, PagePart, ServicesPart, Withdrawn};
use crate::parse::records::Located;

/// Follows every reference of leaflets and holders that does not depend on the variant.
pub fn check(catalog: &Catalog, findings: &mut Vec<Finding>) {
    for (_, _, leaflet) in catalog.leaflets.all() {
        let at = |steps: [Step; 2]| deeper(&leaflet.place, steps);
        for (position, language) in leaflet.value.languages.iter().enumerate() {
            language_known(catalog, *language, at(["languages".into(), position.into()]), findings);
        }
        for (position, place) in leaflet.value.localities.iter().enumerate() {
            place_known(catalog, place, at(["localities".into(), position.into()]), findings);
        }
        for (position, part) in leaflet.value.pages.iter().enumerate() {
            page(catalog, part, &at(["pages".into(), position.into()]), findings);
        }
        for (position, part) in leaflet.value.services.iter().enumerate() {
            services(catalog, part, &at(["services".into(), position.into()]), findings);
        }
        if let Some(condition) = leaflet.value.prescription.as_ref().and_then(|named| named.condition.as_ref()) {
            audience_known(catalog, condition.as_str(), at(["prescription".into(), "condition".into()]), findings);
        }
    }
    let mut codes = BTreeSet::new();
    for record in &catalog.withdrawn {
        withdrawn(catalog, record, findings);
        if !codes.insert(&record.value.code) {
            let finding = Finding::new(Code::DuplicateId, format!("`{}` is written twice", record.value.code));
            findings.push(finding.at(record.place.clone()).help("remove one of the two"));
        }
    }
    for (_, _, holder) in catalog.holders.all() {
        place_known(catalog, &holder.value.place, deeper(&holder.place, ["place".into()]), findings);
        for (position, held) in holder.value.holds.iter().enumerate() {
            let at = deeper(&holder.place, ["holds".into(), position.into()]);
            copies(catalog, &Located { value: held.clone(), place: at }, findings);
        }
    }
}

fn page(catalog: &Catalog, part: &PagePart, at: &Place, findings: &mut Vec<Finding>) {
    let Some(page) = catalog.pages.find(&part.page) else {
        findings.push(unknown("page", part.page.as_str(), catalog.pages.ids(), at.clone()));
        return;
    };
    for (position, anchor) in part.only.iter().enumerate() {
        section(catalog, (page, anchor), deeper(at, ["only".into(), position.into()]), findings);
    }
}

/// A section is named by the anchor of its heading, which every translation carries.
fn section(catalog: &Catalog, (page, anchor): (PageIx, &str), at: Place, findings: &mut Vec<Finding>) {
    let entry = catalog.pages.get(page);
    let versions = entry.versions.iter().filter(|((edition, ..), _)| *edition == Edition::Standard);
    let documents = versions.map(|(_, doc)| catalog.document(*doc));
    let lacking: Vec<_> =
        documents.filter(|document| !document.anchors.iter().any(|known| **known == *anchor)).collect();
    let Some(first) = lacking.first() else { return };
    let known = first.anchors.iter().map(|anchor| &**anchor);
    let message = format!("`{}` has no heading with the anchor `{anchor}`", first.path);
    let help = nearest(anchor, known).map_or_else(
        || format!("write `{{#{anchor}}}` after the heading, in every language of the page"),
        |near| format!("did you mean `{near}`?"),
    );
    let reach = u32::try_from(lacking.len()).unwrap_or(u32::MAX);
    findings.push(Finding { reach, ..Finding::new(Code::LeafletSection, message).at(at).help(help) });
}

fn services(catalog: &Catalog, part: &ServicesPart, at: &Place, findings: &mut Vec<Finding>) {
    if let Some(topic) = &part.topic {
        topic_known(catalog, topic.as_str(), deeper(at, ["topic".into()]), findings);
    }
    if let Some(audience) = &part.audience {
        audience_known(catalog, audience.as_str(), deeper(at, ["for".into()]), findings);
    }
    if let Some(place) = &part.place {
        place_known(catalog, place, deeper(at, ["place".into()]), findings);
    }
}

fn copies(catalog: &Catalog, held: &Located<Copies>, findings: &mut Vec<Finding>) {
    let Copies { leaflet, page, language, place, .. } = &held.value;
    let at = |key: &str| deeper(&held.place, [key.into()]);
    if let Some(id) = leaflet.as_ref().filter(|id| !catalog.leaflets.contains(id)) {
        findings.push(unknown("leaflet", id.as_str(), catalog.leaflets.names(), at("leaflet")));
    }
    if let Some(id) = page.as_ref().filter(|id| catalog.pages.find(id).is_none()) {
        findings.push(unknown("page", id.as_str(), catalog.pages.ids(), at("page")));
    }
    if let Some(language) = language {
        language_known(catalog, *language, at("language"), findings);
    }
    if let Some(place) = place {
        place_known(catalog, place, at("place"), findings);
    }
}

fn withdrawn(catalog: &Catalog, record: &Located<Withdrawn>, findings: &mut Vec<Finding>) {
    let Withdrawn { place, language, instead, .. } = &record.value;
    let at = |key: &str| deeper(&record.place, [key.into()]);
    if let Some(place) = place {
        place_known(catalog, place, at("place"), findings);
    }
    if let Some(language) = language {
        language_known(catalog, *language, at("language"), findings);
    }
    if let Some(id) = instead.as_ref().filter(|id| catalog.pages.find(id).is_none()) {
        findings.push(unknown("page", id.as_str(), catalog.pages.ids(), at("instead")));
    }
}
