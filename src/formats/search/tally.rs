//! Turns a page or a service into the words that it is found by, with what each counts.

use rustc_hash::FxHashMap;

use super::runs::{Key, Run, runs};
use super::words::{Folder, each_word};
use crate::config::Searched;
use crate::model::Language;
use crate::parse::Content;
use crate::parse::content::{Event, Tag, Value};
use crate::plan::World;
use crate::plan::directory::Field;
use crate::plan::search::{Entry, said, summary, title};

/// Counts the words of one text after the other, each written form of a word being folded once.
pub struct Tally<'a, 'w> {
    world: &'a World<'w>,
    language: Language,
    folder: Folder,
    /// What is written between spaces, and which of `forms` it is; long runs apart.
    written: FxHashMap<Key, Span>,
    written_long: FxHashMap<Box<str>, Span>,
    /// Numbers of folded words.
    forms: Vec<usize>,
    room: Vec<u8>,
    folded: FxHashMap<String, usize>,
    words: Vec<String>,
    /// By word: where the text at hand has it.
    counts: Vec<Count>,
    /// The words of the text at hand.
    met: Vec<usize>,
    length: u32,
}

/// From which of all forms to which those of a run are.
type Span = (u32, u32);

/// Where a text has a word.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    title: u8,
    heading: bool,
    summary: bool,
    body: u32,
}

/// A part of a text, by how much its words count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Title,
    Heading,
    Summary,
    Body,
}

/// A word of a longer text says less about it.
const LONG: u32 = 500;

impl<'a, 'w> Tally<'a, 'w> {
    pub fn new(world: &'a World<'w>, language: Language) -> Self {
        Self {
            world,
            language,
            folder: Folder::new(language),
            written: FxHashMap::default(),
            written_long: FxHashMap::default(),
            forms: Vec::new(),
            room: Vec::new(),
            folded: FxHashMap::default(),
            words: Vec::new(),
            counts: Vec::new(),
            met: Vec::new(),
            length: 0,
        }
    }

    pub fn word(&self, number: usize) -> &str {
        &self.words[number]
    }

    /// Hands on each word of an entry, by its number, with its weight: 1 to 26.
    pub fn count(&mut self, entry: Entry, mut each: impl FnMut(usize, u8)) {
        self.take(entry);
        let length = self.length;
        for word in self.met.drain(..) {
            each(word, std::mem::take(&mut self.counts[word]).weight(length));
        }
        self.length = 0;
    }

    /// Hands on each word of an entry with its weight.
    pub fn read(&mut self, entry: Entry, mut each: impl FnMut(&str, u8)) {
        let mut found = Vec::new();
        self.count(entry, |word, weight| found.push((word, weight)));
        for (word, weight) in found {
            each(&self.words[word], weight);
        }
    }

    fn take(&mut self, entry: Entry) {
        let (world, language) = (self.world, self.language);
        self.title(title(world, language, entry).0);
        self.part(summary(world, language, entry).0, Part::Summary);
        match entry {
            Entry::Text(doc, ..) => {
                let document = world.catalog.document(doc);
                self.topics(&document.front.topics);
                let content = document.content().filter(|_| world.catalog.portal.search == Searched::Text);
                if let Some(content) = content {
                    self.content(content);
                }
            }
            Entry::Service(record) => self.service(record),
        }
    }

    /// The title comes first, so that all words met are its own: each counts more in a short one.
    fn title(&mut self, title: &str) {
        self.part(title, Part::Title);
        let length = u8::try_from(self.length).unwrap_or(u8::MAX);
        for &word in &self.met {
            self.counts[word].title = 8 + 8 / length.max(1);
        }
    }

    fn topics(&mut self, topics: &[crate::model::TopicId]) {
        for topic in topics.iter().filter_map(|id| self.world.catalog.topic(id)) {
            if let Some((name, _)) = topic.name.get([self.language]) {
                self.part(name, Part::Summary);
            }
        }
    }

    fn service(&mut self, record: u32) {
        let here = &self.world.directory.records()[record as usize];
        let service = &here.entry.parsed.service;
        self.topics(&service.topics);
        let catalog = self.world.catalog;
        let place = match here.level {
            crate::catalog::Level::Base => catalog.places.root(),
            crate::catalog::Level::Overlay(place) => place,
        };
        if let Some((_, organisation)) = catalog.organisations.get(&catalog.places, place, &service.org) {
            let chain = catalog.portal_chain(self.language).into_iter().chain(catalog.portal.languages.iter().copied());
            if let Some((name, _)) = organisation.value.name.get(chain) {
                self.part(name, Part::Heading);
            }
        }
        let easy = said(self.world, self.language, record, Field::Easy).0;
        self.part(easy, Part::Body);
    }

    /// The words of a page. What stands in braces is not known here, but for terms of the glossary.
    fn content(&mut self, content: &Content) {
        let mut part = Part::Body;
        let mut is_code = false;
        for event in &content.events {
            match event {
                Event::Open(Tag::Heading { .. }) => part = Part::Heading,
                Event::Close(Tag::Heading { .. }) => part = Part::Body,
                Event::Open(Tag::CodeBlock) => is_code = true,
                Event::Close(Tag::CodeBlock) => is_code = false,
                Event::Text(text) if !is_code => self.part(content.str(text), part),
                Event::Value(value) => {
                    if let Value::Term(id) = &content.values[usize::from(*value)].value
                        && let Some(term) = self.world.catalog.glossary.get(&self.language).and_then(|all| all.get(id))
                    {
                        self.part(&term.word, part);
                    }
                }
                _ => {}
            }
        }
    }

    fn part(&mut self, text: &str, part: Part) {
        let mut room = std::mem::take(&mut self.room);
        for run in runs(text, &mut room) {
            let (from, to) = self.forms(run);
            let forms = &self.forms[from as usize..to as usize];
            self.length += to - from;
            for &word in forms {
                let count = &mut self.counts[word];
                if count.is_none() {
                    self.met.push(word);
                }
                count.add(part);
            }
        }
        self.room = room;
    }

    /// The words of a written form, by their places among all forms.
    fn forms(&mut self, run: Run<'_>) -> Span {
        let known = match &run.key {
            Some(key) => self.written.get(key),
            None => self.written_long.get(run.written),
        };
        match known {
            Some(known) => *known,
            None => self.learn(run),
        }
    }

    /// Folds a written form that was not met before.
    fn learn(&mut self, run: Run<'_>) -> Span {
        let from = self.forms.len();
        each_word(run.written, |word| {
            let Some(word) = self.folder.fold(word) else { return };
            let known = self.folded.get(&word).copied();
            self.forms.push(known.unwrap_or(self.words.len()));
            if known.is_none() {
                self.folded.insert(word.clone(), self.words.len());
                self.words.push(word);
                self.counts.push(Count::default());
            }
        });
        let number = |count| u32::try_from(count).expect("a portal has fewer words than a number can tell");
        let span = (number(from), number(self.forms.len()));
        match run.key {
            Some(key) => _ = self.written.insert(key, span),
            None => _ = self.written_long.insert(run.written.into(), span),
        }
        span
    }
}

impl Count {
    fn is_none(self) -> bool {
        self.title == 0 && !self.heading && !self.summary && self.body == 0
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::Title => self.title = 1,
            Part::Heading => self.heading = true,
            Part::Summary => self.summary = true,
            Part::Body => self.body += 1,
        }
    }

    /// Title before heading before summary before text; of a text, more for each doubling.
    fn weight(self, length: u32) -> u8 {
        let doublings = u32::BITS - self.body.leading_zeros();
        let body = if length > LONG { doublings.saturating_sub(1).max(doublings.min(1)) } else { doublings };
        let body = u8::try_from(body.min(5)).unwrap_or(5);
        let whole = self.title + if self.heading { 5 } else { 0 } + if self.summary { 3 } else { 0 } + body;
        whole.clamp(1, 26)
    }
}
