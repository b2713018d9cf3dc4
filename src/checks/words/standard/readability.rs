//! Turns a page's counts of sentences, words and syllables into how hard it is to read, where a formula says so.
//!
//! A formula holds for the language that it was tested in, and only for running text of some length:
//!
//! | Language | Formula | Gives |
//! |---|---|---|
//! | English | Flesch-Kincaid (Kincaid and others 1975) | years of school |
//! | Polish | FOG (Gunning 1952), with words of 4 syllables and more as the hard ones | years of school |
//! | any | LIX (Björnsson 1968) | a number that compares texts of one language |
//!
//! Nothing tested is known for Welsh, Urdu, Panjabi, Bengali, Gujarati, Romanian and Somali: the length of sentences is
//! all that is checked there, and LIX where a portal sets a limit of its own.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::speech::{Formula, Spaces};
use crate::config::Limit;
use crate::diag::{Code, Finding};
use crate::parse::prose::{UnitKind, Word};

/// Shorter texts say nothing about how a page reads.
const LEAST_WORDS: usize = 100;
/// A sentence of a list may be a word or two.
const LEAST_IN_SENTENCE: usize = 3;
/// LIX counts words of more letters than this.
const SHORT_LETTERS: usize = 6;

/// What a formula counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
    /// Words of 4 syllables or more.
    hard: usize,
    /// Words of 7 letters or more.
    long: usize,
}

/// W002.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let rules = &page.rules().standard;
    let school_limit = rules.years_of_school.get(&page.document.language).copied();
    let formula = page.speech.formula.zip(school_limit);
    if page.speech.spaces == Spaces::None || (formula.is_none() && rules.lix == Limit::default()) {
        return;
    }
    let counts = count(page, formula.map(|(formula, _)| formula));
    if counts.words < LEAST_WORDS {
        return;
    }
    if let Some((formula, limit)) = formula {
        let years = years(formula, counts);
        tell(page, (limit, years), &school(formula, counts, years), notes);
    }
    let lix = lix(counts);
    let Counts { sentences, words, long, .. } = counts;
    let message = format!(
        "{words} words in {sentences} sentences, {long} of them over {SHORT_LETTERS} letters: LIX says {lix:.0}"
    );
    tell(page, (rules.lix, lix), &message, notes);
}

fn tell(page: &Page<'_>, (limit, value): (Limit, f64), message: &str, notes: &mut Notes<'_>) {
    // A value is as large as it is shown.
    let rounded = value.round().max(0.0) as usize;
    if let Some((most, severity)) = limit.passed(rounded) {
        let finding = Finding::new(Code::HardToRead, format!("{message}, where {most} is enough"))
            .at(page.whole())
            .help("write shorter sentences and shorter words (NHS: a reading age of 9 to 11)");
        notes.add(Finding { severity, ..finding });
    }
}

fn school(formula: Formula, counts: Counts, years: f64) -> String {
    let Counts { sentences, words, syllables, hard, .. } = counts;
    match formula {
        Formula::FleschKincaid => format!(
            "{words} words in {sentences} sentences, {syllables} syllables: readers need {years:.0} years of school \
             (Flesch-Kincaid)"
        ),
        Formula::PolishFog => format!(
            "{words} words in {sentences} sentences, {hard} of them of 4 syllables and more: readers need {years:.0} years \
             of school (FOG)"
        ),
    }
}

fn years(formula: Formula, counts: Counts) -> f64 {
    match formula {
        Formula::FleschKincaid => flesch_kincaid(counts),
        Formula::PolishFog => fog(counts),
    }
}

/// Words in a sentence, and a part of the words in a hundred.
fn ratio(some: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { some as f64 / all as f64 }
}

/// Kincaid and others (1975): the grade of an American school.
fn flesch_kincaid(counts: Counts) -> f64 {
    0.39 * ratio(counts.words, counts.sentences) + 11.8 * ratio(counts.syllables, counts.words) - 15.59
}

/// Gunning (1952): years of school.
fn fog(counts: Counts) -> f64 {
    0.4 * (ratio(counts.words, counts.sentences) + 100.0 * ratio(counts.hard, counts.words))
}

/// Björnsson (1968).
fn lix(counts: Counts) -> f64 {
    ratio(counts.words, counts.sentences) + 100.0 * ratio(counts.long, counts.words)
}

/// Counts the sentences of paragraphs and lists. Headings and tables are not read as sentences.
fn count(page: &Page<'_>, formula: Option<Formula>) -> Counts {
    let mut counts = Counts::default();
    for (sentence, words) in page.body.prose.sentences() {
        let is_text = matches!(page.body.prose.unit(sentence).kind, UnitKind::Paragraph | UnitKind::Item);
        if is_text && words.len() >= LEAST_IN_SENTENCE {
            counts.sentences += 1;
            words.iter().filter(|word| word.value.is_none()).for_each(|word| add(page, word, formula, &mut counts));
        }
    }
    counts
}

fn add(page: &Page<'_>, word: &Word, formula: Option<Formula>, counts: &mut Counts) {
    let written = page.body.str(word);
    let syllables = formula.map_or(1, |formula| page.syllables.count(formula, written));
    counts.words += 1;
    counts.syllables += syllables;
    counts.hard += usize::from(syllables >= 4);
    counts.long += usize::from(written.len() > SHORT_LETTERS && written.chars().count() > SHORT_LETTERS);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts and values as others have published them, to the digit that they give.
    ///
    /// * Wikipedia, "Flesch-Kincaid readability tests": 13 words in 1 sentence, 24 syllables; grade 11.3.
    /// * M. Eik Michalke, vignette of the R package koRpus ("koRpus: Text analysis with emphasis on POS tagging,
    ///   readability, and lexical diversity", on CRAN): 556 words in 18 sentences, 191 of them of more than 6 letters; LIX
    ///   65.24, Flesch-Kincaid grade 15.39. Its Flesch reading ease, 39.76, is that of 892 syllables.
    /// * Anne Stilman, "Grammatically Correct: the writer's essential guide to punctuation, spelling, style, usage and
    ///   grammar": 100 words in 5 sentences, 14 of them hard; FOG 13.6. Which words are hard differs in Polish (Seretny
    ///   2006: 4 syllables, not 3), the formula does not.
    #[test]
    fn formulas_agree_with_published_examples() {
        let close = |value: f64, digits: f64, expected: f64| {
            assert!((value - expected).abs() <= digits / 2.0, "{value} is not {expected}");
        };
        let platypus = Counts { sentences: 1, words: 13, syllables: 24, ..Counts::default() };
        close(flesch_kincaid(platypus), 0.1, 11.3);
        let vignette = Counts { sentences: 18, words: 556, syllables: 892, long: 191, ..Counts::default() };
        let ease = 206.835
            - 1.015 * ratio(vignette.words, vignette.sentences)
            - 84.6 * ratio(vignette.syllables, vignette.words);
        close(ease, 0.01, 39.76);
        close(flesch_kincaid(vignette), 0.01, 15.39);
        close(lix(vignette), 0.01, 65.24);
        let guide = Counts { sentences: 5, words: 100, hard: 14, ..Counts::default() };
        close(fog(guide), 0.1, 13.6);
    }
}
