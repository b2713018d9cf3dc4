//! Turns the name of a record into an id that nothing else has.

use std::collections::BTreeSet;

use icu::normalizer::DecomposingNormalizerBorrowed;
use serde_json::{Map, Value};

use crate::exchange::take::text;
use crate::model::ServiceId;

/// The longest id made of a name, in letters.
const LONG: usize = 60;

/// `Carers' café, Aylesbury` as `carers-cafe-aylesbury`; nothing for a name without a letter that an id may have.
pub fn slug(name: &str) -> Option<String> {
    let folded = DecomposingNormalizerBorrowed::new_nfd().normalize(name);
    let mut slug = String::new();
    for c in folded.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONG {
            break;
        }
    }
    Some(slug.trim_matches('-').to_owned()).filter(|slug| slug.len() > 1)
}

/// An id by a name; with a part of the source's id where another record has the name already.
pub fn free(name: &str, own: &str, kind: &str, taken: impl Fn(&str) -> bool) -> String {
    let wanted = slug(name).unwrap_or_else(|| kind.to_owned());
    if slug(name).is_some() && !taken(&wanted) {
        return wanted;
    }
    let hash = blake3::hash(own.as_bytes()).to_hex();
    (8..=64).step_by(8).map(|long| format!("{wanted}-{}", &hash[..long])).find(|id| !taken(id)).unwrap_or(wanted)
}

pub fn service(record: &Map<String, Value>, own: &str, taken: &BTreeSet<String>) -> ServiceId {
    let id = free(text(record, "name").unwrap_or(""), own, "service", |id| taken.contains(id));
    ServiceId::new(&id).expect("a slug is an id")
}
