//! Turns a record's file and what an import has for it into the file after the import: what was written by hand stays.
//!
//! `imported.fields` has a hash of each key's value as the last import wrote it. A key whose value has another hash by
//! now, or is gone, was edited by hand; a key without a hash is the portal's own. Both stay, and the import says where
//! its source says something else. All other keys follow the source. Comments stay with the key below them.

use serde_json::{Map, Value, json};

use super::write;

/// A file after an import.
pub struct Merged {
    pub text: String,
    /// What changes in it, key by key, for people.
    pub differences: Vec<String>,
}

/// The hash of a value, short enough to be looked over.
pub fn hash(value: &Value) -> String {
    let text = serde_json::to_vec(value).expect("a value of JSON is written as JSON");
    blake3::hash(&text).to_hex()[..8].to_owned()
}

/// The whole file of a new record.
pub fn fresh(fields: &Map<String, Value>, source: &str) -> Merged {
    let mut text: String = fields.iter().map(|(key, value)| write::entry(key, value)).collect();
    let hashes = fields.iter().map(|(key, value)| (key.clone(), json!(hash(value)))).collect();
    text.push_str(&note(source, &hashes));
    Merged { text, differences: Vec::new() }
}

fn note(source: &str, hashes: &Map<String, Value>) -> String {
    write::entry("imported", &json!({ "from": source, "fields": hashes }))
}

/// A file that was there with new values. None where it cannot be read, or is not written key by key.
pub fn merge(old: &str, fields: &Map<String, Value>, source: &str) -> Option<Merged> {
    let values = read(old)?;
    let blocks = blocks(old)?;
    let known = |key: &str| values.get("imported").and_then(|note| note.get("fields")).and_then(|all| all.get(key));
    let mut differences = Vec::new();
    let mut plan: Vec<(&str, Option<&Value>)> = Vec::new();
    let gone = values.keys().filter(|key| known(key).is_some() && !fields.contains_key(*key));
    for key in fields.keys().chain(gone) {
        let (now, new, before) = (values.get(key), fields.get(key), known(key).and_then(Value::as_str));
        let by_hand = match (now, before) {
            (Some(now), Some(before)) => hash(now) != before,
            (None, None) => false,
            _ => true,
        };
        if by_hand {
            if now != new && new.map(hash).as_deref() != before {
                differences.push(format!(
                    "{key}: stays as it was written by hand, {}; the source says {}",
                    short(now),
                    short(new)
                ));
            }
        } else if now != new {
            differences.push(format!("{key}: {} -> {}", short(now), short(new)));
            plan.push((key, new));
        }
    }
    let hashes: Map<String, Value> = fields.iter().map(|(key, value)| (key.clone(), json!(hash(value)))).collect();
    let imported = json!({ "from": source, "fields": hashes });
    if plan.is_empty() && values.get("imported") == Some(&imported) {
        return Some(Merged { text: old.to_owned(), differences });
    }
    plan.push(("imported", Some(&imported)));
    let text = rewritten(blocks, &plan);
    read(&text)?;
    Some(Merged { text, differences })
}

/// The keys of a file that were written or changed by hand since the import, or for a text that is none: nothing.
pub fn by_hand(text: &str) -> Option<Vec<String>> {
    let values = read(text)?;
    let known = |key: &str| values.get("imported").and_then(|note| note.get("fields")).and_then(|all| all.get(key));
    let mine = values.iter().filter(|(key, value)| {
        key.as_str() != "imported" && known(key).and_then(Value::as_str) != Some(hash(value).as_str())
    });
    Some(mine.map(|(key, _)| key.clone()).collect())
}

/// The values of a file.
pub fn read(text: &str) -> Option<Map<String, Value>> {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).map_or(None, |value: Value| match value {
        Value::Object(values) => Some(values),
        _ => None,
    })
}

/// A key with its lines, and the comments above it.
struct Block {
    key: String,
    above: String,
    lines: String,
}

/// The keys of a file, each with its lines. None where a line belongs to no key.
fn blocks(text: &str) -> Option<Vec<Block>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut above = String::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') {
            above.push_str(line);
        } else if line.starts_with([' ', '\t', '-', ']', '}']) || line.trim().is_empty() {
            let block = blocks.last_mut();
            match block {
                Some(block) => {
                    block.lines.push_str(&std::mem::take(&mut above));
                    block.lines.push_str(line);
                }
                None if line.trim().is_empty() || line.starts_with("---") => above.push_str(line),
                None => return None,
            }
        } else {
            let key = line.split_once(':')?.0.trim_matches(['"', '\'', ' ', '\u{feff}']).to_owned();
            blocks.push(Block { key, above: std::mem::take(&mut above), lines: line.to_owned() });
        }
    }
    if !above.is_empty() {
        blocks.last_mut()?.lines.push_str(&above);
    }
    Some(blocks)
}

fn rewritten(blocks: Vec<Block>, plan: &[(&str, Option<&Value>)]) -> String {
    let mut text = String::new();
    let known: Vec<String> = blocks.iter().map(|block| block.key.clone()).collect();
    let new = |key: &str| !known.iter().any(|known| known == key);
    let mut added: String = plan
        .iter()
        .filter(|(key, _)| new(key) && *key != "imported")
        .filter_map(|(key, value)| value.map(|value| write::entry(key, value)))
        .collect();
    for block in blocks {
        if block.key == "imported" {
            text.push_str(&std::mem::take(&mut added));
        }
        text.push_str(&block.above);
        match plan.iter().find(|(key, _)| *key == block.key) {
            None => text.push_str(&block.lines),
            Some((key, Some(value))) => text.push_str(&write::entry(key, value)),
            Some((_, None)) => {}
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }
    text.push_str(&added);
    if new("imported")
        && let Some((key, Some(value))) = plan.last()
    {
        text.push_str(&write::entry(key, value));
    }
    text
}

/// The longest value in a message, in letters.
const SHORT: usize = 60;

/// A value in a message.
fn short(value: Option<&Value>) -> String {
    let Some(value) = value else { return "nothing".to_owned() };
    let text = match value {
        Value::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    };
    if text.chars().count() <= SHORT {
        return format!("`{text}`");
    }
    format!("`{}…`", text.chars().take(SHORT).collect::<String>())
}
