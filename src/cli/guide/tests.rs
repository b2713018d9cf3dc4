//! Turns every command and every box of the guide's pages into a run, and looks whether it is as the guide says.

use std::path::PathBuf;

use clap::Parser;
use clap::error::ErrorKind;

use super::carried;
use super::example::{BASE, check};
use crate::cli::args;
use crate::cli::choice::Choice;
use crate::cli::session::Session;
use crate::diag::{Finding, print};
use crate::load::written::Written;
use crate::pipeline::{self, Options, Report};

fn said(report: &Report) -> String {
    let look = print::Look { colour: print::Colour::Plain, folder: "" };
    print::human(&report.findings, &*report.sources, look).collect()
}

#[test]
fn the_guide_itself_has_no_finding() {
    let session = Session::for_tests("2026-11-22".parse().unwrap());
    let options = Choice::default().options(&session, PathBuf::new()).unwrap();
    let report = pipeline::check(&carried::portal(), &Options { memory: None, ..options }).unwrap();
    assert_eq!(said(&report), "");
}

/// Whatever begins with the program's name, in a line of its own or in backticks.
fn commands(page: &str) -> Vec<String> {
    let lines = page.lines().filter(|line| line.starts_with("fingerpost ")).map(str::to_owned);
    let quoted = page.split('`').skip(1).step_by(2).filter(|code| code.starts_with("fingerpost ")).map(str::to_owned);
    lines.chain(quoted).map(|line| line.split(" > ").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_command_of_the_guide_can_be_typed() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, page) in carried::pages() {
        for line in commands(&page) {
            count += 1;
            match args::Raw::try_parse_from(line.split_whitespace()) {
                Err(refusal) if refusal.kind() != ErrorKind::DisplayHelp => wrong.push(format!("{path}: `{line}`")),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 50, "{count}");
}

/// The boxes of a page: what kind each is of, and its text.
fn boxes(page: &str) -> Vec<(&str, String)> {
    let mut boxes = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("````")) {
            (None, Some(kind)) => open = Some((kind, String::new())),
            (Some(_), Some(_)) => boxes.extend(open.take()),
            (Some((_, text)), None) => *text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    boxes
}

/// Lays a box over the small portal: records are named by their first line.
fn tried(kind: &str, text: &str) -> Option<String> {
    match (kind, text.strip_prefix("# ").and_then(|rest| rest.lines().next())) {
        ("yaml", Some(path)) => Some(format!("--- {path}\n{text}")),
        ("yaml", None) => panic!("a box of YAML says in its first line which file it is:\n{text}"),
        ("markdown", _) if text.contains("available: no") => {
            Some(format!("--- content/local/harborough/pages/money.en.md\n{text}\n## Rates {{#rates}}\n"))
        }
        ("markdown", _) if text.contains("\nhome:") => Some(format!("--- content/pages/index.en.md\n{text}")),
        ("markdown", _) if text.contains("tested:") => Some(format!("--- content/pages/money.easy.en.md\n{text}")),
        ("markdown", _) if text.starts_with("---\n") => Some(format!("--- content/pages/try.en.md\n{text}")),
        ("markdown", _) => {
            Some(format!("--- content/pages/try.en.md\n---\ntitle: Try\n---\n## Rates {{#rates}}\n\n{text}"))
        }
        _ => None,
    }
}

#[test]
fn every_box_of_the_guide_is_free_of_findings() {
    let drawing = "--- content/pages/coins.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"/>\n";
    let leaflet = "--- content/prints/start.yaml\ntitle: { en: Where to start }\nreviewed: 2026-11-01\nshapes: [a4]\npages: [money]\n";
    let base = Written::default().with(BASE).unwrap().with(drawing).unwrap().with(leaflet).unwrap();
    let mut count = 0;
    for (path, page) in carried::pages().iter().filter(|(path, _)| !path.starts_with("content/pages/findings/")) {
        for (kind, text) in boxes(page) {
            let Some(files) = tried(kind, &text) else { continue };
            let report = check(&base.clone().with(&files).unwrap().in_memory());
            assert_eq!(said(&report), "", "{path}:\n{files}");
            count += 1;
        }
    }
    assert!(count > 25, "{count}");
}

/// What the guide shows as the program's own words, it says.
#[test]
fn the_finding_that_is_explained_word_by_word_is_real() {
    let page = "--- content/pages/index.en.md (changed)\n+\n+Look at [what you can claim](/mony).\n";
    let report = check(&Written::default().with(BASE).unwrap().with(page).unwrap().in_memory());
    let pages = carried::pages();
    let shown = |id: &str| &pages.iter().find(|(path, _)| path.ends_with(id)).unwrap().1;
    assert!(shown("when-something-is-found.en.md").contains(said(&report).trim_end()), "{}", said(&report));
    let json: Vec<String> = print::json(&report.findings, &*report.sources).collect();
    assert!(shown("programs.en.md").contains(json[0].trim_end()), "{json:?}");
    assert_eq!(report.findings.iter().filter(|finding| Finding::is_error(finding)).count(), 1);
}
