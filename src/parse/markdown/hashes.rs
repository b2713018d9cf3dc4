//! Turns a block of the source into the short hash that translations name it by.

use memchr::memchr3;

use crate::parse::content::BlockHash;

/// Makes hashes; it keeps one buffer for all blocks of a text.
#[derive(Default)]
pub struct BlockHasher {
    words: Vec<u8>,
}

impl BlockHasher {
    /// The first 32 bits of the blake3 hash of `text`, in which any run of white space counts as one space
    /// and none at the ends: to wrap lines anew does not make a translation stale.
    pub fn hash(&mut self, text: &str) -> BlockHash {
        let text = text.trim_ascii().as_bytes();
        let [a, b, c, d, ..] = *blake3::hash(if is_even(text) { text } else { self.even(text) }).as_bytes();
        BlockHash(u32::from_be_bytes([a, b, c, d]))
    }

    fn even(&mut self, text: &[u8]) -> &[u8] {
        self.words.clear();
        for word in text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
            self.words.extend_from_slice(word);
            self.words.push(b' ');
        }
        self.words.pop();
        &self.words
    }
}

/// Whether all white space of a text is single spaces, as in a paragraph on one line: then nothing need be copied.
fn is_even(text: &[u8]) -> bool {
    let after = text.get(1..).unwrap_or_default();
    let double = text.iter().zip(after).fold(false, |double, (&a, &b)| double | ((a == b' ') & (b == b' ')));
    !double && memchr3(b'\n', b'\r', b'\t', text).is_none() && !text.contains(&b'\x0C')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_counts_as_one_space() {
        let mut hasher = BlockHasher::default();
        let even = hasher.hash("one two ab");
        assert_eq!(even.to_string(), blake3::hash(b"one two ab").to_hex()[..8]);
        for text in [" one two ab", "one  two ab\n", "one\ntwo\x0Cab", "\tone \r\n two\tab"] {
            assert_eq!(hasher.hash(text), even, "{text:?}");
        }
        assert_eq!(hasher.hash("").to_string(), blake3::hash(b"").to_hex()[..8]);
        assert_ne!(hasher.hash("onetwo ab"), even);
    }
}
