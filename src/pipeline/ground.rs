//! Turns a catalog into what all of its pages stand on: words, theme, images and choices, then the world that is planned.

use std::sync::OnceLock;

use super::Extent;
use super::report::Clock;
use crate::catalog::{Catalog, PageIx};
use crate::config::Portal;
use crate::diag::{Diagnosed, Finding};
use crate::load::Sources;
use crate::model::Route;
use crate::plan::directory::Directory;
use crate::plan::prints::Prints;
use crate::plan::search::Findable;
use crate::plan::{self, Assets, Hosts, ImagePlan, Plan, Postcodes, Times, World};
use crate::resolve::{Moment, Resolved, StaleTranslations, Words, resolve};
use crate::theme::Theme;

/// What an edit of a page's text does not change.
pub struct Ground {
    pub words: Words,
    pub theme: Theme,
    pub images: Vec<ImagePlan>,
    pub resolved: Resolved,
    pub moment: Moment,
    pub postcodes: Postcodes,
}

impl Ground {
    /// None where the theme cannot be used at all. What is wrong with interface strings is not looked for again where
    /// they are as they were.
    pub fn lay(
        catalog: &Catalog,
        (sources, moment, extent): (&Sources, Moment, &Extent),
        (findings, clock): (&mut Vec<Finding>, &mut Clock),
    ) -> Option<Self> {
        let portal = &catalog.portal;
        let words = clock.time("words", || words(portal, sources, extent)).take(findings);
        let theme = clock.time("theme", || Theme::build(sources, &portal.theme, &portal.colours)).take(findings);
        let images = plan::images(catalog, sources).take(findings);
        let postcodes = Postcodes::read(sources).take(findings);
        let theme = theme?;
        let resolved = clock.time("resolve", || resolve(catalog, moment));
        Some(Self { words, theme, images, resolved, moment, postcodes })
    }

    /// All that views are built from.
    pub fn world<'a>(&'a self, catalog: &'a Catalog) -> World<'a> {
        World {
            catalog,
            words: &self.words,
            resolved: &self.resolved,
            moment: self.moment,
            findable: Findable::new(catalog),
            directory: Directory::new(catalog, &self.resolved, &self.words),
            strings: catalog.portal.languages.iter().map(|&language| (language, OnceLock::new())).collect(),
            assets: assets(&self.theme, catalog, &self.images),
            hosts: Hosts::build(catalog),
            times: Times::new(catalog),
            postcodes: &self.postcodes,
            stale: StaleTranslations::find(catalog),
            prints: Prints::build(catalog, &self.resolved),
        }
    }
}

pub fn plan(world: &World<'_>, extent: &Extent, findings: &mut Vec<Finding>) -> Plan {
    match extent {
        Extent::Whole => plan::plan(world).take(findings),
        Extent::Pages(edit) => {
            let known: Vec<PageIx> = edit.pages.iter().filter_map(|page| world.catalog.pages.find(page)).collect();
            plan::plan_edit(world, known, &edit.files)
        }
    }
}

fn words(portal: &Portal, sources: &Sources, extent: &Extent) -> Diagnosed<Words> {
    match extent {
        Extent::Whole => Words::build(sources, &portal.languages, &portal.fallback),
        Extent::Pages(_) => Diagnosed::clean(Words::known(sources, &portal.languages, &portal.fallback)),
    }
}

/// The addresses of the theme's files and of the portal's images.
fn assets(theme: &Theme, catalog: &Catalog, images: &[ImagePlan]) -> Assets {
    let route = |name: &str| theme.asset(name).map(|path| Route::root().under(path));
    Assets {
        stylesheet: route("site.css").unwrap_or_default(),
        icon: route("favicon.svg"),
        plain_icon: route("plain.svg"),
        script: route("site.js"),
        search: route("search.js"),
        scripts: plan::SCRIPTS.iter().filter_map(|&(name, _)| Some((name, route(name)?))).collect(),
        logo: catalog.portal.logo.as_ref().map(|logo| Route::root().under(logo)),
        images: images.iter().map(|image| (image.source.clone(), image.asset.clone())).collect(),
    }
}
