//! Turns findings into one SARIF document, which code scanning services show beside the lines of a change.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::human::in_folder;
use super::position::{Located, Locator, Texts};
use crate::diag::{Code, Finding};

/// Stands for the portal as a whole: code scanning shows no finding without a file.
const WHOLE: &str = "content/portal.yaml";

/// All findings as one document with its line end, in the form of the OASIS standard SARIF 2.1.0, with what GitHub asks
/// for beyond it. `folder` leads from the repository's top to the portal.
pub fn sarif(findings: &[Finding], texts: &dyn Texts, folder: &str) -> String {
    let mut locator = Locator::new(texts);
    let results: Vec<Value> =
        findings.iter().map(|finding| result(finding, locator.locate(finding).as_ref(), folder)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Fingerpost",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().copied().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    format!("{}\n", serde_json::to_string_pretty(&document).expect("texts and numbers can always be written as JSON"))
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.id(),
        "name": format!("{code:?}"),
        "shortDescription": { "text": code.title() },
        "fullDescription": { "text": code.title() },
        "help": { "text": "Each finding says what to do about it." },
        "defaultConfiguration": { "level": code.severity().as_str() },
        "properties": { "tags": ["content"], "problem.severity": code.severity().as_str() },
    })
}

fn result(finding: &Finding, located: Option<&Located<'_>>, folder: &str) -> Value {
    let file = finding.place.as_ref().map_or(WHOLE, |place| &place.file);
    let index = Code::ALL.iter().position(|&code| code == finding.code).expect("the table holds every code");
    json!({
        "ruleId": finding.code.id(),
        "ruleIndex": index,
        "level": finding.severity.as_str(),
        "message": { "text": without_links(&super::words(finding)) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": relative(&in_folder(folder, file)), "uriBaseId": "%SRCROOT%" },
            "region": region(located),
        } }],
        "properties": { "reach": finding.reach },
    })
}

/// Columns count from 1 in code units of UTF-16; the end column is the one after the last. What means a whole file is
/// shown at its first line.
fn region(located: Option<&Located<'_>>) -> Value {
    located.map_or_else(
        || json!({ "startLine": 1 }),
        |Located { start, end, .. }| {
            json!({
                "startLine": start.line,
                "startColumn": start.unit,
                "endLine": end.line,
                "endColumn": end.unit,
            })
        },
    )
}

/// SARIF takes `[text](address)` in a message for a link of its own, and a backslash before a bracket for the bracket.
fn without_links(words: &str) -> String {
    if words.contains("](") { words.replace('[', "\\[").replace(']', "\\]") } else { words.to_owned() }
}

/// A path as a relative reference (RFC 3986).
fn relative(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            other => write!(uri, "%{other:02X}").expect("a text can always grow"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diag::Place;

    fn document(findings: &[Finding], texts: &dyn Texts, folder: &str) -> Value {
        serde_json::from_str(&sarif(findings, texts, folder)).unwrap()
    }

    #[test]
    fn columns_count_in_utf16() {
        // One character of two code units, one of one code unit and two bytes, then the spot.
        let texts = BTreeMap::from([("content/pages/é:1.md", "one\n😀é /y\n")]);
        let finding =
            Finding::new(Code::UnknownPage, "no page").at(Place::bytes(&"content/pages/é:1.md".into(), 11..13));
        let document = document(&[finding], &texts, "portal/");
        let result = &document["runs"][0]["results"][0];
        assert_eq!(
            result["locations"][0]["physicalLocation"],
            json!({
                "artifactLocation": { "uri": "portal/content/pages/%C3%A9%3A1.md", "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7 },
            })
        );
        let rules = document["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!((&rules[index]["id"], rules.len()), (&json!("L001"), Code::ALL.len()));
    }

    #[test]
    fn a_message_holds_all_words_and_no_link() {
        let mut finding = Finding::new(Code::LinkForm, "`x` is odd").help("write `[text](/money)`");
        finding.reach = 2;
        let document = document(&[finding], &BTreeMap::new(), ".");
        let result = &document["runs"][0]["results"][0];
        assert_eq!(result["message"]["text"], "`x` is odd\nhelp: write `\\[text\\](/money)`\nshown in 2 pages");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/portal.yaml");
        assert_eq!(place["region"], json!({ "startLine": 1 }));
    }
}
