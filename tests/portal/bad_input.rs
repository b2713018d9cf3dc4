//! Turns portals with something wrong in them into findings, with the last good site left as it was.
//!
//! What each says stands in `bad-input/`: a line for the place and the message, a line for the help.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::small::Small;
use super::{golden, pages, run, tree};

/// Builds the base portal, breaks it, builds again: the findings are those of `bad-input/<name>.txt`, and the site is
/// as before.
fn refuses(name: &str, broken: Small) {
    refuses_on_disk(name, move |folder| {
        fs::remove_dir_all(folder.join("content")).unwrap();
        broken.on_disk(folder);
    });
}

fn refuses_on_disk(name: &str, damage: impl FnOnce(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    Small::base().on_disk(&portal);
    run::build(&portal, &out);
    let before = tree::read(&out);
    damage(&portal);
    let report = run::try_build(&portal, &out, |_| {}).unwrap();
    assert!(report.failed(), "{name} is published");
    assert_eq!(tree::differences(&before, &tree::read(&out)), [""; 0]);
    let unhelpful: Vec<_> = report.findings.iter().filter(|finding| finding.help.is_empty()).collect();
    assert!(unhelpful.is_empty(), "{unhelpful:?}");
    let found = run::lines(&report).into_iter().zip(&report.findings);
    let text: String = found.map(|(line, finding)| format!("{line}\n    {}\n", short(&finding.help))).collect();
    golden::compare(&format!("bad-input/{name}.txt"), &text);
}

/// Long help in one line.
fn short(help: &str) -> String {
    help.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(body: &str) -> Small {
    Small::base().file("content/pages/plain.en.md", format!("---\ntitle: Page\n---\n{body}\n"))
}

fn front(keys: &str) -> Small {
    Small::base().file("content/pages/plain.en.md", format!("---\n{keys}\n---\nText.\n"))
}

#[test]
fn broken_yaml() {
    refuses(
        "broken-yaml",
        Small::base().file("content/topics.yaml", "- { id: breaks, name: { en: Breaks }\n- id: [money\n"),
    );
}

#[test]
fn tabs_in_yaml() {
    refuses("tabs", front("title: Page\ntranslation:\n\tby: human"));
}

#[test]
fn a_byte_order_mark_is_no_mistake_and_columns_are_right_after_it() {
    refuses(
        "byte-order-mark",
        Small::base().file("content/pages/plain.en.md", "\u{feff}---\ntitle: Page\ncolour: red\n---\n"),
    );
}

#[test]
fn utf_16() {
    let bytes: Vec<u8> = "\u{feff}---\ntitle: Page\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refuses("utf-16", Small::base().file("content/pages/plain.en.md", bytes));
}

#[test]
fn windows_line_ends() {
    refuses(
        "windows-line-ends",
        Small::base().file("content/pages/plain.en.md", "---\r\ntitle: Page\r\n---\r\n# One\r\n\r\n[a](/nowhere)\r\n"),
    );
}

#[test]
fn an_empty_file() {
    refuses("empty-file", Small::base().file("content/pages/plain.en.md", "").file("content/facts.yaml", " \n"));
}

#[test]
fn a_line_of_five_megabytes() {
    refuses("long-line", page(&format!("{} [a](/nowhere)", "word ".repeat(1 << 20))));
}

#[test]
fn ten_thousand_nested_quotes() {
    refuses("nested-quotes", page(&format!("{} deep", ">".repeat(10_000))));
}

#[test]
fn ten_thousand_nested_lists_and_blocks() {
    let lists: String = (0..10_000).map(|_| "- ").collect();
    let blocks: String = (0..200).rev().map(|depth| format!("{}warning\n", ":".repeat(depth + 3))).collect();
    refuses("nested-lists", page(&format!("{lists}deep\n\n{blocks}")));
}

#[test]
fn yaml_aliases_that_explode() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let list = vec![format!("*a{}", level - 1); 10].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{list}]\n"));
    }
    refuses("exploding-aliases", Small::base().file("content/facts.yaml", text));
}

#[test]
fn duplicate_keys_and_ids() {
    let small = front("title: Page\ntitle: Page");
    refuses("duplicates", small.with("--- content/topics.yaml (changed)\n+- { id: money, name: Money }\n"));
}

#[test]
fn two_files_for_one_page() {
    refuses("two-files", Small::base().file("content/pages/money/index.en.md", "---\ntitle: Money\n---\n"));
}

#[test]
fn a_slug_that_leads_elsewhere() {
    for (name, slug) in [("slug-dots", ".."), ("slug-slash", "a/b"), ("slug-up", "../../etc")] {
        refuses(name, front(&format!("title: Page\nslug: {slug}")));
    }
}

/// Whatever the generator makes beside the pages of the portal, no page may lie there.
#[test]
fn a_slug_that_the_generator_uses() {
    let pages = ["money", "benefits"];
    let site = pages::site();
    let made: BTreeSet<&str> = site.keys().filter_map(|path| path.strip_prefix("en/")?.split('/').next()).collect();
    let made: Vec<&str> = made.into_iter().filter(|name| !pages.contains(name) && !name.ends_with(".html")).collect();
    assert!(made.len() > 8, "{made:?}");
    for name in made {
        let portal =
            Small::base().with(&format!("--- content/pages/rest.en.md\n---\ntitle: Rest\nslug: {name}\n---\n"));
        let findings = run::lines(&run::check(&portal.in_memory()));
        assert!(findings.iter().any(|line| line.starts_with("R005 ")), "{name}: {findings:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_symlink_out_of_the_portal() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    refuses_on_disk("symlink", |portal| {
        std::os::unix::fs::symlink(outside.path(), portal.join("content/static/out")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), portal.join("content/static/secret.txt"))
            .unwrap();
        std::os::unix::fs::symlink("../static", portal.join("content/static/round")).unwrap();
    });
}

#[test]
fn an_undeclared_language() {
    refuses("undeclared-language", Small::base().file("content/pages/money.pl.md", "---\ntitle: Pieniądze\n---\n"));
}

#[test]
fn a_cycle_of_localities() {
    let places = "--- content/localities.yaml (changed)\n\
                  +- { id: a, parent: b, kind: place, gss: E05000001, name: A }\n\
                  +- { id: b, parent: c, kind: place, gss: E05000002, name: B }\n\
                  +- { id: c, parent: a, kind: place, gss: E05000003, name: C }\n\
                  +- { id: self, parent: self, kind: place, gss: E05000004, name: Self }\n";
    refuses("cycle", Small::base().with(places));
}

#[test]
fn a_colliding_address() {
    refuses("collision", front("title: Page\nslug: money"));
}

#[test]
fn a_link_to_a_page_of_another_locality() {
    let there = "content/local/harborough/pages/grants.en.md";
    refuses("link-elsewhere", page("[Grants](/grants)").file(there, "---\ntitle: Grants\n---\n"));
}

#[test]
fn words_that_yaml_takes_for_something_else() {
    // Each is read as it is written, or refused: never turned into `false`, 668 or 750.
    refuses("yaml-words", front("title: no\nsummary: 01234\nslug: 12:30\nowner: ~\ndraft: perhaps"));
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    front("title: no\nsummary: 01234").on_disk(&portal);
    Small::base()
        .with("--- content/services/listening-line.yaml (changed)\n-name: Listening line\n+name: 12:30\n")
        .on_disk(&portal);
    run::build(&portal, &out);
    let site = tree::read(&out);
    let page = tree::text(&site, "en/plain/index.html");
    assert!(page.contains("<h1>no</h1>") && page.contains("01234"), "{page}");
    assert!(tree::text(&site, "en/services/listening-line/index.html").contains("12:30"));
}

#[test]
fn a_telephone_number_without_quotes_keeps_its_nought() {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    let number = "--- content/services/listening-line.yaml (changed)\n-  phone: 01632 960101\n+  phone: 01632960101\n";
    Small::base().with(number).on_disk(&portal);
    run::build(&portal, &out);
    assert!(tree::text(&tree::read(&out), "en/services/listening-line/index.html").contains("01632 960101"));
}

#[test]
fn a_reserved_character() {
    refuses("reserved-character", page("A \u{e000} in a text."));
}

#[test]
fn control_characters() {
    refuses("control-characters", page("A \0 and a \u{1b}[31m in a [text](/a\0b)."));
}

#[test]
fn a_template_with_a_mistake() {
    refuses(
        "template",
        Small::base()
            .file("themes/default/templates/layout.html", "<title>{{ page.title }}</title>\n{{ page.body | shout }}\n"),
    );
    refuses(
        "template-at-work",
        Small::base().file("themes/default/templates/bodies/service.html", "<p>{{ servise.name }}</p>\n"),
    );
}
