//! Turns a line such as `1st Tue of month 10:30-12:00` into a schedule and back.
//!
//! The grammar, in which letters may be large or small and `[ ]` may be left out:
//!
//! ```text
//! line    = [days] hours { end }
//! days    = "daily" | list | nth weekday "of month" | "every 2 weeks" list | date | "bank holidays" ["in" nation]
//! list    = weekday ["-" weekday] { "," weekday ["-" weekday] } | "weekdays" | "weekends"
//! nth     = "1st" | "2nd" | "3rd" | "4th" | "last"
//! hours   = time "-" time { "," time "-" time } | "24 hours" | "by appointment"
//! time    = "09:00" | "9am" | "5.30pm" | "midday" | "midnight"
//! end     = "from" date | ("until" | "to") date | "overnight" | "by appointment"
//!         | "online" | "at venue" | "by phone" | "at home"
//! nation  = "England and Wales" | "Scotland" | "Northern Ireland"
//! date    = "2026-11-22"
//! ```

mod line;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::Attend;
use super::closed::Division;
use crate::model::stored;

/// Lines that show each form there is, for schemas and for people.
pub const EXAMPLES: [&str; 10] = [
    "Mon-Fri 09:00-17:00",
    "Mon, Wed 09:00-12:00, 13:00-16:30",
    "1st Tue of month 10:30-12:00",
    "every 2 weeks Thu 18:00-19:30 from 2026-01-08 until 2026-03-26 online",
    "Sat, Sun 22:00-07:00 overnight",
    "2026-12-12 10:00-12:00 at venue",
    "bank holidays 10:00-14:00 by phone",
    "Mon by appointment",
    "daily 08:00-20:00",
    "24 hours",
];

/// When a service runs: some days, what hours, and the dates between which that holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Schedule {
    pub repeat: Repeat,
    pub hours: Hours,
    /// Whether people agree a time before they come.
    pub appointment: bool,
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub from: Option<Date>,
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub until: Option<Date>,
    /// Where it takes place at these times; none where the line does not say.
    pub attend: Option<Attend>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Repeat {
    /// Every week on these days, Monday first. One date is every day from that date until it.
    Weekly(#[borsh(serialize_with = "stored::write_week", deserialize_with = "stored::read_week")] Vec<Weekday>),
    /// Every second week on these days, counted from `Schedule::from`, which is then always there.
    Fortnightly(#[borsh(serialize_with = "stored::write_week", deserialize_with = "stored::read_week")] Vec<Weekday>),
    /// The nth weekday of each month, 1 to 4; -1 is the last.
    Monthly(i8, #[borsh(serialize_with = "stored::write_weekday", deserialize_with = "stored::read_weekday")] Weekday),
    /// On bank holidays, whatever `closed` says of them: those of a part of the kingdom, or of the service's area.
    BankHolidays(Option<Division>),
}

/// In local wall time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Hours {
    AllDay,
    /// Starts and ends, each after the one before. An end of the last that is not after its start lies on the next day:
    /// only a line that says `overnight` is read so.
    Spans(Vec<(Time, Time)>),
    /// As agreed: only a line that says `by appointment` is read so.
    Arranged,
}

/// A time of day in minutes after midnight; an end may be 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Time(pub u16);

/// The days of the week, Monday first, as `Display` writes them.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Mon"),
    (Weekday::Tuesday, "Tue"),
    (Weekday::Wednesday, "Wed"),
    (Weekday::Thursday, "Thu"),
    (Weekday::Friday, "Fri"),
    (Weekday::Saturday, "Sat"),
    (Weekday::Sunday, "Sun"),
];

impl Schedule {
    /// Whether it ends on the day after it starts.
    pub fn is_overnight(&self) -> bool {
        self.hours.spans().last().is_some_and(|(start, end)| end <= start)
    }

    /// The one date on which it runs.
    pub fn only_date(&self) -> Option<Date> {
        let daily = matches!(&self.repeat, Repeat::Weekly(days) if days.len() == WEEK.len());
        self.from.filter(|_| daily && self.from == self.until)
    }
}

impl Hours {
    /// None for all day and for no hours.
    pub fn spans(&self) -> &[(Time, Time)] {
        if let Self::Spans(spans) = self { spans } else { &[] }
    }
}

impl FromStr for Schedule {
    type Err = String;

    /// Reads a line; the message says what is not understood and, after `: `, what is.
    fn from_str(line: &str) -> Result<Self, String> {
        line::read(line)
    }
}

impl<'de> Deserialize<'de> for Schedule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for Schedule {
    /// Writes the line in its usual form: `parse` reads it back as the same schedule.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let only = self.only_date();
        match only {
            Some(date) => write!(f, "{date} ")?,
            None => self.write_days(f)?,
        }
        self.write_hours(f)?;
        if let Some(from) = self.from.filter(|_| only.is_none()) {
            write!(f, " from {from}")?;
        }
        if let Some(until) = self.until.filter(|_| only.is_none()) {
            write!(f, " until {until}")?;
        }
        f.write_str(self.attend.map_or("", place_of))
    }
}

impl Schedule {
    fn write_days(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repeat {
            Repeat::Weekly(days) if days.len() == WEEK.len() => match self.hours {
                Hours::Spans(_) => f.write_str("daily "),
                Hours::AllDay | Hours::Arranged => Ok(()),
            },
            Repeat::Weekly(days) => write!(f, "{} ", list_of(days)),
            Repeat::Fortnightly(days) => write!(f, "every 2 weeks {} ", list_of(days)),
            Repeat::Monthly(nth, day) => write!(f, "{} {} of month ", ordinal(*nth), name_of(*day)),
            Repeat::BankHolidays(None) => f.write_str("bank holidays "),
            Repeat::BankHolidays(Some(division)) => write!(f, "bank holidays in {division} "),
        }
    }

    fn write_hours(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.hours {
            Hours::Arranged => return f.write_str("by appointment"),
            Hours::AllDay => f.write_str("24 hours")?,
            Hours::Spans(spans) => {
                let spans: Vec<String> = spans.iter().map(|(start, end)| format!("{start}-{end}")).collect();
                f.write_str(&spans.join(", "))?;
            }
        }
        f.write_str(if self.is_overnight() { " overnight" } else { "" })?;
        f.write_str(if self.appointment { " by appointment" } else { "" })
    }
}

/// How a line says where, after a space.
fn place_of(attend: Attend) -> &'static str {
    match attend {
        Attend::Venue => " at venue",
        Attend::Online => " online",
        Attend::Phone => " by phone",
        Attend::HomeVisit => " at home",
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// `Mon-Fri`, `Mon, Wed`: three days in a row or more are a span.
fn list_of(days: &[Weekday]) -> String {
    let runs = days.chunk_by(|a, b| b.to_monday_zero_offset() == a.to_monday_zero_offset() + 1);
    let mut parts = Vec::new();
    for run in runs {
        match run {
            [first, _, .., last] => parts.push(format!("{}-{}", name_of(*first), name_of(*last))),
            few => parts.extend(few.iter().map(|day| name_of(*day).to_owned())),
        }
    }
    parts.join(", ")
}

fn name_of(day: Weekday) -> &'static str {
    WEEK.iter().find(|(known, _)| *known == day).expect("the table holds all seven days").1
}

fn ordinal(nth: i8) -> &'static str {
    match nth {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        4 => "4th",
        _ => "last",
    }
}
