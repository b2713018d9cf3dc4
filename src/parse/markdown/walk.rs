//! Turns CommonMark's events into those of `Content`, properly nested whatever the text is like.

mod headings;
mod inline;
mod images;
mod tables;
mod notes;
mod fences;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark as cm;

use self::fences::{OpenBlock, Stray};
use self::images::Draft;
use self::notes::Notes;
use self::tables::Table;
use super::mask::Mask;
use super::report::Report;
use crate::diag::Code;
use crate::parse::Content;
use crate::parse::content::{AlertKind, Event, Str, Tag};

/// Quotes, lists, blocks and emphasis inside each other. People stay below 10; browsers and writers of print recurse.
const MAX_DEPTH: usize = 32;

/// The state of reading one text.
pub struct Walk<'a> {
    mask: &'a Mask<'a>,
    content: &'a mut Content,
    report: &'a mut Report,
    /// What is open, innermost last: what CommonMark opened, and our blocks.
    frames: Vec<Frame>,
    /// Frames that count towards `MAX_DEPTH`.
    depth: usize,
    /// Frames that are not our blocks; at 0 a block of the source begins.
    inside: usize,
    table: Table,
    image: Option<Draft>,
    notes: Notes,
    anchors: BTreeSet<Box<str>>,
    /// The numbers of the `:::` lines that came back as blocks, or as text.
    seen: Vec<bool>,
    stray: Stray,
    /// Where what has been read ends: the start of what opens, the end of everything else.
    read: usize,
    /// What has been reported once and is not again.
    told: Told,
}

/// What is said once, however often it happens.
#[derive(Default)]
struct Told {
    nesting: bool,
    holes: bool,
}

/// Something open.
enum Frame {
    /// Closed by `Event::Close`.
    Shown(Tag),
    /// Counts towards `MAX_DEPTH`.
    Container(Tag),
    /// A container or a part of one that is left out, but not its text.
    Flat,
    /// A heading, and the span of its id.
    Heading(Tag, Option<Range<usize>>),
    /// Raw HTML, shown as a paragraph.
    Html,
    /// A `:::` line.
    Fence,
    /// A footnote's text: its number of definition, and the events around it.
    Note(Option<usize>, Vec<Event>),
    Block(OpenBlock),
}

impl<'a> Walk<'a> {
    pub fn new(mask: &'a Mask<'a>, content: &'a mut Content, report: &'a mut Report) -> Self {
        Self {
            mask,
            content,
            report,
            frames: Vec::new(),
            depth: 0,
            inside: 0,
            table: Table::default(),
            image: None,
            notes: Notes::default(),
            anchors: BTreeSet::new(),
            seen: vec![false; mask.fences.len()],
            stray: Stray::default(),
            read: mask.base,
            told: Told::default(),
        }
    }

    /// Takes one event; `range` counts in the whole source.
    pub fn step(&mut self, event: cm::Event, range: Range<usize>) {
        let read = if matches!(event, cm::Event::Start(_)) { range.start } else { range.end };
        if self.image.is_some() {
            self.step_image(&event, range);
        } else {
            self.dispatch(event, range);
        }
        self.read = read;
    }

    fn dispatch(&mut self, event: cm::Event, range: Range<usize>) {
        match event {
            cm::Event::Start(tag) => self.start(tag, range),
            cm::Event::End(_) => self.end(range),
            cm::Event::Text(text) => self.text(&text, range),
            cm::Event::Code(code) => self.code(&code, &range),
            cm::Event::Html(html) => self.html_line(&html, &range),
            cm::Event::InlineHtml(html) => self.inline_html(&html, range),
            cm::Event::FootnoteReference(label) => self.note_call(&label, range),
            cm::Event::SoftBreak => self.push(Event::SoftBreak),
            cm::Event::HardBreak => self.push(Event::HardBreak),
            cm::Event::Rule => {
                self.note_part(&range);
                self.push(Event::Rule);
            }
            cm::Event::TaskListMarker(done) => self.push(Event::Task(done)),
            cm::Event::InlineMath(text) | cm::Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    /// Closes what is open and appends the footnotes.
    pub fn finish(mut self) {
        self.close_blocks();
        self.report_unseen_fences();
        self.append_notes();
    }

    fn start(&mut self, tag: cm::Tag, range: Range<usize>) {
        match tag {
            cm::Tag::HtmlBlock => return self.html_block(range),
            cm::Tag::Image { dest_url, title, .. } => return self.start_image(&dest_url, &title, range),
            _ => self.note_part(&range),
        }
        match tag {
            cm::Tag::Paragraph => self.open(Frame::Shown, Tag::Paragraph),
            cm::Tag::CodeBlock(_) => self.open(Frame::Shown, Tag::CodeBlock),
            cm::Tag::Heading { level, id, .. } => self.heading(level as u8, id.as_deref(), &range),
            cm::Tag::BlockQuote(kind) => self.container(kind.map_or(Tag::Quote, |kind| Tag::Alert(alert(kind))), range),
            cm::Tag::List(start) => {
                let first = u32::try_from(start.unwrap_or(1)).unwrap_or(1);
                self.container(Tag::List { ordered: start.is_some(), start: first.into() }, range);
            }
            cm::Tag::DefinitionList => self.container(Tag::DefinitionList, range),
            cm::Tag::Table(columns) => {
                self.table = Table::new(&columns);
                self.container(Tag::Table, range);
            }
            cm::Tag::Item => self.part(Tag::Item),
            cm::Tag::DefinitionListTitle => self.part(Tag::DefinitionTitle),
            cm::Tag::DefinitionListDefinition => self.part(Tag::DefinitionDetails),
            cm::Tag::TableHead => self.part(Tag::TableHead),
            cm::Tag::TableRow => self.part(Tag::TableRow),
            cm::Tag::TableCell => {
                let align = self.table.next_column();
                self.part(Tag::Cell { align });
            }
            cm::Tag::FootnoteDefinition(label) => self.start_note(&label, &range),
            cm::Tag::Emphasis => self.container(Tag::Emphasis, range),
            cm::Tag::Strong => self.container(Tag::Strong, range),
            cm::Tag::Strikethrough => self.container(Tag::Strike, range),
            cm::Tag::Link { link_type, dest_url, title, .. } => self.link((link_type, &dest_url), &title, range),
            // Not asked for in `OPTIONS`: their text is shown.
            _ => self.enter(Frame::Flat),
        }
    }

    /// Ends what CommonMark opened last; blocks of ours that are still open in it were not closed.
    fn end(&mut self, range: Range<usize>) {
        self.close_blocks();
        let Some(frame) = self.frames.pop() else { return };
        self.inside -= 1;
        match frame {
            Frame::Shown(tag) => {
                self.end_part(tag, &range);
                self.push(Event::Close(tag));
            }
            Frame::Container(tag) => {
                self.depth -= 1;
                self.push(Event::Close(tag));
            }
            Frame::Flat => self.separate(),
            Frame::Heading(tag, id) => self.end_heading(tag, id.as_ref(), range.end),
            Frame::Html => self.end_html(),
            Frame::Fence => {}
            Frame::Note(number, outer) => self.end_note(number, outer),
            Frame::Block(_) => unreachable!("blocks above were closed"),
        }
    }

    fn push(&mut self, event: Event) {
        self.content.events.push(event);
    }

    fn enter(&mut self, frame: Frame) {
        self.inside += 1;
        self.frames.push(frame);
    }

    fn open(&mut self, frame: fn(Tag) -> Frame, tag: Tag) {
        self.push(Event::Open(tag));
        self.enter(frame(tag));
    }

    fn container(&mut self, tag: Tag, range: Range<usize>) {
        if self.may_nest(&range) {
            self.depth += 1;
            self.open(Frame::Container, tag);
        } else {
            self.enter(Frame::Flat);
        }
    }

    /// A part of a container is left out with it.
    fn part(&mut self, tag: Tag) {
        if matches!(self.frames.last(), Some(Frame::Flat)) {
            self.enter(Frame::Flat);
        } else {
            self.open(Frame::Shown, tag);
        }
    }

    fn may_nest(&mut self, range: &Range<usize>) -> bool {
        if self.depth < MAX_DEPTH {
            return true;
        }
        if !std::mem::replace(&mut self.told.nesting, true) {
            self.report.add(
                Code::TooNested,
                first_line(self.mask.source, range),
                format!("more than {MAX_DEPTH} quotes, lists, blocks or emphases stand inside each other"),
                "take the text out of some of them; what is inside is shown without them",
            );
        }
        false
    }

    /// Whether one more can be numbered; `count` are.
    fn has_room(&mut self, count: usize, range: &Range<usize>) -> bool {
        if count < usize::from(u16::MAX) {
            return true;
        }
        if !std::mem::replace(&mut self.told.holes, true) {
            let message = format!("a text holds more than {} links, values, images or blocks", u16::MAX);
            self.report.add(
                Code::TooLarge,
                first_line(self.mask.source, range),
                message,
                "split it into several pages",
            );
        }
        false
    }

    /// Texts of blocks that are left out must not run together.
    fn separate(&mut self) {
        if matches!(self.content.events.last(), Some(Event::Text(_) | Event::Code(_) | Event::Value(_))) {
            self.push(Event::SoftBreak);
        }
    }

    /// Remembers a block of the source that stands in no other.
    fn note_part(&mut self, range: &Range<usize>) {
        if self.inside == 0 {
            self.content.parts.push(Str::new(range.clone()));
        }
    }
}

fn alert(kind: cm::BlockQuoteKind) -> AlertKind {
    match kind {
        cm::BlockQuoteKind::Note => AlertKind::Note,
        cm::BlockQuoteKind::Tip => AlertKind::Tip,
        cm::BlockQuoteKind::Important => AlertKind::Important,
        cm::BlockQuoteKind::Warning => AlertKind::Warning,
        cm::BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

/// A finding about a long block points at its first line.
fn first_line(source: &str, range: &Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    range.start..range.start + text.find(['\n', '\r']).unwrap_or(text.len())
}
