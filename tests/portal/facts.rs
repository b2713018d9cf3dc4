//! Turns a portal's facts into lists, and new values into edits of their files.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::small::Small;
use super::{golden, pages, run, tree};

const OWNED: &str = "\
--- content/facts.yaml (changed)
+break.hours:
+  what: { en: hours of a break, cy: oriau o seibiant }
+  unit: hours
+  source: https://www.gov.uk/carers-allowance
+  owner: breaks-team
+  values:
+    - { value: 4, from: 2026-01-01, until: 2027-01-31 } # agreed in 2025
";

fn portal() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    pages::rich().with(OWNED).on_disk(folder.path());
    folder
}

fn facts(folder: &Path, words: &[&str]) -> Ran {
    fingerpost(folder, &[&["facts"], words].concat())
}

#[test]
fn facts_are_listed_due_and_traced_to_pages() {
    let portal = portal();
    for (name, words) in [
        ("list.txt", &["list"][..]),
        ("list.jsonl", &["list", "--format", "json"]),
        ("due.txt", &["due"]),
        ("due.jsonl", &["due", "--format", "json"]),
        ("uses.txt", &["uses", "grant.most"]),
        ("uses.jsonl", &["uses", "allowance.weekly", "--format", "json"]),
    ] {
        let ran = facts(portal.path(), &[words, &["--as-of", "2026-11-22"]].concat());
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{words:?}");
        golden::compare(&format!("facts/{name}"), &ran.stdout);
    }
}

#[test]
fn the_page_of_a_service_counts() {
    let folder = tempfile::tempdir().unwrap();
    let about = "--- content/services/listening-line.yaml (changed)\n+about: A break of {fact:break.hours} hours.\n";
    pages::rich().with(OWNED).with(about).on_disk(folder.path());
    let ran = facts(folder.path(), &["uses", "break.hours", "--as-of", "2026-11-22", "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let lines: Vec<serde_json::Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let site = folder.path().join("public");
    run::build(folder.path(), &site);
    let shown: Vec<String> = tree::read(&site)
        .into_iter()
        .filter(|(path, _)| path.ends_with("services/listening-line/index.html"))
        .map(|(path, bytes)| {
            assert!(String::from_utf8(bytes).unwrap().contains("A break of"), "{path}");
            format!("/{}", path.strip_suffix("index.html").unwrap())
        })
        .collect();
    let mut addresses: Vec<&str> = lines.iter().map(|line| line["address"].as_str().unwrap()).collect();
    addresses.sort_unstable();
    assert_eq!(addresses, shown);
    assert!(lines.iter().all(|line| line["page"] == "services/listening-line"), "{lines:?}");
    let told = facts(folder.path(), &["uses", "break.hours", "--as-of", "2026-11-22"]).stdout;
    let count = format!("shown on {} pages of the site: 1 page in ", lines.len());
    assert!(lines.len() > 5 && told.contains(&count), "{told}");
}

#[test]
fn what_is_due_depends_on_how_far_one_looks() {
    let portal = portal();
    let due = |within| facts(portal.path(), &["due", "--as-of", "2026-11-22", "--within", within]).stdout;
    assert!(due("71d").contains("break.hours") && !due("70d").contains("break.hours"));
    assert!(due("1year").contains("2027-02-01  break.hours  4 hours until 2027-01-31  breaks-team  0 pages"));
    for within in ["soon", "-5d"] {
        assert_eq!(facts(portal.path(), &["due", "--within", within]).code, Some(2), "{within}");
    }
}

/// The page that shows a fact says the new value from its day on, and not before.
#[test]
fn set_ends_the_old_value_and_begins_the_new_one() {
    let portal = portal();
    let path = portal.path().join("content/facts.yaml");
    let before = fs::read_to_string(&path).unwrap();
    let ran = facts(portal.path(), &["set", "allowance.weekly", "85.70", "--from", "2027-04-06"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "content/facts.yaml\n"), "{}", ran.stderr);
    assert_eq!(ran.stderr, "`allowance.weekly` is 85.70 from 2027-04-06 on; the value before ends on 2027-04-05\n");
    let after = fs::read_to_string(&path).unwrap();
    let old = "    - { value: 83.30, from: 2025-04-07 }\n";
    let new = "    - { value: 83.30, from: 2025-04-07, until: 2027-04-05 }\n    - { value: 85.70, from: 2027-04-06 }\n";
    assert_eq!(after, before.replacen(old, new, 1));
    for (day, shown) in [("2027-04-05", "83.30"), ("2027-04-06", "85.70")] {
        let ran = fingerpost(portal.path(), &["build", "--as-of", day]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let page = fs::read_to_string(portal.path().join("public/en/money/index.html")).unwrap();
        assert!(page.contains(shown), "{day}: {page}");
    }
}

#[test]
fn set_writes_into_the_file_of_a_place() {
    let portal = portal();
    let path = portal.path().join("content/local/gwynedd/facts.yaml");
    let words = ["set", "grant.most", "275", "--from", "2027-04-01", "--locality", "gwynedd"];
    let ran = facts(portal.path(), &words);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "content/local/gwynedd/facts.yaml\n"), "{}", ran.stderr);
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.ends_with("until: 2027-03-31 }\n    - { value: 275, from: 2027-04-01 }\n"), "{after}");
}

#[test]
fn what_set_cannot_do_changes_nothing() {
    let portal = portal();
    let path = portal.path().join("content/facts.yaml");
    let before = fs::read_to_string(&path).unwrap();
    for (words, code, said) in [
        (&["allowance.weekly", "9", "--from", "2025-04-07"][..], 5, "`allowance.weekly` has a value from 2025-04-07"),
        (&["allowance.weekly", "£9", "--from", "2027-04-07"], 5, "`£9` is not a number"),
        (&["break.hours", "9", "--from", "2027-01-31"], 5, "the fact has two values for one day"),
        (&["allowance.weakly", "9", "--from", "2027-04-07"], 2, "did you mean `allowance.weekly`?"),
        (&["allowance.weekly", "9", "--from", "soon"], 2, "`--from soon` does not name a day"),
        (&["allowance.weekly", "9", "--from", "2027-04-07", "--locality", "gwynedd"], 2, "has no fact"),
        (&["allowance.weekly", "9", "--from", "2027-04-07", "--locality", "melton"], 2, "there is no"),
    ] {
        let ran = facts(portal.path(), &[&["set"], words].concat());
        assert_eq!(ran.code, Some(code), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    let unknown = facts(portal.path(), &["uses", "grant.moist"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("did you mean `grant.most`?"), "{}", unknown.stderr);
}

/// A place may have a figure of its own, and services say it there.
#[test]
fn the_page_of_a_service_has_the_figures_of_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let of = |amount: u32| {
        format!(
            "grant.most:\n  what: grant\n  unit: GBP\n  source: https://www.gov.uk/\n  values: [{{ value: {amount} }}]\n"
        )
    };
    let about = "--- content/services/listening-line.yaml (changed)\n+about: Up to {fact:grant.most}.\n";
    let facts = format!("--- content/facts.yaml\n{}--- content/local/harborough/facts.yaml\n{}", of(321), of(654));
    let page = "--- content/pages/money.en.md (changed)\n-You get {fact:allowance.weekly} a week.\n";
    Small::base().with(&facts).with(about).with(page).on_disk(folder.path());
    run::build(folder.path(), &folder.path().join("public"));
    let built = tree::read(&folder.path().join("public"));
    let shows = |tree: &str, figure: &str| {
        let page = &built[&format!("{tree}/services/listening-line/index.html")];
        String::from_utf8_lossy(page).contains(figure)
    };
    assert!(shows("en", "321") && shows("gwynedd/en", "321") && shows("harborough/en", "654"));
    assert!(!shows("harborough/en", "321") && !shows("en", "654"));
}
