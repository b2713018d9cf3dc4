//! Turns the W3C's own test cases, where they lie beside the repository, into how many the rules judge right.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::super::{RULES, Verdict, audit};

#[derive(Debug, Deserialize)]
struct Case {
    rule_id: String,
    expected: String,
    title: String,
    file: String,
    tier: String,
}

/// The folder of the cases: they are not ours to copy.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.join("shared/data/act");
    folder.join("manifest.json").exists().then_some(folder)
}

/// Cases judged right and all, by rule; and those judged wrong.
#[derive(Default)]
struct Score {
    rules: BTreeMap<String, (usize, usize)>,
    wrong: Vec<String>,
    false_alarms: Vec<String>,
}

impl Score {
    fn of(folder: &Path, cases: &[Case]) -> Self {
        let mut score = Self::default();
        for case in cases {
            let html = std::fs::read(folder.join(&case.file)).unwrap();
            let outcomes = audit(&String::from_utf8_lossy(&html), &[]).unwrap();
            let Some(outcome) = outcomes.iter().find(|outcome| outcome.rule.id == case.rule_id) else { continue };
            let (right, all) = score.rules.entry(case.rule_id.clone()).or_default();
            *all += 1;
            if outcome.verdict.as_str() == case.expected {
                *right += 1;
                continue;
            }
            let line = format!(
                "{} {}: {}, not {} ({})",
                case.rule_id,
                case.title,
                outcome.verdict.as_str(),
                case.expected,
                case.file
            );
            if outcome.verdict == Verdict::Failed {
                score.false_alarms.push(line.clone());
            }
            score.wrong.push(line);
        }
        score
    }

    fn total(&self) -> (usize, usize) {
        self.rules.values().fold((0, 0), |(right, all), (more, of)| (right + more, all + of))
    }

    fn print(&self, tier: &str) {
        let (right, all) = self.total();
        eprintln!("{tier}: {right} of {all} right");
        for (rule, (right, all)) in &self.rules {
            eprintln!("  {rule} {right} of {all}");
        }
        for line in &self.wrong {
            eprintln!("  wrong: {line}");
        }
    }
}

#[test]
fn the_w3cs_cases_are_judged_right() {
    let Some(folder) = folder() else {
        eprintln!("skipped: the W3C's cases do not lie beside the repository");
        return;
    };
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_str(&manifest).unwrap();
    let (markup, others): (Vec<Case>, Vec<Case>) = cases.into_iter().partition(|case| case.tier == "S1");
    let markup = Score::of(&folder, &markup);
    markup.print("markup only");
    let others = Score::of(&folder, &others);
    others.print("style and language");
    let (right, all) = markup.total();
    assert!(all > 200 && right * 100 >= all * 97, "{right} of {all}");
    assert_eq!([markup.false_alarms, others.false_alarms].concat(), [""; 0]);
    assert!(RULES.len() >= 36);
}
