//! Turns two states of a portal into what a reader must see of the second: the lines that differ, with those around them.

use similar::{Algorithm, capture_diff_slices, group_diff_ops};

use crate::io::EntryKind;
use crate::load::written::Written;

/// How many lines around a change are shown.
const AROUND: usize = 2;
/// Whoever needs more than this has no use for an example.
const MOST_LINES: usize = 24;
/// In characters.
const WIDEST: usize = 110;

/// What differs between two states, file by file, as Markdown.
pub fn excerpts(before: &Written, after: &Written) -> String {
    let changed = after.files.iter().filter(|(path, bytes)| before.files.get(*path) != Some(*bytes));
    let changed = changed.map(|(path, bytes)| {
        let lines = lines(before.bytes(path).as_deref(), bytes);
        if lines.trim().is_empty() {
            return format!("`{}` is empty.", harmless(path));
        }
        format!("In `{}`:\n\n{}", harmless(path), fenced(&lines, language(path)))
    });
    let others = after.others.iter().filter(|(path, _)| !before.others.contains_key(*path));
    let others = others.map(|(path, kind)| format!("`{}` is {}.", harmless(path), other(*kind)));
    let was = before.files.keys().chain(before.others.keys());
    let gone = was.filter(|path| !after.files.contains_key(*path) && !after.others.contains_key(*path));
    let gone = gone.map(|path| format!("There is no longer a `{}`.", harmless(path)));
    gone.chain(others).chain(changed).collect::<Vec<_>>().join("\n\n")
}

/// Text in a box, whatever it holds.
pub fn fenced(text: &str, language: &str) -> String {
    format!("````{language}\n{}\n````", text.trim_end())
}

fn lines(before: Option<&[u8]>, after: &[u8]) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (before, after) = (before.map(text), text(after));
    let new: Vec<&str> = after.lines().collect();
    let mut shown: Vec<String> = Vec::new();
    let Some(before) = before else {
        shown.extend(new.iter().map(|line| short(line)));
        return limited(shown);
    };
    let old: Vec<&str> = before.lines().collect();
    let changes = group_diff_ops(capture_diff_slices(Algorithm::Myers, &old, &new), AROUND);
    for change in changes {
        let (Some(first), Some(last)) = (change.first(), change.last()) else { continue };
        let (start, end) = (first.new_range().start, last.new_range().end);
        if start > 0 {
            shown.push("…".to_owned());
        }
        shown.extend(new[start..end].iter().map(|line| short(line)));
    }
    limited(shown)
}

fn limited(mut lines: Vec<String>) -> String {
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

fn short(line: &str) -> String {
    let line = harmless(line);
    match line.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// A text without what a page of the guide must not hold itself.
fn harmless(text: &str) -> String {
    text.replace(|c: char| (c.is_control() && c != '\t') || matches!(c, '\u{E000}'..='\u{F8FF}'), "\u{FFFD}")
}

fn other(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::File => "a file",
        EntryKind::Escape => "a link on disk that leads out of the portal",
        EntryKind::Broken => "a link on disk that leads nowhere",
        EntryKind::Special => "neither a file nor a folder",
        EntryKind::NameNotText => "a file with a name that is not saved as UTF-8",
    }
}

fn language(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("yaml" | "yml") => "yaml",
        Some("md") => "markdown",
        Some("html") => "html",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Written {
        Written::default().with(text).unwrap()
    }

    #[test]
    fn only_what_changed_is_shown_with_the_lines_around_it() {
        let before = written("--- a.yaml\n1\n2\n3\n4\n5\n6\n7\n--- b.md\nsame\n--- c (pipe)\n");
        let after = before.clone().with("--- a.yaml (changed)\n-5\n+five\n--- c (removed)\n").unwrap();
        assert_eq!(
            excerpts(&before, &after),
            "There is no longer a `c`.\n\nIn `a.yaml`:\n\n````yaml\n…\n3\n4\nfive\n6\n7\n````"
        );
    }

    #[test]
    fn a_new_file_is_shown_as_far_as_anybody_reads() {
        let after = written("--- a.md (times 30)\nx\n--- d (leads out)\n");
        let shown = excerpts(&Written::default(), &after);
        assert!(shown.starts_with("`d` is a link on disk that leads out of the portal.\n\nIn `a.md`:"), "{shown}");
        assert_eq!(shown.matches("\nx").count(), MOST_LINES);
        let long = excerpts(&Written::default(), &written("--- a (escaped)\nz\\u{e000}\\u{7}\n"));
        assert!(long.contains("z\u{FFFD}\u{FFFD}"), "{long}");
    }
}
