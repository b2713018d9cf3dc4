//! Turns a print into its address and into the name that its code is made from.

use crate::catalog::{Catalog, PageIx};
use crate::model::{PrintShape, Route};
use crate::resolve::{Resolved, TreeIx};

use super::compose::Found;
use super::edition_of;

/// The home page has no slug of its own.
const HOME: &str = "home";

/// Where a page's print lies: `leicestershire/en/money/benefits/benefits-a4.pdf`.
pub fn page_print(catalog: &Catalog, resolved: &Resolved, (tree, page): (TreeIx, PageIx), shape: PrintShape) -> Route {
    let path = catalog.paths.get(resolved.tree(tree).language, page);
    let slug = path.trim_end_matches('/').rsplit('/').next().filter(|slug| !slug.is_empty()).unwrap_or(HOME);
    let folder = resolved.route(tree).under(path).edition(edition_of(shape));
    folder.file(&format!("{slug}-{}.pdf", shape.as_str()))
}

/// What a print is, whatever it says: a changed slug or title leaves its code.
pub fn identity(catalog: &Catalog, resolved: &Resolved, (tree, page): (TreeIx, PageIx), shape: PrintShape) -> String {
    let tree = resolved.tree(tree);
    let place = &catalog.places.get(tree.place).id;
    format!("page {} {place} {} {}", catalog.pages.get(page).id, tree.language, shape.as_str())
}

/// Where a leaflet that is put together lies: `leicestershire/en/prints/where-to-start-a4.pdf`.
pub fn leaflet_print(resolved: &Resolved, found: &Found, shape: PrintShape) -> Route {
    resolved.route(found.tree).join("prints").file(&format!("{}-{}.pdf", found.id, shape.as_str()))
}

/// As `identity`. A bilingual leaflet is another than those in its languages.
pub fn leaflet_identity(catalog: &Catalog, resolved: &Resolved, found: &Found, shape: PrintShape) -> String {
    let place = &catalog.places.get(resolved.tree(found.tree).place).id;
    let languages = [Some(found.tree), found.other].into_iter().flatten();
    let languages: Vec<_> = languages.map(|tree| resolved.tree(tree).language.as_str().to_owned()).collect();
    format!("leaflet {} {place} {} {}", found.id, languages.join("+"), shape.as_str())
}
