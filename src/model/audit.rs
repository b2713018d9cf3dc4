//! Turns the lines of `audits.yaml` into records: who looked at how accessible the site is, when, and what was found.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Localized, PageId, written};

/// A test of the site, or a review of its accessibility statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// The day on which it was done.
    #[serde(deserialize_with = "written::date")]
    pub date: Date,
    /// A test of the site, or a review of the statement alone.
    #[serde(default)]
    pub kind: AuditKind,
    /// Who did it.
    pub by: Localized,
    /// The standard that the site was tested against.
    #[serde(default)]
    pub standard: Standard,
    /// What was tested, in words: which pages, and why those.
    pub sample: Option<Localized>,
    /// Pages that were tested, by their ids.
    #[serde(default)]
    pub pages: Vec<PageId>,
    /// How it was tested.
    #[serde(default)]
    pub methods: Vec<Method>,
    /// How far the site kept to the standard. Every test has a result.
    pub result: Option<Compliance>,
    /// How many problems were found.
    pub found: Option<u32>,
    /// How many of them have been mended since.
    pub fixed: Option<u32>,
    /// The address of the whole report.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub report: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuditKind {
    #[default]
    Test,
    Review,
}

/// A standard that the regulations ask for, or asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Standard {
    #[serde(rename = "wcag-2.1-aa")]
    Wcag21,
    #[default]
    #[serde(rename = "wcag-2.2-aa")]
    Wcag22,
}

impl Standard {
    /// The version of the guidelines, as the statement names it.
    pub fn version(self) -> &'static str {
        match self {
            Self::Wcag21 => "2.1",
            Self::Wcag22 => "2.2",
        }
    }
}

/// How far a site keeps to the standard, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Compliance {
    Full,
    Partial,
    Not,
}

/// A way of testing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Automatic,
    Keyboard,
    ScreenReader,
    Zoom,
    Speech,
    DisabledPeople,
}

/// What the statement says that is not in the records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementWords {
    /// In how many days readers who report a problem have an answer.
    pub reply_days: Option<u32>,
    /// What is being done to make the site more accessible.
    pub improving: Option<Localized>,
}
