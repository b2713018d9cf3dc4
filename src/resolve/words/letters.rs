//! Turns a name into the letter under which an A to Z files it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;
use icu::locale::exemplar_chars::ExemplarCharacters;

use super::welsh::capital;

/// The heading for names that begin with a digit.
const DIGITS: &str = "0–9";

/// The letters of a language's index, in CLDR's "index exemplars": `Ll` is one in Welsh, `Ł` in Polish.
#[derive(Debug)]
pub(super) struct Letters {
    /// By how many characters they have, longest first, so that `Ll` is found before `L`; each by its sort key.
    letters: BTreeMap<Reverse<usize>, HashMap<Vec<u8>, String>>,
    /// Looks at base letters only: `É` is filed under `E` where it is not a letter of its own.
    base: CollatorBorrowed<'static>,
}

impl Letters {
    pub(super) fn new(locale: &Locale) -> Self {
        let found = ExemplarCharacters::try_new_index(&locale.into());
        // CLDR has no index for some languages; then every first letter is one of its own.
        let found: Vec<String> = found.map_or_else(
            |_| Vec::new(),
            |found| {
                let single = found.code_points().iter_chars().map(String::from);
                single.chain(found.strings().iter().map(titlecase)).collect()
            },
        );
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        let base = Collator::try_new(locale.into(), options).expect("ICU's own data has a root for every language");
        let mut letters: BTreeMap<_, HashMap<_, _>> = BTreeMap::new();
        for letter in found {
            let alike = letters.entry(Reverse(letter.chars().count())).or_default();
            alike.entry(key(&base, &letter)).or_insert(letter);
        }
        Self { letters, base }
    }

    /// `Ll` for `llety`, `E` for `Évora`, `0–9` for `24 hour line`; nothing for a name without letters and digits.
    pub(super) fn initial(&self, name: &str) -> String {
        let name = from_first_letter(name);
        let Some(first) = name.chars().next() else { return String::new() };
        if first.is_numeric() {
            return DIGITS.to_owned();
        }
        let filed = self.letters.iter().find_map(|(Reverse(length), letters)| {
            let end = name.char_indices().nth(*length).map_or(name.len(), |(end, _)| end);
            letters.get(&key(&self.base, &name[..end]))
        });
        filed.cloned().unwrap_or_else(|| capital(&String::from(first)))
    }
}

/// What is the same for two texts that a collator holds equal.
fn key(collator: &CollatorBorrowed<'static>, text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    let Ok(()) = collator.write_sort_key_to(text, &mut key);
    key
}

/// A name without what stands before its first letter or digit: `‘Time for you’` is filed with T.
pub(super) fn from_first_letter(name: &str) -> &str {
    name.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// `LL` or `ll` as a heading: `Ll`.
fn titlecase(letter: &str) -> String {
    capital(&letter.to_lowercase())
}
