//! Turns the pages of a booklet into sheets: two on each side of A4, so that folded sheets put inside each other read
//! in order.

use typst::ecow::EcoVec;
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};

use crate::model::Direction;

/// The sides of the sheets, each with its left and its right page. None is a page that stays empty.
pub fn sides(pages: usize, direction: Direction) -> Vec<[Option<usize>; 2]> {
    let all = pages.next_multiple_of(4);
    let page = |at: usize| (at < pages).then_some(at);
    let mut sides = Vec::with_capacity(all / 2);
    for sheet in 0..all / 4 {
        let (first, last) = (2 * sheet, all - 1 - 2 * sheet);
        sides.push([page(last), page(first)]);
        sides.push([page(first + 1), page(last - 1)]);
    }
    // A book that is read from right to left is bound on the right.
    if direction == Direction::Rtl {
        sides.iter_mut().for_each(|side| side.reverse());
    }
    sides
}

/// The sheets of a document, without its tags and links: its paragraphs are out of order there.
pub fn impose(document: &PagedDocument, direction: Direction) -> PagedDocument {
    let pages = document.pages();
    let Some(first) = pages.first() else { return document.clone() };
    let size = Size::new(first.frame.width() * 2.0, first.frame.height());
    let side = |(number, side): (usize, [Option<usize>; 2])| {
        let mut frame = Frame::hard(size);
        for (place, page) in side.into_iter().enumerate() {
            let Some(page) = page else { continue };
            let mut placed = pages[page].frame.clone();
            strip(&mut placed);
            let x = if place == 0 { Abs::zero() } else { first.frame.width() };
            frame.push_frame(Point::with_x(x), placed);
        }
        Page { frame, number: number as u64 + 1, numbering: None, ..first.clone() }
    };
    let sheets: EcoVec<Page> = sides(pages.len(), direction).into_iter().enumerate().map(side).collect();
    PagedDocument::new(sheets, document.info().clone())
}

fn strip(frame: &mut Frame) {
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            strip(&mut group.frame);
            group.parent = None;
            true
        }
        FrameItem::Tag(_) | FrameItem::Link(..) => false,
        FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) => true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(pages: usize, direction: Direction) -> String {
        let name = |page: Option<usize>| page.map_or_else(|| "-".to_owned(), |page| (page + 1).to_string());
        let sides = sides(pages, direction).into_iter().map(|side| side.map(name).join("|"));
        sides.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn folded_sheets_read_in_order() {
        assert_eq!(printed(4, Direction::Ltr), "4|1 2|3");
        assert_eq!(printed(8, Direction::Ltr), "8|1 2|7 6|3 4|5");
        assert_eq!(printed(5, Direction::Ltr), "-|1 2|- -|3 4|5");
        assert_eq!(printed(4, Direction::Rtl), "1|4 3|2");
        assert_eq!(printed(1, Direction::Ltr), "-|1 -|-");
    }
}
