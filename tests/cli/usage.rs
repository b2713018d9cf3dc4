//! Turns mistyped command lines into help.

use super::{fingerpost, portal};

#[test]
fn without_a_command_there_is_help() {
    let folder = tempfile::tempdir().unwrap();
    let run = fingerpost(folder.path(), &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    for command in [
        "init",
        "new",
        "check",
        "build",
        "serve",
        "explain",
        "matrix",
        "facts",
        "translate",
        "clean",
        "schema",
        "doctor",
        "completions",
        "guide",
    ] {
        assert!(run.stderr.contains(&format!("\n  {command} ")), "{command}: {}", run.stderr);
    }
}

#[test]
fn help_and_version_are_answers_not_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    for words in [&["--help"][..], &["--version"], &["build", "--help"], &["new", "easy", "--help"]] {
        let run = fingerpost(folder.path(), words);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn mistyped_arguments_are_wrong_usage() {
    let portal = portal();
    for (words, message) in [
        (&["biuld"][..], "biuld"),
        (&["build", "--jobs", "0"], "--jobs"),
        (&["build", "--as-of", "tomorrow"], "`--as-of tomorrow` does not name a day"),
        (&["check", "--only", "colour=red"], "`--only colour=red` does not say what to choose by"),
        (&["check", "--format", "xml"], "xml"),
    ] {
        let run = fingerpost(portal.path(), words);
        assert_eq!(run.code, Some(2), "{words:?}: {}", run.stderr);
        assert!(run.stderr.contains(message), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn a_folder_without_a_portal_is_wrong_usage() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["check", "build", "clean"] {
        let run = fingerpost(folder.path(), &[command]);
        assert_eq!(run.code, Some(2), "{command}");
        assert_eq!(
            run.stderr,
            "error: there is no portal in `.`: it holds no `content/portal.yaml`\n |\n \
             = help: name the portal's folder with `-C`, or begin one with `fingerpost init my-portal`\n"
        );
    }
}
