//! Turns a folder and its manifest into what is ours and whole there, and what is not ours.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::io::{ListedKind, Target};
use crate::manifest::Outputs;

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Survey {
    /// The outputs that are there with the length they should have. A file that was cut off, by a disk that lost power
    /// or by an editor, is missing here, and so it is written again.
    pub whole: Outputs,
    /// Outputs that are there with another length.
    pub damaged: Vec<Arc<str>>,
    /// Files, links and the like that the manifest does not name, by their path from the folder.
    pub foreign: Vec<String>,
}

/// Compares a folder with its manifest by names and lengths, without reading a file. Level by level, it stops once it
/// knows `enough` foreign files. A folder that is not there holds nothing.
///
/// # Errors
/// A folder cannot be read.
pub fn survey(target: &dyn Target, folder: &Path, outputs: &Outputs, enough: usize) -> io::Result<Survey> {
    let mut found = Survey::default();
    if target.kind(folder)?.is_none() {
        return Ok(found);
    }
    let mut folders = vec![String::new()];
    while !folders.is_empty() && found.foreign.len() < enough {
        let listed: Vec<_> =
            folders.par_iter().map(|path| target.list(&folder.join(path))).collect::<io::Result<_>>()?;
        let mut inner = Vec::new();
        for (prefix, listed) in folders.iter().zip(listed) {
            for listed in listed {
                let path = if prefix.is_empty() { listed.name } else { format!("{prefix}/{}", listed.name) };
                match (listed.kind, outputs.get_key_value(path.as_str())) {
                    (ListedKind::Folder, _) => inner.push(path),
                    (ListedKind::File, Some((path, record))) if record.len == listed.len => {
                        found.whole.insert(path.clone(), *record);
                    }
                    (ListedKind::File, Some((path, _))) => found.damaged.push(path.clone()),
                    _ => found.foreign.push(path),
                }
            }
        }
        folders = inner;
    }
    found.foreign.sort();
    Ok(found)
}

/// Every folder that outputs lie in, each after the one around it.
pub fn folders_of(outputs: &Outputs) -> BTreeSet<&str> {
    let mut folders = BTreeSet::new();
    for path in outputs.keys() {
        for (end, _) in path.rmatch_indices('/') {
            if !folders.insert(&path[..end]) {
                break;
            }
        }
    }
    folders
}
