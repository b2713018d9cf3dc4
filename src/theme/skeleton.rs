//! Turns a rendered layout with markers in its slots into segments that are joined with a page's values by copying.

use std::collections::BTreeMap;
use std::ops::Range;

use super::stencil::Filling;

/// A place in the layout that each page fills for itself: `page.title` and so on in `layout.html`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    Title,
    Description,
    /// The absolute address of the page that search engines should show.
    Canonical,
    /// The absolute address of the page itself.
    Address,
    /// The id of the service that the page is of.
    Service,
    /// The address of the page's record in open data.
    Data,
    /// Relative link to the variant's home, such as `../../`; the menu's links follow it.
    Root,
    /// Relative link to the site's front page.
    Site,
    Crumbs,
    Languages,
    Editions,
    Notices,
    Body,
    Dates,
    MainLang,
    MainDir,
}

/// What a page puts into the slots. Text is escaped while it is copied; HTML is copied as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct SlotValues<'a> {
    pub title: &'a str,
    pub description: &'a str,
    pub canonical: &'a str,
    pub address: &'a str,
    pub service: &'a str,
    pub data: &'a str,
    pub root: &'a str,
    pub site: &'a str,
    pub main_lang: &'a str,
    pub main_dir: &'a str,
    /// Finished HTML, as are the following.
    pub crumbs: &'a str,
    pub languages: &'a str,
    pub editions: &'a str,
    pub notices: &'a str,
    pub body: &'a str,
    pub dates: &'a str,
}

/// A layout rendered for one kind of page in one language and locality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    text: String,
    segments: Vec<Segment>,
}

/// A stretch of the layout's own text, or a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Text(Range<usize>),
    Slot(Slot),
}

/// Opens a marker; an equals sign and a private character that names the slot follow. The equals sign makes the minifier
/// put quotes round an attribute with a slot in it, because it may not stand in an attribute without them.
const EDGE: char = '\u{E010}';
const FIRST_SLOT: u32 = 0xE020;

impl Slot {
    pub const ALL: [Self; 16] = [
        Self::Title,
        Self::Description,
        Self::Canonical,
        Self::Address,
        Self::Service,
        Self::Data,
        Self::Root,
        Self::Site,
        Self::Crumbs,
        Self::Languages,
        Self::Editions,
        Self::Notices,
        Self::Body,
        Self::Dates,
        Self::MainLang,
        Self::MainDir,
    ];

    /// Its name in `layout.html`, after `page.`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Canonical => "canonical",
            Self::Address => "address",
            Self::Service => "service",
            Self::Data => "data",
            Self::Root => "root",
            Self::Site => "site",
            Self::Crumbs => "crumbs",
            Self::Languages => "languages",
            Self::Editions => "editions",
            Self::Notices => "notices",
            Self::Body => "body",
            Self::Dates => "dates",
            Self::MainLang => "main_lang",
            Self::MainDir => "main_dir",
        }
    }

    fn value<'a>(self, values: &SlotValues<'a>) -> Filling<'a> {
        match self {
            Self::Title => Filling::Text(values.title),
            Self::Description => Filling::Text(values.description),
            Self::Canonical => Filling::Text(values.canonical),
            Self::Address => Filling::Text(values.address),
            Self::Service => Filling::Text(values.service),
            Self::Data => Filling::Text(values.data),
            Self::Root => Filling::Text(values.root),
            Self::Site => Filling::Text(values.site),
            Self::MainLang => Filling::Text(values.main_lang),
            Self::MainDir => Filling::Text(values.main_dir),
            Self::Crumbs => Filling::Html(values.crumbs),
            Self::Languages => Filling::Html(values.languages),
            Self::Editions => Filling::Html(values.editions),
            Self::Notices => Filling::Html(values.notices),
            Self::Body => Filling::Html(values.body),
            Self::Dates => Filling::Html(values.dates),
        }
    }

    fn marker(self) -> String {
        let named = char::from_u32(FIRST_SLOT + self as u32).expect("the private use area holds all slots");
        format!("{EDGE}={named}")
    }

    fn of_marker(named: char) -> Option<Self> {
        let index = (named as u32).checked_sub(FIRST_SLOT)?;
        Self::ALL.into_iter().find(|slot| *slot as u32 == index)
    }
}

/// What `page` holds while the layout is rendered: a marker for each slot.
pub fn markers() -> BTreeMap<&'static str, String> {
    Slot::ALL.into_iter().map(|slot| (slot.name(), slot.marker())).collect()
}

impl Skeleton {
    /// Splits a rendered layout at its markers.
    pub fn of(text: String) -> Self {
        let mut segments = Vec::new();
        let mut start = 0;
        for (at, _) in text.match_indices(EDGE) {
            let mut after = text[at..].chars().skip(1);
            let slot = if after.next() == Some('=') { after.next().and_then(Slot::of_marker) } else { None };
            if let Some(slot) = slot {
                segments.push(Segment::Text(start..at));
                segments.push(Segment::Slot(slot));
                start = at + slot.marker().len();
            }
        }
        segments.push(Segment::Text(start..text.len()));
        segments.retain(|segment| !matches!(segment, Segment::Text(range) if range.is_empty()));
        Self { text, segments }
    }

    /// Whether the layout has a place for the slot.
    pub fn uses(&self, slot: Slot) -> bool {
        self.segments.contains(&Segment::Slot(slot))
    }

    /// Appends the finished page.
    pub fn fill(&self, values: &SlotValues<'_>, page: &mut String) {
        page.reserve(self.text.len() + values.body.len() + values.crumbs.len() + values.languages.len());
        for segment in &self.segments {
            match segment {
                Segment::Text(range) => page.push_str(&self.text[range.clone()]),
                Segment::Slot(slot) => slot.value(values).write(page),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::minify::minify;

    fn fill(layout: &str, values: &SlotValues<'_>) -> String {
        let mut text = layout.to_owned();
        for (name, marker) in markers() {
            text = text.replace(&format!("[{name}]"), &marker);
        }
        let mut page = String::new();
        Skeleton::of(minify(&text)).fill(values, &mut page);
        page
    }

    #[test]
    fn values_are_copied_into_their_slots() {
        let values = SlotValues {
            title: "Tea & \"cake\"",
            body: "<p>Hello</p>",
            root: "../",
            main_lang: "ur",
            ..SlotValues::default()
        };
        let page = fill(
            "<title>[title]</title><a href=\"[root]money/\">[title]</a><main lang=\"[main_lang]\">\n  [body]\n</main>[body]",
            &values,
        );
        assert_eq!(
            page,
            "<title>Tea &amp; &quot;cake&quot;</title><a href=\"../money/\">Tea &amp; &quot;cake&quot;</a>\
             <main lang=\"ur\"><p>Hello</p></main><p>Hello</p>"
        );
    }

    #[test]
    fn quotes_stay_round_a_value_with_spaces() {
        let values = SlotValues { description: "two words' worth", ..SlotValues::default() };
        for layout in
            ["<meta name=description content=[description]>", "<meta name=description content='[description]'>"]
        {
            assert_eq!(fill(layout, &values), "<meta content=\"two words&#39; worth\" name=description>");
        }
    }

    #[test]
    fn a_layout_without_slots_is_one_text() {
        assert_eq!(fill("<p>a</p>", &SlotValues::default()), "<p>a</p>");
        let skeleton = Skeleton::of("\u{E010}x".to_owned());
        assert!(!skeleton.uses(Slot::Title));
    }
}
