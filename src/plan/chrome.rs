//! Turns a tree and a kind of page into the chrome that all such pages share.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::World;
use super::leaf::Flags;
use super::view::{AreasLink, Chrome, ContactView, Kind, LinkView, TextView};
use crate::catalog::PageIx;
use crate::model::{Contact, Edition, Language, phone};
use crate::resolve::{Tree, TreeIx, contact};

/// Which chrome a page has. Pages with the same key share one skeleton.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChromeKey {
    pub tree: TreeIx,
    pub kind: Kind,
    pub foreign: bool,
    pub flags: Flags,
}

/// What a skeleton is rendered from.
pub fn chrome(world: &World<'_>, key: ChromeKey) -> Chrome {
    let tree = world.tree(key.tree);
    let portal = &world.catalog.portal;
    let host = world.hosts.of(tree.place);
    let chrome_lang = Some(world.words.chrome(tree.language)).filter(|language| *language != tree.language);
    let everywhere = world.is_everywhere(tree);
    let assets = &world.assets;
    let icon = if key.flags.sensitive { assets.plain_icon.as_ref() } else { assets.icon.as_ref() };
    Chrome {
        kind: key.kind,
        lang: tree.language,
        dir: tree.language.direction(),
        s: world.strings(tree.language).clone(),
        chrome_lang,
        chrome_dir: chrome_lang.map(Language::direction),
        portal: world.text(tree, &portal.name),
        place: (!everywhere).then(|| world.place_name(tree, tree.place)),
        publisher: publisher(world, tree),
        sample: portal.sample,
        alert: alert(world, tree),
        contact: contact_view(world, tree, &contact::contact(world.catalog, tree.place)),
        menu: menu(world, key.tree),
        urgent: urgent(world, key.tree),
        search: world.findable.has_any(world, key.tree).then_some(super::search::PATH),
        footer: footer(world, key.tree),
        stylesheet: host.path(&world.assets.stylesheet),
        script: world.assets.script.as_ref().map(|script| host.path(script)),
        report: report(world, key),
        data: portal.open_data && key.kind == Kind::Service,
        scripts: scripts_of(key).filter_map(|name| assets.scripts.get(name)).map(|script| host.path(script)).collect(),
        icon: icon.map(|icon| host.path(icon)),
        logo: world.assets.logo.as_ref().map(|logo| host.path(logo)),
        areas: areas(world, tree),
        foreign: key.foreign,
        easy: key.flags.easy,
        sensitive: key.flags.sensitive,
        noindex: key.flags.noindex,
    }
}

/// Where a reader tells of a problem with a service.
fn report(world: &World<'_>, key: ChromeKey) -> Option<String> {
    if key.kind != Kind::Service {
        return None;
    }
    let tree = world.tree(key.tree);
    let email = contact::contact(world.catalog, tree.place).email?;
    if key.flags.sensitive {
        // What a message is about stays in the mail program, where others may look: the reader says it, or does not.
        return Some(format!("mailto:{email}"));
    }
    let subject = world.words.text_plain(tree.language, "report-problem", &[]);
    let subject = utf8_percent_encode(&subject, NON_ALPHANUMERIC);
    Some(format!("mailto:{email}?subject={subject}:%20"))
}

/// Scripts beside that of every page, and the kinds of pages that can use them.
pub const SCRIPTS: [(&str, &[Kind]); 3] = [
    ("finder.js", &[Kind::Areas]),
    ("filters.js", &[Kind::List]),
    ("shortlist.js", &[Kind::List, Kind::Service, Kind::Topic, Kind::Shortlist]),
];

/// Those of a kind of page.
pub fn scripts(kind: Kind) -> impl Iterator<Item = &'static str> {
    SCRIPTS.into_iter().filter(move |(_, kinds)| kinds.contains(&kind)).map(|(name, _)| name)
}

/// Nothing that is kept on a reader's device is offered where that may be seen by others.
fn scripts_of(key: ChromeKey) -> impl Iterator<Item = &'static str> {
    scripts(key.kind).filter(move |name| !key.flags.sensitive || *name != "shortlist.js")
}

/// The name of who publishes the portal.
pub fn publisher(world: &World<'_>, tree: Tree) -> TextView {
    let id = &world.catalog.portal.organisation;
    world.catalog.organisations.get(&world.catalog.places, tree.place, id).map_or_else(
        || TextView { text: id.to_string(), ..TextView::default() },
        |(_, organisation)| world.text(tree, &organisation.value.name),
    )
}

/// The alert of the nearest place that has a current one, up to the portal's.
fn alert(world: &World<'_>, tree: Tree) -> Option<TextView> {
    let of_places = world.catalog.places.chain(tree.place).map(|place| &world.catalog.places.get(place).alert);
    let mut alerts = of_places.chain([&world.catalog.portal.alert]).flatten();
    let current = alerts.find(|alert| alert.until.is_none_or(|until| world.moment.day <= until))?;
    Some(world.text(tree, &current.text))
}

/// A contact in the words of a tree.
pub fn contact_view(world: &World<'_>, tree: Tree, contact: &Contact) -> ContactView {
    let address = contact.address.as_ref().map(|address| world.text(tree, address));
    ContactView {
        name: contact.name.as_ref().map(|name| world.text(tree, name)),
        phone: contact.phone.as_deref().map(phone::national),
        tel: contact.phone.as_deref().map(phone::tel),
        hours: contact.hours.as_ref().map(|hours| world.text(tree, hours)),
        email: contact.email.clone(),
        address_lines: address.iter().flat_map(|address| address.text.lines()).map(str::to_owned).collect(),
        address,
        web: contact.web.clone(),
    }
}

/// Pages that ask for a place in the menu, by their `nav`, then topics and services.
fn menu(world: &World<'_>, tree: TreeIx) -> Vec<LinkView> {
    let language = world.tree(tree).language;
    let mut pages: Vec<_> = world
        .catalog
        .pages
        .all()
        .filter_map(|page| {
            let (choice, document) = world.shown(tree, page, Edition::Standard)?;
            let nav = document.front.nav?;
            let other = Some(choice.language).filter(|&other| other != language);
            let link = LinkView {
                title: document.title().into_owned(),
                href: world.catalog.paths.get(language, page).to_owned(),
                lang: other,
                dir: other.map(Language::direction),
                ..LinkView::default()
            };
            Some((nav, link))
        })
        .collect();
    pages.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.title.cmp(&b.1.title)));
    let own = [("topics", "topics/"), ("services", "services/")].into_iter().filter(|(key, _)| match *key {
        "services" => world.directory.has_any(tree),
        _ => super::topics::has_topics(world, tree),
    });
    let own = own.map(|(key, path)| LinkView {
        title: world.words.text(language, key, &[]),
        href: path.to_owned(),
        ..LinkView::default()
    });
    pages.into_iter().map(|(_, link)| link).chain(own).collect()
}

/// The page for an emergency, where the tree has it.
fn urgent(world: &World<'_>, tree: TreeIx) -> Option<LinkView> {
    let page = urgent_page(world, tree)?;
    let href = world.catalog.paths.get(world.tree(tree).language, page).to_owned();
    Some(LinkView { href, ..LinkView::default() })
}

/// The page that a tree's home page names for an emergency, or else the portal, where the tree shows it.
pub fn urgent_page(world: &World<'_>, tree: TreeIx) -> Option<PageIx> {
    let home = world.catalog.pages.home().and_then(|home| world.shown(tree, home, Edition::Standard));
    let own = home.and_then(|(_, document)| document.front.home.as_ref()?.urgent.as_ref());
    let page = world.catalog.pages.find(own.or(world.catalog.portal.urgent.as_ref())?)?;
    world.shown(tree, page, Edition::Standard).map(|_| page)
}

/// The way to all prints, where there are any, and to the pages that every site has.
fn footer(world: &World<'_>, tree: TreeIx) -> Vec<LinkView> {
    let has_prints = world.prints.of_tree(tree).next().is_some();
    let prints = has_prints.then(|| LinkView {
        title: world.words.text(world.tree(tree).language, "prints-title", &[]),
        href: super::print_list::PATH.to_owned(),
        ..LinkView::default()
    });
    prints.into_iter().chain(super::standing::links(world, tree)).collect()
}

/// "Change area" leads to the host that holds everywhere; a place with an address of its own is on another.
pub fn areas(world: &World<'_>, tree: Tree) -> Option<AreasLink> {
    if world.catalog.places.sites().len() < 2 {
        return None;
    }
    let everywhere = Tree { place: world.catalog.places.root(), language: tree.language };
    let route = crate::resolve::tree_route(world.catalog, everywhere).join("areas");
    let main = &world.hosts.list[0];
    let elsewhere = world.hosts.of(tree.place).place != main.place;
    Some(AreasLink { href: if elsewhere { main.url(&route) } else { route.as_str().to_owned() }, elsewhere })
}
