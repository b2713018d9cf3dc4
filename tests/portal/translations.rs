//! Turns what a translator does at the command line into what is listed, shown and noted.

use std::fs;
use std::path::Path;

use super::pages;
use super::run::{Ran, fingerpost};
use super::small::Small;

/// Two blocks, a list and a value.
const SOURCE: &str = "\
--- content/pages/grants.en.md
---
title: Grants
owner: team
reviewed: 2026-11-01
review_by: 2027-05-01
---
One.

Two.

Three {fact:allowance.weekly}.
--- content/pages/grants.cy.md
---
title: Grantiau
owner: team
reviewed: 2026-11-01
review_by: 2027-05-01
# Kept by the Welsh desk.
translation:   { by: machine }   # to be checked
---
Un.

Dau.

Tri {fact:allowance.weekly}.
";

fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with(SOURCE).on_disk(folder.path());
    folder
}

fn ran(folder: &Path, words: &[&str]) -> Ran {
    let ran = fingerpost(folder, words);
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
    ran
}

fn edit(folder: &Path, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(path)).unwrap();
    assert!(text.contains(old), "{path} holds no `{old}`");
    fs::write(folder.join(path), text.replacen(old, new, 1)).unwrap();
}

/// The line about a file.
fn state(folder: &Path, path: &str) -> String {
    let status = ran(folder, &["translate", "status"]);
    status.stdout.lines().find(|line| line.contains(path)).unwrap().to_owned()
}

#[test]
fn a_translation_is_accepted_goes_stale_and_is_accepted_again() {
    let desk = desk();
    let folder = desk.path();
    let file = "content/pages/grants.cy.md";
    assert!(state(folder, file).starts_with("unknown "));
    let before = fs::read_to_string(folder.join(file)).unwrap();
    assert_eq!(ran(folder, &["translate", "accept", "grants", "cy", "--by", "checked"]).stdout, format!("{file}\n"));
    let after = fs::read_to_string(folder.join(file)).unwrap();
    let (head, tail) = before.split_once("{ by: machine }").unwrap();
    assert!(after.starts_with(head) && after.ends_with(tail), "{after}");
    assert!(after[head.len()..].starts_with("{ by: checked, of: [\""), "{after}");
    assert_eq!(state(folder, file), format!("complete {file}"));
    assert!(
        ran(folder, &["translate", "diff", "grants", "cy"])
            .stdout
            .contains("nothing changed in content/pages/grants.en.md")
    );

    edit(folder, "content/pages/grants.en.md", "Two.", "Two, and more.\nOf it.");
    edit(
        folder,
        "content/pages/grants.en.md",
        "Three {fact:allowance.weekly}.",
        "Three {fact:allowance.weekly}.\n\nFour.",
    );
    assert!(
        state(folder, file)
            .starts_with(&format!("stale    {file}: 2 blocks of content/pages/grants.en.md changed since 2"))
    );
    let diff = ran(folder, &["translate", "diff", "grants", "cy"]).stdout;
    let (_, changes) = diff.split_once('\n').unwrap();
    assert_eq!(
        changes,
        "\n\
         content/pages/grants.en.md:9, content/pages/grants.cy.md:11: 1 block changed\n\
         - Dau.\n\
         + Two, and more.\n\
         + Of it.\n\
         \n\
         content/pages/grants.en.md:14: 1 block new\n\
         + Four.\n"
    );
    assert!(fingerpost(folder, &["check"]).stderr.contains("T001"));
    ran(folder, &["translate", "accept", "grants", "cy"]);
    assert!(!fingerpost(folder, &["check"]).stderr.contains("T001"));
    let again = fs::read_to_string(folder.join(file)).unwrap();
    assert!(again.contains("by: checked") && again.ends_with(tail), "{again}");

    edit(folder, "content/pages/grants.en.md", "One.\n\n", "");
    let diff = ran(folder, &["translate", "diff", "/grants/", "cy"]).stdout;
    assert!(diff.ends_with("\ncontent/pages/grants.en.md:7: 1 block gone\n"), "{diff}");
}

#[test]
fn what_cannot_be_accepted_is_left_as_it_is() {
    let desk = desk();
    let folder = desk.path();
    let file = folder.join("content/pages/grants.cy.md");
    for (old, new, code, said) in [
        ("title: Grantiau", "tilte: Grantiau", 1, "`tilte` is not a key here"),
        ("tilte: Grantiau", "title: Grantiau", 0, ""),
        ("Dau.", ":::only languages=cy\nDau.", 1, "M003"),
    ] {
        edit(folder, "content/pages/grants.cy.md", old, new);
        let before = fs::read_to_string(&file).unwrap();
        let ran = fingerpost(folder, &["translate", "accept", "grants", "cy"]);
        assert_eq!(ran.code, Some(code), "{new}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{new}: {}", ran.stderr);
        assert_eq!(fs::read_to_string(&file).unwrap() == before, code != 0);
    }
    for (words, said) in [
        (&["grant", "cy"][..], "did you mean `grants`?"),
        (&["money", "cy"], "`fingerpost new translation money --lang cy`"),
        (&["grants", "cy", "--easy"], "`fingerpost new translation --easy grants --lang cy`"),
        (&["grants", "cy", "--local", "gwynedd"], "of `gwynedd`"),
        (&["Grants", "cy"], "`Grants` is not an id"),
        (&["money", "en"], "is in no other language"),
    ] {
        let ran = fingerpost(folder, &[&["translate", "accept"], words].concat());
        assert_eq!(ran.code, Some(2), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
    edit(folder, "content/pages/grants.cy.md", "translation:   { by: machine", "#translation: { by: machine");
    edit(folder, "content/pages/grants.cy.md", ":::only languages=cy\n", "");
    let nobody = fingerpost(folder, &["translate", "accept", "grants", "cy"]);
    assert_eq!(nobody.code, Some(2), "{}", nobody.stderr);
    assert!(nobody.stderr.contains("add `--by human`"), "{}", nobody.stderr);
}

#[test]
fn every_translation_is_listed_with_its_state() {
    let folder = tempfile::tempdir().unwrap();
    pages::rich().on_disk(folder.path());
    let status = ran(folder.path(), &["translate", "status"]);
    super::golden::compare("explain/translations.txt", &format!("{}\n{}", status.stdout, status.stderr));
    let urdu = ran(folder.path(), &["translate", "status", "--lang", "ur"]);
    let all = status.stdout.lines().filter(|line| urdu.stdout.contains(line)).count();
    assert!(all == urdu.stdout.lines().count() && all > 0 && all < status.stdout.lines().count());
}
