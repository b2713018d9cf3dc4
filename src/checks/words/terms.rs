//! Turns the glossary of one language into what is looked up while its pages are read.

use std::collections::{HashMap, HashSet};

use super::everyday::CommonWords;
use super::spelling;
use crate::model::{Language, Localized, Table, Term, TermId};
use crate::parse::prose::{Prose, Text, Word};
use crate::plan::World;

/// The glossary of one language.
pub struct Terms<'a> {
    all: Option<&'a Table<TermId, Term>>,
    /// Words not to be used.
    pub forbidden: Phrases<(&'a TermId, &'a Term)>,
    /// Words of terms (`Some`) and words that may be used.
    pub known: Phrases<Option<&'a TermId>>,
    pub common: Option<CommonWords>,
    /// The words of the names of places, in small letters.
    pub names: HashSet<String>,
}

impl<'a> Terms<'a> {
    pub fn new(world: &World<'a>, language: Language) -> Self {
        let all = world.catalog.glossary.get(&language);
        let mut forbidden = Phrases::default();
        let mut known = Phrases::default();
        for (id, term) in all.into_iter().flat_map(|terms| terms.iter()) {
            for word in &term.forbidden {
                forbidden.add(word, language, (id, term));
            }
            for word in &term.allowed {
                known.add(word, language, None);
            }
        }
        for word in world.catalog.portal.rules.known_words.get(&language).into_iter().flatten() {
            known.add(word, language, None);
        }
        // A word that is allowed is found before the same word of a term.
        for (id, term) in all.into_iter().flat_map(|terms| terms.iter()) {
            known.add(&term.word, language, Some(id));
        }
        Self { all, forbidden, known, common: None, names: HashSet::new() }
    }

    /// With what only easy read needs.
    #[must_use]
    pub fn with_common_words(mut self, world: &World<'_>, language: Language) -> Self {
        self.common = CommonWords::of(language);
        if self.common.is_some() {
            let places = &world.catalog.places;
            places.all().for_each(|place| words_of(&places.get(place).name, &mut self.names));
        }
        self
    }

    pub fn get(&self, id: &TermId) -> Option<&'a Term> {
        self.all?.get(id)
    }
}

/// Words and runs of words to be found in a text.
pub struct Phrases<T> {
    /// By their first word, the longest first.
    by_first: HashMap<String, Vec<Phrase<T>>>,
    /// Which bytes they begin with: most words of a text are none of them.
    firsts: [bool; 256],
}

struct Phrase<T> {
    rest: Vec<String>,
    means: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new(), firsts: [false; 256] }
    }
}

impl<T: Copy> Phrases<T> {
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    pub fn add(&mut self, phrase: &str, language: Language, means: T) {
        let mut prose = Prose::default();
        prose.read_line(phrase, language);
        let mut words: Vec<String> = Vec::new();
        for word in &prose.words {
            let mut small = String::new();
            spelling::lower(Text::from(phrase).str(&word.at), &mut small);
            words.push(small);
        }
        if words.is_empty() {
            return;
        }
        let first = words.remove(0);
        self.firsts[usize::from(first.as_bytes()[0])] = true;
        let same = self.by_first.entry(first).or_default();
        same.push(Phrase { rest: words, means });
        same.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }

    /// The longest phrase that `words` begin with: how many words it has, and what it means.
    pub fn find(&self, text: Text<'_>, words: &[Word], room: &mut String) -> Option<(usize, T)> {
        if self.is_empty() {
            return None;
        }
        let (first, rest) = words.split_first()?;
        let word = text.str(&first.at);
        let byte = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        // Capitals of other scripts may begin with another byte than their small letters.
        if byte.is_ascii() && !self.firsts[usize::from(byte)] {
            return None;
        }
        let phrases = self.by_first.get(spelling::lower(word, room))?;
        let fits = |phrase: &&Phrase<T>| {
            let following = rest.get(..phrase.rest.len());
            following.is_some_and(|words| {
                words.iter().zip(&phrase.rest).all(|(word, small)| spelling::is(text.str(&word.at), small))
            })
        };
        phrases.iter().find(fits).map(|phrase| (phrase.rest.len() + 1, phrase.means))
    }
}

/// The words of a name in every language.
fn words_of(name: &Localized, into: &mut HashSet<String>) {
    let mut add = |text: &str| into.extend(text.split_whitespace().map(str::to_lowercase));
    match name {
        Localized::Same(text) => add(text),
        Localized::Each(texts) => texts.values().for_each(|text| add(text)),
    }
}
