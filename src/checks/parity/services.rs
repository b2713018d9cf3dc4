//! Turns services whose languages must say the same into findings where a text is in one of them only.

use std::collections::BTreeSet;

use super::super::reach::Reach;
use crate::diag::{Code, Finding, Place, Severity};
use crate::model::{Cost, Language, Localized, Service, ServiceText};
use crate::plan::World;
use crate::plan::directory::base_language;

/// T013: every service, in the trees of each language that shows it.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let parity = &world.catalog.portal.parity;
    let mut reach = Reach::default();
    if parity.len() < 2 {
        return Vec::new();
    }
    let base = base_language(world.catalog);
    for tree in world.resolved.all() {
        let language = world.tree(tree).language;
        if !parity.contains(&language) {
            continue;
        }
        for here in world.directory.of(tree).iter() {
            let service = &here.entry.parsed.service;
            let said = |language: Language| texts(service, language, base);
            let own = said(language);
            for other in parity.iter().filter(|other| **other != language) {
                let there = said(*other);
                let lacking = there.difference(&own).copied();
                let (imported, written): (Vec<_>, Vec<_>) = lacking.partition(|key| is_imported(service, key));
                let finding = |keys: &str| {
                    let place = Place::key(&here.entry.place.file, ["in".into(), language.as_str().into()]);
                    let message = format!("the service has its `{keys}` in `{other}` and not in `{language}`");
                    Finding::new(Code::ParityText, message).at(place)
                };
                for key in written {
                    let help = format!("write it below `in`, `{language}`: both languages must say the same");
                    reach.add(finding(key).help(help));
                }
                if !imported.is_empty() {
                    let help = format!(
                        "it came by an import: ask its source for it in `{language}`, or write it below `in`, \
                         `{language}`, where the next import leaves it"
                    );
                    let finding = finding(&imported.join("`, `")).help(help);
                    reach.add(Finding { severity: Severity::Warning, ..finding });
                }
            }
        }
    }
    reach.findings()
}

/// Whether a text is as an import wrote it. Its source may have no other language, and what the portal's own editors say
/// must not wait for it.
fn is_imported(service: &Service, key: &str) -> bool {
    let field = if key == "phone_note" { "contact" } else { key };
    service.imported.as_ref().is_some_and(|imported| imported.fields.get(field).is_some())
}

/// The texts that a service has in a language.
fn texts(service: &Service, language: Language, base: Language) -> BTreeSet<&'static str> {
    let translation = service.translations.get(&language).map(|text| &**text);
    let own =
        |has: bool, get: fn(&ServiceText) -> bool| if language == base { has } else { translation.is_some_and(get) };
    let shared = |text: Option<&Localized>, get: fn(&ServiceText) -> bool| match text {
        Some(Localized::Each(texts)) => texts.contains_key(&language) || translation.is_some_and(get),
        Some(Localized::Same(_)) => own(true, get),
        None => false,
    };
    let cost = match &service.cost {
        Some(Cost::Text(text)) => shared(Some(text), |text| text.cost.is_some()),
        Some(Cost::Amounts(amounts)) => amounts.iter().all(|amount| amount.who.covers(language)),
        Some(Cost::Free) | None => false,
    };
    let all = [
        ("name", own(true, |text| text.name.is_some())),
        ("summary", own(true, |text| text.summary.is_some())),
        ("about", own(service.about.is_some(), |text| text.about.is_some())),
        ("eligibility", shared(service.eligibility.text.as_ref(), |text| text.eligibility.is_some())),
        ("cost", cost),
        ("phone_note", own(service.contact.phone_note.is_some(), |text| text.phone_note.is_some())),
        ("easy", own(service.easy.is_some(), |text| text.easy.is_some())),
    ];
    all.into_iter().filter(|(_, has)| *has).map(|(key, _)| key).collect()
}
