//! Turns what is made of templates and texts into what the accessibility rules say of it: each piece where it is made,
//! once, not each page.
//!
//! What is found depends on the piece alone, so that an edit finds what a clean build finds.

use std::collections::{BTreeSet, HashSet};

use super::Renderer;
use crate::audit;
use crate::diag::Finding;
use crate::load::Hash;
use crate::plan::ChromeKey;
use crate::theme::SlotValues;

/// What was found, with the address of its page; without one it is of the theme.
pub type Fault = (String, Finding);

/// What one thread has judged so far.
#[derive(Debug, Default)]
pub struct Judge {
    /// Parts that many pages share.
    seen: HashSet<Hash>,
    faults: Vec<Fault>,
}

impl Judge {
    /// Judges a part that pages share.
    pub(super) fn part(&mut self, html: &str) {
        if !audit::is_plain(html) && self.seen.insert(Hash::of(html.as_bytes())) {
            self.faults.extend(placed(audit::faults_of_piece(html), ""));
        }
    }

    /// Judges the main content of the page at an address.
    pub(super) fn body(&mut self, html: &str, path: &str) {
        if !audit::is_plain(html) {
            self.faults.extend(placed(audit::faults_of_piece(html), path));
        }
    }

    /// Judges the main content of a page that is a text.
    pub(super) fn text(&mut self, html: &str, path: &str) {
        if audit::has_something_empty(html) {
            self.body(html, path);
        }
    }

    /// What was found since this was last asked.
    pub fn take(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.faults)
    }
}

/// Judges a whole page.
pub fn judge_page(html: &str, path: &str) -> impl Iterator<Item = Fault> + use<> {
    placed(audit::faults_of_page(html), path)
}

fn placed(faults: Vec<(&'static audit::Rule, audit::Fault)>, path: &str) -> impl Iterator<Item = Fault> + use<> {
    let whose = if path.is_empty() { "the theme: ".to_owned() } else { format!("on the page `{path}`: ") };
    let path = path.to_owned();
    faults.into_iter().map(move |(rule, fault)| (path.clone(), fault.finding(rule, &whose)))
}

impl Renderer<'_> {
    /// Judges skeletons: one of each kind, each language and each set of flags.
    pub fn judge_skeletons(&self) -> Vec<Fault> {
        use rayon::prelude::*;
        let (mut kinds, mut languages, mut flags) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let keys: Vec<&ChromeKey> = self
            .skeletons
            .keys()
            .filter(|key| {
                let language = self.world.tree(key.tree).language;
                let news = [kinds.insert(key.kind), languages.insert(language), flags.insert((key.foreign, key.flags))];
                news.contains(&true)
            })
            .collect();
        keys.into_par_iter().flat_map_iter(|key| self.judge_skeleton(key)).collect()
    }

    fn judge_skeleton(&self, key: &ChromeKey) -> impl Iterator<Item = Fault> + use<> {
        let mut html = String::new();
        let values = SlotValues {
            title: "Title",
            description: "Description",
            canonical: "https://example.org/",
            root: "./",
            site: "./",
            body: "<h1>Title</h1><p>Text</p>",
            ..SlotValues::default()
        };
        self.skeletons[key].fill(&values, &mut html);
        judge_page(&html, "")
    }
}
