//! Turns the texts that trees show into which of them show a fact, and from which record.

use std::collections::BTreeMap;

use super::scope::visible;
use super::{Resolved, TreeIx};
use crate::catalog::{Catalog, Level, PageIx};
use crate::model::{Edition, FactId};
use crate::parse::content::Value;

/// A page that shows a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub page: PageIx,
    pub edition: Edition,
    pub tree: TreeIx,
}

/// The pages that show each record of a fact, in the order of their ids.
#[derive(Debug, Default)]
pub struct FactUses(BTreeMap<(FactId, Level), Vec<Use>>);

impl FactUses {
    /// Looks at every page as its readers see it: what a condition hides is no use.
    pub fn find(catalog: &Catalog, resolved: &Resolved) -> Self {
        let mut uses: BTreeMap<_, Vec<Use>> = BTreeMap::new();
        for page in catalog.pages.all() {
            for edition in Edition::ALL {
                for tree in resolved.all() {
                    for key in shown(catalog, resolved, Use { page, edition, tree }) {
                        uses.entry(key).or_default().push(Use { page, edition, tree });
                    }
                }
            }
        }
        Self(uses)
    }

    /// The pages that show the record of a fact at a level.
    pub fn of(&self, id: &FactId, level: Level) -> &[Use] {
        self.0.get(&(id.clone(), level)).map_or(&[], Vec::as_slice)
    }
}

/// The records of facts that a page shows, each once.
fn shown(catalog: &Catalog, resolved: &Resolved, at: Use) -> Vec<(FactId, Level)> {
    let Some(choice) = resolved.choice(at.tree, at.page, at.edition) else { return Vec::new() };
    let Some(content) = catalog.document(choice.doc).content() else { return Vec::new() };
    if !content.values.iter().any(|hole| matches!(hole.value, Value::Fact(_))) {
        return Vec::new();
    }
    let tree = resolved.tree(at.tree);
    let visible = visible(catalog, tree, content);
    let holes = content.values.iter().zip(visible.values).filter(|(_, visible)| *visible);
    let mut keys: Vec<_> = holes
        .filter_map(|(hole, _)| {
            let Value::Fact(id) = &hole.value else { return None };
            let (level, _) = catalog.facts.get(&catalog.places, tree.place, id)?;
            Some((id.clone(), level))
        })
        .collect();
    keys.sort();
    keys.dedup();
    keys
}
