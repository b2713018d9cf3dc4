//! Turns Markdown into a flat list of events that HTML and print are written from: the border type of the parser.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{AudienceId, FactId, Language, LocalityId, PageId, PictureId, Service, ServiceId, TermId, TopicId};

/// Of the start and of the end of a text, as events keep them.
const OFFSET_BITS: u32 = 28;

/// A parsed Markdown text. Whatever differs between variants (addresses, values, conditions, lists of services) is a
/// numbered hole, so that one parse serves every variant.
#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Content {
    /// The whole text of the source file; all spans count in it.
    pub source: Arc<str>,
    /// The few texts that are no part of the source: a character that was written as an entity, and the like.
    pub aside: String,
    pub events: Vec<Event>,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub values: Vec<ValueHole>,
    pub blocks: Vec<Block>,
    /// Explicit `{#id}` anchors of headings, in order. Each is also an `Event::Open(Tag::Heading)`.
    pub anchors: Vec<Anchor>,
    /// Each top-level block of the source, which translations name by their hashes.
    pub parts: Vec<Str>,
}

impl Content {
    /// So many bytes of the source and of `aside`, taken together, can be named.
    pub const REACH: usize = 1 << OFFSET_BITS;

    /// Gives back room that was only needed while the text grew: a portal keeps all its texts until it is built.
    pub fn shrink(&mut self) {
        self.aside.shrink_to_fit();
        self.events.shrink_to_fit();
        self.links.shrink_to_fit();
        self.images.shrink_to_fit();
        self.values.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.anchors.shrink_to_fit();
        self.parts.shrink_to_fit();
    }

    pub fn str(&self, text: impl Into<Str>) -> &str {
        let text = text.into();
        let (start, end) = (text.start as usize, text.end as usize);
        match start.checked_sub(self.source.len()) {
            None => &self.source[start..end],
            Some(start) => &self.aside[start..end - self.source.len()],
        }
    }

    /// Keeps a text that is no part of the source.
    pub fn keep(&mut self, text: &str) -> Str {
        let start = self.source.len() + self.aside.len();
        self.aside.push_str(text);
        Str::new(start..start + text.len())
    }
}

/// A piece of text: mostly a part of the source, so that nothing is copied. Bytes beyond the source are those of
/// `Content::aside`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Str {
    pub start: u32,
    pub end: u32,
}

impl Str {
    pub fn new(bytes: Range<usize>) -> Self {
        let offset = |at| u32::try_from(at).expect("longer texts are refused");
        Self { start: offset(bytes.start), end: offset(bytes.end) }
    }
}

impl From<&Str> for Str {
    fn from(text: &Str) -> Self {
        *text
    }
}

/// A `Str` of 7 bytes, as events keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Piece([u8; 7]);

impl Piece {
    pub fn range(self) -> Range<usize> {
        let Str { start, end } = self.into();
        start as usize..end as usize
    }
}

impl From<Str> for Piece {
    fn from(Str { start, end }: Str) -> Self {
        assert!(end >> OFFSET_BITS == 0, "longer texts are refused");
        let [bytes @ .., _] = (u64::from(start) | u64::from(end) << OFFSET_BITS).to_le_bytes();
        Self(bytes)
    }
}

impl From<Piece> for Str {
    fn from(Piece([a, b, c, d, e, f, g]): Piece) -> Self {
        let both = u64::from_le_bytes([a, b, c, d, e, f, g, 0]);
        let offset = |bits: u64| u32::try_from(bits & ((1 << OFFSET_BITS) - 1)).expect("28 bits are fewer than 32");
        Self { start: offset(both), end: offset(both >> OFFSET_BITS) }
    }
}

impl From<&Piece> for Str {
    fn from(piece: &Piece) -> Self {
        Self::from(*piece)
    }
}

/// The number that a list begins with, in bytes that stand anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct ListStart([u8; 4]);

impl From<u32> for ListStart {
    fn from(number: u32) -> Self {
        Self(number.to_le_bytes())
    }
}

impl From<ListStart> for u32 {
    fn from(start: ListStart) -> Self {
        Self::from_le_bytes(start.0)
    }
}

/// A portal keeps some hundreds of events for each text.
const _: () = assert!(size_of::<Event>() == 8, "an event has grown");

/// One step through the document. Every `Open` has its `Close`, properly nested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Event {
    Open(Tag),
    Close(Tag),
    Text(Piece),
    Code(Piece),
    SoftBreak,
    HardBreak,
    Rule,
    /// A task list's box; whether it is ticked.
    Task(bool),
    /// A call of the footnote with this number, counted from 1 in order of first call; and which call of it this is.
    FootnoteCall {
        number: u16,
        call: u16,
    },
    /// A hole for `values[n]`.
    Value(u16),
    /// A hole for `images[n]`, an image inside text.
    Image(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Tag {
    Paragraph,
    /// Level 2 to 6 (level 1 is the page's title), and the anchor (`anchors[n]`) where one was written.
    Heading {
        level: u8,
        anchor: Option<u16>,
    },
    Quote,
    Alert(AlertKind),
    /// `code` with the language named at its fence, if any, is plain preformatted text.
    CodeBlock,
    List {
        ordered: bool,
        start: ListStart,
    },
    Item,
    DefinitionList,
    DefinitionTitle,
    DefinitionDetails,
    /// A table of `columns`, each cell with its alignment from its `Cell`.
    Table,
    TableHead,
    TableRow,
    Cell {
        align: Align,
    },
    Emphasis,
    Strong,
    Strike,
    /// A hole for `links[n]`.
    Link(u16),
    /// The texts of the footnotes, at the document's end, in order of first call.
    Footnotes,
    Footnote {
        number: u16,
        calls: u16,
    },
    /// A `:::` block: `blocks[n]`.
    Block(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Align {
    None,
    Start,
    Centre,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Link {
    pub target: LinkTarget,
    pub title: Option<Box<str>>,
    pub span: Range<usize>,
}

/// What a link names. The parser has already refused unsafe schemes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum LinkTarget {
    /// `/money/carers-allowance#rates`; the home page is `/`.
    Page(PageId, Option<Box<str>>),
    /// `/services/<id>`.
    Service(ServiceId),
    /// `#rates` on the same page.
    Anchor(Box<str>),
    /// A file of `content/static/`: `/forms/claim.pdf` (the last segment has a dot).
    Static(Box<str>),
    /// `https:`, `http:`, `mailto:`, `tel:`, `sms:`.
    External(Box<str>),
    /// Refused, with a finding; rendered as text without a link.
    Refused,
}

/// `![alt](photo.jpg)`: a file beside the Markdown file, or `/photo.jpg` of `content/static/`.
#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Image {
    pub file: Box<str>,
    /// Empty only where the title is `decorative`.
    pub alt: String,
    pub span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct ValueHole {
    pub value: Value,
    pub span: Range<usize>,
}

/// What stands between braces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Value {
    /// `{fact:carers-allowance.weekly}`.
    Fact(FactId),
    /// `{local:name}`, `{local:contact.phone}`.
    Local(LocalField),
    /// `{term:respite}`.
    Term(TermId),
    /// `{service:id.phone}`.
    Service(ServiceId, ServiceField),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum LocalField {
    Name,
    Phone,
    Email,
    Hours,
    Address,
    Web,
    ContactName,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum ServiceField {
    Name,
    Phone,
    Email,
    Web,
}

#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Block {
    pub kind: BlockKind,
    /// The opening line.
    pub span: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum BlockKind {
    Only(Scope),
    Except(Scope),
    Services(ServiceQuery),
    Contact,
    Emergency,
    Warning,
    Steps,
    Row {
        picture: PictureId,
    },
    Details {
        title: String,
    },
    /// One that cannot be made out, which has been reported: its text is shown as if it stood outside.
    Unread,
}

/// Sets of places and languages; an empty set says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Scope {
    pub localities: Vec<LocalityId>,
    pub nations: Vec<LocalityId>,
    pub languages: Vec<Language>,
}

/// Which services a `:::services` block lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct ServiceQuery {
    pub topic: Option<TopicId>,
    pub audience: Option<AudienceId>,
    pub limit: Option<u16>,
}

impl ServiceQuery {
    /// Whether the list holds a service, if the reader's place has it.
    pub fn holds(&self, service: &Service) -> bool {
        self.topic.as_ref().is_none_or(|topic| service.topics.contains(topic))
            && self.audience.as_ref().is_none_or(|audience| service.audiences.contains(audience))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Anchor {
    pub id: Box<str>,
    pub span: Range<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAST: usize = Content::REACH - 1;

    #[test]
    fn a_piece_is_the_text_it_was_made_of() {
        for text in [0..0, 0..LAST, LAST..LAST, 1..0x0123_4567, 0x0fed_cba9..LAST] {
            let piece = Piece::from(Str::new(text.clone()));
            assert_eq!(piece.range(), text);
        }
    }

    #[test]
    #[should_panic(expected = "longer texts are refused")]
    fn a_piece_does_not_lie_where_no_text_reaches() {
        let _refused = Piece::from(Str::new(0..LAST + 1));
    }

    #[test]
    fn a_list_starts_with_the_number_that_was_written() {
        for number in [0, 1, 999_999_999, u32::MAX] {
            assert_eq!(u32::from(ListStart::from(number)), number);
        }
    }
}
