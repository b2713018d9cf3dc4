//! Turns the repository's themes and interface strings into files of every portal, carried in the binary.

use std::borrow::Cow;

use rust_embed::Embed;

#[derive(Embed)]
#[folder = "themes/"]
#[prefix = "themes/"]
#[allow_missing = true]
struct Themes;

#[derive(Embed)]
#[folder = "locales/"]
#[prefix = "locales/"]
#[allow_missing = true]
struct Locales;

type File = (Cow<'static, str>, Cow<'static, [u8]>);

/// Every embedded file by its path from a portal's folder: `themes/default/theme.yaml`. Dot-files are left out, and
/// fonts, which are large and which only prints need.
pub fn files() -> Vec<File> {
    let themes = Themes::iter().filter(|path| !is_of_fonts(path)).map(|path| (Themes::get(&path), path));
    let locales = Locales::iter().map(|path| (Locales::get(&path), path));
    themes
        .chain(locales)
        .filter(|(_, path)| path.split('/').all(|segment| !segment.starts_with('.')))
        .map(|(file, path)| (path, file.expect("what is listed is carried").data))
        .collect()
}

/// Every embedded font of the theme that all others are laid on, by its path from a portal's folder.
pub fn embedded_fonts() -> Vec<File> {
    let fonts = Themes::iter().filter(|path| is_of_fonts(path) && path.ends_with(".ttf"));
    let carried = |path: &str| Themes::get(path).expect("what is listed is carried").data;
    fonts.map(|path| (path.clone(), carried(&path))).collect()
}

/// Whether a file lies in a theme's `fonts/`.
pub fn is_of_fonts(path: &str) -> bool {
    path.strip_prefix("themes/").and_then(|inside| inside.split('/').nth(1)) == Some("fonts")
}
