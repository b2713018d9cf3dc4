//! Fingerpost turns multilingual Markdown and a service directory into a carers' information portal.
//!
//! The stages, in order: `load -> parse -> catalog -> resolve -> plan -> check -> render -> publish`. Modules depend on
//! earlier ones only; `tests/architecture.rs` keeps that order.
#![forbid(unsafe_code)]

pub mod diag;
pub mod model;
pub mod audit;
pub mod config;
pub mod io;
pub mod load;
pub mod parse;
pub mod memory;
pub mod catalog;
pub mod resolve;
pub mod exchange;
pub mod plan;
pub mod manifest;
pub mod theme;
pub mod formats;
pub mod checks;
pub mod render;
pub mod publish;
pub mod pipeline;
pub mod preview;
pub mod cli;
