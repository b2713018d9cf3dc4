//! Turns a template's source into the same source with white space that no reader sees taken out, so that what it
//! renders is compact.

mod edges;

use self::edges::{Mark, beside_blocks, marks};

/// A collapsed text that still knows where each byte was.
#[derive(Debug, Default)]
pub struct Compact {
    pub text: String,
    /// Places in `text` after which bytes were cut, with the bytes cut up to there.
    cuts: Vec<(usize, usize)>,
}

impl Compact {
    /// The byte of the source that stands at `at` in `text`.
    pub fn original(&self, at: usize) -> usize {
        let before = self.cuts.partition_point(|(place, _)| *place <= at);
        at + before.checked_sub(1).map_or(0, |cut| self.cuts[cut].1)
    }

    /// Copies a run of white space as one byte: a line feed where the run has one.
    fn push_run(&mut self, run: &str) {
        self.text.push(if run.contains('\n') { '\n' } else { ' ' });
        self.cut(run.len() - 1);
    }

    /// Notes that `bytes` of the source were left out here.
    fn cut(&mut self, bytes: usize) {
        if bytes > 0 {
            let cut_before = self.cuts.last().map_or(0, |(_, cut)| *cut);
            self.cuts.push((self.text.len(), cut_before + bytes));
        }
    }

    /// Copies text with each run of white space collapsed.
    fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let words = rest.find(is_space).unwrap_or(rest.len());
            self.text.push_str(&rest[..words]);
            rest = &rest[words..];
            let run = rest.len() - rest.trim_start_matches(is_space).len();
            if run > 0 {
                self.push_run(&rest[..run]);
                rest = &rest[run..];
            }
        }
    }
}

/// Collapses white space in the literal text of a template, and takes out line breaks at the edge of a block, where no
/// browser shows them. What stands between the engine's own marks and inside `pre` and `textarea` stays as it is.
pub fn compact(source: &str) -> Compact {
    let marks = marks(source);
    let unseen = beside_blocks(source, &marks);
    let mut compact = Compact { text: String::with_capacity(source.len()), cuts: Vec::new() };
    for (mark, unseen) in marks.iter().zip(unseen) {
        let text = &source[mark.range()];
        match mark {
            Mark::Space(_) if unseen && text.contains('\n') => compact.cut(text.len()),
            Mark::Space(_) => compact.push_run(text),
            Mark::Text(_) | Mark::Tag(..) => compact.push_text(text),
            Mark::Statement(_) | Mark::Expression(_) | Mark::Comment(_) | Mark::Kept(..) => compact.text.push_str(text),
        }
    }
    compact
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_outside_marks_and_pre() {
        for (source, text) in [
            ("<i>\n    <b>a  b</b>\n\n</i>", "<i>\n<b>a b</b>\n</i>"),
            ("{{  a\n }}  {%  if a\n%}", "{{  a\n }} {%  if a\n%}"),
            ("<b>x</b><pre>\n  a\n</pre>\n\n\n<p>", "<b>x</b><pre>\n  a\n</pre><p>"),
            ("a < b  { c", "a < b { c"),
            ("a {# open", "a {# open"),
            ("<p  class=\"a\n b\">", "<p class=\"a\nb\">"),
            ("", ""),
        ] {
            assert_eq!(compact(source).text, text);
        }
    }

    #[test]
    fn a_line_break_at_the_edge_of_a_block_is_left_out() {
        for (source, text) in [
            ("<ul>\n  <li>a\n  b</li>\n</ul>\n", "<ul><li>a\nb</li></ul>"),
            ("<p>a</p>\n<b>b</b>\n<i>c</i>\n<p>d</p>", "<p>a</p><b>b</b>\n<i>c</i><p>d</p>"),
            ("<p>a</p> <p>b</p>", "<p>a</p> <p>b</p>"),
            (
                "{% if a %}\n<p>a</p>\n{% endif %}\n{% if b %}<p>b</p>{% endif %}\n",
                "{% if a %}<p>a</p>{% endif %}{% if b %}<p>b</p>{% endif %}",
            ),
            (
                "<p {% if a > b %}id=a{% endif %}>\n{{ a }}\n{{ b }}\n</p>",
                "<p {% if a > b %}id=a{% endif %}>{{ a }}\n{{ b }}</p>",
            ),
            ("<p>a</p>{# why #}\n{{ a }}", "<p>a</p>{# why #}{{ a }}"),
        ] {
            assert_eq!(compact(source).text, text);
        }
    }

    #[test]
    fn a_line_break_that_may_stand_between_words_stays() {
        for source in [
            "a\n{% if b %}<p>b</p>{% endif %}\nc",
            "<b>a</b>\n{% if c %}<b>c</b>{% endif %}\n<b>d</b>",
            "a{% if b %}<p>b</p>{% else %}c{% endif %}\nd",
            "a{% for b in c %}\n{{ b }}{% endfor %}\nd",
            "<{{ heading }}>a</{{ heading }}>\nb",
            "{% include \"a.html\" %}\n{{ b }}",
            "<x-y>a</x-y>\nb",
        ] {
            assert_eq!(compact(source).text, source);
        }
    }

    #[test]
    fn every_byte_is_found_again() {
        let source = "<p>\n   {{ one }}\n\n\n   <b>  é{{ two }}</p>\n\n<div>{{ three }}";
        let compact = compact(source);
        for word in ["<p>", "one", "<b>", "é", "two", "<div>", "three"] {
            let here = compact.text.find(word).unwrap();
            assert_eq!(compact.original(here), source.find(word).unwrap(), "{word}");
        }
    }
}
