//! Turns a language into its list of common words, where there is one that may be passed on and that tells hard words
//! from easy ones.
//!
//! Only English has one: see `everyday/LICENCE.txt`. Lists of word forms by frequency exist for Polish, Urdu and Bengali,
//! but those languages change their words so much that a list of 10,000 forms calls a fifth of the plainest Polish text
//! hard ("zadzwoń", "pielęgniarce"). For Welsh and Panjabi no list with a licence is known. There the glossary alone says
//! what is hard.

use std::collections::HashSet;

use crate::model::Language;

pub struct CommonWords(HashSet<&'static str>);

impl CommonWords {
    pub fn of(language: Language) -> Option<Self> {
        match language.as_str() {
            "en" => Some(Self(include_str!("everyday/en.txt").lines().collect())),
            _ => None,
        }
    }

    /// Whether a word, in small letters, is common, or is a form of a common word.
    pub fn has(&self, word: &str) -> bool {
        let word = word.strip_suffix("'s").unwrap_or(word);
        let known = |word: &str| self.0.contains(word);
        known(word) || self.is_form(word) || word.contains('-') && word.split('-').all(|part| self.has_part(part))
    }

    fn has_part(&self, part: &str) -> bool {
        part.len() < 2 || part.bytes().all(|b| b.is_ascii_digit()) || self.0.contains(part) || self.is_form(part)
    }

    /// `writes`, `washing`, `hurried`, `stopped` and `safer` are forms of words that are known.
    fn is_form(&self, word: &str) -> bool {
        const ENDINGS: [&str; 6] = ["s", "es", "ed", "ing", "er", "est"];
        ENDINGS.iter().any(|ending| {
            let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) else { return false };
            let doubled = stem.as_bytes()[stem.len() - 2..].windows(2).any(|two| two[0] == two[1]);
            self.0.contains(stem)
                || (*ending != "s" && self.ends_with(stem, "e"))
                || stem.strip_suffix('i').is_some_and(|stem| self.ends_with(stem, "y"))
                || (doubled && *ending != "s" && self.0.contains(&stem[..stem.len() - 1]))
        })
    }

    /// Whether `stem` with an `ending` is a word; stems are short.
    fn ends_with(&self, stem: &str, ending: &str) -> bool {
        self.0.contains([stem, ending].concat().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_common_words_are_common() {
        let english = CommonWords::of("en".parse().unwrap()).unwrap();
        for word in ["help", "helps", "washing", "taking", "stopped", "families", "safer", "doctor's", "well-known"] {
            assert!(english.has(word), "{word}");
        }
        for word in ["respite", "discretionary", "domiciliary", "statutory", "ramp"] {
            assert!(!english.has(word), "{word}");
        }
    }

    #[test]
    fn a_language_without_a_list_has_none() {
        for tag in ["cy", "pl", "ur", "bn", "pa", "xx"] {
            assert!(CommonWords::of(tag.parse().unwrap()).is_none(), "{tag}");
        }
    }
}
