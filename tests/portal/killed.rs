//! Turns builds that are killed at any moment into sites that are still whole.
#![cfg(unix)]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::run;
use super::small::Small;
use super::tree::{self, Tree};

const KILLS: u64 = 50;

/// A portal of a few hundred outputs, every page of which shows the telephone number.
fn version(phone: &str) -> Small {
    let settings = format!(
        "--- content/portal.yaml (changed)\n\
         -contact: {{ phone: 01632 960100, email: help@carers.example.org }}\n\
         +contact: {{ phone: {phone}, email: help@carers.example.org }}\n"
    );
    (0..40).fold(Small::base().with(&settings), |small, number| {
        let text = format!("---\ntitle: Page {number}\n---\nCall {{local:contact.phone}}.\n");
        small.file(&format!("content/pages/page-{number}.en.md"), text)
    })
}

fn start(folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.current_dir(folder).args(["-C", "portal", "build", "--out", "../public", "--as-of", "2026-11-22"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn clean(folder: &Path, small: &Small, name: &str) -> Tree {
    let portal = folder.join("portal");
    small.on_disk(&portal);
    run::build(&portal, &folder.join(name));
    tree::read(&folder.join(name))
}

/// Numbers that hit every part of a build evenly, in no order: the fractions of multiples of the golden ratio.
fn moments(whole: Duration) -> impl Iterator<Item = Duration> {
    (1..=KILLS).map(move |number| whole.mul_f64((number as f64 * 0.618_033_988_75).fract() * 1.1))
}

#[test]
fn fifty_killed_builds_leave_the_old_site_or_the_new_one() {
    let (whole, differing) = fifty_killed_builds(&[version("01632 960500"), version("01632 960600")]);
    assert!(whole > 200 && differing > 100);
}

/// Such an edit is published by putting a file in place, after the words that it is found by.
#[test]
fn fifty_killed_edits_leave_the_old_site_or_the_new_one() {
    let page = |text: &str| version("01632 960500").file("content/pages/page-7.en.md", text);
    let body = [page("---\ntitle: Page 7\n---\nOne.\n"), page("---\ntitle: Page 7\n---\nTwo.\n")];
    let (whole, differing) = fifty_killed_builds(&body);
    assert!(whole > 200 && differing < 20, "{differing}");
}

/// Whether a site is the old one but for words of its search, which are the new one's.
fn is_between(left: &Tree, [old, new]: [&Tree; 2]) -> bool {
    let is_words = |path: &str| path.contains("search/") && path.ends_with(".txt");
    left.keys().eq(old.keys())
        && left.iter().all(|(path, bytes)| old[path] == *bytes || is_words(path) && new.get(path) == Some(bytes))
}

/// Builds the one and the other in turns, each killed at another moment. Says how many outputs they have, and in how
/// many they differ.
fn fifty_killed_builds(versions: &[Small; 2]) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let whole = [clean(folder, &versions[0], "first"), clean(folder, &versions[1], "second")];

    let (portal, out) = (folder.join("portal"), folder.join("public"));
    versions[0].on_disk(&portal);
    let begin = Instant::now();
    assert!(start(folder).wait().unwrap().success());
    let takes = begin.elapsed();
    let (mut old, mut new) = (0, 0);
    for (number, moment) in moments(takes).enumerate() {
        let next = (number + 1) % 2;
        versions[next].on_disk(&portal);
        let mut build = start(folder);
        thread::sleep(moment);
        build.kill().unwrap();
        build.wait().unwrap();
        let left = tree::read(&out);
        match whole.iter().position(|tree| *tree == left) {
            Some(found) if found == next => new += 1,
            Some(_) => old += 1,
            None if is_between(&left, [&whole[1 - next], &whole[next]]) => old += 1,
            None => panic!("after {moment:?} of {takes:?}: {:?}", tree::differences(&whole[next], &left)),
        }
    }
    assert!(old > 0, "no build was killed before its end ({new} were done)");
    versions[1].on_disk(&portal);
    assert!(start(folder).wait().unwrap().success());
    assert_eq!(tree::differences(&whole[1], &tree::read(&out)), [""; 0]);
    (whole[0].len(), tree::differences(&whole[0], &whole[1]).len())
}
