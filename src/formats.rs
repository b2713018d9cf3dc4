//! Turns views into the bytes of outputs: one file for each format.

mod pages;
mod judged;
mod parts;
mod alike;
mod body;
mod calendar;
mod text;
mod alone;
mod leaflets;
mod image;
mod sitemap;
pub mod search;
mod host_files;
#[cfg(feature = "prints")]
mod print;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::diag::Finding;
use crate::model::Language;
use crate::plan::{ChromeKey, World, chrome};
use crate::theme::{Skeleton, Theme, html};

pub use alone::{chooser, redirect};
pub use calendar::calendar_of;
pub use host_files::{CONTENT_SECURITY_POLICY, host_files, robots};
pub use image::image;
pub use judged::{Fault, judge_page};
pub use leaflets::{Finished, MadePrint, TRACES, short_address, traces};
pub use pages::{Made, Output, pages};
pub use parts::Parts;
#[cfg(feature = "prints")]
pub use print::{LEAFLETS_REMEMBERED, Pictures, Press, Pressed, Typefaces, forget, lacking, scripts};
pub use sitemap::sitemaps;

/// What every page is rendered with: the theme and its skeletons, complete before the first page.
#[derive(Debug)]
pub struct Renderer<'w> {
    pub world: &'w World<'w>,
    pub theme: &'w Theme,
    skeletons: BTreeMap<ChromeKey, Skeleton>,
    /// The interface's words in texts, by language; looked up for the first text.
    words: BTreeMap<Language, OnceLock<html::Words>>,
    /// Complete before the pages that name prints.
    finished: Finished,
}

impl<'w> Renderer<'w> {
    /// Renders the skeleton of each chrome once.
    ///
    /// # Errors
    /// Mistakes in the layout, each once.
    pub fn new(
        world: &'w World<'w>,
        theme: &'w Theme,
        chromes: impl IntoIterator<Item = ChromeKey>,
    ) -> Result<Self, Vec<Finding>> {
        use rayon::prelude::*;
        let rendered: Vec<_> = alike(world, chromes)
            .into_par_iter()
            .flat_map_iter(|keys| {
                let mut moulds = theme.moulds();
                keys.into_iter().map(move |key| (key, moulds.skeleton(chrome::chrome(world, key))))
            })
            .collect();
        let mut skeletons = BTreeMap::new();
        let mut findings = Vec::new();
        for (key, skeleton) in rendered {
            match skeleton {
                Ok(skeleton) => {
                    skeletons.insert(key, skeleton);
                }
                Err(finding) => {
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }
            }
        }
        let languages = world.catalog.portal.languages.iter();
        let words = languages.map(|&language| (language, OnceLock::new())).collect();
        if findings.is_empty() {
            Ok(Self { world, theme, skeletons, words, finished: Finished::default() })
        } else {
            Err(findings)
        }
    }

    /// The same, with what is known of prints.
    #[must_use]
    pub fn with(self, finished: Finished) -> Self {
        Self { finished, ..self }
    }

    pub fn finished(&self) -> &Finished {
        &self.finished
    }

    fn words(&self, language: Language) -> &html::Words {
        self.words[&language].get_or_init(|| text::words(self.world, language))
    }

    fn skeleton(&self, key: &ChromeKey) -> &Skeleton {
        self.skeletons.get(key).expect("a skeleton was rendered for every chrome of the plan")
    }
}

/// The chromes in lists of those that differ in their localities alone, as far as that is known before they are made.
fn alike(world: &World<'_>, chromes: impl IntoIterator<Item = ChromeKey>) -> Vec<Vec<ChromeKey>> {
    let mut alike: BTreeMap<_, Vec<ChromeKey>> = BTreeMap::new();
    for key in chromes {
        let ChromeKey { tree, kind, foreign, flags } = key;
        alike.entry((world.tree(tree).language, kind, foreign, flags)).or_default().push(key);
    }
    alike.into_values().collect()
}
