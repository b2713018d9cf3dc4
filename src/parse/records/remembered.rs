//! Turns what one build made of its files into what the next one need not make again.

use std::collections::BTreeSet;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;

use super::{Located, Overlaid, ParsedService, Records};
use crate::load::{Hash, Source, Sources};
use crate::model::{Language, Picture, Venue};
use crate::parse::Document;

/// The documents (without their texts), services, venues and pictures that an earlier build made of files, by path and
/// content. These are many, or grow with a portal; its other files are few and small. Only what was made without a finding is kept: to parse
/// the rest again gives its findings again.
#[derive(Debug, Default)]
pub struct Remembered {
    files: FxHashMap<Arc<str>, (Hash, Kept)>,
}

#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub enum Kept {
    Document(Box<Document>),
    Service(Box<Overlaid<ParsedService>>),
    Venues(Vec<Overlaid<Venue>>),
    Pictures(Vec<Located<Picture>>),
}

/// What a document or a service takes at most, as a rule, in bytes.
const DOCUMENT: usize = 2 << 10;
const SERVICE: usize = 16 << 10;

impl Remembered {
    /// Whether something is kept that was made of this file as it is.
    pub fn holds(&self, source: &Source) -> bool {
        self.files.get(&source.path).is_some_and(|(hash, _)| *hash == source.hash)
    }

    /// What was made of a file, unless it has changed. A service is in the portal's first language.
    pub(super) fn take(&mut self, source: &Source, language: Language) -> Option<Kept> {
        let (hash, mut kept) = self.files.remove(&source.path)?;
        if let Kept::Service(service) = &mut kept
            && service.value.language != language
        {
            service.value.language = language;
            service.value.about = None;
        }
        (hash == source.hash).then_some(kept)
    }

    /// What `records` hold of files that no finding was about, with their texts.
    pub fn of(records: &Records, sources: &Sources, found: &BTreeSet<&str>) -> Self {
        let documents =
            records.documents.iter().map(|document| (&document.path, Kept::Document(Box::new(document.clone()))));
        let services =
            records.services.iter().map(|service| (&service.place.file, Kept::Service(Box::new(service.clone()))));
        let venues = by_file(&records.venues, |venue| &venue.place.file)
            .map(|(path, venues)| (path, Kept::Venues(venues.to_vec())));
        let pictures = by_file(&records.pictures, |picture| &picture.place.file)
            .map(|(path, pictures)| (path, Kept::Pictures(pictures.to_vec())));
        let all = documents.chain(services).chain(venues).chain(pictures);
        let clean = all.filter(|(path, _)| !found.contains(&***path));
        let held = clean.filter_map(|(path, kept)| Some((path.clone(), (sources.files.get(path)?.hash, kept))));
        Self { files: held.collect() }
    }

    /// Writes down what `records` hold of files that no finding was about (`found` names those that one was about).
    pub fn write((records, sources): (&Records, &Sources), found: &BTreeSet<&str>, bytes: &mut Vec<u8>) {
        // Room that is not used costs nothing, and to grow by copying would cost more than all the rest.
        bytes.reserve(records.documents.len() * DOCUMENT + records.services.len() * SERVICE);
        let mut put = |path: &str, kind: u8, kept: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
            let Some(source) = sources.files.get(path).filter(|_| !found.contains(path)) else { return };
            let head = (path, source.hash, kind);
            head.serialize(bytes).and_then(|()| kept(bytes)).expect("memory takes what is written to it");
        };
        for document in &records.documents {
            put(&document.path, 0, &|bytes| document.serialize(bytes));
        }
        for service in &records.services {
            put(&service.place.file, 1, &|bytes| service.serialize(bytes));
        }
        for (path, venues) in by_file(&records.venues, |venue| &venue.place.file) {
            put(path, 2, &|bytes| venues.serialize(bytes));
        }
        for (path, pictures) in by_file(&records.pictures, |picture| &picture.place.file) {
            put(path, 3, &|bytes| pictures.serialize(bytes));
        }
    }

    /// What was written; none if it is damaged.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut files = FxHashMap::default();
        while !bytes.is_empty() {
            let path = Arc::<str>::deserialize(&mut bytes).ok()?;
            let hash = Hash::deserialize(&mut bytes).ok()?;
            files.insert(path, (hash, Kept::deserialize(&mut bytes).ok()?));
        }
        Some(Self { files })
    }
}

/// The records of each file.
fn by_file<T>(records: &[T], file: fn(&T) -> &Arc<str>) -> impl Iterator<Item = (&Arc<str>, &[T])> {
    let files = records.chunk_by(move |a, b| file(a) == file(b));
    files.filter_map(move |records| Some((file(records.first()?), records)))
}
