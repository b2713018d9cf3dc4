//! Turns the schemas that the program writes into verdicts on good and bad portals, by a validator of another maker.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use fingerpost::parse::document;
use serde_json::Value;

use super::run::{self, fingerpost};
use super::small::Small;
use super::{cases, pages};

const KINDS: [&str; 15] = [
    "portal",
    "localities",
    "topics",
    "audiences",
    "organisations",
    "venues",
    "facts",
    "glossary",
    "pictures",
    "service",
    "print",
    "holders",
    "withdrawn",
    "audits",
    "page",
];

/// The schemas, compiled.
struct Judge {
    schemas: Schemas,
    kinds: BTreeMap<&'static str, SchemaIndex>,
}

impl Judge {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let kinds = KINDS.map(|kind| {
            let ran = fingerpost(folder.path(), &["schema", kind]);
            assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{kind}");
            let address = format!("https://example.org/{kind}.json");
            compiler.add_resource(&address, serde_json::from_str(&ran.stdout).unwrap()).unwrap();
            (kind, compiler.compile(&address, &mut schemas).unwrap())
        });
        Self { schemas, kinds: kinds.into() }
    }

    /// What is wrong with a file, in the validator's words; none for a file that has no schema or is no YAML.
    fn wrong(&self, path: &str, text: &str) -> Option<String> {
        let yaml = match Path::new(path).extension()?.to_str()? {
            "md" => &text[document::front_matter(text)?],
            "yaml" => text,
            _ => return None,
        };
        let value: Value = serde_yaml::from_str(yaml).ok()?;
        let verdict = self.schemas.validate(&value, *self.kinds.get(kind(path))?);
        verdict.err().map(|error| format!("{path}: {error:#}"))
    }

    fn all_wrong<'a>(&self, files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) -> Vec<String> {
        let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
        files.into_iter().filter_map(|(path, bytes)| self.wrong(path, text(bytes))).collect()
    }
}

fn kind(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap();
    match path {
        path if path.contains("/services/") => "service",
        path if path.contains("/prints/") => "print",
        path if path.contains("/pages/") => "page",
        _ => name.trim_end_matches(".yaml"),
    }
}

/// The files of a portal on disk.
pub fn on_disk(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder.join("content")).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|file| (file.path().strip_prefix(folder).unwrap().display().to_string(), fs::read(file.path()).unwrap()))
        .collect()
}

#[test]
fn what_builds_is_valid() {
    let judge = Judge::new();
    let sample = on_disk(Path::new(env!("CARGO_MANIFEST_DIR")));
    let kinds: std::collections::BTreeSet<&str> = sample.keys().map(|path| kind(path)).collect();
    // Its pictures are those of the theme.
    assert!(
        KINDS.iter().all(|kind| kinds.contains(kind) || *kind == "pictures"),
        "the sample lacks a kind of file: {kinds:?}"
    );
    let new = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(new.path(), &["init", "."]).code, Some(0));
    for files in [sample, Small::base().files, pages::rich().files, on_disk(new.path())] {
        let wrong = judge.all_wrong(&files);
        assert!(wrong.is_empty(), "{} files:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// Files that the program finds something wrong in and no schema refuses: two keys that need each other, a file without
/// front matter, a figure whose form hangs on its unit, numbers, postcodes and opening times.
const BEYOND_A_SCHEMA: [&str; 6] = [
    "Y005 content/venues.yaml: required keys are missing",
    "Y005 content/pages/plain.en.md: a page without any lines at the top",
    "Y006 content/facts.yaml: values of the wrong form",
    "Y006 content/services/listening-line.yaml: values of the wrong form",
    "Y006 content/venues.yaml: values of the wrong form",
    "Y006 content/services/listening-line.yaml: opening times with a word that is not understood",
];

#[test]
fn what_is_found_in_keys_and_values_is_refused() {
    let judge = Judge::new();
    let (mut refused, mut passed) = (0, Vec::new());
    for (name, text) in cases::files() {
        if !["Y003", "Y004", "Y005", "Y006"].contains(&&*name) {
            continue;
        }
        for case in cases::cases(&text) {
            for (path, bytes) in Small::base().with(&case.files).files {
                let found = case.expected.lines().any(|line| line.starts_with(&format!("{name} {path}:")));
                match (found, judge.wrong(&path, std::str::from_utf8(&bytes).unwrap_or_default())) {
                    (true, None) => passed.push(format!("{name} {path}: {}", case.title)),
                    (true, Some(_)) => refused += 1,
                    (false, wrong) => assert_eq!(wrong, None, "{name} {}", case.title),
                }
            }
        }
    }
    assert_eq!(passed, BEYOND_A_SCHEMA, "{refused} files are refused");
}

/// What is written in place of something in the base portal, whether it can be so or not.
const CHANGES: &[(&str, &str, &str)] = &[
    ("content/portal.yaml", "languages: [en, cy]", "languages: en"),
    ("content/portal.yaml", "languages: [en, cy]", "languages: [en, 'a b']"),
    ("content/portal.yaml", "base_url: https://", "base_url: "),
    ("content/portal.yaml", "fallback: { cy: [en] }", "fallback: { cy: en }"),
    ("content/portal.yaml", "organisation: county-carers", "organisation: county-carers\nsample: perhaps"),
    ("content/portal.yaml", "organisation: county-carers", "organisation: county-carers\nsample: Yes"),
    ("content/portal.yaml", "organisation: county-carers", "organisation: county-carers\nalert: { until: 2026-12-01 }"),
    (
        "content/portal.yaml",
        "organisation: county-carers",
        "organisation: county-carers\nalert: { en: Hello, until: soon }",
    ),
    (
        "content/portal.yaml",
        "organisation: county-carers",
        "organisation: county-carers\nalert: { en: Hello, until: 2026-12-01 }",
    ),
    ("content/portal.yaml", "organisation: county-carers", "organisation: county-carers\nuntranslated: maybe"),
    ("content/portal.yaml", "organisation: county-carers", "organisation: county-carers\nas_of: 1 May 2026"),
    ("content/localities.yaml", "gss: E07000131", "gss: 7000131"),
    ("content/localities.yaml", "kind: district", "kind: village"),
    ("content/localities.yaml", "id: harborough", "id: Harborough"),
    ("content/topics.yaml", "id: breaks, ", ""),
    ("content/topics.yaml", "name: { en: Breaks, cy: Seibiant }", "name: 2026"),
    ("content/audiences.yaml", "id: adult-carers", "id: adult_carers"),
    ("content/organisations.yaml", "kind: charity", "kind: charities"),
    ("content/organisations.yaml", "phone: 01632 960100", "phone: 999"),
    ("content/venues.yaml", "address: [1 Main Street, Market Harborough]", "address: 1 Main Street"),
    ("content/venues.yaml", "locality: harborough", "locality: harborough, lat: north, lon: 1"),
    ("content/facts.yaml", "unit: GBP", "unit: pounds"),
    ("content/facts.yaml", "allowance.weekly:", "Allowance:"),
    ("content/facts.yaml", "from: 2025-04-07", "since: 2025-04-07"),
    ("content/facts.yaml", "value: 83.30", "value: ''"),
    ("content/glossary.yaml", "en:", "english language:"),
    ("content/glossary.yaml", "word: respite, ", ""),
    ("content/pictures.yaml", "licence: CC0-1.0", "license: CC0-1.0"),
    ("content/services/listening-line.yaml", "cost: free", "cost: []"),
    ("content/services/listening-line.yaml", "cost: free", "cost: [{ for: Carers, amount: 3.50 }]"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nages: 18"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nages: 18+"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nages:"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\neligibility: { by: gp }"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\neligibility: { by: doctor }"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nclosed: [2026-12-24..2027-01-02]"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nclosed: [Christmas]"),
    ("content/services/listening-line.yaml", "cost: free", "cost: free\nstatus: closed"),
    ("content/services/listening-line.yaml", "area: [uk]", "area:"),
    ("content/services/listening-line.yaml", "topics: [breaks]", "topics:"),
    ("content/services/listening-line.yaml", "attend: [phone]", "attend: [telephone]"),
    ("content/pages/money.en.md", "owner: team", "owner: team\norder: first"),
    ("content/pages/money.en.md", "owner: team", "owner: team\nlife_stages: [turning-18, crisis]"),
    ("content/pages/money.en.md", "owner: team", "owner: team\nlife_stages: [retired]"),
    ("content/pages/money.en.md", "owner: team", "owner: team\nslug:"),
    ("content/pages/money.en.md", "owner: team", "owner: team\ntranslation: { of: [0badcafe], by: robot }"),
    ("content/pages/money.en.md", "owner: team", "owner: team\ntranslation: { by: checked, date: 2026-11-01 }"),
    ("content/pages/money.en.md", "owner: team", "owner: team\ntested: { with: a group }"),
    ("content/pages/money.en.md", "reviewed: 2026-11-01", "reviewed: 01/11/2026"),
];

#[test]
fn schemas_and_the_program_refuse_the_same() {
    let judge = Judge::new();
    let (mut differ, mut bad) = (Vec::new(), 0);
    for (path, old, new) in CHANGES {
        let mut files = Small::base();
        let text = std::str::from_utf8(&files.files[*path]).unwrap();
        assert!(text.contains(old), "{path} holds no `{old}`");
        let text = text.replacen(old, new, 1);
        let judged = judge.wrong(path, &text);
        files = files.file(path, text);
        let lines = run::lines(&run::check(&files.in_memory()));
        let found: Vec<_> = lines.into_iter().filter(|line| line.starts_with('Y') && line.contains(path)).collect();
        if found.is_empty() != judged.is_none() {
            differ.push(format!("{path}: {new}\n  found {found:?}\n  judged {judged:?}"));
        }
        bad += usize::from(!found.is_empty());
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(bad > CHANGES.len() / 2 && bad < CHANGES.len(), "{bad} of {} are bad", CHANGES.len());
}

#[test]
fn an_editor_is_told_of_all_schemas() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fingerpost(folder.path(), &["init", "."]).code, Some(0));
    for _ in 0..2 {
        let ran = fingerpost(folder.path(), &["schema", "--write", "editor/schemas"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        assert!(ran.stderr.contains("$schema=../editor/schemas/portal.schema.json`"), "{}", ran.stderr);
        let settings: Value = serde_json::from_str(&ran.stdout).unwrap();
        let schemas = settings["yaml.schemas"].as_object().unwrap();
        assert_eq!(schemas["./editor/schemas/service.schema.json"][0], "content/services/*.yaml");
        for path in schemas.keys() {
            let schema: Value = serde_json::from_slice(&fs::read(folder.path().join(path)).unwrap()).unwrap();
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        }
        assert_eq!(fs::read_dir(folder.path().join("editor/schemas")).unwrap().count(), KINDS.len());
    }
    let nothing = fingerpost(folder.path(), &["schema"]);
    assert_eq!(nothing.code, Some(2), "{}", nothing.stderr);
}

#[test]
fn a_cms_is_told_of_the_portal() {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with("--- content/local/gwynedd/pages/here.cy.md\n---\ntitle: Yma\n---\n").on_disk(folder.path());
    let ran = fingerpost(folder.path(), &["schema", "cms", "--repo", "county/portal"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let config: Value = serde_yaml::from_str(&ran.stdout).unwrap();
    assert_eq!(config["backend"]["repo"], "county/portal");
    assert_eq!(config["i18n"]["locales"], serde_json::json!(["en", "cy"]));
    let collections = config["collections"].as_array().unwrap();
    let names: Vec<&str> = collections.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["pages", "easy-read", "pages-gwynedd", "easy-read-gwynedd", "services", "records"]);
    assert_eq!(
        (&collections[2]["folder"], &collections[2]["label"]),
        (&"content/local/gwynedd/pages".into(), &"Pages: Gwynedd".into())
    );
    assert_eq!(collections[1]["path"], "{{slug}}.easy");
    let field = |fields: &Value, name: &str| {
        let field = fields.as_array().unwrap().iter().find(|field| field["name"] == name);
        field.unwrap_or_else(|| panic!("no field `{name}`")).clone()
    };
    let page = &collections[0]["fields"];
    assert_eq!((&field(page, "title")["i18n"], &field(page, "owner")["i18n"]), (&true.into(), &"duplicate".into()));
    let topics = serde_json::json!([{ "label": "Breaks", "value": "breaks" }, { "label": "Money", "value": "money" }]);
    assert_eq!((&field(page, "topics")["options"], &field(page, "topics")["multiple"]), (&topics, &true.into()));
    assert_eq!(
        (&field(page, "reviewed")["widget"], &field(page, "reviewed")["format"]),
        (&"datetime".into(), &"YYYY-MM-DD".into())
    );
    assert_eq!((&field(page, "available")["default"], &field(page, "draft")["default"]), (&true.into(), &false.into()));
    assert!(!page.as_array().unwrap().iter().any(|field| field["name"] == "translation"));
    let service = &collections[4]["fields"];
    assert_eq!(
        (&field(service, "name")["required"], &field(service, "about")["required"]),
        (&Value::Null, &false.into())
    );
    assert_eq!(field(service, "cost")["widget"], "string");
    assert_eq!(field(&field(&field(service, "in")["fields"], "cy")["fields"], "summary")["widget"], "text");
    let lists = &collections[5]["files"];
    let topic = &lists[0]["fields"][0];
    assert_eq!((&lists[0]["file"], &topic["root"]), (&"content/topics.yaml".into(), &true.into()));
    assert_eq!(field(&topic["fields"], "name")["fields"][1]["name"], "cy");
}
