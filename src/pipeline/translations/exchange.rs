//! Turns the translations of a portal into messages for translators, and messages into files with new texts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::po::{self, Message, Problem};
use super::{Accepted, State, accept, same, status};
use crate::catalog::{Catalog, DocIx};
use crate::model::Language;
use crate::parse::markdown::{self, block_hashes};
use crate::parse::{Content, Document, document, yaml};

/// What a file of messages changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub files: Vec<Accepted>,
    /// Messages that are not translated yet, or need work.
    pub waiting: usize,
}

/// A page's text in two languages.
#[derive(Clone, Copy)]
struct Text<'a> {
    pair: super::Pair,
    source: &'a Document,
    translation: &'a Document,
}

/// One message of a text, and what it stands for.
struct Slot {
    part: Part,
    message: Message,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Summary,
    Block(usize),
}

/// The PO file of a language: each block, title and summary of every page that has a file in that language.
pub fn export(catalog: &Catalog, language: Language) -> String {
    let head = [
        "Content-Type: text/plain; charset=UTF-8".to_owned(),
        "Content-Transfer-Encoding: 8bit".to_owned(),
        "MIME-Version: 1.0".to_owned(),
        format!("Language: {language}"),
    ];
    let slots = texts(catalog, language).into_iter().flat_map(slots);
    po::write(&head, &slots.map(|slot| slot.message).collect::<Vec<_>>())
}

/// What a PO file changes in the files of its language. Nothing is changed if anything is wrong with it.
///
/// # Errors
/// Everything that is wrong.
pub fn import(catalog: &Catalog, language: Language, (file, today): (&str, Date)) -> Result<Imported, Vec<Problem>> {
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
    for text in texts(catalog, language) {
        let slots = slots(text);
        known.extend(slots.iter().map(|slot| slot.message.context.clone()));
        let news: Vec<(&Slot, &Message)> = slots
            .iter()
            .map(|slot| (slot, given.get(&*slot.message.context).copied().unwrap_or(&slot.message)))
            .collect();
        let before = problems.len();
        problems.extend(news.iter().flat_map(|(slot, new)| wrong(slot, new)));
        imported.waiting += news.iter().filter(|(_, new)| waits(new)).count();
        if problems.len() == before {
            match text.with(catalog, &news, today) {
                Ok(file) => imported.files.extend(file),
                Err(what) => problems.push(Problem { place: text.translation.path.to_string(), what }),
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

fn texts(catalog: &Catalog, language: Language) -> Vec<Text<'_>> {
    let rows = status(catalog).into_iter().filter(|row| row.language == language);
    let text = |doc: DocIx, source: DocIx| Text {
        pair: super::Pair { translation: doc, source },
        source: catalog.document(source),
        translation: catalog.document(doc),
    };
    rows.filter_map(|row| match row.state {
        State::Complete(doc) | State::Stale(doc, _) | State::Unknown(doc) => Some(text(doc, row.source)),
        State::Missing => None,
    })
    .collect()
}

/// The messages of a text. A line that opens or closes a `:::` block is none, unless it has words.
fn slots(text: Text<'_>) -> Vec<Slot> {
    let (source, translation) = (text.source, text.translation);
    let (there, here) = (source.text(), translation.text());
    let is_aligned = text.is_aligned();
    let known = translation.front.translation.as_ref().map(|translation| &translation.of[..]).unwrap_or_default();
    let hashes = block_hashes(there);
    let message = |name: &str, id: &str, words: &str| Message {
        context: format!("{} {name}", source.path),
        id: id.to_owned(),
        // What is the same in both was not translated yet.
        text: if words == id { String::new() } else { words.to_owned() },
        fuzzy: false,
    };
    let mut slots =
        vec![Slot { part: Part::Title, message: message("title", &source.front.title, &translation.front.title) }];
    slots.extend(source.front.summary.as_ref().map(|summary| {
        let words = translation.front.summary.as_deref().unwrap_or_default();
        Slot { part: Part::Summary, message: message("summary", summary, words) }
    }));
    for at in 0..there.parts.len() {
        let id = block(there, at);
        if is_fence(id) && !id.contains('"') {
            continue;
        }
        let words = if is_aligned { block(here, at) } else { "" };
        let mut message = message(&(at + 1).to_string(), id, words);
        let changed = !known.is_empty() && (known.len() != hashes.len() || known[at] != hashes[at]);
        message.fuzzy = changed && !message.text.is_empty();
        slots.push(Slot { part: Part::Block(at), message });
    }
    slots
}

fn block(content: &Content, at: usize) -> &str {
    content.str(&content.parts[at]).trim_end()
}

fn is_fence(block: &str) -> bool {
    block.starts_with(":::")
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
    match slot.part {
        Part::Title | Part::Summary if new.text.contains('\n') => vec![problem(new, "it must be one line")],
        Part::Title | Part::Summary => Vec::new(),
        Part::Block(_) => {
            let words = same::compare(&old.id, &new.text);
            words.into_iter().map(|what| problem(new, &what)).collect()
        }
    }
}

impl Text<'_> {
    /// Whether the two texts have one block for each of the other's, so that each can be changed in its place.
    fn is_aligned(self) -> bool {
        let (there, here) = (self.source.text(), self.translation.text());
        let fence = |content: &Content, at: usize| is_fence(block(content, at));
        there.parts.len() == here.parts.len() && (0..there.parts.len()).all(|at| fence(there, at) == fence(here, at))
    }

    /// The translation's file with the new texts; none where nothing changes.
    fn with(self, catalog: &Catalog, news: &[(&Slot, &Message)], today: Date) -> Result<Option<Accepted>, String> {
        let is_done = !news.iter().any(|(_, new)| waits(new));
        let changed: Vec<(Part, &str)> = news
            .iter()
            .filter(|(slot, new)| new.text != slot.message.text && !new.fuzzy)
            .map(|(slot, new)| (slot.part, &*new.text))
            .collect();
        let was_fuzzy = news.iter().any(|(slot, _)| slot.message.fuzzy);
        let is_aligned = self.is_aligned();
        let accepts = is_done && (was_fuzzy || !changed.is_empty());
        if (changed.is_empty() && !accepts) || (!is_aligned && !is_done) {
            return Ok(None);
        }
        let all: Vec<(Part, &str)> = news.iter().map(|(slot, new)| (slot.part, &*new.text)).collect();
        let text = if is_aligned { self.in_place(&changed) } else { self.anew(&all) };
        let text =
            titled(text, &changed).ok_or("its front matter is written in a way that cannot be changed safely")?;
        let read = markdown::parse(&self.translation.path, &text.as_str().into(), head_end(&text)..text.len());
        if read.value.parts.len() != self.source.text().parts.len() {
            return Err("blocks would run together: give each its own lines".to_owned());
        }
        let by = self.translation.front.translation.as_ref().map(|translation| translation.by);
        if !accepts || by.is_none() {
            return Ok(Some(Accepted { path: self.translation.path.to_string(), text }));
        }
        accept::note(catalog, self.pair, (&text, today)).map(Some)
    }

    /// The translation's file with blocks changed where they stand.
    fn in_place(self, changed: &[(Part, &str)]) -> String {
        replaced(self.translation.text(), changed)
    }

    /// The translation's front matter, and the source's text with every block translated.
    fn anew(self, all: &[(Part, &str)]) -> String {
        let (here, there) = (&self.translation.text().source, self.source.text());
        let head = head_end(here);
        let body = replaced(there, all);
        format!("{}{}", &here[..head], &body[head_end(&there.source)..])
    }
}

/// A file with its new title and summary, if there are such.
fn titled(text: String, changed: &[(Part, &str)]) -> Option<String> {
    let value = |part: &Part, words: &str| match part {
        Part::Title => Some(("title", quoted(words))),
        Part::Summary => Some(("summary", quoted(words))),
        Part::Block(_) => None,
    };
    let values: Vec<(&str, String)> = changed.iter().filter_map(|(part, words)| value(part, words)).collect();
    if values.is_empty() {
        return Some(text);
    }
    let yaml = document::front_matter(&text)?;
    yaml::set_top(&text, yaml, &values)
}

/// Where the text begins, after the line that closes the front matter.
fn head_end(source: &str) -> usize {
    let end = document::front_matter(source).map_or(0, |yaml| yaml.end);
    source[end..].find('\n').map_or(source.len(), |newline| end + newline + 1)
}

/// A file with some of its blocks replaced.
fn replaced(content: &Content, blocks: &[(Part, &str)]) -> String {
    let mut text = content.source.to_string();
    let mut news: Vec<(usize, &str)> = blocks
        .iter()
        .filter_map(|(part, words)| match part {
            Part::Block(at) => Some((*at, *words)),
            Part::Title | Part::Summary => None,
        })
        .collect();
    news.sort_unstable();
    for (at, words) in news.into_iter().rev() {
        let start = content.parts[at].start as usize;
        text.replace_range(start..start + block(content, at).len(), words);
    }
    text
}

/// A text in the quotes of JSON, which YAML has too.
fn quoted(words: &str) -> String {
    serde_json::to_string(words).expect("a text can always be written as JSON")
}
