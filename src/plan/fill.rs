//! Turns a text's holes into what one tree puts there: addresses, values, conditions and lists.

use super::directory::{Field, ListKey};
use super::lists::Cards;
use super::view::{ContactView, LinkView, ServiceCard, TermView, TextView};
use super::world::{Host, ImageAsset};
use super::{World, chrome, lists};
use crate::catalog::Scoped;
use crate::load::Hasher;
use crate::model::{Edition, FactId, Language, Localized, PictureId, Route, ServiceId, phone};
use crate::parse::Document;
use crate::parse::content::{BlockKind, Content, LinkTarget, LocalField, ServiceField, ServiceQuery, Value};
use crate::resolve::scope::{Shown, shown};
use crate::resolve::{Tree, TreeIx, contact, facts};

/// What stands in the holes of a content, as data. `language` is the text's own, which its values are written in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    pub language: Language,
    /// None where a link cannot lead anywhere; its text is shown.
    pub links: Vec<Option<String>>,
    pub values: Vec<ValueFill>,
    pub images: Vec<Option<ImageFill>>,
    pub blocks: Vec<BlockFill>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ValueFill {
    Text(String),
    /// A figure, price or name that keeps its own direction.
    Isolated(String),
    /// A text in another language than the one around it.
    Other(TextView),
    Phone {
        national: String,
        tel: String,
    },
    Email(String),
    Web(String),
    Term(TermView),
    /// A fact without a value today: words that say so, and where to look.
    Checking {
        words: String,
        source: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ImageFill {
    /// From the host's root.
    pub src: String,
    pub alt: String,
    pub size: Option<(u32, u32)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BlockFill {
    Hidden,
    Shown,
    Labelled(String),
    Services { services: Vec<ServiceCard>, all: Option<LinkView> },
    Contact(Box<ContactFill>),
    Picture(ImageFill),
}

/// The contact of the reader's place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ContactFill {
    pub contact: ContactView,
    pub portal: TextView,
    pub place: Option<TextView>,
}

/// Where a text stands: the tree, the text's own language, and the page's address from the tree's home.
#[derive(Clone, Debug)]
pub struct Spot<'w> {
    pub world: &'w World<'w>,
    pub tree: TreeIx,
    pub language: Language,
    pub local: Route,
}

/// Fills the holes of a page's text.
pub fn fill(spot: &Spot<'_>, content: &Content, scoped: Option<&Scoped>, source: &str) -> Fill {
    let filler = Filler { spot, here: spot.world.tree(spot.tree), content };
    Fill {
        language: spot.language,
        links: (0..content.links.len()).map(|link| filler.link(link, scoped)).collect(),
        values: content.values.iter().map(|hole| filler.value(&hole.value)).collect(),
        images: content.images.iter().map(|image| filler.image(&image.file, &image.alt, source)).collect(),
        blocks: content.blocks.iter().map(|block| filler.block(&block.kind)).collect(),
    }
}

struct Filler<'a, 'w> {
    spot: &'a Spot<'w>,
    here: Tree,
    content: &'a Content,
}

impl Filler<'_, '_> {
    /// The tree as the text's own language sees it: values are written in the language around them.
    fn own(&self) -> Tree {
        Tree { language: self.spot.language, ..self.here }
    }

    fn link(&self, number: usize, scoped: Option<&Scoped>) -> Option<String> {
        if !self.leads(number, scoped) {
            return None;
        }
        let world = self.spot.world;
        let to = |path: &str| self.spot.local.link_to_path(path);
        match &self.content.links[number].target {
            LinkTarget::Page(_, anchor) => {
                let page = scoped?.links.get(number).copied().flatten()?;
                let mut link = to(world.catalog.paths.get(self.here.language, page));
                if let Some(anchor) = anchor {
                    link.push('#');
                    link.push_str(anchor);
                }
                Some(link)
            }
            LinkTarget::Service(id) => Some(to(&lists::service_path(id))),
            LinkTarget::Anchor(anchor) => Some(format!("#{anchor}")),
            LinkTarget::Static(path) => {
                let file = path.trim_start_matches('/');
                let (folder, name) = file.rsplit_once('/').map_or(("", file), |(folder, name)| (folder, name));
                let folder = folder
                    .split('/')
                    .filter(|part| !part.is_empty())
                    .fold(Route::root(), |route, part| route.join(part));
                Some(world.hosts.of(self.here.place).path(&folder.file(name)))
            }
            LinkTarget::External(address) => Some(address.to_string()),
            LinkTarget::Refused => None,
        }
    }

    /// Whether a link leads anywhere in this tree.
    fn leads(&self, number: usize, scoped: Option<&Scoped>) -> bool {
        let world = self.spot.world;
        match &self.content.links[number].target {
            LinkTarget::Page(..) => {
                let page = scoped.and_then(|scoped| scoped.links.get(number).copied().flatten());
                page.is_some_and(|page| world.resolved.choice(self.spot.tree, page, Edition::Standard).is_some())
            }
            LinkTarget::Service(id) => world.directory.find(self.spot.tree, id).is_some(),
            LinkTarget::Anchor(_) | LinkTarget::Static(_) | LinkTarget::External(_) => true,
            LinkTarget::Refused => false,
        }
    }

    fn value(&self, value: &Value) -> ValueFill {
        match value {
            Value::Fact(id) => self.fact(id),
            Value::Local(field) => self.local(*field),
            Value::Term(id) => {
                let chain = self.spot.world.catalog.portal_chain(self.spot.language);
                let glossary = &self.spot.world.catalog.glossary;
                let term = chain.iter().find_map(|&language| Some((language, glossary.get(&language)?.get(id)?)));
                term.map_or_else(
                    || ValueFill::Text(id.to_string()),
                    |(language, term)| {
                        let lang = (language != self.spot.language).then_some(language);
                        ValueFill::Term(TermView { word: term.word.clone(), meaning: term.meaning.clone(), lang })
                    },
                )
            }
            Value::Service(id, field) => self.service(id, *field),
        }
    }

    fn fact(&self, id: &FactId) -> ValueFill {
        let world = self.spot.world;
        let Some(here) = facts::fact(world.catalog, self.here.place, id, world.moment.day) else {
            return ValueFill::Text(String::new());
        };
        let fact = &here.fact.value;
        match here.value {
            Some(value) => ValueFill::Isolated(world.words.number(self.spot.language, &value.value.0, fact.unit)),
            None => ValueFill::Checking {
                words: world.words.text(self.spot.language, "being-checked", &[]),
                source: fact.source.clone(),
            },
        }
    }

    fn local(&self, field: LocalField) -> ValueFill {
        let world = self.spot.world;
        let contact = contact::contact(world.catalog, self.here.place);
        let text = |text: Option<&Localized>| text.map(|text| text_fill(world.text(self.own(), text)));
        let said = match field {
            LocalField::Name => {
                return text_fill(world.place_name(self.own(), self.here.place));
            }
            LocalField::Phone => contact.phone.as_deref().map(phone_fill),
            LocalField::Email => contact.email.map(ValueFill::Email),
            LocalField::Web => contact.web.map(ValueFill::Web),
            LocalField::Hours => text(contact.hours.as_ref()),
            LocalField::Address => text(contact.address.as_ref()),
            LocalField::ContactName => text(contact.name.as_ref()),
        };
        said.unwrap_or_else(|| ValueFill::Text(String::new()))
    }

    fn service(&self, id: &ServiceId, field: ServiceField) -> ValueFill {
        let world = self.spot.world;
        let Some(here) = world.directory.find(self.spot.tree, id) else { return ValueFill::Text(String::new()) };
        let service = &here.entry.parsed.service;
        let said = match field {
            ServiceField::Name => {
                let chain = world.catalog.portal_chain(self.spot.language);
                let base = super::directory::base_language(world.catalog);
                let name = super::directory::text(service, base, &chain, Field::Name);
                name.map(|(name, language)| {
                    let text = world.marked(self.spot.language, name, Some(language));
                    if text.lang.is_some() { ValueFill::Other(text) } else { ValueFill::Isolated(text.text) }
                })
            }
            ServiceField::Phone => service.contact.phone.as_deref().map(phone_fill),
            ServiceField::Email => service.contact.email.clone().map(ValueFill::Email),
            ServiceField::Web => service.contact.web.clone().map(ValueFill::Web),
        };
        said.unwrap_or_else(|| ValueFill::Text(String::new()))
    }

    /// An image beside the Markdown file, or one of `content/static/`.
    fn image(&self, file: &str, alt: &str, source: &str) -> Option<ImageFill> {
        let path = image_path(file, source);
        let asset = self.spot.world.assets.images.get(&path)?;
        Some(self.image_fill(asset, alt.to_owned()))
    }

    fn host(&self) -> &Host {
        self.spot.world.hosts.of(self.here.place)
    }

    fn image_fill(&self, asset: &ImageAsset, alt: String) -> ImageFill {
        ImageFill { src: self.host().path(&asset.route), alt, size: asset.size }
    }

    fn block(&self, kind: &BlockKind) -> BlockFill {
        let world = self.spot.world;
        match kind {
            BlockKind::Only(scope) => match shown(world.catalog, self.here, kind) {
                Shown::Hidden => BlockFill::Hidden,
                Shown::Shown => BlockFill::Shown,
                Shown::Labelled => BlockFill::Labelled(self.only_in(&scope.nations)),
            },
            BlockKind::Except(_) => match shown(world.catalog, self.here, kind) {
                Shown::Hidden => BlockFill::Hidden,
                _ => BlockFill::Shown,
            },
            BlockKind::Services(query) => self.services(query),
            BlockKind::Contact => {
                let contact = contact::contact(world.catalog, self.here.place);
                let everywhere = world.is_everywhere(self.here);
                BlockFill::Contact(Box::new(ContactFill {
                    contact: chrome::contact_view(world, self.own(), &contact),
                    portal: world.text(self.own(), &world.catalog.portal.name),
                    place: (!everywhere).then(|| world.place_name(self.own(), self.here.place)),
                }))
            }
            BlockKind::Row { picture } => self.picture(picture),
            BlockKind::Emergency
            | BlockKind::Warning
            | BlockKind::Steps
            | BlockKind::Details { .. }
            | BlockKind::Unread => BlockFill::Shown,
        }
    }

    fn only_in(&self, nations: &[crate::model::LocalityId]) -> String {
        let world = self.spot.world;
        let places = nations.iter().filter_map(|id| world.catalog.places.find(id.as_str()));
        let names: Vec<String> = places.map(|place| world.place_name(self.own(), place).text).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let list = world.words.list(self.spot.language, &names);
        world.words.text(self.spot.language, "only-in", &[("places", list.as_str().into())])
    }

    fn picture(&self, id: &PictureId) -> BlockFill {
        let world = self.spot.world;
        let found = world.catalog.pictures.get(id).and_then(|picture| {
            let asset = world.assets.images.get(&picture.path())?;
            // The sentence beside it says the same; spoken twice it would only slow a reader down.
            Some(BlockFill::Picture(self.image_fill(asset, String::new())))
        });
        found.unwrap_or(BlockFill::Shown)
    }

    fn services(&self, query: &ServiceQuery) -> BlockFill {
        let world = self.spot.world;
        let matching: Vec<_> =
            world.directory.of(self.spot.tree).iter().filter(|here| query.holds(&here.entry.parsed.service)).collect();
        let limit = query.limit.map_or(usize::MAX, usize::from);
        let cards = Cards::new(world, self.own(), &self.spot.local);
        let services = matching.iter().take(limit).map(|here| cards.card(here)).collect();
        let all = (matching.len() > limit).then(|| self.all_services(query));
        BlockFill::Services { services, all }
    }

    fn all_services(&self, query: &ServiceQuery) -> LinkView {
        let key = match (&query.topic, &query.audience) {
            (Some(topic), _) => ListKey::Topic(topic.clone()),
            (None, Some(audience)) => ListKey::Audience(audience.clone()),
            (None, None) => ListKey::All,
        };
        let world = self.spot.world;
        let href = self.spot.local.link_to_path(&lists::list_path(world, &key, 1));
        let topic = query.topic.as_ref().and_then(|topic| world.catalog.topic(topic));
        let title = match topic.map(|topic| world.text(self.own(), &topic.name).text) {
            Some(topic) => world.words.text(self.spot.language, "see-all-about", &[("topic", topic.as_str().into())]),
            None => world.words.text(self.spot.language, "see-all-services", &[]),
        };
        LinkView { title, href, ..LinkView::default() }
    }
}

fn text_fill(text: TextView) -> ValueFill {
    if text.lang.is_some() { ValueFill::Other(text) } else { ValueFill::Text(text.text) }
}

fn phone_fill(text: &str) -> ValueFill {
    ValueFill::Phone { national: phone::national(text), tel: phone::tel(text) }
}

/// The path in the portal of an image that a Markdown file names.
pub fn image_path(file: &str, source: &str) -> String {
    if let Some(path) = file.strip_prefix('/') {
        return format!("content/static/{path}");
    }
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Hashes what of a page's fill is the same in every language's tree: all but the addresses of links.
pub fn digest(spot: &Spot<'_>, document: &Document, scoped: &Scoped, state: &mut Hasher) {
    use std::hash::Hash as _;
    let content = document.text();
    let filler = Filler { spot, here: spot.world.tree(spot.tree), content };
    for link in (0..content.links.len()).filter(|&link| !filler.leads(link, Some(scoped))) {
        link.hash(state);
    }
    let has_pictures = content.blocks.iter().any(|block| matches!(block.kind, BlockKind::Row { .. }));
    if has_pictures || !content.images.is_empty() {
        filler.host().path(&Route::root()).hash(state);
    }
    if scoped.varies {
        digest_holes(spot, (content, &document.path), state);
    }
}

/// Likewise for a text whose links are no part of what is the same.
pub fn digest_holes(spot: &Spot<'_>, (content, path): (&Content, &str), state: &mut Hasher) {
    use std::hash::Hash as _;
    let filler = Filler { spot, here: spot.world.tree(spot.tree), content };
    spot.language.hash(state);
    for hole in &content.values {
        filler.value(&hole.value).hash(state);
    }
    for image in &content.images {
        filler.image(&image.file, &image.alt, path).hash(state);
    }
    for block in &content.blocks {
        match filler.block(&block.kind) {
            BlockFill::Services { services, .. } => {
                services.len().hash(state);
                for card in services {
                    card.name.hash(state);
                    card.summary.hash(state);
                    card.phone.hash(state);
                }
            }
            other => other.hash(state),
        }
    }
}
