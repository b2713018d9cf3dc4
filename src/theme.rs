//! Turns views into HTML: templates, tokens, blocks and assets.

pub mod html;
