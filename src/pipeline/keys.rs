//! Turns all that a site is made from into hashes: the same hash is the same site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Options;
use super::outlet::Edit;
use crate::diag::Finding;
use crate::load::{Hash, Sources};
use crate::memory::{MadePage, PROGRAM};
use crate::model::PageId;
use crate::parse::Document;
use crate::parse::records::Records;

/// What a site is made from, at three grains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    pub day: Date,
    /// Everything: the program, the options, the day, every byte of every file.
    pub site: Hash,
    /// The same, but of each document that is not printed only its outline. Where it is the same, an edit concerns the edited pages alone.
    pub world: Hash,
    /// The files of each page, in all languages, localities and editions, in the order of their paths.
    pub pages: BTreeMap<PageId, Vec<(Arc<str>, Hash)>>,
}

impl Keys {
    /// `found` is what was found while the sources were loaded and parsed: a file that could not be used is no source,
    /// and is in the key by its finding.
    pub fn of(records: &Records, (sources, found): (&Sources, &[Finding]), (options, day): (&Options, Date)) -> Self {
        let printed = printed(records);
        let alone = records.documents.iter().filter(|document| !printed.contains(&document.page));
        let outlines: FxHashMap<&str, Hash> = alone.map(|document| (&*document.path, document.outline)).collect();
        let world = all((sources, found), (options, day), |path, hash| outlines.get(path).copied().unwrap_or(hash));
        let site = site((sources, found), (options, day));
        Self { day, site, world, pages: pages(&records.documents, sources) }
    }

    /// What was edited since a site was made whose world is the same: it has the same pages in the same files.
    pub fn edit_since(&self, made: &BTreeMap<PageId, MadePage>) -> Edit {
        let mut edit = Edit::default();
        for (page, files) in &self.pages {
            let before = made.get(page).map_or(&[][..], |page| &page.sources);
            let is_new = |(at, (_, hash)): &(usize, &(Arc<str>, Hash))| before.get(*at) != Some(hash);
            let edited: Vec<_> = files.iter().enumerate().filter(is_new).map(|(_, (path, _))| path.clone()).collect();
            if !edited.is_empty() {
                edit.pages.insert(page.clone());
                edit.files.extend(edited);
            }
        }
        edit
    }
}

/// The key of the whole site.
pub fn site(read: (&Sources, &[Finding]), built: (&Options, Date)) -> Hash {
    all(read, built, |_, hash| hash)
}

fn all(
    (sources, found): (&Sources, &[Finding]),
    (options, day): (&Options, Date),
    of: impl Fn(&str, Hash) -> Hash,
) -> Hash {
    let Options { drafts, strict, only_languages, only_localities, .. } = options;
    let mut all = format!("{PROGRAM} {day} {drafts} {strict} {only_languages:?} {only_localities:?}").into_bytes();
    all.extend(borsh::to_vec(found).expect("memory takes what is written to it"));
    for (path, source) in &sources.files {
        all.push(0);
        all.extend_from_slice(path.as_bytes());
        all.extend_from_slice(&of(path, source.hash).0);
    }
    Hash::of(&all)
}

/// Which pages are printed: the words of one are seen by leaflets that are put together from it, and by lists of prints,
/// which say how many pages and bytes each has. A print also says whether its source has changed since it was translated.
fn printed(records: &Records) -> BTreeSet<&PageId> {
    if !cfg!(feature = "prints") {
        return BTreeSet::new();
    }
    let by_default = records.portal.as_ref().is_some_and(|portal| !portal.prints.is_empty());
    let asks = |document: &&Document| document.front.prints.as_ref().map_or(by_default, |shapes| !shapes.is_empty());
    let own = records.documents.iter().filter(asks).map(|document| &document.page);
    // Of a page in brief, front matter alone is seen, as everywhere.
    let parts = records.leaflets.iter().flat_map(|leaflet| &leaflet.value.1.pages).filter(|part| !part.brief);
    own.chain(parts.map(|part| &part.page)).collect()
}

fn pages(documents: &[Document], sources: &Sources) -> BTreeMap<PageId, Vec<(Arc<str>, Hash)>> {
    let mut pages: BTreeMap<PageId, Vec<(Arc<str>, Hash)>> = BTreeMap::new();
    for document in documents {
        let file = sources.files.get(&document.path).map(|source| (document.path.clone(), source.hash));
        pages.entry(document.page.clone()).or_default().extend(file);
    }
    pages
}
