//! Turns the built sample portal into proof that each place shows its own contacts, that threads change nothing, and that
//! its pages are light.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the site that it has built")]
#![allow(clippy::disallowed_macros, reason = "a test that says what it has measured")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

use assert_cmd::Command;

/// The files of a site by their paths with `/`.
type Site = BTreeMap<String, Vec<u8>>;

/// A place of the sample: where it lies, and what nobody outside it may show.
struct Place {
    id: String,
    parent: Option<String>,
    contact: Vec<String>,
}

#[test]
fn no_place_shows_the_contact_of_another() {
    let site = build(&[]);
    let places = places();
    assert!(places.iter().filter(|place| !place.contact.is_empty()).count() > 5, "the sample has few contacts");
    let leaks = leaks(&places, &site);
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
}

#[test]
fn a_leak_is_seen() {
    let places = places();
    let page = |path: &str, text: &str| Site::from([(path.to_owned(), text.as_bytes().to_vec())]);
    let own = page("hartlepool/en/index.html", "<a href=\"tel:+441632960300\">01632 960300</a>");
    assert_eq!(leaks(&places, &own), [""; 0]);
    let others = page("hartlepool/en/index.html", "<a href=\"tel:+441632960200\">call</a>");
    assert_eq!(leaks(&places, &others), ["hartlepool/en/index.html shows `+441632960200` of leicestershire"]);
    let listed = page(PRINTS, "{\"prints\":[{\"code\":\"1\",\"locality\":\"fife\",\"said\":\"01632 960300\"}]}");
    assert_eq!(leaks(&places, &listed), ["fife/1 in print/prints.json shows `01632 960300` of hartlepool"]);
    let below = page("leicestershire/en/index.html", "write to carers@harborough.example");
    assert_eq!(
        leaks(&places, &below),
        ["leicestershire/en/index.html shows `carers@harborough.example` of harborough"]
    );
}

#[test]
fn one_thread_and_two_build_the_same_sample() {
    let (one, two) = (build(&["--jobs", "1"]), build(&["--jobs", "2"]));
    assert!(one.keys().eq(two.keys()), "the sites have other files");
    let differing: Vec<&String> =
        one.iter().filter(|(path, bytes)| two[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

/// What a reader's first visit brings, in bytes as they travel.
#[derive(Default)]
struct Visit {
    html: usize,
    css: usize,
    script: usize,
    /// The script of the search, which its page alone brings.
    search: usize,
    images: usize,
}

impl Visit {
    fn of(html: &str, weights: &BTreeMap<&str, usize>) -> Self {
        let weigh = |address: &str| {
            let path = address.strip_prefix('/').unwrap_or(address);
            *weights.get(path).unwrap_or_else(|| panic!("`{address}` is not there"))
        };
        let mut visit = Self { html: travels(html.as_bytes()), ..Self::default() };
        for script in attributes(html, "script", "src") {
            let is_search = script.contains("/search.");
            *if is_search { &mut visit.search } else { &mut visit.script } += weigh(script);
        }
        visit.css = attributes(html, "link", "href").filter(|href| href.ends_with(".css")).map(weigh).sum();
        let images: BTreeSet<&str> = attributes(html, "img", "src").collect();
        visit.images = images.into_iter().map(weigh).sum();
        visit
    }

    fn all(&self) -> usize {
        self.html + self.css + self.script + self.images
    }
}

#[test]
fn a_first_visit_is_light() {
    let site = build(&[]);
    let assets = site.iter().filter(|(path, _)| path.starts_with("assets/"));
    let weights = assets.map(|(path, bytes)| {
        let is_packed = [".png", ".jpg", ".webp"].iter().any(|ending| path.ends_with(ending));
        (path.as_str(), if is_packed { bytes.len() } else { travels(bytes) })
    });
    let weights: BTreeMap<&str, usize> = weights.collect();
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    let visits: Vec<(&str, Visit)> =
        pages.map(|(path, bytes)| (path.as_str(), Visit::of(std::str::from_utf8(bytes).unwrap(), &weights))).collect();
    assert!(visits.len() > 5_000, "the sample has few pages");
    let is_easy = |path: &str| path.ends_with("/easy-read/index.html");
    let heaviest = |what: &str, least: usize, most: usize, of: &dyn Fn(&str, &Visit) -> usize| {
        let (page, bytes) =
            visits.iter().map(|(path, visit)| (*path, of(path, visit))).max_by_key(|(_, bytes)| *bytes).unwrap();
        println!("{what}: {bytes} bytes of {most}, {page}");
        assert!((least..most).contains(&bytes), "{what}: {bytes} bytes, {page}");
    };
    heaviest("page", 10_000, 60_000, &|path, visit| if is_easy(path) { 0 } else { visit.all() });
    heaviest("easy-read page", 10_000, 120_000, &|path, visit| if is_easy(path) { visit.all() } else { 0 });
    heaviest("stylesheets", 1_000, 10_000, &|_, visit| visit.css);
    heaviest("scripts", 500, 5_000, &|_, visit| visit.script);
    heaviest("script of the search", 1_000, 15_000, &|_, visit| visit.search);
    assert!(visits.iter().all(|(path, visit)| visit.search == 0 || path.ends_with("/search/index.html")));
}

/// As most hosts compress it.
fn travels(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// The values of an attribute of all elements of a kind.
fn attributes<'a>(html: &'a str, tag: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let start = format!("<{tag} ");
    let elements: Vec<&str> = html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('>').next()).collect();
    elements.into_iter().filter_map(move |element| {
        let value = element.split(&format!("{name}=")).nth(1)?;
        let quoted = value.strip_prefix('"').and_then(|value| value.split('"').next());
        quoted.or_else(|| value.split_whitespace().next())
    })
}

fn build(options: &[&str]) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut command = Command::cargo_bin("fingerpost").unwrap();
    command.args(["-C", env!("CARGO_MANIFEST_DIR"), "build", "--out"]).arg(&out).args(options).assert().success();
    let entries = walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files
        .map(|file| {
            let path = file.strip_prefix(&out).unwrap().to_str().unwrap().replace('\\', "/");
            (path, fs::read(&file).unwrap())
        })
        .collect()
}

fn places() -> Vec<Place> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/localities.yaml");
    let list: Vec<serde_yaml::Value> = serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    list.iter()
        .map(|place| {
            let text = |value: &serde_yaml::Value| value.as_str().map(str::to_owned);
            let phone = text(&place["contact"]["phone"]);
            let dialled = phone.as_ref().map(|phone| format!("+44{}", phone[1..].replace(' ', "")));
            let contact = [phone, dialled, text(&place["contact"]["email"])].into_iter().flatten().collect();
            Place { id: text(&place["id"]).unwrap(), parent: text(&place["parent"]), contact }
        })
        .collect()
}

/// Contacts in files of places that do not lie in their owner; the pages for everywhere belong to no place.
fn leaks(places: &[Place], site: &Site) -> Vec<String> {
    let mut leaks = Vec::new();
    let texts = site.iter().flat_map(|(path, bytes)| match path.as_str() {
        PRINTS => of_prints(bytes),
        _ => vec![(path.clone(), String::from_utf8_lossy(bytes).into_owned())],
    });
    for (path, text) in texts {
        let here = folder(&path, &text).filter(|first| places.iter().any(|place| place.id == *first));
        for owner in places.iter().filter(|owner| !here.is_some_and(|here| lies_in(places, here, &owner.id))) {
            let shown = owner.contact.iter().filter(|contact| text.contains(contact.as_str()));
            leaks.extend(shown.map(|contact| format!("{path} shows `{contact}` of {}", owner.id)));
        }
    }
    leaks
}

/// The list of all prints, for programs.
const PRINTS: &str = "print/prints.json";

/// What the list says of each print, as a file of the place that the print is for.
fn of_prints(bytes: &[u8]) -> Vec<(String, String)> {
    let list: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let each = list["prints"].as_array().unwrap().iter();
    each.map(|print| {
        let part = |key: &str| print[key].as_str().unwrap_or_default();
        (format!("{}/{} in {PRINTS}", part("locality"), part("code")), print.to_string())
    })
    .collect()
}

/// The folder of a place that a file is of. The short address of a print leads first to the place that the print is for.
fn folder<'a>(path: &'a str, text: &'a str) -> Option<&'a str> {
    match path.strip_prefix("print/") {
        Some(_) => text.split_once("href=../../")?.1.split('/').next(),
        None => path.split('/').next(),
    }
}

fn lies_in(places: &[Place], inner: &str, outer: &str) -> bool {
    let parent = |id: &str| places.iter().find(|place| place.id == id)?.parent.clone();
    std::iter::successors(Some(inner.to_owned()), |id| parent(id)).any(|id| id == outer)
}
