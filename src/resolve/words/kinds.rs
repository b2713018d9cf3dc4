//! Turns the kinds of the directory and of places into the words that readers see for them.

use super::{Arg, Words};
use crate::model::{Attend, EligibleBy, HowToJoin, Language, LifeStage, LocalityKind, Unit};

/// A kind with a name for readers.
pub trait Named {
    /// The id of the string that names it.
    fn string(self) -> &'static str;
}

macro_rules! named {
    ($($kind:ident { $($variant:ident $id:literal),* $(,)? })*) => {
        $(impl Named for $kind {
            fn string(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }
        })*

        /// The id of every name, to see that each has its string.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$($($id),*),*];
    };
}

named! {
    HowToJoin {
        DropIn "how-drop-in",
        SelfReferral "how-self-referral",
        ProfessionalReferral "how-professional-referral",
        Appointment "how-appointment",
        Membership "how-membership",
    }
    Attend {
        Venue "attend-venue",
        Online "attend-online",
        Phone "attend-phone",
        HomeVisit "attend-home-visit",
    }
    EligibleBy {
        CarerHome "eligible-carer-home",
        CaredForHome "eligible-cared-for-home",
        Gp "eligible-gp",
    }
    LifeStage {
        JustStarted "life-just-started",
        Diagnosis "life-diagnosis",
        HospitalDischarge "life-hospital-discharge",
        WorkingWhileCaring "life-working-while-caring",
        MovingArea "life-moving-area",
        Turning18 "life-turning-18",
        Crisis "life-crisis",
        CarerIll "life-carer-ill",
        EndOfLife "life-end-of-life",
        AfterCaring "life-after-caring",
    }
    LocalityKind {
        Country "locality-country",
        Nation "locality-nation",
        Region "locality-region",
        County "locality-county",
        Unitary "locality-unitary",
        District "locality-district",
        Borough "locality-borough",
        Place "locality-place",
    }
}

impl Words {
    /// What readers call a kind: `Just turn up` for `HowToJoin::DropIn`.
    pub fn name(&self, language: Language, kind: impl Named) -> String {
        self.text_plain(language, kind.string(), &[])
    }

    /// What readers call an access code of a venue (`step-free`); a code that is not known stands as it was written.
    pub fn access(&self, language: Language, code: &str) -> String {
        let id = format!("access-{code}");
        if self.has(language, &id) { self.text_plain(language, &id, &[]) } else { code.replace('-', " ") }
    }

    /// A figure with its unit: `£86.45`, `35 hours`, `67%`, `63,387`. The decimals are those that were written.
    ///
    /// Pounds are written the British way in every language, as on letters, payslips and forms; other figures have the
    /// separators of the language.
    pub fn number(&self, language: Language, value: &str, unit: Unit) -> String {
        let value = value.trim();
        let id = match unit {
            Unit::Gbp => return self.pounds(value),
            Unit::Count => return self.voice(language).formats.decimal(value),
            Unit::Text => return value.to_owned(),
            Unit::Hours => "number-hours",
            Unit::Percent => "number-percent",
        };
        self.text_plain(language, id, &[("count", Arg::Decimal(value))])
    }

    fn pounds(&self, value: &str) -> String {
        let amount = self.reference().formats.decimal(value);
        match amount.strip_prefix('-') {
            Some(amount) => format!("-£{amount}"),
            None => format!("£{amount}"),
        }
    }
}
