//! Turns a language into its name: in itself, or in another language.

use icu::locale::names::{LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};

use super::formats::locale;
use super::welsh::capital;
use crate::model::Language;

/// Names that CLDR does not have in the language itself.
const OWN_NAMES: [(&str, &str); 6] = [
    ("bfi", "British Sign Language"),
    ("pa-Arab", "پنجابی"),
    ("pnb", "پنجابی"),
    ("rom", "Romani"),
    ("sco", "Scots"),
    ("ti", "ትግርኛ"),
];

/// The name of a language in itself, as it stands in a menu: `Cymraeg`, `Polski`, `اردو`. Its tag if nobody knows it.
pub(super) fn autonym(language: Language) -> String {
    let own = OWN_NAMES.iter().find(|(tag, _)| *tag == language.as_str());
    let name = own.map(|(_, name)| (*name).to_owned()).or_else(|| cldr(language, language));
    name.map_or_else(|| language.to_string(), |name| capital(&name))
}

/// The name that CLDR has for a language in another, in the spelling that it has inside a sentence.
pub(super) fn cldr(of: Language, language: Language) -> Option<String> {
    let options = LanguageIdentifierDisplayNameOptions::default();
    let name = LanguageIdentifierDisplayName::try_new_heavy((&locale(language)).into(), of.identifier(), options);
    let name = name.expect("ICU's own data has a root for every language").as_borrowed().to_string();
    // A subtag without a name comes back as it is, alone or before its script in brackets.
    let subtag = of.identifier().language.to_string();
    let known = name != subtag && !name.starts_with(&format!("{subtag} ("));
    known.then_some(name)
}
