//! Turns a portal into a report, in process or by the program itself.

use std::path::{Path, PathBuf};

use fingerpost::diag::print;
use fingerpost::io::{DiskFiles, Files};
use fingerpost::pipeline::{self, Failure, Options, Progress, Report};
use jiff::civil::{Date, date};

/// The day of every test, unless it says another.
pub const TODAY: Date = date(2026, 11, 22);

pub fn options(portal: &Path, out: PathBuf) -> Options {
    Options {
        portal: portal.to_owned(),
        home: None,
        as_of: None,
        today: TODAY,
        drafts: false,
        strict: false,
        afresh: false,
        jobs: Some(1),
        only_languages: Vec::new(),
        only_localities: Vec::new(),
        out,
        memory: Some(portal.join(".fingerpost")),
    }
}

/// Nobody watches.
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: usize, _: usize) {}
}

/// Checks a portal in memory.
pub fn check(files: &dyn Files) -> Report {
    pipeline::check(files, &options(Path::new("portal"), PathBuf::from("public"))).unwrap()
}

/// Builds the portal in `folder` into `out`.
pub fn try_build(folder: &Path, out: &Path, change: impl FnOnce(&mut Options)) -> Result<Report, Failure> {
    let mut options = options(folder, out.to_owned());
    change(&mut options);
    pipeline::build(&DiskFiles::new(folder).unwrap(), &options, &Silent)
}

/// Builds the portal in `folder` into `out`; there must be no error.
pub fn build(folder: &Path, out: &Path) -> Report {
    let report = try_build(folder, out, |_| {}).unwrap();
    assert!(!report.failed(), "{}", lines(&report).join("\n"));
    report
}

/// One line for each finding: `code file:line:column message`.
pub fn lines(report: &Report) -> Vec<String> {
    let json = print::json(&report.findings, &*report.sources);
    json.map(|line| {
        let finding: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
        let place = match (finding["line"].as_u64(), finding["column"].as_u64()) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", text("file")),
            _ => text("file"),
        };
        format!("{} {place} {}", text("code"), text("message"))
    })
    .collect()
}

/// What the program left behind.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the program itself in `folder`.
pub fn fingerpost(folder: &Path, words: &[&str]) -> Ran {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = command.current_dir(folder).args(words).env("NO_COLOR", "1").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}
