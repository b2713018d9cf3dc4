//! Turns the fonts that prints are set in into the scripts that they cover, and the languages that they do not.

use super::Sign;
use crate::config::Portal;
use crate::formats::{Typefaces, lacking, scripts};
use crate::load::Sources;
use crate::resolve::Words;
use crate::theme::Theme;

/// What every print says in each language of the portal.
const ON_EVERY_PRINT: &str = "print-other-formats";

/// So many letters show what is lacking.
const SHOWN: usize = 5;

/// A sign for each family, and for each language that prints cannot be written in.
pub fn signs(portal: &Portal, sources: &Sources, words: &Words) -> Vec<Sign> {
    let mut findings = Vec::new();
    // A theme with mistakes is for `fingerpost check`.
    let Some(theme) = Theme::build(sources, &portal.theme, &portal.colours).take(&mut findings) else {
        return Vec::new();
    };
    let fonts = Typefaces::new(&theme.print);
    let mut signs: Vec<Sign> = scripts(&fonts).iter().map(|(family, scripts)| family_sign(family, scripts)).collect();
    for &language in &portal.languages {
        let said = words.autonym(language) + &words.text_plain(language, ON_EVERY_PRINT, &[]);
        let lacking = lacking(&fonts, &said);
        if !lacking.is_empty() {
            let shown: Vec<String> = lacking.iter().take(SHOWN).map(|letter| format!("`{letter}`")).collect();
            signs.push(Sign::Lacks(format!(
                "{language}: no font of prints has its letters, such as {}: put one that has them into `fonts/` of your \
                 theme (`themes/{}/fonts/`)",
                shown.join(" "),
                portal.theme
            )));
        }
    }
    signs
}

fn family_sign(family: &str, scripts: &[&str]) -> Sign {
    Sign::Good(match scripts {
        [] => format!("prints: the font {family} has all letters of none of the scripts that are looked for"),
        _ => format!("prints: the font {family} has the letters of {}", scripts.join(", ")),
    })
}
