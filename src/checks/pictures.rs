//! Turns pictures that a page shows without a meaning in its language into findings.

use crate::diag::{Code, Finding, Place};
use crate::model::{Language, Picture};
use crate::parse::Document;
use crate::parse::content::BlockKind;
use crate::plan::World;

/// K003: each row of each page, once for each picture.
pub fn check(world: &World<'_>) -> Vec<Finding> {
    world.catalog.documents.iter().flat_map(|document| of_page(world, document)).collect()
}

fn of_page(world: &World<'_>, document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told = Vec::new();
    for block in document.content().map_or(&[][..], |content| &content.blocks) {
        let BlockKind::Row { picture } = &block.kind else { continue };
        let Some(picture) = world.catalog.pictures.get(picture) else { continue };
        if !picture.means.covers(document.language) && !told.contains(&&picture.id) {
            told.push(&picture.id);
            findings.push(lacking(picture, document.language).at(Place::bytes(&document.path, block.span.clone())));
        }
    }
    findings
}

fn lacking(picture: &Picture, language: Language) -> Finding {
    let message = format!("the picture `{}` does not say what it means in `{language}`", picture.id);
    let help = if picture.is_of_theme() {
        format!(
            "it comes with the theme: copy its record into `content/pictures.yaml`, its file into `content/pictures/`, and add `{language}: ...` to `means`"
        )
    } else {
        format!("add `{language}: ...` to its `means` in `content/pictures.yaml`")
    };
    Finding::new(Code::PictureMeaning, message).help(help)
}
