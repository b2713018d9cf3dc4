//! Turns a print into a record of what it was made from, and two such records into what changed between them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::compose::{Piece, pieces};
use super::leaflet::plain;
use super::sections::sections;
use super::{Block, BlockKind, Card, Contact, Leaflet, Print, PrintCode, PrintSource, Text, Version};
use crate::catalog::Catalog;
use crate::load::Hash;
use crate::model::{Copies, Holder, Language, LeafletId, LocalityId, PageId, PrintShape};
use crate::parse::content::Value;
use crate::parse::markdown::block_hashes;
use crate::plan::World;
use crate::resolve::Tree;
use crate::resolve::facts::fact;
use crate::resolve::scope::visible;

/// What is published of a print beside it, for the day on which copies must be pulled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    pub code: PrintCode,
    pub version: Version,
    pub title: String,
    #[serde(flatten)]
    pub label: Label,
    /// From the front of the site.
    pub file: String,
    pub issued: Date,
    pub parts: Vec<Part>,
}

/// What tells a print from others, in the words of those who order it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub of: Of,
    pub shape: PrintShape,
    pub languages: Vec<Language>,
    pub locality: LocalityId,
}

/// What is printed, by the name that its editors gave it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    Page(PageId),
    Leaflet(LeafletId),
}

/// One thing that a print says, by which a reader could be misled once it is no longer so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    pub kind: PartKind,
    /// A fact, a service, a page; empty where there is only one of the kind.
    pub name: String,
    /// What is said of a service or a contact: `Phone`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// The words themselves; of a text, a hash.
    pub said: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    Fact,
    Service,
    Contact,
    Title,
    Text,
    Review,
}

/// One thing in which two versions of a print differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub kind: PartKind,
    pub name: String,
    pub line: Option<String>,
    /// None where it was not there before.
    pub was: Option<String>,
    /// None where it is no more.
    pub is: Option<String>,
}

impl Label {
    pub fn of(world: &World<'_>, print: &Print) -> Self {
        let catalog = world.catalog;
        Self {
            of: match &print.source {
                PrintSource::Page(page) => Of::Page(catalog.pages.get(*page).id.clone()),
                PrintSource::Leaflet(id) => Of::Leaflet(id.clone()),
            },
            shape: print.shape,
            languages: print.trees().map(|tree| world.tree(tree).language).collect(),
            locality: catalog.places.get(world.tree(print.tree).place).id.clone(),
        }
    }

    /// Whether copies that a holder has are of this print. A holder whose place has no site of its own has those of the
    /// nearest place around it that has one.
    pub fn is_of(&self, catalog: &Catalog, holder: &Holder, copies: &Copies) -> bool {
        let id = copies.place.as_ref().unwrap_or(&holder.place);
        let sites = catalog.places.sites();
        let place = catalog.places.find(id.as_str());
        let site = place.and_then(|place| catalog.places.chain(place).find(|place| sites.contains(place)));
        let is_named = match (&self.of, &copies.leaflet, &copies.page) {
            (Of::Leaflet(own), Some(id), _) => own == id,
            (Of::Page(own), _, Some(id)) => own == id,
            _ => false,
        };
        is_named
            && copies.shape.is_none_or(|shape| shape == self.shape)
            && copies.language.is_none_or(|language| self.languages.contains(&language))
            && site.is_some_and(|site| catalog.places.get(site).id == self.locality)
    }
}

impl Trace {
    pub fn of(world: &World<'_>, print: &Print, leaflet: &Leaflet) -> Self {
        Self {
            code: print.code.clone(),
            version: leaflet.version.clone(),
            title: leaflet.title(),
            label: Label::of(world, print),
            file: print.route.as_str().to_owned(),
            issued: leaflet.issued,
            parts: parts(world, print, leaflet),
        }
    }

    /// What changed since `before`. Empty where only the words around the text did, such as the interface's.
    pub fn reasons(&self, before: &Self) -> Vec<Reason> {
        let known = |parts: &[Part], part: &Part| parts.iter().find(|other| other.is_same(part)).cloned();
        let mut reasons: Vec<Reason> = before
            .parts
            .iter()
            .filter_map(|was| Reason::between(Some(was), known(&self.parts, was).as_ref()))
            .chain(
                self.parts
                    .iter()
                    .filter(|is| known(&before.parts, is).is_none())
                    .filter_map(|is| Reason::between(None, Some(is))),
            )
            .collect();
        // A service that came or went says so once, and not for each of its lines.
        let whole: Vec<String> = reasons
            .iter()
            .filter(|reason| reason.is_whole_service() && (reason.was.is_none() || reason.is.is_none()))
            .map(|reason| reason.name.clone())
            .collect();
        reasons.retain(|reason| reason.line.is_none() || !whole.contains(&reason.name));
        reasons.sort_by(|a, b| (a.kind, &a.name, &a.line).cmp(&(b.kind, &b.name, &b.line)));
        reasons
    }
}

impl Part {
    fn new(kind: PartKind, name: impl Into<String>, said: impl Into<String>) -> Self {
        Self { kind, name: name.into(), line: None, said: said.into() }
    }

    /// Whether both say something of the same thing.
    fn is_same(&self, other: &Self) -> bool {
        (self.kind, &self.name, &self.line) == (other.kind, &other.name, &other.line)
    }
}

impl Reason {
    fn between(was: Option<&Part>, is: Option<&Part>) -> Option<Self> {
        let part = was.or(is)?;
        if was.map(|part| &part.said) == is.map(|part| &part.said) {
            return None;
        }
        let said = |part: Option<&Part>| part.map(|part| part.said.clone());
        Some(Self { kind: part.kind, name: part.name.clone(), line: part.line.clone(), was: said(was), is: said(is) })
    }

    fn is_whole_service(&self) -> bool {
        self.kind == PartKind::Service && self.line.is_none()
    }

    fn text(&self) -> String {
        match (&self.was, &self.is) {
            (None, _) => format!("the page `{}` is not on the copies", self.name),
            (_, None) => format!("the page `{}` is on the copies and no longer here", self.name),
            _ => format!("the text of `{}` changed", self.name),
        }
    }

    /// Why, for an editor.
    pub fn words(&self) -> String {
        let what = match (self.kind, &self.line) {
            (PartKind::Fact, _) => format!("the fact `{}`", self.name),
            (PartKind::Service, Some(line)) => format!("`{}`, {line}", self.name),
            (PartKind::Service, None) => format!("the service `{}`", self.name),
            (PartKind::Contact, line) => format!("the contact, {}", line.as_deref().unwrap_or_default()),
            (PartKind::Title, _) => "the title or the sentence below it".to_owned(),
            (PartKind::Text, _) => return self.text(),
            (PartKind::Review, _) => "the day of the next review".to_owned(),
        };
        match (&self.was, &self.is) {
            _ if self.is_whole_service() && self.was.is_some() && self.is.is_some() => {
                format!("{what} is described in other words")
            }
            (None, Some(_)) if self.is_whole_service() => format!("{what} is not on the copies"),
            (Some(_), None) if self.is_whole_service() => format!("{what} is on the copies and no longer here"),
            (Some(was), Some(is)) => format!("{what}: was {was}, is {is}"),
            (Some(was), None) => format!("{what}: was {was}, is gone"),
            (None, Some(is)) => format!("{what}: is {is}, was not there"),
            (None, None) => what,
        }
    }
}

/// A later form of the list gets a later number, and is unknown to an earlier program.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    fingerpost_prints: u32,
    prints: &'a [&'a Trace],
}

#[derive(Deserialize)]
struct Read {
    fingerpost_prints: u32,
    prints: Vec<Trace>,
}

/// The list as it is published.
pub fn to_json(prints: &[&Trace]) -> Vec<u8> {
    let written = Written { fingerpost_prints: FORM, prints };
    serde_json::to_vec(&written).expect("names, words and dates can be written as JSON")
}

/// A list that was published; none if it is damaged or another program's.
pub fn from_json(json: &[u8]) -> Option<Vec<Trace>> {
    let Ok(read) = serde_json::from_slice::<Read>(json) else { return None };
    (read.fingerpost_prints == FORM).then_some(read.prints)
}

fn parts(world: &World<'_>, print: &Print, leaflet: &Leaflet) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in pieces(world, print) {
        of_piece(world, &piece, &mut parts);
    }
    for text in &leaflet.texts {
        of_text(text, &mut parts);
    }
    parts.extend(leaflet.review.map(|day| Part::new(PartKind::Review, "", day.to_string())));
    parts.sort();
    parts.dedup();
    parts
}

/// The facts of a page as it stands in the print, and a hash of its words.
fn of_piece(world: &World<'_>, piece: &Piece<'_>, parts: &mut Vec<Part>) {
    let page = world.catalog.pages.get(piece.page).id.as_str();
    if piece.is_brief() {
        let front = &piece.document.front;
        let said = [front.title.as_str(), front.summary.as_deref().unwrap_or_default()].join(": ");
        parts.push(Part::new(PartKind::Text, page, said));
        return;
    }
    let whole = piece.document.text();
    let part = (!piece.only().is_empty()).then(|| sections(whole, piece.only()));
    let content = part.as_ref().unwrap_or(whole);
    let tree = Tree { language: piece.document.language, ..world.tree(piece.tree) };
    let shown = visible(world.catalog, world.tree(piece.tree), content);
    for (hole, _) in content.values.iter().zip(shown.values).filter(|(_, shown)| *shown) {
        let Value::Fact(id) = &hole.value else { continue };
        let Some(here) = fact(world.catalog, tree.place, id, world.moment.day) else { continue };
        let said = here.value.map_or_else(
            || world.words.text_plain(tree.language, "being-checked", &[]),
            |value| world.words.number(tree.language, &value.value.0, here.fact.value.unit),
        );
        parts.push(Part::new(PartKind::Fact, id.as_str(), said));
    }
    let hashes = block_hashes(whole).join(" ");
    parts.push(Part::new(PartKind::Text, page, Hash::of(hashes.as_bytes()).hex(Hash::DIGITS / 2)));
}

fn of_text(text: &Text, parts: &mut Vec<Part>) {
    let title = [Some(text.title.as_str()), text.summary.as_deref()];
    let title: Vec<&str> = title.into_iter().flatten().collect();
    parts.push(Part::new(PartKind::Title, text.language.as_str(), title.join(": ")));
    contact(&text.contact, parts);
    of_blocks(&text.blocks, parts);
}

fn of_blocks(blocks: &[Block], parts: &mut Vec<Part>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Services(cards) => cards.iter().for_each(|card| service(card, parts)),
            BlockKind::Contact(own) => contact(own, parts),
            BlockKind::Quote(inner) | BlockKind::Boxed { blocks: inner, .. } | BlockKind::In(_, inner) => {
                of_blocks(inner, parts);
            }
            _ => {}
        }
    }
}

fn service(card: &Card, parts: &mut Vec<Part>) {
    let name = plain(&card.name);
    parts.push(Part::new(PartKind::Service, &name, plain(&card.summary)));
    for (label, line) in &card.lines {
        parts.push(Part { line: Some(label.clone()), ..Part::new(PartKind::Service, &name, plain(line)) });
    }
}

fn contact(contact: &Contact, parts: &mut Vec<Part>) {
    for (label, line) in &contact.lines {
        parts.push(Part { line: Some(label.clone()), ..Part::new(PartKind::Contact, "", plain(line)) });
    }
}
