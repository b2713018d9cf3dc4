//! Turns words as editors write them (dates, yes and no, short texts) into values, with messages they understand.

use std::sync::Arc;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads a day written as `2026-11-22` and nothing else: `22/11/2026` means two things to two people.
///
/// # Errors
/// Says how a date is written, after the first `: `.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let numbers = |part: &str| part.len() == 10 && part.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = if numbers(text) { text.parse::<Date>().map_err(|error| error.to_string()) } else { Err(String::new()) };
    day.map_err(|_| {
        let example = turned(text).unwrap_or_else(|| "2026-11-22".to_owned());
        format!("`{text}` is not a date: write year-month-day, like {example}")
    })
}

/// A British date turned into ours, if that is what was written.
fn turned(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [day, month, year] = parts[..] else { return None };
    let example = format!("{year}-{month:0>2}-{day:0>2}");
    example.parse::<Date>().is_ok().then_some(example)
}

/// A day as `parse_date` reads it.
///
/// # Errors
/// Says how a date is written.
pub fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    parse_date(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// A day that may be left out.
///
/// # Errors
/// Says how a date is written.
pub fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| parse_date(&text).map_err(D::Error::custom)).transpose()
}

/// YAML 1.2 reads `no` as a word; editors mean the answer.
///
/// # Errors
/// Says which words are answers.
pub fn yes_or_no<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let answer = String::deserialize(deserializer)?;
    match answer.to_ascii_lowercase().as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(D::Error::custom(format!("`{answer}` is not an answer: write `yes` or `no`"))),
    }
}

/// A text that must say something; space around it goes.
///
/// # Errors
/// There is no text.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = trimmed(String::deserialize(deserializer)?);
    if text.is_empty() { Err(D::Error::custom("the text is missing: write it after the colon")) } else { Ok(text) }
}

/// A text that may be left out; an empty one is left out.
///
/// # Errors
/// It is a list or a group of keys.
pub fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.map(trimmed).filter(|text| !text.is_empty()))
}

/// A text as `optional_text` reads it, to be shared with what is made of it.
///
/// # Errors
/// It is a list or a group of keys.
pub fn optional_shared_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Arc<str>>, D::Error> {
    Ok(optional_text(deserializer)?.map(Arc::from))
}

/// Few texts have space around them, so that few are copied.
fn trimmed(text: String) -> String {
    let trimmed = text.trim();
    if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_iso_dates_are_dates() {
        assert_eq!(parse_date("2026-11-22").unwrap(), jiff::civil::date(2026, 11, 22));
        for (text, message) in [
            ("2026-13-01", "`2026-13-01` is not a date: write year-month-day, like 2026-11-22"),
            ("2026-02-29", "`2026-02-29` is not a date: write year-month-day, like 2026-11-22"),
            ("20261122", "`20261122` is not a date: write year-month-day, like 2026-11-22"),
            ("1/2/2026", "`1/2/2026` is not a date: write year-month-day, like 2026-02-01"),
            ("tomorrow", "`tomorrow` is not a date: write year-month-day, like 2026-11-22"),
        ] {
            assert_eq!(parse_date(text).unwrap_err(), message);
        }
    }
}
