//! Turns findings into what the preview says of them: the words of `check`, for the script and for a plain page.

use std::fmt::Write as _;
use std::sync::Arc;

use quick_xml::escape::escape;
use serde_json::{Value, json};

use super::http::{HTML, Response};
use crate::diag::Finding;
use crate::diag::print::{self, Texts};

/// What is to be said of the newest version.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub(super) findings: Vec<Line>,
    pub summary: String,
    /// What went wrong, where that is no fault of the portal's.
    pub trouble: Option<String>,
    pub errors: usize,
    pub warnings: usize,
    /// Whether more may be found: mistakes in templates show when every page is made.
    pub is_pending: bool,
    /// Whether what is shown was made before the newest edits, which went wrong.
    pub is_behind: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    file: Option<Arc<str>>,
    /// As `--format json` shows it.
    json: Value,
}

impl Said {
    pub fn of(findings: &[Finding], texts: &dyn Texts) -> Self {
        let lines = findings.iter().zip(print::json(findings, texts)).map(|(finding, json)| Line {
            file: finding.place.as_ref().map(|place| place.file.clone()),
            json: serde_json::from_str(&json).expect("it was just written"),
        });
        let errors = findings.iter().filter(|finding| finding.is_error()).count();
        Self {
            findings: lines.collect(),
            summary: print::count(findings),
            trouble: None,
            errors,
            warnings: findings.len() - errors,
            is_pending: false,
            is_behind: false,
        }
    }

    /// What is no fault of the portal's.
    pub fn trouble(message: &str, help: &str) -> Self {
        let json = json!({ "severity": "error", "message": message, "help": help });
        Self {
            findings: vec![Line { file: None, json }],
            summary: message.to_owned(),
            trouble: Some(message.to_owned()),
            errors: 1,
            warnings: 0,
            is_pending: false,
            is_behind: false,
        }
    }

    /// The findings as JSON, those about the files of a page first. `own` are their paths, or how these end.
    pub fn lines(&self, own: &[String]) -> Vec<Value> {
        let is_own = |line: &Line| line.file.as_ref().is_some_and(|file| own.iter().any(|end| file.ends_with(end)));
        let (mine, others): (Vec<&Line>, Vec<&Line>) = self.findings.iter().partition(|line| is_own(line));
        let marked = |line: &Line, own: bool| {
            let mut json = line.json.clone();
            json["own"] = own.into();
            json
        };
        mine.into_iter()
            .map(|line| marked(line, true))
            .chain(others.into_iter().map(|line| marked(line, false)))
            .collect()
    }

    /// In how many pages the findings stand.
    pub fn reaches(&self) -> impl Iterator<Item = u64> {
        self.findings.iter().filter_map(|line| line.json["reach"].as_u64())
    }

    /// A page for an address whose own page cannot be made.
    pub fn page(&self) -> Response {
        let mut items = String::new();
        for Line { json, .. } in &self.findings {
            let text = |key: &str| escape(json[key].as_str().unwrap_or_default()).into_owned();
            let place = match (json["file"].as_str(), json["line"].as_u64()) {
                (Some(file), Some(line)) => format!("<p><code>{}:{line}</code></p>", escape(file)),
                (Some(file), None) => format!("<p><code>{}</code></p>", escape(file)),
                _ => String::new(),
            };
            let code = [text("severity"), text("code")].join(" ");
            let written = write!(
                items,
                "<li><p><b>{}</b>: {}</p>{place}<pre>{}</pre></li>",
                code.trim(),
                text("message"),
                text("help")
            );
            written.expect("a string takes all that is written");
        }
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{0}</title></head><body><main>\
             <h1>This page cannot be shown yet</h1><p>{0}. It is shown as soon as this is mended.</p><ul>{items}</ul>\
             </main></body></html>",
            escape(self.summary.as_str()),
        );
        Response::new(503, HTML, html)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diag::{Code, Place};

    #[test]
    fn a_pages_own_findings_come_first() {
        let at =
            |file: &str| Finding::new(Code::UnknownPage, "no <page>").at(Place::bytes(&file.into(), 2..3)).help("h");
        let texts: BTreeMap<&str, &str> = [("a.md", "\n\nx"), ("b.md", "xyz")].into();
        let said = Said::of(&[at("a.md"), at("b.md")], &texts);
        let files: Vec<Value> = said
            .lines(&["b.md".to_owned()])
            .iter()
            .map(|line| json!([line["file"], line["line"], line["own"]]))
            .collect();
        assert_eq!(files, [json!(["b.md", 1, true]), json!(["a.md", 3, false])]);
        assert_eq!((said.summary.as_str(), said.errors), ("2 errors", 2));
        let page = String::from_utf8(said.page().body).unwrap();
        assert!(page.contains("<b>error L001</b>: no &lt;page&gt;") && page.contains("<code>a.md:3</code>"), "{page}");
    }
}
