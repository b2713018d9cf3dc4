//! Turns the short addresses that stand on paper into views: which version is the newest, and what to do with an old copy.

use super::prints::{Print, PrintSource, code_route};
use super::view::{LinkView, PrintView};
use super::{World, chrome};
use crate::model::{Edition, Language, Route, Withdrawn};
use crate::resolve::{Tree, TreeIx, contact, page_route};

/// A page at a short address.
#[derive(Clone, Debug)]
pub struct ShortAddress {
    pub route: Route,
    pub tree: TreeIx,
    pub leads: Leads,
}

/// What a short address leads to.
#[derive(Clone, Debug)]
pub enum Leads {
    /// A print, by its position among all.
    Print(usize),
    /// A record of what is no longer printed, by its position in the file.
    Withdrawn(usize),
}

/// The short addresses of a portal: of all that is printed, and of what was.
pub fn short_addresses(world: &World<'_>) -> Vec<ShortAddress> {
    let prints = world.prints.all().iter().enumerate().map(|(at, print)| ShortAddress {
        route: code_route(world, print),
        tree: print.tree,
        leads: Leads::Print(at),
    });
    let gone = world.catalog.withdrawn.iter().enumerate().filter_map(|(at, record)| {
        let tree = tree_of(world, &record.value)?;
        let host = world.hosts.of(world.tree(tree).place);
        let route = host.folder.join("print").join(record.value.code.as_str());
        let is_free = world.prints.all().iter().all(|print| print.code.as_str() != record.value.code);
        is_free.then_some(ShortAddress { route, tree, leads: Leads::Withdrawn(at) })
    });
    prints.chain(gone).collect()
}

/// The tree in whose words a withdrawn print is spoken of: its own place and language, as far as they have a site.
fn tree_of(world: &World<'_>, record: &Withdrawn) -> Option<TreeIx> {
    let places = &world.catalog.places;
    let named = record.place.as_ref().and_then(|id| places.find(id.as_str())).unwrap_or_else(|| places.root());
    let sites = places.sites();
    let place = places.chain(named).find(|place| sites.contains(place))?;
    let languages = world.catalog.languages(place);
    let language = record.language.filter(|language| languages.contains(language)).unwrap_or(languages[0]);
    world.resolved.find(place, language)
}

/// What a page at a short address says, without what is known only once prints are made.
pub fn view<'w>(world: &'w World<'w>, address: &ShortAddress) -> PrintView<'w> {
    let tree = world.tree(address.tree);
    let language = tree.language;
    let host = world.hosts.of(tree.place);
    let say = |key: &str| world.words.text(language, key, &[]);
    let reach = contact::contact(world.catalog, tree.place);
    let bare = PrintView {
        s: world.strings(language),
        lang: language,
        dir: language.direction(),
        stylesheet: host.path(&world.assets.stylesheet),
        icon: world.assets.icon.as_ref().map(|icon| host.path(icon)),
        sample: world.catalog.portal.sample.then(|| say("sample")),
        portal: world.text(tree, &world.catalog.portal.name),
        place: (!world.is_everywhere(tree)).then(|| world.place_name(tree, tree.place)),
        home: address.route.link_to(world.route(address.tree)),
        title: String::new(),
        newest: None,
        withdrawn: None,
        file: None,
        page: None,
        others: Vec::new(),
        contact: chrome::contact_view(world, tree, &reach),
    };
    match address.leads {
        Leads::Print(at) => {
            let print = &world.prints.all()[at];
            PrintView { page: page_of(world, (address, tree), print), ..bare }
        }
        Leads::Withdrawn(at) => withdrawn(world, (address, tree), &world.catalog.withdrawn[at].value, bare),
    }
}

fn page_of(world: &World<'_>, (address, tree): (&ShortAddress, Tree), print: &Print) -> Option<LinkView> {
    let PrintSource::Page(page) = &print.source else { return None };
    let (_, document) = world.shown(print.tree, *page, print.edition())?;
    let route = page_route(world.catalog, tree, *page, print.edition());
    Some(LinkView { title: document.title().into_owned(), href: address.route.link_to(&route), ..LinkView::default() })
}

fn withdrawn<'w>(
    world: &'w World<'w>,
    (address, tree): (&ShortAddress, Tree),
    record: &Withdrawn,
    bare: PrintView<'w>,
) -> PrintView<'w> {
    let date = world.words.date(tree.language, record.on);
    let instead = record.instead.as_ref().and_then(|id| world.catalog.pages.find(id)).and_then(|page| {
        let (choice, document) = world.shown(address.tree, page, Edition::Standard)?;
        let other = Some(choice.language).filter(|language| *language != tree.language);
        Some(LinkView {
            title: document.title().into_owned(),
            href: address.route.link_to(&page_route(world.catalog, tree, page, Edition::Standard)),
            lang: other,
            dir: other.map(Language::direction),
            ..LinkView::default()
        })
    });
    PrintView {
        title: world.text(tree, &record.title).text,
        withdrawn: Some(world.words.text(tree.language, "print-withdrawn", &[("date", date.as_str().into())])),
        page: instead,
        ..bare
    }
}

/// The other prints of the same text in the same place: other shapes, and other languages.
pub fn others<'w>(world: &'w World<'_>, print: &Print) -> Vec<&'w Print> {
    let place = world.tree(print.tree).place;
    let languages = world.catalog.languages(place).iter();
    let trees = languages.filter_map(|&language| world.resolved.find(place, language));
    let of = |tree| -> Box<dyn Iterator<Item = &'w Print>> {
        match &print.source {
            PrintSource::Page(page) => Box::new(world.prints.of_page(tree, *page)),
            // A bilingual print is in two trees, and counts in its own.
            PrintSource::Leaflet(_) => Box::new(world.prints.of_tree(tree).filter(move |other| other.tree == tree)),
        }
    };
    trees.flat_map(of).filter(|other| other.source == print.source && other.code != print.code).collect()
}
