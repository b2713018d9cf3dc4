//! Turns YAML text into our types, with every mistake of a file found in one run.
//!
//! A text without mistakes is read once, by `serde_yaml`. Only where that fails is it read again into a tree that knows
//! the place of each node; the type is then made from the tree as often as it takes to find every mistake.

mod mend;
mod mistake;
mod reader;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;

use std::ops::Range;
use std::sync::Arc;

use serde::de::{DeserializeOwned, IgnoredAny};

use self::tree::{Kind, Node, Tree, TreeError};
use crate::diag::{Code, Diagnosed, Finding, Place, Step};

/// Reads `source[range]` as one record. Findings point into `file`, in the order of its lines.
///
/// The value lacks what was wrong (an unknown key, a bad item of a list); there is none if something is wrong or
/// missing that it cannot do without.
pub fn read<T: DeserializeOwned>(file: &Arc<str>, source: &str, range: Range<usize>) -> Diagnosed<Option<T>> {
    let text = Text::new(file, source, range);
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

/// Reads a list of records, each with its position. A record that cannot be read does not hide the others.
pub fn read_list<T: DeserializeOwned>(file: &Arc<str>, source: &str) -> Diagnosed<Vec<(Step, T)>> {
    let text = Text::new(file, source, 0..source.len());
    let error = match serde_yaml::from_str::<Vec<T>>(text.yaml) {
        Ok(records) => {
            return Diagnosed::clean(records.into_iter().enumerate().map(|(at, record)| (at.into(), record)).collect());
        }
        Err(error) => error,
    };
    let mut tree = match text.tree(&error) {
        Ok(tree) => tree,
        Err(finding) => return Diagnosed::new(Vec::new(), vec![finding]),
    };
    let mut findings = text.repeated(&tree);
    let mut records = Vec::new();
    match &mut tree.root.kind {
        Kind::List(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                records.extend(text.mend(item, &mut findings).map(|record| (Step::Item(at), record)));
            }
        }
        _ => drop(text.mend::<Vec<T>>(&mut tree.root, &mut findings)),
    }
    text.finish(records, findings, &error)
}

/// Reads records by their ids. A record that cannot be read does not hide the others.
pub fn read_table<T: DeserializeOwned>(file: &Arc<str>, source: &str) -> Diagnosed<Vec<(String, T)>> {
    let text = Text::new(file, source, 0..source.len());
    let error = match serde_yaml::from_str::<Entries<T>>(text.yaml) {
        Ok(records) => return Diagnosed::clean(records.0),
        Err(error) => error,
    };
    let mut tree = match text.tree(&error) {
        Ok(tree) => tree,
        Err(finding) => return Diagnosed::new(Vec::new(), vec![finding]),
    };
    let mut findings = text.repeated(&tree);
    let mut records = Vec::new();
    match &mut tree.root.kind {
        Kind::Map(entries) => {
            for entry in entries {
                let name = entry.key.name().to_owned();
                entry.value.span.start = entry.key.span.start;
                records.extend(text.mend(&mut entry.value, &mut findings).map(|record| (name, record)));
            }
        }
        _ => drop(text.mend::<Entries<T>>(&mut tree.root, &mut findings)),
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

    /// The nodes of a text that failed with `error`, or why it has none.
    fn tree(&self, error: &serde_yaml::Error) -> Result<Tree, Finding> {
        if self.yaml.trim().is_empty() {
            return Err(Finding::new(Code::EmptyFile, "there is nothing in this file")
                .at(Place::file(&self.file))
                .help("write its keys, or remove the file"));
        }
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
