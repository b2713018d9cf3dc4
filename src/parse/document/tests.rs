//! Turns names and heads of Markdown files into what they say, as cases.

use super::*;
use crate::diag::Spot;

#[test]
fn a_files_name_says_page_language_and_edition() {
    for (path, page, language, edition) in [
        ("index.en.md", "index", "en", Edition::Standard),
        ("money/index.cy.md", "money", "cy", Edition::Standard),
        ("money/carers-allowance.ur.md", "money/carers-allowance", "ur", Edition::Standard),
        ("breaks.easy.en.md", "breaks", "en", Edition::EasyRead),
        ("index.easy.zh-Hans.md", "index", "zh-Hans", Edition::EasyRead),
    ] {
        let (found, tag, kind) = name(path).unwrap();
        assert_eq!((found.as_str(), tag.as_str(), kind), (page, language, edition), "{path}");
    }
}

#[test]
fn a_bad_name_says_what_it_should_be() {
    for (path, why) in [
        ("breaks.md", "it names no language"),
        ("breaks.en.markdown.md", "`en` is not an edition"),
        ("breaks.easyread.en.md", "`easyread` is not an edition"),
        ("breaks.e.md", "`e` is not a language tag: use one like `cy`, `ur` or `zh-Hans` (BCP 47)"),
        ("breaks.EN.md", "the language is written `en`"),
        (
            "Short Breaks.en.md",
            "`Short Breaks` is not an id: use lower-case letters, digits and hyphens, for example `short-breaks`",
        ),
        (
            "My Pages/breaks.en.md",
            "`My Pages/breaks` is not an id: use lower-case letters, digits and hyphens, for example `my-pages/breaks`",
        ),
    ] {
        let finding = name(path).unwrap_err();
        assert_eq!(finding.code, Code::FileName);
        assert!(finding.message.ends_with(&format!(": {why}")), "{}", finding.message);
    }
}

fn check(source: &str, title: Option<&str>, body: &str, messages: &[&str]) {
    let file = "content/pages/a.en.md".into();
    let read = head(&file, source);
    let said: Vec<&str> = read.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(said, messages, "{source}");
    assert_eq!(read.value.front.as_ref().map(|front| front.title.as_str()), title, "{source}");
    assert_eq!(&source[read.value.body], body, "{source}");
}

#[test]
fn front_matter_is_cut_off_whatever_the_editor() {
    check("---\ntitle: Breaks\n---\nText\n", Some("Breaks"), "Text\n", &[]);
    check("\u{feff}---\r\ntitle: Breaks\r\n---\r\nText\r\n", Some("Breaks"), "Text\r\n", &[]);
    check("--- \ntitle: Breaks\n---", Some("Breaks"), "", &[]);
    check("---\ntitle: a --- b\nsummary: |\n  x\n  ---\n---\nText\n---\n", Some("a --- b"), "Text\n---\n", &[]);
}

#[test]
fn front_matter_that_is_not_there_is_a_finding() {
    check("", None, "", &["there is nothing in this file"]);
    check("\u{feff}\n", None, "", &["there is nothing in this file"]);
    check("# Breaks\n", None, "# Breaks\n", &["the page has no title"]);
    check("---\ntitle: Breaks\nText\n", None, "", &["the keys above the page's text do not end"]);
    check("---\n---\nText\n", None, "Text\n", &["the page has no title"]);
    check("---\norder: 1\n---\nText\n", None, "Text\n", &["`title` is missing"]);
}

#[test]
fn dates_and_former_addresses_make_sense() {
    let with = |lines: &str| format!("---\ntitle: a\n{lines}\n---\n");
    let check = |lines: &str, messages: &[&str]| check(&with(lines), Some("a"), "", messages);
    check("reviewed: 2026-11-01\nreview_by: 2027-11-01", &[]);
    check("reviewed: 2026-11-01\nreview_by: 2025-11-01", &["`review_by` lies before `reviewed`"]);
    check("publish_from: 2026-11-02\npublish_until: 2026-11-01", &["`publish_until` lies before `publish_from`"]);
    check("publish_from: 2026-11-01\npublish_until: 2026-11-01", &[]);
    check("aliases: [benefits/carers, /benefits/]", &[]);
    check("aliases: [../etc, a b]", &["`../etc` is not a former address", "`a b` is not a former address"]);
}

#[test]
fn findings_point_into_the_file() {
    let source = "---\r\ntitle: گھر\r\nordr: 1\r\n---\r\n";
    let findings = head(&"a".into(), source).findings;
    let Some(Place { spot: Spot::Bytes(start, end), .. }) = findings[0].place else { panic!("a place in the file") };
    assert_eq!(&source[start..end], "ordr");
    assert_eq!(&source[front_matter(source).unwrap()], "title: گھر\r\nordr: 1\r\n");
}
