//! Turns the main content of a page into HTML through its template.

use std::collections::BTreeSet;

use super::text::content_html;
use super::{Parts, Renderer};
use crate::diag::Finding;
use crate::model::Language;
use crate::plan::Body;
use crate::plan::lists::ServiceList;
use crate::plan::page::PageText;
use crate::plan::service::ServiceText;
use crate::plan::topics::TopicText;
use crate::plan::view::{IndexBody, NotFoundBody, PageBody, ServiceBody, ServicesBody, TopicBody};
use crate::theme::Template;

/// The main content of a page.
///
/// # Errors
/// A mistake in a template.
pub fn body_html(parts: &mut Parts<'_, '_>, body: &Body<'_>) -> Result<Vec<u8>, Finding> {
    let renderer = parts.renderer;
    if let Body::Page(text) = body
        && text.is_plain()
    {
        let content = content_html(renderer, text.content, &text.fill)?;
        let mut html = Vec::with_capacity(content.len() + 512);
        parts.text(text, &content, &mut html)?;
        return Ok(html);
    }
    whole(parts, body).map(String::into_bytes)
}

fn whole(parts: &mut Parts<'_, '_>, body: &Body<'_>) -> Result<String, Finding> {
    let renderer = parts.renderer;
    match body {
        Body::Page(text) => page(renderer, text),
        Body::Service(text) => service(renderer, text),
        Body::Services(list) => services(parts, list),
        Body::Topic(text) => topic(renderer, text),
        Body::Index(list) => renderer.theme.part(
            Template::Index,
            &IndexBody {
                s: renderer.world.strings(list.language),
                kind: list.kind,
                title: list.title.clone(),
                summary: list.summary.clone(),
                groups: list.groups.clone(),
            },
        ),
        Body::NotFound(view) => renderer.theme.part(
            Template::NotFound,
            &NotFoundBody {
                s: renderer.world.strings(view.language),
                home: view.home.clone(),
                areas: view.areas.clone(),
            },
        ),
    }
}

fn page(renderer: &Renderer<'_>, text: &PageText<'_>) -> Result<String, Finding> {
    let content = content_html(renderer, text.content, &text.fill)?;
    let view = PageBody {
        s: renderer.world.strings(text.language),
        kind: text.kind,
        title: text.title,
        summary: text.summary,
        content: &content,
        children: text.children.clone(),
        topics: text.topics.clone(),
        words: text.words.clone(),
        credits: text.credits.clone(),
    };
    renderer.theme.part(Template::Page, &view)
}

fn service(renderer: &Renderer<'_>, text: &ServiceText<'_>) -> Result<String, Finding> {
    let about = match &text.about {
        Some((language, content, fill)) => Some((*language, content_html(renderer, content, fill)?)),
        None => None,
    };
    let other = about.as_ref().map(|(language, _)| *language).filter(|language| *language != text.language);
    let view = ServiceBody {
        s: renderer.world.strings(text.language),
        id: text.id,
        name: text.name.clone(),
        summary: text.summary.clone(),
        about: about.as_ref().map(|(_, html)| html.as_str()),
        about_lang: other,
        about_dir: other.map(Language::direction),
        organisation: text.organisation.clone(),
        phone: text.phone.clone(),
        tel: text.tel.clone(),
        phone_note: text.phone_note.clone(),
        textphone: text.textphone.clone(),
        email: text.email.clone(),
        web: text.web.clone(),
        times: text.times.clone(),
        closed: text.closed.clone(),
        cost: text.cost.clone(),
        ages: text.ages.clone(),
        eligibility: text.eligibility.clone(),
        eligible_by: text.eligible_by.clone(),
        how: text.how.clone(),
        attend: text.attend.clone(),
        languages: text.languages.clone(),
        areas: unique(&text.areas),
        venues: text.venues.clone(),
        topics: text.topics.clone(),
        audiences: text.audiences.clone(),
        checked: text.checked.clone(),
        easy: text.easy.clone(),
    };
    renderer.theme.part(Template::Service, &view)
}

fn unique(names: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.iter().filter(|name| seen.insert(name.as_str())).cloned().collect()
}

/// Lists hold most of the cards of a site, so theirs are filled from a stencil.
fn services(parts: &mut Parts<'_, '_>, list: &ServiceList) -> Result<String, Finding> {
    let mut cards = Vec::new();
    for service in &list.services {
        parts.card(list.language, service, &mut cards)?;
    }
    let renderer = parts.renderer;
    let view = ServicesBody {
        s: renderer.world.strings(list.language),
        title: list.title.clone(),
        summary: list.summary.clone(),
        count: list.count.clone(),
        cards: String::from_utf8(cards).expect("stencils and texts are UTF-8"),
        pages: list.pages.clone(),
        groups: list.groups.clone(),
    };
    renderer.theme.part(Template::Services, &view)
}

fn topic(renderer: &Renderer<'_>, text: &TopicText) -> Result<String, Finding> {
    let view = TopicBody {
        s: renderer.world.strings(text.language),
        title: text.title.clone(),
        summary: text.summary.clone(),
        pages: text.pages.clone(),
        services: text.services.clone(),
        all: text.all.clone(),
    };
    renderer.theme.part(Template::Topic, &view)
}
