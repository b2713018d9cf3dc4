//! Turns a service's id into the record that a place shows, and into the text about it that a tree's readers get.

use crate::catalog::{Catalog, Level, PlaceIx, ServiceEntry};
use crate::model::{Language, ServiceId, Status};
use crate::parse::Content;

use super::{Tree, scope};

/// The nearest record of a service, unless it has ended or serves other places.
pub fn service<'a>(catalog: &'a Catalog, place: PlaceIx, id: &ServiceId) -> Option<(Level, &'a ServiceEntry)> {
    let (level, entry) = catalog.services.get(&catalog.places, place, id)?;
    let is_here = entry.parsed.service.status != Status::Ended && scope::serves(catalog, &entry.area, place);
    is_here.then_some((level, entry))
}

/// The text about a service in the best language for a tree; none where it has none, or where none was read.
pub fn about<'a>(catalog: &Catalog, tree: Tree, entry: &'a ServiceEntry) -> Option<(Language, &'a Content)> {
    let about = entry.parsed.about()?;
    let base = catalog.portal.languages[0];
    let mut chain = catalog.in_turn(tree.place, tree.language).chain([base]);
    chain.find_map(|language| Some((language, &**about.get(&language)?)))
}
