//! Turns what another system says of a record, in any shape, into a value that is carried along.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{Table, written};

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
    /// A hash of each key as it was imported; a key whose value has another hash was edited by hand.
    #[serde(default)]
    pub fields: Table<String, String>,
}
