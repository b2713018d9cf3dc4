//! Turns the interface strings of `locales/` and CLDR's data into the words that the generator itself says.

mod strings;
mod kinds;
mod uses;
mod check;
mod formats;
mod letters;
mod library;
mod names;
mod plurals;
mod times;
mod welsh;

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::Value;

use crate::diag::{Code, Diagnosed, Finding, Place, Step};
use crate::load::Sources;
use crate::model::Language;
use crate::model::bidi::{END, FIRST_STRONG};

use formats::Formats;
use library::Library;
use strings::Strings;

pub use kinds::Named;
pub use plurals::{PluralForm, plurals};

/// The strings that say which there are and what values they are given: the ones this program was written with.
const REFERENCE: &str = include_str!("../../locales/en.ftl");

/// A value for a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words to show, perhaps in another script than those around them.
    Text(&'a str),
    /// A word that is never shown: the string chooses by it.
    Key(&'a str),
    /// Shown with the separators of the language; chooses plurals.
    Number(u64),
    /// Likewise, with the decimals as written (`37.5`).
    Decimal(&'a str),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number.try_into().unwrap_or(u64::MAX))
    }
}

/// The words of every language of a portal. Each method answers without changing it, from any thread. A language is
/// prepared when something is first said in it.
///
/// A language that the portal does not declare is answered in English.
pub struct Words {
    library: Library,
    /// Each language with those that it falls back to.
    chains: BTreeMap<Language, Vec<Language>>,
    voices: BTreeMap<Language, OnceLock<Voice>>,
    reference: OnceLock<Voice>,
    /// The name of each language in itself: all of them stand on every page.
    autonyms: BTreeMap<Language, OnceLock<String>>,
}

/// One language with the places where its words come from.
struct Voice {
    chrome: Language,
    times: Language,
    /// Whether the language's own strings say how a time of day is written.
    tells_time: bool,
    /// The language's own strings, those of its fallbacks, the reference.
    strings: Vec<Arc<Strings>>,
    /// Every string that takes no values.
    plain: BTreeMap<String, String>,
    table: Arc<Value>,
    formats: Formats,
    /// What CLDR calls the portal's languages in this one; asking it takes as long as making a small page.
    names: BTreeMap<Language, Option<String>>,
}

/// What a name is sorted by in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey<'n> {
    dictionary: Vec<u8>,
    /// Tells apart what the dictionary holds equal.
    name: &'n str,
}

/// Whether a value is kept from mixing with the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Isolation {
    Marks,
    None,
}

impl Words {
    /// Reads `locales/<language>.ftl` for `languages` and those that they fall back to, and finds what is wrong there.
    ///
    /// What a language lacks comes from its fallbacks in order, and from English in the end.
    pub fn build(
        sources: &Sources,
        languages: &[Language],
        fallback: &BTreeMap<Language, Vec<Language>>,
    ) -> Diagnosed<Self> {
        Self::with_reference(REFERENCE, sources, languages, fallback)
    }

    /// The same words, where what is wrong with them is known already.
    pub fn known(sources: &Sources, languages: &[Language], fallback: &BTreeMap<Language, Vec<Language>>) -> Self {
        Self::unread(REFERENCE, sources, languages, fallback)
    }

    fn with_reference(
        reference: &str,
        sources: &Sources,
        languages: &[Language],
        fallback: &BTreeMap<Language, Vec<Language>>,
    ) -> Diagnosed<Self> {
        let words = Self::unread(reference, sources, languages, fallback);
        let mut findings = words.library.findings();
        let without = languages.iter().filter(|language| words.library.get(**language).is_none());
        findings.extend(without.map(|&language| absent(language)));
        words.chains.par_iter().for_each(|(&language, _)| {
            let _prepared = words.voice(language);
        });
        Diagnosed::new(words, findings)
    }

    fn unread(
        reference: &str,
        sources: &Sources,
        languages: &[Language],
        fallback: &BTreeMap<Language, Vec<Language>>,
    ) -> Self {
        let chain_of = |language: Language| chain(language, fallback.get(&language).map_or(&[][..], Vec::as_slice));
        let wanted: BTreeSet<Language> = languages.iter().flat_map(|&language| chain_of(language)).collect();
        Self {
            library: Library::new((english(), reference), sources, &wanted),
            chains: wanted.iter().map(|&language| (language, chain_of(language))).collect(),
            voices: wanted.iter().map(|&language| (language, OnceLock::new())).collect(),
            reference: OnceLock::new(),
            autonyms: wanted.iter().map(|&language| (language, OnceLock::new())).collect(),
        }
    }

    /// The language that the strings of `language` are really in: its own, or its fallback's where it has no file.
    pub fn chrome(&self, language: Language) -> Language {
        self.voice(language).chrome
    }

    /// Every string without values, as an object: `skip-to-content` is `skip_to_content`.
    pub fn table(&self, language: Language) -> Arc<Value> {
        self.voice(language).table.clone()
    }

    /// A string for running text. Values that are words stand between isolation marks, so that an English name does not
    /// disturb an Urdu sentence. The id itself, where no file has the string.
    pub fn text(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.voice(language).format(id, args, Isolation::Marks)
    }

    /// A string without isolation marks, for attributes and addresses.
    pub fn text_plain(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.voice(language).format(id, args, Isolation::None)
    }

    /// Whether there is a string of that id, in the language or in what it falls back to.
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.voice(language).strings.iter().any(|strings| strings.get(id).is_some())
    }

    /// A date in words: `12 October 2026`, `12 Hydref 2026`. Gregorian, with Latin digits, in every language.
    pub fn date(&self, language: Language, date: Date) -> String {
        self.voice(language).formats.date(date)
    }

    /// `a, b and c`; in Welsh `a, b a c`, with `ac` before a vowel.
    pub fn list(&self, language: Language, items: &[&str]) -> String {
        self.voice(language).formats.list(items)
    }

    /// The order of a dictionary of the language (CLDR), from the first letter on: in Welsh `ch` comes after `cy`.
    pub fn compare(&self, language: Language) -> impl Fn(&str, &str) -> Ordering + Sync + '_ {
        let formats = &self.voice(language).formats;
        move |a, b| formats.compare(a, b)
    }

    /// What sorts names as `compare` does: cheaper for long lists, where each is compared with many.
    pub fn sort_key<'n>(&self, language: Language, name: &'n str) -> SortKey<'n> {
        SortKey { dictionary: self.voice(language).formats.sort_key(name), name }
    }

    /// The letter under which an A to Z files a name: `Ll` for `Llandudno` in Welsh, `L` in English; `0–9` for a digit;
    /// nothing for a name with neither.
    pub fn initial(&self, language: Language, name: &str) -> String {
        self.voice(language).formats.initial(name)
    }

    /// The name of a language in itself, as it stands in a menu: `Cymraeg`, `اردو`.
    pub fn autonym(&self, language: Language) -> String {
        let known = self.autonyms.get(&language).map(|name| name.get_or_init(|| names::autonym(language)));
        known.cloned().unwrap_or_else(|| names::autonym(language))
    }

    /// The name of a language in another: its `language-` string there, or what CLDR has; else likewise in the fallback;
    /// else its own name for itself.
    pub fn language_name(&self, of: Language, in_language: Language) -> String {
        let id = format!("language-{}", of.as_str().to_lowercase());
        let voice = self.voice(in_language);
        let own = voice.chrome == in_language && voice.strings[0].get(&id).is_some();
        let string = || voice.plain.get(&id).cloned();
        let known = || voice.names.get(&of).cloned();
        let cldr = || known().unwrap_or_else(|| names::cldr(of, in_language));
        if own { string() } else { cldr().or_else(string) }
            .or_else(|| names::cldr(of, voice.chrome))
            .unwrap_or_else(|| names::autonym(of))
    }

    fn voice(&self, language: Language) -> &Voice {
        let known = self.voices.get(&language).zip(self.chains.get(&language));
        known.map_or_else(|| self.reference(), |(voice, chain)| voice.get_or_init(|| self.make(language, chain)))
    }

    fn reference(&self) -> &Voice {
        self.reference.get_or_init(|| {
            Voice::new(english(), vec![self.library.reference().clone()], Formats::new(english(), &[english()]))
        })
    }

    fn make(&self, language: Language, chain: &[Language]) -> Voice {
        let files = chain.iter().filter_map(|&language| self.library.get(language));
        let strings = files.chain([self.library.reference()]).cloned().collect();
        let names = self.chains.keys().map(|&of| (of, names::cldr(of, language))).collect();
        Voice { names, ..Voice::new(language, strings, Formats::new(language, chain)) }
    }
}

fn english() -> Language {
    "en".parse().expect("`en` is a language tag")
}

impl Voice {
    fn new(language: Language, strings: Vec<Arc<Strings>>, formats: Formats) -> Self {
        let chrome = strings[0].language;
        let complete = |strings: &&Arc<Strings>| times::PATTERNS.iter().all(|id| strings.get(id).is_some());
        let times = strings.iter().find(complete).map_or(chrome, |strings| strings.language);
        let tells_time = chrome == language && times::TIME_PATTERNS.iter().all(|id| strings[0].get(id).is_some());
        let plain = plain(&strings);
        let table = plain.iter().map(|(id, text)| (id.replace('-', "_"), Value::from(text.as_str()))).collect();
        Self { chrome, times, tells_time, strings, plain, table: Arc::new(table), formats, names: BTreeMap::new() }
    }

    /// A string put together from parts of the same language, which need no marks between them.
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format(id, args, Isolation::None)
    }

    fn format(&self, id: &str, args: &[(&str, Arg<'_>)], isolation: Isolation) -> String {
        if let Some(text) = self.plain.get(id) {
            return text.clone();
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, value(*arg, isolation));
        }
        self.strings.iter().find_map(|strings| strings.format(id, &values)).unwrap_or_else(|| id.to_owned())
    }
}

fn value(arg: Arg<'_>, isolation: Isolation) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) if isolation == Isolation::Marks => FluentValue::from(format!("{FIRST_STRONG}{text}{END}")),
        Arg::Text(text) | Arg::Key(text) => FluentValue::from(text),
        Arg::Number(number) => FluentValue::from(number),
        Arg::Decimal(text) => FluentValue::try_number(text),
    }
}

/// The strings that take no values, each from the first file that has it.
fn plain(strings: &[Arc<Strings>]) -> BTreeMap<String, String> {
    let mut plain = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for file in strings {
        for (id, message) in file.messages() {
            if seen.insert(id) && message.uses.is_empty() {
                plain.extend(file.format(id, &FluentArgs::new()).map(|text| (id.to_owned(), text)));
            }
        }
    }
    plain
}

fn chain(language: Language, fallback: &[Language]) -> Vec<Language> {
    let mut chain = vec![language];
    for &next in fallback {
        if !chain.contains(&next) {
            chain.push(next);
        }
    }
    chain
}

fn absent(language: Language) -> Finding {
    let message = format!("the language `{language}` has no interface strings, so its menus speak another language");
    let place = Place::key(&"content/portal.yaml".into(), [Step::from("languages")]);
    let help = format!("copy `locales/en.ftl` to `locales/{language}.ftl` and translate it");
    Finding::new(Code::StringsMissing, message).at(place).help(help)
}
