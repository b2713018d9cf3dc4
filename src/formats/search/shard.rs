//! Turns words, and the entries that have them, into files of lines, and such files back.
//!
//! A line is a word, a space, and for each entry its number less that of the one before, in base 36, with its weight as a
//! capital letter: `carer 0K3B1aC` says that entry 0 has it with weight 11, entry 3 with 2, entry 3 + 46 with 3.

use std::collections::BTreeMap;

use crate::plan::search::push_base36;

/// How words are dealt out to files: by some bits of their first letter and of their second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub first: u32,
    pub second: u32,
}

impl Cut {
    fn of(entries: usize) -> Self {
        match entries {
            0..=200 => Self { first: 8, second: 1 },
            201..=1500 => Self { first: 32, second: 1 },
            _ => Self { first: 32, second: 8 },
        }
    }

    fn files(self) -> usize {
        (self.first * self.second) as usize
    }

    fn file(self, word: &str) -> usize {
        let mut letters = word.chars().map(u32::from).chain([0, 0]);
        let mut of = |bits: u32| letters.next().unwrap_or_default() % bits;
        let first = of(self.first);
        (first * self.second + of(self.second)) as usize
    }
}

/// The words of an index, in their files.
#[derive(Clone, Debug)]
pub struct Shards {
    pub cut: Cut,
    files: Vec<BTreeMap<String, Vec<(u32, u8)>>>,
}

impl Shards {
    pub fn new(entries: usize) -> Self {
        let cut = Cut::of(entries);
        Self { cut, files: vec![BTreeMap::new(); cut.files()] }
    }

    /// The published index. None if a file is missing or damaged.
    pub fn read(entries: usize, published: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Self> {
        let mut shards = Self::new(entries);
        for at in 0..shards.files.len() {
            let bytes = published(&name(at))?;
            for line in std::str::from_utf8(&bytes).ok()?.lines() {
                let (word, found) = line.split_once(' ')?;
                shards.files[at].insert(word.to_owned(), found_in(found)?);
            }
        }
        Some(shards)
    }

    /// Takes a word with all entries that have it, in order.
    pub fn put(&mut self, word: &str, found: Vec<(u32, u8)>) {
        self.files[self.cut.file(word)].insert(word.to_owned(), found);
    }

    /// Takes one more entry of a word.
    pub fn add(&mut self, word: &str, entry: u32, weight: u8) {
        let found = self.files[self.cut.file(word)].entry(word.to_owned()).or_default();
        let at = found.partition_point(|(other, _)| *other < entry);
        found.insert(at, (entry, weight));
    }

    /// Removes some entries, given in order, and words that no other has.
    pub fn forget(&mut self, entries: &[u32]) {
        for file in &mut self.files {
            file.retain(|_, found| {
                found.retain(|(entry, _)| entries.binary_search(entry).is_err());
                !found.is_empty()
            });
        }
    }

    /// Each file by its name.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        self.files.iter().enumerate().map(|(at, words)| (name(at), lines(words)))
    }

    pub fn file(&self, wanted: &str) -> Option<Vec<u8>> {
        let at = (0..self.files.len()).find(|&at| name(at) == wanted)?;
        Some(lines(&self.files[at]))
    }
}

fn name(at: usize) -> String {
    format!("words-{at}.txt")
}

fn lines(words: &BTreeMap<String, Vec<(u32, u8)>>) -> Vec<u8> {
    let mut text = String::new();
    for (word, found) in words {
        text.push_str(word);
        text.push(' ');
        let mut before = 0;
        for &(entry, weight) in found {
            push_base36(&mut text, entry - before);
            text.push(char::from(b'A' - 1 + weight));
            before = entry;
        }
        text.push('\n');
    }
    text.into_bytes()
}

fn found_in(mut text: &str) -> Option<Vec<(u32, u8)>> {
    let mut found = Vec::new();
    let mut entry = 0_u32;
    while let Some(at) = text.find(|c: char| c.is_ascii_uppercase()) {
        entry = entry.checked_add(u32::from_str_radix(&text[..at], 36).ok()?)?;
        found.push((entry, text.as_bytes()[at] - b'A' + 1));
        text = &text[at + 1..];
    }
    text.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(entries: usize, words: &[(&str, u32, u8)]) -> Shards {
        let mut shards = Shards::new(entries);
        for &(word, entry, weight) in words {
            shards.add(word, entry, weight);
        }
        shards
    }

    fn files(shards: &Shards) -> BTreeMap<String, String> {
        shards.files().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
    }

    #[test]
    fn a_line_says_which_entries_have_a_word() {
        let shards = of(9, &[("carer", 49, 3), ("carer", 0, 11), ("carer", 3, 2)]);
        assert_eq!(files(&shards)["words-3.txt"], "carer 0K3B1aC\n");
        assert_eq!(files(&shards).len(), 8);
    }

    #[test]
    fn what_is_written_is_read_again_and_an_edit_is_as_if_made_at_once() {
        let before = of(300, &[("carer", 0, 11), ("carer", 3, 2), ("break", 3, 1)]);
        let written = files(&before);
        let mut read = Shards::read(300, |name| written.get(name).map(|text| text.clone().into_bytes())).unwrap();
        assert_eq!(files(&read), written);
        read.forget(&[3]);
        read.add("carer", 3, 7);
        read.add("day", 3, 1);
        assert_eq!(files(&read), files(&of(300, &[("carer", 0, 11), ("carer", 3, 7), ("day", 3, 1)])));
    }

    #[test]
    fn what_is_missing_or_damaged_is_not_read() {
        assert!(Shards::read(9, |_| None).is_none());
        for damaged in ["carer", "carer 0K3", "carer !K", "\u{fffd} zzzzzzzzzzzzK"] {
            assert!(Shards::read(9, |_| Some(damaged.as_bytes().to_vec())).is_none(), "{damaged}");
        }
    }
}
