//! Turns the colours of a theme and the pairs in which they meet into findings where they are too much alike.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::sheet::{Meeting, Sheet};
use super::tokens::{Colour, Pair, PairUse, Tokens};
use crate::diag::{Code, Finding, Place, nearest};

/// What colours are checked with: where the theme and the portal say them.
#[derive(Clone, Copy, Debug)]
pub struct Palette<'a> {
    pub tokens: &'a Tokens,
    pub pairs: &'a [Pair],
    /// `theme.yaml`.
    pub file: &'a Arc<str>,
    /// The portal's own colours, by their keys in `portal.yaml`.
    pub own: &'a BTreeMap<String, String>,
}

/// Which of the two sets of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Light,
    Dark,
}

impl PairUse {
    /// The least contrast (WCAG 2.2: 1.4.3 for text, 1.4.11 for large text, focus, and the edges of controls).
    pub fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Mark => 3.0,
            Self::Decoration => 1.0,
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Text => "text needs",
            Self::Mark => "marks and edges need",
            Self::Decoration => "decoration needs",
        }
    }
}

/// Every pair that readers could not tell apart, on light and on dark screens, and every pair of unknown colours.
pub fn check(palette: &Palette<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, pair) in palette.pairs.iter().enumerate() {
        let unknown = [("front", &pair.front), ("back", &pair.back)]
            .into_iter()
            .filter(|(_, name)| palette.colour(Screen::Light, name).is_none());
        let before = findings.len();
        findings.extend(unknown.map(|(key, name)| palette.unknown_pair(position, (key, name))));
        if findings.len() == before {
            findings.extend([Screen::Light, Screen::Dark].into_iter().filter_map(|screen| palette.alike(pair, screen)));
        }
    }
    findings
}

/// A stylesheet with its path.
pub type Named<'a> = (&'a Arc<str>, Sheet<'a>);

/// Colours of the stylesheets that the theme does not have, and colours that meet there and in no pair.
pub fn check_sheets(palette: &Palette<'_>, sheets: &[Named<'_>]) -> Vec<Finding> {
    let defined: BTreeSet<&str> = sheets.iter().flat_map(|(_, sheet)| sheet.defined.iter().copied()).collect();
    let in_sheets = sheets.iter().flat_map(|(path, sheet)| {
        let missing = palette.missing(sheet, path, &defined);
        missing.into_iter().chain(palette.unlisted(sheet, path))
    });
    in_sheets.chain(palette.unpaired()).collect()
}

impl Palette<'_> {
    fn colour(&self, screen: Screen, name: &str) -> Option<&Colour> {
        match screen {
            Screen::Light => self.tokens.light.get(name),
            Screen::Dark => self.tokens.dark.get(name),
        }
    }

    fn unknown_pair(&self, position: usize, (key, name): (&str, &str)) -> Finding {
        let finding = Finding::new(Code::UnknownColour, format!("a pair names the colour `{name}`, which is no token"))
            .at(Place::key(self.file, ["pairs".into(), position.into(), key.into()]));
        match nearest(name, self.tokens.light.keys().map(String::as_str)) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("give it a value under `tokens`, or remove the pair"),
        }
    }

    fn is_token(&self, name: &str) -> bool {
        self.tokens.light.contains_key(name)
    }

    /// What a stylesheet uses and nobody gives a value.
    fn missing(&self, sheet: &Sheet<'_>, path: &Arc<str>, defined: &BTreeSet<&str>) -> Vec<Finding> {
        let names = || self.tokens.light.keys().map(String::as_str).chain(defined.iter().copied());
        let missing = sheet.used.iter().filter(|(name, _)| !self.is_token(name) && !defined.contains(name));
        let finding = |(name, place): &(&str, Range<usize>)| {
            let message = format!("the stylesheet uses `--{name}`, which has no value");
            let help = "give it a value under `tokens` in `theme.yaml`, or in the stylesheet itself";
            let near = nearest(name, names());
            let help = near.map_or_else(|| help.to_owned(), |near| format!("did you mean `--{near}`?"));
            Finding::new(Code::UnknownColour, message).at(Place::bytes(path, place.clone())).help(help)
        };
        missing.map(finding).collect()
    }

    /// Colours that meet in a rule of a stylesheet, but in no pair.
    fn unlisted(&self, sheet: &Sheet<'_>, path: &Arc<str>) -> Vec<Finding> {
        let is_listed =
            |front: &str, back: &str| self.pairs.iter().any(|pair| pair.front == front && pair.back == back);
        let unlisted = sheet.meetings.iter().filter(|Meeting { front, back, .. }| {
            self.is_token(front) && self.is_token(back) && !is_listed(front, back)
        });
        let finding = |Meeting { front, back, place }: &Meeting<'_>| {
            let message = format!("the stylesheet shows `{front}` on `{back}`, but no pair says so");
            let help = format!(
                "add `- {{ front: {front}, back: {back}, for: text }}` to `pairs` in `theme.yaml`, so that their \
                 contrast is checked"
            );
            Finding::new(Code::UnpairedColour, message).at(Place::bytes(path, place.clone())).help(help)
        };
        unlisted.map(finding).collect()
    }

    /// Tokens in no pair: nobody knows whether they can be seen.
    fn unpaired(&self) -> impl Iterator<Item = Finding> {
        let is_paired = |name: &str| self.pairs.iter().any(|pair| pair.front == name || pair.back == name);
        self.tokens.light.keys().filter(move |name| !is_paired(name)).map(|name| {
            Finding::new(
                Code::UnpairedColour,
                format!("the colour `{name}` is in no pair, so its contrast is not checked"),
            )
            .at(Place::key(self.file, ["tokens".into(), "light".into(), name.as_str().into()]))
            .help("add each colour that it meets to `pairs`, or remove it")
        })
    }

    fn alike(&self, pair: &Pair, screen: Screen) -> Option<Finding> {
        let (front, back) = (self.colour(screen, &pair.front)?, self.colour(screen, &pair.back)?);
        let (found, least) = (contrast(front, back), pair.usage.least());
        if found >= least {
            return None;
        }
        // What the portal changed is what an editor can mend; else the colour in front.
        let key = |name: &str| own_key(screen, name);
        let mend_back = !self.own.contains_key(&key(&pair.front)) && self.own.contains_key(&key(&pair.back));
        let (name, changed, other) = if mend_back { (&pair.back, back, front) } else { (&pair.front, front, back) };
        let message = format!(
            "`{}` on `{}` is {} : 1 on {} screens; {} at least {least} : 1",
            key(&pair.front),
            key(&pair.back),
            rounded_down(found),
            match screen {
                Screen::Light => "light",
                Screen::Dark => "dark",
            },
            pair.usage.what(),
        );
        let finding = Finding::new(Code::LowContrast, message).at(self.place(screen, name));
        Some(match nearest_passing(changed, other, least) {
            Some(near) => {
                finding.help(format!("the nearest `{}` that can be read is `\"{}\"`", key(name), near.as_str()))
            }
            None => finding.help(format!("no `{}` can be read there: change the other colour too", key(name))),
        })
    }

    fn place(&self, screen: Screen, name: &str) -> Place {
        let key = own_key(screen, name);
        if self.own.contains_key(&key) {
            return Place::key(&"content/portal.yaml".into(), ["colours".into(), key.as_str().into()]);
        }
        let screen = match screen {
            Screen::Light => "light",
            Screen::Dark => "dark",
        };
        Place::key(self.file, ["tokens".into(), screen.into(), name.into()])
    }
}

/// What a portal calls a token.
fn own_key(screen: Screen, name: &str) -> String {
    match screen {
        Screen::Light => name.to_owned(),
        Screen::Dark => format!("dark-{name}"),
    }
}

/// To two places, never up: 4.499 is not 4.5.
fn rounded_down(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(a: &Colour, b: &Colour) -> f64 {
    let (a, b) = (luminance(a.channels()), luminance(b.channels()));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(channels: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The colour that passes and is least changed: towards black or white, whichever is the shorter way.
fn nearest_passing(colour: &Colour, other: &Colour, least: f64) -> Option<Colour> {
    (1..=255_u8).find_map(|step| {
        let towards = [0, 255].map(|end| Colour::of_channels(colour.channels().map(|from| between(from, end, step))));
        towards.into_iter().find(|changed| contrast(changed, other) >= least)
    })
}

/// `step` 255ths of the way from one value to another.
fn between(from: u8, to: u8, step: u8) -> u8 {
    let [from, to, step] = [from, to, step].map(u32::from);
    let value = (from * (255 - step) + to * step + 127) / 255;
    u8::try_from(value).expect("what lies between two bytes is a byte")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::new(text).unwrap()
    }

    /// Worked values of WebAIM's and the WCAG working group's examples.
    #[test]
    fn contrast_is_that_of_wcag() {
        for (a, b, ratio) in [
            ("#000000", "#ffffff", "21.00"),
            ("#fff", "#fff", "1.00"),
            ("#777777", "#ffffff", "4.47"),
            ("#767676", "#ffffff", "4.54"),
            ("#0000ff", "#ffffff", "8.59"),
            ("#ff0000", "#ffffff", "3.99"),
            ("#949494", "#ffffff", "3.03"),
        ] {
            assert_eq!(rounded_down(contrast(&colour(a), &colour(b))), ratio, "{a} on {b}");
            assert_eq!(rounded_down(contrast(&colour(b), &colour(a))), ratio, "{b} on {a}");
        }
    }

    #[test]
    fn the_nearest_colour_passes_and_the_one_before_it_does_not() {
        for (front, back, least, near) in [
            ("#777777", "#ffffff", 4.5, "#767676"),
            ("#777777", "#000000", 4.7, "#787878"),
            ("#ffffff", "#ffffff", 4.5, "#767676"),
        ] {
            let found = nearest_passing(&colour(front), &colour(back), least).unwrap();
            assert_eq!(found.as_str(), near);
        }
        assert_eq!(nearest_passing(&colour("#777"), &colour("#777"), 7.0), None);
    }
}
