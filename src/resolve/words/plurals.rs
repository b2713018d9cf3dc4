//! Turns a language into the forms that its words take with numbers (CLDR), each with numbers that take it.

use icu::decimal::input::Decimal;
use icu::plurals::{PluralCategory, PluralRules};

use super::formats::locale;
use crate::model::Language;

/// A form, by the name that strings choose it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluralForm {
    pub name: &'static str,
    /// The first numbers that take it, such as `3`; decimals where no whole number does.
    pub examples: Vec<String>,
}

/// How many numbers show what a form is for.
const EXAMPLES: usize = 4;

/// The forms of a language, from zero to many.
pub fn plurals(language: Language) -> Vec<PluralForm> {
    let Ok(rules) = PluralRules::try_new_cardinal(locale(language).into()) else { return Vec::new() };
    let mut forms: Vec<(PluralCategory, PluralForm)> = rules
        .categories()
        .map(|category| (category, PluralForm { name: name(category), examples: Vec::new() }))
        .collect();
    forms.sort_by_key(|(category, _)| *category);
    for (category, form) in &mut forms {
        let takes_whole = |n: &u64| rules.category_for(*n) == *category;
        form.examples =
            (0..=200).chain([1_000, 1_000_000]).filter(takes_whole).take(EXAMPLES).map(|n| n.to_string()).collect();
        if form.examples.is_empty() {
            let takes = |text: &&&str| text.parse().is_ok_and(|n: Decimal| rules.category_for(&n) == *category);
            form.examples =
                ["0.5", "1.5", "2.5"].iter().filter(|text| takes(text)).map(|&text| text.to_owned()).collect();
        }
    }
    forms.into_iter().map(|(_, form)| form).collect()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_numbers() {
        let forms = |tag: &str| -> Vec<String> {
            let forms = plurals(tag.parse().unwrap());
            forms.iter().map(|form| format!("{} {}", form.name, form.examples.join(" "))).collect()
        };
        assert_eq!(forms("en"), ["one 1", "other 0 2 3 4"]);
        assert_eq!(forms("cy"), ["zero 0", "one 1", "two 2", "few 3", "many 6", "other 4 5 7 8"]);
        assert_eq!(forms("pl"), ["one 1", "few 2 3 4 22", "many 0 5 6 7", "other 0.5 1.5 2.5"]);
    }
}
