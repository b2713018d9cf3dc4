//! Turns the images and pictures that pages use into the files that are published for them.

use std::collections::{BTreeMap, BTreeSet};

use super::fill::image_path;
use super::world::ImageAsset;
use crate::catalog::Catalog;
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::load::{Source, Sources, fingerprint_of, is_text};
use crate::model::{Picture, Route};
use crate::parse::Content;
use crate::parse::content::BlockKind;
use crate::parse::image::{ImageKind, look};
use crate::parse::records::Records;

/// The widest an image is shown, in CSS pixels.
pub const MAX_WIDTH: u32 = 720;

/// An image to publish: from which source, and as what. Copies of a file share an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImagePlan {
    pub source: String,
    pub asset: ImageAsset,
}

/// How wide a picture of easy read is made: twice what it is shown at, for fine screens and for print.
const PICTURE_WIDTH: u32 = 360;

/// Plans every image and picture that a page shows, once each.
pub fn images(catalog: &Catalog, sources: &Sources) -> Diagnosed<Vec<ImagePlan>> {
    let mut findings = Vec::new();
    let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
    for document in &catalog.documents {
        let Some(content) = document.content() else { continue };
        for image in &content.images {
            let place = Some(Place::bytes(&document.path, image.span.clone()));
            let path = image_path(&image.file, &document.path);
            wanted.insert(path, Wanted { place, widest: MAX_WIDTH });
        }
        for picture in shown(catalog, content) {
            wanted.entry(picture.path()).or_insert(Wanted { place: None, widest: PICTURE_WIDTH });
        }
    }
    let plans = wanted.into_iter().filter_map(|(path, wanted)| match sources.files.get(path.as_str()) {
        Some(source) => plan_one(source, wanted, &mut findings),
        None => {
            findings.extend(wanted.place.map(|place| missing(&path, sources, place)));
            None
        }
    });
    let plans = plans.collect();
    Diagnosed::new(plans, findings)
}

/// The pictures of a text, in the order of its rows.
fn shown<'a>(catalog: &'a Catalog, content: &'a Content) -> impl Iterator<Item = &'a Picture> {
    content.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Row { picture } => catalog.pictures.get(picture),
        _ => None,
    })
}

/// The files of all images and pictures that records and the texts at hand name.
pub fn image_sources(records: &Records) -> BTreeSet<String> {
    let pictures = records.pictures.iter().map(|picture| picture.value.path());
    let documents = records.documents.iter().filter_map(|document| Some((document, document.content()?)));
    let images = documents
        .flat_map(|(document, content)| content.images.iter().map(|image| image_path(&image.file, &document.path)));
    pictures.chain(images).collect()
}

fn missing(path: &str, sources: &Sources, place: Place) -> Finding {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let may_be_meant = |known: &&str| known.starts_with(folder) && (!is_text(known) || known.ends_with(".svg"));
    let known: BTreeSet<&str> = sources.files.keys().map(AsRef::as_ref).filter(may_be_meant).collect();
    let near = crate::diag::nearest(path, known);
    let help =
        near.map_or_else(|| "add the file, or correct its name".to_owned(), |near| format!("did you mean `{near}`?"));
    Finding::new(Code::BadImage, format!("there is no image `{path}`")).at(place).help(help)
}

/// An image that a page shows, and how.
struct Wanted {
    /// Where its text names it; none for a picture, whose faults are told with its record.
    place: Option<Place>,
    /// In pixels.
    widest: u32,
}

fn plan_one(source: &Source, wanted: Wanted, findings: &mut Vec<Finding>) -> Option<ImagePlan> {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let kind = match look(source) {
        Ok(kind) => kind,
        Err(unfit) => {
            findings.extend(wanted.place.map(|place| {
                let message = format!("the image `{}` cannot be used: it {}", source.path, unfit.why());
                Finding::new(Code::BadImage, message).at(place).help(unfit.help())
            }));
            return None;
        }
    };
    let bytes = source.text().map(|text| text.as_bytes()).or(source.bytes()).unwrap_or_default();
    let fingerprint = fingerprint_of(bytes);
    let (name, size) = match kind {
        ImageKind::Drawing => (format!("{stem}.{fingerprint}.svg"), None),
        ImageKind::Raster { extension, size } => {
            let made = fit(size, wanted.widest);
            // A copy of the file may be made in another size.
            let scaled = if made == size { String::new() } else { format!(".{}", made.0) };
            (format!("{stem}{scaled}.{fingerprint}.{extension}"), Some(made))
        }
    };
    let route = Route::root().join("assets").join("images").file(&name);
    Some(ImagePlan { source: source.path.to_string(), asset: ImageAsset { route, size } })
}

/// The size an image is made: its own, or as wide as it is shown and of the same shape.
fn fit((width, height): (u32, u32), widest: u32) -> (u32, u32) {
    if width <= widest {
        return (width, height);
    }
    let scaled = u64::from(height) * u64::from(widest) / u64::from(width);
    (widest, u32::try_from(scaled).unwrap_or(u32::MAX).max(1))
}
