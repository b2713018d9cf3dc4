//! Turns portals into coverage, and holds every cell against what `explain` tells of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fingerpost::io::{DiskFiles, Files};
use fingerpost::load::Sources;
use fingerpost::model::{Edition, Language, Route};
use fingerpost::pipeline::dashboard::{self, Seen};
use fingerpost::pipeline::{self, Overview};
use fingerpost::resolve::coverage::State;

use scraper::{Html, Selector};

use super::run::{self, Ran, fingerpost};
use super::{golden, pages, tree};

/// What is told of one variant: the file that is shown, whose it is, the language it is in, and how stale it is.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    shown: Option<(String, String)>,
    changed: usize,
    address: String,
}

type Variant = (String, String, String, String);

/// Reads what `explain` says of each variant of a page.
fn explained(files: &dyn Files, page: &str) -> BTreeMap<Variant, Told> {
    let options = run::options(Path::new("portal"), PathBuf::from("public"));
    let told = pipeline::explain(files, &options, page).unwrap();
    let mut variants = BTreeMap::new();
    for story in told.lines.split(String::is_empty).filter(|story| !story.is_empty()) {
        let (address, axes) = story[0].split_once("  (").unwrap();
        let axes: Vec<&str> = axes.trim_end_matches(')').split(", ").collect();
        let won = story.iter().find_map(|line| line.strip_prefix("  * ")?.split_once(": shown: "));
        let stale = story.iter().find_map(|line| line.strip_prefix("  stale: "));
        let changed = stale.map_or(0, |stale| stale.split(' ').next().unwrap().parse().unwrap());
        assert_eq!(won.is_none(), story.iter().any(|line| line.starts_with("  no such output")), "{story:?}");
        let shown = won.map(|(file, why)| (file.to_owned(), why.to_owned()));
        let variant = (page.to_owned(), axes[0].to_owned(), axes[1].to_owned(), axes[2].to_owned());
        variants.insert(variant, Told { shown, changed, address: address.to_owned() });
    }
    variants
}

/// A cell of the dashboard: the word for its state, and the page that it leads to.
type Drawn = (String, Option<String>);

/// The cells of the dashboard's tables. A page that a place's table leaves out is there as at the first place.
fn drawn(matrix: &Overview<'_>) -> BTreeMap<Variant, Drawn> {
    let links: &dyn Fn(&Route) -> String = &|route| format!("/{route}");
    let seen = Seen { findings: &[], sources: &Sources::default(), weights: &[], links: Some(links) };
    let html = Html::parse_document(&dashboard::html(matrix, &seen));
    let [tables, rows, cells, link] =
        ["[aria-labelledby^=place-]", "tbody tr", "td", "a"].map(|selector| Selector::parse(selector).unwrap());
    let mut drawn = BTreeMap::new();
    for table in html.select(&tables) {
        let place = table.attr("aria-labelledby").unwrap().strip_prefix("place-").unwrap();
        let languages = texts(table, "thead [colspan]");
        for row in table.select(&rows) {
            let page = texts(row, "th").concat();
            for (at, cell) in row.select(&cells).enumerate() {
                let edition = ["standard", "easy-read"][at % 2].to_owned();
                let href = cell.select(&link).next().map(|link| link.attr("href").unwrap().to_owned());
                let state = texts(cell, ".hidden").concat().replace(' ', "-");
                drawn.insert((page.clone(), languages[at / 2].clone(), place.to_owned(), edition), (state, href));
            }
        }
    }
    drawn
}

/// Compares every cell of a portal's matrix with `explain`; hands back how often each state was met.
fn agreed(files: &dyn Files) -> BTreeMap<&'static str, usize> {
    let options = run::options(Path::new("portal"), PathBuf::from("public"));
    let surveyed = pipeline::overview(files, &options).unwrap().0.unwrap();
    let matrix = surveyed.overview();
    let drawn = drawn(&matrix);
    let first = matrix.catalog.places.get(matrix.catalog.places.root()).id.to_string();
    let mut told: BTreeMap<Variant, Told> = BTreeMap::new();
    for page in matrix.catalog.pages.ids() {
        told.extend(explained(files, page));
    }
    let mut met = BTreeMap::new();
    for row in matrix.rows() {
        *met.entry(row.state.as_str()).or_default() += 1;
        let (language, edition) = (row.language.to_string(), row.edition.as_str().to_owned());
        let variant = (row.page.to_owned(), language.clone(), row.locality.to_owned(), edition);
        match drawn.get(&variant) {
            Some((state, href)) => {
                assert_eq!((state.as_str(), href), (row.state.as_str(), &row.address), "{variant:?}");
            }
            None => {
                let as_first = (variant.0.clone(), variant.1.clone(), first.clone(), variant.3.clone());
                assert_eq!(drawn[&as_first].0, row.state.as_str(), "{variant:?}");
            }
        }
        // Of easy-read pages that nobody has written there is nothing to explain.
        let Some(told) = told.remove(&variant) else {
            assert_eq!((row.file, row.edition), (None, Edition::EasyRead), "{variant:?}");
            continue;
        };
        assert_eq!(row.file, told.shown.as_ref().map(|(file, _)| file.as_str()), "{variant:?}");
        assert_eq!(row.stale_blocks, told.changed, "{variant:?}");
        let Some((_, why)) = told.shown else {
            assert!(matches!(row.state, State::Missing | State::NotHere), "{variant:?}");
            continue;
        };
        assert_eq!(row.address.as_deref(), Some(told.address.as_str()), "{variant:?}");
        let expected = match why.split_once(", in `") {
            Some((_, other)) => {
                assert_eq!(other.split('`').next(), row.text_language.as_ref().map(Language::as_str));
                State::Fallback
            }
            None if told.changed > 0 => State::Stale,
            None if why.starts_with("from `") => State::Inherited,
            None => State::Own,
        };
        assert_eq!(row.state, expected, "{variant:?}: {why}");
    }
    assert!(told.is_empty(), "the matrix lacks {:?}", told.keys());
    met
}

#[test]
fn the_matrix_agrees_with_explain_on_every_cell_of_the_sample() {
    let met = agreed(&DiskFiles::new(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    assert!(met.len() >= 4, "the sample shows few states: {met:?}");
}

#[test]
fn the_matrix_agrees_with_explain_on_drafts_and_hidden_pages() {
    let states: Vec<_> = agreed(&pages::rich().in_memory()).into_keys().collect();
    assert_eq!(states, ["fallback", "inherited", "missing", "own", "stale"]);
}

fn matrix(words: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    pages::rich().on_disk(folder.path());
    fingerpost(folder.path(), &[&["matrix", "--as-of", "2026-11-22"], words].concat())
}

#[test]
fn each_form_of_the_matrix_is_as_read_by_eye() {
    for (name, words) in
        [("text.txt", &[][..]), ("cells.csv", &["--format", "csv"]), ("cells.jsonl", &["--format", "json"])]
    {
        let ran = matrix(words);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{words:?}");
        golden::compare(&format!("matrix/{name}"), &ran.stdout);
    }
}

/// Texts of the elements that a selector finds in an element.
fn texts(of: scraper::ElementRef<'_>, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    of.select(&selector).map(|found| found.text().collect::<String>().trim().to_owned()).collect()
}

/// A page that is overdue, and a fact with an owner that has run out.
const DUE: &str = "\
--- content/pages/money.en.md (changed)
-review_by: 2027-05-01
+review_by: 2026-11-20
--- content/facts.yaml (changed)
-  source: https://www.gov.uk/carers-allowance
-  values:
-    - { value: 300, from: 2024-04-01, until: 2026-03-31 }
+  source: https://www.gov.uk/carers-allowance
+  owner: money-team
+  values:
+    - { value: 300, from: 2024-04-01, until: 2026-03-31 }
";

#[test]
fn the_dashboard_shows_each_cell_and_what_is_due() {
    let folder = tempfile::tempdir().unwrap();
    pages::rich().with(DUE).on_disk(folder.path());
    let run = |form| fingerpost(folder.path(), &["matrix", "--as-of", "2026-11-22", "--format", form]);
    let ran = run("html");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), "8 warnings\n"));
    let html = Html::parse_document(&ran.stdout);
    let csv = run("csv").stdout;
    let cells: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let table = html.select(&Selector::parse("table.heat").unwrap()).next().unwrap();
    for row in table.select(&Selector::parse("tbody tr").unwrap()) {
        let page = &texts(row, "th")[0];
        let states = cells.iter().filter(|cell| cell[0] == page && cell[2] == "uk").map(|cell| cell[4]);
        assert_eq!(texts(row, "td .hidden"), states.map(|state| state.replace('-', " ")).collect::<Vec<_>>(), "{page}");
    }
    let rows = |section| texts(html.root_element(), &format!("#{section} tbody tr"));
    let fact = "grant.mostno value22 November 2026 nowmoney-teamhttps://www.gov.uk/carers-allowance8";
    assert_eq!(rows("reviews"), ["content/pages/money.en.md20 November 2026 overdueteam"]);
    assert_eq!(rows("facts"), [fact]);
    assert_eq!(rows("translations").len(), 2);
    run::build(folder.path(), &folder.path().join("public"));
    let built = tree::read(&folder.path().join("public"));
    let html_files = built.iter().filter(|(path, _)| path.ends_with(".html"));
    let heaviest = html_files.max_by_key(|(path, bytes)| (bytes.len(), std::cmp::Reverse(*path))).unwrap();
    let tenths = heaviest.1.len().div_ceil(100);
    assert_eq!(rows("sizes").len(), 10);
    assert_eq!(rows("sizes")[0], format!("{}{}.{}", heaviest.0, tenths / 10, tenths % 10));
    assert_eq!(
        texts(html.root_element(), "#findings h3"),
        ["money-team", "team", "team@carers.example.org", "No owner"]
    );
}

#[test]
fn the_dashboard_needs_no_script_and_no_other_host() {
    let folder = tempfile::tempdir().unwrap();
    let owner = "--- content/pages/money.en.md (changed)\n-owner: team\n+owner: \"<script>alert(1)</script>\"\n";
    pages::rich().with(owner).on_disk(folder.path());
    let ran = fingerpost(folder.path(), &["matrix", "--format", "html", "--as-of", "2027-11-22"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(
        ran.stdout.contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt;")
            || ran.stdout.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
    let html = Html::parse_document(&ran.stdout);
    let fetching =
        Selector::parse("script, link, img, iframe, object, [src], [style*=url], a:not([href^='#'])").unwrap();
    assert_eq!(html.select(&fetching).count(), 0);
}

#[test]
fn a_language_that_falls_short_is_told_with_its_pages() {
    let short = matrix(&["--min", "cy=95%", "--min", "en=100"]);
    assert_eq!(short.code, Some(1));
    golden::compare("matrix/short.txt", &short.stderr);
    let enough = matrix(&["--min", "cy=20%"]);
    assert_eq!((enough.code, enough.stderr.as_str()), (Some(0), ""));
}

#[test]
fn what_the_matrix_cannot_do_is_wrong_usage() {
    for (words, said) in [
        (&["--min", "cy"][..], "`--min cy` does not say which language must have how much"),
        (&["--min", "cy=101%"], "`--min cy=101%` does not say which language must have how much"),
        (&["--min", "pl=5%"], "`pl` is not a language of this portal"),
        (&["--format", "github"], "[possible values: text, csv, json, html]"),
    ] {
        let ran = matrix(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
    let before = fingerpost(Path::new("."), &["--format", "github", "matrix"]);
    assert_eq!(before.code, Some(2), "{}", before.stderr);
}
