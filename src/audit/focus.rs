//! Turns an element into whether a keyboard gets to it.

use super::document::{Document, Id};

/// Whether the element can hold the focus, by its kind or its `tabindex`.
pub fn is_focusable(document: &Document, id: Id) -> bool {
    !is_disabled(document, id) && (tabindex(document, id).is_some() || is_control(document, id))
}

/// Whether the Tab key stops at the element, if it is shown.
pub fn is_in_order(document: &Document, id: Id) -> bool {
    is_focusable(document, id) && tabindex(document, id).is_none_or(|index| index >= 0)
}

pub fn tabindex(document: &Document, id: Id) -> Option<i64> {
    let text = document.attribute(id, "tabindex")?.trim_start();
    let end = text.char_indices().find(|&(at, c)| !(c.is_ascii_digit() || (at == 0 && matches!(c, '-' | '+'))));
    text[..end.map_or(text.len(), |(at, _)| at)].parse().map_or(None, Some)
}

/// Elements that browsers stop at by themselves.
fn is_control(document: &Document, id: Id) -> bool {
    let has = |name: &str| document.attribute(id, name).is_some();
    match document.tag(id) {
        "a" | "area" => has("href"),
        "button" | "select" | "textarea" | "iframe" => true,
        "input" => document.keyword(id, "type").as_deref() != Some("hidden"),
        "audio" | "video" => has("controls"),
        "summary" => is_own_summary(document, id),
        _ => matches!(document.keyword(id, "contenteditable").as_deref(), Some("" | "true" | "plaintext-only")),
    }
}

/// Whether a `summary` is the one of its `details`.
pub fn is_own_summary(document: &Document, id: Id) -> bool {
    let Some(parent) = document.parent(id) else { return false };
    document.tag(parent) == "details" && document.children(parent).find(|&id| document.tag(id) == "summary") == Some(id)
}

/// Whether a form's control is switched off, by itself or by its `fieldset`.
pub fn is_disabled(document: &Document, id: Id) -> bool {
    let has = |id: Id| document.attribute(id, "disabled").is_some();
    match document.tag(id) {
        "button" | "input" | "select" | "textarea" | "fieldset" | "option" | "optgroup" => {}
        _ => return false,
    }
    has(id)
        || document
            .ancestors(id)
            .any(|above| document.tag(above) == "fieldset" && has(above) && !is_in_first_legend(document, id, above))
}

fn is_in_first_legend(document: &Document, id: Id, fieldset: Id) -> bool {
    let legend = document.children(fieldset).find(|&id| document.tag(id) == "legend");
    legend.is_some_and(|legend| document.ancestors(id).any(|above| above == legend))
}
