//! Turns terms of the glossary that explain each other into findings.

use std::collections::{BTreeMap, BTreeSet};

use super::terms::Phrases;
use crate::diag::{Code, Finding, Place};
use crate::model::{Language, Table, Term, TermId};
use crate::parse::prose::Prose;
use crate::plan::World;

const FILE: &str = "content/glossary.yaml";

/// W009: a meaning that leads back to its own term, by way of any number of others. Each loop is told once.
pub fn loops(world: &World<'_>) -> Vec<Finding> {
    let glossary = &world.catalog.glossary;
    glossary.iter().flat_map(|(&language, terms)| in_language(language, terms)).collect()
}

fn in_language(language: Language, terms: &Table<TermId, Term>) -> Vec<Finding> {
    let uses = uses(language, terms);
    let mut walk = Walk { uses: &uses, path: Vec::new(), done: BTreeSet::new(), loops: Vec::new() };
    for id in terms.keys() {
        walk.visit(id);
    }
    let finding = |ids: Vec<&TermId>| {
        let names: Vec<String> = ids.iter().map(|id| format!("`{}`", terms[*id].word)).collect();
        let message = match &names[..] {
            [one] => format!("the meaning of {one} uses the term itself"),
            names => format!("the meanings of {} explain each other", names.join(", ")),
        };
        let place = Place::key(&FILE.into(), [language.as_str().into(), ids[0].as_ref().into(), "meaning".into()]);
        let help = "explain one of them in words that are no terms: readers would go round in circles";
        Finding::new(Code::GlossaryLoop, message).at(place).help(help)
    };
    walk.loops.into_iter().map(finding).collect()
}

/// The terms whose words stand in the meaning of each term.
fn uses(language: Language, terms: &Table<TermId, Term>) -> BTreeMap<&TermId, Vec<&TermId>> {
    let mut phrases = Phrases::default();
    for (id, term) in terms.iter() {
        phrases.add(&term.word, language, id);
    }
    let (mut prose, mut room) = (Prose::default(), String::new());
    let mut uses = BTreeMap::new();
    for (id, term) in terms.iter() {
        prose.read_line(&term.meaning, language);
        let words = &prose.words;
        let found = |at| phrases.find(term.meaning.as_str().into(), &words[at..], &mut room);
        let used: Vec<&TermId> = (0..words.len()).filter_map(found).map(|(_, id)| id).collect();
        uses.insert(id, used);
    }
    uses
}

/// Follows meanings from term to term.
struct Walk<'a> {
    uses: &'a BTreeMap<&'a TermId, Vec<&'a TermId>>,
    path: Vec<&'a TermId>,
    done: BTreeSet<&'a TermId>,
    loops: Vec<Vec<&'a TermId>>,
}

impl<'a> Walk<'a> {
    /// Goes on without recursion: a glossary may be long.
    fn visit(&mut self, start: &'a TermId) {
        if self.done.contains(start) {
            return;
        }
        let mut steps = vec![0];
        self.path.push(start);
        while let (Some(&at), Some(step)) = (self.path.last(), steps.last_mut()) {
            let Some(&next) = self.uses.get(at).and_then(|used| used.get(*step)) else {
                self.done.insert(at);
                self.path.pop();
                steps.pop();
                continue;
            };
            *step += 1;
            if let Some(begin) = self.path.iter().position(|id| *id == next) {
                self.loops.push(self.path[begin..].to_vec());
            } else if !self.done.contains(next) {
                self.path.push(next);
                steps.push(0);
            }
        }
    }
}
