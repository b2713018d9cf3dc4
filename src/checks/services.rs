//! Turns service records into findings on what only a day or other records can tell.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::ServiceEntry;
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Closed, Edition, Repeat, Service, ServiceId, Status};
use crate::parse::content::{BlockKind, ServiceQuery};
use crate::plan::World;
use crate::plan::service::{is_stale, is_too_old_for_paper};
use crate::resolve::sessions::division;

/// S003, S005, S013 to S016 and D003: every record of every level.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let has_easy = world.catalog.documents.iter().any(|document| document.edition == Edition::EasyRead);
    for (_, _, entry) in world.catalog.services.all() {
        let service = &entry.parsed.service;
        let at = |key: &str| Place::key(&entry.place.file, [Step::from(key)]);
        let active = service.status == Status::Active;
        if active {
            findings.extend(checked(service, world.moment.day, at("checked")));
            findings.extend(ended(service, world.moment.day, at("when")));
            findings.extend(access(world, entry));
            if has_easy && service.easy.is_none() {
                findings.push(without_easy(at("summary")));
            }
        }
        findings.extend(bank_holidays(world, entry));
    }
    findings.extend(twice(world));
    findings
}

/// S016: where a portal has easy read, its readers look for services too.
fn without_easy(place: Place) -> Finding {
    Finding::new(Code::ServiceEasy, "the service has no summary in easy read")
        .at(place)
        .help("write `easy: { summary: ... }`: what it does, in one or two short sentences")
}

/// S013: people who cannot climb stairs must know before they set out.
fn access(world: &World<'_>, entry: &ServiceEntry) -> Vec<Finding> {
    let catalog = world.catalog;
    let venues = entry.parsed.service.venues.iter().enumerate();
    let silent = venues.filter_map(|(position, venue)| {
        let id = venue.at.as_ref().filter(|_| venue.access.is_empty())?;
        let mut records = catalog.venues.of(id).peekable();
        records.peek()?;
        records.all(|(_, record)| record.value.access.is_empty()).then_some((position, id))
    });
    silent
        .map(|(position, id)| {
            Finding::new(Code::VenueAccess, format!("nothing is said about getting into the venue `{id}`"))
                .at(Place::key(&entry.place.file, ["venues".into(), Step::Item(position)]))
                .help("ask the venue, then write `access` in its record or here, such as `[step-free, hearing-loop]`")
        })
        .collect()
}

/// S014: the same name and, beside it, the same organisation, telephone number or email address.
fn twice(world: &World<'_>) -> Vec<Finding> {
    let mut named: BTreeMap<String, Vec<(&ServiceId, &ServiceEntry)>> = BTreeMap::new();
    for (id, _, entry) in world.catalog.services.all() {
        let name = entry.parsed.service.name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        named.entry(name.collect()).or_default().push((id, entry));
    }
    let mut findings = Vec::new();
    for (at, services) in named.values().flat_map(|services| (1..services.len()).map(move |at| (at, services))) {
        let (id, entry) = services[at];
        let same = |(other, older): &&(&ServiceId, &ServiceEntry)| *other != id && is_same(older, entry);
        if let Some((other, _)) = services[..at].iter().find(same) {
            findings.push(
                Finding::new(Code::ServiceTwice, format!("this service is probably the same as `{other}`"))
                    .at(Place::key(&entry.place.file, ["name".into()]))
                    .help("keep one of the two records, or give them names that tell them apart"),
            );
        }
    }
    findings
}

fn is_same(a: &ServiceEntry, b: &ServiceEntry) -> bool {
    let (one, other) = (&a.parsed.service, &b.parsed.service);
    let both = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    let reach = both(&one.contact.phone, &other.contact.phone) || both(&one.contact.email, &other.contact.email);
    (one.org == other.org || reach) && a.area.iter().any(|place| b.area.contains(place))
}

/// S015: Scotland's bank holidays are not those of England.
fn bank_holidays(world: &World<'_>, entry: &ServiceEntry) -> Option<Finding> {
    let service = &entry.parsed.service;
    let closed = service.closed.iter().position(|closed| *closed == Closed::BankHolidays(None));
    let open = service.when.iter().position(|line| line.repeat == Repeat::BankHolidays(None));
    let (key, position) = closed.map(|at| ("closed", at)).or_else(|| open.map(|at| ("when", at)))?;
    if entry.area.is_empty() || division(world.catalog, entry).is_some() {
        return None;
    }
    Some(
        Finding::new(Code::BankHolidays, "the service's area lies in nations with different bank holidays")
            .at(Place::key(&entry.place.file, [Step::from(key), Step::Item(position)]))
            .help("write `bank holidays in England and Wales`, `in Scotland` or `in Northern Ireland`"),
    )
}

/// S008: a list of services that is empty wherever it is shown.
pub fn lists(world: &World<'_>) -> Vec<Finding> {
    let mut seen: BTreeMap<Place, (u32, bool)> = BTreeMap::new();
    let trees = || world.resolved.all();
    for (page, edition) in world.catalog.pages.all().flat_map(|page| Edition::ALL.map(|edition| (page, edition))) {
        for (tree, (_, document)) in trees().filter_map(|tree| Some((tree, world.shown(tree, page, edition)?))) {
            for block in document.content().map_or(&[][..], |content| &content.blocks) {
                let BlockKind::Services(query) = &block.kind else { continue };
                if !is_known(world, query) {
                    continue;
                }
                let some = world.directory.unsorted(tree).any(|here| query.holds(&here.entry.parsed.service));
                let (reach, any) = seen.entry(Place::bytes(&document.path, block.span.clone())).or_default();
                *reach += 1;
                *any |= some;
            }
        }
    }
    let empty = seen.into_iter().filter(|(_, (_, any))| !any);
    empty
        .map(|(place, (reach, _))| Finding {
            reach,
            ..Finding::new(Code::ServiceQuery, "this list of services is empty wherever it is shown")
                .at(place)
                .help("add a service that it names, or remove the list")
        })
        .collect()
}

/// A list of what the portal does not know has its finding already.
fn is_known(world: &World<'_>, query: &ServiceQuery) -> bool {
    query.topic.as_ref().is_none_or(|topic| world.catalog.topic(topic).is_some())
        && query.audience.as_ref().is_none_or(|audience| world.catalog.audience(audience).is_some())
}

fn checked(service: &Service, day: Date, place: Place) -> Option<Finding> {
    let Some(checked) = service.checked else {
        return Some(
            Finding::new(Code::ServiceUnchecked, "nobody has checked this service yet")
                .at(place)
                .help("contact the service, then write `checked` with the day and `checked_by` with your address"),
        );
    };
    if day < checked {
        let message = format!("{} has not come yet", checked.strftime("%-d %B %Y"));
        return Some(Finding::new(Code::DateFuture, message).at(place).help("write the day on which it was checked"));
    }
    if !is_stale(checked, day) {
        return None;
    }
    let long = is_too_old_for_paper(checked, day);
    let since = if long { "over a year ago" } else { "over six months ago" };
    let shown = if long { "it is left out of prints, and its page says so" } else { "its page says so" };
    let message = format!("this service was last checked {since}, on {}", checked.strftime("%-d %B %Y"));
    Some(Finding::new(Code::ServiceUnchecked, message).at(place).help(format!("check it again; until then {shown}")))
}

fn ended(service: &Service, day: Date, place: Place) -> Option<Finding> {
    let over = |until: Option<Date>| until.is_some_and(|until| until < day);
    let all = !service.when.is_empty() && service.when.iter().all(|schedule| over(schedule.until));
    all.then(|| {
        Finding::new(Code::ServiceEnded, "all opening times of this service have ended")
            .at(place)
            .help("write the new times, or `status: ended` if it is no more")
    })
}
