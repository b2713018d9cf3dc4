//! Turns the way to reach a portal's or a locality's carers' service into a record.

use serde::{Deserialize, Serialize};

use super::{Localized, written};

/// One point of contact, shown on every page and print. A locality's keys win singly over its parent's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    pub name: Option<Localized>,
    #[serde(deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    pub hours: Option<Localized>,
    #[serde(deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    pub address: Option<Localized>,
    #[serde(deserialize_with = "written::optional_text")]
    pub web: Option<String>,
}
