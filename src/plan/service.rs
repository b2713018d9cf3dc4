//! Turns a service into a leaf: its page in every tree whose people it serves.

use std::hash::Hash as _;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::calendar::{self, Calendar};
use super::directory::{Field, ListKey, ServiceHere, ServiceIx, base_language, text};
use super::fill::{Fill, Spot, digest_holes, fill};
use super::leaf::{Flags, Frame, Head, Here, Leaf, Presence};
use super::view::{Kind, LinkView, NoticeView, ServiceBody, TextView, VenueView};
use super::{Body, World, linked, lists, topics};
use crate::catalog::ServiceEntry;
use crate::load::{Hash, Hasher};
use crate::model::{
    Cost, Language, Localized, OrganisationKind, Route, Service, ServiceVenue, Status, Unit, Venue, phone,
};
use crate::parse::content::Content;
use crate::resolve::sessions::{Session, Times};
use crate::resolve::{Tree, TreeIx, services};

/// Months after which a page says that a service was last checked long ago (`DIRECTORY`).
const STALE_MONTHS: i64 = 6;

/// Months after which paper names a service no longer (`DIRECTORY`).
const PAPER_MONTHS: i64 = 12;

/// What is dialled before a number to reach it through Relay UK.
const RELAY_UK: &str = "18001";

/// A service's page.
#[derive(Clone, Copy, Debug)]
pub struct ServiceLeaf {
    pub service: ServiceIx,
}

/// The main content of a service's page.
#[derive(Clone, Debug)]
pub struct ServiceText<'w> {
    /// Of the words around its texts.
    pub language: Language,
    /// Without its `about`.
    pub view: ServiceBody<'w>,
    pub about: Option<(&'w Content, Fill)>,
}

impl ServiceLeaf {
    fn here<'w>(&self, world: &World<'w>, tree: TreeIx) -> Option<ServiceHere<'w>> {
        world.directory.get(tree, self.service)
    }
}

impl Leaf for ServiceLeaf {
    fn path(&self, world: &World<'_>, _: Language) -> String {
        lists::service_path(world.directory.id(self.service))
    }

    /// A service is translated when its name and summary are.
    fn presence(&self, world: &World<'_>, tree: TreeIx) -> Option<Presence> {
        let here = self.here(world, tree)?;
        let at = world.tree(tree);
        let chain = world.catalog.chain(at.place, at.language);
        let base = base_language(world.catalog);
        let language =
            |field| text(&here.entry.parsed.service, base, &chain, field).map_or(base, |(_, language)| language);
        let (name, summary) = (language(Field::Name), language(Field::Summary));
        let own = if name == at.language { summary } else { name };
        // Who looks for a place that is kept secret may be watched.
        let hidden = |venue: &ServiceVenue| venue.address.is_some();
        let sensitive = here.entry.parsed.service.venues.iter().any(hidden);
        let frame = Frame { kind: Kind::Service, flags: Flags { sensitive, ..Flags::default() } };
        Some(Presence { content: content(world, tree, here.entry), language: own, frame })
    }

    fn head<'w>(&self, here: &Here<'w>) -> Head<'w> {
        let world = here.world;
        let service = self.here(world, here.ix).expect("a service is present where the tree has it");
        let speaker = Speaker::new(here, service.entry);
        let mut crumbs = super::home_crumb(here);
        crumbs.push(super::services_crumb(here));
        Head {
            title: speaker.field(Field::Name).map(|name| name.text).unwrap_or_default(),
            description: speaker.field(Field::Summary).map(|summary| summary.text).unwrap_or_default(),
            service: Some(world.directory.id(self.service)),
            crumbs,
            notices: notices(here, &service.entry.parsed.service),
            standard: None,
            easy: None,
            prints: Vec::new(),
            dates: None,
        }
    }

    fn calendar(&self, here: &Here<'_>) -> Option<Calendar> {
        let service = self.here(here.world, here.ix)?;
        calendar::calendar(here, (here.world.directory.id(self.service), service.entry))
    }

    fn body<'w>(&self, here: &Here<'w>) -> Body<'w> {
        let service = self.here(here.world, here.ix).expect("a service is present where the tree has it");
        Body::Service(Box::new(Speaker::new(here, service.entry).body(&service)))
    }
}

/// All that a service's page is made of, but for the reader's language: the record, those of its organisation and venues
/// that are nearest, and what stands in the holes of its `about`.
fn content(world: &World<'_>, tree: TreeIx, entry: &ServiceEntry) -> Hash {
    let catalog = world.catalog;
    let at = world.tree(tree);
    let service = &entry.parsed.service;
    let mut state = Hasher::default();
    state.update(entry.place.file.as_bytes());
    catalog.organisations.get(&catalog.places, at.place, &service.org).map(|(level, _)| level).hash(&mut state);
    for venue in service.venues.iter().filter_map(|venue| venue.at.as_ref()) {
        catalog.venues.get(&catalog.places, at.place, venue).map(|(level, _)| level).hash(&mut state);
    }
    if let Some((language, about)) = services::about(catalog, at, entry) {
        let spot = Spot { world, tree, language, local: Route::root() };
        digest_holes(&spot, (about, &entry.place.file), &mut state);
    }
    state.hash()
}

fn notices(here: &Here<'_>, service: &Service) -> Vec<NoticeView> {
    let words = here.world.words;
    let reader = here.tree.language;
    let mut notices = Vec::new();
    if here.is_foreign() {
        let language = words.language_name(here.presence.language, reader);
        let text = words.text(reader, "notice-untranslated", &[("language", language.as_str().into())]);
        notices.push(NoticeView { kind: "untranslated", text });
    }
    if service.status == Status::Paused {
        notices.push(NoticeView { kind: "paused", text: words.text(reader, "notice-paused", &[]) });
    }
    if let Some(checked) = service.checked.filter(|&checked| is_stale(checked, here.world.moment.day)) {
        let date = words.date(reader, checked);
        let text = words.text(reader, "notice-unchecked", &[("date", date.as_str().into())]);
        notices.push(NoticeView { kind: "unchecked", text });
    }
    notices
}

/// Whether a service was last checked so long ago that its page must say so.
pub fn is_stale(checked: jiff::civil::Date, day: jiff::civil::Date) -> bool {
    checked.saturating_add(jiff::Span::new().months(STALE_MONTHS)) < day
}

/// Whether a service was last checked so long ago that paper must not name it.
pub fn is_too_old_for_paper(checked: jiff::civil::Date, day: jiff::civil::Date) -> bool {
    checked.saturating_add(jiff::Span::new().months(PAPER_MONTHS)) < day
}

/// The days after which a page, then paper, says something else of a service that nobody checks again.
pub fn ageing(checked: jiff::civil::Date) -> [jiff::civil::Date; 2] {
    [STALE_MONTHS, PAPER_MONTHS].map(|months| checked.saturating_add(jiff::Span::new().months(months)))
}

/// A service in the words of one tree.
struct Speaker<'a, 'w> {
    here: &'a Here<'w>,
    tree: Tree,
    entry: &'w ServiceEntry,
    chain: Vec<Language>,
}

impl<'a, 'w> Speaker<'a, 'w> {
    /// Labels in a service's page are in the reader's language; fields fall back singly, each with its own.
    fn new(here: &'a Here<'w>, entry: &'w ServiceEntry) -> Self {
        let tree = here.tree;
        Self { here, tree, entry, chain: here.world.catalog.chain(tree.place, tree.language) }
    }

    fn service(&self) -> &'w Service {
        &self.entry.parsed.service
    }

    fn field(&self, field: Field) -> Option<TextView> {
        let world = self.here.world;
        let (text, language) = text(self.service(), base_language(world.catalog), &self.chain, field)?;
        Some(self.marked(text, Some(language)))
    }

    /// Marked against the language around it: that of the main content.
    fn marked(&self, text: &str, language: Option<Language>) -> TextView {
        self.here.world.marked(self.here.presence.language, text, language)
    }

    fn localized(&self, text: &Localized, translated: impl Fn(&crate::model::ServiceText) -> Option<&str>) -> TextView {
        let base = base_language(self.here.world.catalog);
        let own = |language: &Language| {
            let translated = self.service().translations.get(language).and_then(|text| translated(text));
            translated.or_else(|| written_in(text, *language, base)).map(|text| (text, *language))
        };
        let found = self.chain.iter().chain([&base]).find_map(own);
        found.map_or_else(TextView::default, |(text, language)| self.marked(text, Some(language)))
    }

    /// The language that labels and dates are in: the main content's, so that a page does not mix two.
    fn language(&self) -> Language {
        self.here.presence.language
    }

    fn word(&self, key: &str) -> String {
        self.here.world.words.text(self.language(), key, &[])
    }

    fn body(&self, at: &ServiceHere<'_>) -> ServiceText<'w> {
        let world = self.here.world;
        let service = self.service();
        let words = world.words;
        let language = self.language();
        let contact = &service.contact;
        let phone = world.directory.phone(at.record);
        let relay = phone.filter(|_| contact.textphone.is_none());
        let relay = relay.map(|phone| format!("{RELAY_UK} {}", phone.national));
        let about = self.about();
        let (next_title, next) = self.next();
        let about_lang = about.as_ref().map(|(of, _)| of.language).filter(|of| *of != language);
        let view = ServiceBody {
            s: world.strings(language),
            id: world.directory.id(at.ix).as_str(),
            name: self.field(Field::Name).unwrap_or_default(),
            summary: self.field(Field::Summary).unwrap_or_default(),
            about: None,
            about_lang,
            about_dir: about_lang.map(Language::direction),
            organisation: self.organisation(),
            phone: phone.map(|phone| phone.national.clone()),
            tel: phone.map(|phone| phone.tel.clone()),
            phone_note: self.field(Field::PhoneNote),
            textphone: contact.textphone.as_deref().map(phone::national),
            email: contact.email.clone(),
            web: contact.web.clone(),
            times: service.when.iter().map(|schedule| world.times(language, schedule)).collect(),
            closed: service.closed.iter().map(|days| words.closed(language, days)).collect(),
            next_title,
            next,
            calendar: calendar::has(world, self.entry).then_some(calendar::FILE),
            cost: self.cost(),
            ages: self.ages(),
            eligibility: self.eligibility(),
            eligible_by: service.eligibility.by.map(|by| words.name(language, by)),
            how: service.how.iter().map(|&how| words.name(language, how)).collect(),
            attend: service.attend.iter().map(|&attend| words.name(language, attend)).collect(),
            languages: service.languages.iter().map(|&of| words.language_name(of, language)).collect(),
            areas: self.areas(),
            venues: service.venues.iter().map(|venue| self.venue(venue)).collect(),
            topics: self.topics(),
            audiences: self.audiences(),
            checked: service.checked.map(|date| world.date(language, date)),
            easy: self.field(Field::Easy),
            relay: relay.clone(),
            relay_tel: relay.map(|number| number.replace(' ', "")),
            linked: None,
        };
        let view = ServiceBody { linked: linked::linked(service, &view, self.run_by()), ..view };
        ServiceText { language, view, about: about.map(|(fill, content)| (content, fill)) }
    }

    /// The next sessions and what to call them. The day that is named is that of the last one before, so that the page
    /// stays as it is until the first of them is over.
    fn next(&self) -> (String, Vec<String>) {
        let world = self.here.world;
        let (words, language) = (world.words, self.language());
        if self.service().status != Status::Active {
            return (String::new(), Vec::new());
        }
        let next = Times::new(world.catalog, self.entry).next(world.moment.day);
        let title = match next.after {
            Some(day) => {
                let date = words.date(language, day);
                words.text(language, "next-sessions-after", &[("date", date.as_str().into())])
            }
            None => self.word("next-sessions"),
        };
        let said = |session: &Session| words.session(language, session);
        (title, next.sessions.iter().map(said).collect())
    }

    /// The names of the places it serves, each once.
    fn areas(&self) -> Vec<String> {
        let tree = Tree { language: self.language(), ..self.tree };
        let mut names = Vec::new();
        for &place in &self.entry.area {
            let name = self.here.world.place_name(tree, place).text;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn about(&self) -> Option<(Fill, &'w Content)> {
        let (language, content) = services::about(self.here.world.catalog, self.tree, self.entry)?;
        let spot = Spot { world: self.here.world, tree: self.here.ix, language, local: self.here.local.clone() };
        Some((fill(&spot, content, None, &self.entry.place.file), content))
    }

    fn organisation(&self) -> String {
        let world = self.here.world;
        let found = world.catalog.organisations.get(&world.catalog.places, self.tree.place, &self.service().org);
        let tree = Tree { language: self.language(), ..self.tree };
        found.map_or_else(String::new, |(_, organisation)| world.text(tree, &organisation.value.name).text)
    }

    /// What kind of organisation runs it.
    fn run_by(&self) -> Option<OrganisationKind> {
        let catalog = self.here.world.catalog;
        let found = catalog.organisations.get(&catalog.places, self.tree.place, &self.service().org);
        found.map(|(_, organisation)| organisation.value.kind)
    }

    fn cost(&self) -> Option<TextView> {
        Some(match self.service().cost.as_ref()? {
            Cost::Free => TextView { text: self.word("free"), ..TextView::default() },
            Cost::Text(text) => self.localized(text, |text| text.cost.as_deref()),
            Cost::Amounts(amounts) => {
                let words = self.here.world.words;
                let one = |amount: &crate::model::Amount| {
                    let who = self.localized(&amount.who, |_| None).text;
                    format!("{who}: {}", words.number(self.language(), &amount.amount.0, Unit::Gbp))
                };
                let parts: Vec<String> = amounts.iter().map(one).collect();
                TextView { text: parts.join("; "), ..TextView::default() }
            }
        })
    }

    /// None where people of any age are welcome: nothing need be said.
    fn ages(&self) -> Option<String> {
        let ages = self.service().ages;
        let limited = ages.from.is_some() || ages.to.is_some();
        limited.then(|| self.here.world.words.ages(self.language(), ages))
    }

    fn eligibility(&self) -> Option<TextView> {
        let text = self.service().eligibility.text.as_ref()?;
        Some(self.localized(text, |text| text.eligibility.as_deref()))
    }

    fn venue(&self, venue: &ServiceVenue) -> VenueView {
        let world = self.here.world;
        let access =
            |codes: &[String]| codes.iter().map(|code| world.words.access(self.language(), code)).collect::<Vec<_>>();
        let Some((_, record)) =
            venue.at.as_ref().and_then(|id| world.catalog.venues.get(&world.catalog.places, self.tree.place, id))
        else {
            return VenueView { hidden: true, access: access(&venue.access), ..VenueView::default() };
        };
        let tree = Tree { language: self.language(), ..self.tree };
        let codes = if venue.access.is_empty() { &record.value.access } else { &venue.access };
        VenueView {
            name: world.text(tree, &record.value.name).text,
            address: record.value.address.clone(),
            postcode: record.value.postcode.clone(),
            access: access(codes),
            map: Some(map(&record.value)),
            hidden: venue.address.is_some(),
        }
        .without_address_if_hidden()
    }

    fn topics(&self) -> Vec<LinkView> {
        let world = self.here.world;
        let known = self.service().topics.iter().filter_map(|id| world.catalog.topic(id));
        known.map(|topic| self.within(LinkView { summary: None, ..topics::link(self.here, topic) })).collect()
    }

    fn audiences(&self) -> Vec<LinkView> {
        let world = self.here.world;
        let known = self.service().audiences.iter().filter_map(|id| world.catalog.audience(id));
        known
            .map(|audience| {
                let name = world.text(self.tree, &audience.name);
                self.within(LinkView {
                    title: name.text,
                    href: self.here.link(&lists::list_path(world, &ListKey::Audience(audience.id.clone()), 1)),
                    lang: name.lang,
                    dir: name.dir,
                    ..LinkView::default()
                })
            })
            .collect()
    }

    fn within(&self, link: LinkView) -> LinkView {
        link.within(self.tree.language, self.language())
    }
}

/// What a record says in a language: a text without one is in the record's own.
fn written_in(text: &Localized, language: Language, base: Language) -> Option<&str> {
    match text {
        Localized::Same(text) => (language == base).then_some(text.as_str()),
        Localized::Each(texts) => texts.get(&language).map(String::as_str),
    }
}

/// Where OpenStreetMap looks for an address.
fn map(venue: &Venue) -> String {
    let lines = venue.address.iter().skip(usize::from(venue.address.len() > 2));
    let address: Vec<&str> = lines.map(String::as_str).chain([venue.postcode.as_str()]).collect();
    let query = utf8_percent_encode(&address.join(", "), NON_ALPHANUMERIC).to_string();
    format!("https://www.openstreetmap.org/search?query={query}")
}

impl VenueView {
    /// A hidden address leaves nothing of the venue but that it is one.
    fn without_address_if_hidden(self) -> Self {
        if self.hidden { Self { hidden: true, access: self.access, ..Self::default() } } else { self }
    }
}
