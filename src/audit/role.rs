//! Turns an element into the role that assistive technology hears of, by HTML-AAM and the `role` attribute.

use super::aria::{self, Role};
use super::document::{Document, Id, Space};
use super::focus;

/// The roles of every element, by its node.
#[derive(Debug)]
pub struct Roles(Vec<Both>);

/// The role that the author wrote, and the one that holds.
#[derive(Clone, Copy, Debug, Default)]
struct Both {
    written: Option<&'static Role>,
    real: Option<&'static Role>,
}

impl Roles {
    pub fn of(document: &Document) -> Self {
        let mut roles = Self(vec![Both::default(); document.nodes.len()]);
        for &id in &document.elements {
            roles.0[id].written = written(document, id);
            roles.0[id].real = roles.real(document, id);
        }
        roles
    }

    /// The role of a valid `role` attribute.
    pub fn written(&self, id: Id) -> Option<&'static Role> {
        self.0[id].written
    }

    /// The role that holds; none where the standards give none.
    pub fn get(&self, id: Id) -> Option<&'static Role> {
        self.0[id].real
    }

    pub fn name(&self, id: Id) -> &'static str {
        self.get(id).map_or("", |role| role.name)
    }

    /// Of an element whose ancestors have theirs.
    fn real(&self, document: &Document, id: Id) -> Option<&'static Role> {
        match self.written(id) {
            Some(role) if !is_presentational(role) => Some(role),
            Some(none) if !insists(document, id) => Some(none),
            _ => self.implicit(document, id).and_then(aria::role),
        }
    }

    /// The role that the element has by itself.
    pub fn implicit(&self, document: &Document, id: Id) -> Option<&'static str> {
        let element = document.element(id)?;
        if element.space != Space::Html {
            return None;
        }
        let has = |name: &str| document.attribute(id, name).is_some();
        match &*element.name {
            "a" | "area" => Some(if has("href") { "link" } else { "generic" }),
            "aside" => Some("complementary"),
            "footer" => Some(self.of_page(document, id, "contentinfo")),
            "header" => Some(self.of_page(document, id, "banner")),
            "section" => Some(if is_named(document, id) { "region" } else { "generic" }),
            "img" => Some(self.of_image(document, id)),
            "input" => of_input(document, id),
            "select" => {
                let rows = document.attribute(id, "size").and_then(|size| size.trim().parse().map_or(None, Some));
                Some(if has("multiple") || rows.is_some_and(|rows: u32| rows > 1) { "listbox" } else { "combobox" })
            }
            "li" => self.of_item(document, id),
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" => self.of_table_part(document, id),
            tag => by_tag(tag),
        }
    }

    /// A header or footer of the whole page, or of a part of it.
    fn of_page(&self, document: &Document, id: Id, role: &'static str) -> &'static str {
        const PARTS: [&str; 5] = ["article", "aside", "main", "nav", "section"];
        const ROLES: [&str; 5] = ["article", "complementary", "main", "navigation", "region"];
        let is_part = |id: Id| PARTS.contains(&document.tag(id)) || ROLES.contains(&self.name(id));
        if document.ancestors(id).any(is_part) { "generic" } else { role }
    }

    fn of_image(&self, document: &Document, id: Id) -> &'static str {
        let says = |name: &str| document.attribute(id, name).is_some_and(|value| !value.trim().is_empty());
        let is_decoration = document.attribute(id, "alt") == Some("");
        let is_named = says("aria-label") || says("aria-labelledby");
        if is_decoration && !is_named && !focus::is_focusable(document, id) { "presentation" } else { "img" }
    }

    fn of_item(&self, document: &Document, id: Id) -> Option<&'static str> {
        let parent = document.parent(id)?;
        match document.tag(parent) {
            "ul" | "ol" | "menu" if self.get(parent).is_some_and(is_presentational) => Some("none"),
            "ul" | "ol" | "menu" => Some("listitem"),
            _ => Some("listitem").filter(|_| self.name(parent) == "list"),
        }
    }

    fn of_table_part(&self, document: &Document, id: Id) -> Option<&'static str> {
        let table = document.closest(id, "table")?;
        let in_grid = match self.name(table) {
            "table" => false,
            "grid" | "treegrid" => true,
            "none" | "presentation" => return Some("none"),
            _ => return Some("generic"),
        };
        match document.tag(id) {
            "td" if in_grid => Some("gridcell"),
            "td" => Some("cell"),
            "th" => Some(header_role(document, id)),
            "tr" => Some("row"),
            "caption" => Some("caption"),
            _ => Some("rowgroup"),
        }
    }
}

/// How many cells of a row are looked at.
const WIDEST: usize = 1000;

/// A header of a column or a row: what `scope` says, or else where it stands.
fn header_role(document: &Document, id: Id) -> &'static str {
    match document.keyword(id, "scope").as_deref() {
        Some("row" | "rowgroup") => "rowheader",
        Some("col" | "colgroup") => "columnheader",
        _ => {
            let cells = document.parent(id).into_iter().flat_map(|row| document.children(row)).take(WIDEST);
            let has_data = cells.into_iter().any(|id| document.tag(id) == "td");
            if has_data { "rowheader" } else { "columnheader" }
        }
    }
}

pub fn is_presentational(role: &Role) -> bool {
    matches!(role.name, "none" | "presentation")
}

/// The first role of the attribute that the standard knows.
fn written(document: &Document, id: Id) -> Option<&'static Role> {
    let words = document.attribute(id, "role")?;
    words.split_ascii_whitespace().find_map(|word| aria::role(&word.to_ascii_lowercase()))
}

/// Whether a role of `none` is not heeded: people can get to the element, or something is said of it.
fn insists(document: &Document, id: Id) -> bool {
    // Names that came with WAI-ARIA 1.3 change nothing in this.
    const LATER: [&str; 3] = ["aria-braillelabel", "aria-brailleroledescription", "aria-description"];
    let element = document.element(id);
    let attributes = element.into_iter().flat_map(|element| &element.attributes);
    let mut said = attributes.filter(|(name, value)| name.starts_with("aria-") && !value.trim().is_empty());
    focus::is_focusable(document, id)
        || said.any(|(name, _)| {
            &**name != "aria-hidden"
                && !LATER.contains(&&**name)
                && aria::property(name).is_some_and(|property| property.global)
        })
}

fn is_named(document: &Document, id: Id) -> bool {
    let says = |name: &str| document.attribute(id, name).is_some_and(|value| !value.trim().is_empty());
    says("aria-label") || says("aria-labelledby") || says("title")
}

fn of_input(document: &Document, id: Id) -> Option<&'static str> {
    let has_list = document.attribute(id, "list").is_some();
    match document.keyword(id, "type").as_deref().unwrap_or("text") {
        "button" | "image" | "reset" | "submit" => Some("button"),
        "checkbox" => Some("checkbox"),
        "radio" => Some("radio"),
        "range" => Some("slider"),
        "number" => Some("spinbutton"),
        "search" if !has_list => Some("searchbox"),
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "password" | "time" | "week" => None,
        _ => Some(if has_list { "combobox" } else { "textbox" }),
    }
}

#[rustfmt::skip]
fn by_tag(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "address" | "details" | "fieldset" | "hgroup" | "optgroup" => "group",
        "article" => "article",
        "b" | "bdi" | "bdo" | "body" | "data" | "div" | "i" | "pre" | "q" | "samp" | "small" | "span" | "u" => "generic",
        "blockquote" => "blockquote",
        "button" => "button",
        "code" => "code",
        "datalist" => "listbox",
        "dd" => "definition",
        "del" | "s" => "deletion",
        "dfn" | "dt" => "term",
        "dialog" => "dialog",
        "em" => "emphasis",
        "figure" => "figure",
        "form" => "form",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "hr" => "separator",
        "html" => "document",
        "ins" => "insertion",
        "main" => "main",
        "meter" => "meter",
        "nav" => "navigation",
        "ol" | "ul" | "menu" => "list",
        "option" => "option",
        "output" => "status",
        "p" => "paragraph",
        "progress" => "progressbar",
        "search" => "search",
        "strong" => "strong",
        "sub" => "subscript",
        "sup" => "superscript",
        "table" => "table",
        "textarea" => "textbox",
        _ => return None,
    })
}
