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

/// The words of a file, with the entries that have each, in order, and its weight there.
type Words = BTreeMap<String, Vec<(u32, u8)>>;

/// The words of an index, in their files.
#[derive(Clone, Debug)]
pub struct Shards {
    pub cut: Cut,
    files: Vec<Words>,
}

impl Shards {
    pub fn new(entries: usize) -> Self {
        let cut = Cut::of(entries);
        Self { cut, files: vec![BTreeMap::new(); cut.files()] }
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

    /// Each file by its name.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        self.files.iter().enumerate().map(|(at, words)| (name(at), lines(words)))
    }

    /// Lays these words, which are those of some `entries` given in order, over a published index, and gives the files
    /// that change by it. None if a file of the index is missing or damaged.
    pub fn over(&self, entries: &[u32], published: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Vec<(String, Vec<u8>)>> {
        let mut changed = Vec::new();
        for (at, words) in self.files.iter().enumerate() {
            let before = published(&name(at))?;
            let after = laid_over(std::str::from_utf8(&before).ok()?, entries, words)?;
            if after.as_bytes() != before {
                changed.push((name(at), after.into_bytes()));
            }
        }
        Some(changed)
    }
}

/// Most lines speak of other entries only, and are copied.
fn laid_over(file: &str, entries: &[u32], words: &Words) -> Option<String> {
    let mut text = String::with_capacity(file.len() + 1024);
    let mut new = words.iter().peekable();
    let mut found = Vec::new();
    for line in file.lines() {
        let (word, written) = line.split_once(' ')?;
        while let Some((new, found)) = new.next_if(|(new, _)| new.as_str() < word) {
            push_line(&mut text, new, found);
        }
        let own = new.next_if(|(new, _)| *new == word);
        found.clear();
        read_found(written, &mut found)?;
        if own.is_none() && !found.iter().any(|(entry, _)| entries.contains(entry)) {
            text.push_str(line);
            text.push('\n');
            continue;
        }
        found.retain(|(entry, _)| !entries.contains(entry));
        found.extend(own.into_iter().flat_map(|(_, found)| found));
        found.sort_unstable();
        push_line(&mut text, word, &found);
    }
    new.for_each(|(word, found)| push_line(&mut text, word, found));
    Some(text)
}

fn name(at: usize) -> String {
    format!("words-{at}.txt")
}

fn lines(words: &Words) -> Vec<u8> {
    let mut text = String::new();
    words.iter().for_each(|(word, found)| push_line(&mut text, word, found));
    text.into_bytes()
}

/// A word that no entry has is left out.
fn push_line(text: &mut String, word: &str, found: &[(u32, u8)]) {
    if found.is_empty() {
        return;
    }
    text.push_str(word);
    text.push(' ');
    let mut before = 0;
    for &(entry, weight) in found {
        push_base36(text, entry - before);
        text.push(char::from(b'A' - 1 + weight));
        before = entry;
    }
    text.push('\n');
}

fn read_found(text: &str, found: &mut Vec<(u32, u8)>) -> Option<()> {
    let (mut entry, mut step, mut digits) = (0_u32, 0_u32, 0);
    for byte in text.bytes() {
        if byte.is_ascii_uppercase() {
            entry = entry.checked_add(step).filter(|_| digits > 0)?;
            found.push((entry, byte - b'A' + 1));
            (step, digits) = (0, 0);
        } else {
            step = step.checked_mul(36)?.checked_add(char::from(byte).to_digit(36)?)?;
            digits += 1;
        }
    }
    (digits == 0).then_some(())
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
    fn an_edit_is_as_if_made_at_once() {
        let before = files(&of(300, &[("carer", 0, 11), ("carer", 3, 2), ("break", 3, 1), ("bus", 7, 4)]));
        let after =
            files(&of(300, &[("carer", 0, 11), ("carer", 3, 7), ("bread", 3, 1), ("bus", 7, 4), ("day", 3, 1)]));
        let edit = of(300, &[("carer", 3, 7), ("bread", 3, 1), ("day", 3, 1)]);
        let changed = edit.over(&[3], |name| before.get(name).map(|text| text.clone().into_bytes())).unwrap();
        let names: Vec<&str> = changed.iter().map(|(name, _)| name.as_str()).collect();
        let differ: Vec<&str> =
            after.iter().filter(|(name, text)| before[*name] != **text).map(|(name, _)| name.as_str()).collect();
        assert_eq!(differ.len(), 3);
        assert!(differ.iter().all(|name| names.contains(name)) && names.len() == differ.len(), "{names:?}");
        for (name, bytes) in changed {
            assert_eq!(String::from_utf8(bytes).unwrap(), after[&name]);
        }
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let found = vec![(0, 11), (3, 2), (49, 3), (100_000, 26)];
        let mut text = String::new();
        push_line(&mut text, "carer", &found);
        let mut read = Vec::new();
        read_found(text.trim_end().split_once(' ').unwrap().1, &mut read).unwrap();
        assert_eq!(read, found);
    }

    #[test]
    fn what_is_missing_or_damaged_is_not_read() {
        assert!(of(9, &[]).over(&[1], |_| None).is_none());
        for damaged in ["carer", "carer 0K3", "carer K", "carer !K", "carer zzzzzzzzzzzzK", "\u{fffd}"] {
            assert!(of(9, &[]).over(&[1], |_| Some(damaged.as_bytes().to_vec())).is_none(), "{damaged}");
        }
    }
}
