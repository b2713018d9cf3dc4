//! Turns a portal into the configuration of a content management system in the browser: Sveltia CMS, which reads what
//! Decap CMS reads and more.
//!
//! Fields come from the schemas of front matter and records, and choices from the portal's own records. What a form
//! cannot hold (keys that are ids, texts that are written in several ways) is left out: the system keeps it as it is.

mod fields;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::load::Sources;
use crate::model::Edition;
use crate::parse::schema::Kind;
use fields::{Choices, Form};

/// The files of records whose top is a list, with what they are called.
const LISTS: [(&str, &str); 6] = [
    ("topics", "Topics"),
    ("audiences", "Audiences"),
    ("organisations", "Organisations"),
    ("venues", "Venues"),
    ("pictures", "Pictures"),
    ("localities", "Places"),
];

/// The configuration, as YAML. `repository` is the portal's on GitHub, such as `county-carers/portal`.
pub fn config(catalog: &Catalog, sources: &Sources, repository: &str) -> String {
    let languages = &catalog.portal.languages;
    let choices = Choices::of(catalog);
    let mut collections = pages(catalog, &choices);
    collections.extend(services(catalog, sources, &choices));
    collections.push(records(sources, &choices));
    let config = json!({
        "backend": { "name": "github", "repo": repository, "branch": "main" },
        "media_folder": "content/static",
        "public_folder": "/",
        "slug": { "encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-" },
        "i18n": { "structure": "multiple_files", "locales": languages, "default_locale": languages.first() },
        // An empty date is no date, and an empty list none at all.
        "output": { "omit_empty_optional_fields": true },
        "collections": collections,
    });
    serde_yaml::to_string(&config).expect("texts, numbers and lists can always be written as YAML")
}

/// The pages of the portal and of each place that has its own, each edition by itself.
fn pages(catalog: &Catalog, choices: &Choices) -> Vec<Value> {
    let overlays: BTreeSet<&str> =
        catalog.documents.iter().filter_map(|document| Some(document.overlay.as_ref()?.as_str())).collect();
    let levels = std::iter::once(None).chain(overlays.into_iter().map(Some));
    let editions = || Edition::ALL.into_iter().filter(|edition| catalog.portal.editions.contains(edition));
    levels.flat_map(|level| editions().map(move |edition| collection(catalog, choices, (level, edition)))).collect()
}

fn collection(catalog: &Catalog, choices: &Choices, (level, edition): (Option<&str>, Edition)) -> Value {
    let schema = Kind::find("page").expect("there is a schema of pages").schema();
    let folder = level.map_or_else(|| "content/pages".to_owned(), |place| format!("content/local/{place}/pages"));
    let (name, label, path) = match edition {
        Edition::Standard => ("pages", "Pages", "{{slug}}".to_owned()),
        Edition::EasyRead => {
            ("easy-read", "Easy-read pages", format!("{{{{slug}}}}.{}", edition.infix().unwrap_or("easy")))
        }
    };
    let mut fields = Form { schema: &schema, choices, examples: Vec::new() }.fields();
    fields.iter_mut().for_each(in_languages);
    // A rich editor would take our blocks and values for mistakes.
    fields.push(json!({ "name": "body", "label": "Text", "widget": "markdown", "modes": ["raw"], "required": false, "i18n": true }));
    let place = level.and_then(|place| catalog.places.find(place));
    let of = place.map(|place| fields::shown(&catalog.places.get(place).name, &catalog.portal.languages));
    json!({
        "name": level.map_or_else(|| name.to_owned(), |place| format!("{name}-{place}")),
        "label": of.map_or_else(|| label.to_owned(), |of| format!("{label}: {of}")),
        "folder": folder,
        "path": path,
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": true,
        "identifier_field": "title",
        "nested": { "depth": 9, "subfolders": false },
        "i18n": true,
        "fields": fields,
    })
}

/// What a translator writes anew, and what is the same in every language.
fn in_languages(field: &mut Value) {
    let is_words = ["title", "summary", "slug", "aliases", "tested"].iter().any(|name| field["name"] == **name);
    field["i18n"] = if is_words { json!(true) } else { json!("duplicate") };
}

/// The services of the portal and of each place that has its own.
fn services(catalog: &Catalog, sources: &Sources, choices: &Choices) -> Vec<Value> {
    let schema = Kind::find("service").expect("there is a schema of services").schema();
    let overlays: BTreeSet<&str> = sources
        .files
        .keys()
        .filter_map(|path| path.strip_prefix("content/local/")?.split_once("/services/"))
        .map(|(place, _)| place)
        .collect();
    let levels = std::iter::once(None).chain(overlays.into_iter().map(Some));
    let examples = fields::examples(sources, "service");
    let one = |level: Option<&str>| {
        let place = level.and_then(|place| catalog.places.find(place));
        let of = place.map(|place| fields::shown(&catalog.places.get(place).name, &catalog.portal.languages));
        json!({
            "name": level.map_or_else(|| "services".to_owned(), |place| format!("services-{place}")),
            "label": of.map_or_else(|| "Services".to_owned(), |of| format!("Services: {of}")),
            "folder": level.map_or_else(|| "content/services".to_owned(), |place| format!("content/local/{place}/services")),
            "extension": "yaml",
            "format": "yaml",
            "create": true,
            "identifier_field": "name",
            "slug": "{{name}}",
            "fields": Form { schema: &schema, choices, examples: examples.iter().collect() }.fields(),
        })
    };
    levels.map(one).collect()
}

/// The files of short records that the portal has.
fn records(sources: &Sources, choices: &Choices) -> Value {
    let file = |(kind, label): &(&str, &str)| {
        let path = format!("content/{kind}.yaml");
        if !sources.files.contains_key(path.as_str()) {
            return None;
        }
        let schema = Kind::find(kind).expect("every file of records has a schema").schema();
        let examples = fields::examples(sources, kind);
        let records = examples.iter().filter_map(serde_yaml::Value::as_sequence).flatten().collect();
        let form = Form { schema: &schema, choices, examples: records };
        let list = json!({
            "name": "records", "label": label, "widget": "list", "root": true, "summary": "{{fields.id}}",
            "collapsed": true, "fields": form.item_fields(),
        });
        Some(json!({ "name": kind, "label": label, "file": path, "format": "yaml", "fields": [list] }))
    };
    let files: Vec<Value> = LISTS.iter().filter_map(file).collect();
    json!({ "name": "records", "label": "Lists", "files": files })
}
