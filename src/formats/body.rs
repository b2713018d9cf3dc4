//! Turns the main content of a page into HTML through its template.

use super::Parts;
use super::text::content_html;
use crate::diag::Finding;
use crate::plan::Body;
use crate::plan::lists::ServiceList;
use crate::plan::page::PageText;
use crate::plan::service::ServiceText;
use crate::plan::view::{PageBody, ServiceBody, ServicesBody};
use crate::theme::html::notes_at;
use crate::theme::{Filling, Stencil, Template};

/// The main content of the page at an address, judged as it is made.
///
/// # Errors
/// A mistake in a template.
pub fn body_html(parts: &mut Parts<'_, '_>, body: Body<'_>, path: &str) -> Result<String, Finding> {
    let theme = parts.renderer.theme;
    let html = match body {
        Body::Page(text) => return page(parts, *text, path),
        Body::Services(list) => return services(parts, *list, path),
        Body::Service(text) => return service(parts, *text, path),
        Body::Topic(view) => theme.part(Template::Topic, &view),
        Body::Prints(list) => super::leaflets::list(parts, *list),
        Body::Index(view) => theme.part(Template::Index, &view),
        Body::Search(view) => theme.part(Template::Search, &view),
        Body::Areas(view) => theme.part(Template::Areas, &view),
        Body::Outward(view) => theme.part(Template::Outward, &view),
        Body::Shortlist(view) => theme.part(Template::Shortlist, &view),
        Body::Statement(view) => theme.part(Template::Statement, &view),
        Body::Privacy(view) => theme.part(Template::Privacy, &view),
        Body::Changes(view) => theme.part(Template::Changes, &view),
        Body::SiteMap(view) => theme.part(Template::SiteMap, &view),
        Body::NotFound(view) => theme.part(Template::NotFound, &view),
    }?;
    parts.judge.body(&html, path);
    Ok(html)
}

/// Most pages are their own text and nothing else, so theirs is filled from a stencil.
fn page(parts: &mut Parts<'_, '_>, text: PageText<'_>, path: &str) -> Result<String, Finding> {
    let content = content_html(parts.renderer, text.content, &text.fill)?;
    let html = if text.is_plain() {
        let mut html = String::with_capacity(content.len() + 512);
        parts.text(&text, &content, &mut html)?;
        html
    } else {
        let (content, notes) = content.split_at(notes_at(&content));
        parts.renderer.theme.part(Template::Page, &PageBody { content, notes, ..text.view })?
    };
    parts.judge.text(&html, path);
    Ok(html)
}

/// There are many services, and the pages of most differ in their texts alone.
fn service(parts: &mut Parts<'_, '_>, text: ServiceText<'_>, path: &str) -> Result<String, Finding> {
    let about = text.about.as_ref().map(|(content, fill)| content_html(parts.renderer, content, fill)).transpose()?;
    let view = ServiceBody { about, ..text.view };
    let (html, is_plain) = parts.alike.service(parts.renderer.theme, text.language, &view)?;
    if !is_plain {
        parts.judge.body(&html, path);
    }
    Ok(html)
}

/// Two tell what more would: an id that each card has stands twice.
const JUDGED_CARDS: usize = 2;

/// Lists hold most of the cards of a site, so theirs are filled from a stencil, and copied into the list once. A list is
/// judged with its first cards: the others are of stencils that were judged, and say no more of how cards stand together.
fn services(parts: &mut Parts<'_, '_>, list: ServiceList<'_>, path: &str) -> Result<String, Finding> {
    let mut cards = String::new();
    let mut judged = 0;
    for (number, service) in list.services.iter().enumerate() {
        parts.card(list.language, service, &mut cards)?;
        judged = if number < JUDGED_CARDS { cards.len() } else { judged };
    }
    let marker = if cards.is_empty() { String::new() } else { Stencil::marker(0) };
    let view = ServicesBody { cards: marker, ..list.view };
    let around = Stencil::cut(&parts.renderer.theme.part(Template::Services, &view)?);
    let with = |cards: &str| {
        let mut html = String::with_capacity(around.len() + cards.len());
        around.fill(&[Filling::Html(cards)], &mut html);
        html
    };
    parts.judge.body(&with(&cards[..judged]), path);
    Ok(with(&cards))
}
