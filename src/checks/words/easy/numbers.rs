//! Turns number words and percentages into findings that say them in numerals.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};
use crate::parse::prose::Word;

/// "1 in 20" is the finest part that people picture.
const FINEST: u32 = 20;

/// E010 and E011.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    for (passage, _, words) in page.sentences() {
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.value.is_none()) {
            let written = passage.str(word);
            if let Some(numeral) = spelling::replacement(written, page.speech.numbers) {
                notes.add(
                    Finding::new(Code::NumberWord, format!("the number `{written}` is written as a word"))
                        .at(page.place(passage, word.at))
                        .help(format!("write `{numeral}` (BW)")),
                );
            }
            if is_percentage(page, passage, word) {
                let number = if starts_with_digit(written) {
                    Some(written)
                } else {
                    at.checked_sub(1).map(|at| passage.str(&words[at]))
                };
                notes.add(percentage(number).at(page.place(passage, word.at)));
            }
        }
    }
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A number before a sign of per cent, or a word for it.
fn is_percentage(page: &Page<'_>, passage: Passage<'_>, word: &Word) -> bool {
    let written = passage.str(word);
    let after = passage.text.after(&word.at).trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let has_sign = starts_with_digit(written) && after.starts_with(['%', '٪', '％']);
    has_sign || spelling::is_one_of(written, page.speech.percent)
}

fn percentage(number: Option<&str>) -> Finding {
    let instead = number
        .and_then(part)
        .map_or_else(|| "say it as a part, such as `1 in 10`".to_owned(), |part| format!("write `{part}`"));
    Finding::new(Code::Percentage, "percentages are hard to picture").help(format!("{instead} (BW, BITV)"))
}

/// A percentage as so many in so many: exactly where that is short, otherwise about.
fn part(number: &str) -> Option<String> {
    let number: u32 = number.parse().map_or(None, |number| Some(number).filter(|number| (1..100).contains(number)))?;
    let divisor = greatest_divisor(number, 100);
    let (some, all) = (number / divisor, 100 / divisor);
    if all <= FINEST {
        return Some(format!("{some} in {all}"));
    }
    if number > 50 {
        return Some(format!("about {} in 10", (number + 5) / 10).replace("10 in 10", "9 in 10"));
    }
    Some(format!("about 1 in {}", (100 + number / 2) / number))
}

fn greatest_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_a_part() {
        for (number, expected) in [
            ("10", Some("1 in 10")),
            ("50", Some("1 in 2")),
            ("75", Some("3 in 4")),
            ("5", Some("1 in 20")),
            ("33", Some("about 1 in 3")),
            ("3", Some("about 1 in 33")),
            ("67", Some("about 7 in 10")),
            ("98", Some("about 9 in 10")),
            ("100", None),
            ("4.5", None),
        ] {
            assert_eq!(part(number).as_deref(), expected, "{number}");
        }
    }
}
