//! Turns a template's source into marks, and tells which of them stand at the edge of a block.

use std::ops::Range;

use super::is_space;

/// Elements at whose edges a browser drops white space, and those that show nothing (HTML, rendering: flow content).
const BLOCKS: [&str; 54] = [
    "address",
    "article",
    "aside",
    "base",
    "blockquote",
    "body",
    "br",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// A stretch of a template, by its bytes.
#[derive(Clone, Debug)]
pub enum Mark {
    Space(Range<usize>),
    Text(Range<usize>),
    /// A start or end tag, and whether it is a block's.
    Tag(Range<usize>, Edge),
    /// Elements whose white space is text.
    Kept(Range<usize>, Edge),
    /// `{% ... %}`
    Statement(Range<usize>),
    /// `{{ ... }}`
    Expression(Range<usize>),
    /// `{# ... #}`
    Comment(Range<usize>),
}

/// What a browser does with white space beside something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// It is not shown.
    Block,
    /// It may be shown.
    Line,
}

impl Edge {
    fn of_element(name: &str) -> Self {
        if BLOCKS.contains(&name) { Self::Block } else { Self::Line }
    }

    /// The edge where either of two may stand.
    fn or(self, other: Self) -> Self {
        if self == Self::Block { other } else { self }
    }
}

impl Mark {
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Space(range) | Self::Text(range) | Self::Tag(range, _) | Self::Kept(range, _) => range.clone(),
            Self::Statement(range) | Self::Expression(range) | Self::Comment(range) => range.clone(),
        }
    }
}

/// Splits a template into marks that cover all of it.
pub fn marks(source: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let mark = mark(source, at);
        at = mark.range().end;
        marks.push(mark);
    }
    marks
}

fn mark(source: &str, at: usize) -> Mark {
    let rest = &source[at..];
    let to = |len: usize| at..at + len;
    if let Some(len) = engine_len(rest) {
        return match rest.as_bytes()[1] {
            b'%' => Mark::Statement(to(len)),
            b'#' => Mark::Comment(to(len)),
            _ => Mark::Expression(to(len)),
        };
    }
    for (name, edge) in [("pre", Edge::Block), ("textarea", Edge::Line)] {
        if rest.strip_prefix('<').is_some_and(|inner| tag_name(inner) == name) {
            let close = format!("</{name}>");
            return Mark::Kept(to(rest.find(&close).map_or(rest.len(), |end| end + close.len())), edge);
        }
    }
    if let Some(len) = tag_len(rest) {
        let name = tag_name(rest[1..].trim_start_matches('/'));
        return Mark::Tag(to(len), Edge::of_element(name));
    }
    let run = rest.len() - rest.trim_start_matches(is_space).len();
    if run > 0 {
        return Mark::Space(to(run));
    }
    // A lone `{` or `<` opens nothing: it is text too.
    let text = rest.char_indices().skip(1).find(|(_, c)| is_space(*c) || matches!(c, '{' | '<'));
    Mark::Text(to(text.map_or(rest.len(), |(len, _)| len)))
}

/// The bytes of one of the engine's own marks.
fn engine_len(rest: &str) -> Option<usize> {
    let (_, close) = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter().find(|(open, _)| rest.starts_with(open))?;
    Some(rest.find(close).map_or(rest.len(), |end| end + close.len()))
}

/// The bytes of a tag, past the marks and quotes in it.
fn tag_len(rest: &str) -> Option<usize> {
    let mut inner = rest.strip_prefix('<')?;
    inner = inner.strip_prefix('/').unwrap_or(inner);
    if !(inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') || inner.starts_with("{{")) {
        return None;
    }
    let mut at = rest.len() - inner.len();
    let mut quote = None;
    while let Some(c) = rest[at..].chars().next() {
        if let Some(len) = engine_len(&rest[at..]) {
            at += len;
            continue;
        }
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

fn tag_name(inner: &str) -> &str {
    let end = inner.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(inner.len());
    &inner[..end]
}

/// For each mark, whether a block's edge stands right before or right after it, whichever way the statements go. A
/// template begins and ends at an edge.
pub fn beside_blocks(source: &str, marks: &[Mark]) -> Vec<bool> {
    let mut before = Walk::new(["if", "for"], ["endif", "endfor"]);
    let mut unseen: Vec<bool> = marks.iter().map(|mark| before.pass(source, mark) == Edge::Block).collect();
    let mut after = Walk::new(["endif", "endfor"], ["if", "for"]);
    for (mark, unseen) in marks.iter().zip(&mut unseen).rev() {
        *unseen |= after.pass(source, mark) == Edge::Block;
    }
    unseen
}

/// A walk through a template in one of its two directions.
struct Walk {
    opens: [&'static str; 2],
    closes: [&'static str; 2],
    /// What the walk has just left.
    edge: Edge,
    open: Vec<Branches>,
}

/// A condition or loop that the walk is in.
struct Branches {
    /// What stood before all of it.
    outside: Edge,
    /// The ends of the branches so far, as one.
    ends: Edge,
    /// One of the branches is always taken.
    complete: bool,
}

impl Walk {
    fn new(opens: [&'static str; 2], closes: [&'static str; 2]) -> Self {
        Self { opens, closes, edge: Edge::Block, open: Vec::new() }
    }

    /// What stood beside the mark before the walk went over it.
    fn pass(&mut self, source: &str, mark: &Mark) -> Edge {
        let beside = self.edge;
        match mark {
            Mark::Space(_) | Mark::Comment(_) => {}
            Mark::Text(_) | Mark::Expression(_) => self.edge = Edge::Line,
            Mark::Tag(_, edge) | Mark::Kept(_, edge) => self.edge = *edge,
            Mark::Statement(range) => self.statement(keyword(&source[range.clone()])),
        }
        beside
    }

    fn statement(&mut self, keyword: &str) {
        let edge = self.edge;
        if self.opens.contains(&keyword) {
            self.open.push(Branches { outside: edge, ends: Edge::Block, complete: false });
            // A loop's body may follow itself.
            self.edge = if keyword.ends_with("for") { Edge::Line } else { edge };
        } else if self.closes.contains(&keyword) {
            let Some(branches) = self.open.pop() else { return };
            let ends = branches.ends.or(edge);
            self.edge = if branches.complete { ends } else { ends.or(branches.outside) };
        } else if matches!(keyword, "else" | "elif")
            && let Some(branches) = self.open.last_mut()
        {
            branches.ends = branches.ends.or(edge);
            branches.complete |= keyword == "else";
            self.edge = branches.outside;
        } else if keyword != "set" {
            self.edge = Edge::Line;
        }
    }
}

/// The first word of a statement.
fn keyword(statement: &str) -> &str {
    let inner = statement.trim_start_matches(['{', '%', '-']).trim_start();
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(inner.len());
    &inner[..end]
}
