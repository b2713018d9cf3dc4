//! Turns the bytes of an image file into what it is, or why pages cannot show it.

mod drawing;

use std::io::{BufRead, Cursor, Seek};

use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, ImageFormat, ImageReader};

use crate::load::Source;

/// What an image file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// SVG: shapes without a size of their own.
    Drawing,
    Raster {
        extension: &'static str,
        /// Width and height as they are shown.
        size: (u32, u32),
    },
}

/// Why an image file cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// What it is instead, after "it".
    NotAnImage(String),
    /// What a drawing does or fetches that shapes do not, after "it".
    Active(String),
}

impl Unfit {
    pub fn why(&self) -> &str {
        match self {
            Self::NotAnImage(why) | Self::Active(why) => why,
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            Self::NotAnImage(_) => "use a JPEG, PNG, WebP, GIF or SVG file",
            Self::Active(_) => {
                "save it as a plain SVG with shapes alone: in Inkscape as `Plain SVG`, or with the tool `svgo`"
            }
        }
    }
}

/// What the image in `source` is.
///
/// # Errors
/// Why no page can show it.
pub fn look(source: &Source) -> Result<ImageKind, Unfit> {
    let not_an_image = |why: &str| Unfit::NotAnImage(why.to_owned());
    if source.path.to_lowercase().ends_with(".svg") {
        let text = source.text().ok_or_else(|| not_an_image("is not text, as a drawing is"))?;
        return drawing::look(text).map(|()| ImageKind::Drawing);
    }
    let bytes = source.bytes().ok_or_else(|| not_an_image("is too large"))?;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|_unreadable| not_an_image("is not an image"))?;
    let extension = match reader.format() {
        Some(ImageFormat::Jpeg) => "jpg",
        Some(ImageFormat::Png) => "png",
        Some(ImageFormat::WebP) => "webp",
        Some(ImageFormat::Gif) => "gif",
        _ => return Err(not_an_image("is not an image that browsers show")),
    };
    let size = upright_size(reader).map_err(|error| Unfit::NotAnImage(format!("cannot be read: {error}")))?;
    Ok(ImageKind::Raster { extension, size })
}

/// The size as it is shown: cameras store a picture lying down and say so.
fn upright_size<R: BufRead + Seek>(reader: ImageReader<R>) -> Result<(u32, u32), ImageError> {
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let lying = matches!(
        decoder.orientation()?,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    Ok(if lying { (height, width) } else { (width, height) })
}
