//! Turns an image of the portal into the one that is published: no wider than a page, without hidden data.

use std::io::Cursor;

use fast_image_resize::Resizer;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use super::Output;
use crate::diag::{Code, Finding, Place};
use crate::load::Source;
use crate::plan::ImagePlan;

/// JPEG quality on a scale of 100; below this, text in photographs becomes hard to read.
const QUALITY: u8 = 80;

/// Pixels that an image may have before it is read: 100 megapixels take 400 MB.
const MAX_PIXELS: u64 = 100_000_000;

/// The published image. Drawings are copied; photographs are turned upright, resized and written anew, so that neither
/// EXIF nor a place on the map goes out with them.
///
/// # Errors
/// A finding at the image if it cannot be read.
pub fn image(plan: &ImagePlan, source: &Source) -> Result<Output, Finding> {
    let path = plan.asset.route.path();
    let Some(size) = plan.asset.size else {
        let bytes = source.text().map(|text| text.as_bytes().to_vec()).unwrap_or_default();
        return Ok(Output { path, bytes });
    };
    let problem = |error: String| {
        Finding::new(Code::BadImage, format!("the image `{}` cannot be read: {error}", source.path))
            .at(Place::file(&source.path))
            .help("save it again as JPEG or PNG")
    };
    let bytes = source.bytes().ok_or_else(|| problem("it is too large".to_owned()))?;
    let bytes = convert(bytes, size).map_err(|error| problem(error.to_string()))?;
    Ok(Output { path, bytes })
}

fn convert(bytes: &[u8], size: (u32, u32)) -> Result<Vec<u8>, image::ImageError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let format = reader.format().unwrap_or(ImageFormat::Jpeg);
    let mut decoder = reader.into_decoder()?;
    let (full_width, full_height) = decoder.dimensions();
    if u64::from(full_width) * u64::from(full_height) > MAX_PIXELS {
        return Err(image::ImageError::Limits(image::error::LimitError::from_kind(
            image::error::LimitErrorKind::DimensionError,
        )));
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    encode(&resize(picture, size), format)
}

fn resize(picture: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    if picture.width() <= width {
        return picture;
    }
    let mut smaller = DynamicImage::new(width, height, picture.color());
    match Resizer::new().resize(&picture, &mut smaller, None) {
        Ok(()) => smaller,
        // A pixel format that the fast resizer does not know.
        Err(_) => picture.resize_exact(width, height, image::imageops::FilterType::Lanczos3),
    }
}

fn encode(picture: &DynamicImage, format: ImageFormat) -> Result<Vec<u8>, image::ImageError> {
    let mut bytes = Cursor::new(Vec::new());
    match format {
        ImageFormat::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
            DynamicImage::from(picture.to_rgb8()).write_with_encoder(encoder)?;
        }
        format => picture.write_to(&mut bytes, format)?,
    }
    Ok(bytes.into_inner())
}
