//! Turns YAML text into a tree of nodes that know their place, within bounds that no text can exceed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use crate::diag::Step;

/// How deep nodes may lie in each other, as in `serde_yaml`.
const DEPTH: usize = 128;
/// How many nodes a text may have once its aliases are followed. A record of 5 KB has about 200.
const NODES: usize = 1_000_000;

/// A node; its span counts bytes of the whole file.
#[derive(Clone, Debug)]
pub struct Node {
    pub span: Range<usize>,
    pub kind: Kind,
    pub state: State,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// A text as written, without its quotes; plain if it had none.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Node,
    pub value: Node,
}

/// What the search for mistakes has done with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Written,
    /// It is wrong, and skipped from now on.
    Removed,
    /// It is missing, or was removed, and something else of the record is still to be looked at: the nth of the
    /// values that `reader::STAND_INS` offers.
    StandIn(usize),
}

impl Node {
    pub fn stand_in(at: usize) -> Self {
        Self { span: at..at, kind: Kind::Map(Vec::new()), state: State::StandIn(0) }
    }

    /// The text of a key; a key that is no text has no name.
    pub fn name(&self) -> &str {
        match &self.kind {
            Kind::Scalar { text, .. } => text,
            _ => "",
        }
    }

    /// The node that a step leads to.
    pub fn child(&self, step: &Step) -> Option<&Self> {
        match (step, &self.kind) {
            (Step::Item(at), Kind::List(items)) => items.get(*at),
            (Step::Key(key), Kind::Map(entries)) => {
                entries.iter().find(|entry| entry.key.name() == key).map(|entry| &entry.value)
            }
            _ => None,
        }
    }

    /// The same node with nothing in it.
    pub fn hollow(&self) -> Self {
        let kind = match &self.kind {
            Kind::List(_) => Kind::List(Vec::new()),
            Kind::Map(_) => Kind::Map(Vec::new()),
            scalar @ Kind::Scalar { .. } => scalar.clone(),
        };
        Self { span: self.span.clone(), kind, state: self.state }
    }

    /// The nodes in this one, each with the step to it; a value starts where its key does.
    pub fn children_mut(&mut self) -> Vec<(Step, &mut Self)> {
        match &mut self.kind {
            Kind::List(items) => items.iter_mut().enumerate().map(|(position, item)| (position.into(), item)).collect(),
            Kind::Map(entries) => entries
                .iter_mut()
                .map(|Entry { key, value }| {
                    value.span.start = key.span.start;
                    (key.name().into(), value)
                })
                .collect(),
            Kind::Scalar { .. } => Vec::new(),
        }
    }

    /// The node inside this one that a mistake's path leads to.
    pub fn at_mut(&mut self, path: &[usize]) -> &mut Self {
        path.iter().fold(self, |node, &step| match &mut node.kind {
            Kind::List(items) => &mut items[step],
            Kind::Map(entries) => &mut entries[step].value,
            Kind::Scalar { .. } => unreachable!("a path was made by walking this tree"),
        })
    }
}

/// A text's nodes, and the keys that it repeats (which are not in the tree).
#[derive(Debug)]
pub struct Tree {
    pub root: Node,
    pub repeated: Vec<Repeated>,
}

#[derive(Debug)]
pub struct Repeated {
    pub name: String,
    pub first: Range<usize>,
    pub second: Range<usize>,
}

/// Why a text has no tree.
#[derive(Debug, PartialEq, Eq)]
pub enum TreeError {
    Syntax,
    /// Too deep or too many nodes, at this byte of the file.
    TooLarge(usize),
}

impl Tree {
    /// Reads the first document of `yaml`, which starts at byte `start` of its file.
    ///
    /// # Errors
    /// It cannot be read, or exceeds a bound.
    pub fn new(yaml: &str, start: usize) -> Result<Self, TreeError> {
        let mut parser = Parser::new_from_str(yaml);
        let mut bytes = Bytes::new(yaml, start);
        let mut builder = Builder::default();
        while builder.root.is_none() {
            let Some(Ok((event, span))) = parser.next_event() else { return Err(TreeError::Syntax) };
            let mut range = bytes.range(span);
            if matches!(event, Event::SequenceEnd | Event::MappingEnd) {
                // The parser counts space and a comment after a bracket as part of it.
                let bracket = yaml[range.start - start..].starts_with([']', '}']);
                range.end = range.start + usize::from(bracket);
            }
            builder.event(event, range)?;
        }
        let root = builder.root.expect("the loop ends when there is a root");
        Ok(Self { root, repeated: builder.repeated })
    }
}

/// A list or map whose end is not reached.
struct Open {
    node: Node,
    anchor: usize,
    key: Option<Node>,
    names: BTreeSet<String>,
    /// Nodes of the whole tree when it began.
    before: usize,
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    /// Nodes that aliases may repeat, with how many nodes each holds.
    anchors: BTreeMap<usize, (Node, usize)>,
    repeated: Vec<Repeated>,
    nodes: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), TreeError> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let kind = Kind::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain };
                let node = Node { span, kind, state: State::Written };
                self.count(1, node.span.start)?;
                self.keep(anchor, &node, 1);
                self.place(node);
            }
            Event::SequenceStart(anchor, _) => self.begin(Kind::List(Vec::new()), anchor, span)?,
            Event::MappingStart(anchor, _) => self.begin(Kind::Map(Vec::new()), anchor, span)?,
            Event::SequenceEnd | Event::MappingEnd => self.end(&span),
            Event::Alias(anchor) => {
                // An alias inside its own anchor has no node yet.
                let (node, size) = self.anchors.get(&anchor).ok_or(TreeError::Syntax)?;
                let (mut node, size) = (node.clone(), *size);
                self.count(size, span.start)?;
                node.span = span;
                self.place(node);
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn count(&mut self, nodes: usize, at: usize) -> Result<(), TreeError> {
        self.nodes += nodes;
        if self.nodes > NODES { Err(TreeError::TooLarge(at)) } else { Ok(()) }
    }

    fn keep(&mut self, anchor: usize, node: &Node, size: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
    }

    fn begin(&mut self, kind: Kind, anchor: usize, span: Range<usize>) -> Result<(), TreeError> {
        if self.open.len() >= DEPTH {
            return Err(TreeError::TooLarge(span.start));
        }
        let before = self.nodes;
        self.count(1, span.start)?;
        let node = Node { span, kind, state: State::Written };
        self.open.push(Open { node, anchor, key: None, names: BTreeSet::new(), before });
        Ok(())
    }

    fn end(&mut self, span: &Range<usize>) {
        if let Some(Open { mut node, anchor, before, .. }) = self.open.pop() {
            node.span.end = span.end.max(node.span.start);
            self.keep(anchor, &node, self.nodes - before);
            self.place(node);
        }
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (&mut open.node.kind, open.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (_, None) => open.key = Some(node),
            (Kind::Map(entries), Some(key)) => {
                if open.names.insert(key.name().to_owned()) {
                    entries.push(Entry { key, value: node });
                } else if let Some(first) = entries.iter().find(|entry| entry.key.name() == key.name()) {
                    let (first, second) = (first.key.span.clone(), key.span.clone());
                    self.repeated.push(Repeated { name: key.name().to_owned(), first, second });
                }
            }
            (Kind::Scalar { .. }, Some(_)) => unreachable!("only lists and maps are opened"),
        }
    }
}

/// Turns the parser's lines and columns into bytes. Its columns count characters (and its indices count sometimes
/// characters, sometimes bytes, so they are not used).
struct Bytes<'a> {
    text: &'a str,
    start: usize,
    lines: Vec<usize>,
    /// The last place that was asked for, line, column and byte: places come mostly in order.
    last: (usize, usize, usize),
}

impl<'a> Bytes<'a> {
    fn new(text: &'a str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|&at| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let lines: Vec<usize> = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Self { text, start, lines, last: (1, 0, 0) }
    }

    fn range(&mut self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        let end = self.byte(span.end);
        self.start + start..self.start + end.max(start)
    }

    fn byte(&mut self, marker: Marker) -> usize {
        let Some(&line_start) = self.lines.get(marker.line().saturating_sub(1)) else { return self.text.len() };
        let (line, column, byte) = self.last;
        let (from, steps) = if line == marker.line() && column <= marker.col() {
            (byte, marker.col() - column)
        } else {
            (line_start, marker.col())
        };
        let rest = &self.text[from..];
        let found = from + rest.char_indices().nth(steps).map_or(rest.len(), |(at, _)| at);
        self.last = (marker.line(), marker.col(), found);
        found
    }
}
