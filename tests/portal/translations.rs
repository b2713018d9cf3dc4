//! Turns what a translator does at the command line into what is listed, shown and noted.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::small::Small;
use super::{cases, pages};

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

pub fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with(SOURCE).on_disk(folder.path());
    folder
}

pub fn ran(folder: &Path, words: &[&str]) -> Ran {
    let ran = fingerpost(folder, words);
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
    ran
}

pub fn edit(folder: &Path, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(path)).unwrap();
    assert!(text.contains(old), "{path} holds no `{old}`");
    fs::write(folder.join(path), text.replacen(old, new, 1)).unwrap();
}

/// The line about a file.
pub fn state(folder: &Path, path: &str) -> String {
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

/// What a reader of a language sees of a page, without its tags.
fn page(folder: &Path, path: &str) -> String {
    ran(folder, &["build", "--out", "site", "--as-of", "2026-11-22"]);
    fs::read_to_string(folder.join("site").join(path)).unwrap()
}

#[test]
fn a_changed_block_is_named_shown_and_told_to_readers_until_it_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    Small::base()
        .with(SOURCE)
        .with("--- content/portal.yaml (changed)\n-languages: [en, cy]\n-fallback: { cy: [en] }\n+languages: [en, cy, ur]\n+fallback: { cy: [en], ur: [en] }\n")
        .with("--- content/pages/grants.ur.md\n---\ntitle: گرانٹس\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\nایک۔\n\nدو۔\n\nتین {fact:allowance.weekly}۔\n")
        .on_disk(folder);
    for (language, old, notice) in [
        (
            "cy",
            "Dau.",
            "(\u{2068}Saesneg\u{2069}) wedi newid ers gwneud y cyfieithiad hwn ar \u{2068}1 Mawrth 2026\u{2069}.",
        ),
        ("ur", "دو۔", "\u{2068}1 مارچ، 2026\u{2069}"),
    ] {
        let (file, site) = (format!("content/pages/grants.{language}.md"), format!("{language}/grants/index.html"));
        let accept = |words: &[&str]| {
            ran(folder, &[&["translate", "accept", "grants", language], words].concat());
            assert_eq!(state(folder, &file), format!("complete {file}"));
            // Today is noted, on which the site is not built here.
            let text = fs::read_to_string(folder.join(&file)).unwrap();
            edit(folder, &file, &text.split("date: ").nth(1).unwrap()[..10], "2026-03-01");
        };
        accept(&["--by", "human"]);
        assert!(!page(folder, &site).contains(notice));

        edit(folder, "content/pages/grants.en.md", "Two", "Two, or three");
        let stale = "1 block of content/pages/grants.en.md changed since 2026-03-01";
        assert_eq!(state(folder, &file), format!("stale    {file}: {stale}"));
        let diff = ran(folder, &["translate", "diff", "grants", language]).stdout;
        let now = fs::read_to_string(folder.join("content/pages/grants.en.md")).unwrap();
        let now = now.lines().find(|line| line.starts_with("Two")).unwrap();
        assert!(diff.contains(&format!(": 1 block changed\n- {old}\n+ {now}\n")), "{diff}");
        let html = page(folder, &site);
        assert!(html.contains(notice), "{html}");
        assert!(html.contains(&format!(" lang={language}><head>")), "{html}");

        accept(&[]);
        assert!(!page(folder, &site).contains(notice));
    }
}

#[test]
fn a_site_stays_as_it_was_until_both_languages_say_the_same() {
    let cases = cases::cases(include_str!("cases/T012.txt"));
    let same = cases.iter().find(|case| case.title.contains("in other words and another order")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    Small::base().with(&same.files).on_disk(folder);
    let build = || fingerpost(folder, &["build", "--out", "site", "--as-of", "2026-11-22"]);
    let site = || fs::read_to_string(folder.join("site/en/breaks/index.html")).unwrap();
    assert_eq!(build().code, Some(0));
    let before = site();
    edit(folder, "content/pages/breaks.en.md", "Third ", "Third, but see [rates](/money#rates), ");
    let told = build();
    assert_eq!(told.code, Some(1), "{}", told.stderr);
    assert!(
        told.stderr.contains("error[T012]: the link to `/money#rates` is not in `content/pages/breaks.cy.md` as often")
    );
    assert_eq!(site(), before);
    edit(folder, "content/pages/breaks.cy.md", "Trydydd ", "Trydydd, ond gweler [cyfraddau](/money#rates), ");
    assert_eq!(build().code, Some(0));
    assert!(site().contains("but see"));
    let removed = folder.join("content/pages/breaks.cy.md");
    fs::remove_file(&removed).unwrap();
    assert!(build().stderr.contains("error[T010]"));
    assert!(site().contains("but see"));
}
