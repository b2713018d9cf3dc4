//! Fingerpost turns multilingual Markdown and a service directory into a carers' information portal.
//!
//! The stages, in order: `load -> parse -> catalog -> resolve -> plan -> check -> render -> publish`. Modules depend on
//! earlier ones only; `tests/architecture.rs` keeps that order.
#![forbid(unsafe_code)]

pub mod config;
pub mod diag;
pub mod io;
pub mod load;
pub mod manifest;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod theme;
