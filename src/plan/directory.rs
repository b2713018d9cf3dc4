//! Turns the service records into the services of each tree, sorted by name as its readers sort.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::{Catalog, Level, PlaceIx, ServiceEntry};
use crate::model::{AudienceId, EasyText, Language, Service, ServiceId, ServiceText, Status, TopicId};
use crate::resolve::{Resolved, Tree, TreeIx, Words, scope};

/// A service by its position among all ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceIx(pub u32);

/// A service as one tree has it.
#[derive(Clone, Copy, Debug)]
pub struct ServiceHere<'a> {
    pub ix: ServiceIx,
    pub level: Level,
    pub entry: &'a ServiceEntry,
}

/// The services of all trees.
#[derive(Debug)]
pub struct Directory<'a> {
    ids: Vec<&'a ServiceId>,
    index: HashMap<&'a str, ServiceIx>,
    trees: Vec<TreeServices<'a>>,
}

#[derive(Debug)]
struct TreeServices<'a> {
    by_name: Vec<ServiceHere<'a>>,
    /// Position in `by_name`, by service; none where the tree does not have it.
    position: Vec<Option<u32>>,
    /// Every list that is not empty, in the order of `by_name`.
    lists: BTreeMap<ListKey, Vec<ServiceHere<'a>>>,
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

impl<'a> Directory<'a> {
    pub fn build(catalog: &'a Catalog, resolved: &Resolved, words: &Words) -> Self {
        use rayon::prelude::*;
        let ids: Vec<_> = catalog.services.ids().collect();
        let trees = resolved.trees.par_iter().map(|&tree| tree_services(catalog, words, tree, &ids)).collect();
        let index = ids.iter().zip(0..).map(|(id, ix)| (id.as_str(), ServiceIx(ix))).collect();
        Self { ids, index, trees }
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
        let services = &self.trees[tree.0 as usize];
        services.position[service.0 as usize].map(|at| services.by_name[at as usize])
    }

    /// A tree's services, sorted by name.
    pub fn of(&self, tree: TreeIx) -> &[ServiceHere<'a>] {
        &self.trees[tree.0 as usize].by_name
    }

    /// The services of one list, in order; places are those inside the tree's own.
    pub fn list(&self, tree: TreeIx, key: &ListKey) -> &[ServiceHere<'a>] {
        match key {
            ListKey::All => self.of(tree),
            key => self.trees[tree.0 as usize].lists.get(key).map_or(&[], Vec::as_slice),
        }
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

fn tree_services<'a>(catalog: &'a Catalog, words: &Words, tree: Tree, ids: &[&'a ServiceId]) -> TreeServices<'a> {
    let chain = catalog.chain(tree.place, tree.language);
    let base = base_language(catalog);
    let mut by_name: Vec<ServiceHere<'a>> = ids
        .iter()
        .zip(0..)
        .filter_map(|(id, ix)| {
            let (level, entry) = catalog.services.get(&catalog.places, tree.place, id)?;
            let open = entry.parsed.service.status != Status::Ended;
            let here = open && scope::serves(catalog, &entry.area, tree.place);
            here.then_some(ServiceHere { ix: ServiceIx(ix), level, entry })
        })
        .collect();
    let compare = words.compare(tree.language);
    by_name.sort_by(|a, b| {
        let name =
            |here: &ServiceHere<'a>| text(&here.entry.parsed.service, base, &chain, Field::Name).map(|(name, _)| name);
        compare(name(a).unwrap_or_default(), name(b).unwrap_or_default()).then(a.ix.cmp(&b.ix))
    });
    let mut position = vec![None; ids.len()];
    for (here, at) in by_name.iter().zip(0..) {
        position[here.ix.0 as usize] = Some(at);
    }
    let mut lists: BTreeMap<ListKey, Vec<ServiceHere<'a>>> = BTreeMap::new();
    for here in &by_name {
        for key in keys(catalog, tree, here) {
            lists.entry(key).or_default().push(*here);
        }
    }
    TreeServices { by_name, position, lists }
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
