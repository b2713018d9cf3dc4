//! Turns a portal's coverage and findings into one page for a browser: a picture of the whole.

mod due;
mod heat;
mod owners;

use serde::Serialize;
use tera::{Context, Tera};

use super::{Overview, Weight, figures};
use crate::diag::{Finding, Severity};
use crate::load::Sources;
use crate::model::{Language, Route};
use crate::resolve::coverage::Share;
use due::{FactRow, Review, StaleRow};
use heat::{CountRow, PlaceTable};
use owners::Owner;

/// What was found in a portal, and how large its pages are.
pub struct Seen<'a> {
    pub findings: &'a [Finding],
    /// The files that findings lie in.
    pub sources: &'a Sources,
    /// The heaviest first; none where the site was not rendered, because of an error or not yet.
    pub weights: &'a [Weight],
    /// How a page is reached, for a dashboard that stands beside the site; none for a file by itself.
    pub links: Option<&'a dyn Fn(&Route) -> String>,
}

/// The dashboard's style, for who serves it beside the page.
pub const STYLE: &str = include_str!("dashboard/dashboard.css");

/// How many pages are named as the heaviest.
const HEAVIEST: usize = 10;

/// What the template shows, and nothing else.
#[derive(Serialize)]
struct View<'a> {
    name: &'a str,
    name_language: Option<Language>,
    day: String,
    soon: String,
    glance: Vec<(&'static str, usize)>,
    shares: Vec<ShareRow>,
    counts: Vec<CountRow<'a>>,
    without_easy_read: usize,
    states: Vec<heat::Mark>,
    places: Vec<PlaceTable<'a>>,
    reviews: Vec<Review<'a>>,
    facts: Vec<FactRow>,
    stale: Vec<StaleRow<'a>>,
    owners: Vec<Owner<'a>>,
    /// Paths and kilobytes; none where the site was not rendered.
    heaviest: Vec<(&'a str, String)>,
    has_errors: bool,
    /// None for a page that has its style elsewhere.
    style: Option<&'static str>,
}

#[derive(Serialize)]
struct ShareRow {
    language: Language,
    own: usize,
    pages: usize,
    percent: usize,
    lacking: Vec<String>,
}

/// The dashboard: no script, nothing of another host. One with links has its style as `dashboard.css` beside it.
pub fn html(overview: &Overview<'_>, seen: &Seen<'_>) -> String {
    let mut tera = Tera::new();
    let added = tera.add_raw_template("dashboard.html", include_str!("dashboard/dashboard.html"));
    added.expect("the template is part of the program and tested");
    let context = Context::from_serialize(&view(overview, seen)).expect("the view is plain data");
    tera.render("dashboard.html", &context).expect("the template is tested with the view")
}

fn view<'a>(overview: &'a Overview<'a>, seen: &'a Seen<'a>) -> View<'a> {
    let portal = &overview.catalog.portal;
    let (name, name_language) = portal.name.get(portal.languages.iter().copied()).unwrap_or(("", None));
    let soon = due::soon(overview.moment.day);
    let reviews = due::reviews(overview, soon);
    let facts = figures::due_by(overview, soon);
    let facts = facts.into_iter().map(|line| FactRow::new(&line, overview.moment.day)).collect();
    let stale = due::stale(overview);
    View {
        name,
        name_language,
        day: due::said(overview.moment.day),
        soon: due::said(soon),
        glance: glance(overview, seen.findings, (&reviews, &facts, &stale)),
        shares: overview.shares().iter().map(|share| share_row(overview, share)).collect(),
        counts: heat::counts(overview),
        without_easy_read: overview.without_easy_read(),
        states: heat::legend(),
        places: heat::places(overview, seen.links),
        reviews,
        facts,
        stale,
        owners: owners::owners(overview, seen),
        heaviest: seen.weights.iter().take(HEAVIEST).map(kilobytes).collect(),
        has_errors: seen.findings.iter().any(Finding::is_error),
        style: seen.links.is_none().then_some(STYLE),
    }
}

fn glance(
    overview: &Overview<'_>,
    findings: &[Finding],
    (reviews, facts, stale): (&[Review<'_>], &Vec<FactRow>, &[StaleRow<'_>]),
) -> Vec<(&'static str, usize)> {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    vec![
        ("Pages", overview.catalog.pages.len()),
        ("Languages", overview.catalog.portal.languages.len()),
        ("Places", overview.catalog.places.sites().len()),
        ("Reviews overdue", reviews.iter().filter(|review| review.is_overdue).count()),
        ("Facts due", facts.len()),
        ("Stale translations", stale.len()),
        ("Errors", of(Severity::Error)),
        ("Warnings", of(Severity::Warning)),
    ]
}

/// With one digit after the point.
fn kilobytes(weight: &Weight) -> (&str, String) {
    let tenths = weight.bytes.div_ceil(100);
    (&weight.path, format!("{}.{}", tenths / 10, tenths % 10))
}

fn share_row(overview: &Overview<'_>, share: &Share) -> ShareRow {
    let lacking = share.lacking.keys().map(|page| overview.catalog.pages.get(*page).id.to_string()).collect();
    ShareRow { language: share.language, own: share.own(), pages: share.pages, percent: share.percent(), lacking }
}
