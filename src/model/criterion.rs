//! Turns the number of a success criterion of WCAG 2.2 into a checked one that knows its name.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A success criterion of level A or AA by its number: `1.4.10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Criterion(&'static (&'static str, &'static str));

impl Criterion {
    /// Every criterion, in the order of the standard.
    pub fn all() -> impl Iterator<Item = Self> {
        CRITERIA.iter().map(Self)
    }

    /// Checks a number that an editor wrote.
    ///
    /// # Errors
    /// Says what a number looks like.
    pub fn new(number: &str) -> Result<Self, String> {
        let found = Self::all().find(|criterion| criterion.number() == number);
        found.ok_or_else(|| {
            format!(
                "`{number}` is no success criterion of level A or AA of WCAG 2.2: write its number, like `1.3.1` or \
                 `2.4.11`"
            )
        })
    }

    pub fn number(self) -> &'static str {
        self.0.0
    }

    /// Its name in English, the language of the standard.
    pub fn name(self) -> &'static str {
        self.0.1
    }
}

impl<'de> Deserialize<'de> for Criterion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// Web Content Accessibility Guidelines 2.2 (W3C Recommendation, 12 December 2024), without 4.1.1, which is obsolete.
const CRITERIA: &[(&str, &str)] = &[
    ("1.1.1", "Non-text Content"),
    ("1.2.1", "Audio-only and Video-only (Prerecorded)"),
    ("1.2.2", "Captions (Prerecorded)"),
    ("1.2.3", "Audio Description or Media Alternative (Prerecorded)"),
    ("1.2.4", "Captions (Live)"),
    ("1.2.5", "Audio Description (Prerecorded)"),
    ("1.3.1", "Info and Relationships"),
    ("1.3.2", "Meaningful Sequence"),
    ("1.3.3", "Sensory Characteristics"),
    ("1.3.4", "Orientation"),
    ("1.3.5", "Identify Input Purpose"),
    ("1.4.1", "Use of Color"),
    ("1.4.2", "Audio Control"),
    ("1.4.3", "Contrast (Minimum)"),
    ("1.4.4", "Resize Text"),
    ("1.4.5", "Images of Text"),
    ("1.4.10", "Reflow"),
    ("1.4.11", "Non-text Contrast"),
    ("1.4.12", "Text Spacing"),
    ("1.4.13", "Content on Hover or Focus"),
    ("2.1.1", "Keyboard"),
    ("2.1.2", "No Keyboard Trap"),
    ("2.1.4", "Character Key Shortcuts"),
    ("2.2.1", "Timing Adjustable"),
    ("2.2.2", "Pause, Stop, Hide"),
    ("2.3.1", "Three Flashes or Below Threshold"),
    ("2.4.1", "Bypass Blocks"),
    ("2.4.2", "Page Titled"),
    ("2.4.3", "Focus Order"),
    ("2.4.4", "Link Purpose (In Context)"),
    ("2.4.5", "Multiple Ways"),
    ("2.4.6", "Headings and Labels"),
    ("2.4.7", "Focus Visible"),
    ("2.4.11", "Focus Not Obscured (Minimum)"),
    ("2.5.1", "Pointer Gestures"),
    ("2.5.2", "Pointer Cancellation"),
    ("2.5.3", "Label in Name"),
    ("2.5.4", "Motion Actuation"),
    ("2.5.7", "Dragging Movements"),
    ("2.5.8", "Target Size (Minimum)"),
    ("3.1.1", "Language of Page"),
    ("3.1.2", "Language of Parts"),
    ("3.2.1", "On Focus"),
    ("3.2.2", "On Input"),
    ("3.2.3", "Consistent Navigation"),
    ("3.2.4", "Consistent Identification"),
    ("3.2.6", "Consistent Help"),
    ("3.3.1", "Error Identification"),
    ("3.3.2", "Labels or Instructions"),
    ("3.3.3", "Error Suggestion"),
    ("3.3.4", "Error Prevention (Legal, Financial, Data)"),
    ("3.3.7", "Redundant Entry"),
    ("3.3.8", "Accessible Authentication (Minimum)"),
    ("4.1.2", "Name, Role, Value"),
    ("4.1.3", "Status Messages"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_is_known_by_its_whole_number() {
        assert_eq!(Criterion::new("1.4.10").unwrap().name(), "Reflow");
        for number in ["1.4", "1.4.1.0", "4.1.1", "1.4.6", "WCAG 1.4.10"] {
            assert!(Criterion::new(number).is_err(), "{number}");
        }
        assert_eq!(Criterion::all().count(), 55);
    }
}
