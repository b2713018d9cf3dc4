//! Turns days, which come from another crate, into the compact form that a build remembers records in, and back.
#![allow(clippy::missing_errors_doc, reason = "each fails as its reader or writer does, or on what cannot be a day")]

use std::io::{self, ErrorKind, Read, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::{Date, Weekday};

pub fn write_day<W: Write>(day: &Date, writer: &mut W) -> io::Result<()> {
    (day.year(), day.month(), day.day()).serialize(writer)
}

pub fn read_day<R: Read>(reader: &mut R) -> io::Result<Date> {
    let (year, month, day) = BorshDeserialize::deserialize_reader(reader)?;
    Date::new(year, month, day).map_err(damaged)
}

pub fn write_date<W: Write>(date: &Option<Date>, writer: &mut W) -> io::Result<()> {
    date.is_some().serialize(writer)?;
    date.map_or(Ok(()), |date| write_day(&date, writer))
}

pub fn read_date<R: Read>(reader: &mut R) -> io::Result<Option<Date>> {
    let is_some: bool = BorshDeserialize::deserialize_reader(reader)?;
    is_some.then(|| read_day(reader)).transpose()
}

pub fn write_weekday<W: Write>(day: &Weekday, writer: &mut W) -> io::Result<()> {
    day.to_monday_one_offset().serialize(writer)
}

pub fn read_weekday<R: Read>(reader: &mut R) -> io::Result<Weekday> {
    Weekday::from_monday_one_offset(BorshDeserialize::deserialize_reader(reader)?).map_err(damaged)
}

pub fn write_week<W: Write>(days: &[Weekday], writer: &mut W) -> io::Result<()> {
    let days: Vec<i8> = days.iter().map(|day| day.to_monday_one_offset()).collect();
    days.serialize(writer)
}

pub fn read_week<R: Read>(reader: &mut R) -> io::Result<Vec<Weekday>> {
    let days: Vec<i8> = BorshDeserialize::deserialize_reader(reader)?;
    days.into_iter().map(|day| Weekday::from_monday_one_offset(day).map_err(damaged)).collect()
}

fn damaged(error: jiff::Error) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_back() {
        let day = Date::constant(2026, 11, 22);
        let mut bytes = Vec::new();
        write_date(&Some(day), &mut bytes).unwrap();
        write_date(&None, &mut bytes).unwrap();
        write_week(&[Weekday::Monday, Weekday::Sunday], &mut bytes).unwrap();
        let mut reader = &*bytes;
        assert_eq!(read_date(&mut reader).unwrap(), Some(day));
        assert_eq!(read_date(&mut reader).unwrap(), None);
        assert_eq!(read_week(&mut reader).unwrap(), [Weekday::Monday, Weekday::Sunday]);
        assert!(read_day(&mut &[0u8, 1, 13, 1][..]).is_err());
    }
}
