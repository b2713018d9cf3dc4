//! Turns a fact's id into what a place says about it on a day.

use jiff::ToSpan;
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

/// The first day from `day` on without a value; none if the last value has no end.
pub fn runs_out(fact: &Fact, day: Date) -> Option<Date> {
    let mut day = day;
    while let Some(value) = fact.on(day) {
        day = value.until.filter(|until| *until < Date::MAX)?.saturating_add(1.days());
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_runs_out_on_the_first_day_without_a_value() {
        let yaml = "{ what: rate, unit: GBP, source: https://a.example, values: [\
            { value: 1, from: 2026-01-01, until: 2026-03-31 }, { value: 2, from: 2026-04-01, until: 2026-12-31 }, \
            { value: 3, from: 2027-02-01 }] }";
        let fact: Fact = serde_yaml::from_str(yaml).unwrap();
        let out = |day: &str| runs_out(&fact, day.parse().unwrap()).map(|day| day.to_string());
        assert_eq!(out("2026-02-01").as_deref(), Some("2027-01-01"));
        assert_eq!(out("2025-12-31").as_deref(), Some("2025-12-31"));
        assert_eq!(out("2027-02-01"), None);
    }
}
