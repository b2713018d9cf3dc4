//! Turns special characters and Roman numerals into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::spelling::{is_address, is_roman};
use crate::diag::{Code, Finding};
use crate::parse::content::{Event, Str};

/// Each special character and what to do instead.
const SPECIAL: [(char, &str); 24] = [
    ('&', "write `and`"),
    (';', "begin a new sentence"),
    ('/', "write `or` or `and`"),
    ('…', "end the sentence with a full stop"),
    ('§', "write `section`"),
    ('→', "say it in words"),
    ('←', "say it in words"),
    ('×', "say it in words"),
    ('±', "say it in words"),
    ('~', "write `about`"),
    ('^', "leave it out"),
    ('|', "leave it out"),
    ('<', "write `less than`"),
    ('>', "write `more than`"),
    ('=', "write `is`"),
    ('+', "write `and` or `more than`"),
    ('#', "write `number`"),
    ('@', "write `at`"),
    ('_', "leave it out"),
    ('\\', "leave it out"),
    ('[', "leave it out"),
    (']', "leave it out"),
    ('*', "leave it out"),
    ('—', "begin a new sentence"),
];

/// No address is longer; a text without white space must not be read again for each of its characters.
const LONGEST_WORD: usize = 200;

/// E013.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    for event in &page.content.events {
        if let Event::Text(text) = event {
            special(page, text.into(), notes);
        }
    }
    for (passage, _, words) in page.sentences() {
        for word in words.iter().filter(|word| is_roman(passage.str(word))) {
            let message = format!("`{}` is a Roman numeral", passage.str(word));
            let help = "write the number in figures (COGA, BITV)";
            notes.add(Finding::new(Code::EasyCharacter, message).at(page.place(passage, word.at)).help(help));
        }
    }
}

fn special(page: &Page<'_>, text: Str, notes: &mut Notes<'_>) {
    let Passage { text: all, .. } = page.body;
    let written = all.str(&text);
    for (at, c) in written.char_indices() {
        let Some((_, instead)) = SPECIAL.iter().find(|(special, _)| *special == c) else { continue };
        if is_inside_a_word_that_needs_it(written, at) {
            continue;
        }
        let start = text.start + u32::try_from(at).unwrap_or(0);
        let end = start + u32::try_from(c.len_utf8()).unwrap_or(1);
        notes.add(
            Finding::new(Code::EasyCharacter, format!("the character `{c}` is hard to read"))
                .at(page.place(page.body, Str { start, end }))
                .help(format!("{instead} (COGA, BITV)")),
        );
    }
}

/// Addresses need `@` and `/`, telephone numbers a `+`, and dates have a rule of their own.
fn is_inside_a_word_that_needs_it(text: &str, at: usize) -> bool {
    let before = text[..at].char_indices().rev().take(LONGEST_WORD).take_while(|(_, c)| !c.is_whitespace());
    let start = before.last().map_or(at, |(start, _)| start);
    let after = text[at..].char_indices().take(LONGEST_WORD).take_while(|(_, c)| !c.is_whitespace());
    let end = after.last().map_or(at, |(last, c)| at + last + c.len_utf8());
    let word = text[start..end].trim_end_matches(['.', ',', '?', '!', ')']);
    is_address(word) || word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'+'))
}
