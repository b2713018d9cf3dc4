//! Turns a text into its numbers that are read from left to right whatever stands around them, and the rest.
//!
//! Between Arabic letters the groups of `01632 960100` would change places, and the pound of `£86.45` its side (UAX #9,
//! rules W2 and W5).

use std::borrow::Cow;

use super::Direction;

/// Begins a part that finds its own direction and is kept from the text around it (U+2068, UAX #9, 2.4).
pub const FIRST_STRONG: char = '\u{2068}';

/// Ends such a part (U+2069).
pub const END: char = '\u{2069}';

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// A number of several groups, or with a sign before it.
    Number(&'a str),
}

/// The pieces in their order; no piece is empty.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !has_digit(text) {
        return if text.is_empty() { Vec::new() } else { vec![Piece::Text(text)] };
    }
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(start) = next(text, at) {
        let length = number(&text[start..]);
        if length > 0 && is_alone(&text[done..start]) {
            pieces.extend((done < start).then_some(Piece::Text(&text[done..start])));
            pieces.push(Piece::Number(&text[start..start + length]));
            done = start + length;
        }
        at = start + length.max(1);
    }
    pieces.extend((done < text.len()).then_some(Piece::Text(&text[done..])));
    pieces
}

/// The text with isolation marks around its numbers, where it runs from right to left: for where no markup can stand,
/// such as a title.
pub fn isolated(text: &str, direction: Direction) -> Cow<'_, str> {
    if direction == Direction::Ltr || !has_digit(text) {
        return Cow::Borrowed(text);
    }
    let pieces = pieces(text);
    if let [Piece::Text(_)] = pieces[..] {
        return Cow::Borrowed(text);
    }
    let mut marked = String::with_capacity(text.len() + pieces.len() * (FIRST_STRONG.len_utf8() + END.len_utf8()));
    for piece in pieces {
        match piece {
            Piece::Text(text) => marked.push_str(text),
            Piece::Number(number) => {
                marked.push(FIRST_STRONG);
                marked.push_str(number);
                marked.push(END);
            }
        }
    }
    Cow::Owned(marked)
}

/// The text without isolation marks: for data, and for paper, where they have no shape.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    let is_mark = |c| matches!(c, FIRST_STRONG | END);
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

/// Most texts have none: without a branch, many bytes are looked at in one step.
fn has_digit(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | byte.is_ascii_digit())
}

/// Where the next number may begin, from `at` on: at a digit, or at the sign before it.
fn next(text: &str, at: usize) -> Option<usize> {
    let digit = at + text.as_bytes()[at..].iter().position(u8::is_ascii_digit)?;
    let sign = text[at..digit].chars().next_back().filter(|&last| is_sign(last));
    Some(digit - sign.map_or(0, char::len_utf8))
}

/// Whether a number may begin after this: it is no part of a word.
fn is_alone(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| !last.is_ascii_alphanumeric())
}

/// How many bytes of the text are a number that needs its direction: one of several groups, or with a sign before it.
fn number(text: &str) -> usize {
    let sign = text.chars().next().filter(|&first| is_sign(first)).map_or(0, char::len_utf8);
    let (mut end, mut has_groups) = (sign + digits(&text[sign..]), sign > 0);
    if end == sign {
        return 0;
    }
    while let Some(between) = text[end..].chars().next() {
        let group = digits(&text[end + between.len_utf8()..]);
        if group == 0 || !matches!(between, ' ' | '\u{a0}' | '.' | ',') {
            break;
        }
        has_groups |= matches!(between, ' ' | '\u{a0}');
        end += between.len_utf8() + group;
    }
    if has_groups { end } else { 0 }
}

fn is_sign(c: char) -> bool {
    matches!(c, '£' | '€' | '$' | '+')
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> String {
        let marked = |piece: &Piece<'_>| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Number(number) => format!("[{number}]"),
        };
        pieces(text).iter().map(marked).collect()
    }

    #[test]
    fn numbers_of_several_groups_and_with_signs_are_pieces_of_their_own() {
        assert_eq!(marked("ہمیں 01632 960220 پر"), "ہمیں [01632 960220] پر");
        assert_eq!(marked("+44 1632 960220، £86.45 یا £1,000."), "[+44 1632 960220]، [£86.45] یا [£1,000].");
        assert_eq!(marked("020 7946 0000"), "[020 7946 0000]");
    }

    #[test]
    fn what_keeps_its_order_by_itself_is_text() {
        for text in ["", "999 پر", "86.45", "9:30", "C2 3 + x", "£ 5", "2 نومبر، 2026", "A4"] {
            assert_eq!(marked(text), text);
        }
    }

    #[test]
    fn where_no_markup_can_stand_marks_keep_a_number_together() {
        let urdu = "فون 01632 960220 یا 999";
        let marked = "فون \u{2068}01632 960220\u{2069} یا 999";
        assert_eq!(isolated(urdu, Direction::Rtl), marked);
        assert_eq!(unmarked(marked), urdu);
        for (text, direction) in [("Phone 01632 960220", Direction::Ltr), ("فون 999", Direction::Rtl)] {
            assert_eq!(isolated(text, direction), text);
        }
    }
}
