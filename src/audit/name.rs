//! Turns an element into its accessible name, as "Accessible Name and Description Computation 1.2" says.

use super::document::{Id, Space};
use super::page::Page;
use super::role::is_presentational;

/// The name that assistive technology says; empty where there is none.
pub fn name(page: &Page, id: Id) -> String {
    let mut naming = Naming { page, path: Vec::new(), refers: false, steps: 0 };
    tidy(&naming.name(id, Why::Itself))
}

/// Why a name is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    Itself,
    /// Another element says `aria-labelledby`, or is labelled by it; the hidden count if the one named is hidden.
    Referred {
        hidden: bool,
    },
    /// It stands in what names another.
    Content {
        hidden: bool,
    },
}

impl Why {
    fn counts_hidden(self) -> bool {
        matches!(self, Self::Referred { hidden: true } | Self::Content { hidden: true })
    }
}

struct Naming<'a> {
    page: &'a Page,
    /// The elements whose names are being made, so that none is asked for its own.
    path: Vec<Id>,
    /// `aria-labelledby` is followed once only.
    refers: bool,
    steps: usize,
}

/// The elements that one name is made of; what is longer than that is not empty.
const LONGEST: usize = 20_000;

impl Naming<'_> {
    fn name(&mut self, id: Id, why: Why) -> String {
        self.steps += 1;
        if self.path.contains(&id) {
            return String::new();
        }
        if self.steps > LONGEST {
            return "…".to_owned();
        }
        self.path.push(id);
        let name = self.find(id, why);
        self.path.pop();
        name
    }

    fn find(&mut self, id: Id, why: Why) -> String {
        let page = self.page;
        let is_referred = matches!(why, Why::Referred { .. });
        if why != Why::Itself && !is_referred && !why.counts_hidden() && !page.is_exposed(id) {
            return String::new();
        }
        if !self.refers {
            let named: Vec<Id> = page.document.referred(id, "aria-labelledby").collect();
            if !named.is_empty() {
                return self.joined(&named);
            }
        }
        if let (Why::Content { .. }, Some(value)) = (why, self.value(id)) {
            return value;
        }
        if page.says(id, "aria-label") {
            return page.document.attribute(id, "aria-label").unwrap_or_default().to_owned();
        }
        let own = self.native(id, why);
        if !own.trim().is_empty() {
            return own;
        }
        let content = if self.is_named_by_content(id, why) { self.content(id, why) } else { String::new() };
        if !content.trim().is_empty() {
            return content;
        }
        self.hint(id)
    }

    fn joined(&mut self, ids: &[Id]) -> String {
        let mut names = Vec::new();
        self.refers = true;
        for &id in ids {
            let hidden = !self.page.is_exposed(id);
            // An element may name itself beside others.
            let own = self.path.pop_if(|last| *last == id);
            names.push(self.name(id, Why::Referred { hidden }));
            self.path.extend(own);
        }
        self.refers = false;
        names.join(" ")
    }

    /// What a control inside a label holds.
    fn value(&self, id: Id) -> Option<String> {
        let document = &self.page.document;
        match (self.page.role_name(id), document.tag(id)) {
            ("textbox" | "searchbox", "input") => document.attribute(id, "value").map(str::to_owned),
            ("spinbutton" | "slider", _) => {
                let said = ["aria-valuetext", "aria-valuenow", "value"];
                Some(said.iter().find_map(|name| document.attribute(id, name)).unwrap_or_default().to_owned())
            }
            ("combobox" | "listbox", "select") => {
                let options = || document.inside(id).filter(|&id| document.tag(id) == "option");
                let chosen = options().find(|&id| document.attribute(id, "selected").is_some());
                Some(chosen.or_else(|| options().next()).map(|id| document.all_text(id)).unwrap_or_default())
            }
            _ => None,
        }
    }

    /// What HTML and SVG have to name an element.
    fn native(&mut self, id: Id, why: Why) -> String {
        let document = &self.page.document;
        if self.page.role(id).is_some_and(is_presentational) {
            return String::new();
        }
        let attribute = |name: &str| document.attribute(id, name).unwrap_or_default().to_owned();
        if self.page.space(id) == Space::Svg {
            let title = document.children(id).find(|&id| document.element(id).is_some_and(|one| &*one.name == "title"));
            let linked = document.attribute(id, "xlink:title").or(document.attribute(id, "title"));
            return title.map_or_else(|| linked.unwrap_or_default().to_owned(), |title| document.all_text(title));
        }
        match document.tag(id) {
            "img" | "area" => attribute("alt"),
            "input" => self.of_input(id),
            "select" | "textarea" | "meter" | "progress" | "output" => self.by_labels(id),
            "button" => self.by_labels(id),
            "fieldset" => self.by_child(id, "legend", why),
            "table" => self.by_child(id, "caption", why),
            "figure" => self.by_child(id, "figcaption", why),
            _ => String::new(),
        }
    }

    fn of_input(&mut self, id: Id) -> String {
        let document = &self.page.document;
        let attribute = |name: &str| document.attribute(id, name).map(str::to_owned);
        let by_labels = self.by_labels(id);
        match document.keyword(id, "type").as_deref().unwrap_or("text") {
            _ if !by_labels.trim().is_empty() => by_labels,
            "submit" => attribute("value").unwrap_or_else(|| "Submit".to_owned()),
            "reset" => attribute("value").unwrap_or_else(|| "Reset".to_owned()),
            "button" => attribute("value").unwrap_or_default(),
            "image" => attribute("alt").unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The `label` elements of a control, in the order of the page.
    fn by_labels(&mut self, id: Id) -> String {
        let labels = labels(self.page, id);
        let mut names = Vec::new();
        for label in labels {
            let hidden = !self.page.is_exposed(label);
            names.push(self.name(label, Why::Referred { hidden }));
        }
        names.join(" ")
    }

    fn by_child(&mut self, id: Id, tag: &str, why: Why) -> String {
        let document = &self.page.document;
        let child = document.children(id).find(|&id| document.tag(id) == tag);
        let why = if why == Why::Itself { Why::Content { hidden: false } } else { why };
        child.map(|child| self.content(child, why)).unwrap_or_default()
    }

    fn is_named_by_content(&self, id: Id, why: Why) -> bool {
        let page = self.page;
        match why {
            Why::Referred { .. } | Why::Content { .. } => true,
            Why::Itself if page.document.tag(id) == "summary" => true,
            Why::Itself => page.role(id).is_some_and(|role| role.is("content")),
        }
    }

    fn content(&mut self, id: Id, why: Why) -> String {
        let hidden = why.counts_hidden();
        let document = &self.page.document;
        let owned: Vec<Id> = document.referred(id, "aria-owns").collect();
        let children: Vec<Id> = document.children(id).chain(owned).collect();
        let mut text = String::new();
        for child in children {
            if let Some(own) = document.text(child) {
                text.push_str(own);
            } else if document.element(child).is_some() && !is_silent(document.tag(child)) {
                let inner = self.name(child, Why::Content { hidden });
                let apart = if is_inline(document.tag(child)) { "" } else { " " };
                text.extend([apart, &inner, apart]);
            }
        }
        text
    }

    /// `title`, or what stands in an empty field.
    fn hint(&self, id: Id) -> String {
        let document = &self.page.document;
        let is_image = document.tag(id) == "img" && self.page.role(id).is_some_and(is_presentational);
        if self.page.says(id, "title") && !is_image {
            return document.attribute(id, "title").unwrap_or_default().to_owned();
        }
        let is_field = matches!(document.tag(id), "input" | "textarea");
        let placeholder =
            ["placeholder", "aria-placeholder"].into_iter().filter_map(|name| document.attribute(id, name));
        if is_field { placeholder.map(str::to_owned).next().unwrap_or_default() } else { String::new() }
    }
}

/// The `label` elements of a control: those that name its id, and one that it stands in.
pub fn labels(page: &Page, id: Id) -> Vec<Id> {
    let document = &page.document;
    let own = document.attribute(id, "id").filter(|own| document.by_id(own) == Some(id));
    let around = document.closest(id, "label").filter(|&label| labelled(page, label) == Some(id));
    let mut all: Vec<Id> =
        own.map(|own| page.labels_for(own)).unwrap_or_default().iter().copied().chain(around).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The control that a label is for.
pub fn labelled(page: &Page, label: Id) -> Option<Id> {
    const CONTROLS: [&str; 7] = ["button", "input", "meter", "output", "progress", "select", "textarea"];
    let document = &page.document;
    let is_control =
        |id: Id| CONTROLS.contains(&document.tag(id)) && document.keyword(id, "type").as_deref() != Some("hidden");
    match document.attribute(label, "for") {
        Some(name) => document.by_id(name).filter(|&id| is_control(id)),
        None => document.inside(label).find(|&id| is_control(id)),
    }
}

fn is_silent(tag: &str) -> bool {
    matches!(tag, "script" | "style" | "template" | "noscript")
}

fn is_inline(tag: &str) -> bool {
    matches!(
        tag,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
