//! Turns the texts of a portal into messages for translators, and messages into files with new texts.
//!
//! One PO file holds a language: pages, then records, then interface strings. Each message's context names the file and
//! the place in it, so a part of the file may come back alone.

mod fluent;
mod pages;
mod records;
mod strings;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::po::{self, Message, Problem};
use super::{Accepted, same};
use crate::catalog::Catalog;
use crate::load::Sources;
use crate::model::Language;

/// What a file of messages changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub files: Vec<Accepted>,
    /// Messages that are not translated yet, or need work.
    pub waiting: usize,
}

/// A portal on its way to translators.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub catalog: &'a Catalog,
    pub sources: &'a Sources,
    pub language: Language,
}

/// Kinds of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Pages,
    /// Services, places, topics and all other records.
    Records,
    /// The words of menus, buttons and notices.
    Strings,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Pages, Self::Records, Self::Strings];
}

/// One message, and what a translation of it must keep.
struct Slot {
    message: Message,
    rule: Rule,
}

enum Rule {
    /// Words on one line.
    Line,
    /// Markdown: values, links, anchors, pictures, and the kind of each block.
    Markdown,
    /// A text of a Fluent file.
    Fluent(fluent::Keeps),
}

/// A slot and the message that came back for it.
type News<'a> = (&'a Slot, &'a Message);

/// A file and the texts in it that are translated.
trait Unit {
    fn slots(&self) -> &[Slot];

    /// The file with new texts, one for each slot; none where nothing changes. Otherwise what is wrong, and where.
    fn with(&self, news: &[News<'_>], today: Date) -> Result<Option<Accepted>, Problem>;
}

fn units<'a>(desk: Desk<'a>, parts: &[Part]) -> Vec<Box<dyn Unit + 'a>> {
    let of = |part: &Part| match part {
        Part::Pages => pages::units(desk),
        Part::Records => records::units(desk),
        Part::Strings => strings::units(desk),
    };
    parts.iter().flat_map(of).collect()
}

/// The PO file of a language: every text of the portal that is translated, or waits for it, and of every page that has a
/// file in the language.
pub fn export(desk: Desk<'_>, parts: &[Part]) -> String {
    let head = [
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        "MIME-Version: 1.0".to_owned(),
        format!("Language: {}", desk.language),
    ];
    let units = units(desk, parts);
    po::write(&head, units.iter().flat_map(|unit| unit.slots()).map(|slot| &slot.message))
}

/// What a PO file changes in the files of its language. Nothing is changed if anything is wrong with it.
///
/// # Errors
/// Everything that is wrong.
pub fn import(desk: Desk<'_>, file: &str, today: Date) -> Result<Imported, Vec<Problem>> {
    let messages = po::read(file)?;
    let mut problems = Vec::new();
    let mut given: BTreeMap<&str, &Message> = BTreeMap::new();
    for message in &messages {
        if given.insert(&message.context, message).is_some() {
            problems.push(problem(message, "this context stands twice"));
        }
    }
    let mut imported = Imported::default();
    let mut known = BTreeSet::new();
    for unit in units(desk, &Part::ALL) {
        let slots = unit.slots();
        known.extend(slots.iter().map(|slot| slot.message.context.clone()));
        let news: Vec<News<'_>> = slots
            .iter()
            .map(|slot| (slot, given.get(&*slot.message.context).copied().unwrap_or(&slot.message)))
            .collect();
        let before = problems.len();
        problems.extend(news.iter().flat_map(|(slot, new)| wrong(slot, new)));
        imported.waiting += news.iter().filter(|(_, new)| waits(new)).count();
        if problems.len() == before {
            match unit.with(&news, today) {
                Ok(file) => imported.files.extend(file),
                Err(problem) => problems.push(problem),
            }
        }
    }
    let strangers = messages.iter().filter(|message| !known.contains(&message.context));
    problems.extend(
        strangers.map(|message| problem(message, "no text of the portal has this context: export the file again")),
    );
    if problems.is_empty() { Ok(imported) } else { Err(problems) }
}

fn problem(message: &Message, what: &str) -> Problem {
    Problem { place: message.context.clone(), what: what.to_owned() }
}

fn waits(message: &Message) -> bool {
    message.fuzzy || message.text.is_empty()
}

/// Whether a message brings a text other than the one that is there.
fn is_new((slot, new): &News<'_>) -> bool {
    !waits(new) && new.text != slot.message.text
}

/// What is wrong with a message that came back.
fn wrong(slot: &Slot, new: &Message) -> Vec<Problem> {
    let old = &slot.message;
    if new.id != old.id {
        return vec![problem(new, "the text to translate is not what the portal says now: export the file again")];
    }
    if new.text == old.text {
        return Vec::new();
    }
    if new.text.trim().is_empty() {
        return vec![problem(new, "the translation is gone")];
    }
    let words = match &slot.rule {
        Rule::Line if new.text.contains('\n') => vec!["it must be one line".to_owned()],
        Rule::Line => Vec::new(),
        Rule::Markdown => same::compare(&old.id, &new.text),
        Rule::Fluent(keeps) => keeps.compare(&new.text),
    };
    words.into_iter().map(|what| problem(new, &what)).collect()
}
