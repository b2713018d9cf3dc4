//! Turns words that the glossary forbids into findings that say its own.

use super::notes::Notes;
use super::page::Page;
use crate::diag::{Code, Finding};

/// W006: the same word for the same thing.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.terms.forbidden.is_empty() {
        return;
    }
    let mut room = String::new();
    for (passage, _, words) in page.sentences() {
        for at in 0..words.len() {
            let found = page.terms.forbidden.find(passage.text, &words[at..], &mut room);
            let Some((len, (id, term))) = found else { continue };
            let run = &words[at..at + len];
            let written = run.iter().map(|word| passage.str(word)).collect::<Vec<_>>().join(" ");
            notes.add(
                Finding::new(Code::ForbiddenWord, format!("`{written}` is not the word of this portal"))
                    .at(page.span(passage, run))
                    .help(format!("write `{}`: the glossary says so at `{id}` (Inclusion Europe)", term.word)),
            );
        }
    }
}
