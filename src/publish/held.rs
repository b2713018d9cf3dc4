//! Turns the first changed outputs of a build into bytes in memory, until there are too many.

use std::sync::Arc;

use crate::manifest::OutputRecord;

/// An output that differs from the published one.
#[derive(Debug)]
pub struct HeldOutput {
    pub path: Arc<str>,
    pub record: OutputRecord,
    pub bytes: Vec<u8>,
}

/// Changed outputs that are not written yet: a few of them are put in place at less cost than a whole generation.
#[derive(Debug)]
pub struct Held {
    /// None once outputs go to the sibling.
    outputs: Option<Vec<HeldOutput>>,
    /// Of all bytes.
    len: usize,
}

/// Bytes that are held at most. More is written to the sibling at once, so that memory does not grow with a site.
const MOST_HELD: usize = 8 * 1024 * 1024;

impl Held {
    /// Holds outputs, as far as they fit.
    pub fn open() -> Self {
        Self { outputs: Some(Vec::new()), len: 0 }
    }

    /// Holds nothing.
    pub fn closed() -> Self {
        Self { outputs: None, len: 0 }
    }

    /// Holds a copy of an output. If it does not fit, gives what was held: that must be written now, then this output,
    /// and from now on every other.
    pub fn offer(&mut self, path: &str, record: OutputRecord, bytes: &[u8]) -> Option<Vec<HeldOutput>> {
        self.len = self.len.saturating_add(bytes.len());
        match &mut self.outputs {
            Some(outputs) if self.len <= MOST_HELD => {
                outputs.push(HeldOutput { path: path.into(), record, bytes: bytes.to_vec() });
                None
            }
            outputs => Some(outputs.take().unwrap_or_default()),
        }
    }

    /// The bytes of an output that is held.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        let held = self.outputs.iter().flatten().find(|output| *output.path == *path);
        held.map(|output| &*output.bytes)
    }

    /// Takes what is held; nothing is held from now on. None if that was so already.
    pub fn close(&mut self) -> Option<Vec<HeldOutput>> {
        self.outputs.take()
    }
}
