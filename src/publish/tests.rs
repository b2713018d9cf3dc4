//! Turns sequences of builds, whole, failing and killed, into the folders that readers would see.

#[cfg(unix)]
mod disk;
mod faults;
mod meddling;
mod steps;

use std::collections::BTreeMap;
use std::path::Path;

use super::site::make_folders;
use super::*;
use crate::io::{Fault, FaultyTarget, MemoryFiles, MemoryTarget};

/// Outputs by path.
type Tree = BTreeMap<String, Vec<u8>>;

/// A build that nobody stops.
fn still() -> AtomicBool {
    AtomicBool::new(false)
}

fn options(out: &str) -> PublishOptions {
    PublishOptions {
        out: out.into(),
        portal: "/portal".into(),
        home: Some("/home/ann".into()),
        scope: Scope::Full,
        reuse: Reuse::Unchanged,
        generator: "fingerpost 0.1.0".to_owned(),
        day: Date::constant(2026, 11, 22),
        key: None,
        closeness: Closeness::Thorough,
        is_aid: |path| path.starts_with("search/"),
    }
}

/// A site from lines of `path content`.
fn tree(lines: &str) -> Tree {
    lines
        .lines()
        .filter_map(|line| line.trim().split_once(' '))
        .map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()))
        .collect()
}

fn build(target: &dyn Target, site: &Tree) -> Result<Published, Failure> {
    build_with(target, &options("/portal/public"), site)
}

fn build_with(target: &dyn Target, options: &PublishOptions, site: &Tree) -> Result<Published, Failure> {
    let cancel = still();
    let publisher = Publisher::begin(target, options, &cancel)?;
    for (path, content) in site {
        publisher.put(path, content)?;
    }
    publisher.commit()
}

/// Puts some outputs, and keeps all others of the site.
fn edit(target: &dyn Target, options: &PublishOptions, some: &Tree) -> Result<Published, Failure> {
    let cancel = still();
    let mut publisher = Publisher::begin(target, options, &cancel)?;
    if publisher.keep_others() == Err(NotWhole) {
        return Err(Failure::refused("the site is not whole", "put every output"));
    }
    for (path, content) in some {
        publisher.put(path, content)?;
    }
    publisher.commit()
}

/// A site with some outputs changed, by lines of `path content`; a path alone is removed.
fn with(mut site: Tree, lines: &str) -> Tree {
    for line in lines.lines() {
        match line.trim().split_once(' ') {
            Some((path, content)) => drop(site.insert(path.to_owned(), content.as_bytes().to_vec())),
            None => drop(site.remove(line.trim())),
        }
    }
    site
}

fn public(target: &MemoryTarget) -> Option<Tree> {
    target.files(Path::new("/portal/public"))
}

/// A disk with an empty portal.
fn disk() -> MemoryTarget {
    let disk = MemoryTarget::default();
    disk.make_folder(Path::new("/portal")).unwrap();
    disk
}

fn write(disk: &MemoryTarget, path: &str, content: &str) {
    let path = Path::new(path);
    make_folders(disk, path.parent().unwrap()).unwrap();
    tolerate_missing(disk, path);
    disk.create(path, content.as_bytes()).unwrap();
}

fn tolerate_missing(disk: &MemoryTarget, path: &Path) {
    if disk.kind(path).unwrap().is_some() {
        disk.remove_file(path).unwrap();
    }
}

fn refusal(result: Result<impl Sized, Failure>) -> String {
    match result {
        Err(Failure::Refused { message, .. }) => message,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("nothing was refused"),
    }
}

fn old_site() -> Tree {
    tree(
        "index.html old
        same.html same
        en/money/index.html old money
        en/gone/index.html gone
        cy/index.html same cy
        was-file file
        search/words words
        was-folder/a a
        was-folder/b b",
    )
}

fn new_site() -> Tree {
    tree(
        "index.html new
        same.html same
        en/money/index.html new money
        en/new/deep/index.html new
        cy/index.html same cy
        search/words words
        was-file/x x
        was-folder file",
    )
}

#[test]
fn first_and_next_site() {
    let disk = disk();
    let first = build(&disk, &old_site()).unwrap();
    assert_eq!(first, Published { written: 9, unchanged: 0, removed: 0, bytes: 38 });
    assert_eq!(public(&disk), Some(old_site()));
    let second = build(&disk, &new_site()).unwrap();
    assert_eq!(second, Published { written: 5, unchanged: 3, removed: 4, bytes: 36 });
    assert_eq!(public(&disk), Some(new_site()));
    // The sibling holds the old site now, with folders where the new one has files.
    build(&disk, &old_site()).unwrap();
    assert_eq!(public(&disk), Some(old_site()));
}

#[test]
fn no_folder_is_left_over() {
    let disk = disk();
    build(&disk, &tree("a/b/c 1\nd 2")).unwrap();
    build(&disk, &tree("d 2")).unwrap();
    build(&disk, &tree("d 3")).unwrap();
    let names: Vec<String> =
        disk.list(Path::new("/portal/public")).unwrap().into_iter().map(|listed| listed.name).collect();
    assert_eq!(names, ["d"]);
}

#[test]
fn the_same_site_touches_nothing() {
    let faulty = FaultyTarget::new(disk(), Fault::None);
    build(&faulty, &old_site()).unwrap();
    let before = faulty.done();
    let again = build(&faulty, &old_site()).unwrap();
    assert_eq!(again.unchanged, 9);
    // The lock's folder, the lock and its time, and what is left of a part that is not there.
    assert_eq!(faulty.done() - before, 4);
}

#[test]
fn a_new_day_alone_is_written_down() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let tomorrow = PublishOptions { day: Date::constant(2026, 11, 23), ..options("/portal/public") };
    build_with(&disk, &tomorrow, &old_site()).unwrap();
    let json = disk.read(Path::new("/portal/.public.fingerpost/live.json")).unwrap();
    assert_eq!(Manifest::from_json(&json).unwrap().about.day, tomorrow.day);
}

#[test]
fn an_empty_site_and_an_empty_folder() {
    let disk = disk();
    disk.make_folder(Path::new("/portal/public")).unwrap();
    build(&disk, &Tree::new()).unwrap();
    assert_eq!(public(&disk), Some(Tree::new()));
    build(&disk, &old_site()).unwrap();
    build(&disk, &Tree::new()).unwrap();
    assert_eq!(public(&disk), Some(Tree::new()));
}

#[test]
fn dropped_without_commit() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let cancel = still();
    let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
    publisher.put("index.html", b"new").unwrap();
    drop(publisher);
    assert_eq!(public(&disk), Some(old_site()));
    assert_eq!(disk.files(Path::new("/portal/.public.fingerpost/sibling")), None);
}

#[test]
fn interrupted() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    let cancel = AtomicBool::new(false);
    let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
    publisher.put("index.html", b"new").unwrap();
    cancel.store(true, Ordering::Relaxed);
    assert!(matches!(publisher.put("b.html", b"new"), Err(Failure::Interrupted)));
    assert!(matches!(publisher.commit(), Err(Failure::Interrupted)));
    assert_eq!(public(&disk), Some(old_site()));
}

#[test]
fn bad_and_double_paths() {
    let disk = disk();
    let cancel = still();
    let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
    assert_eq!(refusal(publisher.put("../a", b"")), "an output cannot lie at `../a`");
    publisher.put("a", b"1").unwrap();
    assert_eq!(refusal(publisher.put("a", b"1")), "two outputs would be `a`");
    assert!(matches!(publisher.commit(), Err(Failure::Environment { .. })));
    assert_eq!(public(&disk), None);
}

#[test]
fn foreign_files_are_refused() {
    let disk = disk();
    for name in ["a", "b/c", "d", "e", "f"] {
        write(&disk, &format!("/portal/public/{name}"), "mine");
    }
    let five = "`/portal/public` holds files that Fingerpost did not make: `a`, `b/c`, `d`, `e`, `f`";
    assert_eq!(refusal(build(&disk, &old_site())), five);
    assert_eq!(disk.kind(Path::new("/portal/.public.fingerpost")).unwrap(), None);
    write(&disk, "/portal/public/g", "mine");
    assert_eq!(refusal(build(&disk, &old_site())), format!("{five}, and others"));
}

#[test]
fn a_file_added_later_is_refused() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    write(&disk, "/portal/public/en/notes.txt", "mine");
    let message = "`/portal/public` holds files that Fingerpost did not make: `en/notes.txt`";
    assert_eq!(refusal(build(&disk, &new_site())), message);
    assert_eq!(public(&disk).unwrap()["en/notes.txt"], b"mine");
}

#[test]
fn a_file_added_during_a_build_is_kept() {
    for start in ["nothing", "empty folder", "old site"] {
        let disk = disk();
        match start {
            "empty folder" => disk.make_folder(Path::new("/portal/public")).unwrap(),
            "old site" => drop(build(&disk, &old_site()).unwrap()),
            _ => {}
        }
        let cancel = still();
        let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
        publisher.put("index.html", b"new").unwrap();
        if start != "nothing" {
            write(&disk, "/portal/public/mine.txt", "mine");
        }
        publisher.commit().unwrap();
        if start == "nothing" {
            continue;
        }
        let message = refusal(build(&disk, &new_site()));
        assert!(message.contains("while a site was being published: `mine.txt`"), "{start}: {message}");
        assert!(refusal(clean(&disk, Path::new("/portal/public"))).contains("`mine.txt`"));
        assert_eq!(disk.read(Path::new("/portal/.public.fingerpost/sibling/mine.txt")).unwrap(), b"mine");
    }
}

#[test]
fn changed_outputs_are_mended() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    write(&disk, "/portal/public/index.html", "cut");
    write(&disk, "/portal/public/same.html", "");
    disk.remove_file(Path::new("/portal/public/was-file")).unwrap();
    let mended = build(&disk, &old_site()).unwrap();
    assert_eq!((mended.written, mended.unchanged), (3, 6));
    assert_eq!(public(&disk), Some(old_site()));
}

#[test]
fn a_removed_folder_is_made_again() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    build(&disk, &new_site()).unwrap();
    disk.remove_tree(Path::new("/portal/public")).unwrap();
    build(&disk, &new_site()).unwrap();
    assert_eq!(public(&disk), Some(new_site()));
    build(&disk, &old_site()).unwrap();
    assert_eq!(public(&disk), Some(old_site()));
}

#[test]
fn damaged_state() {
    for (name, refused) in [("live.json", true), ("sibling.json", false), ("next.json", false)] {
        for damage in ["", "{", "null", r#"{"outputs":{"../../etc/passwd":1}}"#] {
            let disk = disk();
            build(&disk, &old_site()).unwrap();
            build(&disk, &new_site()).unwrap();
            write(&disk, &format!("/portal/.public.fingerpost/{name}"), damage);
            let built = build(&disk, &old_site());
            assert_eq!(built.is_err(), refused, "{name} {damage}");
            assert_eq!(public(&disk), Some(if refused { new_site() } else { old_site() }), "{name} {damage}");
        }
    }
}

#[test]
fn dangerous_folders() {
    let disk = disk();
    for folder in ["/portal/content/static", "/portal/themes", "/home/ann/site"] {
        make_folders(&disk, Path::new(folder)).unwrap();
    }
    let check = |out| refusal(Publisher::begin(&disk, &options(out), &AtomicBool::new(false)));
    assert_eq!(check("/portal"), "the output folder `/portal` holds the portal itself");
    assert_eq!(check("/"), "the output folder `/` holds everything on this computer");
    assert_eq!(check("/home"), "the output folder `/home` holds your home folder");
    assert_eq!(check("/home/ann"), "the output folder `/home/ann` holds your home folder");
    let inside = "lies in the portal's own `content`";
    assert_eq!(check("/portal/content"), format!("the output folder `/portal/content` {inside}"));
    assert_eq!(check("/portal/content/static"), format!("the output folder `/portal/content/static` {inside}"));
    assert_eq!(check("/portal/content/new"), format!("the output folder `/portal/content/new` {inside}"));
    assert!(check("/portal/.public.fingerpost/sibling").contains("keeps for itself"));
    write(&disk, "/portal/file", "");
    assert_eq!(check("/portal/file"), "the output folder `/portal/file` is a file");
    for out in ["/portal/contents", "/home/ann/site", "/srv/www/public"] {
        assert!(Publisher::begin(&disk, &options(out), &AtomicBool::new(false)).is_ok(), "{out}");
    }
}

#[test]
fn a_held_lock_is_refused() {
    let disk = disk();
    let cancel = still();
    let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
    assert_eq!(refusal(build(&disk, &old_site())), "another build is writing to `/portal/public`");
    assert_eq!(refusal(clean(&disk, Path::new("/portal/public"))), "another build is writing to `/portal/public`");
    drop(publisher);
    build(&disk, &old_site()).unwrap();
}

#[test]
fn scopes_do_not_mix() {
    let partial = PublishOptions { scope: Scope::Partial, ..options("/portal/public") };
    let whole = disk();
    build(&whole, &old_site()).unwrap();
    assert_eq!(
        refusal(build_with(&whole, &partial, &new_site())),
        "`/portal/public` holds the whole site, and this build makes only a part of it"
    );
    let part = disk();
    build_with(&part, &partial, &old_site()).unwrap();
    build_with(&part, &partial, &new_site()).unwrap();
    assert_eq!(
        refusal(build(&part, &old_site())),
        "`/portal/public` holds only a part of the site, made with `--only`"
    );
    clean(&part, Path::new("/portal/public")).unwrap();
    build(&part, &old_site()).unwrap();
}

#[test]
fn clean_removes_only_what_is_ours() {
    let disk = disk();
    build(&disk, &old_site()).unwrap();
    build(&disk, &new_site()).unwrap();
    write(&disk, "/portal/public/en/notes.txt", "mine");
    let out = Path::new("/portal/public");
    let cleaned = clean(&disk, out).unwrap();
    assert_eq!(cleaned, Cleaned { removed: 8, kept: vec!["en/notes.txt".to_owned()] });
    assert_eq!(public(&disk), Some(tree("en/notes.txt mine")));
    assert_eq!(disk.kind(Path::new("/portal/.public.fingerpost")).unwrap(), None);
    assert_eq!(clean(&disk, out).unwrap(), Cleaned { removed: 0, kept: vec!["en/notes.txt".to_owned()] });
    disk.remove_tree(out).unwrap();
    assert_eq!(clean(&disk, out).unwrap(), Cleaned::default());
    build(&disk, &new_site()).unwrap();
    clean(&disk, out).unwrap();
    assert_eq!(public(&disk), None);
}

#[test]
fn static_files_are_copied() {
    let disk = disk();
    let files = MemoryFiles::default().with("content/static/form.pdf", "long").with("content/static/a.svg", "<svg/>");
    for _ in 0..2 {
        let loaded = crate::load::load(&files, &crate::load::Known::default()).unwrap().value.sources;
        let cancel = still();
        let publisher = Publisher::begin(&disk, &options("/portal/public"), &cancel).unwrap();
        for name in ["form.pdf", "a.svg"] {
            let source = &loaded.files[format!("content/static/{name}").as_str()];
            publisher.copy(name, source, &files).unwrap();
        }
        publisher.commit().unwrap();
        assert_eq!(public(&disk), Some(tree("form.pdf long\na.svg <svg/>")));
    }
    build(&disk, &tree("form.pdf long\na.svg <svg/>")).unwrap();
}
