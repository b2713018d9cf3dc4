//! Turns the main content of a page into HTML through its template.

use super::Parts;
use super::text::content_html;
use crate::diag::Finding;
use crate::plan::Body;
use crate::plan::lists::ServiceList;
use crate::plan::page::PageText;
use crate::plan::service::ServiceText;
use crate::plan::view::{PageBody, ServiceBody, ServicesBody};
use crate::theme::Template;

/// The main content of a page.
///
/// # Errors
/// A mistake in a template.
pub fn body_html(parts: &mut Parts<'_, '_>, body: &Body<'_>) -> Result<Vec<u8>, Finding> {
    let theme = parts.renderer.theme;
    match body {
        Body::Page(text) => return page(parts, text),
        Body::Service(text) => service(parts, text),
        Body::Services(list) => services(parts, list),
        Body::Topic(view) => theme.part(Template::Topic, view),
        Body::Index(view) => theme.part(Template::Index, view),
        Body::NotFound(view) => theme.part(Template::NotFound, view),
    }
    .map(String::into_bytes)
}

/// Most pages are their own text and nothing else, so theirs is filled from a stencil.
fn page(parts: &mut Parts<'_, '_>, text: &PageText<'_>) -> Result<Vec<u8>, Finding> {
    let content = content_html(parts.renderer, text.content, &text.fill)?;
    if !text.is_plain() {
        let view = PageBody { content: &content, ..text.view.clone() };
        return parts.renderer.theme.part(Template::Page, &view).map(String::into_bytes);
    }
    let mut html = Vec::with_capacity(content.len() + 512);
    parts.text(text, &content, &mut html)?;
    Ok(html)
}

fn service(parts: &Parts<'_, '_>, text: &ServiceText<'_>) -> Result<String, Finding> {
    let about = text.about.as_ref().map(|(content, fill)| content_html(parts.renderer, content, fill)).transpose()?;
    parts.renderer.theme.part(Template::Service, &ServiceBody { about, ..text.view.clone() })
}

/// Lists hold most of the cards of a site, so theirs are filled from a stencil.
fn services(parts: &mut Parts<'_, '_>, list: &ServiceList<'_>) -> Result<String, Finding> {
    let mut cards = Vec::new();
    for service in &list.services {
        parts.card(list.language, service, &mut cards)?;
    }
    let cards = String::from_utf8(cards).expect("stencils and texts are UTF-8");
    parts.renderer.theme.part(Template::Services, &ServicesBody { cards, ..list.view.clone() })
}
