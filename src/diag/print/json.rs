//! Turns findings into JSON lines for programs.

use serde::Serialize;

use super::position::{Locator, Texts};
use crate::diag::Finding;

/// One finding. The keys are a promise to programs: they are all there, in this order, `null` where nothing is known.
#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    /// From the portal's folder, with `/`.
    file: Option<&'a str>,
    /// Lines and columns count from 1; columns are characters; the end column is the one after the last character.
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    reach: u32,
}

/// One line for each finding, with its line end.
pub fn json<'a>(findings: &'a [Finding], texts: &'a dyn Texts) -> impl Iterator<Item = String> + 'a {
    let mut locator = Locator::new(texts);
    findings.iter().map(move |finding| {
        let located = locator.locate(finding);
        let line = Line {
            code: finding.code.id(),
            severity: finding.severity.as_str(),
            message: &finding.message,
            help: &finding.help,
            file: finding.place.as_ref().map(|place| &*place.file),
            line: located.as_ref().map(|located| located.start.line),
            column: located.as_ref().map(|located| located.start.column),
            end_line: located.as_ref().map(|located| located.end.line),
            end_column: located.as_ref().map(|located| located.end.column),
            reach: finding.reach,
        };
        format!("{}\n", serde_json::to_string(&line).expect("texts and numbers can always be written as JSON"))
    })
}
