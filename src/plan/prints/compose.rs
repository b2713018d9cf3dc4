//! Turns a leaflet that is put together into the prints that each place has of it, and into the draft of a print.

use std::cmp::Reverse;

use super::blocks::{
    Composer, boxed, can_be_relied_on, card, contact_block, hard_words, inline, isolated, page_blocks,
};
use super::leaflet::{At, Block, BlockKind, Draft, DraftText, Inline, Inlines};
use super::{BoxKind, Print, edition_of, sections, typed};
use crate::catalog::{Catalog, DocIx, PageIx};
use crate::diag::{Place, Step};
use crate::model::{
    Edition, Language, LeafletId, LeafletRecord, Localized, PageId, PagePart, PrintShape, ServicesPart,
};
use crate::parse::Document;
use crate::parse::records::Located;
use crate::plan::World;
use crate::plan::directory::{ListKey, ServiceHere};
use crate::plan::leaf::{Leaf as _, here};
use crate::plan::page::{PageLeaf, credits};
use crate::plan::{leaf, lists};
use crate::resolve::words::Arg;
use crate::resolve::{Choice, Resolved, Tree, TreeIx, scope};

/// A leaflet as one tree has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: LeafletId,
    pub tree: TreeIx,
    /// Of a bilingual one, the same place in the language that stands second.
    pub other: Option<TreeIx>,
    pub shapes: Vec<PrintShape>,
}

/// A page, or a part of one, as it stands in a print.
#[derive(Clone, Debug)]
pub struct Piece<'c> {
    pub page: PageIx,
    pub tree: TreeIx,
    pub doc: DocIx,
    pub document: &'c Document,
    part: PagePart,
}

impl Piece<'_> {
    /// Whether only its title, summary and address stand there.
    pub fn is_brief(&self) -> bool {
        self.part.brief
    }

    /// Its sections that stand there; all of it if empty.
    pub fn only(&self) -> &[String] {
        &self.part.only
    }
}

/// The leaflets of a tree. A bilingual one is in the tree whose language stands first.
pub fn leaflets(catalog: &Catalog, resolved: &Resolved, tree: TreeIx) -> Vec<Found> {
    let of = |id: &LeafletId| {
        let here = resolved.tree(tree);
        let (_, record) = catalog.leaflets.get(&catalog.places, here.place, id)?;
        let other = languages_here(catalog, resolved, (&record.value, here))?;
        let mut shapes = shapes(catalog, &record.value);
        shapes.retain(|shape| {
            let says = |tree| says_anything(catalog, resolved, &record.value, (tree, edition_of(*shape)));
            says(tree) && other.is_none_or(says)
        });
        (!shapes.is_empty()).then(|| Found { id: id.clone(), tree, other, shapes })
    };
    catalog.leaflets.ids().filter_map(of).collect()
}

/// The languages of a record: those it names, or all that its title is written in.
pub fn languages(catalog: &Catalog, record: &LeafletRecord) -> Vec<Language> {
    let known = catalog.portal.languages.iter().copied();
    match &record.title {
        _ if !record.languages.is_empty() => record.languages.clone(),
        Localized::Same(_) => known.collect(),
        Localized::Each(titles) => known.filter(|language| titles.contains_key(language)).collect(),
    }
}

/// Whether a tree has a leaflet at all; of a bilingual one, the tree of its other language.
fn languages_here(
    catalog: &Catalog,
    resolved: &Resolved,
    (record, here): (&LeafletRecord, Tree),
) -> Option<Option<TreeIx>> {
    let mut inside = record.localities.iter().filter_map(|id| catalog.places.find(id.as_str()));
    if !record.localities.is_empty() && !inside.any(|outer| catalog.places.contains(outer, here.place)) {
        return None;
    }
    let mut languages = languages(catalog, record);
    if !record.bilingual {
        return languages.contains(&here.language).then_some(None);
    }
    languages.sort_by_key(|language| language.as_str() != "cy");
    match languages[..] {
        [first, second] if first == here.language => resolved.find(here.place, second).map(Some),
        _ => None,
    }
}

fn shapes(catalog: &Catalog, record: &LeafletRecord) -> Vec<PrintShape> {
    let wished = if record.shapes.is_empty() { &catalog.portal.prints } else { &record.shapes };
    PrintShape::ALL.into_iter().filter(|shape| wished.contains(shape)).collect()
}

/// A leaflet of services alone is always made; one of pages where it has one of them in the language.
fn says_anything(catalog: &Catalog, resolved: &Resolved, record: &LeafletRecord, spot: (TreeIx, Edition)) -> bool {
    let is_of_services = record.pages.is_empty() && record.prescription.is_none();
    is_of_services || !own_pieces(catalog, resolved, record, spot).is_empty()
}

/// The pages of a print, in order: those of a page's print are that page.
pub fn pieces<'w>(world: &World<'w>, print: &Print) -> Vec<Piece<'w>> {
    let (catalog, resolved) = (world.catalog, world.resolved);
    let of = |tree| match &print.source {
        super::PrintSource::Page(page) => {
            let part = PagePart { page: catalog.pages.get(*page).id.clone(), only: Vec::new(), brief: false };
            piece(catalog, resolved, part, (tree, print.edition())).into_iter().collect()
        }
        super::PrintSource::Leaflet(id) => {
            own_pieces(catalog, resolved, &record(world, print, id).value, (tree, print.edition()))
        }
    };
    print.trees().flat_map(of).collect()
}

fn record<'w>(world: &World<'w>, print: &Print, id: &LeafletId) -> &'w Located<LeafletRecord> {
    let place = world.tree(print.tree).place;
    let found = world.catalog.leaflets.get(&world.catalog.places, place, id);
    found.expect("a print is of a leaflet that its place has").1
}

/// The pages that stand in a leaflet in a tree's own language.
fn own_pieces<'c>(
    catalog: &'c Catalog,
    resolved: &Resolved,
    record: &LeafletRecord,
    spot: (TreeIx, Edition),
) -> Vec<Piece<'c>> {
    let named = record.pages.iter().cloned().filter_map(|part| piece(catalog, resolved, part, spot));
    named.chain(prescribed(catalog, resolved, record, spot)).collect()
}

/// A page as a tree has it in its own language; paper does not mix them.
fn piece<'c>(
    catalog: &'c Catalog,
    resolved: &Resolved,
    part: PagePart,
    (tree, edition): (TreeIx, Edition),
) -> Option<Piece<'c>> {
    let page = catalog.pages.find(&part.page)?;
    let choice = own_choice(resolved, (tree, edition), page)?;
    Some(Piece { page, tree, doc: choice.doc, document: catalog.document(choice.doc), part })
}

fn own_choice(resolved: &Resolved, (tree, edition): (TreeIx, Edition), page: PageIx) -> Option<Choice> {
    let own = resolved.tree(tree).language;
    resolved.choice(tree, page, edition).filter(|choice| choice.available && choice.language == own)
}

/// The pages that fit a prescription best, the best first.
fn prescribed<'c>(
    catalog: &'c Catalog,
    resolved: &Resolved,
    record: &LeafletRecord,
    spot: (TreeIx, Edition),
) -> Vec<Piece<'c>> {
    let Some(prescription) = &record.prescription else { return Vec::new() };
    let is_named = |page: &PageId| page.is_home() || record.pages.iter().any(|part| part.page == *page);
    let mut fitting: Vec<(u8, Piece<'c>)> = catalog
        .pages
        .all()
        .filter(|page| !is_named(&catalog.pages.get(*page).id))
        .filter_map(|page| {
            let part = PagePart { page: catalog.pages.get(page).id.clone(), only: Vec::new(), brief: true };
            let piece = piece(catalog, resolved, part, spot)?;
            let front = &piece.document.front;
            Some((prescription.fit(&front.life_stages, &front.audiences)?, piece))
        })
        .collect();
    fitting.sort_by_key(|(fit, piece)| (Reverse(*fit), piece.page));
    fitting.into_iter().take(usize::from(prescription.pages)).map(|(_, piece)| piece).collect()
}

/// A page that a leaflet names and that a print of it has to do without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    pub page: PageId,
    pub language: Language,
    pub edition: Edition,
    pub at: Place,
}

/// The pages that a print of a leaflet has to do without, as they are not in its language.
pub fn left_out(world: &World<'_>, print: &Print) -> Vec<LeftOut> {
    let super::PrintSource::Leaflet(id) = &print.source else { return Vec::new() };
    let (record, edition) = (record(world, print, id), print.edition());
    let mut lacking = Vec::new();
    for tree in print.trees() {
        for (position, part) in record.value.pages.iter().enumerate() {
            let Some(page) = world.catalog.pages.find(&part.page) else { continue };
            if own_choice(world.resolved, (tree, edition), page).is_none() {
                lacking.push(LeftOut {
                    page: part.page.clone(),
                    language: world.tree(tree).language,
                    edition,
                    at: Place::key(&record.place.file, [Step::from("pages"), position.into()]),
                });
            }
        }
    }
    lacking
}

/// The services of a list that paper may name, up to its limit, and those before its end that it may not.
struct Listed<'s, 'w> {
    good: Vec<&'s ServiceHere<'w>>,
    out: Vec<&'s ServiceHere<'w>>,
}

fn listed<'s, 'w>(
    world: &'s World<'w>,
    tree: TreeIx,
    (limit, holds): (Option<u16>, impl Fn(&ServiceHere<'w>) -> bool),
) -> Listed<'s, 'w> {
    let limit = limit.map_or(usize::MAX, usize::from);
    let mut listed = Listed { good: Vec::new(), out: Vec::new() };
    for here in world.directory.of(tree).iter().filter(|here| holds(here)) {
        if listed.good.len() == limit {
            break;
        }
        let into = if can_be_relied_on(world, here) { &mut listed.good } else { &mut listed.out };
        into.push(here);
    }
    listed
}

/// The lists of a record as one tree has them, each with its title and the place in the file that names it.
fn lists<'s, 'w>(
    world: &'s World<'w>,
    tree: TreeIx,
    record: &Located<LeafletRecord>,
) -> Vec<(String, At, Listed<'s, 'w>)> {
    let own = world.tree(tree);
    let file = &record.place.file;
    let of_part = |(position, part): (usize, &ServicesPart)| {
        let place = part.place.as_ref().and_then(|id| world.catalog.places.find(id.as_str()));
        let holds = |here: &ServiceHere<'w>| {
            let service = &here.entry.parsed.service;
            part.topic.as_ref().is_none_or(|topic| service.topics.contains(topic))
                && part.audience.as_ref().is_none_or(|audience| service.audiences.contains(audience))
                && place.is_none_or(|place| scope::serves(world.catalog, &here.entry.area, place))
        };
        let at = Place::key(file, [Step::from("services"), position.into()]);
        (title(world, own, part), At(Some(at)), listed(world, tree, (part.limit, holds)))
    };
    let mut all: Vec<_> = record.value.services.iter().enumerate().map(of_part).collect();
    if let Some(prescription) = &record.value.prescription {
        let holds = |here: &ServiceHere<'w>| {
            let audiences = &here.entry.parsed.service.audiences;
            prescription.condition.as_ref().is_none_or(|condition| audiences.contains(condition))
        };
        let named = ServicesPart { audience: prescription.condition.clone(), ..ServicesPart::default() };
        let at = Place::key(file, [Step::from("prescription"), "services".into()]);
        let found = listed(world, tree, (Some(prescription.services), holds));
        all.push((title(world, own, &named), At(Some(at)), found));
    }
    all
}

fn title(world: &World<'_>, tree: Tree, part: &ServicesPart) -> String {
    let place = part.place.as_ref().and_then(|id| world.catalog.places.find(id.as_str()));
    let key = match (&part.topic, &part.audience, place) {
        (Some(topic), _, Some(place)) => ListKey::TopicPlace(topic.clone(), place),
        (Some(topic), ..) => ListKey::Topic(topic.clone()),
        (None, Some(audience), _) => ListKey::Audience(audience.clone()),
        (None, None, Some(place)) => ListKey::Place(place),
        (None, None, None) => ListKey::All,
    };
    lists::title(world, tree, &key)
}

/// The services that a print of a leaflet names nowhere though its lists hold them: each with the list.
pub fn services_left_out<'w>(world: &World<'w>, print: &Print) -> Vec<(Place, ServiceHere<'w>)> {
    let super::PrintSource::Leaflet(id) = &print.source else { return Vec::new() };
    let record = record(world, print, id);
    let of_list = |(_, At(at), listed): (String, At, Listed<'_, 'w>)| {
        listed.out.into_iter().filter_map(move |here| Some((at.clone()?, *here))).collect::<Vec<_>>()
    };
    print.trees().flat_map(|tree| lists(world, tree, record)).flat_map(of_list).collect()
}

/// What a leaflet says in the trees of a print.
pub fn leaflet_draft(world: &World<'_>, print: &Print, id: &LeafletId) -> Draft {
    let record = record(world, print, id);
    let (record_at, named) = (At(Some(record.place.clone())), &record.value);
    let pieces = pieces(world, print);
    let whole = || pieces.iter().filter(|piece| !piece.is_brief()).map(|piece| &piece.document.front);
    let issued = whole().filter_map(|front| front.reviewed).chain([named.reviewed]).max();
    let review = whole().filter_map(|front| front.review_by).chain(named.review_by).min();
    let mut credited: Vec<String> = pieces
        .iter()
        .filter(|piece| !piece.is_brief())
        .flat_map(|piece| credits(world, piece.document))
        .map(|credit| credit.text)
        .collect();
    credited.dedup();
    Draft {
        texts: print.trees().map(|tree| draft_text(world, tree, (record, &pieces))).collect(),
        issued: issued.unwrap_or(named.reviewed),
        review,
        credits: credited,
        at: record_at,
    }
}

fn draft_text(world: &World<'_>, tree: TreeIx, (record, pieces): (&Located<LeafletRecord>, &[Piece<'_>])) -> DraftText {
    let own = world.tree(tree);
    let pieces: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.tree == tree).collect();
    let mut blocks = notices(world, &pieces);
    let mut words: Vec<Block> = Vec::new();
    for piece in &pieces {
        if piece.is_brief() {
            brief(world, piece, &mut blocks);
        } else {
            text(world, piece, (&mut blocks, &mut words));
        }
    }
    for (title, at, listed) in lists(world, tree, record) {
        services(world, own, (title, at, listed), &mut blocks);
    }
    if record.value.contact {
        let at = At(Some(Place::key(&record.place.file, [Step::from("contact")])));
        blocks.push(Block { kind: BlockKind::Contact(contact_block(world, own)), at });
    }
    blocks.extend(words);
    let said = |text: &Localized| world.text(own, text).text;
    DraftText {
        language: own.language,
        title: said(&record.value.title),
        summary: record.value.summary.as_ref().map(said),
        blocks,
    }
}

/// What readers must know of the texts, such as that one is older than its source; each once.
fn notices(world: &World<'_>, pieces: &[&Piece<'_>]) -> Vec<Block> {
    let mut said: Vec<String> = Vec::new();
    let mut blocks = Vec::new();
    for piece in pieces.iter().filter(|piece| !piece.is_brief()) {
        let page = PageLeaf { page: piece.page, edition: piece.document.edition };
        let Some(presence) = page.presence(world, piece.tree) else { continue };
        for notice in page.head(&here(world, &page, piece.tree, presence)).notices {
            if !said.contains(&notice.text) {
                let at = At(Some(Place::file(&piece.document.path)));
                blocks.push(boxed(BoxKind::Plain, isolated(&notice.text), &at));
                said.push(notice.text);
            }
        }
    }
    blocks
}

/// A whole page stands below its title; sections have headings of their own.
fn text(world: &World<'_>, piece: &Piece<'_>, (blocks, words): (&mut Vec<Block>, &mut Vec<Block>)) {
    let composer = Composer::of_page(world, piece.tree, (piece.doc, piece.document));
    let at = At(Some(Place::file(&piece.document.path)));
    if piece.only().is_empty() {
        blocks.push(heading(2, vec![inline::text(&piece.document.front.title, piece.document.language)], &at));
        let mut own = page_blocks(&composer);
        lower(&mut own);
        blocks.extend(own);
        add_words(words, hard_words(&composer));
    } else {
        let part = sections::sections(composer.content, piece.only());
        let composer = Composer { content: &part, ..composer };
        blocks.extend(page_blocks(&composer));
        add_words(words, hard_words(&composer));
    }
}

fn heading(level: u8, text: Inlines, at: &At) -> Block {
    Block { kind: BlockKind::Heading { level, text }, at: at.clone() }
}

/// Headings below a page's title are one level lower than on the page.
fn lower(blocks: &mut [Block]) {
    let down = |level: &mut u8| *level = (*level + 1).min(6);
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { level, .. } => down(level),
            BlockKind::Services(cards) => cards.iter_mut().for_each(|card| down(&mut card.level)),
            BlockKind::Quote(inner) | BlockKind::Boxed { blocks: inner, .. } | BlockKind::In(_, inner) => lower(inner),
            _ => {}
        }
    }
}

/// The hard words of all pages stand under one heading, each once.
fn add_words(words: &mut Vec<Block>, more: Vec<Block>) {
    let Some(Block { kind: BlockKind::Definitions(known), .. }) = words.last_mut() else {
        *words = more;
        return;
    };
    let definitions = more.into_iter().filter_map(|block| match block.kind {
        BlockKind::Definitions(words) => Some(words),
        _ => None,
    });
    for (word, meaning) in definitions.flatten() {
        if !known.iter().any(|(other, _)| *other == word) {
            known.push((word, meaning));
        }
    }
}

/// A page's title, its summary, and where to read it.
fn brief(world: &World<'_>, piece: &Piece<'_>, blocks: &mut Vec<Block>) {
    let at = At(Some(Place::file(&piece.document.path)));
    let front = &piece.document.front;
    blocks.push(heading(2, vec![inline::text(&front.title, piece.document.language)], &at));
    if let Some(summary) = &front.summary {
        blocks.push(Block {
            kind: BlockKind::Paragraph(vec![inline::text(summary, piece.document.language)]),
            at: at.clone(),
        });
    }
    let page = PageLeaf { page: piece.page, edition: piece.document.edition };
    let tree = world.tree(piece.tree);
    let route = world.route(piece.tree).under(&leaf::Leaf::path(&page, world, tree.language));
    let url = world.hosts.of(tree.place).url(&route);
    let text = vec![Inline::Ltr(typed(&url))];
    blocks.push(Block { kind: BlockKind::Paragraph(vec![Inline::Link { url, text }]), at });
}

fn services(world: &World<'_>, own: Tree, (title, at, listed): (String, At, Listed<'_, '_>), blocks: &mut Vec<Block>) {
    let Listed { good, out } = listed;
    if good.is_empty() && out.is_empty() {
        return;
    }
    blocks.push(heading(2, isolated(&title), &at));
    let cards: Vec<_> = good.into_iter().map(|here| card(world, own, (here, 3))).collect();
    if !cards.is_empty() {
        blocks.push(Block { kind: BlockKind::Services(cards), at: at.clone() });
    }
    if !out.is_empty() {
        let text = world.words.text_plain(own.language, "print-left-out", &[("count", Arg::from(out.len()))]);
        blocks.push(Block { kind: BlockKind::Paragraph(vec![Inline::Text(text)]), at });
    }
}
