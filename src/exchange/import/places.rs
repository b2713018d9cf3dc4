//! Turns the areas of a record into places of the portal.

use serde_json::{Map, Value};

use crate::catalog::Catalog;
use crate::exchange::import::Defaults;
use crate::exchange::take::{Refusal, records, refusal, text};

/// The places that a service is for: by code, id or name; those that the portal does not know are kept in `extra`.
pub fn area(catalog: &Catalog, record: &Map<String, Value>, defaults: &Defaults) -> Result<Vec<String>, Refusal> {
    let mut found: Vec<String> = Vec::new();
    for (_, area) in records(record, "service_areas") {
        let code = text(area, "uri").and_then(|uri| uri.rsplit('/').next());
        let place = code.and_then(|code| catalog.places.by_code(code).or_else(|| catalog.places.find(code)));
        let named = ["name", "service_area"].iter().filter_map(|key| text(area, key));
        let place = place.or_else(|| named.filter_map(|name| by_name(catalog, name)).next());
        if let Some(place) = place {
            let id = catalog.places.get(place).id.to_string();
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    if found.is_empty() {
        found.extend(defaults.area.clone());
    }
    if found.is_empty() {
        let what = "the record names no area that the portal knows";
        return Err(refusal("service_areas", what, "say for which place such records are, like `--area uk`"));
    }
    Ok(found)
}

fn by_name(catalog: &Catalog, name: &str) -> Option<crate::catalog::PlaceIx> {
    let languages = &catalog.portal.languages;
    catalog.places.all().find(|place| {
        let place = catalog.places.get(*place);
        place.name.get(languages.iter().copied()).is_some_and(|(known, _)| known.eq_ignore_ascii_case(name))
    })
}
