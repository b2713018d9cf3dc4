//! Turns sources into documents and records, each with its place.

pub mod yaml;
pub mod records;
pub mod document;
pub mod markdown;
pub mod content;
pub mod prose;
pub mod schema;
pub mod texts;
pub mod image;

pub use content::Content;
pub use document::Document;

use std::ops::Range;

use crate::diag::Step;

/// The bytes of the YAML node that `steps` lead to in the file `path`: in its front matter if it is Markdown.
pub fn locate(path: &str, source: &str, steps: &[Step]) -> Range<usize> {
    let is_markdown = std::path::Path::new(path).extension().is_some_and(|extension| extension == "md");
    let yaml = if is_markdown { document::front_matter(source).unwrap_or(0..0) } else { 0..source.len() };
    yaml::locate(source, yaml, steps)
}
