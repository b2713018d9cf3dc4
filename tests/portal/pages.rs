//! Turns a small portal in English, Welsh and Urdu into pages and files that have been read by eye.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use scraper::{ElementRef, Html};

use super::small::Small;
use super::tree::{self, Tree};
use super::{golden, run};

/// Three languages, two counties with districts, overlays, fallback, a draft, stale translations, easy read, services.
pub fn rich() -> Small {
    Small::base().with(include_str!("rich.txt"))
}

/// The site of `rich`.
pub fn site() -> Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    let build = || {
        let folder = tempfile::tempdir().unwrap();
        let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
        rich().on_disk(&portal);
        run::build(&portal, &out);
        tree::read(&out)
    };
    SITE.get_or_init(build).clone()
}

/// Without the hashes in the names of assets, which change with every stroke of the stylesheet.
pub fn without_hashes(text: &str) -> String {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('.').map(|part| if is_hash(part) { "hash" } else { part }).collect::<Vec<_>>().join(".")
}

/// One tag or text a line, so that a change shows as few lines.
pub fn readable(html: &str) -> String {
    let mut text = String::new();
    for part in html.split_inclusive('>') {
        let (words, tag) = part.rfind('<').map_or((part, ""), |at| part.split_at(at));
        for piece in [words.trim(), tag].into_iter().filter(|piece| !piece.is_empty()) {
            text.push_str(piece);
            text.push('\n');
        }
    }
    text
}

#[test]
fn the_findings_of_the_portal() {
    let report = run::check(&rich().in_memory());
    golden::compare("pages/findings.txt", &(run::lines(&report).join("\n") + "\n"));
}

#[test]
fn every_output_has_the_path_that_it_had() {
    // Sorted again without the hashes, which change with what they name.
    let paths: BTreeSet<String> = site().keys().map(|path| without_hashes(path)).collect();
    let paths: String = paths.into_iter().map(|path| path + "\n").collect();
    golden::compare("pages/paths.txt", &paths);
}

#[test]
fn pages_are_as_they_were_read() {
    let site = site();
    for (name, path) in [
        ("standard", "harborough/en/money/index.html"),
        ("standard-cy", "gwynedd/cy/arian/index.html"),
        ("standard-ur", "harborough/ur/money/index.html"),
        ("easy-read", "harborough/en/money/easy-read/index.html"),
        ("service", "harborough/en/services/carers-cafe/index.html"),
        ("list", "harborough/en/services/index.html"),
        ("chooser", "index.html"),
    ] {
        golden::compare(&format!("pages/{name}.html"), &without_hashes(&readable(tree::text(&site, path))));
    }
}

#[test]
fn files_for_hosts_and_search_engines_are_as_they_were_read() {
    let site = site();
    for path in ["sitemap.xml", "_headers", "_redirects", "robots.txt"] {
        if site.contains_key(path) {
            golden::compare(&format!("pages/{path}"), &tree::text(&site, path).replace("><", ">\n<"));
        }
    }
}

#[test]
fn a_stale_translation_says_so_in_its_own_language() {
    let site = site();
    let welsh = tree::text(&site, "gwynedd/cy/arian/index.html");
    assert!(welsh.contains("wedi newid ers gwneud y cyfieithiad hwn"), "{welsh}");
    let urdu = tree::text(&site, "harborough/ur/money/index.html");
    assert!(urdu.contains("اصل صفحہ"), "{urdu}");
    let english = tree::text(&site, "harborough/en/money/index.html");
    assert!(!english.contains("has changed since"), "{english}");
}

/// The languages of the elements that hold a text, each by its nearest `lang`.
fn languages_of(html: &str, words: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let texts = document.tree.nodes().filter(|node| node.value().as_text().is_some_and(|text| text.trim() == words));
    let language = |element: ElementRef<'_>| element.attr("lang").map(str::to_owned);
    texts.filter_map(|text| text.ancestors().filter_map(ElementRef::wrap).find_map(language)).collect()
}

#[test]
fn a_text_in_another_language_says_which() {
    let site = site();
    let urdu = tree::text(&site, "harborough/ur/money/index.html");
    for (words, times) in
        [("Help for carers", 2), ("Harborough", 2), ("The office is shut this week.", 1), ("County Carers Centre", 1)]
    {
        assert_eq!(languages_of(urdu, words), vec!["en"; times], "{words}");
    }
    let mut chooser = languages_of(tree::text(&site, "index.html"), "Help for carers");
    chooser.sort();
    assert_eq!(chooser, ["en"; 4]);
}

#[test]
fn a_fact_that_ran_out_is_being_checked() {
    let site = site();
    for (path, words) in [
        ("harborough/en/money/index.html", "this figure is being checked"),
        ("cy/arian/index.html", "yn cael ei wirio"),
        ("harborough/ur/money/index.html", "جانچ ہو رہی ہے"),
    ] {
        let page = tree::text(&site, path);
        assert!(page.contains(words) && !page.contains("300"), "{path}: {page}");
    }
    // Gwynedd has a value of its own.
    let gwynedd = tree::text(&site, "gwynedd/cy/arian/index.html");
    assert!(gwynedd.contains("£250") && !gwynedd.contains("yn cael ei wirio"), "{gwynedd}");
}

#[test]
fn a_draft_leaves_no_trace() {
    for (path, bytes) in site() {
        assert!(!path.contains("grants/") || path.contains("cy/"), "{path}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Grants"), "{path}");
    }
}

#[test]
fn a_value_in_another_language_says_which() {
    let folder = tempfile::tempdir().unwrap();
    Small::base()
        .with("--- content/pages/index.cy.md\n---\ntitle: Hafan\n---\nYn {local:name}, gyda {service:listening-line.name}: {term:respite}.\n")
        .with("--- content/glossary.yaml\nen:\n  respite: { word: respite, meaning: A break for you. }\n")
        .with("--- content/localities.yaml (changed)\n-- { id: gwynedd, parent: wales, kind: unitary, gss: W06000002, name: { en: Gwynedd }, contact: { phone: 01632 960301 } }\n+- { id: gwynedd, parent: wales, kind: unitary, gss: W06000002, name: { en: Gwynedd, cy: Gwynedd }, contact: { phone: 01632 960301 } }\n")
        .on_disk(folder.path());
    let out = folder.path().join("public");
    run::build(folder.path(), &out);
    let page = |path: &str| std::fs::read_to_string(out.join(path)).unwrap();
    let other = "gyda <bdi lang=\"en\" dir=\"ltr\">Listening line</bdi>: <dfn lang=\"en\" dir=\"ltr\" title=\"A break for you.\">respite</dfn>.";
    assert!(
        page("harborough/cy/index.html")
            .contains(&format!("Yn <bdi lang=\"en\" dir=\"ltr\">Harborough</bdi>, {other}"))
    );
    assert!(page("gwynedd/cy/index.html").contains(&format!("Yn Gwynedd, {other}")));
    let english = page("harborough/en/index.html");
    assert!(!english.contains("<bdi lang=") && !english.contains("<dfn lang="), "{english}");
}

/// Between Urdu letters the two groups of a telephone number would change places (UAX #9).
#[test]
fn a_number_in_urdu_keeps_its_order_in_titles_records_and_search() {
    const NUMBER: &str = "\u{2068}01632 960101\u{2069}";
    let folder = tempfile::tempdir().unwrap();
    Small::base()
        .with("--- content/portal.yaml (changed)\n-languages: [en, cy]\n-fallback: { cy: [en] }\n+languages: [en, ur]\n+fallback: { ur: [en] }\n")
        .with("--- content/services/listening-line.yaml (changed)\n-checked_by: team@carers.example.org\n+checked_by: team@carers.example.org\n+in: { ur: { name: لائن 01632 960101 پر, summary: فون کریں 01632 960101 پر } }\n")
        .with("--- content/pages/money.ur.md\n---\ntitle: رقم 01632 960101 پر\nsummary: مدد 01632 960101 پر\nowner: team\nreviewed: 2026-11-01\n---\nمدد 01632 960101 پر\n")
        .on_disk(folder.path());
    let out = folder.path().join("public");
    run::build(folder.path(), &out);
    let site = tree::read(&out);
    let service = tree::text(&site, "ur/services/listening-line/index.html");
    assert!(
        service.contains(&format!("<h1>لائن {NUMBER} پر</h1><p class=\"summary\">فون کریں {NUMBER} پر")),
        "{service}"
    );
    assert!(service.contains("\"name\":\"لائن 01632 960101 پر\""), "data has no marks: {service}");
    let page = tree::text(&site, "ur/money/index.html");
    assert!(page.contains(&format!("<title>رقم {NUMBER} پر - ")), "{page}");
    assert!(page.contains(&format!("<h1>رقم {NUMBER} پر</h1><p class=\"summary\">مدد {NUMBER} پر")), "{page}");
    assert!(page.contains("مدد <bdi dir=\"ltr\">01632 960101</bdi> پر"), "{page}");
    for list in ["ur/services/index.html", "ur/index.html", "ur/search/index.html", "ur/site-map/index.html"] {
        let of = if list == "ur/services/index.html" { "لائن" } else { "رقم" };
        assert!(tree::text(&site, list).contains(&format!("{of} {NUMBER} پر")), "{list}");
    }
    let index = site.iter().filter(|(path, _)| path.starts_with("search/ur/"));
    let index: String = index.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    for found in ["لائن", "فون کریں", "رقم", "مدد"] {
        assert!(index.contains(&format!("{found} {NUMBER} پر")), "{found}: {index}");
    }
}
