//! Turns long sentences of standard pages into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::speech::Spaces;
use crate::diag::{Code, Finding};

/// W001.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.speech.spaces == Spaces::None {
        return;
    }
    let limit = page.rules().standard.words_per_sentence;
    for (passage, sentence, words) in page.sentences() {
        if let Some((most, severity)) = limit.passed(sentence.length as usize) {
            let message = format!("a sentence of {} words, where {most} are enough", sentence.length);
            let help = "make two sentences of it, or a list (GOV.UK)";
            let finding = Finding::new(Code::LongSentence, message).at(page.span(passage, words)).help(help);
            notes.add(Finding { severity, ..finding });
        }
    }
}
