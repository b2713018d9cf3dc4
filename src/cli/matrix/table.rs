//! Turns a portal's coverage into a small table of counts and a list of what readers lack.

use std::collections::BTreeMap;

use crate::catalog::{PageIx, PlaceIx};
use crate::model::{Edition, Language};
use crate::pipeline::{COUNTED, Overview};
use crate::resolve::coverage::{Cell, State};

/// The table, then the list.
pub fn lines(overview: &Overview<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let head = COUNTED.map(|state| format!("{:>10}", state.as_str())).concat();
    let width = overview.catalog.places.ids().map(str::len).max().unwrap_or(0).max("place".len());
    lines.push(format!("{:width$}  {:8}  {:9}{head}\n", "place", "language", "edition"));
    for ((tree, edition), counts) in overview.counts() {
        let at = overview.resolved.tree(tree);
        let place = overview.catalog.places.get(at.place).id.as_str();
        let numbers = counts.map(|count| format!("{count:>10}")).concat();
        lines.push(format!("{place:width$}  {:8}  {:9}{numbers}\n", at.language.as_str(), edition.as_str()));
    }
    let lacks = lacks(overview);
    if !lacks.is_empty() {
        lines.push("\nnot in the reader's language, stale or missing:\n".to_owned());
    }
    lines.extend(lacks.iter().map(|(lack, places)| format!("  {}\n", said(overview, lack, places))));
    let without = overview.without_easy_read();
    if without > 0 {
        let pages = if without == 1 { "1 page has".to_owned() } else { format!("{without} pages have") };
        lines.push(format!("\n{pages} no easy-read edition in any language\n"));
    }
    lines
}

/// Something that readers lack, the same in several places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lack {
    /// By its position among the portal's languages.
    position: usize,
    pub language: Language,
    pub page: PageIx,
    pub edition: Edition,
    pub state: State,
    /// The language that is shown instead.
    pub instead: Option<Language>,
    /// Blocks of the source that changed.
    pub changed: usize,
}

/// What readers lack, by language and page, with the places.
pub fn lacks(overview: &Overview<'_>) -> BTreeMap<Lack, Vec<PlaceIx>> {
    let mut lacks: BTreeMap<Lack, Vec<PlaceIx>> = BTreeMap::new();
    for cell in &overview.coverage.cells {
        let told = match cell.state {
            State::Fallback | State::Stale => true,
            State::Missing => cell.edition == Edition::Standard || overview.has_easy_read(cell.page),
            State::Own | State::Inherited | State::NotHere => false,
        };
        if told {
            lacks.entry(lack(overview, cell)).or_default().push(overview.resolved.tree(cell.tree).place);
        }
    }
    lacks
}

fn lack(overview: &Overview<'_>, cell: &Cell) -> Lack {
    let language = overview.resolved.tree(cell.tree).language;
    let position = overview.catalog.portal.languages.iter().position(|known| *known == language);
    let instead = cell.choice.map(|choice| choice.language).filter(|shown| *shown != language);
    let changed = cell.stale.filter(|_| cell.state == State::Stale).map_or(0, |stale| stale.changed);
    let Cell { page, edition, state, .. } = *cell;
    Lack { position: position.unwrap_or(usize::MAX), language, page, edition, state, instead, changed }
}

/// Why it is a lack: `3 blocks changed`, `en is shown`.
pub fn reason(lack: &Lack) -> String {
    match (lack.state, lack.instead) {
        (State::Stale, _) if lack.changed == 1 => "stale, 1 block changed".to_owned(),
        (State::Stale, _) => format!("stale, {} blocks changed", lack.changed),
        (State::Fallback, Some(shown)) => format!("fallback, `{shown}` is shown"),
        (state, _) => state.as_str().to_owned(),
    }
}

fn said(overview: &Overview<'_>, lack: &Lack, at: &[PlaceIx]) -> String {
    let page = &overview.catalog.pages.get(lack.page).id;
    let edition = if lack.edition == Edition::EasyRead { " (easy-read)" } else { "" };
    let places = places(overview, lack.language, at);
    format!("{}  {page}{edition}: {}; {places}", lack.language, reason(lack))
}

/// The names of places, or that it is all of those that publish a language.
pub fn places(overview: &Overview<'_>, language: Language, places: &[PlaceIx]) -> String {
    let all = overview.resolved.trees.iter().filter(|tree| tree.language == language).count();
    if places.len() == all && all > 1 {
        return format!("in all {all} places");
    }
    let ids: Vec<&str> = places.iter().map(|place| overview.catalog.places.get(*place).id.as_str()).collect();
    format!("in {}", ids.join(", "))
}
