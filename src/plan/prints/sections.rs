//! Turns a text into the sections of it that a leaflet wants, with its notes.

use crate::parse::Content;
use crate::parse::content::{Event, Tag};

/// The sections under the headings with these anchors, in the order in which they are named. What a text's holes are
/// filled with stays right: only its events are fewer.
pub fn sections(content: &Content, anchors: &[String]) -> Content {
    let mut events = Vec::new();
    for anchor in anchors {
        push_section(content, anchor, &mut events);
    }
    push_notes(content, &mut events);
    Content { events, ..content.clone() }
}

/// A heading and all up to the next one that is as large, inside the blocks that it stands in: a condition around it
/// still counts.
fn push_section(content: &Content, anchor: &str, events: &mut Vec<Event>) {
    let mut around: Vec<Tag> = Vec::new();
    let mut section: Option<(u8, usize)> = None;
    for event in &content.events {
        match (event, section) {
            (Event::Open(Tag::Heading { level, anchor: own }), None) if is_named(content, *own, anchor) => {
                section = Some((*level, around.len()));
                events.extend(around.iter().copied().map(Event::Open));
            }
            (Event::Open(Tag::Heading { level, .. }), Some((own, depth))) if around.len() == depth && *level <= own => {
                break;
            }
            (Event::Open(Tag::Footnotes), Some(_)) => break,
            (Event::Close(_), Some((_, depth))) if around.len() == depth => break,
            _ => {}
        }
        match event {
            Event::Open(tag) => around.push(*tag),
            Event::Close(_) => {
                around.pop();
            }
            _ => {}
        }
        if section.is_some() {
            events.push(*event);
        }
    }
    if let Some((_, depth)) = section {
        events.extend(around[..depth].iter().rev().copied().map(Event::Close));
    }
}

fn is_named(content: &Content, own: Option<u16>, anchor: &str) -> bool {
    own.is_some_and(|own| *content.anchors[usize::from(own)].id == *anchor)
}

/// The texts of all notes: whoever reads them takes those that are called.
fn push_notes(content: &Content, events: &mut Vec<Event>) {
    let notes = content.events.iter().position(|event| matches!(event, Event::Open(Tag::Footnotes)));
    events.extend(notes.map(|at| &content.events[at..]).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::parse::markdown;

    const TEXT: &str = "\
First.

## Rates {#rates}

You get more.[^b]

### By post {#post}

Write.[^a]

## Claim {#claim}

Call.

:::only nations=wales
## Welsh {#welsh}

Cymraeg.
:::

Last.

[^a]: A note.
[^b]: Another.
";

    fn text_of(anchors: &[&str]) -> String {
        let source: Arc<str> = TEXT.into();
        let content = markdown::parse(&"content/pages/a.en.md".into(), &source, 0..source.len()).value;
        let anchors: Vec<String> = anchors.iter().map(ToString::to_string).collect();
        let part = sections(&content, &anchors);
        let mut depth = 0_usize;
        let mut words = Vec::new();
        for event in &part.events {
            match event {
                Event::Open(Tag::Block(_)) => {
                    depth += 1;
                    words.push("[".to_owned());
                }
                Event::Close(Tag::Block(_)) => {
                    depth -= 1;
                    words.push("]".to_owned());
                }
                Event::Open(Tag::Footnotes) => break,
                Event::Text(text) => words.push(part.str(text).to_owned()),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        words.join(" ")
    }

    #[test]
    fn a_section_ends_at_the_next_heading_of_its_size_and_keeps_its_notes() {
        assert_eq!(text_of(&["rates"]), "Rates You get more. By post Write.");
        assert_eq!(text_of(&["post"]), "By post Write.");
        assert_eq!(text_of(&["claim"]), "Claim Call. [ Welsh Cymraeg. ] Last.");
    }

    #[test]
    fn sections_stand_in_the_order_in_which_they_are_named() {
        assert_eq!(text_of(&["post", "welsh"]), "By post Write. [ Welsh Cymraeg. ]");
        assert_eq!(text_of(&["nowhere"]), "");
    }
}
