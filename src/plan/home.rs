//! Turns what a home page's front matter chooses into links: where to start, and which sections to show.

use super::leaf::Here;
use super::page::page_link;
use super::standing;
use super::view::LinkView;
use crate::model::{Edition, PageId, StandingPage};
use crate::parse::Document;

/// What a home page leads to beside its own text.
#[derive(Debug, Default)]
pub struct Chosen {
    pub first: Vec<LinkView>,
    /// None where all pages at the top are shown.
    pub sections: Option<Vec<LinkView>>,
    /// Where all pages are, where not all of them are shown.
    pub all: Option<LinkView>,
}

/// The pages that a home page names.
pub fn named(document: &Document) -> impl Iterator<Item = &PageId> {
    document.front.home.iter().flat_map(|home| home.start.iter().chain(&home.sections).chain(&home.urgent))
}

/// Links to those that the tree has; the others are left out, and found by a check.
pub fn chosen(here: &Here<'_>, document: &Document) -> Chosen {
    let Some(home) = &document.front.home else { return Chosen::default() };
    let world = here.world;
    let link = |id: &PageId| {
        let page = world.catalog.pages.find(id)?;
        let (choice, shown) = world.shown(here.ix, page, Edition::Standard)?;
        Some(page_link(here, page, choice, shown))
    };
    let links = |ids: &[PageId]| ids.iter().filter_map(link).collect::<Vec<_>>();
    let sections = (!home.sections.is_empty()).then(|| links(&home.sections));
    let map = || {
        let link = standing::link(world, here.ix, StandingPage::SiteMap)?;
        let title = world.words.text(here.tree.language, "all-pages", &[]);
        Some(LinkView { title, href: here.link(&link.href), ..LinkView::default() })
    };
    Chosen { first: links(&home.start), all: sections.as_ref().and_then(|_| map()), sections }
}
