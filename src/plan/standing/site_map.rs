//! Turns the pages of a tree into a map of them: sections with what lies in them, as deep as one page can hold.

use std::collections::BTreeMap;

use super::super::leaf::Here;
use super::super::page::title_link;
use super::super::view::{BranchView, LinkView, SiteMapBody};
use super::super::{World, print_list, search, topics};
use crate::catalog::PageIx;
use crate::load::Hasher;
use crate::model::{Edition, StandingPage};
use crate::parse::Document;
use crate::resolve::{Choice, TreeIx};

/// Links to pages that one map holds, to stay within the budget of a page. Of deeper levels it shows the sections, which
/// list their own pages.
const PAGES: usize = 250;

/// The shown pages below each, by the nearest page above them that the tree shows; at the top, none.
type Below<'w> = BTreeMap<Option<PageIx>, Vec<(PageIx, Choice, &'w Document)>>;

fn below<'w>(world: &World<'w>, tree: TreeIx) -> Below<'w> {
    let pages = &world.catalog.pages;
    let shown = |page: PageIx| world.shown(tree, page, Edition::Standard);
    let above = |page: PageIx| std::iter::successors(pages.get(page).section, |&at| pages.get(at).section);
    let is_home = |page: &PageIx| pages.get(*page).id.is_home();
    let mut below = Below::new();
    for page in pages.all().filter(|page| !is_home(page) && !super::is_own(world.catalog, *page)) {
        let Some((choice, document)) = shown(page) else { continue };
        let section = above(page).find(|at| shown(*at).is_some()).filter(|at| !is_home(at));
        below.entry(section).or_default().push((page, choice, document));
    }
    below
}

/// How many levels fit on the map: one at least.
fn depth(below: &Below<'_>) -> usize {
    let (mut depth, mut count) = (0, 0);
    let mut level: Vec<Option<PageIx>> = vec![None];
    loop {
        let next: Vec<PageIx> = level.iter().filter_map(|at| below.get(at)).flatten().map(|(page, ..)| *page).collect();
        count += next.len();
        if next.is_empty() || (depth > 0 && count > PAGES) {
            return depth;
        }
        depth += 1;
        level = next.into_iter().map(Some).collect();
    }
}

pub fn digest(world: &World<'_>, tree: TreeIx, state: &mut Hasher) {
    state.update(b"site map");
    for page in world.catalog.pages.all() {
        if let Some(choice) = world.resolved.choice(tree, page, Edition::Standard) {
            state.update(&choice.doc.0.to_le_bytes());
        }
    }
    for topic in topics::topics_of(world, tree) {
        state.update(topic.id.as_str().as_bytes());
        state.update(b" ");
    }
    for link in others(world, tree) {
        state.update(link.href.as_bytes());
        state.update(b" ");
    }
}

pub fn body<'w>(here: &Here<'w>, title: String) -> SiteMapBody<'w> {
    let world = here.world;
    let below = below(world, here.ix);
    let depth = depth(&below);
    let map = Map { here, below: &below };
    let relative = |link: LinkView| LinkView { href: here.link(&link.href), ..link };
    SiteMapBody {
        s: world.strings(here.tree.language),
        title,
        pages: map.branches(None, depth),
        folded: map.is_folded(None, depth),
        topics: topics::topics_of(world, here.ix).into_iter().map(|topic| name(topics::link(here, topic))).collect(),
        others: others(world, here.ix).into_iter().map(relative).collect(),
    }
}

fn name(link: LinkView) -> LinkView {
    LinkView { summary: None, ..link }
}

struct Map<'a, 'w> {
    here: &'a Here<'w>,
    below: &'a Below<'w>,
}

impl Map<'_, '_> {
    /// The pages below one, in the order of their section, with so many levels.
    fn branches(&self, section: Option<PageIx>, depth: usize) -> Vec<BranchView> {
        let Some(pages) = self.below.get(&section).filter(|_| depth > 0) else { return Vec::new() };
        let world = self.here.world;
        let compare = world.words.compare(self.here.tree.language);
        let mut pages = pages.clone();
        pages.sort_by(|a, b| {
            let order = |document: &Document| (document.front.order.is_none(), document.front.order);
            order(a.2).cmp(&order(b.2)).then_with(|| compare(&a.2.front.title, &b.2.front.title)).then(a.0.cmp(&b.0))
        });
        let branch = |(page, choice, document)| BranchView {
            link: title_link(self.here, page, choice, document),
            below: self.branches(Some(page), depth - 1),
        };
        pages.into_iter().map(branch).collect()
    }

    /// Whether anything lies deeper than so many levels.
    fn is_folded(&self, section: Option<PageIx>, depth: usize) -> bool {
        let pages = self.below.get(&section).into_iter().flatten();
        pages.into_iter().any(|(page, ..)| depth == 0 || self.is_folded(Some(*page), depth - 1))
    }
}

/// What a tree has beside its pages, from the tree's home.
fn others(world: &World<'_>, tree: TreeIx) -> Vec<LinkView> {
    let language = world.tree(tree).language;
    let has_services = world.directory.has_any(tree);
    let areas = world.is_everywhere(world.tree(tree)) && world.catalog.places.sites().len() > 1;
    let all = [
        ("services", "services/", has_services),
        ("shortlist", "shortlist/", has_services),
        ("areas", "areas/", areas),
        ("search", search::PATH, world.findable.has_any(world, tree)),
        ("prints-title", print_list::PATH, world.prints.of_tree(tree).next().is_some()),
    ];
    let made = all.into_iter().filter(|(.., has)| *has).map(|(key, path, _)| LinkView {
        title: world.words.text(language, key, &[]),
        href: path.to_owned(),
        ..LinkView::default()
    });
    let standing = StandingPage::ALL.into_iter().filter(|page| *page != StandingPage::SiteMap);
    made.chain(standing.filter_map(|page| super::link(world, tree, page))).collect()
}
