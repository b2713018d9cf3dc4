//! Turns the lists of prints before and after a build into what is to be done about copies on paper.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::Options;
use crate::formats::TRACES;
use crate::io::{DiskTarget, Target as _};
use crate::plan::prints::recall::{self, Total};
use crate::plan::prints::{Trace, are_wished, from_json, to_json};
use crate::publish::state_folder;
use crate::render::Job;

/// The list of prints before the last build that changed one, beside the site.
pub const BEFORE: &str = "prints-before.json";

/// The list of prints that are no longer made and of which no record says so, beside the site.
const LOST: &str = "prints-lost.json";

/// Why there are no prints.
pub const NOT_BUILT_IN: &str = "this program was built without them (the feature `prints`), so no PDF is made";

/// What is to be done about copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Copies to pull, if the build changed any print that was published.
    pub due: Option<Total>,
    /// Prints whose short address leads nowhere, though it stands on copies.
    pub lost: usize,
    /// Whether prints are asked for that this program cannot make.
    pub unmade: bool,
}

/// The list of prints of the published site, if it has one.
pub fn list_of_prints(options: &Options) -> Option<Vec<u8>> {
    // Without it nothing can be said; a folder that cannot be read is reported by publishing.
    let Ok(bytes) = DiskTarget.read(&options.out.join(TRACES)) else { return None };
    Some(bytes)
}

/// Compares the prints that were published before with those of now, and keeps beside the site what to look up.
pub fn look(options: &Options, job: &Job<'_>, before: Option<&[u8]>) -> Paper {
    if !cfg!(feature = "prints") {
        return Paper { unmade: are_wished(job.world.catalog), ..Paper::default() };
    }
    let now = list_of_prints(options);
    let list = |bytes: Option<&[u8]>| bytes.and_then(from_json).unwrap_or_default();
    let (was, is) = (list(before), list(now.as_deref()));
    let due = before.filter(|before| now.as_deref().is_some_and(|now| now != *before));
    let due = due.and_then(|before| pull(options, job, (before, &was, &is)));
    // A part of a site has a part of the prints.
    let is_whole = options.only_languages.is_empty() && options.only_localities.is_empty();
    let lost = if is_whole { keep_lost(options, job, (was, &is)) } else { 0 };
    Paper { due, lost, unmade: false }
}

/// Copies to pull. Their list is kept beside the site, to look them up.
fn pull(options: &Options, job: &Job<'_>, (before, was, is): (&[u8], &[Trace], &[Trace])) -> Option<Total> {
    let due = recall::due(job.world.catalog, (was, is));
    if due.is_empty() {
        return None;
    }
    // Nobody need be told: the build has said how much there is to do.
    let _kept = state_folder(&DiskTarget, &options.out).map(|folder| replace(&folder.join(BEFORE), before));
    Some(recall::total(&due))
}

/// The prints of a published site that were not made any more when it was built, and of which no record said so.
pub fn lost(out: &Path) -> Vec<Trace> {
    // Without the list nothing is known; a folder that cannot be read is reported by whoever reads the site.
    let Ok(folder) = state_folder(&DiskTarget, out) else { return Vec::new() };
    let Ok(bytes) = DiskTarget.read(&folder.join(LOST)) else { return Vec::new() };
    from_json(&bytes).unwrap_or_default()
}

/// Notes what has been lost so far, and says how much it is.
fn keep_lost(options: &Options, job: &Job<'_>, (was, is): (Vec<Trace>, &[Trace])) -> usize {
    let known = lost(&options.out);
    let mut all = known.clone();
    all.extend(was);
    let lost = recall::lost(job.world.catalog, (&all, is));
    if lost.len() != known.len() {
        // Nobody need be told: the build says how many there are.
        let _kept = state_folder(&DiskTarget, &options.out)
            .map(|folder| replace(&folder.join(LOST), &to_json(&lost.iter().collect::<Vec<_>>())));
    }
    lost.len()
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match DiskTarget.remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    DiskTarget.create(path, bytes)
}
