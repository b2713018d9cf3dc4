//! Turns a service into findings about what it says itself, whatever the day and the other records.

use super::record_rules::in_the_kingdom;
use super::rules::{self, Record, Rule};
use crate::diag::{Code, Finding, Place, Severity, Step};
use crate::model::{Attend, Cost, Gss, HiddenAddress, LocalityId, Localized, Postcode, Service};

pub const SERVICE: &[Rule<Service>] =
    &[name, area, numbers, addresses, contact, few_ways, checked, venues, venue, hidden, hidden_in_texts];

/// Screen readers spell a name in capitals, and say `|` as a word or not at all.
fn name(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    let own = std::iter::once((service.value.name.as_str(), vec![Step::from("name")]));
    let others = service.value.translations.iter().filter_map(|(language, words)| {
        Some((words.name.as_deref()?, vec!["in".into(), language.as_str().into(), "name".into()]))
    });
    for (name, steps) in own.chain(others) {
        let problem = match () {
            () if is_shouted(name) => {
                "is all in capitals, which is hard to read and may be read aloud letter by letter"
            }
            () if name.contains('|') => "holds a `|`, which is read aloud as a word",
            () => continue,
        };
        findings.push(
            Finding::new(Code::NameForm, format!("the name `{name}` {problem}"))
                .at(service.at(steps))
                .help("write it as in a sentence"),
        );
    }
}

/// Whether a name of several words has capitals only. Most names have a small letter near their beginning.
fn is_shouted(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let words = || name.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    letters().all(char::is_uppercase) && letters().count() > 6 && words().count() > 1
}

fn area(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    if service.value.area.is_empty() {
        findings.push(
            Finding::new(Code::MissingKey, "the service names no area")
                .at(service.at(["area"]))
                .help("write the localities it serves, or `[uk]`"),
        );
    }
    for (position, area) in service.value.area.iter().enumerate() {
        if LocalityId::new(area).is_err() && !Gss::is_code(area) {
            findings.push(
                Finding::new(Code::BadValue, format!("`{area}` is neither a locality nor a GSS code"))
                    .at(service.at([Step::from("area"), position.into()]))
                    .help("write the id of a locality, a code like `E06000001`, or `uk`"),
            );
        }
    }
}

fn numbers(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    let contact = &service.value.contact;
    rules::phone(contact.phone.as_ref(), service.at(["contact", "phone"]), findings);
    rules::phone(contact.textphone.as_ref(), service.at(["contact", "textphone"]), findings);
}

fn addresses(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    let contact = &service.value.contact;
    rules::email(contact.email.as_ref(), service.at(["contact", "email"]), findings);
    rules::web(contact.web.as_ref(), service.at(["contact", "web"]), findings);
    rules::email(service.value.checked_by.as_ref(), service.at(["checked_by"]), findings);
}

fn contact(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    let contact = &service.value.contact;
    let ways = [&contact.phone, &contact.textphone, &contact.email, &contact.web];
    if ways.iter().all(|way| way.is_none()) {
        findings.push(
            Finding::new(Code::ServiceContact, "there is no way to make contact")
                .at(service.at(["contact"]))
                .help("give `phone`, `email` or `web` under `contact`")
                .of_import(service.value),
        );
    }
}

/// What an import brought is its source's to mend: a warning, or nothing could be published until it is.
trait OfImport {
    fn of_import(self, service: &Service) -> Self;
}

impl OfImport for Finding {
    fn of_import(self, service: &Service) -> Self {
        let severity = if service.imported.is_some() { Severity::Warning } else { self.severity };
        Self { severity, ..self }
    }
}

/// Not everyone can use a phone, and not everyone can use anything else.
fn few_ways(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    let contact = &service.value.contact;
    let written = contact.email.is_some() || contact.web.is_some();
    let (message, help) = match (contact.phone.is_some(), contact.textphone.is_some() || written) {
        (true, false) => ("the only way to make contact is a phone", "add an email address or a web page"),
        (false, true) => ("there is no phone number", "add one if the service has one"),
        _ => return,
    };
    findings.push(Finding::new(Code::ServiceFewWays, message).at(service.at(["contact"])).help(help));
}

fn checked(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    if service.value.checked.is_some() && service.value.checked_by.is_none() {
        findings.push(
            Finding::new(Code::MissingKey, "`checked_by` is missing beside `checked`")
                .at(service.at(["checked"]))
                .help("write the email address of the person or team that checked it"),
        );
    }
}

fn venues(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    if service.value.attend.contains(&Attend::Venue) && service.value.venues.is_empty() {
        findings.push(
            Finding::new(Code::ServiceVenue, "people attend at a venue, but none is named")
                .at(service.at(["attend"]))
                .help("add `venues`, with `at:` and the id of a venue, or `address: hidden`")
                .of_import(service.value),
        );
    }
}

fn venue(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    for (position, venue) in service.value.venues.iter().enumerate() {
        let at = || service.at([Step::from("venues"), position.into()]);
        match (&venue.at, venue.address) {
            (None, None) => findings.push(
                Finding::new(Code::ServiceVenue, "this venue has no place")
                    .at(at())
                    .help("write `at:` and the id of a venue, or `address: hidden`"),
            ),
            (Some(id), Some(HiddenAddress::Hidden)) => findings.push(
                Finding::new(Code::ServiceHidden, format!("the address is hidden, but the venue `{id}` gives it away"))
                    .at(at())
                    .help("remove `at`, or remove `address: hidden` if everyone may know the place"),
            ),
            _ => {}
        }
    }
}

fn is_hidden(service: &Service) -> bool {
    service.venues.iter().any(|venue| venue.address.is_some())
}

/// A refuge's place must not stand in any of its texts.
fn hidden(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    if !is_hidden(service.value) {
        return;
    }
    let web = service.value.contact.web.as_deref().unwrap_or_default();
    if MAPS.iter().any(|map| web.contains(map)) {
        findings.push(given_away("a link to a map", service.at(["contact", "web"])));
    }
}

fn hidden_in_texts(service: &Record<'_, Service>, findings: &mut Vec<Finding>) {
    if !is_hidden(service.value) {
        return;
    }
    for (text, steps) in texts(service.value) {
        if let Some(sign) = place_sign(text) {
            findings.push(given_away(&sign, service.at(steps)));
        }
    }
}

fn given_away(sign: &str, place: Place) -> Finding {
    Finding::new(Code::ServiceHidden, format!("the address is hidden, but {sign} gives it away"))
        .at(place)
        .help("take it out of the text, or remove `address: hidden` if everyone may know the place")
}

/// Every text of a service that readers see, with the keys that lead to it.
fn texts(service: &Service) -> Vec<(&str, Vec<Step>)> {
    let mut texts = vec![(service.name.as_str(), vec!["name".into()]), (&service.summary, vec!["summary".into()])];
    let contact = &service.contact;
    let own = [
        (service.about.as_deref(), vec!["about".into()]),
        (contact.phone_note.as_deref(), vec!["contact".into(), "phone_note".into()]),
        (service.easy.as_ref().map(|easy| easy.summary.as_str()), vec!["easy".into(), "summary".into()]),
    ];
    texts.extend(own.into_iter().filter_map(|(text, steps)| Some((text?, steps))));
    texts.extend(service.eligibility.text.iter().flat_map(written).map(|text| (text, vec!["eligibility".into()])));
    match &service.cost {
        Some(Cost::Text(text)) => texts.extend(written(text).into_iter().map(|text| (text, vec!["cost".into()]))),
        Some(Cost::Amounts(amounts)) => {
            let who = amounts.iter().flat_map(|amount| written(&amount.who));
            texts.extend(who.map(|text| (text, vec!["cost".into()])));
        }
        Some(Cost::Free) | None => {}
    }
    for (language, words) in service.translations.iter() {
        let fields = [
            (words.name.as_deref(), "name"),
            (words.summary.as_deref(), "summary"),
            (words.about.as_deref(), "about"),
            (words.eligibility.as_deref(), "eligibility"),
            (words.cost.as_deref(), "cost"),
            (words.phone_note.as_deref(), "phone_note"),
            (words.easy.as_ref().map(|easy| easy.summary.as_str()), "easy"),
        ];
        let steps = |key: &str| vec!["in".into(), language.as_str().into(), key.into()];
        texts.extend(fields.into_iter().filter_map(|(text, key)| Some((text?, steps(key)))));
    }
    texts
}

fn written(text: &Localized) -> Vec<&str> {
    match text {
        Localized::Same(text) => vec![text],
        Localized::Each(texts) => texts.values().map(String::as_str).collect(),
    }
}

const MAPS: [&str; 5] = ["google.com/maps", "maps.google", "goo.gl/maps", "maps.app", "what3words"];

/// What in a text says where something is: a postcode, coordinates, a link to a map.
fn place_sign(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-')).collect();
    let words: Vec<&str> =
        words.into_iter().map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).collect();
    for pair in words.windows(2) {
        let both = pair.concat();
        if pair[1].len() == 3 && Postcode::new(&both).is_ok() {
            return Some(format!("the postcode `{}`", pair.join(" ")));
        }
        if let (Ok(lat), Ok(lon)) = (pair[0].parse::<f64>(), pair[1].parse::<f64>())
            && pair.iter().all(|number| number.contains('.'))
            && in_the_kingdom(lat, lon)
        {
            return Some(format!("the place `{}`", pair.join(", ")));
        }
    }
    if let Some(word) = words.iter().find(|word| word.len() > 5 && Postcode::new(word).is_ok()) {
        return Some(format!("the postcode `{word}`"));
    }
    MAPS.iter().any(|map| text.contains(map)).then(|| "a link to a map".to_owned())
}
