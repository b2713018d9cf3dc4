//! Turns files of another directory into changes of a portal's files.

mod holders;
mod names;
mod places;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use self::holders::Holders;
use super::give::{self, Desk};
use super::merge::{self, Merged};
use super::read::{self, Fault, Input};
use super::table::{self, Mapping};
use super::take::{self, Refusal, Remark, refusal, text};
use super::{normal, patch, write};
use crate::catalog::Catalog;
use crate::load::Sources;
use crate::model::{Kept, OrganisationId, Service, ServiceId};

/// What an import is told besides its files.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The name of the source: only services of the same source can be missing from it.
    pub source: String,
    /// The place of services that name none.
    pub area: Option<String>,
    /// The organisation of services that name none.
    pub organisation: Option<OrganisationId>,
    /// The day of the import, after which nobody has checked anything.
    pub today: Option<Date>,
}

/// A portal that takes records in.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    pub catalog: &'a Catalog,
    pub sources: &'a Sources,
    pub defaults: &'a Defaults,
}

/// A file of the portal after the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub path: String,
    pub text: String,
    pub is_new: bool,
    /// What changes, key by key; the first words are the record's name.
    pub differences: Vec<String>,
}

/// A service that its source does not have any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    pub path: String,
    /// Keys that were written by hand: such a file stays.
    pub by_hand: Vec<String>,
}

/// What an import comes to.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    pub changes: Vec<Change>,
    pub unchanged: usize,
    /// Records and files that were left out.
    pub faults: Vec<Fault>,
    /// What to look at in records that were taken.
    pub remarks: Vec<Fault>,
    pub deletions: Vec<Deletion>,
    /// Services that came from the same source before.
    pub before: usize,
}

/// Reads files and says what they change. Order is that of the files and their records.
pub fn import(portal: Import<'_>, files: &[Input<'_>]) -> Imports {
    import_with(portal, files, |input, each| read::read(input, each))
}

/// As `import`, from tables.
pub fn import_tables(portal: Import<'_>, files: &[Input<'_>], mapping: &Mapping) -> Imports {
    import_with(portal, files, |input, each| table::rows(mapping, input, each))
}

fn import_with(
    portal: Import<'_>,
    files: &[Input<'_>],
    reader: impl Fn(Input<'_>, &mut dyn FnMut(usize, Map<String, Value>)) -> Result<(), Fault>,
) -> Imports {
    let mut work = Work::new(portal);
    for input in files {
        let done = reader(*input, &mut |nth, record| work.record(input.name, nth, record));
        if let Err(fault) = done {
            work.whole = false;
            work.imports.faults.push(fault);
        }
    }
    work.finish()
}

/// A service of the portal that an import may write to.
struct Known {
    id: ServiceId,
    path: String,
    /// Whether it came by an import. What did not is the portal's own, which only the portal changes.
    is_foreign: bool,
}

struct Work<'a> {
    portal: Import<'a>,
    desk: Desk<'a>,
    /// By the id of their source.
    known: BTreeMap<String, Known>,
    ids: BTreeSet<String>,
    seen: BTreeMap<String, String>,
    holders: Holders,
    /// Whether every file was read to its end.
    whole: bool,
    imports: Imports,
}

impl<'a> Work<'a> {
    fn new(portal: Import<'a>) -> Self {
        let catalog = portal.catalog;
        let language = catalog.portal.languages.first().copied();
        let language = language.unwrap_or_else(|| "en".parse().expect("`en` is a language"));
        let desk = Desk { today: portal.defaults.today, ..Desk::new(catalog, language) };
        let services = catalog.services.all().map(|(id, _, entry)| {
            let service = &entry.parsed.service;
            let is_foreign = service.oruk_id.is_some();
            (
                give::service_id(&desk, id, service),
                Known { id: id.clone(), path: entry.place.file.to_string(), is_foreign },
            )
        });
        Self {
            portal,
            known: services.collect(),
            ids: catalog.services.names().map(str::to_owned).collect(),
            seen: BTreeMap::new(),
            holders: Holders::new(&desk),
            whole: true,
            imports: Imports::default(),
            desk,
        }
    }

    fn record(&mut self, file: &str, nth: usize, record: Map<String, Value>) {
        let Some(Value::Object(mut record)) = normal::normal(Value::Object(record)) else {
            self.fault(file, nth.to_string(), refusal("", "the record says nothing", "leave it out at its source"));
            return;
        };
        let shown = format!("{nth} ({})", text(&record, "name").or(text(&record, "id")).unwrap_or("without a name"));
        let mut remarks = Vec::new();
        let named = self.own_name(&mut record);
        let record = Value::Object(record);
        if let Err(refusal) = self.service((&record, named), &mut remarks) {
            self.fault(file, shown.clone(), refusal);
        }
        let said = remarks.into_iter().map(|Remark { path, what, help }| Fault {
            file: file.to_owned(),
            record: shown.clone(),
            path,
            what,
            help: help.to_owned(),
        });
        self.imports.remarks.extend(said);
    }

    fn fault(&mut self, file: &str, record: String, Refusal { path, what, help }: Refusal) {
        self.imports.faults.push(Fault { file: file.to_owned(), record, path: path.to_owned(), what, help });
    }

    /// What this portal called a service that it published once. The key is taken out: it says nothing of the service.
    fn own_name(&self, record: &mut Map<String, Value>) -> Option<ServiceId> {
        let name = ServiceId::new(text(record, give::PORTAL_ID)?).into_iter().next()?;
        if id_of(record) != Some(self.desk.id("service", name.as_str())) {
            return None;
        }
        record.shift_remove(give::PORTAL_ID);
        Some(name).filter(|name| !self.ids.contains(name.as_str()))
    }

    fn service(
        &mut self,
        (whole, named): (&Value, Option<ServiceId>),
        remarks: &mut Vec<Remark>,
    ) -> Result<(), Refusal> {
        let Value::Object(record) = whole else { return Ok(()) };
        let own = id_of(record).ok_or_else(|| {
            refusal("id", "the record has no id", "give it one at its source: without it, it could not be found again")
        })?;
        let print = merge::hash(whole);
        match self.seen.insert(own.clone(), print.clone()) {
            None => {}
            // Pages that overlap bring a record twice.
            Some(before) if before == print => return Ok(()),
            Some(_) => {
                return Err(refusal(
                    "id",
                    "another record before it has the same id",
                    "give each its own id at their source",
                ));
            }
        }
        if self.known.get(&own).is_some_and(|known| !known.is_foreign) {
            self.imports.unchanged += 1;
            return Ok(());
        }
        let fields = self.fields(&own, record, remarks)?;
        let id = self.known.get(&own).map(|known| known.id.clone()).or(named);
        let id = id.unwrap_or_else(|| names::service(record, &own, &self.ids));
        let service = service_of(&fields)?;
        let base = give::give(&self.desk, &id, &service);
        let mut fields = fields;
        if let Some(Value::Object(extra)) = patch::difference(&base, whole) {
            fields.insert("extra".to_owned(), json!(Kept::new(&extra).text()));
        }
        self.ids.insert(id.as_str().to_owned());
        self.put(&own, &id, &fields)
    }

    /// All keys but `extra`, in the order in which an editor reads them.
    fn fields(
        &mut self,
        own: &str,
        record: &Map<String, Value>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Map<String, Value>, Refusal> {
        let mut keys = take::keys(&self.desk, record, remarks)?;
        let area = places::area(self.desk.catalog, record, self.portal.defaults)?;
        let organisation = self.holders.organisation(&mut self.desk, record, (self.portal.defaults, remarks))?;
        let venues = self.holders.venues(&mut self.desk, record, (&area, remarks));
        keys.insert("org".to_owned(), json!(organisation.as_str()));
        keys.insert("area".to_owned(), json!(area));
        keys.insert("oruk_id".to_owned(), json!(own));
        let goes = |keys: &Map<String, Value>| {
            keys.get("attend").and_then(Value::as_array).is_some_and(|ways| ways.contains(&json!("venue")))
        };
        if !venues.is_empty() {
            keys.insert("venues".to_owned(), Value::Array(venues));
        } else if goes(&keys) {
            let help = "add `venues` by hand; what you write there stays";
            let what = "people go to a venue, and the record gives no whole address of one";
            remarks.push(take::remark("service_at_locations", what, help));
        }
        Ok(ORDER.iter().filter_map(|key| keys.shift_remove_entry(*key)).collect())
    }

    /// Notes what the keys make of the service's file.
    fn put(&mut self, own: &str, id: &ServiceId, fields: &Map<String, Value>) -> Result<(), Refusal> {
        let source = &self.portal.defaults.source;
        let (path, old) = match self.known.get(own) {
            Some(known) => (known.path.clone(), self.portal.sources.files.get(known.path.as_str())),
            None => (format!("content/services/{id}.yaml"), None),
        };
        let merged = match old.and_then(|source| source.text()) {
            None => merge::fresh(fields, source),
            Some(text) => {
                let merged = merge::merge(text, fields, source).ok_or_else(|| {
                    let what = format!("its file `{path}` is not written key by key, so nothing in it was changed");
                    refusal("", &what, "write each key of it at the start of a line, then import again")
                })?;
                if merged.text == **text {
                    self.imports.unchanged += 1;
                    return Ok(());
                }
                merged
            }
        };
        let Merged { text, differences } = merged;
        self.imports.changes.push(Change { path, text, is_new: old.is_none(), differences });
        Ok(())
    }

    fn finish(mut self) -> Imports {
        let files = self.portal.sources;
        let Holders { organisations, venues, .. } = &self.holders;
        for (path, records) in [("content/organisations.yaml", organisations), ("content/venues.yaml", venues)] {
            match holders::added(files, path, records) {
                Ok(change) => self.imports.changes.extend(change),
                Err(fault) => self.imports.faults.push(fault),
            }
        }
        self.deletions();
        self.imports
    }

    /// Services of this source that it does not have any more; a source that was not read to its end says nothing of that.
    fn deletions(&mut self) {
        let source = &self.portal.defaults.source;
        for (_, _, entry) in self.portal.catalog.services.all() {
            let service = &entry.parsed.service;
            let (Some(own), Some(imported)) = (&service.oruk_id, &service.imported) else { continue };
            if imported.from != *source {
                continue;
            }
            self.imports.before += 1;
            if self.whole && !self.seen.contains_key(own) {
                let path = entry.place.file.to_string();
                let text = self.portal.sources.files.get(path.as_str()).and_then(|file| file.text());
                let by_hand = text.and_then(|text| merge::by_hand(text)).unwrap_or_default();
                self.imports.deletions.push(Deletion { path, by_hand });
            }
        }
    }
}

/// The order in which an editor reads the keys of a service.
const ORDER: [&str; 20] = [
    "name",
    "org",
    "summary",
    "about",
    "topics",
    "for",
    "ages",
    "area",
    "eligibility",
    "cost",
    "how",
    "attend",
    "contact",
    "languages",
    "when",
    "venues",
    "status",
    "checked",
    "checked_by",
    "oruk_id",
];

/// The service that a file with these keys says. What JSON writes as a number may be a text in a file.
fn service_of(fields: &Map<String, Value>) -> Result<Service, Refusal> {
    if let Ok(service) = Service::deserialize(&Value::Object(fields.clone())) {
        return Ok(service);
    }
    let text: String = fields.iter().map(|(key, value)| write::entry(key, value)).collect();
    serde_yaml::from_str(&text)
        .map_err(|error| refusal("", &format!("the portal cannot say it: {error}"), "mend the record at its source"))
}

/// The id that a source gives a record.
fn id_of(record: &Map<String, Value>) -> Option<String> {
    match record.get("id")? {
        Value::String(id) => Some(id.trim().to_owned()).filter(|id| !id.is_empty()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}
