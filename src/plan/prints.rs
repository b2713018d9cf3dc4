//! Turns pages and the shapes they ask for into prints: which exist, each with its code and its address.
//!
//! A print is composed in two steps. `Draft` is what its pages say; `finish` adds what stands on every print (the
//! publisher, contact, short address, the panel of other formats, the control line) and gives a `Leaflet`: all that is
//! printed, as plain data, from which alone the PDF is made.

mod address;
mod blocks;
mod code;
mod finish;
mod leaflet;
mod page;
mod which;

use std::collections::BTreeMap;

use super::World;
use crate::catalog::{Catalog, PageIx};
use crate::load::Hash;
use crate::model::{Edition, PrintShape, Route};
use crate::resolve::{Resolved, TreeIx};

pub use blocks::{Composer, contact_block, hard_words, page_blocks, services_block};
pub use code::PrintCode;
pub use finish::{finish, typed};
pub use leaflet::{
    Address, At, Block, BlockKind, BoxKind, Card, Contact, Draft, DraftText, Formats, Inline, Inlines, Leaflet, Note,
    Picture, Row, Steps, Text, Version, Words, plain,
};
pub use page::page_draft;
pub use which::{Wish, wishes};

/// One print: a shape of a page, or of a composed leaflet, in one tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    pub code: PrintCode,
    pub tree: TreeIx,
    pub source: PrintSource,
    pub shape: PrintShape,
    /// Where the PDF lies, from the site's front.
    pub route: Route,
}

/// What a print is made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintSource {
    /// A page: in the easy-read edition for that shape, in the standard one for the others.
    Page(PageIx),
}

impl Print {
    /// Which edition of its page a print shows.
    pub fn edition(&self) -> Edition {
        edition_of(self.shape)
    }

    /// The copy of a booklet that is ready for an office printer, beside the one for reading.
    pub fn booklet(&self) -> Option<Route> {
        let stem = self.route.as_str().strip_suffix(".pdf")?;
        (self.shape == PrintShape::A5).then(|| Route::root().under(&format!("{stem}-booklet.pdf")))
    }
}

/// The edition that a shape is made from.
pub fn edition_of(shape: PrintShape) -> Edition {
    if shape == PrintShape::EasyRead { Edition::EasyRead } else { Edition::Standard }
}

/// All prints of a portal, in the order of trees, pages and shapes. Their codes differ.
#[derive(Debug, Default)]
pub struct Prints {
    list: Vec<Print>,
    by_page: BTreeMap<(TreeIx, PageIx), Vec<usize>>,
}

impl Prints {
    /// Finds the prints of every tree. It is quick where no page asks for one.
    pub fn build(catalog: &Catalog, resolved: &Resolved) -> Self {
        let mut prints = Self::default();
        if !cfg!(feature = "prints") || !which::any(catalog) {
            return prints;
        }
        let mut codes = code::Codes::default();
        for tree in resolved.all() {
            for page in catalog.pages.all() {
                for shape in which::shapes(catalog, resolved, (tree, page)) {
                    let route = address::page_print(catalog, resolved, (tree, page), shape);
                    let code = codes.take(&address::identity(catalog, resolved, (tree, page), shape));
                    let source = PrintSource::Page(page);
                    prints.by_page.entry((tree, page)).or_default().push(prints.list.len());
                    prints.list.push(Print { code, tree, source, shape, route });
                }
            }
        }
        prints
    }

    pub fn all(&self) -> &[Print] {
        &self.list
    }

    /// The prints of a page in a tree, in both editions.
    pub fn of_page(&self, tree: TreeIx, page: PageIx) -> impl Iterator<Item = &Print> {
        self.by_page.get(&(tree, page)).into_iter().flatten().map(|&at| &self.list[at])
    }
}

/// Where `/print/<code>/` of a print lies, from the site's front: on the host of its place.
pub fn code_route(world: &World<'_>, print: &Print) -> Route {
    let host = world.hosts.of(world.tree(print.tree).place);
    host.folder.join("print").join(print.code.as_str())
}

/// Composes a print. It is the same for the same version.
pub fn leaflet(world: &World<'_>, print: &Print) -> Leaflet {
    let draft = match print.source {
        PrintSource::Page(page) => page_draft(world, print, page),
    };
    finish(world, print, draft)
}

/// What is known of a PDF once it is made: what lists of prints say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Printed {
    /// A hash of all that the PDF was made from. With the same one it is not made again.
    pub key: Hash,
    pub pages: u32,
    pub bytes: u64,
}
