//! Turns what a site was made from, and what was said of it, into a note beside it.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil::Date;

use crate::diag::Finding;
use crate::load::Hash;
use crate::model::{Luggage, PageId, stored};

/// A published site as its maker knew it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Made {
    /// A hash of all that the site was made from.
    pub site: Hash,
    /// The same, but for the prose of pages.
    pub world: Hash,
    pub pages: BTreeMap<PageId, MadePage>,
    /// Settled: placed in bytes, sorted, each once.
    pub findings: Vec<Finding>,
    pub luggage: Luggage,
    /// The day that the portal's settings pin.
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub as_of: Option<Date>,
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub next_change: Option<Date>,
}

/// A page, in all languages, localities and editions.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct MadePage {
    /// Hashes of the files that hold it, in the order of their paths.
    pub sources: Vec<Hash>,
    /// A hash of what sitemaps say of it.
    pub entries: Hash,
}

impl Made {
    /// A note that was written; none if it is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::try_from_slice(bytes).ok()
    }

    pub fn write(&self, bytes: &mut Vec<u8>) {
        self.serialize(bytes).expect("memory takes what is written to it");
    }
}
