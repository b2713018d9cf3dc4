//! Turns a portal's coverage into one record for each page, language, place and edition.

use serde_json::Value;

use crate::pipeline::{Overview, Row};

/// A line of names, then one line for each cell, as RFC 4180 writes tables.
pub fn csv<'a>(overview: &'a Overview<'a>) -> impl Iterator<Item = String> + use<'a> {
    let mut is_first = true;
    overview.rows().map(move |row| {
        let fields = fields(&row);
        let head = if std::mem::take(&mut is_first) {
            csv_line(fields.iter().map(|(key, _)| key.clone()))
        } else {
            String::new()
        };
        head + &csv_line(fields.into_iter().map(|(_, value)| plain(value)))
    })
}

/// One line of JSON for each cell.
pub fn json<'a>(overview: &'a Overview<'a>) -> impl Iterator<Item = String> + use<'a> {
    overview.rows().map(|row| serde_json::to_string(&row).expect("a row is plain data") + "\n")
}

/// Names and values, in the order of `Row`.
fn fields(row: &Row<'_>) -> Vec<(String, Value)> {
    match serde_json::to_value(row) {
        Ok(Value::Object(fields)) => fields.into_iter().collect(),
        other => unreachable!("a row is an object, not {other:?}"),
    }
}

fn plain(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn csv_line(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.map(quoted).collect();
    fields.join(",") + "\r\n"
}

/// A field with quotes where it needs them.
fn quoted(field: String) -> String {
    if field.contains([',', '"', '\r', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_field_that_needs_quotes_has_them() {
        let fields = ["a/b", "", "x, y", "say \"so\""].map(str::to_owned);
        assert_eq!(csv_line(fields.into_iter()), "a/b,,\"x, y\",\"say \"\"so\"\"\"\r\n");
    }
}
