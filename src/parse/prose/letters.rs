//! Turns characters into whether they are letters, by tables: nearly all that a text has are.

use std::sync::OnceLock;

use super::scan::{Class, class};

/// Whether a byte is a letter or digit of ASCII.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// So many characters share a table.
const BLOCK: u32 = 256;
const BLOCKS_OF_ALL: usize = char::MAX as usize / BLOCK as usize + 1;

/// For each block of characters, a bit for each that is a letter; made when a text first has one of the block.
static BLOCKS: [OnceLock<[u64; 4]>; BLOCKS_OF_ALL] = [const { OnceLock::new() }; BLOCKS_OF_ALL];

/// Whether two capitals of ASCII stand side by side; many bytes are looked at in one step.
pub fn has_capitals(text: &[u8]) -> bool {
    const STEP: usize = 256;
    let pairs = |some: &[u8]| {
        let after = some.get(1..).unwrap_or_default();
        let both = some.iter().zip(after).map(|(one, other)| one.is_ascii_uppercase() & other.is_ascii_uppercase());
        both.fold(false, |found, both| found | both)
    };
    (0..text.len()).step_by(STEP).any(|from| pairs(&text[from..text.len().min(from + STEP + 1)]))
}

/// The bytes of the letters that a text begins with.
pub fn at_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes.iter().position(|byte| !PLAIN[usize::from(*byte)]).unwrap_or(bytes.len());
    match bytes.get(plain) {
        Some(byte) if !byte.is_ascii() => plain + any(&text[plain..]),
        _ => plain,
    }
}

/// The bytes of the letters that a text begins with whose first is beyond ASCII.
fn any(text: &str) -> usize {
    // Nearly all letters of a word are of one block.
    let mut block: Option<Block> = None;
    for (at, c) in text.char_indices() {
        let of = match block {
            Some(known) if known.holds(c) => known,
            _ => *block.insert(Block::of(c)),
        };
        if !of.has(c) {
            return at;
        }
    }
    text.len()
}

/// Which characters of a block are letters.
#[derive(Clone, Copy)]
struct Block {
    number: u32,
    bits: &'static [u64; 4],
}

impl Block {
    fn of(c: char) -> Self {
        let number = u32::from(c) / BLOCK;
        Self { number, bits: BLOCKS[number as usize].get_or_init(|| bits(number)) }
    }

    fn holds(&self, c: char) -> bool {
        u32::from(c) / BLOCK == self.number
    }

    fn has(&self, c: char) -> bool {
        let bit = u32::from(c) % BLOCK;
        self.bits[(bit / 64) as usize] >> (bit % 64) & 1 == 1
    }
}

fn bits(block: u32) -> [u64; 4] {
    let mut bits = [0; 4];
    for at in 0..BLOCK {
        let is_letter = char::from_u32(block * BLOCK + at).is_some_and(|c| class(c) == Class::Letter);
        bits[(at / 64) as usize] |= u64::from(is_letter) << (at % 64);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_found_wherever_they_stand() {
        for at in [0, 1, 254, 255, 256, 257, 510, 511, 512, 598] {
            let mut text = vec![b'a'; 600];
            text[at] = b'Q';
            assert!(!has_capitals(&text), "{at}");
            text[at + 1] = b'Z';
            assert!(has_capitals(&text), "{at}");
        }
        assert!(!has_capitals(b"") && !has_capitals(b"A") && !has_capitals("ÉÉ A@".as_bytes()));
    }

    #[test]
    fn the_tables_say_what_the_classes_say() {
        for c in (0..=0x2_0000).chain([0x10_FFFF]).filter_map(char::from_u32) {
            assert_eq!(Block::of(c).has(c), class(c) == Class::Letter, "{c:?}");
            assert_eq!(at_start(&format!("{c} ")) > 0, class(c) == Class::Letter, "{c:?}");
        }
    }
}
