//! Turns a service as Open Referral UK 1.0 has it into the shape of 3.0; one that has it already stays as it is.

use serde_json::{Map, Value, json};

/// Version 1.0's name of a group or key, and that of 3.0.
const SERVICE: [(&str, &str); 4] = [
    ("regular_schedules", "schedules"),
    ("fundings", "funding"),
    ("service_taxonomys", "attributes"),
    ("service_taxonomies", "attributes"),
];

pub fn upgrade(service: &mut Map<String, Value>) {
    for (old, new) in SERVICE {
        rename(service, old, new);
    }
    if let Some(Value::Object(organisation)) = service.get_mut("organization") {
        rename(organisation, "url", "website");
    }
    each(service, "schedules", schedule);
    each(service, "attributes", attribute);
    each(service, "languages", |language| rename(language, "language", "name"));
    each(service, "service_at_locations", |at| {
        rename(at, "regular_schedule", "schedules");
        rename(at, "regular_schedules", "schedules");
        each(at, "schedules", schedule);
        if let Some(Value::Object(location)) = at.get_mut("location") {
            rename(location, "physical_addresses", "addresses");
            rename(location, "accessibility_for_disabilities", "accessibility");
            each(location, "accessibility", |item| rename(item, "accessibility", "description"));
        }
    });
    eligibility(service);
}

/// A key that is there under its new name already is not written over.
fn rename(record: &mut Map<String, Value>, old: &str, new: &str) {
    if !record.contains_key(new)
        && let Some(value) = record.shift_remove(old)
    {
        record.insert(new.to_owned(), value);
    }
}

fn each(record: &mut Map<String, Value>, key: &str, mut change: impl FnMut(&mut Map<String, Value>)) {
    let items = record.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
    items.filter_map(Value::as_object_mut).for_each(&mut change);
}

/// `weekday: Monday` or `weekday: MO` is a week's day.
fn schedule(schedule: &mut Map<String, Value>) {
    if schedule.contains_key("freq") {
        return;
    }
    if !schedule.contains_key("byday")
        && let Some(day) = schedule.get("weekday").and_then(Value::as_str)
        && let Some(day) = day.get(..2)
    {
        let day = day.to_ascii_uppercase();
        schedule.shift_remove("weekday");
        schedule.insert("byday".to_owned(), json!(day));
    }
    if schedule.contains_key("byday") {
        schedule.insert("freq".to_owned(), json!("WEEKLY"));
    }
}

fn attribute(attribute: &mut Map<String, Value>) {
    rename(attribute, "taxonomy", "taxonomy_term");
    if let Some(Value::Object(term)) = attribute.get_mut("taxonomy_term") {
        rename(term, "vocabulary", "taxonomy");
    }
}

/// The ages of the only eligibility are those of the service.
fn eligibility(service: &mut Map<String, Value>) {
    let Some(Value::Array(list)) = service.get_mut("eligibilitys") else { return };
    let [Value::Object(only)] = &mut list[..] else { return };
    let mut found = Vec::new();
    for key in ["minimum_age", "maximum_age"] {
        found.extend(only.shift_remove(key).map(|age| (key, age)));
    }
    for (key, age) in found {
        service.entry(key).or_insert(age);
    }
}
