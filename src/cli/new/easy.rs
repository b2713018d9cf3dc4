//! Turns a standard page into the start of its easy-read page: a row with a picture for each paragraph.

use std::ops::Range;

use clap::Args;
use jiff::civil::Date;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::front::Page;
use super::{Target, create, in_six_months, language, read};
use crate::io::Scaffold;
use crate::model::Edition;
use crate::pipeline::Failure;

/// An easy-read page, as a draft with a row for each paragraph of the standard page
///
/// Write each row again in one or two short sentences, and choose its picture.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(flatten)]
    target: Target,
    /// The page's language, such as cy; otherwise the portal's first
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

/// What an easy-read page has of its own.
const NOT_COPIED: [&str; 10] =
    ["translation", "draft", "slug", "aliases", "order", "nav", "prints", "tested", "reviewed", "review_by"];

pub fn write(raw: &Raw, portal: &Scaffold, today: Date) -> Result<String, Failure> {
    let files = raw.target.files()?;
    let language = language(raw.lang.as_deref(), portal)?;
    let source = read(portal, &files.existing_path(portal, (Edition::Standard, language))?)?;
    let path = files.new_path(portal, (Edition::EasyRead, language))?;
    create(portal, path, &draft(&source, today))
}

fn draft(source: &str, today: Date) -> String {
    let page = Page::of(source);
    let later = in_six_months(today);
    let mut text = page.front_without(&NOT_COPIED);
    text.insert_str(0, "---\n");
    text.push_str(&format!("reviewed: {today}\nreview_by: {later}\ndraft: true\n---\n"));
    let mut pieces = pieces(&source[page.body]).into_iter().peekable();
    // Easy read says first what a page is about, under a heading of its own.
    if matches!(pieces.peek(), Some(Piece::Words(_))) {
        text.push_str("## What this page is about\n\n");
    }
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Words(words) => text.push_str(&format!(":::row picture=choose-a-picture\n{words}\n:::\n\n")),
            // What stood under this heading was a block of its own, such as a list of services.
            Piece::Heading(_) if !matches!(pieces.peek(), Some(Piece::Words(_))) => {}
            Piece::Heading(heading) => text.push_str(&format!("## {heading}\n\n")),
        }
    }
    text.push_str("## Who to contact\n\n:::contact\n:::\n");
    text
}

/// What a reader takes in at once.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Heading(String),
    /// A paragraph, an item of a list or a cell of a table, on one line and with its Markdown.
    Words(String),
}

/// Every piece of a text, in order. The lines that open and close `:::` blocks are left out: rows do not lie in blocks.
fn pieces(body: &str) -> Vec<Piece> {
    let plain = without_block_lines(body);
    let mut pieces = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut heading = false;
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(&plain, options).into_offset_iter() {
        if is_inside_a_line(&event) {
            open = Some(open.map_or(range.clone(), |open| open.start..range.end.max(open.end)));
            continue;
        }
        if let Some(range) = open.take() {
            let words = plain[range].split_whitespace().collect::<Vec<_>>().join(" ");
            pieces.push(if heading { Piece::Heading(words) } else { Piece::Words(words) });
        }
        heading = matches!(event, Event::Start(Tag::Heading { level, .. }) if level > HeadingLevel::H1);
    }
    pieces
}

/// Whether an event is a part of running text rather than a border between two pieces.
fn is_inside_a_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
            matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
        }
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}

/// The same text with an empty line for each line that opens or closes a block.
fn without_block_lines(body: &str) -> String {
    body.lines()
        .map(|line| if line.trim_start().starts_with(":::") { "\n".to_owned() } else { format!("{line}\n") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_and_item_becomes_a_row() {
        let source = "---\ntitle: Breaks\nnav: 1\n---\n\
            A break can be\nan **hour**. Call {local:contact.phone}.\n\n\
            ## Plan it {#plan}\n\n:::steps\n1. Think.\n2. Ask [us](/help).\n   - At home\n:::\n\n## Near you\n\n:::services\n:::\n";
        assert_eq!(
            draft(source, "2026-11-22".parse().unwrap()),
            "---\ntitle: Breaks\nreviewed: 2026-11-22\nreview_by: 2027-05-22\ndraft: true\n---\n\
            ## What this page is about\n\n\
            :::row picture=choose-a-picture\nA break can be an **hour**. Call {local:contact.phone}.\n:::\n\n\
            ## Plan it\n\n\
            :::row picture=choose-a-picture\nThink.\n:::\n\n\
            :::row picture=choose-a-picture\nAsk [us](/help).\n:::\n\n\
            :::row picture=choose-a-picture\nAt home\n:::\n\n\
            ## Who to contact\n\n:::contact\n:::\n"
        );
    }

    #[test]
    fn no_text_is_lost_from_a_table() {
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(pieces("| a | b |\n|---|---|\n| c | d |\n"), ["a", "b", "c", "d"].map(words));
    }
}
