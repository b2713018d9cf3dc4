//! Turns what home pages choose into findings where it has no effect, or leads some readers nowhere.

use super::reach::{Reach, in_every_tree};
use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Edition, PageId};
use crate::parse::Document;
use crate::plan::World;
use crate::resolve::TreeIx;

/// Q007 and Q008: `home` of every page.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = world.catalog.documents.iter().filter_map(elsewhere).collect();
    findings.extend(in_every_tree(world, |tree, shown, reach| {
        let is_home = shown.document.page.is_home() && shown.document.edition == Edition::Standard;
        if let (true, Some(home)) = (is_home, &shown.document.front.home) {
            for (key, pages) in [("start", &home.start), ("sections", &home.sections)] {
                for (position, page) in pages.iter().enumerate() {
                    not_here(world, (tree, shown.document), (&[key.into(), position.into()], page), reach);
                }
            }
            if let Some(page) = &home.urgent {
                not_here(world, (tree, shown.document), (&["urgent".into()], page), reach);
            }
        }
    }));
    findings
}

fn elsewhere(document: &Document) -> Option<Finding> {
    let is_home = document.page.is_home() && document.edition == Edition::Standard;
    let finding = Finding::new(Code::HomeElsewhere, "this is not the home page, so its `home` has no effect")
        .at(Place::key(&document.path, [Step::from("home")]))
        .help("move it to `content/pages/index.LANGUAGE.md`, or to the home page of a place");
    (!is_home && document.front.home.is_some()).then_some(finding)
}

fn not_here(
    world: &World<'_>,
    (tree, document): (TreeIx, &Document),
    (steps, page): (&[Step], &PageId),
    reach: &mut Reach,
) {
    let Some(known) = world.catalog.pages.find(page) else { return };
    if world.resolved.choice(tree, known, Edition::Standard).is_none() {
        let at = Place::key(&document.path, [&["home".into()], steps].concat());
        let help = "name a page that all of them have, or write a home page for those places";
        let message = format!("some readers of this home page do not have `{page}`, so it is left out for them");
        reach.add(Finding::new(Code::HomeNotHere, message).at(at).help(help));
    }
}
