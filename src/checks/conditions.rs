//! Turns conditions of blocks into findings where they can never or must always hold.

use std::collections::BTreeMap;

use crate::diag::{Code, Finding, Place};
use crate::model::Edition;
use crate::parse::content::BlockKind;
use crate::plan::World;
use crate::resolve::scope::{Shown, shown};

/// C001 and C002: each condition, over all trees that show its page.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut seen: BTreeMap<Place, (u32, u32)> = BTreeMap::new();
    for page in world.catalog.pages.all() {
        for edition in Edition::ALL {
            for tree in world.resolved.all() {
                let Some((_, document)) = world.shown(tree, page, edition) else { continue };
                for block in document.content.blocks.iter().filter(|block| is_condition(&block.kind)) {
                    let hidden = shown(world.catalog, world.tree(tree), &block.kind) == Shown::Hidden;
                    let counts = seen.entry(Place::bytes(&document.path, block.span.clone())).or_default();
                    if hidden { counts.0 += 1 } else { counts.1 += 1 }
                }
            }
        }
    }
    seen.into_iter().filter_map(|(place, counts)| finding(place, counts)).collect()
}

fn is_condition(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Only(_) | BlockKind::Except(_))
}

fn finding(place: Place, (hidden, shown): (u32, u32)) -> Option<Finding> {
    let (code, message, reach) = match (hidden, shown) {
        (hidden, 0) => (Code::NeverHolds, "this block is shown to nobody", hidden),
        (0, shown) => (Code::AlwaysHolds, "this block is shown to everybody", shown),
        _ => return None,
    };
    let help = "correct the places or languages it names, or remove the condition";
    Some(Finding { reach, ..Finding::new(code, message).at(place).help(help) })
}
