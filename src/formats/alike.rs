//! Turns services' pages into HTML by copying their texts into what was rendered for the first page of the same shape.

use rustc_hash::FxHashMap;

use crate::audit;
use crate::diag::Finding;
use crate::model::Language;
use crate::plan::view::ServiceBody;
use crate::theme::{Fields, Filling, Shape, Stencil, Template, Theme};

/// So many shapes are kept, of some kilobytes each; what has another is rendered for itself.
const MOST: usize = 1024;

/// What a service's view and its venues are made of. A list that is not named here makes its template one that does more
/// than copy.
const FIELDS: Fields = Fields {
    lists: &[
        "times",
        "closed",
        "next",
        "how",
        "attend",
        "languages",
        "areas",
        "venues",
        "topics",
        "audiences",
        "address",
        "access",
    ],
    finished: &["about", "linked"],
};

/// What one thread knows of the shapes that it has met.
#[derive(Debug, Default)]
pub struct Alike {
    /// Whether the theme's template lets texts be copied in; none before the first page.
    only_copies: Option<bool>,
    /// A stencil is made when a shape is met again: of many there is one page.
    known: FxHashMap<Vec<u8>, Option<Known>>,
    shape: Shape,
}

#[derive(Debug)]
struct Known {
    stencil: Stencil,
    /// Whether no rule can find fault with it, if its texts say something.
    is_plain: bool,
}

impl Alike {
    /// The main content of a service's page, and whether no rule can find fault with it.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn service(
        &mut self,
        theme: &Theme,
        language: Language,
        view: &ServiceBody<'_>,
    ) -> Result<(String, bool), Finding> {
        let Self { only_copies, known, shape } = self;
        let is_read = *only_copies.get_or_insert_with(|| theme.only_copies(Template::Service, FIELDS))
            && shape.read(view, language.as_str(), FIELDS.finished);
        let has_room = is_read && known.len() < MOST;
        match known.get_mut(shape.form()).filter(|_| is_read) {
            Some(Some(known)) => return Ok(known.fill(shape)),
            Some(first) => match theme.stencil(Template::Service, view)? {
                Some(stencil) => return Ok(first.insert(Known::of(stencil, shape)).fill(shape)),
                None => *only_copies = Some(false),
            },
            None if has_room => _ = known.insert(shape.form().to_vec(), None),
            None => {}
        }
        Ok((theme.part(Template::Service, view)?, false))
    }
}

impl Known {
    /// The stencil is plain if it is so with texts that are no language, and would not stay one value without quotes, and
    /// with HTML that says nothing, so that nothing counts on it.
    fn of(stencil: Stencil, shape: &Shape) -> Self {
        let tried = shape.texts().map(|text| match text {
            Filling::Text(_) => Filling::Text("a b"),
            Filling::Html(_) => Filling::Html("<p></p>"),
        });
        let mut html = String::new();
        stencil.fill(&tried.collect::<Vec<_>>(), &mut html);
        Self { is_plain: audit::is_plain(&html), stencil }
    }

    /// A page's main content, and whether no rule can find fault with it.
    fn fill(&self, shape: &Shape) -> (String, bool) {
        let texts: Vec<Filling<'_>> = shape.texts().collect();
        let len: usize = texts.iter().map(|text| text.text().len()).sum();
        let mut html = String::with_capacity(self.stencil.len() + len + len / 8);
        self.stencil.fill(&texts, &mut html);
        let trimmed = html.trim();
        let html = if trimmed.len() == html.len() { html } else { trimmed.to_owned() };
        (html, self.is_plain && texts.into_iter().all(says_something))
    }
}

fn says_something(text: Filling<'_>) -> bool {
    match text {
        Filling::Text(text) => audit::says_something(text),
        Filling::Html(html) => !audit::has_something_empty(html),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::only_copies;

    #[test]
    fn the_theme_of_every_portal_only_copies() {
        let template = include_str!("../../themes/default/templates/bodies/service.html");
        assert!(only_copies(template, FIELDS));
    }
}
