//! Turns a year into the bank holidays of a part of the kingdom.
//!
//! The rules are those of the Banking and Financial Dealings Act 1971, its schedule, and the substitute days that are
//! proclaimed each year: a fixed day that falls on a weekend moves to the next weekday that is no bank holiday. What
//! single proclamations moved or added stands in `PROCLAIMED`, as <https://www.gov.uk/bank-holidays> lists it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::model::Division;

/// Days that were added for one year, and days that were moved: of which part of the kingdom (none for all), from, to.
const PROCLAIMED: [(Option<Division>, Option<Date>, Date); 6] = [
    (None, Some(Date::constant(2020, 5, 4)), Date::constant(2020, 5, 8)),
    (None, Some(Date::constant(2022, 5, 30)), Date::constant(2022, 6, 2)),
    (None, None, Date::constant(2022, 6, 3)),
    (None, None, Date::constant(2022, 9, 19)),
    (None, None, Date::constant(2023, 5, 8)),
    (Some(Division::Scotland), None, Date::constant(2026, 6, 15)),
];

/// The bank holidays of a year, in order.
pub fn of_year(division: Division, year: i16) -> Vec<Date> {
    let mut days = moving(division, year);
    days.extend(fixed(division, year));
    let here = |of: Option<Division>| of.is_none_or(|of| of == division);
    for (_, from, to) in PROCLAIMED.into_iter().filter(|(of, _, to)| here(*of) && to.year() == year) {
        days.retain(|day| Some(*day) != from);
        days.push(to);
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// Days of each year's own date: those about Easter, and the Mondays.
fn moving(division: Division, year: i16) -> Vec<Date> {
    let easter = easter(year);
    let monday = |month, nth| monday(year, month, nth);
    let mut days = vec![easter.map(|day| day.saturating_sub(2.days())), monday(5, 1), monday(5, -1)];
    match division {
        Division::Scotland => days.push(monday(8, 1)),
        Division::EnglandAndWales | Division::NorthernIreland => {
            days.push(easter.map(|day| day.saturating_add(1.day())));
            days.push(monday(8, -1));
        }
    }
    days.into_iter().flatten().collect()
}

fn monday(year: i16, month: i8, nth: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).map_or(None, Some)?;
    first.nth_weekday_of_month(nth, Weekday::Monday).map_or(None, Some)
}

/// Days with a date, on it or, where that is a weekend, on their substitute.
fn fixed(division: Division, year: i16) -> Vec<Date> {
    let own: &[(i8, i8)] = match division {
        Division::EnglandAndWales => &[(1, 1), (12, 25), (12, 26)],
        Division::Scotland => &[(1, 1), (1, 2), (11, 30), (12, 25), (12, 26)],
        Division::NorthernIreland => &[(1, 1), (3, 17), (7, 12), (12, 25), (12, 26)],
    };
    let dates = own.iter().filter_map(|&(month, day)| Date::new(year, month, day).map_or(None, Some));
    let (weekend, mut days): (Vec<Date>, Vec<Date>) = dates.partition(|&day| is_weekend(day));
    for day in weekend {
        let mut substitute = day;
        while is_weekend(substitute) || days.contains(&substitute) {
            let Ok(next) = substitute.tomorrow() else { break };
            substitute = next;
        }
        days.push(substitute);
    }
    days
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday of the Gregorian calendar ("Nature", 20 April 1876).
fn easter(year: i16) -> Option<Date> {
    let year_of = i32::from(year);
    let (golden, century, in_century) = (year_of % 19, year_of / 100, year_of % 100);
    let (d, e) = (century / 4, century % 4);
    let g = (8 * century + 13) / 25;
    let epact = (19 * golden + century - d - g + 15) % 30;
    let (i, k) = (in_century / 4, in_century % 4);
    let l = (32 + 2 * e + 2 * i - epact - k) % 7;
    let m = (golden + 11 * epact + 19 * l) / 433;
    let month = (epact + l - 7 * m + 90) / 25;
    let day = (epact + l - 7 * m + 33 * month + 19) % 32;
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return None };
    Date::new(year, month, day).map_or(None, Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As <https://www.gov.uk/bank-holidays> lists them.
    #[test]
    fn bank_holidays_are_those_that_were_proclaimed() {
        let cases: [(Division, i16, &str); 10] = [
            (Division::EnglandAndWales, 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
            (Division::EnglandAndWales, 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
            (Division::EnglandAndWales, 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
            (Division::EnglandAndWales, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
            (Division::EnglandAndWales, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
            (Division::Scotland, 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"),
            (Division::Scotland, 2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"),
            (Division::Scotland, 2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"),
            (Division::NorthernIreland, 2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26"),
            (Division::NorthernIreland, 2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28"),
        ];
        for (division, year, days) in cases {
            let found: Vec<String> =
                of_year(division, year).iter().map(|day| day.to_string()[5..].to_owned()).collect();
            assert_eq!(found.join(" "), days, "{division} {year}");
        }
    }

    #[test]
    fn any_year_has_some() {
        for year in [-9999, 0, 1583, 9999] {
            for division in Division::ALL {
                assert!(!of_year(division, year).is_empty(), "{division} {year}");
            }
        }
    }
}
