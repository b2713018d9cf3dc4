//! Turns the findings of one page into few: what is found often on a page is told once, with its lines.

use crate::config::RuleCode;
use crate::diag::{Finding, Spot};

/// So many findings of one kind stand by themselves.
const FEW: usize = 3;
/// So many lines are named.
const LINES: usize = 10;

/// Takes the findings of one page.
pub struct Notes<'a> {
    off: &'a [RuleCode],
    list: Vec<Finding>,
}

impl<'a> Notes<'a> {
    pub fn new(off: &'a [RuleCode]) -> Self {
        Self { off, list: Vec::new() }
    }

    pub fn add(&mut self, finding: Finding) {
        if !self.off.contains(&RuleCode(finding.code)) {
            self.list.push(finding);
        }
    }

    /// All findings, those of one kind together: more than a few of them as the first, which names the lines of the
    /// others.
    pub fn grouped(self, source: &str) -> Vec<Finding> {
        let mut rest = self.list;
        let mut grouped = Vec::new();
        while let Some(first) = rest.first() {
            let kind = (first.code, first.severity);
            let (mut same, others): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|finding| (finding.code, finding.severity) == kind);
            rest = others;
            if same.len() <= FEW {
                grouped.append(&mut same);
                continue;
            }
            let more = more(&same[1..], source);
            let first = same.swap_remove(0);
            grouped.push(Finding { message: format!("{}, and {more}", first.message), ..first });
        }
        grouped
    }
}

/// How many there are, and where the first of them stand.
fn more(others: &[Finding], source: &str) -> String {
    let mut starts: Vec<usize> = others.iter().filter_map(start).collect();
    starts.sort_unstable();
    let mut lines: Vec<usize> = Vec::new();
    let (mut line, mut at) = (1, 0);
    for start in starts {
        line += source[at..start].bytes().filter(|&b| b == b'\n').count();
        at = start;
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    let count = others.len();
    if lines.is_empty() {
        return format!("{count} more like it");
    }
    let named: Vec<String> = lines.iter().take(LINES).map(usize::to_string).collect();
    let word = if named.len() == 1 { "line" } else { "lines" };
    let dots = if lines.len() > LINES { " ..." } else { "" };
    format!("{count} more like it: {word} {}{dots}", named.join(", "))
}

fn start(finding: &Finding) -> Option<usize> {
    match finding.place.as_ref()?.spot {
        Spot::Bytes(start, _) => Some(start),
        Spot::Whole | Spot::Key(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::{Code, Place};

    fn messages(places: &[usize]) -> Vec<String> {
        let file: Arc<str> = "a.md".into();
        let mut notes = Notes::new(&[]);
        for &start in places {
            notes
                .add(Finding::new(Code::LongSentence, format!("at {start}")).at(Place::bytes(&file, start..start + 1)));
        }
        notes.grouped("a\nb\nc\nd\n").into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_few_stand_by_themselves_and_many_together() {
        assert_eq!(messages(&[0, 2, 4]), ["at 0", "at 2", "at 4"]);
        assert_eq!(messages(&[0, 2, 6, 4, 4]), ["at 0, and 4 more like it: lines 2, 3, 4"]);
    }

    #[test]
    fn what_is_off_is_not_told() {
        let mut notes = Notes::new(&[RuleCode(Code::LongSentence)]);
        notes.add(Finding::new(Code::LongSentence, "long"));
        notes.add(Finding::new(Code::HardToRead, "hard"));
        assert_eq!(notes.grouped("").len(), 1);
    }
}
