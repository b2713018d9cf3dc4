//! Turns services into what readers narrow a list by: ages, cost, days, ways, access and languages.

use std::collections::BTreeSet;

use jiff::civil::Weekday;
use serde::Serialize;
use serde_json::json;

use super::World;
use super::directory::List;
use super::view::{FilterView, OptionView};
use crate::catalog::{Catalog, Level, ServiceEntry};
use crate::model::{Ages, Attend, Cost, HowToJoin, Language, Repeat, Service};

/// A shorter list is read sooner than narrowed.
const FEWEST: usize = 6;

/// Something by which services of a list differ. The order is that of the groups and of the choices in them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// By position in `AGES`.
    Ages(usize),
    Free,
    Paid,
    /// From Monday, 1, to Sunday, 7.
    Day(i8),
    Attend(Attend),
    How(HowToJoin),
    Access(String),
    Language(Language),
}

/// The ages that a reader may choose from.
const AGES: [Ages; 3] =
    [Ages { from: None, to: Some(17) }, Ages { from: Some(18), to: Some(64) }, Ages { from: Some(65), to: None }];

/// Groups by the string that names them.
const GROUPS: [&str; 7] = ["ages", "cost", "filter-days", "how-it-runs", "how-to-join", "access", "languages-spoken"];

/// The traits of all records, each once, and which of them each record has.
#[derive(Debug, Default)]
pub struct Traits {
    all: Vec<Trait>,
    of: Vec<Vec<u16>>,
}

/// The choices of one list, and what each of its services is found by.
#[derive(Debug, Default)]
pub struct Choices {
    pub filters: Vec<FilterView>,
    /// For each trait of all, the choice of this list.
    numbers: Vec<Option<usize>>,
}

impl Trait {
    fn group(&self) -> usize {
        match self {
            Self::Ages(_) => 0,
            Self::Free | Self::Paid => 1,
            Self::Day(_) => 2,
            Self::Attend(_) => 3,
            Self::How(_) => 4,
            Self::Access(_) => 5,
            Self::Language(_) => 6,
        }
    }

    /// What stands in an address that somebody shares: it stays the same when the list changes.
    fn key(&self) -> String {
        match self {
            Self::Ages(at) => format!("ages-{at}"),
            Self::Free => "free".to_owned(),
            Self::Paid => "paid".to_owned(),
            Self::Day(day) => format!("day-{day}"),
            Self::Access(code) => format!("access-{code}"),
            Self::Language(language) => format!("lang-{language}"),
            Self::Attend(attend) => tag(attend),
            Self::How(how) => tag(how),
        }
    }

    fn name(&self, world: &World<'_>, language: Language) -> String {
        let words = world.words;
        match self {
            Self::Ages(at) => words.ages(language, AGES[*at]),
            Self::Free => words.text_plain(language, "free", &[]),
            Self::Paid => words.text_plain(language, "filter-paid", &[]),
            Self::Day(day) => words.text_plain(language, &format!("filter-day-{day}"), &[]),
            Self::Attend(attend) => words.name(language, *attend),
            Self::How(how) => words.name(language, *how),
            Self::Access(code) => words.access(language, code),
            Self::Language(of) => words.language_name(*of, language),
        }
    }
}

impl Traits {
    pub fn of<'e>(catalog: &Catalog, records: impl Iterator<Item = (Level, &'e ServiceEntry)>) -> Self {
        let found: Vec<BTreeSet<Trait>> = records.map(|(level, entry)| traits(catalog, level, entry)).collect();
        let all: Vec<Trait> = found.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let number = |one: &Trait| {
            let at = all.binary_search(one).expect("every trait is in the list of all");
            u16::try_from(at).expect("there are few languages and ways of access")
        };
        let of = found.iter().map(|own| own.iter().map(number).collect()).collect();
        Self { all, of }
    }

    /// How many services of a list have each trait.
    pub fn counts(&self, list: List<'_, '_>) -> Vec<usize> {
        let mut counts = vec![0; self.all.len()];
        for here in list.iter() {
            for &at in &self.of[here.record as usize] {
                counts[usize::from(at)] += 1;
            }
        }
        counts
    }

    /// The choices that divide a list of so many services: in each group that is shown, one at least leaves some out.
    pub fn choices(&self, world: &World<'_>, (counts, total): (&[usize], usize), language: Language) -> Choices {
        if total < FEWEST {
            return Choices::default();
        }
        let mut choices = Choices { filters: Vec::new(), numbers: vec![None; self.all.len()] };
        let mut next = 0;
        for (group, title) in GROUPS.iter().enumerate() {
            let own = (0..self.all.len()).filter(|&at| self.all[at].group() == group && counts[at] > 0);
            let own: Vec<usize> = own.collect();
            if own.iter().all(|&at| counts[at] == total) {
                continue;
            }
            let mut options = Vec::with_capacity(own.len());
            for at in own {
                choices.numbers[at] = Some(next);
                next += 1;
                let of = &self.all[at];
                options.push(OptionView { key: of.key(), name: of.name(world, language), count: counts[at] });
            }
            choices.filters.push(FilterView { title: world.words.text_plain(language, title, &[]), options });
        }
        choices
    }

    /// The choices that find a record, as its card names them.
    pub fn found_by(&self, record: u32, choices: &Choices) -> Option<String> {
        if choices.filters.is_empty() {
            return None;
        }
        let numbers = self.of[record as usize].iter().filter_map(|&at| choices.numbers[usize::from(at)]);
        Some(numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(" "))
    }
}

fn traits(catalog: &Catalog, level: Level, entry: &ServiceEntry) -> BTreeSet<Trait> {
    let service = &entry.parsed.service;
    let mut traits: BTreeSet<Trait> =
        (0..AGES.len()).filter(|&at| overlap(service.ages, AGES[at])).map(Trait::Ages).collect();
    traits.extend(service.cost.as_ref().map(|cost| if *cost == Cost::Free { Trait::Free } else { Trait::Paid }));
    for schedule in &service.when {
        match &schedule.repeat {
            Repeat::Weekly(days) | Repeat::Fortnightly(days) => traits.extend(days.iter().copied().map(day)),
            Repeat::Monthly(_, of) => traits.extend([day(*of)]),
            // They fall on days that differ from year to year.
            Repeat::BankHolidays(_) => {}
        }
    }
    traits.extend(service.attend.iter().copied().map(Trait::Attend));
    traits.extend(service.how.iter().copied().map(Trait::How));
    traits.extend(access(catalog, level, service).into_iter().map(Trait::Access));
    traits.extend(service.languages.iter().copied().map(Trait::Language));
    traits
}

/// As records write it.
fn tag(kind: &impl Serialize) -> String {
    json!(kind).as_str().unwrap_or_default().to_owned()
}

fn day(of: Weekday) -> Trait {
    Trait::Day(of.to_monday_one_offset())
}

/// Whether somebody may be of both ages.
fn overlap(a: Ages, b: Ages) -> bool {
    let from = a.from.unwrap_or(0).max(b.from.unwrap_or(0));
    let to = a.to.unwrap_or(u8::MAX).min(b.to.unwrap_or(u8::MAX));
    from <= to
}

/// What helps people to get in, at any of its venues.
fn access(catalog: &Catalog, level: Level, service: &Service) -> BTreeSet<String> {
    let place = match level {
        Level::Base => catalog.places.root(),
        Level::Overlay(place) => place,
    };
    let mut codes = BTreeSet::new();
    for venue in &service.venues {
        let record = venue.at.as_ref().and_then(|id| catalog.venues.get(&catalog.places, place, id));
        let of_record = record.map(|(_, record)| record.value.access.as_slice()).unwrap_or_default();
        let own = if venue.access.is_empty() { of_record } else { &venue.access };
        codes.extend(own.iter().cloned());
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_that_meet_a_choice_are_found_by_it() {
        let found = |text: &str| {
            let ages = text.parse().unwrap();
            (0..AGES.len()).filter(|&at| overlap(ages, AGES[at])).collect::<Vec<_>>()
        };
        assert_eq!(found("any"), [0, 1, 2]);
        assert_eq!(found("18+"), [1, 2]);
        assert_eq!(found("5-17"), [0]);
        assert_eq!(found("16-24"), [0, 1]);
        assert_eq!(found("65+"), [2]);
    }
}
