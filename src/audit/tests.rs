//! Turns small pages into what the rules say of them.

mod hostile;

use std::collections::BTreeMap;

use super::{Outcome, RULES, Verdict, audit};

/// Pages with the outcome of one rule, a line each.
const CASES: &str = include_str!("tests/cases.txt");

fn of<'a>(outcomes: &'a [Outcome], rule: &str) -> &'a Outcome {
    outcomes.iter().find(|outcome| outcome.rule.id == rule).unwrap()
}

#[test]
fn every_rule_passes_fails_and_leaves_out_what_it_says() {
    let mut rule = "";
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in CASES.lines() {
        let (word, rest) = line.split_once(' ').unwrap();
        if word == "#" {
            rule = rest;
            continue;
        }
        seen.entry(rule).or_default().push(word);
        let outcomes = audit(rest, &[]).unwrap();
        let outcome = of(&outcomes, rule);
        if outcome.verdict.as_str() != word {
            wrong.push(format!("{rule} {}: {line}\n  {:?}", outcome.verdict.as_str(), outcome.faults));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for rule in RULES {
        let outcomes = seen.get(rule.id).unwrap_or_else(|| panic!("{} has no case", rule.id));
        for outcome in ["passed", "failed", "inapplicable"] {
            assert!(outcomes.contains(&outcome), "{} has no case that is {outcome}", rule.id);
        }
    }
}

#[test]
fn a_fault_names_its_tag_and_what_to_do() {
    let html = "<!DOCTYPE html>\n<html lang=en><title>a</title>\n<p>text <a class=\"x\" href=\"/y\"><b></b></a>";
    let outcomes = audit(html, &[]).unwrap();
    let outcome = of(&outcomes, "c487ae");
    assert_eq!(outcome.verdict, Verdict::Failed);
    let fault = &outcome.faults[0];
    assert_eq!(&html[fault.bytes.clone()], "<a class=\"x\" href=\"/y\">");
    assert_eq!(fault.message, "the link `<a class=\"x\">` says nothing");
    assert_eq!(fault.help, "write where it leads, or describe the picture in it");
}

#[test]
fn a_sheet_that_a_page_links_to_counts() {
    let html = "<link rel=stylesheet href=a.css><p class=pale>text";
    let outcome = |sheets: &[&str]| of(&audit(html, sheets).unwrap(), "afw4f7").verdict;
    assert_eq!(outcome(&[]), Verdict::Passed);
    assert_eq!(outcome(&[".pale { color: #aaa }"]), Verdict::Failed);
    assert_eq!(outcome(&[".pale { color: #aaa }", "p.pale { color: black }"]), Verdict::Passed);
}
