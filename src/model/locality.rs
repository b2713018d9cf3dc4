//! Turns a line of `localities.yaml` into a place of the tree.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Alert, Answer, BaseUrl, Contact, Language, LocalityId, Localized, Table, written};

/// A node of the tree of places.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Locality {
    /// The id of the place, and its part of the address.
    pub id: LocalityId,
    /// The place that it lies in; only the first place has none.
    pub parent: Option<LocalityId>,
    /// What kind of place it is.
    pub kind: LocalityKind,
    /// Its code from the Government Statistical Service: one letter and eight digits.
    pub gss: Gss,
    /// The place's name.
    pub name: Localized,
    /// Whether it has pages of its own; a place without a site only holds services and settings.
    #[serde(default = "yes", deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub site: bool,
    /// The languages its site is published in, in reading order; the portal's where empty.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// Authorities inside it that have no node of their own.
    #[serde(default)]
    pub covers: Vec<Gss>,
    /// How to reach the place's own carers' service.
    #[serde(default)]
    pub contact: Contact,
    /// A banner on its pages, in place of the portal's.
    pub alert: Option<Alert>,
    /// Replaces the portal's `fallback`.
    pub fallback: Option<Table<Language, Vec<Language>>>,
    /// A host of its own: the locality is written as a self-contained tree.
    pub base_url: Option<BaseUrl>,
    /// Former addresses of the locality.
    #[serde(default)]
    pub aliases: Vec<LocalityId>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LocalityKind {
    Country,
    Nation,
    Region,
    County,
    Unitary,
    District,
    Borough,
    Place,
}

/// A code of the Government Statistical Service: a letter and eight digits (`E06000001`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Gss(String);

impl Gss {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has the form of a code; not whether there is such a code.
    pub fn is_code(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() == 9
            && matches!(bytes[0], b'E' | b'W' | b'S' | b'N' | b'K')
            && bytes[1..].iter().all(u8::is_ascii_digit)
    }
}

impl<'de> Deserialize<'de> for Gss {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if Self::is_code(&text) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(format!("`{text}` is not a GSS code: one letter and eight digits, like `E06000001`")))
        }
    }
}
