//! Turns a service's sessions into a calendar as data: what people put into their own.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

use super::World;
use super::directory::{Field, base_language, text};
use super::leaf::Here;
use crate::catalog::ServiceEntry;
use crate::model::bidi::unmarked;
use crate::model::{Attend, Repeat, Schedule, Service, ServiceId, Status, Time};
use crate::resolve::sessions::Times;

/// The calendar's name, beside the page.
pub const FILE: &str = "sessions.ics";

/// A calendar knows sessions for so long after somebody checked the service: nobody takes them out of it again.
const MONTHS: i64 = 12;

/// What people put into their own calendars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    pub description: String,
    /// The service's page.
    pub url: String,
    /// Where people go; none where the address is hidden, or there are several.
    pub location: Option<String>,
    /// The day of the last check: nothing in it is newer.
    pub stamp: Date,
    pub meetings: Vec<Meeting>,
}

/// Sessions that repeat, in local wall time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The same in every build, language and place.
    pub uid: String,
    pub start: DateTime,
    pub end: DateTime,
    /// The rule by which it repeats, as RFC 5545 writes it; none for one session.
    pub rule: Option<String>,
    /// Starts that the rule does not tell, and those that it tells and are not held.
    pub more: Vec<DateTime>,
    pub not: Vec<DateTime>,
    pub attend: Option<Attend>,
}

/// Whether a service has a calendar: times that nobody checked are in none, nor those of a service that is closed.
pub fn has(world: &World<'_>, entry: &ServiceEntry) -> bool {
    let times = Times::new(world.catalog, entry);
    span(&entry.parsed.service)
        .is_some_and(|span| times.sessions().any(|(_, line)| Days::first(&times, line, span).is_some()))
}

/// The calendar of a service, in the words of its page.
pub fn calendar(here: &Here<'_>, (id, entry): (&ServiceId, &ServiceEntry)) -> Option<Calendar> {
    let world = here.world;
    let service = &entry.parsed.service;
    let meetings = meetings(world, (id, entry));
    let stamp = service.checked.filter(|_| !meetings.is_empty())?;
    let chain = world.catalog.chain(here.tree.place, here.tree.language);
    let said = |field| text(service, base_language(world.catalog), &chain, field).map_or("", |(text, _)| text);
    Some(Calendar {
        name: said(Field::Name).to_owned(),
        description: said(Field::Summary).to_owned(),
        url: world.hosts.of(here.tree.place).url(&world.route(here.ix).under(here.local.as_str())),
        location: location(here, entry),
        stamp,
        meetings,
    })
}

fn location(here: &Here<'_>, entry: &ServiceEntry) -> Option<String> {
    let world = here.world;
    let [venue] = entry.parsed.service.venues.as_slice() else { return None };
    let id = venue.at.as_ref().filter(|_| venue.address.is_none())?;
    let (_, record) = world.catalog.venues.get(&world.catalog.places, here.tree.place, id)?;
    let name = world.text(here.tree, &record.value.name).text;
    let lines = std::iter::once(&name).chain(&record.value.address).chain([&record.value.postcode]);
    let lines: Vec<&str> = lines.map(String::as_str).filter(|line| !line.is_empty()).collect();
    Some(unmarked(&lines.join(", ")).into_owned())
}

/// The day of the last check and the last day of the calendar, of a service that is open.
fn span(service: &Service) -> Option<(Date, Date)> {
    let checked = service.checked.filter(|_| service.status == Status::Active)?;
    Some((checked, checked.saturating_add(Span::new().months(MONTHS))))
}

fn meetings(world: &World<'_>, (id, entry): (&ServiceId, &ServiceEntry)) -> Vec<Meeting> {
    let Some(span) = span(&entry.parsed.service) else { return Vec::new() };
    let host = world.catalog.portal.base_url.host();
    let times = Times::new(world.catalog, entry);
    let mut meetings = Vec::new();
    for (number, line) in times.sessions() {
        let Some(days) = Days::of(&times, line, span) else { continue };
        for (position, &hours) in line.hours.spans().iter().enumerate() {
            let uid = format!("{id}-{}-{}@{host}", number + 1, position + 1);
            meetings.push(days.meeting(line, hours, uid));
        }
    }
    meetings
}

/// The days of one line between the check and the end of the calendar.
struct Days {
    first: Date,
    last: Date,
    held: Vec<Date>,
    not: Vec<Date>,
}

impl Days {
    fn first(times: &Times<'_>, line: &Schedule, (checked, last): (Date, Date)) -> Option<Date> {
        let last = line.until.map_or(last, |until| until.min(last));
        times.days(line, checked).next().filter(|&day| day <= last)
    }

    fn of(times: &Times<'_>, line: &Schedule, (checked, last): (Date, Date)) -> Option<Self> {
        let first = Self::first(times, line, (checked, last))?;
        let last = line.until.map_or(last, |until| until.min(last));
        let listed = times.listed(line, first).take_while(|&day| day <= last);
        let (not, held): (Vec<Date>, Vec<Date>) = listed.partition(|&day| times.is_closed(line, day));
        Some(Self { first, last, held, not })
    }

    fn meeting(&self, line: &Schedule, (start, end): (Time, Time), uid: String) -> Meeting {
        let starts = |days: &[Date]| days.iter().map(|&day| at(day, start)).collect::<Vec<_>>();
        let next = if end <= start { self.first.saturating_add(1.day()) } else { self.first };
        let rule = rule(&line.repeat).filter(|_| self.held.len() > 1);
        Meeting {
            uid,
            start: at(self.first, start),
            end: at(next, end),
            more: if rule.is_none() { starts(&self.held[1..]) } else { Vec::new() },
            not: if rule.is_some() { starts(&self.not) } else { Vec::new() },
            rule: rule.map(|rule| format!("{rule};UNTIL={}T235959", self.last.strftime("%Y%m%d"))),
            attend: line.attend,
        }
    }
}

/// A time of a day; 24:00 is the start of the next.
fn at(day: Date, time: Time) -> DateTime {
    day.at(0, 0, 0, 0).saturating_add(i64::from(time.0).minutes())
}

/// How days repeat; none for bank holidays, which no rule tells.
fn rule(repeat: &Repeat) -> Option<String> {
    let list = |days: &[Weekday]| days.iter().map(|&day| short(day)).collect::<Vec<_>>().join(",");
    Some(match repeat {
        Repeat::Weekly(days) => format!("FREQ=WEEKLY;BYDAY={}", list(days)),
        Repeat::Fortnightly(days) => format!("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY={}", list(days)),
        Repeat::Monthly(nth, day) => format!("FREQ=MONTHLY;BYDAY={nth}{}", short(*day)),
        Repeat::BankHolidays(_) => return None,
    })
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
