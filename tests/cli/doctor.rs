//! Turns good and bad places for a portal into what `doctor` says of them.

use std::fs;

use super::{fingerpost, portal};

#[test]
fn a_new_portal_is_ready_to_build() {
    let portal = portal();
    let before = fs::read_dir(portal.path()).unwrap().count();
    let run = fingerpost(portal.path(), &["doctor"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{}", run.stdout);
    for line in [
        concat!("good   Fingerpost ", env!("CARGO_PKG_VERSION")),
        "good   English (en), left to right: the interface is translated",
        "good   threads that can work at once: ",
        "good   a build is for today, ",
        "good   what a build learns is kept in `./.fingerpost` for the next one",
    ] {
        assert!(run.stdout.lines().any(|said| said.starts_with(line)), "{line}: {}", run.stdout);
    }
    assert_eq!(fs::read_dir(portal.path()).unwrap().count(), before, "something was left behind");
}

#[test]
fn a_language_without_strings_is_named() {
    let portal = portal();
    let settings = portal.path().join("content/portal.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("languages: [en]", "languages: [en, ur, ar]")).unwrap();
    let run = fingerpost(portal.path(), &["doctor"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(run.stdout.contains("(ur), right to left: "), "{}", run.stdout);
    let ar = run.stdout.lines().find(|line| line.contains("(ar), right to left: has no `locales/ar.ftl`")).unwrap();
    assert!(ar.starts_with("lacks  "), "{ar}");
}

#[test]
fn what_is_not_checked_in_a_language_is_told_once() {
    let portal = portal();
    let settings = portal.path().join("content/portal.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("languages: [en]", "languages: [en, cy, zh]")).unwrap();
    let run = fingerpost(portal.path(), &["doctor"]);
    let told: Vec<&str> = run.stdout.lines().filter(|line| line.contains("no rule on words holds")).collect();
    assert_eq!(
        told,
        [
            "lacks  cy: no rule on words holds, and nothing is checked, for hard words that are not in the glossary, \
             readability, contractions, the passive voice, double negatives",
            "lacks  zh: no rule on words holds, and nothing is checked, for words in a sentence, hard words that are not \
             in the glossary, readability, ideas in a sentence, contractions, number words, short forms such as `eg`, the \
             passive voice, double negatives, the words of links",
        ]
    );
}

#[test]
fn what_would_stop_a_build_is_told_with_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let run = fingerpost(folder.path(), &["doctor"]);
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    assert!(run.stdout.contains("stops  there is no portal in `.`"), "{}", run.stdout);

    let portal = portal();
    fs::create_dir(portal.path().join("public")).unwrap();
    fs::write(portal.path().join("public/thesis.txt"), "x").unwrap();
    let run = fingerpost(portal.path(), &["doctor"]);
    assert_eq!(run.code, Some(5), "{}", run.stdout);
    assert!(
        run.stdout.contains("stops  `./public` holds files that Fingerpost did not make: `thesis.txt`"),
        "{}",
        run.stdout
    );
    assert_eq!(fingerpost(portal.path(), &["build"]).code, Some(5));
    assert_eq!(fingerpost(portal.path(), &["doctor", "--out", "site"]).code, Some(0));

    fs::write(portal.path().join("content/portal.yaml"), "name: [").unwrap();
    let run = fingerpost(portal.path(), &["doctor", "--out", "site"]);
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    assert!(run.stdout.contains("`fingerpost check` shows the line"), "{}", run.stdout);
}

#[test]
fn the_scripts_that_prints_can_be_written_in_are_told() {
    let portal = portal();
    let run = fingerpost(portal.path(), &["doctor"]);
    for (family, scripts) in [
        ("Noto Sans", "Latin, Greek, Cyrillic"),
        ("Noto Naskh Arabic", "Arabic, Persian, Urdu"),
        ("Noto Sans Bengali", "Bengali"),
        ("Noto Sans Gurmukhi", "Gurmukhi"),
        ("Noto Sans Gujarati", "Gujarati"),
        ("Noto Sans Devanagari", "Devanagari"),
    ] {
        let line = format!("good   prints: the font {family} has the letters of {scripts}");
        assert!(run.stdout.lines().any(|said| said == line), "{line}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("no font of prints"), "{}", run.stdout);
}

#[test]
fn a_font_of_the_portal_is_told_and_a_language_without_one() {
    let portal = portal();
    let settings = portal.path().join("content/portal.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("languages: [en]", "languages: [en, he]")).unwrap();
    let fonts = portal.path().join("themes/default/fonts");
    fs::create_dir_all(&fonts).unwrap();
    let gujarati = fs::read("themes/default/fonts/NotoSansGujarati-Regular.ttf").unwrap();
    fs::write(fonts.join("Own.ttf"), renamed(gujarati, ("Noto Sans Gujarati", "Font of the portal"))).unwrap();
    let run = fingerpost(portal.path(), &["doctor"]);
    let own = "good   prints: the font Font of the portal has the letters of Gujarati";
    assert!(run.stdout.lines().any(|said| said == own), "{}", run.stdout);
    let lacks = "lacks  he: no font of prints has its letters, such as ";
    assert!(run.stdout.lines().any(|said| said.starts_with(lacks)), "{}", run.stdout);
}

/// A font under another name of the same length. Names in fonts are of 16 bits a letter.
fn renamed(mut font: Vec<u8>, (old, new): (&str, &str)) -> Vec<u8> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let (old, new) = (wide(old), wide(new));
    for at in 0..font.len() - old.len() {
        if font[at..].starts_with(&old) {
            font[at..at + old.len()].copy_from_slice(&new);
        }
    }
    font
}
