//! Turns keys and values into YAML as an editor would write it: short lists in brackets, long texts on lines of their own.

use serde_json::{Map, Value};

use crate::parse::yaml::{in_brackets, on_a_line};

/// The longest list that stands in brackets, in letters.
const WIDE: usize = 100;

/// A key and its value, ended by a line's end.
pub fn entry(key: &str, value: &Value) -> String {
    let mut out = String::new();
    write_entry(&mut out, 0, (key, value));
    out
}

/// An item of a list of records.
pub fn item(record: &Map<String, Value>) -> String {
    let mut out = String::new();
    write_item(&mut out, 0, &Value::Object(record.clone()));
    out
}

fn write_entry(out: &mut String, indent: usize, (key, value): (&str, &Value)) {
    pad(out, indent);
    out.push_str(&plain(key, on_a_line));
    out.push(':');
    write_value(out, indent, value);
}

fn write_value(out: &mut String, indent: usize, value: &Value) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            out.push('\n');
            entries.iter().for_each(|(key, value)| write_entry(out, indent + 2, (key, value)));
        }
        Value::Array(items) if !items.is_empty() => {
            if let Some(line) = brackets(items) {
                out.push(' ');
                out.push_str(&line);
                out.push('\n');
            } else {
                out.push('\n');
                items.iter().for_each(|item| write_item(out, indent + 2, item));
            }
        }
        Value::String(text) if is_block(text) => {
            out.push_str(" |-\n");
            for line in text.split('\n') {
                if !line.is_empty() {
                    pad(out, indent + 2);
                    out.push_str(line);
                }
                out.push('\n');
            }
        }
        other => {
            out.push(' ');
            out.push_str(&scalar(other, on_a_line));
            out.push('\n');
        }
    }
}

fn write_item(out: &mut String, indent: usize, item: &Value) {
    pad(out, indent);
    out.push('-');
    match item {
        Value::Object(entries) if !entries.is_empty() => {
            let mut text = String::new();
            entries.iter().for_each(|(key, value)| write_entry(&mut text, indent + 2, (key, value)));
            out.push(' ');
            out.push_str(text.trim_start_matches(' '));
        }
        other => write_value(out, indent, other),
    }
}

/// A short list of short values.
fn brackets(items: &[Value]) -> Option<String> {
    let flat = items.iter().all(|item| match item {
        Value::String(text) => !text.contains('\n') && text.len() <= WIDE,
        Value::Object(_) | Value::Array(_) => false,
        _ => true,
    });
    let line = || format!("[{}]", items.iter().map(|item| scalar(item, in_brackets)).collect::<Vec<_>>().join(", "));
    Some(flat).filter(|flat| *flat).map(|_| line()).filter(|line| line.len() <= WIDE)
}

/// Whether a text can stand on lines of its own and be read as it is.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with([' ', '\t', '\n'])
        && !text.ends_with('\n')
        && text.bytes().all(|byte| byte == b'\n' || !byte.is_ascii_control())
        && (text.is_ascii()
            || text.chars().all(|c| c == '\n' || (!c.is_control() && !matches!(c, '\u{feff}' | '\u{fffe}'))))
}

fn scalar(value: &Value, quoted: fn(&str) -> String) -> String {
    match value {
        Value::String(text) if is_day(text) => text.clone(),
        Value::String(text) => plain(text, quoted),
        Value::Object(_) => "{}".to_owned(),
        Value::Array(_) => "[]".to_owned(),
        other => other.to_string(),
    }
}

/// Signs that are safe where a web address, an email address or a key has them do not ask for quotes.
fn plain(text: &str, quoted: fn(&str) -> String) -> String {
    let written = quoted(text);
    if written == text || !text.contains([':', '_', '@']) {
        return written;
    }
    let tame = text.replace("://", "-").replace(['_', '@'], "-");
    if quoted(&tame) == tame { text.to_owned() } else { written }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok() && text.starts_with(|c: char| c.is_ascii_digit())
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}
