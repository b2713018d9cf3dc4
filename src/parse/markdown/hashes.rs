//! Turns the blocks of a source into the short hashes that translations name them by.

use crate::parse::Content;

/// Of each top-level block: the first 8 hexadecimal digits of the blake3 hash of its text, in which any run of white
/// space counts as one space and none at the ends: to wrap lines anew does not make a translation stale.
pub fn block_hashes(content: &Content) -> Vec<String> {
    let mut words = Vec::new();
    content.parts.iter().map(|part| hash(content.str(part), &mut words)).collect()
}

fn hash(text: &str, words: &mut Vec<u8>) -> String {
    words.clear();
    for word in text.as_bytes().split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
        words.extend_from_slice(word);
        words.push(b' ');
    }
    words.pop();
    let [a, b, c, d, ..] = *blake3::hash(words).as_bytes();
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_counts_as_one_space() {
        let hash = |text| hash(text, &mut Vec::new());
        let even = hash("one two ab");
        assert_eq!(even, blake3::hash(b"one two ab").to_hex()[..8]);
        for text in [" one two ab", "one  two ab\n", "one\ntwo\x0Cab", "\tone \r\n two\tab"] {
            assert_eq!(hash(text), even, "{text:?}");
        }
        assert_eq!(hash(""), blake3::hash(b"").to_hex()[..8]);
        assert_ne!(hash("onetwo ab"), even);
    }
}
