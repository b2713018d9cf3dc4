//! Turns a dated, sourced figure into a record that knows its value on a day.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{LocalityId, Localized, written};

/// A figure that pages refer to by id, so that it is changed in one place and never shown out of date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What the figure is, in words that fit into a sentence.
    pub what: Localized,
    /// What is counted.
    pub unit: Unit,
    /// Where it is true; everywhere if empty.
    #[serde(default)]
    pub nations: Vec<LocalityId>,
    /// Where the figure comes from: a web address, or words.
    #[serde(deserialize_with = "written::text")]
    pub source: String,
    /// Who keeps the figure true.
    pub owner: Option<String>,
    /// The figure, with the days on which it holds.
    #[schemars(length(min = 1))]
    pub values: Vec<FactValue>,
}

/// A value and the days on which it holds, both included.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactValue {
    /// The figure as it is shown, without its unit.
    pub value: Decimal,
    /// The first day on which it holds.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub from: Option<Date>,
    /// The last day on which it holds.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub until: Option<Date>,
}

impl Fact {
    /// The value that holds on `day`.
    pub fn on(&self, day: Date) -> Option<&FactValue> {
        self.values
            .iter()
            .find(|value| value.from.is_none_or(|from| from <= day) && value.until.is_none_or(|until| day <= until))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Unit {
    #[serde(rename = "GBP")]
    Gbp,
    #[serde(rename = "hours")]
    Hours,
    #[serde(rename = "percent")]
    Percent,
    #[serde(rename = "count")]
    Count,
    #[serde(rename = "text")]
    Text,
}

/// A value as the editor wrote it (`81.90`), never a float.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Decimal(pub String);

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.trim().is_empty() { Err(D::Error::custom("the value is empty")) } else { Ok(Self(text)) }
    }
}
