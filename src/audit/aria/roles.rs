//! Turns the name of a role into what WAI-ARIA 1.2, its graphics module and DPUB-ARIA 1.1 say of it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A role. Lists are words with spaces between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Role {
    pub name: &'static str,
    /// The role that this one is a kind of, where a rule looks at that.
    pub kind_of: &'static str,
    /// What it takes beside what every role takes.
    pub supports: &'static str,
    pub requires: &'static str,
    /// Where it must stand.
    pub context: &'static str,
    /// What it may hold.
    pub owns: &'static str,
    /// `content`: it is named by what it holds; `leaf`: what it holds has no roles; `nameless`: it may have no name;
    /// `widget`: people use it.
    pub traits: &'static str,
}

/// A role of which there is nothing special to say.
pub const PLAIN: Role = Role { name: "", kind_of: "", supports: "", requires: "", context: "", owns: "", traits: "" };

impl Role {
    pub fn is(&self, property: &str) -> bool {
        has(self.traits, property)
    }

    pub fn takes(&self, attribute: &str) -> bool {
        has(self.supports, attribute) || has(self.requires, attribute)
    }

    /// This role, or one that is a kind of it.
    pub fn inherits(&self, name: &str) -> bool {
        self.name == name || self.kind_of == name
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// A role by its name; abstract ones are for writers of standards only.
pub fn role(name: &str) -> Option<&'static Role> {
    static BY_NAME: LazyLock<HashMap<&str, &Role>> =
        LazyLock::new(|| ALL.iter().map(|role| (role.name, role)).collect());
    BY_NAME.get(name).copied()
}

/// All names, for "did you mean".
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|role| role.name)
}

const RANGE: &str = "aria-valuemax aria-valuemin aria-valuenow aria-valuetext";
const CELL: &str = "aria-colindex aria-colindextext aria-colspan aria-rowindex aria-rowindextext aria-rowspan";
const GRID_CELL: &str = "aria-colindex aria-colindextext aria-colspan aria-rowindex aria-rowindextext aria-rowspan \
                         aria-expanded aria-readonly aria-required aria-selected";
const HEADER: &str = "aria-colindex aria-colindextext aria-colspan aria-rowindex aria-rowindextext aria-rowspan \
                      aria-expanded aria-readonly aria-required aria-selected aria-sort";
const ITEMS: &str = "group menuitem menuitemcheckbox menuitemradio";
const ENTRY: &str = "aria-setsize aria-posinset";

#[rustfmt::skip]
const ALL: &[Role] = &[
    Role { name: "alert", ..PLAIN },
    Role { name: "alertdialog", supports: "aria-modal", ..PLAIN },
    Role { name: "application", supports: "aria-activedescendant aria-expanded", ..PLAIN },
    Role { name: "article", supports: ENTRY, ..PLAIN },
    Role { name: "banner", ..PLAIN },
    Role { name: "blockquote", ..PLAIN },
    Role { name: "button", supports: "aria-expanded aria-pressed", traits: "content leaf widget", ..PLAIN },
    Role { name: "caption", traits: "nameless", ..PLAIN },
    Role { name: "cell", supports: CELL, context: "row", traits: "content", ..PLAIN },
    Role { name: "checkbox", supports: "aria-expanded aria-readonly aria-required", requires: "aria-checked", traits: "content leaf widget", ..PLAIN },
    Role { name: "code", traits: "nameless", ..PLAIN },
    Role { name: "columnheader", supports: HEADER, context: "row", traits: "content widget", ..PLAIN },
    Role { name: "combobox", supports: "aria-activedescendant aria-autocomplete aria-readonly aria-required", requires: "aria-expanded aria-controls", traits: "widget", ..PLAIN },
    Role { name: "comment", supports: ENTRY, traits: "content", ..PLAIN },
    Role { name: "complementary", ..PLAIN },
    Role { name: "contentinfo", ..PLAIN },
    Role { name: "definition", ..PLAIN },
    Role { name: "deletion", traits: "nameless", ..PLAIN },
    Role { name: "dialog", supports: "aria-modal", ..PLAIN },
    Role { name: "directory", ..PLAIN },
    Role { name: "document", ..PLAIN },
    Role { name: "emphasis", traits: "nameless", ..PLAIN },
    Role { name: "feed", owns: "article", ..PLAIN },
    Role { name: "figure", ..PLAIN },
    Role { name: "form", ..PLAIN },
    Role { name: "generic", traits: "nameless", ..PLAIN },
    Role { name: "grid", supports: "aria-activedescendant aria-colcount aria-multiselectable aria-readonly aria-rowcount", owns: "row rowgroup", traits: "widget", ..PLAIN },
    Role { name: "gridcell", supports: GRID_CELL, context: "row", traits: "content widget", ..PLAIN },
    Role { name: "group", supports: "aria-activedescendant", ..PLAIN },
    Role { name: "heading", requires: "aria-level", traits: "content", ..PLAIN },
    Role { name: "img", traits: "leaf", ..PLAIN },
    Role { name: "image", traits: "leaf", ..PLAIN },
    Role { name: "insertion", traits: "nameless", ..PLAIN },
    Role { name: "link", supports: "aria-expanded", traits: "content widget", ..PLAIN },
    Role { name: "list", owns: "listitem", ..PLAIN },
    Role { name: "listbox", supports: "aria-activedescendant aria-expanded aria-multiselectable aria-orientation aria-readonly aria-required", owns: "group option", traits: "widget", ..PLAIN },
    Role { name: "listitem", supports: "aria-level aria-posinset aria-setsize", context: "list directory group", ..PLAIN },
    Role { name: "log", ..PLAIN },
    Role { name: "main", ..PLAIN },
    Role { name: "mark", ..PLAIN },
    Role { name: "marquee", ..PLAIN },
    Role { name: "math", ..PLAIN },
    Role { name: "menu", supports: "aria-activedescendant aria-orientation", owns: ITEMS, traits: "widget", ..PLAIN },
    Role { name: "menubar", supports: "aria-activedescendant aria-orientation", owns: ITEMS, traits: "widget", ..PLAIN },
    Role { name: "menuitem", supports: "aria-expanded aria-posinset aria-setsize", context: "group menu menubar", traits: "content widget", ..PLAIN },
    Role { name: "menuitemcheckbox", supports: "aria-expanded aria-posinset aria-setsize", requires: "aria-checked", context: "group menu menubar", traits: "content leaf widget", ..PLAIN },
    Role { name: "menuitemradio", supports: "aria-expanded aria-posinset aria-setsize", requires: "aria-checked", context: "group menu menubar", traits: "content leaf widget", ..PLAIN },
    Role { name: "meter", supports: RANGE, requires: "aria-valuenow", traits: "leaf", ..PLAIN },
    Role { name: "navigation", ..PLAIN },
    Role { name: "none", traits: "nameless", ..PLAIN },
    Role { name: "note", ..PLAIN },
    Role { name: "option", supports: "aria-checked aria-posinset aria-selected aria-setsize", context: "group listbox", traits: "content leaf widget", ..PLAIN },
    Role { name: "paragraph", traits: "nameless", ..PLAIN },
    Role { name: "presentation", traits: "nameless", ..PLAIN },
    Role { name: "progressbar", supports: RANGE, traits: "leaf widget", ..PLAIN },
    Role { name: "radio", supports: ENTRY, requires: "aria-checked", traits: "content leaf widget", ..PLAIN },
    Role { name: "radiogroup", supports: "aria-activedescendant aria-orientation aria-readonly aria-required", traits: "widget", ..PLAIN },
    Role { name: "region", ..PLAIN },
    Role { name: "row", supports: "aria-activedescendant aria-colindex aria-expanded aria-level aria-posinset aria-rowindex aria-rowindextext aria-selected aria-setsize", context: "grid rowgroup table treegrid", owns: "cell columnheader gridcell rowheader", traits: "content widget", ..PLAIN },
    Role { name: "rowgroup", context: "grid table treegrid", owns: "row", ..PLAIN },
    Role { name: "rowheader", supports: HEADER, context: "row", traits: "content widget", ..PLAIN },
    Role { name: "scrollbar", supports: "aria-orientation aria-valuemax aria-valuemin aria-valuetext", requires: "aria-controls aria-valuenow", traits: "leaf widget", ..PLAIN },
    Role { name: "search", ..PLAIN },
    Role { name: "searchbox", supports: "aria-activedescendant aria-autocomplete aria-multiline aria-placeholder aria-readonly aria-required", traits: "widget", ..PLAIN },
    Role { name: "separator", supports: "aria-orientation aria-valuemax aria-valuemin aria-valuenow aria-valuetext", traits: "leaf", ..PLAIN },
    Role { name: "slider", supports: "aria-orientation aria-readonly aria-valuemax aria-valuemin aria-valuetext", requires: "aria-valuenow", traits: "leaf widget", ..PLAIN },
    Role { name: "spinbutton", supports: "aria-activedescendant aria-readonly aria-required aria-valuemax aria-valuemin aria-valuenow aria-valuetext", traits: "widget", ..PLAIN },
    Role { name: "status", ..PLAIN },
    Role { name: "strong", traits: "nameless", ..PLAIN },
    Role { name: "subscript", traits: "nameless", ..PLAIN },
    Role { name: "suggestion", ..PLAIN },
    Role { name: "superscript", traits: "nameless", ..PLAIN },
    Role { name: "switch", supports: "aria-expanded aria-readonly aria-required", requires: "aria-checked", traits: "content leaf widget", ..PLAIN },
    Role { name: "tab", supports: "aria-expanded aria-posinset aria-selected aria-setsize", context: "tablist", traits: "content leaf widget", ..PLAIN },
    Role { name: "table", supports: "aria-colcount aria-rowcount", owns: "row rowgroup", ..PLAIN },
    Role { name: "tablist", supports: "aria-activedescendant aria-multiselectable aria-orientation", owns: "tab", traits: "widget", ..PLAIN },
    Role { name: "tabpanel", ..PLAIN },
    Role { name: "term", ..PLAIN },
    Role { name: "textbox", supports: "aria-activedescendant aria-autocomplete aria-multiline aria-placeholder aria-readonly aria-required", traits: "widget", ..PLAIN },
    Role { name: "time", ..PLAIN },
    Role { name: "timer", ..PLAIN },
    Role { name: "toolbar", supports: "aria-activedescendant aria-orientation", ..PLAIN },
    Role { name: "tooltip", traits: "content", ..PLAIN },
    Role { name: "tree", supports: "aria-activedescendant aria-multiselectable aria-orientation aria-required", owns: "group treeitem", traits: "widget", ..PLAIN },
    Role { name: "treegrid", supports: "aria-activedescendant aria-colcount aria-multiselectable aria-orientation aria-readonly aria-required aria-rowcount", owns: "row rowgroup", traits: "widget", ..PLAIN },
    Role { name: "treeitem", supports: "aria-checked aria-expanded aria-level aria-posinset aria-selected aria-setsize", context: "group tree", traits: "content widget", ..PLAIN },
    // Graphics.
    Role { name: "graphics-document", ..PLAIN },
    Role { name: "graphics-object", supports: "aria-activedescendant", ..PLAIN },
    Role { name: "graphics-symbol", traits: "leaf", ..PLAIN },
    // Digital publishing.
    Role { name: "doc-abstract", ..PLAIN },
    Role { name: "doc-acknowledgments", ..PLAIN },
    Role { name: "doc-afterword", ..PLAIN },
    Role { name: "doc-appendix", ..PLAIN },
    Role { name: "doc-backlink", kind_of: "link", supports: "aria-expanded", traits: "content widget", ..PLAIN },
    Role { name: "doc-biblioentry", kind_of: "listitem", supports: "aria-level aria-posinset aria-setsize", ..PLAIN },
    Role { name: "doc-bibliography", ..PLAIN },
    Role { name: "doc-biblioref", kind_of: "link", supports: "aria-expanded", traits: "content widget", ..PLAIN },
    Role { name: "doc-chapter", ..PLAIN },
    Role { name: "doc-colophon", ..PLAIN },
    Role { name: "doc-conclusion", ..PLAIN },
    Role { name: "doc-cover", kind_of: "img", traits: "leaf", ..PLAIN },
    Role { name: "doc-credit", ..PLAIN },
    Role { name: "doc-credits", ..PLAIN },
    Role { name: "doc-dedication", ..PLAIN },
    Role { name: "doc-endnote", kind_of: "listitem", supports: "aria-level aria-posinset aria-setsize", ..PLAIN },
    Role { name: "doc-endnotes", ..PLAIN },
    Role { name: "doc-epigraph", ..PLAIN },
    Role { name: "doc-epilogue", ..PLAIN },
    Role { name: "doc-errata", ..PLAIN },
    Role { name: "doc-example", ..PLAIN },
    Role { name: "doc-footnote", ..PLAIN },
    Role { name: "doc-foreword", ..PLAIN },
    Role { name: "doc-glossary", ..PLAIN },
    Role { name: "doc-glossref", kind_of: "link", supports: "aria-expanded", traits: "content widget", ..PLAIN },
    Role { name: "doc-index", ..PLAIN },
    Role { name: "doc-introduction", ..PLAIN },
    Role { name: "doc-noteref", kind_of: "link", supports: "aria-expanded", traits: "content widget", ..PLAIN },
    Role { name: "doc-notice", ..PLAIN },
    Role { name: "doc-pagebreak", supports: "aria-orientation aria-valuemax aria-valuemin aria-valuenow aria-valuetext", traits: "leaf", ..PLAIN },
    Role { name: "doc-pagefooter", ..PLAIN },
    Role { name: "doc-pageheader", ..PLAIN },
    Role { name: "doc-pagelist", ..PLAIN },
    Role { name: "doc-part", ..PLAIN },
    Role { name: "doc-preface", ..PLAIN },
    Role { name: "doc-prologue", ..PLAIN },
    Role { name: "doc-pullquote", ..PLAIN },
    Role { name: "doc-qna", ..PLAIN },
    Role { name: "doc-subtitle", traits: "content", ..PLAIN },
    Role { name: "doc-tip", ..PLAIN },
    Role { name: "doc-toc", ..PLAIN },
];
