//! Turns records of other directories (Open Referral UK, HSDS, tables) into those of a portal, and the portal's services
//! into open data.
//!
//! What the portal has a key for is *mapped*; all else is kept in `extra`, as the difference between what was read and
//! what the mapped keys alone would be published as. So whatever is read can be published again without a loss.

mod normal;
mod upgrade;
mod read;
mod tongues;
mod schedules;
mod give;
mod patch;
mod texts;
mod take;
mod write;
mod merge;
mod import;
mod table;
mod feed;

#[cfg(test)]
mod tests;

pub use feed::{Published, csv, feed, ndjson, place, record_file};
pub use import::{Change, Defaults, Deletion, Import, Imports, import, import_tables};
pub use read::{Fault, Input};
pub use table::{Mapping, mapping};
