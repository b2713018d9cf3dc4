//! Turns a published site into what it differs in from a clean build of the same sources.
//!
//! The clean build is a whole second run: it reads every source from the disk again, takes nothing from what an earlier
//! run remembered or published, and renders every output. It keeps nothing: each output is compared with the published
//! file as soon as it is made. Then every file of the output folder that it did not make is named. Whoever edits the
//! portal or the site in the meantime is seen as a difference too.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::diag::Finding;
use crate::io::{DiskTarget, Failure, Files, ListedKind, Target};
use crate::load::Source;
use crate::render::{self, Job, Sink, Stop};

use super::{Keys, Options, Outlet, Progress, Report, Taken, afresh, threads};

/// What a published site and a clean build differ in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Outputs of the clean build.
    pub outputs: usize,
    /// By path.
    pub differences: Vec<Difference>,
    /// What only one of the two builds says, a line each.
    pub said: Vec<String>,
}

impl Comparison {
    pub fn is_equal(&self) -> bool {
        self.differences.is_empty() && self.said.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// From the output folder, with `/`.
    pub path: String,
    pub kind: Differs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// The first byte that is another, counted from 0.
    At(usize),
    /// The clean build has the file, the site does not.
    Missing,
    /// The site has the file, the clean build does not.
    Extra,
}

/// Compares the site in `options.out`, and what its build reported, with a clean build.
///
/// # Errors
/// What the disk does; `Interrupted`.
pub fn verify(
    files: &dyn Files,
    options: &Options,
    built: &Report,
    progress: &dyn Progress,
) -> Result<Comparison, Failure> {
    let options = Options { afresh: true, ..options.clone() };
    let site = PublishedSite { target: &DiskTarget, out: &options.out, files, progress, seen: Mutex::default() };
    let mut comparing = Comparing { site, comparison: Comparison::default() };
    let clean = threads(&options, || afresh(files, &options, &mut comparing))?;
    Ok(Comparison { said: said_by_one(built, &clean), ..comparing.comparison })
}

/// Takes a clean build to compare it.
struct Comparing<'a> {
    site: PublishedSite<'a>,
    comparison: Comparison,
}

impl Outlet for Comparing<'_> {
    fn take(&mut self, job: &Job<'_>, _: &Keys) -> Result<Taken, Stop> {
        let (comparison, findings) = self.site.compare(job)?;
        self.comparison = comparison;
        Ok(Taken { findings, ..Taken::default() })
    }
}

/// A site on disk, compared with outputs as they are made.
struct PublishedSite<'a> {
    target: &'a dyn Target,
    out: &'a Path,
    files: &'a dyn Files,
    progress: &'a dyn Progress,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// The outputs of the clean build.
    paths: BTreeSet<String>,
    differences: Vec<Difference>,
}

impl PublishedSite<'_> {
    fn compare(&self, job: &Job<'_>) -> Result<(Comparison, Vec<Finding>), Stop> {
        let rendered = render::render(job, self, &|done| self.progress.step(done, job.plan.outputs))?;
        let Seen { paths, mut differences } =
            std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        let extra = extra_files(self.target, self.out, &paths).map_err(|error| self.unread(&error))?;
        differences.extend(extra.into_iter().map(|path| Difference { path, kind: Differs::Extra }));
        differences.sort();
        Ok((Comparison { outputs: paths.len(), differences, said: Vec::new() }, rendered.findings))
    }

    fn note(&self, path: &str, expected: &[u8]) -> Result<(), Failure> {
        if self.progress.interrupted() {
            return Err(Failure::Interrupted);
        }
        let kind = match self.target.read(&self.out.join(path)) {
            Ok(found) => first_difference(&found, expected).map(Differs::At),
            Err(error) if is_absence(&error) => Some(Differs::Missing),
            Err(error) => return Err(self.unread(&error)),
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.paths.insert(path.to_owned());
        seen.differences.extend(kind.map(|kind| Difference { path: path.to_owned(), kind }));
        Ok(())
    }

    fn unread(&self, error: &io::Error) -> Failure {
        let what = format!("the site in `{}` cannot be compared", self.out.display());
        Failure::environment(what, io::Error::new(error.kind(), error.to_string()))
    }
}

impl Sink for PublishedSite<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.note(path, bytes)
    }

    fn copy(&self, path: &str, source: &Source) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        let read = self.files.open(&source.path).and_then(|mut file| file.read_to_end(&mut bytes));
        read.map_err(|error| Failure::environment(format!("`{}` cannot be read", source.path), error))?;
        self.note(path, &bytes)
    }

    /// What differs from the clean build is named for itself; what is made of it is held against the published one.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.target.read(&self.out.join(path)) {
            Err(error) if is_absence(&error) => Ok(None),
            read => read.map(Some).map_err(|error| self.unread(&error)),
        }
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}

/// Where two texts part; where one ends, if it begins the other.
fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    if a == b {
        return None;
    }
    Some(a.iter().zip(b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len())))
}

/// Everything in a folder and below that is no file of these names; links and the like always are.
fn extra_files(target: &dyn Target, folder: &Path, paths: &BTreeSet<String>) -> io::Result<Vec<String>> {
    let mut extra = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(prefix) = folders.pop() {
        for listed in target.list(&folder.join(&prefix))? {
            let path = if prefix.is_empty() { listed.name } else { format!("{prefix}/{}", listed.name) };
            match listed.kind {
                ListedKind::Folder => folders.push(path),
                ListedKind::File if paths.contains(&path) => {}
                ListedKind::File | ListedKind::Other => extra.push(path),
            }
        }
    }
    Ok(extra)
}

fn said_by_one(built: &Report, clean: &Report) -> Vec<String> {
    let only = |here: &Report, there: &Report, who: &str| -> Vec<String> {
        let findings = here.findings.iter().filter(|finding| !there.findings.contains(finding));
        findings.map(|finding| format!("only {who} finds {}", in_short(finding))).collect()
    };
    let mut said = only(built, clean, "the build");
    said.extend(only(clean, built, "the clean build"));
    if said.is_empty() && built.findings != clean.findings {
        said.push("the findings come in another order".to_owned());
    }
    if (built.day, built.next_change) != (clean.day, clean.next_change) {
        let days = |report: &Report| (report.day, report.next_change);
        said.push(format!("the days are {:?}, in the clean build {:?}", days(built), days(clean)));
    }
    said
}

fn in_short(finding: &Finding) -> String {
    let file = finding.place.as_ref().map_or("the portal", |place| &*place.file);
    format!("{} in `{file}`: {}", finding.code.id(), finding.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_part_at_a_byte_or_where_one_ends() {
        let part = |a: &str, b: &str| first_difference(a.as_bytes(), b.as_bytes());
        assert_eq!(part("abc", "abc"), None);
        assert_eq!(part("abc", "abd"), Some(2));
        assert_eq!(part("abc", "ab"), Some(2));
        assert_eq!(part("", "a"), Some(0));
    }
}
