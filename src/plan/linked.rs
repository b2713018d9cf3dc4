//! Turns what a service's page says into linked data for search engines (schema.org), in the words of the page.

use serde_json::{Map, Value, json};

use super::view::{ServiceBody, VenueView};
use crate::model::{Cost, Language, OrganisationKind, Service};

/// A service as JSON-LD that may stand in HTML; none where its address is kept secret, because who looks for such a place
/// may be watched.
pub fn linked(service: &Service, view: &ServiceBody<'_>, run_by: Option<OrganisationKind>) -> Option<String> {
    if service.venues.iter().any(|venue| venue.address.is_some()) {
        return None;
    }
    let is_public = matches!(run_by, Some(OrganisationKind::Council | OrganisationKind::Government));
    let (kind, provider) =
        if is_public { ("GovernmentService", "GovernmentOrganization") } else { ("Service", "Organization") };
    let mut thing = object(json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": view.name.text,
        "description": view.summary.text,
        "provider": { "@type": provider, "name": view.organisation },
        "areaServed": view.areas,
    }));
    if let Some(web) = &view.web {
        thing.insert("url".to_owned(), json!(web));
    }
    if service.cost == Some(Cost::Free) {
        thing.insert("offers".to_owned(), json!({ "@type": "Offer", "price": "0", "priceCurrency": "GBP" }));
    }
    let channel = channel(service, view);
    if !channel.is_empty() {
        thing.insert("availableChannel".to_owned(), typed("ServiceChannel", channel));
    }
    Some(Value::Object(thing).to_string().replace('<', "\\u003c"))
}

/// How to reach it, and where.
fn channel(service: &Service, view: &ServiceBody<'_>) -> Map<String, Value> {
    let mut channel = Map::new();
    let mut phone = Map::new();
    for (key, value) in [("telephone", &view.tel), ("email", &view.email)] {
        if let Some(value) = value {
            phone.insert(key.to_owned(), json!(value));
        }
    }
    if !phone.is_empty() {
        channel.insert("servicePhone".to_owned(), typed("ContactPoint", phone));
    }
    if !service.languages.is_empty() {
        let languages: Vec<&str> = service.languages.iter().map(Language::as_str).collect();
        channel.insert("availableLanguage".to_owned(), json!(languages));
    }
    let places: Vec<Value> = view.venues.iter().filter(|venue| !venue.hidden).map(place).collect();
    if !places.is_empty() {
        channel.insert("serviceLocation".to_owned(), json!(places));
    }
    channel
}

fn place(venue: &VenueView) -> Value {
    json!({
        "@type": "Place",
        "name": venue.name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": venue.address.join(", "),
            "postalCode": venue.postcode,
            "addressCountry": "GB",
        },
    })
}

fn typed(kind: &str, mut thing: Map<String, Value>) -> Value {
    thing.insert("@type".to_owned(), json!(kind));
    Value::Object(thing)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
