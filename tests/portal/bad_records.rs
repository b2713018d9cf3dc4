//! Turns records and files that other systems get wrong into what an import says of them, and a portal that still builds.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::run::fingerpost;
use super::small::Small;

/// A good record of a number, changed.
fn record(number: u8, change: impl FnOnce(&mut Map<String, Value>)) -> Value {
    let mut record = json!({
        "id": format!("7e5e1f0e-0000-4000-8000-0000000000{number:02}"),
        "name": format!("Tea {number}"),
        "description": "Tea for carers.",
        "status": "active",
        "email": "tea@carers.example.org",
        "organization": { "id": "aa", "name": "The Kettle", "description": "Kettles for all." },
    });
    change(record.as_object_mut().unwrap());
    record
}

fn put(record: &mut Map<String, Value>, entries: Value) {
    let Value::Object(entries) = entries else { panic!("{entries}") };
    record.extend(entries);
}

/// Everything that a record can get wrong, one each.
fn records() -> Vec<Value> {
    let schedule = |more: Value| {
        let mut schedule =
            json!({ "id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00" });
        put(schedule.as_object_mut().unwrap(), more);
        json!({ "schedules": [schedule] })
    };
    let hall = json!({ "id": "l", "location_type": "physical", "name": "Hall", "latitude": -0.8, "longitude": 51.8,
        "addresses": [{ "id": "a", "address_1": "1 Row", "city": "Town", "postal_code": "HP20 1UU", "country": "GB" }] });
    let empty = json!({ "url": "", "fees": null, "phones": [null, {}, { "id": "", "number": " " }], "languages": [],
        "schedules": [{ "id": null, "freq": "", "byday": null }], "service_at_locations": [{ "location": { "addresses": [{}] } }],
        "cost_options": {}, "attributes": [{ "taxonomy_term": null }], "extra_key": { "a": null, "b": [""] } });
    let html = "<p>Tea &amp; <b>cake</b></p><p>Ask <a href=\"/tea\">us</a>, <a href=\"https://a.example/\"></a>.</p>\
                <script>alert(1)</script><p>::: contact</p><p>{fact:a.b} ![x](y.png) | # </p>";
    let places =
        "With [a link](/nowhere), {local:name}, {fact:no.fact} and\n\n::: services topic=none\n:::\n\n![x](x.png)";
    vec![
        record(1, |r| put(r, empty)),
        record(2, |r| put(r, json!({ "name": "TEA | TALK\r\nFOR CARERS" }))),
        record(3, |r| put(r, json!({ "description": html }))),
        record(4, |r| put(r, json!({ "description": places }))),
        record(5, |r| put(r, json!({ "description": "Tea. ".repeat(200_000) }))),
        record(6, |r| put(r, json!({ "notes": "Tea. ".repeat(200_000) }))),
        record(7, |r| put(r, json!({ "id": "7e5e1f0e-0000-4000-8000-000000000001" }))),
        record(8, |r| put(r, json!({ "status": "sleeping" }))),
        record(9, |r| put(r, json!({ "assured_date": "1900-01-01", "assurer_email": "a@b.example" }))),
        record(10, |r| put(r, json!({ "assured_date": "9999-12-31", "assurer_email": "a@b.example" }))),
        record(11, |r| put(r, json!({ "assured_date": "2026-10-01", "assurer_email": "the council" }))),
        record(12, |r| put(r, schedule(json!({ "byday": null })))),
        record(13, |r| put(r, schedule(json!({ "until": "9999-12-31" })))),
        record(14, |r| put(r, json!({ "service_at_locations": [{ "id": "p", "location": hall }] }))),
        record(15, |r| drop(r.remove("organization"))),
        record(16, |r| drop(r.remove("email"))),
        record(17, |r| put(r, json!({ "attending_type": "venue" }))),
        record(18, |r| put(r, json!({ "name": "" }))),
        json!(["no", 7, null]),
    ]
}

/// What is said of them, in order, without the help.
const SAID: [&str; 17] = [
    "look at: records.ndjson: record 2 (TEA | TALK FOR CARERS) name: the name has a `|` or is all in capitals",
    "look at: records.ndjson: record 9 (Tea 9) assured_date: nobody checked it on `1900-01-01`",
    "look at: records.ndjson: record 10 (Tea 10) assured_date: nobody checked it on `9999-12-31`",
    "look at: records.ndjson: record 11 (Tea 11) assurer_email: the record says when it was checked, but not by whom",
    "look at: records.ndjson: record 12 (Tea 12) schedules.0: the opening times name no days",
    "look at: records.ndjson: record 13 (Tea 13) schedules.0: no service ends on `9999-12-31`",
    "look at: records.ndjson: record 14 (Tea 14) service_at_locations.0.location.latitude: the coordinates are the wrong way round",
    "look at: records.ndjson: record 16 (Tea 16) contacts: the record gives no way to make contact",
    "look at: records.ndjson: record 17 (Tea 17) service_at_locations: people go to a venue, and the record gives no whole address of one",
    "left out: records.ndjson: record 5 (Tea 5) description: the description has 999999 letters, more than a page can show",
    "left out: records.ndjson: record 7 (Tea 7) id: another record before it has the same id",
    "left out: records.ndjson: record 8 (Tea 8) status: nobody knows what the status `sleeping` means",
    "left out: records.ndjson: record 15 (Tea 15) organization: the record names no organisation",
    "left out: records.ndjson: record 18 (7e5e1f0e-0000-4000-8000-000000000018) name: the name is missing",
    "left out: cut.json: the file ends in the middle of a record, in line 1; 1 services stand before that",
    "left out: wide.json: the file is text in UTF-16",
    "left out: zip.json: the file is a zip",
];

fn portal() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    Small::base().with("--- content/services/listening-line.yaml (changed)\n+languages: [en]\n").on_disk(folder.path());
    folder
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name), bytes).unwrap();
}

#[test]
fn what_can_be_taken_is_taken_and_the_portal_builds() {
    let portal = portal();
    let folder = portal.path();
    let lines: String = records().iter().map(|record| format!("{record}\n")).collect();
    write(folder, "records.ndjson", lines);
    let whole = record(30, |_| {}).to_string();
    write(folder, "cut.json", format!("[{whole},{}", &whole[..60]));
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(whole.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    write(folder, "wide.json", wide);
    write(folder, "zip.json", b"PK\x03\x04rest");
    let words = ["import", "oruk", "records.ndjson", "cut.json", "wide.json", "zip.json", "--area", "uk"];
    let ran = fingerpost(folder, &words);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    let said = ran.stderr.lines().filter(|line| line.starts_with("look at:") || line.starts_with("left out:"));
    let said: Vec<&str> = said.filter(|line| !line.contains("what kind of organisation")).collect();
    assert_eq!(said, SAID);
    assert!(ran.stderr.contains("written: 14 new files"), "{}", ran.stderr);
    let built = fingerpost(folder, &["build", "--as-of", "2026-11-22"]);
    assert!(built.code == Some(0) && !built.stderr.contains("error["), "{}", built.stderr);
    let page = |name: &str| fs::read_to_string(folder.join(format!("public/en/services/{name}/index.html"))).unwrap();
    let html = page("tea-3");
    assert!(html.contains("<strong>cake</strong>") || html.contains("Tea &amp; cake"), "{html}");
    assert!(!html.contains("alert(1)</script>") && !html.contains("href=\"/tea\""), "{html}");
    assert!(page("tea-4").contains("{fact:no.fact}"), "{}", page("tea-4"));
    let file = |name: &str| fs::read_to_string(folder.join(format!("content/services/{name}.yaml"))).unwrap();
    assert!(!file("tea-1").contains("null") && !file("tea-1").contains("extra_key"), "{}", file("tea-1"));
    assert!(file("tea-6").len() > 900_000 && file("tea-talk-for-carers").contains("name: TEA | TALK FOR CARERS\n"));
    assert!(["tea-9", "tea-10", "tea-11"].iter().all(|name| !file(name).contains("\nchecked:")));
}

#[test]
fn all_of_it_goes_out_again() {
    let portal = portal();
    let folder = portal.path();
    let good: Vec<Value> = records().into_iter().filter(Value::is_object).collect();
    let lines: String = good.iter().map(|record| format!("{record}\n")).collect();
    write(folder, "records.ndjson", lines);
    fingerpost(folder, &["import", "oruk", "records.ndjson", "--area", "uk", "--org", "county-carers"]);
    let out = fingerpost(folder, &["export", "oruk"]);
    assert_eq!(out.code, Some(0), "{}", out.stderr);
    let out: Vec<Value> = out.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let back = |number: &str| out.iter().find(|record| record["id"].as_str().unwrap().ends_with(number)).unwrap();
    assert_eq!(back("0004")["description"], good[3]["description"]);
    assert_eq!(back("0006")["notes"].as_str().unwrap().len(), good[5]["notes"].as_str().unwrap().trim().len());
    assert_eq!(back("0009")["assured_date"], "1900-01-01");
    assert_eq!(back("0014")["service_at_locations"][0]["location"]["latitude"], -0.8);
    let again = fingerpost(folder, &["import", "oruk", "records.ndjson", "--area", "uk", "--org", "county-carers"]);
    assert!(again.stderr.contains("written: 0 new files, 0 changed"), "{}", again.stderr);
}
