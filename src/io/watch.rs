//! Turns what happens to a portal's files into runs: one for each pause after an edit.

use std::io;
use std::path::{Component, Path};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::ModifyKind;
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

/// Calls `on_change` once, and again after each change of a file that a site is made from. Programs save a file in
/// several steps: a run waits until nothing has happened for as long as `quiet`.
///
/// # Errors
/// The folder cannot be watched, or what `on_change` returns.
pub fn watch(
    portal: &Path,
    quiet: Duration,
    wish: &dyn Fn() -> Wish,
    on_change: &mut dyn FnMut() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let portal = portal.canonicalize().map_err(cannot_watch)?;
    let (sender, events) = channel();
    let watcher = RecommendedWatcher::new(sender, Config::default());
    let mut watcher = watcher.map_err(|error| cannot_watch(io::Error::other(error)))?;
    let (mut changed, mut has_new_folders) = (true, true);
    loop {
        match wish() {
            Wish::Wait => {}
            Wish::Run => changed = true,
            Wish::End => return Ok(()),
        }
        match events.recv_timeout(quiet) {
            Ok(event) if matters(&portal, &event) => {
                changed = true;
                has_new_folders |= may_bring_folders(&event);
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) if changed => {
                changed = false;
                // First the folders that are new: what came into them before now is read by the run, the rest is heard.
                if std::mem::take(&mut has_new_folders) {
                    listen(&mut watcher, &portal).map_err(|error| cannot_watch(io::Error::other(error)))?;
                }
                on_change()?;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(cannot_watch(io::ErrorKind::BrokenPipe.into())),
        }
    }
}

fn cannot_watch(error: io::Error) -> Failure {
    Failure::environment("the portal's folder cannot be watched", error)
}

/// Listens to every folder that there is now.
fn listen(watcher: &mut RecommendedWatcher, portal: &Path) -> notify::Result<()> {
    watcher.watch(portal, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| portal.join(folder)) {
        match watcher.watch(&folder, RecursiveMode::Recursive) {
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
    event.need_rescan() || (!is_content && event.paths.iter().any(|path| !path.is_file()))
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

    use notify::event::{AccessKind, CreateKind};

    use super::*;

    #[test]
    fn an_edit_is_followed_by_a_run() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        let (runs, began) = (Cell::new(0), Instant::now());
        let is_wanted = || runs.get() < 4 && began.elapsed() < Duration::from_secs(30);
        let wish = || if is_wanted() { Wish::Wait } else { Wish::End };
        watch(folder.path(), Duration::from_millis(50), &wish, &mut || {
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
        watch(folder.path(), Duration::from_millis(1), &wish, &mut || {
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
