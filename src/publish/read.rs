//! Turns the path of an output that a build has put, or taken over, back into its bytes.

use std::sync::PoisonError;

use super::Publisher;
use crate::io::Failure;

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
}
