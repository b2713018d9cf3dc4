//! Turns a resolved portal into findings on links, facts, dates, conditions, translations and services.

mod reach;
mod links;
mod conditions;
mod facts;
mod dates;
mod translations;
mod services;

use rayon::prelude::*;

use crate::diag::Finding;
use crate::plan::World;

pub use dates::next_change;

/// One check: what it looks at is the whole portal as every variant sees it.
type Check = fn(&World<'_>) -> Vec<Finding>;

/// Every check, one line each. They run side by side; their findings keep this order.
const CHECKS: &[Check] = &[
    links::check,
    conditions::check,
    facts::check,
    dates::check,
    translations::stale,
    translations::editions,
    translations::records,
    services::check,
    services::lists,
];

/// Runs every check.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let found: Vec<Vec<Finding>> = CHECKS.par_iter().map(|check| check(world)).collect();
    found.into_iter().flatten().collect()
}
