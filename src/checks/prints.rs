//! Turns what pages ask for in print into findings where it cannot be made of them.

use crate::diag::{Code, Finding, Place, Step};
use crate::model::{Edition, PrintShape};
use crate::parse::Document;
use crate::plan::World;
use crate::plan::prints::edition_of;

/// P003 and P004: the shapes of every page, and the date that each print says.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    if !cfg!(feature = "prints") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for document in &world.catalog.documents {
        let own = document.front.prints.as_deref();
        for (position, shape) in own.into_iter().flatten().enumerate() {
            let at = Place::key(&document.path, [Step::from("prints"), position.into()]);
            findings.extend(other_edition(document, *shape).map(|finding| finding.at(at)));
        }
        let wished = own.unwrap_or(&world.catalog.portal.prints);
        let is_printed = wished.iter().any(|shape| edition_of(*shape) == document.edition);
        if is_printed && document.front.reviewed.is_none() {
            findings.push(undated(document));
        }
    }
    findings
}

/// A shape that belongs to the page's other edition.
fn other_edition(document: &Document, shape: PrintShape) -> Option<Finding> {
    if edition_of(shape) == document.edition {
        return None;
    }
    let name = shape.as_str();
    let (message, help) = match (document.edition, shape) {
        (Edition::Standard, _) => (
            format!("`{name}` is a print of an easy-read page, and this is not one"),
            "write `prints: [easy-read]` in the page's easy-read file instead".to_owned(),
        ),
        (Edition::EasyRead, PrintShape::Dl) => (
            "an easy-read page is not printed as `dl`: in panels of 100 mm a line of its large letters holds three words"
                .to_owned(),
            "write `prints: [easy-read]`, which is A4".to_owned(),
        ),
        (Edition::EasyRead, _) => (
            format!("an easy-read page is not printed as `{name}`: it has a shape of its own, with its pictures"),
            "write `prints: [easy-read]`".to_owned(),
        ),
    };
    Some(Finding::new(Code::PrintShape, message).help(help))
}

fn undated(document: &Document) -> Finding {
    let message = "this page is printed, and does not say when it was reviewed";
    let at = Place::key(&document.path, [Step::from("title")]);
    let help = "a print stays in a rack for years, so it says its date: write `reviewed:` with the day";
    Finding::new(Code::PrintUndated, message).at(at).help(help)
}
