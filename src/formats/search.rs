//! Turns what can be found in a language into an index that browsers search by themselves.
//!
//! The index of a language lies in `search/LANGUAGE/` of each host, and is the same for all of its places: each search
//! page says which entries its place has. `index.json` says how the index is cut, and which words readers type for
//! others. `entries-N.json` holds addresses, titles and summaries, read for what is found. `words-N.txt` is one shard of
//! words: a browser reads those with the first letters of what was typed. There are as many shards as there are entries
//! to be found, whatever they say, so that an edit of prose changes shards and adds or removes none.

mod runs;
mod shard;
mod tally;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use self::shard::{Cut, Line, Shards};
use self::tally::Tally;
use self::words::Folder;
use crate::catalog::DocIx;
use crate::model::Language;
use crate::model::bidi::isolated;
use crate::plan::search::{Entries, Entry, path, summary, title};
use crate::plan::{Host, World};

/// Entries of one file.
const ENTRIES: usize = 128;

/// What readers of a language search on one host.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a, 'w> {
    world: &'a World<'w>,
    language: Language,
    entries: &'a Entries,
}

/// Files of an index by their names in its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

impl<'a, 'w> Index<'a, 'w> {
    pub fn new(world: &'a World<'w>, language: Language) -> Self {
        Self { world, language, entries: world.findable.of(world, language) }
    }

    /// Every file.
    pub fn files(&self) -> Files {
        let mut files = self.words();
        files.insert("index.json".to_owned(), self.about());
        for (number, entries) in self.entries.list.chunks(ENTRIES).enumerate() {
            let said: Vec<_> = entries.iter().map(|&entry| self.entry(entry)).collect();
            files.insert(format!("entries-{number}.json"), json!(said).to_string().into_bytes());
        }
        files
    }

    /// The files that change where only the texts of some documents are new. `published` gives the files of the index
    /// as it is. None if one of them is missing or no index of ours.
    pub fn edited(
        world: &'a World<'w>,
        (language, documents): (Language, &BTreeSet<DocIx>),
        published: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Option<Files> {
        if !documents.iter().any(|&doc| world.catalog.document(doc).language == language) {
            return Some(Files::new());
        }
        let Self { entries, .. } = Self::new(world, language);
        let is_new = |entry: &Entry| matches!(entry, Entry::Text(doc, ..) if documents.contains(doc));
        let numbers: Vec<u32> =
            entries.list.iter().zip(0..).filter(|(entry, _)| is_new(entry)).map(|(_, number)| number).collect();
        let mut new = Shards::new(entries.list.len());
        let mut tally = Tally::new(world, language);
        for &number in &numbers {
            tally.read(entries.list[number as usize], |word, weight| new.add(word, number, weight));
        }
        new.over(&numbers, published).map(|files| files.into_iter().collect())
    }

    /// The files of words.
    fn words(&self) -> Files {
        let mut tally = Tally::new(self.world, self.language);
        let mut lines: Vec<Line> = Vec::new();
        for (&entry, number) in self.entries.list.iter().zip(0..) {
            tally.count(entry, |word, weight| {
                if lines.len() <= word {
                    lines.resize_with(word + 1, Line::default);
                }
                lines[word].push(number, weight);
            });
        }
        let words = lines.into_iter().enumerate().map(|(word, line)| (tally.word(word), line));
        shard::files(self.entries.list.len(), words).collect()
    }

    /// How the index is cut, and what readers type.
    fn about(&self) -> Vec<u8> {
        let cut = Cut::of(self.entries.list.len());
        let about = json!({
            "services": self.entries.services(),
            "cut": ENTRIES,
            "first": cut.first,
            "second": cut.second,
            "typed": self.typed(),
        });
        about.to_string().into_bytes()
    }

    /// What a result shows: address, title, summary, kind, and the language where it is another.
    fn entry(&self, entry: Entry) -> serde_json::Value {
        let (title, language) = title(self.world, self.language, entry);
        let kind = match entry {
            Entry::Text(..) => "page",
            Entry::Service(_) => "service",
        };
        let (summary, its) = summary(self.world, self.language, entry);
        let (title, summary) = (isolated(title, language.direction()), isolated(summary, its.direction()));
        let mut said = vec![json!(path(self.world, self.language, entry)), json!(title), json!(summary), json!(kind)];
        if language != self.language {
            said.push(json!(language));
        }
        json!(said)
    }

    /// Words that readers type, with the words that they mean: of the glossary and of topics.
    fn typed(&self) -> Vec<(Vec<String>, Vec<String>)> {
        let mut folder = Folder::new(self.language);
        let mut typed = Vec::new();
        let mut say = |phrases: &mut dyn Iterator<Item = &String>, means: &str| {
            let means = folder.words(means);
            for phrase in phrases {
                let phrase = folder.words(phrase);
                if !phrase.is_empty() && phrase != means {
                    typed.push((phrase, means.clone()));
                }
            }
        };
        let catalog = self.world.catalog;
        for term in catalog.glossary.get(&self.language).into_iter().flat_map(|terms| terms.values()) {
            say(&mut term.allowed.iter().chain(&term.forbidden).chain(&term.typed), &term.word);
        }
        for topic in &catalog.topics {
            if let (Some(phrases), Some((name, _))) = (topic.typed.get(&self.language), topic.name.get([self.language]))
            {
                say(&mut phrases.iter(), name);
            }
        }
        typed.sort();
        typed.dedup();
        typed
    }
}

/// The address of an index's file in the output folder.
pub fn file_path(host: &Host, language: Language, name: &str) -> String {
    format!("{}search/{language}/{name}", host.folder.as_str())
}

/// Whether an output is a shard of words. It names entries by their numbers, which an edit of prose leaves as they are.
pub fn is_words(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let (name, _language, folder) = (parts.next(), parts.next(), parts.next());
    folder == Some("search") && name.is_some_and(|name| name.starts_with("words-") && name.ends_with(".txt"))
}
