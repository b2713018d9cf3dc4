//! Turns two records into their difference, and one of them and the difference into the other.
//!
//! A difference is kept in a service's `extra`. It has four forms:
//! - a value that the first record lacks stands as it is;
//! - `{ instead-of: A, say: B }` puts B where the first record says A, and `{ instead-of: A }` takes A out; where the
//!   first record says something else by now, because somebody edited it, that edit stays;
//! - of a group, the keys that differ; an `id` of the source stands as it is;
//! - of a list whose items have names, `{ items: { NAME: difference }, more: [...] }`: `left-out` is the difference of an
//!   item that the other lacks, `more` is what only the other has.

use serde_json::{Map, Value, json};

use super::give::NAME;

const INSTEAD: &str = "instead-of";
const SAY: &str = "say";
const ITEMS: &str = "items";
const MORE: &str = "more";
const LEFT_OUT: &str = "left-out";

/// What makes `base` say what `meant` says; nothing where it does.
pub fn difference(base: &Value, meant: &Value) -> Option<Value> {
    match (base, meant) {
        (Value::Object(base), Value::Object(meant)) => of_groups(base, meant),
        (Value::Array(base), Value::Array(meant)) if base.iter().all(|item| item.get(NAME).is_some()) => {
            of_lists(base, meant)
        }
        (base, meant) if base == meant => None,
        (base, meant) => Some(json!({ INSTEAD: bare(base.clone()), SAY: meant })),
    }
}

fn of_groups(base: &Map<String, Value>, meant: &Map<String, Value>) -> Option<Value> {
    let mut made = Map::new();
    for (key, meant) in meant {
        let difference = match base.get(key) {
            Some(base) if is_id(key) && base.is_string() && base != meant => Some(meant.clone()),
            Some(base) => difference(base, meant),
            None => Some(meant.clone()),
        };
        made.extend(difference.map(|difference| (key.clone(), difference)));
    }
    for (key, base) in base.iter().filter(|(key, _)| key.as_str() != NAME && !meant.contains_key(*key)) {
        let gone = match base {
            Value::Array(items) if items.iter().all(|item| item.get(NAME).is_some()) => of_lists(items, &[]),
            other => Some(json!({ INSTEAD: bare(other.clone()) })),
        };
        made.extend(gone.map(|gone| (key.clone(), gone)));
    }
    (!made.is_empty()).then_some(Value::Object(made))
}

fn of_lists(base: &[Value], meant: &[Value]) -> Option<Value> {
    let mut left: Vec<Option<&Value>> = meant.iter().map(Some).collect();
    let mut items = Map::new();
    for item in base {
        let name = item[NAME].as_str().unwrap_or("").to_owned();
        let mut best = (0, 0);
        for (at, other) in left.iter().enumerate() {
            let likeness = other.map_or(0, |other| likeness(item, other));
            if likeness > best.0 {
                best = (likeness, at);
            }
        }
        let found = if best.0 > 0 { left[best.1].take() } else { None };
        let change = found.map_or_else(|| Some(json!(LEFT_OUT)), |found| difference(item, found));
        items.extend(change.map(|change| (name, change)));
    }
    let more: Vec<Value> = left.into_iter().flatten().cloned().collect();
    let mut made = Map::new();
    if !items.is_empty() {
        made.insert(ITEMS.to_owned(), Value::Object(items));
    }
    if !more.is_empty() {
        made.insert(MORE.to_owned(), Value::Array(more));
    }
    (!made.is_empty()).then_some(Value::Object(made))
}

/// Whether a key holds an id. The portal's ids are made of names, so that an id of the source stands in for the one of the
/// same item, whatever that is by now.
fn is_id(key: &str) -> bool {
    matches!(key, "id" | "taxonomy_id")
}

/// How many values of two items are the same, in the same places.
fn likeness(a: &Value, b: &Value) -> usize {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => a.iter().map(|(key, a)| b.get(key).map_or(0, |b| likeness(a, b))).sum(),
        (Value::Array(a), Value::Array(b)) => a.iter().zip(b).map(|(a, b)| likeness(a, b)).sum(),
        (a, b) => usize::from(a == b),
    }
}

/// A record with a difference put in, without the names of items.
pub fn patched(base: Value, change: &Value) -> Value {
    bare(put(base, change).unwrap_or(Value::Null))
}

fn put(base: Value, change: &Value) -> Option<Value> {
    match (base, change) {
        (base, Value::Object(change)) if change.contains_key(INSTEAD) => {
            if bare(base.clone()) == change[INSTEAD] {
                change.get(SAY).cloned()
            } else {
                Some(base)
            }
        }
        (Value::Object(mut base), Value::Object(change)) => {
            for (key, change) in change {
                let made = match base.shift_remove(key) {
                    Some(_) if is_id(key) && change.is_string() => Some(change.clone()),
                    Some(old) => put(old, change),
                    None => fresh(change),
                };
                base.extend(made.map(|made| (key.clone(), made)));
            }
            Some(Value::Object(base))
        }
        (Value::Array(base), Value::Object(change)) => {
            let items = change.get(ITEMS);
            let each = base.into_iter().filter_map(|item| {
                let name = item.get(NAME).and_then(Value::as_str);
                match name.and_then(|name| items?.get(name)) {
                    None => Some(item),
                    Some(Value::String(said)) if said == LEFT_OUT => None,
                    Some(change) => put(item, change),
                }
            });
            let more = change.get(MORE).and_then(Value::as_array).into_iter().flatten().cloned();
            let all: Vec<Value> = each.chain(more).collect();
            (!all.is_empty()).then_some(Value::Array(all))
        }
        // The record says something of its own by now, and in another form.
        (base, _) => Some(base),
    }
}

/// What a difference adds where the record has nothing.
fn fresh(change: &Value) -> Option<Value> {
    let Value::Object(group) = change else { return Some(change.clone()) };
    if group.contains_key(INSTEAD) {
        return None;
    }
    if !group.is_empty() && group.keys().all(|key| key == ITEMS || key == MORE) {
        return group.get(MORE).cloned();
    }
    let made: Map<String, Value> =
        group.iter().filter_map(|(key, change)| fresh(change).map(|made| (key.clone(), made))).collect();
    (!made.is_empty()).then_some(Value::Object(made))
}

/// A value without the names of items.
pub fn bare(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(bare).collect()),
        Value::Object(entries) => {
            let entries = entries.into_iter().filter(|(key, _)| key != NAME);
            Value::Object(entries.map(|(key, value)| (key, bare(value))).collect())
        }
        other => other,
    }
}
