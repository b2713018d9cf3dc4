//! Turns new values of a few keys into a YAML text that is otherwise the same, byte for byte.

use std::ops::Range;

use super::tree::{Entry, Kind, Node, Tree};

/// A new text for some bytes.
struct Edit {
    at: Range<usize>,
    text: String,
}

/// Sets `values` in the map of `source[yaml]`, as `set` does in a map inside it.
pub fn set_top(source: &str, yaml: Range<usize>, values: &[(&str, String)]) -> Option<String> {
    let tree = Tree::new(&source[yaml.clone()], yaml.start).ok()?;
    let Kind::Map(known) = &tree.root.kind else { return None };
    Some(apply(source, in_map(source, (&tree.root, known), values)))
}

/// Sets `values` in the map that stands at the key `parent` of `source[yaml]`, and hands back the whole of `source`. A
/// map or a key that is not there is added. None where `yaml` cannot be read or holds no map at `parent`.
pub fn set(source: &str, yaml: Range<usize>, parent: &str, values: &[(&str, String)]) -> Option<String> {
    let tree = Tree::new(&source[yaml.clone()], yaml.start).ok()?;
    let Kind::Map(entries) = &tree.root.kind else { return None };
    let edits = match entries.iter().find(|entry| entry.key.name() == parent) {
        None => vec![new_map(source, yaml.end, (parent, values))],
        Some(Entry { value: map, .. }) => {
            let Kind::Map(known) = &map.kind else { return None };
            in_map(source, (map, known), values)
        }
    };
    Some(apply(source, edits))
}

fn in_map(source: &str, (map, known): (&Node, &[Entry]), values: &[(&str, String)]) -> Vec<Edit> {
    let find = |key: &str| known.iter().find(|entry| entry.key.name() == key);
    let (there, new): (Vec<_>, Vec<_>) = values.iter().partition(|(key, _)| find(key).is_some());
    let changed = there.into_iter().filter_map(|(key, value)| Some(changed(source, find(key)?, value)));
    changed.chain(added(source, (map, known), &new)).collect()
}

/// The map on lines of its own; `at` is the start of a line.
fn new_map(source: &str, at: usize, (parent, values): (&str, &[(&str, String)])) -> Edit {
    let end = line_end(source, at);
    let lines: String = values.iter().map(|(key, value)| format!("  {key}: {value}{end}")).collect();
    Edit { at: at..at, text: format!("{parent}:{end}{lines}") }
}

/// Everything after the key's colon.
fn changed(source: &str, entry: &Entry, value: &str) -> Edit {
    let key_end = entry.key.span.end;
    let start = source[key_end..].find(':').map_or(key_end, |colon| key_end + colon + 1);
    Edit { at: start..end(source, &entry.value).max(start), text: format!(" {value}") }
}

fn added(source: &str, (map, known): (&Node, &[Entry]), values: &[&(&str, String)]) -> Option<Edit> {
    let (first, last) = (known.first()?, known.last()?);
    if values.is_empty() {
        return None;
    }
    let after = end(source, &last.value).max(last.key.span.end);
    if source[map.span.start..].starts_with('{') {
        let text = values.iter().map(|(key, value)| format!(", {key}: {value}")).collect();
        return Some(Edit { at: after..after, text });
    }
    let key = first.key.span.start;
    let indent = &source[source[..key].rfind('\n').map_or(0, |newline| newline + 1)..key];
    let at = source[after..].find('\n').map_or(source.len(), |newline| after + newline + 1);
    let end = line_end(source, at);
    Some(Edit { at: at..at, text: values.iter().map(|(key, value)| format!("{indent}{key}: {value}{end}")).collect() })
}

/// Where a node's own bytes end: after its bracket, or after the last node in it.
pub(super) fn end(source: &str, node: &Node) -> usize {
    let bracket = source[node.span.start..].starts_with(['[', '{']);
    match &node.kind {
        Kind::List(items) if !bracket => items.last().map_or(node.span.start, |item| end(source, item)),
        Kind::Map(entries) if !bracket => entries.last().map_or(node.span.start, |entry| end(source, &entry.value)),
        Kind::Scalar { text, plain: true } if text.is_empty() => 0,
        Kind::Scalar { plain: false, .. } => quoted_end(source, node.span.start).unwrap_or(node.span.end),
        _ => node.span.end,
    }
}

/// Where a text in quotes ends: the parser counts space and a comment after them as part of it.
fn quoted_end(source: &str, start: usize) -> Option<usize> {
    let quote = source[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut letters = source[start + 1..].char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let escapes = c == '\\' && quote == '"'
            || c == quote && quote == '\'' && letters.peek().is_some_and(|(_, c)| *c == quote);
        if escapes {
            letters.next();
        } else if c == quote {
            return Some(start + 1 + at + 1);
        }
    }
    None
}

/// How the line before `at` ends.
pub(super) fn line_end(source: &str, at: usize) -> &'static str {
    if source[..at].ends_with("\r\n") { "\r\n" } else { "\n" }
}

fn apply(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let mut text = source.to_owned();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.at, &edit.text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(yaml: &str) -> Option<String> {
        let values = [("of", "[\"1\"]".to_owned()), ("by", "human".to_owned()), ("date", "2026-11-22".to_owned())];
        set(yaml, 0..yaml.len(), "t", &values)
    }

    #[test]
    fn only_the_values_change() {
        for (before, after) in [
            (
                "a: 1 # one\nt: { of: [x, y], by: machine, date: 2020-01-01 } # t\nb:  2\n",
                "a: 1 # one\nt: { of: [\"1\"], by: human, date: 2026-11-22 } # t\nb:  2\n",
            ),
            ("t: { by: machine }\n", "t: { by: human, of: [\"1\"], date: 2026-11-22 }\n"),
            (
                "t:\n  of:\n    - x\n    - y # old\n  by: machine # robot\nb: 2\n",
                "t:\n  of: [\"1\"] # old\n  by: human # robot\n  date: 2026-11-22\nb: 2\n",
            ),
            (
                "t:\n    of:\n    - x\n    date:\n    by: 'machine'",
                "t:\n    of: [\"1\"]\n    date: 2026-11-22\n    by: human",
            ),
            (
                "a: 1\r\nt:\r\n  by: machine\r\nb: 2\r\n",
                "a: 1\r\nt:\r\n  by: human\r\n  of: [\"1\"]\r\n  date: 2026-11-22\r\nb: 2\r\n",
            ),
            (
                "t:\n  of: ['it''s']  # old\n  by: \"ma\\\"chine\"  # robot\n  date: 2020-01-01\n",
                "t:\n  of: [\"1\"]  # old\n  by: human  # robot\n  date: 2026-11-22\n",
            ),
            ("a: 1\n", "a: 1\nt:\n  of: [\"1\"]\n  by: human\n  date: 2026-11-22\n"),
        ] {
            assert_eq!(edited(before).as_deref(), Some(after), "{before}");
            assert_eq!(edited(after).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn what_is_no_map_is_left_alone() {
        for yaml in ["t: yes\n", "t:\n", "- t\n", "t: [", "t: { by: x"] {
            assert_eq!(edited(yaml), None, "{yaml}");
        }
    }
}
