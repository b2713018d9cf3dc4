//! Turns a finding's bytes into lines and columns, and into the line of text that they stand in.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{Finding, Spot};

/// Where the texts come from that findings point into.
pub trait Texts {
    /// The text of a file, by the path that a finding names it by; none for files that are not text.
    fn text(&self, file: &str) -> Option<&str>;
}

impl Texts for BTreeMap<&str, &str> {
    fn text(&self, file: &str) -> Option<&str> {
        self.get(file).copied()
    }
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub line: usize,
    /// In characters.
    pub column: usize,
    /// The column in code units of UTF-16.
    pub unit: usize,
}

impl Position {
    const START: Self = Self { line: 1, column: 1, unit: 1 };

    /// Where a reader stands after `text`.
    fn after(self, text: &str) -> Self {
        let Some(end) = text.rfind('\n') else { return self.along(text) };
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        Self { line: self.line + lines, ..Self::START }.along(&text[end + 1..])
    }

    /// Where a reader stands after `text` in the same line.
    fn along(self, text: &str) -> Self {
        Self {
            line: self.line,
            column: self.column + text.chars().count(),
            unit: self.unit + text.chars().map(char::len_utf16).sum::<usize>(),
        }
    }
}

/// A spot found in its text.
pub(super) struct Located<'a> {
    pub start: Position,
    /// The column after the last character.
    pub end: Position,
    /// The first line of the spot, without its end.
    pub line: &'a str,
    /// The part of `line` that the spot covers, in bytes of `line`.
    pub span: Range<usize>,
}

/// Finds spots. Findings of one file come in the order of their places, so each text is walked once.
pub(super) struct Locator<'a> {
    texts: &'a dyn Texts,
    walk: Option<Walk<'a>>,
}

impl<'a> Locator<'a> {
    pub fn new(texts: &'a dyn Texts) -> Self {
        Self { texts, walk: None }
    }

    /// The spot of a finding; none where it has no place or means the whole file. A key that was not turned into
    /// bytes counts as the whole file, and bytes outside the text as its end.
    pub fn locate(&mut self, finding: &Finding) -> Option<Located<'a>> {
        let place = finding.place.as_ref()?;
        let Spot::Bytes(start, end) = place.spot else { return None };
        let known = self.walk.take().filter(|walk| *walk.file == *place.file);
        let walk = match known {
            Some(walk) => walk,
            None => Walk::new(place.file.to_string(), self.texts.text(&place.file)?),
        };
        Some(self.walk.insert(walk).locate(start..end))
    }
}

/// A walk through one text, standing at `at`.
struct Walk<'a> {
    file: String,
    text: &'a str,
    at: usize,
    position: Position,
}

impl<'a> Walk<'a> {
    fn new(file: String, text: &'a str) -> Self {
        Self { file, text, at: mark_len(text), position: Position::START }
    }

    fn locate(&mut self, bytes: Range<usize>) -> Located<'a> {
        let text = self.text;
        let start = text.floor_char_boundary(bytes.start);
        let end = text.ceil_char_boundary(bytes.end.max(bytes.start));
        self.go_to(start);
        let start = self.at;
        let line_start = text[..start].rfind('\n').map_or(mark_len(text), |newline| newline + 1);
        let rest = text[start..].split('\n').next().unwrap_or_default();
        let line = &text[line_start..start + rest.len()];
        let line = line.strip_suffix('\r').unwrap_or(line);
        let within = |byte: usize| (byte - line_start).min(line.len());
        Located {
            start: self.position,
            end: self.position.after(&text[start..end.max(start)]),
            line,
            span: within(start)..within(end.max(start)),
        }
    }

    fn go_to(&mut self, byte: usize) {
        if byte < self.at {
            *self = Self::new(std::mem::take(&mut self.file), self.text);
        }
        let byte = byte.max(self.at);
        self.position = self.position.after(&self.text[self.at..byte]);
        self.at = byte;
    }
}

/// The bytes of a byte order mark, which no editor shows and no column counts.
fn mark_len(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}
