//! Turns records of other systems into files of a portal and back, and looks for what was lost.
#![allow(clippy::disallowed_methods, reason = "reads the reference data where it is there")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::import::{Change, Defaults, Import, Imports, import};
use super::normal::{normal, sorted};
use super::read::{Input, read};
use super::{feed, give, merge, patch};
use crate::catalog::{self, Catalog};
use crate::io::MemoryFiles;
use crate::load::{Known, Sources, load};
use crate::model::{OrganisationId, Service};
use crate::parse::records::{self, Remembered};

const PORTAL: &str =
    "name: Carers\nbase_url: https://carers.example.org\nlanguages: [en, cy]\norganisation: carers-line\n";
const PLACES: &str = "\
- { id: uk, kind: country, gss: K02000001, name: United Kingdom }
- { id: buckinghamshire, parent: uk, kind: unitary, gss: E06000060, name: Buckinghamshire }
";

fn files() -> MemoryFiles {
    MemoryFiles::default()
        .with("content/portal.yaml", PORTAL)
        .with("content/localities.yaml", PLACES)
        .with("content/topics.yaml", "- { id: breaks, name: Breaks }\n- { id: support-groups, name: Support groups }\n")
        .with("content/audiences.yaml", "- { id: adult-carers, name: Adult carers }\n")
        .with("content/organisations.yaml", "- { id: carers-line, name: The Carers' Line, kind: charity }\n")
}

fn open(files: &MemoryFiles) -> (Catalog, Arc<Sources>) {
    let sources = Arc::new(load(files, &Known::default()).unwrap().take(&mut Vec::new()).sources);
    let records = records::parse(&sources, Remembered::default()).take(&mut Vec::new());
    (catalog::build(records, &sources).take(&mut Vec::new()).unwrap(), sources)
}

fn defaults() -> Defaults {
    Defaults {
        source: "council".to_owned(),
        area: Some("uk".to_owned()),
        organisation: Some(OrganisationId::new("carers-line").unwrap()),
        today: Some(jiff::civil::date(2026, 11, 22)),
    }
}

fn imports(files: &MemoryFiles, texts: &[&str]) -> Imports {
    let (catalog, sources) = open(files);
    let inputs: Vec<Input<'_>> = texts.iter().map(|text| Input { name: "in.json", bytes: text.as_bytes() }).collect();
    import(Import { catalog: &catalog, sources: &sources, defaults: &defaults() }, &inputs)
}

fn written(mut files: MemoryFiles, imports: &Imports) -> MemoryFiles {
    for Change { path, text, .. } in &imports.changes {
        files.insert(path.clone(), text.clone().into_bytes());
    }
    files
}

/// The records of all services of a portal, as their keys and `extra` say them.
fn published(files: &MemoryFiles) -> Vec<Value> {
    let (catalog, _) = open(files);
    let all = catalog.services.all().map(|(id, _, entry)| feed::record(&catalog, (id, &entry.parsed.service)));
    all.map(|record| sorted(normal(Value::Object(record)).unwrap())).collect()
}

fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/oruk");
    folder.is_dir().then_some(folder)
}

/// The services of a file in their normal form.
fn services(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let done = read(Input { name: "in.json", bytes: text.as_bytes() }, &mut |_, record| found.push(record));
    done.map(|()| found.into_iter().map(|record| normal(Value::Object(record)).unwrap()).collect()).unwrap_or_default()
}

/// How many values a record has.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(entries) => entries.values().map(count).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 1,
    }
}

/// How many values of a record the mapped keys alone say, and how many `extra` says.
fn shares(files: &MemoryFiles, record: &Value) -> (usize, usize) {
    let (catalog, _) = open(files);
    let desk = give::Desk::new(&catalog, "en".parse().unwrap());
    let id = record["id"].as_str().unwrap();
    let found =
        catalog.services.all().find(|(_, _, entry)| entry.parsed.service.oruk_id.as_deref() == Some(id)).unwrap();
    let service = &found.2.parsed.service;
    let base = give::give(&desk, found.0, service);
    let extra = service.extra.as_ref().map_or_else(|| json!({}), crate::model::Kept::value);
    assert_eq!(
        patch::difference(&base, record).unwrap_or_else(|| json!({})),
        extra,
        "extra is the difference and no more"
    );
    let kept = said(&extra);
    (count(record) - kept, kept)
}

/// How many of the values that `extra` says of a record are ids of its parts, which mean something to their source alone.
fn ids(record: &Value, files: &MemoryFiles) -> usize {
    let (catalog, _) = open(files);
    let own = record["id"].as_str();
    let found = catalog.services.all().find(|(_, _, entry)| entry.parsed.service.oruk_id.as_deref() == own).unwrap();
    found.2.parsed.service.extra.as_ref().map_or(0, |extra| count_ids(&extra.value()))
}

fn count_ids(extra: &Value) -> usize {
    match extra {
        Value::Object(entries) => {
            let own = |(key, value): (&String, &Value)| match value {
                Value::String(_) => usize::from(key == "id" || key.ends_with("_id")),
                value => count_ids(value),
            };
            entries.iter().map(own).sum()
        }
        Value::Array(items) => items.iter().map(count_ids).sum(),
        _ => 0,
    }
}

/// What a council of the kingdom says is in keys; only what the portal has no key for is in `extra`.
#[test]
fn a_record_of_the_kingdom_is_in_keys() {
    let Some(folder) = shared() else { return };
    let text = fs::read_to_string(folder.join("sample/carers-cafe-aylesbury.oruk3.json")).unwrap();
    let meant = services(&text).remove(0);
    let after = written(files(), &imports(&files(), &[&text]));
    let (catalog, _) = open(&after);
    let (_, _, entry) = catalog.services.all().next().unwrap();
    let mut paths = Vec::new();
    paths_of(&entry.parsed.service.extra.as_ref().unwrap().value(), "", &mut paths);
    assert_eq!(
        paths,
        [
            "last_modified",
            "organization.organization_identifiers.identifier_scheme",
            "organization.organization_identifiers.identifier_type",
            "organization.organization_identifiers.identifier",
            "contacts.name",
            // That every week is meant is what no `interval` says; the words are the source's own.
            "schedules.1st Tue of month 10:30-12:00 at venue.interval",
            "schedules.1st Tue of month 10:30-12:00 at venue.description",
            "schedules.Thu 18:00-19:30 from 2026-01-08 until 2026-03-26 online.interval",
            "schedules.Thu 18:00-19:30 from 2026-01-08 until 2026-03-26 online.description",
            "service_at_locations.aylesbury-library.location.accessibility.description",
            // The terms are those of another portal.
            "attributes.topics/support-groups.taxonomy_term.term_uri",
            "attributes.audience/adult-carers.taxonomy_term.term_uri",
            "attributes.access-route/drop-in.taxonomy_term.term_uri",
        ]
    );
    let (in_keys, in_extra) = shares(&after, &meant);
    let own = ids(&meant, &after);
    assert!(in_keys > 2 * (in_extra - own), "{in_keys} values in keys, {in_extra} in `extra`, {own} of them ids");
}

/// The keys that a difference brings, but for ids and where it says the same in other words.
fn paths_of(extra: &Value, path: &str, found: &mut Vec<String>) {
    let Value::Object(entries) = extra else {
        if let Value::Array(items) = extra {
            items.iter().for_each(|item| paths_of(item, path, found));
        } else if !path.ends_with("id") && !found.contains(&path.to_owned()) && *extra != "left-out" {
            found.push(path.to_owned());
        }
        return;
    };
    for (key, value) in entries.iter().filter(|(key, _)| *key != "instead-of") {
        let inner = match key.as_str() {
            "items" | "more" | "say" => path.to_owned(),
            _ if path.is_empty() => key.clone(),
            _ => format!("{path}.{key}"),
        };
        paths_of(value, &inner, found);
    }
}

/// The values that a difference brings: not those that it takes out.
fn said(extra: &Value) -> usize {
    match extra {
        Value::Object(entries) if entries.contains_key("instead-of") => entries.get("say").map_or(0, count),
        Value::Object(entries) => entries.values().map(said).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        Value::String(text) if text == "left-out" => 0,
        _ => 1,
    }
}

fn examples() -> Vec<PathBuf> {
    let Some(folder) = shared() else { return Vec::new() };
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    all.filter(|path| path.extension().is_some_and(|end| end == "json") && !path.to_string_lossy().contains("schema-"))
        .collect()
}

#[test]
fn every_example_comes_back_whole() {
    let (mut records, mut without) = (0, 0);
    let (mut mapped, mut kept) = (0, 0);
    for path in examples() {
        let text = fs::read_to_string(&path).unwrap();
        let meant = services(&text);
        let imports = imports(&files(), &[&text]);
        if meant.is_empty() {
            assert!(imports.changes.is_empty() && imports.faults.len() == 1, "{path:?} {:?}", imports.faults);
            without += 1;
            continue;
        }
        assert_eq!(imports.faults, [], "{path:?}");
        let after = written(files(), &imports);
        for meant in &meant {
            let back: Vec<Value> = published(&after).into_iter().filter(|one| one["id"] == meant["id"]).collect();
            assert_eq!(back, [sorted(meant.clone())], "{path:?}");
            let (in_keys, in_extra) = shares(&after, meant);
            assert_eq!(in_keys + in_extra, count(meant), "{path:?}");
            let own = ids(meant, &after);
            (records, mapped, kept) = (records + 1, mapped + in_keys, kept + in_extra - own);
        }
    }
    if shared().is_some() {
        assert!(records >= 12 && without >= 10, "{records} services, {without} files without");
        // Most of the examples are of the United States, or show keys that no service has.
        assert!(mapped * 2 > kept, "{mapped} values in keys, {kept} in `extra`");
    }
}

#[test]
fn a_second_import_changes_nothing() {
    for path in examples() {
        let text = fs::read_to_string(&path).unwrap();
        let after = written(files(), &imports(&files(), &[&text]));
        let again = imports(&after, &[&text]);
        assert_eq!(again.changes, [], "{path:?}");
        assert_eq!(again.deletions, [], "{path:?}");
    }
}

fn record(change: impl FnOnce(&mut Map<String, Value>)) -> String {
    let mut record = json!({
        "id": "7e5e1f0e-0000-4000-8000-000000000001",
        "name": "Tea and talk",
        "description": "Tea for carers.\n\nEvery week.",
        "status": "active",
        "organization": { "id": "7e5e1f0e-0000-4000-8000-0000000000aa", "name": "The Kettle", "description": "Kettles" },
        "phones": [{ "id": "7e5e1f0e-0000-4000-8000-0000000000bb", "number": "01632 960123" }],
    });
    change(record.as_object_mut().unwrap());
    record.to_string()
}

const FILE: &str = "content/services/tea-and-talk.yaml";

fn text_of(imports: &Imports) -> &str {
    &imports.changes.iter().find(|change| change.path == FILE).unwrap().text
}

#[test]
fn what_was_written_by_hand_stays() {
    let first = imports(&files(), &[&record(|_| {})]);
    let by_hand = text_of(&first)
        .replace("summary: Tea for carers.", "# Ours\nsummary: Tea, for carers of all ages.")
        .replace("imported:", "in:\n  cy: { name: Te a sgwrs }\nimported:");
    let mut edited = written(files(), &first);
    edited.insert(FILE, by_hand.into_bytes());
    assert_eq!(imports(&edited, &[&record(|_| {})]).changes, []);
    let news = record(|record| {
        record["description"] = json!("Tea and cake.\n\nEvery month.");
        record["name"] = json!("Tea and talks");
    });
    let second = imports(&edited, &[&news]);
    let text = text_of(&second);
    for part in [
        "name: Tea and talks\n",
        "# Ours\nsummary: Tea, for carers of all ages.\n",
        "about: Every month.\n",
        "cy: { name: Te a sgwrs }\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let said = &second.changes[0].differences;
    assert!(said.contains(&"name: `Tea and talk` -> `Tea and talks`".to_owned()), "{said:?}");
    assert!(said.iter().any(|line| line.starts_with("summary: stays as it was written by hand")), "{said:?}");
    let service: Service = serde_yaml::from_str(text).unwrap();
    assert_eq!(service.checked, None);
}

#[test]
fn what_its_source_has_no_more_is_gone_unless_it_was_written_by_hand() {
    let first = written(files(), &imports(&files(), &[&record(|_| {})]));
    let other = record(|record| record["id"] = json!("7e5e1f0e-0000-4000-8000-000000000002"));
    let second = imports(&first, &[&other]);
    assert_eq!(second.deletions.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), [FILE]);
    assert_eq!((second.before, second.deletions[0].by_hand.len()), (1, 0));
    // A file that breaks off says nothing of what comes after the break.
    assert_eq!(imports(&first, &[&other, "[{"]).deletions, []);
}

/// What becomes of a record, or why nothing does.
fn told(imports: &Imports) -> Vec<String> {
    let all = imports
        .faults
        .iter()
        .map(|fault| ("left out", fault))
        .chain(imports.remarks.iter().map(|fault| ("look at", fault)));
    all.map(|(what, fault)| format!("{what} {}: {}", fault.path, fault.what)).collect()
}

fn check(change: impl FnOnce(&mut Map<String, Value>), expected: &[&str]) {
    let text = record(change);
    let imports = imports(&files(), &[&text]);
    let mut found = told(&imports);
    found.retain(|line| !line.contains("what kind of organisation"));
    assert_eq!(found, expected, "{text}");
    if !found.iter().any(|line| line.starts_with("left out")) {
        assert_eq!(published(&written(files(), &imports)), [sorted(services(&text)[0].clone())]);
    }
}

#[test]
fn bad_records_say_what_is_wrong() {
    check(|_| {}, &[]);
    check(|r| r["status"] = json!("sleeping"), &["left out status: nobody knows what the status `sleeping` means"]);
    check(|r| drop(r.remove("name")), &["left out name: the name is missing"]);
    check(|r| r["name"] = json!("  "), &["left out name: the name is missing"]);
    check(|r| drop(r.remove("id")), &["left out id: the record has no id"]);
    check(|r| r["name"] = json!("TEA | TALK"), &["look at name: the name has a `|` or is all in capitals"]);
    check(|r| r["name"] = json!("Tea\r\nand  talk"), &[]);
    check(|r| r["description"] = json!("<p>Tea</p><ul><li>one</li></ul>"), &[]);
    check(|r| drop(r.insert("fees".into(), json!("no"))), &[]);
    check(|r| drop(r.insert("fees".into(), json!("12:30"))), &[]);
    check(|r| drop(r.insert("extra_key".into(), json!({ "a": null, "b": ["", {}], "c": 1.5 }))), &[]);
    check(
        |r| {
            r.extend([
                ("assured_date".to_owned(), json!("1900-01-01")),
                ("assurer_email".to_owned(), json!("a@b.example")),
            ]);
        },
        &["look at assured_date: nobody checked it on `1900-01-01`"],
    );
    check(
        |r| drop(r.insert("assured_date".into(), json!("2026-01-01"))),
        &["look at assurer_email: the record says when it was checked, but not by whom"],
    );
    let times = |more: Value| {
        let mut schedule =
            json!({ "id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00" });
        schedule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([schedule])
    };
    check(|r| drop(r.insert("schedules".into(), times(json!({})))), &[]);
    check(
        |r| drop(r.insert("schedules".into(), times(json!({ "byday": null })))),
        &["look at schedules.0: the opening times name no days"],
    );
    check(
        |r| drop(r.insert("schedules".into(), times(json!({ "until": "9999-12-31" })))),
        &["look at schedules.0: no service ends on `9999-12-31`"],
    );
    let place = json!([{ "id": "p", "location": {
        "id": "l", "location_type": "physical", "name": "Hall", "latitude": -0.8, "longitude": 51.8,
        "addresses": [{ "id": "a", "address_1": "1 Row", "city": "Town", "postal_code": "HP20 1UU", "country": "GB" }],
    } }]);
    check(
        |r| drop(r.insert("service_at_locations".into(), place)),
        &["look at service_at_locations.0.location.latitude: the coordinates are the wrong way round"],
    );
}

#[test]
fn files_that_are_no_data_say_what_to_do() {
    let (catalog, sources) = open(&files());
    let whole = record(|_| {});
    let cut = format!("[{whole},{}", &whole[..40]);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(whole.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, what, taken) in [
        (cut.as_bytes(), "the file ends in the middle of a record, in line 1; 1 services stand before that", 1),
        (&wide, "the file is text in UTF-16", 0),
        (b"PK\x03\x04", "the file is a zip", 0),
        (b"", "the file is empty", 0),
        (b"<html></html>", "the file is a web page, not data", 0),
        (b"[1, 2]", "the file holds records, but none of a service", 0),
        (b"{\"a\": x}", "line 1, column 7 is not JSON; 0 services stand before that", 0),
    ] {
        let input = [Input { name: "in.json", bytes }];
        let imports = import(Import { catalog: &catalog, sources: &sources, defaults: &defaults() }, &input);
        assert_eq!(imports.faults.iter().map(|fault| fault.what.as_str()).collect::<Vec<_>>(), [what]);
        assert_eq!(imports.changes.iter().filter(|change| change.path == FILE).count(), taken, "{what}");
    }
}

#[test]
fn records_of_one_id_and_names_of_one_kind() {
    let twice = imports(&files(), &[&record(|_| {}), &record(|_| {})]);
    assert_eq!((twice.faults.len(), twice.changes.len()), (0, 2), "a page that overlaps another");
    let other = record(|record| record["description"] = json!("Other."));
    let twice = imports(&files(), &[&record(|_| {}), &other]);
    assert_eq!(told(&twice)[0], "left out id: another record before it has the same id");
    let named = record(|record| record["id"] = json!("2"));
    let both = imports(&files(), &[&record(|_| {}), &named]);
    let paths: Vec<&str> = both.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(paths.len(), 3, "{paths:?}");
    assert!(paths[1].starts_with("content/services/tea-and-talk-"), "{paths:?}");
}

#[test]
fn an_edit_wins_over_what_was_kept() {
    let base = json!({ "phones": [{ "@": "voice", "type": "voice", "id": "1", "number": "+44 1" }], "fees": "Free" });
    let meant =
        json!({ "phones": [{ "type": "voice", "id": "9", "number": "01", "x": "y" }, { "id": "8" }], "fees": "None" });
    let change = patch::difference(&base, &meant).unwrap();
    assert_eq!(patch::patched(base, &change), meant);
    let edited = json!({ "phones": [{ "@": "voice", "type": "voice", "id": "1", "number": "+44 2" }], "fees": "£3" });
    let expected =
        json!({ "phones": [{ "type": "voice", "id": "9", "number": "+44 2", "x": "y" }, { "id": "8" }], "fees": "£3" });
    assert_eq!(patch::patched(edited, &change), expected);
    assert_eq!(patch::patched(json!({}), &change), json!({ "phones": [{ "id": "8" }] }));
}

#[test]
fn files_are_read_back_as_they_were_written() {
    let fields = json!({ "a": "no", "b": "12:30", "c": "01234", "d": "a: b # c", "e": "one\n  two\n\nthree", "f": ["no", "x, y"],
        "g": 51.8168, "h": [{ "i": "1e3", "j": [] }], "k": "\tx", "l": "- x", "m": "é | ü", "n": "https://a.example/?b=c&d#e" });
    let fields = fields.as_object().unwrap();
    let text = merge::fresh(fields, "s").text;
    let back = merge::read(&text).unwrap();
    for (key, value) in fields {
        assert_eq!(back.get(key), Some(value), "{text}");
    }
}
