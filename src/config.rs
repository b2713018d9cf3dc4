//! Turns `portal.yaml` into the settings of a portal.

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::{
    Alert, BaseUrl, Contact, Edition, Language, Localized, OrganisationId, PrintShape, Table, Untranslated, written,
};

/// The settings of a portal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    pub name: Localized,
    pub base_url: BaseUrl,
    #[serde(default = "default_theme")]
    pub theme: String,
    /// In reading order; at least one.
    pub languages: Vec<Language>,
    /// Where a language looks for what it does not have; a language without an entry has none.
    #[serde(default)]
    pub fallback: Table<Language, Vec<Language>>,
    #[serde(default = "default_untranslated")]
    pub untranslated: Untranslated,
    #[serde(default = "default_editions")]
    pub editions: Vec<Edition>,
    pub organisation: OrganisationId,
    #[serde(default)]
    pub contact: Contact,
    #[serde(default)]
    pub prints: Vec<PrintShape>,
    /// Thresholds per edition and rule.
    #[serde(default)]
    pub rules: Table<String, Table<String, serde_yaml::Value>>,
    pub logo: Option<String>,
    /// Replaces tokens of the theme.
    #[serde(default)]
    pub colours: Table<String, String>,
    pub alert: Option<Alert>,
    #[serde(default, deserialize_with = "written::yes_or_no")]
    pub sample: bool,
    #[serde(default, deserialize_with = "written::optional_date")]
    pub as_of: Option<Date>,
}

fn default_theme() -> String {
    "default".to_owned()
}

fn default_untranslated() -> Untranslated {
    Untranslated::Show
}

fn default_editions() -> Vec<Edition> {
    Edition::ALL.to_vec()
}
