//! Turns a text and its place into an edit of a YAML file that leaves every other byte as it is.

use std::ops::Range;

use serde_yaml::Value;

use super::edit::{end, line_end};
use super::tree::{Entry, Kind, Node, Tree};
use crate::diag::Step;

/// Puts `text` where `steps` lead; the last keys of them may be new. None where the file is written in a way that this
/// cannot change without changing more.
pub fn put(source: &str, steps: &[Step], text: &str) -> Option<String> {
    let file = File::read(source)?;
    let (found, rest) = file.find(steps);
    let (at, new) = match rest {
        [] => found.value(source, text)?,
        rest => found.entry(source, rest, text)?,
    };
    let after = replaced(source, at, &new);
    let mut meant = value(source)?;
    set(&mut meant, steps, Value::from(text.trim()))?;
    says(&after, &meant).then_some(after)
}

/// Puts a text for each language in the place of the one text that stands there for all.
pub fn put_each(source: &str, steps: &[Step], texts: &[(&str, &str)]) -> Option<String> {
    let file = File::read(source)?;
    let (found, rest) = file.find(steps);
    if !rest.is_empty() {
        return None;
    }
    let each: Vec<String> = texts.iter().map(|(key, text)| format!("{key}: {}", scalar(text, Context::Flow))).collect();
    let after = replaced(source, found.scalar(source)?, &format!(" {{ {} }}", each.join(", ")));
    let mut meant = value(source)?;
    let each = texts.iter().map(|(key, text)| (Value::from(*key), Value::from(*text))).collect();
    set(&mut meant, steps, Value::Mapping(each))?;
    says(&after, &meant).then_some(after)
}

/// A file without its byte order mark.
struct File {
    tree: Tree,
}

/// The last node on the way to a place.
struct Found<'a> {
    node: &'a Node,
    /// The key that it stands at.
    entry: Option<&'a Entry>,
}

/// Whether a text stands inside brackets, where more needs quotes, or on lines of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Block,
    Flow,
}

impl File {
    fn read(source: &str) -> Option<Self> {
        let start = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let tree = Tree::new(&source[start..], start).ok()?;
        tree.repeated.is_empty().then_some(Self { tree })
    }

    /// Goes as far as the file does; also the steps that are left.
    fn find<'a, 's>(&'a self, steps: &'s [Step]) -> (Found<'a>, &'s [Step]) {
        let mut found = Found { node: &self.tree.root, entry: None };
        for (at, step) in steps.iter().enumerate() {
            let Some(next) = found.node.child(step) else { return (found, &steps[at..]) };
            found = Found { node: next, entry: found.entry_of(step) };
        }
        (found, &[])
    }
}

impl<'a> Found<'a> {
    fn entry_of(&self, step: &Step) -> Option<&'a Entry> {
        match &self.node.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key.name() == step.name()),
            _ => None,
        }
    }

    /// The bytes after the key's colon, where a text stands.
    fn scalar(&self, source: &str) -> Option<Range<usize>> {
        let entry = self.entry?;
        if !matches!(self.node.kind, Kind::Scalar { .. }) {
            return None;
        }
        let key = entry.key.span.end;
        let start = source[key..].find(':').map(|colon| key + colon + 1)?;
        let end = end(source, self.node).max(self.node.span.start);
        let written = source[self.node.span.start..end].trim_end().len();
        let end = if written == 0 { start } else { self.node.span.start + written };
        Some(start..end.max(start))
    }

    /// The edit that changes the text at a key.
    fn value(&self, source: &str, text: &str) -> Option<(Range<usize>, String)> {
        let key = self.entry?.key.span.start;
        let at = self.scalar(source)?;
        Some((at, Writer::at(source, key).after_colon(text)))
    }

    /// The edit that adds a key, and the keys in it, to a map.
    fn entry(&self, source: &str, steps: &[Step], text: &str) -> Option<(Range<usize>, String)> {
        let Kind::Map(known) = &self.node.kind else { return None };
        let (first, last) = (known.first()?, known.last()?);
        let names: Vec<&str> = steps.iter().map(Step::name).collect();
        let after = last_byte(source, last);
        if Writer::at(source, first.key.span.start).context == Context::Flow {
            let inner = format!("{}: {}", names.last()?, scalar(text, Context::Flow));
            let outer = names[..names.len() - 1].iter().rev();
            let nested = outer.fold(inner, |inner, name| format!("{name}: {{ {inner} }}"));
            return Some((after..after, format!(", {nested}")));
        }
        let writer = Writer::at(source, first.key.span.start);
        let at = source[after..].find(['\r', '\n']).map_or(source.len(), |end| after + end);
        let mut lines = String::new();
        for (depth, name) in names.iter().enumerate() {
            let indent = " ".repeat(writer.column + 2 * depth);
            lines.push_str(&format!("{}{indent}{name}:", writer.end));
        }
        let deep = Writer { column: writer.column + 2 * (names.len() - 1), ..writer };
        Some((at..at, format!("{lines}{}", deep.after_colon(text))))
    }
}

/// How a text is written at a key.
#[derive(Clone, Copy)]
struct Writer {
    /// Of the key, in its line.
    column: usize,
    end: &'static str,
    context: Context,
}

impl Writer {
    /// As the key at a byte is written.
    fn at(source: &str, key: usize) -> Self {
        let line = source[..key].rfind('\n').map_or(0, |newline| newline + 1);
        let lead = source[line..key].trim_start_matches('\u{feff}');
        let is_block = lead.trim_start_matches([' ', '-']).is_empty();
        Self {
            column: lead.len(),
            end: line_end(source, source.find('\n').map_or(0, |newline| newline + 1)),
            context: if is_block { Context::Block } else { Context::Flow },
        }
    }

    /// The text with what stands between it and the colon.
    fn after_colon(&self, text: &str) -> String {
        let text = text.trim();
        let can_be_block = self.context == Context::Block && !text.starts_with([' ', '\t']);
        if !text.contains('\n') || !can_be_block {
            return format!(" {}", scalar(text, self.context));
        }
        let indent = " ".repeat(self.column + 2);
        let line = |line: &str| if line.is_empty() { String::new() } else { format!("{indent}{line}") };
        let lines: Vec<String> = text.lines().map(|text| line(text.trim_end())).collect();
        format!(" |{}{}", self.end, lines.join(self.end))
    }
}

/// Where the value of an entry, or its key, has its last byte.
fn last_byte(source: &str, entry: &Entry) -> usize {
    let end = end(source, &entry.value).max(entry.key.span.end);
    let start = entry.key.span.start;
    let mut last = start + source[start..end].trim_end().len();
    if last == entry.key.span.end {
        last += source[last..].find(':').map_or(0, |colon| colon + 1);
    }
    last
}

/// A text as YAML has it: plain where that is safe, else in quotes.
fn scalar(text: &str, context: Context) -> String {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let harmless = |c: char| match c {
        ',' => context == Context::Block,
        c if c.is_ascii() => c.is_ascii_alphanumeric() || " '-.()/?!;+&%".contains(c),
        c => !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'),
    };
    let begins_well = text.starts_with(|c: char| c.is_ascii_alphabetic() || !c.is_ascii());
    if begins_well && text.chars().all(harmless) && !WORDS.contains(&text.to_ascii_lowercase().as_str()) {
        return text.to_owned();
    }
    serde_json::to_string(text).expect("a text can always be written as JSON")
}

/// A text as a value on one line of a file.
pub fn on_a_line(text: &str) -> String {
    scalar(text, Context::Block)
}

/// A text as a value inside brackets, where more needs quotes.
pub fn in_brackets(text: &str) -> String {
    scalar(text, Context::Flow)
}

fn replaced(source: &str, at: Range<usize>, new: &str) -> String {
    let mut text = source.to_owned();
    text.replace_range(at, new);
    text
}

/// What a file says.
fn value(source: &str) -> Option<Value> {
    serde_yaml::from_str(source.trim_start_matches('\u{feff}')).ok()
}

/// Puts a value where `steps` lead; maps on the way are made.
fn set(root: &mut Value, steps: &[Step], value: Value) -> Option<()> {
    let mut node = root;
    for step in steps {
        if let (Step::Key(_), Value::Null) = (step, &node) {
            *node = Value::Mapping(serde_yaml::Mapping::new());
        }
        node = match (step, node) {
            (Step::Item(at), Value::Sequence(items)) => items.get_mut(*at)?,
            (Step::Key(key), Value::Mapping(map)) => map.entry(Value::from(key.as_str())).or_insert(Value::Null),
            _ => return None,
        };
    }
    *node = value;
    Some(())
}

/// The proof of an edit: read again, the file says what it was meant to say, and nothing else. A text on lines of its
/// own ends with a line's end, which every reader of it takes off.
fn says(source: &str, meant: &Value) -> bool {
    fn same(a: &Value, b: &Value) -> bool {
        match (a, b) {
            (Value::String(a), Value::String(b)) => a.trim_end() == b.trim_end(),
            (Value::Sequence(a), Value::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
            (Value::Mapping(a), Value::Mapping(b)) => {
                a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
            }
            (a, b) => a == b,
        }
    }
    value(source).is_some_and(|said| same(&said, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(path: &str) -> Vec<Step> {
        path.split('/').map(|step| step.parse::<usize>().map_or_else(|_| Step::from(step), Step::from)).collect()
    }

    #[test]
    fn only_the_text_changes() {
        for (path, text, before, after) in [
            (
                "0/n/cy",
                "Arian",
                "# A\n- { id: m, n: { en: Money } } # B\n",
                "# A\n- { id: m, n: { en: Money, cy: Arian } } # B\n",
            ),
            ("n/cy", "Arian, da", "n: { en: M, cy: X } # B\n", "n: { en: M, cy: \"Arian, da\" } # B\n"),
            (
                "n/cy",
                "Arian, da",
                "n:\n  en: M # one\n  cy:   'X' # two\n",
                "n:\n  en: M # one\n  cy: Arian, da # two\n",
            ),
            ("n/cy", "Arian: da", "n:\n  en: M # one\n\n# End\n", "n:\n  en: M # one\n  cy: \"Arian: da\"\n\n# End\n"),
            (
                "in/cy/name",
                "Llinell",
                "name: Line\nabout: |\n  One.\n\n  Two.\n",
                "name: Line\nabout: |\n  One.\n\n  Two.\nin:\n  cy:\n    name: Llinell\n",
            ),
            ("in/cy/name", "Llinell", "name: Line", "name: Line\nin:\n  cy:\n    name: Llinell"),
            (
                "in/cy/about",
                "Un.\n\nDau.",
                "in:\n  cy:\n    about: |\n      X.\n    cost: 1\n",
                "in:\n  cy:\n    about: |\n      Un.\n\n      Dau.\n    cost: 1\n",
            ),
            (
                "in/cy/easy/summary",
                "Da.",
                "in: { ur: { name: X } }\n",
                "in: { ur: { name: X }, cy: { easy: { summary: Da. } } }\n",
            ),
            ("a/b", "yes", "a:\r\n  c: 1\r\nd: 2\r\n", "a:\r\n  c: 1\r\n  b: \"yes\"\r\nd: 2\r\n"),
            ("0/a/b", "X", "- c: 1\n  a:\n    d: 1\n- e: 1\n", "- c: 1\n  a:\n    d: 1\n    b: X\n- e: 1\n"),
            ("a", "X", "a:\nb: 1\n", "a: X\nb: 1\n"),
        ] {
            assert_eq!(put(before, &steps(path), text).as_deref(), Some(after), "{before}");
            assert_eq!(put(after, &steps(path), text).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn one_text_becomes_a_text_for_each_language() {
        let texts = [("en", "Money, now"), ("cy", "Arian")];
        for (before, after) in [
            ("- name: Money, now # M\n", "- name: { en: \"Money, now\", cy: Arian } # M\n"),
            ("- { name: 'Money, now' }\n", "- { name: { en: \"Money, now\", cy: Arian } }\n"),
        ] {
            assert_eq!(put_each(before, &steps("0/name"), &texts).as_deref(), Some(after));
        }
    }

    #[test]
    fn what_cannot_be_changed_safely_stays() {
        for (path, yaml) in [
            ("a/b", "a: &x { c: 1 }\nd: *x\n"),
            ("a/b", "a: 1\n"),
            ("a/b", "a:\n"),
            ("0/b", "- a\n"),
            ("a", "a: [1]\n"),
            ("a", "a: 1\na: 2\n"),
            ("a", "a: [\n"),
        ] {
            assert_eq!(put(yaml, &steps(path), "X"), None, "{yaml}");
        }
    }
}
