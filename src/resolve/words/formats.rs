//! Turns CLDR's data for a language into formatters for dates, lists, numbers and sorting, made once and shared.
//!
//! Dates are Gregorian and digits are Latin in every language: they stand beside telephone numbers, prices and the
//! dates of British letters, and readers compare them. ICU would choose the Persian calendar for Pashto and Persian, and
//! native digits for Bengali and Arabic.

use std::cmp::Ordering;

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets::{E, T, YMD};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use icu::time::Time as IcuTime;
use jiff::civil::{Date, Weekday};

use super::letters::{Letters, from_first_letter};
use super::{times, welsh};
use crate::model::{Language, Time};

/// What ICU does for one language.
#[derive(Debug)]
pub(super) struct Formats {
    language: Language,
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    time: NoCalendarFormatter<T>,
    /// Monday first.
    weekdays: [String; 7],
    list: ListFormatter,
    decimal: DecimalFormatter,
    collator: CollatorBorrowed<'static>,
    letters: Letters,
}

/// Why there are none: never for a language that was parsed, since ICU falls back to its root data.
const ROOT: &str = "ICU's own data has a root for every language";

impl Formats {
    /// The formatters of the first of `chain` for which CLDR knows the months, English otherwise. Sorting and letters
    /// are always those of `language`.
    pub(super) fn new(language: Language, chain: &[Language]) -> Self {
        let spoken = chain.iter().map(|&language| locale(language)).find(has_months).unwrap_or_else(english);
        let own = locale(language);
        let date = FixedCalendarDateTimeFormatter::try_new((&spoken).into(), YMD::long()).expect(ROOT);
        Self {
            language,
            date,
            time: NoCalendarFormatter::try_new((&spoken).into(), T::hm()).expect(ROOT),
            weekdays: weekdays(&spoken),
            list: ListFormatter::try_new_and((&spoken).into(), ListFormatterOptions::default()).expect(ROOT),
            decimal: DecimalFormatter::try_new((&spoken).into(), Default::default()).expect(ROOT),
            collator: Collator::try_new((&own).into(), CollatorOptions::default()).expect(ROOT),
            letters: Letters::new(&own),
        }
    }

    /// `12 October 2026`.
    pub(super) fn date(&self, date: Date) -> String {
        self.date.format(&gregorian(date)).to_string()
    }

    /// `17:00`, the way CLDR writes it.
    pub(super) fn time(&self, time: Time) -> String {
        let (hour, minute) = times::clock(time);
        let time = IcuTime::try_new(hour, minute, 0, 0).expect("a clock's hours are under 24 and minutes under 60");
        self.time.format(&time).to_string()
    }

    pub(super) fn weekday(&self, day: Weekday) -> &str {
        &self.weekdays[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }

    /// `a, b and c`.
    pub(super) fn list(&self, items: &[&str]) -> String {
        if welsh::is_welsh(self.language) { welsh::list(items) } else { self.list.format_to_string(items.iter()) }
    }

    /// A number with the separators of the language: `63,387`. A text that is no number comes back as it is.
    pub(super) fn decimal(&self, text: &str) -> String {
        Decimal::try_from_str(text).map_or_else(|_| text.to_owned(), |number| self.decimal.format(&number).to_string())
    }

    /// The order of an A to Z: by the dictionary of the language, from the first letter on, so that names under one
    /// letter stand together. What it holds equal is told apart by its characters.
    pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(from_first_letter(a), from_first_letter(b)).then_with(|| a.cmp(b))
    }

    /// Bytes that sort as `compare` does, but for what it holds equal.
    pub(super) fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(4 * name.len());
        let Ok(()) = self.collator.write_sort_key_to(from_first_letter(name), &mut key);
        key
    }

    pub(super) fn initial(&self, name: &str) -> String {
        self.letters.initial(name)
    }
}

/// The locale whose data are used for a language.
pub(super) fn locale(language: Language) -> Locale {
    let base = match language.as_str() {
        // CLDR's plain English is American.
        "en" => "en-GB",
        // Panjabi in Arabic letters has the months and the alphabet of Urdu; ICU has no data under its own names.
        "pa-Arab" | "pa-PK" | "pnb" | "pnb-Arab" => "ur",
        tag => tag,
    };
    format!("{base}-u-ca-gregory-nu-latn").parse().expect("a language with extensions of ours is a locale")
}

fn english() -> Locale {
    "en-GB-u-ca-gregory-nu-latn".parse().expect("the tag is written here")
}

/// Without data for a language ICU writes `2026 M10 12`, which no reader can use.
fn has_months(locale: &Locale) -> bool {
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), YMD::long()).expect(ROOT);
    let october = Date::constant(2026, 10, 12);
    !formatter.format(&gregorian(october)).to_string().contains("M10")
}

fn weekdays(locale: &Locale) -> [String; 7] {
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), E::long()).expect(ROOT);
    let welsh = locale.id.language.as_str() == "cy";
    // 5 January 2026 is a Monday.
    std::array::from_fn(|day| {
        let day = i8::try_from(day).expect("a week has seven days");
        let name = formatter.format(&gregorian(Date::constant(2026, 1, 5 + day))).to_string();
        // CLDR begins Welsh days with a capital, for calendars; inside a sentence it is `dydd Llun`.
        if welsh { name.replacen('D', "d", 1) } else { name }
    })
}

fn gregorian(date: Date) -> IcuDate<Gregorian> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_gregorian(i32::from(date.year()), month, day).expect("a civil date is a Gregorian date")
}
