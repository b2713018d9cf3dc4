//! Turns what can be found in each language into the index of every host that has readers of it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Job, Sink, Stop};
use crate::catalog::DocIx;
use crate::formats::search::{Files, Index, file_path};
use crate::model::Language;
use crate::plan::Host;

/// Makes and hands on every index.
///
/// # Errors
/// What the sink refuses.
pub fn indexes(job: &Job<'_>, sink: &dyn Sink) -> Result<(), Stop> {
    // Each is handed on as soon as it is made, for all at once are large.
    each(job, |language, hosts| put((language, hosts), &Index::new(job.world, language).files(), sink)).map(drop)
}

/// Makes and hands on what of the indexes an edit of some documents changes.
///
/// # Errors
/// What the sink refuses, and `Wider` where the published index is not there.
pub fn edited(job: &Job<'_>, documents: &BTreeSet<DocIx>, sink: &dyn Sink) -> Result<(), Stop> {
    let edited = each(job, |language, hosts| {
        let published = |name: &str| sink.published(&file_path(hosts[0], language, name));
        let files = Index::edited(job.world, (language, documents), published).ok_or(Stop::Wider)?;
        Ok((language, hosts.to_owned(), files))
    })?;
    edited.iter().try_for_each(|(language, hosts, files)| put((*language, hosts), files, sink))
}

/// The file of an index that a host has under a name in its folder.
pub fn file(job: &Job<'_>, host: &Host, name: &str) -> Option<Vec<u8>> {
    let (language, name) = name.strip_prefix("search/")?.split_once('/')?;
    let (language, _) = readers(job)
        .into_iter()
        .find(|(known, hosts)| known.as_str() == language && hosts.iter().any(|other| other.place == host.place))?;
    Index::new(job.world, language).files().remove(name)
}

/// What `make` makes for each language and the hosts that have readers of it.
fn each<'a, T: Send>(
    job: &Job<'a>,
    make: impl Fn(Language, &[&'a Host]) -> Result<T, Stop> + Sync,
) -> Result<Vec<T>, Stop> {
    let readers: Vec<_> = readers(job).into_iter().collect();
    readers.par_iter().map(|(language, hosts)| make(*language, hosts)).collect()
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

/// Hands an index on to every host that has readers of it.
fn put((language, hosts): (Language, &[&Host]), files: &Files, sink: &dyn Sink) -> Result<(), Stop> {
    for host in hosts {
        for (name, bytes) in files {
            sink.put(&file_path(host, language, name), bytes)?;
        }
    }
    Ok(())
}
