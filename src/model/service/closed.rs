//! Turns what stands under `closed` (`2026-12-25..2027-01-01`, `bank holidays in Scotland`) into days and back.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::model::stored;
use crate::model::written::parse_date;

/// When a service is closed: some days, or the bank holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Closed {
    Days(Days),
    /// Those of a part of the kingdom; none for the one in which the service's area lies.
    BankHolidays(Option<Division>),
}

/// Days on which a service is closed, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Days {
    #[borsh(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub first: Date,
    #[borsh(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub last: Date,
}

/// A part of the kingdom with bank holidays of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Division {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

impl Division {
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// The division that a statistical code lies in: its first letter is the nation's.
    pub fn of_code(code: &str) -> Option<Self> {
        match code.chars().next()? {
            'E' | 'W' => Some(Self::EnglandAndWales),
            'S' => Some(Self::Scotland),
            'N' => Some(Self::NorthernIreland),
            _ => None,
        }
    }

    /// The part of the kingdom that words name, in lower case.
    pub fn named(words: &str) -> Option<Self> {
        match words.strip_prefix("the ").unwrap_or(words) {
            "england" | "wales" | "england and wales" | "england,wales" => Some(Self::EnglandAndWales),
            "scotland" => Some(Self::Scotland),
            "northern ireland" => Some(Self::NorthernIreland),
            _ => None,
        }
    }
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EnglandAndWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        })
    }
}

impl FromStr for Closed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if plain == "bank holidays" {
            return Ok(Self::BankHolidays(None));
        }
        if let Some(place) = plain.strip_prefix("bank holidays in ") {
            return Division::named(place).map(|division| Self::BankHolidays(Some(division))).ok_or_else(|| {
                format!("`{place}` has no bank holidays of its own: write `England and Wales`, `Scotland` or `Northern Ireland`")
            });
        }
        text.parse().map(Self::Days)
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

impl<'de> Deserialize<'de> for Closed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) => days.fmt(f),
            Self::BankHolidays(None) => f.write_str("bank holidays"),
            Self::BankHolidays(Some(division)) => write!(f, "bank holidays in {division}"),
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.first == self.last { Ok(()) } else { write!(f, "..{}", self.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_days_are_one_or_a_span_or_bank_holidays() {
        for written in ["2026-05-25", "2026-12-25..2027-01-01", "bank holidays", "bank holidays in Northern Ireland"] {
            assert_eq!(written.parse::<Closed>().unwrap().to_string(), written);
        }
        for (text, message) in [
            (
                "2027-01-01..2026-12-25",
                "the days `2027-01-01..2026-12-25` are the wrong way round: write `2026-12-25..2027-01-01`",
            ),
            (
                "bank holidays in Kent",
                "`kent` has no bank holidays of its own: write `England and Wales`, `Scotland` or `Northern Ireland`",
            ),
            ("Christmas", "`Christmas` is not a date: write year-month-day, like 2026-11-22"),
        ] {
            assert_eq!(text.parse::<Closed>().unwrap_err(), message);
        }
    }
}
