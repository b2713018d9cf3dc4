//! Turns real folders with links, pipes and odd names into entries.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use tempfile::TempDir;

use super::*;

struct Room {
    folder: TempDir,
}

impl Room {
    /// A portal with files, whose content is their name, and an `outside` folder beside it.
    fn new(files: &[&str]) -> Self {
        let room = Self { folder: TempDir::new().unwrap() };
        fs::create_dir_all(room.path("content")).unwrap();
        fs::create_dir_all(room.path("../outside")).unwrap();
        fs::write(room.path("../outside/secret.md"), "secret").unwrap();
        for file in files {
            fs::create_dir_all(room.path(file).parent().unwrap()).unwrap();
            fs::write(room.path(file), file).unwrap();
        }
        room
    }

    fn path(&self, path: &str) -> PathBuf {
        let portal = self.folder.path().join("portal");
        fs::create_dir_all(&portal).unwrap();
        portal.join(path)
    }

    fn files(&self) -> DiskFiles {
        DiskFiles::new(&self.path("")).unwrap()
    }

    fn check(&self) -> String {
        let entries = self.files().walk("content").unwrap();
        let lines = entries.into_iter().map(|entry| format!("{} {:?} {}", entry.path, entry.kind, entry.len));
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn sorted_by_path_without_dot_files() {
    let room = Room::new(&[
        "content/b.md",
        "content/a/x.md",
        "content/a-b.md",
        "content/.hidden.md",
        "content/.git/config",
        "other.md",
    ]);
    assert_eq!(room.check(), "content/a-b.md File 14\ncontent/a/x.md File 14\ncontent/b.md File 12");
    assert_eq!(room.files().walk("themes").unwrap(), []);
    assert_eq!(room.files().read("content/b.md").unwrap(), b"content/b.md");
}

#[test]
fn links_inside_are_followed() {
    let room = Room::new(&["content/a/x.md", "shared/y.md"]);
    symlink("a/x.md", room.path("content/file.md")).unwrap();
    symlink("../shared", room.path("content/folder")).unwrap();
    symlink(room.path("content/a"), room.path("content/absolute")).unwrap();
    assert_eq!(
        room.check(),
        "content/a/x.md File 14
content/absolute/x.md File 14
content/file.md File 14
content/folder/y.md File 11"
    );
    assert_eq!(room.files().read("content/folder/y.md").unwrap(), b"shared/y.md");
}

#[test]
fn links_to_the_outside_are_not() {
    let room = Room::new(&["content/a.md"]);
    symlink("../../outside/secret.md", room.path("content/file.md")).unwrap();
    symlink("../../outside", room.path("content/folder")).unwrap();
    symlink("/", room.path("content/root")).unwrap();
    assert_eq!(
        room.check(),
        "content/a.md File 12\ncontent/file.md Escape 0\ncontent/folder Escape 0\ncontent/root Escape 0"
    );
    assert!(room.files().open("content/../../outside/secret.md").is_err());
    assert!(room.files().open("/etc/passwd").is_err());
}

#[test]
fn content_itself_may_not_be_elsewhere() {
    let room = Room::new(&[]);
    fs::remove_dir(room.path("content")).unwrap();
    symlink("../outside", room.path("content")).unwrap();
    assert_eq!(room.check(), "content Escape 0");
}

#[test]
fn links_in_a_circle_end() {
    let room = Room::new(&["content/x/a.md", "content/y/b.md"]);
    symlink("nowhere", room.path("content/dangling")).unwrap();
    symlink("self", room.path("content/self")).unwrap();
    symlink("..", room.path("content/x/up")).unwrap();
    symlink("../y", room.path("content/x/y")).unwrap();
    symlink("../x", room.path("content/y/x")).unwrap();
    assert_eq!(
        room.check(),
        "content/dangling Broken 0
content/self Broken 0
content/x/a.md File 14
content/x/up Broken 0
content/x/y/b.md File 14
content/x/y/x Broken 0
content/y/b.md File 14
content/y/x/a.md File 14
content/y/x/up Broken 0
content/y/x/y Broken 0"
    );
}

#[test]
fn many_links_to_folders_with_many_links_are_bounded() {
    let room = Room::new(&["content/f30/a.md"]);
    for level in 0..30 {
        fs::create_dir(room.path(&format!("content/f{level}"))).unwrap();
        for name in ["l", "r", "m"] {
            symlink(format!("../f{}", level + 1), room.path(&format!("content/f{level}/{name}"))).unwrap();
        }
    }
    let error = room.files().walk("content").unwrap_err();
    assert_eq!(error.to_string(), "there are more than 1000 links to folders");
}

#[test]
fn pipes_are_never_opened() {
    let room = Room::new(&["content/a.md"]);
    let pipe = room.path("content/pipe.md");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::from_raw_mode(0o600), 0)
        .unwrap();
    assert_eq!(room.check(), "content/a.md File 12\ncontent/pipe.md Special 0");
    assert!(room.files().open("content/pipe.md").is_err());
    assert!(room.files().open("content").is_err());
}

#[test]
fn names_that_are_no_text() {
    let room = Room::new(&["content/a.md"]);
    let odd = room.path("content").join(OsStr::from_bytes(b"caf\xE9"));
    fs::create_dir(&odd).unwrap();
    fs::write(odd.join("inside.md"), "").unwrap();
    fs::write(room.path("content").join(OsStr::from_bytes(b"\xFF.md")), "").unwrap();
    assert_eq!(
        room.check(),
        "content/a.md File 12\ncontent/caf\u{FFFD} NameNotText 0\ncontent/\u{FFFD}.md NameNotText 0"
    );
}

#[test]
fn a_portal_that_is_not_there() {
    let room = Room::new(&["content/a.md"]);
    assert!(DiskFiles::new(&room.path("nowhere")).is_err());
    assert!(DiskFiles::new(&room.path("content/a.md")).is_err());
}
