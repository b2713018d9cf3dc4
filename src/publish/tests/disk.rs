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
    for at in 0.. {
        let room = Room::new();
        room.build("portal/public", &old_site()).unwrap();
        let failing = FaultyTarget::new(DiskTarget, Fault::Crash(at));
        let result = build_with(&failing, &room.options("portal/public"), &new_site());
        let site = room.read("portal/public");
        assert!(site == old_site() || site == new_site(), "{at}: {result:?}");
        room.build("portal/public", &new_site()).unwrap();
        assert_eq!(room.read("portal/public"), new_site());
        if failing.done() <= at {
            break;
        }
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
