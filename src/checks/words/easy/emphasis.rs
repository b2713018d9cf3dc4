//! Turns italics, struck words and words in capitals into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::spelling::is_capitals;
use crate::diag::{Code, Finding};
use crate::parse::prose::{Marks, Word};

/// A word in capitals with so many letters is no abbreviation.
const LONG: usize = 7;
/// Of two words in capitals side by side, one with so many letters is no abbreviation.
const LONG_BESIDE: usize = 4;

/// E005. A run of such words is one finding.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    for (passage, _, words) in page.sentences() {
        for run in words.chunk_by(|a, b| look(*a) == look(*b)) {
            let message = match look(run[0]) {
                Look::Italic => "italics are hard to read",
                Look::Struck => "words with a line through them are hard to read",
                Look::Plain => continue,
            };
            let finding = Finding::new(Code::EasyEmphasis, message);
            let help = "use bold for what matters, and only for that: `**word**` (GOV.UK, Inclusion Europe, UKAAF)";
            notes.add(finding.at(page.span(passage, run)).help(help));
        }
        capitals(page, passage, words, notes);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Italic,
    Struck,
}

fn look(word: Word) -> Look {
    if word.marks.has(Marks::STRUCK) {
        Look::Struck
    } else if word.marks.has(Marks::ITALIC) {
        Look::Italic
    } else {
        Look::Plain
    }
}

fn capitals(page: &Page<'_>, passage: Passage<'_>, words: &[Word], notes: &mut Notes<'_>) {
    for run in words.chunk_by(|a, b| is_capitals(passage.str(a)) == is_capitals(passage.str(b))) {
        if is_shouted(passage, run) {
            let help = "write small letters: the shape of a word helps to read it (Dudley, UKAAF)";
            let finding = Finding::new(Code::EasyEmphasis, "words in capitals are hard to read");
            notes.add(finding.at(page.span(passage, run)).help(help));
        }
    }
}

/// Whether a run of words in capitals is more than abbreviations.
pub fn is_shouted(passage: Passage<'_>, run: &[Word]) -> bool {
    let letters = |word: &Word| passage.str(word).chars().filter(|c| c.is_alphabetic()).count();
    let longest = run.iter().filter(|word| word.value.is_none()).map(letters).max().unwrap_or(0);
    let least = if run.len() > 1 { LONG_BESIDE } else { LONG };
    longest >= least && run.iter().all(|word| is_capitals(passage.str(word)) && word.value.is_none())
}
