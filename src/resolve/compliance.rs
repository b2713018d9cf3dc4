//! Turns recorded audits and known issues into what is known of a site's accessibility on a day.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::model::{Audit, AuditKind, Compliance, IssueReason, KnownIssue};

/// A test or review is good for so long (GDS, "Make your website or app accessible": look at it again every year).
const MONTHS: i64 = 12;

/// What is known of a site's accessibility.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The days of the first and of the last test or review.
    pub dates: Option<(Date, Date)>,
    /// The last test.
    pub test: Option<&'a Audit>,
    /// What does not work, in the portal's order.
    pub open: Vec<&'a KnownIssue>,
    /// What was fixed within a year.
    pub fixed: Vec<(&'a KnownIssue, Date)>,
}

/// Which of its issues keep a site from being accessible, in the words of the model statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Issues,
    Exemptions,
    Both,
    /// None that the portal names.
    Unnamed,
}

/// What is known on a day; what is dated later is not.
pub fn known(catalog: &Catalog, day: Date) -> Known<'_> {
    let audits = || catalog.audits.iter().map(|audit| &audit.value).filter(|audit| audit.date <= day);
    let dates = || audits().map(|audit| audit.date);
    let issues = || catalog.portal.known_issues.iter().filter(|issue| issue.since <= day);
    let fixed = issues().filter_map(|issue| Some((issue, issue.fixed.filter(|&fixed| fixed <= day)?)));
    Known {
        dates: dates().min().zip(dates().max()),
        test: audits().filter(|audit| audit.kind == AuditKind::Test).max_by_key(|audit| audit.date),
        open: issues().filter(|issue| issue.fixed.is_none_or(|fixed| day < fixed)).collect(),
        fixed: fixed.filter(|(_, fixed)| day <= last_day(*fixed)).collect(),
    }
}

impl Known<'_> {
    /// How far the site keeps to the standard: as the last test found, or worse where an issue is open. None for a site
    /// that was never tested.
    pub fn verdict(&self) -> Option<Compliance> {
        let found = self.test?.result?;
        Some(if self.open.is_empty() { found } else { found.max(Compliance::Partial) })
    }

    pub fn due(&self) -> Due {
        let is_issue = |issue: &&&KnownIssue| issue.reason == IssueReason::NonCompliance;
        let issues = self.open.iter().filter(is_issue).count();
        match (issues, self.open.len() - issues) {
            (0, 0) => Due::Unnamed,
            (0, _) => Due::Exemptions,
            (_, 0) => Due::Issues,
            _ => Due::Both,
        }
    }
}

/// The last day on which what was done on a day is not too old.
pub fn last_day(done: Date) -> Date {
    done.checked_add(MONTHS.months()).unwrap_or(Date::MAX)
}

/// Days on which the statement says something else, or something is found that was not before.
pub fn days(catalog: &Catalog) -> Vec<Date> {
    let after = |date: Date| date.checked_add(1.days()).unwrap_or(Date::MAX);
    let audits = catalog.audits.iter().flat_map(|audit| [audit.value.date, after(last_day(audit.value.date))]);
    let issues = catalog.portal.known_issues.iter().flat_map(|issue| {
        let fixed = issue.fixed.map(|fixed| [fixed, after(last_day(fixed))]);
        [Some(issue.since), issue.fix_by.map(after)].into_iter().flatten().chain(fixed.into_iter().flatten())
    });
    audits.chain(issues).collect()
}
