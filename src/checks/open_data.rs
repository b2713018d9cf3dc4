//! Turns services into findings on what their records in open data would lack or confuse.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::deeper;
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{OrganisationId, ServiceId, Status};
use crate::plan::World;

/// O001: two services under one id, of which an import and other systems would see one. Capitals make no difference where
/// files are kept.
pub fn ids(world: &World<'_>) -> Vec<Finding> {
    let mut known: BTreeMap<String, &ServiceId> = BTreeMap::new();
    let mut findings = Vec::new();
    for (id, _, entry) in world.catalog.services.all() {
        let Some(own) = &entry.parsed.service.oruk_id else { continue };
        let first = *known.entry(own.to_lowercase()).or_insert(id);
        if first != id {
            findings.push(
                Finding::new(Code::OpenDataId, format!("this service has the `oruk_id` of `{first}`"))
                    .at(Place::key(&entry.place.file, [Step::from("oruk_id")]))
                    .help("remove one of the two records, or remove `oruk_id` and `imported` from the copy"),
            );
        }
    }
    findings
}

/// O002: the standard asks for a description of each organisation.
pub fn organisations(world: &World<'_>) -> Vec<Finding> {
    let catalog = world.catalog;
    if !catalog.portal.open_data {
        return Vec::new();
    }
    let services = catalog.services.all().map(|(_, _, entry)| &entry.parsed.service);
    let running: BTreeSet<&OrganisationId> =
        services.filter(|service| service.status != Status::Ended).map(|service| &service.org).collect();
    let silent =
        catalog.organisations.all().filter(|(id, _, record)| running.contains(id) && record.value.about.is_none());
    silent
        .map(|(id, _, record)| {
            Finding::new(Code::OpenDataOrganisation, format!("nothing is said about the organisation `{id}`"))
                .at(deeper(&record.place, [Step::from("id")]))
                .help("write `about`: a sentence or two; until then its name stands in, in open data")
        })
        .collect()
}
