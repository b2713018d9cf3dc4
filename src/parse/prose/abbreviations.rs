//! Turns the word before a full stop into whether the stop belongs to the word.

use crate::model::Language;

/// Words that stand before a full stop and another word, in small letters and without their last stop. Those that end a
/// sentence as often, such as `etc.`, are left out: two short sentences do less harm than one long.
const ENGLISH: [&str; 23] = [
    "dr", "mr", "mrs", "ms", "prof", "rev", "st", "e.g", "i.e", "eg", "ie", "tel", "ext", "approx", "vs", "cf", "hon",
    "sgt", "capt", "fig", "dept", "est", "mx",
];
const WELSH: [&str; 12] = ["dr", "mr", "mrs", "ms", "prof", "parch", "st", "e.e", "h.y", "ff", "rhif", "tud"];
const POLISH: [&str; 21] = [
    "dr", "prof", "np", "tzn", "tj", "m.in", "ul", "al", "pl", "nr", "tel", "ok", "godz", "św", "mgr", "inż", "hab",
    "lek", "woj", "pow", "im",
];

/// Whether a word before a full stop is an abbreviation or the initial of a name.
pub fn is_one(word: &str, language: Language) -> bool {
    let list: &[&str] = match language.as_str() {
        "cy" => &WELSH,
        "pl" => &POLISH,
        // English abbreviations stand in texts of all languages of Britain.
        _ => &ENGLISH,
    };
    is_initial(word) || list.iter().any(|known| is_same(word, known))
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase() && c != 'I')
}

/// Whether a word is `small` but for capitals.
fn is_same(word: &str, small: &str) -> bool {
    word.len() == small.len() && word.chars().flat_map(char::to_lowercase).eq(small.chars())
}
