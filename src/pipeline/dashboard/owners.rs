//! Turns findings into lists for those who own the texts in which they lie.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Seen;
use crate::diag::{Finding, Place, Severity, Spot};
use crate::load::{Source, Sources};
use crate::parse::locate;
use crate::pipeline::Overview;

/// What one owner has to mend.
#[derive(Serialize)]
pub struct Owner<'a> {
    /// None for what lies in files without an owner.
    owner: Option<&'a str>,
    errors: usize,
    warnings: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    file: Option<&'a str>,
}

/// By owner; what nobody owns comes last.
pub fn owners<'a>(overview: &Overview<'a>, seen: &Seen<'a>) -> Vec<Owner<'a>> {
    let owned = Owned::new(overview, seen.sources);
    let mut owners: BTreeMap<(bool, Option<&str>), Vec<&Finding>> = BTreeMap::new();
    for finding in seen.findings {
        let owner = finding.place.as_ref().and_then(|place| owned.owner(place));
        owners.entry((owner.is_none(), owner)).or_default().push(finding);
    }
    owners.into_iter().map(|((_, owner), findings)| one(owner, &findings)).collect()
}

/// Who owns what: a page and a service have an owner for the whole file, a fact one for its lines.
struct Owned<'a> {
    files: BTreeMap<&'a str, &'a str>,
    /// By file, and the byte where the fact begins.
    facts: BTreeMap<&'a str, BTreeMap<usize, Option<&'a str>>>,
}

impl<'a> Owned<'a> {
    fn new(overview: &Overview<'a>, sources: &Sources) -> Self {
        let catalog = overview.catalog;
        let pages = catalog.documents.iter().map(|document| (&*document.path, document.front.owner.as_deref()));
        let services = catalog.services.all();
        let services = services.map(|(_, _, entry)| (&*entry.place.file, entry.parsed.service.checked_by.as_deref()));
        let files = pages.chain(services).filter_map(|(file, owner)| Some((file, owner?))).collect();
        let mut facts: BTreeMap<&str, BTreeMap<usize, Option<&str>>> = BTreeMap::new();
        for (_, _, fact) in catalog.facts.all() {
            let file = &*fact.place.file;
            let text = sources.files.get(file).and_then(Source::text);
            if let (Some(text), Spot::Key(steps)) = (text, &fact.place.spot) {
                let start = locate(file, text, steps).start;
                facts.entry(file).or_default().insert(start, fact.value.owner.as_deref());
            }
        }
        Self { files, facts }
    }

    fn owner(&self, place: &Place) -> Option<&'a str> {
        let file = &*place.file;
        match (self.facts.get(file), &place.spot) {
            (Some(facts), Spot::Bytes(start, _)) => facts.range(..=*start).next_back().and_then(|(_, owner)| *owner),
            _ => self.files.get(file).copied(),
        }
    }
}

fn one<'a>(owner: Option<&'a str>, findings: &[&'a Finding]) -> Owner<'a> {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Owner {
        owner,
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        findings: findings.iter().map(|finding| row(finding)).collect(),
    }
}

fn row(finding: &Finding) -> Row<'_> {
    Row {
        code: finding.code.id(),
        severity: finding.severity.as_str(),
        message: &finding.message,
        help: &finding.help,
        file: finding.place.as_ref().map(|place| &*place.file),
    }
}
