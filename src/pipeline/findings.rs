//! Turns what all stages found into one list: placed, sorted, each once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::outlet::Touched;
use super::{Failure, Options, unreadable};
use crate::catalog::Catalog;
use crate::diag::{Code, Finding, Place, Severity, Spot};
use crate::io::Files;
use crate::load::{Source, Sources, is_text};
use crate::parse;
use crate::publish::Published;

/// Sorts by file and place, joins what was found twice, and turns keys into bytes. With `--strict`, warnings are errors.
pub fn settle(findings: &mut Vec<Finding>, sources: &Sources, options: &Options) {
    let mut once: BTreeMap<Finding, u32> = BTreeMap::new();
    for mut finding in findings.drain(..) {
        finding.place = finding.place.map(|place| placed(place, sources));
        if options.strict {
            finding.severity = Severity::Error;
        }
        let reach = std::mem::take(&mut finding.reach);
        let known = once.entry(finding).or_default();
        *known = (*known).max(reach);
    }
    findings.extend(once.into_iter().map(|(finding, reach)| Finding { reach, ..finding }));
}

/// Makes warnings of what is wrong in the text of a hidden draft: nobody reads it yet, and a correction elsewhere must
/// not wait for it. Mistakes in files and addresses, which concern other pages too, stay errors.
pub fn excuse_drafts(findings: &mut [Finding], catalog: &Catalog) {
    let drafts: BTreeSet<&str> =
        catalog.documents.iter().filter(|document| document.front.draft).map(|document| &*document.path).collect();
    for finding in findings {
        let of_text = finding.code == Code::UnknownId || finding.code.id().starts_with(['M', 'L', 'E', 'W']);
        if of_text && finding.place.as_ref().is_some_and(|place| drafts.contains(&*place.file)) {
            finding.severity = Severity::Warning;
        }
    }
}

pub(super) fn placed(place: Place, sources: &Sources) -> Place {
    let Spot::Key(steps) = &place.spot else { return place };
    let Some(text) = sources.files.get(&place.file).and_then(|source| source.text()) else {
        return Place::file(&place.file);
    };
    Place::bytes(&place.file, parse::locate(&place.file, text, steps))
}

/// Joins what was found in the files of edited pages, and on the weight of pages that were made, with what was found
/// before on all others, which nothing changed.
/// Where this build did not come to weigh pages, for an error, a build of all pages would not have weighed them either.
pub fn replay(findings: &mut Vec<Finding>, before: &[Finding], (touched, published): (&Touched, Option<&Published>)) {
    let is_of_weight = |finding: &Finding| finding.code.id().starts_with('B');
    let was_weighed = published.is_some() || findings.iter().any(is_of_weight);
    let is_new = |finding: &Finding| {
        let files = if is_of_weight(finding) { &touched.made } else { &touched.read };
        finding.place.as_ref().is_some_and(|place| files.contains(&place.file))
    };
    findings.retain(is_new);
    let others = before.iter().filter(|finding| !is_new(finding));
    findings.extend(others.filter(|finding| was_weighed || !is_of_weight(finding)).cloned());
    findings.sort();
}

/// Reads the files that findings point at and that were not needed before.
///
/// # Errors
/// A file cannot be read.
pub fn read_texts(findings: &[Finding], sources: &mut Sources, files: &dyn Files) -> Result<(), Failure> {
    let named: BTreeSet<Arc<str>> =
        findings.iter().filter_map(|finding| finding.place.as_ref()).map(|place| place.file.clone()).collect();
    let wanted = |source: &Source| named.contains(&source.path) && is_text(&source.path);
    sources.read(files, wanted).map(drop).map_err(unreadable)
}
