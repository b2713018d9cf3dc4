//! Turns `:::` blocks, as a variant fills them, into HTML.

use super::{BlockFill, Fill, Writer, push_text};
use crate::parse::Content;
use crate::parse::content::{BlockKind, Event, Tag};

/// A block that the variant says nothing about stands as it is written.
const SHOWN: &BlockFill = &BlockFill::Shown;

pub fn block_fill<'a>(fill: &'a Fill<'_>, number: u16) -> &'a BlockFill {
    fill.blocks.get(usize::from(number)).unwrap_or(SHOWN)
}

/// The position after the block that opens at `at`.
pub fn skip_block(content: &Content, number: u16, at: usize) -> usize {
    let close = Event::Close(Tag::Block(number));
    let length = content.events[at..].iter().position(|event| *event == close);
    length.map_or(content.events.len(), |length| at + length + 1)
}

impl Writer<'_> {
    pub fn open_block(&mut self, number: u16, at: usize) -> usize {
        let fill = block_fill(self.fill, number);
        match fill {
            BlockFill::Hidden => return skip_block(self.content, number, at),
            BlockFill::Labelled(label) => self.open_labelled(label, number, at),
            BlockFill::Shown | BlockFill::Html(_) => {}
        }
        self.open_kind(number);
        if let BlockFill::Html(html) = fill {
            self.raw(html);
        }
        if self.is_row(number) {
            self.raw("<div class=\"row-text\">");
        }
        at + 1
    }

    pub fn close_block(&mut self, number: u16) {
        match self.content.blocks.get(usize::from(number)).map(|block| &block.kind) {
            Some(BlockKind::Emergency | BlockKind::Warning) => self.raw("</div>"),
            Some(BlockKind::Row { .. }) => self.raw("</div></div>"),
            Some(BlockKind::Details { .. }) => self.raw("</details>"),
            Some(BlockKind::Steps) => drop(self.steps.pop()),
            _ => {}
        }
        if matches!(block_fill(self.fill, number), BlockFill::Labelled(_)) {
            self.raw("</div>");
            self.level = self.levels.pop().expect("a block is closed after it was opened");
        }
    }

    /// Conditions, services and contact have no wrapper: what they show stands among the text around them.
    fn open_kind(&mut self, number: u16) {
        let content = self.content;
        let words = &self.fill.words;
        match content.blocks.get(usize::from(number)).map(|block| &block.kind) {
            Some(BlockKind::Emergency) => self.labelled("emergency", "emergency-label", &words.emergency),
            Some(BlockKind::Warning) => self.labelled("warning", "warning-label", &words.warning),
            Some(BlockKind::Steps) => self.steps.push(self.lists),
            Some(BlockKind::Row { .. }) => self.raw("<div class=\"row\">"),
            Some(BlockKind::Details { title }) => {
                self.raw("<details><summary>");
                push_text(&mut self.out, title);
                self.raw("</summary>");
            }
            _ => {}
        }
    }

    fn is_row(&self, number: u16) -> bool {
        let block = self.content.blocks.get(usize::from(number));
        matches!(block.map(|block| &block.kind), Some(BlockKind::Row { .. }))
    }

    /// A heading that skips no level: below the last one, and not below the first inside the block. After the block the
    /// last one outside it counts again, so that blocks for several nations stand side by side.
    fn open_labelled(&mut self, label: &str, number: u16, at: usize) {
        let inside = &self.content.events[at..skip_block(self.content, number, at)];
        let first = inside.iter().find_map(|event| match event {
            Event::Open(Tag::Heading { level, .. }) => Some(*level),
            _ => None,
        });
        self.levels.push(self.level);
        let below = self.level + 1;
        let level = first.map_or(below, |first| first.min(below)).clamp(2, 6);
        self.raw("<div class=\"nations\">");
        self.heading(level, None);
        push_text(&mut self.out, label);
        self.raw(["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"][usize::from(level) - 2]);
    }
}
