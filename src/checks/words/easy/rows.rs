//! Turns rows with too little or too much beside their picture, and text without a picture, into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::diag::{Code, Finding};
use crate::parse::content::BlockKind;
use crate::parse::prose::{Unit, UnitKind};

const HELP: &str = "write one or two short sentences beside each picture (Widgit), and begin a new `:::row` for more";

/// What stands beside one picture.
#[derive(Clone, Copy, Default)]
struct Row {
    sentences: usize,
    heading: bool,
}

/// E003: the sentences of a row. E004: text outside of rows. E017: the rows of a page.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let mut rows = vec![Row::default(); page.content.blocks.len()];
    for unit in &page.body.prose.units {
        let Some(row) = unit.row.map(usize::from) else {
            without_picture(page, unit, notes);
            continue;
        };
        match unit.kind {
            UnitKind::Heading(_) => rows[row].heading = true,
            UnitKind::Paragraph | UnitKind::Item | UnitKind::Cell => rows[row].sentences += unit.range().len(),
        }
    }
    let is_row = |number: &usize| matches!(page.content.blocks[*number].kind, BlockKind::Row { .. });
    let numbers: Vec<usize> = (0..rows.len()).filter(is_row).collect();
    for &number in &numbers {
        one(page, number, rows[number], notes);
    }
    length(page, numbers.len(), notes);
}

fn one(page: &Page<'_>, number: usize, row: Row, notes: &mut Notes<'_>) {
    let place = || page.block(number);
    if row.heading {
        let help = "put the heading before the row: a picture goes with the sentences below it (DH, PIF)";
        notes.add(Finding::new(Code::EasyRow, "a heading stands in a row").at(place()).help(help));
    }
    if row.sentences == 0 {
        notes.add(Finding::new(Code::EasyRow, "this row has no sentence beside its picture").at(place()).help(HELP));
    }
    if let Some((_, severity)) = page.rules().easy_read.sentences_per_row.passed(row.sentences) {
        let message = format!("this row has {} sentences beside its picture", row.sentences);
        notes.add(Finding { severity, ..Finding::new(Code::EasyRow, message).at(place()).help(HELP) });
    }
}

fn without_picture(page: &Page<'_>, unit: &Unit, notes: &mut Notes<'_>) {
    let is_heading = matches!(unit.kind, UnitKind::Heading(_));
    let block = unit.block.map(|number| &page.content.blocks[usize::from(number)].kind);
    // The theme gives these blocks a look of their own.
    let has_look = matches!(block, Some(BlockKind::Emergency | BlockKind::Warning | BlockKind::Contact));
    // A row whose first line is wrong has a finding there already.
    let is_unread = block == Some(&BlockKind::Unread);
    if is_heading || has_look || is_unread {
        return;
    }
    let prose = page.body.prose;
    let Some(sentence) = prose.sentences.get(unit.range().start) else { return };
    let place = page.span(page.body, &prose.words[sentence.range()]);
    let help = "put it into a block that begins with `:::row picture=...` and ends with `:::` (DH, PIF)";
    notes.add(Finding::new(Code::EasyNoPicture, "this text has no picture beside it").at(place).help(help));
}

fn length(page: &Page<'_>, rows: usize, notes: &mut Notes<'_>) {
    if let Some((most, severity)) = page.rules().easy_read.rows_per_page.passed(rows) {
        let message = format!("this page has {rows} rows, where {most} are enough");
        let help =
            "make two pages of it: in print, 4 rows fill a page, and more than 20 pages tire readers (DH, GOV.UK)";
        let finding = Finding::new(Code::EasyLength, message).at(page.whole()).help(help);
        notes.add(Finding { severity, ..finding });
    }
}
