//! Turns a parsed text and its fill into HTML, with the theme's parts in its blocks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Renderer;
use crate::diag::Finding;
use crate::model::Language;
use crate::parse::Content;
use crate::parse::content::{Event, Tag};
use crate::plan::World;
use crate::plan::fill::{BlockFill, Fill, ImageFill, ValueFill};
use crate::plan::view::{ContactPart, ServiceCards};
use crate::theme::Template;
use crate::theme::html::{self, push_attribute, push_text};

/// The HTML of a text in one variant.
///
/// # Errors
/// A mistake in the template of a part.
pub fn content_html(renderer: &Renderer<'_>, content: &Content, fill: &Fill) -> Result<String, Finding> {
    let linked = values_in_links(content);
    let value = |(number, value)| value_html(value, linked.contains(&number));
    let blocks = fill.blocks.iter().map(|block| block_html(renderer, fill.language, block));
    let filled = html::Fill {
        links: Cow::Borrowed(&fill.links),
        values: fill.values.iter().enumerate().map(value).collect(),
        images: fill.images.iter().map(|image| image.as_ref().map_or_else(String::new, image_html)).collect(),
        blocks: blocks.collect::<Result<_, _>>()?,
        words: Cow::Borrowed(&renderer.words[&fill.language]),
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
        footnote_back: world.words.text_plain(language, "footnote-back", &[("n", "{n}".into())]),
        done: say("task-done"),
        not_done: say("task-not-done"),
    }
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

fn value_html(value: &ValueFill, linked: bool) -> String {
    match value {
        ValueFill::Text(text) => escaped(text),
        ValueFill::Isolated(text) => format!("<bdi>{}</bdi>", escaped(text)),
        ValueFill::Phone { national, tel } => link(&format!("tel:{tel}"), national, linked),
        ValueFill::Email(email) => link(&format!("mailto:{email}"), email, linked),
        ValueFill::Web(web) => link(web, web, linked),
        ValueFill::Term(term) => format!("<dfn title=\"{}\">{}</dfn>", attribute(&term.meaning), escaped(&term.word)),
        ValueFill::Checking { words, source } => {
            let words = escaped(words);
            if linked { words } else { format!("<a href=\"{}\">{words}</a>", attribute(source)) }
        }
    }
}

fn link(href: &str, text: &str, linked: bool) -> String {
    let text = format!("<bdi dir=\"ltr\">{}</bdi>", escaped(text));
    if linked { text } else { format!("<a href=\"{}\">{text}</a>", attribute(href)) }
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

fn block_html(renderer: &Renderer<'_>, language: Language, block: &BlockFill) -> Result<html::BlockFill, Finding> {
    let s = renderer.world.strings(language);
    Ok(match block {
        BlockFill::Hidden => html::BlockFill::Hidden,
        BlockFill::Shown => html::BlockFill::Shown,
        BlockFill::Labelled(label) => html::BlockFill::Labelled(label.clone()),
        BlockFill::Services { services, all } => {
            let view = ServiceCards { s, services, all: all.clone() };
            html::BlockFill::Html(renderer.theme.part(Template::ServiceCards, &view)?)
        }
        BlockFill::Contact { contact, portal, place } => {
            let view = ContactPart { s, contact, portal, place: place.as_deref() };
            html::BlockFill::Html(renderer.theme.part(Template::Contact, &view)?)
        }
        BlockFill::Picture(image) => html::BlockFill::Html(renderer.theme.part(
            Template::Picture,
            &crate::plan::view::PictureView { src: image.src.clone(), alt: image.alt.clone() },
        )?),
    })
}
