//! Turns the pages that every site has, whatever it is about, into a type: each is made unless the portal has its own.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::PageId;

/// A page of every tree that the program makes. A page of the portal's own with the same id takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingPage {
    AccessibilityStatement,
    Privacy,
    RecentChanges,
    SiteMap,
}

impl StandingPage {
    /// In the order of the footer.
    pub const ALL: [Self; 4] = [Self::AccessibilityStatement, Self::Privacy, Self::RecentChanges, Self::SiteMap];

    /// Its id, which is also its address below a tree.
    pub fn id(self) -> &'static str {
        match self {
            Self::AccessibilityStatement => "accessibility-statement",
            Self::Privacy => "privacy",
            Self::RecentChanges => "recent-changes",
            Self::SiteMap => "site-map",
        }
    }

    /// Its address below a tree.
    pub fn path(self) -> String {
        format!("{}/", self.id())
    }

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.id() == id)
    }

    /// The page of the portal that would take its place.
    pub fn page(self) -> PageId {
        PageId::new(self.id()).expect("the ids of standing pages are ids")
    }
}

impl fmt::Display for StandingPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
