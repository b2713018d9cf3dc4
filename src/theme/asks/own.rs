//! Turns the source of templates into whether they only copy certain texts of their view, whatever else they do.

use super::{Tag, is_path, is_term, tags};
use crate::plan::view::OwnTexts;

/// Whether the template `name`, with all that it includes, does no more with the texts at the paths `own` than write
/// them, and ask whether they are there. With other values it may do as it likes.
pub fn only_copies_own<'t>(name: &str, source: &dyn Fn(&str) -> Option<&'t str>, own: OwnTexts) -> bool {
    Reader { source, own, lines: Vec::new() }.is_fine(name)
}

/// Whether a template has a component that takes values from where it is called without being given them.
pub fn takes_unasked(template: &str) -> bool {
    tags(template).any(|tag| matches!(tag, Tag::Steers(inner) if inner.starts_with("component") && inner.contains('@')))
}

/// Reads a template and what it includes in the order in which they are rendered.
struct Reader<'r, 't> {
    source: &'r dyn Fn(&str) -> Option<&'t str>,
    own: OwnTexts,
    /// Names under which loops go through lists of texts. A name stays one: whoever uses it for something else is refused.
    lines: Vec<&'t str>,
}

impl<'t> Reader<'_, 't> {
    fn is_fine(&mut self, name: &str) -> bool {
        let Some(template) = (self.source)(name) else { return false };
        tags(template).all(|tag| match tag {
            // A quotation that does not end here hid the end of the tag.
            Tag::Writes(inner) | Tag::Steers(inner) if outside_quotes(inner).is_none() => false,
            Tag::Writes(inner) => self.writes(inner),
            Tag::Steers(inner) => self.steers(inner),
            Tag::Open => false,
        })
    }

    fn writes(&self, inner: &str) -> bool {
        if !self.uses_own(inner) {
            return true;
        }
        match inner.split_once('|') {
            None => self.is_text(inner),
            Some((path, filter)) => self.own.views.contains(&path.trim()) && filter.trim() == "words",
        }
    }

    fn steers(&mut self, inner: &'t str) -> bool {
        let words: Vec<&str> = inner.split_whitespace().collect();
        match &words[..] {
            ["else" | "endif" | "endfor"] => true,
            ["include", name] => {
                let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
                name.is_some_and(|name| self.is_fine(name))
            }
            ["if" | "elif", terms @ ..] => {
                let mut terms = terms.split(|word| matches!(*word, "or" | "and"));
                terms.all(|term| is_term(term) || !term.iter().any(|word| self.uses_own(word)))
            }
            ["for", name, "in", path] if self.own.lists.contains(path) => {
                self.lines.push(name);
                true
            }
            ["for", ..] => !self.uses_own(inner),
            ["set", _, "=", ..] => !self.uses_own(inner),
            _ => false,
        }
    }

    /// Whether it names one of the texts, or something that one of them is in.
    fn uses_own(&self, inner: &str) -> bool {
        let Some(code) = outside_quotes(inner) else { return true };
        let is_end = |c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.');
        code.iter().flat_map(|code| code.split(is_end)).any(|path| self.is_own(path))
    }

    fn is_own(&self, path: &str) -> bool {
        let root = |path: &'static str| path.split('.').next();
        let OwnTexts { views, plain, lists } = self.own;
        let mut roots = views.iter().chain(plain).chain(lists).filter_map(|path| root(path));
        let first = path.split('.').next();
        let is_language =
            [".lang", ".dir"].iter().any(|end| path.strip_suffix(end).is_some_and(|view| views.contains(&view)));
        let is_all = path == "__tera_context";
        is_all
            || !is_language
                && (roots.any(|root| Some(root) == first) || self.lines.iter().any(|line| Some(*line) == first))
    }

    fn is_text(&self, path: &str) -> bool {
        let is_of_view = path.strip_suffix(".text").is_some_and(|view| self.own.views.contains(&view));
        is_path(path) && (is_of_view || self.own.plain.contains(&path) || self.lines.contains(&path))
    }
}

/// What stands outside quotation marks; none if a quotation does not end.
fn outside_quotes(inner: &str) -> Option<Vec<&str>> {
    let mut outside = Vec::new();
    let mut rest = inner;
    while let Some(at) = rest.find(['"', '\'', '`']) {
        outside.push(&rest[..at]);
        let quote = &rest[at..=at];
        rest = rest[at + 1..].split_once(quote)?.1;
    }
    outside.push(rest);
    Some(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: OwnTexts =
        OwnTexts { views: &["place", "contact.name"], plain: &["contact.phone"], lists: &["contact.lines"] };

    fn only_copies(template: &str) -> bool {
        let source = |name: &str| match name {
            "it" => Some(template),
            "writes" => Some("{{ contact.phone }}{{ line }}"),
            "compares" => Some("{% if line == \"a\" %}{% endif %}"),
            _ => None,
        };
        only_copies_own("it", &source, OWN)
    }

    #[test]
    fn a_layout_may_write_its_own_texts_and_do_what_it_likes_with_others() {
        for template in [
            "{{ place.text }}{{ place | words }}{{- contact.phone -}}{# place == 1 #}",
            "{% if kind != \"place\" and not place or contact.name %}{% elif contact %}{% else %}{% endif %}",
            "{{ <said lang={place.lang} dir={contact.name.dir} /> }}{{ title | upper }}",
            "{% for line in contact.lines %}{% if not loop.first %}<br>{% endif %}{{ line }}{% endfor %}",
            "{% for line in contact.lines %}{% include \"writes\" %}{% endfor %}",
            "{% for link in menu %}{{ link.place }}{% endfor %}{% set a = 'place' %}",
        ] {
            assert!(only_copies(template), "{template}");
        }
    }

    #[test]
    fn what_looks_into_a_text_of_its_own_is_told() {
        for template in [
            "{{ place.text | upper }}",
            "{{ place }}",
            "{{ contact | words }}",
            "{{ place.text ~ title }}",
            "{{ contact[\"phone\"] }}",
            "{{ contact?.phone }}",
            "{{ <phone number={contact.phone} /> }}",
            "{{ __tera_context }}",
            "{% if contact.phone == \"1\" %}{% endif %}",
            "{% if kind == \"page\" and (place) %}{% endif %}",
            "{% if \"1\" in contact.phone %}{% endif %}",
            "{% set a = place.text %}",
            "{% set a %}{{ place.text }}{% endset %}",
            "{% for letter in contact.phone %}{% endfor %}",
            "{% for line in contact.lines | sort %}{% endfor %}",
            "{% for line in contact.lines %}{{ line | upper }}{% endfor %}",
            "{% for line in contact.lines %}{% include \"compares\" %}{% endfor %}",
            "{% include \"missing\" %}",
            "{% include name %}",
            "{% extends \"writes\" %}",
            "{% filter upper %}{{ place.text }}{% endfilter %}",
            "{% <tiles links={menu}> %}{{ place.text }}{% </tiles> %}",
            "{{ \"}}\" ~ place.text }}",
            "{{ place",
        ] {
            assert!(!only_copies(template), "{template}");
        }
    }

    #[test]
    fn a_component_that_takes_what_it_is_not_given_is_told() {
        assert!(takes_unasked("{% component phone(@contact) -%}{% endcomponent %}"));
        assert!(!takes_unasked("{% component phone(number) %}a@b{% endcomponent %}{{ <phone number={number} /> }}"));
    }
}
