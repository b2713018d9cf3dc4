//! Turns HTML into shorter HTML that means the same: minify-html with a guard against what it damages.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Stands for one space that must stay while the minifier runs.
const KEPT_SPACE: char = '\u{E000}';
/// Stands for the empty value of `lang`, which says "of no language" and which the minifier would drop.
const KEPT_EMPTY: char = '\u{E001}';

/// Inline elements at whose inner edges minify-html trims, although a browser shows the space there.
const TRIMMED: [&str; 10] =
    ["label", "output", "object", "audio", "video", "canvas", "meter", "noscript", "progress", "slot"];

/// Other elements that stand in a line, so that white space between two of them is seen (HTML, phrasing content).
const INLINE: [&str; 38] = [
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "embed", "i", "img", "input",
    "ins", "kbd", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "select", "small", "span", "strong", "sub",
    "sup", "svg", "textarea", "time", "u", "var", "wbr",
];

/// Elements in which white space is text.
const LITERAL: [&str; 5] = ["pre", "textarea", "title", "script", "style"];

/// Minifies a document or a fragment. What the minifier would damage beyond repair is returned as it is.
pub fn minify(html: &str) -> String {
    let Some(guarded) = guard(html) else {
        return html.to_owned();
    };
    let minified = minify_html::minify(guarded.as_bytes(), &settings());
    match String::from_utf8(minified) {
        Ok(text) => text.replace(KEPT_SPACE, " ").replace(KEPT_EMPTY, "\"\""),
        Err(_) => html.to_owned(),
    }
}

fn settings() -> minify_html::Cfg {
    minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..minify_html::Cfg::default()
    }
}

/// What stands beside white space.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// The edge of a block, where a browser drops the space.
    Block,
    /// Something in the line, or the inner edge of an inline element.
    Line,
    /// The inner edge of an inline element that the minifier trims.
    Trimmed,
}

/// The changes that protect a text, and what was last seen of it.
struct Guard<'a> {
    html: &'a str,
    /// Byte ranges and what takes their place, in order.
    edits: Vec<(Range<usize>, char)>,
    before: Beside,
    /// White space that waits to see what follows it.
    pending: Option<Range<usize>>,
    /// How many elements are open in which white space stays as it is.
    literal: usize,
}

/// The text with stand-ins for what must stay; none if it holds something that cannot be protected.
fn guard(html: &str) -> Option<String> {
    if html.contains([KEPT_SPACE, KEPT_EMPTY]) {
        return None;
    }
    let mut guard = Guard { html, edits: Vec::new(), before: Beside::Block, pending: None, literal: 0 };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => guard.start_tag(&tag)?,
            Token::EndTag(tag) => guard.end_tag(&tag.name),
            Token::String(text) if guard.literal == 0 => guard.text(text.span.start..text.span.end),
            Token::Error(error) if error.value == html5gum::Error::DuplicateAttribute => return None,
            // It vanishes, and then the line feed after it may come first in an element that drops its first.
            Token::Comment(_) if guard.literal > 0 => return None,
            // A comment vanishes, so the white space on both sides of it meets.
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    Some(guard.apply())
}

impl Guard<'_> {
    fn start_tag(&mut self, tag: &StartTag<usize>) -> Option<()> {
        let name = tag.name.as_slice();
        self.meet(if is_one(name, &INLINE) || is_one(name, &TRIMMED) { Beside::Line } else { Beside::Block });
        for (attribute, value) in &tag.attributes {
            if would_be_damaged(attribute, &value.value) {
                return None;
            }
            if attribute.as_slice() == b"lang" && value.value.is_empty() {
                let range = empty_value(&self.html[..tag.span.end], value.span.start + "lang".len())?;
                self.edits.push((range, KEPT_EMPTY));
            }
        }
        self.literal += usize::from(is_one(name, &LITERAL));
        self.before = match name {
            name if is_one(name, &TRIMMED) => Beside::Trimmed,
            name if is_one(name, &INLINE) => Beside::Line,
            _ => Beside::Block,
        };
        Some(())
    }

    fn end_tag(&mut self, name: &[u8]) {
        self.literal = self.literal.saturating_sub(usize::from(is_one(name, &LITERAL)));
        let inline = is_one(name, &INLINE) || is_one(name, &TRIMMED);
        self.meet(if inline { Beside::Line } else { Beside::Block });
        self.before = if inline { Beside::Line } else { Beside::Block };
    }

    fn text(&mut self, span: Range<usize>) {
        let text = &self.html[span.clone()];
        if text.trim_matches(is_space).is_empty() {
            self.pending = self.pending.take().or(Some(span));
            return;
        }
        self.meet(Beside::Line);
        let lead = text.len() - text.trim_start_matches(is_space).len();
        if lead > 0 && self.before == Beside::Trimmed {
            self.edits.push((span.start..span.start + lead, KEPT_SPACE));
        }
        let trail = text.len() - text.trim_end_matches(is_space).len();
        self.pending = (trail > 0).then(|| span.end - trail..span.end);
        self.before = Beside::Line;
    }

    /// Keeps the white space that waits, if a browser shows it between what came before and what comes now.
    fn meet(&mut self, now: Beside) {
        if let Some(space) = self.pending.take()
            && self.before != Beside::Block
            && now != Beside::Block
        {
            self.edits.push((space, KEPT_SPACE));
        }
    }

    fn apply(&self) -> String {
        let mut text = String::with_capacity(self.html.len());
        let mut copied = 0;
        for (range, stand_in) in &self.edits {
            text.push_str(&self.html[copied..range.start]);
            text.push(*stand_in);
            copied = range.end;
        }
        text.push_str(&self.html[copied..]);
        text
    }
}

fn is_one(name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|known| known.as_bytes() == name)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// Attributes that minify-html empties or drops although their value matters.
fn would_be_damaged(name: &[u8], value: &[u8]) -> bool {
    match name {
        b"sandbox" => true,
        b"hidden" | b"crossorigin" => !value.is_empty() && value != name,
        _ => false,
    }
}

/// Where the quotes of an empty value stand, after the attribute's name.
fn empty_value(tag: &str, name_end: usize) -> Option<Range<usize>> {
    let rest = tag[name_end..].trim_start().strip_prefix('=')?.trim_start();
    let start = tag.len() - rest.len();
    (rest.starts_with("\"\"") || rest.starts_with("''")).then_some(start..start + 2)
}

#[cfg(test)]
mod tests;
