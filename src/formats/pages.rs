//! Turns a unit's views into finished pages: bodies once each, then skeletons filled by copying.

use std::collections::HashMap;
use std::rc::Rc;

use super::Renderer;
use super::body::body_html;
use crate::diag::Finding;
use crate::model::{Direction, Language};
use crate::plan::leaf::Head;
use crate::plan::view::{DatesView, EditionsView, LinkView, LinksView, NoticeView, NoticesView};
use crate::plan::{PageView, Unit};
use crate::theme::{SlotValues, Template};

/// One file of the site: where it lies in the output folder, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Renders every page of a unit, and hands each to `sink` as soon as it is done.
///
/// # Errors
/// A mistake in a template, or what `sink` returns.
pub fn pages<E: From<Finding>>(
    renderer: &Renderer<'_>,
    unit: &Unit<'_>,
    mut sink: impl FnMut(&Output) -> Result<(), E>,
) -> Result<(), E> {
    let bodies = unit.bodies.iter().map(|body| body_html(renderer, body)).collect::<Result<Vec<_>, _>>()?;
    let mut parts = Parts { renderer, done: HashMap::new() };
    let mut output = Output { path: String::new(), bytes: Vec::new() };
    for page in &unit.pages {
        output.bytes.clear();
        output.path = page.route.path();
        fill(page, &bodies[page.body], &mut parts, &mut output.bytes)?;
        sink(&output)?;
    }
    Ok(())
}

fn fill(page: &PageView<'_>, body: &str, parts: &mut Parts<'_, '_>, bytes: &mut Vec<u8>) -> Result<(), Finding> {
    let renderer = parts.renderer;
    let language = renderer.world.tree(page.tree).language;
    let Head { title, description, crumbs, notices, standard, easy, dates } = &page.head;
    let crumbs = parts.get(language, Part::Crumbs(crumbs.clone()))?;
    let languages = parts.get(language, Part::Languages(page.languages.clone()))?;
    let editions = parts.get(language, Part::Editions(standard.clone(), easy.clone()))?;
    let notices = parts.get(language, Part::Notices(notices.clone()))?;
    let dates = match dates {
        Some(dates) => parts.get(language, Part::dates(dates))?,
        None => Rc::from(""),
    };
    let direction = match page.main_language.map(Language::direction) {
        Some(Direction::Rtl) => "rtl",
        Some(Direction::Ltr) => "ltr",
        None => "",
    };
    let values = SlotValues {
        title,
        description,
        canonical: &page.canonical,
        root: &page.root,
        site: &page.site,
        main_lang: page.main_language.as_ref().map_or("", Language::as_str),
        main_dir: direction,
        crumbs: &crumbs,
        languages: &languages,
        editions: &editions,
        notices: &notices,
        body,
        dates: &dates,
    };
    renderer.skeleton(&page.chrome).fill(&values, bytes);
    Ok(())
}

/// A small part of a page by all that it shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Part {
    Crumbs(Vec<LinkView>),
    Languages(Vec<LinkView>),
    Editions(Option<String>, Option<String>),
    Notices(Vec<NoticeView>),
    Dates { reviewed: Option<(String, String)>, review_by: Option<(String, String)>, tested: Option<String> },
}

impl Part {
    fn dates(dates: &DatesView<'_>) -> Self {
        let pair = |date: &crate::plan::view::DateView| (date.text.clone(), date.iso.clone());
        Self::Dates {
            reviewed: dates.reviewed.as_ref().map(pair),
            review_by: dates.review_by.as_ref().map(pair),
            tested: dates.tested.clone(),
        }
    }
}

/// The parts of a unit's pages. Most localities show the same ones, so each is rendered once.
struct Parts<'r, 'w> {
    renderer: &'r Renderer<'w>,
    done: HashMap<(Language, Part), Rc<str>>,
}

impl Parts<'_, '_> {
    fn get(&mut self, language: Language, part: Part) -> Result<Rc<str>, Finding> {
        let key = (language, part);
        if let Some(html) = self.done.get(&key) {
            return Ok(html.clone());
        }
        let html: Rc<str> = self.render(language, &key.1)?.into();
        self.done.insert(key, html.clone());
        Ok(html)
    }

    fn render(&self, language: Language, part: &Part) -> Result<String, Finding> {
        let theme = self.renderer.theme;
        let s = self.renderer.world.strings(language);
        match part {
            Part::Crumbs(links) if links.is_empty() => Ok(String::new()),
            Part::Notices(notices) if notices.is_empty() => Ok(String::new()),
            Part::Crumbs(links) => theme.part(Template::Crumbs, &LinksView { s, links: links.clone() }),
            Part::Languages(links) => theme.part(Template::Languages, &LinksView { s, links: links.clone() }),
            Part::Editions(None, None) => Ok(String::new()),
            Part::Editions(standard, easy) => {
                theme.part(Template::Editions, &EditionsView { s, standard: standard.clone(), easy: easy.clone() })
            }
            Part::Notices(notices) => theme.part(Template::Notices, &NoticesView { s, notices: notices.clone() }),
            Part::Dates { reviewed, review_by, tested } => {
                let date = |pair: &Option<(String, String)>| {
                    pair.clone().map(|(text, iso)| crate::plan::view::DateView { text, iso })
                };
                let view =
                    DatesView { s, reviewed: date(reviewed), review_by: date(review_by), tested: tested.clone() };
                theme.part(Template::Dates, &view)
            }
        }
    }
}
