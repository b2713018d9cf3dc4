//! Turns YAML text into our types, with every mistake of a file found in one run.
//!
//! A text without mistakes is read once, by `serde_yaml`. Only where that fails is it read again into a tree that knows
//! the place of each node; the type is then made from the tree as often as it takes to find every mistake.

mod edit;
mod put;
mod tree;
mod syntax;
mod reader;
mod mistake;
mod mend;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use serde::de::{DeserializeOwned, IgnoredAny};

pub use self::edit::{set, set_top};
pub use self::put::{in_brackets, on_a_line, put, put_each};
pub(super) use self::tree::{Kind, Node};
use self::tree::{Tree, TreeError};
use crate::diag::{Code, Diagnosed, Finding, Place, Step};

/// Reads `source[range]` as one record. Findings point into `file`, in the order of its lines.
///
/// The value lacks what was wrong (an unknown key, a bad item of a list); there is none if something is wrong or
/// missing that it cannot do without.
pub fn read<T: DeserializeOwned>(file: &Arc<str>, source: &str, range: Range<usize>) -> Diagnosed<Option<T>> {
    let text = Text::new(file, source, range);
    if let Some(finding) = text.empty() {
        return Diagnosed::new(None, vec![finding]);
    }
    match serde_yaml::from_str(text.yaml) {
        Ok(value) => Diagnosed::clean(Some(value)),
        Err(error) => text.tree(&error).map_or_else(
            |finding| Diagnosed::new(None, vec![finding]),
            |mut tree| {
                let mut findings = text.repeated(&tree);
                let value = text.mend(&mut tree.root, &mut findings);
                text.finish(value, findings, &error)
            },
        ),
    }
}

/// One record of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<T> {
    /// Its key or position.
    pub step: Step,
    pub value: T,
    /// Whether it holds everything that is written; otherwise it lacks what was wrong.
    pub whole: bool,
}

impl<T> Read<T> {
    fn whole(step: impl Into<Step>, value: T) -> Self {
        Self { step: step.into(), value, whole: true }
    }
}

/// Reads a list of records. A record that cannot be read does not hide the others.
pub fn read_list<T: DeserializeOwned>(file: &Arc<str>, source: &str) -> Diagnosed<Vec<Read<T>>> {
    read_records::<T, Vec<T>>(file, source, |list| {
        list.into_iter().enumerate().map(|(position, value)| Read::whole(position, value)).collect()
    })
}

/// Reads records by their ids. A record that cannot be read does not hide the others.
pub fn read_table<T: DeserializeOwned>(file: &Arc<str>, source: &str) -> Diagnosed<Vec<Read<T>>> {
    read_records::<T, Entries<T>>(file, source, |entries| {
        entries.0.into_iter().map(|(name, value)| Read::whole(name.as_str(), value)).collect()
    })
}

/// Reads `All` at once; if that fails, each record by itself.
fn read_records<T: DeserializeOwned, All: DeserializeOwned>(
    file: &Arc<str>,
    source: &str,
    split: fn(All) -> Vec<Read<T>>,
) -> Diagnosed<Vec<Read<T>>> {
    let text = Text::new(file, source, 0..source.len());
    if let Some(finding) = text.empty() {
        return Diagnosed::new(Vec::new(), vec![finding]);
    }
    let error = match serde_yaml::from_str::<All>(text.yaml) {
        Ok(all) => return Diagnosed::clean(split(all)),
        Err(error) => error,
    };
    let mut tree = match text.tree(&error) {
        Ok(tree) => tree,
        Err(finding) => return Diagnosed::new(Vec::new(), vec![finding]),
    };
    let mut findings = text.repeated(&tree);
    // An empty list or table of the same form tells a file of the wrong form from one with a wrong record.
    if text.mend::<All>(&mut tree.root.hollow(), &mut findings).is_none() {
        return text.finish(Vec::new(), findings, &error);
    }
    let mut records = Vec::new();
    for (step, node) in tree.root.children_mut() {
        let before = findings.len();
        let value = text.mend(node, &mut findings);
        let whole = findings.len() == before;
        records.extend(value.map(|value| Read { step, value, whole }));
    }
    text.finish(records, findings, &error)
}

/// The bytes of the node that `steps` lead to (the key and its value's first line), or of the nearest node above it.
/// The first line where there is no such node or the text cannot be read.
pub fn locate(source: &str, range: Range<usize>, steps: &[Step]) -> Range<usize> {
    Outline::new(source, range).find(steps)
}

/// A text whose nodes can be found: for many places in one file.
pub struct Outline<'a> {
    text: Text<'a>,
    root: Option<Node>,
}

impl<'a> Outline<'a> {
    pub fn new(source: &'a str, range: Range<usize>) -> Self {
        let text = Text::new(&Arc::default(), source, range);
        // A text that cannot be read has a finding of its own, made where it was read first.
        let root = Tree::new(text.yaml, text.start).map_or(None, |tree| Some(tree.root));
        Self { text, root }
    }

    /// The file's first node; none where it cannot be read.
    pub(super) fn root(&self) -> Option<&Node> {
        self.root.as_ref()
    }

    /// As `locate`.
    pub fn find(&self, steps: &[Step]) -> Range<usize> {
        let Some(root) = &self.root else { return self.text.first_line() };
        let mut found = self.text.first_line();
        let mut node = root;
        for step in steps {
            let (start, next) = match (step, &node.kind) {
                (Step::Item(at), Kind::List(items)) => match items.get(*at) {
                    Some(item) => (&item.span, item),
                    None => break,
                },
                (Step::Key(key), Kind::Map(entries)) => match entries.iter().find(|entry| entry.key.name() == key) {
                    Some(entry) => (&entry.key.span, &entry.value),
                    None => break,
                },
                _ => break,
            };
            found = self.text.lines_of(start, &next.span);
            node = next;
        }
        found
    }
}

/// How a node is written: what an edit of the text needs to know. Ranges count bytes of the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub span: Range<usize>,
    /// Inside brackets, rather than on lines of its own.
    pub is_flow: bool,
    /// The items of a list, or the values of a map.
    pub parts: Vec<Range<usize>>,
}

impl Outline<'_> {
    /// How the node that `steps` lead to is written; none where there is no such node, or it is no list and no map.
    pub fn shape(&self, steps: &[Step]) -> Option<Shape> {
        let node = steps.iter().try_fold(self.root.as_ref()?, |node, step| node.child(step))?;
        let parts = match &node.kind {
            Kind::List(items) => items.iter().map(|item| item.span.clone()).collect(),
            Kind::Map(entries) => entries.iter().map(|entry| entry.value.span.clone()).collect(),
            Kind::Scalar { .. } => return None,
        };
        let is_flow = self.text.source[node.span.start..].starts_with(['[', '{']);
        Some(Shape { span: node.span.clone(), is_flow, parts })
    }
}

/// The part of a file that is YAML.
struct Text<'a> {
    file: Arc<str>,
    source: &'a str,
    yaml: &'a str,
    /// Where `yaml` starts in `source`.
    start: usize,
}

impl<'a> Text<'a> {
    /// `range` without a byte order mark, which `serde_yaml` does not skip.
    fn new(file: &Arc<str>, source: &'a str, range: Range<usize>) -> Self {
        let whole = &source[range.clone()];
        let yaml = whole.strip_prefix('\u{feff}').unwrap_or(whole);
        Self { file: file.clone(), source, yaml, start: range.end - yaml.len() }
    }

    /// A finding if there is nothing to read.
    fn empty(&self) -> Option<Finding> {
        let finding = || Finding::new(Code::EmptyFile, "there is nothing in this file").at(Place::file(&self.file));
        self.yaml.trim().is_empty().then(|| finding().help("write its keys, or remove the file"))
    }

    /// The nodes of a text that failed with `error`, or why it has none.
    fn tree(&self, error: &serde_yaml::Error) -> Result<Tree, Finding> {
        serde_yaml::from_str::<IgnoredAny>(self.yaml).map_err(|syntax| self.syntax(&syntax))?;
        Tree::new(self.yaml, self.start).map_err(|problem| match problem {
            TreeError::Syntax => self.syntax(error),
            TreeError::TooLarge(at) => self.too_deep(at),
        })
    }

    fn syntax(&self, error: &serde_yaml::Error) -> Finding {
        let said = error.to_string();
        let at = error.location().map_or(0, |location| location.index());
        if said.contains("limit exceeded") {
            return self.too_deep(self.start + at);
        }
        let cause = syntax::cause(self.yaml, &said, at);
        let range = self.line_at(self.start + cause.at);
        Finding::new(Code::YamlSyntax, cause.message).at(self.place(range)).help(cause.help)
    }

    fn too_deep(&self, at: usize) -> Finding {
        Finding::new(Code::TooDeep, "lists and keys lie too deep inside each other here, or repeat too often")
            .at(self.place(self.line_at(at)))
            .help("write the values plainly, without `*` repeats and with few levels")
    }

    /// A finding for each key that stands twice; the tree holds the first only.
    fn repeated(&self, tree: &Tree) -> Vec<Finding> {
        let finding = |repeated: &tree::Repeated| {
            let line = self.source[..repeated.first.start].matches('\n').count() + 1;
            Finding::new(Code::DuplicateKey, format!("`{}` is written twice", repeated.name))
                .at(self.place(repeated.second.clone()))
                .help(format!("it stands on line {line} already: keep one of the two"))
        };
        tree.repeated.iter().map(finding).collect()
    }

    /// Makes a `T` of a node, and a finding of every mistake in it.
    fn mend<T: DeserializeOwned>(&self, node: &mut Node, findings: &mut Vec<Finding>) -> Option<T> {
        let (value, mistakes) = mend::mend(node);
        findings.extend(mistakes.iter().map(|mistake| mistake.finding(node, self)));
        value
    }

    /// In the order of the lines; with the parser's own words should the tree show nothing wrong.
    fn finish<T>(&self, value: T, mut findings: Vec<Finding>, error: &serde_yaml::Error) -> Diagnosed<T> {
        if findings.is_empty() {
            findings.push(self.syntax(error));
        }
        findings.sort();
        Diagnosed::new(value, findings)
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::bytes(&self.file, range)
    }

    fn first_line(&self) -> Range<usize> {
        self.line_at(self.start)
    }

    /// The line that holds byte `at`, without the space around it.
    fn line_at(&self, at: usize) -> Range<usize> {
        let end = self.start + self.yaml.len();
        let mut at = at.clamp(self.start, end);
        while !self.source.is_char_boundary(at) {
            at -= 1;
        }
        let start = self.source[self.start..at].rfind('\n').map_or(self.start, |newline| self.start + newline + 1);
        let line = &self.source[start..end];
        let line = line.split('\n').next().unwrap_or(line);
        let indent = line.len() - line.trim_start().len();
        if indent == line.len() { start..start } else { start + indent..start + line.trim_end().len() }
    }

    /// From the start of one span to the end of the other, if that is on the same line; else the first span alone, or
    /// its first line.
    fn lines_of(&self, first: &Range<usize>, value: &Range<usize>) -> Range<usize> {
        let line_end =
            first.start + self.source[first.start..].find(['\n', '\r']).unwrap_or(self.source.len() - first.start);
        let end = if (first.start..line_end).contains(&value.start) { value.end.max(first.end) } else { first.end };
        let line = &self.source[first.start..end.min(line_end).max(first.start)];
        first.start..first.start + line.trim_end().len()
    }
}

/// The entries of a mapping in their order.
struct Entries<T>(Vec<(String, T)>);

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Entries<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: serde::Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut seen = std::collections::BTreeSet::new();
                let mut entries = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, T>()? {
                    if !seen.insert(name.clone()) {
                        return Err(serde::de::Error::custom(format!("duplicate field `{name}`")));
                    }
                    entries.push((name, value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Visitor(std::marker::PhantomData))
    }
}
