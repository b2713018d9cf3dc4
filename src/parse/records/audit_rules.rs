//! Turns records of accessibility tests, and known issues, into findings about themselves.

use jiff::civil::Date;

use super::rules::{self, Record, Rule};
use crate::config::Portal;
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Audit, AuditKind, IssueReason, KnownIssue};

pub const AUDIT: &[Rule<Audit>] = &[result, counts, report, pages];
pub const PORTAL: &[Rule<Portal>] = &[issues, without];

fn result(audit: &Record<'_, Audit>, findings: &mut Vec<Finding>) {
    if audit.value.kind == AuditKind::Test && audit.value.result.is_none() {
        findings.push(
            Finding::new(Code::MissingKey, "the test has no result")
                .at(audit.at(["date"]))
                .help("write `result: full`, `partial` or `not`; for a review of the statement alone, `kind: review`"),
        );
    }
}

fn counts(audit: &Record<'_, Audit>, findings: &mut Vec<Finding>) {
    if let (Some(found), Some(fixed)) = (audit.value.found, audit.value.fixed)
        && fixed > found
    {
        findings.push(
            Finding::new(Code::BadValue, format!("{fixed} problems are fixed, and {found} were found"))
                .at(audit.at(["fixed"]))
                .help("`fixed` counts those of `found` that have been mended"),
        );
    }
}

fn report(audit: &Record<'_, Audit>, findings: &mut Vec<Finding>) {
    rules::web(audit.value.report.as_ref(), audit.at(["report"]), findings);
}

fn pages(audit: &Record<'_, Audit>, findings: &mut Vec<Finding>) {
    rules::once(audit, "pages", &audit.value.pages, findings);
}

fn without(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    rules::once(portal, "without", &portal.value.without, findings);
}

fn issues(portal: &Record<'_, Portal>, findings: &mut Vec<Finding>) {
    for (position, issue) in portal.value.known_issues.iter().enumerate() {
        let at = |key: &str| portal.at([Step::from("known_issues"), position.into(), key.into()]);
        dates(issue, &at, findings);
        reason(issue, &at, findings);
    }
}

fn dates(issue: &KnownIssue, at: &dyn Fn(&str) -> Place, findings: &mut Vec<Finding>) {
    let late = |(key, date): (&'static str, Option<Date>)| date.filter(|date| *date < issue.since).map(|_| key);
    for key in [("fix_by", issue.fix_by), ("fixed", issue.fixed)].into_iter().filter_map(late) {
        findings.push(
            Finding::new(Code::DateOrder, format!("`{key}` lies before `since`, the day on which it was found"))
                .at(at(key))
                .help("correct one of the two dates"),
        );
    }
}

/// What the regulations ask of each reason: the day for what can be mended, and why for what is too much to ask.
fn reason(issue: &KnownIssue, at: &dyn Fn(&str) -> Place, findings: &mut Vec<Finding>) {
    let (message, help) = match issue.reason {
        _ if issue.fixed.is_some() => return,
        IssueReason::NonCompliance if issue.fix_by.is_none() => (
            "the issue does not say when it is to be fixed",
            "write `fix_by:` with the day; the accessibility statement must name it",
        ),
        IssueReason::NonCompliance if issue.wcag.is_empty() => (
            "the issue does not say what it fails",
            "write `wcag:` with the numbers of the success criteria, like `[1.3.1]`",
        ),
        IssueReason::DisproportionateBurden if issue.why.is_none() => (
            "the issue does not say why mending it would be too great a burden",
            "write `why:`; the accessibility statement must give the reason",
        ),
        _ => return,
    };
    findings.push(Finding::new(Code::IssueIncomplete, message).at(at("what")).help(help));
}
