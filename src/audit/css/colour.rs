//! Turns the name of a colour into what is seen, and two of them into how well one stands out from the other.

use cssparser::{Parser, ParserInput};
use cssparser_color::Color;

/// Red, green, blue from 0 to 1, and how much of it covers what lies behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    pub rgb: [f32; 3],
    pub alpha: f32,
}

impl Colour {
    pub const BLACK: Self = Self { rgb: [0.0; 3], alpha: 1.0 };
    pub const WHITE: Self = Self { rgb: [1.0; 3], alpha: 1.0 };
    pub const CLEAR: Self = Self { rgb: [0.0; 3], alpha: 0.0 };

    /// A colour of CSS that is the same for everybody; `current` stands for `currentcolor`.
    pub fn parse(text: &str, current: Option<Self>) -> Option<Self> {
        let mut input = ParserInput::new(text);
        let mut parser = Parser::new(&mut input);
        let parsed =
            parser.parse_entirely(|parser| Color::parse(parser).map_err(|_| parser.new_custom_error::<(), ()>(())));
        match parsed {
            Ok(Color::CurrentColor) => current,
            Ok(Color::Rgba(colour)) => {
                let part = |part: u8| f32::from(part) / 255.0;
                Some(Self { rgb: [part(colour.red), part(colour.green), part(colour.blue)], alpha: colour.alpha })
            }
            _ => None,
        }
    }

    /// This colour as it is seen before another that hides all behind it.
    pub fn over(self, behind: Self) -> Self {
        let mix = |front: f32, back: f32| front * self.alpha + back * (1.0 - self.alpha);
        let rgb = std::array::from_fn(|part| mix(self.rgb[part], behind.rgb[part]));
        Self { rgb, alpha: self.alpha + behind.alpha * (1.0 - self.alpha) }
    }

    pub fn faded(self, opacity: f32) -> Self {
        Self { alpha: self.alpha * opacity, ..self }
    }

    /// A colour on the way to another.
    pub fn towards(self, other: Self, way: f32) -> Self {
        let between = |from: f32, to: f32| from + (to - from) * way;
        Self {
            rgb: std::array::from_fn(|part| between(self.rgb[part], other.rgb[part])),
            alpha: between(self.alpha, other.alpha),
        }
    }

    fn luminance(self) -> f32 {
        let linear = |part: f32| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(self.rgb[0]) + 0.7152 * linear(self.rgb[1]) + 0.0722 * linear(self.rgb[2])
    }
}

/// The contrast ratio of WCAG 2, from 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
