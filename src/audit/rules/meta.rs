//! Turns what a page says of itself as a whole into faults: title, language, zoom, reloading.

use super::super::document::Id;
use super::super::page::Page;
use super::super::tongue::tag;
use super::{Fault, Found};

pub fn title(page: &Page, found: &mut Found) {
    let Some(root) = page.document.page() else { return };
    let fault = match page.document.find(root, "title") {
        None => Some((root, "the page has no title")),
        Some(title) if page.document.all_text(title).trim().is_empty() => Some((title, "the page's title is empty")),
        Some(_) => None,
    };
    let help = "write in `<title>` what the page is about: it is what people hear first, and see in tabs";
    found.target(fault.map(|(at, message)| Fault::new(at, message, help)));
}

pub fn lang(page: &Page, found: &mut Found) {
    let Some(root) = page.document.page() else { return };
    let help = "write it in the first tag, such as `<html lang=\"en\">`, so that it is read out in the right voice";
    let fault = || Fault::new(root, "the page does not say which language it is in", help);
    found.target((!page.says(root, "lang")).then(fault));
}

pub fn valid_lang(page: &Page, found: &mut Found) {
    let Some(root) = page.document.page().filter(|&root| page.says(root, "lang")) else { return };
    let value = page.document.attribute(root, "lang").unwrap_or_default();
    found.target((!tag::is_valid(value)).then(|| wrong_tag(root, value)));
}

/// A `lang` that is no language.
pub fn wrong_tag(at: Id, value: &str) -> Fault {
    Fault::new(at, format!("`{value}` is not a language"), "use a tag like `en`, `cy` or `ur`")
}

pub fn refresh(page: &Page, found: &mut Found) {
    reload(page, found, |seconds| seconds == 0.0 || seconds > 72000.0);
}

pub fn refresh_at_all(page: &Page, found: &mut Found) {
    reload(page, found, |seconds| seconds == 0.0);
}

/// The first `meta` that makes a browser reload decides; those after it do nothing.
fn reload(page: &Page, found: &mut Found, may: impl Fn(f64) -> bool) {
    let is_refresh = |id: &Id| page.document.keyword(*id, "http-equiv").as_deref() == Some("refresh");
    let delay = |id: Id| Some((id, seconds(page.document.attribute(id, "content")?)?));
    if let Some((id, seconds)) = page.tags("meta").filter(is_refresh).find_map(delay) {
        let message = format!("the page reloads or leaves by itself after {seconds} seconds");
        let help = "take it out: people who read slowly lose their place";
        found.target((!may(seconds)).then(|| Fault::new(id, message, help)));
    }
}

/// The seconds of a `refresh`, by HTML's own algorithm; none where a browser would do nothing.
fn seconds(content: &str) -> Option<f64> {
    let content = content.trim_ascii_start();
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &content[digits..];
    let seconds = match &content[..digits] {
        "" if rest.starts_with('.') => 0.0,
        "" => return None,
        digits => digits.parse().unwrap_or(f64::MAX),
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let ends = rest.is_empty() || rest.starts_with(|c: char| matches!(c, ';' | ',') || c.is_ascii_whitespace());
    ends.then_some(seconds)
}

pub fn viewport(page: &Page, found: &mut Found) {
    for id in page.tags("meta").filter(|&id| page.document.keyword(id, "name").as_deref() == Some("viewport")) {
        let content = page.document.attribute(id, "content").unwrap_or_default().to_ascii_lowercase();
        let value = |name: &str| {
            let mut pairs = content.split([',', ';']).filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned())
        };
        let (scalable, most) = (value("user-scalable"), value("maximum-scale"));
        if scalable.is_none() && most.is_none() {
            continue;
        }
        let keeps = scalable.is_some_and(|value| !may_scale(&value)) || most.is_some_and(|value| largest(&value) < 2.0);
        let help = "take `user-scalable` and `maximum-scale` out of the `viewport`";
        found.target(keeps.then(|| Fault::new(id, "the page keeps people from enlarging it", help)));
    }
}

fn may_scale(value: &str) -> bool {
    match value.parse::<f64>() {
        Ok(number) => number.abs() >= 1.0,
        Err(_) => matches!(value, "yes" | "device-width" | "device-height"),
    }
}

/// How often a page may be enlarged. A negative number is dropped, a word is read as browsers do.
fn largest(value: &str) -> f64 {
    match (value.parse::<f64>(), value) {
        (Ok(number), _) if number < 0.0 => 10.0,
        (Ok(number), _) => number,
        (Err(_), "device-width" | "device-height") => 10.0,
        (Err(_), "yes") => 1.0,
        (Err(_), _) => 0.1,
    }
}
