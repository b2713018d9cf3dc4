//! Turns a document and its style sheets into what rules ask of an element: its role, its name, whether it is there.

use std::collections::{HashMap, HashSet};

use super::aria::Role;
use super::css::{self, Styles, Sure};
use super::document::{Document, Id, Space};
use super::focus;
use super::role::Roles;

/// A page as rules see it.
pub struct Page {
    pub document: Document,
    pub styles: Styles,
    pub roles: Roles,
    /// Whether each node is surely there for somebody, by its number.
    seen: Vec<Seen>,
    /// The `label` elements that name the id of a control.
    labels: HashMap<String, Vec<Id>>,
    /// Elements that name a control that is switched off.
    off: HashSet<Id>,
}

/// Who an element is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    /// It is laid out and not hidden, as far as the text says.
    by_eyes: bool,
    /// Assistive technology hears of it.
    by_ears: bool,
    /// The keyboard may get to it.
    by_keys: bool,
}

impl Page {
    pub fn new(document: Document, sheets: &[&str]) -> Self {
        let styles = css::styles(&document, sheets);
        let roles = Roles::of(&document);
        let mut seen = vec![Seen { by_eyes: true, by_ears: true, by_keys: true }; document.nodes.len()];
        let mut hushed = vec![false; document.nodes.len()];
        let mut inert = vec![false; document.nodes.len()];
        for &id in &document.elements {
            let parent = document.parent(id).unwrap_or_default();
            let shown = styles.of(id).shown;
            hushed[id] = hushed[parent] || document.keyword(id, "aria-hidden").as_deref() == Some("true");
            inert[id] = inert[parent] || document.attribute(id, "inert").is_some();
            let by_eyes = shown.gone == Sure::No && shown.unseen == Sure::No;
            seen[id] = Seen { by_eyes, by_ears: by_eyes && !hushed[id] && !inert[id], by_keys: by_eyes && !inert[id] };
        }
        let mut labels: HashMap<String, Vec<Id>> = HashMap::new();
        for &id in document.elements.iter().filter(|&&id| document.tag(id) == "label") {
            let target = document.attribute(id, "for").unwrap_or_default();
            labels.entry(target.to_owned()).or_default().push(id);
        }
        let off = labels_of_disabled(&document);
        Self { document, styles, roles, seen, labels, off }
    }

    /// Whether a control that is switched off is named by the element (`aria-labelledby`).
    pub fn labels_what_is_off(&self, id: Id) -> bool {
        self.off.contains(&id)
    }

    /// The `label` elements that name an id.
    pub fn labels_for(&self, id: &str) -> &[Id] {
        self.labels.get(id).map_or(&[], Vec::as_slice)
    }

    /// HTML elements in the order of the page.
    pub fn html(&self) -> impl Iterator<Item = Id> {
        self.document.elements.iter().copied().filter(|&id| self.space(id) == Space::Html)
    }

    /// HTML and SVG elements in the order of the page.
    pub fn html_and_svg(&self) -> impl Iterator<Item = Id> {
        self.document.elements.iter().copied().filter(|&id| self.space(id) != Space::Other)
    }

    /// HTML elements of a name.
    pub fn tags<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = Id> + 'a {
        self.document.elements.iter().copied().filter(move |&id| self.document.tag(id) == tag)
    }

    pub fn space(&self, id: Id) -> Space {
        self.document.element(id).map_or(Space::Other, |element| element.space)
    }

    /// The role that holds; empty where there is none.
    pub fn role_name(&self, id: Id) -> &'static str {
        self.roles.name(id)
    }

    pub fn role(&self, id: Id) -> Option<&'static Role> {
        self.roles.get(id)
    }

    pub fn is_visible(&self, id: Id) -> bool {
        self.seen[id].by_eyes
    }

    /// Whether assistive technology surely hears of the element.
    pub fn is_exposed(&self, id: Id) -> bool {
        self.seen[id].by_ears
    }

    /// Whether the Tab key surely stops at the element.
    pub fn is_in_focus_order(&self, id: Id) -> bool {
        self.seen[id].by_keys && focus::is_in_order(&self.document, id)
    }

    /// Whether something is said in an attribute.
    pub fn says(&self, id: Id, name: &str) -> bool {
        self.document.attribute(id, name).is_some_and(|value| !value.trim().is_empty())
    }

    /// How to name the element in a message: its tag, with its id or class if it has one.
    pub fn label(&self, id: Id) -> String {
        let Some(element) = self.document.element(id) else { return String::new() };
        let extra = ["id", "class", "href", "name"].into_iter().find(|name| self.says(id, name));
        match extra.and_then(|name| Some((name, self.document.attribute(id, name)?))) {
            Some((name, value)) => {
                let short: String = value.chars().filter(|c| *c != '`').take(60).collect();
                format!("`<{} {name}=\"{short}\">`", element.name)
            }
            None => format!("`<{}>`", element.name),
        }
    }
}

fn labels_of_disabled(document: &Document) -> HashSet<Id> {
    let is_off = |id: Id| {
        document.attribute(id, "disabled").is_some() || document.keyword(id, "aria-disabled").as_deref() == Some("true")
    };
    let labelled = document.elements.iter().filter(|&&id| document.attribute(id, "aria-labelledby").is_some());
    let off = labelled.filter(|&&id| document.line(id).any(is_off));
    off.flat_map(|&id| document.referred(id, "aria-labelledby")).collect()
}
