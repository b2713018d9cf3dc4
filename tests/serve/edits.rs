//! Turns an editor's edits and mistakes into what the preview shows after each.

use std::fs;

use super::browser::Preview;
use super::small::Small;

/// The portal of these tests: the default templates and strings are its own, so that they can be edited.
fn portal() -> Small {
    let root = env!("CARGO_MANIFEST_DIR");
    let own = |small: Small, path: &str| small.file(path, fs::read(format!("{root}/{path}")).unwrap());
    ["themes/default/templates/layout.html", "locales/en.ftl"].into_iter().fold(Small::base(), own)
}

#[test]
fn edits_show_in_pages_and_lists() {
    let preview = Preview::of(&portal());
    assert!(preview.get("/en/money/").text().contains("There is money for carers."));

    preview.edit("content/pages/money.en.md", "There is money", "There is some money");
    preview.until_page("/en/money/", "There is some money for carers.");

    preview.edit("content/pages/money.en.md", "title: Money", "title: Money matters");
    preview.until_page("/en/topics/money/", "Money matters");

    preview.edit("content/facts.yaml", "83.30", "84.15");
    preview.until_page("/en/money/", "84.15");

    preview.edit("content/services/listening-line.yaml", "name: Listening line", "name: Kettle line");
    preview.until_page("/en/services/", "Kettle line");
}

/// The page is shown with it at once; what a whole version finds after that is said without a reload.
#[test]
fn an_edit_of_a_text_reloads_pages_once() {
    let preview = Preview::of(&portal());
    let settled = || {
        preview.until("the end of the search", |preview| preview.state("/en/")["pending"] == false);
        preview.get("/en/money/").page()
    };
    let before = settled();
    preview.edit("content/pages/money.en.md", "for carers.", "for [all](/nowhere) carers.");
    preview.until_page("/en/money/", "all carers.");
    let (_, version) = preview.get("/en/money/").page();
    assert_ne!(version, before.1);
    preview.until("the finding", |preview| preview.said("/en/money/").iter().any(|line| line.starts_with("own L001")));
    assert_eq!(preview.get("/en/money/").page().1, version);
    preview.edit("content/pages/money.en.md", "for [all](/nowhere) carers.", "for carers.");
    preview.until_page("/en/money/", "for carers.");
    assert_eq!(settled(), before);
}

#[test]
fn edits_of_templates_and_strings_show() {
    let preview = Preview::of(&portal());
    preview.edit("themes/default/templates/layout.html", "<main", "<main class=\"edited\"");
    preview.until("the template", |preview| preview.get("/en/money/").text().contains("edited"));
    preview.edit("locales/en.ftl", "skip-to-content = ", "skip-to-content = Please ");
    preview.until_page("/en/money/", "Please ");
}

#[test]
fn a_page_in_a_new_folder_is_seen() {
    let preview = Preview::of(&portal());
    assert_eq!(preview.get("/en/work/rights/leave/").status, 404);
    let page =
        "---\ntitle: Leave\nsummary: Days off.\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\nAsk.\n";
    preview.write("content/pages/work/rights/leave.en.md", page);
    preview.until_page("/en/work/rights/leave/", "Days off.");
    preview.edit("content/pages/work/rights/leave.en.md", "Ask.", "Ask early.");
    preview.until_page("/en/work/rights/leave/", "Ask early.");
}

/// Nothing is published before both are there, but whoever writes the first of two sees it.
#[test]
fn a_page_that_waits_for_its_translation_is_seen() {
    let parity = "--- content/portal.yaml (changed)\n-languages: [en, cy]\n+languages: [en, cy]\n+parity: [en, cy]\n";
    let preview = Preview::of(&portal().with(parity));
    preview.write("content/pages/leave.en.md", "---\ntitle: Leave\nsummary: Days off.\nowner: team\n---\nAsk.\n");
    preview.until_page("/en/leave/", "Days off.");
    let is_missing = |line: &String| line.starts_with("own T010 content/pages/leave.en.md");
    preview.until("the finding", |preview| preview.said("/en/leave/").iter().any(is_missing));
    assert_eq!(preview.state("/en/leave/")["behind"], false);
}

#[test]
fn a_mistake_in_a_text_stands_over_its_page_and_the_rest_goes_on() {
    let preview = Preview::of(&portal());
    preview.edit("content/pages/money.en.md", "There is money", "There is [money](/mony)");
    preview.until("the finding", |preview| !preview.said("/en/money/").is_empty());
    let message = "L001 content/pages/money.en.md:9 the link leads to `/mony`, and there is no such page";
    assert_eq!(preview.said("/en/money/"), [format!("own {message}")]);
    assert_eq!(preview.said("/en/"), [format!("other {message}")]);
    preview.edit("content/pages/index.en.md", "Start with", "Begin with");
    preview.until_page("/en/", "Begin with");
    preview.edit("content/pages/money.en.md", "/mony", "/money");
    preview.until("the mended page", |preview| preview.said("/en/money/").is_empty());
}

#[test]
fn broken_yaml_leaves_the_last_good_site_and_says_so() {
    let preview = Preview::of(&portal());
    let (good, version) = preview.get("/en/money/").page();
    preview.edit("content/pages/money.en.md", "title: Money", "title: [Money");
    preview.until("the finding", |preview| !preview.said("/en/money/").is_empty());
    let said = preview.said("/en/money/");
    assert!(said.iter().any(|line| line.starts_with("own Y001 content/pages/money.en.md:")), "{said:?}");
    assert_eq!(preview.get("/en/money/").page(), (good, version));
    assert_eq!(preview.state("/en/money/")["behind"], true);
    preview.edit("content/pages/money.en.md", "title: [Money", "title: Money again");
    preview.until_page("/en/money/", "Money again");
    assert_eq!(preview.said("/en/money/"), [""; 0]);
    assert_eq!(preview.state("/en/money/")["behind"], false);
}

#[test]
fn settings_that_are_broken_from_the_start_can_be_mended() {
    let portal = Small::base().with("--- content/portal.yaml (changed)\n-languages: [en, cy]\n+languages: [en, cy\n");
    let preview = Preview::of(&portal);
    let page = preview.get("/en/money/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("Y001") && page.text().contains("<code>content/portal.yaml:"), "{}", page.text());
    preview.edit("content/portal.yaml", "[en, cy", "[en, cy]");
    preview.until_page("/en/money/", "There is money for carers.");
}

#[test]
fn a_mistake_that_only_rendering_finds_is_found() {
    let preview = Preview::of(&portal());
    assert!(preview.get("/en/money/").text().contains("There is money for carers."));
    preview.until("the end of the search", |preview| preview.state("/en/")["pending"] == false);
    preview.edit("themes/default/templates/layout.html", "<main", "{{ no_such_thing }}<main");
    preview.until("the finding", |preview| !preview.said("/en/money/").is_empty());
    let said = preview.said("/en/money/");
    assert!(said[0].starts_with("other X001 themes/default/templates/layout.html:"), "{said:?}");
    assert!(preview.get("/en/money/").text().contains("There is money for carers."), "the page is not as it was last");
}

#[test]
fn what_is_said_is_what_check_says() {
    let portal = portal().with(
        "--- content/pages/money.en.md (changed)\n-There is money for carers.\n+There is [money](/mony). <b>Much</b>.\n",
    );
    let folder = tempfile::tempdir().unwrap();
    portal.on_disk(folder.path());
    let checked = super::run::fingerpost(folder.path(), &["check", "--as-of", "2026-11-22", "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        checked.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.len() >= 2);
    let state = Preview::start(folder.path(), &["--as-of", "2026-11-22"]).state("/en/money/");
    let shown = state["findings"].as_array().unwrap().iter().cloned().map(|mut line| {
        line.as_object_mut().unwrap().remove("own");
        line
    });
    assert_eq!(shown.collect::<Vec<_>>(), lines);
}
