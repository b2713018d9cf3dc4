//! Turns paths of HTML files and folders into what the accessibility rules say of each file.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::Failure;
use crate::audit::{self, Outcome, Unreadable};
use crate::diag::{Code, Finding, Place};
use crate::io::{ListedKind, Target};

/// A file and what the rules say of it.
#[derive(Debug)]
pub struct Audited {
    /// As it was named, with `/`.
    pub file: Arc<str>,
    pub text: String,
    /// What every rule says, or why none can.
    pub outcomes: Result<Vec<Outcome>, String>,
}

/// Files that are looked at before what was found is handed on.
const AT_ONCE: usize = 128;
/// A page of more bytes is none for people.
const LARGEST: usize = 64 * 1024 * 1024;
/// Folders inside each other.
const DEEPEST: usize = 64;

/// Audits files and all HTML files in folders, seen from a folder, and hands each on, in the order of their paths.
///
/// # Errors
/// What the disk does, a path that is not there, and what `each` refuses.
pub fn audit(
    target: &dyn Target,
    (folder, paths): (&Path, &[PathBuf]),
    mut each: impl FnMut(Audited) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let top = folder.join(path);
        let found = gather(target, &top)?;
        files.extend(found.into_iter().map(|file| (file, top.clone())));
    }
    let sheets = Sheets { target, known: Mutex::default() };
    for some in files.chunks(AT_ONCE) {
        let audited: Vec<Result<Audited, Failure>> =
            some.par_iter().map(|(file, top)| one(target, file, (top, &sheets))).collect();
        for audited in audited {
            let mut audited = audited?;
            if let Some(inner) = Path::new(&*audited.file).strip_prefix(folder).ok().and_then(Path::to_str) {
                audited.file = inner.into();
            }
            each(audited)?;
        }
    }
    Ok(files.len())
}

/// The file itself, or the HTML files in a folder, sorted.
fn gather(target: &dyn Target, path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let real = target.resolve(path).map_err(|source| unreadable(path, source))?;
    let kind = target.kind(&real).map_err(|source| unreadable(path, source))?;
    let mut files = Vec::new();
    match kind {
        Some(ListedKind::Folder) => folder(target, path, 0, &mut files)?,
        _ => files.push(path.to_owned()),
    }
    Ok(files)
}

fn folder(target: &dyn Target, path: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for listed in target.list(path).map_err(|source| unreadable(path, source))? {
        let inner = path.join(&listed.name);
        let lower = listed.name.to_ascii_lowercase();
        let is_html = [".html", ".htm", ".xhtml"].iter().any(|end| lower.ends_with(end));
        match listed.kind {
            ListedKind::Folder if depth < DEEPEST && !listed.name.starts_with('.') => {
                folder(target, &inner, depth + 1, files)?;
            }
            ListedKind::File if is_html => files.push(inner),
            _ => {}
        }
    }
    Ok(())
}

fn unreadable(path: &Path, source: std::io::Error) -> Failure {
    if source.kind() == std::io::ErrorKind::NotFound {
        return Failure::Usage {
            message: format!("there is no file or folder `{}`", path.display()),
            help: "name HTML files, or folders with HTML files in them".to_owned(),
        };
    }
    Failure::environment(format!("`{}` cannot be read", path.display()), source)
}

fn one(target: &dyn Target, file: &Path, (top, sheets): (&Path, &Sheets<'_>)) -> Result<Audited, Failure> {
    let bytes = target.read(file).map_err(|source| unreadable(file, source))?;
    let name: Arc<str> = file.to_string_lossy().replace('\\', "/").into();
    if bytes.len() > LARGEST {
        let problem = format!("the file is larger than {} MB", LARGEST / 1024 / 1024);
        return Ok(Audited { file: name, text: String::new(), outcomes: Err(problem) });
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    let outcomes = match audit::read(&text) {
        Ok(document) => {
            let linked = audit::sheets(&document);
            let linked: Vec<Arc<str>> = linked.iter().filter_map(|href| sheets.get(href, (file, top))).collect();
            let linked: Vec<&str> = linked.iter().map(|sheet| &**sheet).collect();
            Ok(audit::judge(audit::Page::new(document, &linked), &text))
        }
        Err(Unreadable::TooDeep) => Err("its elements stand too deep in each other".to_owned()),
        Err(Unreadable::TooMany) => Err("it has more elements than any page for people".to_owned()),
    };
    Ok(Audited { file: name, text, outcomes })
}

/// The style sheets that pages link to, read once each.
struct Sheets<'a> {
    target: &'a dyn Target,
    known: Mutex<HashMap<PathBuf, Option<Arc<str>>>>,
}

impl Sheets<'_> {
    /// The sheet at an address, seen from a page below `top`; none where it lies on another host or not at all.
    fn get(&self, href: &str, (file, top): (&Path, &Path)) -> Option<Arc<str>> {
        let path = local(href, file, top)?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || match self.target.read(&path) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into()),
            Err(_) => None,
        };
        known.entry(path.clone()).or_insert_with(read).clone()
    }
}

fn local(href: &str, file: &Path, top: &Path) -> Option<PathBuf> {
    let plain = href.split(['?', '#']).next().unwrap_or_default();
    if plain.is_empty() || plain.contains(':') || plain.starts_with("//") {
        return None;
    }
    let joined = match plain.strip_prefix('/') {
        Some(rest) => top.join(rest),
        None => file.parent()?.join(plain),
    };
    let mut path = PathBuf::new();
    for part in joined.components() {
        match part {
            Component::ParentDir if path.file_name().is_some_and(|name| name != "..") => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    Some(path)
}

impl Audited {
    pub fn failed(&self) -> bool {
        self.outcomes.as_ref().map_or(true, |outcomes| outcomes.iter().any(Outcome::failed))
    }

    /// What is wrong, to show to people.
    pub fn findings(&self) -> Vec<Finding> {
        let outcomes = match &self.outcomes {
            Ok(outcomes) => outcomes,
            Err(problem) => {
                let finding = Finding::new(Code::Accessibility, format!("the file cannot be audited: {problem}"));
                return vec![finding.at(Place::file(&self.file)).help("look for a tag that is never closed")];
            }
        };
        outcomes.iter().flat_map(|outcome| outcome.findings(&self.file)).collect()
    }

    /// One line of JSON for each rule.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let shown: Vec<Line<'_>> = match &self.outcomes {
            Ok(outcomes) => outcomes.iter().map(|outcome| self.line(outcome)).collect(),
            Err(problem) => {
                let message = format!("the file cannot be audited: {problem}");
                let none = |rule: &'static audit::Rule| Line {
                    file: &self.file,
                    rule: rule.id,
                    outcome: "inapplicable",
                    line: None,
                    column: None,
                    message: message.clone(),
                };
                audit::RULES.iter().map(none).collect()
            }
        };
        let written: Vec<String> = shown
            .iter()
            .map(|line| serde_json::to_string(line).expect("texts and numbers can always be written as JSON") + "\n")
            .collect();
        written.into_iter()
    }

    fn line(&self, outcome: &Outcome) -> Line<'_> {
        let first = outcome.faults.first().or(outcome.doubts.first());
        let place = first.map(|fault| position(&self.text, fault.bytes.start));
        let mut message = first.map(|fault| format!("{}: {}", fault.message, fault.help)).unwrap_or_default();
        let others = if outcome.faults.is_empty() { 0 } else { outcome.faults.len() - 1 };
        if others > 0 {
            let lines: Vec<String> = outcome.faults[1..]
                .iter()
                .take(20)
                .map(|fault| position(&self.text, fault.bytes.start).0.to_string())
                .collect();
            message.push_str(&format!(" (and {others} more, in lines {})", lines.join(", ")));
        }
        Line {
            file: &self.file,
            rule: outcome.rule.id,
            outcome: outcome.verdict.as_str(),
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            message,
        }
    }
}

/// One rule and one file. The keys are a promise to programs: they are all there, in this order, `null` where nothing
/// is known.
#[derive(serde::Serialize)]
struct Line<'a> {
    file: &'a str,
    rule: &'static str,
    outcome: &'static str,
    /// Of the first element that is wrong; both count from 1, columns in characters.
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at)];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.bytes().filter(|&byte| byte == b'\n').count() + 1, before[start..].chars().count() + 1)
}
