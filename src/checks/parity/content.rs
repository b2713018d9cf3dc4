//! Turns the texts of a page in two languages into findings where one has a heading, link, value, image or block that the
//! other has not.

use std::collections::BTreeMap;

use super::line;
use crate::diag::{Code, Finding, Place};
use crate::parse::content::{BlockKind, Event, LinkTarget, Tag, Value};
use crate::parse::{Content, Document};

/// What a text holds besides words: by what it is called in messages, the bytes of each.
type Holds = BTreeMap<String, Vec<usize>>;

#[derive(Debug, Default)]
struct Outline {
    headings: Vec<Heading>,
    holds: Holds,
    blocks: Holds,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    anchor: Option<String>,
    at: usize,
}

pub fn compare(first: &Document, twin: &Document) -> Vec<Finding> {
    let (Some(a), Some(b)) = (first.content(), twin.content()) else { return Vec::new() };
    let (there, here) = (outline(a), outline(b));
    let mut findings: Vec<Finding> = headings((first, &there), (twin, &here)).into_iter().collect();
    findings.extend(lacks((first, &there.holds), (twin, &here.holds)));
    findings.extend(lacks((twin, &here.holds), (first, &there.holds)));
    // A block that cannot be made out has its finding, and may be the one that the other text has.
    if ![a, b].iter().any(|content| content.blocks.iter().any(|block| block.kind == BlockKind::Unread)) {
        findings.extend(lacks((first, &there.blocks), (twin, &here.blocks)));
        findings.extend(lacks((twin, &here.blocks), (first, &there.blocks)));
    }
    findings
}

/// What stands inside a block for some languages only is left out.
fn outline(content: &Content) -> Outline {
    let mut outline = Outline::default();
    let mut hidden = 0_usize;
    for (number, event) in content.events.iter().enumerate() {
        match event {
            Event::Open(Tag::Block(block))
                if hidden > 0 || is_for_languages(&content.blocks[usize::from(*block)].kind) =>
            {
                hidden += 1;
            }
            Event::Close(Tag::Block(_)) if hidden > 0 => hidden -= 1,
            _ if hidden > 0 => {}
            Event::Open(Tag::Heading { level, anchor }) => {
                let anchor = anchor.map(|anchor| content.anchors[usize::from(anchor)].id.to_string());
                outline.headings.push(Heading { level: *level, anchor, at: start(content, number) });
            }
            event => outline.hold(content, *event),
        }
    }
    outline
}

impl Outline {
    fn hold(&mut self, content: &Content, event: Event) {
        let (what, at) = match event {
            Event::Open(Tag::Link(link)) => {
                let link = &content.links[usize::from(link)];
                (target(&link.target), link.span.start)
            }
            Event::Open(Tag::Block(block)) => {
                let block = &content.blocks[usize::from(block)];
                (format!("the block `{}`", name(content, &block.kind, block.span.clone())), block.span.start)
            }
            Event::Value(value) => {
                let hole = &content.values[usize::from(value)];
                // Which words need a meaning is up to each language.
                if matches!(hole.value, Value::Term(_)) {
                    return;
                }
                (format!("the value `{}`", &content.source[hole.span.clone()]), hole.span.start)
            }
            Event::Image(image) => ("the image".to_owned(), content.images[usize::from(image)].span.start),
            _ => return,
        };
        let held = if let Event::Open(Tag::Block(_)) = event { &mut self.blocks } else { &mut self.holds };
        held.entry(what).or_default().push(at);
    }
}

fn is_for_languages(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Only(scope) | BlockKind::Except(scope) if !scope.languages.is_empty())
}

/// A block by its opening line, without the words in it and without the picture, which may differ.
fn name(content: &Content, kind: &BlockKind, span: std::ops::Range<usize>) -> String {
    let opener = content.source[span].trim().trim_start_matches(':').trim();
    let whole = !matches!(kind, BlockKind::Details { .. } | BlockKind::Row { .. });
    let name = if whole { opener } else { opener.split_whitespace().next().unwrap_or(opener) };
    format!(":::{name}")
}

/// Sites and files may have an address for each language.
fn target(target: &LinkTarget) -> String {
    let anchor = |id: &Option<Box<str>>| id.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
    match target {
        LinkTarget::Page(page, id) if page.as_str() == crate::model::PageId::HOME => {
            format!("the link to `/{}`", anchor(id))
        }
        LinkTarget::Page(page, id) => format!("the link to `/{page}{}`", anchor(id)),
        LinkTarget::Service(service) => format!("the link to `/services/{service}`"),
        LinkTarget::Anchor(id) => format!("the link to `#{id}`"),
        LinkTarget::Static(_) => "the link to a file".to_owned(),
        LinkTarget::External(address) => {
            let (scheme, _) = address.split_once(':').unwrap_or_default();
            let kind = match scheme {
                "mailto" => "an email address",
                "tel" | "sms" => "a number",
                _ => "another site",
            };
            format!("the link to {kind}")
        }
        LinkTarget::Refused => "a link that cannot be used".to_owned(),
    }
}

/// Where the text that follows an event stands.
fn start(content: &Content, event: usize) -> usize {
    let place = |event: &Event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.range().start).filter(|at| *at < content.source.len()),
        Event::Value(value) => Some(content.values[usize::from(*value)].span.start),
        Event::Open(Tag::Link(link)) => Some(content.links[usize::from(*link)].span.start),
        _ => None,
    };
    content.events[event..].iter().find_map(place).unwrap_or_default()
}

/// The first heading that is not the same in both.
fn headings((first, there): (&Document, &Outline), (twin, here): (&Document, &Outline)) -> Option<Finding> {
    let both = there.headings.iter().zip(&here.headings);
    let finding = |message: String, document: &Document, at: usize| {
        Finding::new(Code::ParityDiffers, message)
            .at(Place::bytes(&document.path, at..at))
            .help("give both files the same headings, of the same level and with the same anchor, in the same order")
    };
    for (a, b) in both {
        let other = || line(&first.path, &first.text().source, a.at);
        if a.level != b.level {
            let message = format!("this heading is of level {}, and of level {} in `{}`", b.level, a.level, other());
            return Some(finding(message, twin, b.at));
        }
        if a.anchor != b.anchor {
            let said = |anchor: &Option<String>| {
                anchor.as_ref().map_or_else(|| "no anchor".to_owned(), |anchor| format!("the anchor `#{anchor}`"))
            };
            let message = format!("this heading has {}, and {} in `{}`", said(&b.anchor), said(&a.anchor), other());
            return Some(finding(message, twin, b.at));
        }
    }
    let (a, b) = (there.headings.len(), here.headings.len());
    let (document, path, heading) = match a.cmp(&b) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Less => (twin, &first.path, &here.headings[a]),
        std::cmp::Ordering::Greater => (first, &twin.path, &there.headings[b]),
    };
    Some(finding(
        format!("this heading is not in `{path}`, which has {} and not {}", a.min(b), a.max(b)),
        document,
        heading.at,
    ))
}

/// What one text has oftener than the other.
fn lacks((has, holds): (&Document, &Holds), (lacks, other): (&Document, &Holds)) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (what, places) in holds {
        let known = other.get(what).map_or(0, Vec::len);
        for &at in places.iter().skip(known) {
            let again = if known > 0 { " as often" } else { "" };
            findings.push(
                Finding::new(Code::ParityDiffers, format!("{what} is not in `{}`{again}", lacks.path))
                    .at(Place::bytes(&has.path, at..at))
                    .help(format!("add it in `{}`, or take it out here: both must say the same", lacks.path)),
            );
        }
    }
    findings
}
