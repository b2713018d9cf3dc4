//! Turns the address that an author wrote into what the link names.

use super::report::quote;
use crate::diag::Code;
use crate::model::{PageId, ServiceId};
use crate::parse::content::LinkTarget;

/// Schemes that a link may have; all others are refused (an allow-list, since browsers invent new ones).
const SCHEMES: [&str; 5] = ["https", "http", "mailto", "tel", "sms"];

/// Why an address is refused: the finding's code, message and help.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub code: Code,
    pub message: String,
    pub help: String,
}

fn unsafe_link(message: String, help: &str) -> Refusal {
    Refusal { code: Code::UnsafeLink, message, help: help.to_owned() }
}

fn bad_form(message: String, help: impl Into<String>) -> Refusal {
    Refusal { code: Code::LinkForm, message, help: help.into() }
}

/// Reads an address; entities and backslashes of Markdown are already resolved. `file` holds the link.
///
/// # Errors
/// The address could run code, could lead elsewhere than it seems, or is not written in one of our forms.
pub fn target(address: &str, file: &str) -> Result<LinkTarget, Refusal> {
    if address.is_empty() {
        return Err(bad_form("the link has no address".to_owned(), "write it between the brackets: `[text](/money)`"));
    }
    // Most links are nothing but an id from the top.
    if let Some(id) = address.strip_prefix('/').filter(|id| is_plain(id) && !id.starts_with('/')) {
        return named(address, id, None);
    }
    refuse_disguise(address)?;
    if let Some(anchor) = address.strip_prefix('#') {
        return self::anchor(anchor).map(LinkTarget::Anchor);
    }
    if address.starts_with("//") {
        let help = "write the whole address, with `https:`; a page of this portal has one `/`";
        return Err(unsafe_link(format!("`{}` could lead to any website", quote(address)), help));
    }
    if let Some(path) = address.strip_prefix('/') {
        return self::path(address, path);
    }
    match scheme(address) {
        Some(scheme) => external(address, &scheme.to_ascii_lowercase()),
        None => Err(relative(address, file)),
    }
}

/// Beginnings of anchors that pages have of their own: footnotes, and what the layout leads to.
const OWN: [&str; 3] = ["fn-", "fnref-", "fp-"];

/// Whether `id` can be an anchor: lower-case letters, digits and single hyphens, and not one that pages have anyway.
pub fn is_anchor(id: &str) -> bool {
    crate::model::TopicId::new(id).is_ok() && id != "main" && !OWN.iter().any(|own| id.starts_with(own))
}

/// Browsers leave out white space and control characters and read `\` as `/`, so that an address with them
/// is not what it looks like (WHATWG URL, section 4.4).
fn refuse_disguise(address: &str) -> Result<(), Refusal> {
    let hidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\\' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    // Most addresses are ASCII that can be seen.
    let plain = address.bytes().take_while(|byte| byte.is_ascii_graphic() && *byte != b'\\').count();
    let Some(bad) = address[plain..].chars().find(|&c| hidden(c)) else { return Ok(()) };
    let what = match bad {
        '\\' => "a `\\`".to_owned(),
        ' ' => "a space".to_owned(),
        other => format!("an invisible character (U+{:04X})", u32::from(other)),
    };
    let help = "write the address without it; a space is `%20`, and folders are separated by `/`";
    Err(unsafe_link(format!("the address `{}` holds {what}", quote(address)), help))
}

fn anchor(id: &str) -> Result<Box<str>, Refusal> {
    if is_anchor(id) {
        return Ok(id.into());
    }
    let help = "an anchor is what stands in `{#...}` after a heading: lower-case letters, digits and hyphens";
    Err(bad_form(format!("`#{}` is not an anchor", quote(id)), help))
}

/// What the portal holds: `address` is `path` with its leading `/`.
fn path(address: &str, path: &str) -> Result<LinkTarget, Refusal> {
    let (path, anchor) = match path.split_once('#') {
        Some((path, id)) => (path, Some(anchor(id)?)),
        None => (path, None),
    };
    if path.contains('?') {
        let message = format!("the address `{}` holds a `?`", quote(address));
        return Err(bad_form(message, "pages of a portal have no questions in their addresses: leave it out"));
    }
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        let help = "write the page's id from the top: `/money/carers-allowance`";
        return Err(bad_form(format!("the address `{}` holds dots for folders", quote(address)), help));
    }
    if service_id(path).is_none() && path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        return file(path, anchor.as_deref());
    }
    named(address, path, anchor)
}

/// Whether no character means more than itself.
fn is_plain(path: &str) -> bool {
    path.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'/'))
}

/// The service that a path without a leading `/` can only mean.
fn service_id(path: &str) -> Option<&str> {
    path.strip_prefix("services/").filter(|id| !id.contains('/'))
}

/// The page or service of an id.
fn named(address: &str, path: &str, anchor: Option<Box<str>>) -> Result<LinkTarget, Refusal> {
    if path.is_empty() {
        return Ok(LinkTarget::Page(PageId::home(), anchor));
    }
    if let Some(id) = service_id(path) {
        return service(id, anchor.as_deref());
    }
    match PageId::new(path) {
        Ok(page) => Ok(LinkTarget::Page(page, anchor)),
        Err(_) if path.ends_with('/') => {
            let help = format!("leave out the last `/`: `/{}`", path.trim_end_matches('/'));
            Err(bad_form(format!("`{}` is not the id of a page", quote(address)), help))
        }
        Err(bad) => Err(bad_form(format!("`{}` names no page", quote(address)), bad.to_string())),
    }
}

fn service(id: &str, anchor: Option<&str>) -> Result<LinkTarget, Refusal> {
    if anchor.is_some() {
        let message = format!("the link to the service `{}` holds a `#`", quote(id));
        return Err(bad_form(message, format!("services have no anchors: write `/services/{}`", quote(id))));
    }
    let id = ServiceId::new(id)
        .map_err(|bad| bad_form(format!("`/services/{}` names no service", quote(id)), bad.to_string()))?;
    Ok(LinkTarget::Service(id))
}

fn file(path: &str, anchor: Option<&str>) -> Result<LinkTarget, Refusal> {
    if let Some(id) = page_id(path) {
        let message = format!("`/{}` is a file of text, not an address", quote(path));
        return Err(bad_form(message, format!("name the page by its id: `/{id}`")));
    }
    if anchor.is_some() || path.split('/').any(str::is_empty) {
        let message = format!("`/{}` is not the address of a file", quote(path));
        return Err(bad_form(message, "write its path below `static/`, without `#`: `/forms/claim.pdf`"));
    }
    Ok(LinkTarget::Static(format!("/{path}").into()))
}

/// The scheme, in whatever letters (RFC 3986, section 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    good.then_some(scheme)
}

fn external(address: &str, scheme: &str) -> Result<LinkTarget, Refusal> {
    if !SCHEMES.contains(&scheme) {
        let help = "links may begin with `https:`, `http:`, `mailto:`, `tel:` or `sms:`, or with `/` for a page";
        return Err(unsafe_link(format!("links that begin with `{}:` are not safe", quote(scheme)), help));
    }
    let rest = &address[scheme.len() + 1..];
    if !scheme.starts_with("http") {
        if rest.is_empty() {
            return Err(bad_form(format!("`{address}` names nobody"), "write whom to reach after the colon"));
        }
        return Ok(LinkTarget::External(address.into()));
    }
    let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match host {
        None | Some("") => {
            let help = "write it as your browser shows it: `https://www.example.org/page`";
            Err(bad_form(format!("`{}` is not a whole web address", quote(address)), help))
        }
        Some(host) if host.contains('@') => {
            let help = "leave out what stands before the `@`: it hides where the link leads";
            Err(unsafe_link(format!("the address `{}` holds a name before its website", quote(address)), help))
        }
        Some(_) => Ok(LinkTarget::External(address.into())),
    }
}

/// Says how to write an address that does not say where it begins.
fn relative(address: &str, file: &str) -> Refusal {
    let message = format!("the address `{}` does not say where it begins", quote(address));
    let help = if address.starts_with("www.") {
        format!("write `https://{}`", quote(address))
    } else if address.contains('@') {
        format!("write `mailto:{}`", quote(address))
    } else if address.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'(' | b')' | b'-')) {
        format!("for a phone number write `tel:{}`", quote(address))
    } else {
        match from_top(address, file) {
            Some(path) => format!("name it from the top: `{path}`"),
            None => "name a page by its id, from the top: `/money/carers-allowance`".to_owned(),
        }
    };
    bad_form(message, help)
}

/// The address from the top that a relative one in `content/pages/money/index.en.md` most likely means.
fn from_top(address: &str, file: &str) -> Option<String> {
    let (_, file) = file.rsplit_once("pages/")?;
    let mut folders: Vec<_> = file.split('/').collect();
    folders.pop();
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
    for segment in path.trim_end_matches('/').split('/') {
        match segment {
            "." => {}
            ".." => drop(folders.pop()?),
            segment => folders.push(segment),
        }
    }
    let path = folders.join("/");
    let path = page_id(&path).unwrap_or(path);
    let written = anchor.map_or_else(|| format!("/{path}"), |id| format!("/{path}#{id}"));
    target(&written, "").is_ok().then_some(written)
}

/// The id of the page whose Markdown file `path` is: `money/x` for `money/x.easy.en.md`.
fn page_id(path: &str) -> Option<String> {
    let path = path.strip_suffix(".md")?;
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let name = name.split('.').next().unwrap_or_default();
    let id = match (folder, name) {
        (folder, "index") if !folder.is_empty() => folder.to_owned(),
        ("", name) => name.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    };
    PageId::new(&id).is_ok().then_some(id)
}

/// Checks the file of an image: beside the Markdown file, or from the top of `static/`.
///
/// # Errors
/// The image lies on another website, outside the portal, or has no name.
pub fn image_file(address: &str) -> Result<Box<str>, Refusal> {
    let bad = |message: String, help: &str| Err(Refusal { code: Code::BadImage, message, help: help.to_owned() });
    let shown = quote(address);
    if address.starts_with("//") || scheme(address).is_some() {
        let help = "put the file beside this one and write its name: no page may load anything from elsewhere";
        return bad(format!("the image `{shown}` is not a file of this portal"), help);
    }
    let unclean = address.contains(|c: char| c.is_control() || matches!(c, '\\' | '?' | '#'));
    let path = address.strip_prefix('/').unwrap_or(address);
    if unclean || path.split('/').any(|segment| matches!(segment, "" | "." | "..")) {
        let help = "write the name of a file beside this one, `photo.jpg`, or of `static/`, `/photos/hall.jpg`";
        return bad(format!("`{shown}` is not the name of an image"), help);
    }
    Ok(address.into())
}
