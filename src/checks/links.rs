//! Turns links into findings where a variant has no such page, anchor or service.

use super::reach::{Reach, Shown, in_every_tree};
use crate::catalog::PageIx;
use crate::diag::{Code, Finding, Place, nearest};
use crate::model::Edition;
use crate::parse::Document;
use crate::parse::content::{Link, LinkTarget, Value};
use crate::plan::World;
use crate::resolve::TreeIx;
use crate::resolve::scope::{Visible, visible};

/// L002 and L003: every link of every page, in every tree that shows the page. A link inside a condition that does not
/// hold is not there.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    in_every_tree(world, |tree, Shown { doc, document }, reach| {
        let Some(content) = document.content() else { return };
        let conditions = !content.blocks.is_empty();
        let visible = conditions.then(|| visible(world.catalog, world.tree(tree), content));
        let sees = |of: fn(&Visible) -> &Vec<bool>, number: usize| visible.as_ref().is_none_or(|all| of(all)[number]);
        for (number, link) in content.links.iter().enumerate() {
            if sees(|visible| &visible.links, number) {
                let target = world.catalog.pages.scoped(doc).and_then(|scoped| scoped.links[number]);
                one(world, tree, (document, target, link), reach);
            }
        }
        for (number, hole) in content.values.iter().enumerate() {
            if let Value::Service(id, _) = &hole.value
                && sees(|visible| &visible.values, number)
                && world.catalog.services.contains(id)
                && world.directory.find(tree, id).is_none()
            {
                let place = Place::bytes(&document.path, hole.span.clone());
                reach.add(not_here(&format!("the service `{id}`"), place));
            }
        }
    })
}

fn one(
    world: &World<'_>,
    tree: TreeIx,
    (document, target, link): (&Document, Option<PageIx>, &Link),
    reach: &mut Reach,
) {
    let place = || Place::bytes(&document.path, link.span.clone());
    match &link.target {
        LinkTarget::Page(id, anchor) => {
            let Some(page) = target else { return };
            match world.shown(tree, page, Edition::Standard) {
                None => reach.add(not_here(&format!("the page `/{id}`"), place())),
                Some((_, shown)) => {
                    if let Some(anchor) = anchor {
                        reach_anchor(shown, anchor, place(), reach);
                    }
                }
            }
        }
        LinkTarget::Service(id) => {
            if world.catalog.services.contains(id) && world.directory.find(tree, id).is_none() {
                reach.add(not_here(&format!("the service `{id}`"), place()));
            }
        }
        LinkTarget::Anchor(anchor) => reach_anchor(document, anchor, place(), reach),
        LinkTarget::Static(_) | LinkTarget::External(_) | LinkTarget::Refused => {}
    }
}

fn reach_anchor(shown: &Document, anchor: &str, place: Place, reach: &mut Reach) {
    let known = || shown.anchors.iter().map(AsRef::as_ref);
    if known().any(|known| known == anchor) {
        return;
    }
    let message = format!("the link leads to `#{anchor}`, which is not in `{}`", shown.path);
    let help = match nearest(anchor, known()) {
        Some(near) => format!("did you mean `#{near}`?"),
        None => format!("write `{{#{anchor}}}` after the heading it leads to, in every language"),
    };
    reach.add(Finding::new(Code::UnknownAnchor, message).at(place).help(help));
}

fn not_here(what: &str, place: Place) -> Finding {
    Finding::new(Code::LinkNotHere, format!("some readers of this page do not have {what}"))
        .at(place)
        .help("put the link in an `:::only` block for the places that have it, or lead to a page that all have")
}
