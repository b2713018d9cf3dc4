//! Turns text into the language that it is surely not in, from the small words and the letters that it has.
//!
//! The word lists hold the commonest words of each language, such as every grammar names. What they do not decide stays
//! open.

pub mod tag;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use words::WORDS;

/// What can be said of a text that should be in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    Fits,
    /// It is in another language, or in letters that the language is not written in.
    Differs(&'static str),
    /// Too short, or a language that is not known well enough.
    Open,
}

/// Words that must speak for a language, and how many of a hundred they must be.
const LEAST_HITS: usize = 4;
const LEAST_SHARE: usize = 30;
/// The words of the language that it should be in may be only so many times fewer.
const LEAD: usize = 3;
const LEAST_LETTERS: usize = 20;
/// What comes after so many words changes nothing.
const LONGEST: usize = 2000;
const LONGEST_WORD: usize = 16;

pub fn judge(text: &str, tag: &str) -> Judgement {
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let letters = Letters::of(text);
    if let (Some(script), Some(expected)) = (letters.script(), script_of(&primary))
        && !tag.contains('-')
        && script != expected
        && !(script == "Han" && expected == "Kana")
    {
        return Judgement::Differs(script);
    }
    let Some(own) = WORDS.iter().position(|(code, ..)| same(code, &primary)) else {
        return if letters.script().is_some() { Judgement::Fits } else { Judgement::Open };
    };
    let (all, hits) = hits(text);
    let own = hits[own];
    let best = hits.iter().zip(WORDS).max_by_key(|(hits, _)| **hits);
    let Some((&most, (_, name, _))) = best else { return Judgement::Open };
    if most < LEAST_HITS || most * 100 < all * LEAST_SHARE {
        return if own >= LEAST_HITS { Judgement::Fits } else { Judgement::Open };
    }
    if own * LEAD <= most { Judgement::Differs(name) } else { Judgement::Fits }
}

/// How many words a text has, and how many of them each language has among its commonest.
fn hits(text: &str) -> (usize, [usize; WORDS.len()]) {
    static KNOWN: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
        let mut known: HashMap<&str, u32> = HashMap::new();
        for (number, (.., list)) in WORDS.iter().enumerate() {
            list.split(' ').for_each(|word| *known.entry(word).or_default() |= 1 << number);
        }
        known
    });
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’'))).filter(|word| !word.is_empty());
    let (mut all, mut hits) = (0, [0; WORDS.len()]);
    for word in words.take(LONGEST) {
        all += 1;
        let mut languages = known_in(&KNOWN, word);
        while languages != 0 {
            hits[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }
    (all, hits)
}

/// The languages that have a word among their commonest, one bit each.
fn known_in(known: &HashMap<&str, u32>, word: &str) -> u32 {
    if word.len() > LONGEST_WORD { 0 } else { known.get(word).copied().unwrap_or_default() }
}

fn same(code: &str, primary: &str) -> bool {
    code == primary || (code == "no" && matches!(primary, "nb" | "nn"))
}

/// How many letters of each script a text has.
#[derive(Default)]
struct Letters(Vec<(&'static str, usize)>);

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()).take(10 * LONGEST) {
            let script = script(c);
            match letters.0.iter_mut().find(|(known, _)| *known == script) {
                Some((_, count)) => *count += 1,
                None => letters.0.push((script, 1)),
            }
        }
        letters
    }

    /// The script of nearly all letters, if there are enough.
    fn script(&self) -> Option<&'static str> {
        let all: usize = self.0.iter().map(|(_, count)| count).sum();
        let (script, most) = self.0.iter().max_by_key(|(_, count)| *count)?;
        (all >= LEAST_LETTERS && most * 10 >= all * 9 && !script.is_empty()).then_some(*script)
    }
}

fn script(c: char) -> &'static str {
    match u32::from(c) {
        0x41..=0x24F | 0x1E00..=0x1EFF => "Latin",
        0x370..=0x3FF | 0x1F00..=0x1FFF => "Greek",
        0x400..=0x52F => "Cyrillic",
        0x530..=0x58F => "Armenian",
        0x590..=0x5FF => "Hebrew",
        0x600..=0x6FF | 0x750..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => "Arabic",
        0x900..=0x97F => "Devanagari",
        0x980..=0x9FF => "Bengali",
        0xA00..=0xA7F => "Gurmukhi",
        0xA80..=0xAFF => "Gujarati",
        0xB80..=0xBFF => "Tamil",
        0xE00..=0xE7F => "Thai",
        0x10A0..=0x10FF => "Georgian",
        0x1200..=0x139F => "Ethiopic",
        0x3040..=0x30FF => "Kana",
        0x3400..=0x9FFF => "Han",
        0xAC00..=0xD7AF | 0x1100..=0x11FF => "Hangul",
        _ => "",
    }
}

/// The script that a language is written in where the tag does not name another; none where there are several.
fn script_of(primary: &str) -> Option<&'static str> {
    Some(match primary {
        "ar" | "fa" | "ur" | "ps" | "ckb" | "pnb" | "ug" => "Arabic",
        "as" | "bn" => "Bengali",
        "be" | "bg" | "mk" | "ru" | "uk" => "Cyrillic",
        "el" => "Greek",
        "gu" => "Gujarati",
        "he" | "yi" => "Hebrew",
        "hi" | "mr" | "ne" => "Devanagari",
        "hy" => "Armenian",
        "ja" => "Kana",
        "ka" => "Georgian",
        "ko" => "Hangul",
        "pa" => "Gurmukhi",
        "am" | "ti" => "Ethiopic",
        "ta" => "Tamil",
        "th" => "Thai",
        "yue" | "zh" => "Han",
        other if WORDS.iter().any(|(code, ..)| same(code, other)) => "Latin",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_differs_only_where_its_words_say_so() {
        let english = "You can ask the council for a carer's assessment, and it is free for you and for your family.";
        let welsh = "Gallwch ofyn i'r cyngor am asesiad gofalwr, ac mae ar gael yn rhad ac am ddim i chi.";
        let polish =
            "Możesz poprosić o ocenę potrzeb opiekuna i nie musisz za to płacić, bo jest to bezpłatne dla wszystkich.";
        let urdu = "آپ کونسل سے نگہداشت کرنے والے کی تشخیص کے لیے کہہ سکتے ہیں";
        let bengali = "আপনি কাউন্সিলকে একজন পরিচর্যাকারীর মূল্যায়নের জন্য বলতে পারেন";
        let all = [("en", english), ("cy", welsh), ("pl", polish), ("ur", urdu), ("bn", bengali)];
        for (tag, text) in all {
            assert_eq!(judge(text, tag), Judgement::Fits, "{tag}");
            for (other, _) in all.iter().filter(|(other, _)| *other != tag) {
                assert!(matches!(judge(text, other), Judgement::Differs(_)), "{tag} as {other}");
            }
        }
    }

    #[test]
    fn short_texts_names_and_unknown_languages_stay_open() {
        for (text, tag) in [
            ("Carers Wales", "cy"),
            ("Leeds Carers Hub 0113 496 0000", "en"),
            ("", "en"),
            ("Lëtzebuerg ass e Land an Europa, an et ass net esou grouss.", "en"),
            ("Ebe nwere onye nwere ike inyere gi aka na nlekota ezinulo gi", "ig"),
        ] {
            assert!(!matches!(judge(text, tag), Judgement::Differs(_)), "{text}");
        }
    }
}
