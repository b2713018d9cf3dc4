//! Turns a portal with a mistake into findings for code scanning, and shells into scripts.

use std::fs;

use serde_json::Value;

use super::{fingerpost, portal};

#[test]
fn code_scanning_gets_one_document() {
    let portal = portal();
    let page = portal.path().join("content/pages/index.en.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{text}\n😀 [x](/nowhere)\n")).unwrap();
    let line = text.lines().count() + 2;
    for words in [
        &["check", "--format", "sarif"][..],
        &["build", "--format", "sarif"],
        &["-C", ".", "check", "--format", "sarif"],
    ] {
        let run = fingerpost(portal.path(), words);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        let document: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(document["version"], "2.1.0");
        let results = document["runs"][0]["results"].as_array().unwrap();
        assert_eq!((results.len(), &results[0]["ruleId"]), (1, &Value::from("L001")), "{results:?}");
        let place = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/pages/index.en.md");
        assert_eq!(
            (&place["region"]["startLine"], &place["region"]["startColumn"]),
            (&Value::from(line), &Value::from(4))
        );
    }
    let clean = super::portal();
    let run = fingerpost(clean.path(), &["check", "--format", "sarif"]);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, &document["runs"][0]["results"]), (Some(0), &Value::from(Vec::<Value>::new())));
}

#[test]
fn every_shell_completes_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = fingerpost(folder.path(), &["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{shell}");
        for word in ["explain", "completions", "as-of"] {
            assert!(run.stdout.contains(word), "{shell} knows no `{word}`");
        }
    }
}
