//! Turns opening times, days and ages into words of a language: `Monday to Friday, 9am to 5pm`.
//!
//! ICU gives the names of days and months; the `times-` strings put them together, so that a translator can change how.

use jiff::civil::{Date, Weekday};

use super::{Arg, Voice, Words};
use crate::model::{Ages, Attend, Closed, Days, Division, Hours, Language, Repeat, Schedule, Time};

/// The strings that opening times are made of. A language without all of them has its times in its fallback's words:
/// half a sentence in each language helps nobody.
pub(super) const PATTERNS: [&str; 23] = [
    "times-daily",
    "times-weekly",
    "times-fortnightly",
    "times-monthly",
    "times-range",
    "times-from",
    "times-until",
    "times-between",
    "times-dated",
    "times-hours",
    "times-overnight",
    "times-all-day",
    "times-online",
    "times-venue",
    "times-phone",
    "times-home",
    "times-appointment",
    "times-bank-holidays",
    "times-then",
    "session-day",
    "closed-days",
    "closed-bank-holidays",
    "closed-bank-holidays-here",
];

/// Likewise for a time of day; without them it is written by ICU.
pub(super) const TIME_PATTERNS: [&str; 4] = ["time-hour", "time-minutes", "time-midday", "time-midnight"];

const MIDDAY: u16 = 12 * 60;
const DAY: u16 = 24 * 60;

/// Hours under 24 and minutes under 60; midnight at the end of a day is 0:00.
pub(super) fn clock(time: Time) -> (u8, u8) {
    let minutes = time.0 % DAY;
    let part = |part: u16| u8::try_from(part).expect("a day has 24 hours of 60 minutes");
    (part(minutes / 60), part(minutes % 60))
}

impl Words {
    /// `9am`, `4:30pm`, `midday`, `midnight`; what CLDR writes (`17:00`) where a language has no strings for it.
    pub fn time(&self, language: Language, time: Time) -> String {
        self.voice(language).time(time)
    }

    /// `first Tuesday of each month, 10:30am to midday`; see `times_language` for the language of the words.
    pub fn schedule(&self, language: Language, schedule: &Schedule) -> String {
        let voice = self.voice(self.times_language(language));
        let hours = voice.hours(&schedule.hours);
        let appointment = schedule.appointment.then(|| voice.say("times-appointment", &[]));
        let place = schedule.attend.map(|attend| voice.say(place_of(attend), &[]));
        let mut parts = voice.when(schedule).into_iter().chain(hours).chain(appointment).chain(place);
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |text, next| {
            voice.say("times-then", &[("before", Arg::Text(&text)), ("next", Arg::Text(&next))])
        })
    }

    /// `Thursday 3 December 2026, 10:30am to midday, online`; in `times_language`.
    pub fn session(&self, language: Language, day: Date, hours: (Time, Time), attend: Option<Attend>) -> String {
        let voice = self.voice(self.times_language(language));
        let date = voice.formats.date(day);
        let weekday = Arg::Text(voice.formats.weekday(day.weekday()));
        let day = voice.say("session-day", &[("weekday", weekday), ("date", Arg::Text(&date))]);
        let place = attend.map(|attend| voice.say(place_of(attend), &[]));
        std::iter::once(voice.span(hours)).chain(place).fold(day, |text, next| {
            voice.say("times-then", &[("before", Arg::Text(&text)), ("next", Arg::Text(&next))])
        })
    }

    /// The language that `schedule` and `closed` speak: the first of the fallback chain with all their strings.
    pub fn times_language(&self, language: Language) -> Language {
        self.voice(language).times
    }

    /// `25 December 2026 to 1 January 2027`, one day, or `bank holidays`; in `times_language`.
    pub fn closed(&self, language: Language, closed: &Closed) -> String {
        let voice = self.voice(self.times_language(language));
        let days: &Days = match closed {
            Closed::Days(days) => days,
            Closed::BankHolidays(None) => return voice.say("closed-bank-holidays-here", &[]),
            Closed::BankHolidays(Some(of)) => {
                return voice.say("closed-bank-holidays", &[("nation", Arg::Key(division(*of)))]);
            }
        };
        let first = voice.formats.date(days.first);
        if days.first == days.last {
            return first;
        }
        let last = voice.formats.date(days.last);
        voice.say("closed-days", &[("first", Arg::Text(&first)), ("last", Arg::Text(&last))])
    }

    /// `18 and over`, `under 18`, `5 to 17`, `any age`.
    pub fn ages(&self, language: Language, ages: Ages) -> String {
        let voice = self.voice(language);
        let number = |age: u8| Arg::Number(u64::from(age));
        match (ages.from.filter(|from| *from > 0), ages.to) {
            (None, None) => voice.say("ages-any", &[]),
            (Some(from), None) => voice.say("ages-from", &[("from", number(from))]),
            (None, Some(to)) => voice.say("ages-under", &[("under", Arg::Number(u64::from(to) + 1))]),
            (Some(from), Some(to)) if from == to => voice.say("ages-one", &[("age", number(from))]),
            (Some(from), Some(to)) => voice.say("ages-between", &[("from", number(from)), ("to", number(to))]),
        }
    }
}

impl Voice {
    fn time(&self, time: Time) -> String {
        let (hour, minute) = clock(time);
        if !self.tells_time {
            return self.formats.time(time);
        }
        match time.0 % DAY {
            0 => return self.say("time-midnight", &[]),
            MIDDAY => return self.say("time-midday", &[]),
            _ => {}
        }
        let minutes = format!("{minute:02}");
        let args = [
            ("hour", Arg::Number(u64::from((hour + 11) % 12 + 1))),
            ("half", Arg::Key(if hour < 12 { "am" } else { "pm" })),
            ("period", Arg::Key(period(hour))),
            ("minute", Arg::Text(&minutes)),
        ];
        self.say(if minute == 0 { "time-hour" } else { "time-minutes" }, &args)
    }

    /// The days and the dates between which they hold; none where a line says no more than `by appointment`.
    fn when(&self, schedule: &Schedule) -> Option<String> {
        if let Some(date) = schedule.only_date() {
            return Some(self.formats.date(date));
        }
        let every_day = matches!(&schedule.repeat, Repeat::Weekly(days) if days.len() >= 7);
        let dates = self.dates(schedule);
        if every_day && schedule.hours == Hours::Arranged {
            return dates;
        }
        let days = self.days(&schedule.repeat);
        Some(match dates {
            Some(dates) => self.say("times-dated", &[("days", Arg::Text(&days)), ("dates", Arg::Text(&dates))]),
            None => days,
        })
    }

    fn days(&self, repeat: &Repeat) -> String {
        match repeat {
            Repeat::BankHolidays(of) => {
                self.say("times-bank-holidays", &[("nation", Arg::Key(of.map_or("here", division)))])
            }
            Repeat::Weekly(days) => self.weekly(days),
            Repeat::Fortnightly(days) => self.repeated("times-fortnightly", days),
            Repeat::Monthly(nth, day) => {
                let name = Arg::Text(self.formats.weekday(*day));
                let args = [("day", name), ("weekday", Arg::Key(key(*day))), ("nth", Arg::Key(ordinal(*nth)))];
                self.say("times-monthly", &args)
            }
        }
    }

    /// Days that follow each other, three or more, are a range: `Monday to Friday`.
    fn weekly(&self, days: &[Weekday]) -> String {
        let runs: Vec<&[Weekday]> = days.chunk_by(|a, b| a.next() == *b).collect();
        if days.is_empty() || days.len() >= 7 {
            return self.say("times-daily", &[]);
        }
        if runs.iter().all(|run| run.len() < 3) {
            return self.repeated("times-weekly", days);
        }
        let parts: Vec<String> = runs.into_iter().flat_map(|run| self.run(run)).collect();
        self.formats.list(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn run(&self, run: &[Weekday]) -> Vec<String> {
        match run {
            [first, _, .., last] => {
                let name = |day: &Weekday| Arg::Text(self.formats.weekday(*day));
                vec![self.say("times-range", &[("first", name(first)), ("last", name(last))])]
            }
            few => few.iter().map(|day| self.formats.weekday(*day).to_owned()).collect(),
        }
    }

    fn repeated(&self, pattern: &str, days: &[Weekday]) -> String {
        let names: Vec<&str> = days.iter().map(|day| self.formats.weekday(*day)).collect();
        let weekday = days.first().map_or("", |day| key(*day));
        self.say(pattern, &[("days", Arg::Text(&self.formats.list(&names))), ("weekday", Arg::Key(weekday))])
    }

    fn dates(&self, schedule: &Schedule) -> Option<String> {
        let from = schedule.from.map(|date| self.formats.date(date));
        let until = schedule.until.map(|date| self.formats.date(date));
        Some(match (&from, &until) {
            (None, None) => return None,
            (Some(from), None) => self.say("times-from", &[("date", Arg::Text(from))]),
            (None, Some(until)) => self.say("times-until", &[("date", Arg::Text(until))]),
            (Some(from), Some(until)) => {
                self.say("times-between", &[("from", Arg::Text(from)), ("until", Arg::Text(until))])
            }
        })
    }

    /// None where they are arranged.
    fn hours(&self, hours: &Hours) -> Option<String> {
        let spans = match hours {
            Hours::AllDay => return Some(self.say("times-all-day", &[])),
            Hours::Arranged => return None,
            Hours::Spans(spans) => spans,
        };
        let said: Vec<String> = spans.iter().map(|&span| self.span(span)).collect();
        Some(self.formats.list(&said.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    fn span(&self, (start, end): (Time, Time)) -> String {
        if end.0.wrapping_sub(start.0) == DAY {
            return self.say("times-all-day", &[]);
        }
        // An end at midnight belongs to the day that ends with it.
        let overnight = end <= start && end.0 > 0;
        let (start, end) = (self.time(start), self.time(end));
        let args = [("start", Arg::Text(&start)), ("end", Arg::Text(&end))];
        self.say(if overnight { "times-overnight" } else { "times-hours" }, &args)
    }
}

fn place_of(attend: Attend) -> &'static str {
    match attend {
        Attend::Venue => "times-venue",
        Attend::Online => "times-online",
        Attend::Phone => "times-phone",
        Attend::HomeVisit => "times-home",
    }
}

/// How strings name a part of the kingdom.
fn division(of: Division) -> &'static str {
    match of {
        Division::EnglandAndWales => "england-and-wales",
        Division::Scotland => "scotland",
        Division::NorthernIreland => "northern-ireland",
    }
}

/// The part of the day by which a language may name an hour (`شام 5 بجے`).
fn period(hour: u8) -> &'static str {
    match hour {
        5..=11 => "morning",
        12..=15 => "afternoon",
        16..=19 => "evening",
        _ => "night",
    }
}

fn key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}

fn ordinal(nth: i8) -> &'static str {
    match nth {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    }
}
