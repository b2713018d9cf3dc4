//! Turns what follows a block's name into attributes: `key=value`, `key="text"`, `key=a,b`.

use std::ops::Range;

use super::report::{Report, did_you_mean, quote};
use crate::diag::Code;

/// The attributes of one block, as written.
pub struct Attributes<'a> {
    block: &'a str,
    written: Vec<Attribute<'a>>,
    /// Something was reported: what seems to be missing may be that.
    faulty: bool,
}

#[derive(Clone)]
struct Attribute<'a> {
    key: &'a str,
    value: &'a str,
    span: Range<usize>,
}

/// What `Attributes::read` reads, and where it stands.
pub struct Line<'a> {
    pub text: &'a str,
    /// Where `text` begins in the source.
    pub at: usize,
    pub block: &'a str,
    /// The keys that the block knows.
    pub known: &'a [&'a str],
}

impl<'a> Attributes<'a> {
    /// Reads a line; every mistake in it is reported, and the attribute left out.
    pub fn read(line: &Line<'a>, report: &mut Report) -> Self {
        let mut attributes = Self { block: line.block, written: Vec::new(), faulty: false };
        let mut rest = line.text;
        loop {
            rest = rest.trim_start_matches([' ', '\t']);
            if rest.is_empty() {
                return attributes;
            }
            let at = line.at + line.text.len() - rest.len();
            let (key, value, after) = split(rest);
            let span = at..at + rest.len() - after.len();
            rest = after;
            match value.and_then(|value| attributes.check(line, key, value)) {
                Ok(value) => attributes.written.push(Attribute { key, value, span }),
                Err((message, help)) => {
                    attributes.faulty = true;
                    report.add(Code::BlockAttribute, span, message, help);
                }
            }
        }
    }

    fn check(&self, line: &Line, key: &str, value: &'a str) -> Result<&'a str, (String, String)> {
        let block = line.block;
        if !line.known.contains(&key) {
            let message = format!("the block `{block}` has no attribute `{}`", quote(key));
            let help = if line.known.is_empty() { "delete it".to_owned() } else { did_you_mean(key, line.known) };
            return Err((message, help));
        }
        if self.written.iter().any(|attribute| attribute.key == key) {
            return Err((format!("`{key}` is written twice"), format!("write `{key}` once; a list is `{key}=a,b`")));
        }
        if value.trim().is_empty() {
            return Err((format!("`{key}` is empty"), format!("write what it is, or delete `{key}=`")));
        }
        Ok(value)
    }

    /// Whether none of `keys` is there, and no mistake has been reported that explains it.
    pub fn lacks(&self, keys: &[&str]) -> bool {
        !self.faulty && !self.written.iter().any(|attribute| keys.contains(&attribute.key))
    }

    /// One value; `parse` says in plain words what is wrong with it.
    pub fn one<T>(&self, key: &str, report: &mut Report, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let attribute = self.written.iter().find(|attribute| attribute.key == key)?;
        match parse(attribute.value) {
            Ok(value) => Some(value),
            Err(help) => {
                report.add(
                    Code::BlockAttribute,
                    attribute.span.clone(),
                    self.refusal(attribute, attribute.value),
                    help,
                );
                None
            }
        }
    }

    /// The values of a list; those that are wrong are reported and left out.
    pub fn list<T>(&self, key: &str, report: &mut Report, parse: impl Fn(&str) -> Result<T, String>) -> Vec<T> {
        let Some(attribute) = self.written.iter().find(|attribute| attribute.key == key) else { return Vec::new() };
        let mut values = Vec::new();
        for item in attribute.value.split(',') {
            match parse(item.trim()) {
                Ok(value) => values.push(value),
                Err(help) => {
                    report.add(Code::BlockAttribute, attribute.span.clone(), self.refusal(attribute, item), help);
                }
            }
        }
        values
    }

    fn refusal(&self, attribute: &Attribute, value: &str) -> String {
        format!("`{}` does not work as `{}` of the block `{}`", quote(value.trim()), attribute.key, self.block)
    }
}

type Value<'a> = Result<&'a str, (String, String)>;

/// The key, its value, and what follows.
fn split(text: &str) -> (&str, Value<'_>, &str) {
    let end = text.find(['=', ' ', '\t']).unwrap_or(text.len());
    let (key, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else {
        let message = format!("`{}` is not an attribute", quote(key));
        return (key, Err((message, "write attributes as `key=value` or `key=\"some words\"`".to_owned())), rest);
    };
    if let Some(quoted) = value.strip_prefix('"') {
        return match quoted.split_once('"') {
            Some((value, after)) => (key, Ok(value), after),
            None => (key, Err((format!("the text of `{key}` does not end"), "close it with `\"`".to_owned())), ""),
        };
    }
    if value.starts_with(['“', '”', '„', '‘', '’', '\'', '«']) {
        let message = format!("the text of `{key}` stands in the wrong quotation marks");
        return (key, Err((message, format!("use straight double ones: `{key}=\"some words\"`"))), "");
    }
    let end = value.find([' ', '\t']).unwrap_or(value.len());
    (key, Ok(&value[..end]), &value[end..])
}
