//! Turns short dates and times into findings that say them in full.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::{Page, Passage};
use crate::checks::words::speech::Clock;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding};
use crate::parse::prose::Word;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// E012.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    for (passage, _, words) in page.sentences() {
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.value.is_none()) {
            let near = [at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1)];
            let Some(instead) = instead(page, passage, (word, near)) else { continue };
            let written = passage.str(word);
            notes.add(
                Finding::new(Code::EasyDate, format!("`{written}` is not written in full"))
                    .at(page.place(passage, word.at))
                    .help(format!("write {instead} (BW, GOV.UK style)")),
            );
        }
    }
}

/// What to write for a short date, month, day or time.
fn instead(page: &Page<'_>, passage: Passage<'_>, (word, near): (&Word, [Option<&Word>; 2])) -> Option<String> {
    let written = passage.str(word);
    let is_day = |word: &&Word| passage.str(word).starts_with(|c: char| c.is_ascii_digit());
    if let Some(month) = spelling::replacement(written, page.speech.months) {
        return near.into_iter().flatten().any(|word| is_day(&word)).then(|| format!("`{month}`"));
    }
    if !written.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_month = |word: &Word| {
        let name = passage.str(word);
        MONTHS.contains(&name) || spelling::replacement(name, page.speech.months).is_some()
    };
    if let Some(day) = ordinal(written).filter(|_| !page.speech.months.is_empty()) {
        return near.into_iter().flatten().any(is_month).then(|| format!("`{day}`"));
    }
    date(written, page.speech.months).or_else(|| time(written, page.speech.clock).map(|time| format!("`{time}`")))
}

/// The number of `1st`.
fn ordinal(word: &str) -> Option<&str> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    number.bytes().all(|b| b.is_ascii_digit()).then_some(number)
}

/// What to write for `1/3/2026`, `01.03.26` or `2026-03-01`.
fn date(word: &str, months: &[(&str, &str)]) -> Option<String> {
    let sign = ['/', '.', '-'].into_iter().find(|sign| word.matches(*sign).count() == 2)?;
    let parts: Vec<u32> = word.split(sign).map(|part| part.parse().unwrap_or(u32::MAX)).collect();
    let [first, month, last] = parts[..] else { return None };
    let (day, year) = if first > 31 { (last, first) } else { (first, last) };
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month) && year <= 2999;
    let year = if year < 100 { year + 2000 } else { year };
    let name = MONTHS.get(month.wrapping_sub(1) as usize)?;
    let instead = if !months.is_empty() {
        format!("`{day} {name} {year}`")
    } else {
        "the month as a word and the whole year".to_owned()
    };
    is_date.then_some(instead)
}

/// What to write for `09:00`, `9.30am`, `9:00am` or, where people say am and pm, `17:00`.
fn time(word: &str, clock: Clock) -> Option<String> {
    let digits = word.trim_end_matches(['a', 'p', 'm', 'A', 'P', 'M', '.']);
    let half = &word[digits.len()..];
    let is_half = matches!(half.to_ascii_lowercase().as_str(), "am" | "pm" | "a.m" | "p.m");
    let (hours, minutes) = digits.split_once([':', '.']).unwrap_or((digits, ""));
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u32>().ok() };
    let (hour, minute) = (number(hours)?, number(minutes)?);
    let has_minutes = digits.contains(':') && minutes.len() == 2;
    let is_time = hour < 24 && minute < 60 && (has_minutes || is_half) && hours.len() <= 2;
    if !is_time || !(half.is_empty() || is_half) {
        return None;
    }
    let tail = if minute == 0 { String::new() } else { format!(":{minutes}") };
    let instead = match (clock, is_half) {
        (Clock::Any, _) => format!("{hour}:{}{half}", if minutes.is_empty() { "00" } else { minutes }),
        (Clock::Twelve, true) => format!("{hour}{tail}{}", half.to_ascii_lowercase().replace('.', "")),
        (Clock::Twelve, false) => {
            let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
            format!("{twelve}{tail}{}", if hour < 12 { "am" } else { "pm" })
        }
    };
    let is_short = clock != Clock::Any || hours.starts_with('0');
    (is_short && instead != word).then_some(instead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_in_full() {
        for (word, expected) in [
            ("1/3/2026", Some("`1 March 2026`")),
            ("01.03.26", Some("`1 March 2026`")),
            ("2026-03-01", Some("`1 March 2026`")),
            ("1/2", None),
            ("99/99/2026", None),
            ("1.2.3.4", None),
            ("9-5", None),
        ] {
            assert_eq!(date(word, &[("jan", "January")]).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn times_have_no_leading_zero() {
        for (word, expected) in [
            ("09:00", Some("9am")),
            ("17:30", Some("5:30pm")),
            ("9.30am", Some("9:30am")),
            ("9:00am", Some("9am")),
            ("09am", Some("9am")),
            ("9am", None),
            ("5:30pm", None),
            ("9.30", None),
            ("999", None),
            ("24", None),
        ] {
            assert_eq!(time(word, Clock::Twelve).as_deref(), expected, "{word}");
        }
        assert_eq!(time("09:00", Clock::Any).as_deref(), Some("9:00"));
        assert_eq!(time("17:00", Clock::Any), None);
    }
}
