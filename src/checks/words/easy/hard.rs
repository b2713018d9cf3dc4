//! Turns hard words that are not explained, and explanations that do not help, into findings.

use std::collections::BTreeSet;

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};
use crate::model::TermId;
use crate::parse::content::Value;
use crate::parse::prose::{Marks, Sentence, UnitKind, Word};

/// E006: hard words outside the glossary, and terms that the page never explains. E007: how terms are shown.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let mut search = Search { page, seen: BTreeSet::new(), room: String::new() };
    for (passage, sentence, words) in page.sentences() {
        search.sentence((passage, sentence), words, notes);
    }
    let mut shown = BTreeSet::new();
    for sentence in 0..page.body.prose.sentences.len() {
        terms(page, sentence, &mut shown, notes);
    }
}

struct Search<'a, 'p> {
    page: &'p Page<'a>,
    /// Each word is told once.
    seen: BTreeSet<String>,
    room: String,
}

impl Search<'_, '_> {
    fn sentence(&mut self, (passage, _): (Passage<'_>, &Sentence), words: &[Word], notes: &mut Notes<'_>) {
        let mut at = 0;
        while at < words.len() {
            // A word that is not to be used at all has a finding of its own.
            if let Some((len, _)) = self.page.terms.forbidden.find(passage.text, &words[at..], &mut self.room) {
                at += len;
                continue;
            }
            let found = self.page.terms.known.find(passage.text, &words[at..], &mut self.room);
            match found {
                Some((len, Some(id))) => {
                    self.term(passage, &words[at..at + len], (id, notes));
                    at += len;
                }
                Some((len, None)) => at += len,
                None => {
                    self.word(passage, &words[at], (at, notes));
                    at += 1;
                }
            }
        }
    }

    /// A term of the glossary in plain words.
    fn term(&mut self, passage: Passage<'_>, words: &[Word], (id, notes): (&TermId, &mut Notes<'_>)) {
        let values = &self.page.content.values;
        if values.iter().any(|hole| hole.value == Value::Term(id.clone())) || !self.seen.insert(id.to_string()) {
            return;
        }
        let word = self.page.terms.get(id).map_or(id.as_ref(), |term| &term.word);
        let help = format!(
            "write it once as `**{{term:{id}}}**` and explain it in the next sentence or row (GOV.UK, Inclusion Europe, \
             Norfolk)"
        );
        let message = format!("`{word}` is a term of the glossary, and this page does not explain it");
        notes.add(Finding::new(Code::HardWord, message).at(self.page.span(passage, words)).help(help));
    }

    fn word(&mut self, passage: Passage<'_>, word: &Word, (at, notes): (usize, &mut Notes<'_>)) {
        let Some(common) = &self.page.terms.common else { return };
        let written = passage.str(word);
        let short = spelling::replacement(written, self.page.speech.abbreviations).is_some();
        if word.value.is_some() || short || is_no_word(written) || (at > 0 && is_name(written)) {
            return;
        }
        let small = spelling::lower(written, &mut self.room);
        let is_place = self.page.terms.names.contains(small.strip_suffix("'s").unwrap_or(small));
        if common.has(small) || is_place || self.seen.contains(small) {
            return;
        }
        self.seen.insert(small.to_owned());
        let help = "use a simpler word; or add it to `content/glossary.yaml`, write it as `**{term:...}**` and explain it \
             in the next sentence; or, if your readers know it, add it to `known-words` of `rules:` in \
             `content/portal.yaml` (GOV.UK, Inclusion Europe)";
        let message = format!("`{written}` is a hard word: it is not among the 6,000 most common words of English");
        notes.add(Finding::new(Code::HardWord, message).at(self.page.place(passage, word.at)).help(help));
    }
}

/// Numbers, addresses, single letters, and what has a rule of its own: abbreviations and contractions.
fn is_no_word(word: &str) -> bool {
    let possessor = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    possessor.contains(['\'', '’'])
        || spelling::is_capitals(word)
        || word.bytes().any(|b| b.is_ascii_digit())
        || word.contains(['@', '.', '/'])
        || word.chars().count() < 2
}

/// A word with a capital inside a sentence names something.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The terms that a sentence of the text shows for the first time on the page.
fn terms<'a>(page: &Page<'a>, number: usize, shown: &mut BTreeSet<&'a TermId>, notes: &mut Notes<'_>) {
    let prose = page.body.prose;
    let sentence = &prose.sentences[number];
    // A heading is bold anyhow, and explains nothing.
    if matches!(prose.unit(sentence).kind, UnitKind::Heading(_)) {
        return;
    }
    for word in &prose.words[sentence.range()] {
        let hole = word.value.map(|value| &page.content.values[usize::from(value)].value);
        let Some(Value::Term(id)) = hole else { continue };
        if !shown.insert(id) {
            continue;
        }
        let name = page.terms.get(id).map_or(id.as_ref(), |term| &term.word);
        let place = || page.place(page.body, word.at);
        if !word.marks.has(Marks::BOLD) {
            let help = format!("write it as `**{{term:{id}}}**` (GOV.UK, Norfolk)");
            notes.add(
                Finding::new(Code::HardWordShown, format!("the hard word `{name}` is not bold")).at(place()).help(help),
            );
        }
        if !is_explained(page, number, id) {
            let help =
                "say in the next sentence or row what it means, in words of its meaning in the glossary (GOV.UK)";
            let message = format!("the hard word `{name}` is not explained where it is first used");
            notes.add(Finding::new(Code::HardWordShown, message).at(place()).help(help));
        }
    }
}

/// Whether the row, paragraph or item and the one after it share words with the term or its meaning, as an explanation
/// does: one long word, or two of middle length.
fn is_explained(page: &Page<'_>, number: usize, id: &TermId) -> bool {
    // Another language's term stands for one that this language does not have.
    let Some(term) = page.terms.get(id) else { return true };
    let prose = page.body.prose;
    let unit = prose.sentences[number].unit as usize;
    let last = prose.units.get(unit + 1).unwrap_or(&prose.units[unit]);
    let known: BTreeSet<String> =
        [&term.meaning, &term.word].iter().flat_map(|text| text.split(is_border)).map(str::to_lowercase).collect();
    let mut shared = BTreeSet::new();
    for sentence in &prose.sentences[prose.units[unit].range().start..last.range().end] {
        let words = prose.words[sentence.range()].iter().filter(|word| word.value.is_none());
        shared.extend(words.map(|word| page.body.str(word).to_lowercase()).filter(|word| known.contains(word)));
    }
    shared.iter().map(|word| weight(word)).sum::<usize>() >= 2
}

/// Short words are in every sentence. Those of other scripts write fewer letters.
fn weight(word: &str) -> usize {
    let letters = word.chars().count();
    let (middle, long) = if word.is_ascii() { (4, 5) } else { (2, 4) };
    usize::from(letters >= middle) + usize::from(letters >= long)
}

fn is_border(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '۔' | '،' | '।' | '(' | ')')
}
