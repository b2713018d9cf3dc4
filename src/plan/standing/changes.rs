//! Turns the dates of pages and services into what changed in a tree within a year, the newest first.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::World;
use super::super::directory::Field;
use super::super::leaf::Here;
use super::super::lists::service_path;
use super::super::search::said;
use super::super::view::{ChangeGroupView, ChangeView, ChangesBody, LinkView};
use crate::catalog::{Catalog, PageIx};
use crate::load::Hasher;
use crate::model::{Edition, FrontMatter, Language, bidi};
use crate::parse::Document;
use crate::resolve::TreeIx;
use crate::resolve::compliance::last_day;

/// Changes of each kind that are shown.
const SHOWN: usize = 50;

/// What happened to a page or service; of several on one day, the last of these is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Checked,
    Translated,
    New,
}

/// The last thing that happened to a page within the year before a day.
fn event(front: &FrontMatter, day: Date) -> Option<(Date, What)> {
    let translated = front.translation.as_ref().and_then(|translation| translation.date);
    let events = [(front.reviewed, What::Checked), (translated, What::Translated), (front.publish_from, What::New)];
    events.into_iter().filter_map(|(date, what)| Some((date.filter(|date| is_recent(*date, day))?, what))).max()
}

fn is_recent(date: Date, day: Date) -> bool {
    date <= day && day <= last_day(date)
}

/// Pages that a tree has in its own language, in either edition, with what happened to them.
fn pages<'w>(world: &World<'w>, tree: TreeIx) -> impl Iterator<Item = (Date, What, PageIx, Edition, &'w Document)> {
    let day = world.moment.day;
    let language = world.tree(tree).language;
    let both = world.catalog.pages.all().flat_map(|page| Edition::ALL.map(|edition| (page, edition)));
    both.filter_map(move |(page, edition)| {
        let (choice, document) = world.shown(tree, page, edition)?;
        let own = choice.available && choice.language == language;
        let (date, what) = event(&document.front, day).filter(|_| own)?;
        Some((date, what, page, edition, document))
    })
}

/// Services of a tree with the day of their last check, by the number of their record.
fn services(world: &World<'_>, tree: TreeIx) -> impl Iterator<Item = (Date, u32)> {
    let day = world.moment.day;
    world.directory.unsorted(tree).filter_map(move |here| {
        let checked = here.entry.parsed.service.checked?;
        is_recent(checked, day).then_some((checked, here.record))
    })
}

pub fn has_any(world: &World<'_>, tree: TreeIx) -> bool {
    pages(world, tree).next().is_some() || services(world, tree).next().is_some()
}

pub fn digest(world: &World<'_>, tree: TreeIx, state: &mut Hasher) {
    state.update(b"changes");
    for (.., document) in pages(world, tree) {
        state.update(document.path.as_bytes());
        state.update(b" ");
    }
    for (_, record) in services(world, tree) {
        state.update(&record.to_le_bytes());
    }
}

pub fn body<'w>(here: &Here<'w>, title: String) -> ChangesBody<'w> {
    let world = here.world;
    let language = here.tree.language;
    let mut pages: Vec<_> = pages(world, here.ix).collect();
    // The newest first; what happened on one day, in the order of ids.
    pages.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)).then(a.3.cmp(&b.3)));
    let page = |&(date, what, page, edition, document): &(Date, What, PageIx, Edition, &Document)| ChangeView {
        link: page_link(here, (page, edition), document),
        easy: edition == Edition::EasyRead,
        what: world.words.text(language, key(what), &[]),
        date: world.date(language, date),
    };
    let mut services: Vec<_> = services(world, here.ix).collect();
    services.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let service = |&(date, record): &(Date, u32)| ChangeView {
        link: service_link(here, record),
        easy: false,
        what: world.words.text(language, key(What::Checked), &[]),
        date: world.date(language, date),
    };
    let groups = [
        group(here, ("information", pages.len()), pages.iter().take(SHOWN).map(page).collect()),
        group(here, ("services", services.len()), services.iter().take(SHOWN).map(service).collect()),
    ];
    ChangesBody { s: world.strings(language), title, groups: groups.into_iter().flatten().collect() }
}

fn key(what: What) -> &'static str {
    match what {
        What::Checked => "change-checked",
        What::Translated => "change-translated",
        What::New => "change-new",
    }
}

fn group(here: &Here<'_>, (title, all): (&str, usize), changes: Vec<ChangeView>) -> Option<ChangeGroupView> {
    let say = |key: &str, args: &[_]| here.world.words.text(here.tree.language, key, args);
    let args = [("shown", changes.len().into()), ("count", all.into())];
    let more = (changes.len() < all).then(|| say("changes-newest", &args));
    (all > 0).then(|| ChangeGroupView { title: say(title, &[]), changes, more })
}

fn page_link(here: &Here<'_>, (page, edition): (PageIx, Edition), document: &Document) -> LinkView {
    let path = here.world.catalog.paths.get(here.tree.language, page);
    let path = edition.segment().map_or_else(|| path.to_owned(), |segment| format!("{path}{segment}/"));
    LinkView { title: document.title().into_owned(), href: here.link(&path), ..LinkView::default() }
}

fn service_link(here: &Here<'_>, record: u32) -> LinkView {
    let directory = &here.world.directory;
    let (name, own) = said(here.world, here.tree.language, record, Field::Name);
    let other = (own != here.tree.language).then_some(own);
    LinkView {
        title: bidi::isolated(name, own.direction()).into_owned(),
        href: here.link(&service_path(directory.id(directory.records()[record as usize].ix))),
        lang: other,
        dir: other.map(Language::direction),
        ..LinkView::default()
    }
}

/// Days after which something is in the lists no more, or that have not come yet.
pub fn days(catalog: &Catalog) -> impl Iterator<Item = Date> + '_ {
    let after = |date: Date| [date, last_day(date).checked_add(1.days()).unwrap_or(Date::MAX)];
    let pages = catalog.documents.iter().flat_map(|document| {
        let front = &document.front;
        let translated = front.translation.as_ref().and_then(|translation| translation.date);
        [front.reviewed, translated, front.publish_from]
    });
    let services = catalog.services.all().map(|(_, _, entry)| entry.parsed.service.checked);
    pages.chain(services).flatten().flat_map(after)
}
