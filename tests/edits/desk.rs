//! Turns a portal on disk into builds as an editor would run them, each compared with a clean build.
//!
//! The builds share one memory: that which the program keeps in the portal's folder. The clean build reads the same
//! files from the computer's memory into empty folders, so there is nothing that it could remember.

use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::diag::Finding;
use fingerpost::io::{DiskFiles, MemoryFiles};
use fingerpost::pipeline::{self, Failure, Options, Report};
use jiff::civil::Date;
use tempfile::TempDir;

use super::edit;
use super::run::{self, Silent};
use super::small::Small;
use super::tree::{self, Tree};

/// What is wrong, in words.
pub type Wrong = String;

/// How the names of files end that somebody puts among the outputs.
pub const STRANGE: &str = ".mine";

pub struct Desk {
    folder: TempDir,
    pub base: Small,
    pub day: Date,
    pub drafts: bool,
    pub jobs: usize,
    /// Somebody changed the output folder or what lies beside it, so the next build may refuse to write there.
    pub tampered: bool,
    /// The sources of the last build that published, and how many have failed since.
    good: Tree,
    failed: usize,
    clean: Option<(Key, Clean)>,
}

/// What the outcome of a clean build depends on.
#[derive(Clone, PartialEq)]
struct Key {
    sources: Tree,
    day: Date,
    drafts: bool,
    strict: bool,
    part: bool,
}

/// What a clean build gives; the site is empty where it publishes nothing.
#[derive(Clone)]
pub struct Clean {
    pub site: Tree,
    pub findings: Vec<Finding>,
    pub failed: bool,
    next_change: Option<Date>,
}

impl Desk {
    pub fn new() -> Self {
        let base = Small::base().with(include_str!("../portal/rich.txt")).with(include_str!("portal.txt"));
        let base = base.file("content/pages/breaks/kettle.png", edit::picture(90));
        let folder = folder();
        base.on_disk(&folder.path().join("portal"));
        let good = base.files.clone();
        let day = run::TODAY;
        Self { folder, base, day, drafts: false, jobs: 1, tampered: false, good, failed: 0, clean: None }
    }

    /// Everything as it was at first: no site, no memory, and of the files only those written that were changed.
    pub fn tidy(&mut self) {
        let root = self.path("");
        for entry in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()) {
            if entry != self.portal() {
                fs::remove_dir_all(entry).unwrap();
            }
        }
        for hidden in self.memory() {
            fs::remove_file(hidden).unwrap();
        }
        self.set_sources(&self.base.files.clone());
        (self.day, self.drafts, self.jobs) = (run::TODAY, false, 1);
        (self.tampered, self.failed) = (false, 0);
        self.good = self.base.files.clone();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn portal(&self) -> PathBuf {
        self.path("portal")
    }

    /// The published site.
    pub fn out(&self) -> PathBuf {
        self.path("public")
    }

    /// The files that the program keeps in the portal's folder.
    pub fn memory(&self) -> Vec<PathBuf> {
        let is_kept = |path: &&String| path.starts_with('.');
        tree::read(&self.portal()).keys().filter(is_kept).map(|path| self.portal().join(path)).collect()
    }

    /// The portal's own files.
    pub fn sources(&self) -> Tree {
        tree::read(&self.portal()).into_iter().filter(|(path, _)| !path.starts_with('.')).collect()
    }

    fn set_sources(&self, wanted: &Tree) {
        for (path, bytes) in wanted {
            edit::write(&self.portal().join(path), bytes);
        }
        for path in self.sources().into_keys().filter(|path| !wanted.contains_key(path)) {
            fs::remove_file(self.portal().join(path)).unwrap();
        }
    }

    /// An editor who has been told of mistakes twice takes the last edits back.
    pub fn mend(&self) {
        if self.failed > 1 {
            self.set_sources(&self.good);
        }
    }

    /// Builds the site, and compares it with a clean one.
    pub fn build(&mut self) -> Result<Clean, Wrong> {
        let clean = self.build_into("public", |_| {})?;
        if clean.failed {
            self.failed += 1;
        } else {
            (self.good, self.failed) = (self.sources(), 0);
        }
        Ok(clean)
    }

    /// Builds into a folder of this name with options of its own, and compares with a clean build.
    pub fn build_into(&mut self, name: &str, change: fn(&mut Options)) -> Result<Clean, Wrong> {
        let clean = self.clean(change);
        let before = tree::read(&self.path(name));
        let mut expected = if clean.failed { before.clone() } else { clean.site.clone() };
        let report = match self.try_build(name, change) {
            Err(failure) if self.tampered => self.build_again((name, change), &failure, &before)?,
            report => {
                // A build that changes nothing does not see a file beside the page of a folder.
                expected.extend(before.clone().into_iter().filter(|(path, _)| path.ends_with(STRANGE)));
                report.map_err(|failure| format!("a build fails: {failure}"))?
            }
        };
        said(&report, &clean)?;
        same(&format!("the site in `{name}`"), &expected, &tree::read(&self.path(name)))?;
        let has_stranger = tree::read(&self.path(name)).keys().any(|path| path.ends_with(STRANGE));
        self.tampered = has_stranger || (self.tampered && clean.failed);
        Ok(clean)
    }

    /// Finds what a clean build finds.
    pub fn check(&mut self) -> Result<(), Wrong> {
        let clean = self.clean(|_| {});
        let options = self.options(&self.portal(), self.out());
        let report = pipeline::check(&DiskFiles::new(&self.portal()).unwrap(), &options).map_err(|e| e.to_string())?;
        said(&report, &clean)
    }

    /// After tampering a build may refuse. Then it has changed nothing, and builds when the folder is cleared.
    fn build_again(
        &self,
        (name, change): (&str, fn(&mut Options)),
        failure: &Failure,
        before: &Tree,
    ) -> Result<Report, Wrong> {
        if !matches!(failure, Failure::Refused { .. }) {
            return Err(format!("a build in a folder that was tampered with fails: {failure}"));
        }
        same("the site that a build refused to touch", before, &tree::read(&self.path(name)))?;
        let beside = self.path(&format!(".{name}.fingerpost"));
        for folder in [self.path(name), beside].iter().filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder).unwrap();
        }
        self.try_build(name, change).map_err(|failure| format!("a build in a cleared folder fails: {failure}"))
    }

    /// Builds into a folder of this name, and compares nothing.
    pub fn build_in(&self, name: &str) -> Result<Report, Failure> {
        self.try_build(name, |_| {})
    }

    fn try_build(&self, name: &str, change: fn(&mut Options)) -> Result<Report, Failure> {
        let memory = Some(self.portal().join(".fingerpost"));
        let mut options = Options { memory, ..self.options(&self.portal(), self.path(name)) };
        change(&mut options);
        pipeline::build(&DiskFiles::new(&self.portal()).unwrap(), &options, &Silent)
    }

    fn options(&self, portal: &Path, out: PathBuf) -> Options {
        let (drafts, jobs) = (self.drafts, Some(self.jobs));
        Options { today: self.day, drafts, jobs, ..run::options(portal, out) }
    }

    /// A build of the same sources that remembers nothing.
    fn clean(&mut self, change: fn(&mut Options)) -> Clean {
        let empty = folder();
        let mut options = self.options(empty.path(), empty.path().join("public"));
        change(&mut options);
        let key = Key {
            sources: self.sources(),
            day: self.day,
            drafts: options.drafts,
            strict: options.strict,
            part: !options.only_languages.is_empty(),
        };
        if let Some((_, clean)) = self.clean.as_ref().filter(|(known, _)| *known == key) {
            return clean.clone();
        }
        let files: MemoryFiles = key.sources.clone().into_iter().collect();
        let report = pipeline::build(&files, &options, &Silent).unwrap();
        let clean = Clean {
            site: tree::read(&options.out),
            failed: report.failed(),
            findings: report.findings,
            next_change: report.next_change,
        };
        self.clean = Some((key, clean.clone()));
        clean
    }
}

/// A new folder, in memory where the system has such a place: thousands of sites are written.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.exists() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

fn said(report: &Report, clean: &Clean) -> Result<(), Wrong> {
    if report.findings != clean.findings {
        let only = |here: &[Finding], there: &[Finding]| -> Vec<Finding> {
            here.iter().filter(|finding| !there.contains(finding)).cloned().collect()
        };
        let (more, less) = (only(&report.findings, &clean.findings), only(&clean.findings, &report.findings));
        return Err(format!("the findings differ: only the build has {more:#?}, only the clean build {less:#?}"));
    }
    if report.next_change != clean.next_change {
        return Err(format!("the next change is {:?}, not {:?}", report.next_change, clean.next_change));
    }
    Ok(())
}

fn same(what: &str, expected: &Tree, found: &Tree) -> Result<(), Wrong> {
    match tree::differences(expected, found) {
        none if none.is_empty() => Ok(()),
        differences => {
            Err(format!("{what} (the second) is not what a clean build makes (the first):\n{}", differences.join("\n")))
        }
    }
}
