//! Turns a file of records into its texts in all languages, as the schema of the records tells which they are.

use std::collections::BTreeMap;

use serde_json::Value;

use super::schema::Kind;
use super::yaml::{Kind as Written, Node, Outline};
use crate::diag::Step;
use crate::model::Language;

/// A text of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The record and the keys that lead to the text, such as `money/name`.
    pub name: String,
    /// What the schema says of it.
    pub about: String,
    pub line: usize,
    pub versions: Versions,
    /// The text in a language stands at `before`, the language, `after`; a text for all stands at `before`.
    before: Vec<Step>,
    after: Vec<Step>,
}

/// A text in its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Versions {
    /// Written once for all.
    Same(String),
    Each(BTreeMap<Language, String>),
}

impl Text {
    /// Whether it is written in Markdown.
    pub fn is_markdown(&self) -> bool {
        self.name == "about" && self.before == [Step::from("in")]
    }

    /// The term whose word or meaning it is.
    pub fn term(&self) -> Option<&str> {
        let is_term = self.before.is_empty() && !self.after.is_empty();
        is_term.then(|| self.after[0].name())
    }

    /// Where the text of a language stands, or would.
    pub fn steps(&self, language: Language) -> Vec<Step> {
        match self.versions {
            Versions::Same(_) => self.before.clone(),
            Versions::Each(_) => [&self.before[..], &[Step::from(language.as_str())], &self.after].concat(),
        }
    }
}

/// The texts of the file `path`, in the order of the file; none of a file that holds no records or cannot be read. A
/// service is written in the language `own`.
pub fn texts(path: &str, source: &str, own: Language) -> Vec<Text> {
    let outline = Outline::new(source, 0..source.len());
    let (Some(kind), Some(root)) = (Kind::of(path), outline.root()) else { return Vec::new() };
    let schema = kind.schema();
    let mut finder = Finder { source, schema: &schema, found: Vec::new() };
    match kind.name {
        "glossary" => finder.glossary(root),
        "service" => {
            finder.walk(root, (&schema, ""), &mut Vec::new());
            // A text that is there in one language only has its others in `in`.
            let each = finder.found.drain(..).filter(|text| matches!(text.versions, Versions::Each(_)));
            let each: Vec<Text> = each.collect();
            finder.service(root, own);
            finder.found.extend(each);
        }
        _ => finder.walk(root, (&schema, ""), &mut Vec::new()),
    }
    finder.found
}

/// A service's texts: where they stand in its own language, and where below `in` and another.
const OWN: [(&[&str], &[&str]); 8] = [
    (&["name"], &["name"]),
    (&["summary"], &["summary"]),
    (&["about"], &["about"]),
    (&["eligibility"], &["eligibility"]),
    (&["eligibility", "text"], &["eligibility"]),
    (&["cost"], &["cost"]),
    (&["contact", "phone_note"], &["phone_note"]),
    (&["easy", "summary"], &["easy", "summary"]),
];

/// What is no text, though it stands where one may.
const NO_TEXT: [(&str, &str); 2] = [("eligibility", "none"), ("cost", "free")];

struct Finder<'a> {
    source: &'a str,
    schema: &'a Value,
    found: Vec<Text>,
}

/// A text on the way to be found.
struct Place<'a> {
    node: &'a Node,
    about: &'a str,
    steps: &'a [Step],
    name: String,
}

impl<'a> Finder<'a> {
    fn walk(&mut self, node: &Node, (schema, about): (&'a Value, &'a str), steps: &mut Vec<(Step, String)>) {
        let about = schema["description"].as_str().unwrap_or(about);
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            match name {
                "Localized" | "Alert" => self.localized(node, steps, about),
                name => {
                    let whole = self.schema;
                    self.walk(node, (&whole["$defs"][name], ""), steps);
                }
            }
            return;
        }
        for one in schema["anyOf"].as_array().into_iter().flatten() {
            self.walk(node, (one, about), steps);
        }
        if is_of_languages(schema) {
            return self.localized(node, steps, about);
        }
        match &node.kind {
            Written::Map(entries) => {
                for entry in entries {
                    let name = entry.key.name();
                    let known = schema["properties"].get(name);
                    let Some(schema) = known.or_else(|| schema.get("additionalProperties")) else { continue };
                    steps.push((name.into(), name.to_owned()));
                    self.walk(&entry.value, (schema, about), steps);
                    steps.pop();
                }
            }
            Written::List(items) if schema.get("items").is_some() => {
                for (at, item) in items.iter().enumerate() {
                    let id = item.child(&"id".into()).map(Node::name).filter(|id| !id.is_empty());
                    steps.push((at.into(), id.map_or_else(|| (at + 1).to_string(), str::to_owned)));
                    self.walk(item, (&schema["items"], about), steps);
                    steps.pop();
                }
            }
            Written::List(_) | Written::Scalar { .. } => {}
        }
    }

    /// A text, or a text for each language.
    fn localized(&mut self, node: &Node, steps: &[(Step, String)], about: &str) {
        let names: Vec<&str> = steps.iter().map(|(_, name)| name.as_str()).collect();
        let name = names.join("/");
        let steps: Vec<Step> = steps.iter().map(|(step, _)| step.clone()).collect();
        let versions = match &node.kind {
            Written::Scalar { text, .. } if !text.trim().is_empty() => Versions::Same(text.trim().to_owned()),
            Written::Map(entries) => {
                let text = |node: &Node| scalar(node).map(str::to_owned);
                let texts = entries.iter().filter(|entry| entry.key.name() != "until");
                let each = texts.filter_map(|entry| Some((language(&entry.key)?, text(&entry.value)?)));
                Versions::Each(each.collect())
            }
            Written::Scalar { .. } | Written::List(_) => return,
        };
        self.add(Place { node, about, steps: &steps, name }, versions, &[]);
    }

    fn service(&mut self, root: &Node, own: Language) {
        let translations = root.child(&"in".into());
        for (from, to) in OWN {
            let Some(node) = descend(root, from) else { continue };
            let Some(text) = scalar(node).filter(|text| is_text(from[0], text)) else { continue };
            let mut each = BTreeMap::from([(own, text.to_owned())]);
            if let Some(Written::Map(languages)) = translations.map(|node| &node.kind) {
                for entry in languages {
                    let text = descend(&entry.value, to).and_then(scalar);
                    each.extend(language(&entry.key).zip(text.map(str::to_owned)));
                }
            }
            let about = self.schema["$defs"]["ServiceText"]["properties"][to[0]]["description"].as_str();
            let after: Vec<Step> = to.iter().map(|&key| key.into()).collect();
            let about = about.unwrap_or_default();
            let place = Place { node, about, steps: &["in".into()], name: to.join("/") };
            self.add(place, Versions::Each(each), &after);
        }
    }

    /// The words and meanings of terms, term by term.
    fn glossary(&mut self, root: &Node) {
        let Written::Map(languages) = &root.kind else { return };
        let mut terms: Vec<(String, &str, &Node, BTreeMap<Language, String>)> = Vec::new();
        for (key, entry) in languages.iter().filter_map(|entry| Some((language(&entry.key)?, entry))) {
            let Written::Map(entries) = &entry.value.kind else { continue };
            for (id, field) in entries.iter().flat_map(|term| ["word", "meaning"].map(|field| (term, field))) {
                let Some(node) = id.value.child(&field.into()) else { continue };
                let Some(text) = scalar(node) else { continue };
                let known = terms.iter_mut().find(|(term, of, ..)| term == id.key.name() && *of == field);
                match known {
                    Some((_, _, _, each)) => drop(each.insert(key, text.to_owned())),
                    None => {
                        terms.push((id.key.name().to_owned(), field, node, BTreeMap::from([(key, text.to_owned())])));
                    }
                }
            }
        }
        for (term, field, node, each) in terms {
            let about = self.schema["$defs"]["Term"]["properties"][field]["description"].as_str().unwrap_or_default();
            let place = Place { node, about, steps: &[], name: format!("{term}/{field}") };
            self.add(place, Versions::Each(each), &[term.as_str().into(), field.into()]);
        }
    }

    fn add(&mut self, place: Place<'_>, versions: Versions, after: &[Step]) {
        let Place { node, about, steps, name } = place;
        let line = self.source[..node.span.start].bytes().filter(|&byte| byte == b'\n').count() + 1;
        let about = about.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let after = after.to_vec();
        self.found.push(Text { name, about, line, versions, before: steps.to_vec(), after });
    }
}

/// Whether a schema is that of a map with a text for each language.
fn is_of_languages(schema: &Value) -> bool {
    let is_text =
        |types: &Value| types == "string" || types.as_array().is_some_and(|all| all.contains(&"string".into()));
    schema["propertyNames"]["$ref"] == "#/$defs/Language" && is_text(&schema["additionalProperties"]["type"])
}

fn is_text(key: &str, text: &str) -> bool {
    !NO_TEXT.iter().any(|(of, word)| *of == key && text.eq_ignore_ascii_case(word))
}

fn descend<'n>(node: &'n Node, keys: &[&str]) -> Option<&'n Node> {
    keys.iter().try_fold(node, |node, &key| node.child(&key.into()))
}

/// The text of a node that has one.
fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        Written::Scalar { text, .. } if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

fn language(key: &Node) -> Option<Language> {
    key.name().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(path: &str, source: &str) -> Vec<String> {
        let language = |tag: &str| tag.parse::<Language>().unwrap();
        let said = |text: Text| {
            let steps: Vec<String> = text
                .steps(language("cy"))
                .iter()
                .map(|step| match step {
                    Step::Key(key) => key.clone(),
                    Step::Item(at) => at.to_string(),
                })
                .collect();
            let words = match &text.versions {
                Versions::Same(text) => format!("same: {text}"),
                Versions::Each(each) => {
                    each.iter().map(|(language, text)| format!("{language}: {text}")).collect::<Vec<_>>().join(", ")
                }
            };
            format!("{} @{} ({}) {words}", text.name, text.line, steps.join("/"))
        };
        texts(path, source, language("en")).into_iter().map(said).collect()
    }

    #[test]
    fn texts_are_found_by_their_types() {
        for (path, source, expected) in [
            (
                "content/topics.yaml",
                "- id: money\n  name: { en: Money, cy: Arian }\n  summary: Pay\n",
                &["money/name @2 (0/name/cy) cy: Arian, en: Money", "money/summary @3 (0/summary) same: Pay"][..],
            ),
            (
                "content/portal.yaml",
                "name: Help\ncontact: { hours: { en: Nine } }\nalert: { en: Closed, until: 2026-12-26 }\nfallback: { cy: [en] }\n",
                &[
                    "name @1 (name) same: Help",
                    "contact/hours @2 (contact/hours/cy) en: Nine",
                    "alert @3 (alert/cy) en: Closed",
                ],
            ),
            (
                "content/local/gwynedd/facts.yaml",
                "a.b:\n  what: { en: rate }\n  unit: GBP\n",
                &["a.b/what @2 (a.b/what/cy) en: rate"],
            ),
            (
                "content/services/line.yaml",
                "name: Line\neligibility: { text: Carers, by: gp }\ncost: free\ncontact: { phone_note: Ask }\nin: { cy: { name: Llinell } }\n",
                &[
                    "name @1 (in/cy/name) cy: Llinell, en: Line",
                    "eligibility @2 (in/cy/eligibility) en: Carers",
                    "phone_note @4 (in/cy/phone_note) en: Ask",
                ],
            ),
            (
                "content/services/line.yaml",
                "name: Line\ncost: [{ for: { en: Carers }, amount: 2 }]\neligibility: { text: { en: Carers } }\n",
                &[
                    "name @1 (in/cy/name) en: Line",
                    "cost/1/for @2 (cost/0/for/cy) en: Carers",
                    "eligibility/text @3 (eligibility/text/cy) en: Carers",
                ],
            ),
            (
                "content/glossary.yaml",
                "en:\n  a: { word: A, meaning: One., allowed: [x] }\ncy:\n  a: { word: Â, meaning: Un. }\n",
                &["a/word @2 (cy/a/word) cy: Â, en: A", "a/meaning @2 (cy/a/meaning) cy: Un., en: One."],
            ),
            ("content/pages/a.en.md", "---\ntitle: A\n---\n", &[]),
            ("content/topics.yaml", "- [", &[]),
        ] {
            assert_eq!(seen(path, source), expected, "{source}");
        }
    }
}
