//! Turns services whose languages must say the same into findings where a text is in one of them only.

use std::collections::BTreeSet;

use super::super::reach::Reach;
use crate::diag::{Code, Finding, Place};
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
                for key in said(*other).difference(&own) {
                    let place = Place::key(&here.entry.place.file, ["in".into(), language.as_str().into()]);
                    let message = format!("the service has its `{key}` in `{other}` and not in `{language}`");
                    let help = format!("write it below `in`, `{language}`: both languages must say the same");
                    reach.add(Finding::new(Code::ParityText, message).at(place).help(help));
                }
            }
        }
    }
    reach.findings()
}

/// The texts that a service has in a language.
fn texts(service: &Service, language: Language, base: Language) -> BTreeSet<&'static str> {
    let translation = service.translations.get(&language);
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
