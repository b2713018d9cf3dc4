//! Turns a file of `services/` into a record: who helps, with what, where, when and how to reach them.

mod terms;
mod times;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{AudienceId, Language, Localized, OrganisationId, ServiceId, Table, TopicId, VenueId, stored, written};

pub use times::{Days, Repeat, Schedule, Time};

/// A service of the directory. The names of the fields are those that an editor writes (`DIRECTORY`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    #[serde(deserialize_with = "written::text")]
    pub name: String,
    pub org: OrganisationId,
    #[serde(deserialize_with = "written::text")]
    pub summary: String,
    /// Markdown.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub about: Option<String>,
    #[serde(default)]
    pub topics: Vec<TopicId>,
    #[serde(default, rename = "for")]
    pub audiences: Vec<AudienceId>,
    #[serde(default)]
    pub ages: Ages,
    /// Locality ids or GSS codes.
    pub area: Vec<String>,
    #[serde(default)]
    pub eligibility: Eligibility,
    pub cost: Option<Cost>,
    #[serde(default)]
    pub how: Vec<HowToJoin>,
    #[serde(default)]
    pub attend: Vec<Attend>,
    #[serde(default)]
    pub contact: ServiceContact,
    #[serde(default)]
    pub languages: Vec<Language>,
    #[serde(default)]
    pub when: Vec<Schedule>,
    #[serde(default)]
    pub closed: Vec<Days>,
    #[serde(default)]
    pub venues: Vec<ServiceVenue>,
    #[serde(default)]
    pub status: Status,
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub checked: Option<Date>,
    #[serde(default, deserialize_with = "written::optional_text")]
    pub checked_by: Option<String>,
    #[serde(default, rename = "in")]
    pub translations: Table<Language, ServiceText>,
    pub easy: Option<EasyText>,
    /// The id it had before.
    pub was: Option<ServiceId>,
    pub oruk_id: Option<String>,
}

/// The texts of a service in another language; a missing one falls back singly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServiceText {
    #[serde(deserialize_with = "written::optional_text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub summary: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub about: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub eligibility: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub cost: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub phone_note: Option<String>,
    pub easy: Option<EasyText>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct EasyText {
    #[serde(deserialize_with = "written::text")]
    pub summary: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServiceContact {
    #[serde(deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub phone_note: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub textphone: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    #[serde(deserialize_with = "written::optional_text")]
    pub web: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServiceVenue {
    pub at: Option<VenueId>,
    pub address: Option<HiddenAddress>,
    pub access: Vec<String>,
}

/// The only thing an address of a service's own may say; open addresses are venues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiddenAddress {
    Hidden,
}

/// Ages served, in years, both included; `18+`, `5-17`, `under 18`, `any`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Ages {
    pub from: Option<u8>,
    pub to: Option<u8>,
}

/// `none`, a text, or `{ text, by }` where `by` says whose address counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Eligibility {
    pub text: Option<Localized>,
    pub by: Option<EligibleBy>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EligibleBy {
    CarerHome,
    CaredForHome,
    Gp,
}

/// `free`, a text, or a list of amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Cost {
    Free,
    Text(Localized),
    Amounts(Vec<Amount>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    #[serde(rename = "for")]
    pub who: Localized,
    /// Pounds, as written.
    pub amount: super::Decimal,
}

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
)]
#[serde(rename_all = "kebab-case")]
pub enum HowToJoin {
    DropIn,
    SelfReferral,
    ProfessionalReferral,
    Appointment,
    Membership,
}

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
)]
#[serde(rename_all = "kebab-case")]
pub enum Attend {
    Venue,
    Online,
    Phone,
    HomeVisit,
}

#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    Active,
    Paused,
    Ended,
}
