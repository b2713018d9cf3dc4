//! Turns the state of translations into lines that a person can read and a script can split.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::model::{Edition, Language};
use crate::pipeline::translations::{Block, Change, Difference, Pair, Row, State};

/// `stale    content/pages/money.cy.md: 2 blocks of content/pages/money.en.md changed since 2026-03-01`.
pub fn row(catalog: &Catalog, row: &Row) -> String {
    let source = catalog.document(row.source);
    let path = |doc| catalog.document(doc).path.clone();
    match &row.state {
        State::Complete(doc) => format!("complete {}", path(*doc)),
        State::Stale(doc, stale) => {
            let since = stale.since.map_or_else(|| "it was translated".to_owned(), |day| day.to_string());
            format!(
                "stale    {}: {} of {} changed since {since}",
                path(*doc),
                amount(stale.changed),
                path(stale.source)
            )
        }
        State::Unknown(doc) => {
            format!("unknown  {}: does not say from which state of {} it was made", path(*doc), source.path)
        }
        State::Missing => {
            let easy = if source.edition == Edition::EasyRead { ", easy-read" } else { "" };
            let local = source.overlay.as_ref().map(|place| format!(", of {place}")).unwrap_or_default();
            format!("missing  {} in {}{easy}{local}: its source is {}", source.page, row.language, source.path)
        }
    }
}

/// `cy: 20 complete, 2 stale`, for each language.
pub fn counts(rows: &[Row]) -> Vec<String> {
    let mut languages: BTreeMap<Language, [usize; 4]> = BTreeMap::new();
    for row in rows {
        let kind = match row.state {
            State::Complete(_) => 0,
            State::Stale(..) => 1,
            State::Unknown(_) => 2,
            State::Missing => 3,
        };
        languages.entry(row.language).or_default()[kind] += 1;
    }
    let names = ["complete", "stale", "unknown", "missing"];
    let line = |(language, counts): (Language, [usize; 4])| {
        let parts =
            counts.iter().zip(names).filter(|(count, _)| **count > 0).map(|(count, name)| format!("{count} {name}"));
        format!("{language}: {}", parts.collect::<Vec<_>>().join(", "))
    };
    languages.into_iter().map(line).collect()
}

/// Each change under a line that says where it is: `+` before the source's text as it is now, `-` before the
/// translation of what stood there.
pub fn difference(catalog: &Catalog, pair: Pair, difference: &Difference) -> Vec<String> {
    let translation = catalog.document(pair.translation);
    let source = &catalog.document(pair.source).path;
    let since = translation.front.translation.as_ref().and_then(|translation| translation.date);
    let since = since.map(|day| format!(" on {day}")).unwrap_or_default();
    if !difference.is_known {
        return vec![format!("{}: does not say from which state of {source} it was made", translation.path)];
    }
    if difference.changes.is_empty() {
        return vec![format!("{}: nothing changed in {source} since it was translated{since}", translation.path)];
    }
    let mut lines = vec![format!("{}: what changed in {source} since it was translated{since}", translation.path)];
    for change in &difference.changes {
        lines.push(String::new());
        lines.push(head(change, (source, &translation.path)));
        lines.extend(change.translated.iter().flat_map(|block| marked(block, '-')));
        lines.extend(change.now.iter().flat_map(|block| marked(block, '+')));
    }
    lines
}

fn head(change: &Change, (source, translation): (&str, &str)) -> String {
    let what = match (change.before, change.now.len()) {
        (before, 0) => format!("{} gone", amount(before)),
        (0, now) => format!("{} new", amount(now)),
        (_, now) => format!("{} changed", amount(now)),
    };
    let there = change.translated.first().map(|block| format!(", {translation}:{}", block.line)).unwrap_or_default();
    format!("{source}:{}{there}: {what}", change.line)
}

fn marked(block: &Block, mark: char) -> impl Iterator<Item = String> {
    block.text.lines().map(move |line| format!("{mark} {line}").trim_end().to_owned())
}

fn amount(blocks: usize) -> String {
    if blocks == 1 { "1 block".to_owned() } else { format!("{blocks} blocks") }
}
