//! Turns what happens to a portal's files into runs: one for each pause after an edit.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind, RemoveKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Failure;

/// What a site is made from; the site itself may lie beside them.
const FOLDERS: [&str; 3] = ["content", "locales", "themes"];

/// What whoever watches would like next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A run after the next change.
    Wait,
    /// A run now, whether anything changed or not.
    Run,
    /// No more runs.
    End,
}

/// What changed since the run before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Perhaps everything.
    Anything,
    /// At most these files, by their paths from the portal's folder. Some may be gone, and some may be folders that are.
    Files(BTreeSet<String>),
}

/// How long nothing may have happened before a run.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub quiet: Duration,
    /// After a program has closed the file that it wrote, or moved another one to its place.
    pub saved: Duration,
}

/// More changes than these are not somebody who saves a file.
const FEW: usize = 4;

/// Calls `on_change` once, and again after each change of a file that a site is made from. Programs save a file in
/// several steps: a run waits until nothing has happened for as long as `pace` says.
///
/// # Errors
/// The folder cannot be watched, or what `on_change` returns.
pub fn watch(
    portal: &Path,
    pace: Pace,
    wish: &dyn Fn() -> Wish,
    on_change: &mut dyn FnMut(Changes) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let portal = portal.canonicalize().map_err(cannot_watch)?;
    let (sender, events) = channel();
    let watcher = RecommendedWatcher::new(sender, Config::default());
    let mut watcher = watcher.map_err(|error| cannot_watch(io::Error::other(error)))?;
    let mut heard = Heard { changes: Some(Changes::Anything), is_saved: false, has_new_folders: true };
    loop {
        match wish() {
            Wish::Wait => {}
            Wish::Run => heard.changes = Some(Changes::Anything),
            Wish::End => return Ok(()),
        }
        match events.recv_timeout(heard.stillness(pace)) {
            Ok(event) => heard.hear(&portal, &event),
            Err(RecvTimeoutError::Timeout) => {
                let Some(changes) = heard.changes.take() else { continue };
                // First the folders that are new: what came into them before now is read by the run, the rest is heard.
                if std::mem::take(&mut heard.has_new_folders) {
                    listen(&mut watcher, &portal).map_err(|error| cannot_watch(io::Error::other(error)))?;
                }
                on_change(changes)?;
            }
            Err(RecvTimeoutError::Disconnected) => return Err(cannot_watch(io::ErrorKind::BrokenPipe.into())),
        }
    }
}

/// What was heard since the last run.
struct Heard {
    changes: Option<Changes>,
    /// Whether the last that was heard is that a file has been saved.
    is_saved: bool,
    /// Whether there may be folders that nobody listens to.
    has_new_folders: bool,
}

impl Heard {
    fn stillness(&self, pace: Pace) -> Duration {
        match &self.changes {
            Some(Changes::Files(files)) if self.is_saved && files.len() <= FEW => pace.saved,
            _ => pace.quiet,
        }
    }

    fn hear(&mut self, portal: &Path, event: &notify::Result<Event>) {
        if let Ok(Event { kind: EventKind::Access(AccessKind::Close(AccessMode::Write)), .. }) = event {
            self.is_saved = true;
        }
        if !matters(portal, event) {
            return;
        }
        let is_move = |event: &Event| matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        self.is_saved = event.as_ref().is_ok_and(is_move);
        if may_bring_folders(event) {
            self.has_new_folders = true;
            self.changes = Some(Changes::Anything);
        }
        let files = event.as_ref().map_or(None, |event| names(portal, &event.paths));
        self.changes = match (self.changes.take(), files) {
            (None, Some(files)) => Some(Changes::Files(files)),
            (Some(Changes::Files(mut known)), Some(files)) => {
                known.extend(files);
                Some(Changes::Files(known))
            }
            _ => Some(Changes::Anything),
        };
    }
}

/// The sources at these paths by their names from the portal's folder; none if one has no such name.
fn names(portal: &Path, paths: &[PathBuf]) -> Option<BTreeSet<String>> {
    let name = |path: &PathBuf| Some(path.strip_prefix(portal).ok()?.to_str()?.replace(MAIN_SEPARATOR, "/"));
    paths.iter().filter(|path| is_source(portal, path)).map(name).collect()
}

fn cannot_watch(error: io::Error) -> Failure {
    Failure::environment("the portal's folder cannot be watched", error)
}

/// Listens to every folder that there is now.
fn listen(watcher: &mut RecommendedWatcher, portal: &Path) -> notify::Result<()> {
    let itself = [(portal.to_owned(), RecursiveMode::NonRecursive)];
    let folders = FOLDERS.map(|folder| (portal.join(folder), RecursiveMode::Recursive));
    for (folder, mode) in itself.into_iter().chain(folders) {
        match watcher.watch(&folder, mode) {
            Err(error) if !is_gone(&error) => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// A folder may not be there, or go while it is looked at.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Whether a run might find something else now. Files that are only read are reported too; heeding that would never end.
fn matters(portal: &Path, event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let is_change = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    event.need_rescan() || (is_change && event.paths.iter().any(|path| is_source(portal, path)))
}

/// Whether there may be folders now that nobody listens to. A file's content is no reason to look for them.
fn may_bring_folders(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let is_content = matches!(event.kind, EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)));
    let may_be_folder = |path: &PathBuf| path.is_dir() || event.kind == EventKind::Remove(RemoveKind::Folder);
    event.need_rescan() || (!is_content && event.paths.iter().any(may_be_folder))
}

/// Dot-files are no sources: editors keep their own notes in them.
fn is_source(portal: &Path, path: &Path) -> bool {
    let Ok(inner) = path.strip_prefix(portal) else { return false };
    let mut parts = inner.components();
    let is_ours =
        parts.next().is_some_and(|first| FOLDERS.iter().any(|folder| first == Component::Normal(folder.as_ref())));
    is_ours && parts.all(|part| !part.as_os_str().as_encoded_bytes().starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;
    use std::time::Instant;

    use notify::event::CreateKind;

    use super::*;

    #[test]
    fn an_edit_is_followed_by_a_run() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        let (runs, began) = (Cell::new(0), Instant::now());
        let is_wanted = || runs.get() < 4 && began.elapsed() < Duration::from_secs(30);
        let wish = || if is_wanted() { Wish::Wait } else { Wish::End };
        let pace = Pace { quiet: Duration::from_millis(50), saved: Duration::from_millis(5) };
        watch(folder.path(), pace, &wish, &mut |_| {
            runs.set(runs.get() + 1);
            match runs.get() {
                1 => fs::write(content.join("portal.yaml"), "name: A").unwrap(),
                2 => fs::create_dir_all(content.join("pages/money")).unwrap(),
                3 => fs::write(content.join("pages/money/index.en.md"), "Money").unwrap(),
                _ => {}
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(runs.get(), 4);
    }

    #[test]
    fn a_run_may_be_wished_for() {
        let folder = tempfile::tempdir().unwrap();
        let runs = Cell::new(0);
        let wish = || if runs.get() < 3 { Wish::Run } else { Wish::End };
        let pace = Pace { quiet: Duration::from_millis(1), saved: Duration::from_millis(1) };
        watch(folder.path(), pace, &wish, &mut |_| {
            runs.set(runs.get() + 1);
            Ok(())
        })
        .unwrap();
        assert_eq!(runs.get(), 3);
    }

    #[test]
    fn only_changes_of_sources_matter() {
        let matters = |kind, path: &str| {
            matters(Path::new("/portal"), &Ok(Event::new(kind).add_path(Path::new("/portal").join(path))))
        };
        let create = EventKind::Create(CreateKind::File);
        assert!(matters(create, "content/pages/index.en.md") && matters(create, "themes"));
        assert!(!matters(EventKind::Access(AccessKind::Read), "content/pages/index.en.md"));
        for path in ["public/index.html", "content/pages/.index.en.md.swp", "notes.txt", "/elsewhere/content/a.md"] {
            assert!(!matters(create, path), "{path}");
        }
    }
}
