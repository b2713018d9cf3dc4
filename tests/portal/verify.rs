//! Turns sites that somebody has tampered with into what a comparison with a clean build says of them.

use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::io::DiskFiles;
use fingerpost::pipeline::{self, Comparison, Difference, Differs, Report};

use super::run::{self, fingerpost};
use super::{pages, tree};

/// A portal that was just built.
struct Built {
    _folder: tempfile::TempDir,
    portal: PathBuf,
    out: PathBuf,
    report: Report,
}

impl Built {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
        pages::rich().on_disk(&portal);
        let report = run::build(&portal, &out);
        Self { _folder: folder, portal, out, report }
    }

    fn verify(&self) -> Comparison {
        let options = run::options(&self.portal, self.out.clone());
        pipeline::verify(&DiskFiles::new(&self.portal).unwrap(), &options, &self.report, &run::Silent).unwrap()
    }
}

fn alter(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

fn differs(path: &str, kind: Differs) -> Difference {
    Difference { path: path.to_owned(), kind }
}

#[test]
fn a_site_that_was_just_built_is_what_a_clean_build_makes() {
    let built = Built::new();
    let comparison = built.verify();
    assert!(comparison.is_equal(), "{comparison:?}");
    assert_eq!(comparison.outputs, tree::read(&built.out).len());
}

#[test]
fn every_file_that_differs_is_named() {
    let built = Built::new();
    alter(&built.out.join("en/index.html"), |bytes| bytes[100] ^= 1);
    alter(&built.out.join("claim.pdf"), |bytes| bytes.push(b' '));
    fs::remove_file(built.out.join("cy/index.html")).unwrap();
    fs::write(built.out.join("en/notes.txt"), "mine").unwrap();
    let expected = [
        differs("claim.pdf", Differs::At("%PDF-1.7\n".len())),
        differs("cy/index.html", Differs::Missing),
        differs("en/index.html", Differs::At(100)),
        differs("en/notes.txt", Differs::Extra),
    ];
    let comparison = built.verify();
    assert_eq!(comparison.differences, expected);
    assert_eq!(comparison.said, [""; 0]);
}

#[test]
fn a_site_that_is_gone_misses_everything() {
    let built = Built::new();
    fs::remove_dir_all(&built.out).unwrap();
    fs::create_dir(&built.out).unwrap();
    let comparison = built.verify();
    assert_eq!(comparison.differences.len(), comparison.outputs);
    assert!(comparison.differences.iter().all(|difference| difference.kind == Differs::Missing));
}

/// The clean build reads the sources again: an edit after the build is seen, and so is what it lets one find.
#[test]
fn sources_are_read_again() {
    let built = Built::new();
    let page = built.portal.join("content/pages/index.en.md");
    fs::write(&page, fs::read_to_string(&page).unwrap().replace("Start with", "Begin with")).unwrap();
    let paths: Vec<String> = built.verify().differences.into_iter().map(|difference| difference.path).collect();
    assert!(paths.contains(&"en/index.html".to_owned()) && !paths.contains(&"en/money/index.html".to_owned()));

    fs::write(&page, "---\ntitle: Home\n---\n[Money](/mony)\n").unwrap();
    let comparison = built.verify();
    assert!(!comparison.is_equal());
    let found = "only the clean build finds L001 in `content/pages/index.en.md`: the link leads to `/mony`, and there is no such page";
    assert!(comparison.said.contains(&found.to_owned()), "{:?}", comparison.said);
}

#[test]
fn the_command_says_that_all_is_well() {
    let built = Built::new();
    let ran = fingerpost(&built.portal, &["build", "--out", "../public", "--verify"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let files = tree::read(&built.out).len();
    let said = format!("verified: a clean build makes the same {files} files, byte for byte\n");
    assert!(ran.stderr.ends_with(&said), "{}", ran.stderr);
    let part = fingerpost(&built.portal, &["build", "--out", "../part", "--verify", "--only", "language=cy"]);
    assert_eq!(part.code, Some(0), "{}", part.stderr);
}

#[test]
fn what_somebody_changed_is_mended_before_it_is_compared() {
    let built = Built::new();
    alter(&built.out.join("en/index.html"), |bytes| bytes[100] ^= 1);
    let ran = fingerpost(&built.portal, &["build", "--out", "../public", "--as-of", "2026-11-22", "--verify"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("\nverified: "), "{}", ran.stderr);
}

#[test]
fn mistakes_in_content_come_first() {
    let built = Built::new();
    fs::write(built.portal.join("content/pages/index.en.md"), "---\ntitle: Home\n---\n[Money](/mony)\n").unwrap();
    let ran = fingerpost(&built.portal, &["build", "--out", "../public", "--verify"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(!ran.stderr.contains("verified"), "{}", ran.stderr);
}
