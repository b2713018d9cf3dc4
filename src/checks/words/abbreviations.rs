//! Turns abbreviations into findings that say the whole words.

use std::collections::BTreeSet;

use super::easy::emphasis;
use super::notes::Notes;
use super::page::{Page, Passage};
use super::spelling;
use crate::diag::{Code, Finding};
use crate::parse::prose::{Marks, Word};

/// What everybody in the United Kingdom knows by its letters (GOV.UK style guide: UK, EU, VAT, MP and their likes; NHS
/// style guide: NHS, GP), and the Welsh for NHS, VAT and UK.
const WELL_KNOWN: [&str; 26] = [
    "UK", "EU", "US", "USA", "NHS", "GP", "GPS", "TV", "PDF", "BBC", "MP", "VAT", "ID", "PIN", "PO", "SMS", "CD",
    "DVD", "AM", "PM", "BSL", "QR", "CV", "GIG", "TAW", "DU",
];
/// Longer words in capitals are shouted.
const LONGEST: usize = 6;

/// E008: no abbreviation but those that the page explains or the glossary allows.
pub fn easy_read(page: &Page<'_>, notes: &mut Notes<'_>) {
    Search { page, code: Code::EasyAbbreviation, source: "(GOV.UK, Inclusion Europe, Norfolk)" }.run(notes);
}

/// W005: the same, but for what everybody knows.
pub fn standard(page: &Page<'_>, notes: &mut Notes<'_>) {
    Search { page, code: Code::Abbreviation, source: "(GOV.UK style guide)" }.run(notes);
}

struct Search<'a, 'p> {
    page: &'p Page<'a>,
    code: Code,
    source: &'static str,
}

impl<'a> Search<'a, '_> {
    fn run(&self, notes: &mut Notes<'_>) {
        let mut seen: BTreeSet<&'a str> = BTreeSet::new();
        let mut room = String::new();
        let firsts = Firsts::of(self.page.speech.abbreviations);
        if firsts.is_empty && !self.page.has_capitals() {
            return;
        }
        for (passage, _, words) in self.page.sentences() {
            for at in 0..words.len() {
                let word = &words[at];
                if !firsts.let_pass(passage.str(word)) {
                    continue;
                }
                if word.value.is_some() || word.marks.has(Marks::CODE) {
                    continue;
                }
                let written = passage.str(word);
                if let Some(instead) = self.short_form(passage, word) {
                    notes.add(self.finding(passage, word).help(format!("write `{instead}` {}", self.source)));
                } else if self.is_unknown(passage, words, at) {
                    let allowed = self.page.terms.known.find(passage.text, &words[at..], &mut room).is_some();
                    let explained = word.marks.has(Marks::BRACKET) || is_explained_after(words, at);
                    // Once a page has explained or told one, it says no more about it.
                    if seen.insert(written) && !allowed && !explained {
                        let help = format!(
                            "write the whole words, and the letters in brackets after them; or add `{written}` to \
                             `known-words` of `rules:` in `content/portal.yaml` if your readers know it {}",
                            self.source
                        );
                        notes.add(self.finding(passage, word).help(help));
                    }
                }
            }
        }
    }

    fn short_form(&self, passage: Passage<'_>, word: &Word) -> Option<&'static str> {
        let written = passage.str(word);
        if written.len() > LONGEST {
            return None;
        }
        let instead = spelling::replacement(written, self.page.speech.abbreviations);
        instead.filter(|_| !spelling::is_capitals(written))
    }

    /// Whether a word is letters that stand for words.
    fn is_unknown(&self, passage: Passage<'_>, words: &[Word], at: usize) -> bool {
        let written = passage.str(&words[at]);
        let mut bytes = written.bytes();
        if !(bytes.next().is_some_and(|b| b.is_ascii_uppercase())
            && bytes.next().is_some_and(|b| b.is_ascii_uppercase()))
        {
            return false;
        }
        let letters = written.strip_suffix('s').unwrap_or(written);
        let known = !self.page.is_easy_read() && WELL_KNOWN.contains(&letters);
        let all = letters.bytes().all(|b| b.is_ascii_uppercase());
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let shouted = beside.filter_map(|beside| words.get(beside.min(at)..=beside.max(at)));
        let shouted = shouted.into_iter().any(|run| emphasis::is_shouted(passage, run));
        all && letters.len() <= LONGEST && !known && !spelling::is_roman(letters) && !shouted
    }

    fn finding(&self, passage: Passage<'_>, word: &Word) -> Finding {
        let message = format!("the abbreviation `{}` is not explained", passage.str(word));
        Finding::new(self.code, message).at(self.page.place(passage, word.at))
    }
}

/// What short forms begin with: nearly all words are told by that to be none, and to be no letters that stand for words.
struct Firsts {
    /// By the first byte of a word: a bit for each length that a short form has.
    lengths: [u8; 256],
    is_empty: bool,
}

impl Firsts {
    fn of(abbreviations: &[(&str, &str)]) -> Self {
        let mut lengths = [0; 256];
        for (short, _) in abbreviations.iter().filter(|(short, _)| short.len() <= LONGEST) {
            for first in short.bytes().take(1).flat_map(|first| [first, first.to_ascii_uppercase()]) {
                lengths[usize::from(first)] |= 1 << short.len();
            }
        }
        if !abbreviations.is_empty() {
            // A capital of another script may stand for a letter of ASCII.
            lengths[0x80..].fill(u8::MAX);
        }
        Self { lengths, is_empty: abbreviations.is_empty() }
    }

    /// Whether a word may be one of them.
    fn let_pass(&self, word: &str) -> bool {
        match word.as_bytes() {
            [first, ..] if word.len() <= LONGEST && self.lengths[usize::from(*first)] >> word.len() & 1 == 1 => true,
            [first, second, ..] => first.is_ascii_uppercase() && second.is_ascii_uppercase(),
            _ => false,
        }
    }
}

/// Whether brackets follow, which say the whole words.
fn is_explained_after(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.marks.has(Marks::BRACKET))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::speech;

    #[test]
    fn each_short_form_passes() {
        for language in ["en", "cy", "pl"] {
            let list = speech::of(language.parse().unwrap()).abbreviations;
            let firsts = Firsts::of(list);
            for (short, _) in list {
                // Lengths tell nothing of words whose apostrophe may be longer.
                assert!(short.len() <= LONGEST && !short.contains('\''), "{short}");
                let capital = short[..1].to_uppercase() + &short[1..];
                assert!(firsts.let_pass(short) && firsts.let_pass(&capital), "{short}");
            }
            assert!(!list.is_empty() && firsts.let_pass("NHS") && !firsts.let_pass("a") && !firsts.let_pass(""));
        }
    }
}
