//! Turns the dates of pages, facts and services into findings, and into the next day on which the site changes.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::diag::{Code, Finding, Place, Step};
use crate::parse::Document;
use crate::plan::World;

/// D001, D002 and D003: the dates of every page.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &world.catalog.documents {
        overdue(document, world.moment.day, &mut findings);
        in_order(document, world.moment.day, &mut findings);
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

fn in_order(document: &Document, day: Date, findings: &mut Vec<Finding>) {
    let front = &document.front;
    let pairs = [
        ("review_by", front.reviewed, front.review_by, "the next review lies before the last one"),
        ("publish_until", front.publish_from, front.publish_until, "the page ends before it begins"),
    ];
    for (key, first, last, message) in pairs {
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            let help = "correct one of the two dates";
            findings.push(Finding::new(Code::DateOrder, message).at(at(document, key)).help(help));
        }
    }
    let past = [
        ("reviewed", front.reviewed),
        ("tested", front.tested.as_ref().map(|tested| tested.date)),
        ("translation", front.translation.as_ref().and_then(|translation| translation.date)),
    ];
    for (key, date) in past {
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
    let services = catalog.services.all().filter_map(|(_, _, entry)| {
        let checked = entry.parsed.service.checked?;
        Some(after(checked.saturating_add(Span::new().months(crate::plan::service::STALE_MONTHS))))
    });
    let alert = catalog.portal.alert.as_ref().and_then(|alert| alert.until).map(after);
    pages.chain(facts).chain(services).chain(alert).filter(|&date| world.moment.day < date).min()
}
