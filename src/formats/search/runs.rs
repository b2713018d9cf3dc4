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
pub struct Key(u64, u64, u64, u64);

impl Hash for Key {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.0, self.1, self.2, self.3].into_iter().for_each(|eight| state.write_u64(eight));
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

/// The key of the run that `bytes` begin with, and how many bytes it has. A space stands among the bytes. Nothing is asked
/// on the way, as no guess of the length is right often.
#[inline]
fn first(bytes: &[u8]) -> (Option<Key>, usize) {
    let written = eights(bytes);
    let mut len = 0;
    let mut goes_on = true;
    for eight in written {
        let space = space(eight);
        len += if goes_on { space } else { 0 };
        goes_on &= space == EIGHT;
    }
    if goes_on {
        return (None, bytes.iter().position(|byte| *byte == b' ').unwrap_or(bytes.len()));
    }
    let [a, b, c, d] = written;
    let kept = eights(&KEPT[ROOM - 1 - len..]);
    (Some(Key(a & kept[0], b & kept[1], c & kept[2], d & kept[3])), len)
}

/// Bytes that keep others, and as many that do not.
static KEPT: [u8; 2 * ROOM] = {
    let mut kept = [0; 2 * ROOM];
    kept.split_at_mut(ROOM).0.copy_from_slice(&[u8::MAX; ROOM]);
    kept
};

/// As many bytes as are looked at for one run.
fn eights(bytes: &[u8]) -> [u64; ROOM / EIGHT] {
    let some: &[u8; ROOM] = bytes.first_chunk().expect("so many bytes follow each run");
    let (eights, _) = some.as_chunks();
    std::array::from_fn(|at| u64::from_le_bytes(eights[at]))
}

/// Which of eight bytes is the first space; 8 if none is.
fn space(eight: u64) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let others = eight ^ (b' ' as u64 * EACH);
    // The lowest bit stands where the first byte is zero; what follows it may be wrong.
    let zeros = others.wrapping_sub(EACH) & !others & (0x80 * EACH);
    zeros.trailing_zeros() as usize / EIGHT
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
