//! Turns the repository's themes and interface strings into files of every portal, carried in the binary.

use std::borrow::Cow;

use rust_embed::Embed;

#[derive(Embed)]
#[folder = "themes/"]
#[prefix = "themes/"]
#[exclude = "default/fonts/*"]
#[allow_missing = true]
struct Themes;

#[derive(Embed)]
#[folder = "locales/"]
#[prefix = "locales/"]
#[allow_missing = true]
struct Locales;

/// The fonts of the theme that all others are laid on. They are large, and only prints need them.
#[cfg(feature = "prints")]
#[derive(Embed)]
#[folder = "themes/default/fonts/"]
#[prefix = "themes/default/fonts/"]
struct Fonts;

type File = (Cow<'static, str>, Cow<'static, [u8]>);

/// Every embedded file by its path from a portal's folder: `themes/default/theme.yaml`. Dot-files are left out.
pub fn files() -> Vec<File> {
    let themes = Themes::iter().map(|path| (Themes::get(&path), path));
    let locales = Locales::iter().map(|path| (Locales::get(&path), path));
    themes
        .chain(locales)
        .filter(|(_, path)| path.split('/').all(|segment| !segment.starts_with('.')))
        .map(|(file, path)| (path, file.expect("what is listed is carried").data))
        .collect()
}

/// Every embedded font by its path from a portal's folder.
#[cfg(feature = "prints")]
pub fn embedded_fonts() -> Vec<File> {
    let carried = |path: &str| Fonts::get(path).expect("what is listed is carried").data;
    Fonts::iter().filter(|path| path.ends_with(".ttf")).map(|path| (path.clone(), carried(&path))).collect()
}

/// Without prints no font is carried.
#[cfg(not(feature = "prints"))]
pub fn embedded_fonts() -> Vec<File> {
    Vec::new()
}

/// Whether a file lies in a theme's `fonts/`.
pub fn is_of_fonts(path: &str) -> bool {
    path.strip_prefix("themes/").and_then(|inside| inside.split('/').nth(1)) == Some("fonts")
}
