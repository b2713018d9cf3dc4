//! Turns two lists of outputs into the smallest portion of a site that leads from the one to the other.

use std::ops::Bound;
use std::sync::Arc;

use crate::manifest::{OutputRecord, Outputs, Portion};

/// What a new site differs in from the published one.
#[derive(Debug, Default)]
pub struct Change {
    /// Outputs that are new or changed.
    pub written: Vec<Arc<str>>,
    /// Outputs that are no more.
    pub removed: Vec<Arc<str>>,
}

/// Whether an output only helps readers to find others.
pub type IsAid = fn(path: &str) -> bool;

/// So many outputs at most are put in place one after the other.
const MOST_FILES: usize = 16;

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

    /// The portion that costs least to put in place; none if it is the whole site.
    pub fn portion(&self, (old, new): (&Outputs, &Outputs), is_aid: IsAid) -> Option<Portion> {
        self.files(old, is_aid).or_else(|| self.folder(old, new))
    }

    /// One output, after the aids that change with it: these may be newer for a moment, and no reader is misled.
    fn files(&self, old: &Outputs, is_aid: IsAid) -> Option<Portion> {
        let (aids, others): (Vec<_>, Vec<_>) = self.written.iter().partition(|path| is_aid(path));
        let are_there = self.removed.is_empty() && self.written.iter().all(|path| old.contains_key(path));
        let are_few = others.len() <= 1 && (1..=MOST_FILES).contains(&self.written.len());
        (are_there && are_few)
            .then(|| Portion::Files(aids.into_iter().chain(others).map(|path| (**path).into()).collect()))
    }

    fn folder(&self, old: &Outputs, new: &Outputs) -> Option<Portion> {
        let mut folder = self.common_folder();
        while !folder.is_empty() && (below(old, folder).next().is_none() || below(new, folder).next().is_none()) {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
        let most = FEW.max(new.len() / SHARE);
        let is_site = folder.is_empty() || below(old, folder).chain(below(new, folder)).nth(2 * most).is_some();
        (!is_site).then(|| Portion::Folder(folder.to_owned()))
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

    fn portion(old: &str, new: &str) -> Option<Portion> {
        let (old, new) = (outputs(old), outputs(new));
        Change::between(&old, &new).portion((&old, &new), |path| path.starts_with("search/"))
    }

    fn files(paths: &str) -> Portion {
        Portion::Files(paths.split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn the_smallest_portion() {
        let old = "a 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1";
        let folder = |path: &str| Some(Portion::Folder(path.to_owned()));
        for (new, expected) in [
            ("a 1, en/a/x 2, en/a/y 1, en/ab 1, en/b/z 1", Some(files("en/a/x"))),
            ("a 2, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", Some(files("a"))),
            ("a 1, en/a/x 2, en/a/y 2, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/x 2, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/n 2, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1, en/a/x 1, en/a/y 2, en/ab 2, en/b/z 1", folder("en")),
            // Nothing would be left in `en/a`, and nothing is in `en/c` yet.
            ("a 1, en/ab 1, en/b/z 1", folder("en")),
            ("a 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1, en/c/d/x 1", folder("en")),
            // A folder in the place of a file.
            ("a 1, en/a/x/n 1, en/a/y 1, en/ab 1, en/b/z 1", folder("en/a")),
            ("a 1", None),
            ("a 2, en/a/x 2, en/a/y 1, en/ab 1, en/b/z 1", None),
            ("a 1, b 1, en/a/x 1, en/a/y 1, en/ab 1, en/b/z 1", None),
        ] {
            assert_eq!(portion(old, new), expected, "{new}");
        }
    }

    #[test]
    fn aids_come_before_the_output_that_changes_with_them() {
        let old = "en/x 1, en/y 1, search/a 1, search/b 1, z 1";
        for (new, expected) in [
            ("en/x 2, en/y 1, search/a 2, search/b 2, z 1", Some(files("search/a search/b en/x"))),
            ("en/x 1, en/y 1, search/a 2, search/b 2, z 1", Some(files("search/a search/b"))),
            ("en/x 2, en/y 2, search/a 2, search/b 1, z 1", None),
            ("en/x 2, en/y 1, search/a 2, z 1", None),
            ("en/x 2, en/y 1, search/a 2, search/b 1, search/c 1, z 1", None),
        ] {
            assert_eq!(portion(old, new), expected, "{new}");
        }
        let many = |content: u8| -> String {
            let line = |number| format!("search/{number} {content}");
            (0..=MOST_FILES).map(line).chain(["z 1".to_owned()]).collect::<Vec<_>>().join(", ")
        };
        assert!(matches!(portion(&many(1), &many(2)), Some(Portion::Folder(_))));
    }

    #[test]
    fn a_large_folder_is_a_site() {
        let site = |changed: usize, count: usize| -> String {
            let line = |number| format!("en/{number:04} {}", u8::from(number < changed));
            (0..count).map(line).chain(["z 1".to_owned()]).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(portion(&site(0, FEW), &site(2, FEW)), Some(Portion::Folder("en".to_owned())));
        assert_eq!(portion(&site(0, FEW + 1), &site(2, FEW + 1)), None);
        assert_eq!(portion(&site(0, FEW + 1), &site(1, FEW + 1)), Some(files("en/0000")));
    }
}
