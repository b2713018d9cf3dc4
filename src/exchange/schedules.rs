//! Turns opening times into HSDS schedules and back, as far as both can say the same.

use jiff::civil::{Date, Weekday};
use serde_json::{Map, Value, json};

use super::give::attend_name;
use crate::model::{Attend, Closed, Days, Hours, Repeat, Schedule, Time};

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

/// A schedule for each span between closed days and each span of hours, without ids. What HSDS has no keys for, bank
/// holidays and hours that people agree, is said in `notes`.
pub fn give(schedule: &Schedule, closed: &[Closed]) -> Vec<Map<String, Value>> {
    let days: Vec<&Days> =
        closed.iter().filter_map(|closed| if let Closed::Days(days) = closed { Some(days) } else { None }).collect();
    let hours: Vec<Option<(Time, Time)>> = match &schedule.hours {
        Hours::AllDay => vec![Some((Time(0), Time(24 * 60)))],
        Hours::Spans(spans) => spans.iter().copied().map(Some).collect(),
        Hours::Arranged => vec![None],
    };
    let mut notes = Vec::new();
    notes.extend(schedule.appointment.then(|| "By appointment".to_owned()));
    notes.extend(
        closed
            .iter()
            .filter(|closed| matches!(closed, Closed::BankHolidays(_)))
            .map(|closed| format!("Closed on {closed}")),
    );
    if matches!(schedule.repeat, Repeat::BankHolidays(_)) {
        notes = vec![schedule.to_string()];
    }
    let mut made = Vec::new();
    for span in spans(schedule, &days) {
        for hours in &hours {
            let mut one = one(schedule, (span, *hours));
            if !notes.is_empty() {
                one.insert("notes".to_owned(), json!(notes.join(". ")));
            }
            made.push(one);
        }
    }
    made
}

fn one(schedule: &Schedule, ((from, to), hours): (Span, Option<(Time, Time)>)) -> Map<String, Value> {
    let days = [("valid_from", from), ("valid_to", to), ("dtstart", schedule.from), ("until", schedule.until)];
    let days = days.into_iter().filter_map(|(key, day)| day.map(|day| (key.to_owned(), json!(day.to_string()))));
    let mut made: Map<String, Value> = days.collect();
    let mut put = |key: &str, value: Value| drop(made.insert(key.to_owned(), value));
    let repeat = match &schedule.repeat {
        Repeat::Weekly(days) => Some(("WEEKLY", 1, codes(days))),
        Repeat::Fortnightly(days) => Some(("WEEKLY", 2, codes(days))),
        Repeat::Monthly(nth, day) => Some(("MONTHLY", 1, format!("{nth}{}", code(*day)))),
        Repeat::BankHolidays(_) => None,
    };
    if let Some((freq, interval, byday)) = repeat {
        put("freq", json!(freq));
        if interval > 1 {
            put("interval", json!(interval));
        }
        put("byday", json!(byday));
    }
    if let Some((opens, closes)) = hours {
        put("opens_at", json!(clock(opens)));
        put("closes_at", json!(clock(closes)));
    }
    if let Some(attend) = schedule.attend {
        put("attending_type", json!(attend_name(attend).1.to_lowercase()));
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

fn spans(schedule: &Schedule, closed: &[&Days]) -> Vec<Span> {
    let mut closed = closed.to_vec();
    closed.sort_by_key(|days| days.first);
    let mut spans = Vec::new();
    let mut from = None;
    for days in closed {
        let outside =
            schedule.from.is_some_and(|start| days.last < start) || schedule.until.is_some_and(|end| days.first > end);
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
        (0, 0 | 1439) => Hours::AllDay,
        _ => Hours::Spans(vec![(opens, closes)]),
    };
    let attends = [Attend::Venue, Attend::Online, Attend::Phone, Attend::HomeVisit].into_iter();
    let attend = text("attending_type").and_then(|text| {
        attends.map(|attend| (attend, attend_name(attend).1)).find(|(_, name)| name.eq_ignore_ascii_case(text))
    });
    let attend = attend.map(|(attend, _)| attend);
    let made = Schedule { repeat, hours, appointment: false, from, until, attend };
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
    let mut number =
        || parts.next().and_then(|part| part.parse::<u16>().map_or(None, |number| (number < 60).then_some(number)));
    let (hour, minute) = (number()?, number()?);
    (hour < 24).then_some(Time(hour * 60 + minute))
}
