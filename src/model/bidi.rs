//! Turns a text into its numbers that are read from left to right whatever stands around them, and the rest.
//!
//! Between Arabic letters the groups of `01632 960100` would change places, and the pound of `£86.45` its side (UAX #9,
//! rules W2 and W5).

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    /// A number of several groups, or with a sign before it.
    Number(&'a str),
}

/// The pieces in their order; no piece is empty.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(next) = text[at..].chars().next() {
        let length = number(&text[at..]);
        if length > 0 && is_alone(&text[done..at]) {
            pieces.extend((done < at).then_some(Piece::Text(&text[done..at])));
            pieces.push(Piece::Number(&text[at..at + length]));
            done = at + length;
        }
        at += length.max(next.len_utf8());
    }
    pieces.extend((done < text.len()).then_some(Piece::Text(&text[done..])));
    pieces
}

/// Whether a number may begin after this: it is no part of a word.
fn is_alone(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| !last.is_ascii_alphanumeric())
}

/// How many bytes of the text are a number that needs its direction: one of several groups, or with a sign before it.
fn number(text: &str) -> usize {
    let sign = text.chars().next().filter(|first| matches!(first, '£' | '€' | '$' | '+')).map_or(0, char::len_utf8);
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
}
