//! Turns `{ en: Lines are closed, until: 2026-12-26 }` into a banner.

use std::fmt;

use jiff::civil::Date;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::written::parse_date;
use super::{Language, Localized};

/// A banner on every page until a day, that day included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    pub text: Localized,
    pub until: Option<Date>,
}

impl<'de> Deserialize<'de> for Alert {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AlertVisitor)
    }
}

struct AlertVisitor;

impl<'de> Visitor<'de> for AlertVisitor {
    type Value = Alert;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a text per language such as `{ en: Closed on Monday, until: 2026-12-26 }`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Alert, E> {
        Ok(Alert { text: Localized::Same(text.to_owned()), until: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Alert, A::Error> {
        let mut until = None;
        let mut texts: Vec<(Language, String)> = Vec::new();
        while let Some(key) = map.next_key::<AlertKey>()? {
            match key {
                AlertKey::Until if until.is_some() => return Err(A::Error::duplicate_field("until")),
                AlertKey::Until => until = Some(map.next_value::<WrittenDate>()?.0),
                AlertKey::Text(language) => {
                    if texts.iter().any(|(known, _)| *known == language) {
                        return Err(A::Error::custom(format!("duplicate field `{language}`")));
                    }
                    texts.push((language, map.next_value()?));
                }
            }
        }
        if texts.is_empty() {
            return Err(A::Error::custom("the alert has no text: write one per language, like `en: Closed on Monday`"));
        }
        Ok(Alert { text: Localized::Each(texts.into_iter().collect()), until })
    }
}

enum AlertKey {
    Until,
    Text(Language),
}

impl<'de> Deserialize<'de> for AlertKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "until" => Ok(Self::Until),
            tag => tag.parse().map(Self::Text).map_err(D::Error::custom),
        }
    }
}

struct WrittenDate(Date);

impl<'de> Deserialize<'de> for WrittenDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_date(&String::deserialize(deserializer)?).map(Self).map_err(D::Error::custom)
    }
}
