//! Turns a parsed text and its fill into HTML, with the theme's parts in its blocks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Renderer;
use crate::diag::Finding;
use crate::model::{Direction, Language};
use crate::parse::Content;
use crate::parse::content::{Event, Tag};
use crate::plan::World;
use crate::plan::fill::{BlockFill, Fill, ImageFill, ValueFill};
use crate::plan::view::{ContactLine, ServiceCards};
use crate::theme::Template;
use crate::theme::html::{self, push_attribute, push_text};

/// The HTML of a text in one variant.
///
/// # Errors
/// A mistake in the template of a part.
pub fn content_html(renderer: &Renderer<'_>, content: &Content, fill: &Fill) -> Result<String, Finding> {
    let linked = values_in_links(content);
    let value = |(number, value)| value_html(value, if linked.contains(&number) { Around::Link } else { Around::Text });
    let headings = headings_below(content);
    let blocks =
        fill.blocks.iter().zip(headings).map(|(block, heading)| block_html(renderer, fill.language, (block, heading)));
    let filled = html::Fill {
        links: Cow::Borrowed(&fill.links),
        values: fill.values.iter().enumerate().map(value).collect(),
        images: fill.images.iter().map(|image| image.as_ref().map_or_else(String::new, image_html)).collect(),
        blocks: blocks.collect::<Result<_, _>>()?,
        words: Cow::Borrowed(renderer.words(fill.language)),
        direction: fill.language.direction(),
    };
    Ok(html::write(content, &filled))
}

/// The interface's words that texts of a language need.
pub fn words(world: &World<'_>, language: Language) -> html::Words {
    let say = |key: &str| world.words.text_plain(language, key, &[]);
    html::Words {
        note: say("note"),
        tip: say("tip"),
        important: say("important"),
        warning: say("warning"),
        caution: say("caution"),
        emergency: say("emergency"),
        footnotes: say("footnotes"),
        table: say("table"),
        footnote_back: world.words.text_plain(language, "footnote-back", &[("n", "{n}".into())]),
        done: say("task-done"),
        not_done: say("task-not-done"),
    }
}

/// For each block, the heading that skips no level where it stands: below the last one before it.
fn headings_below(content: &Content) -> Vec<&'static str> {
    let mut below = "h2";
    let mut headings = vec![below; content.blocks.len()];
    for event in &content.events {
        match event {
            Event::Open(Tag::Heading { level, .. }) => {
                below = ["h3", "h4", "h5", "h6"][usize::from((*level).clamp(2, 5)) - 2];
            }
            Event::Open(Tag::Block(number)) => headings[usize::from(*number)] = below,
            _ => {}
        }
    }
    headings
}

/// Values that stand inside a link's text: a link cannot hold another link.
fn values_in_links(content: &Content) -> BTreeSet<usize> {
    let mut inside = false;
    let mut linked = BTreeSet::new();
    for event in &content.events {
        match event {
            Event::Open(Tag::Link(_)) => inside = true,
            Event::Close(Tag::Link(_)) => inside = false,
            Event::Value(number) if inside => {
                linked.insert(usize::from(*number));
            }
            _ => {}
        }
    }
    linked
}

/// What a value stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Text,
    Link,
}

fn value_html(value: &ValueFill, around: Around) -> String {
    match value {
        ValueFill::Text(text) => escaped(text),
        ValueFill::Isolated(text) => format!("<bdi>{}</bdi>", escaped(text)),
        ValueFill::Other(text) => format!("<bdi{}>{}</bdi>", in_language(text.lang), escaped(&text.text)),
        ValueFill::Phone { national, tel } => link(&format!("tel:{tel}"), national, around),
        ValueFill::Email(email) => link(&format!("mailto:{email}"), email, around),
        ValueFill::Web(web) => link(web, web, around),
        ValueFill::Term(term) => {
            let (lang, meaning) = (in_language(term.lang), attribute(&term.meaning));
            format!("<dfn{lang} title=\"{meaning}\">{}</dfn>", escaped(&term.word))
        }
        ValueFill::Checking { words, source } => {
            let words = escaped(words);
            if around == Around::Link { words } else { format!("<a href=\"{}\">{words}</a>", attribute(source)) }
        }
    }
}

/// The attributes of a text in another language than that around it.
fn in_language(language: Option<Language>) -> String {
    let Some(language) = language else { return String::new() };
    let dir = if language.direction() == Direction::Rtl { "rtl" } else { "ltr" };
    format!(" lang=\"{language}\" dir=\"{dir}\"")
}

fn link(href: &str, text: &str, around: Around) -> String {
    let text = format!("<bdi dir=\"ltr\">{}</bdi>", escaped(text));
    if around == Around::Link { text } else { format!("<a href=\"{}\">{text}</a>", attribute(href)) }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_text(&mut html, text);
    html
}

fn attribute(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_attribute(&mut html, text);
    html
}

fn image_html(image: &ImageFill) -> String {
    let mut html = format!("<img src=\"{}\" alt=\"{}\"", attribute(&image.src), attribute(&image.alt));
    if let Some((width, height)) = image.size {
        html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    html.push_str(" loading=\"lazy\">");
    html
}

fn block_html(
    renderer: &Renderer<'_>,
    language: Language,
    (block, heading): (&BlockFill, &str),
) -> Result<html::BlockFill, Finding> {
    let s = renderer.world.strings(language);
    Ok(match block {
        BlockFill::Hidden => html::BlockFill::Hidden,
        BlockFill::Shown => html::BlockFill::Shown,
        BlockFill::Labelled(label) => html::BlockFill::Labelled(label.clone()),
        BlockFill::Services { services, all } => {
            let view = ServiceCards { s, heading, services, all: all.clone() };
            html::BlockFill::Html(renderer.theme.part(Template::ServiceCards, &view)?)
        }
        BlockFill::Contact(fill) => {
            let view = ContactLine { s, contact: &fill.contact };
            html::BlockFill::Html(renderer.theme.part(Template::ContactLine, &view)?)
        }
        BlockFill::Picture(image) => html::BlockFill::Html(renderer.theme.part(
            Template::Picture,
            &crate::plan::view::PictureView { src: image.src.clone(), alt: image.alt.clone() },
        )?),
    })
}
