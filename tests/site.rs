//! Turns the built sample portal into a list of what is broken in it: links, anchors and requests to others.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test that reads the site that it has built")]

#[path = "portal/small.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod small;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use scraper::node::Element;
use scraper::{Html, Node};

use self::small::Small;

/// The pages and other files of a site, by their paths with `/`; a page with what it says about itself.
type Site = BTreeMap<String, Page>;

/// What matters of one file for links; a file that is no page has nothing.
#[derive(Default)]
struct Page {
    ids: BTreeSet<String>,
    twice: Vec<String>,
    /// Where links and forms lead; any host will do.
    links: Vec<String>,
    /// What is fetched with the page, which must lie in the site.
    loads: Vec<String>,
    /// Inline scripts and styles, which a strict policy would stop.
    inline: Vec<String>,
}

fn build(portal: &Path, out: &Path) {
    let mut build = Command::cargo_bin("fingerpost").unwrap();
    build.arg("-C").arg(portal).args(["build", "--out"]).arg(out).assert().success();
}

#[test]
fn the_sample_site_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(Path::new(env!("CARGO_MANIFEST_DIR")), &out);
    let site = read(&out);
    assert!(site.keys().filter(|path| path.ends_with(".html")).count() > 50, "the sample has few pages");
    let problems = problems(&site);
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// A place with a `base_url` of its own lies in a folder that can be put on its host as it is.
#[test]
fn a_place_with_its_own_host_is_a_whole_site() {
    let folder = tempfile::tempdir().unwrap();
    let (portal, out) = (folder.path().join("portal"), folder.path().join("site"));
    Small::base()
        .with(
            "--- content/localities.yaml\n\
             - { id: england, kind: nation, gss: E92000001, name: { en: England, cy: Lloegr }, site: false }\n\
             - id: harborough\n  parent: england\n  kind: district\n  gss: E07000131\n  name: { en: Harborough }\n  \
             base_url: https://harborough.example\n  contact: { phone: 01632 960201 }\n",
        )
        .with("--- content/services/listening-line.yaml (changed)\n-area: [uk]\n+area: [england]\n")
        .with("--- content/portal.yaml (changed)\n-base_url: https://carers.example.org\n+base_url: https://carers.example.org/help\n")
        .with("--- content/pages/money.easy.en.md\n---\ntitle: Money\nowner: team\nreviewed: 2026-11-01\nreview_by: 2027-05-01\n---\n:::row picture=phone\nYou can phone us.\n:::\n")
        .with("--- content/pages/money.en.md (changed)\n-There is money for carers.\n+There is money for carers.\n+\n+![A telephone](phone.svg)\n")
        .with("--- content/pages/phone.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M1 1h6v6z\"/></svg>\n")
        .on_disk(&portal);
    build(&portal, &out);
    let (site, host) = (read(&out), read(&out.join("harborough")));
    assert!(host.len() > 20, "{:?}", host.keys());
    assert_eq!(problems(&host), [""; 0]);
    let text = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    assert!(text("harborough/robots.txt").ends_with("Sitemap: https://harborough.example/sitemap.xml\n"));
    assert!(!text("harborough/sitemap.xml").contains("https://carers.example.org/"));
    assert!(!text("sitemap.xml").contains("https://carers.example.org/help/harborough/"));
    let links = |site: &Site, path: &str| site[path].links.clone();
    let own = "https://harborough.example/en/".to_owned();
    let areas = "https://carers.example.org/help/en/areas/".to_owned();
    for page in ["en/index.html", "en/404.html"] {
        assert!(links(&host, page).contains(&areas), "{page}: {:?}", links(&host, page));
    }
    assert!(links(&site, "en/areas/index.html").contains(&own), "{:?}", links(&site, "en/areas/index.html"));
}

#[test]
fn broken_pages_are_seen() {
    let whole =
        "<a href=../>up</a> <a href=#here id=here>here</a> <img src=/logo.svg> <a href=mailto:a@b.example>mail</a>
        <a href=https://other.example/>other</a> <script type=application/ld+json>{}</script> <a href=./?q=1>q</a>";
    for (page, problem) in [
        (whole, ""),
        ("<a href=nowhere/>", "en/money/index.html: `nowhere/` leads to no file"),
        ("<a href=../../../en/>", "en/money/index.html: `../../../en/` leaves the site"),
        ("<a href=../#there>", "en/money/index.html: `../#there` leads to no anchor"),
        ("<p id=a><p id=a>", "en/money/index.html: the anchor `a` stands twice"),
        ("<img srcset='/logo.svg 1x, /big.svg 2x'>", "en/money/index.html: `/big.svg` leads to no file"),
        (
            "<img src=https://other.example/a.png>",
            "en/money/index.html: `https://other.example/a.png` is on another host",
        ),
        ("<p style='color:red'>", "en/money/index.html: holds inline `style`"),
        ("<script>a()</script>", "en/money/index.html: holds inline `script`"),
    ] {
        let files = [("en/money/index.html", page), ("en/index.html", ""), ("logo.svg", "")];
        let site = files.map(|(path, text)| (path.to_owned(), describe(path, text)));
        assert_eq!(problems(&Site::from(site)).join("\n"), problem, "{page}");
    }
}

fn read(folder: &Path) -> Site {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files
        .map(|file| {
            let path = file.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            let text = if path.ends_with(".html") { fs::read_to_string(&file).unwrap() } else { String::new() };
            let page = describe(&path, &text);
            (path, page)
        })
        .collect()
}

fn describe(path: &str, text: &str) -> Page {
    let mut page = Page::default();
    if path.ends_with(".html") {
        let html = Html::parse_document(text);
        let elements = html.tree.values().filter_map(Node::as_element);
        elements.for_each(|element| page.note(element));
    }
    page
}

impl Page {
    fn note(&mut self, element: &Element) {
        if let Some(id) = element.attr("id")
            && !self.ids.insert(id.to_owned())
        {
            self.twice.push(id.to_owned());
        }
        let addresses = ["href", "src", "action"].into_iter().filter_map(|name| element.attr(name));
        let leads = match element.name() {
            "a" | "form" => true,
            "link" => !element.attr("rel").is_some_and(|rel| ["stylesheet", "icon", "preload"].contains(&rel)),
            _ => false,
        };
        if leads { &mut self.links } else { &mut self.loads }.extend(addresses.map(str::to_owned));
        let choices = element.attr("srcset").into_iter().flat_map(|choices| choices.split(','));
        self.loads.extend(choices.filter_map(|choice| choice.split_whitespace().next()).map(str::to_owned));
        if element.name() == "style" || element.attr("style").is_some() {
            self.inline.push("style".to_owned());
        }
        let data = element.attr("type").is_some_and(|kind| kind.ends_with("json"));
        if element.name() == "script" && element.attr("src").is_none() && !data {
            self.inline.push("script".to_owned());
        }
    }
}

fn problems(site: &Site) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, page) in site {
        let twice = page.twice.iter().map(|id| format!("the anchor `{id}` stands twice"));
        let inline = page.inline.iter().map(|name| format!("holds inline `{name}`"));
        let links = page.links.iter().filter(|address| !elsewhere(address));
        let broken = links.chain(&page.loads).filter_map(|address| address_problem(site, path, address));
        problems.extend(twice.chain(inline).chain(broken).map(|problem| format!("{path}: {problem}")));
    }
    problems
}

/// Whether an address has a scheme or a host of its own.
fn elsewhere(address: &str) -> bool {
    address.contains(':') || address.starts_with("//")
}

/// What is wrong with an address that the page at `path` names.
fn address_problem(site: &Site, path: &str, address: &str) -> Option<String> {
    if elsewhere(address) {
        return Some(format!("`{address}` is on another host"));
    }
    let (route, fragment) = address.split_once('#').unwrap_or((address, ""));
    let route = route.split('?').next().unwrap_or(route);
    let Some(file) = resolve(path, route) else {
        return Some(format!("`{address}` leaves the site"));
    };
    match site.get(&file) {
        None => Some(format!("`{address}` leads to no file")),
        Some(page) if fragment.is_empty() || page.ids.contains(&decode(fragment)) => None,
        Some(_) => Some(format!("`{address}` leads to no anchor")),
    }
}

/// The file that `route` names on the page at `path`; none above the site's root.
fn resolve(path: &str, route: &str) -> Option<String> {
    if route.is_empty() {
        return Some(path.to_owned());
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut segments: Vec<&str> = if route.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    segments.retain(|segment| !segment.is_empty());
    for segment in route.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    if route.ends_with('/') || matches!(route.rsplit('/').next(), Some("." | "..")) {
        segments.push("index.html");
    }
    Some(decode(&segments.join("/")))
}

/// Undoes percent-encoding.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match digits.filter(|_| first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}
