//! Turns a parsed text into sentences and words with their places: what checks of words read.
//!
//! One pass, into lists that are kept for the next text: a word costs no allocation. What counts as what:
//! - a *unit* is what stands by itself: a heading, a paragraph, an item of a list, a cell. No sentence goes on in another.
//! - a *sentence* ends at `.` `!` `?` and their likes in other scripts (`۔` `؟` `।` `॥` `。`), if white space or the
//!   unit's end follows and the next word does not begin with a small letter, or is written as code. It does not end
//!   after an abbreviation (`Dr.`) or an initial. A colon does not end one.
//! - a *word* stands between white space, dashes and brackets, and holds a letter or digit: `carer's`, `9.30`,
//!   `well-known` and an address are one word each.
//! - a value in braces is one word, or as many as it shows where the reader of the prose knows that.
//! - blocks of code, the titles of `details` and what images show are no prose.

mod abbreviations;
mod letters;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::scan::Scan;
use super::Content;
use super::content::{BlockKind, Event, Str, Tag, Value};
use crate::model::Language;

/// The sentences and words of one text.
#[derive(Debug, Default)]
pub struct Prose {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    pub units: Vec<Unit>,
}

/// One word: where it stands, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub at: Str,
    pub marks: Marks,
    /// The value in braces that the word is: `values[n]`.
    pub value: Option<u16>,
}

/// How a word stands in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    pub const BOLD: Self = Self(1);
    pub const ITALIC: Self = Self(2);
    pub const STRUCK: Self = Self(4);
    pub const LINK: Self = Self(8);
    pub const CODE: Self = Self(16);
    /// A bracket opens before it.
    pub const BRACKET: Self = Self(32);
    /// A comma or semicolon follows it.
    pub const COMMA: Self = Self(64);

    pub fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    fn with(self, mark: Self) -> Self {
        Self(self.0 | mark.0)
    }

    fn without(self, mark: Self) -> Self {
        Self(self.0 & !mark.0)
    }
}

/// A run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    first: u32,
    end: u32,
    /// The words that a reader sees: a value may show several.
    pub length: u32,
    /// The number of its unit.
    pub unit: u32,
}

impl Sentence {
    /// The positions of its words.
    pub fn range(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// What stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub kind: UnitKind,
    /// The innermost `:::` block that it stands in.
    pub block: Option<u16>,
    /// The `:::row` that it stands in.
    pub row: Option<u16>,
    first: u32,
    end: u32,
}

impl Unit {
    /// The positions of its sentences; at least one.
    pub fn range(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    Heading(u8),
    Paragraph,
    Item,
    Cell,
}

/// The bytes that the places of words count in.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub source: &'a str,
    aside: &'a str,
}

impl<'a> From<&'a Content> for Text<'a> {
    fn from(content: &'a Content) -> Self {
        Self { source: &content.source, aside: &content.aside }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(source: &'a str) -> Self {
        Self { source, aside: "" }
    }
}

impl<'a> Text<'a> {
    pub fn str(&self, at: &Str) -> &'a str {
        let (start, end) = (at.start as usize, at.end as usize);
        match start.checked_sub(self.source.len()) {
            None => &self.source[start..end],
            Some(start) => &self.aside[start..end - self.source.len()],
        }
    }

    /// Whether two capitals of ASCII stand side by side, in the prose or around it.
    pub fn has_capitals(&self) -> bool {
        [self.source, self.aside].iter().any(|text| letters::has_capitals(text.as_bytes()))
    }

    /// What follows a word, to the end of the text.
    pub fn after(&self, at: &Str) -> &'a str {
        let end = at.end as usize;
        match (at.start as usize).checked_sub(self.source.len()) {
            None => &self.source[end..],
            Some(_) => &self.aside[end - self.source.len()..],
        }
    }
}

/// What the reader of a prose knows about it.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub language: Language,
    /// How many words a value shows.
    pub shows: &'a dyn Fn(&Value) -> usize,
}

impl Prose {
    /// Reads the text of a document. What was read before is forgotten.
    pub fn read(&mut self, content: &Content, reader: Reader<'_>) {
        self.clear();
        let mut scan = Scan::new(self, content.into(), reader.language);
        let mut blocks: Vec<u16> = Vec::new();
        let mut code = false;
        for event in &content.events {
            match event {
                Event::Open(Tag::CodeBlock) => code = true,
                Event::Close(Tag::CodeBlock) => code = false,
                _ if code => {}
                Event::Open(Tag::Block(number)) => {
                    blocks.push(*number);
                    scan.stands_in(Some(*number), row(content, &blocks));
                }
                Event::Close(Tag::Block(_)) => {
                    blocks.pop();
                    scan.stands_in(blocks.last().copied(), row(content, &blocks));
                }
                Event::Value(number) => {
                    let hole = &content.values[usize::from(*number)];
                    scan.value(*number, Str::new(hole.span.clone()), (reader.shows)(&hole.value));
                }
                event => step(&mut scan, event),
            }
        }
        scan.end_unit();
    }

    /// Reads one line that stands by itself, such as a title.
    pub fn read_line(&mut self, line: &str, language: Language) {
        self.clear();
        let mut scan = Scan::new(self, line.into(), language);
        scan.begin_unit(UnitKind::Paragraph);
        scan.piece(Str::new(0..line.len()));
        scan.end_unit();
    }

    /// Every sentence with its words.
    pub fn sentences(&self) -> impl Iterator<Item = (&Sentence, &[Word])> {
        self.sentences.iter().map(|sentence| (sentence, &self.words[sentence.range()]))
    }

    /// The words of all sentences that a reader sees.
    pub fn length(&self) -> usize {
        self.sentences.iter().map(|sentence| sentence.length as usize).sum()
    }

    pub fn unit(&self, sentence: &Sentence) -> &Unit {
        &self.units[sentence.unit as usize]
    }

    fn clear(&mut self) {
        self.words.clear();
        self.sentences.clear();
        self.units.clear();
    }
}

/// The innermost row of the open blocks.
fn row(content: &Content, blocks: &[u16]) -> Option<u16> {
    let is_row = |number: &&u16| matches!(content.blocks[usize::from(**number)].kind, BlockKind::Row { .. });
    blocks.iter().rev().find(is_row).copied()
}

fn step(scan: &mut Scan<'_>, event: &Event) {
    match event {
        Event::Open(tag) => match unit(*tag) {
            Some(kind) => scan.begin_unit(kind),
            None => scan.mark(mark(*tag)),
        },
        Event::Close(tag) => match unit(*tag) {
            Some(_) => scan.end_unit(),
            None => scan.unmark(mark(*tag)),
        },
        Event::Text(text) => scan.piece(text.into()),
        Event::Code(text) => {
            scan.mark(Marks::CODE);
            scan.piece(text.into());
            scan.unmark(Marks::CODE);
        }
        Event::SoftBreak | Event::HardBreak => scan.space(),
        Event::Rule | Event::Task(_) | Event::FootnoteCall { .. } | Event::Value(_) | Event::Image(_) => {}
    }
}

fn unit(tag: Tag) -> Option<UnitKind> {
    match tag {
        Tag::Heading { level, .. } => Some(UnitKind::Heading(level)),
        Tag::Paragraph | Tag::DefinitionDetails | Tag::Footnote { .. } => Some(UnitKind::Paragraph),
        Tag::Item | Tag::DefinitionTitle => Some(UnitKind::Item),
        Tag::Cell { .. } => Some(UnitKind::Cell),
        _ => None,
    }
}

fn mark(tag: Tag) -> Marks {
    match tag {
        Tag::Strong => Marks::BOLD,
        Tag::Emphasis => Marks::ITALIC,
        Tag::Strike => Marks::STRUCK,
        Tag::Link(_) => Marks::LINK,
        _ => Marks::default(),
    }
}
