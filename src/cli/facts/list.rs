//! Turns a portal's facts into a list of their values, or of those that run out.

use clap::Args;
use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use super::{AsOf, amount, day, look, show};
use crate::catalog::Level;
use crate::cli::choice::usage;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::model::{Fact, FactId, Unit};
use crate::parse::records::Located;
use crate::pipeline::{Failure, Overview};
use crate::resolve::facts::runs_out;
use crate::resolve::uses::FactUses;

/// Every fact: its value today, its unit, from and until when it holds, where, whose it is and its source
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    as_of: AsOf,
}

/// Facts that have no value from some day on, with who is to look them up and how many pages show them
#[derive(Args, Debug)]
pub struct Due {
    /// How far to look ahead, such as 90d, 6weeks or 1year
    #[arg(long, value_name = "SPAN", default_value = "90d")]
    within: String,
    #[command(flatten)]
    as_of: AsOf,
}

/// One record of a fact, as programs read it.
#[derive(Serialize)]
pub struct Line {
    id: String,
    /// The place whose record it is; none for the portal's own.
    locality: Option<String>,
    what: String,
    /// Its value on the day; none where it has none.
    value: Option<String>,
    unit: Unit,
    from: Option<Date>,
    until: Option<Date>,
    /// The first day without a value.
    pub due: Option<Date>,
    pub owner: Option<String>,
    pub source: String,
    file: String,
    /// Pages of the site that show it: a page in two languages counts twice.
    pub pages: usize,
}

pub fn list(raw: &List, session: &Session) -> Result<Exit, Failure> {
    look(&raw.as_of, session, |overview| {
        let head = ["fact", "value", "unit", "from", "until", "owner", "source"];
        let columns = |line: &Line| {
            let owner = line.owner.clone().unwrap_or_else(|| "no owner".to_owned());
            let [value, unit] = line.figure();
            vec![line.named(), value, unit, day(line.from), day(line.until), owner, line.source.clone()]
        };
        show(session, &lines(overview), (&head, columns))?;
        Ok(Exit::Done)
    })
}

pub fn due(raw: &Due, session: &Session) -> Result<Exit, Failure> {
    look(&raw.as_of, session, |overview| {
        let last = end(&raw.within, overview.moment.day)?;
        let due = due_by(overview, last);
        if due.is_empty() {
            session.console.message(&format!("every fact has a value until {last} and beyond"))?;
        }
        let head = ["none from", "fact", "value", "owner", "shown on", "source"];
        let columns = |line: &Line| {
            let owner = line.owner.clone().unwrap_or_else(|| "no owner".to_owned());
            vec![day(line.due), line.named(), line.ends(), owner, amount(line.pages, "page"), line.source.clone()]
        };
        show(session, &due, (&head, columns))?;
        Ok(Exit::Done)
    })
}

/// Facts that run out by `last`, the soonest first.
pub fn due_by(overview: &Overview, last: Date) -> Vec<Line> {
    let mut due: Vec<Line> =
        lines(overview).into_iter().filter(|line| line.due.is_some_and(|due| due <= last)).collect();
    due.sort_by_key(|line| line.due);
    due
}

/// Every record of every fact, by id.
fn lines(overview: &Overview) -> Vec<Line> {
    let uses = FactUses::find(&overview.catalog, &overview.resolved);
    let facts = overview.catalog.facts.all();
    facts.map(|(id, level, fact)| line(overview, (id, level, fact), uses.of(id, level).len())).collect()
}

fn line(overview: &Overview, (id, level, fact): (&FactId, Level, &Located<Fact>), pages: usize) -> Line {
    let today = overview.moment.day;
    let record = &fact.value;
    let held = record.on(today);
    let what = record.what.get(overview.catalog.portal.languages.iter().copied());
    Line {
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

impl Line {
    /// The id, with the place where the record is not the portal's.
    pub fn named(&self) -> String {
        self.locality.as_ref().map_or_else(|| self.id.clone(), |place| format!("{} ({place})", self.id))
    }

    fn figure(&self) -> [String; 2] {
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

/// The last day of a span that begins today.
fn end(within: &str, today: Date) -> Result<Date, Failure> {
    let wrong = |_: jiff::Error| {
        usage(format!("`--within {within}` does not say how long"), "write days, weeks, months or years, such as 90d")
    };
    let span: Span = within.parse().map_err(wrong)?;
    let end = today.checked_add(span).map_err(wrong)?;
    if today <= end { Ok(end) } else { Err(usage(format!("`--within {within}` looks back"), "write it like 90d")) }
}
