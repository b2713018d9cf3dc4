//! Turns the panel's state over pages into proof that it speaks the language of each.

use super::browser::Preview;
use super::small::Small;

#[test]
fn the_panel_speaks_the_language_of_its_page() {
    let preview = Preview::of(&Small::base().with(include_str!("../portal/rich.txt")));
    let labels = |path: &str| preview.state(path)["labels"].clone();
    let warnings = preview.said("/en/").len();
    assert!(warnings > 1);
    assert_eq!(labels("/en/")["preview-here"], "On this page");
    let welsh = labels("/cy/");
    assert_eq!((welsh["lang"].as_str(), welsh["preview-here"].as_str()), (Some("cy"), Some("Ar y dudalen hon")));
    assert!(welsh["title"].as_str().unwrap().starts_with("Rhagolwg: "), "{welsh}");
    let urdu = labels("/ur/");
    assert_eq!((urdu["lang"].as_str(), urdu["dir"].as_str()), (Some("ur"), Some("rtl")));
    assert_eq!(labels("/__fingerpost/dashboard")["lang"], "en");
    let editions = &preview.state("/cy/arian/")["variants"]["edition"];
    assert_eq!(editions[0]["label"], "Fersiwn safonol", "{editions}");
}

#[test]
fn the_panel_counts_what_is_to_be_mended() {
    let preview = Preview::of(&Small::base());
    let title = |path: &str| preview.state(path)["labels"]["title"].as_str().unwrap().to_owned();
    preview.until("the end of the search", |preview| preview.state("/en/")["pending"] == false);
    assert_eq!(title("/en/"), "Preview: nothing to mend");
    preview.edit("content/pages/money.en.md", "There is money", "There is [money](/mony), [more](/mor)");
    preview.until("the findings", |_| title("/en/").contains("2 errors"));
    assert!(title("/cy/").contains("2 wall"), "{}", title("/cy/"));
    preview.edit("content/portal.yaml", "languages: [en, cy]", "languages: [en, cy");
    preview.until("the mistake", |preview| preview.state("/en/")["behind"] == true);
    let broken = Preview::of(&Small::base().file("content/portal.yaml", "name: ["));
    assert_eq!(broken.state("/en/")["labels"]["preview-here"], "On this page");
}
