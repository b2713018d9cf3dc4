//! Turns the conditions of blocks into whether they hold in a tree: sets of places and languages, exclude wins.

use super::Tree;
use crate::catalog::{Catalog, PlaceIx};
use crate::model::LocalityId;
use crate::parse::content::{BlockKind, Content, Event, Scope, Tag};

/// What a conditional block does in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Hidden,
    Shown,
    /// Shown everywhere under a heading that names its nations.
    Labelled,
}

/// Whether a block with a condition stands in a tree; blocks without one always do.
pub fn shown(catalog: &Catalog, tree: Tree, kind: &BlockKind) -> Shown {
    match kind {
        BlockKind::Only(scope) => only(catalog, tree, scope),
        BlockKind::Except(scope) => except(catalog, tree, scope),
        _ => Shown::Shown,
    }
}

/// Holes of a content that its conditions leave visible, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible {
    pub links: Vec<bool>,
    pub values: Vec<bool>,
    pub blocks: Vec<bool>,
}

/// Which holes stand in a tree: those in a condition that does not hold are out.
pub fn visible(catalog: &Catalog, tree: Tree, content: &Content) -> Visible {
    let mut visible = Visible {
        links: vec![false; content.links.len()],
        values: vec![false; content.values.len()],
        blocks: vec![false; content.blocks.len()],
    };
    let mut hidden = 0_usize;
    for event in &content.events {
        match event {
            Event::Open(Tag::Block(block)) => {
                let block = usize::from(*block);
                let out = shown(catalog, tree, &content.blocks[block].kind) == Shown::Hidden;
                hidden += usize::from(out || hidden > 0);
                visible.blocks[block] = hidden == 0;
            }
            Event::Close(Tag::Block(_)) => hidden = hidden.saturating_sub(1),
            Event::Open(Tag::Link(link)) => visible.links[usize::from(*link)] = hidden == 0,
            Event::Value(value) => visible.values[usize::from(*value)] = hidden == 0,
            _ => {}
        }
    }
    visible
}

fn only(catalog: &Catalog, tree: Tree, scope: &Scope) -> Shown {
    if !scope.languages.is_empty() && !scope.languages.contains(&tree.language) {
        return Shown::Hidden;
    }
    if !scope.localities.is_empty() && !in_any(catalog, &scope.localities, tree.place) {
        return Shown::Hidden;
    }
    match (scope.nations.is_empty(), catalog.places.nation(tree.place)) {
        (true, _) => Shown::Shown,
        (false, None) => Shown::Labelled,
        (false, Some(nation)) if is_one_of(catalog, &scope.nations, nation) => Shown::Shown,
        (false, Some(_)) => Shown::Hidden,
    }
}

/// An exception hides the block where all of its sets match; above the nations a nation's exception does not.
fn except(catalog: &Catalog, tree: Tree, scope: &Scope) -> Shown {
    let language = scope.languages.is_empty() || scope.languages.contains(&tree.language);
    let locality = scope.localities.is_empty() || in_any(catalog, &scope.localities, tree.place);
    let nation = scope.nations.is_empty()
        || catalog.places.nation(tree.place).is_some_and(|nation| is_one_of(catalog, &scope.nations, nation));
    if language && locality && nation { Shown::Hidden } else { Shown::Shown }
}

fn in_any(catalog: &Catalog, outer: &[LocalityId], place: PlaceIx) -> bool {
    outer.iter().filter_map(|id| catalog.places.find(id.as_str())).any(|outer| catalog.places.contains(outer, place))
}

fn is_one_of(catalog: &Catalog, ids: &[LocalityId], place: PlaceIx) -> bool {
    ids.iter().any(|id| catalog.places.find(id.as_str()) == Some(place))
}

/// Which services a place shows: those for it, for a wider place, or for a part of it.
pub fn serves(catalog: &Catalog, area: &[PlaceIx], place: PlaceIx) -> bool {
    area.iter().any(|&at| catalog.places.related(at, place))
}
