//! Turns what another system says of a record, in any shape, into a value that is carried along.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::written;

/// Data that the portal itself has no use for, as the text of a JSON object. A record has it as such a text, each key on
/// its own line, or written out in YAML: the text is read in a tenth of the time, and an editor can tell it from what is
/// for people.
#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Kept(String);

impl Kept {
    pub fn new(entries: &Map<String, Value>) -> Self {
        let json = |value: &Value| serde_json::to_string(value).expect("a value of JSON is written as JSON");
        let line = |(key, value): (&String, &Value)| format!("{}: {}", json(&Value::from(key.as_str())), json(value));
        let lines: Vec<String> = entries.iter().map(line).collect();
        Self(format!("{{\n{}\n}}", lines.join(",\n")))
    }

    /// As it stands in a record.
    pub fn text(&self) -> &str {
        &self.0
    }

    pub fn value(&self) -> Value {
        serde_json::from_str(&self.0).expect("only JSON is kept")
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || D::Error::custom("this holds no keys: leave it as the import wrote it, or take it out");
        match Value::deserialize(deserializer)? {
            Value::Object(entries) => Ok(Self::new(&entries)),
            Value::String(text) if text.starts_with('{') => {
                serde_json::from_str::<IgnoredAny>(&text).map_err(|_| wrong())?;
                Ok(Self(text))
            }
            _ => Err(wrong()),
        }
    }
}

impl JsonSchema for Kept {
    fn schema_name() -> Cow<'static, str> {
        "Kept".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["object", "string"] })
    }
}

/// What the last import wrote into a record.
#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// The name of the source, as the import was told or as its file is called.
    #[serde(deserialize_with = "written::text")]
    pub from: String,
    /// Each key with a hash of its value as it was imported: `name 7f2777ad, org f4d6a5ad`. A key whose value has another
    /// hash was edited by hand.
    #[serde(default)]
    pub fields: Hashes,
}

/// Keys with hashes of their values, as a text or written out.
#[derive(Clone, Debug, Default, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Hashes(BTreeMap<String, String>);

impl Hashes {
    /// What a record says; nothing where it says something else.
    pub fn of(value: &Value) -> Option<Self> {
        let pair = |(key, hash): (&str, &str)| Some((key.to_owned(), hash.to_owned()));
        let hashes: Option<BTreeMap<String, String>> = match value {
            Value::String(text) => text.split(", ").map(|entry| entry.split_once(' ').and_then(pair)).collect(),
            Value::Object(entries) => entries.iter().map(|(key, hash)| pair((key, hash.as_str()?))).collect(),
            _ => None,
        };
        hashes.map(Self)
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Hashes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wrong = || D::Error::custom("this is no list of keys: leave it as the import wrote it");
        Self::of(&Value::deserialize(deserializer)?).ok_or_else(wrong)
    }
}

impl JsonSchema for Hashes {
    fn schema_name() -> Cow<'static, str> {
        "Hashes".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["object", "string"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_along_is_a_text_or_written_out() {
        let written: Kept = serde_yaml::from_str("phones:\n  id: \"7\"\nfees: 3").unwrap();
        assert_eq!(written.text(), "{\n\"phones\": {\"id\":\"7\"},\n\"fees\": 3\n}");
        let text = serde_yaml::to_string(written.text()).unwrap();
        assert_eq!(serde_yaml::from_str::<Kept>(&text).unwrap(), written);
        assert_eq!(written.value()["phones"]["id"], "7");
    }

    #[test]
    fn hashes_are_a_text_or_written_out() {
        let read = |yaml: &str| serde_yaml::from_str::<Imported>(&format!("from: council\nfields: {yaml}"));
        let text = read("name 7f2777ad, org f4d6a5ad").unwrap();
        assert_eq!(read("{name: 7f2777ad, org: f4d6a5ad}").unwrap(), text);
        assert_eq!((text.fields.get("org"), text.fields.get("about")), (Some("f4d6a5ad"), None));
        assert!(read("name").unwrap_err().to_string().contains("this is no list of keys"));
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in ["some words", "[a]", "'{\"a\": 1'", "'{a}'", "7"] {
            let message = serde_yaml::from_str::<Kept>(wrong).unwrap_err().to_string();
            assert!(message.starts_with("this holds no keys"), "{wrong}: {message}");
        }
    }
}
