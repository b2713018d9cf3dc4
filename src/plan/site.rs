//! Turns what a host needs beside its pages into views: language choosers, 404 pages, and pages that have moved.

use super::view::{ChoiceView, ChooserView};
use super::{World, lists};
use crate::catalog::PlaceIx;
use crate::diag::{Place, Step};
use crate::model::{Edition, Route};
use crate::resolve::{Tree, TreeIx, page_route, place_route, tree_route};

/// A page without chrome: a chooser of languages at the front of a place, or a host's own 404 page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    pub place: PlaceIx,
    pub route: Route,
    pub not_found: bool,
}

/// A former address and the page it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    pub tree: TreeIx,
    pub from: Route,
    pub to: Route,
    pub reach: Reach,
    /// The key that named it.
    pub place: Place,
}

/// What moved: one page, or a place with everything below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Page,
    AllBelow,
}

pub fn alone(world: &World<'_>) -> Vec<Alone> {
    let choosers = world.catalog.places.sites().into_iter().map(|place| Alone {
        place,
        route: place_route(world.catalog, place),
        not_found: false,
    });
    let missing = world.hosts.list.iter().map(|host| Alone {
        place: host.place,
        route: host.folder.file("404.html"),
        not_found: true,
    });
    choosers.chain(missing).collect()
}

/// The languages of a place, each in itself, in reading order.
pub fn chooser_view(world: &World<'_>, alone: &Alone) -> ChooserView {
    let place = alone.place;
    let host = world.hosts.of(place);
    let languages = world.catalog.languages(place);
    let first = languages[0];
    let title_tree = Tree { place, language: first };
    let portal = |tree: Tree| world.text(tree, &world.catalog.portal.name);
    let name = |tree: Tree| (!world.is_everywhere(tree)).then(|| world.place_name(tree, place));
    let title = portal(title_tree).text;
    let choices = languages.iter().map(|&language| {
        let tree = Tree { place, language };
        let target = tree_route(world.catalog, tree);
        ChoiceView {
            lang: language,
            dir: language.direction(),
            href: if alone.not_found { host.path(&host.inside(&target)) } else { alone.route.link_to(&target) },
            autonym: world.words.autonym(language),
            portal: portal(tree),
            place: name(tree),
            words: alone.not_found.then(|| world.words.text(language, "not-found", &[])),
        }
    });
    ChooserView {
        title: name(title_tree).map_or(title.clone(), |place| format!("{title}: {}", place.text)),
        lang: first,
        dir: first.direction(),
        stylesheet: host.path(&world.assets.stylesheet),
        icon: world.assets.icon.as_ref().map(|icon| host.path(icon)),
        sample: world.catalog.portal.sample.then(|| world.words.text(first, "sample", &[])),
        not_found: alone.not_found,
        choices: choices.collect(),
    }
}

/// Former addresses of pages, in every tree that has the page, and of localities.
pub fn redirects(world: &World<'_>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for ix in world.resolved.all() {
        let tree = world.tree(ix);
        for page in world.catalog.pages.all() {
            let Some((_, document)) = world.shown(ix, page, Edition::Standard) else { continue };
            for (position, alias) in document.front.aliases.iter().enumerate() {
                let segments = alias.split('/').filter(|segment| !segment.is_empty());
                redirects.push(Redirect {
                    tree: ix,
                    from: segments.fold(tree_route(world.catalog, tree), |route, segment| route.join(segment)),
                    to: page_route(world.catalog, tree, page, Edition::Standard),
                    reach: Reach::Page,
                    place: Place::key(&document.path, [Step::from("aliases"), Step::Item(position)]),
                });
            }
        }
    }
    redirects.extend(moved_services(world));
    redirects.extend(moved_places(world));
    redirects
}

/// Former addresses of services, in every tree that has the service.
fn moved_services(world: &World<'_>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (id, level, entry) in world.catalog.services.all() {
        let Some(was) = &entry.parsed.service.was else { continue };
        for ix in world.resolved.all() {
            if world.directory.find(ix, id).is_none_or(|here| here.level != level) {
                continue;
            }
            redirects.push(Redirect {
                tree: ix,
                from: world.route(ix).under(&lists::service_path(was)),
                to: world.route(ix).under(&lists::service_path(id)),
                reach: Reach::Page,
                place: Place::key(&entry.place.file, [Step::from("was")]),
            });
        }
    }
    redirects
}

fn moved_places(world: &World<'_>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for place in world.catalog.places.sites() {
        let Some(tree) = world.resolved.find(place, world.catalog.languages(place)[0]) else { continue };
        for alias in &world.catalog.places.get(place).aliases {
            redirects.push(Redirect {
                tree,
                from: Route::root().join(alias.as_str()),
                to: place_route(world.catalog, place),
                reach: Reach::AllBelow,
                place: world.catalog.places.at(place).clone(),
            });
        }
    }
    redirects
}
