//! Turns runs of letters that layout split at a raised or lowered mark into whole runs again.
//!
//! Layout ends a run wherever the next mark stands higher or lower. A letter and its mark then come from two runs, and
//! both hold the letters of their shared piece: who copies the text gets them twice, and in another order. In one run,
//! with the mark's height kept at the mark itself, the text can be copied as it was written.

use typst::ecow::{EcoString, EcoVec};
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::model::Document as _;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

/// The same pages, with whole runs.
pub fn join(document: &PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| is_split(&page.frame)) {
        return document.clone();
    }
    let pages: EcoVec<Page> =
        document.pages().iter().map(|page| Page { frame: join_frame(&page.frame), ..page.clone() }).collect();
    PagedDocument::new(pages, document.info().clone())
}

/// Whether two neighbours are parts of one run.
fn is_split(frame: &Frame) -> bool {
    let items = frame.items().as_slice();
    let is_pair = items.windows(2).any(|pair| match pair {
        [(at, FrameItem::Text(a)), (next, FrameItem::Text(b))] => goes_on((*at, a), (*next, b)),
        _ => false,
    });
    is_pair
        || items.iter().any(|(_, item)| match item {
            FrameItem::Group(group) => is_split(&group.frame),
            _ => false,
        })
}

fn join_frame(frame: &Frame) -> Frame {
    let mut joined = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        joined.set_baseline(frame.baseline());
    }
    let mut run: Option<(Point, TextItem)> = None;
    for (at, item) in frame.items() {
        match (item, &mut run) {
            (FrameItem::Text(next), Some((start, whole))) if goes_on((*start, whole), (*at, next)) => {
                append(whole, next, start.y - at.y);
            }
            (FrameItem::Text(next), _) => {
                flush(&mut joined, run.replace((*at, next.clone())));
            }
            (item, _) => {
                flush(&mut joined, run.take());
                let item = match item {
                    FrameItem::Group(group) => {
                        let mut group = group.clone();
                        group.frame = join_frame(&group.frame);
                        FrameItem::Group(group)
                    }
                    item => item.clone(),
                };
                joined.push(*at, item);
            }
        }
    }
    flush(&mut joined, run);
    joined
}

fn flush(frame: &mut Frame, run: Option<(Point, TextItem)>) {
    if let Some((at, item)) = run {
        frame.push(at, FrameItem::Text(item));
    }
}

/// Whether a run begins where another of the same kind ends, in a script whose marks hang on its letters.
fn goes_on((at, run): (Point, &TextItem), (next_at, next): (Point, &TextItem)) -> bool {
    let hair = Abs::pt(0.01);
    let is_near = (at.x + run.width() - next_at.x).abs() < hair && (at.y - next_at.y).abs() < run.size;
    let is_same = run.font == next.font && run.size == next.size && run.lang == next.lang && run.region == next.region;
    let looks_same = run.fill == next.fill && run.stroke == next.stroke;
    // Within 64 KiB: positions in a run are numbers of 16 bits.
    is_near
        && is_same
        && looks_same
        && is_rtl(&run.text)
        && is_rtl(&next.text)
        && run.text.len() + next.text.len() < 65_000
}

fn is_rtl(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// Adds what stands to the right, which in these scripts comes before.
fn append(run: &mut TextItem, next: &TextItem, lowered: Abs) {
    let shared = shared(run, next);
    let text: EcoString = [&next.text[..], &run.text[shared..]].concat().into();
    let shift = u16::try_from(next.text.len() - shared).expect("runs are joined within 64 KiB");
    for glyph in &mut run.glyphs {
        glyph.range = glyph.range.start + shift..glyph.range.end + shift;
    }
    let lowered = Em::from_abs(lowered, run.size);
    run.glyphs.extend(next.glyphs.iter().map(|glyph| Glyph { y_offset: glyph.y_offset + lowered, ..glyph.clone() }));
    run.text = text;
}

/// How many bytes at the end of `next`, which comes before, are those at the beginning of `run`: the letters of a piece
/// whose letter and mark were split.
fn shared(run: &TextItem, next: &TextItem) -> usize {
    let last = run.glyphs.last().filter(|glyph| glyph.range.start == 0);
    let first = next.glyphs.first().filter(|glyph| usize::from(glyph.range.end) == next.text.len());
    let (Some(a), Some(b)) = (last, first) else { return 0 };
    let (a_text, b_text) = (&run.text[a.range()], &next.text[b.range()]);
    let is_mark = a.x_advance == Em::zero() || b.x_advance == Em::zero();
    if a_text == b_text && is_mark { a_text.len() } else { 0 }
}
