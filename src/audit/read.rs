//! Turns HTML as it lies on disk into the document that a browser without scripts makes of it, each element with its
//! place in the source.
//!
//! One library cuts the source into tags with their places, another makes the tree as the HTML standard says; this file
//! hands the one's words to the other.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::convert::Infallible;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};

use super::document::{Document, Element, Id, Kind, Node, Space};

/// Elements inside each other: more than browsers allow, for each level makes every tag dearer.
const DEEPEST: u32 = 800;
/// Nodes and tags of one page; a hundred times what a long page has.
const MOST: usize = 1_000_000;
/// An element with more attributes keeps only so many.
const MOST_ATTRIBUTES: usize = 200;

/// Why a file is not audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    TooDeep,
    TooMany,
}

/// Reads HTML, however broken.
///
/// # Errors
/// More elements, or deeper in each other, than any page for people has.
pub fn read(html: &str) -> Result<Document, Unreadable> {
    let builder = TreeBuilder::new(Tree::new(), TreeBuilderOpts { scripting_enabled: true, ..Default::default() });
    let hand = Hand { builder: &builder, tag: None, next: None, tags: 0, begins: Begins::default() };
    let mut glue = Glue(CallbackEmitter::new(hand));
    {
        let tokenizer = Tokenizer::new_with_emitter(html, Lent(&mut glue));
        let Ok(()) = tokenizer.finish();
    }
    let begins = glue.0.callback_mut().begins;
    if let Some(reason) = builder.sink.refused.get() {
        return Err(reason);
    }
    Ok(Document::new(builder.sink.nodes.take().into_iter().map(|(node, _)| node).collect(), begins.is_html()))
}

/// What tells a page from a picture in SVG: what the source begins with.
#[derive(Clone, Copy, Debug, Default)]
struct Begins {
    doctype: bool,
    /// The first tag is that of an `svg` that says so of itself.
    svg: Option<bool>,
}

impl Begins {
    fn is_html(self) -> bool {
        self.doctype || self.svg != Some(true)
    }
}

/// The tree as far as it is made. Each node knows how deep it stands.
struct Tree {
    nodes: RefCell<Vec<(Node, u32)>>,
    names: RefCell<Vec<QualName>>,
    /// Where the tag begins that is being handed over.
    at: Cell<usize>,
    refused: Cell<Option<Unreadable>>,
}

/// A handle: the node, and its name by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Grip {
    id: Id,
    name: usize,
}

const NAMELESS: usize = 0;

impl Tree {
    fn new() -> Self {
        Self {
            nodes: RefCell::new(vec![(Node::new(Kind::Root), 0)]),
            names: RefCell::new(vec![QualName::new(None, ns!(), local_name!(""))]),
            at: Cell::new(0),
            refused: Cell::new(None),
        }
    }

    fn add(&self, kind: Kind) -> Id {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= MOST {
            self.refused.set(Some(Unreadable::TooMany));
        }
        nodes.push((Node::new(kind), 0));
        nodes.len() - 1
    }

    fn detach(&self, id: Id) {
        let nodes = &mut *self.nodes.borrow_mut();
        let node = &mut nodes[id].0;
        let (parent, before, after) = (node.parent.take(), node.before.take(), node.after.take());
        if let Some(before) = before {
            nodes[before].0.after = after;
        } else if let Some(parent) = parent {
            nodes[parent].0.first = after;
        }
        if let Some(after) = after {
            nodes[after].0.before = before;
        } else if let Some(parent) = parent {
            nodes[parent].0.last = before;
        }
    }

    /// Puts a node that has no parent before another, or last.
    fn attach(&self, parent: Id, id: Id, sibling: Option<Id>) {
        let nodes = &mut *self.nodes.borrow_mut();
        let before = match sibling {
            Some(sibling) => nodes[sibling].0.before,
            None => nodes[parent].0.last,
        };
        let depth = nodes[parent].1 + 1;
        let node = &mut nodes[id];
        node.1 = depth;
        (node.0.parent, node.0.before, node.0.after) = (Some(parent), before, sibling);
        match before {
            Some(before) => nodes[before].0.after = Some(id),
            None => nodes[parent].0.first = Some(id),
        }
        match sibling {
            Some(sibling) => nodes[sibling].0.before = Some(id),
            None => nodes[parent].0.last = Some(id),
        }
        if depth > DEEPEST {
            self.refused.set(Some(Unreadable::TooDeep));
        }
    }

    fn place(&self, parent: Id, child: NodeOrText<Grip>, sibling: Option<Id>) {
        match child {
            NodeOrText::AppendNode(grip) => {
                self.detach(grip.id);
                self.attach(parent, grip.id, sibling);
            }
            NodeOrText::AppendText(text) => {
                if !self.lengthen(parent, &text, sibling) {
                    let id = self.add(Kind::Text(text.to_string()));
                    self.attach(parent, id, sibling);
                }
            }
        }
    }

    /// Text beside text is one text.
    fn lengthen(&self, parent: Id, more: &str, sibling: Option<Id>) -> bool {
        let nodes = &mut *self.nodes.borrow_mut();
        let before = match sibling {
            Some(sibling) => nodes[sibling].0.before,
            None => nodes[parent].0.last,
        };
        match before.map(|id| &mut nodes[id].0.kind) {
            Some(Kind::Text(text)) => {
                text.push_str(more);
                true
            }
            _ => false,
        }
    }
}

fn kept(attributes: Vec<Attribute>) -> Vec<(LocalName, String)> {
    let mut kept = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        kept.push((attribute.name.local, String::from(attribute.value)));
    }
    kept
}

impl TreeSink for Tree {
    type Handle = Grip;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Grip {
        Grip { id: 0, name: NAMELESS }
    }

    fn elem_name<'a>(&'a self, target: &'a Grip) -> Ref<'a, QualName> {
        Ref::map(self.names.borrow(), |names| &names[target.name])
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Grip {
        let space = match &name.ns {
            ns if *ns == ns!(html) => Space::Html,
            ns if *ns == ns!(svg) => Space::Svg,
            _ => Space::Other,
        };
        let local = name.local.clone();
        let mut names = self.names.borrow_mut();
        names.push(name);
        let element = Element { name: local, space, attributes: kept(attributes), at: self.at.get() };
        Grip { id: self.add(Kind::Element(element)), name: names.len() - 1 }
    }

    fn create_comment(&self, _: StrTendril) -> Grip {
        Grip { id: self.add(Kind::Other), name: NAMELESS }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Grip {
        Grip { id: self.add(Kind::Other), name: NAMELESS }
    }

    fn append(&self, parent: &Grip, child: NodeOrText<Grip>) {
        self.place(parent.id, child, None);
    }

    fn append_based_on_parent_node(&self, element: &Grip, before: &Grip, child: NodeOrText<Grip>) {
        let parent = self.nodes.borrow()[element.id].0.parent;
        match parent {
            Some(parent) => self.place(parent, child, Some(element.id)),
            None => self.place(before.id, child, None),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is no part of the page.
    fn get_template_contents(&self, _: &Grip) -> Grip {
        Grip { id: self.add(Kind::Root), name: NAMELESS }
    }

    fn same_node(&self, one: &Grip, other: &Grip) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Grip, node: NodeOrText<Grip>) {
        let parent = self.nodes.borrow()[sibling.id].0.parent;
        if let Some(parent) = parent {
            self.place(parent, node, Some(sibling.id));
        }
    }

    fn add_attrs_if_missing(&self, target: &Grip, attributes: Vec<Attribute>) {
        if let Kind::Element(element) = &mut self.nodes.borrow_mut()[target.id].0.kind {
            for (name, value) in kept(attributes) {
                if element.attributes.iter().all(|(own, _)| *own != name) {
                    element.attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Grip) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Grip, parent: &Grip) {
        loop {
            let child = self.nodes.borrow()[node.id].0.first;
            let Some(child) = child else { return };
            self.detach(child);
            self.attach(parent.id, child, None);
        }
    }
}

/// Hears of tags and text in the source, and tells the tree.
struct Hand<'a> {
    builder: &'a TreeBuilder<Grip, Tree>,
    /// The start tag that is being read, and where it begins.
    tag: Option<(Tag, usize)>,
    /// How the source is read on after a tag.
    next: Option<State>,
    tags: usize,
    begins: Begins,
}

impl Hand<'_> {
    fn tell(&mut self, token: Token) {
        if self.builder.sink.refused.get().is_some() {
            return;
        }
        self.next = match self.builder.process_token(token, 1) {
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => self.next.take(),
            TokenSinkResult::Script(_) => Some(State::Data),
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(RawKind::ScriptData | RawKind::ScriptDataEscaped(_)) => Some(State::ScriptData),
        };
    }

    fn tag(&mut self, tag: Tag, at: usize) {
        self.tags += 1;
        if self.tags > MOST {
            self.builder.sink.refused.set(Some(Unreadable::TooMany));
        }
        self.builder.sink.at.set(at);
        if self.begins.svg.is_none() {
            let says_so = tag.attrs.iter().any(|attribute| &*attribute.name.local == "xmlns");
            self.begins.svg = Some(tag.name == local_name!("svg") && says_so);
        }
        self.tell(Token::TagToken(tag));
    }

    fn text(&mut self, bytes: &[u8]) {
        for (at, part) in bytes.split(|&byte| byte == 0).enumerate() {
            if at > 0 {
                self.tell(Token::NullCharacterToken);
            }
            self.tell(Token::CharacterTokens(tendril(part)));
        }
    }

    fn attribute_name(&mut self, name: &[u8]) {
        let Some((tag, _)) = &mut self.tag else { return };
        let local = local(name);
        // A second attribute of one name is dropped: its value goes to one without a name, which goes as well.
        let is_known = tag.attrs.iter().any(|attribute| attribute.name.local == local);
        if tag.attrs.len() < MOST_ATTRIBUTES {
            let local = if is_known { local_name!("") } else { local };
            tag.attrs.push(Attribute { name: QualName::new(None, ns!(), local), value: StrTendril::new() });
        }
    }

    fn attribute_value(&mut self, value: &[u8]) {
        if let Some(attribute) = self.tag.as_mut().and_then(|(tag, _)| tag.attrs.last_mut()) {
            attribute.value.push_slice(&String::from_utf8_lossy(value));
        }
    }

    fn doctype(&mut self, name: &[u8]) {
        self.begins.doctype = true;
        let name = Some(tendril(name));
        self.tell(Token::DoctypeToken(Doctype { name, public_id: None, system_id: None, force_quirks: false }));
    }
}

fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(&String::from_utf8_lossy(bytes))
}

fn local(bytes: &[u8]) -> LocalName {
    LocalName::from(&*String::from_utf8_lossy(bytes))
}

impl Callback<Infallible, usize> for Hand<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = local(name);
                let tag = Tag { kind: TagKind::StartTag, name, self_closing: false, attrs: Vec::new() };
                self.tag = Some((tag, span.start));
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some((mut tag, at)) = self.tag.take() {
                    tag.self_closing = self_closing;
                    tag.attrs.retain(|attribute| attribute.name.local != local_name!(""));
                    self.tag(tag, at);
                }
            }
            CallbackEvent::EndTag { name } => {
                let name = local(name);
                self.tag(Tag { kind: TagKind::EndTag, name, self_closing: false, attrs: Vec::new() }, span.start);
            }
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { value } => self.tell(Token::CommentToken(tendril(value))),
            CallbackEvent::Doctype { name, .. } => self.doctype(name),
            CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// Puts in what the callback cannot say: how the source is read on, and that it has ended.
struct Glue<'a>(CallbackEmitter<Hand<'a>, Infallible, usize>);

/// The glue, lent to the tokenizer, which would keep it.
struct Lent<'a, 'b>(&'a mut Glue<'b>);

impl ForwardingEmitter for Lent<'_, '_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0.0
    }

    fn emit_eof(&mut self) {
        self.0.0.emit_eof();
        let hand = self.0.0.callback_mut();
        hand.tell(Token::EOFToken);
        if hand.builder.sink.refused.get().is_none() {
            hand.builder.end();
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let own = self.0.0.emit_current_tag();
        self.0.0.callback_mut().next.take().or(own)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.0.callback_mut().builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
