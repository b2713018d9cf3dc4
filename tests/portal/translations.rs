//! Turns what a translator does at the command line into what is listed, shown and noted.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::small::Small;
use super::{pages, schemas};

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

fn export(folder: &Path, language: &str) -> String {
    ran(folder, &["translate", "export", language]).stdout
}

fn import(folder: &Path, language: &str, po: &str) -> Ran {
    fs::write(folder.join("in.po"), po).unwrap();
    fingerpost(folder, &["translate", "import", language, "in.po"])
}

#[test]
fn the_sample_goes_out_and_comes_back_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let sample = schemas::on_disk(Path::new(env!("CARGO_MANIFEST_DIR")));
    let text = |path: &str| String::from_utf8(sample[path].clone()).unwrap();
    Small { files: sample.clone(), ..Small::default() }.on_disk(folder.path());
    for language in ["en", "cy", "ur", "pl"] {
        let po = export(folder.path(), language);
        let back = import(folder.path(), language, &po);
        assert_eq!((back.code, back.stdout.as_str()), (Some(0), ""), "{}", back.stderr);
        assert!(schemas::on_disk(folder.path()) == sample, "{language} changed something");
        assert_eq!(export(folder.path(), language), po);
    }
    let po = export(folder.path(), "cy");
    let title = text("content/pages/index.cy.md");
    let title = title.lines().find_map(|line| line.strip_prefix("title: ")).unwrap();
    assert!(po.contains(&format!(
        "msgctxt \"content/pages/index.en.md title\"\nmsgid \"Help for carers\"\nmsgstr \"{title}\"\n"
    )));
}

#[test]
fn a_translators_work_comes_into_the_pages() {
    let desk = desk();
    let folder = desk.path();
    let file = "content/pages/grants.cy.md";
    ran(folder, &["translate", "accept", "grants", "cy"]);
    edit(folder, "content/pages/grants.en.md", "Two.", "Two, and more.");
    let po = export(folder, "cy");
    let stale = "#, fuzzy\nmsgctxt \"content/pages/grants.en.md 2\"\nmsgid \"Two, and more.\"\nmsgstr \"Dau.\"\n";
    assert!(po.contains(stale), "{po}");
    let before = fs::read_to_string(folder.join(file)).unwrap();

    // Work that is marked as unfinished waits; the rest of the page comes in.
    let part = po
        .replace("msgstr \"Un.\"", "msgstr \"Un \\\"da\\\".\"")
        .replace("msgstr \"Grantiau\"", "msgstr \"Grantiau: rhai\"");
    let back = import(folder, "cy", &part);
    assert_eq!((back.code, back.stdout.as_str()), (Some(0), &*format!("{file}\n")), "{}", back.stderr);
    assert!(back.stderr.contains("texts that wait for a translation: "), "{}", back.stderr);
    let now = fs::read_to_string(folder.join(file)).unwrap();
    assert_eq!(now, before.replace("Un.", "Un \"da\".").replace("title: Grantiau", "title: \"Grantiau: rhai\""));
    assert!(state(folder, file).starts_with("stale "));

    let po = export(folder, "cy");
    let back = import(folder, "cy", &po.replace("#, fuzzy\n", "").replace("msgstr \"Dau.\"", "msgstr \"Dau, a mwy.\""));
    assert_eq!(back.code, Some(0), "{}", back.stderr);
    assert_eq!(state(folder, file), format!("complete {file}"));
    assert!(fs::read_to_string(folder.join(file)).unwrap().contains("\n\nDau, a mwy.\n\n"));

    // A new block: the page is written anew once every block of it has a text.
    edit(folder, "content/pages/grants.en.md", "One.", "One.\n\nHalf.");
    let po = export(folder, "cy");
    assert!(po.contains("grants.en.md 2\"\nmsgid \"Half.\"\nmsgstr \"\"\n"), "{po}");
    assert_eq!(
        import(folder, "cy", &po.replace("msgid \"Half.\"\nmsgstr \"\"", "msgid \"Half.\"\nmsgstr \"Hanner.\"")).stdout,
        ""
    );
    let mut whole = po;
    for (id, text) in [
        ("One.", "Un."),
        ("Half.", "Hanner."),
        ("Two, and more.", "Dau."),
        ("Three {fact:allowance.weekly}.", "Tri {fact:allowance.weekly}."),
    ] {
        whole = whole.replace(&format!("msgid \"{id}\"\nmsgstr \"\""), &format!("msgid \"{id}\"\nmsgstr \"{text}\""));
    }
    let back = import(folder, "cy", &whole);
    assert_eq!(back.stdout, format!("{file}\n"), "{}", back.stderr);
    assert!(
        fs::read_to_string(folder.join(file))
            .unwrap()
            .ends_with("---\nUn.\n\nHanner.\n\nDau.\n\nTri {fact:allowance.weekly}.\n")
    );
    assert_eq!(state(folder, file), format!("complete {file}"));
}

#[test]
fn a_damaged_file_changes_nothing() {
    let desk = desk();
    let folder = desk.path();
    let po = export(folder, "cy");
    fs::write(folder.join("in.po"), "").unwrap();
    let before = schemas::on_disk(folder);
    // One good change stands beside each mistake.
    let good = po.replace("msgstr \"Un.\"", "msgstr \"Un, da.\"");
    for (old, new, said) in [
        (
            "msgstr \"Tri {fact:allowance.weekly}.\"",
            "msgstr \"Tri.\"",
            "grants.en.md 3: the value `{fact:allowance.weekly}` is missing",
        ),
        (
            "msgstr \"Dau.\"",
            "msgstr \"Dau.\\n\\nDau arall.\"",
            "grants.en.md 2: it must be a paragraph, as the source is, not 2 blocks",
        ),
        ("msgstr \"Dau.\"", "msgstr \"\"", "grants.en.md 2: the translation is gone"),
        ("msgstr \"Dau.\"", "msgstr \"[Dau](/dau)\"", "grants.en.md 2: the link to `/dau` was added"),
        ("msgid \"Two.\"", "msgid \"Too.\"", "grants.en.md 2: the text to translate is not what the portal says now"),
        ("grants.en.md 2\"", "grants.en.md 9\"", "grants.en.md 9: no text of the portal has this context"),
        ("grants.en.md 2\"", "grants.en.md 1\"", "grants.en.md 1: this context stands twice"),
        ("msgstr \"Dau.\"", "msgstr \"Dau.", "the quotes around a text are not complete"),
        ("msgstr \"Grantiau\"", "msgstr \"Grantiau\\nmwy\"", "grants.en.md title: it must be one line"),
    ] {
        assert!(good.contains(old), "{old}: {good}");
        let back = import(folder, "cy", &good.replacen(old, new, 1));
        assert_eq!((back.code, back.stdout.as_str()), (Some(1), ""), "{new}");
        assert!(back.stderr.contains(said), "{new}: {}", back.stderr);
        assert!(schemas::on_disk(folder) == before, "{new} changed something");
    }
    assert_eq!(import(folder, "cy", &good).code, Some(0));
    assert_eq!(fingerpost(folder, &["translate", "import", "cy", "none.po"]).code, Some(3));
}
