//! Turns what can be found in each language into the index of every host that has readers of it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Job, Sink, Stop, send};
use crate::formats::search::{Files, Index, file_path, search_outputs};
use crate::model::Language;
use crate::plan::Host;

/// Makes and hands on every index.
///
/// # Errors
/// What the sink refuses.
pub fn indexes(job: &Job<'_>, sink: &dyn Sink) -> Result<(), Stop> {
    let made = made(job, |language, _| Ok(Index::new(job.world, language).files()))?;
    put(made, sink)
}

/// Makes and hands on what of the indexes the edited pages change.
///
/// # Errors
/// What the sink refuses, and `Wider` where the published index is not there.
pub fn edited(job: &Job<'_>, sink: &dyn Sink) -> Result<(), Stop> {
    let made = made(job, |language, hosts| {
        let published = |name: &str| sink.published(&file_path(hosts[0], language, name));
        Index::edited(job.world, language, published).ok_or(Stop::Wider)
    })?;
    put(made, sink)
}

/// The file of an index that a host has under a name in its folder.
pub fn file(job: &Job<'_>, host: &Host, name: &str) -> Option<Vec<u8>> {
    let (language, name) = name.strip_prefix("search/")?.split_once('/')?;
    let (language, _) = readers(job)
        .into_iter()
        .find(|(known, hosts)| known.as_str() == language && hosts.iter().any(|other| other.place == host.place))?;
    Index::new(job.world, language).files().remove(name)
}

type Made<'a> = Vec<(Language, Vec<&'a Host>, Files)>;

fn made<'a>(job: &Job<'a>, make: impl Fn(Language, &[&Host]) -> Result<Files, Stop> + Sync) -> Result<Made<'a>, Stop> {
    let readers: Vec<_> = readers(job).into_iter().collect();
    let make = |(language, hosts): (Language, Vec<&'a Host>)| Ok((language, hosts.clone(), make(language, &hosts)?));
    readers.into_par_iter().map(make).collect()
}

/// The hosts that have trees in each language.
fn readers<'a>(job: &Job<'a>) -> BTreeMap<Language, Vec<&'a Host>> {
    let mut readers: BTreeMap<Language, Vec<&Host>> = BTreeMap::new();
    let world = job.world;
    for tree in world.resolved.all().filter(|tree| job.wants(*tree)) {
        let (host, hosts) =
            (world.hosts.of(world.tree(tree).place), readers.entry(world.tree(tree).language).or_default());
        if world.findable.has_any(world, tree) && !hosts.iter().any(|other| other.place == host.place) {
            hosts.push(host);
        }
    }
    readers.retain(|_, hosts| !hosts.is_empty());
    readers
}

fn put(made: Made<'_>, sink: &dyn Sink) -> Result<(), Stop> {
    for (language, hosts, files) in made {
        for host in hosts {
            for output in search_outputs(host, language, files.clone()) {
                send(sink, &output)?;
            }
        }
    }
    Ok(())
}
