//! Turns a text into what stands between its spaces, with a key that is compared in one step: mostly one word.

use std::hash::{Hash, Hasher};

/// So many bytes are looked at for one run.
const ROOM: usize = 32;
/// Bytes of a number.
const EIGHT: usize = 8;

/// What stands between two spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'t> {
    pub written: &'t str,
    /// None for a long one.
    pub key: Option<Key>,
}

/// A run and the space that ends it, and nothing after that: so no two runs share a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key([u64; ROOM / EIGHT]);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.iter().for_each(|&eight| state.write_u64(eight));
    }
}

/// What stands between the spaces of a text. `room` holds nothing that is needed before or after.
pub fn runs<'t>(text: &'t str, room: &'t mut Vec<u8>) -> impl Iterator<Item = Run<'t>> {
    room.clear();
    room.extend_from_slice(text.as_bytes());
    room.extend_from_slice(&[b' '; ROOM]);
    let bytes: &[u8] = room;
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < text.len() {
            let (key, len) = first(&bytes[from..]);
            let start = from;
            from += len + 1;
            if len > 0 {
                return Some(Run { written: &text[start..start + len], key });
            }
        }
        None
    })
}

/// The key of the run that `bytes` begin with, and how many bytes it has. A space stands among the bytes.
fn first(bytes: &[u8]) -> (Option<Key>, usize) {
    let mut key = [0; ROOM / EIGHT];
    let (eights, _) = bytes.as_chunks();
    for (at, (part, eight)) in key.iter_mut().zip(eights).enumerate() {
        let eight = u64::from_le_bytes(*eight);
        if let Some(space) = space(eight) {
            *part = eight & (u64::MAX >> (u64::BITS as usize - EIGHT - space * EIGHT));
            return (Some(Key(key)), at * EIGHT + space);
        }
        *part = eight;
    }
    (None, bytes.iter().position(|byte| *byte == b' ').unwrap_or(bytes.len()))
}

/// The first of eight bytes that is a space.
fn space(eight: u64) -> Option<usize> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let others = eight ^ (b' ' as u64 * EACH);
    // The lowest bit stands where the first byte is zero; what follows it may be wrong.
    let zeros = others.wrapping_sub(EACH) & !others & (0x80 * EACH);
    (zeros != 0).then(|| zeros.trailing_zeros() as usize / EIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(String, Option<Key>)> {
        let mut room = b"what was here before".to_vec();
        runs(text, &mut room).map(|run| (run.written.to_owned(), run.key)).collect()
    }

    #[test]
    fn runs_stand_between_spaces() {
        let long = "x".repeat(70);
        for text in
            ["", " ", "a", " a  b ", "a\nb c", "ab!ab !! 'a' \u{a0}b", "ক খ", &format!("a {long} {long}b c"), &long]
        {
            let expected: Vec<_> = text.split(' ').filter(|run| !run.is_empty()).collect();
            let seen = all(text);
            assert_eq!(seen.iter().map(|(run, _)| run.as_str()).collect::<Vec<_>>(), expected, "{text}");
            assert!(seen.iter().all(|(run, key)| key.is_some() == (run.len() < ROOM)), "{text}");
        }
    }

    #[test]
    fn keys_are_the_same_where_runs_are() {
        for len in 1..ROOM {
            let run = "!".repeat(len);
            let key = all(&run)[0].1;
            assert!(key.is_some() && key == all(&format!("b {run} a b"))[1].1, "{len}");
            for at in 0..len {
                let other = format!("{}\"{}", &run[..at], &run[at + 1..]);
                assert_ne!(key, all(&other)[0].1, "{other}");
            }
            assert_ne!(key, all(&format!("{run}\0"))[0].1, "{len}");
            assert_ne!(key, all(&format!("{run}!"))[0].1, "{len}");
        }
    }
}
