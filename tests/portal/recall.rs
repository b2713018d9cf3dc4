//! Turns edits of a portal whose prints were published into the copies that must be pulled, and the pages that say so.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::small::Small;
use super::{golden, pages, tree};

/// A leaflet in two languages, one in both at once, and who holds copies.
const LEAFLETS: &str = "\
--- content/portal.yaml (changed)
+as_of: 2026-11-22
--- content/prints/start.yaml
title: { en: Where to start, cy: Ble i ddechrau }
summary: { en: The first steps., cy: Y camau cyntaf. }
reviewed: 2026-11-02
review_by: 2027-05-02
shapes: [a4, large-print]
languages: [en]
pages:
  - { page: money, only: [rates] }
services:
  - { topic: breaks, limit: 2 }
--- content/local/gwynedd/prints/both.yaml
title: { en: Help in Gwynedd, cy: Help yng Ngwynedd }
reviewed: 2026-11-03
shapes: [a4]
bilingual: yes
services:
  - { topic: breaks }
--- content/services/listening-line.yaml (changed)
+in: { cy: { name: Llinell wrando, summary: Llinell ffôn i ofalwyr., easy: { summary: Gallwch ein ffonio. } } }
--- content/holders.yaml
- id: library
  name: Lantern Library
  kind: library
  place: harborough
  contact: { name: The front desk, phone: 01632 960711 }
  holds:
    - { leaflet: start, shape: a4, language: en, copies: 60 }
    - { leaflet: start, shape: large-print, copies: 1 }
- id: surgery
  name: { en: Example Surgery, cy: Meddygfa Enghraifft }
  place: gwynedd
  contact: { email: desk@surgery.example }
  holds:
    - { leaflet: both }
";

fn portal(more: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with(LEAFLETS).with(more).on_disk(folder.path());
    folder
}

fn build(folder: &Path) -> Ran {
    let ran = fingerpost(folder, &["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran
}

fn prints(folder: &Path, words: &[&str]) -> Ran {
    let ran = fingerpost(folder, &[&["prints"], words].concat());
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
    ran
}

/// Without what depends on every word and dot of a print: its version, and how large it is.
fn lasting(text: &str) -> String {
    let is_version = |word: &str| word.len() == 6 && word.chars().all(|letter| "3467cdfhjkmnprtx".contains(letter));
    let words = text.split_inclusive(|letter: char| !letter.is_alphanumeric());
    let lasting = words.map(|word| {
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if is_version(bare) { word.replace(bare, "version") } else { word.to_owned() }
    });
    let text = lasting.collect::<String>();
    let mut parts = text.split(" KB").collect::<Vec<_>>();
    let last = parts.pop().unwrap_or_default();
    let sizes = parts.iter().map(|part| part.trim_end_matches(|digit: char| digit.is_ascii_digit()));
    sizes.map(|part| format!("{part}N KB")).collect::<String>() + last
}

fn html(text: &str) -> String {
    lasting(&pages::without_hashes(&pages::readable(text)))
}

fn edit(folder: &Path, path: &str, (old, new): (&str, &str)) {
    let text = fs::read_to_string(folder.join(path)).unwrap();
    assert!(text.contains(old), "{path} holds no `{old}`");
    fs::write(folder.join(path), text.replace(old, new)).unwrap();
}

#[test]
fn prints_are_listed_with_the_copies_that_are_out() {
    let folder = portal("");
    for (name, words) in [
        ("list.txt", &["list"][..]),
        ("list.csv", &["list", "--format", "csv"]),
        ("list.jsonl", &["list", "--format", "json"]),
    ] {
        golden::compare(&format!("recall/{name}"), &lasting(&prints(folder.path(), words).stdout));
    }
}

#[test]
fn a_changed_fact_number_or_text_says_which_copies_to_pull() {
    let folder = portal("");
    assert!(!build(folder.path()).stderr.contains("out of date"));
    let same = prints(folder.path(), &["due"]);
    assert_eq!((same.stdout.as_str(), same.stderr.as_str()), ("", "no print has changed since\n"));
    edit(folder.path(), "content/facts.yaml", ("value: 83.30", "value: 85.70"));
    edit(folder.path(), "content/services/listening-line.yaml", ("01632 960101", "01632 960199"));
    for (name, words) in [
        ("due.txt", &["due"][..]),
        ("due.csv", &["due", "--format", "csv"]),
        ("due.jsonl", &["due", "--format", "json", "--since", "public/print/prints.json"]),
    ] {
        golden::compare(&format!("recall/{name}"), &lasting(&prints(folder.path(), words).stdout));
    }
    let before = prints(folder.path(), &["due"]);
    assert!(before.stderr.ends_with("pull 61 copies at 2 places\n"), "{}", before.stderr);
    let built = build(folder.path());
    let line = built.stderr.lines().find(|line| line.contains("out of date")).unwrap_or_default();
    assert!(line.contains("pull 61 copies at 2 places"), "{}", built.stderr);
    let since = line.split("--since ").nth(1).unwrap().trim_end_matches("`)");
    assert_eq!(prints(folder.path(), &["due", "--since", since]).stdout, before.stdout);
    assert_eq!(prints(folder.path(), &["due", "--since", ".public.fingerpost/live.json"]).stdout, "");
}

#[test]
fn an_edit_elsewhere_makes_no_new_version() {
    let folder = portal("");
    build(folder.path());
    edit(folder.path(), "content/pages/index.en.md", ("Start with", "Begin with"));
    edit(folder.path(), "content/topics.yaml", ("en: Money, cy: Arian", "en: Your money, cy: Arian"));
    let built = build(folder.path());
    assert!(!built.stderr.contains("out of date"), "{}", built.stderr);
}

#[test]
fn copies_of_the_newest_version_stay_where_they_are() {
    let folder = portal("");
    build(folder.path());
    edit(folder.path(), "content/facts.yaml", ("value: 83.30", "value: 85.70"));
    let listed = prints(folder.path(), &["list"]).stdout;
    let line = listed.lines().find(|line| line.contains("harborough") && line.contains("  a4 ")).unwrap();
    let newest = line.split_whitespace().nth(1).unwrap();
    edit(folder.path(), "content/holders.yaml", ("copies: 60", &format!("copies: 60, version: {newest}")));
    let due = prints(folder.path(), &["due"]);
    assert!(due.stderr.ends_with("pull 1 copy at 1 place\n"), "{}", due.stderr);
}

#[test]
fn the_short_address_of_what_is_no_longer_made_says_so() {
    let folder = portal("");
    build(folder.path());
    edit(folder.path(), "content/prints/start.yaml", ("[a4, large-print]", "[a4]"));
    edit(folder.path(), "content/holders.yaml", ("    - { leaflet: start, shape: large-print, copies: 1 }\n", ""));
    let gone = prints(folder.path(), &["withdraw"]).stdout;
    assert_eq!(gone.lines().count(), 3, "{gone}");
    let said = "3 prints of which there may be copies are no longer made, and their short addresses lead nowhere";
    assert!(build(folder.path()).stderr.contains(said));
    edit(folder.path(), "content/pages/index.en.md", ("Start with", "Begin with"));
    assert!(build(folder.path()).stderr.contains(said), "they are forgotten");
    assert_eq!(prints(folder.path(), &["withdraw"]).stdout, gone);
    fs::write(folder.path().join("content/withdrawn.yaml"), &gone).unwrap();
    let told = build(folder.path()).stderr;
    assert!(!told.contains("lead nowhere"), "{told}");
    let site = tree::read(&folder.path().join("public"));
    for line in gone.lines() {
        let code = line.split(['{', ',']).nth(1).unwrap().trim().trim_start_matches("code: ");
        let page = tree::text(&site, &format!("print/{code}/index.html"));
        assert!(page.contains("has not been made since") && page.contains("22 November 2026"), "{page}");
    }
    assert_eq!(prints(folder.path(), &["withdraw"]).stdout, "");
}

#[test]
fn a_list_that_is_not_there_is_asked_for() {
    let folder = portal("");
    for (since, said) in [("nowhere", "there is no `nowhere`"), ("content", "has no list of prints")] {
        let ran = fingerpost(folder.path(), &["prints", "due", "--since", since]);
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
}

#[test]
fn each_place_lists_its_prints_in_each_language() {
    let folder = portal("");
    build(folder.path());
    let site = tree::read(&folder.path().join("public"));
    for (name, path) in
        [("prints-en.html", "harborough/en/prints/index.html"), ("prints-cy.html", "gwynedd/cy/prints/index.html")]
    {
        golden::compare(&format!("recall/{name}"), &html(tree::text(&site, path)));
    }
    let english = tree::text(&site, "gwynedd/en/prints/index.html");
    assert!(english.contains("href=\"../../cy/prints/both-a4.pdf\""), "{english}");
    let short = site.keys().find(|path| path.starts_with("print/") && path.ends_with("index.html")).unwrap();
    golden::compare("recall/short.html", &html(tree::text(&site, short)));
}
