//! Turns a page into the draft of its print.

use super::blocks::{Composer, boxed, hard_words, isolated, page_blocks};
use super::leaflet::{At, Block, BlockKind, Draft, DraftText};
use super::{BoxKind, Print};
use crate::catalog::PageIx;
use crate::diag::Place;
use crate::plan::World;
use crate::plan::leaf::{Leaf as _, here};
use crate::plan::page::{PageLeaf, credits};

/// What a page says in the tree of a print.
pub fn page_draft(world: &World<'_>, print: &Print, page: PageIx) -> Draft {
    let edition = print.edition();
    let (choice, document) = world.shown(print.tree, page, edition).expect("a print is of a page that is there");
    let leaf = PageLeaf { page, edition };
    let presence = leaf.presence(world, print.tree).expect("a print is of a page that is there");
    let head = leaf.head(&here(world, &leaf, print.tree, presence));
    let at = At(Some(Place::file(&document.path)));
    let mut blocks: Vec<Block> =
        head.notices.iter().map(|notice| boxed(BoxKind::Plain, isolated(&notice.text), &at)).collect();
    let composer = Composer::of_page(world, print.tree, (choice.doc, document));
    blocks.extend(page_blocks(&composer));
    blocks.extend(hard_words(&composer));
    if let Some(tested) = head.dates.and_then(|dates| dates.tested) {
        blocks.push(Block { kind: BlockKind::Paragraph(isolated(&tested)), at: at.clone() });
    }
    Draft {
        texts: vec![DraftText {
            language: choice.language,
            title: document.front.title.clone(),
            summary: document.front.summary.clone(),
            blocks,
        }],
        issued: document.front.reviewed.unwrap_or(world.moment.day),
        review: document.front.review_by,
        credits: credits(world, document),
        at,
    }
}
