//! Turns the images and pictures that pages use into the files that are published for them.

use std::collections::{BTreeMap, BTreeSet};

use super::fill::image_path;
use super::world::ImageAsset;
use crate::catalog::Catalog;
use crate::diag::{Code, Diagnosed, Finding, Place};
use crate::load::{Source, Sources, fingerprint_of, is_text};
use crate::model::Route;
use crate::parse::records::Records;

/// The widest an image is shown, in CSS pixels.
pub const MAX_WIDTH: u32 = 720;

/// An image to publish: from which source, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImagePlan {
    pub source: String,
    pub asset: ImageAsset,
}

/// What an image file is, from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Raster { extension: &'static str, size: (u32, u32) },
}

/// Plans every image that a page or picture uses, once each.
pub fn images(catalog: &Catalog, sources: &Sources) -> Diagnosed<Vec<ImagePlan>> {
    let mut findings = Vec::new();
    let mut wanted: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for picture in catalog.pictures.values() {
        wanted.entry(picture.path()).or_insert(None);
    }
    for document in &catalog.documents {
        for image in document.content().map_or(&[][..], |content| &content.images) {
            let place = Place::bytes(&document.path, image.span.clone());
            wanted.entry(image_path(&image.file, &document.path)).or_insert(Some(place));
        }
    }
    let plans = wanted.into_iter().filter_map(|(path, place)| {
        match sources.files.get(path.as_str()) {
            Some(source) => plan_one(source, place, &mut findings),
            None => {
                // A picture without a file was reported with its record.
                findings.extend(place.map(|place| missing(&path, sources, place)));
                None
            }
        }
    });
    let plans = plans.collect();
    Diagnosed::new(plans, findings)
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

fn plan_one(source: &Source, place: Option<Place>, findings: &mut Vec<Finding>) -> Option<ImagePlan> {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let kind = match kind(source) {
        Ok(kind) => kind,
        Err(problem) => {
            let at = place.unwrap_or_else(|| Place::file(&source.path));
            let message = format!("the image `{}` cannot be used: {problem}", source.path);
            findings.push(Finding::new(Code::BadImage, message).at(at).help("use a JPEG, PNG, WebP, GIF or SVG file"));
            return None;
        }
    };
    let (extension, size) = match kind {
        Kind::Svg => ("svg", None),
        Kind::Raster { extension, size } => (extension, Some(fit(size))),
    };
    let bytes = source.text().map(|text| text.as_bytes()).or(source.bytes()).unwrap_or_default();
    let name = format!("{stem}.{}.{extension}", fingerprint_of(bytes));
    let route = Route::root().join("assets").join("images").file(&name);
    Some(ImagePlan { source: source.path.to_string(), asset: ImageAsset { route, size } })
}

/// The size an image is shown in: its own, or as wide as a page's text and of the same shape.
fn fit((width, height): (u32, u32)) -> (u32, u32) {
    if width <= MAX_WIDTH {
        return (width, height);
    }
    let scaled = u64::from(height) * u64::from(MAX_WIDTH) / u64::from(width);
    (MAX_WIDTH, u32::try_from(scaled).unwrap_or(u32::MAX).max(1))
}

fn kind(source: &Source) -> Result<Kind, String> {
    if source.path.to_lowercase().ends_with(".svg") {
        return source.text().map(|_| Kind::Svg).ok_or_else(|| "it is not text".to_owned());
    }
    let bytes = source.bytes().ok_or_else(|| "it is too large".to_owned())?;
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| "it is not an image".to_owned())?;
    let extension = match reader.format() {
        Some(image::ImageFormat::Jpeg) => "jpg",
        Some(image::ImageFormat::Png) => "png",
        Some(image::ImageFormat::WebP) => "webp",
        Some(image::ImageFormat::Gif) => "gif",
        _ => return Err("it is not an image that browsers show".to_owned()),
    };
    let size = upright_size(reader).map_err(|error| error.to_string())?;
    Ok(Kind::Raster { extension, size })
}

/// The size as it is shown: cameras store a picture lying down and say so.
fn upright_size<R: std::io::BufRead + std::io::Seek>(
    reader: image::ImageReader<R>,
) -> Result<(u32, u32), image::ImageError> {
    use image::ImageDecoder;
    use image::metadata::Orientation;
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let lying = matches!(
        decoder.orientation()?,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Ok(if lying { (height, width) } else { (width, height) })
}
