//! Turns the text of a style sheet into its rules, each with how sure it is that it applies.

use cssparser::{Delimiter, ParseError, Parser, ParserInput, Token};

use super::Sure;
use super::selector::{self, Selector};

/// A rule that may style elements.
#[derive(Clone, Debug)]
pub struct Rule {
    pub selectors: Vec<Selector>,
    pub declarations: Vec<Declaration>,
    /// Whether the conditions around it hold for a person at a wide, light screen.
    pub applies: Sure,
    /// Rules in a layer give way to those in none.
    pub layered: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// In lower case, but for a custom property.
    pub name: String,
    pub value: String,
    pub important: bool,
}

/// The blocks around a rule.
#[derive(Clone, Copy)]
struct Around {
    applies: Sure,
    layered: bool,
    depth: usize,
}

/// Blocks inside blocks; more are not read.
const DEEPEST: usize = 16;

type Nothing<'i> = Result<(), ParseError<'i, ()>>;

pub fn rules(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut input = ParserInput::new(text);
    let around = Around { applies: Sure::Yes, layered: false, depth: 0 };
    collect(&mut Parser::new(&mut input), around, &mut rules);
    rules
}

fn collect(parser: &mut Parser<'_, '_>, around: Around, rules: &mut Vec<Rule>) {
    let mut start = parser.position();
    loop {
        let begin = parser.state();
        let Ok(token) = parser.next().cloned() else { return };
        match token {
            Token::CDO | Token::CDC | Token::Semicolon => start = parser.position(),
            Token::AtKeyword(name) => {
                at_rule(&name.to_ascii_lowercase(), parser, around, rules);
                start = parser.position();
            }
            Token::CurlyBracketBlock => {
                let end = begin.position();
                let prelude = parser.slice(start..end).to_owned();
                let _: Nothing = parser.parse_nested_block(|inner| {
                    style_rule(&prelude, inner, around, rules);
                    Ok(())
                });
                start = parser.position();
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::Function(_) => {
                let _: Nothing = parser.parse_nested_block(drained);
            }
            _ => {}
        }
    }
}

fn drained<'i>(parser: &mut Parser<'i, '_>) -> Nothing<'i> {
    while parser.next().is_ok() {}
    Ok(())
}

fn style_rule(prelude: &str, parser: &mut Parser<'_, '_>, around: Around, rules: &mut Vec<Rule>) {
    let declarations = declarations_of(parser);
    let Around { applies, layered, .. } = around;
    rules.push(Rule { selectors: selector::list(prelude), declarations, applies, layered });
}

fn at_rule(name: &str, parser: &mut Parser<'_, '_>, around: Around, rules: &mut Vec<Rule>) {
    let start = parser.position();
    let (end, has_block) = loop {
        let end = parser.position();
        match parser.next() {
            Ok(Token::CurlyBracketBlock) => break (end, true),
            Ok(Token::ParenthesisBlock | Token::Function(_) | Token::SquareBracketBlock) => {
                let _: Nothing = parser.parse_nested_block(drained);
            }
            Ok(Token::Semicolon) | Err(_) => break (end, false),
            Ok(_) => {}
        }
    };
    if !has_block {
        return;
    }
    let prelude = parser.slice(start..end).to_owned();
    let inside = match name {
        "media" => Some(Around { applies: around.applies.and(media(&prelude)), ..around }),
        "layer" => Some(Around { layered: true, ..around }),
        "supports" | "container" | "scope" | "starting-style" => {
            Some(Around { applies: around.applies.and(Sure::Maybe), ..around })
        }
        _ => None,
    };
    let _: Nothing = parser.parse_nested_block(|inner| {
        match inside.filter(|around| around.applies != Sure::No && around.depth < DEEPEST) {
            Some(around) => collect(inner, Around { depth: around.depth + 1, ..around }, rules),
            None => drained(inner)?,
        }
        Ok(())
    });
}

/// Whether a media query holds on a screen of 1280 by 800 in light colours.
fn media(query: &str) -> Sure {
    let all = query.split(',').map(|one| {
        let one = one.trim().to_ascii_lowercase();
        let parts = one.split(" and ").map(str::trim);
        parts.map(feature).fold(Sure::Yes, Sure::and)
    });
    all.fold(Sure::No, Sure::or)
}

fn feature(text: &str) -> Sure {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let (name, value) = inner.split_once(':').map_or((inner, ""), |(name, value)| (name.trim(), value.trim()));
    let length = |value: &str| super::value::length(value, (16.0, 16.0));
    match (name, value) {
        ("screen" | "all" | "only screen", "") => Sure::Yes,
        ("print" | "speech", "") => Sure::No,
        ("min-width", value) => length(value).map_or(Sure::Maybe, |px| Sure::from(px <= 1280.0)),
        ("max-width", value) => length(value).map_or(Sure::Maybe, |px| Sure::from(px >= 1280.0)),
        ("prefers-color-scheme", value) => Sure::from(value == "light"),
        ("forced-colors", value) => Sure::from(value == "none"),
        _ => Sure::Maybe,
    }
}

/// The declarations of a `style` attribute.
pub fn declarations(text: &str) -> Vec<Declaration> {
    let mut input = ParserInput::new(text);
    declarations_of(&mut Parser::new(&mut input))
}

fn declarations_of(parser: &mut Parser<'_, '_>) -> Vec<Declaration> {
    let mut found = Vec::new();
    while !parser.is_exhausted() {
        let read: Result<Option<Declaration>, ParseError<'_, ()>> =
            parser.parse_until_after(Delimiter::Semicolon, |one| {
                let name = one.expect_ident_cloned().map_err(ParseError::<()>::from);
                let colon = name.and_then(|name| Ok(one.expect_colon().map(|()| name)?));
                let start = one.position();
                while one.next().is_ok() {}
                Ok(colon.map(|name| declaration(&name, one.slice_from(start))).unwrap_or_default())
            });
        found.extend(read.unwrap_or_default());
    }
    found
}

fn declaration(name: &str, value: &str) -> Option<Declaration> {
    let name = if name.starts_with("--") { name.to_owned() } else { name.to_ascii_lowercase() };
    let value = value.trim();
    let (plain, important) = match value.rsplit_once('!') {
        Some((plain, word)) if word.trim().eq_ignore_ascii_case("important") => (plain.trim(), true),
        _ => (value, false),
    };
    let is_rule = plain.contains('{');
    (!is_rule).then(|| Declaration { name, value: plain.to_owned(), important })
}
