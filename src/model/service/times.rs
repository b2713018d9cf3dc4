//! Turns a line such as `1st Tue of month 10:30-12:00` into a schedule.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer};

/// When a service runs: some days, a span of hours, and the dates between which that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub repeat: Repeat,
    /// Start and end in local wall time; none for all day. The end may lie before the start only if it runs overnight.
    pub hours: Option<(Time, Time)>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub online: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Every week on these days, Monday first.
    Weekly(Vec<Weekday>),
    /// Every second week on these days, counted from `Schedule::from`.
    Fortnightly(Vec<Weekday>),
    /// The nth weekday of each month; -1 is the last.
    Monthly(i8, Weekday),
}

/// A time of day in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(pub u16);

/// Days on which a service is closed, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub first: Date,
    pub last: Date,
}

impl<'de> Deserialize<'de> for Schedule {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        unimplemented!("records helper")
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        unimplemented!("records helper")
    }
}
