//! Turns pages in two languages into their messages, block by block, and new texts into pages.

use jiff::civil::Date;

use super::super::po::{Message, Problem};
use super::super::{Accepted, Pair, State, accept, status};
use super::{Desk, News, Rule, Slot, Unit, waits};
use crate::catalog::{Catalog, DocIx};
use crate::parse::markdown::{self, block_hashes};
use crate::parse::{Content, Document, document, locate, yaml};

/// A page's text in two languages, and what each of its messages stands for.
struct Page<'a> {
    text: Text<'a>,
    catalog: &'a Catalog,
    parts: Vec<Part>,
    slots: Vec<Slot>,
}

#[derive(Clone, Copy)]
struct Text<'a> {
    pair: Pair,
    source: &'a Document,
    translation: &'a Document,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Summary,
    Block(usize),
}

/// Every page that has a file in the language, and another that it was made from.
pub(super) fn units(desk: Desk<'_>) -> Vec<Box<dyn Unit + '_>> {
    let catalog = desk.catalog;
    let rows = status(catalog).into_iter().filter(|row| row.language == desk.language);
    let page = |doc: DocIx, source: DocIx| -> Box<dyn Unit + '_> {
        let pair = Pair { translation: doc, source };
        let text = Text { pair, source: catalog.document(source), translation: catalog.document(doc) };
        let (parts, slots) = slots(text).into_iter().unzip();
        Box::new(Page { text, catalog, parts, slots })
    };
    rows.filter_map(|row| match row.state {
        State::Complete(doc) | State::Stale(doc, _) | State::Unknown(doc) => Some(page(doc, row.source)),
        State::Missing => None,
    })
    .collect()
}

impl Unit for Page<'_> {
    fn slots(&self) -> &[Slot] {
        &self.slots
    }

    fn with(&self, news: &[News<'_>], today: Date) -> Result<Option<Accepted>, Problem> {
        let place = || self.text.translation.path.to_string();
        self.changed(news, today).map_err(|what| Problem { place: place(), what })
    }
}

/// The messages of a text. A line that opens or closes a `:::` block is none, unless it has words.
fn slots(text: Text<'_>) -> Vec<(Part, Slot)> {
    let (source, translation) = (text.source, text.translation);
    let (there, here) = (source.text(), translation.text());
    let is_aligned = text.is_aligned();
    let known = translation.front.translation.as_ref().map(|translation| &translation.of[..]).unwrap_or_default();
    let hashes = block_hashes(there);
    let message = |name: &str, (id, words): (&str, &str), line: usize| Message {
        context: format!("{} {name}", source.path),
        about: String::new(),
        at: format!("{}:{line}", source.path),
        id: id.to_owned(),
        // What is the same in both was not translated yet.
        text: if words == id { String::new() } else { words.to_owned() },
        fuzzy: false,
    };
    let front = |key: &str| line_of(&there.source, locate(&source.path, &there.source, &[key.into()]).start);
    let title = message("title", (&source.front.title, &translation.front.title), front("title"));
    let mut slots = vec![(Part::Title, Slot { message: title, rule: Rule::Line })];
    slots.extend(source.front.summary.as_ref().map(|summary| {
        let words = translation.front.summary.as_deref().unwrap_or_default();
        (Part::Summary, Slot { message: message("summary", (summary, words), front("summary")), rule: Rule::Line })
    }));
    for at in 0..there.parts.len() {
        let id = block(there, at);
        if is_fence(id) && !id.contains('"') {
            continue;
        }
        let words = if is_aligned { block(here, at) } else { "" };
        let line = line_of(&there.source, there.parts[at].start as usize);
        let mut message = message(&(at + 1).to_string(), (id, words), line);
        let changed = !known.is_empty() && (known.len() != hashes.len() || known[at] != hashes[at]);
        message.fuzzy = changed && !message.text.is_empty();
        slots.push((Part::Block(at), Slot { message, rule: Rule::Markdown }));
    }
    slots
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].bytes().filter(|&byte| byte == b'\n').count() + 1
}

fn block(content: &Content, at: usize) -> &str {
    content.str(content.parts[at]).trim_end()
}

fn is_fence(block: &str) -> bool {
    block.starts_with(":::")
}

impl Text<'_> {
    /// Whether the two texts have one block for each of the other's, so that each can be changed in its place.
    fn is_aligned(self) -> bool {
        let (there, here) = (self.source.text(), self.translation.text());
        let fence = |content: &Content, at: usize| is_fence(block(content, at));
        there.parts.len() == here.parts.len() && (0..there.parts.len()).all(|at| fence(there, at) == fence(here, at))
    }
}

impl Page<'_> {
    /// The translation's file with the new texts; none where nothing changes.
    fn changed(&self, news: &[News<'_>], today: Date) -> Result<Option<Accepted>, String> {
        let text = self.text;
        let is_done = !news.iter().any(|(_, new)| waits(new));
        let parts = || self.parts.iter().copied().zip(news);
        let changed: Vec<(Part, &str)> = parts()
            .filter(|(_, (slot, new))| new.text != slot.message.text && !new.fuzzy)
            .map(|(part, (_, new))| (part, &*new.text))
            .collect();
        let was_fuzzy = news.iter().any(|(slot, _)| slot.message.fuzzy);
        let is_aligned = text.is_aligned();
        let accepts = is_done && (was_fuzzy || !changed.is_empty());
        if (changed.is_empty() && !accepts) || (!is_aligned && !is_done) {
            return Ok(None);
        }
        let all: Vec<(Part, &str)> = parts().map(|(part, (_, new))| (part, &*new.text)).collect();
        let file = if is_aligned { text.in_place(&changed) } else { text.anew(&all) };
        let file =
            titled(file, &changed).ok_or("its front matter is written in a way that cannot be changed safely")?;
        let read = markdown::parse(&text.translation.path, &file.as_str().into(), head_end(&file)..file.len());
        if read.value.parts.len() != text.source.text().parts.len() {
            return Err("blocks would run together: give each its own lines".to_owned());
        }
        let by = text.translation.front.translation.as_ref().map(|translation| translation.by);
        if !accepts || by.is_none() {
            return Ok(Some(Accepted { path: text.translation.path.to_string(), text: file }));
        }
        accept::note(self.catalog, text.pair, (&file, today)).map(Some)
    }
}

impl Text<'_> {
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
