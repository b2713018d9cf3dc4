//! Turns one file into what it breaks of the house rules: a table of rules, each with a text that keeps it and one that
//! does not.

use crate::code::{File, Token, item_end};
use crate::order;

/// A house rule. `check` says what is wrong, in no words if nothing is.
pub struct Rule {
    pub name: &'static str,
    pub check: fn(&File<'_>) -> Vec<String>,
    /// Paths with texts that keep the rule.
    pub good: &'static [(&'static str, &'static str)],
    /// Paths with texts that break it, each once.
    pub bad: &'static [(&'static str, &'static str)],
}

const MAX_FILE_LINES: usize = 600;
const MAX_FUNCTION_LINES: usize = 60;

/// Files that are tables of data, and so may be long.
const DATA_TABLES: [&str; 0] = [];

pub const RULES: &[Rule] = &[
    Rule {
        name: "a module uses only those before it",
        check: order::one_way,
        good: &[
            (
                "src/parse/yaml.rs",
                "use crate::{diag::{Code, Place}, load}; use super::Content; fn a(b: crate::io::C) {}",
            ),
            ("src/diag/code.rs", "mod tests { use super::super::Finding; } // crate::cli"),
            ("src/render.rs", "pub(crate) fn a() {} pub(in crate::render) fn b() {}"),
            ("src/main.rs", "use fingerpost::cli;"),
        ],
        bad: &[
            ("src/diag.rs", "use crate::model::Language;"),
            ("src/parse/yaml.rs", "use crate::{diag::{Code, Place}, plan::{self, view}};"),
            ("src/model/service/times.rs", "use super::super::super::theme::html;"),
            ("src/config.rs", "mod tests { use super::super::parse; }"),
            ("src/load.rs", "use super::{diag::{Code}, pipeline};"),
            ("src/io/disk.rs", "use super::{super::{diag, cli::A}, B};"),
            ("src/io.rs", "fn a() { self::super::cli::run(); }"),
            ("src/io.rs", "use crate::*;"),
            ("src/io.rs", "use crate as everything;"),
            ("src/main.rs", "use fingerpost::helpers;"),
        ],
    },
    Rule {
        name: "every module has its place in the order",
        check: order::known_modules,
        good: &[("src/lib.rs", "pub mod diag; pub mod cli;"), ("src/cli.rs", "mod build;")],
        bad: &[("src/lib.rs", "pub mod misc;")],
    },
    Rule {
        name: "a file opens with what it is for",
        check: purpose,
        good: &[("src/a.rs", "//! Turns words into\n//! numbers.\n\nuse b;")],
        bad: &[
            ("src/a.rs", "use b;"),
            ("src/a.rs", "\n//! Turns words into numbers."),
            ("src/a.rs", "//! numbers"),
            ("src/a.rs", "//! Turns words into numbers\n\nuse b;"),
        ],
    },
    Rule {
        name: "a function has at most 60 lines",
        check: function_length,
        good: &[
            (
                "src/a.rs",
                "trait A { fn a(); }\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nfn b() {}",
            ),
            ("src/a.rs", "type F = fn(u8) -> [u8; 2];"),
        ],
        bad: &[(
            "src/a.rs",
            "fn a(b: [u8; 2]) {\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n}",
        )],
    },
    Rule {
        name: "nothing is unsafe or left unfinished",
        check: unfinished,
        good: &[("src/a.rs", "// unsafe todo!()\nfn a() { let todo = \"dbg!\"; }")],
        bad: &[
            ("src/a.rs", "unsafe fn a() {}"),
            ("src/a.rs", "fn a() { todo!() }"),
            ("src/a.rs", "fn a() { unimplemented!() }"),
            ("src/a.rs", "fn a() { dbg!(1); }"),
        ],
    },
    Rule {
        name: "no error is dropped",
        check: dropped_errors,
        good: &[("src/a.rs", "fn a() -> Option<u8> { let b = c().ok()?; Err(_) => return None, }")],
        bad: &[
            ("src/a.rs", "fn a() { b().ok(); }"),
            ("src/a.rs", "fn a() { b.filter_map(Result::ok) }"),
            ("src/a.rs", "fn a() { b.flat_map(Result::ok) }"),
            ("src/a.rs", "fn a() { b.filter_map(|c| c.ok()) }"),
            ("src/a.rs", "match a { Err(_) => {} }"),
            ("src/a.rs", "match a { Err(_) => (), }"),
            ("src/a.rs", "match a { Err(_) => continue, }"),
        ],
    },
    Rule {
        name: "nothing unwraps outside tests",
        check: unwraps,
        good: &[
            ("src/a.rs", "fn a() { b().unwrap_or(1); }\n#[cfg(test)]\nmod tests { fn c() { d().unwrap(); } }"),
            ("src/a/tests.rs", "fn a() { b().unwrap(); }"),
        ],
        bad: &[("src/a.rs", "fn a() { b().unwrap(); }\n#[cfg(test)]\nmod tests {}")],
    },
    Rule {
        name: "a module is a stage or a noun of the field",
        check: module_name,
        good: &[("src/plan/view.rs", "")],
        bad: &[("src/utils.rs", ""), ("src/plan/helpers/a.rs", ""), ("src/common.rs", ""), ("src/io/manager.rs", "")],
    },
    Rule {
        name: "only `io` touches the disk",
        check: disk,
        good: &[
            ("src/io/disk.rs", "use std::fs;"),
            ("src/a.rs", "use std::{io, path::Path}; // std::fs"),
            ("src/a.rs", "#[cfg(test)]\nmod tests { use std::fs; }"),
        ],
        bad: &[
            ("src/a.rs", "use std::fs;"),
            ("src/a.rs", "use std::{collections::{BTreeMap, BTreeSet}, fs::File};"),
            ("src/a.rs", "fn a() { std::fs::read(b); }"),
        ],
    },
    Rule {
        name: "only `cli` prints",
        check: printing,
        good: &[("src/cli/build.rs", "println!()"), ("src/main.rs", "eprintln!()"), ("src/a.rs", "fn println() {}")],
        bad: &[
            ("src/a.rs", "println!()"),
            ("src/a.rs", "anstream::eprint!()"),
            ("src/a.rs", "std::io::stdout().lock()"),
        ],
    },
    Rule {
        name: "no test is skipped",
        check: skipped,
        good: &[("src/a.rs", "#[test] fn a() { ignore(); }")],
        bad: &[("src/a.rs", "#[test]\n#[ignore]\nfn a() {}"), ("src/a.rs", "#[ignore = \"slow\"]")],
    },
    Rule {
        name: "a module's own file lies beside its folder",
        check: layout,
        good: &[("src/plan.rs", "")],
        bad: &[("src/plan/mod.rs", "")],
    },
];

/// The rule that needs a long text to be broken; its cases are made in the tests.
pub fn file_length(file: &File<'_>) -> Vec<String> {
    let lines = file.text.lines().count();
    let long = lines > MAX_FILE_LINES && !DATA_TABLES.contains(&file.path);
    if long { vec![format!("{lines} lines, at most {MAX_FILE_LINES}")] } else { Vec::new() }
}

fn purpose(file: &File<'_>) -> Vec<String> {
    let head: Vec<&str> = file.text.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let sentence =
        head.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let good = sentence.chars().next().is_some_and(char::is_uppercase) && sentence.ends_with('.');
    if good { Vec::new() } else { vec!["the first line is no `//!` with a whole sentence".to_owned()] }
}

fn function_length(file: &File<'_>) -> Vec<String> {
    let starts = (0..file.tokens.len()).filter(|&at| file.tokens[at].text == "fn");
    let named = starts.filter(|at| file.tokens.get(at + 1).is_some_and(|name| name.text != "("));
    named.filter_map(|at| too_long(file, at)).collect()
}

fn too_long(file: &File<'_>, at: usize) -> Option<String> {
    let last = file.tokens[item_end(&file.tokens, at) - 1];
    let lines = last.line - file.tokens[at].line + 1;
    (lines > MAX_FUNCTION_LINES).then(|| format!("`{}` has {lines} lines", file.tokens[at + 1].text))
}

fn unfinished(file: &File<'_>) -> Vec<String> {
    let macros = ["todo", "unimplemented", "dbg"].into_iter().flat_map(|name| lines(file.find(&[name, "!"])));
    lines(file.find(&["unsafe"])).into_iter().chain(macros).collect()
}

fn dropped_errors(file: &File<'_>) -> Vec<String> {
    const SIGNS: [&[&str]; 6] = [
        &[".", "ok", "(", ")", ";"],
        &["filter_map", "(", "Result", "::", "ok", ")"],
        &["flat_map", "(", "Result", "::", "ok", ")"],
        &["Err", "(", "_", ")", "=", ">", "{", "}"],
        &["Err", "(", "_", ")", "=", ">", "(", ")"],
        &["Err", "(", "_", ")", "=", ">", "continue"],
    ];
    let closures = (0..file.tokens.len()).filter(|&at| is_ok_closure(file, at)).map(|at| file.tokens[at]);
    SIGNS.into_iter().flat_map(|sign| lines(file.find(sign))).chain(lines(closures)).collect()
}

/// `|c| c.ok())`, whatever the name.
fn is_ok_closure(file: &File<'_>, at: usize) -> bool {
    let name = file.tokens.get(at + 1).map_or("", |token| token.text);
    file.reads(at, &["|", name, "|", name, ".", "ok", "(", ")", ")"])
}

fn unwraps(file: &File<'_>) -> Vec<String> {
    lines(file.find(&[".", "unwrap", "(", ")"]).filter(|token| !token.test))
}

fn module_name(file: &File<'_>) -> Vec<String> {
    const VAGUE: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "manager", "misc", "shared"];
    file.module().into_iter().filter(|name| VAGUE.contains(name)).map(|name| format!("`{name}` says nothing")).collect()
}

/// It runs before the program is there: cargo reads what it prints.
const BUILD_SCRIPT: &str = "src/build.rs";

fn disk(file: &File<'_>) -> Vec<String> {
    if under(file, "io") || file.path == BUILD_SCRIPT {
        return Vec::new();
    }
    let direct = file.find(&["std", "::", "fs"]);
    let grouped = (0..file.tokens.len()).filter(|&at| file.reads(at, &["std", "::", "{"])).flat_map(|at| {
        let group = &file.tokens[at..item_end(&file.tokens, at)];
        group.windows(2).filter(|two| matches!(two[0].text, "{" | ",") && two[1].text == "fs").map(|two| two[1])
    });
    lines(direct.chain(grouped).filter(|token| !token.test))
}

fn printing(file: &File<'_>) -> Vec<String> {
    if under(file, "cli") || file.path == "src/main.rs" || file.path == BUILD_SCRIPT {
        return Vec::new();
    }
    let macros = ["print", "println", "eprint", "eprintln"].into_iter().flat_map(|name| lines(file.find(&[name, "!"])));
    let streams = ["stdout", "stderr"].into_iter().flat_map(|name| lines(file.find(&[name, "(", ")"])));
    macros.chain(streams).collect()
}

fn skipped(file: &File<'_>) -> Vec<String> {
    lines(file.find(&["#", "[", "ignore"]))
}

fn layout(file: &File<'_>) -> Vec<String> {
    if file.path.ends_with("/mod.rs") { vec!["use `plan.rs` beside `plan/`".to_owned()] } else { Vec::new() }
}

fn under(file: &File<'_>, module: &str) -> bool {
    file.module().first() == Some(&module)
}

fn lines<'a>(tokens: impl Iterator<Item = Token<'a>>) -> Vec<String> {
    tokens.map(|token| format!("line {}: `{}`", token.line, token.text)).collect()
}
