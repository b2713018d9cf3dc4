//! Turns pictures of several makers on one page into a finding.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::diag::{Code, Finding};
use crate::parse::content::BlockKind;

/// E018: the pictures of a page are of one set, which is told by who made them.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    let mut maker: Option<&str> = None;
    for (number, block) in page.content.blocks.iter().enumerate() {
        let BlockKind::Row { picture } = &block.kind else { continue };
        let Some(record) = page.world.catalog.pictures.get(picture) else { continue };
        let first = *maker.get_or_insert(&record.credit);
        if first != record.credit {
            let message =
                format!("the picture `{picture}` is by {}, and others on this page by {first}", record.credit);
            let help = "use pictures of one set on a page: they look alike and are understood together";
            notes.add(Finding::new(Code::PictureMix, message).at(page.block(number)).help(help));
        }
    }
}
