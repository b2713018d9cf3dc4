//! Turns what an editor does at the command line into what the program says and leaves behind.

use std::fs;

use super::run::{Ran, fingerpost};
use super::{golden, pages};

fn explain(subject: &str) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    pages::rich().on_disk(folder.path());
    fingerpost(folder.path(), &["explain", subject, "--as-of", "2026-11-22"])
}

#[test]
fn explain_tells_how_each_variant_came_to_its_text() {
    for (name, subject) in [
        ("page", "money"),
        ("overlay", "money/claiming"),
        ("draft", "grants"),
        ("address", "https://carers.example.org/gwynedd/cy/arian/"),
        ("easy-read", "/harborough/en/money/easy-read/"),
    ] {
        let ran = explain(subject);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        golden::compare(&format!("explain/{name}.txt"), &ran.stdout);
    }
}

#[test]
fn explain_says_what_it_does_not_know() {
    let ran = explain("mony");
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    let said = "error: no page has the id or address `mony`\n |\n = help: did you mean `money`?\n";
    assert!(ran.stderr.ends_with(said), "{}", ran.stderr);
}

#[test]
fn a_new_portal_builds_without_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "site"]).code, Some(0));
    let ran = fingerpost(folder.path(), &["-C", "site", "build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.starts_with("no findings\n"), "{}", ran.stderr);
    let front = fs::read_to_string(folder.path().join("site/public/harborough/en/index.html")).unwrap();
    assert!(front.contains("Help for carers") && front.contains("01632 960200"), "{front}");
    let clean = fingerpost(folder.path(), &["-C", "site", "clean"]);
    assert_eq!(clean.code, Some(0), "{}", clean.stderr);
    assert!(!folder.path().join("site/public/index.html").exists());
}

/// Everything that `new` writes is valid but unfinished: a build says nothing against it, and publishes none of it.
#[test]
fn what_new_writes_is_ready_to_be_filled() {
    let folder = tempfile::tempdir().unwrap();
    let portal = folder.path();
    assert_eq!(fingerpost(portal, &["init", "."]).code, Some(0));
    let settings = fs::read_to_string(portal.join("content/portal.yaml")).unwrap();
    fs::write(portal.join("content/portal.yaml"), settings.replace("languages: [en]  ", "languages: [en, cy]"))
        .unwrap();
    for words in [
        &["new", "page", "money/grants", "--lang", "en"][..],
        &["new", "page", "breaks", "--lang", "en", "--local", "harborough"],
        &["new", "translation", "breaks/taking-a-break", "--lang", "cy"],
        &["new", "translation", "breaks/taking-a-break", "--lang", "cy", "--easy"],
        &["new", "locality", "melton", "--parent", "leicestershire", "--kind", "district", "--gss", "E07000133"],
    ] {
        let ran = fingerpost(portal, words);
        assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
    }
    let ran = fingerpost(portal, &["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(portal.join("public/melton/en/index.html").exists());
    assert!(!portal.join("public/en/money/grants/index.html").exists());
    let ran = fingerpost(portal, &["check", "--drafts", "--format", "json"]);
    golden::compare("stories/drafts.txt", &ran.stdout);
}

/// The pictures are the editor's choice. As long as the page is a draft the build asks for them, and goes on.
#[test]
fn a_new_easy_read_page_asks_for_its_pictures() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "."]).code, Some(0));
    assert_eq!(fingerpost(folder.path(), &["new", "easy", "breaks", "--lang", "en"]).code, Some(0));
    let ran = fingerpost(folder.path(), &["check", "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
    golden::compare("stories/easy.txt", &ran.stdout);
    assert_eq!(fingerpost(folder.path(), &["build"]).code, Some(0));
    assert_eq!(fingerpost(folder.path(), &["check", "--drafts"]).code, Some(1));
}

/// A service has no draft: what `new service` leaves open is what the build asks for.
#[test]
fn a_new_service_asks_for_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "."]).code, Some(0));
    assert_eq!(fingerpost(folder.path(), &["new", "service", "carers-cafe"]).code, Some(0));
    let ran = fingerpost(folder.path(), &["check", "--format", "json"]);
    golden::compare("stories/service.txt", &ran.stdout);
}
