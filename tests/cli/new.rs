//! Turns ids into drafts in a portal's folder.

use std::fs;

use super::{fingerpost, portal};

#[test]
fn new_page_writes_a_draft_and_says_where() {
    let portal = portal();
    let run = fingerpost(portal.path(), &["new", "page", "money/grants", "--lang", "en"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "content/pages/money/grants.en.md\n"));
    let text = fs::read_to_string(portal.path().join("content/pages/money/grants.en.md")).unwrap();
    assert!(text.starts_with("---\ntitle: Grants\n") && text.contains("\ndraft: true\n"), "{text}");
}

#[test]
fn a_page_of_a_place_lies_in_its_folder_and_a_sections_page_in_the_section() {
    let portal = portal();
    let local = fingerpost(portal.path(), &["new", "page", "breaks", "--lang", "en", "--local", "harborough"]);
    assert_eq!(local.stdout, "content/local/harborough/pages/breaks.en.md\n");
    let section = fingerpost(portal.path(), &["new", "page", "breaks", "--lang", "cy"]);
    assert_eq!(section.stdout, "content/pages/breaks/index.cy.md\n");
}

#[test]
fn new_never_writes_over_a_file() {
    let portal = portal();
    let path = portal.path().join("content/services/listening-line.yaml");
    let before = fs::read_to_string(&path).unwrap();
    let run = fingerpost(portal.path(), &["new", "service", "listening-line"]);
    assert_eq!(run.code, Some(5));
    assert!(
        run.stderr.starts_with("error: `content/services/listening-line.yaml` is already there\n"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn new_easy_splits_the_standard_page_into_rows() {
    let portal = portal();
    fs::remove_file(portal.path().join("content/pages/breaks/taking-a-break.easy.en.md")).unwrap();
    let run = fingerpost(portal.path(), &["new", "easy", "breaks/taking-a-break", "--lang", "en"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = fs::read_to_string(portal.path().join("content/pages/breaks/taking-a-break.easy.en.md")).unwrap();
    assert!(text.contains(":::row picture=choose-a-picture\nThink about what would help you most.\n:::\n"), "{text}");
}

#[test]
fn new_says_what_is_missing() {
    let portal = portal();
    let run = fingerpost(portal.path(), &["new", "easy", "money/none", "--lang", "en"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: there is no `content/pages/money/none.en.md`\n"), "{}", run.stderr);
    let run = fingerpost(portal.path(), &["new", "page", "../../etc", "--lang", "en"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(elsewhere.path(), &["new", "page", "a", "--lang", "en"]).code, Some(2));
}

#[test]
fn without_a_language_the_portals_first_is_taken() {
    let portal = portal();
    let run = fingerpost(portal.path(), &["new", "page", "money/grants"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "content/pages/money/grants.en.md\n"), "{}", run.stderr);
}

#[test]
fn new_translation_notes_the_state_of_its_source() {
    let portal = portal();
    let run = fingerpost(portal.path(), &["new", "translation", "breaks/taking-a-break", "--lang", "cy", "--easy"]);
    assert_eq!(run.stdout, "content/pages/breaks/taking-a-break.easy.cy.md\n", "{}", run.stderr);
    let text = fs::read_to_string(portal.path().join(run.stdout.trim_end())).unwrap();
    assert!(text.starts_with("---\ntitle: Taking a break\n"), "{text}");
    assert!(
        text.contains("\ndraft: true\ntranslation:\n  of: [\"") && text.contains(":::row picture=rest\n"),
        "{text}"
    );
}

#[test]
fn new_locality_adds_a_record_and_a_folder() {
    let portal = portal();
    let path = portal.path().join("content/localities.yaml");
    let before = fs::read_to_string(&path).unwrap();
    let words = ["new", "locality", "melton", "--parent", "leicestershire", "--kind", "district", "--gss", "E07000133"];
    let run = fingerpost(portal.path(), &words);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let record = "- id: melton\n  parent: leicestershire\n  kind: district\n  gss: E07000133\n  name: Melton\n";
    assert_eq!(fs::read_to_string(&path).unwrap(), before + record);
    assert!(portal.path().join("content/local/melton").is_dir());

    let again = fingerpost(portal.path(), &words);
    assert_eq!(again.code, Some(5));
    assert!(again.stderr.starts_with("error: `melton` is already a place"), "{}", again.stderr);
    let nowhere = fingerpost(portal.path(), &["new", "locality", "x", "--parent", "atlantis"]);
    assert_eq!(nowhere.code, Some(2));
    assert!(nowhere.stderr.starts_with("error: `atlantis` is no place"), "{}", nowhere.stderr);
}
