//! Turns the plan's addresses into a check that no two outputs share one.

use std::collections::BTreeSet;

use super::{Planned, Redirect, World};
use crate::diag::{Code, Finding, Place};
use crate::model::Language;

/// Counts the outputs, and reports every address that two of them would have. Addresses below a language are the same
/// in every locality, so they are compared once a language.
pub fn check(world: &World<'_>, leaves: &[Planned], redirects: &[Redirect], findings: &mut Vec<Finding>) -> usize {
    former(world, leaves, redirects, findings);
    statics(world, findings);
    let pages: usize = leaves.iter().map(|planned| planned.present.len()).sum();
    redirects.len() + pages + world.catalog.statics.len()
}

/// Former addresses are few, and are looked for among those of all pages.
fn former(world: &World<'_>, leaves: &[Planned], redirects: &[Redirect], findings: &mut Vec<Finding>) {
    if redirects.is_empty() {
        return;
    }
    let address = |redirect: &Redirect| {
        let below = redirect.from.without(world.route(redirect.tree));
        (world.tree(redirect.tree).language, below.as_str().to_owned())
    };
    let former: BTreeSet<(Language, String)> = redirects.iter().map(address).collect();
    let mut taken = BTreeSet::new();
    for planned in leaves {
        let languages: BTreeSet<Language> =
            planned.present.iter().map(|(tree, _)| world.tree(*tree).language).collect();
        let addresses = languages.into_iter().map(|language| (language, planned.leaf.path(world, language)));
        taken.extend(addresses.filter(|address| former.contains(address)));
    }
    for redirect in redirects {
        let address = address(redirect);
        if taken.contains(&address) {
            let below = address.1;
            findings.push(
                Finding::new(Code::AddressCollision, format!("the former address `{below}` is that of another page"))
                    .at(redirect.place.clone())
                    .help("remove it here, or give the other page another address"),
            );
        }
    }
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
