//! Turns a problem that keeps some people out, and is known, into a type.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Criterion, Localized, written};

/// A known problem. The accessibility statement lists it until it is fixed, and for a year says that it was.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownIssue {
    /// What does not work, and for whom.
    pub what: Localized,
    /// The success criteria of WCAG 2.2 that it fails, by number.
    #[serde(default)]
    pub wcag: Vec<Criterion>,
    /// Why it is there.
    pub reason: IssueReason,
    /// The reason in words. A disproportionate burden must be explained.
    pub why: Option<Localized>,
    /// How readers get the information until then.
    pub instead: Option<Localized>,
    /// The day on which it was found.
    #[serde(deserialize_with = "written::date")]
    pub since: Date,
    /// The day by which it is to be fixed.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub fix_by: Option<Date>,
    /// The day on which it was fixed.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub fixed: Option<Date>,
}

/// The three reasons that the regulations of 2018 know, in the order of the model statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IssueReason {
    NonCompliance,
    DisproportionateBurden,
    OutOfScope,
}

impl IssueReason {
    pub const ALL: [Self; 3] = [Self::NonCompliance, Self::DisproportionateBurden, Self::OutOfScope];
}
