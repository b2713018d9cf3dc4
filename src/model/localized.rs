//! Turns a text that may be written once or once per language into one type.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Language, Table};

/// A short text: the same for every language (`Carers' café`), or one per language (`{ en: Money, cy: Arian }`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(untagged)]
pub enum Localized {
    Same(String),
    Each(Table<Language, String>),
}

impl Localized {
    /// The text for the first of `chain` that has one, with the language it is written in
    /// (`None` where the text is the same for all).
    pub fn get(&self, chain: impl IntoIterator<Item = Language>) -> Option<(&str, Option<Language>)> {
        match self {
            Self::Same(text) => Some((text, None)),
            Self::Each(texts) => {
                chain.into_iter().find_map(|language| Some((texts.get(&language)?.as_str(), Some(language))))
            }
        }
    }

    /// Whether the text can be shown to readers of `language` as their own.
    pub fn covers(&self, language: Language) -> bool {
        match self {
            Self::Same(_) => true,
            Self::Each(texts) => texts.contains_key(&language),
        }
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Localized;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text, or a text per language such as `{ en: Money, cy: Arian }`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Localized, E> {
                Ok(Localized::Same(text.to_owned()))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Localized, A::Error> {
                Table::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Localized::Each)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
