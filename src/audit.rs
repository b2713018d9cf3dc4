//! Turns HTML into what the accessibility rules of the W3C say of it, by the text alone: no browser, no scripts.

mod aria;
mod css;
mod document;
mod focus;
mod name;
mod page;
mod plain;
mod read;
mod role;
mod rules;
mod tongue;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Code, Finding, Place};

pub use document::Document;
pub use page::Page;
pub use plain::{has_something_empty, is_plain, says_something};
pub use read::{Unreadable, read};
pub use rules::{RULES, Rule};

/// What one rule says of one page.
#[derive(Debug)]
pub struct Outcome {
    pub rule: &'static Rule,
    pub verdict: Verdict,
    /// What is wrong, in the order of the page.
    pub faults: Vec<Fault>,
    /// What could not be judged.
    pub doubts: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    Failed,
    Inapplicable,
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Inapplicable => "inapplicable",
        }
    }
}

/// Something wrong at a place of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The tag of the element.
    pub bytes: Range<usize>,
    pub message: String,
    pub help: String,
}

impl Fault {
    /// The fault as a finding; `whose` says of what, where that is no file.
    pub fn finding(&self, rule: &Rule, whose: &str) -> Finding {
        let message = format!("{whose}{} ({}, {})", self.message, rule.id, rule.source());
        Finding::new(Code::Accessibility, message).help(self.help.clone())
    }
}

/// What every rule says of a page, in the order of the table.
///
/// # Errors
/// More elements, or deeper in each other, than any page for people has.
pub fn audit(html: &str, sheets: &[&str]) -> Result<Vec<Outcome>, Unreadable> {
    Ok(judge(&Page::new(read(html)?, sheets), html))
}

/// What every rule says of a page that was read from this source.
pub fn judge(page: &Page, html: &str) -> Vec<Outcome> {
    RULES.iter().map(|rule| outcome(rule, page, html)).collect()
}

/// Rules that need the style sheets, or the words of a whole page.
const OF_WHOLE_PAGES: [&str; 3] = ["afw4f7", "off6ek", "ucwvc8"];

/// What is wrong with the markup of a page.
pub fn faults_of_page(html: &str) -> Vec<(&'static Rule, Fault)> {
    let Ok(document) = read(html) else { return Vec::new() };
    let page = Page::new(document, &[]);
    let rules = RULES.iter().filter(|rule| !OF_WHOLE_PAGES.contains(&rule.id));
    rules.flat_map(|rule| outcome(rule, &page, html).faults.into_iter().map(move |fault| (rule, fault))).collect()
}

/// What is wrong with the markup of a piece that stands in the main content of a page.
pub fn faults_of_piece(html: &str) -> Vec<(&'static Rule, Fault)> {
    faults_of_page(&format!("<!DOCTYPE html><html lang=en><head><title>-</title></head><body>{html}</body></html>"))
}

/// The addresses of the style sheets that a page links to.
pub fn sheets(document: &Document) -> Vec<String> {
    let is_sheet = |id: document::Id| {
        let kinds = document.keyword(id, "rel").unwrap_or_default();
        let mut kinds = kinds.split_ascii_whitespace();
        document.tag(id) == "link" && kinds.any(|kind| kind == "stylesheet")
    };
    let linked = document.elements.iter().filter(|&&id| is_sheet(id));
    linked.filter_map(|&id| document.attribute(id, "href")).map(str::to_owned).collect()
}

impl Outcome {
    pub fn failed(&self) -> bool {
        self.verdict == Verdict::Failed
    }

    /// What is wrong, as findings in a file.
    pub fn findings<'a>(&'a self, file: &'a Arc<str>) -> impl Iterator<Item = Finding> + 'a {
        self.faults.iter().map(|fault| fault.finding(self.rule, "").at(Place::bytes(file, fault.bytes.clone())))
    }
}

fn outcome(rule: &'static Rule, page: &Page, html: &str) -> Outcome {
    let found = rule.check(page);
    let verdict = match (found.faults.is_empty(), found.targets) {
        (false, _) => Verdict::Failed,
        (true, 0) => Verdict::Inapplicable,
        (true, _) => Verdict::Passed,
    };
    let placed = |faults: Vec<rules::Fault>| {
        let mut placed: Vec<Fault> = faults.into_iter().map(|fault| place(fault, page, html)).collect();
        placed.sort_by_key(|fault| fault.bytes.start);
        placed
    };
    Outcome { rule, verdict, faults: placed(found.faults), doubts: placed(found.doubts) }
}

/// Where the tag stands that the fault is about.
fn place(fault: rules::Fault, page: &Page, html: &str) -> Fault {
    let start = page.document.at(fault.at).min(html.len());
    let len = html[start..].find('>').map_or(0, |end| end + 1);
    Fault { bytes: start..start + len, message: fault.message, help: fault.help }
}
