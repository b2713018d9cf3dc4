//! Turns a catalog and a variant into what that variant says, and why.

pub mod words;
