//! Turns pages whose languages must say the same into findings where one of them does not.
//!
//! In Wales a public body may not treat Welsh less favourably than English. So nothing is published while a page is there
//! or out in one language only, rather than the English alone, or neither: a page that vanishes helps nobody. A draft is
//! how one language waits for the other.

mod content;
mod services;

use std::collections::BTreeMap;

use crate::catalog::{Catalog, DocIx, Level, PageEntry};
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Edition, FrontMatter, Language};
use crate::parse::{Document, locate};
use crate::plan::World;

pub use services::check as services;

/// T010, T011 and T012: every page of every level and edition.
pub fn pages(world: &World<'_>) -> Vec<Finding> {
    let catalog = world.catalog;
    if catalog.portal.parity.len() < 2 {
        return Vec::new();
    }
    catalog.pages.all().flat_map(|page| of_page(catalog, catalog.pages.get(page))).collect()
}

fn of_page(catalog: &Catalog, entry: &PageEntry) -> Vec<Finding> {
    let mut texts: BTreeMap<(Edition, Level), BTreeMap<Language, DocIx>> = BTreeMap::new();
    for (&(edition, level, language), &doc) in &entry.versions {
        texts.entry((edition, level)).or_default().insert(language, doc);
    }
    let of_text = |((_, level), versions): ((Edition, Level), BTreeMap<Language, DocIx>)| {
        let wanted: Vec<Language> = wanted(catalog, level).collect();
        let there = wanted.iter().filter_map(|language| versions.get(language)).map(|&doc| catalog.document(doc));
        let there: Vec<&Document> = there.collect();
        // While all are drafts nobody reads any of them.
        let first = there.iter().find(|document| !document.front.draft).copied();
        let first = first.filter(|_| wanted.len() > 1);
        first.into_iter().flat_map(|first| twins(first, &there, &wanted)).collect::<Vec<_>>()
    };
    texts.into_iter().flat_map(of_text).collect()
}

/// The languages in which a text of a level must say the same: those of the places that may show it.
fn wanted(catalog: &Catalog, level: Level) -> impl Iterator<Item = Language> + '_ {
    let is_read = move |language: &Language| match level {
        Level::Base => catalog.portal.languages.contains(language),
        Level::Overlay(outer) => catalog
            .places
            .sites()
            .into_iter()
            .any(|site| catalog.places.contains(outer, site) && catalog.languages(site).contains(language)),
    };
    catalog.portal.parity.iter().copied().filter(is_read)
}

/// A text that is out, and what is wrong with its twins.
fn twins(first: &Document, there: &[&Document], wanted: &[Language]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &language in wanted.iter().filter(|language| **language != first.language) {
        match there.iter().find(|document| document.language == language) {
            None => findings.push(missing(first, language)),
            Some(twin) if twin.front.draft => findings.push(draft(first, twin)),
            Some(twin) => {
                findings.extend(dates(first, twin));
                findings.extend(readers(first, twin));
                findings.extend(content::compare(first, twin));
            }
        }
    }
    findings
}

fn missing(first: &Document, language: Language) -> Finding {
    let easy = if first.edition == Edition::EasyRead { " --easy" } else { "" };
    let path = first.path.replace(&format!(".{}.md", first.language), &format!(".{language}.md"));
    Finding::new(Code::ParityMissing, format!("this page is not there in `{language}`: there is no `{path}`"))
        .at(Place::key(&first.path, [Step::from("title")]))
        .help(format!(
            "begin it with `fingerpost new translation{easy} {} --lang {language}`, or write `draft: yes` here until both \
             are ready",
            first.page
        ))
}

fn draft(first: &Document, twin: &Document) -> Finding {
    Finding::new(Code::ParityUnpublished, format!("this page is a draft, and `{}` is not", at(first, "title")))
        .at(Place::key(&twin.path, [Step::from("draft")]))
        .help("publish both or neither: remove `draft` here, or write `draft: yes` there")
}

/// The days on which the two are shown, and were and will be checked.
fn dates(first: &Document, twin: &Document) -> Vec<Finding> {
    type Get = fn(&FrontMatter) -> Option<jiff::civil::Date>;
    const DATES: [(&str, Code, Get); 4] = [
        ("publish_from", Code::ParityUnpublished, |front| front.publish_from),
        ("publish_until", Code::ParityUnpublished, |front| front.publish_until),
        ("reviewed", Code::ParityDiffers, |front| front.reviewed),
        ("review_by", Code::ParityDiffers, |front| front.review_by),
    ];
    let differs = DATES.iter().filter(|(_, _, get)| get(&first.front) != get(&twin.front));
    let said = |date: Option<jiff::civil::Date>| date.map_or_else(|| "not said".to_owned(), |date| date.to_string());
    differs
        .map(|&(key, code, get)| {
            let (here, there) = (get(&twin.front), get(&first.front));
            let other = at(first, if there.is_some() { key } else { "title" });
            Finding::new(code, format!("`{key}` is {} here and {} in `{other}`", said(here), said(there)))
                .at(Place::key(&twin.path, [Step::from(if here.is_some() { key } else { "title" })]))
                .help("write the same day in both files")
        })
        .collect()
}

/// Who gets the two.
fn readers(first: &Document, twin: &Document) -> Vec<Finding> {
    type Same = fn(&FrontMatter, &FrontMatter) -> bool;
    const KEYS: [(&str, Same); 4] = [
        ("available", |a, b| a.available == b.available),
        ("nations", |a, b| a.nations == b.nations),
        ("localities", |a, b| a.localities == b.localities),
        ("sensitive", |a, b| a.sensitive == b.sensitive),
    ];
    let differs = KEYS.iter().filter(|(_, same)| !same(&first.front, &twin.front));
    differs
        .map(|(key, _)| {
            Finding::new(Code::ParityDiffers, format!("`{key}` is not the same here as in `{}`", at(first, key)))
                .at(Place::key(&twin.path, [Step::from(*key)]))
                .help(format!("write the same `{key}` in both files"))
        })
        .collect()
}

/// A file and the line of a key of its front matter, or its first line.
fn at(document: &Document, key: &str) -> String {
    let Some(content) = document.content() else { return document.path.to_string() };
    let byte = locate(&document.path, &content.source, &[Step::from(key)]).start;
    line(&document.path, &content.source, byte)
}

fn line(path: &str, source: &str, byte: usize) -> String {
    format!("{path}:{}", source[..byte].bytes().filter(|&byte| byte == b'\n').count() + 1)
}
