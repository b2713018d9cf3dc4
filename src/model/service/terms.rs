//! Turns the terms on which a service takes people (`18+`, `none`, `free`) into types.

use std::fmt;
use std::str::FromStr;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Ages, Amount, Cost, Eligibility, EligibleBy};
use crate::model::Localized;

impl FromStr for Ages {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let plain = text.trim().to_lowercase().replace(['–', '—'], "-");
        let ages = if matches!(plain.as_str(), "any" | "all" | "all ages") {
            Some(Self::default())
        } else if let Some(age) = plain.strip_suffix('+').or_else(|| plain.strip_suffix("and over")) {
            years(age).map(|from| Self { from: Some(from), to: None })
        } else if let Some(age) = plain.strip_prefix("under ") {
            years(age).and_then(|age| age.checked_sub(1)).map(|to| Self { from: None, to: Some(to) })
        } else if let Some((from, to)) = plain.split_once('-').or_else(|| plain.split_once(" to ")) {
            years(from).zip(years(to)).map(|(from, to)| Self { from: Some(from), to: Some(to) })
        } else {
            None
        };
        match ages {
            Some(Self { from: Some(from), to: Some(to) }) if from > to => {
                Err(format!("the ages `{text}` are the wrong way round: write `{to}-{from}`"))
            }
            Some(ages) => Ok(ages),
            None => Err(format!("`{text}` is no range of ages: write `18+`, `5-17`, `under 18` or `any`")),
        }
    }
}

fn years(text: &str) -> Option<u8> {
    let text = text.trim();
    let age: u8 = if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok()? } else { return None };
    (age <= 120).then_some(age)
}

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (None, None) => f.write_str("any"),
            (Some(from), None) => write!(f, "{from}+"),
            (None, Some(to)) => write!(f, "under {}", u16::from(to) + 1),
            (Some(from), Some(to)) => write!(f, "{from}-{to}"),
        }
    }
}

impl<'de> Deserialize<'de> for Ages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<String>::deserialize(deserializer)?
            .map_or(Ok(Self::default()), |text| text.parse())
            .map_err(Error::custom)
    }
}

impl<'de> Deserialize<'de> for Eligibility {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EligibilityVisitor)
    }
}

struct EligibilityVisitor;

impl<'de> Visitor<'de> for EligibilityVisitor {
    type Value = Eligibility;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`none`, a text, or `{ text: ..., by: carer-home }`")
    }

    fn visit_unit<E: Error>(self) -> Result<Eligibility, E> {
        Ok(Eligibility::default())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Eligibility, E> {
        let text = (!matches!(text.trim(), "none" | "None" | "")).then(|| Localized::Same(text.trim().to_owned()));
        Ok(Eligibility { text, by: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Eligibility, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Parts {
            text: Option<Localized>,
            by: Option<EligibleBy>,
        }
        let Parts { text, by } = Parts::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Eligibility { text, by })
    }
}

impl<'de> Deserialize<'de> for Cost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CostVisitor)
    }
}

struct CostVisitor;

impl<'de> Visitor<'de> for CostVisitor {
    type Value = Cost;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`free`, a text such as `£3 a session`, or a list of `{ for: ..., amount: 3.50 }`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cost, E> {
        match text.trim() {
            "" => Err(E::custom("the text is missing: write `free`, or what it costs")),
            free if free.eq_ignore_ascii_case("free") => Ok(Cost::Free),
            text => Ok(Cost::Text(Localized::Same(text.to_owned()))),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cost, A::Error> {
        Localized::deserialize(MapAccessDeserializer::new(map)).map(Cost::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Cost, A::Error> {
        let amounts = Vec::<Amount>::deserialize(SeqAccessDeserializer::new(list))?;
        if amounts.is_empty() {
            return Err(A::Error::custom("the list of costs is empty: write `free`, or what it costs"));
        }
        Ok(Cost::Amounts(amounts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_and_written_back() {
        for (text, from, to, written) in [
            ("18+", Some(18), None, "18+"),
            ("16 and over", Some(16), None, "16+"),
            ("5-17", Some(5), Some(17), "5-17"),
            ("5 to 17", Some(5), Some(17), "5-17"),
            ("under 18", None, Some(17), "under 18"),
            ("Any", None, None, "any"),
        ] {
            let ages: Ages = text.parse().unwrap();
            assert_eq!(ages, Ages { from, to }, "{text}");
            assert_eq!(ages.to_string(), written);
        }
    }

    #[test]
    fn ages_that_cannot_be_are_refused() {
        for (text, message) in [
            ("17-5", "the ages `17-5` are the wrong way round: write `5-17`"),
            ("18", "`18` is no range of ages: write `18+`, `5-17`, `under 18` or `any`"),
            ("adults", "`adults` is no range of ages: write `18+`, `5-17`, `under 18` or `any`"),
            ("200+", "`200+` is no range of ages: write `18+`, `5-17`, `under 18` or `any`"),
            ("under 0", "`under 0` is no range of ages: write `18+`, `5-17`, `under 18` or `any`"),
        ] {
            assert_eq!(text.parse::<Ages>().unwrap_err(), message);
        }
    }

    #[test]
    fn costs_and_eligibility_have_three_forms_each() {
        let cost = |text| serde_yaml::from_str::<Cost>(text).unwrap();
        assert_eq!(cost("Free"), Cost::Free);
        assert_eq!(cost("£3 a session"), Cost::Text(Localized::Same("£3 a session".to_owned())));
        let Cost::Amounts(amounts) = cost("[{ for: Carers, amount: 3.50 }]") else { panic!("amounts") };
        assert_eq!(amounts[0].amount.0, "3.50");

        let eligibility = |text| serde_yaml::from_str::<Eligibility>(text).unwrap();
        assert_eq!(eligibility("none"), Eligibility::default());
        assert_eq!(eligibility("Bucks only").text, Some(Localized::Same("Bucks only".to_owned())));
        assert_eq!(eligibility("{ by: carer-home }").by, Some(EligibleBy::CarerHome));
    }
}
