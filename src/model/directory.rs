//! Turns the directory's short records into types: topics, audiences, organisations, venues, terms, pictures.

use serde::{Deserialize, Serialize};

use super::{AudienceId, LocalityId, Localized, OrganisationId, PictureId, TopicId, VenueId, written};

/// What a page or service is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: TopicId,
    pub name: Localized,
    pub summary: Option<Localized>,
}

/// Who a page or service is for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    pub id: AudienceId,
    pub name: Localized,
    pub summary: Option<Localized>,
}

/// Who runs a service or publishes a portal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: Localized,
    pub kind: OrganisationKind,
    #[serde(default, deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    #[serde(default, deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    #[serde(default, deserialize_with = "written::optional_text")]
    pub web: Option<String>,
    pub about: Option<Localized>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    Council,
    Government,
    Nhs,
    Charity,
    Company,
}

/// Where a service meets.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    pub id: VenueId,
    pub name: Localized,
    pub address: Vec<String>,
    #[serde(deserialize_with = "written::text")]
    pub postcode: String,
    pub locality: LocalityId,
    #[serde(default)]
    pub access: Vec<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

/// A glossary entry in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    #[serde(deserialize_with = "written::text")]
    pub word: String,
    #[serde(deserialize_with = "written::text")]
    pub meaning: String,
    #[serde(default)]
    pub allowed: Vec<String>,
    #[serde(default)]
    pub forbidden: Vec<String>,
}

/// An easy-read pictogram with its licence.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    pub id: PictureId,
    #[serde(deserialize_with = "written::text")]
    pub file: String,
    pub means: Localized,
    #[serde(deserialize_with = "written::text")]
    pub licence: String,
    #[serde(deserialize_with = "written::text")]
    pub credit: String,
}

impl Picture {
    /// The file's path in the portal.
    pub fn path(&self) -> String {
        format!("content/pictures/{}", self.file)
    }
}
