//! Turns a page into the start of its translation: the source's text, and a note of which state of it that is.

use std::sync::Arc;

use clap::{ArgAction, Args};
use jiff::civil::Date;

use super::front::Page;
use super::{Target, create, language, read};
use crate::cli::choice;
use crate::io::Scaffold;
use crate::model::Edition;
use crate::parse::markdown;
use crate::pipeline::Failure;

/// A translation, as a draft that holds the source's text
///
/// The file notes which state of the source it was made from: when the source changes, the build says what to look at.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    target: Target,
    /// The language to translate into, such as cy
    #[arg(long, value_name = "LANGUAGE")]
    lang: String,
    /// The language to translate from; otherwise the portal's first
    #[arg(long, value_name = "LANGUAGE")]
    from: Option<String>,
    /// Translate the easy-read page
    #[arg(long, action = ArgAction::SetTrue)]
    easy: bool,
}

/// What a translation has of its own: its address, and what people said about the source.
const NOT_COPIED: [&str; 5] = ["translation", "draft", "slug", "aliases", "tested"];

pub fn write(raw: &Raw, portal: &Scaffold, today: Date) -> Result<String, Failure> {
    let files = raw.target.files()?;
    let edition = if raw.easy { Edition::EasyRead } else { Edition::Standard };
    let source_path = files.existing_path(portal, (edition, language(raw.from.as_deref(), portal)?))?;
    let into = choice::language(&raw.lang)?;
    let source: Arc<str> = read(portal, &source_path)?.into();
    let body = Page::of(&source).body;
    let hashes = markdown::block_hashes(&markdown::parse(&Arc::from(source_path), &source, body).value);
    let path = files.new_path(portal, (edition, into))?;
    create(portal, path, &draft(&source, &hashes, today))
}

/// The source with its blocks' hashes. They are quoted because some are all digits.
fn draft(source: &str, hashes: &[String], today: Date) -> String {
    let page = Page::of(source);
    let of: Vec<String> = hashes.iter().map(|hash| format!("\"{hash}\"")).collect();
    format!(
        "---\n{}draft: true\ntranslation:\n  of: [{}]\n  by: human\n  date: {today}\n---\n{}",
        page.front_without(&NOT_COPIED),
        of.join(", "),
        &source[page.body],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_knows_its_source() {
        let source = "---\ntitle: Breaks\nslug: breaks\ntopics: [breaks]\n---\nOne.\n\nTwo.\n";
        let hashes = ["0e123456", "abcdef01"].map(str::to_owned);
        assert_eq!(
            draft(source, &hashes, "2026-11-22".parse().unwrap()),
            "---\ntitle: Breaks\ntopics: [breaks]\ndraft: true\n\
             translation:\n  of: [\"0e123456\", \"abcdef01\"]\n  by: human\n  date: 2026-11-22\n---\nOne.\n\nTwo.\n"
        );
    }
}
