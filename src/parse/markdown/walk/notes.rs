//! Turns footnotes, wherever they are written, into numbered ones at the end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Frame, Walk, first_line};
use crate::diag::Code;
use crate::parse::content::{Event, Tag};
use crate::parse::markdown::report::quote;

/// The footnotes of a text, in the order in which their labels were first met.
#[derive(Default)]
pub struct Notes {
    /// Labels are the same whatever their case (CommonMark 0.31, section 4.7).
    labels: BTreeMap<String, usize>,
    notes: Vec<Note>,
    calls: usize,
}

#[derive(Default)]
struct Note {
    events: Vec<Event>,
    /// The first line of its text; none until that is met.
    line: Option<Range<usize>>,
    number: u16,
    calls: u16,
    /// The second text of a label has been reported; that nothing calls it follows from that.
    reported: bool,
}

impl Notes {
    fn index(&mut self, label: &str) -> usize {
        *self.labels.entry(label.to_lowercase()).or_insert_with(|| {
            self.notes.push(Note::default());
            self.notes.len() - 1
        })
    }

    /// Numbers the calls in `events`, and their notes in order of first call.
    fn number(&mut self, events: &mut [Event], order: &mut Vec<usize>) {
        for event in events {
            let Event::FootnoteCall { number, call } = event else { continue };
            let index = usize::from(*number);
            let note = &mut self.notes[index];
            if note.number == 0 {
                order.push(index);
                note.number = u16::try_from(order.len()).expect("there was room for each note");
            }
            note.calls += 1;
            (*number, *call) = (note.number, note.calls);
        }
    }

    /// Numbers the calls in the text of a note.
    fn number_note(&mut self, index: usize, order: &mut Vec<usize>) {
        let mut events = std::mem::take(&mut self.notes[index].events);
        self.number(&mut events, order);
        self.notes[index].events = events;
    }
}

impl Walk<'_> {
    /// Until all are known, a call holds the index of its note. CommonMark calls only notes that have a text.
    pub fn note_call(&mut self, label: &str, range: Range<usize>) {
        let index = self.notes.index(label);
        let count = self.notes.calls.max(index);
        if !self.has_room(count, &range) {
            return self.push_slice(range);
        }
        self.notes.calls += 1;
        let number = u16::try_from(index).expect("there was room for one more");
        self.push(Event::FootnoteCall { number, call: 0 });
    }

    pub fn start_note(&mut self, label: &str, range: &Range<usize>) {
        let line = first_line(self.mask.source, range);
        let mut index = self.notes.index(label);
        if self.notes.notes[index].line.is_some() {
            let message = format!("the footnote `{}` has two texts", quote(label));
            let help = "give each footnote a label of its own";
            self.report.add(Code::FootnotePair, line.clone(), message, help);
            self.notes.notes.push(Note { reported: true, ..Note::default() });
            index = self.notes.notes.len() - 1;
        }
        if !self.has_room(index, range) {
            return self.enter(Frame::Note(None, Vec::new()));
        }
        self.notes.notes[index].line = Some(line);
        let outer = std::mem::take(&mut self.content.events);
        self.enter(Frame::Note(Some(index), outer));
    }

    pub fn end_note(&mut self, index: Option<usize>, outer: Vec<Event>) {
        let Some(index) = index else { return };
        self.notes.notes[index].events = std::mem::replace(&mut self.content.events, outer);
    }

    /// `[^label]` that no footnote has is plain text to CommonMark, in three pieces; `slice` is one of them.
    pub fn report_note_without_text(&mut self, slice: &Range<usize>) {
        let bytes = self.mask.source.as_bytes();
        let start = slice.start;
        if bytes[start..].first() != Some(&b'^') || start < 1 || bytes[start - 1] != b'[' {
            return;
        }
        let label = &self.mask.source[slice.clone()];
        let escaped = start > 1 && bytes[start - 2] == b'\\';
        if escaped || label.len() < 2 || bytes.get(slice.end) != Some(&b']') {
            return;
        }
        let message = format!("the footnote `[{}]` has no text", quote(label));
        let help = format!("add a line `[{}]: the text`; for plain brackets write `\\[`", quote(label));
        self.report.add(Code::FootnotePair, start - 1..slice.end + 1, message, help);
    }

    /// Called notes in order of first call; then those that nothing calls, since no text is dropped.
    pub fn append_notes(mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        let mut order = Vec::new();
        notes.number(&mut self.content.events, &mut order);
        let mut next = 0;
        for index in 0..=notes.notes.len() {
            while let Some(&called) = order.get(next) {
                notes.number_note(called, &mut order);
                next += 1;
            }
            let Some(note) = notes.notes.get_mut(index).filter(|note| note.number == 0) else { continue };
            let Some(line) = note.line.clone() else { continue };
            order.push(index);
            note.number = u16::try_from(order.len()).expect("there was room for each note");
            if !note.reported {
                self.report_uncalled(line);
            }
        }
        if order.is_empty() {
            return;
        }
        self.push(Event::Open(Tag::Footnotes));
        for index in order {
            let Note { events, number, calls, .. } = std::mem::take(&mut notes.notes[index]);
            let tag = Tag::Footnote { number, calls };
            self.push(Event::Open(tag));
            self.content.events.extend(events);
            self.push(Event::Close(tag));
        }
        self.push(Event::Close(Tag::Footnotes));
    }

    fn report_uncalled(&mut self, line: Range<usize>) {
        let message = format!("nothing refers to the footnote `{}`", quote(&self.mask.source[line.clone()]));
        let help = "write its label where it belongs, such as `[^1]`, or delete it";
        self.report.add(Code::FootnotePair, line, message, help);
    }
}
