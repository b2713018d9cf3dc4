//! Turns an easy-read page without one of its three parts into a finding.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::diag::{Code, Finding};
use crate::parse::content::{BlockKind, Event, Tag};

/// The parts of a text between its headings.
#[derive(Default)]
struct Section {
    rows: usize,
    contact: bool,
}

/// E016: what this is about, the content, who to contact, each under a heading, in this order.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    // A block that cannot be made out may be any of them.
    if page.content.blocks.iter().any(|block| block.kind == BlockKind::Unread) {
        return;
    }
    let sections = sections(page);
    let help = "an easy-read page says first what it is about, then what there is to know, and last who to contact, each \
         under a heading (PIF)";
    let mut lacks = |message| notes.add(Finding::new(Code::EasyParts, message).at(page.whole()).help(help));
    match &sections[..] {
        [] => lacks("this page has no headings"),
        [first, ..] if first.rows == 0 => lacks("under the first heading no row says what this page is about"),
        [.., last] if !last.contact => lacks("this page does not end with who to contact, a `:::contact` block"),
        sections if sections.iter().filter(|section| section.rows > 0 && !section.contact).count() < 2 => {
            lacks("this page has no content between what it is about and who to contact");
        }
        _ => {}
    }
}

fn sections(page: &Page<'_>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for event in &page.content.events {
        match event {
            Event::Open(Tag::Heading { .. }) => sections.push(Section::default()),
            Event::Open(Tag::Block(number)) => {
                let Some(section) = sections.last_mut() else { continue };
                match page.content.blocks[usize::from(*number)].kind {
                    BlockKind::Row { .. } => section.rows += 1,
                    BlockKind::Contact => section.contact = true,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    sections
}
