//! Turns words, and the entries that have them, into files of lines, and such files back.
//!
//! A line is a word, a space, and for each entry its number less that of the one before, in base 36, with its weight as a
//! capital letter: `carer 0K3B1aC` says that entry 0 has it with weight 11, entry 3 with 2, entry 3 + 46 with 3.

use std::collections::BTreeMap;

use memchr::memchr;

use crate::plan::search::push_base36;

/// How words are dealt out to files: by some bits of their first letter and of their second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub first: u32,
    pub second: u32,
}

impl Cut {
    /// For an index of so many entries.
    pub fn of(entries: usize) -> Self {
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

/// What a line says after its word, as it grows: a portal has many entries, and written down they take least room.
#[derive(Clone, Debug, Default)]
pub struct Line {
    text: Vec<u8>,
    last: u32,
}

impl Line {
    fn of(found: &[(u32, u8)]) -> Self {
        let mut line = Self::default();
        found.iter().for_each(|&(entry, weight)| line.push(entry, weight));
        line
    }

    /// Takes one more entry; they come in order.
    pub fn push(&mut self, entry: u32, weight: u8) {
        push_base36(&mut self.text, entry - self.last);
        self.text.push(b'A' - 1 + weight);
        self.last = entry;
    }
}

/// Each file of an index of so many entries by its name.
pub fn files<'w>(
    entries: usize,
    words: impl Iterator<Item = (&'w str, Line)>,
) -> impl Iterator<Item = (String, Vec<u8>)> {
    let cut = Cut::of(entries);
    let mut files = vec![Vec::new(); cut.files()];
    for (word, line) in words {
        files[cut.file(word)].push((word, line));
    }
    files.into_iter().enumerate().map(|(at, mut words)| {
        words.sort_unstable_by_key(|(word, _)| *word);
        let mut text = Vec::with_capacity(words.iter().map(|(word, line)| word.len() + line.text.len() + 2).sum());
        words.iter().for_each(|(word, line)| push_line(&mut text, word.as_bytes(), line));
        (name(at), text)
    })
}

/// The words of a file, with the entries that have each, in order, and its weight there.
type Words = BTreeMap<String, Vec<(u32, u8)>>;

/// The words of some entries of an index, in their files.
#[derive(Clone, Debug)]
pub struct Shards {
    cut: Cut,
    files: Vec<Words>,
}

impl Shards {
    /// For an index of so many entries.
    pub fn new(entries: usize) -> Self {
        let cut = Cut::of(entries);
        Self { cut, files: vec![BTreeMap::new(); cut.files()] }
    }

    /// Takes one more entry of a word.
    pub fn add(&mut self, word: &str, entry: u32, weight: u8) {
        insert(self.files[self.cut.file(word)].entry(word.to_owned()).or_default(), entry, weight);
    }

    /// Lays these words, which are those of some `entries` given in order, over a published index, and gives the files
    /// that change by it. None if a file of the index is missing or damaged.
    pub fn over(&self, entries: &[u32], published: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Vec<(String, Vec<u8>)>> {
        let mut changed = Vec::new();
        for (at, words) in self.files.iter().enumerate() {
            let before = published(&name(at))?;
            let after = laid_over(&before, entries, words)?;
            if after != before {
                changed.push((name(at), after));
            }
        }
        Some(changed)
    }
}

/// Keeps the entries in order.
fn insert(found: &mut Vec<(u32, u8)>, entry: u32, weight: u8) {
    let at = found.partition_point(|(other, _)| *other < entry);
    found.insert(at, (entry, weight));
}

/// Most lines speak of other entries only, and are copied with those around them.
fn laid_over(file: &[u8], entries: &[u32], words: &Words) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(file.len() + 1024);
    let mut new = words.iter().peekable();
    let mut found = Vec::new();
    let (mut copied, mut end) = (0, 0);
    while end < file.len() {
        let start = end;
        end = start + 1 + memchr(b'\n', &file[start..])?;
        let line = &file[start..end - 1];
        let (word, written) = line.split_at(memchr(b' ', line)?);
        while let Some((new, found)) = new.next_if(|(new, _)| new.as_bytes() < word) {
            text.extend_from_slice(&file[copied..start]);
            copied = start;
            push_line(&mut text, new.as_bytes(), &Line::of(found));
        }
        let own = new.next_if(|(new, _)| new.as_bytes() == word).map_or(&[][..], |(_, found)| found);
        if said_of(entries, &written[1..], &mut found)? == own {
            continue;
        }
        text.extend_from_slice(&file[copied..start]);
        copied = end;
        found.clear();
        read_found(&written[1..], |entry, weight| {
            if !entries.contains(&entry) {
                found.push((entry, weight));
            }
            true
        })?;
        for &(entry, weight) in own {
            insert(&mut found, entry, weight);
        }
        push_line(&mut text, word, &Line::of(&found));
    }
    text.extend_from_slice(&file[copied..]);
    new.for_each(|(word, found)| push_line(&mut text, word.as_bytes(), &Line::of(found)));
    Some(text)
}

/// What a line says of some entries, which are given in order: those after the last are not looked at.
fn said_of<'f>(entries: &[u32], written: &[u8], found: &'f mut Vec<(u32, u8)>) -> Option<&'f [(u32, u8)]> {
    let last = entries.last().copied().unwrap_or_default();
    found.clear();
    read_found(written, |entry, weight| {
        if entry <= last && entries.contains(&entry) {
            found.push((entry, weight));
        }
        entry < last
    })?;
    Some(found)
}

fn name(at: usize) -> String {
    format!("words-{at}.txt")
}

/// A word that no entry has is left out.
fn push_line(text: &mut Vec<u8>, word: &[u8], line: &Line) {
    if line.text.is_empty() {
        return;
    }
    text.extend_from_slice(word);
    text.push(b' ');
    text.extend_from_slice(&line.text);
    text.push(b'\n');
}

/// Reads back what a line says after its word, as long as more is wanted. None if we did not write it.
fn read_found(written: &[u8], mut wants_more: impl FnMut(u32, u8) -> bool) -> Option<()> {
    let (mut entry, mut step, mut digits) = (0_u32, 0_u32, 0);
    for &byte in written {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'z' => byte - b'a' + 10,
            b'A'..=b'Z' => {
                entry = entry.checked_add(step).filter(|_| digits > 0)?;
                if !wants_more(entry, byte - b'A' + 1) {
                    return Some(());
                }
                (step, digits) = (0, 0);
                continue;
            }
            _ => return None,
        };
        step = step.checked_mul(36)?.checked_add(u32::from(digit))?;
        digits += 1;
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

    fn files(entries: usize, words: &[(&'static str, u32, u8)]) -> BTreeMap<String, String> {
        let mut lines: BTreeMap<&str, Line> = BTreeMap::new();
        words.iter().for_each(|&(word, entry, weight)| lines.entry(word).or_default().push(entry, weight));
        super::files(entries, lines.into_iter().rev())
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
            .collect()
    }

    #[test]
    fn a_line_says_which_entries_have_a_word() {
        let files = files(9, &[("carer", 0, 11), ("carer", 3, 2), ("carer", 49, 3), ("cab", 3, 1)]);
        assert_eq!(files["words-3.txt"], "cab 3A\ncarer 0K3B1aC\n");
        assert_eq!(files.len(), 8);
    }

    #[test]
    fn an_edit_is_as_if_made_at_once() {
        let before = files(300, &[("carer", 0, 11), ("carer", 3, 2), ("break", 3, 1), ("bus", 7, 4)]);
        let after = files(300, &[("carer", 0, 11), ("carer", 3, 7), ("bread", 3, 1), ("bus", 7, 4), ("day", 3, 1)]);
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
        let mut text = Vec::new();
        push_line(&mut text, b"carer", &Line::of(&found));
        let mut read = Vec::new();
        let written = text.strip_prefix(b"carer ").unwrap().strip_suffix(b"\n").unwrap();
        read_found(written, |entry, weight| {
            read.push((entry, weight));
            true
        })
        .unwrap();
        assert_eq!(read, found);
    }

    #[test]
    fn what_is_missing_or_damaged_is_not_read() {
        assert!(of(9, &[]).over(&[1], |_| None).is_none());
        for damaged in ["carer", "carer 0K3", "carer K", "carer !K", "carer zzzzzzzzzzzzK", "\u{fffd}"] {
            assert!(of(9, &[]).over(&[1], |_| Some(format!("{damaged}\n").into_bytes())).is_none(), "{damaged}");
        }
    }
}
