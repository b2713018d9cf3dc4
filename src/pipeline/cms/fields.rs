//! Turns the schema of a record into the fields of a form, with the portal's own records to choose from.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use serde_yaml::Value as Written;

use crate::catalog::Catalog;
use crate::load::Sources;
use crate::model::{Language, Localized};
use crate::parse::schema::Kind;

/// The records that a field may name, by the type of their ids, and the portal's languages.
pub(super) struct Choices {
    ids: BTreeMap<&'static str, Vec<Value>>,
    languages: Vec<Language>,
}

impl Choices {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let languages = &catalog.portal.languages;
        let one = |id: &str, name: &Localized| json!({ "label": shown(name, languages), "value": id });
        let places = catalog.places.all().map(|place| catalog.places.get(place));
        let ids = BTreeMap::from([
            ("TopicId", catalog.topics.iter().map(|topic| one(topic.id.as_str(), &topic.name)).collect()),
            (
                "AudienceId",
                catalog.audiences.iter().map(|audience| one(audience.id.as_str(), &audience.name)).collect(),
            ),
            ("LocalityId", places.map(|place| one(place.id.as_str(), &place.name)).collect()),
            (
                "OrganisationId",
                catalog.organisations.all().map(|(id, _, record)| one(id.as_str(), &record.value.name)).collect(),
            ),
            ("VenueId", catalog.venues.all().map(|(id, _, record)| one(id.as_str(), &record.value.name)).collect()),
        ]);
        Self { ids: ids.into_iter().map(|(name, all)| (name, once(all))).collect(), languages: languages.clone() }
    }
}

/// A record of a place may have the id of another.
fn once(mut all: Vec<Value>) -> Vec<Value> {
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|choice| seen.insert(choice["value"].to_string()));
    all
}

/// A name in the portal's first language that has it.
pub(super) fn shown(name: &Localized, languages: &[Language]) -> String {
    name.get(languages.iter().copied()).map_or_else(String::new, |(text, _)| text.to_owned())
}

/// What the portal's files of a kind hold.
pub(super) fn examples(sources: &Sources, kind: &str) -> Vec<Written> {
    let is_of_kind = |path: &str| Kind::of(path).is_some_and(|of| of.name == kind);
    let texts = sources.files.iter().filter(|(path, _)| is_of_kind(path)).filter_map(|(_, source)| source.text());
    texts.filter_map(|text| serde_yaml::from_str(text.trim_start_matches('\u{feff}')).ok()).collect()
}

/// A schema, and what the portal holds of its records.
pub(super) struct Form<'a> {
    /// Of the file: its definitions are those of every part.
    pub(super) schema: &'a Value,
    pub(super) choices: &'a Choices,
    pub(super) examples: Vec<&'a Written>,
}

/// Where a schema leads.
struct Part<'a> {
    schema: &'a Value,
    /// The name of its type.
    name: &'a str,
    examples: Vec<&'a Written>,
}

impl<'a> Form<'a> {
    /// The fields of a record that is a file by itself.
    pub(super) fn fields(&self) -> Vec<Value> {
        self.of_object(&Part { schema: self.schema, name: "", examples: self.examples.clone() })
    }

    /// The fields of a record of a list.
    pub(super) fn item_fields(&self) -> Vec<Value> {
        self.of_object(&self.part(&self.schema["items"], self.examples.clone()))
    }

    fn of_object(&self, part: &Part<'a>) -> Vec<Value> {
        let Some(properties) = part.schema["properties"].as_object() else { return Vec::new() };
        properties.iter().filter_map(|(name, schema)| self.field(name, schema, part)).collect()
    }

    /// A field, if a form can hold it.
    fn field(&self, name: &str, schema: &'a Value, of: &Part<'a>) -> Option<Value> {
        let examples = of.examples.iter().filter_map(|record| record.get(name)).filter(|value| !value.is_null());
        let part = self.part(schema, examples.collect());
        let mut field = Map::new();
        field.insert("name".to_owned(), json!(name));
        field.insert("label".to_owned(), json!(label(name)));
        let hint = schema["description"].as_str().unwrap_or_default();
        let is_required = of.schema["required"].as_array().is_some_and(|all| all.contains(&json!(name)));
        if !is_required {
            field.insert("required".to_owned(), json!(false));
        }
        if !hint.is_empty() {
            field.insert("hint".to_owned(), json!(hint.replace('\n', " ")));
        }
        field.extend(self.widget(&part, hint)?);
        // What is left out is not always a no.
        field.extend(schema.get("default").map(|default| ("default".to_owned(), default.clone())));
        Some(Value::Object(field))
    }

    /// Follows names, and leaves out that a value may be none.
    fn part(&self, schema: &'a Value, examples: Vec<&'a Written>) -> Part<'a> {
        let named = |schema: &'a Value| schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
        if let Some(name) = named(schema) {
            return Part { schema: &self.schema["$defs"][name], name, examples };
        }
        match schema["anyOf"].as_array().map(Vec::as_slice) {
            Some([one, null]) if null["type"] == "null" => self.part(one, examples),
            _ => Part { schema, name: "", examples },
        }
    }

    fn widget(&self, part: &Part<'a>, hint: &str) -> Option<Map<String, Value>> {
        let object = |value: Value| match value {
            Value::Object(map) => Some(map),
            _ => None,
        };
        if let Some(options) = self.choices.ids.get(part.name) {
            return object(json!({ "widget": "select", "options": options }));
        }
        match part.name {
            "Answer" => return object(json!({ "widget": "boolean" })),
            "Translation" | "Alert" | "Kept" | "Imported" => return None,
            "Localized" => return self.localized(part, hint),
            _ => {}
        }
        if let Some(words) = part.schema["enum"].as_array() {
            return object(json!({ "widget": "select", "options": words }));
        }
        let of = |name: &str| {
            part.schema["type"] == name || part.schema["type"].as_array().is_some_and(|all| all.contains(&json!(name)))
        };
        if part.schema.get("properties").is_some() {
            return object(json!({ "widget": "object", "collapsed": true, "fields": self.of_object(part) }));
        }
        if part.schema["propertyNames"]["$ref"] == "#/$defs/Language" {
            return self.translations(part);
        }
        if of("array") {
            return self.list(part);
        }
        if part.schema["format"] == "date" {
            return object(json!({ "widget": "datetime", "type": "date", "format": "YYYY-MM-DD" }));
        }
        if of("integer") {
            return object(json!({ "widget": "number", "value_type": "int" }));
        }
        if of("number") && !of("string") {
            return object(json!({ "widget": "number", "value_type": "float" }));
        }
        // One that may also be written otherwise is offered while the portal has no such value.
        (of("string") || part.examples.iter().all(|value| !is_group(value))).then_some(())?;
        object(json!({ "widget": text(hint) }))
    }

    /// Words for each language, or one for all, as the portal's own records have them; not where they have both.
    fn localized(&self, part: &Part<'a>, hint: &str) -> Option<Map<String, Value>> {
        let groups = part.examples.iter().filter(|value| is_group(value)).count();
        let mut field = Map::new();
        if groups == 0 && !part.examples.is_empty() {
            field.insert("widget".to_owned(), json!(text(hint)));
            return Some(field);
        }
        if groups < part.examples.len() {
            return None;
        }
        let one = |(at, language): (usize, &Language)| json!({ "name": language, "label": language, "widget": text(hint), "required": at == 0 });
        let fields: Vec<Value> = self.choices.languages.iter().enumerate().map(one).collect();
        field.extend([("widget".to_owned(), json!("object")), ("fields".to_owned(), json!(fields))]);
        Some(field)
    }

    /// A group of fields for each language but the first, which the record itself is written in.
    fn translations(&self, part: &Part<'a>) -> Option<Map<String, Value>> {
        let inner = self.part(&part.schema["additionalProperties"], Vec::new());
        inner.schema.get("properties")?;
        let one = |language: &Language| {
            let fields = self.of_object(&inner);
            json!({ "name": language, "label": language, "widget": "object", "required": false, "collapsed": true, "fields": fields })
        };
        let fields: Vec<Value> = self.choices.languages.iter().skip(1).map(one).collect();
        (!fields.is_empty()).then_some(())?;
        let field = [("widget", json!("object")), ("collapsed", json!(true)), ("fields", json!(fields))];
        Some(field.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    fn list(&self, part: &Part<'a>) -> Option<Map<String, Value>> {
        let items = part.examples.iter().filter_map(|list| list.as_sequence()).flatten().collect();
        let item = self.part(&part.schema["items"], items);
        let mut inner = self.widget(&item, "")?;
        if inner["widget"] == "select" {
            inner.insert("multiple".to_owned(), json!(true));
            return Some(inner);
        }
        let mut field = Map::from_iter([("widget".to_owned(), json!("list"))]);
        match inner.remove("fields") {
            Some(fields) => field.extend([("fields".to_owned(), fields), ("collapsed".to_owned(), json!(true))]),
            None => {
                inner.extend([("name".to_owned(), json!("item")), ("label".to_owned(), json!("Item"))]);
                field.insert("field".to_owned(), Value::Object(inner));
            }
        }
        Some(field)
    }
}

fn is_group(value: &Written) -> bool {
    value.is_mapping() || value.is_sequence()
}

/// Room for more than a line where more is expected.
fn text(hint: &str) -> &'static str {
    if hint.contains("entence") || hint.contains("Markdown") { "text" } else { "string" }
}

/// `review_by` as `Review by`.
fn label(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
