//! Turns the same finding in many variants into one finding that knows how many outputs it reaches.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::DocIx;
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

/// A document that a tree shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub doc: DocIx,
    pub document: &'a Document,
}

/// Looks at every document in every tree that shows it.
pub fn in_every_tree(world: &World<'_>, look: impl Fn(TreeIx, Shown<'_>, &mut Reach) + Sync) -> Vec<Finding> {
    of_trees(world, |tree, reach| {
        documents(world, tree, |shown| look(tree, shown, reach));
    })
}

/// Looks at every tree.
pub fn of_trees(world: &World<'_>, look: impl Fn(TreeIx, &mut Reach) + Sync) -> Vec<Finding> {
    let trees: Vec<TreeIx> = world.resolved.all().collect();
    let one = |tree: &TreeIx| {
        let mut reach = Reach::default();
        look(*tree, &mut reach);
        reach
    };
    trees.par_iter().map(one).reduce(Reach::default, Reach::join).findings()
}

/// Looks at every document that a tree shows.
pub fn documents<'a>(world: &World<'a>, tree: TreeIx, mut look: impl FnMut(Shown<'a>)) {
    for page in world.catalog.pages.all() {
        for edition in Edition::ALL {
            if let Some((choice, document)) = world.shown(tree, page, edition) {
                look(Shown { doc: choice.doc, document });
            }
        }
    }
}
