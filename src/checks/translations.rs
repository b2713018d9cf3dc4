//! Turns translations and editions into findings where they are stale, missing or belong to another text.

use super::reach::Reach;
use crate::diag::{Code, Finding, Place, Step};
use crate::model::Edition;
use crate::plan::World;
use crate::resolve::{Verdict, candidates};

/// T001: the source of a translation has changed since.
pub fn stale(world: &World<'_>) -> Vec<Finding> {
    let found = world.stale.all().map(|(doc, stale)| {
        let document = world.catalog.document(doc);
        let source = &world.catalog.document(stale.source).path;
        let blocks = if stale.changed == 1 { "1 block".to_owned() } else { format!("{} blocks", stale.changed) };
        let place = Place::key(&document.path, [Step::from("translation"), Step::from("of")]);
        Finding::new(Code::StaleTranslation, format!("{blocks} of `{source}` changed since this was translated"))
            .at(place)
            .help("bring the translation up to date; readers see a notice until then")
    });
    found.collect()
}

/// T006 and T007: an easy-read page that stands alone, or is not used because a nearer standard page wins.
pub fn editions(world: &World<'_>) -> Vec<Finding> {
    let mut reach = Reach::default();
    for tree in world.resolved.all() {
        let at = world.tree(tree);
        for page in world.catalog.pages.all() {
            if world.resolved.choice(tree, page, Edition::EasyRead).is_some() {
                continue;
            }
            let easy = candidates(world.catalog, at, world.moment, (page, Edition::EasyRead));
            let Some(best) = easy.iter().find(|candidate| candidate.verdict == Verdict::Good) else { continue };
            let place = Place::file(&world.catalog.document(best.doc).path);
            match world.shown(tree, page, Edition::Standard) {
                Some((choice, standard)) if choice.available && choice.level != best.level => {
                    let message =
                        format!("this easy-read page is not used beside `{}`, which is nearer", standard.path);
                    let help = "write an easy-read page beside that one: the two must say the same";
                    reach.add(Finding::new(Code::EasyReadFar, message).at(place).help(help));
                }
                _ => {}
            }
        }
    }
    let mut findings = reach.findings();
    findings.extend(alone(world));
    findings
}

fn alone(world: &World<'_>) -> Vec<Finding> {
    let pages = world.catalog.pages.all().map(|page| world.catalog.pages.get(page));
    let without = pages.filter(|entry| !entry.versions.keys().any(|(edition, _, _)| *edition == Edition::Standard));
    without
        .flat_map(|entry| entry.versions.values())
        .map(|&doc| {
            let document = world.catalog.document(doc);
            Finding::new(Code::EasyReadAlone, format!("`{}` has an easy-read page and no standard page", document.page))
                .at(Place::file(&document.path))
                .help("add the standard page, or correct the file's name")
        })
        .collect()
}

/// T008: a service without a name or summary in a language of a place that it serves.
pub fn records(world: &World<'_>) -> Vec<Finding> {
    let base = crate::plan::directory::base_language(world.catalog);
    let mut reach = Reach::default();
    for tree in world.resolved.all() {
        let language = world.tree(tree).language;
        if language == base {
            continue;
        }
        for here in world.directory.of(tree).iter() {
            let text = here.entry.parsed.service.translations.get(&language);
            // Where nothing is translated the portal's policy for untranslated pages applies, as it does to pages.
            let Some(text) = text else { continue };
            for (key, missing) in [("name", text.name.is_none()), ("summary", text.summary.is_none())] {
                if missing {
                    let place = Place::key(&here.entry.place.file, ["in".into(), language.as_str().into()]);
                    let message = format!("the service has no `{key}` in `{language}`");
                    let help = "a service counts as translated when its name and summary are";
                    reach.add(Finding::new(Code::NotTranslated, message).at(place).help(help));
                }
            }
        }
    }
    reach.findings()
}
