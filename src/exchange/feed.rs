//! Turns a portal's services into the files of a static feed of Open Referral UK 3.0, or a table.
//!
//! The feed is a set of files: read-only, without the filters that a server of the standard has.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::give::{self, Desk};
use super::{normal, patch};
use crate::catalog::Catalog;
use crate::model::{Language, Route, Service, ServiceId, Status};
use crate::resolve::Words;

/// A file of a feed, from its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub path: String,
    pub text: String,
}

/// Months in which an ended service stays in the feed.
const KEPT: i32 = 12;

/// The services of a portal that are published, sorted by id. Where a place has a version of its own, the portal's is
/// published: one record for each id.
fn services(catalog: &Catalog, today: Date) -> Vec<(&ServiceId, &Service)> {
    let mut found: Vec<(&ServiceId, &Service)> = Vec::new();
    for (id, _, entry) in catalog.services.all() {
        let service = &entry.parsed.service;
        let is_gone = service.status == Status::Ended && !is_recent(service.checked, today);
        if !is_gone && found.last().is_none_or(|(last, _)| *last != id) {
            found.push((id, service));
        }
    }
    found
}

/// The record of a service as it is published.
fn published(desk: &Desk<'_>, words: &Words, (id, service): (&ServiceId, &Service)) -> Value {
    let base = give::give(desk, id, service);
    let mut record = match &service.extra {
        Some(extra) => patch::patched(base, &extra.value()),
        None => patch::bare(base),
    };
    describe(&mut record, words, (desk.language, &service.when));
    normal::knit(&mut record);
    if record["id"] == json!(desk.id("service", id.as_str())) {
        record[give::PORTAL_ID] = json!(id.as_str());
    }
    record
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

/// Where the files of a feed go. Those of the records come in no order, from many threads at once.
pub type Sink<'s, E> = &'s (dyn Fn(Published) -> Result<(), E> + Sync);

/// What the lists keep of a record.
struct Kept {
    short: String,
    line: String,
    row: Vec<String>,
    /// What it refers to: the list, the id and the record.
    parts: Vec<(&'static str, String, String)>,
}

/// Hands over every file of the feed in a language. Only what lists keep of a record stays in memory.
///
/// # Errors
/// What `sink` returns.
pub fn feed<E: From<csv::Error> + Send>(
    catalog: &Catalog,
    words: &Words,
    (language, today): (Language, Date),
    sink: Sink<'_, E>,
) -> Result<(), E> {
    let desk = Desk::new(catalog, language);
    let put = |path: String, text: String| sink(Published { path, text });
    let one = |service: (&ServiceId, &Service)| {
        let record = published(&desk, words, service);
        let line = line(&record);
        put(file("services", &record), line.clone())?;
        Ok(Kept { short: summary(&record).to_string(), row: row(&record), parts: parts(&record), line })
    };
    let kept = services(catalog, today).into_par_iter().map(one).collect::<Result<Vec<Kept>, E>>()?;
    put("index.json".to_owned(), line(&about(catalog)))?;
    put("services/index.json".to_owned(), list(kept.iter().map(|kept| kept.short.as_str())))?;
    put("services.ndjson".to_owned(), kept.iter().map(|kept| kept.line.as_str()).collect())?;
    put("services.csv".to_owned(), table(kept.iter().map(|kept| &kept.row))?)?;
    let mut lists: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (kind, id, text) in kept.iter().flat_map(|kept| &kept.parts) {
        lists.entry(kind).or_default().entry(id).or_insert(text);
    }
    for kind in PARTS {
        let items = lists.remove(kind).unwrap_or_default();
        put(format!("{kind}/index.json"), list(items.values().copied()))?;
        items
            .iter()
            .try_for_each(|(id, text)| put(format!("{kind}/{}/index.json", folder(id)), format!("{text}\n")))?;
    }
    Ok(())
}

/// The lists beside that of services.
const PARTS: [&str; 4] = ["organizations", "service_at_locations", "taxonomies", "taxonomy_terms"];

/// What a record refers to.
fn parts(record: &Value) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    let mut put = |kind: &'static str, part: &Value| {
        let id = part.get("id").and_then(Value::as_str).map(str::to_owned);
        found.extend(id.map(|id| (kind, id, part.to_string())));
    };
    if let Some(organisation) = record.get("organization") {
        put("organizations", organisation);
    }
    record.get("service_at_locations").and_then(Value::as_array).into_iter().flatten().for_each(|place| {
        put("service_at_locations", place);
    });
    let attributes = record.get("attributes").and_then(Value::as_array).into_iter().flatten();
    for term in attributes.filter_map(|attribute| attribute.get("taxonomy_term")) {
        put("taxonomy_terms", term);
        if let (Some(id), Some(name)) = (term.get("taxonomy_id"), term.get("taxonomy")) {
            put("taxonomies", &json!({ "id": id, "name": name, "description": name }));
        }
    }
    found
}

/// The file of a record, in a folder of its own beside that of the list.
fn file(kind: &str, record: &Value) -> String {
    format!("{kind}/{}/index.json", folder(record["id"].as_str().unwrap_or_default()))
}

/// The folder of a record: its id, or what stands for it where that cannot be the name of a folder on every computer.
fn folder(id: &str) -> String {
    let is_name =
        !id.is_empty() && id.len() <= 100 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_name { id.to_owned() } else { Uuid::new_v5(&Uuid::NAMESPACE_OID, id.as_bytes()).to_string() }
}

/// Where a feed lies on the portal's own host: that of the first language at the front, the others below it.
pub fn place(catalog: &Catalog, language: Language) -> Route {
    let front = Route::root().join("oruk").join("v3");
    if catalog.portal.languages.first() == Some(&language) { front } else { front.join(language.as_str()) }
}

/// Where the record of a service lies in the feed of a language; none where it is in no feed.
pub fn record_file(catalog: &Catalog, language: Language, id: &ServiceId) -> Option<Route> {
    let (_, entry) = catalog.services.first(id)?;
    let desk = Desk::new(catalog, language);
    let own = give::service_id(&desk, id, &entry.parsed.service);
    Some(place(catalog, language).join("services").join(&folder(&own)).file("index.json"))
}

fn about(catalog: &Catalog) -> Value {
    let portal = &catalog.portal;
    let languages: &[Language] = if portal.open_data { &portal.languages } else { &[] };
    let feeds = languages.iter().map(|&language| {
        let url = portal.base_url.url(&place(catalog, language));
        json!({ "language": language.as_str(), "url": url })
    });
    let mut about = json!({
        "version": "HSDS-UK-3.0",
        "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
        "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
        "notes": "A static feed: read-only, all records on one page, no filters.",
    });
    let feeds: Vec<Value> = feeds.collect();
    if !feeds.is_empty() {
        about["feeds"] = json!(feeds);
    }
    if let Some(licence) = &portal.open_data_licence {
        about["license"] = json!(licence);
    }
    about
}

/// A list on its one page, of records that are written already.
fn list<'a>(items: impl ExactSizeIterator<Item = &'a str>) -> String {
    let count = items.len();
    let mut text = format!(
        "{{\"total_items\":{count},\"total_pages\":1,\"page_number\":1,\"size\":{count},\"first_page\":true,\
         \"last_page\":true,\"empty\":{},\"contents\":[",
        count == 0
    );
    for (nth, item) in items.enumerate() {
        text.push_str(if nth == 0 { "" } else { "," });
        text.push_str(item);
    }
    text.push_str("]}\n");
    text
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

fn line(record: &Value) -> String {
    let mut text = record.to_string();
    text.push('\n');
    text
}

/// All services, one in each line.
pub fn ndjson(catalog: &Catalog, words: &Words, (language, today): (Language, Date)) -> String {
    let desk = Desk::new(catalog, language);
    services(catalog, today).into_iter().map(|service| line(&published(&desk, words, service))).collect()
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

/// The columns that say something of each item of a list.
const LISTS: [(&str, &str); 3] = [
    ("opening_times", "schedules/description"),
    ("areas", "service_areas/name"),
    ("topics", "attributes/taxonomy_term/name"),
];

/// All services as a table.
///
/// # Errors
/// What writing it says; there is none in memory.
pub fn csv(catalog: &Catalog, words: &Words, (language, today): (Language, Date)) -> Result<String, csv::Error> {
    let desk = Desk::new(catalog, language);
    let rows = services(catalog, today).into_iter().map(|service| row(&published(&desk, words, service)));
    table(rows)
}

fn table<R: AsRef<[String]>>(rows: impl Iterator<Item = R>) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS.iter().chain(&LISTS).map(|(name, ..)| *name))?;
    for row in rows {
        table.write_record(row.as_ref())?;
    }
    let bytes = table.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a record says in each column.
fn row(record: &Value) -> Vec<String> {
    let one = COLUMNS.iter().map(|(_, path)| record.pointer(path).map(cell).unwrap_or_default());
    let many = LISTS.iter().map(|(_, list)| {
        let (list, path) = list.split_at(list.find('/').unwrap_or(list.len()));
        let items = record.get(list).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| item.pointer(path)).map(cell).collect::<Vec<_>>().join("; ")
    });
    one.chain(many).collect()
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
pub fn record(catalog: &Catalog, (id, service): (&ServiceId, &Service)) -> serde_json::Map<String, Value> {
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
