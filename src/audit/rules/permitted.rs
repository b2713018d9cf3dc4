//! Turns `aria-` attributes into faults where they stand on an element that does not take them.

use super::super::aria::{self, Role};
use super::super::document::Id;
use super::super::page::Page;
use super::super::role::is_presentational;
use super::aria::attributes as own;
use super::{Fault, Found};

pub fn attributes(page: &Page, found: &mut Found) {
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id)) {
        for (name, _) in own(page, id) {
            let Some(property) = aria::property(name) else { continue };
            let takes = property.global || takes(page, id, name);
            let fault = (!takes).then(|| {
                let role = page.role(id).map_or_else(String::new, |role| format!(" in the role `{}`", role.name));
                let message = format!("{}{role} does not take `{name}`", page.label(id));
                Fault::new(id, message, "take it out, or give the element the role that it really has")
            });
            found.target(fault);
        }
    }
}

fn takes(page: &Page, id: Id, name: &str) -> bool {
    let by_role = |role: &str| aria::role(role).is_some_and(|role| role.takes(name));
    match (page.role(id), page.document.tag(id)) {
        (Some(role), _) => role.takes(name),
        // Elements without a role of the standard take what ARIA in HTML gives them.
        (None, "input") => by_role("textbox") || by_role("spinbutton") || by_role("button"),
        (None, "summary") => by_role("button"),
        (None, "audio" | "video" | "embed" | "object" | "iframe") => by_role("application"),
        (None, tag) => tag.is_empty() || tag.contains('-'),
    }
}

pub fn names(page: &Page, found: &mut Found) {
    const NAMES: [&str; 3] = ["aria-label", "aria-labelledby", "aria-braillelabel"];
    const KINDS: [&str; 2] = ["aria-roledescription", "aria-brailleroledescription"];
    for id in page.html_and_svg().filter(|&id| page.is_exposed(id)) {
        for (name, _) in own(page, id).filter(|(_, value)| !value.trim().is_empty()) {
            let is_barred = match page.role(id) {
                _ if !NAMES.contains(&name) && !KINDS.contains(&name) => continue,
                Some(role) if NAMES.contains(&name) => role.is("nameless"),
                Some(role) => is_nothing(role),
                None => false,
            };
            let message = || format!("{} is only text or a box: nobody hears its `{name}`", page.label(id));
            let help = "write the words in the text, or give the element a role that has a name";
            found.target(is_barred.then(|| Fault::new(id, message(), help)));
        }
    }
}

fn is_nothing(role: &Role) -> bool {
    role.name == "generic" || is_presentational(role)
}
