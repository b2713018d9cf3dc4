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

/// Every embedded file by its path from a portal's folder: `themes/default/theme.yaml`. Dot-files are left out.
pub fn files() -> Vec<(Cow<'static, str>, Cow<'static, [u8]>)> {
    let themes = Themes::iter().map(|path| (Themes::get(&path), path));
    let locales = Locales::iter().map(|path| (Locales::get(&path), path));
    themes
        .chain(locales)
        .filter(|(_, path)| path.split('/').all(|segment| !segment.starts_with('.')))
        .map(|(file, path)| (path, file.expect("what is listed is carried").data))
        .collect()
}
