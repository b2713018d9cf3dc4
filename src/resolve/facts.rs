//! Turns a fact's id into what a place says about it on a day.

use jiff::civil::Date;

use crate::catalog::{Catalog, PlaceIx};
use crate::model::{Fact, FactId, FactValue};
use crate::parse::records::Located;

/// A fact as a place sees it.
#[derive(Clone, Copy, Debug)]
pub struct FactHere<'a> {
    pub fact: &'a Located<Fact>,
    /// None where no value holds on the day: readers see "being checked" and the source.
    pub value: Option<&'a FactValue>,
}

/// The nearest record of a fact, and its value on a day.
pub fn fact<'a>(catalog: &'a Catalog, place: PlaceIx, id: &FactId, day: Date) -> Option<FactHere<'a>> {
    let (_, fact) = catalog.facts.get(&catalog.places, place, id)?;
    Some(FactHere { fact, value: fact.value.on(day) })
}
