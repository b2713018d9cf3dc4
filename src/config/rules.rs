//! Turns `rules:` of `portal.yaml` into thresholds for the words of pages, each with a default and its source.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diag::{Code, Severity, nearest};
use crate::model::{Language, Table};

/// What the words of pages are checked for, per edition. A rule that is written here replaces its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rules {
    /// For easy-read pages.
    pub easy_read: EasyReadRules,
    /// For standard pages.
    pub standard: StandardRules,
    /// Words and abbreviations that the readers of this portal know although they are not common, per language.
    pub known_words: Table<Language, Vec<String>>,
}

/// From how many on something is too much. `{}` means never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Limit {
    /// More than this is a warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warn: Option<u32>,
    /// More than this is an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<u32>,
}

impl Limit {
    const fn warn(most: u32) -> Self {
        Self { warn: Some(most), error: None }
    }

    /// The most that would have been right, and how much it matters, where `count` is more.
    pub fn passed(self, count: usize) -> Option<(u32, Severity)> {
        let over = |most: Option<u32>| most.filter(|&most| count > most as usize);
        let error = over(self.error).map(|most| (self.warn.unwrap_or(most), Severity::Error));
        error.or_else(|| over(self.warn).map(|most| (most, Severity::Warning)))
    }
}

/// The thresholds of easy read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct EasyReadRules {
    /// Words in a sentence (GOV.UK, Department of Health, Patient Information Forum).
    pub words_per_sentence: Limit,
    /// Signs of more than one idea in a sentence: commas and joining words (GOV.UK, Norfolk, the German rules).
    pub joins_per_sentence: Limit,
    /// Sentences beside a picture (Widgit).
    pub sentences_per_row: Limit,
    /// Rows of a page. About 4 rows fill a printed page, and 20 to 24 printed pages are the most that readers take in
    /// (Department of Health, GOV.UK).
    pub rows_per_page: Limit,
    /// Codes of findings that this portal does not want.
    pub off: Vec<RuleCode>,
}

impl Default for EasyReadRules {
    fn default() -> Self {
        Self {
            words_per_sentence: Limit { warn: Some(10), error: Some(15) },
            joins_per_sentence: Limit::warn(1),
            sentences_per_row: Limit { warn: None, error: Some(2) },
            rows_per_page: Limit { warn: Some(80), error: Some(96) },
            off: Vec::new(),
        }
    }
}

/// The thresholds of standard pages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StandardRules {
    /// Words in a sentence (GOV.UK).
    pub words_per_sentence: Limit,
    /// Years of school that a reader needs, per language that has a formula for that: Flesch-Kincaid for English, Fog
    /// for Polish. The NHS asks for a reading age of 9 to 11, which is 4 to 6 years of school; Polish primary school has
    /// 8 years.
    pub years_of_school: Table<Language, Limit>,
    /// The readability index of Björnsson (LIX): words in a sentence and the percentage of words over 6 letters. For any
    /// language, but made for Swedish: what is too much must be found for each other language, so there is no default.
    pub lix: Limit,
    /// Words of a page.
    pub words_per_page: Limit,
    /// What every page must have, per kind of page.
    pub parts: Parts,
    /// Codes of findings that this portal does not want.
    pub off: Vec<RuleCode>,
}

impl Default for StandardRules {
    fn default() -> Self {
        Self {
            words_per_sentence: Limit::warn(25),
            years_of_school: [("en", 6), ("pl", 8)]
                .into_iter()
                .map(|(tag, most)| (language(tag), Limit::warn(most)))
                .collect(),
            lix: Limit::default(),
            words_per_page: Limit::warn(1500),
            parts: Parts::default(),
            off: Vec::new(),
        }
    }
}

fn language(tag: &str) -> Language {
    tag.parse().expect("the tags of the defaults are languages")
}

/// What the pages of each kind must have.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Parts {
    /// The front page.
    pub home: Vec<Part>,
    /// Pages with others below them.
    pub section: Vec<Part>,
    /// All others.
    pub page: Vec<Part>,
}

impl Default for Parts {
    fn default() -> Self {
        let each = vec![Part::Summary, Part::Owner, Part::Reviewed];
        Self { home: each.clone(), section: each.clone(), page: each }
    }
}

/// A part that a page may have to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// `summary`: what lists and search results show below the title.
    Summary,
    /// `owner`: who is asked when something is wrong.
    Owner,
    /// `reviewed`: the day on which somebody checked the page.
    Reviewed,
    /// `review_by`: the day by which it is checked again.
    ReviewBy,
    /// A `:::contact` block.
    Contact,
    /// A heading.
    Heading,
}

/// The code of a rule on words, such as `E014`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleCode(pub Code);

impl RuleCode {
    fn all() -> impl Iterator<Item = Code> {
        Code::ALL.iter().copied().filter(|code| code.id().starts_with(['E', 'W']))
    }
}

impl<'de> Deserialize<'de> for RuleCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::all().find(|code| code.id() == id).map(Self).ok_or_else(|| {
            let near = nearest(&id, Self::all().map(Code::id)).unwrap_or("E001");
            D::Error::custom(format!("`{id}` is no rule on words: write a code such as `{near}`"))
        })
    }
}

impl Serialize for RuleCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.id().serialize(serializer)
    }
}

impl JsonSchema for RuleCode {
    fn schema_name() -> Cow<'static, str> {
        "RuleCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::all().map(Code::id).collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(yaml: &str) -> Rules {
        serde_yaml::from_str(yaml).unwrap()
    }

    #[test]
    fn what_is_not_written_keeps_its_default() {
        let rules = rules("easy-read: { words-per-sentence: { warn: 8 }, off: [E014] }");
        assert_eq!(rules.easy_read.words_per_sentence, Limit::warn(8));
        assert_eq!(rules.easy_read.rows_per_page, EasyReadRules::default().rows_per_page);
        assert_eq!(rules.easy_read.off, [RuleCode(Code::Passive)]);
        assert_eq!(rules.standard, StandardRules::default());
    }

    #[test]
    fn a_limit_is_passed_by_one_more() {
        let limit = EasyReadRules::default().words_per_sentence;
        assert_eq!(
            [10, 11, 15, 16].map(|count| limit.passed(count)),
            [None, Some((10, Severity::Warning)), Some((10, Severity::Warning)), Some((10, Severity::Error)),]
        );
        assert_eq!(Limit::default().passed(usize::MAX), None);
    }

    /// What the README says of `rules:` is what holds where nothing is written.
    #[test]
    fn the_readme_shows_the_defaults() {
        let readme = include_str!("../../README.md");
        let block = readme.split_once("\n    rules: ").and_then(|(_, rest)| rest.split_once("\n\n")).unwrap().0;
        let yaml: String = block.lines().skip(1).map(|line| format!("{line}\n")).collect();
        let mut shown = rules(&yaml);
        assert_eq!(std::mem::take(&mut shown.easy_read.off), [RuleCode(Code::Passive)]);
        assert_eq!(std::mem::take(&mut shown.known_words).len(), 1);
        assert_eq!(shown, Rules::default());
    }

    #[test]
    fn only_rules_on_words_can_be_turned_off() {
        let wrong = serde_yaml::from_str::<Rules>("standard: { off: [L001] }").unwrap_err().to_string();
        assert!(wrong.contains("`L001` is no rule on words"), "{wrong}");
    }
}
