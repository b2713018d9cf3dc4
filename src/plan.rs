//! Turns all variants into a plan: every output with its address, its closed view and its key.

pub mod view;
