//! Turns the languages that a page names into faults where they are none, or where the text is in another.

use std::collections::HashMap;

use super::super::document::Id;
use super::super::page::Page;
use super::super::tongue::{Judgement, judge, tag};
use super::meta::wrong_tag;
use super::{Fault, Found};

/// What people read or hear, by the element whose `lang` is the closest around it.
fn texts(page: &Page) -> HashMap<Id, String> {
    let document = &page.document;
    let Some(root) = document.page() else { return HashMap::new() };
    let mut texts: HashMap<Id, String> = HashMap::new();
    // The element with the closest `lang`, by node; the root where there is none.
    let mut closest = vec![root; document.nodes.len()];
    for id in document.inside(0) {
        let parent = document.parent(id).unwrap_or_default();
        closest[id] = if document.attribute(id, "lang").is_some() { id } else { closest[parent] };
        let is_title = document.tag(parent) == "title" && document.closest(parent, "head").is_some();
        let is_there = page.is_visible(parent) || page.is_exposed(parent) || is_title;
        let own = match document.text(id) {
            Some(text) if is_there => text,
            None if page.is_exposed(id) => {
                ["aria-label", "alt"].into_iter().find_map(|name| document.attribute(id, name)).unwrap_or_default()
            }
            _ => "",
        };
        if !own.trim().is_empty() {
            let text = texts.entry(closest[id]).or_default();
            text.push_str(own.trim());
            text.push(' ');
        }
    }
    texts
}

/// The elements of the body with a `lang` of their own, and the text in them that is in it.
fn parts(page: &Page) -> Vec<(Id, String)> {
    let in_body = |id: Id| page.document.line(id).any(|id| page.document.tag(id) == "body");
    let has_lang = |id: Id| page.document.attribute(id, "lang").is_some_and(|lang| !lang.is_empty());
    let parts: Vec<Id> = page.html().filter(|&id| has_lang(id) && in_body(id)).collect();
    let mut texts = if parts.is_empty() { HashMap::new() } else { texts(page) };
    parts.into_iter().filter_map(|id| Some((id, texts.remove(&id)?))).collect()
}

pub fn valid(page: &Page, found: &mut Found) {
    for (id, _) in parts(page) {
        let value = page.document.attribute(id, "lang").unwrap_or_default();
        found.target((!tag::is_valid(value)).then(|| wrong_tag(id, value)));
    }
}

pub fn parts_match(page: &Page, found: &mut Found) {
    for (id, text) in parts(page) {
        judged(page, id, &text, found);
    }
}

pub fn page(page: &Page, found: &mut Found) {
    let Some(root) = page.document.page() else { return };
    if let Some(text) = texts(page).get(&root) {
        judged(page, root, text, found);
    }
}

fn judged(page: &Page, id: Id, text: &str, found: &mut Found) {
    let lang = page.document.attribute(id, "lang").unwrap_or_default();
    if !tag::is_valid(lang) {
        return;
    }
    match judge(text, lang) {
        Judgement::Fits => found.target(None),
        Judgement::Open => {
            let message = format!(
                "cannot tell whether {} is in `{lang}`: too few words, or a language that is not known",
                page.label(id)
            );
            found.doubts.push(Fault::new(id, message, "look at it yourself"));
        }
        Judgement::Differs(real) => {
            let start: String = text.chars().take(40).filter(|c| *c != '`').collect();
            let message = format!("`lang=\"{lang}\"`, but the text is {real}: “{}…”", start.trim());
            found.target(Some(Fault::new(id, message, "name the language that the text is in, or translate the text")));
        }
    }
}
