//! Turns a site of several places into a list of contacts that stand where they do not belong.

use super::tree::Tree;
use super::{pages, tree};

/// A place: its id, those it lies in, what only it and what lies in it may show, and its services' contacts, which the
/// places it lies in may list too.
struct Place {
    id: &'static str,
    above: &'static [&'static str],
    contact: &'static [&'static str],
    services: &'static [&'static str],
}

const PLACES: &[Place] = &[
    Place {
        id: "leicestershire",
        above: &[],
        contact: &["01632 960200", "help@leicestershire.example"],
        services: &[],
    },
    Place {
        id: "harborough",
        above: &["leicestershire"],
        contact: &["01632 960201", "help@harborough.example", "9 High Street", "shut this week"],
        services: &["01632 960211", "cafe@harborough.example"],
    },
    Place { id: "charnwood", above: &["leicestershire"], contact: &["01632 960202"], services: &[] },
    Place {
        id: "gwynedd",
        above: &[],
        contact: &["01632 960301", "help@gwynedd.example"],
        services: &["01632 960311", "caffi@gwynedd.example"],
    },
];

/// The place whose tree a file lies in; none for Everywhere.
fn place_of(path: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| path.split('/').next() == Some(place.id))
}

/// Whether a text holds a number or address, as it is shown or as it is dialled.
fn holds(text: &str, contact: &str) -> bool {
    let digits: String = contact.chars().filter(char::is_ascii_digit).collect();
    let dialled = digits.strip_prefix('0').map(|rest| format!("+44{rest}"));
    let spaced = contact.replace(' ', "\u{a0}");
    text.contains(contact)
        || text.contains(&spaced)
        || digits.len() > 9 && (text.contains(&digits) || dialled.is_some_and(|dialled| text.contains(&dialled)))
}

fn leaks(site: &Tree) -> Vec<String> {
    let mut leaks = Vec::new();
    for (path, bytes) in site {
        let text = String::from_utf8_lossy(bytes);
        let here = place_of(path);
        for owner in PLACES {
            let inside = here.is_some_and(|here| here.id == owner.id || here.above.contains(&owner.id));
            let above = here.is_none_or(|here| owner.above.contains(&here.id));
            let contact = owner.contact.iter().filter(|_| !inside);
            let services = owner.services.iter().filter(|_| !inside && !above);
            let found = contact.chain(services).filter(|contact| holds(&text, contact));
            leaks.extend(found.map(|contact| format!("{path} shows `{contact}` of {}", owner.id)));
        }
    }
    leaks
}

#[test]
fn no_contact_of_a_place_stands_in_another_places_files() {
    let site = pages::site();
    assert_eq!(leaks(&site), [""; 0]);
    for place in PLACES {
        let own = site.iter().filter(|(path, _)| place_of(path).is_some_and(|of| of.id == place.id));
        let texts: Vec<_> = own.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        for contact in place.contact.iter().chain(place.services) {
            assert!(texts.iter().any(|text| holds(text, contact)), "{} never shows `{contact}`", place.id);
        }
    }
}

#[test]
fn a_leak_is_seen() {
    let site = |path: &str, text: &str| Tree::from([(path.to_owned(), text.as_bytes().to_vec())]);
    assert_eq!(leaks(&site("charnwood/en/index.html", "tel:+441632960201")).len(), 1);
    assert_eq!(leaks(&site("en/index.html", "help@gwynedd.example")).len(), 1);
    assert_eq!(leaks(&site("gwynedd/cy/index.html", "01632\u{a0}960211")).len(), 1);
    assert_eq!(leaks(&site("harborough/en/index.html", "01632 960200")).len(), 0);
    assert_eq!(leaks(&site("leicestershire/en/services/index.html", "01632 960211")).len(), 0);
    assert_eq!(tree::differences(&Tree::new(), &Tree::new()), [""; 0]);
}
