//! Turns what is wrong with a portal into findings: data first, printing elsewhere.

mod code;
mod finding;
mod nearest;
pub mod print;

pub use code::{Code, Severity};
pub use finding::{Diagnosed, Finding, Place, Spot, Step};
pub use nearest::nearest;
