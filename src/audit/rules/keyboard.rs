//! Turns what the Tab key stops at into faults where it stands in something that has no inside for screen readers.

use super::super::document::Id;
use super::super::focus;
use super::super::page::Page;
use super::super::read::read;
use super::{Fault, Found};

pub fn inside_leaves(page: &Page, found: &mut Found) {
    for id in page.html_and_svg().filter(|&id| page.is_visible(id)) {
        if page.role(id).is_some_and(|role| role.is("leaf")) {
            let inner = stop_inside(page, id);
            found.target(inner.map(|inner| {
                let message =
                    format!("{} stands in {}, where screen readers do not find it", page.label(inner), page.label(id));
                Fault::new(inner, message, "put it beside, not inside")
            }));
        }
    }
}

/// The first thing inside an element that the Tab key stops at. What has an inside of its own is looked at once.
fn stop_inside(page: &Page, id: Id) -> Option<Id> {
    page.document.inside(id).take(LONGEST).find(|&id| page.document.element(id).is_some() && page.is_in_focus_order(id))
}

/// How much of an element is looked at for each element around it.
const LONGEST: usize = 50_000;

pub fn inside_hidden(page: &Page, found: &mut Found) {
    for id in page.html() {
        if page.document.keyword(id, "aria-hidden").as_deref() != Some("true") {
            continue;
        }
        let own = Some(id).filter(|&id| page.is_in_focus_order(id));
        let stop = own.or_else(|| stop_inside(page, id));
        found.target(stop.map(|stop| {
            let message = format!("{} is hidden from screen readers, but the keyboard gets to it", page.label(stop));
            Fault::new(stop, message, "take `aria-hidden` out, or hide it from everybody with `hidden`")
        }));
    }
}

pub fn frames(page: &Page, found: &mut Found) {
    for id in page.tags("iframe").filter(|&id| page.is_visible(id)) {
        let Some(Ok(inner)) = page.document.attribute(id, "srcdoc").map(read) else { continue };
        let inner = Page::new(inner, &[]);
        if !inner.document.elements.iter().any(|&id| inner.is_in_focus_order(id)) {
            continue;
        }
        let is_out = focus::tabindex(&page.document, id).is_some_and(|index| index < 0);
        let help = "take `tabindex` out of the `iframe`";
        let fault = || Fault::new(id, "the keyboard does not get to what stands in the frame", help);
        found.target(is_out.then(fault));
    }
}
