//! Turns a portal's coverage and findings into one page for a browser: a picture of the whole.

mod due;
mod heat;
mod owners;

use serde::Serialize;
use tera::{Context, Tera};

use super::table;
use crate::cli::facts::list::due_by;
use crate::diag::Severity;
use crate::model::Language;
use crate::pipeline::{Overview, Report, Weight};
use due::{FactRow, Review, StaleRow};
use heat::{CountRow, PlaceTable};
use owners::Owner;

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
    /// Paths and kilobytes; none where the site was not rendered because of an error.
    heaviest: Vec<(&'a str, String)>,
}

#[derive(Serialize)]
struct ShareRow {
    language: Language,
    own: usize,
    pages: usize,
    percent: usize,
    lacking: Vec<String>,
}

/// The dashboard: no script, nothing of another host.
pub fn html(overview: &Overview, report: &Report, weights: &[Weight]) -> String {
    let mut tera = Tera::new();
    let added = tera.add_raw_template("dashboard.html", include_str!("dashboard.html"));
    added.expect("the template is part of the program and tested");
    let context = Context::from_serialize(&view(overview, report, weights)).expect("the view is plain data");
    tera.render("dashboard.html", &context).expect("the template is tested with the view")
}

fn view<'a>(overview: &'a Overview, report: &'a Report, weights: &'a [Weight]) -> View<'a> {
    let portal = &overview.catalog.portal;
    let (name, name_language) = portal.name.get(portal.languages.iter().copied()).unwrap_or(("", None));
    let soon = due::soon(overview.moment.day);
    let reviews = due::reviews(overview, soon);
    let facts = due_by(overview, soon).into_iter().map(|line| FactRow::new(&line, overview.moment.day)).collect();
    let stale = due::stale(overview);
    View {
        name,
        name_language,
        day: due::said(overview.moment.day),
        soon: due::said(soon),
        glance: glance(overview, report, (&reviews, &facts, &stale)),
        shares: overview.shares().iter().map(|share| share_row(overview, share)).collect(),
        counts: heat::counts(overview),
        without_easy_read: table::without_easy_read(overview),
        states: heat::marks(),
        places: heat::places(overview),
        reviews,
        facts,
        stale,
        owners: owners::owners(overview, report),
        heaviest: weights.iter().take(HEAVIEST).map(kilobytes).collect(),
    }
}

fn glance(
    overview: &Overview,
    report: &Report,
    (reviews, facts, stale): (&[Review<'_>], &Vec<FactRow>, &[StaleRow<'_>]),
) -> Vec<(&'static str, usize)> {
    let of = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
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

fn share_row(overview: &Overview, share: &crate::resolve::coverage::Share) -> ShareRow {
    let lacking = share.lacking.keys().map(|page| overview.catalog.pages.get(*page).id.to_string()).collect();
    ShareRow { language: share.language, own: share.own(), pages: share.pages, percent: share.percent(), lacking }
}
