//! Turns what a page says into closed, serialisable views: all that a template ever sees.

mod chrome;
mod standing;

use std::borrow::Cow;

use serde::Serialize;
/// The interface strings of a language, converted once: cloning it into a view's rendering costs next to nothing.
pub use tera::Value as Strings;

use crate::model::{Direction, Language};

pub use chrome::*;
pub use standing::*;

/// The kinds of pages that a layout can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Home,
    Section,
    Page,
    Service,
    List,
    Topic,
    Areas,
    Search,
    Shortlist,
    Prints,
    NotFound,
    /// A page that every site has: its accessibility statement, privacy, changes, site map.
    Standing,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ContactView {
    pub name: Option<TextView>,
    pub phone: Option<String>,
    /// For `tel:`: digits with `+44`.
    pub tel: Option<String>,
    pub hours: Option<TextView>,
    pub email: Option<String>,
    pub address: Option<TextView>,
    /// The same, line by line.
    pub address_lines: Vec<String>,
    pub web: Option<String>,
}

/// A text that may be in another language than the page; `lang` and `dir` only then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct TextView {
    pub text: String,
    pub lang: Option<Language>,
    pub dir: Option<Direction>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    pub title: String,
    pub href: String,
    pub summary: Option<String>,
    /// Only where the title is in another language than the page.
    pub lang: Option<Language>,
    pub dir: Option<Direction>,
    pub current: bool,
}

impl LinkView {
    /// The link of a page in the language `page`, as it stands in a text of the language `around`.
    pub fn within(self, page: Language, around: Language) -> Self {
        let lang = Some(self.lang.unwrap_or(page)).filter(|language| *language != around);
        Self { lang, dir: lang.map(Language::direction), ..self }
    }
}

/// `parts/crumbs.html`, `parts/languages.html`: a list of links; the current one is text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinksView<'a> {
    pub s: &'a Strings,
    pub links: Vec<LinkView>,
}

/// `parts/editions.html`: where the same page is in another edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditionsView<'a> {
    pub s: &'a Strings,
    pub standard: Option<String>,
    pub easy: Option<String>,
    /// Files to print: the shape in words, and where it is.
    pub prints: Vec<LinkView>,
}

/// `parts/notices.html`: what a reader must know before reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticesView<'a> {
    pub s: &'a Strings,
    pub notices: Vec<NoticeView>,
}

/// `kind` is `untranslated`, `stale`, `machine`, `draft`, `not-available`, `nations`, `paused`, `unchecked`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NoticeView {
    pub kind: &'static str,
    pub text: String,
}

/// `parts/dates.html`: when a page was reviewed. Dates are in words, `iso` beside them for `time`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatesView<'a> {
    pub s: &'a Strings,
    pub reviewed: Option<DateView>,
    pub review_by: Option<DateView>,
    /// "Tested with ... on ...", or "not yet tested", for easy read.
    pub tested: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DateView {
    pub text: String,
    pub iso: String,
}

/// `bodies/page.html`: a page of Markdown, with the pages of its section and, at home, audiences and topics.
#[derive(Clone, Debug, Serialize)]
pub struct PageBody<'a> {
    pub s: &'a Strings,
    pub kind: Kind,
    pub title: Cow<'a, str>,
    pub summary: Option<Cow<'a, str>>,
    /// Finished HTML.
    pub content: &'a str,
    /// At home, the pages to start with.
    pub start: Vec<LinkView>,
    pub children: Vec<LinkView>,
    /// Where all pages are, from a home page that shows some of them.
    pub all: Option<LinkView>,
    pub audiences: Vec<LinkView>,
    pub topics: Vec<LinkView>,
    /// Where "Urgent help" leads from the home page.
    pub urgent: Option<String>,
    /// The text's footnotes as finished HTML, where something else follows the text.
    pub notes: &'a str,
    pub words: Vec<TermView>,
    pub credits: Vec<CreditView>,
    /// How long an easy-read page is on paper; none for one that everybody sees the end of.
    pub length: Option<String>,
}

/// Who made pictures of an easy-read page, under which licence, and where that stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CreditView {
    pub text: String,
    pub href: Option<String>,
}

/// A hard word with its meaning, listed at the end of an easy-read page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TermView {
    pub word: String,
    pub meaning: String,
    /// Where it is not that of the page.
    pub lang: Option<Language>,
}

/// `bodies/service.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceBody<'a> {
    pub s: &'a Strings,
    pub id: &'a str,
    pub name: TextView,
    pub summary: TextView,
    /// Finished HTML, in `about_lang` where that is another language.
    pub about: Option<String>,
    pub about_lang: Option<Language>,
    pub about_dir: Option<Direction>,
    pub organisation: String,
    pub phone: Option<String>,
    pub tel: Option<String>,
    pub phone_note: Option<TextView>,
    pub textphone: Option<String>,
    pub email: Option<String>,
    pub web: Option<String>,
    /// Opening times in words.
    pub times: Vec<&'a str>,
    pub closed: Vec<String>,
    /// "Next sessions after 3 November 2026", and each of them in words; empty where the opening times say it all.
    pub next_title: String,
    pub next: Vec<String>,
    /// The service's calendar, beside the page; none where there are no sessions to put in one.
    pub calendar: Option<&'static str>,
    pub cost: Option<TextView>,
    pub ages: Option<String>,
    pub eligibility: Option<TextView>,
    pub eligible_by: Option<String>,
    pub how: Vec<String>,
    pub attend: Vec<String>,
    pub languages: Vec<String>,
    pub areas: Vec<String>,
    pub venues: Vec<VenueView>,
    pub topics: Vec<LinkView>,
    pub audiences: Vec<LinkView>,
    pub checked: Option<DateView>,
    pub easy: Option<TextView>,
    /// Relay UK, by which people who cannot hear or speak on the telephone reach the number: in words, and to call.
    pub relay: Option<String>,
    pub relay_tel: Option<String>,
    /// Finished JSON-LD.
    pub linked: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VenueView {
    pub name: String,
    pub address: Vec<String>,
    pub postcode: String,
    pub access: Vec<String>,
    /// The address on a map of another site; no map is loaded.
    pub map: Option<String>,
    /// "The address is not published": then all else is empty.
    pub hidden: bool,
}

/// `bodies/services.html`: services of a topic, audience or place, in one page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ServicesBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub summary: Option<String>,
    /// "12 services", by Fluent plural.
    pub count: String,
    /// Finished HTML: a `parts/service-card.html` for each service.
    pub cards: String,
    /// Links to the list's pages; empty if there is only one.
    pub pages: Vec<LinkView>,
    /// Ways to narrow: by topic, audience, place.
    pub groups: Vec<GroupView>,
    /// What a script narrows the list by; empty where nothing divides it.
    pub filters: Vec<FilterView>,
}

/// A group of choices, of which any may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FilterView {
    pub title: String,
    pub options: Vec<OptionView>,
}

/// A choice, and how many services it finds. Cards name it by its number, counted through all groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionView {
    pub key: String,
    pub name: String,
    pub count: usize,
}

/// `parts/service-card.html`: one service in a list, with the level of its heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceCardPart<'a> {
    pub s: &'a Strings,
    pub service: &'a ServiceCard,
    pub heading: &'a str,
}

/// A service as lists show it; also what a `:::services` block lists through `parts/service-cards.html`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ServiceCard {
    pub href: String,
    pub name: TextView,
    pub summary: TextView,
    pub phone: Option<String>,
    pub tel: Option<String>,
    pub organisation: String,
    pub paused: bool,
    /// Nothing of it may be kept on a device that others see, because its address is kept secret.
    pub discreet: bool,
    /// The wider place whose people it serves too, in a list of a place.
    pub wider: Option<String>,
    /// The numbers of the choices that find it, where the list can be narrowed.
    pub found_by: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServiceCards<'a> {
    pub s: &'a Strings,
    /// Of each service: `h2`, or `h3` and so on below a heading of the text.
    pub heading: &'a str,
    pub services: &'a [ServiceCard],
    /// "See all services about breaks", where the list was cut.
    pub all: Option<LinkView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupView {
    pub title: String,
    pub links: Vec<LinkView>,
}

/// `bodies/topic.html`: pages and services of a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub summary: Option<String>,
    pub pages: Vec<LinkView>,
    pub services: Vec<ServiceCard>,
    pub all: Option<LinkView>,
}

/// `bodies/index.html`: the indexes of topics, of services (by topic, audience, place), and the A to Z of places.
#[derive(Clone, Debug, Serialize)]
pub struct IndexBody<'a> {
    pub s: &'a Strings,
    pub kind: Kind,
    pub title: String,
    pub summary: Option<String>,
    pub groups: Vec<GroupView>,
}

/// `bodies/search.html`: the search, and what a reader without scripts has instead.
#[derive(Clone, Debug, Serialize)]
pub struct SearchBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    /// Path of the search's script from the host's root; none in a theme without one.
    pub script: Option<String>,
    /// Path of the folder of the language's index, from the host's root.
    pub index: String,
    /// The tree's home, from which the addresses in the index count.
    pub root: String,
    /// Which entries of the index this place has, but for easy read: numbers and ranges of numbers in base 36.
    pub shown: String,
    /// Likewise, those in easy read; empty where there are none.
    pub easy: String,
    /// The A to Z.
    pub groups: Vec<GroupView>,
    /// The list of services, where there are too many for the A to Z.
    pub services: Option<LinkView>,
    pub topics: Vec<LinkView>,
}

/// `bodies/areas.html`: the box that finds a reader's area, and the A to Z of places.
#[derive(Clone, Debug, Serialize)]
pub struct AreasBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub summary: String,
    /// The table of postcodes, from the host's root; none where no place has any.
    pub table: Option<String>,
    /// The page of outward codes, where there is a table.
    pub postcodes: String,
    pub letters: Vec<LetterView>,
}

/// The places of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterView {
    pub title: String,
    pub places: Vec<AreaView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreaView {
    /// As the table of postcodes names it.
    pub id: String,
    pub link: LinkView,
}

/// `bodies/shortlist.html`: the services that a reader keeps.
#[derive(Clone, Debug, Serialize)]
pub struct ShortlistBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    /// The list of all services.
    pub services: String,
}

/// `bodies/outward.html`: the first halves of the postcodes of each place.
#[derive(Clone, Debug, Serialize)]
pub struct OutwardBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub summary: String,
    pub places: Vec<OutwardView>,
}

/// A place, its outward codes, and those that other places share with it; each a list with commas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutwardView {
    pub link: LinkView,
    pub whole: String,
    pub part: String,
}

/// `bodies/prints.html`: all prints of a place in one language.
#[derive(Clone, Debug, Serialize)]
pub struct PrintsBody<'a> {
    pub s: &'a Strings,
    pub title: String,
    pub summary: String,
    /// All of them in one file.
    pub all: Option<FileView>,
    /// What is put together from pages, then pages.
    pub groups: Vec<PrintGroupView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PrintGroupView {
    pub title: String,
    pub leaflets: Vec<LeafletView>,
}

/// One text in all shapes in which it is printed.
#[derive(Clone, Debug, Serialize)]
pub struct LeafletView {
    pub title: String,
    pub summary: Option<String>,
    /// Where it stands on the web.
    pub page: Option<String>,
    pub files: Vec<FileView>,
}

/// A file to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    pub href: String,
    /// Its shape in words.
    pub title: String,
    /// Its language, pages, size and date, in words.
    pub facts: Vec<String>,
}

/// `print.html`: a page without chrome at the short address that stands on paper.
#[derive(Clone, Debug, Serialize)]
pub struct PrintView<'a> {
    pub s: &'a Strings,
    pub lang: Language,
    pub dir: Direction,
    pub stylesheet: String,
    pub icon: Option<String>,
    /// The banner of a sample site.
    pub sample: Option<String>,
    pub portal: TextView,
    /// The locality's name; none everywhere.
    pub place: Option<TextView>,
    pub home: String,
    pub title: String,
    /// "The newest version is cdfhjk, issued 4 November 2026"; none of what is no longer made.
    pub newest: Option<String>,
    /// "This leaflet is no longer made since 4 November 2026."
    pub withdrawn: Option<String>,
    /// The newest copy of this print.
    pub file: Option<FileView>,
    /// The text on the web.
    pub page: Option<LinkView>,
    /// The same in other shapes and languages.
    pub others: Vec<FileView>,
    pub contact: ContactView,
}

/// `bodies/not-found.html`.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundBody<'a> {
    pub s: &'a Strings,
    pub home: String,
    pub areas: Option<String>,
}

/// `chooser.html`: a page without chrome that lists the languages, each in itself. Also the site's own `404.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserView {
    pub title: String,
    pub lang: Language,
    pub dir: Direction,
    pub stylesheet: String,
    pub icon: Option<String>,
    /// The banner of a sample site, in `lang`.
    pub sample: Option<String>,
    pub not_found: bool,
    pub choices: Vec<ChoiceView>,
}

/// One language of the chooser, with the portal's name and a few words in it.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceView {
    pub lang: Language,
    pub dir: Direction,
    pub href: String,
    pub autonym: String,
    pub portal: TextView,
    /// The locality's name; none everywhere.
    pub place: Option<TextView>,
    /// "This page is not here", on a 404 page.
    pub words: Option<String>,
}

/// `redirect.html`: a page that has moved.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView<'a> {
    pub s: &'a Strings,
    pub lang: Language,
    pub dir: Direction,
    pub href: String,
    pub canonical: String,
}

/// `parts/contact-line.html`: what `:::contact` says in a text. The block with everything stands beside every page.
#[derive(Clone, Debug, Serialize)]
pub struct ContactLine<'a> {
    pub s: &'a Strings,
    pub contact: &'a ContactView,
}

/// `parts/picture.html`: the picture of an easy-read row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureView {
    pub src: String,
    /// Empty where the words beside it say the same.
    pub alt: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_its_language_where_the_text_around_it_has_another() {
        let [english, urdu] = ["en", "ur"].map(|tag| tag.parse::<Language>().unwrap());
        let own = LinkView::default();
        let other = LinkView { lang: Some(english), dir: Some(Direction::Ltr), ..LinkView::default() };
        for (link, around, lang) in
            [(&own, urdu, None), (&own, english, Some(urdu)), (&other, urdu, Some(english)), (&other, english, None)]
        {
            assert_eq!(link.clone().within(urdu, around).lang, lang);
        }
    }
}
