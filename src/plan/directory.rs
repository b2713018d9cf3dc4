//! Turns the service records into the services of each tree, sorted by name as its readers sort.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::traits::Traits;
use crate::catalog::{Catalog, Level, PlaceIx, ServiceEntry};
use crate::model::phone::Said;
use crate::model::{AudienceId, EasyText, Language, Service, ServiceId, ServiceText, Status, TopicId};
use crate::resolve::{Resolved, Tree, TreeIx, Words, scope};

/// A service by its position among all ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceIx(pub u32);

/// A service as one tree has it.
#[derive(Clone, Copy, Debug)]
pub struct ServiceHere<'a> {
    pub ix: ServiceIx,
    /// Its position among all records.
    pub record: u32,
    pub level: Level,
    pub entry: &'a ServiceEntry,
}

/// The services of all trees. Which ones a tree has, and their order, is found out at the first question: an edit of one
/// page asks for few. The answers are the same whoever asks first.
pub struct Directory<'a> {
    catalog: &'a Catalog,
    words: &'a Words,
    ids: Vec<&'a ServiceId>,
    index: FxHashMap<&'a str, ServiceIx>,
    /// Every record of every level.
    records: Vec<ServiceHere<'a>>,
    trees: Vec<TreeServices>,
    traits: OnceLock<Traits>,
    /// The telephone number of each record: lists show it again and again.
    phones: OnceLock<Vec<Option<Said>>>,
}

/// A record by its position among all.
type RecordIx = u32;

#[derive(Debug)]
struct TreeServices {
    tree: Tree,
    /// By service; none where the tree does not have it.
    present: OnceLock<Vec<Option<RecordIx>>>,
    lists: OnceLock<Lists>,
}

#[derive(Debug)]
struct Lists {
    by_name: Vec<RecordIx>,
    /// Every list that is not empty, in the order of `by_name`.
    of_keys: BTreeMap<ListKey, Vec<RecordIx>>,
}

/// Some services of a tree, in order.
#[derive(Clone, Copy, Debug)]
pub struct List<'s, 'a> {
    records: &'s [ServiceHere<'a>],
    order: &'s [RecordIx],
}

impl<'s, 'a> List<'s, 'a> {
    pub fn len(self) -> usize {
        self.order.len()
    }

    pub fn is_empty(self) -> bool {
        self.order.is_empty()
    }

    /// The part of it that stands on a page, counted from 1, of so many entries each.
    pub fn page(self, number: usize, entries: usize) -> Self {
        let start = ((number - 1) * entries).min(self.order.len());
        let end = (start + entries).min(self.order.len());
        Self { order: &self.order[start..end], ..self }
    }

    pub fn iter(self) -> impl Iterator<Item = &'s ServiceHere<'a>> {
        self.order.iter().map(move |&at| &self.records[at as usize])
    }
}

/// Which services a list holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKey {
    All,
    Topic(TopicId),
    Audience(AudienceId),
    Place(PlaceIx),
    TopicPlace(TopicId, PlaceIx),
}

impl std::fmt::Debug for Directory<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Directory").field("ids", &self.ids).finish_non_exhaustive()
    }
}

impl<'a> Directory<'a> {
    pub fn new(catalog: &'a Catalog, resolved: &Resolved, words: &'a Words) -> Self {
        let ids: Vec<_> = catalog.services.ids().collect();
        let index: FxHashMap<_, _> = ids.iter().zip(0..).map(|(id, ix)| (id.as_str(), ServiceIx(ix))).collect();
        let record = |((id, level, entry), record): ((&ServiceId, Level, &'a ServiceEntry), u32)| ServiceHere {
            ix: index[id.as_str()],
            record,
            level,
            entry,
        };
        let records = catalog.services.all().zip(0..).map(record).collect();
        let empty = |&tree: &Tree| TreeServices { tree, present: OnceLock::new(), lists: OnceLock::new() };
        Self {
            catalog,
            words,
            ids,
            index,
            records,
            trees: resolved.trees.iter().map(empty).collect(),
            traits: OnceLock::new(),
            phones: OnceLock::new(),
        }
    }

    /// Finds out everything at once, on all threads.
    pub fn prepare(&self) {
        use rayon::prelude::*;
        self.trees.par_iter().for_each(|services| {
            self.lists(services);
        });
    }

    /// Every record of every level; trees have some of them.
    pub fn records(&self) -> &[ServiceHere<'a>] {
        &self.records
    }

    /// The records that a tree has, by their position among all.
    pub fn numbers(&self, tree: TreeIx) -> impl Iterator<Item = u32> + '_ {
        self.present(&self.trees[tree.0 as usize]).iter().flatten().copied()
    }

    /// What lists may be narrowed by.
    pub fn traits(&self) -> &Traits {
        self.traits.get_or_init(|| Traits::of(self.catalog, self.records.iter().map(|here| (here.level, here.entry))))
    }

    /// The telephone number of a record, by its position among all.
    pub fn phone(&self, record: u32) -> Option<&Said> {
        let said = |here: &ServiceHere<'_>| here.entry.parsed.service.contact.phone.as_deref().map(Said::of);
        self.phones.get_or_init(|| self.records.iter().map(said).collect())[record as usize].as_ref()
    }

    pub fn id(&self, service: ServiceIx) -> &'a ServiceId {
        self.ids[service.0 as usize]
    }

    pub fn all(&self) -> impl Iterator<Item = ServiceIx> + use<> {
        (0..u32::try_from(self.ids.len()).expect("fewer than 4 billion services")).map(ServiceIx)
    }

    pub fn find(&self, tree: TreeIx, id: &ServiceId) -> Option<ServiceHere<'a>> {
        self.get(tree, *self.index.get(id.as_str())?)
    }

    pub fn get(&self, tree: TreeIx, service: ServiceIx) -> Option<ServiceHere<'a>> {
        let record = self.present(&self.trees[tree.0 as usize])[service.0 as usize]?;
        Some(self.records[record as usize])
    }

    /// Whether a tree has a service at all.
    pub fn has_any(&self, tree: TreeIx) -> bool {
        self.present(&self.trees[tree.0 as usize]).iter().any(Option::is_some)
    }

    /// A tree's services in no order that readers know: cheaper than sorted.
    pub fn unsorted(&self, tree: TreeIx) -> impl Iterator<Item = &ServiceHere<'a>> {
        let present = self.present(&self.trees[tree.0 as usize]);
        present.iter().flatten().map(|&at| &self.records[at as usize])
    }

    /// A tree's services, sorted by name.
    pub fn of(&self, tree: TreeIx) -> List<'_, 'a> {
        self.list(tree, &ListKey::All)
    }

    /// The services of one list, in order; places are those inside the tree's own.
    pub fn list(&self, tree: TreeIx, key: &ListKey) -> List<'_, 'a> {
        let lists = self.lists(&self.trees[tree.0 as usize]);
        let order = match key {
            ListKey::All => &lists.by_name,
            key => lists.of_keys.get(key).map_or(&[][..], Vec::as_slice),
        };
        List { records: &self.records, order }
    }

    fn present<'s>(&self, services: &'s TreeServices) -> &'s [Option<RecordIx>] {
        services.present.get_or_init(|| self.find_present(services.tree))
    }

    fn lists<'s>(&self, services: &'s TreeServices) -> &'s Lists {
        services.lists.get_or_init(|| self.sort(services))
    }

    /// Of the records of each service, the one that wins in a tree, unless it has ended or serves other places.
    fn find_present(&self, tree: Tree) -> Vec<Option<RecordIx>> {
        let mut present = vec![None; self.ids.len()];
        let mut nearest: Vec<Option<usize>> = vec![None; self.ids.len()];
        let levels: Vec<Level> = Level::chain(&self.catalog.places, tree.place).collect();
        for (here, at) in self.records.iter().zip(0..) {
            let service = here.ix.0 as usize;
            let Some(distance) = levels.iter().position(|level| *level == here.level) else { continue };
            if nearest[service].is_none_or(|nearest| distance < nearest) {
                nearest[service] = Some(distance);
                let is_open = here.entry.parsed.service.status != Status::Ended;
                let is_here = is_open && scope::serves(self.catalog, &here.entry.area, tree.place);
                present[service] = is_here.then_some(at);
            }
        }
        present
    }

    fn sort(&self, services: &TreeServices) -> Lists {
        let tree = services.tree;
        let mut by_name: Vec<RecordIx> = self.present(services).iter().flatten().copied().collect();
        let chain = self.catalog.chain(tree.place, tree.language);
        let base = base_language(self.catalog);
        let record = |at: RecordIx| &self.records[at as usize];
        let name = |at| text(&record(at).entry.parsed.service, base, &chain, Field::Name).map(|(name, _)| name);
        let key = |&at: &RecordIx| (self.words.sort_key(tree.language, name(at).unwrap_or_default()), record(at).ix);
        by_name.sort_by_cached_key(key);
        let mut of_keys: BTreeMap<ListKey, Vec<RecordIx>> = BTreeMap::new();
        for &at in &by_name {
            for key in keys(self.catalog, tree, record(at)) {
                of_keys.entry(key).or_default().push(at);
            }
        }
        Lists { by_name, of_keys }
    }
}

/// The lists that a service of a tree belongs to, but for that of all.
fn keys(catalog: &Catalog, tree: Tree, here: &ServiceHere<'_>) -> Vec<ListKey> {
    let service = &here.entry.parsed.service;
    let inside = |place: &PlaceIx| *place != tree.place && catalog.places.contains(tree.place, *place);
    let places = catalog.places.all().filter(inside).filter(|&place| scope::serves(catalog, &here.entry.area, place));
    let mut keys: Vec<ListKey> = service.topics.iter().cloned().map(ListKey::Topic).collect();
    keys.extend(service.audiences.iter().cloned().map(ListKey::Audience));
    for place in places {
        keys.push(ListKey::Place(place));
        keys.extend(service.topics.iter().map(|topic| ListKey::TopicPlace(topic.clone(), place)));
    }
    keys
}

/// The language that a service's own keys are written in: the portal's first.
pub fn base_language(catalog: &Catalog) -> Language {
    catalog.portal.languages[0]
}

/// A text of a service that is translated under `in:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Summary,
    PhoneNote,
    Easy,
}

/// The first of `chain` that has the field, then the record's own language.
pub fn text<'a>(service: &'a Service, base: Language, chain: &[Language], field: Field) -> Option<(&'a str, Language)> {
    let own = |language: Language| {
        if language == base {
            return match field {
                Field::Name => Some(service.name.as_str()),
                Field::Summary => Some(service.summary.as_str()),
                Field::PhoneNote => service.contact.phone_note.as_deref(),
                Field::Easy => service.easy.as_ref().map(easy),
            };
        }
        translated(service.translations.get(&language)?, field)
    };
    chain.iter().chain([&base]).find_map(|&language| Some((own(language)?, language)))
}

fn translated(text: &ServiceText, field: Field) -> Option<&str> {
    match field {
        Field::Name => text.name.as_deref(),
        Field::Summary => text.summary.as_deref(),
        Field::PhoneNote => text.phone_note.as_deref(),
        Field::Easy => text.easy.as_ref().map(easy),
    }
}

fn easy(text: &EasyText) -> &str {
    &text.summary
}
