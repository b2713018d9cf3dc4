//! Turns a line such as `1st Tue of month 10:30-12:00` into a schedule and back.

mod line;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::model::stored;
use crate::model::written::parse_date;

/// When a service runs: some days, a span of hours, and the dates between which that holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Schedule {
    pub repeat: Repeat,
    /// Start and end in local wall time; none for all day. An end that is not after the start lies on the next day:
    /// only a line that says `overnight` is read so.
    pub hours: Option<(Time, Time)>,
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub from: Option<Date>,
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub until: Option<Date>,
    pub online: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Repeat {
    /// Every week on these days, Monday first.
    Weekly(#[borsh(serialize_with = "stored::write_week", deserialize_with = "stored::read_week")] Vec<Weekday>),
    /// Every second week on these days, counted from `Schedule::from`, which is then always there.
    Fortnightly(#[borsh(serialize_with = "stored::write_week", deserialize_with = "stored::read_week")] Vec<Weekday>),
    /// The nth weekday of each month, 1 to 4; -1 is the last.
    Monthly(i8, #[borsh(serialize_with = "stored::write_weekday", deserialize_with = "stored::read_weekday")] Weekday),
}

/// A time of day in minutes after midnight; an end may be 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Time(pub u16);

/// Days on which a service is closed, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Days {
    #[borsh(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub first: Date,
    #[borsh(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub last: Date,
}

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
        self.hours.is_some_and(|(start, end)| end <= start)
    }
}

impl FromStr for Schedule {
    type Err = String;

    /// Reads a line; the message says what is not understood and, after `: `, what is.
    fn from_str(line: &str) -> Result<Self, String> {
        line::read(line)
    }
}

impl FromStr for Days {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let (first, last) = (parse_date(first.trim())?, parse_date(last.trim())?);
        if first > last {
            return Err(format!("the days `{text}` are the wrong way round: write `{last}..{first}`"));
        }
        Ok(Self { first, last })
    }
}

impl<'de> Deserialize<'de> for Schedule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for Schedule {
    /// Writes the line in its usual form: `parse` reads it back as the same schedule.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.repeat, self.hours) {
            (Repeat::Weekly(days), None) if days.len() == WEEK.len() => {}
            (Repeat::Weekly(days), _) if days.len() == WEEK.len() => f.write_str("daily ")?,
            (Repeat::Weekly(days), _) => write!(f, "{} ", list_of(days))?,
            (Repeat::Fortnightly(days), _) => write!(f, "every 2 weeks {} ", list_of(days))?,
            (Repeat::Monthly(nth, day), _) => write!(f, "{} {} of month ", ordinal(*nth), name_of(*day))?,
        }
        match self.hours {
            Some((start, end)) => write!(f, "{start}-{end}")?,
            None => f.write_str("24 hours")?,
        }
        if self.is_overnight() {
            f.write_str(" overnight")?;
        }
        if let Some(from) = self.from {
            write!(f, " from {from}")?;
        }
        if let Some(until) = self.until {
            write!(f, " until {until}")?;
        }
        if self.online { f.write_str(" online") } else { Ok(()) }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.first == self.last { Ok(()) } else { write!(f, "..{}", self.last) }
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
