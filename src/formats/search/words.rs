//! Turns a text into the words that it is found by: without case, accents and endings. The search's script folds what is
//! typed in the same way.

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::{CodePointMapData, props::GeneralCategory};

use crate::model::Language;

/// Folds the words of one language.
#[derive(Debug)]
pub struct Folder {
    is_english: bool,
    decomposed: String,
}

impl Folder {
    pub fn new(language: Language) -> Self {
        Self { is_english: language.as_str() == "en", decomposed: String::new() }
    }

    /// The words of a short text, folded, in order.
    pub fn words(&mut self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.extend(self.fold(word)));
        words
    }

    /// A word as it is looked up; none for one that says nothing.
    pub fn fold(&mut self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        let mut folded = String::with_capacity(lower.len());
        if lower.is_ascii() {
            folded.push_str(&lower);
        } else {
            self.decomposed.clear();
            DecomposingNormalizerBorrowed::new_nfd()
                .normalize_to(&lower, &mut self.decomposed)
                .expect("a string takes what is written to it");
            for c in self.decomposed.chars().filter(|&c| !is_dropped(c)) {
                push_folded(c, &mut folded);
            }
        }
        if self.is_english {
            stem(&mut folded);
        }
        (!folded.is_empty() && !is_one_letter(&folded)).then_some(folded)
    }
}

/// Hands on each word of a text as it is written. An ideograph is a word.
pub fn each_word<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    let mut start = None;
    for (at, c) in text.char_indices() {
        let is_ideograph = ('\u{3400}'..='\u{9fff}').contains(&c);
        let goes_on = if c.is_ascii() { c.is_ascii_alphanumeric() } else { !is_ideograph && belongs(c) };
        match (goes_on, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                each(&text[from..at]);
                start = None;
            }
            _ => {}
        }
        if is_ideograph {
            each(&text[at..at + c.len_utf8()]);
        }
    }
    if let Some(from) = start {
        each(&text[from..]);
    }
}

/// Letters, digits, the signs that letters carry, and the joiners inside words.
fn belongs(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{200c}' | '\u{200d}')
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
        )
}

/// Accents, marks of Arabic vowels and stretching, Indic dots and nasal signs, joiners: what people leave out.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{93c}'
            | '\u{981}'
            | '\u{9bc}'
            | '\u{a01}'..='\u{a02}'
            | '\u{a3c}'
            | '\u{a70}'..='\u{a71}'
            | '\u{abc}'
            | '\u{200b}'..='\u{200f}'
    )
}

/// Letters without a decomposition, forms of Arabic letters, digits of other scripts.
fn push_folded(c: char, folded: &mut String) {
    let one = match c {
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ħ' => 'h',
        'ı' => 'i',
        'ß' => return folded.push_str("ss"),
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'þ' => return folded.push_str("th"),
        '\u{643}' => '\u{6a9}',
        '\u{649}' | '\u{64a}' => '\u{6cc}',
        '\u{629}' | '\u{647}' | '\u{6be}' | '\u{6c3}' | '\u{6d5}' => '\u{6c1}',
        '\u{671}' => '\u{627}',
        c => digit(c).unwrap_or(c),
    };
    folded.push(one);
}

/// Digits in Arabic, Persian, Devanagari, Bengali, Gurmukhi and Gujarati scripts.
fn digit(c: char) -> Option<char> {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}'];
    let value =
        zeros.iter().find_map(|&zero| (u32::from(c)).checked_sub(u32::from(zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

fn is_one_letter(word: &str) -> bool {
    word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic()
}

/// English endings: `carers`, `benefits`, `worked`, `planning`. It is wary: what is left has four letters.
fn stem(word: &mut String) {
    if !word.is_ascii() || word.len() < 4 {
        return;
    }
    if word.ends_with("ies") && word.len() > 4 {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["sses", "shes", "ches", "xes"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.truncate(word.len() - 1);
    }
    let ending = ["ing", "ed"].into_iter().find(|end| word.ends_with(end) && word.len() >= end.len() + 4);
    if let Some(ending) = ending {
        word.truncate(word.len() - ending.len());
        let end = &word.as_bytes()[word.len() - 2..];
        if end[0] == end[1] && !b"lsz".contains(&end[0]) {
            word.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, text: &str) -> String {
        Folder::new(language.parse().unwrap()).words(text).join(" ")
    }

    #[test]
    fn accents_case_and_letter_forms_do_not_matter() {
        for (language, text, folded) in [
            ("cy", "Tŷ Gŵyl i’r gofalwyr", "ty gwyl gofalwyr"),
            ("pl", "Zasiłki: ŻYCIE, łóżko", "zasilki zycie lozko"),
            ("ur", "كي ہے", "\u{6a9}\u{6cc} \u{6c1}\u{6d2}"),
            ("ur", "\u{6c1}\u{200c}\u{6c1} ۲۰", "\u{6c1}\u{6c1} 20"),
            ("bn", "চাঁদ ১২", "চাদ 12"),
            ("pa", "ਸਿੰਘ", "ਸਿਘ"),
            ("zh-Hans", "护理 a1", "护 理 a1"),
        ] {
            assert_eq!(words(language, text), folded, "{text}");
        }
    }

    #[test]
    fn english_endings_go_where_enough_is_left() {
        let text = "Carer’s carers caring benefits assessments planned working families boxes bus is class needed";
        let seen = words("en", text);
        assert_eq!(seen, "carer carer caring benefit assessment plan work family box bus is class need");
    }
}
