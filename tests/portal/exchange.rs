//! Turns what a translator's program does with a PO file into what becomes of pages, records and interface strings.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::schemas;
use super::small::Small;
use super::translations::{desk, edit, ran, state};

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
    for language in ["en", "cy", "ur", "pl", "bn", "pa"] {
        let po = export(folder.path(), language);
        let back = import(folder.path(), language, &po);
        assert_eq!((back.code, back.stdout.as_str()), (Some(0), ""), "{}", back.stderr);
        assert!(schemas::on_disk(folder.path()) == sample, "{language} changed something");
        assert_eq!(export(folder.path(), language), po);
    }
    let po = export(folder.path(), "cy");
    for kind in ["pages", "records", "strings"] {
        let part = ran(folder.path(), &["translate", "export", "cy", "--only", kind]).stdout;
        let (_, messages) = part.split_once("\n\n").unwrap();
        assert!(po.contains(messages.trim_end()), "{kind}");
        let back = import(folder.path(), "cy", &part);
        assert_eq!((back.code, back.stdout.as_str()), (Some(0), ""), "{kind}: {}", back.stderr);
    }
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

/// The file with a text for a message; it had another or none.
fn told(po: &str, context: &str, text: &str) -> String {
    let (before, rest) =
        po.split_once(&format!("msgctxt \"{context}\"\n")).unwrap_or_else(|| panic!("{context}: {po}"));
    let (id, rest) = rest.split_once("msgstr ").unwrap();
    let (_, after) = rest.split_once("\n").unwrap();
    format!("{before}msgctxt \"{context}\"\n{id}msgstr \"{}\"\n{after}", text.replace('"', "\\\"").replace('\n', "\\n"))
}

#[test]
fn records_and_strings_come_back_into_their_files() {
    let desk = desk();
    let folder = desk.path();
    fs::create_dir(folder.join("locales")).unwrap();
    fs::write(folder.join("locales/cy.ftl"), "# Ours.\nhome = Adref\n\n# Kept.\nservices-count = { $count ->\n    [one] un\n   *[other] { $count } gwasanaeth\n}\n").unwrap();
    edit(folder, "content/venues.yaml", "name: { en: Lantern Hall }", "name: Lantern Hall");
    edit(
        folder,
        "content/services/listening-line.yaml",
        "cost: free",
        "cost: 2p a minute # from a landline\nabout: |\n  One.\n\n  Two.",
    );
    let mut po = export(folder, "cy");
    assert!(po.contains("#. Where $count is a number such as 6.\n#: locales/en.ftl:"), "{po}");
    for (context, text) in [
        ("content/organisations.yaml county-carers/name", "Canolfan Gofalwyr y Sir"),
        ("content/venues.yaml hall/name", "Neuadd Lantern"),
        ("content/glossary.yaml respite/word", "seibiant"),
        ("content/glossary.yaml respite/meaning", "Egwyl: i chi."),
        ("content/services/listening-line.yaml name", "Llinell wrando"),
        ("content/services/listening-line.yaml summary", "Llinell ffôn."),
        ("content/services/listening-line.yaml about", "Un.\n\nDau."),
        ("content/services/listening-line.yaml cost", "2c y funud"),
        ("locales/en.ftl home", "Hafan"),
        ("locales/en.ftl services-count [few]", "{ $count } o wasanaethau"),
        ("locales/en.ftl title-page-of", "{ $title } ({ $page }/{ $pages })"),
    ] {
        po = told(&po, context, text);
    }
    let back = import(folder, "cy", &po);
    assert_eq!(back.code, Some(0), "{}", back.stderr);
    let files = "content/glossary.yaml\ncontent/organisations.yaml\ncontent/services/listening-line.yaml\ncontent/venues.yaml\nlocales/cy.ftl\n";
    assert_eq!(back.stdout, files);
    let text = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
    assert!(text("content/organisations.yaml").contains("{ en: County Carers Centre, cy: Canolfan Gofalwyr y Sir }"));
    assert!(text("content/venues.yaml").contains("name: { en: Lantern Hall, cy: Neuadd Lantern }"));
    assert!(
        text("content/glossary.yaml")
            .ends_with("break for you. }\ncy:\n  respite:\n    word: seibiant\n    meaning: \"Egwyl: i chi.\"\n")
    );
    let service = text("content/services/listening-line.yaml");
    assert!(service.contains("cost: 2p a minute # from a landline\nabout: |\n  One.\n\n  Two.\n"), "{service}");
    assert!(service.ends_with("in:\n  cy:\n    name: Llinell wrando\n    summary: Llinell ffôn.\n    about: |\n      Un.\n\n      Dau.\n    cost: \"2c y funud\"\n"), "{service}");
    assert_eq!(
        text("locales/cy.ftl"),
        "# Ours.\nhome = Hafan\n\n# Kept.\nservices-count = { $count ->\n    [one] un\n    [few] { $count } o wasanaethau\n   *[other] { $count } gwasanaeth\n}\ntitle-page-of = { $title } ({ $page }/{ $pages })\n"
    );
    // Once more: nothing is left to do.
    let again = export(folder, "cy");
    let back = import(folder, "cy", &again);
    assert_eq!((back.code, back.stdout.as_str()), (Some(0), ""), "{}", back.stderr);
}

#[test]
fn damaged_records_and_strings_change_nothing() {
    let desk = desk();
    let folder = desk.path();
    let po = export(folder, "cy");
    fs::write(folder.join("in.po"), "").unwrap();
    let before = schemas::on_disk(folder);
    let good = told(&po, "content/organisations.yaml county-carers/name", "Canolfan");
    for (context, text, said) in [
        ("locales/en.ftl title-page-of", "{ $title } { $page }", "the value `{ $pages }` is missing"),
        ("locales/en.ftl home", "Hafan { $page }", "the value `{ $page }` was added"),
        ("locales/en.ftl home", "{ $page", "it cannot be read"),
        ("locales/en.ftl services-count [few]", "{ $many }", "the value `{ $many }` was added"),
        // Found by the check of the portal as it would be.
        ("locales/en.ftl home", "{ at-home }", "refers to the string `at-home`"),
        ("content/topics.yaml money/name", "Arian\nmawr", "it must be one line"),
        ("content/topics.yaml money/name", " ", "the translation is gone"),
    ] {
        let back = import(folder, "cy", &told(&good, context, text));
        assert_eq!((back.code, back.stdout.as_str()), (Some(1), ""), "{text}: {}", back.stderr);
        assert!(back.stderr.contains(said) && back.stderr.contains("nothing was changed"), "{text}: {}", back.stderr);
        assert!(schemas::on_disk(folder) == before, "{text} changed something");
    }
    // A language whose words come with the program gets a file of its own when one of them changes.
    let own = import(folder, "cy", &told(&po, "locales/en.ftl home", "Adref"));
    assert_eq!((own.code, own.stdout.as_str()), (Some(0), "locales/cy.ftl\n"), "{}", own.stderr);
    let words = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/cy.ftl")).unwrap();
    let written = fs::read_to_string(folder.join("locales/cy.ftl")).unwrap();
    assert_eq!(written, words.replace("\nhome = Hafan\n", "\nhome = Adref\n"));
    fs::remove_dir_all(folder.join("locales")).unwrap();
    // A term whose meaning waits would be half a term.
    let half = told(&good, "content/glossary.yaml respite/word", "seibiant");
    let back = import(folder, "cy", &half);
    assert_eq!((back.code, back.stdout.as_str()), (Some(0), "content/organisations.yaml\n"), "{}", back.stderr);
    let stranger = fingerpost(folder, &["translate", "export", "pl"]);
    assert_eq!(stranger.code, Some(2), "{}", stranger.stderr);
    assert!(
        stranger.stderr.contains("`pl` is not one of the portal's languages, which are en, cy"),
        "{}",
        stranger.stderr
    );
}
