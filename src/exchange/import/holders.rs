//! Turns the organisation and the locations of a record into records of the portal: known ones, or new ones.
//!
//! A record that the portal has is never changed here: it is the editors'.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Defaults, names};
use crate::exchange::give::{Desk, HIDDEN, access_words};
use crate::exchange::read::Fault;
use crate::exchange::take::{Refusal, Remark, records, refusal, remark, text};
use crate::exchange::write;
use crate::load::Sources;
use crate::model::{Organisation, OrganisationId, Postcode, Venue, VenueId, web};
use crate::parse::records::in_the_kingdom;

type Record = Map<String, Value>;

/// What an import knows of organisations and venues.
#[derive(Debug)]
pub struct Holders {
    by_organisation: BTreeMap<String, OrganisationId>,
    by_venue: BTreeMap<String, VenueId>,
    /// New records, for the ends of their files.
    pub organisations: Vec<Record>,
    pub venues: Vec<Record>,
}

impl Holders {
    pub fn new(desk: &Desk<'_>) -> Self {
        let mut by_organisation = BTreeMap::new();
        for (id, _, record) in desk.catalog.organisations.all() {
            by_organisation.entry(desk.text(&record.value.name).to_lowercase()).or_insert_with(|| id.clone());
            by_organisation.extend(record.value.oruk_id.iter().map(|own| (own.clone(), id.clone())));
        }
        let venues = desk.catalog.venues.all();
        let by_venue = venues.filter_map(|(id, _, record)| Some((record.value.oruk_id.clone()?, id.clone())));
        Self { by_organisation, by_venue: by_venue.collect(), organisations: Vec::new(), venues: Vec::new() }
    }

    /// Who runs a service: by id, then by name; a new organisation where the record says enough.
    pub fn organisation(
        &mut self,
        desk: &mut Desk<'_>,
        record: &Record,
        (defaults, remarks): (&Defaults, &mut Vec<Remark>),
    ) -> Result<OrganisationId, Refusal> {
        let inner = record.get("organization").and_then(Value::as_object);
        let own = inner.and_then(|inner| text(inner, "id")).or_else(|| text(record, "organization_id"));
        let name = inner.and_then(|inner| text(inner, "name"));
        let known = own.and_then(|own| self.by_organisation.get(own));
        let known = known.or_else(|| self.by_organisation.get(&name?.to_lowercase()));
        if let Some(known) = known {
            return Ok(known.clone());
        }
        match (inner, name) {
            (Some(inner), Some(name)) => Ok(self.new_organisation(desk, (inner, own, name), remarks)),
            _ => defaults.organisation.clone().ok_or_else(|| {
                let help = "say who runs such services, like `--org carers-line`: an id of `organisations.yaml`";
                refusal("organization", "the record names no organisation", help)
            }),
        }
    }

    fn new_organisation(
        &mut self,
        desk: &mut Desk<'_>,
        (inner, own, name): (&Record, Option<&str>, &str),
        remarks: &mut Vec<Remark>,
    ) -> OrganisationId {
        let catalog = desk.catalog;
        let taken =
            |id: &str| catalog.organisations.names().any(|known| known == id) || desk.organisations.contains_key(id);
        let id = names::free(name, own.unwrap_or(name), "organisation", taken);
        let mut made = Record::new();
        made.insert("id".to_owned(), json!(id));
        made.insert("name".to_owned(), json!(name));
        made.insert("kind".to_owned(), json!(kind(inner, name, remarks)));
        for (from, to, check) in
            [("email", "email", web::check_email as fn(&str) -> _), ("website", "web", web::check_web)]
        {
            if let Some(text) = text(inner, from).filter(|text| check(text).is_ok()) {
                made.insert(to.to_owned(), json!(text));
            }
        }
        if let Some(about) = text(inner, "description").filter(|about| *about != name) {
            made.insert("about".to_owned(), json!(about));
        }
        if let Some(own) = own {
            made.insert("oruk_id".to_owned(), json!(own));
            // A second service of the organisation finds it.
        }
        let id = OrganisationId::new(&id).expect("a slug is an id");
        let keys = [own.map(str::to_owned), Some(name.to_lowercase())];
        self.by_organisation.extend(keys.into_iter().flatten().map(|key| (key, id.clone())));
        if let Ok(organisation) = serde_json::from_value::<Organisation>(Value::Object(made.clone())) {
            desk.organisations.insert(id.clone(), organisation);
        }
        self.organisations.push(made);
        id
    }

    /// Where a service meets, as its file says it; a location without a whole address is kept in `extra`.
    pub fn venues(
        &mut self,
        desk: &mut Desk<'_>,
        record: &Record,
        (area, remarks): (&[String], &mut Vec<Remark>),
    ) -> Vec<Value> {
        let mut found = Vec::new();
        for (at, place) in records(record, "service_at_locations") {
            let Some(location) = place.get("location").and_then(Value::as_object) else { continue };
            if text(location, "description") == Some(HIDDEN) && !location.contains_key("addresses") {
                let mut venue = json!({ "address": "hidden" });
                let access = access(location);
                if !access.is_empty() {
                    venue["access"] = json!(access);
                }
                found.push(venue);
                continue;
            }
            let known = text(location, "id").and_then(|own| self.by_venue.get(own)).cloned();
            let path = format!("service_at_locations.{at}.location");
            let venue = known.or_else(|| self.new_venue(desk, (location, area, &path), remarks));
            let venue = venue.map(|venue| json!({ "at": venue.as_str() }));
            found.extend(venue.filter(|venue| !found.contains(venue)));
        }
        found
    }

    fn new_venue(
        &mut self,
        desk: &mut Desk<'_>,
        (location, area, path): (&Record, &[String], &str),
        remarks: &mut Vec<Remark>,
    ) -> Option<VenueId> {
        let (_, address) = records(location, "addresses").next()?;
        let postcode = text(address, "postal_code")?;
        let Ok(postcode) = Postcode::new(postcode) else {
            let help = "a place without a postcode cannot be found; it is kept in `extra`";
            remarks.push(remark(
                format!("{path}.addresses.0.postal_code"),
                format!("`{postcode}` is no postcode"),
                help,
            ));
            return None;
        };
        let lines: Vec<&str> = ["address_1", "city"].iter().filter_map(|key| text(address, key)).collect();
        let name = text(location, "name").or(lines.first().copied())?;
        if lines.is_empty() || !area.iter().any(|id| desk.catalog.places.find(id).is_some()) {
            return None;
        }
        let catalog = desk.catalog;
        let own = text(location, "id");
        let taken = |id: &str| catalog.venues.names().any(|known| known == id) || desk.venues.contains_key(id);
        let id = names::free(name, own.unwrap_or(name), "venue", taken);
        let mut made = Record::new();
        made.insert("id".to_owned(), json!(id));
        made.insert("name".to_owned(), json!(name));
        made.insert("address".to_owned(), json!(lines));
        made.insert("postcode".to_owned(), json!(postcode.as_str()));
        made.insert("locality".to_owned(), json!(area.iter().find(|id| catalog.places.find(id).is_some())));
        let access = access(location);
        if !access.is_empty() {
            made.insert("access".to_owned(), json!(access));
        }
        coordinates(location, &mut made, (path, remarks));
        if let Some(own) = own {
            made.insert("oruk_id".to_owned(), json!(own));
        }
        let id = VenueId::new(&id).expect("a slug is an id");
        self.by_venue.extend(own.map(|own| (own.to_owned(), id.clone())));
        if let Ok(venue) = serde_json::from_value::<Venue>(Value::Object(made.clone())) {
            desk.venues.insert(id.clone(), venue);
        }
        self.venues.push(made);
        Some(id)
    }
}

/// What kind of organisation the record says that it is.
fn kind(organisation: &Record, name: &str, remarks: &mut Vec<Remark>) -> &'static str {
    let schemes: Vec<&str> =
        records(organisation, "organization_identifiers").filter_map(|(_, id)| text(id, "identifier_scheme")).collect();
    let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let has = |word: &str| words.iter().any(|known| known == word);
    if has("council") || has("cyngor") {
        return "council";
    }
    if has("nhs") {
        return "nhs";
    }
    if schemes.iter().any(|scheme| matches!(*scheme, "GB-CHC" | "GB-SC" | "GB-NIC")) {
        return "charity";
    }
    if schemes.contains(&"GB-COH") {
        return "company";
    }
    let help = "`charity` stands in: set `kind` in `organisations.yaml` right";
    remarks.push(remark("organization", format!("nothing says what kind of organisation `{name}` is"), help));
    "charity"
}

/// The codes of access that the portal has words for.
const ACCESS: [&str; 9] = [
    "step-free",
    "accessible-toilet",
    "hearing-loop",
    "parking-nearby",
    "blue-badge-parking",
    "lift",
    "changing-places",
    "quiet-space",
    "assistance-dogs",
];

fn access(location: &Record) -> Vec<&'static str> {
    let said: Vec<&str> =
        records(location, "accessibility").filter_map(|(_, item)| text(item, "description")).collect();
    let is = |code: &&str| said.iter().any(|said| said == code || says(said, code));
    ACCESS.into_iter().filter(is).collect()
}

/// Words by which sources say that something is there.
const WORDS: [(&str, &[&str]); 8] = [
    ("step-free", &["step free", "level access"]),
    ("accessible-toilet", &["accessible toilet", "disabled toilet", "accessible wc"]),
    ("hearing-loop", &["hearing loop", "induction loop"]),
    ("blue-badge-parking", &["blue badge"]),
    ("changing-places", &["changing places"]),
    ("quiet-space", &["quiet space", "quiet room"]),
    ("assistance-dogs", &["assistance dog", "guide dog"]),
    ("parking-nearby", &["parking nearby"]),
];

/// Whether a text says that something is there: in the portal's own words, or in a few others and without a no.
fn says(text: &str, code: &str) -> bool {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let line = words.join(" ");
    let known = WORDS.iter().find(|(known, _)| *known == code).map_or(&[][..], |(_, words)| words);
    let doubts = ["no", "not", "without", "limited", "partial", "partially", "except", "only", "t"];
    text.eq_ignore_ascii_case(&access_words(code))
        || known.iter().any(|known| line.contains(known)) && !words.iter().any(|word| doubts.contains(&word.as_str()))
}

fn coordinates(location: &Record, made: &mut Record, (path, remarks): (&str, &mut Vec<Remark>)) {
    let degrees = |key: &str| location.get(key).and_then(Value::as_f64);
    let (Some(lat), Some(lon)) = (degrees("latitude"), degrees("longitude")) else { return };
    let what = if in_the_kingdom(lat, lon) {
        made.insert("lat".to_owned(), json!(lat));
        made.insert("lon".to_owned(), json!(lon));
        return;
    } else if in_the_kingdom(lon, lat) {
        "the coordinates are the wrong way round"
    } else {
        "the coordinates do not lie in the United Kingdom"
    };
    let help = "they are left out of the venue; set them right at their source";
    remarks.push(remark(format!("{path}.latitude"), what, help));
}

/// A file of records with new ones at its end; nothing where there are none.
pub fn added(sources: &Sources, path: &str, records: &[Record]) -> Result<Option<super::Change>, Fault> {
    if records.is_empty() {
        return Ok(None);
    }
    let old = sources.files.get(path).and_then(|file| file.text()).map_or("", |text| text);
    let is_new = !sources.files.contains_key(path);
    let items: String = records.iter().map(write::item).collect();
    let before = count(old);
    let mut text = if before == Some(0) { String::new() } else { old.to_owned() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&items);
    if before.is_none() || count(&text) != before.map(|before| before + records.len()) {
        return Err(Fault {
            file: path.to_owned(),
            record: String::new(),
            path: String::new(),
            what: format!("{} new records cannot be added to the file", records.len()),
            help: "write its records as a list, each from a line that begins with `- `, then import again".to_owned(),
        });
    }
    let names = records.iter().filter_map(text_of).map(|name| format!("new: {name}")).collect();
    Ok(Some(super::Change { path: path.to_owned(), text, is_new, differences: names }))
}

fn text_of(record: &Record) -> Option<String> {
    record.get("name").and_then(Value::as_str).map(str::to_owned)
}

/// How many records a file holds. None where it is no list.
fn count(text: &str) -> Option<usize> {
    serde_yaml::from_str(text).map_or(None, |value: serde_yaml::Value| match value {
        serde_yaml::Value::Null => Some(0),
        serde_yaml::Value::Sequence(items) => Some(items.len()),
        _ => None,
    })
}
