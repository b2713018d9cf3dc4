//! Turns headings with `{#id}` into headings with anchors.

use std::ops::Range;

use super::{Frame, Walk};
use crate::diag::Code;
use crate::parse::content::{Anchor, Event, Str, Tag};
use crate::parse::markdown::links::is_anchor;
use crate::parse::markdown::mask::MARK;
use crate::parse::markdown::report::quote;

/// What stands in braces after a heading: its id, and how many other things.
pub struct Braces<'a> {
    pub id: Option<&'a str>,
    pub others: usize,
}

impl Walk<'_> {
    pub fn heading(&mut self, level: u8, braces: &Braces, range: Range<usize>) {
        if level == 1 {
            let help = "begin it with `##`: the page's title, from the lines at the top of the file, is the only `#`";
            let line = super::first_line(self.mask.source, &range);
            self.report.add(Code::HeadingLevel, line, "a heading with one `#` stands in the text", help);
        }
        let rest = if braces.others > 0 { self.report_others(braces.id, &range) } else { None };
        let anchor = braces.id.and_then(|id| self.anchor(id, &range));
        let tag = Tag::Heading { level: level.max(2), anchor };
        self.push(Event::Open(tag));
        self.enter(Frame::Heading(tag, rest));
    }

    /// Braces without an id may be words that belong to the heading, so they are shown.
    fn report_others(&mut self, id: Option<&str>, range: &Range<usize>) -> Option<Range<usize>> {
        let text = &self.mask.source[range.clone()];
        let (start, end) = (text.rfind('{')?, text.rfind('}')?);
        if start > end {
            return None;
        }
        let braces = range.start + start..range.start + end + 1;
        let message = format!("`{}` does not work after a heading", quote(&self.mask.source[braces.clone()]));
        let help = "only an anchor may stand there, like `{#rates}`; for a plain brace write `\\{`";
        self.report.add(Code::HeadingAttribute, braces.clone(), message, help);
        id.is_none().then_some(braces)
    }

    fn anchor(&mut self, id: &str, range: &Range<usize>) -> Option<u16> {
        let span = self.mask.locate(id).unwrap_or(range.clone());
        if id.contains(MARK) || !is_anchor(id) {
            let message = format!("`{}` cannot be an anchor", quote(&self.mask.source[span.clone()]));
            let help = "use lower-case letters, digits and hyphens, like `{#how-to-claim}`, and not `fn-` at the start";
            self.report.add(Code::HeadingAttribute, span, message, help);
            return None;
        }
        if !self.anchors.insert(id.into()) {
            let help = "give each heading an anchor of its own: a link can lead to one only";
            self.report.add(Code::DuplicateAnchor, span, format!("the anchor `{id}` is written twice"), help);
            return None;
        }
        if !self.has_room(self.content.anchors.len(), range) {
            return None;
        }
        let number = u16::try_from(self.content.anchors.len()).expect("there was room for one more");
        self.content.anchors.push(Anchor { id: id.into(), span });
        Some(number)
    }

    pub fn end_heading(&mut self, tag: Tag, rest: Option<Range<usize>>) {
        if let Some(rest) = rest {
            self.push(Event::Text(Str::Owned(" ".into())));
            self.push_slice(rest);
        }
        self.push(Event::Close(tag));
    }
}
