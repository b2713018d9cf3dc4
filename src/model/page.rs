//! Turns a page's front matter into a type.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Answer, AudienceId, LocalityId, PageId, Slug, TopicId, stored, written};

/// What stands above a page's text, between two lines `---`.
#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The page's heading, and its name in menus and lists.
    #[serde(deserialize_with = "written::text")]
    pub title: String,
    /// One sentence for lists, search and shared links.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub summary: Option<String>,
    /// The page's part of the address in this language; its id where left out.
    pub slug: Option<Slug>,
    /// Former addresses below the language, such as `benefits/carers`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Position in its section; pages without one follow by title.
    pub order: Option<i32>,
    /// Position in the main menu.
    pub nav: Option<i32>,
    /// What the page is about: ids of `topics.yaml`.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// Who the page is for: ids of `audiences.yaml`.
    #[serde(default)]
    pub audiences: Vec<AudienceId>,
    /// Where a carer stands when the page is for them.
    #[serde(default)]
    pub life_stages: Vec<LifeStage>,
    /// The nations whose law or money the page is about; everywhere if empty.
    #[serde(default)]
    pub nations: Vec<LocalityId>,
    /// The localities (with all below them) that have the page; all if empty.
    #[serde(default)]
    pub localities: Vec<LocalityId>,
    /// `no` makes a "not available here" page of an overlay.
    #[serde(default = "yes", deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub available: bool,
    /// For a section's index page: what to do with its pages that are not translated.
    pub untranslated: Option<Untranslated>,
    /// Whether the page is about something that others in the home should not see on the screen.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub sensitive: bool,
    /// Who keeps the page true.
    pub owner: Option<String>,
    /// The day when the page was last checked.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub reviewed: Option<Date>,
    /// The day by which the page is to be checked again.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub review_by: Option<Date>,
    /// The first day on which the page is shown.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub publish_from: Option<Date>,
    /// The last day on which the page is shown.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub publish_until: Option<Date>,
    /// Whether the page is unfinished: it is then shown with `--drafts` only.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub draft: bool,
    /// For a translation: how it was made, and from which state of its source.
    pub translation: Option<Translation>,
    /// The shapes in which the page is printed; the portal's where left out, and none for `[]`.
    #[serde(default)]
    pub prints: Option<Vec<PrintShape>>,
    /// Who tried the page with its readers, and when.
    pub tested: Option<Tested>,
    /// For the home page: what it leads to first.
    pub home: Option<Home>,
}

/// What a home page leads to first. A place with a home page of its own chooses for itself.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(deny_unknown_fields, default)]
pub struct Home {
    /// Pages to start with, above the text: ids in the order in which they are shown.
    pub start: Vec<PageId>,
    /// The sections and pages below the text, in order, in place of all pages at the top.
    pub sections: Vec<PageId>,
    /// Where "Urgent help" leads, in place of the portal's `urgent`.
    pub urgent: Option<PageId>,
}

fn yes() -> bool {
    true
}

/// What a language does with a page that it does not have.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Untranslated {
    Show,
    Hide,
}

/// How a translation was made and from which state of its source.
#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// A short hash of each block of the source, in order.
    #[serde(default)]
    pub of: Vec<String>,
    /// Who made the translation.
    pub by: TranslatedBy,
    /// The day of the translation.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub date: Option<Date>,
}

#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TranslatedBy {
    Human,
    Machine,
    /// Made by a machine, then checked by a person.
    Checked,
}

/// Who tried an easy-read page with its readers, and when.
#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Tested {
    /// Who tried the page.
    #[serde(deserialize_with = "written::text")]
    pub with: String,
    /// The day on which it was tried.
    #[serde(deserialize_with = "written::date")]
    #[borsh(serialize_with = "stored::write_day", deserialize_with = "stored::read_day")]
    pub date: Date,
}

/// The shape of a printed leaflet.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PrintShape {
    A4,
    A5,
    Dl,
    LargePrint,
    EasyRead,
}

impl PrintShape {
    /// In the order in which readers are offered them.
    pub const ALL: [Self; 5] = [Self::A4, Self::LargePrint, Self::EasyRead, Self::Dl, Self::A5];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::Dl => "dl",
            Self::LargePrint => "large-print",
            Self::EasyRead => "easy-read",
        }
    }
}

impl<'de> Deserialize<'de> for PrintShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const NAMES: [&str; 5] = ["a4", "large-print", "easy-read", "dl", "a5"];
        let name = String::deserialize(deserializer)?;
        if ["dl-large-print", "large-print-dl"].contains(&name.as_str()) {
            return Err(D::Error::custom(format!(
                "`{name}` is not made: in panels of 100 mm a line of large print has only 25 letters: write \
                 `large-print`, which is A4"
            )));
        }
        let shape = Self::ALL.into_iter().find(|shape| shape.as_str() == name);
        shape.ok_or_else(|| D::Error::unknown_variant(&name, &NAMES))
    }
}

/// Where a carer stands when the page is for them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum LifeStage {
    JustStarted,
    Diagnosis,
    HospitalDischarge,
    WorkingWhileCaring,
    MovingArea,
    #[serde(rename = "turning-18")]
    Turning18,
    Crisis,
    CarerIll,
    EndOfLife,
    AfterCaring,
}
