//! Turns opening times into HSDS schedules and back, as far as both can say the same.

use jiff::civil::{Date, Weekday};
use serde_json::{Map, Value, json};

use crate::model::{Days, Repeat, Schedule, Time};

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

/// The spans in which a schedule holds between the closed days: from and to, both included, none for no end.
type Span = (Option<Date>, Option<Date>);

/// A schedule for each span between closed days, without ids.
pub fn give(schedule: &Schedule, closed: &[Days]) -> Vec<Map<String, Value>> {
    spans(schedule, closed).into_iter().map(|span| one(schedule, span)).collect()
}

fn one(schedule: &Schedule, (from, to): Span) -> Map<String, Value> {
    let mut made = Map::new();
    let mut put = |key: &str, value: Value| drop(made.insert(key.to_owned(), value));
    if let Some(from) = from {
        put("valid_from", json!(from.to_string()));
    }
    if let Some(to) = to {
        put("valid_to", json!(to.to_string()));
    }
    if let Some(from) = schedule.from {
        put("dtstart", json!(from.to_string()));
    }
    if let Some(until) = schedule.until {
        put("until", json!(until.to_string()));
    }
    let (freq, interval, byday) = match &schedule.repeat {
        Repeat::Weekly(days) => ("WEEKLY", 1, codes(days)),
        Repeat::Fortnightly(days) => ("WEEKLY", 2, codes(days)),
        Repeat::Monthly(nth, day) => ("MONTHLY", 1, format!("{nth}{}", code(*day))),
    };
    put("freq", json!(freq));
    if interval > 1 {
        put("interval", json!(interval));
    }
    put("byday", json!(byday));
    let (opens, closes) = schedule.hours.unwrap_or((Time(0), Time(24 * 60)));
    put("opens_at", json!(clock(opens)));
    put("closes_at", json!(clock(closes)));
    if schedule.online {
        put("attending_type", json!("online"));
    }
    made
}

/// HSDS has no 24:00: the last minute of the day stands in.
fn clock(time: Time) -> String {
    if time.0 >= 24 * 60 { "23:59:00".to_owned() } else { format!("{:02}:{:02}:00", time.0 / 60, time.0 % 60) }
}

fn code(day: Weekday) -> &'static str {
    DAYS.iter().find(|(known, _)| *known == day).expect("the table holds all seven days").1
}

fn codes(days: &[Weekday]) -> String {
    days.iter().map(|day| code(*day)).collect::<Vec<_>>().join(",")
}

fn spans(schedule: &Schedule, closed: &[Days]) -> Vec<Span> {
    let mut closed: Vec<&Days> = closed.iter().collect();
    closed.sort_by_key(|days| days.first);
    let mut spans = Vec::new();
    let mut from = None;
    for days in closed {
        let outside = schedule.from.is_some_and(|start| days.last < start)
            || schedule.until.is_some_and(|end| days.first > end);
        let (Ok(before), Ok(after)) = (days.first.yesterday(), days.last.tomorrow()) else { continue };
        if outside {
            continue;
        }
        if from.or(schedule.from).is_none_or(|start| start <= before) {
            spans.push((from, Some(before)));
        }
        from = from.max(Some(after));
    }
    if from.zip(schedule.until).is_none_or(|(start, end)| start <= end) {
        spans.push((from, None));
    }
    spans
}

/// The line that says what a schedule of a feed says; none where a line cannot say it.
pub fn take(schedule: &Map<String, Value>) -> Option<Schedule> {
    let text = |key: &str| schedule.get(key).and_then(Value::as_str);
    if ["bymonthday", "byyearday", "byweekno", "count", "wkst"].iter().any(|key| schedule.contains_key(*key)) {
        return None;
    }
    let from = day(text("dtstart"))?;
    let until = day(text("until"))?;
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        return None;
    }
    let interval = schedule.get("interval").map_or(Some(1), Value::as_u64)?;
    let repeat = match (text("freq")?, interval) {
        ("WEEKLY", 1) => Repeat::Weekly(days(text("byday")?)?),
        ("WEEKLY", 2) if from.is_some() => Repeat::Fortnightly(days(text("byday")?)?),
        ("MONTHLY", 1) => nth(text("byday")?)?,
        _ => return None,
    };
    let (opens, closes) = (time(text("opens_at")?)?, time(text("closes_at")?)?);
    let hours = match (opens.0, closes.0) {
        (0, 0 | 1439) => None,
        _ => Some((opens, closes)),
    };
    let online = text("attending_type") == Some("online");
    let made = Schedule { repeat, hours, from, until, online };
    // What the portal could not read back is left as it came.
    (made.to_string().parse::<Schedule>().as_ref() == Ok(&made)).then_some(made)
}

/// No day is a day that is not there; a day that is none is nothing that a line can say.
fn day(text: Option<&str>) -> Option<Option<Date>> {
    let Some(text) = text else { return Some(None) };
    let day = text.get(..10)?.parse::<Date>();
    day.map_or(None, |day| (1990..=2100).contains(&day.year()).then_some(Some(day)))
}

fn days(text: &str) -> Option<Vec<Weekday>> {
    let mut found = Vec::new();
    for part in text.split(',') {
        let day = DAYS.iter().find(|(_, code)| *code == part.trim())?.0;
        if !found.contains(&day) {
            found.push(day);
        }
    }
    found.sort_by_key(|day| day.to_monday_zero_offset());
    Some(found)
}

fn nth(text: &str) -> Option<Repeat> {
    let (number, day) = text.trim().split_at_checked(text.trim().len().checked_sub(2)?)?;
    let day = DAYS.iter().find(|(_, code)| *code == day)?.0;
    let number = number.strip_prefix('+').unwrap_or(number);
    number.parse::<i8>().map_or(None, |nth| matches!(nth, -1 | 1..=4).then_some(Repeat::Monthly(nth, day)))
}

/// `09:00`, `09:00:00`, `09:00:00Z`: HSDS means the wall's time in all of them.
fn time(text: &str) -> Option<Time> {
    let mut parts = text.trim_end_matches('Z').split(':');
    let mut number = || parts.next().and_then(|part| part.parse::<u16>().map_or(None, |number| (number < 60).then_some(number)));
    let (hour, minute) = (number()?, number()?);
    (hour < 24).then_some(Time(hour * 60 + minute))
}
