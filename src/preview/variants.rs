//! Turns the page at an address into its variants: the languages, places and editions that have it too.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::labels;
use crate::model::{Edition, Language, Route};
use crate::plan::{Planned, World};
use crate::render::{Job, page_at};
use crate::resolve::{Tree, TreeIx};

/// What is known of the page at an address.
#[derive(Debug)]
pub struct Variants {
    pub json: Value,
    /// The language of the page.
    pub language: Language,
    /// The files that say what the page says: their paths, or how these end.
    pub own: Vec<String>,
}

/// A variant that somebody chose, as the picker names it. What is empty stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub path: String,
    pub language: String,
    pub place: String,
    pub edition: String,
}

/// The variants of the page in the file `path`; none if that is no page of a tree.
pub fn of(job: &Job<'_>, path: &str) -> Option<Variants> {
    let (planned, tree) = page_at(job, path)?;
    let world = job.world;
    let here = world.tree(tree);
    let editions = editions(job, planned);
    let trees: BTreeSet<Tree> =
        editions.iter().flat_map(|planned| &planned.present).map(|(tree, _)| world.tree(*tree)).collect();
    let languages = world
        .catalog
        .languages(here.place)
        .iter()
        .filter(|language| trees.contains(&Tree { language: **language, ..here }));
    let languages = languages.map(|language| {
        json!({ "value": language.as_str(), "label": world.words.autonym(*language), "current": *language == here.language })
    });
    let sites = world.catalog.places.sites().into_iter().filter(|place| trees.iter().any(|tree| tree.place == *place));
    let places = sites.map(|place| {
        let name = world.place_name(here, place).text;
        json!({ "value": world.catalog.places.get(place).id.as_str(), "label": name, "current": place == here.place })
    });
    let of_tree = editions.iter().filter(|planned| is_in(planned, tree));
    let choices = of_tree.map(|other| {
        json!({ "value": edition(other).as_str(), "label": labels::edition(world.words, here.language, edition(other)), "current": std::ptr::eq(*other, planned) })
    });
    let json = json!({
        "language": languages.collect::<Vec<_>>(),
        "place": places.collect::<Vec<_>>(),
        "edition": choices.collect::<Vec<_>>(),
    });
    Some(Variants { json, language: here.language, own: own(world, planned, tree) })
}

/// Where a choice leads: the same page, or the nearest that there is.
pub fn go(job: &Job<'_>, wanted: &Wanted) -> Route {
    let world = job.world;
    let path = Route::root().under(&wanted.path).path();
    let Some((planned, tree)) = page_at(job, &path) else { return Route::root() };
    let here = world.tree(tree);
    let place = world.catalog.places.find(&wanted.place).unwrap_or(here.place);
    let language = wanted.language.parse::<Language>().unwrap_or(here.language);
    let languages = world.catalog.languages(place);
    let in_turn = std::iter::once(language).chain(languages.iter().copied());
    let trees: Vec<TreeIx> = in_turn.filter_map(|language| world.resolved.find(place, language)).collect();
    let mut editions = editions(job, planned);
    editions.sort_by_key(|other| match wanted.edition.as_str() {
        "" => !std::ptr::eq(*other, planned),
        name => edition(other).as_str() != name,
    });
    let found = trees.iter().find_map(|tree| Some((*tree, *editions.iter().find(|planned| is_in(planned, *tree))?)));
    match (found, trees.first()) {
        (Some((tree, planned)), _) => world.route(tree).under(&planned.leaf.path(world, world.tree(tree).language)),
        (None, Some(tree)) => world.route(*tree).clone(),
        (None, None) => Route::root(),
    }
}

/// The leaves of one page: itself in each edition.
fn editions<'a>(job: &Job<'a>, planned: &'a Planned) -> Vec<&'a Planned> {
    match planned.leaf.page() {
        Some(page) => job.plan.leaves.iter().filter(|other| other.leaf.page() == Some(page)).collect(),
        None => vec![planned],
    }
}

fn is_in(planned: &Planned, tree: TreeIx) -> bool {
    planned.present.iter().any(|(other, _)| *other == tree)
}

fn edition(planned: &Planned) -> Edition {
    let is_easy = planned.present.first().is_some_and(|(_, presence)| presence.frame.flags.easy);
    if is_easy { Edition::EasyRead } else { Edition::Standard }
}

/// The files that a page is made of.
fn own(world: &World<'_>, planned: &Planned, tree: TreeIx) -> Vec<String> {
    if let Some(page) = planned.leaf.page() {
        return world
            .shown(tree, page, edition(planned))
            .map(|(_, document)| document.path.to_string())
            .into_iter()
            .collect();
    }
    let path = planned.leaf.path(world, world.tree(tree).language);
    let service = path.strip_prefix("services/").and_then(|rest| rest.strip_suffix('/')).filter(|id| !id.contains('/'));
    service.map(|id| format!("/services/{id}.yaml")).into_iter().collect()
}
