//! Turns the lines of `holders.yaml` into records: who holds paper copies of which prints.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Contact, HolderId, Language, LeafletId, LocalityId, Localized, PageId, PrintShape, written};

/// A library, surgery or pharmacy that puts out paper copies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The id of the holder.
    pub id: HolderId,
    /// Its name.
    pub name: Localized,
    /// What kind of place it is.
    pub kind: Option<HolderKind>,
    /// The place whose prints it holds: an id of `localities.yaml`.
    pub place: LocalityId,
    /// How to tell it that copies are out of date.
    #[serde(default)]
    pub contact: Contact,
    /// The copies that it holds.
    #[serde(default)]
    pub holds: Vec<Copies>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HolderKind {
    Library,
    Surgery,
    Pharmacy,
    Hospital,
    School,
    CommunityCentre,
    Shop,
    Other,
}

/// Copies of one print, or of all prints of a page or leaflet that the record does not tell apart.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    /// A leaflet of `prints/`, by the name of its file.
    pub leaflet: Option<LeafletId>,
    /// Or the page that is printed, by its id.
    pub page: Option<PageId>,
    /// Its shape; any where left out.
    pub shape: Option<PrintShape>,
    /// Its language; any where left out.
    pub language: Option<Language>,
    /// The place whose print it is, where that is not the holder's own.
    pub place: Option<LocalityId>,
    /// How many copies.
    pub copies: Option<u32>,
    /// The version that its control line names, where that is known.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub version: Option<String>,
    /// The day when they were put out.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub since: Option<Date>,
}
