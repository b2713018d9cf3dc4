//! Turns what was published of prints and what is composed now into the copies to pull, and whom to tell.

use serde::Serialize;

use super::{Label, PrintCode, Reason, Trace, Version};
use crate::catalog::Catalog;
use crate::model::{Copies, Holder, HolderKind, Localized, phone};

/// A print with the copies that are held of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub trace: Trace,
    pub held: Vec<Held>,
}

/// Copies that one holder has of a print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    pub holder: String,
    pub name: String,
    pub kind: Option<HolderKind>,
    pub person: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    /// None where nobody wrote down how many.
    pub copies: Option<u32>,
    /// The version of the copies, where that is known.
    #[serde(skip)]
    pub version: Option<String>,
}

/// A print whose copies are out of date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// As it is now; as it was, of what is no longer made.
    pub trace: Trace,
    pub was: Version,
    /// What changed; none of what is no longer made.
    pub change: Option<Vec<Reason>>,
    pub held: Vec<Held>,
}

/// How much there is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub prints: usize,
    pub copies: u64,
    pub holders: usize,
}

/// Every print with its copies.
pub fn list(catalog: &Catalog, now: &[Trace]) -> Vec<Listed> {
    now.iter().map(|trace| Listed { trace: trace.clone(), held: held(catalog, &trace.label) }).collect()
}

/// The prints that were published and say something else now, or are no longer made.
pub fn due(catalog: &Catalog, (before, now): (&[Trace], &[Trace])) -> Vec<Due> {
    let mut due: Vec<Due> = before.iter().filter_map(|was| one(catalog, was, find(now, &was.code))).collect();
    due.sort_by(|a, b| a.trace.title.cmp(&b.trace.title).then_with(|| a.trace.file.cmp(&b.trace.file)));
    due
}

/// The prints that were published, are no longer made, and of which no record says so: their short addresses lead
/// nowhere. Each once.
pub fn lost(catalog: &Catalog, (before, now): (&[Trace], &[Trace])) -> Vec<Trace> {
    let is_told = |code: &PrintCode| catalog.withdrawn.iter().any(|record| record.value.code == code.as_str());
    let mut lost: Vec<Trace> = Vec::new();
    for trace in before {
        let is_known = find(now, &trace.code).is_some() || find(&lost, &trace.code).is_some();
        if !is_known && !is_told(&trace.code) {
            lost.push(trace.clone());
        }
    }
    lost
}

fn find<'t>(traces: &'t [Trace], code: &PrintCode) -> Option<&'t Trace> {
    traces.iter().find(|trace| trace.code == *code)
}

fn one(catalog: &Catalog, was: &Trace, is: Option<&Trace>) -> Option<Due> {
    let trace = is.unwrap_or(was);
    if is.is_some_and(|is| is.version == was.version) {
        return None;
    }
    let mut held = held(catalog, &trace.label);
    // Who has the newest copies already keeps them.
    held.retain(|held| is.is_none_or(|is| held.version.as_deref() != Some(is.version.as_str())));
    Some(Due { trace: trace.clone(), was: was.version.clone(), change: is.map(|is| is.reasons(was)), held })
}

fn held(catalog: &Catalog, label: &Label) -> Vec<Held> {
    let holders = catalog.holders.all().map(|(_, _, holder)| &holder.value);
    let of = |holder: &Holder| {
        let copies = holder.holds.iter().filter(|copies| label.is_of(catalog, holder, copies));
        copies.map(|copies| one_holder(catalog, holder, copies)).collect::<Vec<_>>()
    };
    holders.flat_map(of).collect()
}

fn one_holder(catalog: &Catalog, holder: &Holder, copies: &Copies) -> Held {
    let said = |text: &Localized| {
        let said = text.get(catalog.portal.languages.iter().copied());
        said.map(|(text, _)| text.to_owned()).unwrap_or_default()
    };
    let contact = &holder.contact;
    Held {
        holder: holder.id.to_string(),
        name: said(&holder.name),
        kind: holder.kind,
        person: contact.name.as_ref().map(said),
        phone: contact.phone.as_deref().map(phone::national),
        email: contact.email.clone(),
        address: contact.address.as_ref().map(said),
        copies: copies.copies,
        version: copies.version.clone(),
    }
}

/// What there is to do about some prints.
pub fn total(due: &[Due]) -> Total {
    let held = || due.iter().flat_map(|due| &due.held);
    let mut holders: Vec<&str> = held().map(|held| held.holder.as_str()).collect();
    holders.sort_unstable();
    holders.dedup();
    Total {
        prints: due.len(),
        copies: held().filter_map(|held| held.copies).map(u64::from).sum(),
        holders: holders.len(),
    }
}
