//! Turns findings into each format, and compares every character.

use std::collections::BTreeMap;

use super::*;
use crate::diag::{Code, Place, Step};

const FACTS: &str = "carers-allowance.weekly:\n  values:\n    - { value: 83.30, from: 2025-04-07 }\n";

/// A finding with everything that a finding can have.
fn ran_out() -> Finding {
    let start = FACTS.find("83.30").unwrap();
    let mut finding = Finding::new(Code::FactRanOut, "the weekly rate of Carer's Allowance ran out on 5 April 2026")
        .at(Place::bytes(&"content/facts.yaml".into(), start..start + 5))
        .help("write the new value below it, with its first day in `from`");
    finding.reach = 12;
    finding
}

/// A finding about bytes of `a.md`.
fn at(start: usize, end: usize) -> Finding {
    Finding::new(Code::UnknownPage, "no page").at(Place::bytes(&"a.md".into(), start..end))
}

/// A finding about the first `/y` in `text`.
fn about(text: &str) -> Finding {
    let start = text.find("/y").unwrap();
    at(start, start + 2)
}

fn texts(text: &str) -> BTreeMap<&str, &str> {
    BTreeMap::from([("content/facts.yaml", FACTS), ("a.md", text)])
}

fn shown(text: &str, finding: Finding) -> String {
    human(&[finding], &texts(text), Look { colour: Colour::Plain, folder: "" }).collect()
}

#[test]
fn people_see_the_line_with_the_place_underlined() {
    assert_eq!(
        shown("", ran_out()),
        "\
warning[F003]: the weekly rate of Carer's Allowance ran out on 5 April 2026
 --> content/facts.yaml:3:16
  |
3 |     - { value: 83.30, from: 2025-04-07 }
  |                ^^^^^
  |
  = help: write the new value below it, with its first day in `from`
  = note: shown in 12 pages

"
    );
}

#[test]
fn the_underline_stands_under_its_word_in_any_script() {
    for (text, position, line, underline) in [
        ("a\tb [x](/y) c\n", "1:9", "a    b [x](/y) c", "           ^^"),
        ("one\r\ntwo /y\r\nthree\r\n", "2:5", "two /y", "    ^^"),
        ("\u{feff}/y\n", "1:1", "/y", "^^"),
        ("漢字 /y\n", "1:4", "漢字 /y", "     ^^"),
        ("مدد /y مدد\n", "1:5", "مدد /y مدد", "    ^^"),
        ("\u{1b}[31m /y\n", "1:7", "␛[31m /y", "      ^^"),
    ] {
        let number = &position[..1];
        assert_eq!(
            shown(text, about(text)),
            format!("error[L001]: no page\n --> a.md:{position}\n  |\n{number} | {line}\n  | {underline}\n\n")
        );
    }
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let line = format!("{}/y{}", "x".repeat(3_000_000), "z".repeat(2_000_000));
    let expected = format!(
        "error[L001]: no page\n --> a.md:1:3000001\n  |\n ::: \n1 | …{}/y{}...\n  |  {}^^\n\n",
        "x".repeat(40),
        "z".repeat(50),
        " ".repeat(40),
    );
    assert_eq!(shown(&line, about(&line)), expected);
    let line = format!("{}/y{}", "word ".repeat(300), " word".repeat(300));
    let shown = shown(&line, about(&line));
    assert!(shown.lines().all(|line| line.chars().count() <= 100) && shown.contains(":1:1501\n"), "{shown}");
}

#[test]
fn places_outside_the_text_and_inside_a_letter_are_shown_all_the_same() {
    for (text, start, end, position) in [
        ("one\n", 500, 900, "2:1"),
        ("", 0, 1, "1:1"),
        ("é", 1, 1, "1:1"),
        ("one\r\ntwo", 4, 6, "1:4"),
        ("one\ntwo\nthree", 1, 10, "1:2"),
        ("\u{feff}a", 1, 2, "1:1"),
    ] {
        let shown = shown(text, at(start, end));
        assert!(shown.contains(&format!("a.md:{position}\n")), "{text:?}: {shown}");
    }
}

#[test]
fn a_finding_may_mean_a_whole_file_or_the_whole_portal() {
    let whole = Finding::new(Code::MissingFile, "there is none").at(Place::file(&"a.md".into()));
    assert_eq!(shown("one\n", whole), "error[I008]: there is none\n--> a.md\n\n");
    let key = Finding::new(Code::BadValue, "odd").at(Place::key(&"a.md".into(), [Step::from("x")])).help("mend it");
    assert_eq!(shown("x: 1\n", key), "error[Y006]: odd\n--> a.md\n = help: mend it\n\n");
    let nowhere = Finding::new(Code::MissingFile, "there is none");
    assert_eq!(shown("", nowhere), "error[I008]: there is none\n\n");
    let not_text = Finding::new(Code::NotUtf8, "odd").at(Place::bytes(&"other".into(), 3..4));
    assert_eq!(shown("", not_text), "error[I001]: odd\n--> other\n\n");
}

#[test]
fn a_message_cannot_drive_the_terminal() {
    let finding = Finding::new(Code::BadValue, "`\u{1b}[2J` is odd").help("take `\u{1b}[2J` out");
    assert_eq!(shown("", finding), "error[Y006]: `␛[2J` is odd\n |\n = help: take `␛[2J` out\n\n");
}

#[test]
fn colours_come_only_when_wanted() {
    let look = Look { colour: Colour::Styled, folder: "" };
    let styled: String = human(&[ran_out()], &texts(""), look).collect();
    assert!(styled.contains("\u{1b}["));
    assert!(!shown("", ran_out()).contains('\u{1b}'));
}

#[test]
fn programs_get_one_line_of_json_for_each_finding() {
    let text = "é [x](/y\n)";
    let findings = [ran_out(), at(6, 10), Finding::new(Code::MissingFile, "say \"x\"")];
    let lines: Vec<String> = json(&findings, &texts(text)).collect();
    assert_eq!(
        lines,
        [
            concat!(
                r#"{"code":"F003","severity":"warning","message":"the weekly rate of Carer's Allowance ran out on "#,
                r#"5 April 2026","help":"write the new value below it, with its first day in `from`","#,
                r#""file":"content/facts.yaml","line":3,"column":16,"end_line":3,"end_column":21,"reach":12}"#,
                "\n"
            ),
            concat!(
                r#"{"code":"L001","severity":"error","message":"no page","help":"","file":"a.md","line":1,"column":6,"#,
                r#""end_line":2,"end_column":1,"reach":0}"#,
                "\n"
            ),
            concat!(
                r#"{"code":"I008","severity":"error","message":"say \"x\"","help":"","file":null,"line":null,"#,
                r#""column":null,"end_line":null,"end_column":null,"reach":0}"#,
                "\n"
            ),
        ]
    );
}

#[test]
fn github_gets_workflow_commands_that_content_cannot_break_out_of() {
    let mut odd = Finding::new(Code::BadValue, "100%\n::error::x").at(Place::file(&"a,b:c.md".into()));
    odd.reach = 1;
    let lines: Vec<String> = github(&[ran_out(), odd], &texts(""), "portal/").collect();
    assert_eq!(
        lines,
        [
            "::warning file=portal/content/facts.yaml,line=3,col=16,endLine=3,title=F003%3A a fact has run out::\
             the weekly rate of Carer's Allowance ran out on 5 April 2026%0A\
             help: write the new value below it, with its first day in `from`%0Ashown in 12 pages\n",
            "::error file=portal/a%2Cb%3Ac.md,title=Y006%3A a value does not have the right form::\
             100%25%0A::error::x%0Ashown in 1 page\n",
        ]
    );
}

#[test]
fn findings_are_counted_in_words() {
    assert_eq!(count(&[]), "no findings");
    assert_eq!(count(&[ran_out(), at(0, 1), at(1, 2)]), "2 errors, 1 warning");
}

#[test]
fn a_failure_looks_like_a_finding() {
    assert_eq!(
        problem("`site` is not an empty folder", "name a new one", Colour::Plain),
        "error: `site` is not an empty folder\n |\n = help: name a new one\n"
    );
}
