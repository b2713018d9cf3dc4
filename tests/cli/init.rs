//! Turns an empty folder into a portal, and a full one into a refusal.

use std::fs;

use super::fingerpost;

#[test]
fn init_begins_a_portal_with_all_that_its_readme_names() {
    let folder = tempfile::tempdir().unwrap();
    let run = fingerpost(folder.path(), &["init", "site"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(run.stderr.starts_with("a portal stands in `site`: 16 files\n"), "{}", run.stderr);
    for path in [
        "README.md",
        ".gitignore",
        ".github/workflows/publish.yml",
        "content/portal.yaml",
        "content/audits.yaml",
        "content/localities.yaml",
        "content/services/listening-line.yaml",
        "content/pages/index.en.md",
        "content/pages/breaks/taking-a-break.easy.en.md",
    ] {
        let text = fs::read_to_string(folder.path().join("site").join(path)).unwrap();
        assert!(!text.contains("{{today}}"), "{path}");
    }
}

#[test]
fn init_never_writes_over_anything() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("site")).unwrap();
    fs::write(folder.path().join("site/notes.txt"), "mine").unwrap();
    let run = fingerpost(folder.path(), &["init", "site"]);
    assert_eq!(run.code, Some(5));
    assert_eq!(
        run.stderr,
        "error: `site` is not an empty folder\n |\n \
         = help: name a new folder; a portal that is already there is never written over\n"
    );
    assert_eq!(fs::read_dir(folder.path().join("site")).unwrap().count(), 1);
    fs::write(folder.path().join("file"), "mine").unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "file"]).code, Some(5));
}

#[test]
fn init_begins_in_an_empty_repository() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    let run = fingerpost(folder.path(), &["-C", folder.path().to_str().unwrap(), "init", "."]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(folder.path().join("content/portal.yaml").exists());
}
