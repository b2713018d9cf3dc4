//! Turns the dates of pages, facts and services into findings, and into the next day on which the site changes.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diag::{Code, Finding, Place, Step};
use crate::model::{StandingPage, Status};
use crate::parse::Document;
use crate::plan::World;
use crate::plan::service::ageing;
use crate::plan::standing;
use crate::resolve::compliance;
use crate::resolve::sessions::Times;

/// D001 and D003: the dates of every page.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &world.catalog.documents {
        overdue(document, world.moment.day, &mut findings);
        past(document, world.moment.day, &mut findings);
    }
    findings
}

fn at(document: &Document, key: &str) -> Place {
    Place::key(&document.path, [Step::from(key)])
}

fn overdue(document: &Document, day: Date, findings: &mut Vec<Finding>) {
    let front = &document.front;
    if let Some(due) = front.review_by.filter(|&due| due < day && !front.draft) {
        let owner = front.owner.as_deref().map_or_else(|| "its owner".to_owned(), |owner| format!("`{owner}`"));
        findings.push(
            Finding::new(Code::ReviewOverdue, format!("this page was to be reviewed by {}", due.strftime("%-d %B %Y")))
                .at(at(document, "review_by"))
                .help(format!("ask {owner} to check it, then set `reviewed` to that day and a new `review_by`")),
        );
    }
}

fn past(document: &Document, day: Date, findings: &mut Vec<Finding>) {
    let front = &document.front;
    let done = [
        ("reviewed", front.reviewed),
        ("tested", front.tested.as_ref().map(|tested| tested.date)),
        ("translation", front.translation.as_ref().and_then(|translation| translation.date)),
    ];
    for (key, date) in done {
        if let Some(date) = date.filter(|&date| day < date) {
            let message = format!("{} has not come yet", date.strftime("%-d %B %Y"));
            let help = "write the day on which it was done";
            findings.push(Finding::new(Code::DateFuture, message).at(at(document, key)).help(help));
        }
    }
}

/// The next day after the build's own on which the same sources make another site.
pub fn next_change(world: &World<'_>) -> Option<Date> {
    let catalog = world.catalog;
    let after = |date: Date| date.saturating_add(1.days());
    let pages = catalog.documents.iter().flat_map(|document| {
        [document.front.publish_from, document.front.publish_until.map(after)].into_iter().flatten()
    });
    let facts = catalog.facts.all().flat_map(|(_, _, fact)| {
        fact.value.values.iter().flat_map(|value| [value.from, value.until.map(after)].into_iter().flatten())
    });
    let checked = catalog.services.all().filter_map(|(_, _, entry)| entry.parsed.service.checked);
    let services = checked.flat_map(ageing).map(after).chain(sessions(world));
    let of_places = catalog.places.all().map(|place| &catalog.places.get(place).alert);
    let alerts = of_places.chain([&catalog.portal.alert]).flatten().filter_map(|alert| alert.until).map(after);
    let is_made = |page: &StandingPage| !catalog.portal.without.contains(page);
    let changes = is_made(&StandingPage::RecentChanges).then(|| standing::days_of_changes(catalog));
    let statement = is_made(&StandingPage::AccessibilityStatement).then(|| compliance::days(catalog));
    let lists = changes.into_iter().flatten().chain(statement.into_iter().flatten());
    pages.chain(facts).chain(services).chain(alerts).chain(lists).filter(|&date| world.moment.day < date).min()
}

/// The days on which services' next sessions are others.
fn sessions(world: &World<'_>) -> Vec<Date> {
    use rayon::prelude::*;
    let entries: Vec<_> = world.catalog.services.all().map(|(_, _, entry)| entry).collect();
    let active = entries.into_par_iter().filter(|entry| entry.parsed.service.status == Status::Active);
    active.filter_map(|entry| Times::new(world.catalog, entry).next(world.moment.day).changes).collect()
}
