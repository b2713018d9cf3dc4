//! Turns `Content` with its holes filled into compact HTML.

use crate::parse::Content;

/// What a variant puts into the holes of a content, by their numbers. All strings are finished HTML unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// Address of each link, not yet escaped; none shows the link's text only.
    pub links: Vec<Option<String>>,
    pub values: Vec<String>,
    pub images: Vec<String>,
    pub blocks: Vec<BlockFill>,
    pub words: Words,
}

/// What stands in a `:::` block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BlockFill {
    /// A condition that does not hold: the block is left out.
    Hidden,
    /// The block's own content; a condition that holds stands without a wrapper.
    #[default]
    Shown,
    /// The block's own content under a heading that names its nations ("England only").
    Labelled(String),
    /// Finished HTML in the block's place, before its own content (services, contact, the picture of a row).
    Html(String),
}

/// The interface's words that a body needs, as plain text in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub note: String,
    pub tip: String,
    pub important: String,
    pub warning: String,
    pub caution: String,
    pub emergency: String,
    pub footnotes: String,
    /// "Back to where this note is called"; with `{n}` for the number of the call.
    pub footnote_back: String,
    pub done: String,
    pub not_done: String,
}

/// Writes the HTML of a content: table heads with `scope`, footnotes with a way back, alerts with a spoken label,
/// no inline style, and all text escaped.
pub fn write(_content: &Content, _fill: &Fill) -> String {
    unimplemented!("markdown helper")
}
