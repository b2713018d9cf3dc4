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

/// Each row of the table of easy read says what keeps it: a code that there is, or a test of the theme that looks for it.
#[test]
fn every_rule_of_easy_read_is_kept() {
    const ROWS: [u8; 26] =
        [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29];
    let table = include_str!("../../src/checks/words.rs");
    let theme = include_str!("../browser/easy-read.mjs");
    let mut rows: Vec<u8> = Vec::new();
    for line in table.lines().filter_map(|line| line.strip_prefix("//! | ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (Ok(row), Some(keeper)) = (cells[0].parse(), cells.get(3)) else { continue };
        let words = keeper.split(|c: char| !c.is_ascii_alphanumeric());
        let codes: Vec<&str> = words.filter(|word| word.len() == 4 && word.starts_with(['E', 'W', 'M'])).collect();
        assert!(codes.iter().all(|code| Code::ALL.iter().any(|known| known.id() == *code)), "row {row}: {codes:?}");
        let is_looked_at = theme.contains(&format!("row {row}:")) || theme.contains(&format!("row {row},"));
        assert_eq!(keeper.contains("a test of the theme"), is_looked_at, "row {row}: {keeper}");
        assert!(!codes.is_empty() || is_looked_at, "row {row}: {keeper}");
        rows.push(row);
    }
    assert_eq!(rows, ROWS);
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
    let signs = format!("---\ntitle: Long\nsummary: Long.\n---\n{}\n", "&;/".repeat(100_000));
    let base = base.file("content/pages/long.easy.en.md", signs.into_bytes());
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

/// What a rule needs to know of a language it does not guess.
#[test]
fn a_language_without_rules_is_not_guessed() {
    let base =
        Small::base().with("--- content/portal.yaml (changed)\n-languages: [en, cy]\n+languages: [en, cy, so, zh]\n");
    let front = "---\ntitle: A\nsummary: A.\nowner: team\n---\n";
    let somali = format!("{front}{}.\n\n[halkan](/) can't eg seven\n", vec!["qoraal"; 24].join(" "));
    let chinese = format!("{front}{}。\n", "我们可以帮助您".repeat(40));
    let portal = base.file("content/pages/money.so.md", somali).file("content/pages/money.zh.md", chinese);
    let of_words = |line: &String| line.starts_with(['E', 'W']);
    let seen: Vec<String> = run::lines(&run::check(&portal.in_memory())).into_iter().filter(of_words).collect();
    assert_eq!(seen, [""; 0]);
}
