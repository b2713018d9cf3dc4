//! Turns output folders that cannot or must not be written into refusals that leave them as they are.

use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::pipeline::Failure;

use super::run::{self, fingerpost};
use super::small::Small;
use super::tree;

/// A folder with a portal in `portal`, and where its site goes.
fn portal() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("public"));
    Small::base().on_disk(&portal);
    (folder, portal, out)
}

fn new_phone(portal: &Path) {
    let phone = "--- content/portal.yaml (changed)\n\
                 -contact: { phone: 01632 960100, email: help@carers.example.org }\n\
                 +contact: { phone: 01632 960999, email: help@carers.example.org }\n";
    Small::base().with(phone).on_disk(portal);
}

fn message(failure: &Failure) -> String {
    match failure {
        Failure::Usage { message, help } | Failure::Refused { message, help } => format!("{message}\n{help}"),
        Failure::Environment { message, .. } => message.clone(),
        Failure::Interrupted => "interrupted".to_owned(),
    }
}

#[test]
fn a_folder_with_files_of_someone_else_is_refused() {
    let (_folder, portal, out) = portal();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "mine").unwrap();
    let failure = run::try_build(&portal, &out, |_| {}).unwrap_err();
    assert!(matches!(failure, Failure::Refused { .. }), "{failure:?}");
    let said = message(&failure);
    assert!(said.contains("thesis.txt"), "{said}");
    assert_eq!(tree::read(&out).into_keys().collect::<Vec<_>>(), ["thesis.txt"]);
}

#[test]
fn a_file_put_into_the_site_is_never_deleted() {
    let (_folder, portal, out) = portal();
    run::build(&portal, &out);
    fs::write(out.join("en/notes.txt"), "mine").unwrap();
    let before = tree::read(&out);
    new_phone(&portal);
    let failure = run::try_build(&portal, &out, |_| {}).unwrap_err();
    assert!(message(&failure).contains("notes.txt"), "{}", message(&failure));
    assert_eq!(tree::differences(&before, &tree::read(&out)), [""; 0]);
}

#[test]
fn a_folder_below_a_file_cannot_be_made() {
    let (folder, portal, _) = portal();
    fs::write(folder.path().join("file"), "mine").unwrap();
    for out in ["file", "file/public"] {
        let failure = run::try_build(&portal, &folder.path().join(out), |_| {}).unwrap_err();
        assert!(message(&failure).contains("file"), "{}", message(&failure));
    }
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "mine");
}

#[test]
fn the_portal_itself_is_no_place_for_a_site() {
    let (folder, portal, _) = portal();
    for out in [portal.clone(), portal.join("content"), folder.path().to_owned(), portal.join("content/static")] {
        let failure = run::try_build(&portal, &out, |_| {}).unwrap_err();
        assert!(matches!(failure, Failure::Refused { .. }), "{}: {failure:?}", out.display());
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, portal, _) = portal();
    let shut = folder.path().join("shut");
    fs::create_dir(&shut).unwrap();
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o555)).unwrap();
    let ignored = fs::write(shut.join("probe"), "").is_ok();
    if !ignored {
        let failure = run::try_build(&portal, &shut.join("public"), |_| {}).unwrap_err();
        assert!(message(&failure).contains("you have no permission"), "{}", message(&failure));
    }
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
}

/// No file may grow beyond 4 kB, as on a disk that fills in the middle of a page.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_site() {
    let (folder, portal, out) = portal();
    run::build(&portal, &out);
    let before = tree::read(&out);
    new_phone(&portal);
    let script = "trap '' XFSZ; ulimit -f 4; exec \"$0\" -C portal build --out ../public";
    let words = ["-c", script, env!("CARGO_BIN_EXE_fingerpost")];
    let output = std::process::Command::new("sh").current_dir(folder.path()).args(words).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.starts_with("error: ") && said.contains("cannot be written"), "{said}");
    assert_eq!(tree::differences(&before, &tree::read(&out)), [""; 0]);

    run::build(&portal, &out);
    let clean = folder.path().join("clean");
    run::build(&portal, &clean);
    assert_eq!(tree::differences(&tree::read(&clean), &tree::read(&out)), [""; 0]);
}

/// Without its manifest nothing in a folder is known to be ours, so it is refused whole, and not a byte of it changes.
#[test]
fn a_damaged_manifest_is_an_absent_one() {
    for damage in ["", "{", "{\"version\": 99}", "\0\0\0\0"] {
        let (folder, portal, out) = portal();
        run::build(&portal, &out);
        let before = tree::read(&out);
        fs::write(folder.path().join(".public.fingerpost/live.json"), damage).unwrap();
        new_phone(&portal);
        let failure = run::try_build(&portal, &out, |_| {}).unwrap_err();
        assert!(matches!(failure, Failure::Refused { .. }), "{damage:?}: {failure:?}");
        assert_eq!(tree::differences(&before, &tree::read(&out)), [""; 0], "{damage:?}");
    }
}

#[test]
fn damage_beside_the_site_is_mended() {
    let (folder, portal, out) = portal();
    run::build(&portal, &out);
    new_phone(&portal);
    run::build(&portal, &out);
    let beside = folder.path().join(".public.fingerpost");
    let expected = tree::read(&out);
    for name in ["sibling.json", "next.json", "lock"] {
        fs::write(beside.join(name), "{ no manifest").unwrap();
        Small::base().on_disk(&portal);
        run::build(&portal, &out);
        new_phone(&portal);
        run::build(&portal, &out);
        assert_eq!(tree::differences(&expected, &tree::read(&out)), [""; 0], "{name}");
    }
}

/// The folder beside the site was the site a build ago; somebody may have put a file there while it was.
#[test]
fn a_strangers_file_beside_the_site_is_kept() {
    let (folder, portal, out) = portal();
    run::build(&portal, &out);
    new_phone(&portal);
    run::build(&portal, &out);
    let stray = folder.path().join(".public.fingerpost/sibling/stray.html");
    fs::write(&stray, "stray").unwrap();
    Small::base().on_disk(&portal);
    let failure = run::try_build(&portal, &out, |_| {}).unwrap_err();
    assert!(message(&failure).contains("stray.html"), "{}", message(&failure));
    assert!(stray.exists() && !out.join("stray.html").exists());
}

#[test]
fn a_page_damaged_in_the_site_is_mended() {
    let (_folder, portal, out) = portal();
    run::build(&portal, &out);
    let expected = tree::read(&out);
    fs::remove_file(out.join("en/index.html")).unwrap();
    fs::write(out.join("en/money/index.html"), "short").unwrap();
    run::build(&portal, &out);
    assert_eq!(tree::differences(&expected, &tree::read(&out)), [""; 0]);
}

#[test]
fn the_program_says_where_and_what_to_do() {
    let (folder, _, _) = portal();
    let path = folder.path().join("portal/content/pages/index.en.md");
    fs::write(&path, "---\ntitle: Home\n---\n[Money](/mony)\n").unwrap();
    let ran = fingerpost(folder.path(), &["-C", "portal", "build"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    let said = "error[L001]: the link leads to `/mony`, and there is no such page\n \
                --> portal/content/pages/index.en.md:4:1\n  |\n4 | [Money](/mony)\n  | ^^^^^^^^^^^^^^\n  |\n  \
                = help: did you mean `/money`?\n";
    assert!(ran.stderr.starts_with(said), "{}", ran.stderr);
    let last = "1 error; nothing was published, the last good site stays\n`fingerpost guide L001` says more\n";
    assert!(ran.stderr.ends_with(last), "{}", ran.stderr);
    assert!(!folder.path().join("portal/public").exists());
}
