//! Turns the schemas of front matter and records into pages that list their keys, so that no key is described twice.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::findings::front;
use crate::parse::schema::{KINDS, Kind};

/// The pages of all kinds of file, and the section that holds them.
pub fn pages() -> Vec<(String, String)> {
    let mut index = front("Every key", "What can stand in each file of a portal, key by key.", 4);
    index = index.replacen("---\n", "---\nnav: 4\n", 1);
    index.push_str(
        "These pages are made from the program itself. They list every key that a file may have. Any other key is \
         [an error](/findings/keys/y003).\n\nYour editor can complete keys while you type: \
         [set it up](/web-officers/programs#schemas).\n",
    );
    let kinds = KINDS.iter().enumerate().map(|(position, kind)| page(kind, position + 1));
    std::iter::once(("content/pages/keys/index.en.md".to_owned(), index)).chain(kinds).collect()
}

fn page(kind: &Kind, order: usize) -> (String, String) {
    let schema = kind.schema();
    let mut keys = Keys { schema: &schema, text: String::new(), told: BTreeSet::new() };
    let record = keys.record(&schema).unwrap_or(&schema);
    keys.tell(record, "");
    let title = match kind.name {
        "page" => "Keys above a page's text".to_owned(),
        "service" => "Keys of a service".to_owned(),
        name => format!("Keys of {name}.yaml"),
    };
    let about = record["description"].as_str().unwrap_or_default();
    let files: Vec<String> = kind.files.iter().map(|file| format!("`{file}`")).collect();
    let text = format!("{}They stand in {}.\n{}", front(&title, about, order), files.join(" and "), keys.text);
    (format!("content/pages/keys/{}.en.md", kind.name), text)
}

/// The keys of one schema, told one record after the other.
struct Keys<'a> {
    schema: &'a Value,
    text: String,
    /// Records that were told already.
    told: BTreeSet<String>,
}

impl<'a> Keys<'a> {
    /// Lists the keys of a record, and then those of the records inside it.
    fn tell(&mut self, record: &'a Value, name: &str) {
        let Some(keys) = record["properties"].as_object() else { return };
        if !name.is_empty() {
            self.text.push_str(&format!("\n## Inside `{name}`\n"));
        }
        self.text.push('\n');
        let needed: Vec<&str> = record["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (key, schema) in keys {
            let mark = if needed.contains(&key.as_str()) { " (needed)" } else { "" };
            let about = schema["description"].as_str().unwrap_or_default();
            let form = sentence(&self.form(schema));
            self.text.push_str(&format!("- `{key}`{mark}: {about} {form}\n"));
        }
        for (key, schema) in keys {
            if let Some(inner) = self.record(schema)
                && self.told.insert(inner.to_string())
            {
                self.tell(inner, key);
            }
        }
    }

    /// What a reference refers to, and the name of that.
    fn resolve(&self, schema: &'a Value) -> (&'a Value, &'a str) {
        let name = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")).unwrap_or_default();
        if name.is_empty() { (schema, "") } else { (&self.schema["$defs"][name], name) }
    }

    /// The record that a value is, or that it holds.
    fn record(&self, schema: &'a Value) -> Option<&'a Value> {
        let (schema, _) = self.resolve(schema);
        if schema["properties"].is_object() {
            return Some(schema);
        }
        let inner = ["items", "additionalProperties"].iter().filter_map(|key| schema.get(*key));
        let one_of = schema["anyOf"].as_array().into_iter().flatten();
        inner.chain(one_of).find_map(|inner| self.record(inner))
    }

    /// How a value is written, in words.
    fn form(&self, schema: &'a Value) -> String {
        let (schema, name) = self.resolve(schema);
        let Some(object) = schema.as_object() else { return "anything".to_owned() };
        let described = object.get("description").and_then(Value::as_str).filter(|_| object.contains_key("anyOf"));
        if name == "Answer" {
            return "`yes` or `no`".to_owned();
        }
        if name == "RuleCode" {
            return "the code of a finding that begins with `E` or `W`".to_owned();
        }
        if name.ends_with("Id") {
            return "an id".to_owned();
        }
        if let Some(about) = described.filter(|_| !name.is_empty()) {
            return about.trim_end_matches('.').to_owned();
        }
        let words = words(schema);
        if !words.is_empty() {
            return one_of(&words);
        }
        self.by_type(object)
    }

    fn by_type(&self, schema: &'a Map<String, Value>) -> String {
        if schema.contains_key("properties") {
            return "keys of its own, listed below".to_owned();
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let choices = choices.iter().filter(|choice| choice["type"] != "null").map(|choice| self.form(choice));
            return choices.collect::<Vec<_>>().join(" or ");
        }
        if let Some(items) = schema.get("items") {
            return format!("a list, each entry {}", self.form(items));
        }
        if let Some(each) = schema.get("additionalProperties").filter(|each| each.is_object()) {
            let by = schema.get("propertyNames").map_or("", |names| self.resolve(names).1);
            let by = if by == "Language" { "for each language" } else { "for each name" };
            return format!("{by} {}", self.form(each));
        }
        format!("{}{}", plain(schema), examples(schema))
    }
}

/// The words that a value may be.
fn words(schema: &Value) -> Vec<&str> {
    let own = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const")).filter_map(Value::as_str);
    let inner = schema["oneOf"].as_array().into_iter().flatten().flat_map(words);
    own.chain(inner).collect()
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

fn plain(schema: &Map<String, Value>) -> &'static str {
    let types = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name.as_str()],
        _ => Vec::new(),
    };
    if schema.get("format").is_some_and(|format| format == "date") {
        "a date, such as `2026-12-24`"
    } else if types.contains(&"string") {
        "a text"
    } else if types.contains(&"integer") {
        "a whole number"
    } else if types.contains(&"number") {
        "a number"
    } else {
        "anything"
    }
}

fn examples(schema: &Map<String, Value>) -> String {
    let examples = schema.get("examples").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    // More would be hard to read in one sentence.
    let examples: Vec<&str> = examples.take(3).collect();
    if examples.is_empty() { String::new() } else { format!(". For example {}", one_of(&examples)) }
}

/// A sentence of words that may begin with code.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    format!("{}{}.", first.map(String::from).unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str) -> String {
        page(Kind::find(name).unwrap(), 1).1
    }

    #[test]
    fn every_key_is_told_with_its_form() {
        let page = text("page");
        for line in [
            "- `title` (needed): The page's heading, and its name in menus and lists. A text.",
            "- `sensitive`: Whether the page is about something that others in the home should not see on the screen. \
             `yes` or `no`.",
            "- `reviewed`: The day when the page was last checked. A date, such as `2026-12-24`.",
            "- `topics`: What the page is about: ids of `topics.yaml`. A list, each entry an id.",
            "## Inside `translation`",
            "- `by` (needed): Who made the translation. `human`, `machine` or `checked`.",
        ] {
            assert!(page.contains(line), "{line}\n{page}");
        }
        assert!(
            text("facts").contains("- `unit` (needed): What is counted. `GBP`, `hours`, `percent`, `count` or `text`.")
        );
        assert!(text("glossary").contains("- `forbidden`:"));
    }

    #[test]
    fn no_key_of_any_schema_is_left_out_or_without_words() {
        fn names(schema: &Value, into: &mut BTreeSet<String>) {
            let Value::Object(members) = schema else { return };
            into.extend(members.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::keys).cloned());
            members.values().for_each(|member| names(member, into));
        }
        for kind in KINDS {
            let (mut all, page) = (BTreeSet::new(), text(kind.name));
            names(&kind.schema(), &mut all);
            // The banner's own schema tells of its day in words.
            let silent: Vec<&String> = all.iter().filter(|key| !page.contains(&format!("- `{key}`"))).collect();
            assert!(silent.is_empty(), "{}: {silent:?}\n{page}", kind.name);
            assert!(!page.contains("anything.") || kind.name == "portal", "{}\n{page}", kind.name);
        }
    }
}
