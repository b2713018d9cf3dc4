//! Turns headings with `{#id}` into headings with anchors.

use std::ops::Range;

use super::{Frame, Walk};
use crate::diag::Code;
use crate::parse::content::{Anchor, Event, Tag};
use crate::parse::markdown::links::is_anchor;
use crate::parse::markdown::mask::holds_value;
use crate::parse::markdown::report::quote;

impl Walk<'_> {
    pub fn heading(&mut self, level: u8, id: Option<&str>, range: &Range<usize>) {
        if level == 1 {
            let help = "begin it with `##`: the page's title, from the lines at the top of the file, is the only `#`";
            let line = super::first_line(self.mask.source, range);
            self.report.add(Code::HeadingLevel, line, "a heading with one `#` stands in the text", help);
        }
        let span = id.map(|id| self.mask.locate(id).unwrap_or_else(|| range.clone()));
        let anchor = id.zip(span.clone()).and_then(|(id, span)| self.anchor(id, span));
        let tag = Tag::Heading { level: level.max(2), anchor };
        self.push(Event::Open(tag));
        self.enter(Frame::Heading(tag, span));
    }

    /// CommonMark drops whatever stands in braces at a heading's end. It may be words, so it is reported, and shown if
    /// there is no id among it.
    pub fn end_heading(&mut self, tag: Tag, id: Option<&Range<usize>>, end: usize) {
        if let Some(braces) = self.unread_braces(end).filter(|braces| !self.is_id(braces, id)) {
            let message = format!("`{}` does not work after a heading", quote(&self.mask.source[braces.clone()]));
            let help = "only an anchor may stand there, like `{#rates}`; for a plain brace write `\\{`";
            self.report.add(Code::HeadingAttribute, braces.clone(), message, help);
            if id.is_none() {
                self.push_aside(" ");
                self.push_slice(braces);
            }
        }
        self.push(Event::Close(tag));
    }

    fn unread_braces(&self, end: usize) -> Option<Range<usize>> {
        let rest = self.mask.source.get(self.read..end)?;
        let (start, close) = (rest.find('{')?, rest.rfind('}')?);
        (start < close).then_some(self.read + start..self.read + close + 1)
    }

    /// Whether only `#id` stands in the braces.
    fn is_id(&self, braces: &Range<usize>, id: Option<&Range<usize>>) -> bool {
        let inner = self.mask.source[braces.start + 1..braces.end - 1].trim();
        id.is_some_and(|id| inner.strip_prefix('#') == Some(&self.mask.source[id.clone()]))
    }

    fn anchor(&mut self, id: &str, span: Range<usize>) -> Option<u16> {
        if holds_value(id) || !is_anchor(id) {
            let message = format!("`{}` cannot be an anchor", quote(&self.mask.source[span.clone()]));
            let help = "use lower-case letters, digits and hyphens, like `{#how-to-claim}`, and neither `main` nor `fn-` or `fp-` at the start";
            self.report.add(Code::HeadingAttribute, span, message, help);
            return None;
        }
        if !self.anchors.insert(id.into()) {
            let help = "give each heading an anchor of its own: a link can lead to one only";
            self.report.add(Code::DuplicateAnchor, span, format!("the anchor `{id}` is written twice"), help);
            return None;
        }
        if !self.has_room(self.content.anchors.len(), &span) {
            return None;
        }
        let number = u16::try_from(self.content.anchors.len()).expect("there was room for one more");
        self.content.anchors.push(Anchor { id: id.into(), span });
        Some(number)
    }
}
