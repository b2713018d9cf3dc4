//! Turns a value that one build wrote down into itself, once somebody looks at it.
//!
//! Most of what is remembered of a portal is texts that an edit of one page never looks at.

use std::borrow::Cow;
use std::io::{self, Read, Write};
use std::ops::Deref;
use std::sync::OnceLock;

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Deserializer};

/// Room in bytes that is made for a written form before any of it is read.
const MOST_AT_ONCE: u32 = 1 << 20;

/// A value, or its written form until it is needed.
#[derive(Clone, Debug)]
pub struct Lazy<T> {
    value: OnceLock<T>,
    /// Nothing where the value was there from the beginning.
    written: Box<[u8]>,
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Self { value: OnceLock::from(value), written: Box::default() }
    }
}

impl<T: BorshDeserialize> Deref for Lazy<T> {
    type Target = T;

    /// Who keeps what is written vouches that it is what this program wrote.
    fn deref(&self) -> &T {
        self.value.get_or_init(|| T::try_from_slice(&self.written).expect("what was written is read"))
    }
}

impl<T: BorshDeserialize + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: BorshDeserialize + Eq> Eq for Lazy<T> {}

impl<T: BorshSerialize> BorshSerialize for Lazy<T> {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        match self.value.get() {
            Some(value) => borsh::to_vec(value)?.serialize(writer),
            None => self.written.serialize(writer),
        }
    }
}

impl<T> BorshDeserialize for Lazy<T> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let len = u32::deserialize_reader(reader)?;
        // A length that is a mistake asks for no room that nothing would fill.
        let mut written = Vec::with_capacity(len.min(MOST_AT_ONCE) as usize);
        let read = reader.take(len.into()).read_to_end(&mut written)?;
        if read != len as usize {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(Self { value: OnceLock::new(), written: written.into() })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for Lazy<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_the_same_before_and_after_a_look() {
        let whole = Lazy::from("Gofalwyr".to_owned());
        let written = borsh::to_vec(&whole).unwrap();
        let read: Lazy<String> = borsh::from_slice(&written).unwrap();
        assert!(read.value.get().is_none());
        assert_eq!(borsh::to_vec(&read).unwrap(), written);
        assert_eq!(*read, "Gofalwyr");
        assert_eq!(borsh::to_vec(&read).unwrap(), written);
        assert_eq!(read, whole);
    }

    #[test]
    fn what_is_shorter_than_it_says_is_an_error() {
        for said in [6_u32, MOST_AT_ONCE, u32::MAX] {
            let written = [said.to_le_bytes().as_slice(), b"Gofal"].concat();
            let read: io::Result<Lazy<String>> = borsh::from_slice(&written);
            assert_eq!(read.unwrap_err().kind(), io::ErrorKind::UnexpectedEof, "{said} bytes");
        }
    }
}
