//! Turns a theme's `print/` and `fonts/` into what leaflets are set with.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::contrast::contrast;
use super::{Colour, Files, PairUse, Tokens, below};
use crate::diag::{Code, Finding, Place};
use crate::load::{Hash, Source, embedded_fonts};
use crate::model::written;

/// `print:` in `theme.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PrintSettings {
    /// Families in the order in which a letter is looked for; for each language the one that covers it best comes first.
    /// Empty for all families of `fonts/`, by name.
    pub fonts: Vec<String>,
    pub colours: Colours,
    /// Whether pages have 3 mm more on each side, and marks where to cut.
    #[serde(deserialize_with = "written::yes_or_no")]
    pub bleed: bool,
}

impl Default for PrintSettings {
    fn default() -> Self {
        Self { fonts: Vec::new(), colours: Colours::All, bleed: false }
    }
}

/// The inks of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    All,
    /// Black alone; pictures are grey.
    One,
}

/// What leaflets are set with. Complete before the first is.
#[derive(Clone, Debug)]
pub struct PrintTheme {
    pub settings: PrintSettings,
    /// The colours of light screens by name, as far as they can be read on white paper.
    pub inks: BTreeMap<String, String>,
    /// Templates by their name in `print/`, with the file that each is.
    pub templates: BTreeMap<String, (Arc<str>, Arc<str>)>,
    /// In the order of their names.
    pub fonts: Vec<FontFile>,
    /// Of all of these.
    pub hash: Hash,
}

/// A font file by its path in the portal.
#[derive(Clone, Debug)]
pub struct FontFile {
    pub path: Arc<str>,
    pub bytes: FontBytes,
}

/// Fonts that the program carries are not copied.
#[derive(Clone, Debug)]
pub enum FontBytes {
    Carried(&'static [u8]),
    Own(Arc<[u8]>),
}

impl AsRef<[u8]> for FontBytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Carried(bytes) => bytes,
            Self::Own(bytes) => bytes,
        }
    }
}

/// Whether a file of a theme is a font.
pub fn is_font(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".ttf", ".otf", ".ttc"].iter().any(|ending| path.ends_with(ending))
}

impl PrintTheme {
    /// Fonts that are not read yet are not among them: nothing is printed then.
    pub(super) fn build(
        files: &Files<'_>,
        (settings, tokens): (&PrintSettings, &Tokens),
        findings: &mut Vec<Finding>,
    ) -> Self {
        let mut templates = BTreeMap::new();
        let inks = inks(tokens);
        let mut hashes = format!("{settings:?} {inks:?}");
        for (name, source) in below(files, "print/").into_iter().filter(|(name, _)| name.ends_with(".typ")) {
            match source.text() {
                Some(text) => {
                    hashes.push_str(&format!(" {name} {}", source.hash.hex(Hash::DIGITS)));
                    templates.insert(name, (source.path.clone(), text.clone()));
                }
                None => findings.push(not_text(source)),
            }
        }
        let fonts = fonts(files);
        for (font, hash) in &fonts {
            hashes.push_str(&format!(
                " {} {}",
                font.path,
                hash.map_or_else(String::new, |hash| hash.hex(Hash::DIGITS))
            ));
        }
        let fonts = fonts.into_iter().map(|(font, _)| font).collect();
        Self { settings: settings.clone(), inks, templates, fonts, hash: Hash::of(hashes.as_bytes()) }
    }
}

/// What words need: 4.5 : 1 on white.
fn inks(tokens: &Tokens) -> BTreeMap<String, String> {
    let paper = Colour::of_channels([255; 3]);
    let readable = tokens.light.iter().filter(|(_, colour)| contrast(colour, &paper) >= PairUse::Text.least());
    readable.map(|(name, colour)| (name.clone(), colour.as_str().to_owned())).collect()
}

fn not_text(source: &Source) -> Finding {
    Finding::new(Code::ThemeFile, format!("the template `{}` is not UTF-8 text", source.path))
        .at(Place::file(&source.path))
}

/// The embedded fonts with those of the portal's themes laid over them by name. A carried one needs no hash: another
/// program carries others, and takes nothing over from this one.
fn fonts(files: &Files<'_>) -> Vec<(FontFile, Option<Hash>)> {
    let mut fonts = BTreeMap::new();
    for (path, bytes) in embedded_fonts() {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        let bytes = match bytes {
            Cow::Borrowed(bytes) => FontBytes::Carried(bytes),
            Cow::Owned(bytes) => FontBytes::Own(bytes.into()),
        };
        fonts.insert(name, (FontFile { path: path.into(), bytes }, None));
    }
    for (name, source) in below(files, "fonts/").into_iter().filter(|(name, _)| is_font(name)) {
        if let Some(bytes) = source.bytes() {
            let font = FontFile { path: source.path.clone(), bytes: FontBytes::Own(bytes.into()) };
            fonts.insert(name, (font, Some(source.hash)));
        }
    }
    fonts.into_values().collect()
}
