//! Turns what one build made of its files into what the next one need not make again.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;

use super::Records;
use crate::load::{Hash, Source, Sources};
use crate::model::Language;

/// The documents (without their texts), services, venues and pictures that an earlier build made of files. These are many,
/// or grow with a portal; its other files are few and small. Only what was made without a finding is kept: to parse the
/// rest again gives its findings again.
#[derive(Debug, Default)]
pub struct Remembered {
    /// What each file was.
    files: FxHashMap<Arc<str>, Hash>,
    /// All that was made of these files, in their order.
    records: Records,
}

/// What a document or a service takes at most, as a rule, in bytes.
const DOCUMENT: usize = 2 << 10;
const SERVICE: usize = 16 << 10;

impl Remembered {
    /// Whether something is kept that was made of this file as it is.
    pub fn holds(&self, source: &Source) -> bool {
        self.files.get(&source.path) == Some(&source.hash)
    }

    /// What was made of files that are as they were. Services are in the portal's first language.
    pub(super) fn take(self, sources: &Sources, language: Language) -> Records {
        let Self { files, records } = self;
        let Records { mut documents, mut services, mut venues, mut pictures, .. } = records;
        let known = |path: &Arc<str>| {
            files.get(path).is_some_and(|hash| sources.files.get(path).is_some_and(|source| source.hash == *hash))
        };
        documents.retain(|document| known(&document.path));
        services.retain(|service| known(&service.place.file));
        venues.retain(|venue| known(&venue.place.file));
        pictures.retain(|picture| known(&picture.place.file));
        for service in services.iter_mut().filter(|service| service.value.language != language) {
            service.value.language = language;
            service.value.about = None;
        }
        Records { documents, services, venues, pictures, ..Records::default() }
    }

    /// What `records` hold of files that no finding was about (`found` names those that one was about), with their texts.
    pub fn of(records: &Records, sources: &Sources, found: &BTreeSet<&str>) -> Self {
        let clean = Clean { records, found };
        let files = clean.files().filter_map(|path| Some((path.clone(), sources.files.get(path)?.hash)));
        let files = files.collect();
        let records = Records {
            documents: records.documents.iter().filter(|each| clean.has(&each.path)).cloned().collect(),
            services: records.services.iter().filter(|each| clean.has(&each.place.file)).cloned().collect(),
            venues: records.venues.iter().filter(|each| clean.has(&each.place.file)).cloned().collect(),
            pictures: records.pictures.iter().filter(|each| clean.has(&each.place.file)).cloned().collect(),
            ..Records::default()
        };
        Self { files, records }
    }

    /// Writes down what `of` would keep, without the texts.
    pub fn write((records, sources): (&Records, &Sources), found: &BTreeSet<&str>, bytes: &mut Vec<u8>) {
        // Room that is not used costs nothing, and to grow by copying would cost more than all the rest.
        bytes.reserve(records.documents.len() * DOCUMENT + records.services.len() * SERVICE);
        let clean = Clean { records, found };
        let files = clean.files().filter_map(|path| Some((path, sources.files.get(path)?.hash)));
        let written = write(files, bytes)
            .and_then(|()| write(records.documents.iter().filter(|each| clean.has(&each.path)), bytes))
            .and_then(|()| write(records.services.iter().filter(|each| clean.has(&each.place.file)), bytes))
            .and_then(|()| write(records.venues.iter().filter(|each| clean.has(&each.place.file)), bytes))
            .and_then(|()| write(records.pictures.iter().filter(|each| clean.has(&each.place.file)), bytes));
        written.expect("memory takes what is written to it");
    }

    /// What was written; none if it is damaged.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let files = read::<(Arc<str>, Hash)>(bytes)?.into_iter().collect();
        let (documents, services, venues, pictures) = (read(bytes)?, read(bytes)?, read(bytes)?, read(bytes)?);
        bytes
            .is_empty()
            .then(|| Self { files, records: Records { documents, services, venues, pictures, ..Records::default() } })
    }
}

/// Records of files that no finding was about.
struct Clean<'a> {
    records: &'a Records,
    found: &'a BTreeSet<&'a str>,
}

impl<'a> Clean<'a> {
    fn has(&self, path: &str) -> bool {
        !self.found.contains(path)
    }

    /// Each file once, however many records it has.
    fn files(&self) -> impl Iterator<Item = &'a Arc<str>> {
        let Records { documents, services, venues, pictures, .. } = self.records;
        let lists = venues.iter().map(|venue| &venue.place).chain(pictures.iter().map(|picture| &picture.place));
        let lists: BTreeSet<&Arc<str>> = lists.map(|place| &place.file).collect();
        let alone = services.iter().map(|service| &service.place.file);
        let files = documents.iter().map(|document| &document.path).chain(alone).chain(lists);
        files.filter(|path| self.has(path))
    }
}

/// Writes how many there are, and each.
fn write<T: BorshSerialize>(list: impl Iterator<Item = T>, bytes: &mut Vec<u8>) -> io::Result<()> {
    let at = bytes.len();
    bytes.extend_from_slice(&[0; size_of::<u32>()]);
    let mut count: u32 = 0;
    for each in list {
        each.serialize(bytes)?;
        count += 1;
    }
    bytes[at..at + size_of::<u32>()].copy_from_slice(&count.to_le_bytes());
    Ok(())
}

/// Reads a list into room of its size, but of no more than a damaged file may ask for.
fn read<T: BorshDeserialize>(bytes: &mut &[u8]) -> Option<Vec<T>> {
    let count = u32::deserialize(bytes).ok().and_then(|count| usize::try_from(count).ok())?;
    let mut list = Vec::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        list.push(T::deserialize(bytes).ok()?);
    }
    Some(list)
}
