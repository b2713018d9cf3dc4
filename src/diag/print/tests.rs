use std::collections::BTreeMap;

use super::*;
use crate::diag::{Code, Place, Step};

const FACTS: &str = "carers-allowance.weekly:\n  values:\n    - { value: 83.30, from: 2025-04-07 }\n";

fn ran_out() -> Finding {
    let start = FACTS.find("83.30").unwrap();
    let mut finding =
        Finding::new(Code::FactRanOut, "the weekly rate of Carer's Allowance ran out on 5 April 2026")
            .at(Place::bytes(&"content/facts.yaml".into(), start..start + 5))
            .help("write the new value below it, with its first day in `from`");
    finding.reach = 12;
    finding
}

fn shown(text: &str, finding: Finding) -> String {
    let texts = BTreeMap::from([("content/facts.yaml", text), ("a.md", text)]);
    human(&[finding], &texts, Look { colour: Colour::Plain, folder: "" }).collect()
}

/// A finding about the first `word` in `text`.
fn about(text: &str, word: &str) -> Finding {
    let start = text.find(word).unwrap();
    Finding::new(Code::UnknownPage, "no page").at(Place::bytes(&"a.md".into(), start..start + word.len()))
}

#[test]
fn people_see_the_line_with_the_place_underlined() {
    print!("{}", shown(FACTS, ran_out()));
    for (text, word) in [
        ("a\tb [x](/y) c\n", "/y"),
        ("one\r\ntwo /y\r\n", "/y"),
        ("\u{feff}/y\n", "/y"),
        ("漢字 /y\n", "/y"),
        ("مدد /y مدد\n", "/y"),
        ("esc \u{1b}[31m /y\n", "/y"),
    ] {
        print!("{}", shown(text, about(text, word)));
    }
    let long = format!("{}/y{}", "x".repeat(5000), "z".repeat(5000));
    print!("{}", shown(&long, about(&long, "/y")));
    let long = format!("{}/y{}", "x y ".repeat(300), "z x ".repeat(500));
    print!("{}", shown(&long, about(&long, "/y")));
    let eof = Finding::new(Code::BlockNotClosed, "not closed").at(Place::bytes(&"a.md".into(), 500..900));
    print!("{}", shown("one\n", eof.clone()));
    print!("{}", shown("", eof.clone()));
    print!("{}", shown("one\n", Finding::new(Code::BlockNotClosed, "multi").at(Place::bytes(&"a.md".into(), 1..4)).help("do\nmore")));
    print!("{}", shown("one\ntwo\nthree", Finding::new(Code::BlockNotClosed, "multi").at(Place::bytes(&"a.md".into(), 1..10)).help("do\nmore")));
    print!("{}", shown("one\n", Finding::new(Code::BlockNotClosed, "whole").at(Place::key(&"a.md".into(), [Step::from("x")])).help("do")));
    print!("{}", shown("one\n", Finding::new(Code::BlockNotClosed, "none").help("do")));
}
