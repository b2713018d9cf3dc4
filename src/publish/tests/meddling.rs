//! Turns builds between which somebody meddles with the output folder into sites that are right all the same.

use proptest::prelude::*;

use std::path::PathBuf;

use super::*;

const OUT: &str = "/portal/public";

/// What happens next, with the number of one of the outputs.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// A build of every output, of which some have changed.
    Build {
        changed: u8,
        reuse: Reuse,
    },
    /// A build of one or two outputs.
    Edit {
        first: usize,
        second: usize,
    },
    /// Another content of the same length, in the same file.
    Overwrite(usize),
    /// The same content in the same file.
    Touch(usize),
    /// Another file takes its place.
    Replace(usize),
    Cut(usize),
    Remove(usize),
    /// The folder around it is removed.
    RemoveFolder(usize),
    /// The folder around it is moved away, and an older copy of other content comes in its place.
    Swap(usize),
    /// A file is put beside it that is not ours.
    Stranger(usize),
}

fn any_event() -> impl Strategy<Value = Event> {
    let at = || 0usize..PATHS.len();
    let reuse = prop_oneof![4 => Just(Reuse::Unchanged), 1 => Just(Reuse::Nothing)];
    prop_oneof![
        2 => (any::<u8>(), reuse).prop_map(|(changed, reuse)| Event::Build { changed, reuse }),
        4 => (at(), at()).prop_map(|(first, second)| Event::Edit { first, second }),
        1 => at().prop_map(Event::Overwrite),
        1 => at().prop_map(Event::Touch),
        1 => at().prop_map(Event::Replace),
        1 => at().prop_map(Event::Cut),
        1 => at().prop_map(Event::Remove),
        1 => at().prop_map(Event::RemoveFolder),
        1 => at().prop_map(Event::Swap),
        1 => at().prop_map(Event::Stranger),
    ]
}

const PATHS: [&str; 8] = ["a", "b/c", "b/d/e", "b/d/f", "b/g/h", "i/j", "i/k", "search/l"];

/// A disk on which somebody meddles with the site.
struct Room {
    disk: MemoryTarget,
    site: Tree,
    /// Every content is another.
    count: usize,
}

impl Room {
    fn content(&mut self) -> Vec<u8> {
        self.count += 1;
        format!("{:04}", self.count).into_bytes()
    }

    fn file(path: &str) -> PathBuf {
        Path::new(OUT).join(path)
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Build { changed, reuse } => {
                for (number, path) in PATHS.iter().enumerate() {
                    if changed >> number & 1 == 1 {
                        let content = self.content();
                        self.site.insert((*path).to_owned(), content);
                    }
                }
                let options = PublishOptions { reuse, ..options(OUT) };
                build_with(&self.disk, &options, &self.site).unwrap();
                self.check();
            }
            Event::Edit { first, second } => {
                let some: Tree = [first, second].map(|at| (PATHS[at].to_owned(), self.content())).into();
                self.site.extend(some.clone());
                let quick = PublishOptions { closeness: Closeness::Quick, ..options(OUT) };
                if edit(&self.disk, &quick, &some).is_err() {
                    build(&self.disk, &self.site).unwrap();
                }
                self.check();
            }
            Event::Stranger(at) => {
                let path = format!("{}.mine", Self::file(PATHS[at]).display());
                write(&self.disk, &path, "mine");
                let message = refusal(build(&self.disk, &self.site));
                assert!(message.contains("did not make"), "{message}");
                assert_eq!(self.disk.read(Path::new(&path)).unwrap(), b"mine");
                self.disk.remove_file(Path::new(&path)).unwrap();
            }
            other => self.meddle(other),
        }
    }

    fn meddle(&mut self, event: Event) {
        let content = self.content();
        let (Event::Overwrite(at)
        | Event::Touch(at)
        | Event::Replace(at)
        | Event::Cut(at)
        | Event::Remove(at)
        | Event::RemoveFolder(at)
        | Event::Swap(at)) = event
        else {
            return;
        };
        let file = Self::file(PATHS[at]);
        let Ok(before) = self.disk.read(&file) else { return };
        let folder = file.parent().unwrap();
        match event {
            Event::Overwrite(_) => self.disk.overwrite(&file, &content).unwrap(),
            Event::Touch(_) => self.disk.overwrite(&file, &before).unwrap(),
            Event::Cut(_) => self.disk.overwrite(&file, &before[..2.min(before.len())]).unwrap(),
            Event::Replace(_) => write(&self.disk, file.to_str().unwrap(), std::str::from_utf8(&content).unwrap()),
            Event::Remove(_) => self.disk.remove_file(&file).unwrap(),
            Event::RemoveFolder(_) => self.disk.remove_tree(folder).unwrap(),
            _ => {
                let older = Path::new("/older").join(folder.strip_prefix(OUT).unwrap());
                self.disk.remove_tree(folder).unwrap();
                if self.disk.kind(&older).unwrap().is_some() {
                    self.disk.rename(&older, folder).unwrap();
                }
            }
        }
    }

    fn check(&self) {
        assert_eq!(public(&self.disk).as_ref(), Some(&self.site));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_meddling(events in prop::collection::vec(any_event(), 1..24)) {
        let mut room = Room { disk: disk(), site: Tree::new(), count: 0 };
        room.site = PATHS.iter().map(|path| ((*path).to_owned(), b"0000".to_vec())).collect();
        for path in PATHS {
            write(&room.disk, &format!("/older/{path}"), "9999");
        }
        build(&room.disk, &room.site).unwrap();
        for event in events {
            room.happen(event);
        }
        build(&room.disk, &room.site).unwrap();
        room.check();
    }
}
