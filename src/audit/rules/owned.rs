//! Turns what stands in what into faults: a list without its items, an item without its list.

use std::collections::HashMap;

use super::super::aria::Role;
use super::super::document::Id;
use super::super::page::Page;
use super::super::role::is_presentational;
use super::aria::attributes;
use super::{Fault, Found};

/// Who owns whom by `aria-owns`: the first that says so does.
fn claims(page: &Page) -> HashMap<Id, Id> {
    let mut claims = HashMap::new();
    for id in page.html_and_svg().filter(|&id| page.says(id, "aria-owns")) {
        for owned in page.document.referred(id, "aria-owns") {
            claims.entry(owned).or_insert(id);
        }
    }
    claims
}

/// An element that is as if it were not there: what it holds belongs to what holds it.
fn is_nothing(page: &Page, id: Id) -> bool {
    match page.role(id) {
        None => true,
        Some(role) if is_presentational(role) => true,
        Some(role) => {
            let is_said = attributes(page, id).any(|(_, value)| !value.trim().is_empty());
            matches!(role.name, "generic") && !is_said
        }
    }
}

/// The elements that one owns, with what has no role looked through.
fn owned(page: &Page, id: Id, claims: &HashMap<Id, Id>) -> Vec<Id> {
    let mut found = Vec::new();
    let mut todo: Vec<Id> = children(page, id, claims);
    let mut steps = 0;
    while let Some(id) = todo.pop() {
        steps += 1;
        if steps > LONGEST {
            break;
        }
        if is_nothing(page, id) {
            todo.extend(children(page, id, claims));
        } else {
            found.push(id);
        }
    }
    found
}

/// How much of an element is looked through.
const LONGEST: usize = 50_000;

fn children(page: &Page, id: Id, claims: &HashMap<Id, Id>) -> Vec<Id> {
    let own = page.document.children(id).filter(|child| claims.get(child).is_none_or(|owner| *owner == id));
    let claimed = page.document.referred(id, "aria-owns").filter(|owned| claims.get(owned) == Some(&id));
    own.chain(claimed).filter(|&id| page.document.element(id).is_some() && page.is_exposed(id)).collect()
}

pub fn elements(page: &Page, found: &mut Found) {
    let claims = claims(page);
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id)) {
        let Some(role) = page.role(id).filter(|role| !role.owns.is_empty()) else { continue };
        let is_busy = |id: Id| page.document.keyword(id, "aria-busy").as_deref() == Some("true");
        if !page.document.line(id).any(is_busy) {
            found.target(wrong_content(page, (id, role), &claims));
        }
    }
}

fn may_own(role: &Role, inner: &str) -> bool {
    let is_named = role.owns.split(' ').any(|one| one == inner);
    let is_beside = matches!((role.name, inner), ("table" | "grid" | "treegrid", "caption"))
        || matches!((role.name, inner), ("menu" | "menubar" | "listbox", "separator"));
    is_named || is_beside
}

fn wrong_content(page: &Page, (id, role): (Id, &Role), claims: &HashMap<Id, Id>) -> Option<Fault> {
    let inner = owned(page, id, claims);
    let wanted = role.owns.replace(' ', "`, `");
    if let Some(&stranger) = inner.iter().rev().find(|&&inner| !may_own(role, page.role_name(inner))) {
        let what = page.role_name(stranger);
        let message = format!("{} is a `{}` but holds a `{what}`", page.label(id), role.name);
        return Some(Fault::new(stranger, message, format!("put only these into it: `{wanted}`")));
    }
    if let Some(fault) = inner.iter().find_map(|&inner| wrong_group(page, (id, role), inner, claims)) {
        return Some(fault);
    }
    let holds_something =
        page.document.children(id).any(|id| page.document.element(id).is_some() && page.is_exposed(id));
    let is_empty = inner.is_empty() && holds_something;
    is_empty.then(|| {
        let message = format!("{} is a `{}` but holds none of `{wanted}`", page.label(id), role.name);
        Fault::new(id, message, "put them in, or take the role out")
    })
}

/// A group in a menu, tree or listbox may hold only what these hold.
fn wrong_group(page: &Page, (id, role): (Id, &Role), group: Id, claims: &HashMap<Id, Id>) -> Option<Fault> {
    let mut todo = vec![group];
    let mut steps = 0;
    while let Some(group) = todo.pop() {
        steps += 1;
        if page.role_name(group) != "group" || steps > LONGEST {
            continue;
        }
        for inner in owned(page, group, claims) {
            if !may_own(role, page.role_name(inner)) {
                let what = page.role_name(inner);
                let message = format!("{} is a `{}` but a group in it holds a `{what}`", page.label(id), role.name);
                return Some(Fault::new(inner, message, "put only entries of the same kind into the group"));
            }
            todo.push(inner);
        }
    }
    None
}

pub fn contexts(page: &Page, found: &mut Found) {
    let claims = claims(page);
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id)) {
        let Some(role) = page.roles.written(id).filter(|role| !role.context.is_empty()) else { continue };
        if page.roles.implicit(&page.document, id) == Some(role.name) {
            continue;
        }
        let owner = owner(page, id, &claims).map_or("", |id| page.role_name(id));
        let is_there = role.context.split(' ').any(|one| one == owner);
        found.target((!is_there).then(|| {
            let wanted = role.context.replace(' ', "` or `");
            let message = format!("{} is a `{}`, but stands in no `{wanted}`", page.label(id), role.name);
            Fault::new(id, message, "put it into one, or take the role out")
        }));
    }
}

/// The closest element with a role that holds this one, or that claims it or what it stands in.
fn owner(page: &Page, id: Id, claims: &HashMap<Id, Id>) -> Option<Id> {
    let mut at = id;
    for _ in 0..1000 {
        at = claims.get(&at).copied().or_else(|| page.document.parent(at))?;
        page.document.element(at)?;
        if !is_nothing(page, at) {
            return Some(at);
        }
    }
    None
}
