//! Turns the list of a site's outputs into a file beside it, and back: what publishing may replace and remove.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::io::{Stamp, is_inner_path};
use crate::load::Hash;
use crate::plan::prints::{PrintCode, Version};

/// The outputs of a site by their path from the output folder, with `/`.
pub type Outputs = BTreeMap<Arc<str>, OutputRecord>;

/// The prints of a site by their path from the output folder. The copy of a booklet for the printer has none of its own.
pub type PrintRecords = BTreeMap<Arc<str>, PrintRecord>;

/// What is known of a print: enough to tell whether it must be made again, and what lists say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintRecord {
    pub code: PrintCode,
    /// Made from what it says.
    pub version: Version,
    /// A hash of all that its PDF was made from: what it says, the theme, the fonts, the program.
    pub key: Hash,
    pub pages: u32,
}

/// What is known of a published site. Only what a manifest names is ever removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub about: About,
    /// When the site was known to be whole, and to hold nothing else.
    pub seen: Option<Seen>,
    /// What was put in place last; none if it was the whole site.
    pub part: Option<Portion>,
    pub outputs: Outputs,
    pub prints: PrintRecords,
}

/// What of a site is put in place by itself, by paths from the output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Portion {
    /// A folder that is there, and holds outputs before and after.
    Folder(String),
    /// Outputs that are there, in the order in which new ones take their places.
    Files(Vec<String>),
}

impl Portion {
    /// Of each folder or file.
    pub fn paths(&self) -> &[String] {
        match self {
            Self::Folder(path) => std::slice::from_ref(path),
            Self::Files(paths) => paths,
        }
    }
}

/// What a site was made from, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The name and version of what made the site.
    pub generator: String,
    /// The day the site was built for.
    pub day: Date,
    pub scope: Scope,
    /// A hash of everything that determines the site, if the caller said it.
    #[serde(with = "key")]
    pub key: Option<Hash>,
}

/// A moment from which on a change can be told by its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub at: Stamp,
    /// The same for folders of a single output, where quick looks have left these out since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lonely: Option<Stamp>,
    /// Folders that publishing itself changed after that, by their path from the output folder: who they are.
    pub moved: BTreeMap<String, u64>,
}

/// How much of a portal a site shows. One must not take the place of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The whole portal.
    Full,
    /// What `--only` chose.
    Partial,
}

/// The content of one output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutputRecord {
    /// The content's hash as a number, which is written faster.
    pub hash: u128,
    /// In bytes.
    pub len: u64,
}

impl OutputRecord {
    pub fn of(bytes: &[u8]) -> Self {
        Self::new(Hash::of(bytes), bytes.len() as u64)
    }

    pub fn new(hash: Hash, len: u64) -> Self {
        Self { hash: u128::from_be_bytes(hash.0), len }
    }
}

impl Serialize for OutputRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut digits = [0; 32];
        for (at, digit) in digits.iter_mut().enumerate() {
            *digit = b"0123456789abcdef"[(self.hash >> (124 - 4 * at)) as usize & 15];
        }
        (std::str::from_utf8(&digits).expect("digits are text"), self.len).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OutputRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (digits, len) = <(&str, u64)>::deserialize(deserializer)?;
        let hash = number(digits).ok_or_else(|| D::Error::custom("a hash has 32 hexadecimal digits"))?;
        Ok(Self { hash, len })
    }
}

fn number(digits: &str) -> Option<u128> {
    if digits.len() != 32 {
        return None;
    }
    digits.bytes().try_fold(0, |hash, digit| Some(hash << 4 | u128::from(char::from(digit).to_digit(16)?)))
}

mod key {
    use super::{Deserialize, Deserializer, Error, Hash, Serialize, Serializer};

    pub fn serialize<S: Serializer>(key: &Option<Hash>, serializer: S) -> Result<S::Ok, S::Error> {
        key.map(|key| key.hex(Hash::DIGITS)).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Hash>, D::Error> {
        let Some(digits) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        Hash::from_hex(&digits).map(Some).ok_or_else(|| D::Error::custom("a hash has 32 hexadecimal digits"))
    }
}

/// A later form of the file gets a later number, and is absent to an earlier program.
const FORM: u32 = 2;

#[derive(Serialize)]
struct Written<'a> {
    fingerpost_manifest: u32,
    about: &'a About,
    seen: &'a Option<Seen>,
    part: &'a Option<Portion>,
    outputs: &'a Outputs,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    prints: &'a PrintRecords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    fingerpost_manifest: u32,
    about: About,
    seen: Option<Seen>,
    part: Option<Portion>,
    #[serde(deserialize_with = "outputs")]
    outputs: Outputs,
    #[serde(default)]
    prints: PrintRecords,
}

/// Collects first: a map of what is in order already is made at once.
fn outputs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Outputs, D::Error> {
    struct Pairs;

    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(Arc<str>, OutputRecord)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("outputs by their path")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }

    deserializer.deserialize_map(Pairs).map(|pairs| pairs.into_iter().collect())
}

impl Manifest {
    /// The manifest as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        let Self { about, seen, part, outputs, prints } = self;
        let written = Written { fingerpost_manifest: FORM, about, seen, part, outputs, prints };
        serde_json::to_vec(&written).expect("names, numbers and a date can be written as JSON")
    }

    /// A manifest that was written; none if it is damaged, cut off, somebody else's, or names a path outside the output
    /// folder. Who reads it treats that as no manifest: then nothing is ours, and nothing is removed.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        let Ok(read) = serde_json::from_slice::<Read>(json) else { return None };
        let Read { fingerpost_manifest, about, seen, part, outputs, prints } = read;
        let within = part.iter().flat_map(Portion::paths).map(String::as_str);
        let mut paths = outputs.keys().chain(prints.keys()).map(|path| &**path).chain(within);
        let sound = fingerpost_manifest == FORM && paths.all(is_inner_path);
        sound.then_some(Self { about, seen, part, outputs, prints })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn manifest(paths: &[&str]) -> Manifest {
        Manifest {
            about: About {
                generator: "fingerpost 0.1.0".to_owned(),
                day: Date::constant(2026, 11, 22),
                scope: Scope::Full,
                key: Some(Hash::of(b"key")),
            },
            seen: Some(Seen {
                at: Stamp(1_795_305_600, 7),
                lonely: None,
                moved: BTreeMap::from([(String::new(), 12)]),
            }),
            part: None,
            outputs: paths.iter().map(|path| (Arc::from(*path), OutputRecord::of(path.as_bytes()))).collect(),
            prints: PrintRecords::new(),
        }
    }

    #[test]
    fn written_and_read() {
        let site = manifest(&["index.html", "en/money/index.html"]);
        assert_eq!(Manifest::from_json(&site.to_json()), Some(site));
    }

    #[test]
    fn form() {
        let json = String::from_utf8(manifest(&["a"]).to_json()).unwrap();
        assert_eq!(
            json,
            r#"{"fingerpost_manifest":2,"about":{"generator":"fingerpost 0.1.0","day":"2026-11-22","scope":"full","key":"KEY"},"seen":{"at":[1795305600,7],"moved":{"":12}},"part":null,"outputs":{"a":["HASH",1]}}"#
                .replace("KEY", &Hash::of(b"key").hex(Hash::DIGITS))
                .replace("HASH", &Hash::of(b"a").hex(Hash::DIGITS))
        );
    }

    #[test]
    fn alien_files_are_absent() {
        let site = String::from_utf8(manifest(&["a"]).to_json()).unwrap();
        for alien in [
            String::new(),
            "null".to_owned(),
            "{}".to_owned(),
            "[".repeat(100_000),
            site.replace("\"fingerpost_manifest\":2", "\"fingerpost_manifest\":3"),
            site.replace(&Hash::of(b"a").hex(4), "17é"),
            site.replace("\"seen\"", "\"extra\":1,\"seen\""),
        ] {
            assert_eq!(Manifest::from_json(alien.as_bytes()), None);
        }
    }

    #[test]
    fn paths_that_lead_out_make_it_absent() {
        for path in ["../a", "/etc/passwd", "a/../../b", "a\\b", "", "a//b"] {
            assert_eq!(Manifest::from_json(&manifest(&["ok", path]).to_json()), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn cut_off_is_absent(cut in 0usize..500) {
            let json = manifest(&["index.html", "en/money/index.html"]).to_json();
            prop_assert_eq!(Manifest::from_json(&json[..cut.min(json.len() - 1)]), None);
        }

        #[test]
        fn never_panics(at in 0usize..500, byte in any::<u8>()) {
            let mut json = manifest(&["index.html", "en/money/index.html"]).to_json();
            let at = at % json.len();
            json[at] = byte;
            if let Some(read) = Manifest::from_json(&json) {
                prop_assert!(read.outputs.keys().all(|path| is_inner_path(path)));
            }
        }
    }
}
