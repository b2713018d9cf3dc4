//! Turns footnotes into a section at the end, numbered by the calls that a variant shows.

use std::fmt::Write as _;
use std::ops::Range;

use super::blocks::{block_fill, skip_block};
use super::{BlockFill, Fill, Writer, push_attribute, push_text};
use crate::parse::Content;
use crate::parse::content::{Event, Tag};

/// How the section of footnotes begins. Text is escaped, so nothing else is written like this.
const OPENING: &str = "<section class=\"footnotes\" role=\"doc-endnotes\">";

/// Where in a finished text its footnotes begin: they are the last of it.
pub fn notes_at(html: &str) -> usize {
    html.rfind(OPENING).unwrap_or(html.len())
}

/// The footnotes that are shown: not those that only blocks call that are left out. What nothing calls at all is a
/// mistake that the parser has reported; it stands last.
#[derive(Default)]
pub struct Footnotes {
    /// By the number in the content, less one; empty where the content has none.
    notes: Vec<Note>,
    /// Positions in `notes`, in order of first shown call.
    order: Vec<usize>,
}

#[derive(Clone, Default)]
struct Note {
    /// The events of its text.
    text: Range<usize>,
    /// As shown; 0 if it is not.
    number: u16,
    /// Shown calls in all, and how many have been written.
    calls: u16,
    written: u16,
    is_uncalled: bool,
}

impl Footnotes {
    pub fn new(content: &Content, fill: &Fill) -> Self {
        let mut footnotes = Self::default();
        if content.events.last() != Some(&Event::Close(Tag::Footnotes)) {
            return footnotes;
        }
        let body = footnotes.find_notes(content);
        footnotes.count(content, fill, body);
        footnotes.follow(content, fill, 0);
        let called = footnotes.order.len();
        let all = !fill.blocks.contains(&BlockFill::Hidden);
        for index in 0..footnotes.notes.len() {
            let note = &footnotes.notes[index];
            if note.number == 0 && (all || note.is_uncalled) {
                footnotes.show(index);
            }
        }
        footnotes.follow(content, fill, called);
        footnotes
    }

    /// Counts the calls in the texts of the notes, from the one that is shown after `next` others.
    fn follow(&mut self, content: &Content, fill: &Fill, mut next: usize) {
        while let Some(&index) = self.order.get(next) {
            self.count(content, fill, self.notes[index].text.clone());
            next += 1;
        }
    }

    /// Finds the texts; gives the events of the body before them.
    fn find_notes(&mut self, content: &Content) -> Range<usize> {
        let mut body = 0..content.events.len();
        for (at, event) in content.events.iter().enumerate() {
            match event {
                Event::Open(Tag::Footnotes) => body.end = at,
                Event::Open(Tag::Footnote { calls, .. }) => {
                    self.notes.push(Note { text: at + 1..at + 1, is_uncalled: *calls == 0, ..Note::default() });
                }
                Event::Close(Tag::Footnote { .. }) => {
                    if let Some(note) = self.notes.last_mut() {
                        note.text.end = at;
                    }
                }
                _ => {}
            }
        }
        body
    }

    fn count(&mut self, content: &Content, fill: &Fill, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            match content.events[at] {
                Event::Open(Tag::Block(number)) if *block_fill(fill, number) == BlockFill::Hidden => {
                    at = skip_block(content, number, at);
                    continue;
                }
                Event::FootnoteCall { number, .. } => self.call(number),
                _ => {}
            }
            at += 1;
        }
    }

    fn call(&mut self, number: u16) {
        let index = usize::from(number).wrapping_sub(1);
        let Some(note) = self.notes.get_mut(index) else { return };
        note.calls += 1;
        if note.number == 0 {
            self.show(index);
        }
    }

    fn show(&mut self, index: usize) {
        self.order.push(index);
        self.notes[index].number = u16::try_from(self.order.len()).expect("notes are numbered by 16 bits");
    }
}

impl Writer<'_> {
    pub fn footnote_call(&mut self, number: u16) {
        let Some(note) = self.footnotes.notes.get_mut(usize::from(number).wrapping_sub(1)) else { return };
        note.written += 1;
        let (number, call) = (note.number, note.written);
        self.markup(format_args!(
            "<sup><a href=\"#fn-{number}\" id=\"fnref-{number}-{call}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    /// Writes the section whose events begin at `at`; gives the position after it.
    pub fn write_footnotes(&mut self, at: usize) -> usize {
        let shown = std::mem::take(&mut self.footnotes.order);
        let end = self.content.events.len();
        if shown.is_empty() {
            return end;
        }
        debug_assert!(at < end, "the section is the last of the events");
        self.raw(OPENING);
        self.raw("<h2>");
        push_text(&mut self.out, &self.fill.words.footnotes);
        self.raw("</h2><ol>");
        for index in shown {
            let Note { text, number, calls, .. } = self.footnotes.notes[index].clone();
            self.markup(format_args!("<li id=\"fn-{number}\">"));
            self.write(text.start, text.end);
            self.ways_back(number, calls);
            self.raw("</li>");
        }
        self.raw("</ol></section>");
        end
    }

    /// One link for each call, at the end of the note's last paragraph.
    fn ways_back(&mut self, number: u16, calls: u16) {
        let in_paragraph = self.out.ends_with("</p>");
        if in_paragraph {
            self.out.truncate(self.out.len() - "</p>".len());
        }
        for call in 1..=calls {
            let label = self.fill.words.footnote_back.replace("{n}", &call.to_string());
            self.markup(format_args!(
                " <a href=\"#fnref-{number}-{call}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\""
            ));
            push_attribute(&mut self.out, &label);
            // The variation selector asks for a plain arrow, not a picture.
            self.raw("\">\u{21A9}\u{FE0E}</a>");
        }
        if in_paragraph {
            self.raw("</p>");
        }
    }

    fn markup(&mut self, html: std::fmt::Arguments) {
        self.out.write_fmt(html).expect("a string takes all that is written");
    }
}
