//! Turns a theme's font files into families, in the order in which each language looks for its letters.

use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::theme::{FontBytes, PrintTheme};

/// The fonts of a press.
pub struct Typefaces {
    pub book: LazyHash<FontBook>,
    pub list: Vec<Font>,
    /// In the theme's order.
    pub families: Vec<String>,
}

impl Typefaces {
    pub fn new(theme: &PrintTheme) -> Self {
        let bytes = |font: &FontBytes| match font {
            FontBytes::Carried(bytes) => Bytes::new(*bytes),
            FontBytes::Own(bytes) => Bytes::new(bytes.clone()),
        };
        let list: Vec<Font> = theme.fonts.iter().flat_map(|font| Font::iter(bytes(&font.bytes))).collect();
        let known: BTreeSet<String> = list.iter().map(|font| font.info().family.clone()).collect();
        // A family that no file has would be looked for in vain.
        let wanted = theme.settings.fonts.iter().filter(|family| known.contains(*family)).cloned();
        let mut families: Vec<String> = wanted.collect();
        if families.is_empty() {
            families = known.into_iter().collect();
        }
        Self { book: LazyHash::new(FontBook::from_fonts(&list)), list, families }
    }

    /// The families for a text, the one that has most of its letters first: so words and the spaces between them are set
    /// in one font, and can be copied whole.
    pub fn families_for(&self, text: &str) -> Vec<&str> {
        let letters: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii() && c.is_alphanumeric()).collect();
        let mut families: Vec<&str> = self.families.iter().map(String::as_str).collect();
        let latin: BTreeSet<char> = ('a'..='z').collect();
        let foreign = letters.iter().filter(|c| !is_latin(**c)).count();
        let letters = if foreign == 0 { latin } else { letters };
        families.sort_by_key(|family| {
            std::cmp::Reverse(letters.iter().filter(|letter| self.covers(family, **letter)).count())
        });
        families
    }

    /// Whether a family has a letter.
    pub fn covers(&self, family: &str, letter: char) -> bool {
        self.list.iter().any(|font| font.info().family == family && font.info().coverage.contains(u32::from(letter)))
    }
}

/// Letters with accents, as in Welsh and Polish, and marks of punctuation.
fn is_latin(letter: char) -> bool {
    u32::from(letter) < 0x0250 || matches!(letter, '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{2bff}')
}
