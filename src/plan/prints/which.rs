//! Turns what pages and the portal ask for into the shapes in which a page is printed.

use crate::catalog::{Catalog, DocIx, PageIx};
use crate::config::Portal;
use crate::diag::{Place, Step};
use crate::model::{Edition, PrintShape};
use crate::parse::Document;
use crate::parse::records::Records;
use crate::resolve::{Resolved, TreeIx};

use super::edition_of;

/// What a document asks for, and where that is written: in its own `prints`, or else in the portal's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish<'a> {
    pub shapes: &'a [PrintShape],
    /// Whether the document says so itself.
    pub own: bool,
    pub place: Place,
}

/// The shapes that a document asks for.
pub fn wishes(catalog: &Catalog, doc: DocIx) -> Wish<'_> {
    let document = catalog.document(doc);
    match &document.front.prints {
        Some(shapes) => Wish { shapes, own: true, place: Place::key(&document.path, [Step::from("prints")]) },
        None => Wish {
            shapes: &catalog.portal.prints,
            own: false,
            place: Place::key(&"content/portal.yaml".into(), [Step::from("prints")]),
        },
    }
}

/// Whether any page may be printed by itself.
pub fn any(portal: Option<&Portal>, documents: &[Document]) -> bool {
    let asks = |shapes: &Option<Vec<PrintShape>>| shapes.as_ref().is_some_and(|shapes| !shapes.is_empty());
    let by_default = portal.is_some_and(|portal| !portal.prints.is_empty());
    by_default || documents.iter().any(|document| asks(&document.front.prints))
}

/// Whether a portal asks for any print, whether or not it can be made.
pub fn are_wished(catalog: &Catalog) -> bool {
    !catalog.leaflets.is_empty() || any(Some(&catalog.portal), &catalog.documents)
}

/// The same, before there is a catalog.
pub fn are_asked_for(records: &Records) -> bool {
    cfg!(feature = "prints") && (!records.leaflets.is_empty() || any(records.portal.as_ref(), &records.documents))
}

/// The shapes of a page in a tree, in the order of their worth, each once. There is none of a page that stands there in
/// another language or is not available; and the easy-read shape is that of an easy-read page alone.
pub fn shapes(catalog: &Catalog, resolved: &Resolved, (tree, page): (TreeIx, PageIx)) -> Vec<PrintShape> {
    let mut shapes = Vec::new();
    for edition in Edition::ALL {
        let own = resolved.tree(tree).language;
        let choice = resolved.choice(tree, page, edition).filter(|choice| choice.available && choice.language == own);
        let Some(choice) = choice else { continue };
        let wished = wishes(catalog, choice.doc).shapes;
        shapes.extend(wished.iter().copied().filter(|shape| edition_of(*shape) == edition));
    }
    shapes.sort_by_key(|shape| PrintShape::ALL.iter().position(|other| other == shape));
    shapes.dedup();
    shapes
}
