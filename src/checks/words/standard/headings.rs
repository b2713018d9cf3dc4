//! Turns headings that skip a level into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::diag::{Code, Finding};
use crate::parse::prose::UnitKind;

/// W003: a heading lies at most one level below the one before it; the title is level 1.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let mut before = 1;
    let prose = page.body.prose;
    for unit in &prose.units {
        let UnitKind::Heading(level) = unit.kind else { continue };
        if level > before + 1 {
            let signs = |level: u8| "#".repeat(usize::from(level));
            let words = prose.sentences.get(unit.range().start).map_or(&[][..], |first| &prose.words[first.range()]);
            let message = format!("this heading has `{}` where `{}` comes next", signs(level), signs(before + 1));
            let help = format!(
                "write `{}`: people who hear a page find their way by its headings (WCAG 1.3.1, GOV.UK)",
                signs(before + 1)
            );
            notes.add(Finding::new(Code::HeadingOrder, message).at(page.span(page.body, words)).help(help));
        }
        before = level;
    }
}
