//! Turns what another system says of a record, in any shape, into a value that is carried along.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{Table, written};

/// Data that the portal itself has no use for, as JSON text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Kept(String);

impl Kept {
    pub fn new(value: &Value) -> Self {
        Self(value.to_string())
    }

    pub fn value(&self) -> Value {
        serde_json::from_str(&self.0).expect("only JSON is kept")
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            value @ Value::Object(_) => Ok(Self::new(&value)),
            _ => Err(D::Error::custom("this holds no keys: leave it as the import wrote it, or take it out")),
        }
    }
}

impl JsonSchema for Kept {
    fn schema_name() -> Cow<'static, str> {
        "Kept".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
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
