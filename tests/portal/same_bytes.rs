//! Turns one portal into sites by different ways, which must be the same to the byte.

use std::path::Path;

use fingerpost::pipeline::Options;
use jiff::civil::date;

use super::small::Small;
use super::tree::{self, Tree};
use super::{pages, run};

fn built(portal: &Path, out: &Path, change: impl FnOnce(&mut Options)) -> Tree {
    let report = run::try_build(portal, out, change).unwrap();
    assert!(!report.failed(), "{:?}", run::lines(&report));
    tree::read(out)
}

#[test]
fn threads_folders_and_copies_make_no_difference() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let one = here.path().join("portal");
    let other = there.path().join("another copy/of the portal");
    pages::rich().on_disk(&one);
    pages::rich().on_disk(&other);
    let first = built(&one, &here.path().join("public"), |options| options.jobs = Some(1));
    assert!(first.len() > 100, "{} files", first.len());
    let ways: [(&str, Tree); 5] = [
        ("two threads", built(&one, &here.path().join("two"), |options| options.jobs = Some(2))),
        ("seven threads", built(&one, &here.path().join("seven"), |options| options.jobs = Some(7))),
        ("another copy", built(&other, &there.path().join("deep/er/public"), |options| options.jobs = None)),
        ("inside the portal", built(&other, &other.join("public"), |_| {})),
        ("once more", built(&one, &here.path().join("public"), |_| {})),
    ];
    for (way, tree) in &ways {
        assert_eq!(tree::differences(&first, tree), [""; 0], "{way}");
    }
}

#[test]
fn the_day_is_the_one_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let portal = folder.path().join("portal");
    pages::rich().on_disk(&portal);
    let today = built(&portal, &folder.path().join("a"), |_| {});
    let later = built(&portal, &folder.path().join("b"), |options| {
        options.today = date(2031, 1, 1);
        options.as_of = Some(run::TODAY);
    });
    assert_eq!(tree::differences(&today, &later), [""; 0]);
    let other = built(&portal, &folder.path().join("c"), |options| options.as_of = Some(date(2026, 12, 27)));
    assert!(tree::text(&today, "en/index.html").contains("25 December"), "the alert is not shown");
    assert!(!tree::text(&other, "en/index.html").contains("25 December"), "the alert is still shown");
}

/// What is left of an earlier site never shows in a later one.
#[test]
fn a_build_over_another_site_is_like_a_clean_one() {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    let (mut forth, mut clean) = (Vec::new(), Vec::new());
    for (step, small) in [Small::base(), pages::rich(), Small::base(), pages::rich()].into_iter().enumerate() {
        if portal.exists() {
            std::fs::remove_dir_all(&portal).unwrap();
        }
        small.on_disk(&portal);
        forth.push(built(&portal, &out, |_| {}));
        clean.push(built(&portal, &folder.path().join(format!("clean-{step}")), |_| {}));
    }
    for (forth, clean) in forth.iter().zip(&clean) {
        assert_eq!(tree::differences(clean, forth), [""; 0]);
    }
}
