//! Turns links whose words do not say where they lead into findings.

use crate::checks::words::notes::Notes;
use crate::checks::words::page::Page;
use crate::checks::words::spelling;
use crate::diag::{Code, Finding, Place};
use crate::parse::content::{Event, LinkTarget, Tag};

/// W004: "click here" and its likes, and bare addresses. Addresses of mail and telephone numbers say what they are.
pub fn check(page: &Page<'_>, notes: &mut Notes<'_>) {
    if page.content.links.is_empty() {
        return;
    }
    let mut open: Option<u16> = None;
    let mut words = String::new();
    for event in &page.content.events {
        match event {
            Event::Open(Tag::Link(number)) => {
                open = Some(*number);
                words.clear();
            }
            Event::Close(Tag::Link(number)) => {
                open = None;
                one(page, *number, &words, notes);
            }
            _ if open.is_none() => {}
            Event::Text(text) | Event::Code(text) => words.push_str(page.content.str(text)),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            // What a value or an image shows is said elsewhere.
            Event::Value(_) | Event::Image(_) => words.push('…'),
            _ => {}
        }
    }
}

fn one(page: &Page<'_>, number: u16, words: &str, notes: &mut Notes<'_>) {
    let link = &page.content.links[usize::from(number)];
    let words = words.trim().trim_end_matches(['.', ':', '!', '>', '»']).trim();
    let place = Place::bytes(&page.document.path, link.span.clone());
    if spelling::is_one_of(words, page.speech.vague_links) {
        let message = format!("the link `{words}` does not say where it leads");
        let help =
            "write what is behind it, such as the name of the page: some people hear links alone (WCAG 2.4.4, GOV.UK)";
        notes.add(Finding::new(Code::LinkText, message).at(place).help(help));
    } else if is_bare(words, &link.target) {
        let message = format!("the link shows its address, `{words}`");
        let help = "write what is behind it, such as `[the council's form](https://...)`: an address is read out letter by \
             letter (WCAG 2.4.4, GOV.UK)";
        notes.add(Finding::new(Code::LinkText, message).at(place).help(help));
    }
}

fn is_bare(words: &str, target: &LinkTarget) -> bool {
    let LinkTarget::External(address) = target else { return false };
    let is_web = address.starts_with("http");
    is_web
        && !words.contains(char::is_whitespace)
        && (words.contains("://") || words.starts_with("www.") || words.contains('/') && words.contains('.'))
}
