//! Turns the repository into a list of broken house rules, which must be empty.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the source tree")]

#[path = "architecture/code.rs"]
mod code;
#[path = "architecture/order.rs"]
mod order;
#[path = "architecture/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use code::File;
use rules::{RULES, file_length};

/// What the repository's top level may hold besides dot-files and what git is told to ignore.
const TOP_LEVEL: [&str; 9] =
    ["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "content", "locales", "src", "tests", "themes"];

#[test]
fn the_source_keeps_every_rule() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let file = File::new(&path, &text);
        for problem in file_length(&file) {
            broken.push(format!("{path}: a file has at most 600 lines: {problem}"));
        }
        for rule in RULES {
            broken.extend((rule.check)(&file).iter().map(|problem| format!("{path}: {}: {problem}", rule.name)));
        }
    }
    assert!(broken.is_empty(), "{} rules are broken:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn every_rule_tells_good_from_bad() {
    for rule in RULES {
        for (path, text) in rule.good {
            assert_eq!((rule.check)(&File::new(path, text)), [""; 0], "{}: {path}: {text}", rule.name);
        }
        for (path, text) in rule.bad {
            assert_eq!((rule.check)(&File::new(path, text)).len(), 1, "{}: {path}: {text}", rule.name);
        }
    }
    let (short, long) = ("\n".repeat(600), "\n".repeat(601));
    assert_eq!(file_length(&File::new("src/a.rs", &short)).len(), 0);
    assert_eq!(file_length(&File::new("src/a.rs", &long)).len(), 1);
}

#[test]
fn every_file_is_a_module_of_the_crate() {
    let sources = sources();
    assert_eq!(unused(&sources), [""; 0]);
    let tree = |root: &str| [("src/lib.rs", root), ("src/plan.rs", ""), ("src/main.rs", "")].map(owned).to_vec();
    assert_eq!(unused(&tree("pub mod plan;")), [""; 0]);
    assert_eq!(unused(&tree("// mod plan;")), ["src/plan.rs"]);
}

#[test]
fn the_top_level_holds_only_what_it_may() {
    let names = fs::read_dir(top()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let ignored = fs::read_to_string(top().join(".gitignore")).unwrap();
    assert_eq!(strangers(names, &ignored), [""; 0]);
    let names = ["src", ".ci", "target", "docs"].map(str::to_owned);
    assert_eq!(strangers(names.into_iter(), "/target\n"), ["docs"]);
}

#[test]
fn every_string_of_the_interface_is_shown_somewhere() {
    let strings = fs::read_to_string(top().join("locales/en.ftl")).unwrap();
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    let templates: String = files("themes", "html").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(never_shown(&strings, &code, &templates), [""; 0]);
    let strings = "a-b = x\nfamily-c = x\nd-e = x\nf = x\n    .g = x\n";
    assert_eq!(never_shown(strings, "say(\"a-b\"); format!(\"family-{kind}\")", "{{ s.d_e }}"), ["f"]);
}

/// The ids of strings that no code asks for, alone or with others of its beginning, and no template holds.
fn never_shown(strings: &str, code: &str, templates: &str) -> Vec<String> {
    let ids = strings.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let ids = ids.filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    let is_asked = |id: &str| {
        let family = |(at, _)| code.contains(&format!("\"{}-{{", &id[..at]));
        code.contains(&format!("\"{id}\"")) || id.match_indices('-').any(family)
    };
    let is_held = |id: &str| templates.contains(&format!("s.{}", id.replace('-', "_")));
    ids.filter(|id| !is_asked(id) && !is_held(id)).map(str::to_owned).collect()
}

/// The files that no `mod` line names.
fn unused(sources: &[(String, String)]) -> Vec<String> {
    let mut used = BTreeSet::from(["src/build.rs", "src/lib.rs", "src/main.rs"].map(str::to_owned));
    for (path, text) in sources {
        let file = File::new(path, text);
        let folder = [&["src"], file.module().as_slice()].concat().join("/");
        let named = file.tokens.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
        used.extend(named.map(|three| format!("{folder}/{}.rs", three[1].text)));
    }
    sources.iter().map(|(path, _)| path.clone()).filter(|path| !used.contains(path)).collect()
}

fn strangers(names: impl Iterator<Item = String>, ignored: &str) -> Vec<String> {
    let ignored: Vec<&str> = ignored.lines().map(|line| line.trim_matches('/')).collect();
    names
        .filter(|name| {
            !name.starts_with('.') && !TOP_LEVEL.contains(&name.as_str()) && !ignored.contains(&name.as_str())
        })
        .collect()
}

fn owned((path, text): (&str, &str)) -> (String, String) {
    (path.to_owned(), text.to_owned())
}

/// Every Rust file of `src/`, by its path from the repository's top, sorted.
fn sources() -> Vec<(String, String)> {
    files("src", "rs").iter().map(|path| (relative(path), fs::read_to_string(path).unwrap())).collect()
}

/// The files in a folder of the repository whose names end so, sorted.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(top().join(folder))
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

fn relative(path: &Path) -> String {
    path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/")
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
