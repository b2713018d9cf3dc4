//! Turns a portal's services into the files of a static feed of Open Referral UK 3.0, or a table.
//!
//! The feed is a set of files: read-only, without the filters that a server of the standard has.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::give::{self, Desk};
use super::{normal, patch};
use crate::catalog::{Catalog, Level};
use crate::model::{Language, ServiceId, Status};
use crate::resolve::Words;

/// A file of a feed, from its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub path: String,
    pub text: String,
}

/// Months in which an ended service stays in the feed.
const KEPT: i32 = 12;

/// The services of a portal in a language, sorted by id, each as its record.
fn services(catalog: &Catalog, words: &Words, (language, today): (Language, Date)) -> Vec<(ServiceId, Value)> {
    let desk = Desk::new(catalog, language);
    let mut made = Vec::new();
    for (id, level, entry) in catalog.services.all() {
        let service = &entry.parsed.service;
        // Where a place has a version of its own, the portal's is published: one record for each id.
        if level != Level::Base && made.last().is_some_and(|(last, _): &(ServiceId, Value)| last == id) {
            continue;
        }
        if service.status == Status::Ended && !is_recent(service.checked, today) {
            continue;
        }
        let base = give::give(&desk, id, service);
        let mut record = match &service.extra {
            Some(extra) => patch::patched(base, &extra.value()),
            None => patch::bare(base),
        };
        describe(&mut record, words, (language, &service.when));
        normal::knit(&mut record);
        made.push((id.clone(), record));
    }
    made
}

fn is_recent(checked: Option<Date>, today: Date) -> bool {
    let last = checked.map(|day| day.checked_add(jiff::Span::new().months(KEPT)));
    matches!(last, Some(Ok(last)) if last >= today)
}

/// The opening times in words, in the order in which they were given.
fn describe(record: &mut Value, words: &Words, (language, lines): (Language, &[crate::model::Schedule])) {
    let Some(Value::Array(schedules)) = record.get_mut("schedules") else { return };
    for schedule in schedules.iter_mut().filter_map(Value::as_object_mut) {
        let line = super::schedules::take(schedule).filter(|line| lines.contains(line));
        if let Some(line) = line {
            schedule.entry("description").or_insert_with(|| json!(words.schedule(language, &line)));
        }
    }
}

/// Every file of the feed in a language, with its licence.
pub fn feed(catalog: &Catalog, words: &Words, at: (Language, Date), licence: Option<&str>) -> Vec<Published> {
    let records: Vec<Value> = services(catalog, words, at).into_iter().map(|(_, record)| record).collect();
    let mut files = vec![Published { path: "index.json".to_owned(), text: pretty(&about(licence)) }];
    let mut lists: BTreeMap<&str, BTreeMap<String, Value>> = BTreeMap::new();
    for record in &records {
        let places = record.get("service_at_locations").and_then(Value::as_array).into_iter().flatten();
        for place in places {
            put(&mut lists, "service_at_locations", place);
        }
        if let Some(organisation) = record.get("organization") {
            put(&mut lists, "organizations", organisation);
        }
        let attributes = record.get("attributes").and_then(Value::as_array).into_iter().flatten();
        for term in attributes.filter_map(|attribute| attribute.get("taxonomy_term")) {
            put(&mut lists, "taxonomy_terms", term);
            if let (Some(id), Some(name)) = (term.get("taxonomy_id"), term.get("taxonomy")) {
                put(&mut lists, "taxonomies", &json!({ "id": id, "name": name, "description": name }));
            }
        }
    }
    for kind in ["organizations", "service_at_locations", "taxonomies", "taxonomy_terms"] {
        let items = lists.remove(kind).unwrap_or_default();
        files.push(Published { path: format!("{kind}/index.json"), text: pretty(&page(items.values())) });
        let each =
            items.iter().map(|(id, item)| Published { path: format!("{kind}/{id}/index.json"), text: pretty(item) });
        files.extend(each);
    }
    let short: Vec<Value> = records.iter().map(summary).collect();
    files.push(Published { path: "services/index.json".to_owned(), text: pretty(&page(short.iter())) });
    files.push(Published { path: "services.ndjson".to_owned(), text: lines(&records) });
    let each = records.iter().filter_map(|record| {
        let id = record.get("id")?.as_str().filter(|id| is_name(id))?;
        Some(Published { path: format!("services/{id}/index.json"), text: pretty(record) })
    });
    files.extend(each);
    files
}

fn put<'a>(lists: &mut BTreeMap<&'a str, BTreeMap<String, Value>>, kind: &'a str, record: &Value) {
    if let Some(id) = record.get("id").and_then(Value::as_str).filter(|id| is_name(id)) {
        lists.entry(kind).or_default().entry(id.to_owned()).or_insert_with(|| record.clone());
    }
}

/// Whether an id of another system can be the name of a folder.
fn is_name(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

fn about(licence: Option<&str>) -> Value {
    let mut about = json!({
        "version": "HSDS-UK-3.0",
        "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
        "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
        "notes": "A static feed: read-only, all records on one page, no filters.",
    });
    if let Some(licence) = licence {
        about["license"] = json!(licence);
    }
    about
}

/// A list on its one page.
fn page<'a>(items: impl ExactSizeIterator<Item = &'a Value>) -> Value {
    let count = items.len();
    json!({
        "total_items": count, "total_pages": 1, "page_number": 1, "size": count, "first_page": true,
        "last_page": true, "empty": count == 0, "contents": items.collect::<Vec<_>>(),
    })
}

/// Keys of a service that a list leaves to the record's own file.
const LONG: [&str; 11] = [
    "schedules",
    "service_areas",
    "service_at_locations",
    "languages",
    "funding",
    "cost_options",
    "contacts",
    "attributes",
    "phones",
    "accessibility",
    "metadata",
];

fn summary(record: &Value) -> Value {
    let entries = record.as_object().into_iter().flatten();
    let short = entries.filter(|(key, _)| !LONG.contains(&key.as_str()));
    Value::Object(short.map(|(key, value)| (key.clone(), value.clone())).collect())
}

fn pretty(value: &Value) -> String {
    let mut text = value.to_string();
    text.push('\n');
    text
}

fn lines(records: &[Value]) -> String {
    records.iter().map(|record| format!("{record}\n")).collect()
}

/// All services, one in each line.
pub fn ndjson(catalog: &Catalog, words: &Words, at: (Language, Date)) -> String {
    let records: Vec<Value> = services(catalog, words, at).into_iter().map(|(_, record)| record).collect();
    lines(&records)
}

/// The columns of the table, and what of a record each says.
const COLUMNS: [(&str, &str); 18] = [
    ("id", "/id"),
    ("name", "/name"),
    ("description", "/description"),
    ("organisation", "/organization/name"),
    ("status", "/status"),
    ("url", "/url"),
    ("email", "/email"),
    ("phone", "/phones/0/number"),
    ("phone_note", "/phones/0/description"),
    ("fees", "/fees"),
    ("minimum_age", "/minimum_age"),
    ("maximum_age", "/maximum_age"),
    ("venue", "/service_at_locations/0/location/name"),
    ("address", "/service_at_locations/0/location/addresses/0/address_1"),
    ("town", "/service_at_locations/0/location/addresses/0/city"),
    ("postcode", "/service_at_locations/0/location/addresses/0/postal_code"),
    ("assured_date", "/assured_date"),
    ("assurer_email", "/assurer_email"),
];

/// All services as a table.
///
/// # Errors
/// What writing it says; there is none in memory.
pub fn csv(catalog: &Catalog, words: &Words, at: (Language, Date)) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let more = ["opening_times", "areas", "topics"];
    table.write_record(COLUMNS.iter().map(|(name, _)| *name).chain(more))?;
    for (_, record) in services(catalog, words, at) {
        let one = COLUMNS.iter().map(|(_, path)| record.pointer(path).map(cell).unwrap_or_default());
        let many = [("schedules", "/description"), ("service_areas", "/name"), ("attributes", "/taxonomy_term/name")];
        let many = many.iter().map(|(list, path)| {
            let items = record.get(list).and_then(Value::as_array).into_iter().flatten();
            items.filter_map(|item| item.pointer(path)).map(cell).collect::<Vec<_>>().join("; ")
        });
        table.write_record(one.chain(many))?;
    }
    let bytes = table.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A value in a cell. A text that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises; a telephone
/// number is none.
fn cell(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let is_number = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b' ' | b'+' | b'-' | b'.'));
    if !is_number && text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text }
}

/// A record for the tests of a round trip.
#[cfg(test)]
pub fn record(
    catalog: &Catalog,
    (id, service): (&ServiceId, &crate::model::Service),
) -> serde_json::Map<String, Value> {
    let desk = Desk::new(catalog, catalog.portal.languages[0]);
    let base = give::give(&desk, id, service);
    let made = match &service.extra {
        Some(extra) => patch::patched(base, &extra.value()),
        None => patch::bare(base),
    };
    match made {
        Value::Object(record) => record,
        other => panic!("{other}"),
    }
}
