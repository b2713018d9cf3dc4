//! Turns the ways content is written into a type: one text for everyone, one that is easy to read.

use serde::{Deserialize, Serialize};

/// How content is written.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    Standard,
    EasyRead,
}

impl Edition {
    pub const ALL: [Self; 2] = [Self::Standard, Self::EasyRead];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::EasyRead => "easy-read",
        }
    }

    /// What stands between a page's name and its language in a file's name: `breaks.easy.cy.md`.
    pub fn infix(self) -> Option<&'static str> {
        match self {
            Self::Standard => None,
            Self::EasyRead => Some("easy"),
        }
    }

    /// The segment that the edition adds to a page's address.
    pub fn segment(self) -> Option<&'static str> {
        match self {
            Self::Standard => None,
            Self::EasyRead => Some("easy-read"),
        }
    }
}
