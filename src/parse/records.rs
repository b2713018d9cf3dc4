//! Turns all sources of a portal into its records and documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Content, Document};
use crate::config::Portal;
use crate::diag::Diagnosed;
use crate::load::Sources;
use crate::model::{
    Audience, Fact, FactId, Language, Locality, LocalityId, Organisation, Picture, Service, ServiceId, Table, Term,
    TermId, Topic, Venue,
};

/// Everything that a portal's files say, before any reference is followed. Order is that of the files.
#[derive(Clone, Debug, Default)]
pub struct Records {
    pub portal: Option<Portal>,
    pub localities: Vec<Located<Locality>>,
    pub topics: Vec<Located<Topic>>,
    pub audiences: Vec<Located<Audience>>,
    /// Records that an overlay may replace carry the overlay they lie in.
    pub organisations: Vec<Overlaid<Organisation>>,
    pub venues: Vec<Overlaid<Venue>>,
    pub facts: Vec<Overlaid<(FactId, Fact)>>,
    pub services: Vec<Overlaid<ParsedService>>,
    pub glossary: BTreeMap<Language, Table<TermId, Term>>,
    pub pictures: Vec<Located<Picture>>,
    pub documents: Vec<Document>,
}

/// A record and where it stands: a file, and the steps to its node in it.
#[derive(Clone, Debug)]
pub struct Located<T> {
    pub value: T,
    pub place: crate::diag::Place,
}

#[derive(Clone, Debug)]
pub struct Overlaid<T> {
    pub value: T,
    pub place: crate::diag::Place,
    pub overlay: Option<LocalityId>,
}

/// A service with its `about` texts parsed, by language; the record's own language is the portal's first.
#[derive(Clone, Debug)]
pub struct ParsedService {
    pub id: ServiceId,
    pub service: Service,
    pub about: BTreeMap<Language, Arc<Content>>,
}

/// Parses every source, in parallel; findings are merged in the order of the files.
pub fn parse(_sources: &Sources) -> Diagnosed<Records> {
    unimplemented!("records helper")
}
