//! Turns the files of a theme's `assets/` into files with fingerprinted names that refer to each other by them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Finding, Place};
use crate::load::{Source, SourceBody, fingerprint_of};

/// A file that pages or stylesheets refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// As the theme names it, under `assets/`: `site.css`.
    pub name: String,
    /// Where it is published, from the site's front page: `assets/site.1f2e3d4c.css`. A change of content is a change of
    /// name, so that browsers may keep it for ever.
    pub route_file: String,
    pub bytes: Arc<[u8]>,
}

/// The stylesheet that begins with the theme's colours.
pub const STYLESHEET: &str = "site.css";

/// Names each asset after its content. `sources` goes by the names under `assets/`; `head` is set before the stylesheet.
pub fn fingerprint(sources: &BTreeMap<String, &Source>, head: &str, findings: &mut Vec<Finding>) -> Vec<Asset> {
    let (styles, others): (Vec<_>, Vec<_>) = sources.iter().partition(|(name, _)| name.ends_with(".css"));
    let mut assets: Vec<Asset> = others.into_iter().map(|(name, source)| asset(name, bytes(source))).collect();
    for (name, source) in styles {
        let Some(text) = source.text() else {
            findings.push(unusable(source, format!("the stylesheet `{name}` is not UTF-8 text")));
            continue;
        };
        let css =
            rewrite_urls(&shorten(text), |url| resolve(url, &assets).map_err(|why| unusable(source, why)), findings);
        let css = if name == STYLESHEET { format!("{head}{css}") } else { css };
        assets.push(asset(name, css.into_bytes().into()));
    }
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    assets
}

fn bytes(source: &Source) -> Arc<[u8]> {
    match &source.body {
        SourceBody::Text(text) => text.as_bytes().into(),
        SourceBody::Bytes(bytes) => bytes.clone(),
        // Only files of `content/static/` stay on disk.
        SourceBody::OnDisk { .. } | SourceBody::Unread { .. } => Arc::default(),
    }
}

fn asset(name: &str, bytes: Arc<[u8]>) -> Asset {
    let print = fingerprint_of(&bytes);
    let folder = name.rfind('/').map_or(0, |slash| slash + 1);
    let route_file = match name[folder..].rfind('.') {
        Some(dot) if dot > 0 => format!("assets/{}.{print}{}", &name[..folder + dot], &name[folder + dot..]),
        _ => format!("assets/{name}.{print}"),
    };
    Asset { name: name.to_owned(), route_file, bytes }
}

fn unusable(source: &Source, why: String) -> Finding {
    Finding::new(Code::ThemeFile, why)
        .at(Place::file(&source.path))
        .help("a stylesheet may name pictures and fonts of the theme's own `assets/` folder, by their path there")
}

/// The published name of what `url(...)` names, relative to the folder `assets/`. Data addresses and anchors stay.
fn resolve(url: &str, assets: &[Asset]) -> Result<String, String> {
    if url.starts_with("data:") || url.starts_with('#') {
        return Ok(url.to_owned());
    }
    if url.contains("//") {
        return Err(format!("the stylesheet loads `{url}` from another site, which readers' pages never do"));
    }
    let name = url.trim_start_matches("./");
    let found = assets.iter().find(|asset| asset.name == name);
    let file = found.ok_or_else(|| format!("the stylesheet names `{url}`, but the theme has no such file"))?;
    Ok(file.route_file.trim_start_matches("assets/").to_owned())
}

/// Replaces the address in each `url(...)`.
fn rewrite_urls(css: &str, resolve: impl Fn(&str) -> Result<String, Finding>, findings: &mut Vec<Finding>) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let start = at + "url(".len();
        let Some(len) = rest[start..].find(')') else { break };
        let url = rest[start..start + len].trim().trim_matches(['"', '\'']);
        text.push_str(&rest[..start]);
        match resolve(url) {
            Ok(address) => text.push_str(&format!("\"{address}\"")),
            Err(finding) => findings.push(finding),
        }
        rest = &rest[start + len..];
    }
    text.push_str(rest);
    text
}

/// Drops comments, and white space where it separates nothing. What stands in quotes is copied.
fn shorten(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let len = match c {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let end = quoted_len(rest, c);
                short.push_str(&rest[..end]);
                end
            }
            c if c.is_ascii_whitespace() => {
                let run = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
                if !short.ends_with(['{', '}', ';', ',', ' ']) && !short.is_empty() {
                    short.push(' ');
                }
                run
            }
            '{' | '}' | ';' | ',' => {
                short.truncate(short.trim_end_matches(' ').len());
                if c == '}' && short.ends_with(';') {
                    short.pop();
                }
                short.push(c);
                1
            }
            c => {
                short.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[len..];
    }
    short.truncate(short.trim_end().len());
    short
}

/// The length of a quoted string with its quotes; a backslash takes the next character with it.
fn quoted_len(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Vec<(String, Source)> {
        files
            .iter()
            .map(|(name, text)| {
                let source = Source {
                    path: format!("themes/default/assets/{name}").into(),
                    body: SourceBody::Text((*text).into()),
                    hash: crate::load::Hash::of(text.as_bytes()),
                };
                ((*name).to_owned(), source)
            })
            .collect()
    }

    fn prints(files: &[(&str, &str)]) -> (Vec<Asset>, Vec<String>) {
        let sources = sources(files);
        let mut findings = Vec::new();
        let by_name = sources.iter().map(|(name, source)| (name.clone(), source)).collect();
        let assets = fingerprint(&by_name, ":root{--text:#000}", &mut findings);
        (assets, findings.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn a_name_follows_the_content_and_references_follow_the_name() {
        let (assets, findings) = prints(&[
            ("site.css", "/* a */\na { background: url('icons/go.svg') }\nb{mask:url(data:x)}\n"),
            ("icons/go.svg", "<svg/>"),
        ]);
        assert_eq!(findings, Vec::<String>::new());
        let [icon, css] = &assets[..] else { panic!("{assets:?}") };
        let print = fingerprint_of(b"<svg/>");
        assert_eq!(icon.route_file, format!("assets/icons/go.{print}.svg"));
        let text =
            format!(":root{{--text:#000}}a{{background: url(\"icons/go.{print}.svg\")}}b{{mask:url(\"data:x\")}}");
        assert_eq!(std::str::from_utf8(&css.bytes).unwrap(), text);
        assert_eq!(css.route_file, format!("assets/site.{}.css", fingerprint_of(text.as_bytes())));
    }

    #[test]
    fn a_stylesheet_names_only_files_of_the_theme() {
        let (_, findings) = prints(&[("site.css", "a{b:url(no.svg);c:url(https://x.example/y.woff2)}")]);
        assert_eq!(
            findings,
            [
                "the stylesheet names `no.svg`, but the theme has no such file",
                "the stylesheet loads `https://x.example/y.woff2` from another site, which readers' pages never do",
            ]
        );
    }

    #[test]
    fn css_is_shortened_without_changing_what_it_says() {
        for (css, short) in [
            ("a  :hover , b > c {\n  margin: 0 auto;\n}\n", "a :hover,b > c{margin: 0 auto}"),
            (
                "a::after { content: \" ( /* \" attr(href) \"\\\" ;  )\"; }",
                "a::after{content: \" ( /* \" attr(href) \"\\\" ;  )\"}",
            ),
            (
                "@media (min-width: 40em) and (x) { a { b: calc(1px + 2px) } }",
                "@media (min-width: 40em) and (x){a{b: calc(1px + 2px)}}",
            ),
        ] {
            assert_eq!(shorten(css), short);
        }
    }
}
