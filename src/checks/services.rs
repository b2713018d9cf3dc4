//! Turns service records into findings on what only a day or other records can tell.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Edition, Service, Status};
use crate::parse::content::{BlockKind, ServiceQuery};
use crate::plan::World;
use crate::plan::service::{is_stale, is_too_old_for_paper};

/// S003, S005 and D003: every record of every level.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, _, entry) in world.catalog.services.all() {
        let service = &entry.parsed.service;
        let at = |key: &str| Place::key(&entry.place.file, [Step::from(key)]);
        let active = service.status == Status::Active;
        if active {
            findings.extend(checked(service, world.moment.day, at("checked")));
            findings.extend(ended(service, world.moment.day, at("when")));
        }
    }
    findings
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
