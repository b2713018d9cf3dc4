//! Turns conditions of blocks into findings where they can never or must always hold.

use std::collections::BTreeMap;

use crate::diag::{Code, Finding, Place};
use crate::model::Edition;
use crate::parse::content::BlockKind;
use crate::plan::World;
use crate::resolve::scope::{Shown, shown};

/// C001 and C002: each condition, over all trees that show its page.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut seen: BTreeMap<Place, Counts> = BTreeMap::new();
    for page in world.catalog.pages.all() {
        for edition in Edition::ALL {
            for tree in world.resolved.all() {
                let Some((_, document)) = world.shown(tree, page, edition) else { continue };
                let blocks = document.content().map_or(&[][..], |content| &content.blocks);
                for block in blocks.iter().filter(|block| is_condition(&block.kind)) {
                    let counts = seen.entry(Place::bytes(&document.path, block.span.clone())).or_default();
                    counts.add(shown(world.catalog, world.tree(tree), &block.kind));
                }
            }
        }
    }
    seen.into_iter().filter_map(|(place, counts)| finding(place, counts)).collect()
}

fn is_condition(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Only(_) | BlockKind::Except(_))
}

/// In how many trees a condition hides its block, shows it, or shows it under a heading that says for whom it is.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    hidden: u32,
    shown: u32,
    labelled: u32,
}

impl Counts {
    fn add(&mut self, shown: Shown) {
        match shown {
            Shown::Hidden => self.hidden += 1,
            Shown::Shown => self.shown += 1,
            Shown::Labelled => self.labelled += 1,
        }
    }
}

fn finding(place: Place, counts: Counts) -> Option<Finding> {
    let (code, message, reach) = match counts {
        Counts { hidden, shown: 0, labelled: 0 } => (Code::NeverHolds, "this block is shown to nobody", hidden),
        Counts { hidden: 0, shown, labelled: 0 } => (Code::AlwaysHolds, "this block is shown to everybody", shown),
        // A heading that names the nations does something, even where no other variant hides the block.
        _ => return None,
    };
    let help = "correct the places or languages it names, or remove the condition";
    Some(Finding { reach, ..Finding::new(code, message).at(place).help(help) })
}
