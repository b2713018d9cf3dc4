//! Turns coverage into tables of marks, one for each place.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{PageIx, PlaceIx};
use crate::model::{Edition, Language, Route};
use crate::pipeline::Overview;
use crate::resolve::TreeIx;
use crate::resolve::coverage::{Cell, State};

/// A state as it is shown: by a letter and a word, the colour only helps.
#[derive(Clone, Copy, Serialize)]
pub struct Mark {
    state: State,
    letter: &'static str,
    word: &'static str,
    meaning: &'static str,
}

/// One place, language and edition with the numbers of its states.
#[derive(Serialize)]
pub struct CountRow<'a> {
    place: &'a str,
    language: Language,
    edition: &'static str,
    counts: [usize; 5],
}

/// The pages of a place that stand there otherwise than everywhere.
#[derive(Serialize)]
pub struct PlaceTable<'a> {
    id: &'a str,
    languages: Vec<Language>,
    editions: Vec<&'static str>,
    rows: Vec<PageRow<'a>>,
    /// Pages that are as everywhere.
    same: usize,
}

#[derive(Serialize)]
struct PageRow<'a> {
    page: &'a str,
    /// By language, then edition.
    marks: Vec<Shown>,
}

/// A cell: its state, and the way to the page where it is shown.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    mark: Mark,
    href: Option<String>,
}

/// The cells of one tree, by page and edition.
type Cells<'a> = BTreeMap<(PageIx, Edition), &'a Cell>;

/// How a page is reached.
type Links<'a> = Option<&'a dyn Fn(&Route) -> String>;

/// The legend.
pub fn legend() -> Vec<Mark> {
    [State::Own, State::Inherited, State::Stale, State::Fallback, State::Missing, State::NotHere].map(mark).to_vec()
}

fn mark(state: State) -> Mark {
    let (letter, word, meaning) = match state {
        State::Own => ("O", "own", "a text of this place or of the portal, in this language"),
        State::Inherited => ("I", "inherited", "a text of a place above, in this language"),
        State::Stale => ("S", "stale", "a translation whose source has changed since"),
        State::Fallback => ("F", "fallback", "a text in another language is shown"),
        State::Missing => ("M", "missing", "nothing is shown"),
        State::NotHere => ("–", "not here", "for other places, or not published today"),
    };
    Mark { state, letter, word, meaning }
}

pub fn counts<'a>(overview: &Overview<'a>) -> Vec<CountRow<'a>> {
    let row = |((tree, edition), counts): ((TreeIx, Edition), [usize; 5])| {
        let tree = overview.resolved.tree(tree);
        let place = overview.catalog.places.get(tree.place).id.as_str();
        CountRow { place, language: tree.language, edition: words(edition), counts }
    };
    overview.counts().into_iter().map(row).collect()
}

fn words(edition: Edition) -> &'static str {
    match edition {
        Edition::Standard => "standard",
        Edition::EasyRead => "easy read",
    }
}

/// The root with all its pages; the other places with the pages in which they differ from it.
pub fn places<'a>(overview: &'a Overview<'a>, links: Links<'_>) -> Vec<PlaceTable<'a>> {
    let mut cells: BTreeMap<TreeIx, Cells<'_>> = BTreeMap::new();
    for cell in &overview.coverage.cells {
        cells.entry(cell.tree).or_default().insert((cell.page, cell.edition), cell);
    }
    let places = overview.catalog.places.sites();
    places.into_iter().map(|place| place_table(overview, (&cells, links), place)).collect()
}

fn place_table<'a>(
    overview: &Overview<'a>,
    (cells, links): (&BTreeMap<TreeIx, Cells<'_>>, Links<'_>),
    place: PlaceIx,
) -> PlaceTable<'a> {
    let catalog = overview.catalog;
    let root = catalog.places.root();
    let editions: Vec<Edition> =
        Edition::ALL.into_iter().filter(|edition| catalog.portal.editions.contains(edition)).collect();
    let languages = catalog.languages(place);
    let of = |place: PlaceIx, page: PageIx| -> Vec<Option<&Cell>> {
        let trees = languages.iter().map(|&language| overview.resolved.find(place, language));
        let at = |tree: Option<TreeIx>, edition| cells.get(&tree?)?.get(&(page, edition)).copied();
        trees.flat_map(|tree| editions.iter().map(move |&edition| at(tree, edition))).collect()
    };
    let shown = |cell: Option<&Cell>| Shown {
        mark: mark(cell.map_or(State::NotHere, |cell| cell.state)),
        href: cell.zip(links).and_then(|(cell, links)| overview.route(cell).map(|route| links(&route))),
    };
    let mut rows = Vec::new();
    for page in catalog.pages.all() {
        let here = of(place, page);
        let states = |cells: &[Option<&Cell>]| cells.iter().map(|cell| Some((*cell)?.state)).collect::<Vec<_>>();
        if place == root || states(&here) != states(&of(root, page)) {
            let marks = here.into_iter().map(shown).collect();
            rows.push(PageRow { page: catalog.pages.get(page).id.as_str(), marks });
        }
    }
    PlaceTable {
        id: catalog.places.get(place).id.as_str(),
        languages: languages.to_vec(),
        editions: editions.iter().map(|&edition| words(edition)).collect(),
        same: catalog.pages.len() - rows.len(),
        rows,
    }
}
