//! Turns a calendar into the file that calendar programs read (RFC 5545).
//!
//! Times are local wall times without a zone: a session at 10:30 is at 10:30 where it is held, in summer and winter.

use icalendar::{Component, Event, EventLike, Property};
use jiff::civil::DateTime;

use super::Output;
use crate::model::Attend;
use crate::plan::PageView;
use crate::plan::calendar::{Calendar, FILE, Meeting};

/// The calendar beside a page.
pub fn calendar_of(page: &PageView<'_>) -> Option<Output> {
    let text = calendar(page.calendar.as_ref()?);
    Some(Output { path: page.route.file(FILE).path(), bytes: text.into_bytes() })
}

fn calendar(calendar: &Calendar) -> String {
    let mut file = icalendar::Calendar::empty();
    file.append_property(Property::new("VERSION", "2.0"));
    file.append_property(Property::new("PRODID", concat!("-//Fingerpost//", env!("CARGO_PKG_VERSION"), "//EN")));
    file.append_property(Property::new("CALSCALE", "GREGORIAN"));
    file.append_property(Property::new("METHOD", "PUBLISH"));
    file.name(&calendar.name);
    for meeting in &calendar.meetings {
        file.push(event(calendar, meeting));
    }
    file.to_string()
}

fn event(calendar: &Calendar, meeting: &Meeting) -> Event {
    let mut event = Event::with_uid(&meeting.uid);
    event.summary(&calendar.name).description(&calendar.description).url(&calendar.url);
    event.add_property("DTSTAMP", calendar.stamp.strftime("%Y%m%dT000000Z").to_string());
    event.add_property("DTSTART", written(meeting.start)).add_property("DTEND", written(meeting.end));
    if let Some(rule) = &meeting.rule {
        event.add_property("RRULE", rule);
    }
    for start in &meeting.more {
        event.add_multi_property("RDATE", &written(*start));
    }
    for start in &meeting.not {
        event.add_multi_property("EXDATE", &written(*start));
    }
    let there = meeting.attend.is_none_or(|attend| attend == Attend::Venue);
    if let Some(location) = calendar.location.as_ref().filter(|_| there) {
        event.location(location);
    }
    event.done()
}

fn written(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}
