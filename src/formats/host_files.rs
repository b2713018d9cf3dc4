//! Turns the promises about security and addresses into settings that common static hosts read.

use serde_json::json;

use super::Output;
use crate::model::Language;
use crate::plan::{Host, Reach, Redirect, World};

/// Nothing but the site's own files: no script from elsewhere, no inline style, no frame, no plug-in.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Sent with every page.
const HEADERS: [(&str, &str); 5] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "geolocation=(), camera=(), microphone=(), interest-cohort=()"),
];

/// Fingerprinted names never change their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// `_headers` and `_redirects` (Netlify, Cloudflare Pages), `.htaccess` (Apache), `staticwebapp.config.json` (Azure).
pub fn host_files(world: &World<'_>, host: &Host, redirects: &[&Redirect]) -> Vec<Output> {
    let moved: Vec<Moved> = redirects
        .iter()
        .map(|redirect| Moved {
            from: host.path(&host.inside(&redirect.from)),
            to: host.path(&host.inside(&redirect.to)),
            reach: redirect.reach,
        })
        .collect();
    let languages: Vec<&str> = world.catalog.languages(host.place).iter().map(Language::as_str).collect();
    let has_data = world.catalog.portal.open_data && host.place == world.catalog.places.root();
    let data = if has_data { OpenData::Published } else { OpenData::None };
    let file = |name: &str, text: String| Output { path: host.folder.file(name).path(), bytes: text.into_bytes() };
    vec![
        file("_headers", netlify_headers(host, data)),
        file("_redirects", netlify_redirects(host, data, (&moved, &languages))),
        file(".htaccess", apache(host, data, (&moved, &languages))),
        file("staticwebapp.config.json", azure(host, data, &moved)),
    ]
}

/// Whether open data lies on a host, which programs of other sites may read, by folders without a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenData {
    Published,
    None,
}

/// Its folder, from the host's front.
const OPEN_DATA: &str = "oruk/";

/// What lets programs of other sites read it.
const FOR_ALL: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// A former address, as paths from the host's root.
struct Moved {
    from: String,
    to: String,
    reach: Reach,
}

/// Everything may be read; search engines find the sitemap.
pub fn robots(host: &Host) -> Output {
    let sitemap = host.url(&host.folder.file("sitemap.xml"));
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    Output { path: host.folder.file("robots.txt").path(), bytes: text.into_bytes() }
}

fn root(host: &Host) -> String {
    host.path(&crate::model::Route::root())
}

fn netlify_headers(host: &Host, data: OpenData) -> String {
    let root = root(host);
    let mut text = format!("{root}*\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("{root}assets/*\n  Cache-Control: {FOREVER}\n"));
    if data == OpenData::Published {
        text.push_str(&format!("{root}{OPEN_DATA}*\n  {}: {}\n", FOR_ALL.0, FOR_ALL.1));
    }
    text
}

/// Former addresses, then the "not found" page of each language, below it and below every locality.
fn netlify_redirects(host: &Host, data: OpenData, (moved, languages): (&[Moved], &[&str])) -> String {
    let root = root(host);
    let mut text = String::new();
    if data == OpenData::Published {
        text.push_str(&format!("{root}{OPEN_DATA}* {root}{OPEN_DATA}:splat/index.json 200\n"));
    }
    for Moved { from, to, reach } in moved {
        text.push_str(&match reach {
            Reach::Page => format!("{from} {to} 301\n"),
            Reach::AllBelow => format!("{from}* {to}:splat 301\n"),
        });
    }
    for language in languages {
        text.push_str(&format!("{root}{language}/* {root}{language}/404.html 404\n"));
        text.push_str(&format!("{root}:place/{language}/* {root}{language}/404.html 404\n"));
    }
    text
}

fn apache(host: &Host, data: OpenData, (moved, languages): (&[Moved], &[&str])) -> String {
    let root = root(host);
    let index = if data == OpenData::Published { "index.html index.json" } else { "index.html" };
    let mut text = format!("DirectoryIndex {index}\nErrorDocument 404 {root}404.html\n<IfModule mod_headers.c>\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "<If \"%{{REQUEST_URI}} =~ m#^{root}assets/#\">\nHeader set Cache-Control \"{FOREVER}\"\n</If>\n"
    ));
    if data == OpenData::Published {
        let (name, value) = FOR_ALL;
        text.push_str(&format!(
            "<If \"%{{REQUEST_URI}} =~ m#^{root}{OPEN_DATA}#\">\nHeader set {name} \"{value}\"\n</If>\n"
        ));
    }
    text.push_str("</IfModule>\n");
    for Moved { from, to, reach } in moved {
        let from = from.replace('.', "\\.");
        text.push_str(&match reach {
            Reach::Page => format!("RedirectMatch 301 \"^{from}$\" \"{to}\"\n"),
            Reach::AllBelow => format!("RedirectMatch 301 \"^{from}(.*)$\" \"{to}$1\"\n"),
        });
    }
    for language in languages {
        let page = format!("ErrorDocument 404 {root}{language}/404.html");
        text.push_str(&format!("<If \"%{{REQUEST_URI}} =~ m#^{root}([^/]+/)?{language}/#\">\n{page}\n</If>\n"));
    }
    text
}

fn azure(host: &Host, data: OpenData, moved: &[Moved]) -> String {
    let root = root(host);
    let routes = moved.iter().map(|moved| json!({ "route": moved.from, "redirect": moved.to, "statusCode": 301 }));
    let assets = json!({ "route": format!("{root}assets/*"), "headers": { "Cache-Control": FOREVER } });
    let open = (data == OpenData::Published)
        .then(|| json!({ "route": format!("{root}{OPEN_DATA}*"), "headers": { FOR_ALL.0: FOR_ALL.1 } }));
    let headers: serde_json::Map<String, serde_json::Value> =
        HEADERS.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let settings = json!({
        "globalHeaders": headers,
        "routes": std::iter::once(assets).chain(open).chain(routes).collect::<Vec<_>>(),
        "responseOverrides": { "404": { "rewrite": format!("{root}404.html") } },
    });
    let mut text = serde_json::to_string_pretty(&settings).expect("settings are plain JSON");
    text.push('\n');
    text
}
