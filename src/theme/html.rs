//! Turns `Content` with its holes filled into compact HTML.

mod blocks;
mod footnotes;
mod tables;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use self::footnotes::Footnotes;
use crate::model::Direction;
use crate::model::bidi::{self, Piece};
use crate::parse::Content;
use crate::parse::content::{AlertKind, Event, Tag};

pub use self::footnotes::notes_at;

pub use super::escape::{push_attribute, push_text};

/// What a variant puts into the holes of a content, by their numbers. All strings are finished HTML unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill<'a> {
    /// Address of each link, not yet escaped; none shows the link's text only.
    pub links: Cow<'a, [Option<String>]>,
    pub values: Vec<String>,
    pub images: Vec<String>,
    pub blocks: Vec<BlockFill>,
    pub words: Cow<'a, Words>,
    /// Which way the text runs: numbers in one from right to left keep their own.
    pub direction: Direction,
}

/// What stands in a `:::` block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BlockFill {
    /// A condition that does not hold: the block is left out.
    Hidden,
    /// The block's own content; a condition that holds stands without a wrapper.
    #[default]
    Shown,
    /// The block's own content under a heading that names its nations ("England only").
    Labelled(String),
    /// Finished HTML in the block's place, before its own content (services, contact, the picture of a row).
    Html(String),
}

/// The interface's words that a body needs, as plain text in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub note: String,
    pub tip: String,
    pub important: String,
    pub warning: String,
    pub caution: String,
    pub emergency: String,
    pub footnotes: String,
    /// Names a table that no heading does.
    pub table: String,
    /// "Back to where this note is called"; with `{n}` for the number of the call.
    pub footnote_back: String,
    pub done: String,
    pub not_done: String,
}

/// Writes the HTML of a content: table heads with `scope`, footnotes with a way back, alerts with a spoken label,
/// no inline style, and all text escaped.
///
/// One pass, into one string: nothing is allocated per event, and there is no white space between blocks, so that
/// minifying the page later changes nothing. A hole that `fill` does not fill is empty.
pub fn write(content: &Content, fill: &Fill<'_>) -> String {
    let mut writer = Writer::new(content, fill);
    writer.write(0, content.events.len());
    writer.out
}

/// The HTML so far, and what the next event needs to know of those before it.
struct Writer<'a> {
    content: &'a Content,
    fill: &'a Fill<'a>,
    out: String,
    /// Level of the last heading; 1 is the page's title.
    level: u8,
    /// The same before each open block that has a heading of its own.
    levels: Vec<u8>,
    /// The anchor of the last heading that has been written.
    anchor: Option<u16>,
    table: Table,
    /// The table that is open stands in a box of its own.
    boxed: bool,
    /// Lists that are open.
    lists: usize,
    /// How many lists were open where each `steps` block began.
    steps: Vec<usize>,
    footnotes: Footnotes,
}

/// Where in a table the writer is; tables do not nest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Head,
    /// After the head, before any row.
    Between,
    Body,
}

impl<'a> Writer<'a> {
    fn new(content: &'a Content, fill: &'a Fill) -> Self {
        Self {
            content,
            fill,
            out: String::with_capacity(content.source.len() + content.source.len() / 4 + 64),
            level: 1,
            levels: Vec::new(),
            anchor: None,
            table: Table::Between,
            boxed: false,
            lists: 0,
            steps: Vec::new(),
            footnotes: Footnotes::new(content, fill),
        }
    }

    /// Writes the events from `at` to before `end`.
    fn write(&mut self, mut at: usize, end: usize) {
        while at < end {
            at = self.event(at);
        }
    }

    fn text(&mut self, text: &str) {
        if self.fill.direction == Direction::Ltr {
            return push_text(&mut self.out, text);
        }
        for piece in bidi::pieces(text) {
            match piece {
                Piece::Text(text) => push_text(&mut self.out, text),
                Piece::Number(number) => {
                    self.raw("<bdi dir=\"ltr\">");
                    push_text(&mut self.out, number);
                    self.raw("</bdi>");
                }
            }
        }
    }

    /// Writes one event; gives the position of the next one to write.
    fn event(&mut self, at: usize) -> usize {
        let content = self.content;
        match &content.events[at] {
            Event::Open(Tag::Block(number)) => return self.open_block(*number, at),
            Event::Open(Tag::Footnotes) => return self.write_footnotes(at),
            Event::Open(tag) => self.open(*tag, at),
            Event::Close(Tag::Block(number)) => self.close_block(*number),
            Event::Close(tag) => self.close(*tag, at),
            Event::Text(text) => self.text(content.str(text)),
            Event::Code(code) => {
                self.raw("<code>");
                push_text(&mut self.out, content.str(code));
                self.raw("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.raw("<br>"),
            Event::Rule => self.raw("<hr>"),
            Event::Task(true) => self.task("task-done", &self.fill.words.done),
            Event::Task(false) => self.task("task-open", &self.fill.words.not_done),
            Event::FootnoteCall { number, .. } => self.footnote_call(*number),
            Event::Value(number) => self.filled(&self.fill.values, *number),
            Event::Image(number) => self.filled(&self.fill.images, *number),
        }
        at + 1
    }

    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn filled(&mut self, holes: &[String], number: u16) {
        if let Some(html) = holes.get(usize::from(number)) {
            self.raw(html);
        }
    }

    fn open(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Paragraph => self.raw("<p>"),
            Tag::Heading { level, anchor } => self.heading(level, anchor),
            Tag::Quote => self.raw("<blockquote>"),
            Tag::Alert(kind) => self.alert(kind),
            // It scrolls where it is wider than the screen, and a keyboard must reach what scrolls.
            Tag::CodeBlock => self.raw("<pre tabindex=\"0\"><code>"),
            Tag::List { ordered: true, start } => self.list("<ol", Some(start.into()).filter(|&start| start != 1), at),
            Tag::List { ordered: false, .. } => self.list("<ul", None, at),
            Tag::Item => self.raw("<li>"),
            Tag::DefinitionList => self.raw("<dl>"),
            Tag::DefinitionTitle => self.raw("<dt>"),
            Tag::DefinitionDetails => self.raw("<dd>"),
            Tag::Table => self.open_table(at),
            Tag::TableHead => {
                self.table = Table::Head;
                self.raw("<thead><tr>");
            }
            Tag::TableRow => {
                self.raw(if self.table == Table::Body { "<tr>" } else { "<tbody><tr>" });
                self.table = Table::Body;
            }
            Tag::Cell { align } => self.cell(align, at),
            Tag::Emphasis => self.raw("<em>"),
            Tag::Strong => self.raw("<strong>"),
            Tag::Strike => self.raw("<del>"),
            Tag::Link(number) => self.link(number),
            Tag::Footnotes | Tag::Footnote { .. } | Tag::Block(_) => {}
        }
    }

    fn close(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Paragraph => self.raw("</p>"),
            Tag::Heading { level, .. } => {
                self.raw(["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"][usize::from(level.clamp(2, 6)) - 2]);
            }
            Tag::Quote => self.raw("</blockquote>"),
            Tag::Alert(_) => self.raw("</div>"),
            Tag::CodeBlock => self.raw("</code></pre>"),
            Tag::List { ordered, .. } => {
                self.lists -= 1;
                self.raw(if ordered { "</ol>" } else { "</ul>" });
            }
            Tag::Item => self.raw("</li>"),
            Tag::DefinitionList => self.raw("</dl>"),
            Tag::DefinitionTitle => self.raw("</dt>"),
            Tag::DefinitionDetails => self.raw("</dd>"),
            Tag::Table => self.close_table(),
            Tag::TableHead => {
                self.table = Table::Between;
                self.raw("</tr></thead>");
            }
            Tag::TableRow => self.raw("</tr>"),
            Tag::Cell { .. } => {
                let head = self.table == Table::Head && !self.is_empty_cell(at - 1);
                self.raw(if head { "</th>" } else { "</td>" });
            }
            Tag::Emphasis => self.raw("</em>"),
            Tag::Strong => self.raw("</strong>"),
            Tag::Strike => self.raw("</del>"),
            Tag::Link(number) if self.href(number).is_some() => self.raw("</a>"),
            Tag::Link(_) | Tag::Footnotes | Tag::Footnote { .. } | Tag::Block(_) => {}
        }
    }

    fn heading(&mut self, level: u8, anchor: Option<u16>) {
        self.level = level.clamp(2, 6);
        self.anchor = anchor;
        self.raw(["<h2", "<h3", "<h4", "<h5", "<h6"][usize::from(self.level) - 2]);
        let content = self.content;
        if let Some(anchor) = anchor.and_then(|number| content.anchors.get(usize::from(number))) {
            self.attribute("id", &anchor.id);
        }
        self.raw(">");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        push_attribute(&mut self.out, value);
        self.raw("\"");
    }

    fn list(&mut self, tag: &str, start: Option<u32>, at: usize) {
        self.raw(tag);
        if self.steps.last() == Some(&self.lists) {
            self.raw(" class=\"steps\"");
        } else if self.has_tasks(at) {
            self.raw(" class=\"tasks\"");
        } else if tag == "<ul" && self.has_ways(at) {
            self.raw(" class=\"ways\"");
        }
        if let Some(start) = start {
            self.attribute("start", &start.to_string());
        }
        self.raw(">");
        self.lists += 1;
    }

    /// Whether the list's first item is a task; a loose list has a paragraph before.
    fn has_tasks(&self, at: usize) -> bool {
        let mut inside = self.content.events[at + 1..].iter().take(3);
        inside.any(|event| matches!(event, Event::Task(_)))
    }

    /// Whether the list's first item begins with a link: then the list leads on, and is shown so.
    fn has_ways(&self, at: usize) -> bool {
        let mut inside = self.content.events[at + 1..].iter();
        let first = inside.find(|event| !matches!(event, Event::Open(Tag::Item | Tag::Paragraph)));
        matches!(first, Some(Event::Open(Tag::Link(_))))
    }

    /// A task is words, not a box to tick: nothing would happen, and a screen reader says the words.
    fn task(&mut self, class: &str, word: &str) {
        self.raw("<span");
        self.attribute("class", class);
        self.raw(">");
        push_text(&mut self.out, word);
        self.raw("</span> ");
    }

    fn alert(&mut self, kind: AlertKind) {
        let words = &self.fill.words;
        let (class, label) = match kind {
            AlertKind::Note => ("alert alert-note", &words.note),
            AlertKind::Tip => ("alert alert-tip", &words.tip),
            AlertKind::Important => ("alert alert-important", &words.important),
            AlertKind::Warning => ("alert alert-warning", &words.warning),
            AlertKind::Caution => ("alert alert-caution", &words.caution),
        };
        self.labelled(class, "alert-label", label);
    }

    /// A box whose kind is said in words, not by its colour alone (WCAG 2.2, 1.4.1).
    fn labelled(&mut self, class: &str, label_class: &str, label: &str) {
        self.raw("<div");
        self.attribute("class", class);
        self.raw(" role=\"note\"><p");
        self.attribute("class", label_class);
        self.raw(">");
        push_text(&mut self.out, label);
        self.raw("</p>");
    }

    fn href(&self, number: u16) -> Option<&'a str> {
        self.fill.links.get(usize::from(number))?.as_deref()
    }

    fn link(&mut self, number: u16) {
        let Some(href) = self.href(number) else { return };
        self.raw("<a");
        self.attribute("href", href);
        let content = self.content;
        if let Some(title) = content.links.get(usize::from(number)).and_then(|link| link.title.as_deref()) {
            self.attribute("title", title);
        }
        self.raw(">");
    }
}
