//! Turns a page of Markdown into a leaf: its own text in every tree that has it, in one edition.

use std::borrow::Cow;

use super::fill::{Fill, Spot, digest, fill};
use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::prints::Print;
use super::view::{CreditView, DatesView, Kind, LinkView, NoticeView, PageBody, TermView};
use super::{Body, World, chrome, home, lists, standing, topics};
use crate::catalog::PageIx;
use crate::load::Hasher;
use crate::model::{Edition, Language, PrintShape, Route, TranslatedBy};
use crate::parse::Document;
use crate::parse::content::{BlockKind, Content, Value};
use crate::resolve::{Choice, TreeIx};

/// A page in one edition.
#[derive(Clone, Copy, Debug)]
pub struct PageLeaf {
    pub page: PageIx,
    pub edition: Edition,
}

/// The main content of a page of Markdown.
#[derive(Clone, Debug)]
pub struct PageText<'w> {
    pub language: Language,
    /// Without its `content`.
    pub view: PageBody<'w>,
    pub content: &'w Content,
    pub fill: Fill,
}

impl PageText<'_> {
    /// Whether the page is its own text and nothing else.
    pub fn is_plain(&self) -> bool {
        let PageBody { start, children, audiences, topics, words, credits, length, .. } = &self.view;
        let lists = [start, children, audiences, topics];
        lists.iter().all(|list| list.is_empty()) && words.is_empty() && credits.is_empty() && length.is_none()
    }
}

impl PageLeaf {
    /// What a tree shows of it.
    pub fn choice<'w>(&self, world: &World<'w>, tree: TreeIx) -> Option<(Choice, &'w Document)> {
        world.shown(tree, self.page, self.edition)
    }

    fn kind(&self, world: &World<'_>) -> Kind {
        let entry = world.catalog.pages.get(self.page);
        match (entry.id.is_home(), entry.children.is_empty()) {
            (true, _) => Kind::Home,
            (false, false) => Kind::Section,
            (false, true) => Kind::Page,
        }
    }

    fn spot<'w>(&self, world: &'w World<'w>, tree: TreeIx, language: Language) -> Spot<'w> {
        let local = Route::root().under(&self.path(world, world.tree(tree).language));
        Spot { world, tree, language, local }
    }

    fn is_start(&self, world: &World<'_>) -> bool {
        self.lists_children(world) && self.kind(world) == Kind::Home
    }

    /// Standard pages list what lies below them; an easy-read page stands for itself.
    fn lists_children(&self, world: &World<'_>) -> bool {
        self.edition == Edition::Standard && self.kind(world) != Kind::Page
    }
}

/// What the home page leads to beside its own text.
#[derive(Default)]
struct Start {
    /// The pages to start with.
    first: Vec<LinkView>,
    /// Chosen sections in place of all pages at the top, and the way to all pages.
    sections: Option<Vec<LinkView>>,
    all: Option<LinkView>,
    audiences: Vec<LinkView>,
    topics: Vec<LinkView>,
    urgent: Option<String>,
}

impl Start {
    fn of(here: &Here<'_>, document: &Document) -> Self {
        let world = here.world;
        let home::Chosen { first, sections, all } = home::chosen(here, document);
        let urgent = chrome::urgent_page(world, here.ix);
        Self {
            first,
            sections,
            all,
            audiences: lists::audience_links(here),
            topics: topics::topics_of(world, here.ix).into_iter().map(|topic| topics::link(here, topic)).collect(),
            urgent: urgent.map(|page| here.link(world.catalog.paths.get(here.tree.language, page))),
        }
    }
}

impl Leaf for PageLeaf {
    fn page(&self) -> Option<PageIx> {
        Some(self.page)
    }

    fn path(&self, world: &World<'_>, language: Language) -> String {
        let path = world.catalog.paths.get(language, self.page);
        self.edition.segment().map_or_else(|| path.to_owned(), |segment| format!("{path}{segment}/"))
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let (choice, document) = self.choice(world, tree)?;
        let scoped = world.catalog.pages.scoped(choice.doc)?;
        let mut hasher = Hasher::default();
        hasher.update(&choice.doc.0.to_le_bytes());
        // The address does not matter here: those of links are not part of what is the same.
        let spot = Spot { world, tree, language: choice.language, local: Route::root() };
        digest(&spot, document, scoped, &mut hasher);
        if self.lists_children(world) {
            for child in children(world, tree, self.page) {
                hasher.update(&child.1.doc.0.to_le_bytes());
            }
            if self.is_start(world) {
                for page in home::named(document).filter_map(|page| world.catalog.pages.find(page)) {
                    if let Some(choice) = world.resolved.choice(tree, page, Edition::Standard) {
                        hasher.update(&choice.doc.0.to_le_bytes());
                    }
                }
                for topic in topics::topics_of(world, tree) {
                    hasher.update(topic.id.as_str().as_bytes());
                }
                for audience in lists::audiences(world, tree) {
                    hasher.update(audience.as_str().as_bytes());
                }
                hasher.update(&[u8::from(chrome::urgent_page(world, tree).is_some())]);
            }
        }
        let flags = Flags {
            easy: self.edition == Edition::EasyRead,
            sensitive: document.front.sensitive,
            noindex: document.front.draft,
        };
        let frame = Frame { kind: self.kind(world), flags };
        Some(Presence { content: hasher.hash(), language: choice.language, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let world = here.world;
        let (choice, document) = self.choice(world, here.ix).expect("a page is present where it has a document");
        let other = match self.edition {
            Edition::Standard => Edition::EasyRead,
            Edition::EasyRead => Edition::Standard,
        };
        let twin = world
            .resolved
            .choice(here.ix, self.page, other)
            .map(|_| here.link(&Self { edition: other, ..*self }.path(world, here.tree.language)));
        let (standard, easy) = match self.edition {
            Edition::Standard => (None, twin),
            Edition::EasyRead => (twin, None),
        };
        Head {
            title: document.title().into_owned(),
            description: document.summary().unwrap_or_else(|| document.title()).into_owned(),
            service: None,
            crumbs: crumbs(here, self.page, self.edition),
            notices: notices(here, choice, document),
            standard,
            easy,
            prints: prints(here, self.page, self.edition),
            dates: Some(dates(here, self.edition, document)),
        }
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let world = here.world;
        let (choice, document) = self.choice(world, here.ix).expect("a page is present where it has a document");
        let spot = self.spot(world, here.ix, choice.language);
        let fill = fill(&spot, document.text(), world.catalog.pages.scoped(choice.doc), &document.path);
        let easy = self.edition == Edition::EasyRead;
        let start = if self.is_start(world) { Start::of(here, document) } else { Start::default() };
        let below = match start.sections {
            Some(sections) => sections,
            None if self.lists_children(world) => child_links(here, self.page),
            None => Vec::new(),
        };
        let within = |links: Vec<LinkView>| {
            links.into_iter().map(|link| link.within(here.tree.language, choice.language)).collect()
        };
        let view = PageBody {
            s: world.strings(choice.language),
            kind: self.kind(world),
            title: document.title(),
            summary: document.summary(),
            content: "",
            start: within(start.first),
            children: within(below),
            all: start.all.map(|link| link.within(here.tree.language, choice.language)),
            audiences: within(start.audiences),
            topics: within(start.topics),
            urgent: start.urgent,
            notes: "",
            words: if easy { hard_words(world, document, choice.language) } else { Vec::new() },
            credits: if easy { credits(world, document) } else { Vec::new() },
            length: easy.then(|| length(world, document, choice.language)).flatten(),
        };
        Body::Page(Box::new(PageText { language: choice.language, view, content: document.text(), fill }))
    }
}

/// The prints that a page leads to: a standard page to those of both editions, an easy-read page to its own.
fn prints(here: &Here<'_>, page: PageIx, edition: Edition) -> Vec<(PrintShape, String)> {
    let of_page = here.world.prints.of_page(here.ix, page);
    let shown = of_page.filter(|print| edition == Edition::Standard || print.edition() == edition);
    let link = |print: &Print| (print.shape, here.link(print.route.without(here.world.route(here.ix)).as_str()));
    shown.map(link).collect()
}

/// The pages of a section that a tree has, in order.
pub fn children<'w>(world: &World<'w>, tree: TreeIx, section: PageIx) -> Vec<(PageIx, Choice, &'w Document)> {
    let mut children: Vec<_> = world
        .catalog
        .pages
        .get(section)
        .children
        .iter()
        .filter(|&&page| !standing::is_own(world.catalog, page))
        .filter_map(|&page| {
            world.shown(tree, page, Edition::Standard).map(|(choice, document)| (page, choice, document))
        })
        .collect();
    let language = world.tree(tree).language;
    let compare = world.words.compare(language);
    children.sort_by(|a, b| {
        let order = |document: &Document| (document.front.order.is_none(), document.front.order);
        order(a.2).cmp(&order(b.2)).then_with(|| compare(&a.2.front.title, &b.2.front.title)).then(a.0.cmp(&b.0))
    });
    children
}

fn child_links(here: &Here<'_>, section: PageIx) -> Vec<LinkView> {
    let children = children(here.world, here.ix, section);
    children.into_iter().map(|(page, choice, document)| page_link(here, page, choice, document)).collect()
}

/// A link to a page of the same tree, with its title and summary.
pub fn page_link(here: &Here<'_>, page: PageIx, choice: Choice, document: &Document) -> LinkView {
    LinkView { summary: document.summary().map(Cow::into_owned), ..title_link(here, page, choice, document) }
}

/// A link to a page of the same tree, with its title alone.
pub fn title_link(here: &Here<'_>, page: PageIx, choice: Choice, document: &Document) -> LinkView {
    let other = Some(choice.language).filter(|language| *language != here.tree.language);
    LinkView {
        title: document.title().into_owned(),
        href: here.link(here.world.catalog.paths.get(here.tree.language, page)),
        summary: None,
        lang: other,
        dir: other.map(Language::direction),
        current: false,
    }
}

/// The home page, then the sections down to the page; for an easy-read page also its standard page.
fn crumbs(here: &Here<'_>, page: PageIx, edition: Edition) -> Vec<LinkView> {
    let world = here.world;
    let mut above = Vec::new();
    let mut at = match edition {
        Edition::Standard => world.catalog.pages.get(page).section,
        Edition::EasyRead => Some(page),
    };
    while let Some(section) = at {
        if let Some((choice, document)) = world.shown(here.ix, section, Edition::Standard) {
            above.push(title_link(here, section, choice, document));
        }
        at = world.catalog.pages.get(section).section;
    }
    above.reverse();
    above
}

fn notices(here: &Here<'_>, choice: Choice, document: &Document) -> Vec<NoticeView> {
    let world = here.world;
    let reader = here.tree.language;
    let say = |kind, key: &str, args: &[(&str, crate::resolve::words::Arg<'_>)]| NoticeView {
        kind,
        text: world.words.text(reader, key, args),
    };
    let mut notices = Vec::new();
    if document.front.draft {
        notices.push(say("draft", "notice-draft", &[]));
    }
    if !choice.available {
        let place = world.place_name(here.tree, here.tree.place).text;
        notices.push(say("not-available", "notice-not-available", &[("place", place.as_str().into())]));
    }
    if here.is_foreign() {
        let language = world.words.language_name(choice.language, reader);
        notices.push(say("untranslated", "notice-untranslated", &[("language", language.as_str().into())]));
        return notices;
    }
    if let Some(stale) = world.stale.get(choice.doc) {
        let source = world.catalog.document(stale.source);
        let language = world.words.language_name(source.language, reader);
        let date = stale.since.map(|since| world.words.date(reader, since));
        notices.push(match &date {
            Some(date) => {
                say("stale", "notice-stale", &[("language", language.as_str().into()), ("date", date.as_str().into())])
            }
            None => say("stale", "notice-stale-undated", &[("language", language.as_str().into())]),
        });
    }
    if document.front.translation.as_ref().is_some_and(|translation| translation.by == TranslatedBy::Machine) {
        notices.push(say("machine", "notice-machine", &[]));
    }
    let nations: Vec<String> = (world.is_everywhere(here.tree))
        .then(|| document.front.nations.iter().filter_map(|id| world.catalog.places.find(id.as_str())))
        .into_iter()
        .flatten()
        .map(|place| world.place_name(here.tree, place).text)
        .collect();
    if !nations.is_empty() {
        let names: Vec<&str> = nations.iter().map(String::as_str).collect();
        let list = world.words.list(reader, &names);
        notices.push(say("nations", "notice-nations", &[("places", list.as_str().into())]));
    }
    notices
}

fn dates<'w>(here: &Here<'w>, edition: Edition, document: &Document) -> DatesView<'w> {
    let world = here.world;
    let language = here.tree.language;
    let front = &document.front;
    let tested = match (&front.tested, edition) {
        (Some(tested), _) => {
            let date = world.words.date(language, tested.date);
            let args = [("who", tested.with.as_str().into()), ("date", date.as_str().into())];
            Some(world.words.text(language, "tested-with", &args))
        }
        (None, Edition::EasyRead) => Some(world.words.text(language, "not-yet-tested", &[])),
        (None, Edition::Standard) => None,
    };
    DatesView {
        s: world.strings(language),
        reviewed: front.reviewed.map(|date| world.date(language, date)),
        review_by: front.review_by.map(|date| world.date(language, date)),
        tested,
    }
}

/// The terms that a text uses, once each, in the order of their first use.
fn hard_words(world: &World<'_>, document: &Document, language: Language) -> Vec<TermView> {
    let glossary = world.catalog.glossary.get(&language);
    let mut words: Vec<TermView> = Vec::new();
    for hole in &document.text().values {
        let Value::Term(id) = &hole.value else { continue };
        let Some(term) = glossary.and_then(|terms| terms.get(id)) else { continue };
        let view = TermView { word: term.word.clone(), meaning: term.meaning.clone(), lang: None };
        if !words.contains(&view) {
            words.push(view);
        }
    }
    words
}

/// Rows of easy read that a sheet of A4 holds.
const ROWS_PER_SHEET: usize = 4;

/// "About 4 pages on paper", for a text of more than one.
fn length(world: &World<'_>, document: &Document, language: Language) -> Option<String> {
    let rows = document.text().blocks.iter().filter(|block| matches!(block.kind, BlockKind::Row { .. })).count();
    let sheets = rows.div_ceil(ROWS_PER_SHEET);
    (sheets > 1).then(|| world.words.text(language, "length-on-paper", &[("count", sheets.into())]))
}

/// Who made the pictures of a text, once each.
pub fn credits(world: &World<'_>, document: &Document) -> Vec<CreditView> {
    let mut credits: Vec<CreditView> = Vec::new();
    for block in &document.text().blocks {
        let BlockKind::Row { picture } = &block.kind else { continue };
        let Some(picture) = world.catalog.pictures.get(picture) else { continue };
        let text = format!("{} ({})", picture.credit, picture.licence);
        let credit = CreditView { text, href: picture.licence_address() };
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    credits
}
