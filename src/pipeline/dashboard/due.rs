//! Turns a portal's dates and translations into what somebody has to look at soon.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::DocIx;
use crate::model::Language;
use crate::parse::Document;
use crate::pipeline::Overview;
use crate::pipeline::figures::Figure;
use crate::resolve::Staleness;

/// How far the dashboard looks ahead, in days.
const AHEAD: i64 = 90;

/// A text that is to be read again.
#[derive(Serialize)]
pub struct Review<'a> {
    file: &'a str,
    language: Language,
    owner: Option<&'a str>,
    due: String,
    pub is_overdue: bool,
}

/// A fact that runs out.
#[derive(Serialize)]
pub struct FactRow {
    fact: String,
    value: String,
    due: String,
    is_overdue: bool,
    owner: Option<String>,
    source: String,
    pages: usize,
}

/// A translation whose source has changed.
#[derive(Serialize)]
pub struct StaleRow<'a> {
    file: &'a str,
    language: Language,
    source: &'a str,
    blocks: usize,
    owner: Option<&'a str>,
}

/// The last day that the dashboard looks at.
pub fn soon(day: Date) -> Date {
    day.saturating_add(AHEAD.days())
}

/// A day as people write it: `22 November 2026`.
pub fn said(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// Texts whose review falls due by `soon`, the first first.
pub fn reviews<'a>(overview: &Overview<'a>, soon: Date) -> Vec<Review<'a>> {
    let mut all: Vec<(Date, &Document)> = Vec::new();
    for document in &overview.catalog.documents {
        let due = document.front.review_by.filter(|due| *due <= soon && !document.front.draft);
        all.extend(due.map(|due| (due, document)));
    }
    all.sort_by_key(|(due, _)| *due);
    all.into_iter()
        .map(|(due, document)| Review {
            file: &document.path,
            language: document.language,
            owner: document.front.owner.as_deref(),
            due: said(due),
            is_overdue: due < overview.moment.day,
        })
        .collect()
}

impl FactRow {
    pub fn new(line: &Figure, today: Date) -> Self {
        Self {
            fact: line.named(),
            value: line.ends(),
            due: line.due.map_or_else(String::new, said),
            is_overdue: line.due.is_some_and(|due| due <= today),
            owner: line.owner.clone(),
            source: line.source.clone(),
            pages: line.pages,
        }
    }
}

pub fn stale<'a>(overview: &Overview<'a>) -> Vec<StaleRow<'a>> {
    let row = |(doc, stale): (DocIx, &Staleness)| {
        let document = overview.catalog.document(doc);
        StaleRow {
            file: &document.path,
            language: document.language,
            source: &overview.catalog.document(stale.source).path,
            blocks: stale.changed,
            owner: document.front.owner.as_deref(),
        }
    };
    overview.stale.all().map(row).collect()
}
