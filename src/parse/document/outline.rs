//! Turns a document into a hash of what others can see of it, so that an edit of its prose concerns its own page alone.
//!
//! Others see of a page: all its front matter (titles in lists, dates, places); the anchors that links lead to; the
//! images and pictures that are published for it; and which facts it uses under which conditions, because a fact's findings count the
//! pages that show it. They do not see its words, its links or its other values: whoever makes a check or a format that
//! looks at those across pages adds them here. (The search does look at words: an edit changes the published index by
//! itself, see `render/search.rs`.)

use borsh::BorshSerialize;

use crate::load::Hash;
use crate::parse::Content;
use crate::parse::content::{BlockKind, Event, Tag};

/// `head` is the file up to its text.
pub fn outline(head: &str, content: &Content) -> Hash {
    let mut seen = head.as_bytes().to_vec();
    for anchor in &content.anchors {
        note(&mut seen, &anchor.id);
    }
    for image in &content.images {
        note(&mut seen, &image.file);
    }
    for block in &content.blocks {
        if let BlockKind::Row { picture } = &block.kind {
            note(&mut seen, picture);
        }
    }
    if !content.values.is_empty() {
        values(content, &mut seen);
    }
    Hash::of(&seen)
}

/// The values in the blocks that they stand in.
fn values(content: &Content, seen: &mut Vec<u8>) {
    for event in &content.events {
        match event {
            Event::Open(Tag::Block(block)) => note(seen, &content.blocks[usize::from(*block)].kind),
            Event::Close(Tag::Block(_)) => note(seen, "end"),
            Event::Value(value) => note(seen, &content.values[usize::from(*value)].value),
            _ => {}
        }
    }
}

fn note(seen: &mut Vec<u8>, what: &(impl BorshSerialize + ?Sized)) {
    seen.push(0);
    what.serialize(seen).expect("memory takes what is written to it");
}
