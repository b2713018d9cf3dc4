//! Turns a page into what each rule says of it: the one table of rules.
//!
//! The rules are those of the W3C's accessibility conformance testing, <https://www.w3.org/WAI/standards-guidelines/act/rules/>.
//! Each looks at the text of the page alone: no scripts run, and what a style sheet leaves open counts for the page.

mod aria;
mod contrast;
mod fields;
mod keyboard;
mod language;
mod meta;
mod names;
mod owned;
mod permitted;
mod tables;

use super::document::Id;
use super::page::Page;

/// A rule by its id in the W3C's list.
#[derive(Debug)]
pub struct Rule {
    pub id: &'static str,
    pub name: &'static str,
    /// The success criterion of WCAG 2.2, or the part of WAI-ARIA, that a fault breaks.
    pub criterion: &'static str,
    /// What must be true, in plain words.
    pub wants: &'static str,
    /// What a look at the text alone cannot find.
    pub limits: &'static str,
    check: fn(&Page, &mut Found),
}

/// What a rule found on a page.
#[derive(Debug, Default)]
pub struct Found {
    /// How many things it looked at.
    pub targets: usize,
    pub faults: Vec<Fault>,
    /// Things that it could not judge, and why.
    pub doubts: Vec<Fault>,
}

/// Something wrong with an element: what is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: Id,
    pub message: String,
    pub help: String,
}

impl Fault {
    pub fn new(at: Id, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: help.into() }
    }
}

impl Found {
    /// Something that the rule looked at, and whether it is as it should be.
    pub fn target(&mut self, fault: Option<Fault>) {
        self.targets += 1;
        self.faults.extend(fault);
    }
}

impl Rule {
    /// The criterion with its book: `WCAG 1.1.1`.
    pub fn source(&self) -> String {
        let is_number = self.criterion.starts_with(|c: char| c.is_ascii_digit());
        if is_number { format!("WCAG {}", self.criterion) } else { self.criterion.to_owned() }
    }

    pub fn check(&self, page: &Page) -> Found {
        let mut found = Found::default();
        if page.document.is_html {
            (self.check)(page, &mut found);
        }
        found
    }
}

const NO_SCRIPTS: &str = "what scripts add or change is not seen";
const NONE: &str = "none";

macro_rules! rules {
    ($($id:literal $name:literal, $criterion:literal, $wants:literal, $limits:expr, $check:path;)*) => {
        /// Every rule, by its id.
        pub const RULES: &[Rule] = &[$(Rule {
            id: $id, name: $name, criterion: $criterion, wants: $wants, limits: $limits, check: $check,
        }),*];
    };
}

#[rustfmt::skip]
rules! {
    "23a2a8" "image has an accessible name", "1.1.1", "each image says in words what it shows, or is marked as decoration", NO_SCRIPTS, names::images;
    "2779a5" "page has a title", "2.4.2", "the page has a title that is not empty", NO_SCRIPTS, meta::title;
    "2t702h" "summary has an accessible name", "4.1.2", "what opens more text says what it opens", NO_SCRIPTS, names::summaries;
    "307n5z" "nothing to tab to inside a control", "4.1.2", "a button, tick box, tab or picture holds no link or control of its own", NO_SCRIPTS, keyboard::inside_leaves;
    "46ca7f" "decoration is not announced", "1.1.1", "what is marked as decoration has no name and cannot be tabbed to", NO_SCRIPTS, aria::decoration;
    "4e8ab6" "role has the states it needs", "4.1.2", "an element with a role says the states that the role requires", NO_SCRIPTS, aria::required;
    "59796f" "image button has an accessible name", "1.1.1", "a button that is a picture says what it does", NO_SCRIPTS, names::image_buttons;
    "5c01ea" "ARIA attribute is permitted", "WAI-ARIA 1.2, 8.6", "an element has only `aria-` attributes that its role takes", "an element without a role of the standard counts for the page", permitted::attributes;
    "5f99a7" "ARIA attribute exists", "4.1.2", "each `aria-` attribute is one of the standard", NONE, aria::defined;
    "674b10" "role exists", "4.1.2", "each `role` names a role of the standard", NONE, aria::roles;
    "6a7281" "ARIA attribute has a valid value", "4.1.2", "each `aria-` attribute has a value that the standard knows", "ids are looked up only where a role requires them", aria::values;
    "6cfa84" "nothing to tab to inside what is hidden", "4.1.2", "what is hidden from screen readers holds nothing that the keyboard gets to", NO_SCRIPTS, keyboard::inside_hidden;
    "73f2c2" "autocomplete has a valid value", "1.3.5", "each `autocomplete` says what the field is for in the words of HTML", NONE, fields::autocomplete;
    "7d6734" "SVG with a role has an accessible name", "1.1.1", "a drawing that is marked as an image says what it shows", NO_SCRIPTS, names::drawings;
    "8fc3b6" "object has an accessible name", "1.1.1", "a picture, sound or film in an `object` says what it is", "an `object` whose kind cannot be told from its name is left out", names::objects;
    "97a4e1" "button has an accessible name", "4.1.2", "each button says what it does", NO_SCRIPTS, names::buttons;
    "a25f45" "headers of a cell are in its table", "1.3.1", "each id in `headers` names another cell of the same table", NONE, tables::headers;
    "akn7bn" "frame with controls can be tabbed to", "2.1.1", "a frame that holds something to tab to is not left out of the tab order", "only frames whose content stands in `srcdoc` are looked into", keyboard::frames;
    "b4f0c3" "page can be enlarged", "1.4.4", "the page does not keep people from enlarging it", NONE, meta::viewport;
    "b5c3f8" "page has a language", "3.1.1", "the page says which language it is in", NO_SCRIPTS, meta::lang;
    "bc4a75" "role holds what it must", "1.3.1", "a list holds list items, a table rows, a menu entries, and so on", "elements without a role count for the page as long as one of the right ones is there", owned::elements;
    "bc659a" "page does not reload by itself", "2.2.1", "the page does not reload or leave by itself, or only at once or after 20 hours", NO_SCRIPTS, meta::refresh;
    "bf051a" "page's language is valid", "3.1.1", "the language of the page is a language tag", "three-letter tags are not all looked up", meta::valid_lang;
    "bisz58" "page never reloads by itself", "2.2.4", "the page does not reload or leave by itself, or only at once", NO_SCRIPTS, meta::refresh_at_all;
    "c487ae" "link has an accessible name", "4.1.2", "each link says where it leads", NO_SCRIPTS, names::links;
    "cae760" "frame has an accessible name", "4.1.2", "each frame says what it holds", NO_SCRIPTS, names::frames;
    "d0f69e" "table header has cells", "1.3.1", "each header of a table stands over or beside a cell", NONE, tables::header_cells;
    "de46e4" "language of a part is valid", "3.1.2", "each `lang` in the page is a language tag", "three-letter tags are not all looked up", language::valid;
    "e086e5" "form field has an accessible name", "4.1.2", "each field says what to enter or choose", NO_SCRIPTS, names::fields;
    "ff89c9" "role stands where it must", "1.3.1", "a list item stands in a list, a tab in a list of tabs, and so on", NO_SCRIPTS, owned::contexts;
    "ffd0e9" "heading has an accessible name", "1.3.1", "each heading says something", NO_SCRIPTS, names::headings;
    "kb1m8s" "name where it may not be", "WAI-ARIA 1.2, 8.6", "an element that is only text or a box has no name that readers would not hear", NONE, permitted::names;
    "m6b1q3" "menu entry has an accessible name", "4.1.2", "each entry of a menu says what it does", NO_SCRIPTS, names::menu_items;
    "afw4f7" "text has enough contrast", "1.4.3", "text stands out from what lies behind it: 4.5 to 1, or 3 to 1 where it is large", "where a picture, a shadow or a state decides, nothing is said", contrast::text;
    "off6ek" "part is in the language it says", "3.1.2", "a part with a `lang` of its own is in that language", "only where the words leave no doubt; short texts are not judged", language::parts_match;
    "ucwvc8" "page is in the language it says", "3.1.1", "the page is in the language that it says", "only where the words leave no doubt; short texts are not judged", language::page;
}
