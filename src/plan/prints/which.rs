//! Turns what pages and the portal ask for into the shapes in which a page is printed.

use crate::catalog::{Catalog, DocIx, PageIx};
use crate::diag::{Place, Step};
use crate::model::{Edition, PrintShape};
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

/// Whether anything may be printed at all.
pub fn any(catalog: &Catalog) -> bool {
    let asks = |shapes: &Option<Vec<PrintShape>>| shapes.as_ref().is_some_and(|shapes| !shapes.is_empty());
    !catalog.portal.prints.is_empty()
        || !catalog.leaflets.is_empty()
        || catalog.documents.iter().any(|document| asks(&document.front.prints))
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
