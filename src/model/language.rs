//! Turns a BCP 47 tag into a language that can be copied, compared and written into HTML.

use std::fmt;
use std::io;
use std::str::FromStr;

use icu::locale::{LanguageIdentifier, LocaleDirectionality};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tinystr::TinyAsciiStr;

/// A language by its canonical BCP 47 tag: `cy`, `ur`, `zh-Hans`. At most 16 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(TinyAsciiStr<16>);

/// Which way a script runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

impl Language {
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The direction of the language's usual script (CLDR).
    pub fn direction(self) -> Direction {
        // CLDR does not know which script Western Panjabi and Dari are written in; it is the Arabic one.
        let known = !matches!(self.as_str(), "pnb" | "prs");
        let ltr = known && !LocaleDirectionality::new_extended().is_right_to_left(&self.identifier());
        if ltr { Direction::Ltr } else { Direction::Rtl }
    }

    pub fn identifier(self) -> LanguageIdentifier {
        self.as_str().parse().expect("a language was parsed before it was made")
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, String> {
        let problem = || format!("`{tag}` is not a language tag: use one like `cy`, `ur` or `zh-Hans` (BCP 47)");
        let identifier: LanguageIdentifier = tag.parse().map_err(|_| problem())?;
        if identifier.language.is_unknown() {
            return Err(problem());
        }
        identifier.to_string().parse().map(Self).map_err(|_| problem())
    }
}

impl borsh::BorshSerialize for Language {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let tag = self.as_str().as_bytes();
        let len = u8::try_from(tag.len()).expect("a tag has at most 16 bytes");
        writer.write_all(&[len])?;
        writer.write_all(tag)
    }
}

impl borsh::BorshDeserialize for Language {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let damaged = || io::Error::from(io::ErrorKind::InvalidData);
        let len = u8::deserialize_reader(reader)?;
        let mut tag = [0; 16];
        let tag = tag.get_mut(..len.into()).ok_or_else(damaged)?;
        reader.read_exact(tag)?;
        TinyAsciiStr::try_from_utf8(tag).map(Self).map_err(|_| damaged())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_is_that_of_the_usual_script() {
        for tag in ["ur", "ar", "pa-Arab", "pnb", "ks", "fa", "ps", "ckb", "he", "yi", "sd", "prs"] {
            assert_eq!(tag.parse::<Language>().unwrap().direction(), Direction::Rtl, "{tag}");
        }
        for tag in ["en", "cy", "pa", "ku", "so", "zh-Hans", "ks-Deva", "rom", "xx", "bfi"] {
            assert_eq!(tag.parse::<Language>().unwrap().direction(), Direction::Ltr, "{tag}");
        }
    }
}
