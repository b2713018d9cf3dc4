//! Turns the `autocomplete` of fields into faults where browsers would not know what it means.

use super::super::document::Id;
use super::super::focus;
use super::super::page::Page;
use super::{Fault, Found};

/// What a field may be for (HTML, "Autofill detail tokens").
const PURPOSES: &str = "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username \
    new-password current-password one-time-code organization-title organization street-address address-line1 \
    address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country country-name \
    postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year \
    cc-csc cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo";

/// Those that may be one's own, or of work.
const CONTACTS: &str = "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix \
    tel-extension email impp";

fn has(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|one| one == word)
}

pub fn autocomplete(page: &Page, found: &mut Found) {
    for id in page.html().filter(|&id| is_asked(page, id)) {
        let value = page.document.attribute(id, "autocomplete").unwrap_or_default();
        let fault = (!is_valid(value)).then(|| {
            let message = format!("`autocomplete=\"{value}\"` says nothing that browsers know");
            Fault::new(
                id,
                message,
                "write a word of HTML such as `email`, `tel`, `name` or `postal-code`, or take it out",
            )
        });
        found.target(fault);
    }
}

fn is_asked(page: &Page, id: Id) -> bool {
    let document = &page.document;
    let kind = document.keyword(id, "type").unwrap_or_default();
    let value = document.keyword(id, "autocomplete").unwrap_or_default();
    let is_field = match document.tag(id) {
        "input" => !matches!(kind.as_str(), "hidden" | "button" | "submit" | "reset"),
        "select" | "textarea" => true,
        _ => false,
    };
    let is_off = focus::is_disabled(document, id)
        || document.line(id).any(|id| document.keyword(id, "aria-disabled").as_deref() == Some("true"));
    let is_used = page.is_in_focus_order(id) || page.role(id).is_none_or(|role| role.is("widget"));
    let is_there = page.is_visible(id) || page.is_exposed(id);
    is_field && !matches!(value.as_str(), "" | "on" | "off") && !is_off && is_used && is_there
}

fn is_valid(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let mut words = lower.split_ascii_whitespace().peekable();
    words.next_if(|word| word.starts_with("section-"));
    words.next_if(|word| matches!(*word, "shipping" | "billing"));
    let is_contact = words.next_if(|word| matches!(*word, "home" | "work" | "mobile" | "fax" | "pager")).is_some();
    let purpose = words.next().is_some_and(|word| has(CONTACTS, word) || (!is_contact && has(PURPOSES, word)));
    words.next_if_eq(&"webauthn");
    purpose && words.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_must_come_in_order() {
        for value in
            ["email", "work Email", "section-a billing address-line1", "shipping home tel", "username webauthn"]
        {
            assert!(is_valid(value), "{value}");
        }
        for value in ["work photo", "work shipping email", "email work", "work", "e-mail", "section-a", "email, tel"] {
            assert!(!is_valid(value), "{value}");
        }
    }
}
