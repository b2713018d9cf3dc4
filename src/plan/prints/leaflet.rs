//! Turns what a print says into plain data, from which alone its PDF is made.

use std::hash::{Hash, Hasher};

use jiff::civil::Date;

use super::PrintCode;
use super::code::letters;
use crate::diag::Place;
use crate::load;
use crate::model::{Language, PrintShape};

/// What the pages of a print say, before what stands on every print is added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// One, or one for each language of a bilingual leaflet. Never empty; `finish` puts Welsh first.
    pub texts: Vec<DraftText>,
    /// The day the print says that it was issued, which is also that of the PDF.
    pub issued: Date,
    pub review: Option<Date>,
    /// Who made the pictures.
    pub credits: Vec<String>,
    /// What findings about the print as a whole point at.
    pub at: At,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftText {
    pub language: Language,
    pub title: String,
    pub summary: Option<String>,
    pub blocks: Vec<Block>,
}

/// All that a print says. Two leaflets that are equal but for places (`At`) are the same PDF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Leaflet {
    pub code: PrintCode,
    pub version: Version,
    pub shape: PrintShape,
    /// In the order in which they stand. Never empty; the first is the document's language.
    pub texts: Vec<Text>,
    pub issued: Date,
    pub review: Option<Date>,
    /// The whole short address, which the QR code holds: `https://carers.example.org/print/h4kd7wr/`.
    pub url: String,
    /// The same as people type it: `carers.example.org/print/h4kd7wr`.
    pub short: String,
    /// The panel of other formats: the portal's languages in reading order.
    pub formats: Vec<Formats>,
    pub credits: Vec<String>,
    pub at: At,
}

/// What is printed in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    pub language: Language,
    pub title: String,
    pub summary: Option<String>,
    /// The portal's name, and who publishes it.
    pub portal: String,
    pub publisher: String,
    /// None everywhere.
    pub place: Option<String>,
    pub contact: Contact,
    pub blocks: Vec<Block>,
    /// The control line, in parts: title, code, version, dates, publisher and place.
    pub control: Vec<String>,
    pub words: Words,
}

/// The interface's words on a print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// "Page {n} of {all}", with these marks.
    pub page: String,
    pub contact: String,
    pub phone: String,
    pub email: String,
    pub web: String,
    pub address: String,
    pub hours: String,
    /// "Newest copy of this leaflet": stands at the QR code.
    pub newest: String,
    /// "Web addresses": names what a link leads to.
    pub links: String,
    pub notes: String,
    pub hard_words: String,
    pub credits: String,
    /// "QR code that leads to {url}", with this mark: read aloud in its place.
    pub qr: String,
}

/// How to get a text in another way, in one language: a few words, and whom to call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Formats {
    pub language: Language,
    pub text: String,
    /// A telephone number or an email address, which keeps its own direction.
    pub reach: Option<String>,
}

/// A version made from the content: the same content has the same version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Version(String);

impl Version {
    /// The version of a leaflet that has none yet.
    pub fn of(leaflet: &Leaflet) -> Self {
        Self(letters(leaflet.hash(), 6))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Leaflet {
    /// A hash of all that it says, without places.
    pub fn hash(&self) -> load::Hash {
        let mut hasher = load::Hasher::default();
        Hash::hash(self, &mut hasher);
        hasher.hash()
    }

    /// The language of the document as a whole.
    pub fn language(&self) -> Language {
        self.texts[0].language
    }

    /// The title of the document: of all its texts, where there are several.
    pub fn title(&self) -> String {
        let titles: Vec<&str> = self.texts.iter().map(|text| &*text.title).collect();
        titles.join(" / ")
    }
}

/// Where a piece comes from. It is no part of what is printed: an edit that only moves a text makes no new version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At(pub Option<Place>);

impl Hash for At {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl From<Place> for At {
    fn from(place: Place) -> Self {
        Self(Some(place))
    }
}

/// A piece of text that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    pub kind: BlockKind,
    pub at: At,
}

impl Block {
    pub fn new(kind: BlockKind, at: impl Into<At>) -> Self {
        Self { kind, at: at.into() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Levels 2 to 6; the print's title is level 1.
    Heading {
        level: u8,
        text: Inlines,
    },
    Paragraph(Inlines),
    /// Numbered from `start`, or with bullets; `steps` have large numbers.
    List {
        start: Option<u32>,
        steps: Steps,
        items: Vec<Vec<Block>>,
    },
    /// Words and what is said of them.
    Definitions(Vec<(Inlines, Vec<Block>)>),
    Quote(Vec<Block>),
    /// A box whose kind is said in words.
    Boxed {
        kind: BoxKind,
        label: String,
        blocks: Vec<Block>,
    },
    /// Each row has as many cells as the head.
    Table {
        head: Vec<Inlines>,
        rows: Vec<Vec<Inlines>>,
    },
    /// An easy-read row: a picture beside a text.
    Row(Row),
    Picture(Picture),
    /// Preformatted text.
    Code(String),
    Services(Vec<Card>),
    Contact(Contact),
    /// The texts of the notes, by their numbers.
    Notes {
        title: String,
        notes: Vec<Note>,
    },
    /// Web addresses that the text above it leads to: words, and the address as people type it.
    Addresses(Vec<Address>),
    /// Blocks in another language than those around them.
    In(Language, Vec<Block>),
    Rule,
}

/// Whether the items of a list are steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Steps {
    No,
    Yes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoxKind {
    /// A note, a tip, or what stands in a page's `:::details`.
    Plain,
    Warning,
    Emergency,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub picture: Option<Picture>,
    pub blocks: Vec<Block>,
}

/// A picture by its path in the portal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    pub source: String,
    /// Empty where the words beside it say the same.
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    pub text: String,
    pub url: String,
    pub shown: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    pub number: u16,
    pub blocks: Vec<Block>,
}

/// A service as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    pub name: Inlines,
    /// The heading's level.
    pub level: u8,
    pub summary: Inlines,
    /// The words "closed for now", of a service that is.
    pub paused: Option<String>,
    /// Labels and what they name: phone, times, cost.
    pub lines: Vec<(String, Inlines)>,
    /// The record.
    pub at: At,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contact {
    /// "Contact us", or who answers.
    pub name: Option<Inlines>,
    /// Labels and what they name: phone, hours, email, address.
    pub lines: Vec<(String, Inlines)>,
    /// The number alone, which stands beside the short address.
    pub phone: Option<String>,
}

pub type Inlines = Vec<Inline>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    Text(String),
    /// Emphasis too: prints have no italics.
    Strong(Inlines),
    Strike(Inlines),
    Code(String),
    Break,
    /// A phone number, a price, an address: it runs from left to right whatever stands around it.
    Ltr(String),
    /// Words that lead to an address; `Block::Addresses` writes it out.
    Link {
        url: String,
        text: Inlines,
    },
    /// The call of a note.
    Call(u16),
    Picture(Picture),
    /// Words in another language than those around them.
    In(Language, Inlines),
    Group(Inlines),
}

impl Inline {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// The letters alone, without what they look like.
pub fn plain(inlines: &[Inline]) -> String {
    let mut plain = String::new();
    push_plain(inlines, &mut plain);
    plain
}

fn push_plain(inlines: &[Inline], plain: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Ltr(text) => plain.push_str(text),
            Inline::Strong(inner) | Inline::Strike(inner) | Inline::In(_, inner) | Inline::Group(inner) => {
                push_plain(inner, plain);
            }
            Inline::Link { text, .. } => push_plain(text, plain),
            Inline::Break => plain.push(' '),
            Inline::Picture(picture) => plain.push_str(&picture.alt),
            Inline::Call(_) => {}
        }
    }
}
