//! Turns leaflets that are put together, and copies that are held, into findings on what is not in them or not printed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Copies, Edition, Holder, Language, LeafletId, PageId};
use crate::parse::records::Located;
use crate::plan::World;
use crate::plan::prints::{Label, Print, PrintSource, languages, left_out, services_left_out};

/// P054 and P055: pages that a leaflet has to do without, and languages in which it is not made.
pub fn texts(world: &World<'_>) -> Vec<Finding> {
    if !cfg!(feature = "prints") {
        return Vec::new();
    }
    let mut lacking = BTreeMap::<_, u32>::new();
    for print in world.prints.all() {
        for out in left_out(world, print) {
            *lacking.entry(out).or_default() += 1;
        }
    }
    let out = lacking.into_iter().map(|(out, reach)| {
        let form = if out.edition == Edition::EasyRead { "an easy-read page" } else { "a page" };
        let message = format!("`{}` is left out of this leaflet in `{}`", out.page, out.language);
        let help = format!("there is no such text: write {form} in `{}`, or leave the language out", out.language);
        Finding { reach, ..Finding::new(Code::LeafletPageOut, message).at(out.at).help(help) }
    });
    out.chain(nowhere(world)).collect()
}

/// Languages that a leaflet names and is made in nowhere.
fn nowhere(world: &World<'_>) -> Vec<Finding> {
    let mut made: BTreeSet<(&LeafletId, Language)> = BTreeSet::new();
    for print in world.prints.all() {
        if let PrintSource::Leaflet(id) = &print.source {
            made.extend(print.trees().map(|tree| (id, world.tree(tree).language)));
        }
    }
    let catalog = world.catalog;
    let mut findings = Vec::new();
    for (id, _, record) in catalog.leaflets.all() {
        let key = if record.value.languages.is_empty() { "title" } else { "languages" };
        let at = Place::key(&record.place.file, [Step::from(key)]);
        if record.value.shapes.is_empty() && catalog.portal.prints.is_empty() {
            let finding = Finding::new(Code::LeafletNowhere, "this leaflet has no shape, so it is not made");
            findings.push(finding.at(at).help("write `shapes: [a4]`, or `prints` in `content/portal.yaml`"));
            continue;
        }
        let own = languages(catalog, &record.value);
        // A bilingual leaflet in one language has its finding already.
        if record.value.bilingual && own.len() != 2 {
            continue;
        }
        for language in own.into_iter().filter(|&own| !made.contains(&(id, own))) {
            let message = format!("this leaflet is made in `{language}` nowhere");
            let help = "none of its places is published in the language with one of its pages; write one, or name \
                        other `languages`";
            findings.push(Finding::new(Code::LeafletNowhere, message).at(at.clone()).help(help));
        }
    }
    findings
}

/// P053: services that a leaflet's lists hold and paper must not name.
pub fn services(world: &World<'_>) -> Vec<Finding> {
    let mut out: BTreeMap<Place, (u32, BTreeSet<String>)> = BTreeMap::new();
    for print in world.prints.all() {
        let mut places = BTreeSet::new();
        for (place, here) in services_left_out(world, print) {
            let (reach, services) = out.entry(place.clone()).or_default();
            services.insert(format!("`{}`", world.directory.id(here.ix)));
            *reach += u32::from(places.insert(place));
        }
    }
    out.into_iter()
        .map(|(place, (reach, services))| {
            let names = services.into_iter().collect::<Vec<_>>().join(", ");
            let message = format!("services are left out of this leaflet: {names}");
            let help = "each is paused, or was last checked over a year ago: check it again, or let the leaflet say \
                        that it is left out";
            Finding { reach, ..Finding::new(Code::LeafletServiceOut, message).at(place).help(help) }
        })
        .collect()
}

/// P056: copies that nothing is printed like.
pub fn copies(world: &World<'_>) -> Vec<Finding> {
    if !cfg!(feature = "prints") || world.catalog.holders.is_empty() {
        return Vec::new();
    }
    let labels: Vec<Label> = world.prints.all().iter().map(|print: &Print| Label::of(world, print)).collect();
    let mut findings = Vec::new();
    for (_, _, holder) in world.catalog.holders.all() {
        for (position, held) in holder.value.holds.iter().enumerate() {
            findings.extend(one(world, (holder, position, held), &labels));
        }
    }
    findings
}

/// P058: codes of what is made, among those of what is not.
pub fn withdrawn(world: &World<'_>) -> Vec<Finding> {
    let made: BTreeSet<&str> = world.prints.all().iter().map(|print| print.code.as_str()).collect();
    let withdrawn = world.catalog.withdrawn.iter().filter(|record| made.contains(record.value.code.as_str()));
    withdrawn
        .map(|record| {
            let message = format!("the print `{}` is still made", record.value.code);
            let at = crate::catalog::deeper(&record.place, [Step::from("code")]);
            let help = "take the record out, or the shape out of what asks for the print";
            Finding::new(Code::PrintMade, message).at(at).help(help)
        })
        .collect()
}

fn one(
    world: &World<'_>,
    (holder, position, held): (&Located<Holder>, usize, &Copies),
    labels: &[Label],
) -> Option<Finding> {
    let catalog = world.catalog;
    let is_known = match (&held.leaflet, &held.page) {
        (Some(id), None) => catalog.leaflets.contains(id),
        (None, Some(id)) => catalog.pages.find(id).is_some(),
        // What names both or neither, or nothing that there is, has its finding already.
        _ => false,
    };
    let place = held.place.as_ref().unwrap_or(&holder.value.place);
    let is_placed = catalog.places.find(place.as_str()).is_some();
    if !is_known || !is_placed || labels.iter().any(|label| label.is_of(catalog, &holder.value, held)) {
        return None;
    }
    let name = held.leaflet.as_ref().map(LeafletId::as_str).or(held.page.as_ref().map(PageId::as_str))?;
    let message = format!("`{}` holds copies of `{name}` that nothing is printed like", holder.value.id);
    let steps = [Step::from("holds"), position.into()];
    let at = crate::catalog::deeper(&holder.place, steps);
    let help = "correct shape, language or place; or pull the copies and take the line out";
    Some(Finding::new(Code::HolderCopies, message).at(at).help(help))
}
