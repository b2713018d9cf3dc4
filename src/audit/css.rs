//! Turns style sheets into how each element looks, as far as a look at the text alone can say; what it cannot say is
//! unknown, never guessed.

mod colour;
mod selector;
mod sheet;
mod style;
mod value;

pub use colour::{Colour, contrast};
pub use style::{Backdrop, Styles};

use super::document::Document;

/// Whether something holds, as far as can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    No,
    Maybe,
    Yes,
}

impl Sure {
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    pub fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

impl From<bool> for Sure {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// How every element of a page looks, by the page's own `style` elements and the sheets given.
pub fn styles(document: &Document, sheets: &[&str]) -> Styles {
    let own: Vec<String> =
        document.elements.iter().filter(|&&id| document.tag(id) == "style").map(|&id| document.all_text(id)).collect();
    let all: Vec<sheet::Rule> =
        sheets.iter().copied().chain(own.iter().map(String::as_str)).flat_map(sheet::rules).collect();
    style::cascade(document, &all)
}
