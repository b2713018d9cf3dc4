//! Turns the mistakes of one text into findings, few enough to read and to hold in memory.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Code, Finding, Place};

/// More than anybody reads; a hostile text has millions.
const MAX_FINDINGS: usize = 500;
/// Characters of an author's text that a message repeats.
const MAX_QUOTE: usize = 60;

/// Collects the findings of one file.
pub struct Report {
    file: Arc<str>,
    findings: Vec<Finding>,
    /// The code of the first finding that found no room, and how many did not.
    more: Option<(Code, usize)>,
}

impl Report {
    pub fn new(file: &Arc<str>) -> Self {
        Self { file: file.clone(), findings: Vec::new(), more: None }
    }

    pub fn file(&self) -> &str {
        &self.file
    }

    /// Adds a finding about the bytes `span` of the file.
    #[expect(clippy::too_many_arguments, reason = "the four parts of every finding")]
    pub fn add(&mut self, code: Code, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        if self.findings.len() == MAX_FINDINGS {
            self.more.get_or_insert((code, 0)).1 += 1;
            return;
        }
        self.findings.push(Finding::new(code, message).at(Place::bytes(&self.file, span)).help(help));
    }

    /// The findings in the order of the text.
    pub fn finish(mut self) -> Vec<Finding> {
        self.findings.sort_by(|a, b| a.place.cmp(&b.place));
        if let Some((code, count)) = self.more {
            self.findings.push(
                Finding::new(code, format!("{count} more mistakes in this file are not listed"))
                    .at(Place::file(&self.file))
                    .help("correct the mistakes above, then check again"),
            );
        }
        self.findings
    }
}

/// An author's text for a message: on one line, without what cannot be seen, not too long.
pub fn quote(text: &str) -> String {
    let mut short: String =
        text.chars().take(MAX_QUOTE).map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect();
    if text.chars().nth(MAX_QUOTE).is_some() {
        short.push('…');
    }
    short
}

/// The candidate that an author most likely meant.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > 2 * MAX_QUOTE {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&written.to_lowercase(), candidate), candidate))
        .filter(|&(distance, candidate)| distance <= 1 + candidate.len() / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?", or all that can be meant.
pub fn did_you_mean(written: &str, candidates: &[&str]) -> String {
    match nearest(written, candidates.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use one of {}", list(candidates)),
    }
}

/// `` `a`, `b` or `c` ``.
pub fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}
