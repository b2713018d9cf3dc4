//! Turns the interface's strings into the words of the panel, in the language of the page that it stands over.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::said::Said;
use crate::load::Sources;
use crate::model::{Edition, Language};
use crate::resolve::Words;
use crate::resolve::words::Arg;

/// Words that say the same whatever was found.
const PLAIN: [&str; 17] = [
    "preview-panel",
    "preview-pending",
    "preview-behind",
    "preview-here",
    "preview-elsewhere",
    "preview-error",
    "preview-warning",
    "preview-help",
    "preview-guide",
    "preview-language",
    "preview-place",
    "preview-edition",
    "preview-show",
    "preview-day",
    "preview-show-day",
    "preview-first-day",
    "preview-dashboard",
];

/// All that the panel says of itself, by the ids of the strings. What was found is in the words of `check`.
pub fn labels(words: &Words, language: Language, said: &Said) -> Value {
    let mut labels: Map<String, Value> =
        PLAIN.iter().map(|id| ((*id).to_owned(), words.text_plain(language, id, &[]).into())).collect();
    labels.insert("title".to_owned(), title(words, language, said).into());
    labels.insert("reach".to_owned(), json!(reach(words, language, said)));
    let chrome = words.chrome(language);
    labels.insert("lang".to_owned(), chrome.as_str().into());
    labels.insert("dir".to_owned(), json!(chrome.direction()));
    Value::Object(labels)
}

/// For a portal whose own words cannot be had.
pub fn in_english(said: &Said) -> Value {
    let english: Language = "en".parse().expect("`en` is a language");
    let words = Words::build(&Sources::default(), &[english], &BTreeMap::new()).value;
    labels(&words, english, said)
}

/// An edition in the words of its readers.
pub fn edition(words: &Words, language: Language, edition: Edition) -> String {
    let id = match edition {
        Edition::Standard => "standard-version",
        Edition::EasyRead => "easy-read-version",
    };
    words.text_plain(language, id, &[])
}

/// How much is to be mended.
fn title(words: &Words, language: Language, said: &Said) -> String {
    let count = |id, number: usize| words.text_plain(language, id, &[("count", Arg::from(number))]);
    let counts = [("preview-errors", said.errors), ("preview-warnings", said.warnings)];
    let found: Vec<String> =
        counts.into_iter().filter(|(_, number)| *number > 0).map(|(id, number)| count(id, number)).collect();
    let found = match (&said.trouble, found.is_empty()) {
        (Some(trouble), _) => trouble.clone(),
        (None, true) => words.text_plain(language, "preview-nothing", &[]),
        (None, false) => words.list(language, &found.iter().map(String::as_str).collect::<Vec<_>>()),
    };
    let id = if said.is_pending { "preview-title-so-far" } else { "preview-title" };
    words.text_plain(language, id, &[("found", found.as_str().into())])
}

/// What is said of findings that stand in so many pages.
fn reach(words: &Words, language: Language, said: &Said) -> BTreeMap<String, String> {
    let numbers: BTreeSet<u64> = said.reaches().collect();
    let text = |number: u64| words.text_plain(language, "preview-reach", &[("count", Arg::Number(number))]);
    numbers.into_iter().map(|number| (number.to_string(), text(number))).collect()
}
