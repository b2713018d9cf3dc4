//! Turns a translation and its source into the blocks of the source that changed since, each with its place in both.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Pair;
use crate::catalog::Catalog;
use crate::parse::Content;
use crate::parse::markdown::block_hashes;

/// What changed in a source since it was translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whether the translation says of which blocks it is.
    pub is_known: bool,
    pub changes: Vec<Change>,
}

/// Blocks of the source that took the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The source's blocks as they are now; none where blocks are gone.
    pub now: Vec<Block>,
    /// The translation's blocks that were made from what stood there; none where blocks are new, and where the
    /// translation has not one block for each of the source's.
    pub translated: Vec<Block>,
    /// How many blocks of the source stood there.
    pub before: usize,
    /// The line of the source at which they stand, or stood.
    pub line: usize,
}

/// A block and its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub line: usize,
    pub text: String,
}

/// Compares the blocks that a translation names with those of its source.
pub fn difference(catalog: &Catalog, pair: Pair) -> Difference {
    let translation = catalog.document(pair.translation);
    let known = translation.front.translation.as_ref().map(|translation| translation.of.clone()).unwrap_or_default();
    let source = catalog.document(pair.source).text();
    let hashes = block_hashes(source);
    // Only where both have as many blocks is it clear which stands for which.
    let matched = (translation.text().parts.len() == known.len()).then(|| translation.text());
    let operations = capture_diff_slices(Algorithm::Myers, &known, &hashes);
    let changes = operations.into_iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    Difference {
        is_known: !known.is_empty(),
        changes: changes
            .map(|operation| Change {
                now: blocks(source, operation.new_range()),
                translated: matched.map(|text| blocks(text, operation.old_range())).unwrap_or_default(),
                before: operation.old_range().len(),
                line: line(source, operation.new_range().start),
            })
            .collect(),
    }
}

fn blocks(content: &Content, range: Range<usize>) -> Vec<Block> {
    range
        .map(|at| Block { line: line(content, at), text: content.str(content.parts[at]).trim_end().to_owned() })
        .collect()
}

/// The line of a block, or the one after the last.
fn line(content: &Content, block: usize) -> usize {
    let at = content.parts.get(block).map_or(content.source.len(), |part| part.start as usize);
    content.source[..at].bytes().filter(|&byte| byte == b'\n').count() + 1
}
