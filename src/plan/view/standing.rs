//! Turns what the pages that every site has say into views: accessibility statement, privacy, changes, site map.

use serde::Serialize;

use super::{ContactView, DateView, LinkView, Strings, TextView};

/// `bodies/statement.html`: the accessibility statement, in the order of the model statement of GDS.
#[derive(Clone, Debug, Serialize)]
pub struct StatementBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    /// "This accessibility statement applies to ...".
    pub applies: String,
    pub run_by: String,
    /// How readers set up their own device: a site with advice.
    pub advice: LinkView,
    /// What does not work, in short.
    pub known: Vec<TextView>,
    pub contact: ContactView,
    /// "We will get back to you in 10 days."
    pub reply: Option<String>,
    /// Who sees to it that the law is kept, in each part of the kingdom that the place is in.
    pub enforcement: Vec<EnforcementView>,
    pub committed: String,
    pub status: String,
    /// The issues by reason, with the heading of the model statement.
    pub reasons: Vec<ReasonView>,
    /// What each build checks by itself.
    pub checks: String,
    pub improving: Option<TextView>,
    /// What was fixed within a year, and when.
    pub fixed: Vec<FixedView>,
    /// When the statement was prepared and last reviewed; none without a test or review.
    pub prepared: Option<String>,
    pub test: Option<TestView>,
}

/// A body that sees to it that the law is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnforcementView {
    pub text: String,
    pub link: LinkView,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReasonView {
    pub title: String,
    pub issues: Vec<IssueView>,
}

/// An issue with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IssueView {
    pub what: TextView,
    /// "This fails WCAG 2.2 success criterion 1.3.1".
    pub fails: Option<String>,
    /// The English names of the criteria.
    pub criteria: Vec<&'static str>,
    pub why: Option<TextView>,
    pub instead: Option<TextView>,
    /// Since when it is known, and when it is to be fixed.
    pub when: Vec<String>,
}

/// An issue that is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixedView {
    pub what: TextView,
    /// "Fixed on 20 October 2026."
    pub when: String,
}

/// The last test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TestView {
    /// When, and against which standard.
    pub tested: String,
    pub by: TextView,
    pub sample: Option<TextView>,
    pub pages: Vec<LinkView>,
    pub methods: Vec<String>,
    /// How many problems were found, and how many of them are mended.
    pub counts: Vec<String>,
    pub report: Option<String>,
}

/// `bodies/privacy.html`: what the site keeps, and what it does not.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    /// Whether there is a list of services that readers keep.
    pub shortlist: bool,
    /// Whether there is a search.
    pub search: bool,
    /// Whether a postcode can be looked up.
    pub finder: bool,
    /// Whether there are pages with a button that leaves at once.
    pub sensitive: bool,
    /// "If you phone or write to us, ... has what you tell us."
    pub told: String,
    /// Who hears complaints about that.
    pub commissioner: LinkView,
}

/// `bodies/site-map.html`: all pages of a tree, as a tree.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    /// Pages at the top, with those below them.
    pub pages: Vec<BranchView>,
    /// Whether some sections do not show what is in them, because there is too much.
    pub folded: bool,
    pub topics: Vec<LinkView>,
    /// What else the site has: services, areas, search, prints, and its standing pages.
    pub others: Vec<LinkView>,
}

/// A page and those below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BranchView {
    pub link: LinkView,
    pub below: Vec<BranchView>,
}

/// `bodies/changes.html`: what was written, checked or translated lately, the newest first.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub groups: Vec<ChangeGroupView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeGroupView {
    pub title: String,
    pub changes: Vec<ChangeView>,
    /// "The newest 50 of 240", where there are more than are shown.
    pub more: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    pub link: LinkView,
    pub easy: bool,
    /// "Checked", "Translated" or "New".
    pub what: String,
    pub date: DateView,
}
