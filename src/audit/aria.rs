//! Turns names of WAI-ARIA roles, states and properties into what the standard says of them.

mod attributes;
mod roles;

pub use attributes::{Property, property};
pub use roles::{Role, names, role};
