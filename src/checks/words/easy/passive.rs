//! Turns sentences that do not say who does something into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::speech::Passive;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};

/// E014: a form of "to be", perhaps an adverb, then a participle. It is a guess, and so a warning.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let Some(passive) = page.speech.passive else { return };
    for (passage, _, words) in page.sentences() {
        for at in 0..words.len() {
            if !spelling::is_one_of(passage.str(&words[at]), passive.be) {
                continue;
            }
            let between = |word: &str| spelling::is_one_of(word, passive.between) || word.ends_with("ly");
            let next = words[at + 1..].iter().position(|word| !between(passage.str(word))).map(|after| at + 1 + after);
            let Some(next) = next.filter(|&next| is_participle(passage.str(&words[next]), passive)) else { continue };
            let run = &words[at..=next];
            let written = run.iter().map(|word| passage.str(word)).collect::<Vec<_>>().join(" ");
            notes.add(
                Finding::new(Code::Passive, format!("`{written}` does not say who does it"))
                    .at(page.span(passage, run))
                    .help("say who does it, and what they do: `the council pays you` (GOV.UK, PIF)"),
            );
        }
    }
}

fn is_participle(word: &str, passive: &Passive) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed");
    (regular || spelling::is_one_of(word, passive.participles)) && !spelling::is_one_of(word, passive.others)
}
