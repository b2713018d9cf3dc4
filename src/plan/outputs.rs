//! Turns the plan's addresses into a check that no two outputs share one.

use std::collections::BTreeSet;

use super::{Planned, Redirect, World};
use crate::diag::{Code, Finding, Place};
use crate::model::Language;

/// Counts the outputs, and reports every address that two of them would have. Addresses below a language are the same
/// in every locality, so they are compared once a language.
pub fn check(world: &World<'_>, leaves: &[Planned], redirects: &[Redirect], findings: &mut Vec<Finding>) -> usize {
    let mut count = redirects.len();
    let mut taken: BTreeSet<(Language, String)> = BTreeSet::new();
    for planned in leaves {
        count += planned.present.len();
        let languages: BTreeSet<Language> =
            planned.present.iter().map(|(tree, _)| world.tree(*tree).language).collect();
        taken.extend(languages.into_iter().map(|language| (language, planned.leaf.path(world, language))));
    }
    for redirect in redirects {
        let tree = world.tree(redirect.tree);
        let below = redirect.from.without(world.route(redirect.tree));
        if taken.contains(&(tree.language, below.as_str().to_owned())) {
            findings.push(
                Finding::new(Code::AddressCollision, format!("the former address `{below}` is that of another page"))
                    .at(redirect.place.clone())
                    .help("remove it here, or give the other page another address"),
            );
        }
    }
    statics(world, findings);
    count + world.catalog.statics.len()
}

/// Files of `content/static/` lie at the front of the host, beside the languages and localities.
fn statics(world: &World<'_>, findings: &mut Vec<Finding>) {
    let catalog = world.catalog;
    let own = [
        "index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "_headers",
        "_redirects",
        ".htaccess",
        "staticwebapp.config.json",
        "assets",
        "search",
        "print",
        "oruk",
    ];
    for file in &catalog.statics {
        let first = file.split('/').next().unwrap_or(file);
        let language = catalog.portal.languages.iter().any(|language| language.as_str() == first);
        let place = catalog.places.find(first).is_some();
        if own.contains(&first) || language || place {
            let path = format!("content/static/{file}").into();
            findings.push(
                Finding::new(Code::AddressCollision, format!("`{file}` would lie where the portal's own `{first}` is"))
                    .at(Place::file(&path))
                    .help("give the file or its folder another name"),
            );
        }
    }
}
