//! Turns `:::` lines into the opening and closing of blocks.

use std::ops::Range;

use super::{Frame, Walk, first_line};
use crate::diag::Code;
use crate::parse::content::{Block, BlockKind, Event, Tag};
use crate::parse::markdown::blocks::Opener;
use crate::parse::markdown::report::quote;

/// A block of ours that is not closed yet.
pub struct OpenBlock {
    /// None where there is no room for one more: only its content is shown.
    number: Option<u16>,
    colons: usize,
    line: Range<usize>,
    /// Where its content begins in the events.
    events_at: usize,
}

/// Closing lines that are to come of blocks that were closed before their time, so as not to report a mistake twice.
#[derive(Default)]
pub struct Stray {
    forgiven: Vec<usize>,
}

impl Walk<'_> {
    /// A block of HTML: a `:::` line in disguise, or an author's.
    pub fn html_block(&mut self, range: Range<usize>) {
        let Some(number) = self.mask.fence_at(range.start) else {
            self.note_part(&range);
            return self.start_html(range);
        };
        let fence = self.mask.fences[number].clone();
        self.seen[number] = true;
        let rest = fence.span.start + fence.colons;
        if rest == fence.span.end {
            self.close_block(fence.colons, fence.span);
        } else {
            self.note_part(&fence.span);
            self.open_block(fence.colons, fence.span);
        }
        self.enter(Frame::Fence);
    }

    fn open_block(&mut self, colons: usize, line: Range<usize>) {
        self.check_colons(colons, &line);
        let source = self.mask.source;
        let text = line.start + colons;
        let kind = Opener::new(&source[text..line.end], text).read(self.report).unwrap_or(BlockKind::Unread);
        let fits = self.has_room(self.content.blocks.len(), &line) && self.may_nest(&line);
        let number = fits.then(|| {
            let number = u16::try_from(self.content.blocks.len()).expect("there was room for one more");
            self.content.blocks.push(Block { kind, span: line.clone() });
            self.depth += 1;
            self.push(Event::Open(Tag::Block(number)));
            number
        });
        self.frames.push(Frame::Block(OpenBlock { number, colons, line, events_at: self.content.events.len() }));
    }

    /// An outer block has more colons than the blocks inside it: else the outer one was most likely not closed.
    fn check_colons(&mut self, colons: usize, line: &Range<usize>) {
        while let Some(Frame::Block(outer)) = self.frames.last() {
            if outer.colons > colons {
                return;
            }
            let outer_name = self.name(&outer.line);
            let name = self.name(line);
            self.report.add(
                Code::BlockNotClosed,
                outer.line.clone(),
                format!("the block `{outer_name}` is not closed before the block `{name}` begins"),
                format!(
                    "close it with a line `{}`; or, if `{name}` belongs inside it, begin and end it with `{}`",
                    ":".repeat(outer.colons.min(20)),
                    ":".repeat((colons + 1).min(20)),
                ),
            );
            self.stray.forgiven.push(outer.colons);
            self.pop_block();
        }
    }

    /// Closes the innermost block with as many colons, in the same quote or list item.
    fn close_block(&mut self, colons: usize, line: Range<usize>) {
        let depth = self.frames.iter().rev().map_while(|frame| match frame {
            Frame::Block(block) if block.colons <= colons => Some(block.colons),
            _ => None,
        });
        let Some(inner) = depth.clone().position(|open| open == colons) else {
            return self.report_stray(colons, line);
        };
        for _ in 0..inner {
            self.report_not_closed();
            self.pop_block();
        }
        self.pop_block();
    }

    fn report_stray(&mut self, colons: usize, line: Range<usize>) {
        if let Some(index) = self.stray.forgiven.iter().rposition(|&forgiven| forgiven == colons) {
            self.stray.forgiven.truncate(index);
            return;
        }
        let open = self.frames.iter().rev().take(64).find_map(|frame| match frame {
            Frame::Block(block) => Some(block),
            _ => None,
        });
        let help = match open {
            None => "delete the line, or add the line that begins the block, such as `:::warning`".to_owned(),
            Some(block) if block.colons == colons => {
                format!("`{}` began outside this list or quote: end it there", self.name(&block.line))
            }
            Some(block) => {
                format!("the block `{}` ends with {} colons, as it begins", self.name(&block.line), block.colons)
            }
        };
        self.report.add(Code::BlockNotClosed, line, "this line closes no block", help);
    }

    /// Closes the blocks that are open in the innermost quote or list item, or at the end of the text.
    pub fn close_blocks(&mut self) {
        while matches!(self.frames.last(), Some(Frame::Block(_))) {
            self.report_not_closed();
            self.pop_block();
        }
    }

    fn report_not_closed(&mut self) {
        let Some(Frame::Block(block)) = self.frames.last() else { return };
        let message = format!("the block `{}` is not closed", self.name(&block.line));
        let help = format!("add a line `{}` where it ends", ":".repeat(block.colons.min(20)));
        self.report.add(Code::BlockNotClosed, block.line.clone(), message, help);
    }

    fn pop_block(&mut self) {
        let Some(Frame::Block(block)) = self.frames.pop() else { return };
        let Some(number) = block.number else { return };
        self.depth -= 1;
        self.push(Event::Close(Tag::Block(number)));
        let is_list = |event: &Event| matches!(event, Event::Open(Tag::List { ordered: true, .. }));
        let steps = self.content.blocks[usize::from(number)].kind == BlockKind::Steps;
        if steps && !self.content.events[block.events_at..].iter().any(is_list) {
            let help = "write each step on a line that begins with `1.`, `2.` and so on";
            self.report.add(Code::BlockPlace, block.line, "the block `steps` holds no numbered list", help);
        }
    }

    /// A `:::` line inside HTML or a line of text: CommonMark does not see it as a line of its own.
    pub fn report_unseen_fences(&mut self) {
        for (number, fence) in self.mask.fences.iter().enumerate() {
            if !self.seen[number] {
                self.report_place(fence.span.clone(), "it stands inside HTML or a link: take it out");
            }
        }
    }

    pub fn report_place(&mut self, line: Range<usize>, help: &str) {
        let message = format!("the line `{}` does not work here", quote(&self.mask.source[line.clone()]));
        self.report.add(Code::BlockPlace, line, message, help);
    }

    /// Every `:::` line of `range` is code, and meant to be.
    pub fn see_fences(&mut self, range: &Range<usize>) {
        let first = self.mask.fences.partition_point(|fence| fence.span.start < range.start);
        let count = self.mask.fences[first..].partition_point(|fence| fence.span.start < range.end);
        self.seen[first..first + count].fill(true);
    }

    fn name(&self, line: &Range<usize>) -> String {
        let line = first_line(self.mask.source, line);
        let text = self.mask.source[line].trim_start_matches(':').trim_start();
        quote(text.split([' ', '\t']).next().unwrap_or_default())
    }
}
