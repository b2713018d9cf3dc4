//! Turns the words of the field into types: languages, localities, pages, services, facts and addresses.

mod id;
pub mod bidi;
mod language;
pub mod written;
pub mod stored;
mod localized;
mod locality;
mod postcode;
mod edition;
mod page;
mod route;
mod service;
mod directory;
mod picture;
mod kept;
mod contact;
pub mod phone;
pub mod web;
mod fact;
mod table;
mod lazy;
mod luggage;
mod alert;
mod leaflet;
mod holder;
mod withdrawn;
mod criterion;
mod audit;
mod issue;
mod standing;
mod schema;

pub use alert::Alert;
pub use audit::{Audit, AuditKind, Compliance, Method, Standard, StatementWords};
pub use contact::Contact;
pub use criterion::Criterion;
pub use directory::{Audience, Organisation, OrganisationKind, Term, Topic, Venue};
pub use edition::Edition;
pub use fact::{Decimal, Fact, FactValue, Unit};
pub use holder::{Copies, Holder, HolderKind};
pub use id::{
    AudienceId, BadId, FactId, HolderId, LeafletId, LocalityId, OrganisationId, PageId, PictureId, ServiceId, TermId,
    TopicId, VenueId,
};
pub use issue::{IssueReason, KnownIssue};
pub use kept::{Hashes, Imported, Kept};
pub use language::{Direction, Language};
pub use lazy::Lazy;
pub use leaflet::{LeafletRecord, PagePart, Prescription, ServicesPart};
pub use locality::{Gss, Locality, LocalityKind};
pub use localized::Localized;
pub use luggage::Luggage;
pub use page::{FrontMatter, Home, LifeStage, PrintShape, Tested, TranslatedBy, Translation, Untranslated};
pub use phone::Phone;
pub use picture::Picture;
pub use postcode::Postcode;
pub use route::{BaseUrl, RESERVED, Route, Slug};
pub use schema::Answer;
pub use service::{
    Ages, Amount, Attend, Closed, Cost, Days, Division, EasyText, Eligibility, EligibleBy, HiddenAddress, Hours,
    HowToJoin, Repeat, Schedule, Service, ServiceContact, ServiceText, ServiceVenue, Status, TIMES_EXAMPLES, Time,
};
pub use standing::StandingPage;
pub use table::Table;
pub use withdrawn::Withdrawn;
