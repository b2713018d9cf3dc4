//! Turns standard pages without a part that pages of their kind have into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::config::Part;
use crate::diag::{Code, Finding};
use crate::parse::content::{BlockKind, Event, Tag};

/// W008.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let parts = &page.rules().standard.parts;
    let pages = &page.world.catalog.pages;
    let is_section = pages.find(&page.document.page).is_some_and(|at| !pages.get(at).children.is_empty());
    let (kind, parts) = match (page.document.page.is_home(), is_section) {
        (true, _) => ("the front page", &parts.home),
        (false, true) => ("a section", &parts.section),
        (false, false) => ("a page", &parts.page),
    };
    for &part in parts.iter().filter(|part| !has(page, **part)) {
        let (what, help) = words(part);
        let message = format!("{kind} of this portal has {what}, and this one has not");
        notes.add(Finding::new(Code::PartMissing, message).at(page.whole()).help(help));
    }
}

fn has(page: &Page<'_>, part: Part) -> bool {
    let front = &page.document.front;
    match part {
        Part::Summary => front.summary.is_some(),
        Part::Owner => front.owner.is_some(),
        Part::Reviewed => front.reviewed.is_some(),
        Part::ReviewBy => front.review_by.is_some(),
        // A block that cannot be made out may be meant as one.
        Part::Contact => {
            page.content.blocks.iter().any(|block| matches!(block.kind, BlockKind::Contact | BlockKind::Unread))
        }
        Part::Heading => page.content.events.iter().any(|event| matches!(event, Event::Open(Tag::Heading { .. }))),
    }
}

fn words(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Summary => ("a summary", "write `summary:` and one sentence above the text, for lists and search"),
        Part::Owner => ("an owner", "write `owner:` and who keeps the page true above the text"),
        Part::Reviewed => {
            ("a day of review", "have somebody check it, and write `reviewed:` and that day above the text")
        }
        Part::ReviewBy => ("a day of its next review", "write `review_by:` and that day above the text"),
        Part::Contact => ("a contact block", "write `:::contact` and `:::` at the end of the text"),
        Part::Heading => ("headings", "write a line with `## ` before each part of the text"),
    }
}
