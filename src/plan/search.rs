//! Turns what a language says into what its readers can find: pages and services, each with a number, and an A to Z.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::directory::{Field, base_language, text};
use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::lists::service_path;
use super::view::{GroupView, Kind, LinkView, SearchBody};
use super::{Body, World, topics};
use crate::catalog::{Catalog, DocIx, PageIx};
use crate::load::Hasher;
use crate::model::{Edition, Language, Route, bidi};
use crate::resolve::{Choice, Tree, TreeIx, published};

/// What can be found in each language; made at the first question, and the same in every locality.
#[derive(Debug, Default)]
pub struct Findable {
    by_language: BTreeMap<Language, OnceLock<Entries>>,
    /// Of a language that a place has and the portal does not, which is a mistake in its record.
    none: Entries,
}

impl Findable {
    pub fn new(catalog: &Catalog) -> Self {
        let languages = catalog.portal.languages.iter();
        let by_language = languages.map(|&language| (language, OnceLock::new())).collect();
        Self { by_language, none: Entries::default() }
    }

    /// Whether a tree has anything to find.
    pub fn has_any(&self, world: &World<'_>, tree: TreeIx) -> bool {
        let language = world.tree(tree).language;
        let own = |choice: Choice| choice.available && choice.language == language;
        let mut pages = world.catalog.pages.all();
        world.directory.has_any(tree)
            || pages.any(|page| {
                Edition::ALL.iter().any(|&edition| world.resolved.choice(tree, page, edition).is_some_and(own))
            })
    }

    pub fn of(&self, world: &World<'_>, language: Language) -> &Entries {
        let entries = self.by_language.get(&language);
        entries.map_or(&self.none, |entries| entries.get_or_init(|| Entries::build(world, language)))
    }
}

/// All that can be found in a language, by number: its texts in the order of their files, then services in the order of
/// their ids. An edit of prose changes none of it.
#[derive(Debug, Default)]
pub struct Entries {
    pub list: Vec<Entry>,
    documents: HashMap<DocIx, u32>,
    /// The A to Z without services, and with them; made where a page shows it.
    a_to_z: [OnceLock<AToZ>; 2],
}

/// Entries as the readers of a language sort.
#[derive(Debug)]
struct AToZ {
    /// The number of each entry, and that of its letter.
    order: Vec<(u32, usize)>,
    letters: Vec<String>,
}

/// Something that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Text(DocIx, PageIx, Edition),
    /// A service by its position among all records.
    Service(u32),
}

impl Entries {
    fn build(world: &World<'_>, language: Language) -> Self {
        let catalog = world.catalog;
        let texts = catalog.documents.iter().zip((0..).map(DocIx)).filter_map(|(document, doc)| {
            let is_shown = document.language == language && published(catalog, doc, world.moment);
            let page = catalog.pages.scoped(doc).filter(|_| is_shown)?.page;
            Some(Entry::Text(doc, page, document.edition))
        });
        let services = (0..).map(Entry::Service).take(world.directory.records().len());
        let list: Vec<Entry> = texts.chain(services).collect();
        let documents = list.iter().zip(0..).filter_map(|(entry, number)| match entry {
            Entry::Text(doc, ..) => Some((*doc, number)),
            Entry::Service(_) => None,
        });
        let documents = documents.collect();
        Self { list, documents, a_to_z: Default::default() }
    }

    /// Standard pages in the order of an A to Z, `with` services or without.
    fn a_to_z(&self, (world, language): (&World<'_>, Language), with: Services) -> &AToZ {
        let listed = |entry: &Entry| match entry {
            Entry::Text(_, _, edition) => *edition == Edition::Standard,
            Entry::Service(_) => with == Services::Each,
        };
        self.a_to_z[with as usize].get_or_init(|| {
            let entries = self.list.iter().zip(0..).filter(|(entry, _)| listed(entry));
            AToZ::of(world, language, entries.map(|(entry, number)| (*entry, number)))
        })
    }

    /// The number of the first service; those before it are texts.
    pub fn services(&self) -> usize {
        self.documents.len()
    }

    pub fn number(&self, doc: DocIx) -> Option<u32> {
        self.documents.get(&doc).copied()
    }

    /// Of a tree, in order: what it has in its own language.
    pub fn shown(&self, world: &World<'_>, tree: TreeIx) -> Vec<u32> {
        let pages = world.catalog.pages.all().flat_map(|page| Edition::ALL.map(|edition| (page, edition)));
        let choices = pages.filter_map(|(page, edition)| world.resolved.choice(tree, page, edition));
        let mut shown: Vec<u32> =
            choices.filter(|choice| choice.available).filter_map(|choice| self.number(choice.doc)).collect();
        let first = u32::try_from(self.documents.len()).expect("fewer than 4 billion files");
        shown.extend(world.directory.numbers(tree).map(|record| first + record));
        shown.sort_unstable();
        shown
    }
}

/// What an entry is called in a language, and the language of that.
pub fn title<'w>(world: &World<'w>, language: Language, entry: Entry) -> (&'w str, Language) {
    match entry {
        Entry::Text(doc, ..) => (&world.catalog.document(doc).front.title, language),
        Entry::Service(record) => said(world, language, record, Field::Name),
    }
}

/// The sentence about an entry, and its language.
pub fn summary<'w>(world: &World<'w>, language: Language, entry: Entry) -> (&'w str, Language) {
    match entry {
        Entry::Text(doc, ..) => (world.catalog.document(doc).front.summary.as_deref().unwrap_or_default(), language),
        Entry::Service(record) => said(world, language, record, Field::Summary),
    }
}

/// A text of a service in the first language that has it.
pub fn said<'w>(world: &World<'w>, language: Language, record: u32, field: Field) -> (&'w str, Language) {
    let service = &world.directory.records()[record as usize].entry.parsed.service;
    let base = base_language(world.catalog);
    text(service, base, &world.catalog.portal_chain(language), field).unwrap_or(("", base))
}

/// The address of an entry below a tree.
pub fn path(world: &World<'_>, language: Language, entry: Entry) -> String {
    match entry {
        Entry::Text(_, page, edition) => {
            let path = world.catalog.paths.get(language, page);
            edition.segment().map_or_else(|| path.to_owned(), |segment| format!("{path}{segment}/"))
        }
        Entry::Service(record) => service_path(world.directory.id(world.directory.records()[record as usize].ix)),
    }
}

/// So many characters, from the first letter of a title on, decide where it is filed: no letter of any alphabet is longer.
const BEGIN: usize = 4;

impl AToZ {
    fn of(world: &World<'_>, language: Language, entries: impl Iterator<Item = (Entry, u32)>) -> Self {
        let mut titles: Vec<(&str, u32)> =
            entries.map(|(entry, number)| (title(world, language, entry).0, number)).collect();
        titles.sort_by_cached_key(|&(title, number)| (world.words.sort_key(language, title), number));
        let mut letters: Vec<String> = Vec::new();
        // Titles that begin alike are many, and have the same letter.
        let mut begin: HashMap<&str, usize> = HashMap::new();
        let mut order = Vec::with_capacity(titles.len());
        for (title, number) in titles {
            let is_plain = title.starts_with(char::is_alphanumeric);
            let end = title.char_indices().nth(BEGIN).filter(|_| is_plain).map_or(title.len(), |(end, _)| end);
            let letter = *begin.entry(&title[..end]).or_insert_with(|| {
                let letter = world.words.initial(language, title);
                let known = letters.iter().position(|known| *known == letter);
                known.unwrap_or_else(|| {
                    letters.push(letter);
                    letters.len() - 1
                })
            });
            order.push((number, letter));
        }
        Self { order, letters }
    }
}

/// The search of a tree; without a script, an A to Z and topics.
#[derive(Clone, Copy, Debug)]
pub struct SearchLeaf;

pub const PATH: &str = "search/";

/// How an A to Z has services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Services {
    /// They have lists of their own.
    OnLists,
    Each,
}

/// Services that the A to Z lists one by one. A tree with more of them has lists of its own for those.
const SERVICES: usize = 100;

impl Leaf for SearchLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        PATH.to_owned()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let Tree { place, language } = world.tree(tree);
        let mut hasher = Hasher::default();
        hasher.update(world.hosts.of(place).folder.as_str().as_bytes());
        let shown = world.findable.of(world, language).shown(world, tree);
        for number in &shown {
            hasher.update(&number.to_le_bytes());
        }
        for topic in topics::topics_of(world, tree) {
            hasher.update(topic.id.as_str().as_bytes());
        }
        let frame = Frame { kind: Kind::Search, flags: Flags { noindex: true, ..Flags::default() } };
        (!shown.is_empty()).then(|| Presence { content: hasher.hash(), language, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let title = here.world.words.text(here.tree.language, "search", &[]);
        super::plain_head(title, super::home_crumb(here))
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let language = here.tree.language;
        let entries = world.findable.of(world, language);
        let shown = entries.shown(world, here.ix);
        let host = world.hosts.of(here.tree.place);
        let (easy, others): (Vec<u32>, Vec<u32>) =
            shown.iter().partition(|&&number| is_easy(entries.list[number as usize]));
        Body::Search(Box::new(SearchBody {
            s: world.strings(language),
            title: world.words.text(language, "search", &[]),
            script: world.assets.search.as_ref().map(|script| host.path(script)),
            index: host.path(&Route::root().join("search").join(language.as_str())),
            root: here.link(""),
            shown: ranges(&others),
            easy: ranges(&easy),
            groups: groups(here, entries, &shown),
            services: many_services(world, here.ix).then(|| super::services_crumb(here)),
            topics: topics::topics_of(world, here.ix).into_iter().map(|topic| topics::link(here, topic)).collect(),
        }))
    }
}

fn is_easy(entry: Entry) -> bool {
    matches!(entry, Entry::Text(_, _, Edition::EasyRead))
}

fn many_services(world: &World<'_>, tree: TreeIx) -> bool {
    world.directory.numbers(tree).count() > SERVICES
}

/// The letters of a tree's A to Z that have anything.
fn groups(here: &Here<'_>, entries: &Entries, shown: &[u32]) -> Vec<GroupView> {
    let world = here.world;
    let language = here.tree.language;
    let with = if many_services(world, here.ix) { Services::OnLists } else { Services::Each };
    let AToZ { order, letters } = entries.a_to_z((world, language), with);
    let mut groups: BTreeMap<usize, Vec<LinkView>> = BTreeMap::new();
    for &(number, letter) in order.iter().filter(|(number, _)| shown.binary_search(number).is_ok()) {
        let entry = entries.list[number as usize];
        let (title, own) = title(world, language, entry);
        let other = (own != language).then_some(own);
        groups.entry(letter).or_default().push(LinkView {
            title: bidi::isolated(title, own.direction()).into_owned(),
            href: here.link(&path(world, language, entry)),
            lang: other,
            dir: other.map(Language::direction),
            ..LinkView::default()
        });
    }
    groups.into_iter().map(|(at, links)| GroupView { title: letters[at].clone(), links }).collect()
}

/// Numbers in a row as their first and last, all in base 36: `0-1f,1h`.
fn ranges(numbers: &[u32]) -> String {
    let mut text = Vec::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        if !text.is_empty() {
            text.push(b',');
        }
        push_base36(&mut text, run[0]);
        if run.len() > 1 {
            text.push(b'-');
            push_base36(&mut text, run[run.len() - 1]);
        }
    }
    String::from_utf8(text).expect("digits are text")
}

/// Writes a number as scripts read it with `parseInt(text, 36)`.
pub fn push_base36(text: &mut Vec<u8>, number: u32) {
    if number >= 36 {
        push_base36(text, number / 36);
    }
    text.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_written_as_a_range() {
        assert_eq!(ranges(&[0, 1, 2, 4, 35, 36, 37]), "0-2,4,z-11");
        assert_eq!(ranges(&[]), "");
    }
}
