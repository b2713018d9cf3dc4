//! Turns the lines of `withdrawn.yaml` into records: prints that are no longer made, of which there still are copies.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Language, LocalityId, Localized, PageId, written};

/// A print that is no longer made. Its short address says so for as long as the record stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The code on its copies.
    #[serde(deserialize_with = "written::text")]
    #[schemars(regex(pattern = "^[a-z0-9]+$"))]
    pub code: String,
    /// Its title.
    pub title: Localized,
    /// The first day on which it was no longer made.
    #[serde(deserialize_with = "written::date")]
    pub on: Date,
    /// The place whose print it was: an id of `localities.yaml`; the whole portal's where left out.
    pub place: Option<LocalityId>,
    /// The language that it was in; the place's first where left out.
    pub language: Option<Language>,
    /// The page to read in its place, by its id.
    pub instead: Option<PageId>,
}
