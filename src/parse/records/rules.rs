//! Turns a record into findings by running a list of small rules over it.

use std::collections::BTreeSet;

use crate::diag::{Code, Finding, Place, Spot, Step};
use crate::model::{Phone, web};

/// One thing that a record of a kind must not say. It needs nothing but the record: no day and no other record.
pub type Rule<T> = fn(&Record<'_, T>, &mut Vec<Finding>);

/// A record and where it stands.
pub struct Record<'a, T> {
    pub value: &'a T,
    pub place: &'a Place,
    /// Whether all of it could be read; of one that lacks what was wrong with it, nothing is said to be missing.
    pub whole: bool,
}

impl<T> Record<'_, T> {
    /// The place of a node inside the record.
    pub fn at<S: Into<Step>>(&self, steps: impl IntoIterator<Item = S>) -> Place {
        let mut path = match &self.place.spot {
            Spot::Key(path) => path.clone(),
            Spot::Whole | Spot::Bytes(..) => Vec::new(),
        };
        path.extend(steps.into_iter().map(Into::into));
        Place::key(&self.place.file, path)
    }
}

/// Codes that say something is missing.
const MISSING: [Code; 5] =
    [Code::MissingKey, Code::ServiceContact, Code::ServiceFewWays, Code::ServiceVenue, Code::UndeclaredLanguage];

/// Runs every rule.
pub fn run<T>(rules: &[Rule<T>], record: &Record<'_, T>, findings: &mut Vec<Finding>) {
    let mut said = Vec::new();
    for rule in rules {
        rule(record, &mut said);
    }
    said.retain(|finding| record.whole || !MISSING.contains(&finding.code));
    findings.extend(said);
}

/// Checks a number; one that is dear or written for nobody's phone is a warning.
pub fn phone(text: Option<&String>, place: Place, findings: &mut Vec<Finding>) {
    let Some(text) = text else { return };
    let phone = match Phone::parse(text) {
        Ok(phone) => phone,
        Err(problem) => {
            findings.push(Finding::worded(Code::BadValue, &problem).at(place));
            return;
        }
    };
    if phone.is_premium() {
        findings.push(
            Finding::new(Code::PhoneDear, format!("a call to `{text}` costs more than one to a landline"))
                .at(place.clone())
                .help("give an 01, 02, 03 or 0800 number, or say in the note what a call costs"),
        );
    }
    if text.contains("(0)") {
        findings.push(
            Finding::new(Code::PhoneForm, format!("`{text}` cannot be dialled as it is written"))
                .at(place)
                .help(format!("write `{}`", phone.national())),
        );
    }
}

pub fn email(text: Option<&String>, place: Place, findings: &mut Vec<Finding>) {
    if let Some(Err(problem)) = text.map(|text| web::check_email(text)) {
        findings.push(Finding::worded(Code::BadValue, &problem).at(place));
    }
}

pub fn web(text: Option<&String>, place: Place, findings: &mut Vec<Finding>) {
    if let Some(Err(problem)) = text.map(|text| web::check_web(text)) {
        findings.push(Finding::worded(Code::BadValue, &problem).at(place));
    }
}

/// Finds what stands twice in a list at `key`.
pub fn once<T, V: Ord + std::fmt::Display>(record: &Record<'_, T>, key: &str, list: &[V], findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (position, item) in list.iter().enumerate() {
        if !seen.insert(item) {
            findings.push(
                Finding::new(Code::BadValue, format!("`{item}` stands twice in `{key}`"))
                    .at(record.at([Step::from(key), position.into()]))
                    .help("remove one of the two"),
            );
        }
    }
}

/// Checks the path of a file inside the portal: no way out of its folder.
pub fn file(path: &str, place: Place, findings: &mut Vec<Finding>) {
    let good = !path.starts_with('/')
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if !good {
        findings.push(
            Finding::new(Code::BadValue, format!("`{path}` is not the path of a file of this portal"))
                .at(place)
                .help("write it with `/` and without `..`, like `pictures/phone.svg`"),
        );
    }
}
