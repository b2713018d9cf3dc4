//! Turns portals with faults in their words into findings: each fault at its line, however long the text.

use std::collections::BTreeMap;

use fingerpost::diag::Code;

use super::small::Small;
use super::{cases, run};

const ONE_OF_EACH: &str = include_str!("words/one-of-each.txt");

/// Every rule on words has one fault in this portal, and nothing else is found in it.
#[test]
fn one_fault_for_each_rule_is_one_finding_at_its_line() {
    let portal = cases::cases(ONE_OF_EACH).into_iter().next().unwrap();
    let seen = run::lines(&run::check(&Small::base().with(&portal.files).in_memory()));
    let expected: Vec<&str> = portal.expected.lines().collect();
    assert_eq!(seen, expected, "\n{}", seen.join("\n"));
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &seen {
        *codes.entry(line.split(' ').next().unwrap()).or_default() += 1;
    }
    let rules: Vec<&str> = Code::ALL.iter().map(|code| code.id()).filter(|id| id.starts_with(['E', 'W'])).collect();
    let found: Vec<&str> = codes.keys().copied().collect();
    let mut sorted = rules.clone();
    sorted.sort_unstable();
    assert_eq!(found, sorted);
    assert!(codes.values().all(|count| *count == 1), "{codes:?}");
}

#[test]
fn a_hundred_thousand_words_are_few_findings() {
    let sentence = format!("{}here ", "you can call us or write to us ".repeat(4));
    let paragraph = format!("{}.\n\n", sentence.trim());
    let text = format!("---\ntitle: Long\nsummary: Long.\n---\n{}", paragraph.repeat(100_000 / 33 + 1));
    let base = Small::base().file("content/pages/long.en.md", text.as_bytes()).file(
        "content/pages/money.easy.en.md",
        text.replace("or write to us ", "or write to us, and eg 10% statutory ").into_bytes(),
    );
    let seen = run::lines(&run::check(&base.in_memory()));
    let codes: Vec<&str> = seen.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert!(codes.contains(&"W007") && codes.contains(&"W001") && codes.contains(&"E001"), "{codes:?}");
    assert!(seen.len() < 20 && seen.iter().all(|line| line.len() < 300), "{}", seen.join("\n"));
}

#[test]
fn what_is_turned_off_is_silent() {
    let portal = cases::cases(ONE_OF_EACH).into_iter().next().unwrap();
    let rules: Vec<&str> = Code::ALL.iter().map(|code| code.id()).filter(|id| id.starts_with(['E', 'W'])).collect();
    let off = format!("rules: {{ easy-read: {{ off: [{0}] }}, standard: {{ off: [{0}] }} }}\n", rules.join(", "));
    let settings = portal.files.split("--- ").find(|file| file.starts_with("content/portal.yaml")).unwrap();
    let rest: String = settings
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with("rules:"))
        .fold(String::new(), |text, line| text + line + "\n");
    let silent = Small::base().with(&portal.files).file("content/portal.yaml", format!("{rest}{off}").into_bytes());
    let seen = run::lines(&run::check(&silent.in_memory()));
    // The glossary's own fault belongs to no page.
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(seen[0].starts_with("W009"), "{seen:?}");
}
