//! Turns a new value into an edit of the file that holds the fact.

use std::sync::Arc;

use clap::Args;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{text, unknown};
use crate::cli::choice::{date, usage};
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::diag::{Place, Step};
use crate::model::{Decimal, Fact, FactValue, LocalityId};
use crate::parse::records::check_fact;
use crate::parse::yaml;
use crate::pipeline::Failure;

/// Adds a value to a fact from a day on, and ends the value before on the day before
///
/// Writes into the portal's `facts.yaml`, or that of a place, and changes nothing else in it: comments and layout stay.
/// Refuses what would give a day two values.
#[derive(Args, Debug)]
pub struct Raw {
    /// The fact's id, such as carers-allowance.weekly
    #[arg(value_name = "ID")]
    id: String,
    /// The value: digits and one point for figures, without `£` and commas
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,
    /// The first day on which it holds, such as 2027-04-06
    #[arg(long, value_name = "DATE")]
    from: String,
    /// The value of one place: its own facts.yaml holds it
    #[arg(long, value_name = "PLACE")]
    locality: Option<String>,
}

pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let from = date("--from", &raw.from)?;
    let path = path(raw.locality.as_deref())?;
    let portal = session.portal()?;
    let unreadable = |source| Failure::environment(format!("`{path}` cannot be read"), source);
    if !portal.has(&path).map_err(unreadable)? {
        return Err(usage(format!("there is no `{path}`"), "a fact is first written there by hand, with its source"));
    }
    let old = portal.read(&path).map_err(unreadable)?;
    let edit = Edit { path: path.as_str().into(), id: &raw.id, value: raw.value.trim(), from };
    let (new, closed) = edit.apply(&old)?;
    let disk = |source| Failure::environment(format!("`{path}` cannot be written"), source);
    portal.replace(&path, new.as_bytes()).map_err(disk)?;
    let before = closed.map_or_else(String::new, |day| format!("; the value before ends on {day}"));
    session.console.message(&format!("`{}` is {} from {from} on{before}", raw.id, edit.value))?;
    session.console.data(&path)?;
    Ok(Exit::Done)
}

fn path(locality: Option<&str>) -> Result<String, Failure> {
    let help = "the portal's places stand in `content/localities.yaml`";
    let place = locality.map(LocalityId::new).transpose().map_err(|bad| usage(bad.to_string(), help))?;
    Ok(place.map_or_else(|| "content/facts.yaml".to_owned(), |place| format!("content/local/{place}/facts.yaml")))
}

/// What is to change in a file of facts.
struct Edit<'a> {
    path: Arc<str>,
    id: &'a str,
    value: &'a str,
    from: Date,
}

impl Edit<'_> {
    /// The file with the new value, and the day on which the value before now ends.
    fn apply(&self, old: &str) -> Result<(String, Option<Date>), Failure> {
        let facts = self.read(old).ok_or_else(|| {
            usage(format!("`{}` has a mistake", self.path), "mend first what `fingerpost check` shows")
        })?;
        let ids = || facts.iter().map(|(id, _)| id.as_str());
        let at = ids().position(|id| id == self.id);
        let at = at.ok_or_else(|| unknown(self.id, ids(), &format!("`{}`", self.path)))?;
        let fact = &facts[at].1;
        let open = self.open(fact)?;
        let closed = open.map(|_| self.from.saturating_sub(1.days()));
        let after = text::Place { id: self.id, open, items: fact.values.len() };
        let new = after.edited(old, &self.written(), closed).ok_or_else(|| self.unsafe_form(closed))?;
        let mut expected = facts.clone();
        let values = &mut expected[at].1.values;
        if let Some(open) = open {
            values[open].until = closed;
        }
        let value = FactValue { value: Decimal(self.value.to_owned()), from: Some(self.from), until: None };
        values.insert(after.position(), value);
        self.admit(&expected[at].1)?;
        // The proof: read again, the file says what it said, the new value and the new end, and nothing else.
        if self.read(&new).as_ref() != Some(&expected) {
            return Err(self.unsafe_form(closed));
        }
        Ok((new, closed))
    }

    /// The facts of a file without mistakes, in their order.
    fn read(&self, source: &str) -> Option<Vec<(String, Fact)>> {
        let read = yaml::read_table::<Fact>(&self.path, source);
        let named = |record: yaml::Read<Fact>| (record.step.name().to_owned(), record.value);
        read.findings.is_empty().then(|| read.value.into_iter().map(named).collect())
    }

    /// The value that has no end, by its position, if it begins before the new one.
    fn open(&self, fact: &Fact) -> Result<Option<usize>, Failure> {
        let open = fact.values.iter().position(|value| value.until.is_none());
        let from = open.and_then(|open| fact.values[open].from);
        match from.filter(|from| *from >= self.from) {
            Some(from) => Err(Failure::Refused {
                message: format!("`{}` has a value from {from} on already", self.id),
                help: format!("correct that value in `{}`, or name a later day", self.path),
            }),
            None => Ok(open),
        }
    }

    /// Refuses what the rules for facts would find wrong.
    fn admit(&self, fact: &Fact) -> Result<(), Failure> {
        let place = Place::key(&self.path, [Step::from(self.id)]);
        match check_fact(fact, &place).into_iter().next() {
            Some(finding) => Err(Failure::Refused { message: finding.message, help: finding.help }),
            None => Ok(()),
        }
    }

    /// The value as YAML: what is more than a number stands in quotes.
    fn written(&self) -> String {
        let Self { value, from, .. } = self;
        let number =
            value.chars().all(|c| c.is_ascii_digit() || c == '.') && value.starts_with(|c: char| c.is_ascii_digit());
        let value = if number { (*value).to_owned() } else { serde_json::Value::from(*value).to_string() };
        format!("value: {value}, from: {from}")
    }

    fn unsafe_form(&self, closed: Option<Date>) -> Failure {
        let end = closed.map_or_else(String::new, |day| format!(", and give the value before it `until: {day}`"));
        Failure::Refused {
            message: format!(
                "the values of `{}` in `{}` are not written in a form that can be changed safely",
                self.id, self.path
            ),
            help: format!("add `{{ {} }}` to its `values` by hand{end}", self.written()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# Figures.\na.b: # first\n  what: rate\n  unit: GBP\n  source: https://a.example\n";

    fn edited(values: &str) -> Result<String, String> {
        let edit =
            Edit { path: "content/facts.yaml".into(), id: "a.b", value: "2.50", from: "2027-04-06".parse().unwrap() };
        let tail = "c: { what: x, unit: count, source: https://a.example, values: [{ value: 1 }] } # last";
        match edit.apply(&format!("{HEAD}{values}{tail}")) {
            Ok((new, _)) => Ok(new.strip_prefix(HEAD).unwrap().strip_suffix(tail).unwrap().to_owned()),
            Err(Failure::Refused { message, .. } | Failure::Usage { message, .. }) => Err(message),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_value_is_added_in_the_form_of_those_before() {
        for (old, new) in [
            (
                "  values:\n    - { value: 1, until: 2026-04-05 }\n    - { value: 2.00, from: 2026-04-06 } # now\n\n",
                "  values:\n    - { value: 1, until: 2026-04-05 }\n    \
                 - { value: 2.00, from: 2026-04-06, until: 2027-04-05 } # now\n    \
                 - { value: 2.50, from: 2027-04-06 }\n\n",
            ),
            (
                "  values:\n  - value: 2 # now\n    from: 2026-04-06 # this year\n  # End.\n",
                "  values:\n  - value: 2 # now\n    from: 2026-04-06 # this year\n    until: 2027-04-05\n  \
                 - value: 2.50\n    from: 2027-04-06\n  # End.\n",
            ),
            (
                "  values: [{ value: 2 } ] # one\n",
                "  values: [{ value: 2, until: 2027-04-05 }, { value: 2.50, from: 2027-04-06 } ] # one\n",
            ),
            (
                "  values: [\n    { value: 2, from: 2026-01-01 }\n  ]\n",
                "  values: [\n    { value: 2, from: 2026-01-01, until: 2027-04-05 },\n    \
                 { value: 2.50, from: 2027-04-06 }\n  ]\n",
            ),
            (
                "  values:\n    - { value: 2, until: 2026-12-31 }\n",
                "  values:\n    - { value: 2, until: 2026-12-31 }\n    - { value: 2.50, from: 2027-04-06 }\n",
            ),
            (
                "  values:\r\n    - value: 2\r\n",
                "  values:\r\n    - value: 2\r\n      until: 2027-04-05\r\n    - value: 2.50\r\n      from: 2027-04-06\r\n",
            ),
            (
                "  values:\n    - value: 2\n      from: 2026-01-01\n    - value: 1\n      until: 2025-12-31\n",
                "  values:\n    - value: 2.50\n      from: 2027-04-06\n    - value: 2\n      from: 2026-01-01\n      \
                 until: 2027-04-05\n    - value: 1\n      until: 2025-12-31\n",
            ),
        ] {
            assert_eq!(edited(old).as_deref(), Ok(new), "{old}");
        }
    }

    #[test]
    fn what_cannot_be_changed_safely_stays() {
        let unsafe_form =
            "the values of `a.b` in `content/facts.yaml` are not written in a form that can be changed safely";
        for (old, said) in [
            ("  values:\n    - value: 2\n      until:\n", unsafe_form),
            (
                "  values: &v [{ value: 2 }]\nd: { what: x, unit: count, source: https://a.example, values: *v }\n",
                unsafe_form,
            ),
            ("  values: [{ value: 2, from: 2027-04-06 }]\n", "`a.b` has a value from 2027-04-06 on already"),
            ("  values: [{ value: 2, until: 2027-04-06 }]\n", "the fact has two values for one day"),
            ("  values: [{ valeu: 2 }]\n", "`content/facts.yaml` has a mistake"),
        ] {
            assert_eq!(edited(old).unwrap_err(), said, "{old}");
        }
    }
}
