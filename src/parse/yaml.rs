//! Turns YAML text into our types, with every mistake of a file found in one run.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::diag::{Diagnosed, Step};

/// Reads `source[range]` as one record. Findings point into `file`; the value is there only if nothing is wrong.
pub fn read<T: DeserializeOwned>(_file: &Arc<str>, _source: &str, _range: Range<usize>) -> Diagnosed<Option<T>> {
    unimplemented!("records helper")
}

/// The bytes of the node that `steps` lead to (the key and its value's first line), or of the nearest node above it.
pub fn locate(_source: &str, _range: Range<usize>, _steps: &[Step]) -> Range<usize> {
    unimplemented!("records helper")
}
