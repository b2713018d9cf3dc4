//! Turns standard pages into findings: one file for each rule.

pub mod sentences;
pub mod readability;
pub mod syllables;
pub mod headings;
pub mod links;
pub mod length;
pub mod parts;
