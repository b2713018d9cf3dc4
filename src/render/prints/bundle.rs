//! Turns the prints of each tree into one file that holds them all: stored, for PDFs are packed already.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::formats::{Finished, Pressed};
use crate::load::{Hash, Hasher};
use crate::manifest::PrintRecord;
use crate::plan::print_list::zip_route;
use crate::plan::prints::Print;
use crate::render::{Job, Sink, Stop};
use crate::resolve::TreeIx;

/// Makes the file of every tree that has prints, and says how large each is. A sink that does not give outputs back has
/// no use for one.
///
/// # Errors
/// What the sink refuses.
pub fn bundles(job: &Job<'_>, finished: &Finished, sink: &dyn Sink) -> Result<BTreeMap<TreeIx, u64>, Stop> {
    let mut sizes = BTreeMap::new();
    let trees = job.world.resolved.all().filter(|tree| job.plan.is_whole() && job.wants(*tree));
    for tree in trees {
        if let Some(bytes) = bundle(job, (tree, finished), sink)? {
            sizes.insert(tree, bytes);
        }
    }
    Ok(sizes)
}

fn bundle(job: &Job<'_>, (tree, finished): (TreeIx, &Finished), sink: &dyn Sink) -> Result<Option<u64>, Stop> {
    let prints: Vec<&Print> = members(job, tree);
    let Some(first) = prints.first() else { return Ok(None) };
    let path = zip_route(job.world, tree);
    let key = key(&prints, finished);
    if let Some((_, bytes)) = sink.keep_print(&[path.as_str()], key)? {
        return Ok(Some(bytes));
    }
    let mut zip = Zip::default();
    for print in &prints {
        let Some(pdf) = sink.read(print.route.as_str())? else { return Ok(None) };
        zip.add(&name(job, print), &pdf);
    }
    let bytes = zip.finish();
    sink.put(path.as_str(), &bytes)?;
    // It has no code and version of its own: what it holds has.
    let version = finished.prints.get(&first.code).map(|made| made.trace.version.clone()).unwrap_or_default();
    sink.note_print(path.as_str(), PrintRecord { code: first.code.clone(), version, key, pages: 0 });
    Ok(Some(bytes.len() as u64))
}

/// The file at `path`, if it is one of these, of prints as `press` makes them.
///
/// # Errors
/// What keeps a print from being made.
pub fn one(
    job: &Job<'_>,
    path: &str,
    press: impl Fn(&Print) -> Result<Pressed, Stop>,
) -> Result<Option<Vec<u8>>, Stop> {
    let mut trees = job.world.resolved.all().filter(|tree| job.wants(*tree));
    let Some(tree) = trees.find(|tree| zip_route(job.world, *tree).as_str() == path) else { return Ok(None) };
    let prints = members(job, tree);
    if prints.is_empty() {
        return Ok(None);
    }
    let mut zip = Zip::default();
    for print in prints {
        zip.add(&name(job, print), &press(print)?.pdf);
    }
    Ok(Some(zip.finish()))
}

/// The prints of a tree; of a bilingual one, where its tree is made too.
fn members<'a>(job: &Job<'a>, tree: TreeIx) -> Vec<&'a Print> {
    job.world.prints.of_tree(tree).filter(|print| job.wants(print.tree)).collect()
}

/// A name without folders: the whole way to the print, so that no two are the same.
fn name(job: &Job<'_>, print: &Print) -> String {
    print.route.without(job.world.route(print.tree)).as_str().replace('/', "-")
}

/// All that the file is made from.
fn key(prints: &[&Print], finished: &Finished) -> Hash {
    let mut hasher = Hasher::default();
    for print in prints {
        hasher.update(print.route.as_str().as_bytes());
        let printed = finished.prints.get(&print.code).and_then(|made| made.printed.as_ref());
        hasher.update(&printed.map_or([0; 16], |printed| printed.key.0));
    }
    hasher.hash()
}

/// A growing file, the same whenever it is made: `zip` writes no time that it is not told.
struct Zip(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Zip {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Zip {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let written = self.0.start_file(name, stored).and_then(|()| Ok(self.0.write_all(bytes)?));
        written.expect("memory takes what is written to it");
    }

    fn finish(self) -> Vec<u8> {
        self.0.finish().expect("memory takes what is written to it").into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_make_the_same_bytes_and_are_only_stored() {
        let make = || {
            let mut zip = Zip::default();
            zip.add("a.pdf", b"%PDF-1.7 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
            zip.add("b.pdf", b"%PDF-1.7");
            zip.finish()
        };
        let bytes = make();
        assert_eq!(bytes, make());
        assert!(bytes.windows(17).any(|window| window == b"aaaaaaaaaaaaaaaaa"), "it is packed");
        assert!(bytes.starts_with(b"PK"));
    }
}
