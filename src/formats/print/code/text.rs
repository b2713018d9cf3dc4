//! Turns words into Typst texts in quotes, and a leaflet's words into samples by which fonts are chosen.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::Language;
use crate::model::bidi::unmarked;
use crate::plan::prints::{Block, BlockKind, Contact, Inline, plain};

/// The words of each language.
pub type Samples = BTreeMap<Language, String>;

/// A text in quotes, without isolation marks. Nothing in it means anything to Typst.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in unmarked(text).chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            c if c.is_control() => {
                write!(quoted, "\\u{{{:x}}}", u32::from(c)).expect("a string takes all that is written");
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A list, whatever its length: Typst takes `(a)` for `a`.
pub fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("{item}, ")).collect();
    format!("({})", items.concat())
}

/// Notes the words of blocks that are written in a language.
pub fn sample(blocks: &[Block], language: Language, samples: &mut Samples) {
    for block in blocks {
        sample_block(&block.kind, language, samples);
    }
}

fn sample_block(kind: &BlockKind, language: Language, samples: &mut Samples) {
    match kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => inlines(text, language, samples),
        BlockKind::List { items, .. } => items.iter().for_each(|item| sample(item, language, samples)),
        BlockKind::Definitions(pairs) => pairs.iter().for_each(|(word, blocks)| {
            inlines(word, language, samples);
            sample(blocks, language, samples);
        }),
        BlockKind::Quote(blocks) | BlockKind::Boxed { blocks, .. } => sample(blocks, language, samples),
        BlockKind::Table { head, rows } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| inlines(cell, language, samples));
        }
        BlockKind::Row(row) => sample(&row.blocks, language, samples),
        BlockKind::Services(cards) => cards.iter().for_each(|card| {
            inlines(&card.name, language, samples);
            inlines(&card.summary, language, samples);
            card.lines.iter().for_each(|(_, value)| inlines(value, language, samples));
        }),
        BlockKind::Contact(contact) => sample_contact(contact, language, samples),
        BlockKind::Notes { notes, .. } => notes.iter().for_each(|note| sample(&note.blocks, language, samples)),
        BlockKind::In(own, blocks) => sample(blocks, *own, samples),
        BlockKind::Picture(_) | BlockKind::Code(_) | BlockKind::Addresses(_) | BlockKind::Rule => {}
    }
}

pub fn sample_contact(contact: &Contact, language: Language, samples: &mut Samples) {
    contact.name.iter().chain(contact.lines.iter().map(|(_, value)| value)).for_each(|value| {
        inlines(value, language, samples);
    });
}

fn inlines(pieces: &[Inline], language: Language, samples: &mut Samples) {
    for piece in pieces {
        match piece {
            Inline::Text(text) => samples.entry(language).or_default().push_str(text),
            Inline::Strong(inner) | Inline::Strike(inner) | Inline::Group(inner) | Inline::Link { text: inner, .. } => {
                inlines(inner, language, samples);
            }
            Inline::In(own, inner) => {
                samples.entry(*own).or_default();
                inlines(inner, *own, samples);
            }
            Inline::Code(_) | Inline::Break | Inline::Ltr(_) | Inline::Call(_) | Inline::Picture(_) => {}
        }
    }
}

/// The longest word of a contact: such as an email address, which no line breaks.
pub fn longest_word(contact: &Contact) -> String {
    let values = contact.name.iter().chain(contact.lines.iter().map(|(_, value)| value));
    let words: Vec<String> = values.map(|value| plain(value)).collect();
    let longest = words.iter().flat_map(|value| value.split_whitespace()).max_by_key(|word| word.chars().count());
    longest.unwrap_or_default().to_owned()
}

/// Whether blocks hold a contact, at any depth.
pub fn says_contact(blocks: &[Block], contact: &Contact) -> bool {
    let says = |blocks: &[Block]| says_contact(blocks, contact);
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Contact(own) => own == contact,
        BlockKind::List { items, .. } => items.iter().any(|item| says(item)),
        BlockKind::Definitions(pairs) => pairs.iter().any(|(_, blocks)| says(blocks)),
        BlockKind::Quote(blocks) | BlockKind::Boxed { blocks, .. } | BlockKind::In(_, blocks) => says(blocks),
        BlockKind::Row(row) => says(&row.blocks),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_means_anything_to_typst() {
        assert_eq!(quoted(r##"#let "a" \ @b $c$ `d` <e>"##), r##""#let \"a\" \\ @b $c$ `d` <e>""##);
        assert_eq!(quoted("a\nb\u{7}"), "\"a\\u{a}b\\u{7}\"");
        assert_eq!(quoted("پتہ"), "\"پتہ\"");
    }

    #[test]
    fn a_list_of_one_is_a_list() {
        assert_eq!(list(["a".to_owned()].into_iter()), "(a, )");
        assert_eq!(list(std::iter::empty()), "()");
    }
}
