//! Turns the columns of a table into the alignment of its cells, and keeps what CommonMark would drop of a row.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::Walk;
use crate::diag::Code;
use crate::parse::content::{Align, Event, Tag};

/// The table that is being read; tables do not nest.
#[derive(Default)]
pub struct Table {
    columns: Vec<Align>,
    column: usize,
    last_cell: usize,
}

impl Table {
    pub fn new(columns: &[Alignment]) -> Self {
        let columns = columns.iter().map(|alignment| match alignment {
            Alignment::None => Align::None,
            Alignment::Left => Align::Start,
            Alignment::Center => Align::Centre,
            Alignment::Right => Align::End,
        });
        Self { columns: columns.collect(), ..Self::default() }
    }

    pub fn next_column(&mut self) -> Align {
        self.column += 1;
        self.columns.get(self.column - 1).copied().unwrap_or(Align::None)
    }
}

impl Walk<'_> {
    /// Before a part of a table is closed.
    pub fn end_part(&mut self, tag: Tag, range: &Range<usize>) {
        match tag {
            Tag::Cell { .. } => self.table.last_cell = range.end,
            Tag::TableHead => self.table.column = 0,
            Tag::TableRow => {
                self.table.column = 0;
                self.keep_rest(range);
            }
            Tag::CodeBlock => self.see_fences(range),
            _ => {}
        }
    }

    /// CommonMark's tables drop the cells that have no head (GFM 0.29, section 4.10); here they join the last one.
    fn keep_rest(&mut self, row: &Range<usize>) {
        let blank = ['|', ' ', '\t', '\r', '\n'];
        let Some(rest) = self.mask.source.get(self.table.last_cell..row.end) else { return };
        let text = rest.trim_start_matches(blank);
        let start = row.end - text.len();
        let span = start..start + text.trim_end_matches(blank).len();
        if span.is_empty() {
            return;
        }
        let help = "take the cell out, or add a column to the table's first two lines; `\\|` is a plain line";
        self.report.add(Code::TableShape, span.clone(), "this row has more cells than the table has columns", help);
        let cell = self.content.events.pop_if(|event| matches!(event, Event::Close(Tag::Cell { .. })));
        self.push_aside(" ");
        self.push_slice(span);
        self.content.events.extend(cell);
    }
}
