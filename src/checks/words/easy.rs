//! Turns easy-read pages into findings: one file for each rule.

pub mod sentences;
pub mod rows;
pub mod emphasis;
pub mod hard;
pub mod contractions;
pub mod numbers;
pub mod dates;
pub mod characters;
pub mod passive;
pub mod negatives;
pub mod parts;
pub mod pictures;
