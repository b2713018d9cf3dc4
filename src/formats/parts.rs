//! Turns the small parts around a page's main content into HTML: one stencil for each shape of them.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::Renderer;
use super::alike::Alike;
use super::judged::Judge;
use crate::diag::Finding;
use crate::model::{Language, PrintShape, Status};
use crate::plan::LanguageLink;
use crate::plan::leaf::Head;
use crate::plan::page::PageText;
use crate::plan::view::{
    DateView, DatesView, EditionsView, Kind, LinkView, LinksView, NoticeView, NoticesView, PageBody, ServiceCard,
    ServiceCardPart, Strings, TextView,
};
use crate::theme::{Filling, Stencil, Template, Theme};

/// The stencils that one thread has met so far, and what it has judged. There are a few for each language, however many pages there are.
#[derive(Debug)]
pub struct Parts<'r, 'w> {
    pub renderer: &'r Renderer<'w>,
    pub judge: Judge,
    pub(super) alike: Alike,
    stencils: FxHashMap<(Language, Shape), Stencil>,
}

/// All of a part but the values that are copied into it. Parts of one shape in one language share a stencil.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Shape {
    /// The language of each title that is not in the page's own.
    Crumbs(Vec<Option<Language>>),
    /// Every language of the place.
    Languages(Vec<Language>),
    Editions {
        standard: bool,
        easy: bool,
        prints: Vec<PrintShape>,
    },
    Notices(Vec<&'static str>),
    Dates {
        reviewed: bool,
        review_by: bool,
        tested: bool,
    },
    /// The languages of name and summary where they are not the page's own, and what else the card has.
    Card {
        name: Option<Language>,
        summary: Option<Language>,
        phone: bool,
        status: Status,
        discreet: bool,
        wider: bool,
        found_by: bool,
    },
    /// A page of Markdown without lists of other pages.
    Text {
        kind: Kind,
        summary: bool,
    },
}

impl<'r, 'w> Parts<'r, 'w> {
    pub fn new(renderer: &'r Renderer<'w>) -> Self {
        Self { renderer, judge: Judge::default(), alike: Alike::default(), stencils: FxHashMap::default() }
    }

    /// The way from the home page to this one.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn crumbs(&mut self, language: Language, links: &[LinkView], html: &mut String) -> Result<(), Finding> {
        if links.is_empty() {
            return Ok(());
        }
        let shape = Shape::Crumbs(links.iter().map(|link| link.lang).collect());
        let values: Vec<_> =
            links.iter().flat_map(|link| [Filling::Text(&link.title), Filling::Text(&link.href)]).collect();
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = links.iter().enumerate().map(|(at, link)| LinkView {
                title: Stencil::marker(2 * at),
                href: Stencil::marker(2 * at + 1),
                ..link.clone()
            });
            theme.part(Template::Crumbs, &LinksView { s, links: marked.collect() })
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// The same page in the other languages.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn languages(&mut self, language: Language, links: &[LanguageLink], html: &mut String) -> Result<(), Finding> {
        let shape = Shape::Languages(links.iter().map(|link| link.language).collect());
        let values: Vec<_> = links.iter().map(|link| Filling::Text(&link.href)).collect();
        let words = self.renderer.world.words;
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = links.iter().enumerate().map(|(at, link)| LinkView {
                title: words.autonym(link.language),
                href: if link.language == language { String::new() } else { Stencil::marker(at) },
                lang: Some(link.language),
                dir: Some(link.language.direction()),
                current: link.language == language,
                ..LinkView::default()
            });
            theme.part(Template::Languages, &LinksView { s, links: marked.collect() })
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// Links to the same page in other editions, and to its prints.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn editions(&mut self, language: Language, head: &Head<'_>, html: &mut String) -> Result<(), Finding> {
        let Head { standard, easy, prints, .. } = head;
        if standard.is_none() && easy.is_none() && prints.is_empty() {
            return Ok(());
        }
        let shapes = prints.iter().map(|(shape, _)| *shape).collect();
        let shape = Shape::Editions { standard: standard.is_some(), easy: easy.is_some(), prints: shapes };
        let links = [standard, easy].map(|link| link.as_deref().unwrap_or_default());
        let links = links.into_iter().chain(prints.iter().map(|(_, link)| link.as_str()));
        let values: Vec<_> = links.map(Filling::Text).collect();
        let words = self.renderer.world.words;
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = |number, link: &Option<String>| link.as_ref().map(|_| Stencil::marker(number));
            let print = |(at, (shape, _)): (usize, &(PrintShape, String))| LinkView {
                title: words.text(language, &format!("print-{}", shape.as_str()), &[]),
                href: Stencil::marker(2 + at),
                ..LinkView::default()
            };
            let prints = prints.iter().enumerate().map(print).collect();
            theme.part(
                Template::Editions,
                &EditionsView { s, standard: marked(0, standard), easy: marked(1, easy), prints },
            )
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// What readers must know before they read on.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn notices(&mut self, language: Language, notices: &[NoticeView], html: &mut String) -> Result<(), Finding> {
        if notices.is_empty() {
            return Ok(());
        }
        let shape = Shape::Notices(notices.iter().map(|notice| notice.kind).collect());
        let values: Vec<_> = notices.iter().map(|notice| Filling::Text(&notice.text)).collect();
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = notices.iter().enumerate();
            let marked = marked.map(|(at, notice)| NoticeView { text: Stencil::marker(at), ..notice.clone() });
            theme.part(Template::Notices, &NoticesView { s, notices: marked.collect() })
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// When the page was looked at, and when it will be again.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn dates(&mut self, language: Language, dates: &DatesView<'_>, html: &mut String) -> Result<(), Finding> {
        let shape = Shape::Dates {
            reviewed: dates.reviewed.is_some(),
            review_by: dates.review_by.is_some(),
            tested: dates.tested.is_some(),
        };
        let both = |date: &'_ Option<DateView>| date.clone().unwrap_or_default();
        let (reviewed, review_by) = (both(&dates.reviewed), both(&dates.review_by));
        let tested = dates.tested.as_deref().unwrap_or_default();
        let values = [&reviewed.text, &reviewed.iso, &review_by.text, &review_by.iso].map(|text| Filling::Text(text));
        let values = [values[0], values[1], values[2], values[3], Filling::Text(tested)];
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = |date: &Option<DateView>, number| {
                date.as_ref().map(|_| DateView { text: Stencil::marker(number), iso: Stencil::marker(number + 1) })
            };
            let view = DatesView {
                s,
                reviewed: marked(&dates.reviewed, 0),
                review_by: marked(&dates.review_by, 2),
                tested: dates.tested.as_ref().map(|_| Stencil::marker(4)),
            };
            theme.part(Template::Dates, &view)
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// A service in a list of services.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn card(&mut self, language: Language, card: &ServiceCard, html: &mut String) -> Result<(), Finding> {
        let shape = Shape::Card {
            name: card.name.lang,
            summary: card.summary.lang,
            phone: card.phone.is_some(),
            status: if card.paused { Status::Paused } else { Status::Active },
            discreet: card.discreet,
            wider: card.wider.is_some(),
            found_by: card.found_by.is_some(),
        };
        let [phone, tel, wider, found_by] =
            [&card.phone, &card.tel, &card.wider, &card.found_by].map(|text| text.as_deref().unwrap_or_default());
        let values = [&card.href, &card.name.text, &card.summary.text, &card.organisation, phone, tel, wider, found_by]
            .map(Filling::Text);
        let stencil = self.stencil((language, shape), |theme, s| {
            let marked = |number, text: &TextView| TextView { text: Stencil::marker(number), ..text.clone() };
            let service = ServiceCard {
                href: Stencil::marker(0),
                name: marked(1, &card.name),
                summary: marked(2, &card.summary),
                organisation: Stencil::marker(3),
                phone: card.phone.as_ref().map(|_| Stencil::marker(4)),
                tel: card.tel.as_ref().map(|_| Stencil::marker(5)),
                paused: card.paused,
                discreet: card.discreet,
                wider: card.wider.as_ref().map(|_| Stencil::marker(6)),
                found_by: card.found_by.as_ref().map(|_| Stencil::marker(7)),
            };
            theme.part(Template::ServiceCard, &ServiceCardPart { s, service: &service, heading: "h2" })
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// The main content of a page that lists nothing beside its own text.
    ///
    /// # Errors
    /// A mistake in the template of the part.
    pub fn text(&mut self, text: &PageText<'_>, content: &str, html: &mut String) -> Result<(), Finding> {
        let shape = Shape::Text { kind: text.view.kind, summary: text.view.summary.is_some() };
        let values = [
            Filling::Text(&text.view.title),
            Filling::Text(text.view.summary.as_deref().unwrap_or_default()),
            Filling::Html(content),
        ];
        let stencil = self.stencil((text.language, shape), |theme, s| {
            let [title, summary, content] = [0, 1, 2].map(Stencil::marker);
            let view = PageBody {
                s,
                kind: text.view.kind,
                title: title.as_str().into(),
                summary: text.view.summary.as_ref().map(|_| summary.as_str().into()),
                content: &content,
                start: Vec::new(),
                children: Vec::new(),
                all: None,
                audiences: Vec::new(),
                topics: Vec::new(),
                urgent: None,
                notes: "",
                words: Vec::new(),
                credits: Vec::new(),
                length: None,
            };
            theme.part(Template::Page, &view)
        })?;
        stencil.fill(&values, html);
        Ok(())
    }

    /// The stencil of a key, rendered where it is first needed.
    fn stencil(
        &mut self,
        key: (Language, Shape),
        render: impl FnOnce(&Theme, &Strings) -> Result<String, Finding>,
    ) -> Result<&Stencil, Finding> {
        let strings = self.renderer.world.strings(key.0);
        match self.stencils.entry(key) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(fresh) => {
                let html = render(self.renderer.theme, strings)?;
                self.judge.part(&html);
                Ok(fresh.insert(Stencil::cut(&html)))
            }
        }
    }
}
