//! Turns a Markdown file of `pages/` into a document: which page, language and edition it is, front matter, content.

use std::sync::Arc;

use super::Content;
use crate::model::{Edition, FrontMatter, Language, LocalityId, PageId};

/// The bytes of a page's front matter, without its lines of `---`; empty at the start where there is none.
pub fn front_matter(_text: &str) -> std::ops::Range<usize> {
    0..0
}

/// One Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub path: Arc<str>,
    pub page: PageId,
    pub language: Language,
    pub edition: Edition,
    /// The overlay it lies in; none for the portal's own pages.
    pub overlay: Option<LocalityId>,
    pub front: FrontMatter,
    pub content: Content,
}
