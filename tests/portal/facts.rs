//! Turns a portal's facts into lists, and new values into edits of their files.

use std::fs;
use std::path::Path;

use super::run::{Ran, fingerpost};
use super::{golden, pages};

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
fn services_that_name_a_fact_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let about = "--- content/services/listening-line.yaml (changed)\n+about: A break of {fact:break.hours} hours.\n";
    pages::rich().with(OWNED).with(about).on_disk(folder.path());
    let ran = facts(folder.path(), &["uses", "break.hours", "--as-of", "2026-11-22"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(ran.stderr, "not counted: the texts of services name it too: listening-line\n");
    assert_eq!(ran.stdout, "shown on 0 pages of the site: 0 pages in 0 languages and 0 places\n");
    let none = facts(folder.path(), &["uses", "allowance.weekly", "--as-of", "2026-11-22"]);
    assert_eq!(none.stderr, "");
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
