//! Turns a resolved portal into findings on links, facts, dates, conditions, translations, services, words, leaflets
//! and the accessibility statement,
//! and what is made of it into findings on bytes.

mod reach;
mod links;
mod conditions;
mod facts;
mod dates;
mod prints;
mod translations;
mod parity;
mod services;
mod open_data;
mod pictures;
mod leaflets;
mod statement;
mod home;
pub mod weight;
mod words;

use rayon::prelude::*;

use crate::diag::Finding;
use crate::plan::World;

pub use dates::next_change;
pub use words::without_rules;

/// One check: what it looks at is the whole portal as every variant sees it.
type Check = fn(&World<'_>) -> Vec<Finding>;

/// Every check of documents, one line each. They run side by side; their findings keep this order.
const OF_DOCUMENTS: &[Check] = &[
    links::check,
    conditions::check,
    facts::check,
    dates::check,
    prints::check,
    translations::stale,
    translations::editions,
    parity::pages,
    services::lists,
    pictures::check,
    home::check,
    words::check,
];

/// Every check whose findings lie in records.
const OF_RECORDS: &[Check] = &[
    translations::records,
    parity::services,
    services::check,
    open_data::ids,
    open_data::organisations,
    words::loops,
    leaflets::texts,
    leaflets::services,
    leaflets::copies,
    leaflets::withdrawn,
    statement::check,
];

/// Runs every check.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    run(&[OF_DOCUMENTS, OF_RECORDS].concat(), world)
}

/// Runs the checks that an edit of a document's text may have findings in.
pub fn check_documents(world: &World<'_>) -> Vec<Finding> {
    run(OF_DOCUMENTS, world)
}

fn run(checks: &[Check], world: &World<'_>) -> Vec<Finding> {
    let found: Vec<Vec<Finding>> = checks.par_iter().map(|check| check(world)).collect();
    found.into_iter().flatten().collect()
}
