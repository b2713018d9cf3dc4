//! Turns the difference between a language's strings and the reference strings into findings.

use super::strings::{Message, Strings};
use crate::diag::{Code, Finding, Place, Severity};

/// How many ids one finding names.
const NAMED: usize = 12;

/// Strings that any language may add: names of languages that CLDR does not have.
const OPTIONAL: &str = "language-";

/// What is missing in `strings`, what nobody asks for, and what uses other values than the generator gives.
pub(super) fn compare(strings: &Strings, reference: &Strings) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(missing(strings, reference));
    for (id, message) in strings.messages() {
        match reference.get(id) {
            Some(original) => findings.extend(values(strings, id, (message, original))),
            None if id.starts_with(OPTIONAL) => {}
            None => findings.push(unknown(strings, id, reference)),
        }
    }
    findings
}

fn missing(strings: &Strings, reference: &Strings) -> Option<Finding> {
    let ids: Vec<&str> = reference
        .messages()
        .map(|(id, _)| id)
        .filter(|id| strings.get(id).is_none() && !strings.is_broken(id) && !id.starts_with(OPTIONAL))
        .collect();
    let named = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let message = match ids.len() {
        0 => return None,
        1 => format!("the string {named} is missing"),
        count if count <= NAMED => format!("{count} strings are missing: {named}"),
        count => format!("{count} strings are missing: {named} and {} more", count - NAMED),
    };
    let help = "translate them from `locales/en.ftl`; until then readers see the words of another language";
    Some(Finding::new(Code::StringMissing, message).at(Place::file(&strings.file)).help(help))
}

fn unknown(strings: &Strings, id: &str, reference: &Strings) -> Finding {
    let place = strings.get(id).map(|message| Place::bytes(&strings.file, message.at.clone()));
    let help = match nearest(id, reference) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "remove it, or look up its name in `locales/en.ftl`".to_owned(),
    };
    let mut finding = Finding::new(Code::StringUnknown, format!("the string `{id}` is shown nowhere")).help(help);
    finding.place = place;
    finding
}

/// The reference's id that `id` was probably meant to be.
fn nearest<'a>(id: &str, reference: &'a Strings) -> Option<&'a str> {
    let distances = reference.messages().map(|(known, _)| (strsim::damerau_levenshtein(id, known), known));
    distances.min().filter(|(distance, known)| *distance <= known.len().div_ceil(3)).map(|(_, known)| known)
}

/// A value that is not given would show as `{$name}`: an error. One that the original shows and the translation does
/// not may be meant, but then a time or a number is lost to readers: a warning.
fn values(strings: &Strings, id: &str, (message, original): (&Message, &Message)) -> Vec<Finding> {
    let place = Place::bytes(&strings.file, message.at.clone());
    let given: Vec<&str> = original.uses.names().chain(original.offered.iter().map(String::as_str)).collect();
    let foreign = message.uses.names().filter(|name| !given.contains(name)).map(|name| {
        let text = format!("the string `{id}` uses `${name}`, which it is not given");
        Finding::new(Code::StringArgument, text).at(place.clone()).help(offer(&given))
    });
    let lost = original.uses.shown.iter().filter(|name| !message.uses.contains(name)).map(|name| {
        let text = format!("the string `{id}` leaves out `${name}`, so readers do not see it");
        let help = format!("put `{{ ${name} }}` where it belongs");
        let finding = Finding::new(Code::StringArgument, text).at(place.clone()).help(help);
        Finding { severity: Severity::Warning, ..finding }
    });
    foreign.chain(lost).collect()
}

fn offer(given: &[&str]) -> String {
    let mut names: Vec<String> = given.iter().map(|name| format!("`${name}`")).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        "write it without values in braces".to_owned()
    } else {
        format!("it is given {}", names.join(", "))
    }
}
