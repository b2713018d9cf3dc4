//! Turns a file of `findings/` into an example: a small portal that triggers a finding, and the same portal mended.
//!
//! The file is named after its code. It begins with why the finding matters, in Markdown. `=== example` begins the files
//! that trigger it, laid over `base.txt`; `=== mended` begins words on how to mend it, and the files that do, laid over
//! those of the example. `=== given`, which may stand before the example, begins files that it needs and that are not
//! shown. `load::written` says how files are written.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use rust_embed::Embed;

use crate::diag::Code;
use crate::io::Files;
use crate::load::written::Written;
use crate::pipeline::{self, Options, Report};

#[derive(Embed)]
#[folder = "src/cli/guide/findings/"]
struct Examples;

/// The small portal that examples are laid over.
pub const BASE: &str = include_str!("base.txt");

/// The day of every example.
const DAY: Date = date(2026, 11, 22);

/// An example as it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// Why the finding matters.
    pub why: String,
    given: String,
    wrong: String,
    /// How to mend it.
    pub how: String,
    mended: String,
}

/// The portals of an example, one laid over the other.
#[derive(Debug)]
pub struct Portals {
    pub base: Written,
    pub wrong: Written,
    pub mended: Written,
}

impl Example {
    /// # Errors
    /// There is no file for the code, or it does not have its parts.
    pub fn of(code: Code) -> Result<Self, String> {
        let name = format!("{}.txt", code.id());
        let file = Examples::get(&name).ok_or_else(|| format!("there is no `src/cli/guide/findings/{name}`"))?;
        Self::read(&String::from_utf8_lossy(&file.data)).map_err(|wrong| format!("{name}: {wrong}"))
    }

    fn read(text: &str) -> Result<Self, String> {
        let (before, rest) = text.split_once("\n=== example\n").ok_or("it has no line `=== example`")?;
        let (why, given) = before.split_once("\n=== given\n").unwrap_or((before, ""));
        let (wrong, rest) = rest.split_once("\n=== mended\n").ok_or("it has no line `=== mended`")?;
        let at = rest.find("--- ").ok_or("nothing is mended")?;
        let part = |text: &str| text.trim().to_owned();
        let files = |text: &str| format!("{}\n", text.trim_end());
        let given = if given.is_empty() { String::new() } else { files(given) };
        Ok(Self { why: part(why), given, wrong: files(wrong), how: part(&rest[..at]), mended: files(&rest[at..]) })
    }

    /// # Errors
    /// The files make no sense.
    pub fn portals(&self) -> Result<Portals, String> {
        let base = Written::default().with(BASE)?.with(&self.given)?;
        let wrong = base.clone().with(&self.wrong)?;
        let mended = wrong.clone().with(&self.mended)?;
        Ok(Portals { base, wrong, mended })
    }
}

/// What `check` finds in a portal of an example.
pub fn check(files: &dyn Files) -> Report {
    let options = Options {
        portal: PathBuf::new(),
        home: None,
        as_of: Some(DAY),
        today: DAY,
        drafts: false,
        strict: false,
        afresh: false,
        jobs: Some(1),
        only_languages: Vec::new(),
        only_localities: Vec::new(),
        out: PathBuf::new(),
        memory: None,
    };
    pipeline::check(files, &options).expect("a portal in memory can be read")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rayon::prelude::*;

    use super::*;

    fn codes(portal: &Written) -> BTreeSet<&'static str> {
        check(&portal.in_memory()).findings.iter().map(|finding| finding.code.id()).collect()
    }

    fn wrongs(code: Code) -> Result<(), String> {
        let example = Example::of(code)?;
        let portals = example.portals().map_err(|wrong| format!("{}: {wrong}", code.id()))?;
        let (seen, after) = (codes(&portals.wrong), codes(&portals.mended));
        if !example.given.is_empty() && !codes(&portals.base).is_empty() {
            return Err(format!("{}: what is given triggers {:?}", code.id(), codes(&portals.base)));
        }
        if seen != BTreeSet::from([code.id()]) {
            return Err(format!("{}: the example triggers {seen:?}", code.id()));
        }
        if !after.is_empty() {
            return Err(format!("{}: the mended example still triggers {after:?}", code.id()));
        }
        if example.why.is_empty() || example.how.is_empty() {
            return Err(format!("{}: it does not say why the finding matters, or how to mend it", code.id()));
        }
        Ok(())
    }

    #[test]
    fn every_code_has_an_example_that_triggers_it_alone_and_a_way_to_mend_it() {
        let wrong: Vec<String> = Code::ALL.par_iter().filter_map(|&code| wrongs(code).err()).collect();
        assert!(wrong.is_empty(), "{} codes are wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn every_example_belongs_to_a_code() {
        let ids: BTreeSet<String> = Code::ALL.iter().map(|code| format!("{}.txt", code.id())).collect();
        let strays: Vec<_> = Examples::iter().filter(|name| !ids.contains(&**name)).collect();
        assert!(strays.is_empty(), "{strays:?}");
    }

    #[test]
    fn a_file_needs_its_parts() {
        let whole = "Why.\n\n=== example\n--- a\nx\n\n=== mended\nHow.\n--- a\ny\n";
        let read = Example::read(whole).unwrap();
        assert_eq!((read.why.as_str(), read.wrong.as_str()), ("Why.", "--- a\nx\n"));
        assert_eq!((read.how.as_str(), read.mended.as_str(), &*read.given), ("How.", "--- a\ny\n", ""));
        let given = Example::read(&whole.replace("Why.\n", "Why.\n\n=== given\n--- b\nz\n")).unwrap();
        assert_eq!((&*given.why, &*given.given, given.wrong), ("Why.", "--- b\nz\n", read.wrong));
        for (line, said) in [("=== example", "`=== example`"), ("=== mended", "`=== mended`"), ("--- a", "nothing")] {
            let broken = whole.replace(line, "x");
            assert!(Example::read(&broken).unwrap_err().contains(said), "{line}");
        }
    }
}
