//! Turns the description of another system into a summary and Markdown that a portal can show.
//!
//! What means something in a portal's own texts and nothing in the source (values in braces, `:::` blocks, links without an
//! address on the web, images) gets a backslash, so that it is shown as it was written.

use std::sync::Arc;

use crate::parse::Content;
use crate::parse::content::{Event, LinkTarget, Tag};
use crate::parse::markdown;

/// A longer first paragraph is no summary: lists show it whole.
const SUMMARY: usize = 400;

/// How often a text is looked through for what a backslash uncovered.
const ROUNDS: usize = 3;

/// A summary and the rest of a description.
pub fn texts(description: &str) -> (String, Option<String>) {
    let (first, rest) = match description.split_once("\n\n") {
        Some((first, rest)) if !rest.trim().is_empty() && !first.contains('\n') => (first.trim(), Some(rest.trim())),
        // A summary is one paragraph.
        _ => (description, None),
    };
    let summary = plain(first);
    if summary.chars().count() <= SUMMARY {
        return (summary, rest.map(tame));
    }
    (beginning(&summary), Some(tame(description)))
}

/// The first sentences of a long text, or its first words.
fn beginning(text: &str) -> String {
    let end = text.char_indices().nth(SUMMARY - 1).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let sentence = [". ", "! ", "? ", ".\n"].iter().filter_map(|stop| head.rfind(stop)).max();
    if let Some(at) = sentence {
        return head[..=at].to_owned();
    }
    let word = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{}…", head[..word].trim_end())
}

/// A text without the signs of Markdown; where there are none, as it is.
fn plain(text: &str) -> String {
    if !text.contains(['[', '*', '_', '`', '\\', '<', '#', '&']) {
        return text.to_owned();
    }
    let content = read(text);
    let mut words = String::new();
    for event in &content.events {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(content.str(part)),
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            Event::Close(Tag::Paragraph | Tag::Item | Tag::Heading { .. }) => words.push('\n'),
            Event::Value(hole) => words.push_str(&text[content.values[usize::from(*hole)].span.clone()]),
            _ => {}
        }
    }
    let words = words.trim();
    if words.is_empty() { text.to_owned() } else { words.to_owned() }
}

/// Markdown in which nothing means more than it did in its source.
fn tame(text: &str) -> String {
    if !text.contains(['{', '[', '<', '#', '&', '|']) && !text.contains(":::") {
        return text.to_owned();
    }
    let mut tamed = text.to_owned();
    // What was an image may be a link then.
    for _ in 0..ROUNDS {
        let found = wild(&tamed);
        if found.is_empty() {
            break;
        }
        for at in found.iter().rev() {
            tamed.insert(*at, '\\');
        }
    }
    if wild(&tamed).is_empty() && !has_mistakes(&tamed) { tamed } else { escaped(text) }
}

fn read(text: &str) -> Content {
    let source: Arc<str> = Arc::from(text);
    markdown::parse(&Arc::from(""), &source, 0..text.len()).take(&mut Vec::new())
}

fn has_mistakes(text: &str) -> bool {
    let mut findings = Vec::new();
    let source: Arc<str> = Arc::from(text);
    let content = markdown::parse(&Arc::from(""), &source, 0..text.len()).take(&mut findings);
    let nothing = |pair: &[Event]| {
        matches!(pair, [Event::Open(Tag::Heading { .. } | Tag::Link(_) | Tag::TableHead), Event::Close(_)])
    };
    findings.iter().any(crate::diag::Finding::is_error) || content.events.windows(2).any(nothing)
}

/// Where something stands that a portal would take for its own, in order.
fn wild(text: &str) -> Vec<usize> {
    let content = read(text);
    let is_empty = |link: usize| {
        let opened = |event: &Event| *event == Event::Open(Tag::Link(u16::try_from(link).unwrap_or(u16::MAX)));
        let at = content.events.iter().position(opened);
        at.and_then(|at| content.events.get(at + 1)).is_some_and(|next| matches!(next, Event::Close(_)))
    };
    let links = content.links.iter().enumerate();
    let links = links.filter(|(at, link)| !matches!(link.target, LinkTarget::External(_)) || is_empty(*at));
    let mut found: Vec<usize> = links.map(|(_, link)| link.span.start).collect();
    found.extend(content.values.iter().map(|hole| hole.span.start));
    found.extend(content.images.iter().map(|image| image.span.start));
    found.extend(content.blocks.iter().map(|block| block.span.start));
    found.sort_unstable();
    found.dedup();
    found
}

/// A text of which each sign is shown.
fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let line = line.trim_start_matches([' ', '\t']);
        for c in line.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '!' | '|' | '~' | ':' | '&'
            ) {
                made.push('\\');
            }
            made.push(c);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_has_no_signs_and_is_short() {
        assert_eq!(texts("Tea for carers.\n\nEvery week."), ("Tea for carers.".into(), Some("Every week.".into())));
        assert_eq!(texts("**Tea** for [carers](https://a.example/)."), ("Tea for carers.".into(), None));
        let long = "Tea for all who care. ".repeat(40);
        let (summary, about) = texts(long.trim());
        assert!(summary.len() < SUMMARY && summary.ends_with("care."), "{summary}");
        assert_eq!(about.as_deref(), Some(long.trim()));
        assert!(texts(&"tea ".repeat(400)).0.ends_with("tea…"));
    }

    #[test]
    fn nothing_means_more_than_it_did() {
        for (text, tamed) in [
            ("See https://a.example/ or **call**.", "See https://a.example/ or **call**."),
            ("[Tea](https://a.example/)", "[Tea](https://a.example/)"),
            ("Mon {fact:a.b} Tue", "Mon \\{fact:a.b} Tue"),
            ("[Tea](/tea) and [cake](#cake)", "\\[Tea](/tea) and \\[cake](#cake)"),
            ("![Tea](tea.jpg)", "\\!\\[Tea](tea.jpg)"),
            ("[](https://a.example/)", "\\[](https://a.example/)"),
        ] {
            assert_eq!(tame(text), tamed);
        }
        for text in ["::: contact\n:::", "{tea} {", "# ", "[Tea](javascript:x)", "<script>x</script>", "{fact:"] {
            let tamed = tame(text);
            assert!(wild(&tamed).is_empty() && !has_mistakes(&tamed), "{text}: {tamed}");
        }
    }
}
