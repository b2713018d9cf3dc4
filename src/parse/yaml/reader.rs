//! Turns a tree of nodes into any type that serde can read, keeping texts as they are written.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::mistake::Mistake;
use super::tree::{Entry, Kind, Node, State};

/// What stands in for a missing text, so that the rest of its record can be looked at: one of these suits each kind
/// of text that a record may require.
pub const STAND_INS: [&str; 5] = ["a", "E06000001", "https://a.example", "2026-01-01", "1"];

/// Reads a node.
#[derive(Clone, Copy)]
pub struct Reader<'de>(pub &'de Node);

impl<'de> Reader<'de> {
    fn text(self) -> Option<&'de str> {
        match (&self.0.kind, self.0.state) {
            (_, State::StandIn(nth)) => STAND_INS.get(nth).copied(),
            (Kind::Scalar { text, .. }, _) => Some(text),
            _ => None,
        }
    }

    /// An unquoted text; only those can be numbers, answers or nothing.
    fn plain(self) -> Option<&'de str> {
        match &self.0.kind {
            Kind::Scalar { text, plain: true } => Some(text),
            _ => None,
        }
    }

    /// Whether the value was left out after its colon.
    fn is_blank(self) -> bool {
        self.plain() == Some("")
    }

    fn is_null(self) -> bool {
        matches!(self.plain(), Some("" | "~" | "null" | "Null" | "NULL"))
    }

    fn is_stand_in(self) -> bool {
        matches!(self.0.state, State::StandIn(_))
    }

    /// What stands here, for a message.
    fn found(self) -> Unexpected<'de> {
        match &self.0.kind {
            Kind::List(_) => Unexpected::Seq,
            Kind::Map(_) => Unexpected::Map,
            Kind::Scalar { .. } if self.is_null() => Unexpected::Unit,
            Kind::Scalar { text, .. } => Unexpected::Str(text),
        }
    }

    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.is_stand_in() {
            return visitor.visit_u64(1);
        }
        let Some(text) = self.plain() else { return Err(Mistake::invalid_type(self.found(), &visitor)) };
        match (text.parse::<u64>(), text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), ..) => visitor.visit_u64(number),
            (_, Ok(number), _) => visitor.visit_i64(number),
            (_, _, Ok(number)) if looks_like_a_number(text) => visitor.visit_f64(number),
            _ => Err(Mistake::invalid_type(self.found(), &visitor)),
        }
    }
}

/// Rust reads `infinity` and `nan` as numbers; nobody means them.
fn looks_like_a_number(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'))
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
            self.number(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if let Some(text) = self.text().filter(|_| self.is_stand_in()) {
            return visitor.visit_str(text);
        }
        match &self.0.kind {
            Kind::List(items) => visitor.visit_seq(Items { items, at: 0 }),
            Kind::Map(entries) => visitor.visit_map(Entries { entries, at: 0 }),
            Kind::Scalar { text, plain: false } => visitor.visit_str(text),
            Kind::Scalar { .. } if self.is_null() => visitor.visit_unit(),
            Kind::Scalar { text, .. } => match text.as_str() {
                "true" | "True" | "TRUE" => visitor.visit_bool(true),
                "false" | "False" | "FALSE" => visitor.visit_bool(false),
                // A leading zero makes a text, as in a telephone number.
                text if text.len() > 1 && text.starts_with('0') && !text.starts_with("0.") => visitor.visit_str(text),
                text if looks_like_a_number(text) && text.parse::<f64>().is_ok() => self.number(visitor),
                text => visitor.visit_str(text),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.plain() {
            _ if self.is_stand_in() => visitor.visit_bool(true),
            Some("true" | "True" | "TRUE") => visitor.visit_bool(true),
            Some("false" | "False" | "FALSE") => visitor.visit_bool(false),
            _ => Err(Mistake::invalid_type(self.found(), &visitor)),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    /// Any scalar is a text where a text is wanted: `no`, `01234` and `12:30` are what they look like.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.text() {
            Some(text) => visitor.visit_str(text),
            None => Err(Mistake::invalid_type(self.found(), &visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.is_null() { visitor.visit_unit() } else { Err(Mistake::invalid_type(self.found(), &visitor)) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.0.kind {
            Kind::List(items) => visitor.visit_seq(Items { items, at: 0 }),
            _ if self.is_blank() || self.is_stand_in() => visitor.visit_seq(Items { items: &[], at: 0 }),
            _ => Err(Mistake::invalid_type(self.found(), &visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.0.kind {
            Kind::Map(entries) => visitor.visit_map(Entries { entries, at: 0 }),
            _ if self.is_blank() => visitor.visit_map(Entries { entries: &[], at: 0 }),
            _ => Err(Mistake::invalid_type(self.found(), &visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let stand_in = words.first().copied().filter(|_| self.is_stand_in());
        match stand_in.or_else(|| self.text()) {
            Some(word) => visitor.visit_enum(StrDeserializer::<Mistake>::new(word)),
            None => Err(Mistake::invalid_type(self.found(), &"one word")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 char bytes byte_buf unit_struct tuple tuple_struct }
}

impl<'de> IntoDeserializer<'de, Mistake> for Reader<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The items of a list that are not removed.
struct Items<'de> {
    items: &'de [Node],
    at: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Mistake;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        while let Some(item) = self.items.get(self.at) {
            self.at += 1;
            if item.state != State::Removed {
                return seed.deserialize(Reader(item)).map(Some).map_err(|mistake| mistake.inside(self.at - 1));
            }
        }
        Ok(None)
    }
}

/// The entries of a map that are not removed. `at` is one past the entry whose key was read last.
struct Entries<'de> {
    entries: &'de [Entry],
    at: usize,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Mistake;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mistake> {
        while let Some(entry) = self.entries.get(self.at) {
            self.at += 1;
            if entry.value.state != State::Removed {
                return seed.deserialize(Reader(&entry.key)).map(Some).map_err(|mistake| mistake.inside(self.at - 1));
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mistake> {
        let entry = &self.entries[self.at - 1];
        seed.deserialize(Reader(&entry.value)).map_err(|mistake| mistake.inside(self.at - 1))
    }
}
