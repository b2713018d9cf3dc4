//! Turns texts of records in a language that the portal does not have into findings: no reader would ever see them.

use super::references::deeper;
use crate::diag::{Code, Finding, Place, Severity, Step, nearest};
use crate::model::{Contact, Language, Localized};
use crate::parse::records::Records;

/// R006, as a warning: the record works without such a text, but a mistyped language hides a translation.
pub fn check(records: &Records) -> Vec<Finding> {
    let Some(portal) = &records.portal else { return Vec::new() };
    let mut strangers = Strangers { known: &portal.languages, findings: Vec::new() };
    let settings = Place::key(&"content/portal.yaml".into(), []);
    strangers.text(&portal.name, &settings, "name");
    strangers.contact(&portal.contact, &settings);
    if let Some(alert) = &portal.alert {
        strangers.text(&alert.text, &settings, "alert");
    }
    strangers.records(records);
    strangers.findings
}

struct Strangers<'a> {
    known: &'a [Language],
    findings: Vec<Finding>,
}

impl Strangers<'_> {
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
        for holder in &records.holders {
            self.text(&holder.value.name, &holder.place, "name");
            self.contact(&holder.value.contact, &holder.place);
        }
        for picture in &records.pictures {
            self.text(&picture.value.means, &picture.place, "means");
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
}
