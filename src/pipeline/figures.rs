//! Turns a portal's facts into what each record of them says today, until when, and on how many pages.

use jiff::civil::Date;
use serde::Serialize;

use super::Overview;
use crate::catalog::Level;
use crate::model::{Fact, FactId, Unit};
use crate::parse::records::Located;
use crate::resolve::facts::runs_out;
use crate::resolve::uses::FactUses;

/// One record of a fact, as programs read it.
#[derive(Serialize)]
pub struct Figure {
    id: String,
    /// The place whose record it is; none for the portal's own.
    locality: Option<String>,
    what: String,
    /// Its value on the day; none where it has none.
    value: Option<String>,
    unit: Unit,
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// The first day without a value.
    pub due: Option<Date>,
    pub owner: Option<String>,
    pub source: String,
    file: String,
    /// Pages of the site that show it: a page in two languages counts twice.
    pub pages: usize,
}

/// Facts that run out by `last`, the soonest first.
pub fn due_by(overview: &Overview<'_>, last: Date) -> Vec<Figure> {
    let mut due: Vec<Figure> =
        all(overview).into_iter().filter(|line| line.due.is_some_and(|due| due <= last)).collect();
    due.sort_by_key(|line| line.due);
    due
}

/// Every record of every fact, by id.
pub fn all(overview: &Overview<'_>) -> Vec<Figure> {
    let uses = FactUses::find(overview.catalog, overview.resolved);
    let facts = overview.catalog.facts.all();
    facts.map(|(id, level, fact)| line(overview, (id, level, fact), uses.of(id, level).len())).collect()
}

fn line(overview: &Overview<'_>, (id, level, fact): (&FactId, Level, &Located<Fact>), pages: usize) -> Figure {
    let today = overview.moment.day;
    let record = &fact.value;
    let held = record.on(today);
    let what = record.what.get(overview.catalog.portal.languages.iter().copied());
    Figure {
        id: id.to_string(),
        locality: match level {
            Level::Base => None,
            Level::Overlay(place) => Some(overview.catalog.places.get(place).id.to_string()),
        },
        what: what.map_or(id.as_str(), |(what, _)| what).to_owned(),
        value: held.map(|value| value.value.0.clone()),
        unit: record.unit,
        from: held.and_then(|value| value.from),
        until: held.and_then(|value| value.until),
        due: runs_out(record, today),
        owner: record.owner.clone(),
        source: record.source.clone(),
        file: fact.place.file.to_string(),
        pages,
    }
}

impl Figure {
    /// The id, with the place where the record is not the portal's.
    pub fn named(&self) -> String {
        self.locality.as_ref().map_or_else(|| self.id.clone(), |place| format!("{} ({place})", self.id))
    }

    pub fn figure(&self) -> [String; 2] {
        let unit = match self.unit {
            Unit::Gbp => "GBP",
            Unit::Hours => "hours",
            Unit::Percent => "percent",
            Unit::Count => "count",
            Unit::Text => "text",
        };
        [self.value.clone().unwrap_or_else(|| "no value".to_owned()), unit.to_owned()]
    }

    /// What is known of the value that runs out.
    pub fn ends(&self) -> String {
        match (&self.value, self.until) {
            (Some(_), Some(until)) => format!("{} until {until}", self.figure().join(" ")),
            _ => "no value".to_owned(),
        }
    }
}
