//! Turns texts, code, HTML and links inside a paragraph into events.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::{Frame, Walk};
use crate::diag::Code;
use crate::parse::content::{Event, Link, LinkTarget, Str, Tag, ValueHole};
use crate::parse::markdown::links::{self, Refusal};
use crate::parse::markdown::mask;
use crate::parse::markdown::report::quote;
use crate::parse::markdown::values::Reading;

impl Walk<'_> {
    pub fn text(&mut self, text: &str, range: Range<usize>) {
        match self.frames.last() {
            // The indentation of a line of HTML comes as a text of its own.
            Some(Frame::Fence | Frame::Html) => return,
            Some(Frame::Shown(Tag::CodeBlock)) => return self.verbatim(text, &range),
            _ => {}
        }
        let Some(slice) = self.mask.locate(text) else { return self.verbatim(text, &range) };
        self.report_note_without_text(&slice);
        self.text_with_values(slice);
    }

    fn text_with_values(&mut self, slice: Range<usize>) {
        let mask = self.mask;
        let mut at = slice.start;
        for candidate in mask.values_in(&slice) {
            let span = candidate.span.clone();
            match &candidate.reading {
                Reading::Value(value) if self.has_room(self.content.values.len(), &span) => {
                    self.push_slice(at..span.start);
                    at = span.end;
                    let number = u16::try_from(self.content.values.len()).expect("there was room for one more");
                    self.content.values.push(ValueHole { value: value.clone(), span });
                    self.push(Event::Value(number));
                }
                Reading::Value(_) => {}
                Reading::Mistake(mistake) => {
                    self.report.add(Code::BadValueHole, span, &mistake.message, &mistake.help);
                }
                Reading::Escaped => {
                    self.push_slice(at..span.start);
                    at = span.start + 1;
                }
            }
        }
        self.push_slice(at..slice.end);
    }

    /// Text in which values do not count.
    fn verbatim(&mut self, text: &str, range: &Range<usize>) {
        match self.mask.locate(text) {
            Some(slice) => self.push_slice(slice),
            None if text.is_empty() => {}
            None => self.push_aside(&self.mask.restore(text, range)),
        }
    }

    /// Adds a part of the source as text; it joins the text before, so that writers have few pieces.
    pub fn push_slice(&mut self, slice: Range<usize>) {
        if slice.is_empty() {
            return;
        }
        let text = self.str(&slice);
        let outside = self.mask.source.len();
        if let Some(Event::Text(last)) = self.content.events.last_mut()
            && let before = Str::from(*last)
            && before.end == text.start
            && text.start as usize != outside
        {
            *last = Str { end: text.end, ..before }.into();
            return;
        }
        self.push(Event::Text(text.into()));
    }

    /// Adds a text that is no part of the source.
    pub fn push_aside(&mut self, text: &str) {
        let text = self.content.keep(text);
        self.push(Event::Text(text.into()));
    }

    fn str(&mut self, slice: &Range<usize>) -> Str {
        if self.mask.dirty {
            let text = &self.mask.source[slice.clone()];
            let clean = mask::clean(text);
            if clean != text {
                return self.content.keep(&clean);
            }
        }
        Str::new(slice.clone())
    }

    pub fn code(&mut self, code: &str, range: &Range<usize>) {
        self.see_fences(range);
        let code = match self.mask.locate(code) {
            Some(slice) => self.str(&slice),
            None => self.content.keep(&self.mask.restore(code, range)),
        };
        self.push(Event::Code(code.into()));
    }

    /// HTML that an author wrote, as a block of its own.
    pub fn start_html(&mut self, range: Range<usize>) {
        let line = super::first_line(self.mask.source, &range);
        self.report_html(line);
        self.push(Event::Open(Tag::Paragraph));
        self.enter(Frame::Html);
    }

    pub fn html_line(&mut self, html: &str, range: &Range<usize>) {
        if matches!(self.frames.last(), Some(Frame::Html)) {
            let line = html.trim_end_matches(['\n', '\r']);
            self.verbatim(line, range);
            if line.len() < html.len() {
                self.push(Event::SoftBreak);
            }
        }
    }

    pub fn end_html(&mut self) {
        self.content.events.pop_if(|event| *event == Event::SoftBreak);
        self.push(Event::Close(Tag::Paragraph));
    }

    pub fn inline_html(&mut self, html: &str, range: Range<usize>) {
        self.verbatim(html, &range);
        match self.mask.fence_at(range.start) {
            Some(number) => {
                self.seen[number] = true;
                self.report_place(range, "begin the line at the margin, or as far in as the text of its list item");
            }
            // One finding for `<b>` and `</b>`.
            None if html.starts_with("</") => {}
            None => self.report_html(range),
        }
    }

    fn report_html(&mut self, span: Range<usize>) {
        let html = &self.mask.source[span.clone()];
        let help = if html.starts_with("<!--") {
            "delete it: notes to other editors would be read by everybody"
        } else {
            "write it in Markdown, such as `**bold**`; for a plain `<` write `\\<`"
        };
        self.report.add(Code::RawHtml, span, format!("the HTML `{}` is shown as text", quote(html)), help);
    }

    pub fn link(&mut self, (kind, address): (LinkType, &str), title: &str, range: Range<usize>) {
        if !self.has_room(self.content.links.len(), &range) || !self.may_nest(&range) {
            return self.enter(Frame::Flat);
        }
        let target = self.target(kind, address).unwrap_or_else(|refusal| {
            self.report.add(refusal.code, range.clone(), refusal.message, refusal.help);
            LinkTarget::Refused
        });
        let number = u16::try_from(self.content.links.len()).expect("there was room for one more");
        let title = self.title(title, &range);
        self.content.links.push(Link { target, title, span: range });
        self.depth += 1;
        self.open(Frame::Container, Tag::Link(number));
    }

    fn target(&self, kind: LinkType, address: &str) -> Result<LinkTarget, Refusal> {
        if mask::holds_value(address) {
            return Err(value_in_address());
        }
        let file = self.report.file();
        if kind == LinkType::Email {
            links::target(&format!("mailto:{address}"), file)
        } else {
            links::target(address, file)
        }
    }

    fn title(&mut self, title: &str, range: &Range<usize>) -> Option<Box<str>> {
        if title.is_empty() {
            return None;
        }
        if mask::holds_value(title) {
            let help = "write the words; values work in the text only";
            self.report.add(Code::BadValueHole, range.clone(), "a value in braces stands in a link's title", help);
        }
        Some(self.words(title, range).into())
    }

    /// A text outside the events, as it was written.
    pub fn words(&self, text: &str, range: &Range<usize>) -> String {
        match self.mask.locate(text) {
            Some(slice) => mask::clean(&self.mask.source[slice]),
            None => self.mask.restore(text, range),
        }
    }
}

pub fn value_in_address() -> Refusal {
    Refusal {
        code: Code::BadValueHole,
        message: "a value in braces stands in an address".to_owned(),
        help: "write the address itself; values work in the text only".to_owned(),
    }
}
