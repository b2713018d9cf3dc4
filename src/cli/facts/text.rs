//! Turns a file of facts into the same file with a value more, in the form of the values that are there.

use jiff::civil::Date;

use crate::diag::Step;
use crate::parse::yaml::{Outline, Shape};

/// Where a value goes.
pub struct Place<'a> {
    pub id: &'a str,
    /// The position of the value that ends when the new one begins.
    pub open: Option<usize>,
    /// How many values there are.
    pub items: usize,
}

/// Text to put in at a byte.
type Insertion = (usize, String);

impl Place<'_> {
    /// The position of the new value: before the one that ends where that is the first of several, else the last.
    pub fn position(&self) -> usize {
        if self.newest_first() { 0 } else { self.items }
    }

    fn newest_first(&self) -> bool {
        self.open == Some(0) && self.items > 1
    }

    /// The file with `written` (`value: 2, from: 2027-04-06`) as a value more, and an end for the one before. None where
    /// the values are written in a form that this does not know.
    pub fn edited(&self, text: &str, written: &str, closed: Option<Date>) -> Option<String> {
        let outline = Outline::new(text, 0..text.len());
        let steps = [Step::from(self.id), Step::from("values")];
        let list = outline.shape(&steps)?;
        let item = |at: usize| outline.shape(&[&steps[..], &[Step::Item(at)]].concat());
        let mut insertions = Vec::new();
        if let (Some(open), Some(until)) = (self.open, closed) {
            insertions.push(end_of(&item(open)?, text, until)?);
        }
        let beside = if self.newest_first() { 0 } else { self.items.checked_sub(1)? };
        insertions.push(self.beside(text, &list, (&item(beside)?, written))?);
        // From the last to the first, so that places stay right; of two at one place the later comes first.
        insertions.reverse();
        insertions.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let mut edited = text.to_owned();
        for (at, more) in insertions {
            edited.insert_str(at, &more);
        }
        Some(edited)
    }

    /// The new value before or after one that is there.
    fn beside(&self, text: &str, list: &Shape, (item, written): (&Shape, &str)) -> Option<Insertion> {
        let lead = lead(text, item.span.start);
        if list.is_flow {
            let own_line = lead.trim().is_empty();
            let gap = if own_line { format!("{}{lead}", line_end(text)) } else { " ".to_owned() };
            return Some(if self.newest_first() {
                (item.span.start, format!("{{ {written} }},{gap}"))
            } else {
                (item.span.end, format!(",{gap}{{ {written} }}"))
            });
        }
        let line = if item.is_flow {
            format!("{lead}{{ {written} }}{}", line_end(text))
        } else {
            let indent: String = lead.chars().map(|_| ' ').collect();
            let end = line_end(text);
            let (value, from) = written.rsplit_once(", ")?;
            format!("{lead}{value}{end}{indent}{from}{end}")
        };
        // Anything but a dash before the item, such as a tag, is not repeated.
        let is_plain = lead.trim_start().trim_end() == "-";
        is_plain.then(|| {
            if self.newest_first() { (line_start(text, item.span.start), line) } else { on_next_line(text, item, line) }
        })
    }
}

/// `until` as the last key of a value.
fn end_of(item: &Shape, text: &str, until: Date) -> Option<Insertion> {
    let last = item.parts.last()?;
    if item.is_flow {
        return Some((last.end, format!(", until: {until}")));
    }
    let indent: String = lead(text, item.span.start).chars().map(|_| ' ').collect();
    Some(on_next_line(text, item, format!("{indent}until: {until}{}", line_end(text))))
}

/// A line after the one on which an item ends.
fn on_next_line(text: &str, item: &Shape, line: String) -> Insertion {
    let end = if item.is_flow { item.span.end } else { item.parts.last().map_or(item.span.end, |last| last.end) };
    match text[end..].find('\n') {
        Some(newline) => (end + newline + 1, line),
        None => (text.len(), format!("{}{}", line_end(text), line.trim_end())),
    }
}

/// What stands on a line before a byte.
fn lead(text: &str, at: usize) -> &str {
    &text[line_start(text, at)..at]
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// How the file ends its lines.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
