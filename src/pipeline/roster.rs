//! Turns a portal's services into the list of those that somebody must check.

use jiff::civil::Date;
use serde::Serialize;

use super::Overview;
use crate::model::Status;
use crate::plan::service::ageing;

/// A service whose check is due, as programs read it; the names of these fields are a promise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due<'a> {
    /// Who checked it last, or the organisation that runs it.
    pub owner: &'a str,
    /// The day on which its page begins to say that its details are old; none if nobody has checked it yet.
    pub due: Option<Date>,
    pub service: &'a str,
    pub name: &'a str,
    pub org: &'a str,
    pub checked: Option<Date>,
    /// The day from which paper names it no longer.
    pub left_out: Option<Date>,
    pub file: &'a str,
}

/// The services that are to be checked by a day, by owner, those that nobody has checked first. One that has ended is
/// none of them.
pub fn due_by<'a>(overview: &Overview<'a>, day: Date) -> Vec<Due<'a>> {
    let services = overview.catalog.services.all();
    let open = services.filter(|(_, _, entry)| entry.parsed.service.status != Status::Ended);
    let mut due: Vec<Due<'a>> = open
        .map(|(id, _, entry)| {
            let service = &entry.parsed.service;
            let after = service.checked.map(|checked| ageing(checked).map(|last| last.tomorrow().unwrap_or(last)));
            Due {
                owner: service.checked_by.as_deref().unwrap_or(service.org.as_str()),
                due: after.map(|[due, _]| due),
                service: id.as_str(),
                name: &service.name,
                org: service.org.as_str(),
                checked: service.checked,
                left_out: after.map(|[_, left_out]| left_out),
                file: &entry.place.file,
            }
        })
        .filter(|one| one.due.is_none_or(|due| due <= day))
        .collect();
    due.sort();
    due
}
