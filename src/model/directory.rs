//! Turns the directory's short records into types: topics, audiences, organisations, venues, terms.

use serde::{Deserialize, Serialize};

use super::{AudienceId, Language, LocalityId, Localized, OrganisationId, Table, TopicId, VenueId, written};

/// What a page or service is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The id of the topic.
    pub id: TopicId,
    /// The topic's name.
    pub name: Localized,
    /// One sentence about it.
    pub summary: Option<Localized>,
    /// What readers may type into the search who look for it, per language: `{ en: [day off, holiday] }`.
    #[serde(default)]
    pub typed: Table<Language, Vec<String>>,
}

/// Who a page or service is for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// The id of the audience.
    pub id: AudienceId,
    /// The audience's name.
    pub name: Localized,
    /// One sentence about it.
    pub summary: Option<Localized>,
}

/// Who runs a service or publishes a portal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The id of the organisation.
    pub id: OrganisationId,
    /// The organisation's name.
    pub name: Localized,
    /// What kind of organisation it is.
    pub kind: OrganisationKind,
    /// Its telephone number.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    /// Its email address.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    /// The address of its own site.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub web: Option<String>,
    /// One or two sentences about it.
    pub about: Option<Localized>,
    /// Its id in Open Referral UK data.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub oruk_id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    Council,
    Government,
    Nhs,
    Charity,
    Company,
}

/// Where a service meets.
#[derive(
    Clone, Debug, PartialEq, Deserialize, schemars::JsonSchema, borsh::BorshSerialize, borsh::BorshDeserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// The id of the venue.
    pub id: VenueId,
    /// The venue's name.
    pub name: Localized,
    /// The lines of the address, without the postcode.
    #[schemars(length(min = 1))]
    pub address: Vec<String>,
    /// The postcode.
    #[serde(deserialize_with = "written::text")]
    pub postcode: String,
    /// The place that it lies in: an id of `localities.yaml`.
    pub locality: LocalityId,
    /// What helps people to get in and around, such as `step-free`.
    #[serde(default)]
    pub access: Vec<String>,
    /// Degrees north, from a map.
    pub lat: Option<f64>,
    /// Degrees east, from a map; west is below 0.
    pub lon: Option<f64>,
    /// Its id in Open Referral UK data.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub oruk_id: Option<String>,
}

/// A glossary entry in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term as it is written.
    #[serde(deserialize_with = "written::text")]
    pub word: String,
    /// What it means, in plain words.
    #[serde(deserialize_with = "written::text")]
    pub meaning: String,
    /// Other words for it that may be used.
    #[serde(default)]
    pub allowed: Vec<String>,
    /// Words for it that are not to be used.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// What readers may type into the search who look for it: `mum`, `looking after my mum`.
    #[serde(default)]
    pub typed: Vec<String>,
}
