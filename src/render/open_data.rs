//! Turns the services into open data on the portal's own host: the files of a feed in each language.

use std::sync::{Mutex, PoisonError};

use super::{Job, Sink, Stop};
use crate::exchange::{self, Published};
use crate::model::Language;
use crate::plan::Host;

/// Makes and hands on every file; none where the portal publishes no open data.
///
/// # Errors
/// What the sink refuses.
pub fn files(job: &Job<'_>, sink: &dyn Sink) -> Result<(), Stop> {
    languages(job).try_for_each(|language| feed(job, language, &|path, text| Ok(sink.put(path, text.as_bytes())?)))
}

/// The file of a feed by its name in the host's folder.
///
/// # Errors
/// As `files`.
pub fn file(job: &Job<'_>, host: &Host, name: &str) -> Result<Option<Vec<u8>>, Stop> {
    if host.place != job.world.catalog.places.root() || !name.starts_with("oruk/") {
        return Ok(None);
    }
    let found = Mutex::new(None);
    for language in languages(job).filter(|&language| is_below(job, language, name)) {
        feed(job, language, &|path, text| {
            if path == name {
                *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.into_bytes());
            }
            Ok(())
        })?;
    }
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// The languages that everywhere is made in.
fn languages<'a>(job: &'a Job<'_>) -> impl Iterator<Item = Language> + 'a {
    let catalog = job.world.catalog;
    let root = catalog.places.root();
    let is_wanted = move |language: &Language| {
        catalog.portal.open_data && job.world.resolved.find(root, *language).is_some_and(|tree| job.wants(tree))
    };
    catalog.portal.languages.iter().copied().filter(is_wanted)
}

fn is_below(job: &Job<'_>, language: Language, name: &str) -> bool {
    name.starts_with(exchange::place(job.world.catalog, language).as_str())
}

type Put<'s> = &'s (dyn Fn(&str, String) -> Result<(), Stop> + Sync);

fn feed(job: &Job<'_>, language: Language, put: Put<'_>) -> Result<(), Stop> {
    let world = job.world;
    let folder = exchange::place(world.catalog, language);
    let sink = |Published { path, text }: Published| put(folder.file(&path).as_str(), text);
    exchange::feed(world.catalog, world.words, (language, world.moment.day), &sink)
}
