//! Turns a folder into its files by path, and two such trees into what differs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

pub type Tree = BTreeMap<String, Vec<u8>>;

/// Every file of a folder; nothing if there is none.
pub fn read(folder: &Path) -> Tree {
    if !folder.exists() {
        return Tree::new();
    }
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// What differs, a line each; nothing for equal trees.
pub fn differences(a: &Tree, b: &Tree) -> Vec<String> {
    let paths: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    let one = |path: &&String| match (a.get(*path), b.get(*path)) {
        (Some(a), Some(b)) if a == b => None,
        (Some(_), Some(_)) => Some(format!("{path} differs")),
        (Some(_), None) => Some(format!("{path} is only in the first")),
        _ => Some(format!("{path} is only in the second")),
    };
    paths.iter().filter_map(one).collect()
}

pub fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("there is no `{path}`"));
    std::str::from_utf8(bytes).unwrap()
}
