//! Turns what serde says about a node into a finding in plain words.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use super::Text;
use super::tree::{Kind, Node};
use crate::diag::{Code, Finding, nearest};

/// Something wrong with a node.
#[derive(Debug)]
pub struct Mistake {
    /// Positions of items and entries, innermost first.
    upward: Vec<usize>,
    pub wrong: Wrong,
}

#[derive(Debug)]
pub enum Wrong {
    Missing(&'static str),
    Unknown {
        key: String,
        known: &'static [&'static str],
    },
    Word {
        word: String,
        known: &'static [&'static str],
    },
    Type {
        found: String,
        wanted: String,
        quotable: bool,
    },
    /// The words of one of our own types: what is wrong and, after `: `, what to do.
    Said(String),
}

impl Mistake {
    fn new(wrong: Wrong) -> Self {
        Self { upward: Vec::new(), wrong }
    }

    /// The same mistake seen from the list or map that holds the node.
    pub fn inside(mut self, position: usize) -> Self {
        self.upward.push(position);
        self
    }

    /// From the root to the node.
    pub fn path(&self) -> Vec<usize> {
        self.upward.iter().rev().copied().collect()
    }

    /// Whether this key was probably meant to be the one that `other` misses.
    pub fn explains(&self, other: &Self) -> bool {
        match (&self.wrong, &other.wrong) {
            (Wrong::Unknown { key, known }, Wrong::Missing(missing)) => {
                self.upward.get(1..) == Some(other.upward.as_slice())
                    && nearest(key, known.iter().copied()) == Some(*missing)
            }
            _ => false,
        }
    }

    pub fn finding(&self, root: &Node, text: &Text<'_>) -> Finding {
        let spot = Spot::new(root, &self.path());
        let place = match self.wrong {
            Wrong::Unknown { .. } => text.place(spot.start.clone()),
            Wrong::Said(ref words) => {
                let part = part(words, spot.node, text.source);
                text.place(part.unwrap_or_else(|| text.lines_of(&spot.start, &spot.node.span)))
            }
            _ => text.place(text.lines_of(&spot.start, &spot.node.span)),
        };
        let (code, message, help) = self.words(&spot);
        Finding::new(code, message).at(place).help(help)
    }

    fn words(&self, spot: &Spot<'_>) -> (Code, String, String) {
        match &self.wrong {
            Wrong::Missing(key) => {
                (Code::MissingKey, format!("`{key}` is missing"), format!("add a line that starts with `{key}:`"))
            }
            Wrong::Unknown { key, known } => {
                (Code::UnknownKey, format!("`{key}` is not a key here"), meant(key, known, "the keys here are"))
            }
            Wrong::Word { word, known } => {
                (Code::BadValue, format!("{} cannot be `{word}`", spot.name), meant(word, known, "write one of"))
            }
            Wrong::Type { found, wanted, quotable } => (
                Code::WrongType,
                format!("{} must be {wanted}, not {found}", spot.name),
                if *quotable { "put quotes around it".to_owned() } else { advice(wanted) },
            ),
            Wrong::Said(words) => match words.strip_prefix("duplicate field ") {
                Some(key) => (Code::DuplicateKey, format!("{key} is written twice"), "keep one of the two".to_owned()),
                None => {
                    let Finding { code, message, help, .. } = Finding::worded(Code::BadValue, words);
                    (code, message, help)
                }
            },
        }
    }
}

/// Where in a value the words are that a message names first, if they are only a part of it.
fn part(words: &str, node: &Node, text: &str) -> Option<std::ops::Range<usize>> {
    let Kind::Scalar { text: value, .. } = &node.kind else { return None };
    let named =
        words.strip_prefix('`')?.split('`').next().filter(|named| !named.is_empty() && named.len() < value.len())?;
    let written = text.get(node.span.clone())?.to_ascii_lowercase();
    let named = named.to_ascii_lowercase();
    let mut found = written.match_indices(&named).map(|(at, _)| at..at + named.len());
    let is_letter = |near: Option<char>| near.is_some_and(char::is_alphanumeric);
    let alone = |at: &std::ops::Range<usize>| {
        !is_letter(written[..at.start].chars().next_back()) && !is_letter(written[at.end..].chars().next())
    };
    found.find(alone).map(|at| node.span.start + at.start..node.span.start + at.end)
}

/// The node that a mistake is about, and what to call it.
struct Spot<'n> {
    node: &'n Node,
    /// Where it starts: its key, or itself.
    start: std::ops::Range<usize>,
    name: String,
}

impl<'n> Spot<'n> {
    fn new(root: &'n Node, path: &[usize]) -> Self {
        let mut spot = Self { node: root, start: root.span.clone(), name: "this".to_owned() };
        for &position in path {
            match &spot.node.kind {
                Kind::List(items) => {
                    spot.node = &items[position];
                    spot.start = spot.node.span.clone();
                    spot.name = match spot.name.as_str() {
                        "this" => format!("item {}", position + 1),
                        name => format!("item {} of {name}", position + 1),
                    };
                }
                Kind::Map(entries) => {
                    spot.node = &entries[position].value;
                    spot.start = entries[position].key.span.clone();
                    spot.name = format!("`{}`", entries[position].key.name());
                }
                Kind::Scalar { .. } => break,
            }
        }
        spot
    }
}

fn meant(word: &str, known: &[&str], lead: &str) -> String {
    let all = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? {lead} {all}"),
        None => format!("{lead} {all}"),
    }
}

/// How a value of a kind is written.
fn advice(wanted: &str) -> String {
    match wanted {
        "a list" => "write it as `[one, two]`, or each on a line of its own after `- `",
        "keys with values" => "write its keys below it, each indented by two spaces, as `key: value`",
        "a text" => "write the text after the colon",
        "a whole number" => "write digits only",
        _ => "",
    }
    .to_owned()
}

/// serde's names of kinds in plain words; our own types speak plainly already.
fn plain(wanted: &str) -> String {
    match wanted {
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number",
        "f32" | "f64" => "a number",
        "a string" => "a text",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list",
        "a map" => "keys with values",
        struct_name if struct_name.starts_with("struct ") => "keys with values",
        other => other,
    }
    .to_owned()
}

fn found(unexpected: Unexpected<'_>) -> String {
    match unexpected {
        Unexpected::Bool(answer) => format!("`{answer}`"),
        Unexpected::Unsigned(number) => format!("the number {number}"),
        Unexpected::Signed(number) => format!("the number {number}"),
        Unexpected::Float(number) => format!("the number {number}"),
        Unexpected::Str(text) => format!("the text `{}`", shortened(text)),
        Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "keys with values".to_owned(),
        other => other.to_string(),
    }
}

fn shortened(text: &str) -> String {
    const LIMIT: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LIMIT) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line.to_owned(),
    }
}

impl Error for Mistake {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Self::new(Wrong::Said(words.to_string()))
    }

    fn invalid_type(unexpected: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let wanted = plain(&wanted.to_string());
        let number = matches!(
            unexpected,
            Unexpected::Bool(_) | Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_)
        );
        let quotable = number && wanted.contains("text");
        Self::new(Wrong::Type { found: found(unexpected), wanted, quotable })
    }

    fn invalid_value(unexpected: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::invalid_type(unexpected, wanted)
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Wrong::Word { word: shortened(word), known })
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Wrong::Unknown { key: shortened(key), known })
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Wrong::Missing(key))
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.wrong)
    }
}

impl std::error::Error for Mistake {}
