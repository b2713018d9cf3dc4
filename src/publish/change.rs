//! Turns two lists of outputs into the smallest step that leads from the one to the other.

use std::ops::Bound;
use std::sync::Arc;

use crate::manifest::{OutputRecord, Outputs};

/// What a new site differs in from the published one.
#[derive(Debug, Default)]
pub struct Change {
    /// Outputs that are new or changed.
    pub written: Vec<Arc<str>>,
    /// Outputs that are no more.
    pub removed: Vec<Arc<str>>,
}

/// What is put in place in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An output that is there, by a new one.
    File(Arc<str>),
    /// A folder that is there and holds outputs before and after.
    Folder(String),
    Site,
}

/// A folder is replaced if it holds at most one of so many outputs of a site, or at most `FEW`. A generation is cheaper
/// otherwise: the sibling has most of it already.
const SHARE: usize = 12;
const FEW: usize = 64;

impl Change {
    pub fn between(old: &Outputs, new: &Outputs) -> Self {
        let removed = old.keys().filter(|path| !new.contains_key(*path));
        Self { removed: removed.cloned().collect(), ..Self::with(old, new) }
    }

    /// Of a site that keeps all its outputs but those that are put.
    pub fn with(old: &Outputs, put: &Outputs) -> Self {
        let written = put.iter().filter(|(path, record)| old.get(*path) != Some(*record));
        Self { written: written.map(|(path, _)| path.clone()).collect(), removed: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }

    /// The step of least cost.
    pub fn step(&self, old: &Outputs, new: &Outputs) -> Step {
        if let ([path], []) = (&*self.written, &*self.removed)
            && old.contains_key(path)
        {
            return Step::File(path.clone());
        }
        let mut folder = self.common_folder();
        while !folder.is_empty() && (below(old, folder).next().is_none() || below(new, folder).next().is_none()) {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
        let most = FEW.max(new.len() / SHARE);
        if folder.is_empty() || below(old, folder).chain(below(new, folder)).nth(2 * most).is_some() {
            Step::Site
        } else {
            Step::Folder(folder.to_owned())
        }
    }

    /// The innermost folder around all that changes; `""` is the site.
    fn common_folder(&self) -> &str {
        let mut paths = self.written.iter().chain(&self.removed);
        let Some(mut folder) = paths.next().map(|path| above(path)) else { return "" };
        for path in paths {
            while !folder.is_empty() && !is_below(path, folder) {
                folder = above(folder);
            }
        }
        folder
    }
}

/// The outputs in a folder and in the folders below it.
pub fn below<'a>(outputs: &'a Outputs, folder: &str) -> impl Iterator<Item = (&'a Arc<str>, &'a OutputRecord)> {
    let start = format!("{folder}/");
    outputs
        .range::<str, _>((Bound::Included(start.as_str()), Bound::Unbounded))
        .take_while(move |(path, _)| path.starts_with(&start))
}

/// The folder that a path lies in; `""` is the site.
pub fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outputs(lines: &str) -> Outputs {
        let output = |line: &str| {
            line.split_once(' ').map(|(path, content)| (path.into(), OutputRecord::of(content.as_bytes())))
        };
        lines.split(", ").filter_map(output).collect()
    }

    fn step(old: &str, new: &str) -> Step {
        let (old, new) = (outputs(old), outputs(new));
        Change::between(&old, &new).step(&old, &new)
    }

    #[test]
    fn the_smallest_step() {
        let old = "a 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1";
        let folder = |path: &str| Step::Folder(path.to_owned());
        for (new, expected) in [
            ("a 1, en/a/x 2, en/a/y 1, en/ab 1, en/b/z 1", Step::File("en/a/x".into())),
            ("a 2, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", Step::File("a".into())),
            ("a 1, en/a/x 2, en/a/y 2, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/x 2, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/n 2, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/x 1, en/a/y 2, en/ab 2, en/b/z 1", folder("en")),
            // Nothing would be left in `en/a`, and nothing is in `en/c` yet.
            ("a 1, en/ab 1, en/b/z 1", folder("en")),
            ("a 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1, en/c/d/x 1", folder("en")),
            // A folder in the place of a file.
            ("a 1, en/a/x/n 1, en/a/y 1, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1", Step::Site),
            ("a 2, en/a/x 2, en/a/y 1, en/ab 1, en/b/z 1", Step::Site),
            ("a 1, b 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", Step::Site),
        ] {
            assert_eq!(step(old, new), expected, "{new}");
        }
    }

    #[test]
    fn a_large_folder_is_a_site() {
        let site = |changed: usize, count: usize| -> String {
            let line = |number| format!("en/{number:04} {}", u8::from(number < changed));
            (0..count).map(line).chain(["z 1".to_owned()]).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(step(&site(0, FEW), &site(2, FEW)), Step::Folder("en".to_owned()));
        assert_eq!(step(&site(0, FEW + 1), &site(2, FEW + 1)), Step::Site);
        assert_eq!(step(&site(0, FEW + 1), &site(1, FEW + 1)), Step::File("en/0000".into()));
    }
}
