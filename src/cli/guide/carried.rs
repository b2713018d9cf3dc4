//! Turns what the program carries into the guide: pages and records as they were written, and pages made of its own code.

use rust_embed::Embed;

use super::{findings, keys};
use crate::io::MemoryFiles;

/// What was written by hand, as a portal's `content/`.
#[derive(Embed)]
#[folder = "src/cli/guide/content/"]
#[prefix = "content/"]
struct Content;

/// What the guide's theme has of its own.
const THEME: [(&str, &str); 1] = [("themes/guide/templates/parts/tools.html", include_str!("tools.html"))];

/// The guide as a portal.
pub fn portal() -> MemoryFiles {
    let carried = Content::iter().map(|path| (path.to_string(), text(&path).into_bytes()));
    let made = keys::pages().into_iter().chain(findings::pages()).map(|(path, text)| (path, text.into_bytes()));
    let theme = THEME.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()));
    carried.chain(made).chain(theme).collect()
}

/// Every page: its path, and its text.
pub fn pages() -> Vec<(String, String)> {
    let written = Content::iter().filter(|path| path.ends_with(".md")).map(|path| (path.to_string(), text(&path)));
    written.chain(keys::pages()).chain(findings::pages()).collect()
}

fn text(path: &str) -> String {
    let file = Content::get(path).expect("what is listed is carried");
    String::from_utf8(file.data.into_owned()).expect("the guide's own files are text")
}
