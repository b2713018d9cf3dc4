//! Turns facts into findings where they have run out, or do not fit the nation that shows them.

use super::reach::{Reach, Shown, documents, of_trees};
use crate::diag::{Code, Finding, Place};
use crate::model::{Fact, FactId};
use crate::parse::Content;
use crate::parse::content::{Value, ValueHole};
use crate::plan::World;
use crate::resolve::scope::visible;
use crate::resolve::services::{about, service};
use crate::resolve::{Tree, TreeIx, facts};

/// F002, F003 and F004: each fact where a page or the text of a service uses it.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    of_trees(world, |tree, reach| {
        documents(world, tree, |Shown { document, .. }| {
            let Some(content) = document.content() else { return };
            in_text(world, tree, (content, &|hole| Place::bytes(&document.path, hole.span.clone())), reach);
        });
        let at = world.tree(tree);
        for id in world.catalog.services.ids() {
            let Some((_, entry)) = service(world.catalog, at.place, id) else { continue };
            let Some((language, content)) = about(world.catalog, at, entry) else { continue };
            in_text(world, tree, (content, &|_| entry.about_place(language)), reach);
        }
    })
}

/// A text, and where each of its values stands.
type Text<'a> = (&'a Content, &'a dyn Fn(&ValueHole) -> Place);

fn in_text(world: &World<'_>, tree: TreeIx, (content, place): Text<'_>, reach: &mut Reach) {
    if content.values.is_empty() {
        return;
    }
    let tree = world.tree(tree);
    let visible = visible(world.catalog, tree, content);
    for (hole, _) in content.values.iter().zip(visible.values).filter(|(_, visible)| *visible) {
        if let Value::Fact(id) = &hole.value {
            one(world, tree, id, place(hole)).into_iter().for_each(|finding| reach.add(finding));
        }
    }
}

/// What is wrong with a fact that a page uses at `place`.
fn one(world: &World<'_>, tree: Tree, id: &FactId, place: Place) -> Vec<Finding> {
    let Some(here) = facts::fact(world.catalog, tree.place, id, world.moment.day) else {
        if !world.catalog.facts.contains(id) {
            return Vec::new();
        }
        let message = format!("the fact `{id}` belongs to another place than some readers of this page");
        let help = "add it to the portal's own `facts.yaml`, or put it in an `:::only` block";
        return vec![Finding::new(Code::FactNation, message).at(place).help(help)];
    };
    let mut findings = Vec::new();
    let fact = &here.fact.value;
    let nation = world.catalog.places.nation(tree.place).map(|nation| &world.catalog.places.get(nation).id);
    if let Some(nation) = nation.filter(|nation| !fact.nations.is_empty() && !fact.nations.contains(nation)) {
        let message = format!("the fact `{id}` is not true in `{nation}`, where this page is shown");
        let help = "put it in an `:::only nations=...` block";
        findings.push(Finding::new(Code::FactNation, message).at(place).help(help));
    }
    if here.value.is_none() {
        findings.push(without_value(world, id, fact, here.fact.place.clone()));
    }
    findings
}

/// A fact that pages use and that has no value today. Readers see that it is being checked.
fn without_value(world: &World<'_>, id: &FactId, fact: &Fact, place: Place) -> Finding {
    let day = world.moment.day;
    let what = fact.what.get(world.catalog.portal.languages.iter().copied()).map_or(id.as_str(), |(what, _)| what);
    let last = fact.values.iter().filter_map(|value| value.until).filter(|until| *until < day).max();
    let help = format!("look it up at {} and add the new value with its `from`", fact.source);
    match last {
        Some(until) => {
            let message = format!("the {what} ran out on {}", until.strftime("%-d %B %Y"));
            Finding::new(Code::FactRanOut, message).at(place).help(help)
        }
        None => Finding::new(Code::FactNotYet, format!("the {what} has no value on {}", day.strftime("%-d %B %Y")))
            .at(place)
            .help(help),
    }
}
