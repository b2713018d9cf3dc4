//! Turns long sentences, and sentences with more than one idea, into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::speech::Spaces;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};
use crate::parse::prose::{Marks, Word};

/// The words of a list such as "cook, clean or shop" are this short.
const LIST_WORDS: usize = 3;

/// E001: words in a sentence. E002: commas and joining words, the signs of a second idea.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.speech.spaces == Spaces::None {
        return;
    }
    let rules = &page.rules().easy_read;
    for (passage, sentence, words) in page.sentences() {
        let length = sentence.length as usize;
        if let Some((most, severity)) = rules.words_per_sentence.passed(length) {
            let finding =
                Finding::new(Code::EasySentence, format!("a sentence of {length} words, where {most} are enough"))
                    .at(page.span(passage, words))
                    .help(
                        "make two sentences of it, or leave out what is not needed (GOV.UK, Department of Health, PIF)",
                    );
            notes.add(Finding { severity, ..finding });
        }
        if page.speech.joins.is_empty() {
            continue;
        }
        let signs = signs(page, passage, words);
        if let Some((_, severity)) = rules.joins_per_sentence.passed(signs) {
            let finding = Finding::new(Code::EasyIdeas, "this sentence seems to say more than one thing")
                .at(page.span(passage, words))
                .help("write one sentence for each idea (GOV.UK, Norfolk, BITV); commas and joining words are counted");
            notes.add(Finding { severity, ..finding });
        }
    }
}

/// Commas and joining words inside a sentence. A list of a few words each ("cook, clean or shop") is one sign.
fn signs(page: &Page<'_>, passage: Passage<'_>, words: &[Word]) -> usize {
    let joins = |word: &Word| spelling::is_one_of(passage.str(word), page.speech.joins);
    let inside = 1..words.len().max(1);
    let mut signs = 0;
    let mut list: Option<usize> = None;
    for at in inside {
        let after_comma = words[at - 1].marks.has(Marks::COMMA);
        let joining = joins(&words[at]);
        if after_comma && joining {
            signs += 2;
            list = None;
        } else if after_comma || joining {
            let goes_on = list.is_some_and(|last| at - last <= LIST_WORDS);
            signs += usize::from(!goes_on);
            list = after_comma.then_some(at);
        }
    }
    signs
}
