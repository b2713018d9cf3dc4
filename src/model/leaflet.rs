//! Turns a file of `prints/` into a record: a leaflet that is put together from pages, services and a contact.

use std::fmt;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Answer, AudienceId, Language, LifeStage, LocalityId, Localized, PageId, PrintShape, TopicId, written};

/// A leaflet that is put together. What it says stands in pages and services; it only names them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeafletRecord {
    /// The leaflet's title.
    pub title: Localized,
    /// One sentence below the title, and in lists of leaflets.
    pub summary: Option<Localized>,
    /// The shapes in which it is printed; those of `portal.yaml` where left out.
    #[serde(default)]
    pub shapes: Vec<PrintShape>,
    /// The languages in which it is made; all that the title is written in where left out.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// Whether both of its two languages stand in one print, Welsh first.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub bilingual: bool,
    /// The localities (with all below them) that have it; all if empty.
    #[serde(default)]
    pub localities: Vec<LocalityId>,
    /// The pages that it holds, in order.
    #[serde(default)]
    pub pages: Vec<PagePart>,
    /// Which pages and services are for someone in this situation, wherever they live.
    pub prescription: Option<Prescription>,
    /// Lists of services, in order.
    #[serde(default)]
    pub services: Vec<ServicesPart>,
    /// Whether the contact of the reader's place stands in a box in the text, too. It is on every print anyway.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    pub contact: bool,
    /// Who keeps the leaflet true.
    pub owner: Option<String>,
    /// The day when the leaflet was last checked. A print says the latest of this and its pages' as the day of its issue.
    #[serde(deserialize_with = "written::date")]
    pub reviewed: Date,
    /// The day by which the leaflet is to be checked again.
    #[serde(default, deserialize_with = "written::optional_date")]
    pub review_by: Option<Date>,
}

/// A page, or a part of one: `money/carers-allowance`, or `{ page: money/carers-allowance, only: [rates] }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePart {
    pub page: PageId,
    /// The anchors of the headings whose sections stand there; the whole page if empty.
    pub only: Vec<String>,
    /// Only its title, its summary and where to read it.
    pub brief: bool,
}

/// A page with what of it is wanted.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PartOfPage {
    /// The id of the page.
    page: PageId,
    /// The anchors of the headings whose sections stand there; the whole page where left out.
    #[serde(default)]
    only: Vec<String>,
    /// Whether only its title, its summary and its address stand there.
    #[serde(default, deserialize_with = "written::yes_or_no")]
    #[schemars(with = "Answer")]
    brief: bool,
}

impl<'de> Deserialize<'de> for PagePart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PagePartVisitor)
    }
}

struct PagePartVisitor;

impl<'de> Visitor<'de> for PagePartVisitor {
    type Value = PagePart;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a page, or `{ page: money/carers-allowance, only: [rates] }`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PagePart, E> {
        let page = PageId::new(text).map_err(E::custom)?;
        Ok(PagePart { page, only: Vec::new(), brief: false })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PagePart, A::Error> {
        let PartOfPage { page, only, brief } = PartOfPage::deserialize(MapAccessDeserializer::new(map))?;
        Ok(PagePart { page, only, brief })
    }
}

/// A list of services.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ServicesPart {
    /// What they help with: an id of `topics.yaml`.
    pub topic: Option<TopicId>,
    /// Who they are for: an id of `audiences.yaml`.
    #[serde(rename = "for")]
    pub audience: Option<AudienceId>,
    /// The place that they serve, inside the reader's own: an id of `localities.yaml`.
    pub place: Option<LocalityId>,
    /// How many at most; all where left out.
    #[schemars(range(min = 1))]
    pub limit: Option<u16>,
}

/// An information prescription: what is for a carer at this point in life, who looks after someone with this condition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prescription {
    /// Where the carer stands.
    pub life_stage: Option<LifeStage>,
    /// Whom the carer looks after: an id of `audiences.yaml`, such as `dementia-carers`.
    pub condition: Option<AudienceId>,
    /// How many pages at most, each with its title, its summary and its address.
    #[serde(default = "few")]
    #[schemars(range(min = 1))]
    pub pages: u16,
    /// How many services at most.
    #[serde(default = "few")]
    #[schemars(range(min = 1))]
    pub services: u16,
}

fn few() -> u16 {
    5
}

impl Prescription {
    /// How well a page with these life stages and audiences fits: none if not at all. A page that names neither is for
    /// everyone, and fits nobody in particular; one that names another situation is for others.
    pub fn fit(&self, stages: &[LifeStage], audiences: &[AudienceId]) -> Option<u8> {
        let stage = self.life_stage.map(|stage| Fit::of(stages, &stage)).unwrap_or_default();
        let condition = self.condition.as_ref().map(|condition| Fit::of(audiences, condition)).unwrap_or_default();
        match (stage, condition) {
            (Fit::Named, Fit::Named) => Some(2),
            (Fit::Named, Fit::Open) | (Fit::Open, Fit::Named) => Some(1),
            _ => None,
        }
    }
}

/// What a page says about one thing that a prescription names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fit {
    Named,
    /// The page, or the prescription, says nothing about it.
    #[default]
    Open,
    Other,
}

impl Fit {
    fn of<T: PartialEq>(named: &[T], wanted: &T) -> Self {
        match (named.contains(wanted), named.is_empty()) {
            (true, _) => Self::Named,
            (false, true) => Self::Open,
            (false, false) => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_alone_or_with_what_of_it_is_wanted() {
        let part = |yaml| serde_yaml::from_str::<PagePart>(yaml).map_err(|error| error.to_string());
        let whole = PagePart { page: PageId::new("money").unwrap(), only: Vec::new(), brief: false };
        assert_eq!(part("money"), Ok(whole.clone()));
        assert_eq!(part("{ page: money, only: [rates] }"), Ok(PagePart { only: vec!["rates".to_owned()], ..whole }));
        assert!(part("Money!").unwrap_err().contains("is not an id"));
        assert!(part("{ page: money, onyl: [rates] }").unwrap_err().contains("unknown field `onyl`"));
    }

    #[test]
    fn a_prescription_fits_pages_that_name_its_situation_and_no_other() {
        let dementia = || AudienceId::new("dementia-carers").unwrap();
        let parents = || AudienceId::new("parent-carers").unwrap();
        let hospital = LifeStage::HospitalDischarge;
        let both: Prescription =
            serde_yaml::from_str("{ life_stage: hospital-discharge, condition: dementia-carers }").unwrap();
        assert_eq!((both.pages, both.services), (5, 5));
        assert_eq!(both.fit(&[hospital], &[parents(), dementia()]), Some(2));
        assert_eq!(both.fit(&[hospital], &[]), Some(1));
        assert_eq!(both.fit(&[], &[dementia()]), Some(1));
        assert_eq!(both.fit(&[], &[]), None);
        assert_eq!(both.fit(&[hospital], &[parents()]), None);
        assert_eq!(both.fit(&[LifeStage::Crisis], &[dementia()]), None);
        let stage: Prescription = serde_yaml::from_str("{ life_stage: hospital-discharge }").unwrap();
        assert_eq!(stage.fit(&[hospital], &[parents()]), Some(1));
    }
}
