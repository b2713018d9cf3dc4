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
    let mut files = schemas::on_disk(Path::new(env!("CARGO_MANIFEST_DIR")));
    // What comes back from a feed of one language has no twin in the other.
    let settings = files.get_mut("content/portal.yaml").unwrap();
    *settings = String::from_utf8_lossy(settings).replace("\nparity:", "\n# parity:").into_bytes();
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
    for language in ["en", "cy"] {
        ran(folder.path(), &["export", "oruk", "--lang", language, "--out", language]);
        let list: Value = serde_json::from_str(
            &fs::read_to_string(folder.path().join(language).join("services/index.json")).unwrap(),
        )
        .unwrap();
        assert_eq!((&list["total_pages"], &list["total_items"]), (&1.into(), &list["size"]), "{language}");
        if let Some(standard) = standard() {
            let (judged, wrong) = wrong(&folder.path().join(language), &standard);
            assert!(judged > 80 && wrong.is_empty(), "{judged} records; {}", wrong.join("\n"));
        }
    }
    let again = fingerpost(folder.path(), &["export", "oruk", "--out", "en"]);
    assert_eq!(again.code, Some(5), "nothing is written over: {}", again.stderr);
}

#[test]
fn the_sample_comes_back_from_its_own_feed() {
    let folder = sample();
    let lines = ran(folder.path(), &["export", "oruk"]).stdout;
    fs::write(folder.path().join("feed.ndjson"), &lines).unwrap();
    fs::remove_dir_all(folder.path().join("content/services")).unwrap();
    let back = ran(folder.path(), &["import", "oruk", "feed.ndjson"]);
    assert!(back.stderr.contains("left out: 0"), "{}", back.stderr);
    let services = fs::read_dir(folder.path().join("content/services")).unwrap().count();
    assert_eq!(services, lines.lines().count());
    assert!(services > 20, "{services}");
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
