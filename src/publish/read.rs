//! Turns the path of an output that a build has put, or taken over, back into its bytes.

use std::sync::PoisonError;

use super::Publisher;
use crate::io::Failure;
use crate::manifest::OutputRecord;

impl Publisher<'_> {
    /// The bytes of an output, for one that is made of others; none of an output that there is not yet.
    ///
    /// # Errors
    /// What the disk does.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(record) = self.outputs().get(path).copied() else { return Ok(None) };
        let folder = if self.reusable().get(path) == Some(&record) {
            self.site.out.clone()
        } else {
            let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(bytes) = held.bytes(path) {
                return Ok(Some(bytes.to_vec()));
            }
            self.site.sibling()
        };
        self.target.read(&folder.join(path)).map(Some).map_err(|error| self.site.stays(error))
    }

    /// An output of the published site, that the new one may take the place of; none if there is no such output, or not
    /// as it was published.
    pub fn published(&self, path: &str) -> Option<Vec<u8>> {
        let record = self.live.outputs.get(path)?;
        let bytes = self.target.read(&self.site.out.join(path)).unwrap_or_default();
        (OutputRecord::of(&bytes) == *record).then_some(bytes)
    }
}
