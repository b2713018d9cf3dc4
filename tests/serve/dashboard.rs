//! Turns the dashboard of a running preview into proof that it shows the portal as it is now.

use scraper::{Html, Selector};

use super::browser::Preview;
use super::small::Small;

const DASHBOARD: &str = "/__fingerpost/dashboard";

fn rich() -> Small {
    Small::base().with(include_str!("../portal/rich.txt"))
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    let (html, selector) = (Html::parse_document(html), Selector::parse(selector).unwrap());
    let found = html.select(&selector).map(|found| found.text().collect::<Vec<_>>().join(" "));
    found.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn it_follows_edits() {
    let preview = Preview::of(&rich());
    let rows = |section: &str| texts(preview.get(DASHBOARD).text(), &format!("#{section} tbody tr"));
    assert_eq!(rows("reviews"), [""; 0]);
    preview.edit("content/pages/money.en.md", "review_by: 2027-05-01", "review_by: 2026-11-20");
    preview.until("the review", |_| !rows("reviews").is_empty());
    assert_eq!(rows("reviews"), ["content/pages/money.en.md 20 November 2026 overdue team"]);
    preview.edit("content/facts.yaml", "83.30, from: 2025-04-07", "83.30, from: 2025-04-07, until: 2026-12-31");
    preview.until("the fact", |_| rows("facts").iter().any(|row| row.contains("1 January 2027")));
    preview.edit("content/pages/money.en.md", "There is money", "There is [money](/mony)");
    preview.until("the finding", |_| rows("findings").iter().any(|row| row.starts_with("L001")));
    preview.edit("content/pages/money.en.md", "[money](/mony)", "money");
    preview.until("the end of the finding", |_| !rows("findings").iter().any(|row| row.starts_with("L001")));
}

#[test]
fn sizes_are_those_of_the_pages_once_all_are_made() {
    let preview = Preview::of(&rich());
    let sizes = || texts(preview.get(DASHBOARD).text(), "#sizes tbody tr");
    preview.until("the sizes", |_| sizes().len() == 10);
    let first = sizes()[0].clone();
    let (path, size) = first.split_once(' ').unwrap();
    let tenths = preview.get(&format!("/{path}")).page().0.len().div_ceil(100);
    assert_eq!(size, format!("{}.{}", tenths / 10, tenths % 10));
}

/// Every cell that shows something leads to the page, and says of it what the page is.
#[test]
fn cells_lead_to_pages() {
    let preview = Preview::of(&rich());
    let html = Html::parse_document(preview.get(DASHBOARD).text());
    let cells = Selector::parse("table.heat td").unwrap();
    let (link, word) = (Selector::parse("a").unwrap(), Selector::parse(".hidden").unwrap());
    let mut seen = 0;
    for cell in html.select(&cells) {
        let word: String = cell.select(&word).flat_map(|word| word.text()).collect();
        let Some(link) = cell.select(&link).next() else {
            assert!(["missing", "not here"].contains(&&*word), "{word}");
            continue;
        };
        let address = link.value().attr("href").unwrap();
        let reply = preview.get(address);
        assert_eq!(reply.status, 200, "{address}");
        let is_foreign = reply.text().contains("notice-untranslated");
        assert_eq!(word == "fallback", is_foreign, "{address}: {word}");
        seen += 1;
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn it_stands_under_the_rules_of_pages() {
    let preview = Preview::of(&rich());
    let reply = preview.get(DASHBOARD);
    assert!(reply.header("Content-Security-Policy").unwrap().starts_with("default-src 'none'"));
    assert!(!reply.text().contains("<style"));
    let css = preview.get("/__fingerpost/dashboard.css");
    assert_eq!(css.header("Content-Type"), Some("text/css; charset=utf-8"));
    assert!(css.text().contains(".heat"));
}
