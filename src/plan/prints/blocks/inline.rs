//! Turns words that keep their own direction or language into pieces of a line.

use crate::model::bidi::{END, FIRST_STRONG, Piece, pieces, unmarked};
use crate::model::{Direction, Language};
use crate::plan::fill::ValueFill;
use crate::plan::prints::leaflet::{Inline, Inlines};
use crate::plan::prints::typed;
use crate::plan::view::TextView;

/// A text whose isolation marks say what keeps its own direction. A piece of Latin letters and digits between them runs
/// from left to right; the marks themselves are not printed.
pub fn isolated(text: &str) -> Inlines {
    let mut inlines = Inlines::new();
    let mut rest = text;
    while let Some(start) = rest.find(FIRST_STRONG) {
        let inside = &rest[start + FIRST_STRONG.len_utf8()..];
        let end = inside.find(END).unwrap_or(inside.len());
        push_text(&mut inlines, &rest[..start]);
        inlines.push(directed(&inside[..end]));
        rest = inside[end..].strip_prefix(END).unwrap_or_default();
    }
    push_text(&mut inlines, rest);
    inlines
}

/// Words of a text. In a script from right to left, numbers keep their own direction.
pub fn text(text: &str, language: Language) -> Inline {
    if language.direction() == Direction::Ltr {
        return Inline::text(text);
    }
    let piece = |piece| match piece {
        Piece::Text(text) => Inline::text(text),
        Piece::Number(number) => Inline::Ltr(number.to_owned()),
    };
    whole(pieces(text).into_iter().map(piece).collect())
}

fn push_text(inlines: &mut Inlines, text: &str) {
    let text = unmarked(text);
    if !text.is_empty() {
        inlines.push(Inline::Text(text.into_owned()));
    }
}

/// A figure or name: from left to right, unless its letters run the other way.
fn directed(text: &str) -> Inline {
    let text = unmarked(text).into_owned();
    if text.chars().any(is_rtl) { Inline::Text(text) } else { Inline::Ltr(text) }
}

/// Letters of Hebrew, Arabic and their kin.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// A text that may be in another language than what stands around it.
pub fn marked(view: &TextView) -> Inlines {
    let inside = isolated(&view.text);
    match view.lang {
        None => inside,
        Some(language) => vec![Inline::In(language, inside)],
    }
}

/// What a value shows, and an address that it leads to.
pub fn value(value: &ValueFill, language: Language) -> (Inline, Option<String>) {
    match value {
        ValueFill::Text(text) => (whole(isolated(text)), None),
        ValueFill::Other(view) => (whole(marked(view)), None),
        ValueFill::Isolated(text) => (directed(text), None),
        ValueFill::Phone { national, .. } => (Inline::Ltr(national.clone()), None),
        ValueFill::Email(email) => (Inline::Ltr(email.clone()), None),
        ValueFill::Web(web) => (Inline::Ltr(typed(web)), None),
        ValueFill::Term(term) => (own_direction(&term.word, language), None),
        ValueFill::Checking { words, source } => (Inline::text(words), Some(source.clone())),
    }
}

fn own_direction(word: &str, language: Language) -> Inline {
    let is_latin = language.direction() == Direction::Rtl && !word.chars().any(is_rtl);
    if is_latin { Inline::Ltr(word.to_owned()) } else { Inline::text(word) }
}

/// Several pieces as one.
fn whole(mut inlines: Inlines) -> Inline {
    match (inlines.len(), inlines.pop()) {
        (1, Some(only)) => only,
        (0, _) | (_, None) => Inline::text(""),
        (_, Some(last)) => {
            inlines.push(last);
            Inline::Group(inlines)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_urdu_runs_from_left_to_right() {
        let urdu = text("فون 01632 960220", "ur".parse().unwrap());
        assert_eq!(urdu, Inline::Group(vec![Inline::text("فون "), Inline::Ltr("01632 960220".to_owned())]));
        assert_eq!(text("Call 01632 960220", "en".parse().unwrap()), Inline::text("Call 01632 960220"));
    }

    #[test]
    fn what_stands_between_marks_keeps_its_direction() {
        let latin = isolated("یہ \u{2068}Age UK\u{2069} ہے");
        assert_eq!(latin, [Inline::text("یہ "), Inline::Ltr("Age UK".to_owned()), Inline::text(" ہے")]);
        assert_eq!(isolated("a \u{2068}برطانیہ\u{2069}"), [Inline::text("a "), Inline::text("برطانیہ")]);
        assert_eq!(isolated("plain"), [Inline::text("plain")]);
        assert_eq!(isolated("\u{2068}open"), [Inline::Ltr("open".to_owned())]);
    }
}
