//! Turns characters into whether they are letters, by tables: nearly all that a text has are.

use std::sync::OnceLock;

use super::scan::{Class, class};

/// By the first byte of a character: how many bytes it has where it is surely a letter or a mark on one; 0 where the rest
/// of it must be looked at.
const STEPS: [u8; 256] = {
    let mut steps = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        steps[byte] = match byte as u8 {
            first if first.is_ascii_alphanumeric() => 1,
            // Latin but for its signs, Greek, Cyrillic, Hebrew, and Arabic but for its signs.
            0xC4..=0xD7 | 0xD9 | 0xDA => 2,
            // Ideographs and Hangul.
            0xE4..=0xEC => 3,
            _ => 0,
        };
        byte += 1;
    }
    steps
};

/// The bytes of the letter at a place, where its first byte alone does not tell; 0 if there is none.
fn doubtful(text: &str, at: usize) -> usize {
    match text.as_bytes()[at..] {
        [..0x80, ..] => 0,
        // Scripts of India but for their full stops, and Arabic but for its signs.
        [0xE0, second, ..] if second != 0xA5 => 3,
        [0xD8, second, ..] if second >= 0xA0 => 2,
        [0xDB, second, ..] if second != 0x94 => 2,
        _ => letter(&text[at..]),
    }
}

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
    let mut at = match bytes.first() {
        Some(0xE0) => indic(bytes),
        Some(0xD8..=0xDB) => arabic(bytes),
        _ => small_letters(bytes),
    };
    while let Some(&first) = bytes.get(at) {
        let len = match STEPS[usize::from(first)] {
            0 => doubtful(text, at),
            len => usize::from(len),
        };
        if len == 0 {
            break;
        }
        at += len;
    }
    at
}

/// How many bytes that a text begins with are small letters of ASCII, looked at eight in one step: most words of Latin
/// script are nothing else. Near the end of a text it may say fewer.
fn small_letters(text: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let mut at = 0;
    while let Some(eight) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        // Without its high bit no byte carries into the next.
        let low = eight & !HIGH;
        let from_a = low + u64::from(0x80 - b'a') * EACH;
        let past_z = low + u64::from(0x7F - b'z') * EACH;
        let others = (eight | !from_a | past_z) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

/// How many bytes that a text begins with are letters of three bytes of the scripts of India and their neighbours, looked at
/// five letters in one step. Near the end of a text it may say fewer.
fn indic(text: &[u8]) -> usize {
    const ALL: u128 = each(0xFF, 3);
    steps(text, 15, |some| {
        let other_script = (some ^ each(0xE0, 3)) & ALL;
        // Their full stops stand among the letters whose second byte is this.
        let second = ((some >> 8) ^ each(0xA5, 3)) & ALL;
        let may_stop = (each(0x100, 3) - second) & each(0x100, 3);
        other_script | may_stop >> 1
    })
}

/// How many bytes that a text begins with are letters of two bytes of Arabic, looked at eight letters in one step. Near the
/// end of a text it may say fewer.
fn arabic(text: &[u8]) -> usize {
    const HIGH: u128 = each(0x8000, 2);
    steps(text, 16, |some| {
        let other_script = (some ^ each(0xD8, 2)) & each(0xFC, 2);
        // A full stop is DB 94; other signs are D8 with a second byte below A0. The highest bit of a second byte is set.
        let stop = HIGH - ((some ^ each(0x94DB, 2)) & each(0x7FFF, 2));
        let sign = HIGH - ((some ^ each(0x80D8, 2)) & each(0x20FF, 2));
        other_script | ((stop | sign) & HIGH) >> 8
    })
}

/// Takes steps of so many bytes through a text, while `others` has no bit set; then says where its lowest one stands.
fn steps(text: &[u8], step: usize, others: impl Fn(u128) -> u128) -> usize {
    let mut at = 0;
    while let Some(some) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let others = others(u128::from_le_bytes(*some));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += step;
    }
    at
}

/// A value in each letter of so many bytes: as many letters as have room.
const fn each(value: u128, bytes: u32) -> u128 {
    let mut all = value;
    let mut at = bytes;
    while at + bytes <= 16 {
        all |= value << (at * 8);
        at += bytes;
    }
    all
}

/// The bytes of the letter that a text begins with; 0 if it begins with none.
fn letter(text: &str) -> usize {
    let Some(c) = text.chars().next().filter(|c| !c.is_ascii()) else { return 0 };
    if Block::of(c).has(c) { c.len_utf8() } else { 0 }
}

/// Which characters of a block are letters.
#[derive(Clone, Copy)]
struct Block {
    bits: &'static [u64; 4],
}

impl Block {
    fn of(c: char) -> Self {
        let number = u32::from(c) / BLOCK;
        Self { bits: BLOCKS[number as usize].get_or_init(|| bits(number)) }
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
    fn eight_bytes_in_one_step_say_what_each_says() {
        for other in 0..=u8::MAX {
            for at in 0..17 {
                let mut text = *b"abyzabyzmnopqrstuvwxyzaz";
                text[at] = other;
                let expected = text.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(text.len());
                assert_eq!(small_letters(&text), expected, "{other} at {at}");
            }
        }
        assert_eq!(small_letters(b"abc"), 0);
    }

    #[test]
    fn many_letters_in_one_step_are_what_each_is() {
        for other in (0..=0x3000).filter_map(char::from_u32) {
            let is_letter = class(other) == Class::Letter;
            for (letter, len) in [('ক', 3), ('ੴ', 3), ('ی', 2), ('ب', 2), ('س', 2)] {
                for before in [0, 1, 4, 5, 7, 8, 11] {
                    let text = [letter.to_string().repeat(before), other.to_string(), "ک ক".repeat(9)].concat();
                    let after = if is_letter { other.len_utf8() + 'ک'.len_utf8() } else { 0 };
                    assert_eq!(at_start(&text), before * len + after, "{other:?} after {before} of {letter}");
                }
            }
        }
    }

    #[test]
    fn the_tables_say_what_the_classes_say() {
        for c in (0..=0x2_0000).chain([0x10_FFFF]).filter_map(char::from_u32) {
            assert_eq!(Block::of(c).has(c), class(c) == Class::Letter, "{c:?}");
            assert_eq!(at_start(&format!("{c} ")) > 0, class(c) == Class::Letter, "{c:?}");
        }
    }
}
