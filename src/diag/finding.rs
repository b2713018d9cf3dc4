//! Turns an observation into a finding: a code, a place, plain words and what to do.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Code, Severity};

/// Something the build has to say about the portal.
///
/// `message` starts in lower case and has no full stop; names of things stand in backticks. `help` says what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Finding {
    pub place: Option<Place>,
    pub code: Code,
    pub severity: Severity,
    pub message: String,
    pub help: String,
    /// How many outputs show what the finding is about; 0 where that cannot be said.
    pub reach: u32,
}

impl Finding {
    /// A finding with the severity of its code and no place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { place: None, code, severity: code.severity(), message: message.into(), help: String::new(), reach: 0 }
    }

    /// A finding from words of the form `what is wrong: what to do`; the first `: ` outside backticks divides them.
    pub fn worded(code: Code, words: &str) -> Self {
        let mut quoted = false;
        for (at, c) in words.char_indices() {
            match c {
                '`' => quoted = !quoted,
                ':' if !quoted && words[at..].starts_with(": ") => {
                    return Self::new(code, &words[..at]).help(&words[at + 2..]);
                }
                _ => {}
            }
        }
        Self::new(code, words)
    }

    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Where a finding points: a file of the portal, by its path from the portal's folder with `/`, and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Place {
    pub file: Arc<str>,
    pub spot: Spot,
}

impl Place {
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: file.clone(), spot: Spot::Whole }
    }

    /// Bytes of the file as it lies on disk.
    pub fn bytes(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: file.clone(), spot: Spot::Bytes(range.start, range.end) }
    }

    /// A node of a YAML file (or front matter), by the keys and positions that lead to it.
    pub fn key(file: &Arc<str>, steps: impl IntoIterator<Item = Step>) -> Self {
        Self { file: file.clone(), spot: Spot::Key(steps.into_iter().collect()) }
    }
}

/// A spot inside a file. `Key` is turned into `Bytes` before printing, when the file's text is at hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Spot {
    Whole,
    Bytes(usize, usize),
    Key(Vec<Step>),
}

/// One step from a YAML node to a node inside it.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub enum Step {
    Key(String),
    Item(usize),
}

impl Step {
    /// The key; a position has no name.
    pub fn name(&self) -> &str {
        match self {
            Self::Key(key) => key,
            Self::Item(_) => "",
        }
    }
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// A value and what was noticed while making it. Author mistakes travel here; `Result` is for the outside world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosed<T> {
    pub value: T,
    pub findings: Vec<Finding>,
}

impl<T> Diagnosed<T> {
    pub fn clean(value: T) -> Self {
        Self { value, findings: Vec::new() }
    }

    pub fn new(value: T, findings: Vec<Finding>) -> Self {
        Self { value, findings }
    }

    /// The value alone; its findings join `into`.
    pub fn take(self, into: &mut Vec<Finding>) -> T {
        into.extend(self.findings);
        self.value
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Diagnosed<U> {
        Diagnosed { value: f(self.value), findings: self.findings }
    }
}
