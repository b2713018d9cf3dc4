//! Turns a selector into whether an element is meant, as far as a page at rest can say.

use cssparser::{ParseError, Parser, ParserInput, Token};

use super::super::document::{Document, Id};
use super::Sure;

/// A selector, from its last compound on.
#[derive(Clone, Debug)]
pub struct Selector {
    /// The last compound, then each one before it with how it is joined to the one after it.
    pub compounds: Vec<(Join, Vec<Simple>)>,
    /// Ids, classes, names.
    pub weight: (u32, u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Inside,
    Child,
    After,
    RightAfter,
}

#[derive(Clone, Debug)]
pub enum Simple {
    Any,
    Name(String),
    Id(String),
    Class(String),
    Attribute {
        name: String,
        test: Test,
        value: String,
    },
    Is(Vec<Selector>),
    Not(Vec<Selector>),
    Root,
    Link,
    First,
    Last,
    Disabled,
    Empty,
    /// A state that a page at rest is not in, or a part that is no element.
    Never,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    Present,
    Equals,
    Word,
    Dash,
    Begins,
    Ends,
    Holds,
}

/// The selectors of a list; one that cannot be read at all makes the whole list mean nothing, as in browsers.
pub fn list(text: &str) -> Vec<Selector> {
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    parsed(&mut parser, 0).unwrap_or_default()
}

const DEEPEST: usize = 8;

fn parsed<'i>(parser: &mut Parser<'i, '_>, depth: usize) -> Result<Vec<Selector>, ParseError<'i, ()>> {
    parser.parse_comma_separated(|one| {
        let mut reader = Reading::default();
        one.skip_whitespace();
        while let Ok(token) = one.next_including_whitespace().cloned() {
            reader.token(&token, one, depth)?;
        }
        Ok(reader.done())
    })
}

#[derive(Default)]
struct Reading {
    compounds: Vec<(Join, Vec<Simple>)>,
    now: Vec<Simple>,
    join: Option<Join>,
    weight: (u32, u32, u32),
}

impl Reading {
    fn token<'i>(
        &mut self,
        token: &Token<'i>,
        parser: &mut Parser<'i, '_>,
        depth: usize,
    ) -> Result<(), ParseError<'i, ()>> {
        match token {
            Token::WhiteSpace(_) => self.joined(Join::Inside),
            Token::Delim('>') => self.joined(Join::Child),
            Token::Delim('+') => self.joined(Join::RightAfter),
            Token::Delim('~') => self.joined(Join::After),
            Token::Delim('*') => self.add(Simple::Any, 0),
            Token::Ident(name) => self.add(Simple::Name(name.to_ascii_lowercase()), 1),
            Token::IDHash(name) => self.add(Simple::Id(name.to_string()), 100),
            Token::Delim('.') => {
                let name = parser.expect_ident()?.to_string();
                self.add(Simple::Class(name), 10);
            }
            Token::SquareBracketBlock => {
                let simple = parser.parse_nested_block(attribute)?;
                self.add(simple, 10);
            }
            Token::Colon => self.pseudo(parser, depth)?,
            _ => self.add(Simple::Unknown, 0),
        }
        Ok(())
    }

    fn pseudo<'i>(&mut self, parser: &mut Parser<'i, '_>, depth: usize) -> Result<(), ParseError<'i, ()>> {
        match parser.next_including_whitespace()?.clone() {
            Token::Colon => {
                if let Ok(Token::Function(_)) = parser.next_including_whitespace() {
                    parser.parse_nested_block(|inner| {
                        while inner.next().is_ok() {}
                        Ok::<(), ParseError<'_, ()>>(())
                    })?;
                }
                self.add(Simple::Never, 1);
            }
            Token::Ident(name) => self.add(state(&name.to_ascii_lowercase()), 10),
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                let simple = parser.parse_nested_block(|inner| function(&name, inner, depth))?;
                self.add(simple, if name == "where" { 0 } else { 10 });
            }
            _ => self.add(Simple::Unknown, 0),
        }
        Ok(())
    }

    fn joined(&mut self, join: Join) {
        if self.join.is_none_or(|known| known == Join::Inside) {
            self.join = Some(join);
        }
    }

    fn add(&mut self, simple: Simple, weight: u32) {
        if let Some(join) = self.join.take().filter(|_| !self.now.is_empty()) {
            self.compounds.push((join, std::mem::take(&mut self.now)));
        }
        match weight {
            100 => self.weight.0 += 1,
            10 => self.weight.1 += 1,
            1 => self.weight.2 += 1,
            _ => {}
        }
        self.now.push(simple);
    }

    fn done(mut self) -> Selector {
        self.compounds.push((Join::Inside, self.now));
        self.compounds.reverse();
        // Each join now stands with the compound before it; it belongs to the step from the one after it.
        Selector { compounds: self.compounds, weight: self.weight }
    }
}

fn state(name: &str) -> Simple {
    match name {
        "root" => Simple::Root,
        "link" | "any-link" => Simple::Link,
        "first-child" => Simple::First,
        "last-child" => Simple::Last,
        "disabled" => Simple::Disabled,
        "empty" => Simple::Empty,
        "hover" | "focus" | "focus-visible" | "focus-within" | "active" | "visited" | "target" | "before" | "after"
        | "fullscreen" | "first-line" | "first-letter" | "autofill" | "user-invalid" => Simple::Never,
        _ => Simple::Unknown,
    }
}

fn function<'i>(name: &str, parser: &mut Parser<'i, '_>, depth: usize) -> Result<Simple, ParseError<'i, ()>> {
    match name {
        "is" | "where" | "not" if depth < DEEPEST => {
            let inner = parsed(parser, depth + 1)?;
            Ok(if name == "not" { Simple::Not(inner) } else { Simple::Is(inner) })
        }
        _ => {
            while parser.next().is_ok() {}
            Ok(Simple::Unknown)
        }
    }
}

fn attribute<'i>(parser: &mut Parser<'i, '_>) -> Result<Simple, ParseError<'i, ()>> {
    let name = parser.expect_ident()?.to_ascii_lowercase();
    let test = match parser.next().cloned() {
        Err(_) => return Ok(Simple::Attribute { name, test: Test::Present, value: String::new() }),
        Ok(Token::Delim('=')) => Test::Equals,
        Ok(Token::IncludeMatch) => Test::Word,
        Ok(Token::DashMatch) => Test::Dash,
        Ok(Token::PrefixMatch) => Test::Begins,
        Ok(Token::SuffixMatch) => Test::Ends,
        Ok(Token::SubstringMatch) => Test::Holds,
        Ok(_) => return Ok(Simple::Unknown),
    };
    let value = parser.expect_ident_or_string()?.to_string();
    while parser.next().is_ok() {}
    Ok(Simple::Attribute { name, test, value })
}

impl Selector {
    pub fn matches(&self, document: &Document, id: Id) -> Sure {
        let Some(((_, last), rest)) = self.compounds.split_first() else { return Sure::No };
        compound(document, id, last).and(if rest.is_empty() { Sure::Yes } else { self.before(document, id, 1) })
    }

    /// Whether the compounds from `step` on stand around the element as they are joined.
    fn before(&self, document: &Document, id: Id, step: usize) -> Sure {
        let Some((join, simples)) = self.compounds.get(step) else { return Sure::Yes };
        let one = |id: Id| compound(document, id, simples).and(self.before(document, id, step + 1));
        let elements = |id: &Id| document.element(*id).is_some();
        let siblings = std::iter::successors(document.nodes[id].before, |&id| document.nodes[id].before);
        match join {
            Join::Child => document.parent(id).filter(elements).map_or(Sure::No, one),
            Join::Inside => best(document.ancestors(id).filter(elements).map(one)),
            Join::RightAfter => siblings.filter(elements).take(1).map(one).fold(Sure::No, Sure::or),
            Join::After => best(siblings.filter(elements).map(one)),
        }
    }
}

fn best(all: impl Iterator<Item = Sure>) -> Sure {
    let mut best = Sure::No;
    for one in all {
        best = best.or(one);
        if best == Sure::Yes {
            break;
        }
    }
    best
}

fn compound(document: &Document, id: Id, simples: &[Simple]) -> Sure {
    let mut all = Sure::Yes;
    for simple in simples {
        all = all.and(one(document, id, simple));
        if all == Sure::No {
            break;
        }
    }
    all
}

fn one(document: &Document, id: Id, simple: &Simple) -> Sure {
    let has = |name: &str| document.attribute(id, name).is_some();
    let element = |id: &Id| document.element(*id).is_some();
    let holds = match simple {
        Simple::Any => true,
        Simple::Name(name) => document.element(id).is_some_and(|element| *element.name == **name),
        Simple::Id(name) => document.attribute(id, "id") == Some(name.as_str()),
        Simple::Class(name) => words(document, id, "class").any(|word| word == name),
        Simple::Attribute { name, test, value } => {
            document.attribute(id, name).is_some_and(|own| test.holds(own, value))
        }
        Simple::Is(list) => return best(list.iter().map(|selector| selector.matches(document, id))),
        Simple::Not(list) => return best(list.iter().map(|selector| selector.matches(document, id))).not(),
        Simple::Root => document.parent(id) == Some(0),
        Simple::Link => matches!(document.tag(id), "a" | "area") && has("href"),
        Simple::First => {
            !std::iter::successors(document.nodes[id].before, |&id| document.nodes[id].before).any(|id| element(&id))
        }
        Simple::Last => {
            !std::iter::successors(document.nodes[id].after, |&id| document.nodes[id].after).any(|id| element(&id))
        }
        Simple::Disabled => has("disabled"),
        Simple::Empty => document.nodes[id].first.is_none(),
        Simple::Never => false,
        Simple::Unknown => return Sure::Maybe,
    };
    Sure::from(holds)
}

fn words<'a>(document: &'a Document, id: Id, name: &str) -> impl Iterator<Item = &'a str> {
    document.attribute(id, name).unwrap_or_default().split_ascii_whitespace()
}

impl Test {
    fn holds(self, own: &str, value: &str) -> bool {
        match self {
            Self::Present => true,
            Self::Equals => own == value,
            Self::Word => own.split_ascii_whitespace().any(|word| word == value),
            Self::Dash => own.strip_prefix(value).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
            Self::Begins => !value.is_empty() && own.starts_with(value),
            Self::Ends => !value.is_empty() && own.ends_with(value),
            Self::Holds => !value.is_empty() && own.contains(value),
        }
    }
}
