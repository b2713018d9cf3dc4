//! Turns builds into real folders, with the links, modes and exchanges of the file system.
#![allow(clippy::disallowed_methods, reason = "it looks at a real disk to see what publishing did")]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::io::DiskTarget;

struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join("portal/content")).unwrap();
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn options(&self, out: &str) -> PublishOptions {
        PublishOptions { out: self.path(out), portal: self.path("portal"), home: None, ..options("") }
    }

    fn build(&self, out: &str, site: &Tree) -> Result<Published, Failure> {
        build_with(&DiskTarget, &self.options(out), site)
    }

    fn read(&self, folder: &str) -> Tree {
        let top = self.path(folder);
        let files =
            walkdir::WalkDir::new(&top).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let path = entry.path().strip_prefix(&top).unwrap().to_str().unwrap().to_owned();
                (path, fs::read(entry.path()).unwrap())
            })
            .collect()
    }
}

#[test]
fn sites_follow_each_other() {
    let room = Room::new();
    for site in [old_site(), new_site(), old_site(), new_site(), Tree::new(), old_site()] {
        room.build("portal/public", &site).unwrap();
        assert_eq!(room.read("portal/public"), site);
    }
}

#[test]
fn common_files_are_linked_and_changed_ones_are_not() {
    let room = Room::new();
    room.build("portal/public", &old_site()).unwrap();
    room.build("portal/public", &new_site()).unwrap();
    let inode = |path: &str| fs::metadata(room.path(path)).unwrap().ino();
    assert_eq!(inode("portal/public/same.html"), inode("portal/.public.fingerpost/sibling/same.html"));
    assert_ne!(inode("portal/public/index.html"), inode("portal/.public.fingerpost/sibling/index.html"));
    assert_eq!(room.read("portal/.public.fingerpost/sibling"), old_site());
}

#[test]
fn a_linked_output_folder_is_resolved() {
    let room = Room::new();
    fs::create_dir(room.path("www")).unwrap();
    symlink(room.path("www"), room.path("portal/public")).unwrap();
    room.build("portal/public", &old_site()).unwrap();
    room.build("portal/public", &new_site()).unwrap();
    assert_eq!(room.read("www"), new_site());
    assert!(fs::symlink_metadata(room.path("portal/public")).unwrap().is_symlink());
    assert!(room.path(".www.fingerpost/live.json").exists());
    symlink("nowhere", room.path("portal/dangling")).unwrap();
    assert!(refusal(room.build("portal/dangling", &old_site())).ends_with("is a link to something that is not there"));
    symlink(room.path("portal/content"), room.path("portal/sly")).unwrap();
    assert!(refusal(room.build("portal/sly", &old_site())).ends_with("lies in the portal's own `content`"));
}

#[test]
fn links_in_the_output_folder_are_foreign_and_never_followed() {
    let room = Room::new();
    room.build("portal/public", &old_site()).unwrap();
    fs::create_dir_all(room.path("elsewhere/money")).unwrap();
    fs::write(room.path("elsewhere/money/index.html"), "old money").unwrap();
    fs::remove_dir_all(room.path("portal/public/en")).unwrap();
    symlink(room.path("elsewhere"), room.path("portal/public/en")).unwrap();
    assert!(refusal(room.build("portal/public", &new_site())).ends_with("did not make: `en`"));
    let cleaned = clean(&DiskTarget, &room.path("portal/public")).unwrap();
    assert_eq!(cleaned.kept, ["en"]);
    assert_eq!(fs::read(room.path("elsewhere/money/index.html")).unwrap(), b"old money");
}

#[test]
fn a_lock_of_another_process_is_respected() {
    let room = Room::new();
    room.build("portal/public", &old_site()).unwrap();
    let lock = fs::File::open(room.path("portal/.public.fingerpost/lock")).unwrap();
    lock.lock().unwrap();
    assert!(refusal(room.build("portal/public", &new_site())).starts_with("another build is writing"));
    drop(lock);
    room.build("portal/public", &new_site()).unwrap();
}

#[test]
fn a_folder_that_cannot_be_written() {
    let room = Room::new();
    fs::create_dir(room.path("closed")).unwrap();
    fs::set_permissions(room.path("closed"), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser may write everywhere.
    if fs::write(room.path("closed/probe"), "").is_ok() {
        return;
    }
    let message = room.build("closed/public", &old_site()).unwrap_err().to_string();
    assert!(message.ends_with("cannot be written to: you have no permission"), "{message}");
}

#[test]
fn a_disk_of_its_own_is_refused() {
    let room = Room::new();
    let shared = Path::new("/dev/shm");
    if !shared.is_dir() || shared.metadata().unwrap().dev() == Path::new("/dev").metadata().unwrap().dev() {
        return;
    }
    let options = PublishOptions { out: shared.to_owned(), ..room.options("") };
    let message = refusal(build_with(&DiskTarget, &options, &old_site()));
    assert_eq!(message, "a disk of its own is mounted at the output folder `/dev/shm`");
}

#[test]
fn killed_at_every_operation_of_a_real_disk() {
    let file = with(old_site(), "en/money/index.html new");
    let folder = with(old_site(), "en/money/index.html new\nen/gone/index.html\nen/new/deep/index.html new");
    for new in [new_site(), file, folder] {
        for at in 0.. {
            let room = Room::new();
            room.build("portal/public", &old_site()).unwrap();
            let failing = FaultyTarget::new(DiskTarget, Fault::Crash(at));
            let result = build_with(&failing, &room.options("portal/public"), &new);
            let site = room.read("portal/public");
            assert!(site == old_site() || site == new, "{at}: {result:?}");
            room.build("portal/public", &new).unwrap();
            assert_eq!(room.read("portal/public"), new);
            if failing.done() <= at {
                break;
            }
        }
    }
}

/// What a survey of the published site says: outputs that are not whole, and what it had to list and read.
fn look(room: &Room) -> (Vec<String>, usize) {
    let out = room.path("portal/public");
    let json = fs::read(room.path("portal/.public.fingerpost/live.json")).unwrap();
    let manifest = Manifest::from_json(&json).unwrap();
    let look = survey::Look { seen: manifest.seen.as_ref(), ..survey::Look::default() };
    let found = survey::survey(&DiskTarget, &out, &manifest.outputs, &look).unwrap();
    assert_eq!(found.foreign, [""; 0]);
    (found.missing.iter().chain(&found.damaged).map(ToString::to_string).collect(), found.closer)
}

#[test]
fn what_changed_shows_in_its_time() {
    let room = Room::new();
    let whole = Vec::<String>::new();
    let site = with(old_site(), "en/money/a/b.html b\nen/money/a/c.html c");
    room.build("portal/public", &site).unwrap();
    assert_eq!(look(&room), (whole.clone(), 0), "untouched");
    let page = room.path("portal/public/en/money/a/b.html");
    fs::write(&page, "b").unwrap();
    assert_eq!(look(&room), (whole.clone(), 1), "written again");
    fs::set_permissions(&page, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(look(&room), (whole.clone(), 1), "another mode");
    let written = fs::metadata(&page).unwrap().modified().unwrap();
    fs::write(&page, "x").unwrap();
    fs::File::options().write(true).open(&page).unwrap().set_modified(written).unwrap();
    assert_eq!(look(&room).0, ["en/money/a/b.html"], "another content of the same length and day");
    room.build("portal/public", &site).unwrap();
    assert_eq!(room.read("portal/public"), site);

    // A folder that was made before the site, and is moved into it.
    fs::create_dir_all(room.path("older/a")).unwrap();
    fs::write(room.path("older/a/b.html"), "x").unwrap();
    fs::write(room.path("older/a/c.html"), "c").unwrap();
    fs::write(room.path("older/index.html"), "old money").unwrap();
    fs::remove_dir_all(room.path("portal/public")).unwrap();
    room.build("portal/public", &site).unwrap();
    fs::remove_dir_all(room.path("portal/public/en/money")).unwrap();
    fs::rename(room.path("older"), room.path("portal/public/en/money")).unwrap();
    assert_eq!(look(&room).0, ["en/money/a/b.html"]);
}

#[test]
fn a_moved_folder_with_a_strangers_file_is_seen() {
    let room = Room::new();
    fs::create_dir_all(room.path("older/deep/deeper")).unwrap();
    fs::write(room.path("older/deep/index.html"), "old").unwrap();
    fs::write(room.path("older/deep/deeper/mine.txt"), "mine").unwrap();
    let site = with(old_site(), "en/money/deep/index.html old\nen/money/deep/deeper/index.html old");
    room.build("portal/public", &site).unwrap();
    fs::remove_dir_all(room.path("portal/public/en/money")).unwrap();
    fs::rename(room.path("older"), room.path("portal/public/en/money")).unwrap();
    let message = refusal(room.build("portal/public", &site));
    assert!(message.contains("`en/money/deep/deeper/mine.txt`"), "{message}");
}

/// As a cache does between two machines.
#[test]
fn a_copy_of_everything_is_read_once() {
    let room = Room::new();
    let site: Tree = (0..200).map(|number| (format!("{number}/index.html"), vec![b'a'; number])).collect();
    room.build("portal/public", &site).unwrap();
    for folder in ["public", ".public.fingerpost"] {
        let files = room.read(&format!("portal/{folder}"));
        fs::remove_dir_all(room.path(&format!("portal/{folder}"))).unwrap();
        for (path, content) in files {
            let file = room.path(&format!("portal/{folder}/{path}"));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
    }
    // The folders may have got the same numbers again, but everything is newer.
    assert!(look(&room).1 >= 400);
    assert_eq!(room.build("portal/public", &site).unwrap().unchanged, 200);
    assert_eq!(look(&room), (Vec::new(), 0));
}

#[test]
fn small_steps_on_a_real_disk() {
    let room = Room::new();
    let mut site = old_site();
    room.build("portal/public", &site).unwrap();
    let inode = |path: &str| fs::metadata(room.path(path)).unwrap().ino();
    let (top, same) = (inode("portal/public"), inode("portal/public/same.html"));
    for lines in ["en/money/index.html 1", "en/money/index.html 2\nen/gone/index.html 2", "was-folder/a", "same.html 3"]
    {
        site = with(site, lines);
        room.build("portal/public", &site).unwrap();
        assert_eq!(room.read("portal/public"), site);
        assert_eq!(inode("portal/public"), top, "the site itself stays");
    }
    assert_ne!(inode("portal/public/same.html"), same);
    assert_eq!(room.read("portal/.public.fingerpost").len(), 2, "a lock and a manifest");
    for site in [new_site(), with(new_site(), "same.html 4"), old_site(), new_site()] {
        room.build("portal/public", &site).unwrap();
        assert_eq!(room.read("portal/public"), site);
    }
}

#[test]
fn many_threads_write_at_once() {
    use rayon::prelude::*;
    let room = Room::new();
    let cancel = still();
    for round in 0..3 {
        let publisher = Publisher::begin(&DiskTarget, &room.options("portal/public"), &cancel).unwrap();
        (0..400).into_par_iter().for_each(|number| {
            let path =
                if (number + round) % 3 == 0 { format!("{}/{number}", number % 7) } else { format!("{number}x/y/z") };
            publisher.put(&path, format!("{number}{}", round * (number % 2)).as_bytes()).unwrap();
        });
        assert_eq!(
            publisher.commit().unwrap().bytes,
            room.read("portal/public").values().map(|file| file.len() as u64).sum::<u64>()
        );
        assert_eq!(room.read("portal/public").len(), 400);
    }
}
