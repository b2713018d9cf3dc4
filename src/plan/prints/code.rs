//! Turns what a print is into a short code that a person can type from paper.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::load::Hash;

/// Digits and consonants that look like no other on paper: no 0 and o, no 1, i and l, no 2 and z, no 5 and s, no 8 and
/// b, no 9, g and q, no u and v; and no vowels, so that no code is a word.
const LETTERS: &[u8; 16] = b"3467cdfhjkmnprtx";

/// So many letters tell 268 million prints apart.
const LENGTH: usize = 7;

/// The code of a page in a language, place and shape. It stays the same whatever the page says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PrintCode(Arc<str>);

impl PrintCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PrintCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The codes that are taken.
#[derive(Debug, Default)]
pub struct Codes(BTreeSet<PrintCode>);

impl Codes {
    /// The code of an identity. Should two be the same, which happens once in thousands of portals, the later gets
    /// another.
    pub fn take(&mut self, identity: &str) -> PrintCode {
        let attempts = (0_u32..).map(|attempt| match attempt {
            0 => letters(Hash::of(identity.as_bytes()), LENGTH),
            again => letters(Hash::of(format!("{identity} {again}").as_bytes()), LENGTH),
        });
        let mut codes = attempts.map(|code| PrintCode(code.into()));
        let code = codes.find(|code| !self.0.contains(code)).expect("there are more codes than prints");
        self.0.insert(code.clone());
        code
    }
}

/// The beginning of a hash in letters that can be told apart on paper.
pub fn letters(hash: Hash, length: usize) -> String {
    let halves = hash.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.take(length).map(|half| char::from(LETTERS[usize::from(half)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_for_the_same_print_and_another_for_any_other() {
        let mut codes = Codes::default();
        let first = codes.take("page money/benefits leicestershire en a4");
        assert_eq!(first, Codes::default().take("page money/benefits leicestershire en a4"));
        assert_ne!(first, codes.take("page money/benefits leicestershire cy a4"));
        assert_eq!(first.as_str().len(), LENGTH);
        assert!(first.as_str().bytes().all(|letter| LETTERS.contains(&letter)), "{first}");
    }

    #[test]
    fn a_code_that_is_taken_is_given_to_nobody_else() {
        let mut codes = Codes::default();
        assert_ne!(codes.take("the same"), codes.take("the same"));
    }
}
