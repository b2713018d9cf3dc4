//! Turns a table of services and the names of its columns into records as Open Referral UK has them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::read::{Fault, Input};

/// Which column says what: a path in a record of Open Referral UK 3.0, such as `phones.0.number`, and the column's name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What stands between two columns: `,` where nothing is said.
    #[serde(default = "comma")]
    pub separator: char,
    pub columns: BTreeMap<String, String>,
}

fn comma() -> char {
    ','
}

/// Reads a mapping file.
///
/// # Errors
/// Says what is wrong with it.
pub fn mapping(text: &str) -> Result<Mapping, String> {
    let mapping: Mapping = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    match ["id", "name", "description"].iter().find(|path| !mapping.columns.contains_key(**path)) {
        Some(missing) => Err(format!("`columns` says no column for `{missing}`")),
        None if !mapping.separator.is_ascii() => Err("`separator` is not one plain sign".to_owned()),
        None => Ok(mapping),
    }
}

/// Hands every row of a table to `each` as a record, with its number, from 1.
///
/// # Errors
/// The table cannot be read, or not to its end.
pub fn rows(mapping: &Mapping, input: Input<'_>, each: &mut dyn FnMut(usize, Map<String, Value>)) -> Result<(), Fault> {
    let fault = |what: String, help: &str| Fault {
        file: input.name.to_owned(),
        record: String::new(),
        path: String::new(),
        what,
        help: help.to_owned(),
    };
    let bytes = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input.bytes);
    if std::str::from_utf8(bytes).map_or(true, |text| text.contains('\0')) {
        return Err(fault("the table is not text in UTF-8".to_owned(), "export it again as `CSV UTF-8`"));
    }
    let separator = u8::try_from(mapping.separator).unwrap_or(b',');
    let mut table = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    let broken = |error: &csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        fault(format!("line {line} does not have the columns of the first line"), "export the table again")
    };
    let heads = table.headers().map_err(|error| broken(&error))?.clone();
    let mut columns = Vec::new();
    for (path, name) in &mapping.columns {
        match heads.iter().position(|head| head.trim() == name) {
            Some(at) => columns.push((path.as_str(), at)),
            None => {
                let known = heads.iter().map(|head| format!("`{}`", head.trim())).collect::<Vec<_>>().join(", ");
                return Err(fault(format!("there is no column `{name}`"), &format!("the columns are {known}")));
            }
        }
    }
    for (nth, row) in table.records().enumerate() {
        let row = row.map_err(|error| broken(&error))?;
        let mut record = Value::Object(Map::new());
        for (path, at) in &columns {
            let text = row.get(*at).unwrap_or("").trim();
            if !text.is_empty() {
                put(&mut record, path, text);
            }
        }
        if let Value::Object(record) = record {
            each(nth + 1, record);
        }
    }
    Ok(())
}

/// Paths whose values are numbers.
const NUMBERS: [&str; 5] = ["minimum_age", "maximum_age", "latitude", "longitude", "amount"];

/// Puts a text where a path leads; a number in it is the place in a list.
fn put(record: &mut Value, path: &str, text: &str) {
    let mut node = record;
    for step in path.split('.') {
        if let Some(at) = place(step) {
            if !node.is_array() {
                *node = json!([]);
            }
            let Value::Array(items) = node else { return };
            while items.len() <= at {
                items.push(Value::Null);
            }
            node = &mut items[at];
        } else {
            if !node.is_object() {
                *node = json!({});
            }
            let Value::Object(entries) = node else { return };
            node = entries.entry(step).or_insert(Value::Null);
        }
    }
    let last = path.rsplit('.').next().unwrap_or("");
    let number = NUMBERS.contains(&last).then(|| text.parse::<f64>());
    *node = match number {
        Some(Ok(number)) if number.fract() == 0.0 && number.abs() < 1e9 => json!(number as i64),
        Some(Ok(number)) => json!(number),
        _ => json!(text),
    };
}

/// A place in a list: more than a table has columns for means that it is a name.
fn place(step: &str) -> Option<usize> {
    step.parse().map_or(None, |at| (at < 100).then_some(at))
}
