//! Turns a unit's views into finished pages: bodies once each, then skeletons filled by copying.

use std::collections::BTreeSet;

use super::Parts;
use super::Renderer;
use super::body::body_html;
use crate::diag::Finding;
use crate::model::{Direction, Language, ServiceId};
use crate::plan::fill::BlockFill;
use crate::plan::{Body, PageView, Unit};
use crate::theme::SlotValues;

/// One file of the site: where it lies in the output folder, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A page that has just been made.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a, 'w> {
    pub page: &'a PageView<'w>,
    pub path: &'a str,
    pub html: &'a str,
    /// The addresses of the images that it shows, each once, sorted.
    pub images: &'a [String],
}

/// Renders every page of a unit, whose bodies it uses up, and hands each to `sink` as soon as it is done.
///
/// # Errors
/// A mistake in a template, or what `sink` returns.
pub fn pages<E: From<Finding>>(
    parts: &mut Parts<'_, '_>,
    unit: &mut Unit<'_>,
    mut sink: impl FnMut(Made<'_, '_>) -> Result<(), E>,
) -> Result<(), E> {
    let renderer = parts.renderer;
    let images: Vec<Vec<String>> = unit.bodies.iter().map(images_of).collect();
    let mut bodies = Vec::with_capacity(unit.bodies.len());
    for (number, body) in unit.bodies.drain(..).enumerate() {
        let page = unit.pages.iter().find(|page| page.body == number);
        let path = page.map(|page| page.route.path()).unwrap_or_default();
        bodies.push(body_html(parts, body, &path)?);
    }
    let mut around = Around::default();
    let mut html = String::new();
    for page in &unit.pages {
        html.clear();
        around.fill(renderer.world.tree(page.tree).language, page, parts)?;
        join(renderer, page, (&bodies[page.body], &around), &mut html);
        sink(Made { page, path: &page.route.path(), html: &html, images: &images[page.body] })?;
    }
    Ok(())
}

/// The addresses of the images in a body.
fn images_of(body: &Body<'_>) -> Vec<String> {
    let Body::Page(text) = body else { return Vec::new() };
    let pictures = text.fill.blocks.iter().filter_map(|block| match block {
        BlockFill::Picture(image) => Some(image),
        _ => None,
    });
    let images: BTreeSet<&str> = text.fill.images.iter().flatten().chain(pictures).map(|image| &*image.src).collect();
    images.into_iter().map(str::to_owned).collect()
}

/// The parts around one page's main content; the buffers are used again for the next page.
#[derive(Debug, Default)]
struct Around {
    crumbs: String,
    languages: String,
    editions: String,
    notices: String,
    dates: String,
}

impl Around {
    fn fill(&mut self, language: Language, page: &PageView<'_>, parts: &mut Parts<'_, '_>) -> Result<(), Finding> {
        let head = &page.head;
        for part in [&mut self.crumbs, &mut self.languages, &mut self.editions, &mut self.notices, &mut self.dates] {
            part.clear();
        }
        parts.crumbs(language, &head.crumbs, &mut self.crumbs)?;
        parts.languages(language, &page.languages, &mut self.languages)?;
        parts.editions(language, head, &mut self.editions)?;
        parts.notices(language, &head.notices, &mut self.notices)?;
        match &head.dates {
            Some(dates) => parts.dates(language, dates, &mut self.dates),
            None => Ok(()),
        }
    }
}

fn join(renderer: &Renderer<'_>, page: &PageView<'_>, (body, around): (&str, &Around), html: &mut String) {
    let direction = match page.main_language.map(Language::direction) {
        Some(Direction::Rtl) => "rtl",
        Some(Direction::Ltr) => "ltr",
        None => "",
    };
    let values = SlotValues {
        title: &page.head.title,
        description: &page.head.description,
        canonical: &page.canonical,
        address: &page.address,
        service: page.head.service.map_or("", ServiceId::as_str),
        data: &page.data,
        root: &page.root,
        site: &page.site,
        main_lang: page.main_language.as_ref().map_or("", Language::as_str),
        main_dir: direction,
        crumbs: &around.crumbs,
        languages: &around.languages,
        editions: &around.editions,
        notices: &around.notices,
        body,
        dates: &around.dates,
    };
    renderer.skeleton(&page.chrome).fill(&values, html);
}
