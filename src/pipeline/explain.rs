//! Turns a page or an address into the story of how each variant came to its text.

use super::open::{Opened, open};
use super::{Failure, Options, Report};
use crate::catalog::{Catalog, DocIx, Level, PageIx};
use crate::diag::nearest;
use crate::io::Files;
use crate::model::{Edition, PageId, StandingPage};
use crate::parse::content::Value;
use crate::resolve::{Moment, Resolved, Tree, TreeIx, Verdict, candidates, facts, page_route, resolve, staleness};

/// What `explain` tells: paragraphs of plain lines, the same for a person and a test.
#[derive(Debug)]
pub struct Explanation {
    pub lines: Vec<String>,
    /// What is wrong with the portal as far as it was read.
    pub report: Report,
}

/// Says which source won on each axis for a page or an address, and why; which facts it uses; why it is not there.
///
/// # Errors
/// What the disk does, and a subject that names nothing.
pub fn explain(files: &dyn Files, options: &Options, subject: &str) -> Result<Explanation, Failure> {
    let Opened { catalog, moment, report } = open(files, options)?;
    let Some(catalog) = catalog else { return Ok(Explanation { lines: Vec::new(), report }) };
    let teller = Teller { catalog: &catalog, resolved: &resolve(&catalog, moment), moment };
    let lines = teller.tell(subject)?;
    Ok(Explanation { lines, report })
}

/// What a page that the program makes is made from.
fn of_standing(page: StandingPage) -> &'static [&'static str] {
    match page {
        StandingPage::AccessibilityStatement => &[
            "made by the program from content/audits.yaml, and from `known_issues` and `statement` in content/portal.yaml",
            "also from: the contact and nation of the place, the name of the publisher, the words in locales/",
        ],
        StandingPage::Privacy => &[
            "made by the program from what the place has: a search, a shortlist, a finder, sensitive pages",
            "also from: the name of the publisher, the words in locales/",
        ],
        StandingPage::RecentChanges => &[
            "made by the program from the dates of pages (`reviewed`, `publish_from`, `translation`) and services (`checked`)",
            "not there where nothing of that is within a year",
        ],
        StandingPage::SiteMap => &["made by the program from the titles of all pages, by section"],
    }
}

struct Teller<'a> {
    catalog: &'a Catalog,
    resolved: &'a Resolved,
    moment: Moment,
}

impl Teller<'_> {
    fn tell(&self, subject: &str) -> Result<Vec<String>, Failure> {
        let bare =
            subject.strip_prefix(&self.catalog.portal.base_url.url(&crate::model::Route::root())).unwrap_or(subject);
        let bare = bare.trim_matches('/');
        // What is no id may still be an address.
        if let Ok(id) = PageId::new(if bare.is_empty() { PageId::HOME } else { bare })
            && let Some(page) = self.catalog.pages.find(&id)
        {
            return Ok(self.page(page));
        }
        if let Some(page) = StandingPage::find(bare) {
            return Ok(self.standing(page, self.resolved.all().collect()));
        }
        let address = format!("{bare}/");
        for ix in self.resolved.all() {
            let below = address.strip_prefix(self.resolved.route(ix).as_str()).map(|below| below.trim_end_matches('/'));
            if let Some(page) = below.and_then(StandingPage::find) {
                return Ok(self.standing(page, vec![ix]));
            }
        }
        for tree in &self.resolved.trees {
            for page in self.catalog.pages.all() {
                for edition in Edition::ALL {
                    if page_route(self.catalog, *tree, page, edition).as_str() == address {
                        return Ok(self.variant(*tree, page, edition));
                    }
                }
            }
        }
        let help = nearest(bare, self.catalog.pages.ids()).map_or_else(
            || "name a page as in a link (`money/carers-allowance`) or by its address".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Err(Failure::Usage { message: format!("no page has the id or address `{subject}`"), help })
    }

    /// A page that the program makes in some trees.
    fn standing(&self, page: StandingPage, trees: Vec<TreeIx>) -> Vec<String> {
        let mut lines = Vec::new();
        for ix in trees {
            let own = self.catalog.pages.find(&page.page());
            let own = own.filter(|own| self.resolved.choice(ix, *own, Edition::Standard).is_some());
            let tree = self.resolved.tree(ix);
            if let Some(own) = own {
                lines.extend(self.variant(tree, own, Edition::Standard));
                continue;
            }
            let route = self.resolved.route(ix).under(&page.path());
            lines.push(format!("/{route}  ({})", self.axes(tree, Edition::Standard)));
            if self.catalog.portal.without.contains(&page) {
                lines.push("  no such output: `without` in content/portal.yaml leaves it out".to_owned());
            } else {
                lines.extend(of_standing(page).iter().map(|line| format!("  {line}")));
                lines.push(format!("  a page of your own takes its place: content/pages/{page}.{}.md", tree.language));
            }
            lines.push(String::new());
        }
        lines
    }

    /// Every variant of a page.
    fn page(&self, page: PageIx) -> Vec<String> {
        let mut lines = Vec::new();
        for tree in &self.resolved.trees {
            for edition in Edition::ALL {
                let known = !candidates(self.catalog, *tree, self.moment, (page, edition)).is_empty();
                if known || edition == Edition::Standard {
                    lines.extend(self.variant(*tree, page, edition));
                }
            }
        }
        lines
    }

    fn variant(&self, tree: Tree, page: PageIx, edition: Edition) -> Vec<String> {
        let ix = self.resolved.find(tree.place, tree.language).expect("the tree is one of the resolved ones");
        let choice = self.resolved.choice(ix, page, edition);
        let route = page_route(self.catalog, tree, page, edition);
        let mut lines = vec![format!("/{route}  ({})", self.axes(tree, edition))];
        for candidate in candidates(self.catalog, tree, self.moment, (page, edition)) {
            let path = &self.catalog.document(candidate.doc).path;
            let won = choice.is_some_and(|choice| choice.doc == candidate.doc);
            let said = match candidate.verdict {
                _ if won => self.why(tree, candidate.level, candidate.language),
                Verdict::Good if choice.is_none() => {
                    "not used: the standard page is nearer, or this place has none".to_owned()
                }
                Verdict::Good => "not used: a nearer or better one was found".to_owned(),
                Verdict::Draft => "not used: it is a draft".to_owned(),
                Verdict::NotYet => "not used: its `publish_from` lies ahead".to_owned(),
                Verdict::NoLonger => "not used: its `publish_until` has passed".to_owned(),
                Verdict::OtherNation => "not used: it is for other nations".to_owned(),
                Verdict::OtherLocality => "not used: it is for other localities".to_owned(),
                Verdict::Untranslated => "not used: untranslated pages are hidden here".to_owned(),
            };
            lines.push(format!("  {} {path}: {said}", if won { "*" } else { "-" }));
        }
        match choice {
            Some(choice) => lines.extend(self.details(tree, choice.doc)),
            None => lines.extend(self.without_file(page, edition)),
        }
        lines.push(String::new());
        lines
    }

    /// What is there in a tree that shows no file for a page.
    fn without_file(&self, page: PageIx, edition: Edition) -> Vec<String> {
        let standing = StandingPage::find(self.catalog.pages.get(page).id.as_str());
        let made = standing.filter(|page| edition == Edition::Standard && !self.catalog.portal.without.contains(page));
        match made {
            Some(page) => std::iter::once("no such output of a file:")
                .chain(of_standing(page).iter().copied())
                .map(|line| format!("  {line}"))
                .collect(),
            None => vec!["  no such output: no file can be shown here".to_owned()],
        }
    }

    fn axes(&self, tree: Tree, edition: Edition) -> String {
        let place = &self.catalog.places.get(tree.place).id;
        format!("{}, {place}, {}", tree.language, edition.as_str())
    }

    fn why(&self, tree: Tree, level: Level, language: crate::model::Language) -> String {
        let place = match level {
            Level::Overlay(place) if place == tree.place => "this place's own".to_owned(),
            Level::Overlay(place) => format!("from `{}`, which this place lies in", self.catalog.places.get(place).id),
            Level::Base => "the portal's own".to_owned(),
        };
        if language == tree.language {
            format!("shown: {place}, in the reader's language")
        } else {
            format!("shown: {place}, in `{language}` because there is none in `{}`", tree.language)
        }
    }

    /// Staleness and facts of the document that is shown.
    fn details(&self, tree: Tree, doc: DocIx) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(stale) = staleness(self.catalog, doc) {
            let source = &self.catalog.document(stale.source).path;
            let blocks = if stale.changed == 1 { "1 block".to_owned() } else { format!("{} blocks", stale.changed) };
            lines.push(format!("  stale: {blocks} of {source} changed since it was translated"));
        }
        for hole in &self.catalog.document(doc).text().values {
            let Value::Fact(id) = &hole.value else { continue };
            let Some(here) = facts::fact(self.catalog, tree.place, id, self.moment.day) else { continue };
            let value = here.value.map_or_else(|| "no value on this day".to_owned(), |value| value.value.0.clone());
            let file = &here.fact.place.file;
            let line = format!("  fact {id}: {value} ({file})");
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}
