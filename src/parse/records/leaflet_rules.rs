//! Turns leaflets that are put together, and holders of copies, into findings about themselves.

use super::rules::{self, Record, Rule};
use crate::diag::{Code, Finding, Step};
use crate::model::{Holder, LeafletRecord, Localized, Withdrawn};

pub const LEAFLET: &[Rule<LeafletRecord>] = &[parts, prescription, languages, limits, sections, dates];
pub const HOLDER: &[Rule<Holder>] = &[ways, copies];
pub const WITHDRAWN: &[Rule<Withdrawn>] = &[code];

fn parts(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    let LeafletRecord { pages, services, prescription, .. } = leaflet.value;
    if pages.is_empty() && services.is_empty() && prescription.is_none() {
        findings.push(
            Finding::new(Code::LeafletEmpty, "this leaflet has nothing in it").at(leaflet.at(["pages"])).help(
                "name pages, like `pages: [money/carers-allowance]`, or services, like `services: [{ topic: breaks }]`",
            ),
        );
    }
}

fn prescription(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    let Some(prescription) = &leaflet.value.prescription else { return };
    if prescription.life_stage.is_none() && prescription.condition.is_none() {
        findings.push(
            Finding::new(Code::LeafletEmpty, "this prescription does not say for whom")
                .at(leaflet.at(["prescription"]))
                .help("name a `life_stage`, like `hospital-discharge`, or a `condition`, like `dementia-carers`"),
        );
    }
}

/// One print can hold two languages side by side, not more.
fn languages(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    let LeafletRecord { title, languages, bilingual, .. } = leaflet.value;
    rules::once(leaflet, "languages", languages, findings);
    let written = match title {
        Localized::Each(titles) if languages.is_empty() => titles.len(),
        _ => languages.len(),
    };
    if *bilingual && written != 2 {
        findings.push(
            Finding::new(Code::LeafletLanguages, format!("this leaflet is bilingual, and has {written} languages"))
                .at(leaflet.at(["bilingual"]))
                .help("name the two, like `languages: [cy, en]`; Welsh stands first"),
        );
    }
}

fn limits(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    let LeafletRecord { services, prescription, .. } = leaflet.value;
    let lists = services
        .iter()
        .enumerate()
        .map(|(position, list)| (list.limit, leaflet.at([Step::from("services"), position.into(), "limit".into()])));
    let prescribed = prescription.iter().flat_map(|prescription| {
        [("pages", prescription.pages), ("services", prescription.services)]
            .map(|(key, limit)| (Some(limit), leaflet.at(["prescription", key])))
    });
    for (_, place) in lists.chain(prescribed).filter(|(limit, _)| *limit == Some(0)) {
        findings.push(
            Finding::new(Code::BadValue, "a list of 0 says nothing")
                .at(place)
                .help("write a whole number from 1 on, or take the line out"),
        );
    }
}

fn sections(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    for (position, part) in leaflet.value.pages.iter().enumerate() {
        if part.brief && !part.only.is_empty() {
            findings.push(
                Finding::new(
                    Code::BadValue,
                    format!("of `{}` both its summary alone and some sections are wanted", part.page),
                )
                .at(leaflet.at([Step::from("pages"), position.into()]))
                .help("keep either `brief` or `only`"),
            );
        }
    }
}

fn dates(leaflet: &Record<'_, LeafletRecord>, findings: &mut Vec<Finding>) {
    if leaflet.value.review_by.is_some_and(|by| by < leaflet.value.reviewed) {
        findings.push(
            Finding::new(Code::DateOrder, "`review_by` lies before `reviewed`")
                .at(leaflet.at(["review_by"]))
                .help("correct one of the two dates"),
        );
    }
}

fn ways(holder: &Record<'_, Holder>, findings: &mut Vec<Finding>) {
    let contact = &holder.value.contact;
    rules::phone(contact.phone.as_ref(), holder.at(["contact", "phone"]), findings);
    rules::email(contact.email.as_ref(), holder.at(["contact", "email"]), findings);
    rules::web(contact.web.as_ref(), holder.at(["contact", "web"]), findings);
    if contact.phone.is_none() && contact.email.is_none() && contact.address.is_none() {
        findings.push(
            Finding::new(
                Code::HolderContact,
                format!("nobody can tell `{}` that copies are out of date", holder.value.id),
            )
            .at(holder.at(["contact"]))
            .help("add a `phone`, an `email` or an `address` to its `contact`"),
        );
    }
}

fn copies(holder: &Record<'_, Holder>, findings: &mut Vec<Finding>) {
    for (position, copies) in holder.value.holds.iter().enumerate() {
        let at = || holder.at([Step::from("holds"), position.into()]);
        let help = "write `leaflet` with the name of a file of `prints/`, or `page` with the id of a page";
        match (&copies.leaflet, &copies.page) {
            (None, None) => findings
                .push(Finding::new(Code::MissingKey, "these copies do not say what is printed").at(at()).help(help)),
            (Some(_), Some(_)) => findings
                .push(Finding::new(Code::BadValue, "these copies are of a leaflet and of a page").at(at()).help(help)),
            _ => {}
        }
    }
}

/// A code is a part of an address.
fn code(withdrawn: &Record<'_, Withdrawn>, findings: &mut Vec<Finding>) {
    let code = &withdrawn.value.code;
    if !code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        findings.push(
            Finding::new(Code::BadValue, format!("`{code}` is not the code of a print"))
                .at(withdrawn.at(["code"]))
                .help("copy it from the last lines of a copy, in lower-case letters and digits, like `h4kd7wr`"),
        );
    }
}
