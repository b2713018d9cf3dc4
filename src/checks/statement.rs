//! Turns recorded audits and known issues into findings where the accessibility statement is old, or has a gap.

use jiff::civil::Date;

use super::reach::of_trees;
use crate::catalog::deeper;
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{AuditKind, Compliance, Standard, StandingPage};
use crate::parse::records::Located;
use crate::plan::World;
use crate::plan::standing::is_made;
use crate::resolve::compliance::{Due, known, last_day};

const PORTAL: &str = "content/portal.yaml";

/// Q001 to Q004, Q006 and D003: everything that the statement is made from. A sample is no site that anybody must be
/// able to use, so nobody need have tested it.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let is_wanted = |tree| is_made(world, tree, StandingPage::AccessibilityStatement);
    if !world.resolved.all().any(is_wanted) {
        return Vec::new();
    }
    let mut findings = audits(world);
    findings.extend(age(world));
    findings.extend(parts(world));
    findings.extend(overdue(world));
    findings.extend(of_trees(world, |tree, reach| {
        let contact = crate::resolve::contact::contact(world.catalog, world.tree(tree).place);
        if is_wanted(tree) && contact.phone.is_none() && contact.email.is_none() {
            let message = "the accessibility statement cannot say how to report a problem";
            let help = "write a `phone` or an `email` under `contact`, for the portal or for each place";
            reach.add(Finding::new(Code::StatementPart, message).at(settings("contact")).help(help));
        }
    }));
    findings
}

fn settings(key: &str) -> Place {
    Place::key(&PORTAL.into(), [Step::from(key)])
}

fn words(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// Each record by itself.
fn audits(world: &World<'_>) -> Vec<Finding> {
    let day = world.moment.day;
    let mut findings = Vec::new();
    for Located { value: audit, place } in &world.catalog.audits {
        let at = |key: &str| deeper(place, [Step::from(key)]);
        if day < audit.date {
            let message = format!("{} has not come yet", words(audit.date));
            let help = "write the day on which it was done";
            findings.push(Finding::new(Code::DateFuture, message).at(at("date")).help(help));
        }
        if audit.kind == AuditKind::Test && audit.sample.is_none() && audit.pages.is_empty() {
            let message = "the accessibility statement cannot say what was tested";
            let help = "write `sample:` with a sentence about the pages that were tested, or their ids in `pages`";
            findings.push(Finding::new(Code::StatementPart, message).at(at("date")).help(help));
        }
    }
    findings.extend(old_standard(world));
    findings
}

/// The last test alone: those before it were made when the standard was new.
fn old_standard(world: &World<'_>) -> Option<Finding> {
    let test = known(world.catalog, world.moment.day).test.filter(|test| test.standard < Standard::Wcag22)?;
    let place = &world.catalog.audits.iter().find(|audit| std::ptr::eq(&audit.value, test))?.place;
    let message = format!("the site was last tested against WCAG {}", test.standard.version());
    let help = "the regulations have asked for WCAG 2.2 AA since October 2024: test it again";
    Some(Finding::new(Code::OldStandard, message).at(deeper(place, [Step::from("standard")])).help(help))
}

fn age(world: &World<'_>) -> Option<Finding> {
    let catalog = world.catalog;
    let day = world.moment.day;
    let Some((_, last)) = known(catalog, day).dates else {
        let help = "test the site, and write the test into `content/audits.yaml`: `fingerpost schema audits` lists the \
                    keys";
        let message = "nobody has tested how accessible this site is";
        let finding = Finding::new(Code::StatementUntested, message).at(settings("name")).help(help);
        return (!catalog.portal.sample && catalog.audits.is_empty()).then_some(finding);
    };
    if day <= last_day(last) {
        return None;
    }
    let place = &catalog.audits.iter().find(|audit| audit.value.date == last)?.place;
    let help = "test the site or review its statement, which is due every year, and add a record here";
    let message = format!("the last accessibility test or review was on {}, over a year ago", words(last));
    Some(Finding::new(Code::StatementOld, message).at(deeper(place, [Step::from("date")])).help(help))
}

/// A site that is not wholly accessible must say where.
fn parts(world: &World<'_>) -> Option<Finding> {
    let known = known(world.catalog, world.moment.day);
    let test = known.test?;
    let is_bad = known.verdict().is_some_and(|verdict| verdict > Compliance::Full);
    let place = &world.catalog.audits.iter().find(|audit| std::ptr::eq(&audit.value, test))?.place;
    (is_bad && known.due() == Due::Unnamed).then(|| {
        let help = "list what does not work under `known_issues` in `content/portal.yaml`, or test the site again";
        Finding::new(Code::StatementPart, "the accessibility statement cannot say what is not accessible")
            .at(deeper(place, [Step::from("result")]))
            .help(help)
    })
}

/// Q004 and D003: issues by their days.
fn overdue(world: &World<'_>) -> Vec<Finding> {
    let day = world.moment.day;
    let mut findings = Vec::new();
    for (position, issue) in world.catalog.portal.known_issues.iter().enumerate() {
        let at = |key: &str| Place::key(&PORTAL.into(), [Step::from("known_issues"), position.into(), key.into()]);
        let done = [("since", Some(issue.since)), ("fixed", issue.fixed)];
        for (key, date) in done.into_iter().filter_map(|(key, date)| Some((key, date.filter(|date| day < *date)?))) {
            let message = format!("{} has not come yet", words(date));
            let help = "write the day on which it happened";
            findings.push(Finding::new(Code::DateFuture, message).at(at(key)).help(help));
        }
        if let Some(date) = issue.fix_by.filter(|date| *date < day && issue.fixed.is_none()) {
            let message = format!("this issue was to be fixed by {}", words(date));
            let help = "write `fixed:` with the day if it is fixed, or a new day in `fix_by`; readers are told";
            findings.push(Finding::new(Code::IssueOverdue, message).at(at("fix_by")).help(help));
        }
    }
    findings
}
