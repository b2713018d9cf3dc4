//! Turns sources into documents and records, each with its place.

pub mod content;
pub mod document;
pub mod markdown;
pub mod records;
pub mod yaml;

pub use content::Content;
pub use document::Document;
