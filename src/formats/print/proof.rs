//! Turns the pages that were set into findings: letters without a font, words beside the paper, panels too full.

use typst::foundations::{Dict, Label, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::layout::{Abs, Em, Frame, FrameItem, Point, Transform};
use typst::text::{Glyph, TextItem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::fonts::Typefaces;
use super::setting::Setting;
use crate::diag::{Code, Finding, Place};
use crate::model::PrintShape;
use crate::plan::prints::Leaflet;

/// The pages of a leaflet.
pub struct Proof<'a> {
    pub leaflet: &'a Leaflet,
    pub setting: Setting<'a>,
    pub document: PagedDocument,
    pub fonts: &'a Typefaces,
}

/// Where text may stand, in millimetres from the top left of its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub name: String,
    /// Counted from 1; 0 for every page.
    pub page: i64,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// By how much it is too full.
    pub over: f64,
}

/// A run of letters where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// Counted from 1.
    pub page: usize,
    /// The left end of its base line, in millimetres from the top left of the page.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub item: &'a TextItem,
}

/// Printers cut up to this far from the edge.
const SAFE_MM: f64 = 5.0;

/// What is not worth a word: less than a letter. A mark at the end of a line may hang over.
const HAIR_MM: f64 = 1.5;

/// So many letters without a font are told of each place.
const LETTERS_SHOWN: usize = 5;

/// Pages that a folded leaflet has: its two sides.
const SIDES: usize = 2;

impl Proof<'_> {
    pub fn findings(&self) -> Vec<Finding> {
        let runs = self.runs();
        let mut findings = self.letters(&runs);
        let panels = self.panels();
        let mut full: Vec<Finding> =
            panels.iter().filter(|panel| panel.over > HAIR_MM).map(|panel| self.full(panel)).collect();
        if self.leaflet.shape == PrintShape::Dl && self.document.pages().len() > SIDES {
            full.extend(self.too_long(&runs, &panels));
        }
        // What is too long also reaches beyond its panel: that need not be said twice.
        if full.is_empty() {
            full = self.beside(&runs, &panels);
        }
        findings.extend(full);
        findings
    }

    /// The page that the panel of other formats begins on, where it stands after the text.
    pub fn formats_page(&self) -> Option<usize> {
        let introspector = self.document.introspector();
        let label = Label::new(PicoStr::intern("formats"))?;
        let mark = introspector.query_first(&Selector::Label(label))?;
        introspector.page(mark.location()?).map(usize::from)
    }

    /// What the templates say of where text may stand.
    pub fn panels(&self) -> Vec<Panel> {
        let Some(label) = Label::new(PicoStr::intern("panel")) else { return Vec::new() };
        let marks = self.document.introspector().query(&Selector::Label(label));
        let values = marks.iter().filter_map(|mark| match &mark.to_packed::<MetadataElem>()?.value {
            Value::Dict(dict) => panel(dict),
            _ => None,
        });
        values.collect()
    }

    /// All that is written on the pages.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let mut runs = Vec::new();
        for (page, number) in self.document.pages().iter().zip(1..) {
            collect(&page.frame, (number, Transform::identity()), &mut runs);
        }
        runs
    }

    fn at(&self, finding: Finding, item: Option<&TextItem>) -> Finding {
        let own = item.and_then(|item| self.own_place(item)).cloned();
        Finding { place: own.or_else(|| self.leaflet.at.0.clone()), ..finding }
    }

    /// Where the letters of a run are written in the portal.
    fn own_place(&self, item: &TextItem) -> Option<&Place> {
        self.setting.place(item.glyphs.first()?.span.0)
    }

    /// A letter without a font is printed as a box, by which nobody is helped.
    fn letters(&self, runs: &[Run<'_>]) -> Vec<Finding> {
        // All letters of a place are told at once: a text in a script without a font lacks every one.
        let mut lacking: Vec<(&TextItem, Vec<&str>)> = Vec::new();
        for run in runs {
            for glyph in run.item.glyphs.iter().filter(|glyph| glyph.id == 0) {
                let letter = &run.item.text[glyph.range()];
                let here = self.own_place(run.item);
                let known = lacking.iter_mut().find(|(first, _)| self.own_place(first) == here);
                match known {
                    Some((_, letters)) if letters.contains(&letter) => {}
                    Some((_, letters)) => letters.push(letter),
                    None => lacking.push((run.item, vec![letter])),
                }
            }
        }
        lacking.iter().map(|(first, letters)| self.lacks(first, letters)).collect()
    }

    fn lacks(&self, first: &TextItem, letters: &[&str]) -> Finding {
        let said = |letters: &&str| {
            let code = letters.chars().next().map_or(0, u32::from);
            format!("`{letters}` (U+{code:04X})")
        };
        let shown: Vec<String> = letters.iter().take(LETTERS_SHOWN).map(said).collect();
        let more = letters.len().saturating_sub(LETTERS_SHOWN);
        let message = format!(
            "no font has the {} {}{}",
            if letters.len() == 1 { "letter" } else { "letters" },
            shown.join(", "),
            if more == 0 { String::new() } else { format!(", and {more} more") }
        );
        let help = format!(
            "write it in another way, or put a font that has it into `fonts/` of your theme; these were looked in: {}",
            self.fonts.families.join(", ")
        );
        self.at(Finding::new(Code::PrintLetter, message).help(help), Some(first))
    }

    /// A panel of a fixed size.
    fn full(&self, panel: &Panel) -> Finding {
        let help = match panel.name.as_str() {
            "front" => "shorten the title or the summary",
            "flap" => "shorten the words `print-other-formats` of some languages",
            "back" => "shorten the contact or the credits of pictures",
            _ => "shorten it",
        };
        let message =
            format!("the panel `{}` is too full by {} mm, in {}", panel.name, millimetres(panel.over), self.what());
        self.at(Finding::new(Code::PrintTooFull, message).help(help), None)
    }

    /// "the `dl` print in `ur`".
    fn what(&self) -> String {
        format!("the `{}` print in `{}`", self.leaflet.shape.as_str(), self.leaflet.language())
    }

    /// The text of a folded leaflet goes on after its last panel.
    fn too_long(&self, runs: &[Run<'_>], panels: &[Panel]) -> Option<Finding> {
        let after = runs.iter().filter(|run| run.page > SIDES);
        // The number before an item of a list stands nowhere in the portal.
        let first = after.clone().find(|run| self.own_place(run.item).is_some()).or_else(|| after.clone().next())?;
        let inside: Vec<&Panel> = panels.iter().filter(|panel| panel.page == 2).collect();
        let last = inside.last()?;
        let pages = SIDES + 1..=self.document.pages().len();
        let over: f64 = pages.flat_map(|page| inside.iter().map(move |panel| depth(runs, page, panel))).sum();
        let message = format!(
            "the text is too long for the panels of {} by {} mm: from here on it does not fit into the panel `{}`",
            self.what(),
            millimetres(over),
            last.name
        );
        let help = "shorten the page, or print it as `a4` or `a5` instead";
        Some(self.at(Finding::new(Code::PrintTooFull, message).help(help), Some(first.item)))
    }

    /// Words that stand beside their panel, or beyond the page.
    fn beside(&self, runs: &[Run<'_>], panels: &[Panel]) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for run in runs {
            let Some((over, wrong)) = self.over(run, panels).filter(|(over, _)| *over > HAIR_MM) else { continue };
            let words = run.item.text.trim();
            let message = format!("`{words}` {wrong} by {} mm, in {}", millimetres(over), self.what());
            let help = "use shorter words here, or print the page in another shape";
            let finding = self.at(Finding::new(Code::PrintTooFull, message).help(help), Some(run.item));
            if !findings.iter().any(|other| other.place == finding.place) {
                findings.push(finding);
            }
        }
        findings
    }

    /// How far a run reaches beyond the panel that most of it stands in, and in which words.
    fn over(&self, run: &Run<'_>, panels: &[Panel]) -> Option<(f64, String)> {
        let size = self.document.pages()[run.page - 1].frame.size();
        if run.y > size.y.to_mm() - SAFE_MM {
            return Some((run.y - size.y.to_mm() + SAFE_MM, "stands too low on its page".to_owned()));
        }
        let here = panels.iter().filter(|panel| panel.page == 0 || usize::try_from(panel.page) == Ok(run.page));
        let over = |panel: &Panel| (panel.x - run.x).max(run.x + run.width - panel.x - panel.width).max(0.0);
        let nearest = here.min_by(|a, b| over(a).total_cmp(&over(b)))?;
        Some((over(nearest), format!("is too wide for the panel `{}`", nearest.name)))
    }
}

/// How far down a panel is filled, on a page that should not be there.
fn depth(runs: &[Run<'_>], page: usize, panel: &Panel) -> f64 {
    let inside = |run: &&Run<'_>| run.page == page && run.x >= panel.x - 1.0 && run.x <= panel.x + panel.width;
    runs.iter().filter(inside).map(|run| run.y - panel.y).fold(0.0, f64::max)
}

/// Whole millimetres, and never none.
fn millimetres(length: f64) -> String {
    format!("{:.0}", length.ceil().max(1.0))
}

fn panel(dict: &Dict) -> Option<Panel> {
    let number = |key: &str| match dict.get(key) {
        Ok(Value::Float(number)) => Some(*number),
        Ok(Value::Int(number)) => i32::try_from(*number).map_or(None, |number| Some(f64::from(number))),
        _ => None,
    };
    let (Ok(Value::Str(name)), Ok(Value::Int(page))) = (dict.get("name"), dict.get("page")) else { return None };
    Some(Panel {
        name: name.to_string(),
        page: *page,
        x: number("x")?,
        y: number("y")?,
        width: number("width")?,
        height: number("height")?,
        over: number("over")?,
    })
}

/// Where the letters of a run begin, and how wide they are: spaces at the end of a line may hang over.
fn inked(item: &TextItem) -> (Abs, Abs) {
    let is_space = |glyph: &Glyph| item.text[glyph.range()].trim().is_empty();
    let width = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.x_advance).sum::<Em>().at(item.size);
    let first = item.glyphs.iter().position(|glyph| !is_space(glyph)).unwrap_or(item.glyphs.len());
    let last = item.glyphs.iter().rposition(|glyph| !is_space(glyph)).map_or(first, |last| last + 1);
    (width(&item.glyphs[..first]), width(&item.glyphs[first..last]))
}

fn collect<'a>(frame: &'a Frame, (page, transform): (usize, Transform), runs: &mut Vec<Run<'a>>) {
    for (position, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, (page, here.pre_concat(group.transform)), runs),
            FrameItem::Text(item) => {
                let start = Point::zero().transform(here);
                let (before, width) = inked(item);
                let mm = |length: Abs| length.to_mm();
                runs.push(Run { page, x: mm(start.x + before), y: mm(start.y), width: mm(width), item });
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
