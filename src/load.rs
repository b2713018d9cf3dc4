//! Turns a portal's folders into sources: bytes and their hash, sorted by path.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diag::Diagnosed;
use crate::io::Files;

/// A blake3 hash. Content with the same hash is the same content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The first `chars` hexadecimal digits, at most 64.
    pub fn hex(&self, chars: usize) -> String {
        let mut hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        hex.truncate(chars);
        hex
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex(12))
    }
}

/// One file of the portal.
#[derive(Clone, Debug)]
pub struct Source {
    /// From the portal's folder, with `/`: `content/pages/money/index.en.md`.
    pub path: Arc<str>,
    pub body: SourceBody,
    pub hash: Hash,
}

/// Text is checked to be UTF-8 when it is read; a BOM is kept, so that byte offsets are those of the file.
#[derive(Clone, Debug)]
pub enum SourceBody {
    Text(Arc<str>),
    Bytes(Arc<[u8]>),
}

impl Source {
    /// The bytes of a file that is kept in memory and is no text.
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.body {
            SourceBody::Bytes(bytes) => Some(bytes),
            SourceBody::Text(_) => None,
        }
    }

    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.body {
            SourceBody::Text(text) => Some(text),
            SourceBody::Bytes(_) => None,
        }
    }
}

/// All files of a portal, sorted by path: its `content/`, its own `themes/` and `locales/` laid over the embedded ones.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub files: BTreeMap<Arc<str>, Source>,
}

/// Reads a portal. Files that cannot be used are findings and left out.
///
/// # Errors
/// Only what the disk does: a folder or file that cannot be read.
pub fn load(_files: &dyn Files) -> std::io::Result<Diagnosed<Sources>> {
    unimplemented!("publish helper")
}
