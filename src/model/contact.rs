//! Turns the way to reach a portal's or a locality's carers' service into a record.

use serde::{Deserialize, Serialize};

use super::Localized;

/// One point of contact, shown on every page and print. A locality's keys win singly over its parent's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    pub name: Option<Localized>,
    pub phone: Option<String>,
    pub hours: Option<Localized>,
    pub email: Option<String>,
    pub address: Option<Localized>,
    pub web: Option<String>,
}
