//! Turns the values of declarations into numbers and colours, where they are the same for everybody.

use std::collections::HashMap;

use cssparser::{ParseError, Parser, ParserInput, Token};

use super::colour::Colour;
use super::style::Backdrop;

/// A length in pixels, from the size of the text around it and that of the page.
pub fn length(text: &str, (em, rem): (f32, f32)) -> Option<f32> {
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    let read = parser.parse_entirely(|parser| {
        let pixels = match parser.next()? {
            Token::Dimension { value, unit, .. } => unit_in_pixels(unit).map_or_else(
                || match &*unit.to_ascii_lowercase() {
                    "em" => Some(value * em),
                    "rem" => Some(value * rem),
                    _ => None,
                },
                |pixels| Some(value * pixels),
            ),
            Token::Percentage { unit_value, .. } => Some(unit_value * em),
            Token::Number { value, .. } if *value == 0.0 => Some(0.0),
            _ => None,
        };
        Ok::<_, ParseError<'_, ()>>(pixels)
    });
    read.unwrap_or_default()
}

fn unit_in_pixels(unit: &str) -> Option<f32> {
    let pixels = match &*unit.to_ascii_lowercase() {
        "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 9.6 / 2.54,
        _ => return None,
    };
    Some(pixels)
}

/// The size of text: a length, or one of the names.
pub fn font_size(text: &str, sizes: (f32, f32)) -> Option<f32> {
    let named = match &*text.to_ascii_lowercase() {
        "xx-small" => 9.0,
        "x-small" => 10.0,
        "small" => 13.0,
        "medium" => 16.0,
        "large" => 18.0,
        "x-large" => 24.0,
        "xx-large" => 32.0,
        "xxx-large" => 48.0,
        "smaller" => sizes.0 / 1.2,
        "larger" => sizes.0 * 1.2,
        "inherit" => sizes.0,
        _ => return length(text, sizes),
    };
    Some(named)
}

/// The value with each `var(--name)` replaced; none where one is not known.
pub fn with_variables(value: &str, known: &HashMap<String, String>) -> Option<String> {
    let mut text = value.to_owned();
    for _ in 0..32 {
        let Some(start) = text.find("var(") else { return Some(text) };
        let inner_start = start + 4;
        let end = inner_start + closing(&text[inner_start..])?;
        let inner = &text[inner_start..end];
        let (name, fallback) = inner.split_once(',').map_or((inner, None), |(name, rest)| (name, Some(rest)));
        let filling = known.get(name.trim()).map(String::as_str).or(fallback)?.trim().to_owned();
        text.replace_range(start..=end, &filling);
    }
    None
}

/// Where the bracket closes that is open.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' if open == 0 => return Some(at),
            b')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// What `background` and `background-image` paint behind text: a colour, and what lies over it.
pub fn background(value: &str, current: Option<Colour>) -> (Option<Colour>, Backdrop) {
    let mut colour = Some(Colour::CLEAR);
    let mut picture = Backdrop::Nothing;
    let mut layers = 0_usize;
    for layer in pieces(value, b',') {
        layers += 1;
        for piece in pieces(layer, b' ') {
            let lower = piece.to_ascii_lowercase();
            if lower.starts_with("linear-gradient(") || lower.starts_with("radial-gradient(") {
                picture = gradient(piece, current).map_or(Backdrop::Unknown, Backdrop::Gradient);
            } else if lower.contains("url(") || lower.contains("image") || lower.contains("gradient(") {
                picture = Backdrop::Unknown;
            } else if let Some(found) = Colour::parse(piece, current) {
                colour = Some(found);
            } else if !is_position(&lower) {
                colour = None;
            }
        }
    }
    if layers > 1 {
        picture = Backdrop::Unknown;
    }
    (colour, picture)
}

fn is_position(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "none",
        "repeat",
        "no-repeat",
        "repeat-x",
        "repeat-y",
        "round",
        "space",
        "scroll",
        "fixed",
        "local",
        "top",
        "bottom",
        "left",
        "right",
        "center",
        "cover",
        "contain",
        "auto",
        "/",
        "border-box",
        "padding-box",
        "content-box",
        "initial",
        "unset",
        "text",
    ];
    WORDS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '/'))
}

/// The parts of a value between marks that stand outside brackets.
fn pieces(value: &str, mark: u8) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut open) = (0, 0_usize);
    for (at, byte) in value.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' => open = open.saturating_sub(1),
            byte if open == 0 && (byte == mark || (mark == b' ' && byte.is_ascii_whitespace())) => {
                pieces.push(&value[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&value[start..]);
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// The colours of a gradient, in order.
fn gradient(text: &str, current: Option<Colour>) -> Option<Vec<Colour>> {
    let inner = text.split_once('(')?.1.strip_suffix(')')?;
    let mut colours = Vec::new();
    for (number, part) in pieces(inner, b',').into_iter().enumerate() {
        let words = pieces(part, b' ');
        let found = words.iter().find_map(|word| Colour::parse(word, current));
        match found {
            Some(colour) => colours.push(colour),
            // The first part may say the direction.
            None if number == 0 => {}
            None => return None,
        }
    }
    (colours.len() > 1).then_some(colours)
}
