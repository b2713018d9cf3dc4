//! Turns the words of a line about opening times into a schedule.

use jiff::civil::{Date, Weekday};

use super::{Attend, Division, Hours, Repeat, Schedule, Time, WEEK};
use crate::diag::nearest;
use crate::model::written::parse_date;

/// What may stand in each part of a line.
const DAYS: &str = "write the days and then the hours, like `Mon-Fri 09:00-17:00`, `1st Tue of month 10:30-12:00`, \
                    `every 2 weeks Thu 18:00-19:30 from 2026-01-08`, `bank holidays 10:00-14:00`, \
                    `2026-12-12 10:00-12:00`, `daily 08:00-20:00`, `24 hours` or `by appointment`";
const HOURS: &str = "write the hours like `09:00-17:00`, `9am-12pm, 1pm-5pm`, `24 hours` or `by appointment`";
const ENDS: &str = "after the hours write `from` or `until` a date like 2026-01-08, `by appointment`, `overnight`, \
                    `online`, `at venue`, `by phone` or `at home`; other days stand on a line of their own";

/// Reads a whole line.
///
/// # Errors
/// What is not understood, in backquotes as it stands in the line but for large letters, and, after `: `, what is.
pub fn read(line: &str) -> Result<Schedule, String> {
    let plain = plain(line);
    let mut words = Words { line, rest: joined(plain.split_whitespace()), at: 0 };
    if words.rest.is_empty() {
        return Err(format!("the times are missing: {DAYS}"));
    }
    let (repeat, only) = match words.peek().map(parse_date) {
        Some(Ok(date)) => (words.skip(Some(every_day())), Some(date)),
        _ => (repeat(&mut words)?, None),
    };
    let hours = hours(&mut words)?;
    let ends = ends(&mut words)?;
    if let (Some(_), Some(date)) = (only, ends.from.or(ends.until)) {
        return Err(format!("`{date}` comes after another date in `{line}`: keep one day, or write `daily` before it"));
    }
    let schedule = Schedule {
        repeat: repeat.unwrap_or_else(every_day),
        appointment: ends.appointment || hours == Hours::Arranged,
        hours,
        from: only.or(ends.from),
        until: only.or(ends.until),
        attend: ends.attend,
    };
    sensible(line, &schedule, &ends)?;
    Ok(schedule)
}

/// Lower case, one kind of dash, and no space around dashes and commas, so that words are split by space alone.
fn plain(line: &str) -> String {
    let mut plain = line.to_lowercase().replace(['–', '—', '‑'], "-").replace(" and ", ",").replace(" & ", ",");
    for sign in ["-", ","] {
        plain = plain.split(sign).map(str::trim).collect::<Vec<_>>().join(sign);
    }
    plain
}

/// `monday to friday` and `9am to 5pm` are one word each, as with a dash; `mon-fri,9am` is two.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let is_end = |word: &str| weekday(word).is_some() || time(word).is_some();
    for word in words {
        match joined.as_slice() {
            [.., first, to] if to == "to" && is_end(last_of(first)) && is_end(first_of(word)) => {
                joined.pop();
                let first = joined.pop().unwrap_or_default();
                joined.extend(days_from_hours(&format!("{first}-{word}")));
            }
            _ => joined.extend(days_from_hours(word)),
        }
    }
    joined
}

fn last_of(word: &str) -> &str {
    word.rsplit(',').next().unwrap_or(word)
}

fn first_of(word: &str) -> &str {
    word.split([',', '-']).next().unwrap_or(word)
}

/// `mon-fri,9:00-12:00` as two words.
fn days_from_hours(word: &str) -> Vec<String> {
    let from_days = |part: &str| part.starts_with(|c: char| c.is_alphabetic());
    let hours = word.match_indices(',').find(|(at, _)| word[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    match hours {
        Some((at, _)) if from_days(word) => vec![word[..at].to_owned(), word[at + 1..].to_owned()],
        _ => vec![word.to_owned()],
    }
}

/// The words of a line that are not read yet.
struct Words<'a> {
    line: &'a str,
    rest: Vec<String>,
    at: usize,
}

impl Words<'_> {
    fn peek(&self) -> Option<&str> {
        self.rest.get(self.at).map(String::as_str)
    }

    /// Takes the next words if they are these.
    fn take(&mut self, words: &[&str]) -> bool {
        let found = self.rest[self.at..].iter().map(String::as_str).take(words.len()).eq(words.iter().copied());
        if found {
            self.at += words.len();
        }
        found
    }

    fn take_any(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.take(words))
    }

    fn next(&mut self) -> Option<String> {
        let word = self.peek()?.to_owned();
        self.at += 1;
        Some(word)
    }

    /// Goes over a word that means `value`.
    fn skip<T>(&mut self, value: T) -> T {
        self.at += 1;
        value
    }

    fn problem(&self, help: &str) -> String {
        match self.peek() {
            Some(word) => self.not_understood(word, help),
            None => format!("`{}` says no hours: {HOURS}", self.line),
        }
    }

    fn not_understood(&self, word: &str, help: &str) -> String {
        let near = nearest(word, WEEK.iter().map(|(_, name)| *name)).filter(|_| help == DAYS);
        let meant = near.map(|near| format!("did you mean `{near}`? Otherwise ")).unwrap_or_default();
        format!("`{word}` is not understood in `{}`: {meant}{help}", self.line)
    }
}

/// The days; none where the line starts with `24 hours`.
fn repeat(words: &mut Words<'_>) -> Result<Option<Repeat>, String> {
    if words.take_any(&[&["daily"], &["every", "day"]]) {
        return Ok(Some(every_day()));
    }
    if words.take_any(&[
        &["every", "2", "weeks"],
        &["every", "two", "weeks"],
        &["every", "second", "week"],
        &["every", "other", "week"],
        &["fortnightly"],
    ]) {
        words.take(&["on"]);
        return days(words)?.map(Repeat::Fortnightly).map(Some).ok_or_else(|| words.problem(DAYS));
    }
    if words.take_any(&[&["bank", "holidays"], &["on", "bank", "holidays"]]) {
        return bank_holidays(words).map(Some);
    }
    if let Some(nth) = words.peek().and_then(nth) {
        return monthly(words, nth).map(Some);
    }
    if words.rest[words.at..].iter().map(String::as_str).take(2).eq(["by", "appointment"]) {
        return Ok(None);
    }
    words.take_any(&[&["every", "week"], &["every"], &["weekly"]]);
    Ok(days(words)?.map(Repeat::Weekly))
}

fn bank_holidays(words: &mut Words<'_>) -> Result<Repeat, String> {
    if !words.take(&["in"]) {
        return Ok(Repeat::BankHolidays(None));
    }
    let names: &[(&[&str], Division)] = &[
        (&["england,wales"], Division::EnglandAndWales),
        (&["england"], Division::EnglandAndWales),
        (&["wales"], Division::EnglandAndWales),
        (&["scotland"], Division::Scotland),
        (&["northern", "ireland"], Division::NorthernIreland),
    ];
    let named = names.iter().find(|(name, _)| words.take(name));
    let help = "write `in England and Wales`, `in Scotland` or `in Northern Ireland`, or nothing";
    named.map(|(_, division)| Repeat::BankHolidays(Some(*division))).ok_or_else(|| words.problem(help))
}

fn monthly(words: &mut Words<'_>, nth: i8) -> Result<Repeat, String> {
    if nth == 5 {
        let word = words.peek().unwrap_or_default();
        return Err(format!(
            "`{word}`: not every month has a fifth week, in `{}`: write `last`, or the dates",
            words.line
        ));
    }
    words.at += 1;
    let day = words.peek().and_then(weekday).ok_or_else(|| words.problem(DAYS))?;
    words.at += 1;
    let said = words.take_any(&[
        &["of", "month"],
        &["of", "the", "month"],
        &["of", "each", "month"],
        &["of", "every", "month"],
        &["monthly"],
    ]);
    let help = "after `1st Tue` write `of month`; for two weeks of a month write a line for each";
    if said { Ok(Repeat::Monthly(nth, day)) } else { Err(words.problem(help)) }
}

fn nth(word: &str) -> Option<i8> {
    match word {
        "1st" | "first" => Some(1),
        "2nd" | "second" => Some(2),
        "3rd" | "third" => Some(3),
        "4th" | "fourth" => Some(4),
        "5th" | "fifth" => Some(5),
        "last" => Some(-1),
        _ => None,
    }
}

fn every_day() -> Repeat {
    Repeat::Weekly(WEEK.map(|(day, _)| day).to_vec())
}

/// `mon`, `mon-fri`, `mon,wed`; none if the next word is not about days.
fn days(words: &mut Words<'_>) -> Result<Option<Vec<Weekday>>, String> {
    let Some(word) = words.peek() else { return Ok(None) };
    let is_time = first_of(word).parse::<u8>().is_ok() || time(first_of(word)).is_some();
    if is_time || !word.starts_with(|c: char| c.is_alphabetic()) {
        return Ok(None);
    }
    let mut days = Vec::new();
    for part in word.split(',') {
        days.extend(span(part).ok_or_else(|| words.not_understood(wrong_day(part), DAYS))?);
    }
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    words.at += 1;
    Ok(Some(days))
}

/// The end of a span that is no day.
fn wrong_day(part: &str) -> &str {
    part.split('-').find(|day| !day.is_empty() && weekday(day).is_none()).unwrap_or(part)
}

/// One day, or the days from one to another, over the week's end if need be.
fn span(part: &str) -> Option<Vec<Weekday>> {
    match part {
        "weekdays" => return span("mon-fri"),
        "weekends" => return span("sat-sun"),
        _ => {}
    }
    let (first, last) = part.split_once('-').unwrap_or((part, part));
    let (first, last) = (weekday(first)?, weekday(last)?);
    let count = first.until(last) + 1;
    Some(first.cycle_forward().take(usize::from(count.unsigned_abs())).collect())
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let long = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let short: [&[&str]; 7] = [
        &["mon", "mondays"],
        &["tue", "tues", "tuesdays"],
        &["wed", "weds", "wednesdays"],
        &["thu", "thur", "thurs", "thursdays"],
        &["fri", "fridays"],
        &["sat", "saturdays"],
        &["sun", "sundays"],
    ];
    let at = (0..WEEK.len()).find(|&day| long[day] == word || short[day].contains(&word))?;
    Some(WEEK[at].0)
}

/// `10:00-12:00`, several of them, `24 hours`, `by appointment`.
fn hours(words: &mut Words<'_>) -> Result<Hours, String> {
    if words.take_any(&[&["24", "hours"], &["24/7"], &["all", "day"]]) {
        return Ok(Hours::AllDay);
    }
    if words.take(&["by", "appointment"]) {
        return Ok(Hours::Arranged);
    }
    let mut spans: Vec<(Time, Time)> = Vec::new();
    while let Some(word) = words.peek().filter(|word| spans.is_empty() || word.contains('-')) {
        for part in word.split(',') {
            let hours = clock_span(part).ok_or_else(|| words.not_understood(wrong_time(part), HOURS))?;
            if spans.last().is_some_and(|before| hours.0 < before.1 || before.1 <= before.0) {
                return Err(format!(
                    "`{part}` starts before the hours that stand in front of it, in `{}`: {EARLY}",
                    words.line
                ));
            }
            spans.push(hours);
        }
        words.at += 1;
    }
    if spans.is_empty() { Err(words.problem(HOURS)) } else { Ok(Hours::Spans(spans)) }
}

const EARLY: &str = "write them in the order of the day, or on a line of their own";

fn clock_span(part: &str) -> Option<(Time, Time)> {
    let (start, end) = part.split_once('-')?;
    let start = if start == "midnight" { Time(0) } else { time(start).filter(|time| time.0 < 24 * 60)? };
    Some((start, time(end)?))
}

/// The end of a span that is no time, or all of it.
fn wrong_time(part: &str) -> &str {
    match part.split_once('-') {
        Some((start, end)) if time(start).is_some_and(|time| time.0 < 24 * 60) && !end.is_empty() => end,
        Some((start, end)) if time(end).is_some() && !start.is_empty() => start,
        _ => part,
    }
}

/// `9:00`, `09.00`, `9am`, `5:30pm`, `midday`; `24:00` and `midnight` are the end of the day.
fn time(word: &str) -> Option<Time> {
    match word {
        "midday" | "noon" => return Some(Time(12 * 60)),
        "midnight" => return Some(Time(24 * 60)),
        _ => {}
    }
    let (clock, noon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (word, None),
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        None if noon.is_some() => (number(clock)?, 0),
        _ => return None,
    };
    let hour = match noon {
        Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
        Some(_) => return None,
        None => hour,
    };
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= 24 * 60).then_some(Time(minutes))
}

fn number(digits: &str) -> Option<u16> {
    let good = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    good.then(|| digits.bytes().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
}

/// What follows the hours.
#[derive(Default)]
struct Ends {
    from: Option<Date>,
    until: Option<Date>,
    attend: Option<Attend>,
    overnight: bool,
    appointment: bool,
}

/// The ends that are one or two words.
const PLACES: [(&[&str], Attend); 7] = [
    (&["online"], Attend::Online),
    (&["at", "venue"], Attend::Venue),
    (&["at", "the", "venue"], Attend::Venue),
    (&["by", "phone"], Attend::Phone),
    (&["by", "telephone"], Attend::Phone),
    (&["at", "home"], Attend::HomeVisit),
    (&["at", "your", "home"], Attend::HomeVisit),
];

fn ends(words: &mut Words<'_>) -> Result<Ends, String> {
    let mut ends = Ends::default();
    while let Some(word) = words.peek().map(str::to_owned) {
        let place = PLACES.iter().find(|(phrase, _)| words.take(phrase)).map(|(_, attend)| *attend);
        let twice = if place.is_some() {
            std::mem::replace(&mut ends.attend, place).is_some()
        } else if words.take(&["overnight"]) {
            std::mem::replace(&mut ends.overnight, true)
        } else if words.take(&["by", "appointment"]) {
            std::mem::replace(&mut ends.appointment, true)
        } else if words.take(&["from"]) {
            ends.from.replace(day(words, &word)?).is_some()
        } else if words.take_any(&[&["until"], &["to"]]) {
            ends.until.replace(day(words, &word)?).is_some()
        } else {
            return Err(words.problem(ENDS));
        };
        if twice {
            return Err(format!("`{word}` stands twice in `{}`: keep one", words.line));
        }
    }
    Ok(ends)
}

fn day(words: &mut Words<'_>, after: &str) -> Result<Date, String> {
    let word = words.next();
    parse_date(&word.ok_or_else(|| format!("a date is missing after `{after}`: write it like `{after} 2026-11-22`"))?)
}

/// What no single word shows: an end before its start, and a fortnight that starts nowhere.
fn sensible(line: &str, schedule: &Schedule, ends: &Ends) -> Result<(), String> {
    if schedule.is_overnight() && !ends.overnight {
        return Err(format!("`{line}` ends before it starts: correct the hours, or add `overnight`"));
    }
    if ends.overnight && !schedule.is_overnight() {
        return Err(format!("`overnight` does not fit the hours in `{line}`: correct them, or remove `overnight`"));
    }
    if matches!(schedule.repeat, Repeat::Fortnightly(_)) && schedule.from.is_none() {
        return Err(format!("`{line}` does not say which weeks: add the first day, like `from 2026-01-08`"));
    }
    match (schedule.from, schedule.until) {
        (Some(from), Some(until)) if from > until => {
            Err(format!("`{until}` comes before `{from}` in `{line}`: correct one of the dates"))
        }
        _ => Ok(()),
    }
}
