//! Turns the way to reach a portal's or a locality's carers' service into a record.

use serde::{Deserialize, Serialize};

use super::{Localized, written};

/// One point of contact, shown on every page and print. A locality's keys win singly over its parent's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// Who answers.
    pub name: Option<Localized>,
    /// The telephone number.
    #[serde(deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    /// When the telephone is answered.
    pub hours: Option<Localized>,
    /// The email address.
    #[serde(deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    /// The postal address.
    pub address: Option<Localized>,
    /// The address of a site.
    #[serde(deserialize_with = "written::optional_text")]
    pub web: Option<String>,
}
