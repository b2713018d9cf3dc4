//! Turns portals made at random, of pages, overlays, languages and links, into a site or an error, and never a panic.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::Config;

use super::run;
use super::small::Small;

const FOLDERS: &[&str] = &["content/pages", "content/local/harborough/pages", "content/local/gwynedd/pages"];
const NAMES: &[&str] = &["index", "money", "money/index", "money/grants", "breaks/index", "breaks/at-home", "services"];
const LANGUAGES: &[&str] = &["en", "cy", "easy.en", "easy.cy", "ur", "e\u{301}n"];

/// Right and wrong keys of front matter.
const KEYS: &[&str] = &[
    "slug: other",
    "slug: money",
    "aliases: [money, old/place]",
    "nav: 1",
    "topics: [money]",
    "topics: [nothing]",
    "nations: [wales]",
    "localities: [harborough]",
    "available: no",
    "untranslated: hide",
    "sensitive: yes",
    "draft: true",
    "publish_from: 2026-12-01",
    "publish_until: 2026-11-01",
    "translation: { of: [01234567], by: machine }",
    "tested: { with: a group, date: 2026-01-01 }",
    "prints: [a4, dl]",
    "prints: a4",
    "colour: [",
    "order: -9999999999",
];

/// Right and wrong pieces of text; they may also meet in the middle of a line.
const PIECES: &[&str] = &[
    "Words.",
    "## Heading {#rates}",
    "## Heading",
    "[home](/index)",
    "[money](/money#rates)",
    "[breaks](/breaks/at-home)",
    "[line](/services/listening-line)",
    "[form](/claim.pdf)",
    "[out](https://example.org)",
    "[bad](javascript:alert)",
    "{fact:allowance.weekly}",
    "{local:name} {local:contact.phone}",
    "{term:respite}",
    "{service:listening-line.phone}",
    "{fact:nothing}",
    ":::only nations=wales",
    ":::except localities=harborough",
    ":::services topic=breaks limit=1",
    "::::warning",
    ":::row picture=phone",
    ":::details title=\"More\"",
    ":::contact",
    ":::steps",
    "1. One",
    "- item\n  - inner",
    "> quote",
    "| a | b |\n|---|---|\n| 1 | {local:name} |",
    "[^1] and\n\n[^1]: note",
    "![alt](coins.svg)",
    "<script>alert(1)</script>",
    "`{fact:x}`",
    "\u{202e}אבג",
    ":::",
    "::::",
    ":::",
];

fn page() -> impl Strategy<Value = (String, String)> {
    let path = (select(FOLDERS), select(NAMES), select(LANGUAGES));
    let keys = subsequence(KEYS, 0..3);
    let pieces = prop::collection::vec((select(PIECES), select(&["\n\n", "\n", " ", ""][..])), 0..8);
    (path, keys, pieces).prop_map(|((folder, name, language), keys, pieces)| {
        let keys: String = keys.iter().map(|key| format!("{key}\n")).collect();
        let body: String = pieces.iter().map(|(piece, after)| format!("{piece}{after}")).collect();
        (format!("{folder}/{name}.{language}.md"), format!("---\ntitle: Title\n{keys}---\n{body}\n"))
    })
}

/// Pages of which most builds still publish.
fn good_page() -> impl Strategy<Value = (String, String)> {
    let path = (select(FOLDERS), select(&NAMES[1..2]), select(&LANGUAGES[..3]));
    let keys = subsequence(&KEYS[6..12], 0..3);
    let pieces = prop::collection::vec(select(&PIECES[..5]), 0..4);
    (path, keys, pieces).prop_map(|((folder, name, language), keys, pieces)| {
        let keys: String = keys.iter().map(|key| format!("{key}\n")).collect();
        let body: Vec<&str> = pieces.into_iter().filter(|piece| !piece.contains("{#")).collect();
        let body = format!("## Rates {{#rates}}\n\n{}", body.join("\n\n"));
        (format!("{folder}/{name}.{language}.md"), format!("---\ntitle: Title\n{keys}---\n{body}\n"))
    })
}

fn small(pages: &[(String, String)]) -> Small {
    pages.iter().fold(Small::base(), |small, (path, text)| small.file(path, text.as_str()))
}

/// Builds the portal: a whole site and no error, or errors and no site.
fn publishes_or_says_why(pages: &[(String, String)]) {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    small(pages).on_disk(&portal);
    let report = run::try_build(&portal, &out, |_| {}).unwrap();
    assert_eq!(report.failed(), !out.join("index.html").exists(), "{:?}", run::lines(&report));
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_portal_is_checked(pages in prop::collection::vec(page(), 0..8)) {
        let report = run::check(&small(&pages).in_memory());
        assert!(report.findings.iter().all(|finding| !finding.message.is_empty() && !finding.help.is_empty()));
    }
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_portal_is_published_or_told_why_not(pages in prop::collection::vec(page(), 0..6)) {
        publishes_or_says_why(&pages);
    }

    #[test]
    fn portals_with_few_mistakes_too(pages in prop::collection::vec(good_page(), 0..4)) {
        publishes_or_says_why(&pages);
    }
}
