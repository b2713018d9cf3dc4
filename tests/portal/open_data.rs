//! Turns services into open data by the program itself, and open data into services, and looks at both.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use serde_json::Value;

use super::run::{Ran, fingerpost};
use super::schemas;
use super::small::Small;

/// The sample portal in a folder of its own.
fn sample() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = schemas::on_disk(Path::new(env!("CARGO_MANIFEST_DIR")));
    Small { files, ..Small::default() }.on_disk(folder.path());
    folder
}

fn ran(folder: &Path, words: &[&str]) -> Ran {
    let ran = fingerpost(folder, words);
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.stderr);
    ran
}

/// The standard's schemas, where they lie beside the repository.
fn standard() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/oruk/schema-3.0");
    folder.is_dir().then_some(folder)
}

/// What the standard says against the files of a feed: nothing but the path and the reason of each fault.
fn wrong(feed: &Path, standard: &Path) -> (usize, Vec<String>) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let kinds = [
        ("services", "service"),
        ("organizations", "organization"),
        ("service_at_locations", "service_at_location"),
        ("taxonomies", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term"),
    ];
    let (mut judged, mut wrong) = (0, Vec::new());
    for (folder, kind) in kinds {
        let schema: Value =
            serde_json::from_str(&fs::read_to_string(standard.join(format!("{kind}.json"))).unwrap()).unwrap();
        let address = format!("https://example.org/{kind}.json");
        compiler.add_resource(&address, schema).unwrap();
        let schema = compiler.compile(&address, &mut schemas).unwrap();
        for entry in fs::read_dir(feed.join(folder)).unwrap() {
            let file = entry.unwrap().path().join("index.json");
            let Ok(text) = fs::read_to_string(&file) else { continue };
            judged += 1;
            let value = serde_json::from_str(&text).unwrap();
            wrong.extend(schemas.validate(&value, schema).err().map(|error| format!("{}: {error:#}", file.display())));
        }
    }
    (judged, wrong)
}

#[test]
fn the_feed_of_the_sample_keeps_to_the_standard() {
    let folder = sample();
    ran(folder.path(), &["build"]);
    let site = folder.path().join("public");
    for (language, feed) in [("en", "oruk/v3"), ("cy", "oruk/v3/cy"), ("ur", "oruk/v3/ur")] {
        ran(folder.path(), &["export", "oruk", "--lang", language, "--out", language]);
        let feed = site.join(feed);
        let list: Value = serde_json::from_str(&fs::read_to_string(feed.join("services/index.json")).unwrap()).unwrap();
        assert_eq!((&list["total_pages"], &list["total_items"]), (&1.into(), &list["size"]), "{language}");
        assert!(list["size"].as_u64().unwrap() > 30);
        for file in ["services/index.json", "services.ndjson", "services.csv", "index.json"] {
            let exported = fs::read(folder.path().join(language).join(file)).unwrap();
            assert!(exported == fs::read(feed.join(file)).unwrap(), "{language} {file}");
        }
        if let Some(standard) = standard() {
            let (judged, wrong) = wrong(&feed, &standard);
            assert!(judged > 80 && wrong.is_empty(), "{judged} records; {}", wrong.join("\n"));
        }
    }
    let again = fingerpost(folder.path(), &["export", "oruk", "--out", "en"]);
    assert_eq!(again.code, Some(5), "nothing is written over: {}", again.stderr);
}

/// The address in the head of a page that leads to its record.
fn record_of(page: &str) -> Option<&str> {
    let tag = page.split('<').find(|tag| tag.starts_with("link ") && tag.contains("application/json"))?;
    tag.split_once("href=")?.1.trim_start_matches('"').split(['"', ' ', '>']).next()
}

#[test]
fn each_page_of_a_service_leads_to_its_record() {
    let folder = sample();
    ran(folder.path(), &["build", "--only", "language=cy"]);
    let site = folder.path().join("public");
    let mut found = 0;
    for entry in walkdir::WalkDir::new(&site) {
        let path = entry.unwrap().into_path();
        let page = path.to_string_lossy().replace('\\', "/");
        let is_service = page.contains("/cy/services/") && page.ends_with("/index.html");
        let is_list = ["/page/", "/topic/", "/for/", "/place/", "/services/index.html"].iter();
        if !is_service || is_list.clone().any(|list| page.contains(list)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if text.contains("http-equiv") {
            continue;
        }
        let link = record_of(&text).unwrap_or_else(|| panic!("{page} has no link to its record"));
        let file = match link.strip_prefix("https://carers.example.org/") {
            Some(address) => site.join(address),
            None => path.parent().unwrap().join(link),
        };
        let record: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = record["name"].as_str().unwrap();
        assert!(text.contains(name) || text.contains(&name.replace('\'', "&#39;")), "{page}: {name}");
        found += 1;
    }
    assert!(found > 100, "{found}");
    assert!(!site.join("oruk/v3/services").exists() && site.join("oruk/v3/cy/services").exists());
}

/// The services of lines, by id.
fn records(lines: &str) -> std::collections::BTreeMap<String, Value> {
    let read = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    read.map(|record| (record["id"].as_str().unwrap().to_owned(), record)).collect()
}

#[test]
fn the_sample_comes_back_from_its_own_feed() {
    let folder = sample();
    let lines = ran(folder.path(), &["export", "oruk"]).stdout;
    fs::write(folder.path().join("feed.ndjson"), &lines).unwrap();
    let same = ran(folder.path(), &["import", "oruk", "feed.ndjson"]);
    assert_eq!(same.stdout, "", "what is the portal's own stays as it is: {}", same.stderr);
    let names = |folder: &Path| -> Vec<String> {
        let files = fs::read_dir(folder.join("content/services")).unwrap();
        let mut names: Vec<String> =
            files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let before = names(folder.path());
    fs::remove_dir_all(folder.path().join("content/services")).unwrap();
    let back = ran(folder.path(), &["import", "oruk", "feed.ndjson"]);
    assert!(back.stderr.contains("left out: 0"), "{}", back.stderr);
    // Services under `local/` are in the feed and have files of their own.
    assert_eq!(names(folder.path()), before);
    let again = records(&ran(folder.path(), &["export", "oruk"]).stdout);
    let meant = records(&lines);
    assert!(meant.len() >= 40, "{}", meant.len());
    assert_eq!(again.keys().collect::<Vec<_>>(), meant.keys().collect::<Vec<_>>());
    for (id, record) in &meant {
        assert_eq!(sorted(again[id].clone()), sorted(record.clone()), "{id}");
    }
    // `parity: [en, cy]` holds for what the portal's own editors write.
    let built = ran(folder.path(), &["build"]);
    assert!(built.stderr.contains("warning[T013]") && !built.stderr.contains("error["), "{}", built.stderr);
}

/// The order of lists and keys means nothing.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().collect())
        }
        other => other,
    }
}

#[test]
fn a_table_goes_out_and_comes_in_by_a_mapping() {
    let folder = sample();
    let table = ran(folder.path(), &["export", "csv"]).stdout;
    assert!(table.starts_with("id,name,description,organisation,status,"), "{table}");
    fs::write(
        folder.path().join("t.csv"),
        "Ref,Service,About,Tel\r\n7,\"Tea, cake\",Tea for carers.,01632 960123\r\n8,,Nothing,\r\n",
    )
    .unwrap();
    let mapping = "columns: { id: Ref, name: Service, description: About, phones.0.number: Tel }\n";
    fs::write(folder.path().join("m.yaml"), mapping).unwrap();
    let words = ["import", "csv", "t.csv", "--mapping", "m.yaml", "--area", "uk", "--org", "carers-line"];
    let dry = fingerpost(folder.path(), &[&words[..], &["--dry-run"]].concat());
    let path = folder.path().join("content/services/tea-cake.yaml");
    assert!(dry.stdout.contains("new content/services/tea-cake.yaml") && !path.exists(), "{}", dry.stdout);
    let ran = fingerpost(folder.path(), &words);
    assert_eq!(ran.code, Some(1), "one record was left out: {}", ran.stderr);
    assert!(ran.stderr.contains("left out: t.csv: record 2 (8) name: the name is missing"), "{}", ran.stderr);
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains("name: Tea, cake\n") && text.contains("phone: \"01632 960123\"\n"), "{text}");
    assert!(!text.contains("checked"), "{text}");
}

#[test]
fn a_source_that_lost_much_changes_nothing() {
    let folder = sample();
    let record =
        |id: &str| format!("{{\"id\":\"{id}\",\"name\":\"Tea {id}\",\"description\":\"Tea.\",\"status\":\"active\"}}");
    let import = |records: &[&str], more: &[&str]| {
        let list = records.iter().map(|id| record(id)).collect::<Vec<_>>().join(",");
        fs::write(folder.path().join("list.json"), format!("[{list}]")).unwrap();
        let words = [&["import", "oruk", "list.json", "--area", "uk", "--org", "carers-line"], more].concat();
        fingerpost(folder.path(), &words)
    };
    let file = |id: &str| folder.path().join(format!("content/services/tea-{id}.yaml"));
    assert_eq!(import(&["one", "two"], &[]).code, Some(0));
    let refused = import(&["one", "three"], &[]);
    assert_eq!(refused.code, Some(5), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("1 of 2 services of `list` are gone, so nothing was written"),
        "{}",
        refused.stderr
    );
    assert!(file("two").exists() && !file("three").exists());
    assert_eq!(import(&["one", "three"], &["--max-deletions", "50%"]).code, Some(0));
    assert!(!file("two").exists() && file("three").exists());
}
