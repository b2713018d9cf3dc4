//! Turns the list of a site's outputs into a file beside it, and back: what publishing may replace and remove.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::io::is_inner_path;
use crate::load::Hash;

/// The outputs of a site by their path from the output folder, with `/`.
pub type Outputs = BTreeMap<Arc<str>, OutputRecord>;

/// What is known of a published site. Only what a manifest names is ever removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The name and version of what made the site.
    pub generator: String,
    /// The day the site was built for.
    pub day: Date,
    pub scope: Scope,
    pub outputs: Outputs,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "(String, u64)", try_from = "(String, u64)")]
pub struct OutputRecord {
    pub hash: Hash,
    /// In bytes.
    pub len: u64,
}

impl OutputRecord {
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: Hash::of(bytes), len: bytes.len() as u64 }
    }
}

impl From<OutputRecord> for (String, u64) {
    fn from(record: OutputRecord) -> Self {
        (record.hash.hex(Hash::DIGITS), record.len)
    }
}

impl TryFrom<(String, u64)> for OutputRecord {
    type Error = &'static str;

    fn try_from((hash, len): (String, u64)) -> Result<Self, Self::Error> {
        let hash = Hash::from_hex(&hash).ok_or("a hash has 32 hexadecimal digits")?;
        Ok(Self { hash, len })
    }
}

/// A later form of the file gets a later number, and is absent to an earlier program.
const FORM: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fingerpost_manifest: u32,
    generator: String,
    day: Date,
    scope: Scope,
    outputs: Outputs,
}

impl Manifest {
    /// The manifest as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        let written = Written {
            fingerpost_manifest: FORM,
            generator: self.generator.clone(),
            day: self.day,
            scope: self.scope,
            outputs: self.outputs.clone(),
        };
        serde_json::to_vec(&written).expect("names, numbers and a date can be written as JSON")
    }

    /// A manifest that was written; none if it is damaged, cut off, somebody else's, or names a path outside the output
    /// folder. Who reads it treats that as no manifest: then nothing is ours, and nothing is removed.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        let Ok(written) = serde_json::from_slice::<Written>(json) else { return None };
        let Written { fingerpost_manifest, generator, day, scope, outputs } = written;
        let sound = fingerpost_manifest == FORM && outputs.keys().all(|path| is_inner_path(path));
        sound.then_some(Self { generator, day, scope, outputs })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn manifest(paths: &[&str]) -> Manifest {
        Manifest {
            generator: "fingerpost 0.1.0".to_owned(),
            day: Date::constant(2026, 11, 22),
            scope: Scope::Full,
            outputs: paths.iter().map(|path| (Arc::from(*path), OutputRecord::of(path.as_bytes()))).collect(),
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
            r#"{"fingerpost_manifest":1,"generator":"fingerpost 0.1.0","day":"2026-11-22","scope":"full","outputs":{"a":["17762fddd969a453925d65717ac3eea21320b66b54342fde15128d6caf21215f",1]}}"#
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
            site.replace("\"fingerpost_manifest\":1", "\"fingerpost_manifest\":2"),
            site.replace("1776", "17é"),
            site.replace("\"scope\"", "\"extra\":1,\"scope\""),
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
        fn cut_off_is_absent(cut in 0usize..400) {
            let json = manifest(&["index.html", "en/money/index.html"]).to_json();
            prop_assert_eq!(Manifest::from_json(&json[..cut.min(json.len() - 1)]), None);
        }

        #[test]
        fn never_panics(at in 0usize..400, byte in any::<u8>()) {
            let mut json = manifest(&["index.html", "en/money/index.html"]).to_json();
            let at = at % json.len();
            json[at] = byte;
            if let Some(read) = Manifest::from_json(&json) {
                prop_assert!(read.outputs.keys().all(|path| is_inner_path(path)));
            }
        }
    }
}
