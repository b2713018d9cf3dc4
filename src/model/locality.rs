//! Turns a line of `localities.yaml` into a place of the tree.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Alert, BaseUrl, Contact, Language, LocalityId, Localized, Table, written};

/// A node of the tree of places.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locality {
    pub id: LocalityId,
    pub parent: Option<LocalityId>,
    pub kind: LocalityKind,
    pub gss: Gss,
    pub name: Localized,
    /// Whether it has pages of its own; a place without a site only holds services and settings.
    #[serde(default = "yes", deserialize_with = "written::yes_or_no")]
    pub site: bool,
    /// The languages its site is published in, in reading order; the portal's where empty.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// Authorities inside it that have no node of their own.
    #[serde(default)]
    pub covers: Vec<Gss>,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
}

impl<'de> Deserialize<'de> for Gss {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = text.as_bytes();
        let good = bytes.len() == 9
            && matches!(bytes[0], b'E' | b'W' | b'S' | b'N' | b'K')
            && bytes[1..].iter().all(u8::is_ascii_digit);
        if good {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(format!("`{text}` is not a GSS code: one letter and eight digits, like `E06000001`")))
        }
    }
}
