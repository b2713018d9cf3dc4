//! Turns the portal's images into what a print may hold: small, without parts elsewhere, and grey where there is one ink.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::Shared;
use crate::diag::{Code, Finding, Place};
use crate::formats::image as published;
use crate::load::{Source, Sources};
use crate::plan::ImagePlan;
use crate::plan::prints::{Block, BlockKind, Inline, Leaflet, Picture};
use crate::theme::Colours;

/// Pictures by their path in the portal.
pub type Ready = Vec<(String, Shared)>;

/// The images of a portal.
#[derive(Clone, Debug)]
pub struct Pictures<'a> {
    plans: BTreeMap<&'a str, &'a ImagePlan>,
    sources: &'a Sources,
    colours: Colours,
}

impl<'a> Pictures<'a> {
    pub fn new(images: &'a [ImagePlan], sources: &'a Sources, colours: Colours) -> Self {
        Self { plans: images.iter().map(|plan| (plan.source.as_str(), plan)).collect(), sources, colours }
    }

    /// The files that a leaflet shows.
    ///
    /// # Errors
    /// Those that cannot be printed.
    pub(super) fn of(&self, leaflet: &Leaflet) -> Result<Ready, Vec<Finding>> {
        let (mut ready, mut findings) = (Vec::new(), Vec::new());
        for path in paths(leaflet) {
            match self.one(&path) {
                Ok(bytes) => ready.push((path, bytes)),
                Err(finding) => findings.push(finding),
            }
        }
        if findings.is_empty() { Ok(ready) } else { Err(findings) }
    }

    /// A hash for each file that a leaflet shows, in the order of their paths.
    pub fn hashes(&self, leaflet: &Leaflet) -> Vec<crate::load::Hash> {
        paths(leaflet).iter().filter_map(|path| Some(self.sources.files.get(path.as_str())?.hash)).collect()
    }

    fn one(&self, path: &str) -> Result<Shared, Finding> {
        let missing = || broken(path, "it is not there", "add the file, or take the picture out of the text");
        let (plan, source) = self.plans.get(path).zip(self.sources.files.get(path)).ok_or_else(missing)?;
        if let Some(drawing) = source.text() {
            return self.drawing(source, drawing);
        }
        let bytes = published(plan, source)?.bytes;
        Ok(match self.colours {
            Colours::All => bytes.into(),
            Colours::One => grey(&bytes).map_err(|error| broken(path, &error.to_string(), AGAIN))?.into(),
        })
    }

    fn drawing(&self, source: &Source, drawing: &str) -> Result<Shared, Finding> {
        if let Some(reference) = outside(drawing) {
            let what = format!("it shows `{reference}`, which is another file");
            return Err(broken(&source.path, &what, "put that picture into the drawing itself, or use a PNG file"));
        }
        Ok(match self.colours {
            Colours::All => drawing.as_bytes().into(),
            Colours::One => grey_drawing(drawing).into_bytes().into(),
        })
    }
}

const AGAIN: &str = "save it again as JPEG or PNG";

fn broken(path: &str, what: &str, help: &str) -> Finding {
    let finding = Finding::new(Code::BadImage, format!("the picture `{path}` cannot be printed: {what}"));
    finding.at(Place::file(&path.into())).help(help)
}

/// The first thing outside a drawing that it refers to.
fn outside(drawing: &str) -> Option<&str> {
    let value = |(at, name): (usize, &str)| {
        let rest = drawing[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    };
    let links = drawing.match_indices("href").filter_map(value);
    let styles = drawing.match_indices("url(").filter_map(|(at, start)| drawing[at + start.len()..].split(')').next());
    let is_outside = |target: &&str| {
        let target = target.trim_matches(['"', '\'', ' ']);
        !target.is_empty() && !target.starts_with('#') && !target.starts_with("data:")
    };
    links.filter(|target| !target.starts_with("http")).chain(styles).find(is_outside).or_else(|| web_image(drawing))
}

/// A picture on the web; a mere link to a page is no part of a drawing.
fn web_image(drawing: &str) -> Option<&str> {
    let mut images = drawing.match_indices("<image").map(|(at, _)| drawing[at..].split('>').next().unwrap_or_default());
    images.find_map(|tag| tag.find("http").map(|at| tag[at..].split(['"', '\'']).next().unwrap_or_default()))
}

/// A picture in shades of one ink.
fn grey(bytes: &[u8]) -> Result<Vec<u8>, image::ImageError> {
    let picture = DynamicImage::ImageLumaA8(image::load_from_memory(bytes)?.to_luma_alpha8());
    let mut written = Cursor::new(Vec::new());
    picture.write_to(&mut written, ImageFormat::Png)?;
    Ok(written.into_inner())
}

/// A drawing with each `#rrggbb` and `#rgb` as bright as before, and grey.
fn grey_drawing(drawing: &str) -> String {
    let mut grey = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some(at) = rest.find('#') {
        let (before, colour) = rest.split_at(at + 1);
        grey.push_str(before);
        let digits = colour.bytes().take_while(u8::is_ascii_hexdigit).count();
        let next = colour[digits..].chars().next();
        let is_name = ["url(#", "href=\"#", "href='#"].iter().any(|start| before.ends_with(start));
        let is_end = next.is_none_or(|c| !c.is_alphanumeric() && c != '-');
        let is_colour = matches!(digits, 3 | 6) && is_end && !is_name;
        if is_colour {
            grey.push_str(&shade(&colour[..digits]));
        } else {
            grey.push_str(&colour[..digits]);
        }
        rest = &colour[digits..];
    }
    grey.push_str(rest);
    grey
}

/// The brightness of a colour (ITU-R BT.709) as a grey.
fn shade(digits: &str) -> String {
    let width = digits.len() / 3;
    let part = |at: usize| {
        let part = &digits[at * width..(at + 1) * width];
        let value = u32::from_str_radix(part, 16).unwrap_or(0);
        if width == 1 { value * 17 } else { value }
    };
    let grey = (2126 * part(0) + 7152 * part(1) + 722 * part(2)) / 10_000;
    format!("{grey:02x}{grey:02x}{grey:02x}")
}

/// The pictures of a leaflet, each once.
fn paths(leaflet: &Leaflet) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for text in &leaflet.texts {
        in_blocks(&text.blocks, &mut paths);
    }
    paths
}

fn in_blocks(blocks: &[Block], paths: &mut BTreeSet<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => in_line(text, paths),
            BlockKind::List { items, .. } => items.iter().for_each(|item| in_blocks(item, paths)),
            BlockKind::Definitions(pairs) => pairs.iter().for_each(|(word, blocks)| {
                in_line(word, paths);
                in_blocks(blocks, paths);
            }),
            BlockKind::Quote(blocks) | BlockKind::Boxed { blocks, .. } | BlockKind::In(_, blocks) => {
                in_blocks(blocks, paths);
            }
            BlockKind::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| in_line(cell, paths));
            }
            BlockKind::Row(row) => {
                paths.extend(row.picture.iter().map(path));
                in_blocks(&row.blocks, paths);
            }
            BlockKind::Picture(picture) => drop(paths.insert(path(picture))),
            BlockKind::Notes { notes, .. } => notes.iter().for_each(|note| in_blocks(&note.blocks, paths)),
            BlockKind::Code(_)
            | BlockKind::Services(_)
            | BlockKind::Contact(_)
            | BlockKind::Addresses(_)
            | BlockKind::Rule => {}
        }
    }
}

fn in_line(inlines: &[Inline], paths: &mut BTreeSet<String>) {
    for inline in inlines {
        match inline {
            Inline::Picture(picture) => drop(paths.insert(path(picture))),
            Inline::Strong(inner) | Inline::Strike(inner) | Inline::Group(inner) | Inline::In(_, inner) => {
                in_line(inner, paths);
            }
            Inline::Link { text, .. } => in_line(text, paths),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Ltr(_) | Inline::Call(_) => {}
        }
    }
}

fn path(picture: &Picture) -> String {
    picture.source.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_drawing_has_elsewhere_is_found() {
        assert_eq!(outside(r##"<svg><use href="#a"/><image href="data:image/png;base64,x"/></svg>"##), None);
        assert_eq!(outside(r#"<svg><image href="photo.jpg"/></svg>"#), Some("photo.jpg"));
        assert_eq!(outside(r#"<svg><image xlink:href='../x.svg'/></svg>"#), Some("../x.svg"));
        assert_eq!(outside(r#"<svg><image href="https://a.example/x.png"/></svg>"#), Some("https://a.example/x.png"));
        assert_eq!(outside(r#"<svg><a href="https://a.example/"/></svg>"#), None);
        assert_eq!(outside("<svg><rect fill=\"url(x.svg#y)\"/></svg>"), Some("x.svg#y"));
        assert_eq!(outside("<svg><rect fill=\"url(#y)\"/></svg>"), None);
    }

    #[test]
    fn a_drawing_in_one_ink_has_no_colour() {
        let drawing = r##"<g fill="#ff0000" stroke="#0f0"><use href="#add"/></g>"##;
        assert_eq!(grey_drawing(drawing), r##"<g fill="#363636" stroke="#b6b6b6"><use href="#add"/></g>"##);
    }
}
