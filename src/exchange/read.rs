//! Turns a file of Open Referral UK or HSDS into its services, one at a time.
//!
//! A file may hold one service, a list, a page (`contents`, in version 1.0 `content`), an organisation or a place with
//! its services, or one record in each line. The records of a long list are handed on as they are read, so a file that
//! breaks off has given all that stand before the break.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::upgrade::upgrade;

/// A file that was given to an import.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// What is wrong with a file or record, for the person who imports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    /// The record, by its place in the file and its name; empty for the whole file.
    pub record: String,
    /// The key in the record, such as `phones.0.number`; empty for the whole record.
    pub path: String,
    pub what: String,
    pub help: String,
}

/// Hands every service of a file to `each`, in version 3.0's shape, with the number of its record, from 1.
///
/// # Errors
/// The file cannot be read, or not to its end.
pub fn read(input: Input<'_>, each: &mut dyn FnMut(usize, Map<String, Value>)) -> Result<(), Fault> {
    let fault = |what: String, help: &str| Fault {
        file: input.name.to_owned(),
        record: String::new(),
        path: String::new(),
        what,
        help: help.to_owned(),
    };
    let text = match text(input.bytes) {
        Ok(text) => text,
        Err((what, help)) => return Err(fault(what.to_owned(), help)),
    };
    let mut services = Services { each, records: 0, found: 0, others: 0 };
    let done = if is_lines(text) { services.lines(text) } else { services.whole(text) };
    let (records, found, others) = (services.records, services.found, services.others);
    match done {
        Err(error) if error.is_eof() => Err(fault(
            format!(
                "the file ends in the middle of a record, in line {}; {found} services stand before that",
                error.line()
            ),
            "fetch it again: the download was cut off",
        )),
        Err(error) => Err(fault(
            format!("line {}, column {} is not JSON; {found} services stand before that", error.line(), error.column()),
            "fetch the file again, or ask who made it to mend it there",
        )),
        Ok(()) if found == 0 && others == 0 && records > 0 => {
            Err(fault("the file holds records, but none of a service".to_owned(), "give the file of services"))
        }
        Ok(()) if found == 0 && others > 0 => Err(fault(
            format!("the file holds {others} records of organisations, places or terms, but no service"),
            "give the file of services; it brings its organisations and places along",
        )),
        Ok(()) => Ok(()),
    }
}

/// The text of a file, or why it is none, and what to do.
fn text(bytes: &[u8]) -> Result<&str, (&'static str, &'static str)> {
    match bytes {
        [] => Err(("the file is empty", "fetch it again")),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            Err(("the file is text in UTF-16", "save it as UTF-8, which every text editor offers"))
        }
        [b'P', b'K', 3 | 5, ..] => Err(("the file is a zip", "unpack it, and give the files in it")),
        [0x1f, 0x8b, ..] => Err(("the file is packed with gzip", "unpack it first")),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) if text.contains('\0') => {
                Err(("the file is text in UTF-16", "save it as UTF-8, which every text editor offers"))
            }
            Ok(text) => match text.trim_start_matches('\u{feff}').trim() {
                "" => Err(("the file is empty", "fetch it again")),
                text if text.starts_with('<') => {
                    Err(("the file is a web page, not data", "open its address in a browser to see what it says"))
                }
                text => Ok(text),
            },
            Err(_) => Err(("the file is not text in UTF-8", "save it as UTF-8, which every text editor offers")),
        },
    }
}

/// Whether each line is a record of its own.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let record = |line: &str| line.trim_start().starts_with('{') && line.trim_end().ends_with('}');
    let (first, second) = (lines.next(), lines.next());
    first.is_some_and(|line| record(line) && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok())
        && second.is_some_and(|line| line.trim_start().starts_with('{'))
}

struct Services<'a> {
    each: &'a mut dyn FnMut(usize, Map<String, Value>),
    records: usize,
    found: usize,
    /// Records of other kinds.
    others: usize,
}

impl Services<'_> {
    fn lines(&mut self, text: &str) -> Result<(), serde_json::Error> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(serde_json::from_str).try_for_each(|record| record.map(|record| self.record(record)))
    }

    fn whole(&mut self, text: &str) -> Result<(), serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        (&mut *self).deserialize(&mut reader)?;
        reader.end()
    }

    fn record(&mut self, record: Value) {
        match record {
            Value::Array(items) => items.into_iter().for_each(|item| self.record(item)),
            Value::Object(record) => {
                self.records += 1;
                self.group(record);
            }
            _ => self.records += 1,
        }
    }

    /// A service, or something that has services in it.
    fn group(&mut self, mut record: Map<String, Value>) {
        if let Some(Value::Array(services)) = record.shift_remove("services") {
            for service in services {
                let Value::Object(mut service) = service else { continue };
                if record.contains_key("id") && !service.contains_key("organization") {
                    service.insert("organization".to_owned(), Value::Object(record.clone()));
                }
                self.give(service);
            }
        } else if record.get("service").and_then(Value::as_object).is_some_and(is_service) {
            let Some(Value::Object(mut service)) = record.shift_remove("service") else { return };
            service.entry("service_at_locations").or_insert_with(|| Value::Array(vec![Value::Object(record)]));
            self.give(service);
        } else if is_service(&record) {
            self.give(record);
        } else {
            self.others += usize::from(record.contains_key("id"));
        }
    }

    fn give(&mut self, mut service: Map<String, Value>) {
        upgrade(&mut service);
        self.found += 1;
        (self.each)(self.found, service);
    }
}

/// Keys that only a service has, and those that only other records have.
const OF_SERVICES: [&str; 11] = [
    "status",
    "organization",
    "organization_id",
    "service_at_locations",
    "service_areas",
    "schedules",
    "regular_schedules",
    "fees",
    "cost_options",
    "assured_date",
    "eligibilitys",
];
const OF_OTHERS: [&str; 8] = [
    "website",
    "organization_identifiers",
    "taxonomy",
    "term_uri",
    "parent_id",
    "location",
    "location_type",
    "version",
];

fn is_service(record: &Map<String, Value>) -> bool {
    let has = |keys: &[&str]| keys.iter().any(|key| record.contains_key(*key));
    has(&OF_SERVICES) || (record.contains_key("name") && record.contains_key("description") && !has(&OF_OTHERS))
}

/// Reads a file's one value: the items of its lists are handed on one by one.
impl<'de> DeserializeSeed<'de> for &mut Services<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Services<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a service or a list of services")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(record) = items.next_element::<Value>()? {
            self.record(record);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut record = Map::new();
        let mut pages = false;
        while let Some(key) = entries.next_key::<String>()? {
            if matches!(key.as_str(), "contents" | "content") {
                pages = true;
                entries.next_value_seed(&mut *self)?;
            } else {
                record.insert(key, entries.next_value()?);
            }
        }
        if !pages {
            self.record(Value::Object(record));
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
