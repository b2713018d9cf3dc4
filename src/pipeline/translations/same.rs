//! Turns a block and its translation into what the translation lost or added: values, links, anchors, pictures, blocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::Code;
use crate::parse::Content;
use crate::parse::content::{Event, LinkTarget, Tag};
use crate::parse::markdown;

/// What a translation of a block must not change, each in words, with how often it is there.
type Kept = BTreeMap<String, usize>;

/// What is wrong with a translation; nothing if it keeps what it must.
pub fn compare(block: &str, translation: &str) -> Vec<String> {
    let ((is, before), (becomes, after)) = (kept(block), kept(translation));
    let mut wrong = Vec::new();
    if is != becomes {
        wrong.push(format!("it must be {is}, as the source is, not {becomes}"));
    }
    for (what, count) in &before {
        match after.get(what).copied().unwrap_or_default() {
            now if now < *count => wrong.push(format!("{what} is missing")),
            now if now > *count => wrong.push(format!("{what} stands there too often")),
            _ => {}
        }
    }
    wrong.extend(after.keys().filter(|what| !before.contains_key(*what)).map(|what| format!("{what} was added")));
    wrong
}

/// What kind of block a text is, and what it holds.
fn kept(block: &str) -> (String, Kept) {
    let source: Arc<str> = block.into();
    let read = markdown::parse(&Arc::from("block"), &source, 0..source.len());
    let content = read.value;
    // A footnote's call and its text mostly stand in two blocks.
    let mistakes = read.findings.iter().filter(|finding| finding.is_error() && finding.code != Code::FootnotePair);
    let mut all: Vec<String> = mistakes.map(|finding| format!("the mistake \"{}\"", finding.message)).collect();
    all.extend(content.values.iter().map(|hole| format!("the value `{}`", &block[hole.span.clone()])));
    all.extend(content.links.iter().map(|link| target(&link.target)));
    all.extend(content.images.iter().map(|image| format!("the image `{}`", image.file)));
    all.extend(content.anchors.iter().map(|anchor| format!("the anchor `{{#{}}}`", anchor.id)));
    all.extend(footnotes(block).map(|label| format!("the footnote `[^{label}]`")));
    let mut kept = Kept::new();
    for what in all {
        *kept.entry(what).or_default() += 1;
    }
    (form(&content), kept)
}

/// The kind of the block, with a heading's level; how many blocks it is, if more than one.
fn form(content: &Content) -> String {
    if content.parts.len() > 1 {
        return format!("{} blocks", content.parts.len());
    }
    match content.events.first() {
        Some(Event::Open(Tag::Paragraph)) => "a paragraph".to_owned(),
        Some(Event::Open(Tag::Quote)) => "a quote".to_owned(),
        Some(Event::Open(Tag::Alert(_))) => "an alert".to_owned(),
        Some(Event::Open(Tag::CodeBlock)) => "a block of code".to_owned(),
        Some(Event::Open(Tag::Table)) => "a table".to_owned(),
        Some(Event::Open(Tag::Heading { level, .. })) => format!("a heading of level {level}"),
        Some(Event::Open(Tag::Block(block))) => {
            let text = content.blocks.get(usize::from(*block)).map_or("", |block| &content.source[block.span.clone()]);
            format!("`{}`", text.split_whitespace().next().unwrap_or_default())
        }
        Some(Event::Open(Tag::List { ordered, .. })) => {
            format!("a list, {}", if *ordered { "counted" } else { "not counted" })
        }
        _ => "another block".to_owned(),
    }
}

fn target(target: &LinkTarget) -> String {
    let anchor = |id: &Option<Box<str>>| id.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
    match target {
        LinkTarget::Page(page, id) => format!("the link to `/{page}{}`", anchor(id)),
        LinkTarget::Service(service) => format!("the link to `/services/{service}`"),
        LinkTarget::Anchor(id) => format!("the link to `#{id}`"),
        LinkTarget::Static(address) | LinkTarget::External(address) => format!("the link to `{address}`"),
        LinkTarget::Refused => "a link that cannot be used".to_owned(),
    }
}

/// The labels of footnotes: alone, a block does not know which of them are called.
fn footnotes(block: &str) -> impl Iterator<Item = &str> {
    block.split("[^").skip(1).filter_map(|rest| rest.split_once(']').map(|(label, _)| label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_keeps_what_it_must() {
        for (block, translation) in [
            ("You get {fact:a.b} a week.", "Cewch {fact:a.b} yr wythnos."),
            ("## Rates {#rates}", "## Cyfraddau {#rates}"),
            ("- [One](/money#rates)\n- Two[^a]", "- [Un](/money#rates)\n- Dau[^a]"),
            ("![A form](form.png)", "![Ffurflen](form.png)"),
        ] {
            assert_eq!(compare(block, translation), [""; 0], "{block}");
        }
    }

    #[test]
    fn what_is_lost_or_added_is_named() {
        for (block, translation, wrong) in [
            ("You get {fact:a.b}.", "Cewch.", &["the value `{fact:a.b}` is missing"][..]),
            ("[One](/money)", "[Un](/arian)", &["the link to `/money` is missing", "the link to `/arian` was added"]),
            ("## Rates {#rates}", "## Cyfraddau", &["the anchor `{#rates}` is missing"]),
            ("One[^a].", "Un.", &["the footnote `[^a]` is missing"]),
        ] {
            assert_eq!(compare(block, translation), wrong, "{block}");
        }
        for (block, translation, wrong) in [
            ("One.", "Un.\n\nDau.", "it must be a paragraph, as the source is, not 2 blocks"),
            ("## One", "### Un", "it must be a heading of level 2, as the source is, not a heading of level 3"),
            ("- One", "1. Un", "it must be a list, not counted, as the source is, not a list, counted"),
        ] {
            assert_eq!(compare(block, translation), [wrong], "{block}");
        }
        assert!(compare("One.", "<b>Un</b>.")[0].starts_with("the mistake \""));
    }
}
