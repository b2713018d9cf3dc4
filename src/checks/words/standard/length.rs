//! Turns long standard pages into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::speech::Spaces;
use crate::diag::{Code, Finding};

/// W007: the words of all that a page may show, whatever the place.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.speech.spaces == Spaces::None {
        return;
    }
    let words = page.body.prose.length();
    if let Some((most, severity)) = page.rules().standard.words_per_page.passed(words) {
        let message = format!("this page has {words} words, where {most} are enough");
        let help = "make several pages of it, or leave out what few need: people read a fifth of a long page (GOV.UK)";
        let finding = Finding::new(Code::LongPage, message).at(page.whole()).help(help);
        notes.add(Finding { severity, ..finding });
    }
}
