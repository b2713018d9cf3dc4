//! Turns small portals and languages into the words that readers get.

mod files;
mod languages;

use jiff::civil::Weekday;

use super::*;
use crate::load::{Hash, Source, SourceBody};
use crate::model::{Hours, Repeat, Schedule, Time};

const CY: &str = include_str!("../../../locales/cy.ftl");
const UR: &str = include_str!("../../../locales/ur.ftl");

/// Declared in `words()`; the last ones are those for which CLDR has little or nothing.
const LANGUAGES: [&str; 18] = [
    "en", "cy", "ur", "pl", "bn", "pa", "gu", "so", "ro", "ar", "zh-Hans", "ks", "ps", "bfi", "xx", "rom", "pnb",
    "pa-Arab",
];

fn lang(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn sources(files: &[(&str, &str)]) -> Sources {
    let source = |(path, text): &(&str, &str)| {
        let path: Arc<str> = (*path).into();
        let body = SourceBody::Text((*text).into());
        (path.clone(), Source { path, body, hash: Hash::of(text.as_bytes()) })
    };
    Sources { files: files.iter().map(source).collect() }
}

fn words() -> Words {
    let files = sources(&[("locales/en.ftl", REFERENCE), ("locales/cy.ftl", CY), ("locales/ur.ftl", UR)]);
    Words::build(&files, &LANGUAGES.map(lang), &BTreeMap::new()).value
}

/// The words of a portal in English and Welsh with these strings.
fn small(reference: &str, welsh: &str) -> Diagnosed<Words> {
    let files = sources(&[("locales/cy.ftl", welsh)]);
    Words::with_reference(reference, &files, &[lang("cy")], &BTreeMap::new())
}

/// `file:start-end severity[code] message (help)`.
fn findings(reference: &str, welsh: &str) -> Vec<String> {
    let show = |finding: Finding| {
        let place = match finding.place {
            Some(Place { file, spot: crate::diag::Spot::Bytes(start, end) }) => format!("{file}:{start}-{end}"),
            Some(Place { file, .. }) => file.to_string(),
            None => String::new(),
        };
        let (severity, code) = (finding.severity.as_str(), finding.code.id());
        format!("{place} {severity}[{code}] {} ({})", finding.message, finding.help)
    };
    small(reference, welsh).findings.into_iter().map(show).collect()
}

/// 9am to 5pm on these days; `1` is Monday.
fn weekly(days: &str) -> Schedule {
    let day =
        |digit: char| Weekday::from_monday_one_offset(i8::try_from(digit.to_digit(10).unwrap()).unwrap()).unwrap();
    let repeat = Repeat::Weekly(days.chars().map(day).collect());
    Schedule {
        repeat,
        hours: Hours::Spans(vec![(Time(9 * 60), Time(17 * 60))]),
        from: None,
        until: None,
        attend: None,
        appointment: false,
    }
}
