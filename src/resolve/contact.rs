//! Turns the contacts of a place and of those it lies in into the one that its readers see.

use crate::catalog::{Catalog, PlaceIx};
use crate::model::Contact;

/// A place's contact: each key from the nearest place that has it, up to the portal. Nothing comes from any other place.
pub fn contact(catalog: &Catalog, place: PlaceIx) -> Contact {
    let mut merged = Contact::default();
    for contact in
        catalog.places.chain(place).map(|at| &catalog.places.get(at).contact).chain([&catalog.portal.contact])
    {
        // Hours belong to a phone: they never pass from one place's phone to another's.
        if merged.phone.is_none() {
            merged.phone.clone_from(&contact.phone);
            if contact.phone.is_some() {
                merged.hours.clone_from(&contact.hours);
            }
        }
        merged.name = merged.name.or_else(|| contact.name.clone());
        merged.email = merged.email.or_else(|| contact.email.clone());
        merged.address = merged.address.or_else(|| contact.address.clone());
        merged.web = merged.web.or_else(|| contact.web.clone());
    }
    merged
}
