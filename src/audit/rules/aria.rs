//! Turns roles and `aria-` attributes into faults where they say what the standard does not know.

use super::super::aria::{self, Property, Role};
use super::super::document::Id;
use super::super::focus;
use super::super::page::Page;
use super::super::role::is_presentational;
use super::{Fault, Found};
use crate::diag::nearest;

/// The `aria-` attributes of an element.
pub fn attributes(page: &Page, id: Id) -> impl Iterator<Item = (&str, &str)> {
    let own = page.document.element(id).into_iter().flat_map(|element| &element.attributes);
    own.filter(|(name, _)| name.starts_with("aria-")).map(|(name, value)| (&**name, value.as_str()))
}

pub fn defined(page: &Page, found: &mut Found) {
    for id in page.html_and_svg() {
        for (name, _) in attributes(page, id) {
            let fault = aria::property(name).is_none().then(|| {
                let help = match nearest(name, Property::names()) {
                    Some(near) => format!("write `{near}`, or take it out"),
                    None => "take it out: screen readers do not know it".to_owned(),
                };
                Fault::new(id, format!("there is no attribute `{name}`"), help)
            });
            found.target(fault);
        }
    }
}

pub fn roles(page: &Page, found: &mut Found) {
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id) && page.says(id, "role")) {
        let words = page.document.attribute(id, "role").unwrap_or_default();
        let fault = page.roles.written(id).is_none().then(|| {
            let help = match nearest(words.trim(), aria::names()) {
                Some(near) => format!("write `{near}`, or take `role` out"),
                None => "take it out, or name a role of WAI-ARIA".to_owned(),
            };
            Fault::new(id, format!("there is no role `{}`", words.trim()), help)
        });
        found.target(fault);
    }
}

pub fn values(page: &Page, found: &mut Found) {
    for id in page.html_and_svg() {
        for (name, value) in attributes(page, id).filter(|(_, value)| !value.is_empty()) {
            let Some(property) = aria::property(name) else { continue };
            let fault = if !property.allows(value) {
                let message = format!("`{name}` cannot be `{value}`");
                Some(Fault::new(id, message, format!("write {}", property.wanted())))
            } else if is_lost(page, id, name) {
                let message = format!("`{name}` names `{value}`, which is nowhere on the page");
                Some(Fault::new(id, message, "write the id of the element that it controls"))
            } else {
                None
            };
            found.target(fault);
        }
    }
}

/// Whether a role requires ids in an attribute, and none of them is on the page.
fn is_lost(page: &Page, id: Id, name: &str) -> bool {
    let is_required = name == "aria-controls" && page.role(id).is_some_and(|role| wants(page, id, role, name));
    is_required && page.document.referred(id, name).next().is_none()
}

/// Whether an element in this role must have an attribute.
fn wants(page: &Page, id: Id, role: &Role, attribute: &str) -> bool {
    let is_open = page.document.keyword(id, "aria-expanded").as_deref() == Some("true");
    let is_closed_box = role.name == "combobox" && attribute == "aria-controls" && !is_open;
    role.requires.split(' ').any(|required| required == attribute) && !is_closed_box
}

pub fn required(page: &Page, found: &mut Found) {
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id)) {
        let Some(role) = page.roles.written(id).filter(|role| page.role_name(id) == role.name) else { continue };
        if page.roles.implicit(&page.document, id) == Some(role.name) {
            continue;
        }
        // Older versions require `aria-selected`, and say what holds without it.
        if role.name == "option" {
            found.target(None);
        }
        let focusable = role.name == "separator" && focus::is_focusable(&page.document, id);
        let all = if focusable { "aria-valuenow" } else { role.requires };
        let mut missing = all.split_ascii_whitespace().filter(|&name| {
            (focusable || wants(page, id, role, name)) && !page.says(id, name) && !is_native(page, id, name)
        });
        if all.is_empty() {
            continue;
        }
        let fault = missing.next().map(|name| {
            let message = format!("{} has the role `{}` but no `{name}`", page.label(id), role.name);
            let help = format!("add `{name}`, or use the HTML element that is made for this");
            Fault::new(id, message, help)
        });
        found.target(fault);
    }
}

/// Whether HTML itself says what the attribute would.
fn is_native(page: &Page, id: Id, attribute: &str) -> bool {
    match (page.document.tag(id), attribute) {
        ("input", "aria-checked") => {
            matches!(page.document.keyword(id, "type").as_deref(), Some("checkbox" | "radio"))
        }
        ("input", "aria-valuenow") => {
            matches!(page.document.keyword(id, "type").as_deref(), Some("range" | "number"))
        }
        ("meter" | "progress", "aria-valuenow") => true,
        ("select", "aria-expanded" | "aria-controls") => true,
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", "aria-level") => true,
        _ => false,
    }
}

pub fn decoration(page: &Page, found: &mut Found) {
    for id in page.html_and_svg() {
        let is_marked = page.roles.written(id).is_some_and(is_presentational)
            || (page.document.tag(id) == "img"
                && page.document.attribute(id, "alt") == Some("")
                && page.roles.written(id).is_none());
        if !is_marked {
            continue;
        }
        let is_told = page.is_exposed(id) && !page.role(id).is_some_and(is_presentational);
        let message = || format!("{} is marked as decoration, but screen readers are told of it", page.label(id));
        let help = "take out what names it or makes it focusable, or do not mark it as decoration";
        found.target(is_told.then(|| Fault::new(id, message(), help)));
    }
}
