//! Turns the names that editors give to records and pages into checked ids, one type for each kind.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// Why a text is no id. Its words are shown to editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId(String);

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An id is lower-case letters, digits and single hyphens, joined by `joiners` where its kind allows them.
fn is_id(text: &str, joiners: &[char]) -> bool {
    let part_ok = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    text.len() <= 200 && text.split(|c| joiners.contains(&c)).all(part_ok)
}

fn check(text: &str, joiners: &[char]) -> Result<(), BadId> {
    if is_id(text, joiners) {
        return Ok(());
    }
    let example = text.to_lowercase().replace([' ', '_'], "-");
    Err(BadId(format!(
        "`{text}` is not an id: use lower-case letters, digits and hyphens, for example `{}`",
        if is_id(&example, joiners) { &example } else { "carers-allowance" }
    )))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $joiners:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks a text that an editor wrote.
            ///
            /// # Errors
            /// `BadId` says in plain words what an id is made of.
            pub fn new(text: &str) -> Result<Self, BadId> {
                check(text, $joiners).map(|()| Self(text.into()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }
    )*};
}

ids! {
    /// A place of the tree; also its address.
    LocalityId &[];
    TopicId &[];
    AudienceId &[];
    OrganisationId &[];
    VenueId &[];
    /// A fact's id has dots: `carers-allowance.weekly`.
    FactId &['.'];
    TermId &[];
    PictureId &[];
    ServiceId &[];
    /// A leaflet that is put together: the name of its file in `prints/`.
    LeafletId &[];
    HolderId &[];
    /// A page's id is its path under `pages/` without language: `money/carers-allowance`; the home page is `index`.
    PageId &['/'];
}

impl PageId {
    /// The id of the page at the top of every language and locality.
    pub const HOME: &'static str = "index";

    pub fn home() -> Self {
        Self(Self::HOME.into())
    }

    pub fn is_home(&self) -> bool {
        self.as_str() == Self::HOME
    }

    /// The section a page lies in: `money` for `money/carers-allowance`, home for `money`, none for home.
    pub fn parent(&self) -> Option<Self> {
        if self.is_home() {
            return None;
        }
        Some(self.as_str().rsplit_once('/').map_or_else(Self::home, |(section, _)| Self(section.into())))
    }

    /// The last segment, which is the address where no slug is given.
    pub fn name(&self) -> &str {
        self.as_str().rsplit('/').next().expect("a split yields at least one part")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_id_is_refused_with_an_example() {
        let message = |text: &str| PageId::new(text).unwrap_err().to_string();
        assert!(message("Money/Carers Allowance").ends_with("for example `money/carers-allowance`"));
        assert!(message("../etc").ends_with("for example `carers-allowance`"));
        assert!(PageId::new("money/carers-allowance").is_ok());
    }
}
