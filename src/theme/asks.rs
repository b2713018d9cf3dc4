//! Turns the source of a template into whether it only copies texts: then what it makes of one view, with other texts
//! copied in, is what it makes of each view that differs in its texts alone.

mod own;

use super::shape::STRINGS;

pub use own::{only_copies_own, takes_unasked};

/// What the fields of a view are, by their names.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub lists: &'static [&'static str],
    /// Texts that are finished HTML.
    pub finished: &'static [&'static str],
}

/// Whether a template does no more with the texts of its view than write them, and ask whether they are there: no
/// comparison, no filter but `words` and `goto`, no component, no other template. `safe` stands after finished HTML alone.
pub fn only_copies(template: &str, fields: Fields) -> bool {
    tags(template).all(|tag| match tag {
        Tag::Writes(inner) => writes(inner, fields),
        Tag::Steers(inner) => steers(inner, fields),
        Tag::Open => false,
    })
}

/// What a template engine does not copy.
enum Tag<'t> {
    /// What stands between `{{` and `}}`.
    Writes(&'t str),
    /// What stands between `{%` and `%}`.
    Steers(&'t str),
    /// Something that does not end.
    Open,
}

/// The tags of a template but for its comments.
fn tags(template: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('{')? + 1..];
            let (close, tag): (_, fn(&str) -> Option<Tag<'_>>) = match rest.as_bytes().first() {
                Some(b'{') => ("}}", |inner| Some(Tag::Writes(inner))),
                Some(b'%') => ("%}", |inner| Some(Tag::Steers(inner))),
                Some(b'#') => ("#}", |_| None),
                _ => continue,
            };
            let Some(end) = rest[1..].find(close) else {
                rest = "";
                return Some(Tag::Open);
            };
            let inner = rest[1..=end].trim_matches('-').trim();
            rest = &rest[1 + end + close.len()..];
            if let Some(tag) = tag(inner) {
                return Some(tag);
            }
        }
    })
}

/// Whether what stands between `{{` and `}}` copies one value.
fn writes(inner: &str, fields: Fields) -> bool {
    let (path, filter) = inner.split_once('|').map_or((inner, ""), |(path, filter)| (path.trim(), filter.trim()));
    let is_filter = match filter {
        "" | "words" | "goto" => !fields.finished.contains(&last(path)),
        "safe" => fields.finished.contains(&last(path)),
        _ => false,
    };
    let is_ours = path.strip_prefix(STRINGS).is_some_and(|rest| rest.starts_with('.'));
    is_filter && is_path(path) && (is_ours || !fields.lists.contains(&last(path)))
}

/// Whether what stands between `{%` and `%}` asks what is there, or goes through a list.
fn steers(inner: &str, fields: Fields) -> bool {
    let words: Vec<&str> = inner.split_whitespace().collect();
    match &words[..] {
        ["else" | "endif" | "endfor"] => true,
        ["if" | "elif", terms @ ..] => terms.split(|word| matches!(*word, "or" | "and")).all(is_term),
        // The letters of a text can be gone through too.
        ["for", name, "in", path] => {
            let is_new = !fields.lists.contains(name) && !fields.finished.contains(name) && *name != STRINGS;
            is_new && is_path(path) && fields.lists.contains(&last(path))
        }
        _ => false,
    }
}

fn is_term(words: &[&str]) -> bool {
    matches!(words, [path] | ["not", path] if is_path(path))
}

fn is_path(path: &str) -> bool {
    let is_name = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(is_part)
    };
    path.split('.').all(is_name)
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only_copies(template: &str) -> bool {
        super::only_copies(template, Fields { lists: &["times", "access"], finished: &["about"] })
    }

    #[test]
    fn a_template_may_write_texts_and_ask_whether_they_are_there() {
        for template in [
            "<h1>{{ name | words }}</h1>{# not == this #}{% if phone or not web and venue.map -%} {{- s.phone }}{% endif %}",
            "{% for line in times %}<li>{{ line }}</li>{% else %}{ {{ link|goto }} }{% endfor %}",
            "{% for line in venue.access %}{{ loop.index }}{% endfor %}{{ about | safe }}",
            "{{ s.access }}{{ s.times }}",
            "<style>p{color:red}</style>",
        ] {
            assert!(only_copies(template), "{template}");
        }
    }

    #[test]
    fn what_looks_into_a_text_is_told() {
        for template in [
            "{% if phone == \"01632\" %}a{% endif %}",
            "{% if phone is starting_with(\"0\") %}a{% endif %}",
            "{% if phone is defined %}a{% endif %}",
            "{% if \"a\" in phone %}a{% endif %}",
            "{{ phone | upper }}",
            "{{ phone | words | upper }}",
            "{{ phone | safe }}",
            "{{ about }}",
            "{{ phone ~ web }}",
            "{{ <said lang={lang} /> }}",
            "{{ times }}",
            "{% for s in times %}{{ s.access }}{% endfor %}",
            "{{ __tera_context }}",
            "{% set a = phone %}",
            "{% for letter in phone %}a{% endfor %}",
            "{% for about in times %}{{ about | safe }}{% endfor %}",
            "{% for times in times %}{% for a in times %}a{% endfor %}{% endfor %}",
            "{% for line in times | sort %}{{ line }}{% endfor %}",
            "{% include \"a.html\" %}",
            "{{ name",
        ] {
            assert!(!only_copies(template), "{template}");
        }
    }
}
