//! Turns what a service's page says into linked data for search engines (schema.org), in the words of the page.

use serde::Serialize;

use super::view::{ServiceBody, VenueView};
use crate::model::bidi::unmarked;
use crate::model::{Cost, Language, OrganisationKind, Service};

/// A service as schema.org has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    description: &'a str,
    provider: Provider<'a>,
    area_served: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<Offer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    available_channel: Option<Channel<'a>>,
}

#[derive(Serialize)]
struct Provider<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Offer {
    #[serde(rename = "@type")]
    kind: &'static str,
    price: &'static str,
    price_currency: &'static str,
}

/// How to reach it, and where.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_phone: Option<Contact<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_language: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    service_location: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Contact<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    address: Address<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Address<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    street_address: String,
    postal_code: &'a str,
    address_country: &'static str,
}

/// A service as JSON-LD that may stand in HTML; none where its address is kept secret, because who looks for such a place
/// may be watched.
pub fn linked(service: &Service, view: &ServiceBody<'_>, run_by: Option<OrganisationKind>) -> Option<String> {
    if service.venues.iter().any(|venue| venue.address.is_some()) {
        return None;
    }
    let is_public = matches!(run_by, Some(OrganisationKind::Council | OrganisationKind::Government));
    let (kind, provider) =
        if is_public { ("GovernmentService", "GovernmentOrganization") } else { ("Service", "Organization") };
    let is_free = service.cost == Some(Cost::Free);
    let thing = Thing {
        context: "https://schema.org",
        kind,
        name: &view.name.text,
        description: &view.summary.text,
        provider: Provider { kind: provider, name: &view.organisation },
        area_served: &view.areas,
        url: view.web.as_deref(),
        offers: is_free.then_some(Offer { kind: "Offer", price: "0", price_currency: "GBP" }),
        available_channel: channel(service, view),
    };
    let written = serde_json::to_string(&thing).expect("texts, lists and keys are written as JSON");
    let written = unmarked(&written);
    Some(if written.contains('<') { written.replace('<', "\\u003c") } else { written.into_owned() })
}

fn channel<'a>(service: &'a Service, view: &'a ServiceBody<'_>) -> Option<Channel<'a>> {
    let contact = Contact { kind: "ContactPoint", telephone: view.tel.as_deref(), email: view.email.as_deref() };
    let channel = Channel {
        kind: "ServiceChannel",
        service_phone: Some(contact).filter(|contact| contact.telephone.is_some() || contact.email.is_some()),
        available_language: service.languages.iter().map(Language::as_str).collect(),
        service_location: view.venues.iter().filter(|venue| !venue.hidden).map(place).collect(),
    };
    let says_something = channel.service_phone.is_some()
        || !channel.available_language.is_empty()
        || !channel.service_location.is_empty();
    says_something.then_some(channel)
}

fn place(venue: &VenueView) -> Place<'_> {
    let address = Address {
        kind: "PostalAddress",
        street_address: venue.address.join(", "),
        postal_code: &venue.postcode,
        address_country: "GB",
    };
    Place { kind: "Place", name: &venue.name, address }
}
