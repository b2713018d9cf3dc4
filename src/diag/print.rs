//! Turns findings into lines for people, for programs and for code scanning; whoever calls writes them somewhere.

mod github;
mod human;
mod json;
mod position;
mod sarif;

pub use github::github;
pub use human::{Colour, Look, human, problem};
pub use json::json;
pub use position::Texts;
pub use sarif::sarif;

use super::{Finding, Severity};

/// How many errors and warnings there are, in words: `2 errors, 1 warning`.
pub fn count(findings: &[Finding]) -> String {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning]
        .into_iter()
        .filter(|&severity| of(severity) > 0)
        .map(|severity| amount(of(severity), severity.as_str()))
        .collect();
    if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") }
}

/// A number with its noun: `1 page`, `2 pages`.
fn amount(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Where a finding is shown, or nothing where that is not known.
fn reach(finding: &Finding) -> Option<String> {
    (finding.reach > 0).then(|| format!("shown in {}", amount(finding.reach as usize, "page")))
}

/// All that a person needs, on lines of their own.
fn words(finding: &Finding) -> String {
    let help = (!finding.help.is_empty()).then(|| format!("help: {}", finding.help));
    let lines = [Some(finding.message.clone()), help, reach(finding)];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
