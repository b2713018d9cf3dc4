//! Turns the strings of a Fluent file into what each of them uses: values, other strings, functions.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

/// The functions that a string may call.
const FUNCTIONS: [&str; 2] = ["NUMBER", "SOFT"];

/// The values that a string is given and uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    /// Stand in the text.
    pub(super) shown: BTreeSet<String>,
    /// Only choose between variants.
    pub(super) chosen_by: BTreeSet<String>,
}

impl Uses {
    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.chosen_by.is_empty()
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.shown.contains(name) || self.chosen_by.contains(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.shown.union(&self.chosen_by).map(String::as_str)
    }
}

/// Why a string cannot be put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    UnknownString(String),
    UnknownTerm(String),
    UnknownFunction(String),
    Circle,
}

impl Mistake {
    pub(super) fn help(&self) -> String {
        match self {
            Self::UnknownString(_) | Self::UnknownTerm(_) => {
                "write the words themselves, or add it to this file".to_owned()
            }
            Self::UnknownFunction(_) => format!("the functions are `{}`", FUNCTIONS.join("`, `")),
            Self::Circle => "write the words themselves in one of the strings".to_owned(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownString(id) => write!(f, "refers to the string `{id}`, which this file does not have"),
            Self::UnknownTerm(id) => write!(f, "refers to the term `-{id}`, which this file does not have"),
            Self::UnknownFunction(name) => write!(f, "uses the function `{name}`, which is not known"),
            Self::Circle => f.write_str("refers to itself, perhaps by way of others"),
        }
    }
}

/// What each string with a text uses, by its id; of two with one id, the first.
pub(super) fn uses_of(resource: &Resource<&str>) -> BTreeMap<String, Result<Uses, Mistake>> {
    let mut patterns = Patterns::default();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    patterns.messages.entry(message.id.name).or_insert(value);
                }
            }
            Entry::Term(term) => {
                patterns.terms.entry(term.id.name).or_insert(&term.value);
            }
            _ => {}
        }
    }
    let result = |(&id, &pattern): (&&str, &&Pattern<&str>)| {
        let mut walk = Walk::new(&patterns, id);
        (id.to_owned(), walk.pattern(pattern).map(|()| walk.uses))
    };
    patterns.messages.iter().map(result).collect()
}

#[derive(Default)]
struct Patterns<'a> {
    messages: BTreeMap<&'a str, &'a Pattern<&'a str>>,
    terms: BTreeMap<&'a str, &'a Pattern<&'a str>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Message,
    Term,
}

/// What a value that the walk meets does in the string where it began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Shown,
    ChosenBy,
    /// A term does not see the values of the string that refers to it; Fluent gives it only its own.
    Unseen,
}

/// A walk through a string and those that it refers to, each once for each role: a few lines of strings that refer to
/// each other twice would otherwise take for ever.
struct Walk<'a> {
    patterns: &'a Patterns<'a>,
    uses: Uses,
    role: Role,
    /// From the string where the walk began to the one where it is: shows circles.
    path: Vec<(Kind, &'a str)>,
    done: BTreeSet<(Kind, &'a str, Role)>,
}

impl<'a> Walk<'a> {
    fn new(patterns: &'a Patterns<'a>, id: &'a str) -> Self {
        let path = vec![(Kind::Message, id)];
        Self { patterns, uses: Uses::default(), role: Role::Shown, path, done: BTreeSet::new() }
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) -> Result<(), Mistake> {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression)?;
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) -> Result<(), Mistake> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.selector(selector)?;
                variants.iter().try_for_each(|variant| self.pattern(&variant.value))
            }
        }
    }

    fn selector(&mut self, selector: &'a InlineExpression<&'a str>) -> Result<(), Mistake> {
        let role = if self.role == Role::Shown { Role::ChosenBy } else { self.role };
        self.playing(role, |walk| walk.inline(selector))
    }

    fn playing(&mut self, role: Role, walk: impl FnOnce(&mut Self) -> Result<(), Mistake>) -> Result<(), Mistake> {
        let before = std::mem::replace(&mut self.role, role);
        walk(self)?;
        self.role = before;
        Ok(())
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) -> Result<(), Mistake> {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
            InlineExpression::VariableReference { id } => {
                match self.role {
                    Role::Shown => self.uses.shown.insert(id.name.to_owned()),
                    Role::ChosenBy => self.uses.chosen_by.insert(id.name.to_owned()),
                    Role::Unseen => false,
                };
                Ok(())
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, arguments } => self.function(id.name, arguments),
            InlineExpression::MessageReference { id, .. } => self.follow(Kind::Message, id.name),
            InlineExpression::TermReference { id, .. } => self.follow(Kind::Term, id.name),
        }
    }

    fn function(&mut self, name: &str, arguments: &'a CallArguments<&'a str>) -> Result<(), Mistake> {
        if !FUNCTIONS.contains(&name) {
            return Err(Mistake::UnknownFunction(name.to_owned()));
        }
        arguments.positional.iter().try_for_each(|argument| self.inline(argument))
    }

    fn follow(&mut self, kind: Kind, id: &'a str) -> Result<(), Mistake> {
        let (known, unknown): (_, fn(String) -> Mistake) = match kind {
            Kind::Message => (&self.patterns.messages, Mistake::UnknownString),
            Kind::Term => (&self.patterns.terms, Mistake::UnknownTerm),
        };
        let pattern = known.get(id).copied().ok_or_else(|| unknown(id.to_owned()))?;
        if self.path.contains(&(kind, id)) {
            return Err(Mistake::Circle);
        }
        let role = if kind == Kind::Term { Role::Unseen } else { self.role };
        if self.done.insert((kind, id, role)) {
            self.path.push((kind, id));
            self.playing(role, |walk| walk.pattern(pattern))?;
            self.path.pop();
        }
        Ok(())
    }
}
