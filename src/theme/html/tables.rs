//! Turns tables into HTML, wide ones in a box that scrolls.

use super::{Table, Writer};
use crate::parse::content::{Align, Event, Tag};

/// From so many columns on, a table may be wider than a phone.
const WIDE: usize = 3;

impl Writer<'_> {
    /// A wide table scrolls inside a box, so that the page does not (WCAG 2.2, 1.4.10). The box takes the focus, because
    /// not all browsers let the keyboard scroll what has none, and so it has a name: that of the heading above it. It is
    /// a group and not a region, which would be a landmark. The table itself stays one for screen readers, which it would
    /// not if it were made a block or its rows were laid out anew.
    pub fn open_table(&mut self, at: usize) {
        self.boxed = self.columns(at) >= WIDE;
        if self.boxed {
            self.raw("<div class=\"table\" role=\"group\" tabindex=\"0\"");
            let content = self.content;
            let heading = self.anchor.and_then(|number| content.anchors.get(usize::from(number)));
            match heading {
                Some(anchor) => self.attribute("aria-labelledby", &anchor.id),
                None => self.attribute("aria-label", &self.fill.words.table),
            }
            self.raw(">");
        }
        self.raw("<table>");
    }

    pub fn close_table(&mut self) {
        self.raw(if self.table == Table::Body { "</tbody></table>" } else { "</table>" });
        self.raw(if self.boxed { "</div>" } else { "" });
        self.table = Table::Between;
    }

    fn columns(&self, at: usize) -> usize {
        let head = self.content.events[at..].iter().take_while(|event| **event != Event::Close(Tag::TableHead));
        head.filter(|event| matches!(event, Event::Open(Tag::Cell { .. }))).count()
    }

    /// An empty cell heads nothing, so it is no `th` (WCAG technique H63).
    pub fn cell(&mut self, align: Align, at: usize) {
        let head = self.table == Table::Head && !self.is_empty_cell(at);
        self.raw(if head { "<th scope=\"col\"" } else { "<td" });
        match align {
            Align::None | Align::Start => {}
            Align::Centre => self.raw(" class=\"c\""),
            Align::End => self.raw(" class=\"e\""),
        }
        self.raw(">");
    }

    pub fn is_empty_cell(&self, open: usize) -> bool {
        let events = &self.content.events;
        matches!((&events[open], events.get(open + 1)), (Event::Open(Tag::Cell { .. }), Some(Event::Close(_))))
    }
}
