//! Turns texts of records into findings where they are in a language that the portal does not have, so that no reader
//! would ever see them, and where they lack one of the languages that must say the same.

use super::references::deeper;
use crate::config::Portal;
use crate::diag::{Code, Finding, Place, Severity, Step, nearest};
use crate::model::{Contact, Language, Localized, Table};
use crate::parse::records::Records;

/// R006: a warning where the record works without such a text, as a mistyped language hides a translation; an error
/// where it has no other. And T013.
pub fn check(records: &Records) -> Vec<Finding> {
    let Some(portal) = &records.portal else { return Vec::new() };
    let mut texts = Texts { known: &portal.languages, parity: &portal.parity, findings: Vec::new() };
    let settings = Place::key(&"content/portal.yaml".into(), []);
    texts.text(&portal.name, &settings, "name");
    texts.contact(&portal.contact, &settings);
    if let Some(alert) = &portal.alert {
        texts.text(&alert.text, &settings, "alert");
    }
    texts.statement(portal, &settings);
    texts.records(records);
    texts.findings
}

struct Texts<'a> {
    known: &'a [Language],
    parity: &'a [Language],
    findings: Vec<Finding>,
}

impl Texts<'_> {
    fn records(&mut self, records: &Records) {
        for place in &records.localities {
            self.text(&place.value.name, &place.place, "name");
            self.contact(&place.value.contact, &place.place);
            self.optional(place.value.alert.as_ref().map(|alert| &alert.text), &place.place, "alert");
        }
        for topic in &records.topics {
            self.text(&topic.value.name, &topic.place, "name");
            self.optional(topic.value.summary.as_ref(), &topic.place, "summary");
        }
        for audience in &records.audiences {
            self.text(&audience.value.name, &audience.place, "name");
            self.optional(audience.value.summary.as_ref(), &audience.place, "summary");
        }
        for organisation in &records.organisations {
            self.text(&organisation.value.name, &organisation.place, "name");
            self.optional(organisation.value.about.as_ref(), &organisation.place, "about");
        }
        for venue in &records.venues {
            self.text(&venue.value.name, &venue.place, "name");
        }
        for fact in &records.facts {
            self.text(&fact.value.1.what, &fact.place, "what");
        }
        for leaflet in &records.leaflets {
            self.text(&leaflet.value.1.title, &leaflet.place, "title");
            self.optional(leaflet.value.1.summary.as_ref(), &leaflet.place, "summary");
        }
        for withdrawn in &records.withdrawn {
            self.text(&withdrawn.value.title, &withdrawn.place, "title");
        }
        for audit in &records.audits {
            self.text(&audit.value.by, &audit.place, "by");
            self.optional(audit.value.sample.as_ref(), &audit.place, "sample");
        }
        for holder in &records.holders {
            self.text(&holder.value.name, &holder.place, "name");
            self.contact(&holder.value.contact, &holder.place);
        }
        // Those of the theme speak more languages than a portal has.
        for picture in records.pictures.iter().filter(|picture| !picture.value.is_of_theme()) {
            self.text(&picture.value.means, &picture.place, "means");
        }
    }

    fn statement(&mut self, portal: &Portal, settings: &Place) {
        self.optional(portal.statement.improving.as_ref(), &deeper(settings, ["statement".into()]), "improving");
        for (position, issue) in portal.known_issues.iter().enumerate() {
            let place = deeper(settings, ["known_issues".into(), position.into()]);
            self.text(&issue.what, &place, "what");
            self.optional(issue.why.as_ref(), &place, "why");
            self.optional(issue.instead.as_ref(), &place, "instead");
        }
    }

    fn contact(&mut self, contact: &Contact, record: &Place) {
        let place = deeper(record, ["contact".into()]);
        for (text, key) in [(&contact.name, "name"), (&contact.hours, "hours"), (&contact.address, "address")] {
            self.optional(text.as_ref(), &place, key);
        }
    }

    fn optional(&mut self, text: Option<&Localized>, record: &Place, key: &str) {
        if let Some(text) = text {
            self.text(text, record, key);
        }
    }

    fn text(&mut self, text: &Localized, record: &Place, key: &str) {
        let Localized::Each(texts) = text else { return };
        self.twins(texts, record, key);
        if !texts.keys().any(|language| self.known.contains(language)) {
            return self.unread(texts, record, key);
        }
        for language in texts.keys().filter(|language| !self.known.contains(language)) {
            let near = nearest(language.as_str(), self.known.iter().map(Language::as_str));
            let help = near.map_or_else(
                || "add it to `languages` in `content/portal.yaml`, or remove the text".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("nobody reads this text, as `{language}` is not one of the portal's languages");
            let finding = Finding::new(Code::UndeclaredLanguage, message)
                .at(deeper(record, [Step::from(key), language.as_str().into()]))
                .help(help);
            self.findings.push(Finding { severity: Severity::Warning, ..finding });
        }
    }

    /// R006, as an error: the page would have nothing to say.
    fn unread(&mut self, texts: &Table<Language, String>, record: &Place, key: &str) {
        let Some(first) = self.known.first() else { return };
        let known = || self.known.iter().map(Language::as_str);
        let near = texts.keys().find_map(|language| Some((language, nearest(language.as_str(), known())?)));
        let help = match near {
            Some((language, near)) => format!("did you mean `{near}` by `{language}`?"),
            None => format!("write it in one of them: `{first}: ...`"),
        };
        let message = "nobody can read this text, as it is in none of the portal's languages";
        let at = deeper(record, [Step::from(key)]);
        self.findings.push(Finding::new(Code::UndeclaredLanguage, message).at(at).help(help));
    }

    /// T013: a text that is there in some of the languages that must say the same.
    fn twins(&mut self, texts: &Table<Language, String>, record: &Place, key: &str) {
        let Some(there) = self.parity.iter().find(|language| texts.contains_key(language)) else { return };
        let lacking = self.parity.iter().filter(|language| !texts.contains_key(language));
        self.findings.extend(lacking.map(|language| {
            Finding::new(Code::ParityText, format!("this text is there in `{there}` and not in `{language}`"))
                .at(deeper(record, [Step::from(key)]))
                .help(format!("add `{language}: ...` beside `{there}`: both languages must say the same"))
        }));
    }
}
