//! Turns text and what lies behind it into faults where it cannot be told apart, as far as the style sheets decide it.

use super::super::css::{Backdrop, Colour, contrast};
use super::super::document::{Id, Space};
use super::super::name::labelled;
use super::super::page::Page;
use super::{Fault, Found};

/// What text must have at least, and what large text must.
const LEAST: f32 = 4.5;
const LEAST_LARGE: f32 = 3.0;
/// Large text in pixels: 18 points, or 14 in bold.
const LARGE: f32 = 24.0;
const LARGE_BOLD: f32 = 18.66;
/// A page with more kinds of text than this is looked at no further.
const MOST_FAULTS: usize = 50;

pub fn text(page: &Page, found: &mut Found) {
    for &id in &page.document.elements {
        if page.space(id) != Space::Html || !page.is_visible(id) || found.faults.len() >= MOST_FAULTS {
            continue;
        }
        let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
        let own: String = page.document.children(id).filter_map(|id| page.document.text(id)).collect();
        if own.trim().is_empty() || is_off(page, id) || is_unread(page, id) {
            continue;
        }
        match judge(page, id) {
            _ if !has_words(&own) => found.target(None),
            Seen::Same => {}
            Seen::Enough => found.target(None),
            Seen::TooLittle(ratio, least) => {
                let message =
                    format!("the text of {} has a contrast of {ratio:.2} to 1; {least} to 1 is needed", page.label(id));
                found.target(Some(Fault::new(
                    id,
                    message,
                    "make the text darker or what lies behind it lighter, or the other way round",
                )));
            }
            Seen::Open(why) => found.doubts.push(Fault::new(
                id,
                format!("cannot tell the contrast of {}: {why}", page.label(id)),
                "look at it yourself",
            )),
        }
    }
}

enum Seen {
    /// Text in the colour of what lies behind is not seen at all, and meant so.
    Same,
    Enough,
    TooLittle(f32, f32),
    Open(&'static str),
}

fn is_unread(page: &Page, id: Id) -> bool {
    matches!(
        page.document.tag(id),
        "option" | "textarea" | "select" | "optgroup" | "audio" | "video" | "object" | "iframe" | "canvas"
    )
}

/// Whether the text belongs to something that is switched off.
fn is_off(page: &Page, id: Id) -> bool {
    let document = &page.document;
    let is_disabled = |id: Id| {
        document.attribute(id, "disabled").is_some() || document.keyword(id, "aria-disabled").as_deref() == Some("true")
    };
    document.line(id).any(|id| {
        let is_label_of_disabled = document.tag(id) == "label"
            && labelled(page, id).is_some_and(|control| document.line(control).any(is_disabled));
        is_disabled(id) || is_label_of_disabled || page.labels_what_is_off(id)
    })
}

fn judge(page: &Page, id: Id) -> Seen {
    let style = page.styles.of(id);
    let Some(colour) = style.colour else { return Seen::Open("its colour is not known") };
    let behind = match behind(page, id) {
        Ok(behind) => behind,
        Err(why) => return Seen::Open(why),
    };
    let mut best = 0.0_f32;
    for (back, fade) in behind {
        let front = colour.faded(fade).over(back);
        best = best.max(contrast(front, back));
    }
    if style.shadow {
        return Seen::Open("it has a shadow");
    }
    let is_large = match (style.size, style.bold) {
        (Some(size), _) if size >= LARGE => Some(true),
        (Some(size), Some(bold)) => Some(bold && size >= LARGE_BOLD),
        (Some(size), None) if size < LARGE_BOLD => Some(false),
        _ => None,
    };
    // What is rounded on the way must not decide.
    let reaches = |least: f32| best >= least - 0.005;
    match is_large {
        _ if best < 1.001 => Seen::Same,
        _ if reaches(LEAST) => Seen::Enough,
        Some(true) if reaches(LEAST_LARGE) => Seen::Enough,
        None if reaches(LEAST_LARGE) => Seen::Open("its size is not known"),
        Some(true) | None => Seen::TooLittle(best, LEAST_LARGE),
        Some(false) => Seen::TooLittle(best, LEAST),
    }
}

/// The colours that may lie behind an element's text, each with how much the text has faded there.
fn behind(page: &Page, id: Id) -> Result<Vec<(Colour, f32)>, &'static str> {
    // From the text outwards: what is painted, and how much of it is seen.
    let mut layers: Vec<Vec<Colour>> = Vec::new();
    let mut fade = 1.0;
    for id in page.document.line(id).filter(|&id| page.document.element(id).is_some()) {
        let style = page.styles.of(id);
        let opacity = style.opacity.ok_or("how much of it shows through is not known")?;
        fade *= opacity;
        let colour = style.background.ok_or("what lies behind it is not known")?;
        let painted = match &style.backdrop {
            Backdrop::Nothing => vec![colour],
            Backdrop::Gradient(stops) => samples(stops).into_iter().map(|one| one.over(colour)).collect(),
            Backdrop::Unknown => return Err("a picture lies behind it"),
        };
        let hides_all = painted.iter().all(|one| one.alpha >= 1.0) && opacity >= 1.0;
        layers.push(painted.into_iter().map(|one| one.faded(opacity)).collect());
        if hides_all {
            break;
        }
        if style.placed {
            return Err("it stands over something else");
        }
    }
    let mut behind = vec![Colour::WHITE];
    for layer in layers.iter().rev() {
        behind = layer.iter().flat_map(|front| behind.iter().map(|back| front.over(*back))).take(400).collect();
    }
    Ok(behind.into_iter().map(|back| (back, fade)).collect())
}

/// Colours along a gradient.
fn samples(stops: &[Colour]) -> Vec<Colour> {
    let steps = [0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0];
    stops.windows(2).flat_map(|two| steps.map(|way| two[0].towards(two[1], way))).collect()
}
