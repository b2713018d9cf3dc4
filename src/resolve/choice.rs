//! Turns the files of a page into the one that a reader sees: locality before language, and why.

use super::{Drafts, Moment, Tree};
use crate::catalog::{Catalog, DocIx, Level, PageIx, PlaceIx};
use crate::model::{Edition, FrontMatter, Language, Untranslated};

/// The document that a tree shows for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub doc: DocIx,
    pub level: Level,
    /// The language it is written in; the tree's own unless it is a fallback.
    pub language: Language,
    /// False for a page that only says "not available here".
    pub available: bool,
}

/// A file that could be shown, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub doc: DocIx,
    pub level: Level,
    pub language: Language,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Good,
    Draft,
    /// `publish_from` lies ahead.
    NotYet,
    /// `publish_until` has passed.
    NoLonger,
    OtherNation,
    OtherLocality,
    /// It is a fallback, and untranslated pages are hidden here.
    Untranslated,
}

pub struct Chooser<'a> {
    pub catalog: &'a Catalog,
    pub tree: Tree,
    pub moment: Moment,
    /// The tree's language, then its fallbacks.
    pub chain: &'a [Language],
}

impl Chooser<'_> {
    /// The first good candidate. The nearest level that has any wins; then the order of languages.
    pub fn choose(&self, page: PageIx, edition: Edition) -> Option<Choice> {
        self.candidates(page, edition).find(|candidate| candidate.verdict == Verdict::Good).map(|candidate| Choice {
            doc: candidate.doc,
            level: candidate.level,
            language: candidate.language,
            available: self.catalog.document(candidate.doc).front.available,
        })
    }

    /// Every file of the page that the reader's levels and languages hold, the best first.
    pub fn candidates(&self, page: PageIx, edition: Edition) -> impl Iterator<Item = Candidate> {
        let entry = self.catalog.pages.get(page);
        Level::chain(&self.catalog.places, self.tree.place).flat_map(move |level| {
            self.chain.iter().filter_map(move |&language| {
                let doc = entry.version(edition, level, language)?;
                Some(Candidate { doc, level, language, verdict: self.verdict(page, doc, language) })
            })
        })
    }

    fn verdict(&self, page: PageIx, doc: DocIx, language: Language) -> Verdict {
        let front = &self.catalog.document(doc).front;
        if let Some(verdict) = published(front, self.moment) {
            return verdict;
        }
        let place = self.tree.place;
        let find = |id: &crate::model::LocalityId| self.catalog.places.find(id.as_str());
        let nation = self.catalog.places.nation(place);
        if nation.is_some() && !front.nations.is_empty() && !front.nations.iter().any(|id| find(id) == nation) {
            return Verdict::OtherNation;
        }
        let inside = |id| find(id).is_some_and(|outer| self.catalog.places.contains(outer, place));
        if !front.localities.is_empty() && !front.localities.iter().any(inside) {
            return Verdict::OtherLocality;
        }
        if language != self.tree.language && self.untranslated(page) == Untranslated::Hide {
            return Verdict::Untranslated;
        }
        Verdict::Good
    }

    /// What this tree does with untranslated pages: the nearest section's index page that says so, or the portal.
    fn untranslated(&self, page: PageIx) -> Untranslated {
        let sections = std::iter::successors(Some(page), |&at| self.catalog.pages.get(at).section);
        let said = sections.into_iter().find_map(|at| {
            let versions = &self.catalog.pages.get(at).versions;
            versions.values().find_map(|&doc| self.catalog.document(doc).front.untranslated)
        });
        said.unwrap_or(self.catalog.portal.untranslated)
    }
}

/// All candidates of a page in a tree, for `explain`.
pub fn candidates(catalog: &Catalog, tree: Tree, moment: Moment, page: (PageIx, Edition)) -> Vec<Candidate> {
    let chain = catalog.chain(tree.place, tree.language);
    Chooser { catalog, tree, moment, chain: &chain }.candidates(page.0, page.1).collect()
}

/// Why a page is not out on this day; none if it is.
pub fn published(front: &FrontMatter, moment: Moment) -> Option<Verdict> {
    if front.draft && moment.drafts == Drafts::Hidden {
        return Some(Verdict::Draft);
    }
    if front.publish_from.is_some_and(|from| moment.day < from) {
        return Some(Verdict::NotYet);
    }
    front.publish_until.is_some_and(|until| until < moment.day).then_some(Verdict::NoLonger)
}

/// How far up a choice was found: 0 in the place's own overlay, more for its ancestors, most for the portal's own.
pub fn nearness(catalog: &Catalog, place: PlaceIx, choice: Choice) -> usize {
    Level::chain(&catalog.places, place)
        .position(|level| level == choice.level)
        .expect("a choice was found on the chain of its place")
}
