//! Turns every output of a build into proof that the preview shows the same.

use std::path::Path;

use super::browser::Preview;
use super::run;
use super::small::Small;
use super::tree;

/// What says how many pages and bytes prints have. Nobody who looks at a preview waits until all prints are made, so
/// there it does not say so.
fn is_list_of_prints(path: &str) -> bool {
    path.ends_with("/prints/index.html") || (path.starts_with("print/") && path.ends_with(".html"))
}

/// The preview answers with the bytes of a build for its outputs, and adds its script to pages. Of a large site, about
/// `most` are looked at, evenly.
fn same_as_a_build(folder: &Path, most: usize) {
    let out = tempfile::tempdir().unwrap();
    let report = run::try_build(folder, &out.path().join("public"), |options| {
        options.as_of = Some(run::TODAY);
        options.memory = None;
    });
    assert!(!report.unwrap().failed());
    let site = tree::read(&out.path().join("public"));
    assert!(site.len() > 50, "{} outputs", site.len());
    let preview = Preview::start(folder, &["--as-of", "2026-11-22"]);
    for (path, bytes) in site.iter().step_by(site.len() / most + 1) {
        let reply = preview.get(&format!("/{}", encoded(path)));
        assert_eq!(reply.status, 200, "{path}");
        if is_list_of_prints(path) {
            continue;
        }
        let same = match path.ends_with(".html") {
            true => reply.page().0.as_bytes() == bytes,
            false => reply.body == *bytes,
        };
        assert!(same, "{path} differs: {}", String::from_utf8_lossy(&reply.body));
    }
}

fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[test]
fn a_small_portal_looks_as_it_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let portal = Small::base().with(include_str!("../portal/rich.txt"));
    portal.on_disk(folder.path());
    same_as_a_build(folder.path(), usize::MAX);
}

#[test]
fn the_sample_looks_as_it_is_built() {
    same_as_a_build(Path::new(env!("CARGO_MANIFEST_DIR")), 300);
}
