//! Turns Markdown with our blocks and values into `Content`.
//!
//! CommonMark knows neither `:::` lines nor `{fact:...}`, so it reads a masked copy of the text, byte for byte as long as
//! the original: a `:::` line is a processing instruction there, which CommonMark passes through as a block of its own,
//! and a value is one private letter with padding. All offsets stay exact, and references and footnotes work across
//! blocks. Texts are slices of the original, so what was masked inside code or HTML shows as it was written.
//!
//! The cost is linear in the text, and texts are not copied: a page of 8 KB takes about 0.1 ms, of which CommonMark is a
//! quarter and the hashes a third.

mod mask;
mod blocks;
mod attributes;
mod values;
mod walk;
mod links;
mod hashes;
mod report;

#[cfg(test)]
pub mod tests;

pub use hashes::block_hashes;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, LinkType, Options, Parser};

use self::mask::Mask;
use self::report::Report;
use self::walk::Walk;
use super::Content;
use crate::diag::{Code, Diagnosed};

/// CommonMark's extensions that portals use; everything else is plain text.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// A longer text is refused whole. What is kept beside a text has room in the other three quarters of what spans reach.
const MAX_BYTES: usize = Content::REACH / 4;

/// Parses `source[body]`; `file` names it in findings. Never fails: what is wrong is reported and shown as text.
pub fn parse(file: &Arc<str>, source: &Arc<str>, body: Range<usize>) -> Diagnosed<Content> {
    let mut report = Report::new(file);
    let mut content = empty(source, &body);
    if source.len() > MAX_BYTES {
        report.add(Code::TooLarge, body, "this text is too long to be read", "split it into several pages");
        return Diagnosed::new(content, report.finish());
    }
    let body = without_bom(source, body);
    let mask = Mask::new(source, body.clone(), &mut report);
    let mut broken = Vec::new();
    let note_broken = |link: BrokenLink| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.push(link.span);
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(&mask.text, OPTIONS, Some(note_broken));
    let mut walk = Walk::new(&mask, &mut content, &mut report);
    for (event, range) in parser.into_offset_iter() {
        walk.step(event, body.start + range.start..body.start + range.end);
    }
    walk.finish();
    report_broken(source, body.start, broken, &mut report);
    content.shrink();
    Diagnosed::new(content, report.finish())
}

fn empty(source: &Arc<str>, body: &Range<usize>) -> Content {
    Content {
        source: source.clone(),
        aside: String::new(),
        events: Vec::with_capacity(body.len() / 16),
        links: Vec::new(),
        images: Vec::new(),
        values: Vec::new(),
        blocks: Vec::new(),
        anchors: Vec::new(),
        parts: Vec::new(),
    }
}

/// A byte order mark is no text; it stands at most at the start of a file.
fn without_bom(source: &str, body: Range<usize>) -> Range<usize> {
    let bom = if source[body.clone()].starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    body.start + bom..body.end
}

/// `[text][label]` without `[label]: address` is shown as it was written, and nobody means that.
fn report_broken(source: &str, base: usize, broken: Vec<Range<usize>>, report: &mut Report) {
    for span in broken {
        let span = base + span.start..base + span.end;
        let Some(text) = source.get(span.clone()).filter(|text| !text.contains("[^")) else { continue };
        report.add(
            Code::LinkForm,
            span,
            format!("`{}` names an address that is not given anywhere", report::quote(text)),
            "write the address in the link, `[text](/money)`, or add a line `[label]: /money`",
        );
    }
}
