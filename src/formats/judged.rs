//! Turns what is made of templates and texts into what the accessibility rules say of it: each piece where it is made,
//! once, not each page.
//!
//! What is found depends on the piece alone, so that an edit finds what a clean build finds.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::Renderer;
use crate::audit;
use crate::diag::Finding;
use crate::load::Hash;
use crate::plan::ChromeKey;
use crate::theme::SlotValues;

impl Renderer<'_> {
    /// Judges a part or the main content of a page; `path` is the page's address, where it is of one.
    pub(super) fn judge(&self, html: &str, path: &str) {
        if audit::is_plain(html) || (path.is_empty() && !self.is_first(html)) {
            return;
        }
        self.found(audit::faults_of_piece(html), path);
    }

    /// Judges the main content of a page that is a text.
    pub(super) fn judge_text(&self, html: &str, path: &str) {
        if audit::has_something_empty(html) {
            self.judge(html, path);
        }
    }

    /// Judges a whole page.
    pub fn judge_page(&self, html: &str, path: &str) {
        self.found(audit::faults_of_page(html), path);
    }

    /// Judges skeletons: one of each kind, each language and each set of flags.
    pub fn judge_skeletons(&self) {
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
        keys.into_par_iter().for_each(|key| {
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
            self.judge_page(&html, "");
        });
    }

    /// Whether no part like this was judged yet.
    fn is_first(&self, html: &str) -> bool {
        self.judged.lock().unwrap_or_else(PoisonError::into_inner).insert(Hash::of(html.as_bytes()))
    }

    fn found(&self, faults: Vec<(&'static audit::Rule, audit::Fault)>, path: &str) {
        if faults.is_empty() {
            return;
        }
        let whose = if path.is_empty() { "the theme: ".to_owned() } else { format!("on the page `{path}`: ") };
        let mut known = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        known.extend(faults.into_iter().map(|(rule, fault)| (path.to_owned(), fault.finding(rule, &whose))));
    }

    /// What was found so far, with the addresses of pages.
    pub fn faults(&self) -> Vec<(String, Finding)> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
