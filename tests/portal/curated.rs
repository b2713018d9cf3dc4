//! Turns a portal that a web officer has curated into the pages and lists that readers and programs see of it.

use std::sync::OnceLock;

use jiff::civil::date;
use scraper::{Html, Selector};

use super::golden;
use super::run::{self, fingerpost};
use super::small::Small;
use super::tree::{self, Tree};

fn curated() -> Small {
    Small::base().with(include_str!("curated/portal.txt"))
}

fn build(portal: &Small) -> Tree {
    let folder = tempfile::tempdir().unwrap();
    let (at, out) = (folder.path().join("portal"), folder.path().join("public"));
    portal.on_disk(&at);
    run::build(&at, &out);
    tree::read(&out)
}

fn site() -> &'static Tree {
    static SITE: OnceLock<Tree> = OnceLock::new();
    SITE.get_or_init(|| build(&curated()))
}

/// The texts of a page that `selector` finds, one on a line, with where links lead.
fn told(site: &Tree, path: &str, selector: &str) -> String {
    let html = Html::parse_document(tree::text(site, &format!("{path}index.html")));
    let selector = Selector::parse(selector).unwrap();
    let words =
        |text: String| text.replace(['\u{2068}', '\u{2069}'], "").split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |element: scraper::ElementRef<'_>| {
        let href = element.attr("href").map(|href| format!(" -> {href}")).unwrap_or_default();
        format!("{}{href}\n", words(element.text().collect()))
    };
    html.select(&selector).map(line).collect()
}

const STATEMENT: &str =
    "article h1, article h2, article h3, article p, article dt, article dd, article :not(.issues) > li, article a";

#[test]
fn the_statement_has_every_part_in_each_language() {
    for (name, path) in [("en", "harborough/en/"), ("cy", "gwynedd/cy/")] {
        let seen = told(site(), &format!("{path}accessibility-statement/"), STATEMENT);
        golden::compare(&format!("curated/statement-{name}.txt"), &seen);
    }
}

#[test]
fn each_nation_has_its_own_enforcer() {
    for (path, bodies) in [
        ("en/", vec!["https://www.equalityadvisoryservice.com/", "https://www.equalityni.org/"]),
        ("harborough/en/", vec!["https://www.equalityadvisoryservice.com/"]),
        ("belfast/en/", vec!["https://www.equalityni.org/"]),
    ] {
        let links = told(site(), &format!("{path}accessibility-statement/"), "article a[href*=equality]");
        let links: Vec<&str> = links.lines().filter_map(|line| line.split(" -> ").nth(1)).collect();
        assert_eq!(links, bodies, "{path}");
    }
}

#[test]
fn a_translation_by_machine_says_so_and_a_checked_one_does_not() {
    let notice = "Cyfieithwyd y dudalen hon gan gyfrifiadur";
    let path = "gwynedd/cy/privacy/index.html";
    assert!(tree::text(site(), path).contains(notice));
    assert!(!tree::text(site(), "gwynedd/cy/site-map/index.html").contains(notice), "it is made of titles");
    assert!(!tree::text(site(), "gwynedd/en/privacy/index.html").contains("translated by a computer"));
    let checked = "--- locales/cy.ftl (changed)\n-translated-by = machine\n+translated-by = human\n";
    let file = include_str!("../../locales/cy.ftl");
    assert!(!tree::text(&build(&curated().file("locales/cy.ftl", file).with(checked)), path).contains(notice));
}

#[test]
fn every_tree_leads_to_its_standing_pages_and_search_engines_know_them() {
    let footer = |path: &str| told(site(), path, ".bottom a");
    assert_eq!(
        footer("gwynedd/cy/"),
        "Datganiad hygyrchedd -> ./accessibility-statement/\nPreifatrwydd -> ./privacy/\n\
         Beth sydd wedi newid -> ./recent-changes/\nMap o'r safle -> ./site-map/\n"
    );
    let map = tree::text(site(), "sitemap.xml");
    for page in ["accessibility-statement", "recent-changes", "site-map"] {
        assert!(map.contains(&format!("https://carers.example.org/harborough/en/{page}/")), "{page}: {map}");
    }
    // Everywhere says the same of privacy as Gwynedd, but for the finder; Belfast and Gwynedd say the same.
    assert!(map.contains("https://carers.example.org/cy/privacy/"), "{map}");
}

#[test]
fn a_page_of_the_portals_own_takes_the_place_of_one_that_is_made() {
    let own = "Your privacy in Harborough";
    let foot = told(site(), "harborough/en/", ".bottom a");
    assert!(foot.contains(&format!("{own} -> ./privacy/\n")), "{foot}");
    assert!(told(site(), "harborough/en/privacy/", "h1").starts_with(own));
    assert!(told(site(), "harborough/cy/privacy/", "h1").starts_with(own), "Welsh shows it as any other page");
    assert_eq!(told(site(), "gwynedd/en/privacy/", "h1"), "Privacy\n");
    assert!(!told(site(), "harborough/en/", "main a").contains(own), "the foot leads there, not the home page");
    let without = "--- content/portal.yaml (changed)\n+without: [recent-changes, site-map]\n";
    let site = build(&curated().with(without));
    assert_eq!(told(&site, "gwynedd/en/", ".bottom a").lines().count(), 2);
    assert!(!site.contains_key("gwynedd/en/site-map/index.html"));
    assert!(!told(&site, "gwynedd/en/", "main a").contains("All pages"));
}

#[test]
fn an_address_of_a_standing_page_is_for_a_page_of_that_id_alone() {
    let slug = "--- content/pages/money.en.md (changed)\n-title: Money\n+title: Money\n+slug: site-map\n";
    let lines = run::lines(&run::check(&curated().with(slug).in_memory()));
    assert!(lines[0].starts_with("R005 content/pages/money.en.md"), "{lines:?}");
}

#[test]
fn what_changed_is_told_for_a_year_the_newest_first() {
    assert_eq!(
        told(site(), "gwynedd/en/recent-changes/", "article h2, article li a, article li p"),
        "Information\n\
         A break away -> ../breaks/away/\nNew: 20 November 2026\n\
         Help for carers -> ../\nChecked: 1 November 2026\n\
         Money -> ../money/\nChecked: 1 November 2026\n\
         In an emergency -> ../emergency/\nChecked: 22 November 2025\n\
         Services\n\
         Listening line -> ../services/listening-line/\nChecked: 1 November 2026\n"
    );
    let welsh = told(site(), "gwynedd/cy/recent-changes/", "article li:first-child p");
    assert_eq!(welsh, "Cyfieithwyd: 21 Tachwedd 2026\nGwiriwyd: 1 Tachwedd 2026\n");
}

#[test]
fn the_map_shows_sections_with_their_pages_and_folds_where_there_are_too_many() {
    assert_eq!(
        told(site(), "gwynedd/en/site-map/", ".map a"),
        "Breaks -> ../breaks/\nA break away -> ../breaks/away/\nIn an emergency -> ../emergency/\nMoney -> ../money/\n"
    );
    let page = |number: usize| {
        format!("--- content/pages/breaks/p{number}.en.md\n---\ntitle: Page {number}\nsummary: A page.\n---\nText.\n")
    };
    let many: String = (0..250).map(page).collect();
    let site = build(&curated().with(&many));
    assert_eq!(told(&site, "gwynedd/en/site-map/", ".map a").lines().count(), 3);
    assert!(tree::text(&site, "gwynedd/en/site-map/index.html").contains("list them on their own page"));
    assert_eq!(told(&site, "gwynedd/en/breaks/", ".tiles a").lines().count(), 251);
}

#[test]
fn home_and_menu_lead_where_front_matter_says() {
    assert_eq!(told(site(), "gwynedd/en/", ".first a"), "Money -> money/\nA break away -> breaks/away/\n");
    assert_eq!(
        told(site(), "gwynedd/en/", ".more .tiles a, .more .all a"),
        "Breaks -> breaks/\nMoney -> money/\nAll pages of this site -> site-map/\n"
    );
    assert_eq!(told(site(), "harborough/en/", ".first a"), "", "this place has a home page of its own");
    assert_eq!(
        told(site(), "harborough/en/", ".more .tiles a"),
        "Breaks -> breaks/\nIn an emergency -> emergency/\nMoney -> money/\n"
    );
    let menu = told(site(), "gwynedd/en/money/", ".menu a");
    assert_eq!(
        menu,
        "Urgent help -> ../emergency/\nBreaks -> ../breaks/\nIn an emergency -> ../emergency/\nTopics -> ../topics/\n\
         Services -> ../services/\n"
    );
    assert!(told(site(), "harborough/en/breaks/", ".menu .urgent").ends_with("-> ../money/\n"));
}

#[test]
fn a_banner_stands_until_its_last_day_and_a_place_has_its_own() {
    let banner = |site: &Tree, path: &str| told(site, path, ".banner");
    assert_eq!(banner(site(), "harborough/en/"), "Important: The office is shut this week.\n");
    assert_eq!(banner(site(), "gwynedd/cy/"), "Pwysig: Mae'r llinellau ar gau ar 25 Rhagfyr.\n");
    let on = |day: &str| build(&curated().with(&format!("--- content/portal.yaml (changed)\n+as_of: {day}\n")));
    assert_eq!(banner(&on("2026-11-23"), "harborough/en/"), "Important: Lines are closed on 25 December.\n");
    assert_eq!(banner(&on("2026-12-27"), "harborough/en/"), "");
}

#[test]
fn logo_and_colours_are_the_portals_own() {
    let home = tree::text(site(), "gwynedd/en/index.html");
    assert!(home.contains("src=/logo.svg") && site().contains_key("logo.svg"), "{home}");
    let sheet = site().iter().find(|(path, _)| path.starts_with("assets/site.") && path.ends_with(".css")).unwrap();
    let sheet = String::from_utf8_lossy(sheet.1);
    assert!(sheet.contains("--accent:#5a1e46") && sheet.contains("--accent:#3a1030"), "{sheet}");
}

#[test]
fn the_site_changes_when_an_issue_is_due_or_a_record_is_a_year_old() {
    let next = |small: &Small| run::check(&small.in_memory()).next_change;
    assert_eq!(next(&curated()), Some(date(2026, 11, 23)), "the banner of Harborough");
    let on = |day: &str| curated().with(&format!("--- content/portal.yaml (changed)\n+as_of: {day}\n"));
    assert_eq!(next(&on("2027-01-15")), Some(date(2027, 2, 1)), "an issue was to be fixed");
    assert_eq!(next(&on("2027-11-09")), Some(date(2027, 11, 10)), "the last review is a year old");
    let late = build(&on("2027-02-01"));
    let said = told(&late, "gwynedd/en/accessibility-statement/", ".issues p");
    assert!(said.contains("We planned to fix it by 31 January 2027, and it is not fixed yet."), "{said}");
}

#[test]
fn links_to_other_sites_are_listed_for_a_checker() {
    let folder = tempfile::tempdir().unwrap();
    curated().on_disk(folder.path());
    let text = fingerpost(folder.path(), &["links"]);
    assert_eq!(text.code, Some(0), "{}", text.stderr);
    golden::compare("curated/links.txt", &text.stdout);
    let csv = fingerpost(folder.path(), &["links", "--format", "csv"]).stdout;
    assert!(csv.starts_with("address,page,file,line\r\n"), "{csv}");
    assert!(csv.contains("https://cottages.example.org/,breaks,content/pages/breaks/index.en.md,9\r\n"), "{csv}");
    let json = fingerpost(folder.path(), &["links", "--format", "json"]).stdout;
    let row = "{\"address\":\"https://www.equalityni.org/\",\"page\":\"accessibility-statement\",\"file\":null,\"line\":null}";
    assert!(json.lines().any(|line| line == row), "{json}");
}

#[test]
fn pages_that_are_made_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    curated().on_disk(folder.path());
    let explain = |subject: &str| fingerpost(folder.path(), &["explain", subject]).stdout;
    let made = explain("gwynedd/cy/accessibility-statement");
    assert!(
        made.starts_with("/gwynedd/cy/accessibility-statement/  (cy, gwynedd, standard)\n  made by the program from"),
        "{made}"
    );
    let own = explain("privacy");
    assert!(own.contains("* content/local/harborough/pages/privacy.en.md: shown: this place's own"), "{own}");
    assert!(own.contains("no such output of a file:\n  made by the program from what the place has"), "{own}");
}
