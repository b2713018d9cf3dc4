//! Turns pages and the shapes they ask for into prints: which exist, each with its code and its address.
//!
//! A print is composed in two steps. `Draft` is what its pages say; `finish` adds what stands on every print (the
//! publisher, contact, short address, the panel of other formats, the control line) and gives a `Leaflet`: all that is
//! printed, as plain data, from which alone the PDF is made.

mod address;
mod blocks;
mod code;
mod compose;
mod finish;
mod leaflet;
mod page;
pub mod recall;
mod sections;
mod trace;
mod which;

use std::collections::BTreeMap;

use super::World;
use crate::catalog::{Catalog, PageIx};
use crate::load::Hash;
use crate::model::{Edition, LeafletId, PrintShape, Route};
use crate::resolve::{Resolved, TreeIx};

pub use blocks::{Composer, contact_block, hard_words, inline, page_blocks, services_block};
pub use code::PrintCode;
pub use compose::{LeftOut, Piece, languages, left_out, pieces, services_left_out};
pub use finish::{finish, typed};
pub use leaflet::{
    Address, At, Block, BlockKind, BoxKind, Card, Contact, Draft, DraftText, Formats, Inline, Inlines, Leaflet, Note,
    Picture, Row, Steps, Text, Version, Words, plain,
};
pub use page::page_draft;
pub use trace::{Label, Of, Part, PartKind, Reason, Trace, from_json, to_json};
pub use which::{Wish, are_asked_for, are_wished, wishes};

/// One print: a shape of a page, or of a composed leaflet, in one tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    pub code: PrintCode,
    pub tree: TreeIx,
    /// Of a bilingual leaflet, the same place in its other language.
    pub other: Option<TreeIx>,
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
    /// A leaflet that is put together.
    Leaflet(LeafletId),
}

impl Print {
    /// The trees whose languages it is in.
    pub fn trees(&self) -> impl Iterator<Item = TreeIx> {
        [Some(self.tree), self.other].into_iter().flatten()
    }

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
    by_tree: BTreeMap<TreeIx, Vec<usize>>,
}

impl Prints {
    /// Finds the prints of every tree. It is quick where no page asks for one.
    pub fn build(catalog: &Catalog, resolved: &Resolved) -> Self {
        let mut prints = Self::default();
        if !cfg!(feature = "prints") || !are_wished(catalog) {
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
                    prints.add(Print { code, tree, other: None, source, shape, route });
                }
            }
            for found in compose::leaflets(catalog, resolved, tree) {
                for &shape in &found.shapes {
                    let route = address::leaflet_print(resolved, &found, shape);
                    let code = codes.take(&address::leaflet_identity(catalog, resolved, &found, shape));
                    let source = PrintSource::Leaflet(found.id.clone());
                    prints.add(Print { code, tree, other: found.other, source, shape, route });
                }
            }
        }
        prints
    }

    fn add(&mut self, print: Print) {
        for tree in print.trees() {
            self.by_tree.entry(tree).or_default().push(self.list.len());
        }
        self.list.push(print);
    }

    /// The prints in a tree's language: of its pages, then those that are put together.
    pub fn of_tree(&self, tree: TreeIx) -> impl Iterator<Item = &Print> {
        self.by_tree.get(&tree).into_iter().flatten().map(|&at| &self.list[at])
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
    let draft = match &print.source {
        PrintSource::Page(page) => page_draft(world, print, *page),
        PrintSource::Leaflet(id) => compose::leaflet_draft(world, print, id),
    };
    finish(world, print, draft)
}

/// What is known of a PDF once it is made: what lists of prints say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// A hash of all that the PDF was made from. With the same one it is not made again.
    pub key: Hash,
    pub pages: u32,
    pub bytes: u64,
}
