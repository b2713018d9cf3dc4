//! Turns `portal.yaml` into the settings of a portal.

mod budgets;
mod rules;

use jiff::civil::Date;
use serde::Deserialize;

pub use budgets::{Budget, Budgets};

use crate::model::{
    Alert, Answer, BaseUrl, Contact, Edition, KnownIssue, Language, Localized, OrganisationId, PageId, PrintShape,
    StandingPage, StatementWords, Table, Untranslated, written,
};

pub use rules::{Limit, Part, RuleCode, Rules};

/// The settings of a portal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    /// The portal's name.
    pub name: Localized,
    /// Where the site will stand on the web.
    pub base_url: BaseUrl,
    /// The folder in `themes/` that gives the portal its look.
    #[serde(default = "default_theme")]
    pub theme: String,
    /// In reading order; at least one.
    #[schemars(length(min = 1))]
    pub languages: Vec<Language>,
    /// Where a language looks for what it does not have; a language without an entry has none.
    #[serde(default)]
    pub fallback: Table<Language, Vec<Language>>,
    /// What a language does with a page that it does not have.
    #[serde(default = "default_untranslated")]
    pub untranslated: Untranslated,
    /// Languages that must say the same: nothing is published while a page or record is there in one of them only.
    #[serde(default)]
    pub parity: Vec<Language>,
    /// How content is written: `standard`, and `easy-read` where there is any.
    #[serde(default = "default_editions")]
    pub editions: Vec<Edition>,
    /// The publisher: an id of `organisations.yaml`.
    pub organisation: OrganisationId,
    /// How to reach the publisher; a place may have its own.
    #[serde(default)]
    pub contact: Contact,
    /// The page for an emergency: "Urgent help" leads there from every page.
    pub urgent: Option<PageId>,
    /// The shapes in which pages are printed that do not say so themselves.
    #[serde(default)]
    pub prints: Vec<PrintShape>,
    /// What the words of pages are checked for, per edition.
    #[serde(default)]
    pub rules: Rules,
    /// What the search looks through.
    #[serde(default)]
    pub search: Searched,
    /// Whether the services are published as open data too: Open Referral UK 3.0 and a table, under `/oruk/v3/`.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub open_data: bool,
    /// The address of the licence under which others may use that data.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub open_data_licence: Option<String>,
    /// How much a first visit to a page may weigh.
    #[serde(default)]
    pub budgets: Budgets,
    /// A file of `content/static/`.
    pub logo: Option<String>,
    /// Replaces tokens of the theme.
    #[serde(default)]
    pub colours: Table<String, String>,
    /// A banner on every page.
    pub alert: Option<Alert>,
    /// Problems that keep some people out, and are known: the accessibility statement lists them.
    #[serde(default)]
    pub known_issues: Vec<KnownIssue>,
    /// What the accessibility statement says besides.
    #[serde(default)]
    pub statement: StatementWords,
    /// Pages that the program makes for other portals, and not for this one.
    #[serde(default)]
    pub without: Vec<StandingPage>,
    /// Whether every page says that the portal is a sample.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub sample: bool,
    /// The day for which the site is built, for samples and archives; today where left out.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub as_of: Option<Date>,
}

/// The theme that comes with the program, and on which every other theme is laid.
pub const BASE_THEME: &str = "default";

/// What the search of a portal looks through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Searched {
    /// Every word of pages.
    #[default]
    Text,
    /// Titles, summaries and topics of pages: a smaller index, and a quicker first build of a very large portal.
    Titles,
}

fn default_theme() -> String {
    BASE_THEME.to_owned()
}

fn default_untranslated() -> Untranslated {
    Untranslated::Show
}

fn default_editions() -> Vec<Edition> {
    Edition::ALL.to_vec()
}
