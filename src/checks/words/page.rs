//! Turns a document into what the rules on words look at: its title, its summary and its text as prose.

use super::speech::{self, Speech};
use super::standard::syllables::Known;
use super::terms::Terms;
use crate::config::Rules;
use crate::diag::{Place, Step};
use crate::model::Edition;
use crate::parse::content::{Str, Value};
use crate::parse::prose::{Prose, Reader, Sentence, Text, Word};
use crate::parse::{Content, Document};
use crate::plan::World;

/// Room for the prose of one page after the other.
#[derive(Debug, Default)]
pub struct Desk {
    title: Prose,
    summary: Prose,
    body: Prose,
    syllables: Known,
}

/// A page in one language and edition.
pub struct Page<'a> {
    pub world: &'a World<'a>,
    pub document: &'a Document,
    pub content: &'a Content,
    pub speech: &'static Speech,
    pub terms: &'a Terms<'a>,
    /// The title and the summary.
    head: [Passage<'a>; 2],
    pub body: Passage<'a>,
    pub syllables: &'a Known,
}

/// A text of a page.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// The key of the front matter that it is.
    key: Option<&'static str>,
    pub text: Text<'a>,
    pub prose: &'a Prose,
}

impl Desk {
    pub fn open<'a>(
        &'a mut self,
        world: &'a World<'a>,
        (document, content): (&'a Document, &'a Content),
        terms: &'a Terms<'a>,
    ) -> Page<'a> {
        let language = document.language;
        let title = document.front.title.as_str();
        let summary = document.front.summary.as_deref().unwrap_or_default();
        self.title.read_line(title, language);
        self.summary.read_line(summary, language);
        self.body.read(content, Reader { language, shows: &|value| shown(value, terms) });
        let line = |key, text: &'a str, prose| Passage { key: Some(key), text: text.into(), prose };
        Page {
            world,
            document,
            content,
            speech: speech::of(language),
            terms,
            head: [line("title", title, &self.title), line("summary", summary, &self.summary)],
            body: Passage { key: None, text: content.into(), prose: &self.body },
            syllables: &self.syllables,
        }
    }
}

/// How many words a value shows, as far as the text alone can tell.
fn shown(value: &Value, terms: &Terms<'_>) -> usize {
    match value {
        Value::Term(id) => terms.get(id).map_or(1, |term| term.word.split_whitespace().count()),
        Value::Fact(_) | Value::Local(_) | Value::Service(..) => 1,
    }
}

impl<'a> Page<'a> {
    pub fn rules(&self) -> &'a Rules {
        &self.world.catalog.portal.rules
    }

    pub fn is_easy_read(&self) -> bool {
        self.document.edition == Edition::EasyRead
    }

    /// The title, the summary and the text.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'a>> + use<'a> {
        self.head.into_iter().chain([self.body])
    }

    /// Whether two capitals of ASCII stand side by side in any passage.
    pub fn has_capitals(&self) -> bool {
        self.passages().any(|passage| passage.text.has_capitals())
    }

    /// Every sentence of every passage, with its words.
    pub fn sentences(&self) -> impl Iterator<Item = (Passage<'a>, &'a Sentence, &'a [Word])> + use<'a> {
        self.passages()
            .flat_map(|passage| passage.prose.sentences().map(move |(sentence, words)| (passage, sentence, words)))
    }

    /// Where a part of a passage stands.
    pub fn place(&self, passage: Passage<'_>, at: Str) -> Place {
        let len = passage.text.source.len();
        match passage.key {
            Some(key) => self.key(key),
            // What was written as an entity, such as `&amp;`, has no place of its own.
            None if at.start as usize >= len => Place::file(&self.document.path),
            None => Place::bytes(&self.document.path, at.start as usize..(at.end as usize).min(len)),
        }
    }

    /// A key of the front matter.
    pub fn key(&self, key: &str) -> Place {
        Place::key(&self.document.path, [Step::from(key)])
    }

    /// Where several words stand.
    pub fn span(&self, passage: Passage<'_>, words: &[Word]) -> Place {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return self.whole() };
        let end = last.at.end.max(first.at.end);
        self.place(passage, Str { start: first.at.start, end })
    }

    pub fn whole(&self) -> Place {
        Place::file(&self.document.path)
    }

    /// The opening line of a block.
    pub fn block(&self, number: usize) -> Place {
        Place::bytes(&self.document.path, self.content.blocks[number].span.clone())
    }
}

impl<'a> Passage<'a> {
    pub fn str(&self, word: &Word) -> &'a str {
        self.text.str(&word.at)
    }
}
