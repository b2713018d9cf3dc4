//! Turns a record as another system wrote it into its normal form: nothing empty, one kind of line end, text for people.
//!
//! The normal form:
//! 1. `null`, empty texts, empty lists and empty groups are left out;
//! 2. lines end in `\n`, no text has space around it, and a `name` is one line;
//! 3. a `description` that is HTML is Markdown;
//! 4. an id that only repeats the id of the record around it or in it (`service_id`, `organization_id` beside
//!    `organization`) is left out, and so is `fees_description` where it says what `fees` says;
//! 5. a British telephone number is written as `+44 1632 960123`;
//! 6. the order of lists means nothing.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::give::international;

/// Brings a record into its normal form. None if nothing is left.
pub fn normal(value: Value) -> Option<Value> {
    let mut value = pruned("", value)?;
    unrepeat(&mut value, None);
    if let Value::Object(record) = &mut value
        && let Some(said) = record.shift_remove("fees_description")
    {
        match record.get("fees") {
            None => drop(record.insert("fees".to_owned(), said)),
            Some(fees) if *fees == said => {}
            Some(_) => drop(record.insert("fees_description".to_owned(), said)),
        }
    }
    Some(value)
}

fn pruned(key: &str, value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => text_of(key, &text).map(Value::String),
        Value::Array(items) => {
            let items: Vec<Value> = items.into_iter().filter_map(|item| pruned(key, item)).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(entries) => {
            let entries: Map<String, Value> =
                entries.into_iter().filter_map(|(key, value)| pruned(&key, value).map(|value| (key, value))).collect();
            (!entries.is_empty()).then_some(Value::Object(entries))
        }
        other => Some(other),
    }
}

fn text_of(key: &str, text: &str) -> Option<String> {
    let text = visible(text);
    let text = match key {
        "name" => text.split_whitespace().collect::<Vec<_>>().join(" "),
        "description" if is_html(&text) => markdown(&text),
        "number" => international(&text),
        _ => text.trim().to_owned(),
    };
    (!text.is_empty()).then_some(text)
}

/// A text with one kind of line end, and without what no file can hold and nobody can see.
fn visible(text: &str) -> Cow<'_, str> {
    let is_seen = |c: char| matches!(c, '\n' | '\t') || !c.is_control();
    let is_line_end = |c: char| matches!(c, '\u{2028}' | '\u{2029}');
    if text.chars().all(|c| is_seen(c) && !is_line_end(c)) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    Cow::Owned(text.chars().filter(|&c| is_seen(c)).collect())
}

/// Whether a text has tags or the names of characters, as HTML has.
pub fn is_html(text: &str) -> bool {
    let tag = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let entity = |at: usize| {
        let name = text[at + 1..].split(';').next().unwrap_or("");
        text[at + 1 + name.len()..].starts_with(';')
            && (2..=8).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    };
    text.match_indices('<').any(|(at, _)| tag(at) && text[at..].contains('>'))
        || text.match_indices('&').any(|(at, _)| entity(at))
}

/// More tags than a text has that a person wrote: they are taken out without a look at what they mean, because a reader
/// of nested tags needs memory for each level.
const MOST_TAGS: usize = 5_000;

/// HTML as Markdown. Plain lines of it stay lines.
fn markdown(html: &str) -> String {
    if html.matches('<').count() <= MOST_TAGS
        && let Ok(text) = htmd::convert(html)
    {
        return text.trim().to_owned();
    }
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// The names by which a record refers to the one around it or in it.
const AROUND: [&str; 3] = ["service_id", "location_id", "link_id"];
const INSIDE: [(&str, &str); 4] = [
    ("organization_id", "organization"),
    ("location_id", "location"),
    ("taxonomy_term_id", "taxonomy_term"),
    ("taxonomy_id", "taxonomy_detail"),
];

fn unrepeat(value: &mut Value, around: Option<&str>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| unrepeat(item, around)),
        Value::Object(entries) => {
            if entries.keys().any(|key| key.ends_with("_id")) {
                drop_repeated(entries, around);
            }
            let id = entries.get("id").and_then(Value::as_str).map(str::to_owned);
            entries.values_mut().for_each(|value| unrepeat(value, id.as_deref()));
        }
        _ => {}
    }
}

fn drop_repeated(entries: &mut Map<String, Value>, around: Option<&str>) {
    for key in AROUND {
        if around.is_some() && entries.get(key).and_then(Value::as_str) == around {
            entries.shift_remove(key);
        }
    }
    for (key, inner) in INSIDE {
        let id = entries.get(inner).and_then(|inner| inner.get("id")).cloned();
        if id.is_some() && entries.get(key) == id.as_ref() {
            entries.shift_remove(key);
        }
    }
}

/// Puts back what rule 4 leaves out, for readers who want tables.
pub fn knit(record: &mut Value) {
    let Value::Object(service) = record else { return };
    if let Some(fees) = service.get("fees").cloned() {
        service.entry("fees_description").or_insert(fees);
    }
    tie(service, "organization_id", "organization");
    let id = service.get("id").cloned();
    for key in ["contacts", "phones", "schedules", "service_areas", "cost_options", "service_at_locations", "languages"]
    {
        each(service, key, |item| name(item, "service_id", id.as_ref()));
    }
    each(service, "attributes", |item| {
        name(item, "link_id", id.as_ref());
        tie(item, "taxonomy_term_id", "taxonomy_term");
    });
    each(service, "service_at_locations", |item| {
        tie(item, "location_id", "location");
        let Some(Value::Object(location)) = item.get_mut("location") else { return };
        let id = location.get("id").cloned();
        for key in ["addresses", "accessibility"] {
            each(location, key, |item| name(item, "location_id", id.as_ref()));
        }
    });
}

fn each(record: &mut Map<String, Value>, key: &str, mut change: impl FnMut(&mut Map<String, Value>)) {
    let items = record.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
    items.filter_map(Value::as_object_mut).for_each(&mut change);
}

fn name(record: &mut Map<String, Value>, key: &str, id: Option<&Value>) {
    if let Some(id) = id {
        record.entry(key).or_insert_with(|| id.clone());
    }
}

fn tie(record: &mut Map<String, Value>, key: &str, inner: &str) {
    let id = record.get(inner).and_then(|inner| inner.get("id")).cloned();
    name(record, key, id.as_ref());
}

/// A record whose lists are in an order that depends on nothing but what they hold, to compare two.
#[cfg(test)]
pub fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().collect())
        }
        other => other,
    }
}
