//! Turns the same finding in many variants into one finding that knows how many outputs it reaches.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::Finding;
use crate::model::Edition;
use crate::parse::Document;
use crate::plan::World;
use crate::resolve::TreeIx;

/// Collects findings; each is kept once, however many outputs it is met in.
#[derive(Debug, Default)]
pub struct Reach {
    found: BTreeMap<Finding, u32>,
}

impl Reach {
    pub fn add(&mut self, finding: Finding) {
        *self.found.entry(finding).or_default() += 1;
    }

    pub fn join(mut self, other: Self) -> Self {
        for (finding, reach) in other.found {
            *self.found.entry(finding).or_default() += reach;
        }
        self
    }

    pub fn findings(self) -> Vec<Finding> {
        self.found.into_iter().map(|(finding, reach)| Finding { reach, ..finding }).collect()
    }
}

/// Looks at every document in every tree that shows it.
pub fn in_every_tree(world: &World<'_>, look: impl Fn(TreeIx, &Document, &mut Reach) + Sync) -> Vec<Finding> {
    let trees: Vec<TreeIx> = world.resolved.all().collect();
    let one = |tree: TreeIx| {
        let mut reach = Reach::default();
        for page in world.catalog.pages.all() {
            for edition in Edition::ALL {
                if let Some((_, document)) = world.shown(tree, page, edition) {
                    look(tree, document, &mut reach);
                }
            }
        }
        reach
    };
    trees.par_iter().map(|&tree| one(tree)).reduce(Reach::default, Reach::join).findings()
}
