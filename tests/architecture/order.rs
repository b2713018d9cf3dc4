//! Turns the paths that a file names into the stages it depends on, and holds them against the order of the stages.

use crate::code::File;

/// A module uses only itself and those before it.
pub const ORDER: [&str; 21] = [
    "diag", "model", "audit", "config", "io", "load", "parse", "memory", "catalog", "resolve", "exchange", "plan",
    "manifest", "theme", "formats", "checks", "render", "publish", "pipeline", "preview", "cli",
];

/// The rule: what a file may name of the crate.
pub fn one_way(file: &File<'_>) -> Vec<String> {
    let modules = file.module();
    let own = modules.first().map_or(ORDER.len(), |module| rank(module));
    let is_root = file.path == "src/lib.rs";
    references(file)
        .into_iter()
        .filter(|(name, _)| (rank(name) > own && !is_root) || rank(name) == ORDER.len())
        .map(|(name, line)| match modules.first() {
            _ if rank(name) == ORDER.len() => format!("line {line}: `{name}` is no module of the order"),
            Some(module) => format!("line {line}: `{module}` comes before `{name}` and must not use it"),
            None => format!("line {line}: `{name}` is not known here"),
        })
        .collect()
}

/// The rule: `lib.rs` lists modules of the order only.
pub fn known_modules(file: &File<'_>) -> Vec<String> {
    let named = file.tokens.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
    let unknown = named.filter(|three| file.path == "src/lib.rs" && rank(three[1].text) == ORDER.len());
    unknown.map(|three| format!("line {}: `{}` has no place in the order", three[1].line, three[1].text)).collect()
}

/// The place of a module in the order; one past the last for anything else.
fn rank(module: &str) -> usize {
    ORDER.iter().position(|name| *name == module).unwrap_or(ORDER.len())
}

/// Every name that the file takes from the crate's root, with its line. A glob or a renamed root counts as the name
/// `*` or `as`, which no order knows.
fn references<'a>(file: &File<'a>) -> Vec<(&'a str, usize)> {
    let mut found = Vec::new();
    let mut inline = Vec::new();
    let mut braces = 0_usize;
    for at in 0..file.tokens.len() {
        match file.tokens[at].text {
            "{" => {
                braces += 1;
                if at >= 2 && file.tokens[at - 2].text == "mod" {
                    inline.push(braces);
                }
            }
            "}" => {
                if inline.last() == Some(&braces) {
                    inline.pop();
                }
                braces = braces.saturating_sub(1);
            }
            "crate" | "super" | "fingerpost" if begins_path(file, at) => {
                let depth = file.module().len() + inline.len();
                follow(file, at, depth, &mut found);
            }
            _ => {}
        }
    }
    found
}

/// Whether the name at `at` is the first of its path and not a part of `pub(crate)`.
fn begins_path(file: &File<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| file.tokens[before].text);
    let after = file.tokens.get(at + 1).map_or("", |token| token.text);
    let before_self = at >= 2 && before == "::" && file.tokens[at - 2].text == "self";
    (before != "::" || before_self) && matches!(after, "::" | "as")
}

/// Walks one path, or one branch of a group, from `depth` modules below the root; returns where it ends.
fn follow<'a>(file: &File<'a>, mut at: usize, mut depth: usize, found: &mut Vec<(&'a str, usize)>) -> usize {
    while let Some(token) = file.tokens.get(at) {
        match token.text {
            "crate" | "fingerpost" => depth = 0,
            "super" => depth = depth.saturating_sub(1),
            "self" | "::" => {}
            "{" => return follow_group(file, at + 1, depth, found),
            name => {
                if depth == 0 {
                    found.push((name, token.line));
                }
                return at;
            }
        }
        at += 1;
    }
    at
}

/// Walks the branches of a group whose opening brace lies before `at`; returns where the group has ended.
fn follow_group<'a>(file: &File<'a>, mut at: usize, depth: usize, found: &mut Vec<(&'a str, usize)>) -> usize {
    while file.tokens.get(at).is_some_and(|token| token.text != "}") {
        at = follow(file, at, depth, found);
        at = branch_end(file, at);
    }
    at + 1
}

/// The beginning of the next branch, or the brace that closes the group.
fn branch_end(file: &File<'_>, mut at: usize) -> usize {
    let mut nested = 0_usize;
    while let Some(token) = file.tokens.get(at) {
        match token.text {
            "{" => nested += 1,
            "}" if nested == 0 => return at,
            "}" => nested -= 1,
            "," if nested == 0 => return at + 1,
            _ => {}
        }
        at += 1;
    }
    at
}
