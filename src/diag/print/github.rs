//! Turns findings into GitHub workflow commands, which show them beside the lines of a pull request.

use super::human::in_folder;
use super::position::{Locator, Texts};
use crate::diag::Finding;

/// One workflow command for each finding, with its line end. `folder` leads from the repository's top to the portal.
///
/// The form is that of GitHub's "Workflow commands for GitHub Actions"; the escapes are those of `@actions/core`.
pub fn github<'a>(findings: &'a [Finding], texts: &'a dyn Texts, folder: &'a str) -> impl Iterator<Item = String> + 'a {
    let mut locator = Locator::new(texts);
    findings.iter().map(move |finding| {
        let mut properties = Vec::new();
        if let Some(place) = &finding.place {
            properties.push(format!("file={}", property(&in_folder(folder, &place.file))));
        }
        if let Some(located) = locator.locate(finding) {
            let (start, end) = (located.start, located.end);
            properties.push(format!("line={},col={},endLine={}", start.line, start.column, end.line));
        }
        properties.push(format!("title={}", property(&format!("{}: {}", finding.code.id(), finding.code.title()))));
        format!("::{} {}::{}\n", finding.severity.as_str(), properties.join(","), escape(&super::words(finding)))
    })
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
