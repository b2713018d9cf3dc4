//! Turns a template's source into the same source with runs of white space collapsed, so that what it renders is compact.

/// A collapsed text that still knows where each byte was.
#[derive(Debug)]
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

    /// Copies a run of white space as at most one byte: a line feed where the run has one.
    fn push_run(&mut self, run: &str) {
        match run.len() {
            0 => return,
            _ if run.contains('\n') => self.text.push('\n'),
            _ => self.text.push(' '),
        }
        if run.len() > 1 {
            let cut_before = self.cuts.last().map_or(0, |(_, cut)| *cut);
            self.cuts.push((self.text.len(), cut_before + run.len() - 1));
        }
    }
}

/// Collapses white space in the literal text of a template. What stands between the engine's own marks and inside
/// `pre` and `textarea` keeps its white space.
pub fn compact(source: &str) -> Compact {
    let mut compact = Compact { text: String::with_capacity(source.len()), cuts: Vec::new() };
    let mut rest = source;
    while !rest.is_empty() {
        let kept = kept_len(rest);
        if kept > 0 {
            compact.text.push_str(&rest[..kept]);
            rest = &rest[kept..];
            continue;
        }
        let run = rest.len() - rest.trim_start_matches(is_space).len();
        compact.push_run(&rest[..run]);
        rest = &rest[run..];
        let text = rest.find(|c| is_space(c) || matches!(c, '{' | '<')).unwrap_or(rest.len());
        // A lone `{` or `<` opens nothing: it is text too.
        let text = if text == 0 && run == 0 { 1 } else { text };
        compact.text.push_str(&rest[..text]);
        rest = &rest[text..];
    }
    compact
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// How many bytes from here on must stay as they are; 0 for none.
fn kept_len(rest: &str) -> usize {
    const KEPT: [(&str, &str); 5] =
        [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<pre", "</pre>"), ("<textarea", "</textarea>")];
    KEPT.iter()
        .find(|(open, _)| rest.starts_with(open))
        .map_or(0, |(_, close)| rest.find(close).map_or(rest.len(), |end| end + close.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_outside_marks_and_pre() {
        for (source, text) in [
            ("<ul>\n    <li>a  b</li>\n\n</ul>", "<ul>\n<li>a b</li>\n</ul>"),
            ("{{  a\n }}  {%  if a\n%}", "{{  a\n }} {%  if a\n%}"),
            ("<pre>\n  a\n</pre>\n\n\n<p>", "<pre>\n  a\n</pre>\n<p>"),
            ("a < b  { c", "a < b { c"),
            ("{# open", "{# open"),
            ("", ""),
        ] {
            assert_eq!(compact(source).text, text);
        }
    }

    #[test]
    fn every_byte_is_found_again() {
        let source = "<p>\n   {{ one }}\n\n\n   <b>  é{{ two }}";
        let compact = compact(source);
        for word in ["<p>", "one", "<b>", "é", "two"] {
            let here = compact.text.find(word).unwrap();
            assert_eq!(compact.original(here), source.find(word).unwrap(), "{word}");
        }
    }
}
