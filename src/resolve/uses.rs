//! Turns the texts that trees show into which of them show a fact, and from which record.

use std::collections::BTreeMap;

use super::scope::visible;
use super::services::{about, service};
use super::{Resolved, Tree, TreeIx};
use crate::catalog::{Catalog, Level, PageIx};
use crate::model::{Edition, FactId, ServiceId};
use crate::parse::Content;
use crate::parse::content::Value;

/// A page of the site that shows a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use<'a> {
    pub at: Shows<'a>,
    pub tree: TreeIx,
}

/// What shows a fact: a page in one edition, or the page of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows<'a> {
    Page(PageIx, Edition),
    Service(&'a ServiceId),
}

/// The pages that show each record of a fact, in the order of their ids.
#[derive(Debug, Default)]
pub struct FactUses<'a>(BTreeMap<(FactId, Level), Vec<Use<'a>>>);

impl<'a> FactUses<'a> {
    /// Looks at every page as its readers see it: what a condition hides is no use.
    pub fn find(catalog: &'a Catalog, resolved: &Resolved) -> Self {
        let pages = catalog.pages.all().flat_map(|page| Edition::ALL.map(|edition| Shows::Page(page, edition)));
        let mut uses: BTreeMap<_, Vec<Use<'a>>> = BTreeMap::new();
        for at in pages.chain(catalog.services.ids().map(Shows::Service)) {
            for tree in resolved.all() {
                let text = text(catalog, resolved, (at, tree));
                for key in text.map(|text| facts(catalog, resolved.tree(tree), text)).unwrap_or_default() {
                    uses.entry(key).or_default().push(Use { at, tree });
                }
            }
        }
        Self(uses)
    }

    /// The pages that show the record of a fact at a level.
    pub fn of(&self, id: &FactId, level: Level) -> &[Use<'a>] {
        self.0.get(&(id.clone(), level)).map_or(&[], Vec::as_slice)
    }
}

/// The text that a tree shows.
fn text<'a>(catalog: &'a Catalog, resolved: &Resolved, (at, tree): (Shows<'_>, TreeIx)) -> Option<&'a Content> {
    match at {
        Shows::Page(page, edition) => catalog.document(resolved.choice(tree, page, edition)?.doc).content(),
        Shows::Service(id) => {
            let tree = resolved.tree(tree);
            let (_, entry) = service(catalog, tree.place, id)?;
            about(catalog, tree, entry).map(|(_, text)| text)
        }
    }
}

/// The records of facts that a text shows in a tree, each once.
fn facts(catalog: &Catalog, tree: Tree, text: &Content) -> Vec<(FactId, Level)> {
    if !text.values.iter().any(|hole| matches!(hole.value, Value::Fact(_))) {
        return Vec::new();
    }
    let visible = visible(catalog, tree, text);
    let holes = text.values.iter().zip(visible.values).filter(|(_, visible)| *visible);
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
