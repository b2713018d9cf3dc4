//! Turns contractions into findings that say the whole words.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};

/// Endings of contractions that are no possessives, and what they stand for.
const ENDINGS: [(&str, &str); 5] =
    [("n't", " not"), ("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'d", " would")];

/// E009.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.speech.contractions.is_empty() {
        return;
    }
    for (passage, _, words) in page.sentences() {
        for word in words.iter().filter(|word| word.value.is_none()) {
            let written = passage.str(word);
            if !written.contains(['\'', '’']) {
                continue;
            }
            let Some(whole) = whole(written, page.speech.contractions) else { continue };
            notes.add(
                Finding::new(Code::Contraction, format!("`{written}` is a contraction"))
                    .at(page.place(passage, word.at))
                    .help(format!("write `{whole}` (Norfolk)")),
            );
        }
    }
}

fn whole(written: &str, table: &[(&str, &str)]) -> Option<String> {
    if let Some(whole) = spelling::replacement(written, table) {
        return Some(whole.to_owned());
    }
    let straight = written.replace('’', "'");
    ENDINGS.iter().find_map(|(ending, word)| {
        let stem = straight.strip_suffix(ending).filter(|stem| !stem.is_empty())?;
        Some(format!("{stem}{word}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::speech;

    #[test]
    fn a_possessive_is_no_contraction() {
        let table = speech::of("en".parse().unwrap()).contractions;
        for (written, expected) in [
            ("can't", Some("cannot")),
            ("Don’t", Some("Do not")),
            ("you're", Some("you are")),
            ("it's", Some("it is")),
            ("carer's", None),
            ("council’s", None),
        ] {
            assert_eq!(whole(written, table).as_deref(), expected, "{written}");
        }
    }
}
