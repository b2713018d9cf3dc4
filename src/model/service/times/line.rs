//! Turns the words of a line about opening times into a schedule.

use jiff::civil::{Date, Weekday};

use super::{Repeat, Schedule, Time, WEEK};
use crate::model::written::parse_date;

const HELP: &str = "write the days and then the hours, like `Mon-Fri 09:00-17:00`, `1st Tue of month 10:30-12:00`, \
                    `every 2 weeks Thu 18:00-19:30 from 2026-01-08`, `daily 08:00-20:00` or `24 hours`; \
                    then, if you like, `from` and `until` a date, `online`, `overnight`";

/// Reads a whole line.
///
/// # Errors
/// What is not understood and, after `: `, what is.
pub fn read(line: &str) -> Result<Schedule, String> {
    let plain = plain(line);
    let mut words = Words { line, rest: plain.split_whitespace().collect(), at: 0 };
    if words.rest.is_empty() {
        return Err(format!("the times are missing: {HELP}"));
    }
    let repeat = repeat(&mut words)?;
    let hours = hours(&mut words)?;
    let ends = ends(&mut words)?;
    let schedule = Schedule {
        repeat: repeat.unwrap_or_else(every_day),
        hours,
        from: ends.from,
        until: ends.until,
        online: ends.online,
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

/// The words of a line that are not read yet.
struct Words<'a> {
    line: &'a str,
    rest: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.rest.get(self.at).copied()
    }

    /// Takes the next words if they are these.
    fn take(&mut self, words: &[&str]) -> bool {
        let found = self.rest[self.at..].starts_with(words);
        if found {
            self.at += words.len();
        }
        found
    }

    fn take_any(&mut self, phrases: &[&[&str]]) -> bool {
        phrases.iter().any(|words| self.take(words))
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    fn problem(&self) -> String {
        match self.peek() {
            Some(word) => format!("`{word}` is not understood in `{}`: {HELP}", self.line),
            None => format!("`{}` says no hours: {HELP}", self.line),
        }
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
        return days(words)?.map(Repeat::Fortnightly).map(Some).ok_or_else(|| words.problem());
    }
    if let Some(nth) = words.peek().and_then(nth) {
        return monthly(words, nth).map(Some);
    }
    words.take_any(&[&["every", "week"], &["every"], &["weekly"]]);
    Ok(days(words)?.map(Repeat::Weekly))
}

fn monthly(words: &mut Words<'_>, nth: i8) -> Result<Repeat, String> {
    if nth == 5 {
        return Err(format!("not every month has a fifth week, in `{}`: write `last`, or the dates", words.line));
    }
    words.at += 1;
    let day = words.peek().and_then(weekday).ok_or_else(|| words.problem())?;
    words.at += 1;
    let said = words.take_any(&[
        &["of", "month"],
        &["of", "the", "month"],
        &["of", "each", "month"],
        &["of", "every", "month"],
        &["monthly"],
    ]);
    if said { Ok(Repeat::Monthly(nth, day)) } else { Err(words.problem()) }
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
    if !word.starts_with(|c: char| c.is_alphabetic()) {
        return Ok(None);
    }
    let mut days = Vec::new();
    for part in word.split(',') {
        days.extend(span(part).ok_or_else(|| words.problem())?);
    }
    days.sort_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    words.at += 1;
    Ok(Some(days))
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

/// `10:00-12:00`, or none for `24 hours`.
fn hours(words: &mut Words<'_>) -> Result<Option<(Time, Time)>, String> {
    if words.take_any(&[&["24", "hours"], &["24/7"], &["all", "day"]]) {
        return Ok(None);
    }
    let hours = words.peek().and_then(|word| word.split_once('-'));
    let hours = hours.and_then(|(start, end)| time(start).filter(|time| time.0 < 24 * 60).zip(time(end)));
    if hours.is_none() {
        return Err(words.problem());
    }
    words.at += 1;
    Ok(hours)
}

/// `9:00`, `09.00`, `9am`, `5:30pm`; `24:00` is the end of the day.
fn time(word: &str) -> Option<Time> {
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
    online: bool,
    overnight: bool,
}

fn ends(words: &mut Words<'_>) -> Result<Ends, String> {
    let mut ends = Ends::default();
    while let Some(word) = words.peek() {
        let twice = match word {
            "from" => ends.from.is_some(),
            "to" | "until" => ends.until.is_some(),
            "online" => ends.online,
            "overnight" => ends.overnight,
            _ => return Err(words.problem()),
        };
        if twice {
            return Err(format!("`{word}` stands twice in `{}`: keep one", words.line));
        }
        words.at += 1;
        match word {
            "from" => ends.from = Some(day(words, word)?),
            "online" => ends.online = true,
            "overnight" => ends.overnight = true,
            _ => ends.until = Some(day(words, word)?),
        }
    }
    Ok(ends)
}

fn day(words: &mut Words<'_>, after: &str) -> Result<Date, String> {
    let word = words.next();
    parse_date(word.ok_or_else(|| format!("a date is missing after `{after}`: write it like `{after} 2026-11-22`"))?)
}

/// What no single word shows: an end before its start, and a fortnight that starts nowhere.
fn sensible(line: &str, schedule: &Schedule, ends: &Ends) -> Result<(), String> {
    if schedule.is_overnight() && !ends.overnight {
        return Err(format!("`{line}` ends before it starts: correct the hours, or add `overnight`"));
    }
    if ends.overnight && !schedule.is_overnight() {
        return Err(format!("`{line}` does not run overnight: correct the hours, or remove `overnight`"));
    }
    if matches!(schedule.repeat, Repeat::Fortnightly(_)) && schedule.from.is_none() {
        return Err(format!("`{line}` does not say which weeks: add the first day, like `from 2026-01-08`"));
    }
    match (schedule.from, schedule.until) {
        (Some(from), Some(until)) if from > until => {
            Err(format!("`{line}` ends on a day before it starts: correct one of the dates"))
        }
        _ => Ok(()),
    }
}
