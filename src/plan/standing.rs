//! Turns the pages that every site has into leaves: each is made in the trees where the portal has no page of its own.

mod changes;
mod privacy;
mod site_map;
mod statement;

use super::leaf::{Frame, Head, Here, Leaf, Presence};
use super::page::title_link;
use super::view::{Kind, LinkView, NoticeView};
use super::{Body, World};
use crate::catalog::{Catalog, PageIx};
use crate::load::Hasher;
use crate::model::{Edition, Language, StandingPage};
use crate::resolve::TreeIx;

pub use changes::days as days_of_changes;

/// Other sites that these pages lead to, for whoever checks links.
pub const OTHER_SITES: [(StandingPage, &str); 4] = [
    (StandingPage::AccessibilityStatement, statement::ADVICE),
    (StandingPage::AccessibilityStatement, statement::EASS),
    (StandingPage::AccessibilityStatement, statement::ECNI),
    (StandingPage::Privacy, privacy::COMMISSIONER),
];

/// A standing page of every tree.
#[derive(Clone, Copy, Debug)]
pub struct StandingLeaf {
    pub page: StandingPage,
}

/// The page of the portal that a tree shows in the place of a standing page.
fn own(world: &World<'_>, tree: TreeIx, page: StandingPage) -> Option<PageIx> {
    let own = world.catalog.pages.find(&page.page())?;
    world.shown(tree, own, Edition::Standard).map(|_| own)
}

/// Whether a page of the portal takes the place of a standing page.
pub fn is_own(catalog: &Catalog, page: PageIx) -> bool {
    StandingPage::find(catalog.pages.get(page).id.as_str()).is_some()
}

/// Whether the program makes a standing page for a tree.
pub fn is_made(world: &World<'_>, tree: TreeIx, page: StandingPage) -> bool {
    let wanted = !world.catalog.portal.without.contains(&page) && own(world, tree, page).is_none();
    wanted && (page != StandingPage::RecentChanges || changes::has_any(world, tree))
}

/// Where each standing page of a tree is, from the tree's home.
pub fn links(world: &World<'_>, tree: TreeIx) -> Vec<LinkView> {
    StandingPage::ALL.into_iter().filter_map(|page| link(world, tree, page)).collect()
}

/// Where a standing page of a tree is, from the tree's home; none where the tree has no such page.
pub fn link(world: &World<'_>, tree: TreeIx, page: StandingPage) -> Option<LinkView> {
    let language = world.tree(tree).language;
    if let Some(own) = own(world, tree, page) {
        let (choice, document) = world.shown(tree, own, Edition::Standard)?;
        let other = Some(choice.language).filter(|other| *other != language);
        return Some(LinkView {
            title: document.title().into_owned(),
            href: world.catalog.paths.get(language, own).to_owned(),
            lang: other,
            dir: other.map(Language::direction),
            ..LinkView::default()
        });
    }
    let title = || world.words.text(language, page.id(), &[]);
    is_made(world, tree, page).then(|| LinkView { title: title(), href: page.path(), ..LinkView::default() })
}

impl Leaf for StandingLeaf {
    fn path(&self, _: &World<'_>, _: Language) -> String {
        self.page.path()
    }

    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        if !is_made(world, tree, self.page) {
            return None;
        }
        let mut hasher = Hasher::default();
        match self.page {
            StandingPage::AccessibilityStatement => statement::digest(world, tree, &mut hasher),
            StandingPage::Privacy => privacy::digest(world, tree, &mut hasher),
            StandingPage::RecentChanges => changes::digest(world, tree, &mut hasher),
            StandingPage::SiteMap => site_map::digest(world, tree, &mut hasher),
        }
        let language = world.tree(tree).language;
        Some(Presence { content: hasher.hash(), language, frame: Frame::plain(Kind::Standing) })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let say = |key: &str| here.world.words.text(here.tree.language, key, &[]);
        let description = say(match self.page {
            StandingPage::AccessibilityStatement => "statement-explained",
            StandingPage::Privacy => "privacy-explained",
            StandingPage::RecentChanges => "changes-explained",
            StandingPage::SiteMap => "site-map-explained",
        });
        let notices = notices(here, self.page);
        Head { description, notices, ..super::plain_head(say(self.page.id()), super::home_crumb(here)) }
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let title = here.world.words.text(here.tree.language, self.page.id(), &[]);
        match self.page {
            StandingPage::AccessibilityStatement => Body::Statement(Box::new(statement::body(here, title))),
            StandingPage::Privacy => Body::Privacy(Box::new(privacy::body(here, title))),
            StandingPage::RecentChanges => Body::Changes(Box::new(changes::body(here, title))),
            StandingPage::SiteMap => Body::SiteMap(Box::new(site_map::body(here, title))),
        }
    }
}

/// Statement and privacy are the words of the interface alone; where a machine translated those, readers are told.
fn notices(here: &Here<'_>, page: StandingPage) -> Vec<NoticeView> {
    let say = |key: &str| here.world.words.text_plain(here.tree.language, key, &[]);
    let is_of_words = [StandingPage::AccessibilityStatement, StandingPage::Privacy].contains(&page);
    let by_machine = is_of_words && say("translated-by") == "machine";
    by_machine.then(|| NoticeView { kind: "machine", text: say("notice-machine") }).into_iter().collect()
}

/// A link to a page of the same tree, if the tree has it.
fn page_link(here: &Here<'_>, page: PageIx) -> Option<LinkView> {
    let (choice, document) = here.world.shown(here.ix, page, Edition::Standard)?;
    Some(title_link(here, page, choice, document))
}
