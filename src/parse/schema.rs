//! Turns the types of front matter and records into JSON Schemas, by which editors complete keys and show mistakes.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::config::Portal;
use crate::model::{
    Audience, Audit, Fact, FactId, FrontMatter, Holder, Language, LeafletRecord, Locality, Organisation, Picture,
    Service, Table, Term, TermId, Topic, Venue, Withdrawn,
};

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub name: &'static str,
    /// The files of this kind, from the portal's folder.
    pub files: &'static [&'static str],
    schema: fn() -> Schema,
}

impl Kind {
    /// Its schema, in the draft 2020-12.
    pub fn schema(&self) -> Value {
        (self.schema)().to_value()
    }

    /// The kind of the file `path`, if it is one of records.
    pub fn of(path: &str) -> Option<&'static Self> {
        let matches = |pattern: &str| {
            let (wanted, parts) = (pattern.split('/'), path.split('/'));
            let is_one = |(wanted, part): (&str, &str)| match wanted.strip_prefix('*') {
                Some(ending) => part.ends_with(ending),
                None => wanted == part,
            };
            pattern.split('/').count() == path.split('/').count() && wanted.zip(parts).all(is_one)
        };
        KINDS.iter().find(|kind| kind.files.iter().any(|pattern| pattern.ends_with(".yaml") && matches(pattern)))
    }

    pub fn find(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }
}

/// Front matter is not a file of its own: an editor applies its schema to the lines between the `---`.
pub const KINDS: &[Kind] = &[
    Kind { name: "portal", files: &["content/portal.yaml"], schema: schema::<Portal> },
    Kind { name: "localities", files: &["content/localities.yaml"], schema: schema::<Vec<Locality>> },
    Kind { name: "topics", files: &["content/topics.yaml"], schema: schema::<Vec<Topic>> },
    Kind { name: "audiences", files: &["content/audiences.yaml"], schema: schema::<Vec<Audience>> },
    Kind {
        name: "organisations",
        files: &["content/organisations.yaml", "content/local/*/organisations.yaml"],
        schema: schema::<Vec<Organisation>>,
    },
    Kind {
        name: "venues",
        files: &["content/venues.yaml", "content/local/*/venues.yaml"],
        schema: schema::<Vec<Venue>>,
    },
    Kind {
        name: "facts",
        files: &["content/facts.yaml", "content/local/*/facts.yaml"],
        schema: schema::<Table<FactId, Fact>>,
    },
    Kind {
        name: "glossary",
        files: &["content/glossary.yaml"],
        schema: schema::<Table<Language, Table<TermId, Term>>>,
    },
    Kind { name: "pictures", files: &["content/pictures.yaml"], schema: schema::<Vec<Picture>> },
    Kind {
        name: "service",
        files: &["content/services/*.yaml", "content/local/*/services/*.yaml"],
        schema: schema::<Service>,
    },
    Kind {
        name: "print",
        files: &["content/prints/*.yaml", "content/local/*/prints/*.yaml"],
        schema: schema::<LeafletRecord>,
    },
    Kind {
        name: "holders",
        files: &["content/holders.yaml", "content/local/*/holders.yaml"],
        schema: schema::<Vec<Holder>>,
    },
    Kind { name: "withdrawn", files: &["content/withdrawn.yaml"], schema: schema::<Vec<Withdrawn>> },
    Kind { name: "audits", files: &["content/audits.yaml"], schema: schema::<Vec<Audit>> },
    Kind {
        name: "page",
        files: &["content/pages/**/*.md", "content/local/*/pages/**/*.md"],
        schema: schema::<FrontMatter>,
    },
];

fn schema<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(as_written));
    settings.into_generator().into_root_schema_for::<T>()
}

/// YAML that is read as a text may be written as a number or an answer, and a list may be left empty. What is a default
/// stands in the descriptions, but for answers: here it would be what our own types hold, not what an editor writes.
fn as_written(schema: &mut Schema) {
    if !schema.get("default").is_some_and(Value::is_boolean) {
        schema.remove("default");
    }
    if schema.get("format").is_some_and(|format| format != "date") {
        schema.remove("format");
    }
    let special = ["enum", "const", "format", "minLength"].iter().any(|&key| schema.get(key).is_some());
    match schema.get("type").and_then(names).unwrap_or_default() {
        names if names.contains(&"string".to_owned()) && !special => add(schema, names, &["number", "boolean"]),
        names if names.contains(&"array".to_owned()) && schema.get("minItems").is_none() => {
            add(schema, names, &["null"]);
        }
        _ => {}
    }
}

fn names(types: &Value) -> Option<Vec<String>> {
    match types {
        Value::String(name) => Some(vec![name.clone()]),
        Value::Array(names) => Some(names.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        _ => None,
    }
}

fn add(schema: &mut Schema, mut names: Vec<String>, more: &[&str]) {
    names.extend(more.iter().map(|&name| name.to_owned()).filter(|name| !names.contains(name)).collect::<Vec<_>>());
    schema.insert("type".to_owned(), json!(names));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key with the words about it, by the path that leads to it.
    fn keys(schema: &Value, path: &str, into: &mut Vec<(String, Option<String>)>) {
        let Value::Object(members) = schema else { return };
        for (name, key) in members.get("properties").and_then(Value::as_object).into_iter().flatten() {
            into.push((format!("{path}{name}"), key["description"].as_str().map(str::to_owned)));
        }
        for (name, member) in members {
            keys(member, &format!("{path}{name}/"), into);
        }
    }

    #[test]
    fn every_key_is_described_and_no_other_is_allowed() {
        for kind in KINDS {
            let schema = kind.schema();
            let mut found = Vec::new();
            keys(&schema, "", &mut found);
            assert!(!found.is_empty(), "{}", kind.name);
            let silent: Vec<_> = found.iter().filter(|(_, words)| words.is_none()).map(|(path, _)| path).collect();
            assert!(silent.is_empty(), "{}: {silent:?}", kind.name);
            let text = schema.to_string();
            assert_eq!(text.matches("\"properties\":").count(), text.matches("\"additionalProperties\":false").count());
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        }
    }

    #[test]
    fn the_words_that_may_be_written_are_listed() {
        let schema = Kind::find("service").unwrap().schema();
        assert_eq!(schema["$defs"]["Status"]["enum"], json!(["active", "paused", "ended"]));
        assert_eq!(schema["required"], json!(["name", "org", "summary", "area"]));
    }
}
