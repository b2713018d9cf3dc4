//! Turns a service into the record of Open Referral UK 3.0 that its own keys say, without what an import kept aside.
//!
//! The items of lists carry a name under `@` by which a difference finds them again; `patch` takes it off.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{schedules, tongues};
use crate::catalog::{Catalog, PlaceIx};
use crate::model::{
    Attend, Cost, HowToJoin, Language, Localized, Organisation, OrganisationId, Phone, Route, Service, ServiceId,
    Status, Venue, VenueId,
};

/// The name of an item in its list.
pub const NAME: &str = "@";

/// A portal whose services are given, in a language.
pub struct Desk<'a> {
    pub catalog: &'a Catalog,
    pub language: Language,
    /// The root of the ids that the portal makes.
    pub namespace: Uuid,
    /// Records that an import is about to add.
    pub organisations: std::collections::BTreeMap<OrganisationId, Organisation>,
    pub venues: std::collections::BTreeMap<VenueId, Venue>,
    /// The day of an import: nobody has checked anything after it.
    pub today: Option<jiff::civil::Date>,
}

/// What stands for an address that is hidden.
pub const HIDDEN: &str = "The address is not published";

/// The key under which a portal publishes its own name of a service, by which it knows it again.
pub const PORTAL_ID: &str = "portal_id";

impl<'a> Desk<'a> {
    pub fn new(catalog: &'a Catalog, language: Language) -> Self {
        let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, catalog.portal.base_url.url(&Route::root()).as_bytes());
        let (organisations, venues) = Default::default();
        Self { catalog, language, namespace, organisations, venues, today: None }
    }

    /// The id of a record that has none of its own.
    pub fn id(&self, kind: &str, name: &str) -> String {
        Uuid::new_v5(&self.namespace, format!("{kind}:{name}").as_bytes()).to_string()
    }

    pub fn text<'t>(&self, text: &'t Localized) -> &'t str {
        let chain = self.catalog.portal_chain(self.language);
        let any = match text {
            Localized::Same(text) => Some(text.as_str()),
            Localized::Each(texts) => texts.values().next().map(String::as_str),
        };
        text.get(chain).map(|(text, _)| text).or(any).unwrap_or("")
    }

    /// An organisation as the place of a service sees it.
    pub fn organisation(&self, place: PlaceIx, id: &OrganisationId) -> Option<&Organisation> {
        let known = self.catalog.organisations.get(&self.catalog.places, place, id);
        known.map(|(_, record)| &record.value).or_else(|| self.organisations.get(id))
    }

    fn venue(&self, place: PlaceIx, id: &VenueId) -> Option<&Venue> {
        let known = self.catalog.venues.get(&self.catalog.places, place, id);
        known.map(|(_, record)| &record.value).or_else(|| self.venues.get(id))
    }
}

/// A record in the making: nothing empty is ever put in.
#[derive(Default)]
struct Made(Map<String, Value>);

impl Made {
    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            self.0.insert(key.to_owned(), json!(text));
        }
    }

    fn list(&mut self, key: &str, items: Vec<Value>) {
        if !items.is_empty() {
            self.0.insert(key.to_owned(), Value::Array(items));
        }
    }
}

/// The id of a service in open data.
pub fn service_id(desk: &Desk<'_>, id: &ServiceId, service: &Service) -> String {
    service.oruk_id.clone().unwrap_or_else(|| desk.id("service", id.as_str()))
}

/// The record of a service.
pub fn give(desk: &Desk<'_>, id: &ServiceId, service: &Service) -> Value {
    let place = place(desk, service);
    let own = service_id(desk, id, service);
    let mut made = Made::default();
    let chain = desk.catalog.portal_chain(desk.language);
    let first = desk.catalog.portal.languages.first();
    let words = chain.iter().take_while(|language| Some(*language) != first);
    let words: Vec<_> = words.filter_map(|language| service.translations.get(language)).collect();
    let name = words.iter().find_map(|words| words.name.as_deref()).unwrap_or(&service.name);
    let summary = words.iter().find_map(|words| words.summary.as_deref()).unwrap_or(&service.summary);
    let about = words.iter().find_map(|words| words.about.as_deref()).or(service.about.as_deref());
    made.text("id", Some(&own));
    made.text("name", Some(name));
    made.text("description", Some(&description(summary, about)));
    made.text("url", service.contact.web.as_deref());
    made.text("email", service.contact.email.as_deref());
    made.text("status", Some(status(service.status)));
    let cost = words.iter().find_map(|words| words.cost.clone());
    made.text("fees", cost.or_else(|| service.cost.as_ref().map(|cost| fees(desk, cost))).as_deref());
    let eligibility = words.iter().find_map(|words| words.eligibility.as_deref());
    let eligibility = eligibility.or_else(|| service.eligibility.text.as_ref().map(|text| desk.text(text)));
    made.text("eligibility_description", eligibility);
    for (key, age) in [("minimum_age", service.ages.from), ("maximum_age", service.ages.to)] {
        if let Some(age) = age {
            made.0.insert(key.to_owned(), json!(age));
        }
    }
    made.text("assured_date", service.checked.map(|day| day.to_string()).as_deref());
    made.text("assurer_email", service.checked_by.as_deref().filter(|by| by.contains('@')));
    if let Some(organisation) = desk.organisation(place, &service.org) {
        made.0.insert("organization".to_owned(), of_organisation(desk, organisation));
    }
    let note = words.iter().find_map(|words| words.phone_note.as_deref());
    made.list("phones", phones(desk, &own, service, note.or(service.contact.phone_note.as_deref())));
    made.list("languages", languages(desk, &own, service));
    made.list("schedules", times(desk, &own, service));
    made.list("service_areas", areas(desk, &own, service));
    made.list("cost_options", costs(desk, &own, service));
    made.list("service_at_locations", locations(desk, &own, service, place));
    made.list("attributes", attributes(desk, &own, service));
    Value::Object(made.0)
}

/// The place by which a service's organisation and venues are looked up: the first that it serves.
fn place(desk: &Desk<'_>, service: &Service) -> PlaceIx {
    let places = &desk.catalog.places;
    let found = service.area.iter().find_map(|name| places.find(name).or_else(|| places.by_code(name)));
    found.unwrap_or(places.root())
}

pub fn description(summary: &str, about: Option<&str>) -> String {
    about.map_or_else(|| summary.trim().to_owned(), |about| format!("{}\n\n{}", summary.trim(), about.trim()))
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Paused => "temporarily closed",
        Status::Ended => "defunct",
    }
}

fn fees(desk: &Desk<'_>, cost: &Cost) -> String {
    match cost {
        Cost::Free => "Free".to_owned(),
        Cost::Text(text) => desk.text(text).to_owned(),
        Cost::Amounts(amounts) => {
            let each = amounts.iter().map(|amount| format!("{}: £{}", desk.text(&amount.who), amount.amount.0.trim()));
            each.collect::<Vec<_>>().join("; ")
        }
    }
}

fn of_organisation(desk: &Desk<'_>, organisation: &Organisation) -> Value {
    let mut made = Made::default();
    let name = desk.text(&organisation.name);
    let own = organisation.oruk_id.clone().unwrap_or_else(|| desk.id("organisation", organisation.id.as_str()));
    made.text("id", Some(&own));
    made.text("name", Some(name));
    // The standard asks for a description; where there is none the name stands in.
    made.text("description", Some(organisation.about.as_ref().map_or(name, |about| desk.text(about))));
    made.text("email", organisation.email.as_deref());
    made.text("website", organisation.web.as_deref());
    Value::Object(made.0)
}

/// An item with its name and an id of its own.
fn item(desk: &Desk<'_>, (own, kind, name): (&str, &str, &str), rest: Value) -> Value {
    let mut made = Map::new();
    made.insert(NAME.to_owned(), json!(name));
    made.insert("id".to_owned(), json!(desk.id(kind, &format!("{own}:{name}"))));
    if let Value::Object(rest) = rest {
        made.extend(rest);
    }
    Value::Object(made)
}

fn phones(desk: &Desk<'_>, own: &str, service: &Service, note: Option<&str>) -> Vec<Value> {
    let mut made = Vec::new();
    if let Some(number) = &service.contact.phone {
        let mut rest = json!({ "number": international(number), "type": "voice" });
        if let Some(note) = note {
            rest["description"] = json!(note);
        }
        made.push(item(desk, (own, "phone", "voice"), rest));
    }
    if let Some(number) = &service.contact.textphone {
        let number = Phone::parse(number).map_or_else(|_| number.clone(), |phone| phone.national());
        made.push(item(desk, (own, "phone", "textphone"), json!({ "number": number, "type": "textphone" })));
    }
    made
}

/// `+44 1632 960123`; short and relayed numbers as they are.
pub fn international(text: &str) -> String {
    let Ok(phone) = Phone::parse(text) else { return text.trim().to_owned() };
    let national = phone.national();
    let abroad = phone.tel().starts_with('+');
    national.strip_prefix('0').filter(|_| abroad).map_or_else(|| national.clone(), |rest| format!("+44 {rest}"))
}

fn languages(desk: &Desk<'_>, own: &str, service: &Service) -> Vec<Value> {
    let one = |language: &Language| {
        let code = language.as_str();
        let mut rest = json!({ "code": code });
        if let Some(name) = tongues::name(code) {
            rest["name"] = json!(name);
        }
        item(desk, (own, "language", code), rest)
    };
    service.languages.iter().map(one).collect()
}

fn times(desk: &Desk<'_>, own: &str, service: &Service) -> Vec<Value> {
    let mut made = Vec::new();
    for line in &service.when {
        for (nth, rest) in schedules::give(line, &service.closed).into_iter().enumerate() {
            let name = if nth == 0 { line.to_string() } else { format!("{line} ({})", nth + 1) };
            made.push(item(desk, (own, "schedule", &name), Value::Object(rest)));
        }
    }
    made
}

fn areas(desk: &Desk<'_>, own: &str, service: &Service) -> Vec<Value> {
    let places = &desk.catalog.places;
    let one = |name: &String| {
        let found = places.find(name).or_else(|| places.by_code(name)).map(|place| places.get(place));
        let code = found.filter(|found| found.id.as_str() == name).map_or(name.as_str(), |found| found.gss.as_str());
        let uri = format!("http://statistics.data.gov.uk/id/statistical-geography/{code}");
        let text = found.map_or(name.as_str(), |found| desk.text(&found.name));
        item(desk, (own, "area", name), json!({ "name": text, "uri": uri }))
    };
    service.area.iter().map(one).collect()
}

fn costs(desk: &Desk<'_>, own: &str, service: &Service) -> Vec<Value> {
    match &service.cost {
        Some(Cost::Free) => {
            let free = json!({ "option": "Everyone", "amount": 0, "amount_description": "Free" });
            vec![item(desk, (own, "cost", "free"), free)]
        }
        Some(Cost::Amounts(amounts)) => {
            let one = |(nth, amount): (usize, &crate::model::Amount)| {
                let number: Value = serde_json::from_str(amount.amount.0.trim()).unwrap_or(Value::Null);
                let mut rest = json!({ "option": desk.text(&amount.who) });
                if number.is_number() {
                    rest["amount"] = number;
                }
                item(desk, (own, "cost", &(nth + 1).to_string()), rest)
            };
            amounts.iter().enumerate().map(one).collect()
        }
        _ => Vec::new(),
    }
}

fn locations(desk: &Desk<'_>, own: &str, service: &Service, place: PlaceIx) -> Vec<Value> {
    let open = service.venues.iter().filter(|venue| venue.address.is_none());
    let known = open.filter_map(|venue| Some((venue, desk.venue(place, venue.at.as_ref()?)?)));
    let one = |(written, venue): (&crate::model::ServiceVenue, &Venue)| {
        let access = if written.access.is_empty() { &venue.access } else { &written.access };
        let location = location(desk, venue, access);
        item(desk, (own, "at", venue.id.as_str()), json!({ "location": location }))
    };
    let hidden = service.venues.iter().filter(|venue| venue.address.is_some());
    let hidden = hidden.enumerate().map(|(nth, venue)| {
        let name = if nth == 0 { "hidden".to_owned() } else { format!("hidden ({})", nth + 1) };
        item(desk, (own, "at", &name), json!({ "location": out_of_sight(desk, (own, &name), &venue.access) }))
    });
    known.map(one).chain(hidden).collect()
}

/// Where an address is hidden, nothing of it is given but that there is one: no name, no coordinate, no postcode, and no id
/// that it might share with an open one.
fn out_of_sight(desk: &Desk<'_>, (own, name): (&str, &str), access: &[String]) -> Value {
    let mut made = Made::default();
    made.text("id", Some(&desk.id("location", &format!("{own}:{name}"))));
    made.text("location_type", Some("physical"));
    made.text("description", Some(HIDDEN));
    let access = access.iter();
    let access = access.map(|code| item(desk, (own, "access", code), json!({ "description": access_words(code) })));
    made.list("accessibility", access.collect());
    Value::Object(made.0)
}

fn location(desk: &Desk<'_>, venue: &Venue, access: &[String]) -> Value {
    let own = venue.oruk_id.clone().unwrap_or_else(|| desk.id("location", venue.id.as_str()));
    let places = &desk.catalog.places;
    let locality = places.find(venue.locality.as_str()).map_or("", |place| desk.text(&places.get(place).name));
    let mut made = Made::default();
    made.text("id", Some(&own));
    made.text("location_type", Some("physical"));
    made.text("name", Some(desk.text(&venue.name)));
    for (key, degrees) in [("latitude", venue.lat), ("longitude", venue.lon)] {
        if let Some(degrees) = degrees {
            made.0.insert(key.to_owned(), json!(degrees));
        }
    }
    let (street, town) = match &venue.address[..] {
        [street @ .., town] if !street.is_empty() => (street.join(", "), town.as_str()),
        [only] => (only.clone(), locality),
        _ => (desk.text(&venue.name).to_owned(), locality),
    };
    let address = json!({
        "address_1": street, "city": town, "state_province": locality,
        "postal_code": venue.postcode, "country": "GB", "address_type": "physical",
    });
    made.list("addresses", vec![item(desk, (&own, "address", "venue"), address)]);
    let access =
        access.iter().map(|code| item(desk, (&own, "access", code), json!({ "description": access_words(code) })));
    made.list("accessibility", access.collect());
    Value::Object(made.0)
}

/// `step-free` as words.
pub fn access_words(code: &str) -> String {
    let mut words = code.replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

pub fn how_name(how: HowToJoin) -> (&'static str, &'static str) {
    match how {
        HowToJoin::DropIn => ("drop-in", "Drop-in"),
        HowToJoin::SelfReferral => ("self-referral", "Self-referral"),
        HowToJoin::ProfessionalReferral => ("professional-referral", "Professional referral"),
        HowToJoin::Appointment => ("appointment", "Appointment"),
        HowToJoin::Membership => ("membership", "Membership"),
    }
}

pub fn attend_name(attend: Attend) -> (&'static str, &'static str) {
    match attend {
        Attend::Venue => ("venue", "Venue"),
        Attend::Online => ("online", "Online"),
        Attend::Phone => ("phone", "Phone"),
        Attend::HomeVisit => ("home-visit", "Home visit"),
    }
}

/// A vocabulary of the portal: what the standard calls the link, and the vocabulary's name.
pub const TOPICS: (&str, &str) = ("service_category", "topics");
pub const AUDIENCES: (&str, &str) = ("intended_audience", "audience");
pub const HOW: (&str, &str) = ("access_route", "access-route");
pub const ATTEND: (&str, &str) = ("attending_type", "attending-type");

fn attributes(desk: &Desk<'_>, own: &str, service: &Service) -> Vec<Value> {
    let mut made = Vec::new();
    for id in &service.topics {
        let name = desk.catalog.topic(id).map_or(id.as_str(), |topic| desk.text(&topic.name));
        made.push(attribute(desk, own, TOPICS, (id.as_str(), name)));
    }
    for id in &service.audiences {
        let name = desk.catalog.audience(id).map_or(id.as_str(), |audience| desk.text(&audience.name));
        made.push(attribute(desk, own, AUDIENCES, (id.as_str(), name)));
    }
    made.extend(service.how.iter().map(|how| attribute(desk, own, HOW, how_name(*how))));
    made.extend(service.attend.iter().map(|attend| attribute(desk, own, ATTEND, attend_name(*attend))));
    made
}

fn attribute(desk: &Desk<'_>, own: &str, (link, vocabulary): (&str, &str), (id, name): (&str, &str)) -> Value {
    let place = format!("{vocabulary}/{id}");
    let term = json!({
        "id": desk.id("term", &place),
        "name": name,
        "description": name,
        "taxonomy": vocabulary,
        "taxonomy_id": desk.id("taxonomy", vocabulary),
        "term_uri": format!("{}terms/{place}", desk.catalog.portal.base_url.url(&Route::root())),
    });
    item(desk, (own, "attribute", &place), json!({ "link_type": link, "taxonomy_term": term }))
}
