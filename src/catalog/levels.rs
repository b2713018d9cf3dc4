//! Turns records that overlays may replace into tables that know which record wins in a place.

use std::collections::BTreeMap;

use super::references::unknown;
use super::{PlaceIx, Places, ServiceEntry};
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{
    Fact, FactId, Holder, HolderId, LeafletId, LeafletRecord, LocalityId, Organisation, OrganisationId, ServiceId,
    Venue, VenueId,
};
use crate::parse::records::{Located, Overlaid, ParsedService};

/// Where a record or page lies: in the overlay of a place, or in the portal's own folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Base,
    Overlay(PlaceIx),
}

impl Level {
    /// The levels that a place sees, the nearest first: its own overlay, those of its ancestors, the portal's own.
    pub fn chain(places: &Places, place: PlaceIx) -> impl Iterator<Item = Self> {
        places.chain(place).map(Self::Overlay).chain([Self::Base])
    }
}

/// Records by id, those of an id in the order of their levels: mostly there is just one. A record at a nearer level
/// replaces the whole record of that id, there and below.
#[derive(Debug)]
pub struct Levelled<K: Ord, V>(BTreeMap<K, Vec<(Level, V)>>);

impl<K: Ord, V> Default for Levelled<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + AsRef<str>, V> Levelled<K, V> {
    /// The record that wins in a place, and its level.
    pub fn get(&self, places: &Places, place: PlaceIx, id: &K) -> Option<(Level, &V)> {
        let levels = self.0.get(id)?;
        Level::chain(places, place).find_map(|level| {
            let (_, record) = levels.iter().find(|(own, _)| *own == level)?;
            Some((level, record))
        })
    }

    /// The portal's own record of an id, or that of the first place that has one.
    pub fn first(&self, id: &K) -> Option<(Level, &V)> {
        self.0.get(id)?.first().map(|(level, record)| (*level, record))
    }

    /// The records of an id, of every level.
    pub fn of(&self, id: &K) -> impl Iterator<Item = (Level, &V)> {
        self.0.get(id).into_iter().flatten().map(|(level, record)| (*level, record))
    }

    pub fn ids(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(AsRef::as_ref)
    }

    pub fn contains(&self, id: &K) -> bool {
        self.0.contains_key(id)
    }

    /// Every record of every level.
    pub fn all(&self) -> impl Iterator<Item = (&K, Level, &V)> {
        self.0.iter().flat_map(|(id, levels)| levels.iter().map(move |(level, record)| (id, *level, record)))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The level of a file's overlay; an overlay for a place that does not exist is a finding.
pub fn level(
    overlay: Option<&LocalityId>,
    place: &Place,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Option<Level> {
    let Some(id) = overlay else { return Some(Level::Base) };
    let found = places.find(id.as_str()).map(Level::Overlay);
    if found.is_none() {
        findings.push(unknown("place", id.as_str(), places.ids(), Place::file(&place.file)));
    }
    found
}

/// Sorts records into levels; `split` gives each its id and what is kept.
fn collect<R, K: Ord + Clone + std::fmt::Display, V>(
    records: Vec<Overlaid<R>>,
    places: &Places,
    findings: &mut Vec<Finding>,
    split: impl Fn(R, Place, &mut Vec<Finding>) -> (K, V),
) -> Levelled<K, V> {
    let mut table: BTreeMap<K, Vec<(Level, V)>> = BTreeMap::new();
    for record in records {
        let place = record.place;
        let Some(level) = level(record.overlay.as_ref(), &place, places, findings) else { continue };
        let (id, value) = split(record.value, place.clone(), findings);
        let levels = table.entry(id.clone()).or_insert_with(|| Vec::with_capacity(1));
        match levels.binary_search_by_key(&level, |(own, _)| *own) {
            Err(at) => levels.insert(at, (level, value)),
            Ok(at) => {
                levels[at].1 = value;
                let message = format!("`{id}` is written twice");
                findings.push(Finding::new(Code::DuplicateId, message).at(place).help("remove one of the two"));
            }
        }
    }
    Levelled(table)
}

pub fn organisations(
    records: Vec<Overlaid<Organisation>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<OrganisationId, Located<Organisation>> {
    collect(records, places, findings, |value, place, _| (value.id.clone(), Located { value, place }))
}

pub fn venues(
    records: Vec<Overlaid<Venue>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<VenueId, Located<Venue>> {
    collect(records, places, findings, |value, place, _| (value.id.clone(), Located { value, place }))
}

pub fn facts(
    records: Vec<Overlaid<(FactId, Fact)>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<FactId, Located<Fact>> {
    collect(records, places, findings, |(id, value), place, _| (id, Located { value, place }))
}

pub fn services(
    records: Vec<Overlaid<ParsedService>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<ServiceId, ServiceEntry> {
    collect(records, places, findings, |parsed, place, findings| {
        let area = area(&parsed, &place, places, findings);
        (parsed.id.clone(), ServiceEntry { parsed, place, area })
    })
}

pub fn leaflets(
    records: Vec<Overlaid<(LeafletId, LeafletRecord)>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<LeafletId, Located<LeafletRecord>> {
    collect(records, places, findings, |(id, value), place, _| (id, Located { value, place }))
}

pub fn holders(
    records: Vec<Overlaid<Holder>>,
    places: &Places,
    findings: &mut Vec<Finding>,
) -> Levelled<HolderId, Located<Holder>> {
    collect(records, places, findings, |value, place, _| (value.id.clone(), Located { value, place }))
}

/// The places of a service's `area`, given as locality ids or GSS codes.
fn area(parsed: &ParsedService, place: &Place, places: &Places, findings: &mut Vec<Finding>) -> Vec<PlaceIx> {
    let mut area = Vec::new();
    for (position, name) in parsed.service.area.iter().enumerate() {
        match places.find(name).or_else(|| places.by_code(name)) {
            Some(found) => area.push(found),
            None => {
                let at = Place::key(&place.file, ["area".into(), Step::Item(position)]);
                findings.push(unknown_area(name, places, at));
            }
        }
    }
    area.sort_unstable();
    area.dedup();
    area
}

fn unknown_area(name: &str, places: &Places, at: Place) -> Finding {
    let looks_like_code = name.len() == 9 && name[1..].bytes().all(|b| b.is_ascii_digit());
    if !looks_like_code {
        return unknown("place", name, places.ids(), at);
    }
    Finding::new(Code::UnknownCode, format!("no place of this portal has or covers the code `{name}`"))
        .at(at)
        .help("use a locality's id, or add the code to the `covers` of the locality it lies in (localities.yaml)")
}
