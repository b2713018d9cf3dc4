//! Turns texts, services and contacts, as a tree has them, into the blocks of a print.

pub mod inline;
mod links;
mod walk;

use std::sync::Arc;

use super::leaflet::{At, Block, BlockKind, BoxKind, Card, Contact, Inline, Inlines};
use super::{Picture, plain};
use crate::catalog::{DocIx, Scoped};
use crate::diag::Place;
use crate::model::{Language, Status, phone};
use crate::parse::Document;
use crate::parse::content::{Content, ServiceQuery, Value};
use crate::plan::World;
use crate::plan::directory::{Field, ServiceHere, base_language, text};
use crate::plan::fill::{Fill, Spot, fill};
use crate::plan::service::is_too_old_for_paper;
use crate::resolve::{Tree, TreeIx, contact};

pub use inline::isolated;
use walk::Walk;

/// A text and what one tree puts into its holes: what blocks are made of.
#[derive(Clone, Debug)]
pub struct Composer<'w> {
    pub world: &'w World<'w>,
    pub tree: TreeIx,
    /// The text's own.
    pub language: Language,
    pub content: &'w Content,
    pub fill: Fill,
    pub scoped: Option<&'w Scoped>,
    /// The file that the text stands in, which findings point at.
    pub file: Arc<str>,
}

impl<'w> Composer<'w> {
    /// The text of a page's document, as a tree shows it.
    pub fn of_page(world: &'w World<'w>, tree: TreeIx, (doc, document): (DocIx, &'w Document)) -> Self {
        let scoped = world.catalog.pages.scoped(doc);
        let (language, content) = (document.language, document.text());
        let spot = Spot { world, tree, language, local: crate::model::Route::root() };
        let fill = fill(&spot, content, scoped, &document.path);
        Self { world, tree, language, content, fill, scoped, file: document.path.clone() }
    }

    /// The tree as the text's own language sees it.
    fn own(&self) -> Tree {
        Tree { language: self.language, ..self.world.tree(self.tree) }
    }

    fn word(&self, key: &str) -> String {
        self.world.words.text_plain(self.language, key, &[])
    }
}

/// The whole text. Links have their addresses written out after the block that they stand in.
pub fn page_blocks(composer: &Composer<'_>) -> Vec<Block> {
    Walk::new(composer).all()
}

/// The hard words of a text with their meanings, under a heading; nothing if it has none. On paper nothing can be
/// pointed at, so in every edition they stand at the end.
pub fn hard_words(composer: &Composer<'_>) -> Vec<Block> {
    let Composer { world, content, fill, file, .. } = composer;
    let tree = composer.own();
    let visible = crate::resolve::scope::visible(world.catalog, Tree { ..world.tree(composer.tree) }, content);
    let mut words: Vec<(Inlines, Vec<Block>)> = Vec::new();
    let mut first = None;
    for (number, hole) in content.values.iter().enumerate().filter(|(number, _)| visible.values[*number]) {
        let (Value::Term(_), crate::plan::fill::ValueFill::Term(term)) = (&hole.value, &fill.values[number]) else {
            continue;
        };
        let at = At::from(Place::bytes(file, hole.span.clone()));
        first.get_or_insert_with(|| at.clone());
        let word = vec![Inline::text(&term.word)];
        if !words.iter().any(|(other, _)| *other == word) {
            let meaning = BlockKind::Paragraph(vec![Inline::text(&term.meaning)]);
            words.push((word, vec![Block { kind: meaning, at }]));
        }
    }
    let Some(at) = first else { return Vec::new() };
    let title = world.words.text_plain(tree.language, "hard-words", &[]);
    let heading = BlockKind::Heading { level: 2, text: vec![Inline::Text(title)] };
    [heading, BlockKind::Definitions(words)].map(|kind| Block { kind, at: at.clone() }).to_vec()
}

/// A box of one paragraph without a label.
pub fn boxed(kind: BoxKind, text: Inlines, at: &At) -> Block {
    let blocks = vec![Block { kind: BlockKind::Paragraph(text), at: at.clone() }];
    Block { kind: BlockKind::Boxed { kind, label: String::new(), blocks }, at: at.clone() }
}

/// How to reach the place that a tree belongs to, in the tree's language.
pub fn contact_block(world: &World<'_>, tree: Tree) -> Contact {
    let contact = contact::contact(world.catalog, tree.place);
    let view = crate::plan::chrome::contact_view(world, tree, &contact);
    let word = |key: &str| world.words.text_plain(tree.language, key, &[]);
    let said = |view: &crate::plan::view::TextView| inline::marked(view);
    let mut lines = Vec::new();
    let mut add = |key: &str, value: Option<Inlines>| lines.extend(value.map(|value| (word(key), value)));
    add("phone", view.phone.clone().map(|phone| vec![Inline::Ltr(phone)]));
    add("opening-times", view.hours.as_ref().map(said));
    add("email", view.email.clone().map(|email| vec![Inline::Ltr(email)]));
    add("website", view.web.as_deref().map(|web| vec![Inline::Ltr(super::typed(web))]));
    add("address", view.address.as_ref().map(said));
    Contact { name: view.name.as_ref().map(said), lines, phone: view.phone }
}

/// The services of a query that can be relied on: one that is closed for now or was not checked for long is left out,
/// and counted. `None` if there is none to name or to count.
pub fn services_block(
    world: &World<'_>,
    (tree, language): (TreeIx, Language),
    query: &ServiceQuery,
    level: u8,
) -> Option<(BlockKind, usize)> {
    let found: Vec<_> =
        world.directory.of(tree).iter().filter(|here| query.holds(&here.entry.parsed.service)).collect();
    let (good, out): (Vec<_>, Vec<_>) = found.into_iter().partition(|here| can_be_relied_on(world, here));
    let limit = query.limit.map_or(usize::MAX, usize::from);
    let own = Tree { language, ..world.tree(tree) };
    let cards: Vec<Card> = good.into_iter().take(limit).map(|here| card(world, own, (here, level))).collect();
    (!cards.is_empty() || !out.is_empty()).then_some((BlockKind::Services(cards), out.len()))
}

/// Whether paper may say that a service is there.
pub fn can_be_relied_on(world: &World<'_>, here: &ServiceHere<'_>) -> bool {
    let service = &here.entry.parsed.service;
    let is_old = service.checked.is_some_and(|checked| is_too_old_for_paper(checked, world.moment.day));
    service.status != Status::Paused && !is_old
}

/// A service as lists show it; `level` is that of its heading.
pub fn card(world: &World<'_>, tree: Tree, (here, level): (&ServiceHere<'_>, u8)) -> Card {
    let service = &here.entry.parsed.service;
    let (chain, base) = (world.catalog.chain(tree.place, tree.language), base_language(world.catalog));
    let said = |field| {
        let (text, language) = text(service, base, &chain, field).unwrap_or(("", base));
        inline::marked(&world.marked(tree.language, text, Some(language)))
    };
    let word = |key: &str| world.words.text_plain(tree.language, key, &[]);
    let mut lines = Vec::new();
    let organisation = world.catalog.organisations.get(&world.catalog.places, tree.place, &service.org);
    let organisation = organisation.map(|(_, organisation)| world.text(tree, &organisation.value.name));
    let mut add = |key: &str, value: Option<Inlines>| lines.extend(value.map(|value| (word(key), value)));
    add("run-by", organisation.as_ref().map(inline::marked));
    let contact = &service.contact;
    add("phone", contact.phone.as_deref().map(|phone| vec![Inline::Ltr(phone::national(phone))]));
    if contact.phone.is_none() {
        add("email", contact.email.clone().map(|email| vec![Inline::Ltr(email)]));
        add("website", contact.web.as_deref().map(|web| vec![Inline::Ltr(super::typed(web))]));
    }
    let paused = (service.status == Status::Paused).then(|| word("service-paused"));
    let at = At(Some(here.entry.place.clone()));
    Card { name: said(Field::Name), level, summary: said(Field::Summary), paused, lines, at }
}

/// The file of an image or picture, where the portal has it.
fn picture(world: &World<'_>, source: String, alt: &str) -> Option<Picture> {
    world.assets.images.contains_key(&source).then(|| Picture { source, alt: alt.to_owned() })
}

/// Whether a text says nothing.
fn is_blank(inlines: &[Inline]) -> bool {
    plain(inlines).trim().is_empty() && !inlines.iter().any(|inline| matches!(inline, Inline::Picture(_)))
}
