//! What the frame of every page is rendered from.

use serde::Serialize;

use super::{ContactView, Kind, LinkView, Strings, TextView};
use crate::model::{Direction, Language};

/// What is the same for every page of one kind in one language and locality; a skeleton is rendered from it once.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chrome {
    pub kind: Kind,
    pub lang: Language,
    pub dir: Direction,
    /// The interface strings without arguments, `skip-to-content` as `s.skip_to_content`.
    pub s: Strings,
    /// The language of the interface strings where the page's own has none.
    pub chrome_lang: Option<Language>,
    pub chrome_dir: Option<Direction>,
    pub portal: TextView,
    /// The locality's name; none everywhere.
    pub place: Option<TextView>,
    pub publisher: TextView,
    pub sample: bool,
    pub alert: Option<TextView>,
    pub contact: ContactView,
    /// The main menu; `href` counts from the variant's home and is written after the slot `page.root`.
    pub menu: Vec<LinkView>,
    /// "Urgent help", where the portal has a page for that; `href` as in `menu`.
    pub urgent: Option<LinkView>,
    /// Path of the search from the variant's home; none where there is nothing to find.
    pub search: Option<&'static str>,
    /// Links of the footer, such as the accessibility statement; `href` as in `menu`.
    pub footer: Vec<LinkView>,
    /// Path of the stylesheet from the host's root.
    pub stylesheet: String,
    /// Path of the script, which no page needs, from the host's root.
    pub script: Option<String>,
    /// `mailto:` with the address that problems of a service are told to, up to where the service's id follows.
    pub report: Option<String>,
    /// Whether the page is that of a record in open data.
    pub data: bool,
    /// Paths of further scripts that this kind of page can use, from the host's root.
    pub scripts: Vec<String>,
    /// Path of the picture in the browser's tab from the host's root.
    pub icon: Option<String>,
    /// Path of the portal's logo from the host's root; the portal's name stands beside it.
    pub logo: Option<String>,
    /// "Change area"; none where a portal has no localities with sites.
    pub areas: Option<AreasLink>,
    /// The page's main content is in another language than its chrome: slots `main_lang` and `main_dir` are filled.
    pub foreign: bool,
    pub easy: bool,
    pub sensitive: bool,
    pub noindex: bool,
}

/// Where the list of areas is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreasLink {
    /// A path after the slot `page.site`, or a whole address.
    pub href: String,
    /// On another host than the page.
    pub elsewhere: bool,
}

/// The paths of the texts that `Chrome::own_texts` gives, as templates write them; in a `TextView` that of the view.
pub const OWN_TEXTS: OwnTexts = OwnTexts {
    views: &["place", "publisher", "alert", "contact.name", "contact.hours", "contact.address"],
    plain: &["contact.phone", "contact.tel", "contact.email", "contact.web", "report"],
    lists: &["contact.address_lines"],
};

/// Where texts stand in a view.
#[derive(Clone, Copy, Debug)]
pub struct OwnTexts {
    /// Those that may be in another language.
    pub views: &'static [&'static str],
    pub plain: &'static [&'static str],
    pub lists: &'static [&'static str],
}

impl Chrome {
    /// The texts that differ from locality to locality, always in the same order.
    pub fn own_texts(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { place, publisher, alert, contact, report, .. } = self;
        let ContactView { name, phone, tel, hours, email, address, address_lines, web } = contact;
        let views = [place, alert, name, hours, address].into_iter().flatten().chain([publisher]);
        let plain = [phone, tel, email, web, report].into_iter().flatten();
        views.map(|view| &mut view.text).chain(plain).chain(address_lines)
    }
}
