//! Turns every page of a built portal into its minified self, which must say the same.

use std::collections::BTreeMap;

use fingerpost::theme::minify;
use scraper::{Html, Node};

use super::pages;

/// What matters of a page, in order: its texts with white space as a browser shows it, and its elements.
fn said(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let mut said: Vec<String> = Vec::new();
    for node in document.tree.nodes() {
        match node.value() {
            Node::Text(text) => {
                let words: Vec<&str> = text.split_ascii_whitespace().collect();
                if !words.is_empty() {
                    said.push(words.join(" "));
                }
            }
            Node::Element(element) => {
                let attributes: BTreeMap<&str, &str> = element.attrs().collect();
                said.push(format!("<{} {attributes:?}>", element.name()));
            }
            _ => {}
        }
    }
    said
}

#[test]
fn minifying_a_finished_page_changes_neither_text_nor_attributes() {
    let site = pages::site();
    let pages: Vec<_> = site.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    assert!(pages.len() > 100, "{} pages", pages.len());
    for (path, bytes) in pages {
        let page = std::str::from_utf8(bytes).unwrap();
        let (before, after) = (said(page), said(&minify(page)));
        let differs = before.iter().zip(&after).find(|(before, after)| before != after);
        assert!(differs.is_none() && before.len() == after.len(), "{path}: {differs:?}");
    }
}

#[test]
fn what_minifying_must_not_do_is_seen() {
    assert_ne!(said("<p>a <b>b</b>"), said("<p>a<i>b</i>"));
    assert_ne!(said("<p id=a>"), said("<p>"));
    assert_eq!(said("<p id='a'> a\n b </p>"), said("<p id=a>a b"));
}
