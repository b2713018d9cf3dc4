//! Turns every code of the program into a page: why it matters, an example, what the program says, how to mend it.

use rayon::prelude::*;

use super::example::{Example, check};
use super::excerpt::{excerpts, fenced};
use crate::diag::{Code, Severity, print};

/// In columns: what fits beside a browser's margins.
const NARROW: usize = 76;

/// What the first letter of a code says: the letter, the id and title of its pages' section, and what they are about.
/// Each letter is given away once, whether the program has codes of it or not.
const KINDS: &[Kind] = &[
    ('I', "files", "files", "Files that cannot be used, or that stand in the wrong place."),
    ('Y', "keys", "keys and values", "What stands above a page's text and in the files of records."),
    (
        'R',
        "references",
        "names, places and addresses",
        "Ids that name nothing, and pages that get in each other's way.",
    ),
    ('M', "text", "text", "Markdown, blocks, images and values in braces."),
    ('L', "links", "links", "Links that lead nowhere, or not for every reader."),
    ('C', "conditions", "conditions", "Blocks that are shown to nobody, or to everybody."),
    ('F', "figures", "figures", "Rates and other figures that run out or contradict each other."),
    ('D', "dates", "dates", "Reviews that are due, and dates that cannot be."),
    ('T', "translations", "translations and easy read", "Languages and editions that lag behind."),
    ('S', "services", "services", "Records of the directory that would let a reader down."),
    ('X', "look", "the look", "Themes, templates and colours."),
    ('W', "words", "words", "Sentences, headings and links that are hard to read."),
    ('E', "easy", "easy read", "Texts and rows that people who find reading hard could not follow."),
    ('K', "pictures", "pictures", "Pictures of easy read, and their records."),
    ('A', "access", "access for everybody", "Pages that would keep some people out."),
    ('B', "weight", "weight", "Pages and themes that are heavy on a slow connection."),
    ('Z', "postcodes", "postcodes", "Tables by which a reader finds a place."),
    ('P', "paper", "prints", "Prints that do not fit, or that cannot be made."),
    ('Q', "curating", "statement and home pages", "The accessibility statement, and what home pages lead to."),
    ('O', "exchange", "open data", "Services that other systems could not read as they are meant."),
];

type Kind = (char, &'static str, &'static str, &'static str);

/// The pages of all findings: paths and texts.
pub fn pages() -> Vec<(String, String)> {
    let kinds = kinds().enumerate().map(|(order, kind)| section(order, kind));
    let codes: Vec<(String, String)> = Code::ALL.par_iter().map(|&code| page(code)).collect();
    std::iter::once(index()).chain(kinds).chain(codes).collect()
}

/// All findings on one page.
fn index() -> (String, String) {
    let mut text = front("Findings", "Every code that the program can show: what it means and how to mend it.", 5);
    text = text.replacen("---\n", "---\nnav: 5\n", 1);
    text.push_str(
        "`fingerpost check` shows each finding with its code. Look for the code here, or type `fingerpost guide F003` \
         with your own code in place of `F003`.\n\nWhile there is an error, nothing is published. A warning stops \
         nothing.\n",
    );
    for (letter, id, title, _) in kinds() {
        let of_kind = Code::ALL.iter().filter(|code| code.id().starts_with(*letter));
        text.push_str(&format!("\n## {letter}: {title}\n\n"));
        for code in of_kind {
            let (name, link) = (code.id(), code.id().to_lowercase());
            let severity = code.severity().as_str();
            text.push_str(&format!("- [`{name}`](/findings/{id}/{link}) {} ({severity})\n", escaped(code.title())));
        }
    }
    ("content/pages/findings/index.en.md".to_owned(), text)
}

fn section(order: usize, (letter, id, title, about): &Kind) -> (String, String) {
    let text = front(&format!("{letter}: {title}"), about, order + 1);
    (format!("content/pages/findings/{id}/index.en.md"), text)
}

/// The page of one code.
pub fn page(code: Code) -> (String, String) {
    let (_, section, ..) = kind(code).expect("every letter has its kind, which a test says");
    let position = Code::ALL.iter().position(|other| *other == code).unwrap_or_default();
    let summary = match code.severity() {
        Severity::Error => "An error: nothing is published until it is mended.",
        Severity::Warning => "A warning: the site is published all the same.",
    };
    let mut text = front(&format!("{}: {}", code.id(), code.title()), summary, position + 1);
    text.push_str(&body(code));
    (format!("content/pages/findings/{section}/{}.en.md", code.id().to_lowercase()), text)
}

fn body(code: Code) -> String {
    let example = Example::of(code).expect("every code has its example, which a test says");
    let portals = example.portals().expect("every example is tried by a test");
    let report = check(&portals.wrong.in_memory());
    let look = print::Look { colour: print::Colour::Plain, folder: "" };
    let said: String = print::human(&report.findings, &*report.sources, look).collect();
    format!(
        "{}\n\n## An example\n\n{}\n\n## What the program says\n\n{}\n\n## How to mend it\n\n{}\n\n{}\n",
        example.why,
        excerpts(&portals.base, &portals.wrong),
        fenced(&said.lines().map(narrow).collect::<Vec<_>>().join("\n"), "text"),
        example.how,
        excerpts(&portals.wrong, &portals.mended),
    )
}

/// A line of the program as a narrow terminal shows it. Lines of a file stay whole, with the marks below them.
fn narrow(line: &str) -> String {
    let is_note = line.trim_start().starts_with("= ");
    if !is_note && !line.starts_with("error[") && !line.starts_with("warning[") {
        return line.to_owned();
    }
    let options = textwrap::Options::new(NARROW).subsequent_indent("        ").break_words(false);
    textwrap::fill(line, options)
}

/// The kinds that the program has codes of.
fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|kind| Code::ALL.iter().any(|code| code.id().starts_with(kind.0)))
}

fn kind(code: Code) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| code.id().starts_with(kind.0))
}

/// What stands above a page's text. A JSON string is a YAML string.
pub fn front(title: &str, summary: &str, order: usize) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!("---\ntitle: {}\nsummary: {}\norder: {order}\n---\n", quoted(title), quoted(summary))
}

/// Words that Markdown leaves as they are.
fn escaped(text: &str) -> String {
    text.replace('{', "\\{").replace('<', "\\<")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_letter_has_its_kind() {
        let without: Vec<&str> = Code::ALL.iter().filter(|&&code| kind(code).is_none()).map(|code| code.id()).collect();
        assert!(without.is_empty(), "add the letter to KINDS: {without:?}");
        let letters: BTreeSet<char> = KINDS.iter().map(|kind| kind.0).collect();
        assert_eq!(letters.len(), KINDS.len(), "a letter is given away twice");
    }

    #[test]
    fn a_page_says_why_what_and_how() {
        let (path, text) = page(Code::FactRanOut);
        assert_eq!(path, "content/pages/findings/figures/f003.en.md");
        for said in [
            "title: \"F003: a fact has run out\"",
            "A warning: the site is published all the same.",
            "until: 2026-11-21",
            "warning[F003]: the weekly rate of the allowance ran out on 21 November 2026",
            "## How to mend it",
        ] {
            assert!(text.contains(said), "{said}\n{text}");
        }
    }
}
