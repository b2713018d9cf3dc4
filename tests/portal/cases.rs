//! Turns each file of `cases/` into small portals, and compares their findings with those that stand in it.
//!
//! A file is named after a code. `=== what happens` begins a portal, laid over `base.txt`; its `--- findings` follow its
//! files. One that begins `=== near miss` is like one that triggers the code, and does not. `FINGERPOST_EXPECT=1`
//! writes the findings anew, to be read by eye before they are committed.

use std::collections::BTreeSet;
use std::fs;

use fingerpost::diag::Code;

use super::small::Small;
use super::{golden, run};

const FINDINGS: &str = "--- findings\n";

/// One portal of a file.
pub struct Case {
    pub title: String,
    pub files: String,
    pub expected: String,
}

pub fn cases(text: &str) -> Vec<Case> {
    let portals = text.split("=== ").skip(1);
    portals
        .map(|portal| {
            let (title, rest) = portal.split_once('\n').unwrap();
            let (files, expected) = rest.split_once(FINDINGS).unwrap_or((rest, ""));
            Case { title: title.to_owned(), files: files.to_owned(), expected: expected.trim_end().to_owned() }
        })
        .collect()
}

fn seen(case: &Case) -> String {
    run::lines(&run::check(&Small::base().with(&case.files).in_memory())).join("\n")
}

pub fn files() -> Vec<(String, String)> {
    let folder = fs::read_dir(golden::folder().join("cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = folder
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn every_case_finds_what_it_says() {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let mut anew = String::new();
        for case in cases(&text) {
            let seen = seen(&case);
            anew.push_str(&format!("=== {}\n{}{FINDINGS}{seen}\n\n", case.title, case.files));
            if seen != case.expected {
                wrong.push(format!("{name}: {}\n{}", case.title, golden::difference(&case.expected, &seen)));
            }
        }
        if golden::rewrites() {
            fs::write(golden::folder().join(format!("cases/{name}.txt")), format!("{}\n", anew.trim_end())).unwrap();
        }
    }
    assert!(golden::rewrites() || wrong.is_empty(), "{} cases are wrong:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// A near miss finds nothing at all, so that it is not silent for a reason of its own.
#[test]
fn every_code_has_a_case_that_triggers_it_and_a_near_miss() {
    let files = files();
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let Some((_, text)) = files.iter().find(|(name, _)| name == code.id()) else {
            wrong.push(format!("{} ({}) has no file", code.id(), code.title()));
            continue;
        };
        let (near, triggers): (Vec<Case>, Vec<Case>) =
            cases(text).into_iter().partition(|case| case.title.starts_with("near miss"));
        let has_code = |case: &Case| case.expected.lines().any(|line| line.starts_with(code.id()));
        let silent = triggers.iter().filter(|case| !has_code(case));
        wrong.extend(silent.map(|case| format!("{} is not triggered by `{}`", code.id(), case.title)));
        let loud = near.iter().filter(|case| !case.expected.is_empty());
        wrong.extend(loud.map(|case| format!("{}: `{}` has findings", code.id(), case.title)));
        if triggers.is_empty() || near.is_empty() {
            wrong.push(format!("{} needs both a case and a near miss", code.id()));
        }
    }
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    wrong.extend(files.iter().filter(|(name, _)| !known.contains(&**name)).map(|(name, _)| format!("{name}: no code")));
    assert!(wrong.is_empty(), "{} codes are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_base_portal_has_no_finding() {
    assert_eq!(run::lines(&run::check(&Small::base().in_memory())), [""; 0]);
}
