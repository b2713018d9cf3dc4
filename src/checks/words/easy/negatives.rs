//! Turns sentences that say no twice into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};

/// E015.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let negatives = page.speech.negatives;
    if negatives.is_empty() {
        return;
    }
    for (passage, _, words) in page.sentences() {
        let is_negative =
            |word: &str| spelling::is_one_of(word, negatives) || word.ends_with("n't") || word.ends_with("n’t");
        let mut found = words.iter().filter(|word| word.value.is_none() && is_negative(passage.str(word)));
        if let (Some(first), Some(second)) = (found.next(), found.next()) {
            let message =
                format!("this sentence says no twice: `{}` and `{}`", passage.str(first), passage.str(second));
            notes.add(
                Finding::new(Code::DoubleNegative, message)
                    .at(page.place(passage, second.at))
                    .help("say what people can do, or say no once (COGA)"),
            );
        }
    }
}
