//! Turns a file of `services/` into a record: who helps, with what, where, when and how to reach them.

mod closed;
mod terms;
mod times;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    AudienceId, Imported, Kept, Language, Lazy, Localized, OrganisationId, ServiceId, Table, TopicId, VenueId, stored,
    written,
};

pub use closed::{Closed, Days, Division};
pub use times::{EXAMPLES as TIMES_EXAMPLES, Hours, Repeat, Schedule, Time};

/// A service of the directory.
#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The service's name.
    #[serde(deserialize_with = "written::text")]
    pub name: String,
    /// Who runs it: an id of `organisations.yaml`.
    pub org: OrganisationId,
    /// One or two sentences: what it does for a carer.
    #[serde(deserialize_with = "written::text")]
    pub summary: String,
    /// More about it, in Markdown.
    #[serde(default, deserialize_with = "written::optional_shared_text")]
    pub about: Option<Arc<str>>,
    /// What it helps with: ids of `topics.yaml`.
    #[serde(default)]
    pub topics: Vec<TopicId>,
    /// Who it is for: ids of `audiences.yaml`.
    #[serde(default, rename = "for")]
    pub audiences: Vec<AudienceId>,
    /// The ages that it serves.
    #[serde(default)]
    pub ages: Ages,
    /// Locality ids or GSS codes.
    #[schemars(length(min = 1))]
    pub area: Vec<String>,
    /// Who may use it.
    #[serde(default)]
    pub eligibility: Eligibility,
    /// What it costs.
    pub cost: Option<Cost>,
    /// How to join.
    #[serde(default)]
    pub how: Vec<HowToJoin>,
    /// Where it takes place.
    #[serde(default)]
    pub attend: Vec<Attend>,
    /// How to reach it.
    #[serde(default)]
    pub contact: ServiceContact,
    /// The languages that its staff speak.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// When it runs.
    #[serde(default)]
    pub when: Vec<Schedule>,
    /// Days on which it is closed.
    #[serde(default)]
    pub closed: Vec<Closed>,
    /// Where it meets.
    #[serde(default)]
    pub venues: Vec<ServiceVenue>,
    /// Whether it runs.
    #[serde(default)]
    pub status: Status,
    /// The day when its details were last checked.
    #[serde(default, deserialize_with = "written::optional_date")]
    #[borsh(serialize_with = "stored::write_date", deserialize_with = "stored::read_date")]
    pub checked: Option<Date>,
    /// Who checked them.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub checked_by: Option<String>,
    /// Its texts in other languages.
    #[serde(default, rename = "in")]
    pub translations: Table<Language, Lazy<ServiceText>>,
    /// Its texts in easy read.
    pub easy: Option<EasyText>,
    /// The id it had before.
    pub was: Option<ServiceId>,
    /// Its id in Open Referral UK data.
    #[serde(default, deserialize_with = "written::optional_text")]
    pub oruk_id: Option<String>,
    /// What another system says of it beyond the keys above; it is published as open data again.
    pub extra: Option<Kept>,
    /// What the last import wrote, so that the next one can tell it from what was written by hand.
    pub imported: Option<Imported>,
}

/// The texts of a service in another language; a missing one falls back singly.
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
pub struct ServiceText {
    /// The service's name.
    #[serde(deserialize_with = "written::optional_text")]
    pub name: Option<String>,
    /// One or two sentences: what it does for a carer.
    #[serde(deserialize_with = "written::optional_text")]
    pub summary: Option<String>,
    /// More about it, in Markdown.
    #[serde(deserialize_with = "written::optional_shared_text")]
    pub about: Option<Arc<str>>,
    /// Who may use it.
    #[serde(deserialize_with = "written::optional_text")]
    pub eligibility: Option<String>,
    /// What it costs.
    #[serde(deserialize_with = "written::optional_text")]
    pub cost: Option<String>,
    /// What to know before calling.
    #[serde(deserialize_with = "written::optional_text")]
    pub phone_note: Option<String>,
    /// Its texts in easy read.
    pub easy: Option<EasyText>,
}

#[derive(
    Clone, Debug, PartialEq, Eq, Deserialize, borsh::BorshSerialize, borsh::BorshDeserialize, schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct EasyText {
    /// What it does, in short sentences.
    #[serde(deserialize_with = "written::text")]
    pub summary: String,
}

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
pub struct ServiceContact {
    /// The telephone number.
    #[serde(deserialize_with = "written::optional_text")]
    pub phone: Option<String>,
    /// What to know before calling.
    #[serde(deserialize_with = "written::optional_text")]
    pub phone_note: Option<String>,
    /// The number for textphones.
    #[serde(deserialize_with = "written::optional_text")]
    pub textphone: Option<String>,
    /// The email address.
    #[serde(deserialize_with = "written::optional_text")]
    pub email: Option<String>,
    /// The address of the service's own page.
    #[serde(deserialize_with = "written::optional_text")]
    pub web: Option<String>,
}

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
pub struct ServiceVenue {
    /// An id of `venues.yaml`.
    pub at: Option<VenueId>,
    /// `hidden`, where the address must not be public.
    pub address: Option<HiddenAddress>,
    /// What helps people to get in and around, such as `step-free`.
    pub access: Vec<String>,
}

/// The only thing an address of a service's own may say; open addresses are venues.
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

#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Who pays it.
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
    schemars::JsonSchema,
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
    Hash,
    Serialize,
    Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
    schemars::JsonSchema,
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
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    Active,
    Paused,
    Ended,
}
