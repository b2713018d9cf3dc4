//! Turns `theme.yaml` into the theme's colours and settings, with the portal's own colours laid over them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use serde::Deserialize;

use super::PrintSettings;
use crate::diag::{Code, Finding, Place};
use crate::model::Table;

/// `theme.yaml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    pub name: String,
    /// Where the quick exit of sensitive pages leads.
    #[serde(rename = "quick-exit")]
    pub quick_exit: String,
    pub tokens: Tokens,
    /// Which colours stand on which: what contrast is computed for.
    pub pairs: Vec<Pair>,
    #[serde(default)]
    pub print: PrintSettings,
}

/// The colours by name, for light and for dark screens. Both have the same names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    pub light: Table<String, Colour>,
    pub dark: Table<String, Colour>,
}

/// Two tokens that meet on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub front: String,
    pub back: String,
    #[serde(rename = "for")]
    pub usage: PairUse,
}

/// What the front colour is used for, which says how much contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairUse {
    /// 4.5 : 1.
    Text,
    /// Large text, focus marks and the edges of controls: 3 : 1.
    Mark,
    /// Lines and grounds that say nothing which is not also said in words: no limit.
    Decoration,
}

/// A colour as `#rgb` or `#rrggbb`: the only forms whose contrast is certain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(String);

impl Colour {
    /// Checks what an editor wrote.
    ///
    /// # Errors
    /// Says what a colour looks like.
    pub fn new(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        if matches!(digits.len(), 3 | 6) && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(format!("`{text}` is not a colour: write it in quotes, like `\"#0b4f9e\"`"))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Red, green and blue.
    pub fn channels(&self) -> [u8; 3] {
        let digits = &self.0[1..];
        let width = digits.len() / 3;
        [0, 1, 2].map(|channel| {
            let digits = &digits[channel * width..(channel + 1) * width];
            let value = u8::from_str_radix(digits, 16).expect("a colour is made of hexadecimal digits");
            if width == 1 { value * 17 } else { value }
        })
    }

    pub fn of_channels([red, green, blue]: [u8; 3]) -> Self {
        Self(format!("#{red:02x}{green:02x}{blue:02x}"))
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::new(&text)
    }
}

/// Reads `theme.yaml`.
///
/// # Errors
/// A finding that says what is wrong with the file.
pub fn read(path: &Arc<str>, text: &str) -> Result<ThemeFile, Finding> {
    let file: ThemeFile = serde_yaml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let at = error.location().map_or(0, |location| location.index());
        let place = if at > 0 { Place::bytes(path, at..at) } else { Place::file(path) };
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        Finding::new(Code::ThemeFile, format!("the theme's settings cannot be read: {message}")).at(place)
    })?;
    let names = |tokens: &Table<String, Colour>| tokens.keys().cloned().collect::<Vec<_>>();
    if names(&file.tokens.light) != names(&file.tokens.dark) {
        return Err(Finding::new(Code::ThemeFile, "the theme's light and dark colours do not have the same names")
            .at(Place::key(path, ["tokens".into()]))
            .help("give each colour a value under `light` and one under `dark`"));
    }
    Ok(file)
}

/// Lays a portal's colours over the theme's: `link` is a light colour, `dark-link` a dark one.
pub fn replace(tokens: &Tokens, colours: &BTreeMap<String, String>, findings: &mut Vec<Finding>) -> Tokens {
    let mut light = (*tokens.light).clone();
    let mut dark = (*tokens.dark).clone();
    for (name, value) in colours {
        let token = match name.strip_prefix("dark-") {
            Some(name) => dark.get_mut(name),
            None => light.get_mut(name.as_str()),
        };
        match (token, Colour::new(value)) {
            (Some(token), Ok(colour)) => *token = colour,
            (None, _) => findings.push(unknown(name, &light_names(tokens))),
            (_, Err(problem)) => findings.push(Finding::worded(Code::ThemeFile, &problem).at(place(name))),
        }
    }
    Tokens { light: light.into_iter().collect(), dark: dark.into_iter().collect() }
}

fn light_names(tokens: &Tokens) -> Vec<&str> {
    tokens.light.keys().map(String::as_str).collect()
}

fn place(name: &str) -> Place {
    Place::key(&"content/portal.yaml".into(), ["colours".into(), name.into()])
}

fn unknown(name: &str, names: &[&str]) -> Finding {
    Finding::new(Code::ThemeFile, format!("the theme has no colour `{name}`"))
        .at(place(name))
        .help(format!("its colours are `{}`; write `dark-` before one for dark screens", names.join("`, `")))
}

/// The colours as custom properties, which the stylesheet begins with.
pub fn css(tokens: &Tokens) -> String {
    format!(
        ":root{{color-scheme:light dark;{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}",
        properties(&tokens.light),
        properties(&tokens.dark)
    )
}

fn properties(colours: &Table<String, Colour>) -> String {
    let mut css = String::new();
    for (name, colour) in colours.iter() {
        write!(css, "--{name}:{};", colour.as_str()).expect("writing to a String cannot fail");
    }
    css.pop();
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "name: Plain\nquick-exit: https://www.example.org/\ntokens:\n  light: { text: '#000', page: '#FFFFFF' }\n  dark: { text: '#fff', page: '#111111' }\npairs:\n  - { front: text, back: page, for: text }\n";

    fn file(text: &str) -> Result<ThemeFile, String> {
        read(&"themes/plain/theme.yaml".into(), text).map_err(|finding| finding.message)
    }

    fn replaced(colours: &[(&str, &str)]) -> (String, Vec<String>) {
        let mut findings = Vec::new();
        let colours = colours.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let tokens = replace(&file(FILE).unwrap().tokens, &colours, &mut findings);
        (css(&tokens), findings.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn colours_become_properties() {
        assert_eq!(
            replaced(&[("text", "#222"), ("dark-page", "#000000")]),
            (
                ":root{color-scheme:light dark;--page:#ffffff;--text:#222}\
                 @media (prefers-color-scheme:dark){:root{--page:#000000;--text:#fff}}"
                    .to_owned(),
                vec![]
            )
        );
    }

    #[test]
    fn a_portal_changes_only_colours_that_are_there() {
        let (css, findings) = replaced(&[("txt", "#222"), ("page", "white"), ("dark-text", "url(x)")]);
        assert!(css.contains("--page:#ffffff"));
        assert_eq!(findings, ["`url(x)` is not a colour", "`white` is not a colour", "the theme has no colour `txt`",]);
    }

    #[test]
    fn light_and_dark_have_the_same_names() {
        assert!(file(FILE).is_ok());
        assert_eq!(
            file(&FILE.replace("page: '#111111'", "back: '#111111'")).unwrap_err(),
            "the theme's light and dark colours do not have the same names"
        );
        assert_eq!(
            file(&FILE.replace("'#111111'", "black")).unwrap_err(),
            "the theme's settings cannot be read: tokens.dark: `black` is not a colour: write it in quotes, like `\"#0b4f9e\"`"
        );
    }
}
