//! Turns what several threads do into one state: the version that is shown, and what is to be said of the newest.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::civil::Date;

use super::http::Response;
use super::said::Said;
use super::version::{Ask, Edited};
use super::{Explain, Panel};
use crate::pipeline::Held;

/// What the threads of a preview share.
#[derive(Default)]
pub struct Desk {
    pub panel: Panel,
    /// What the guide says of a finding.
    pub explain: Option<Explain>,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// The version that answers; none until one could be made.
    shown: Option<Shown>,
    /// Names the version that is shown to the script. Another name is another page, the same name the same.
    name: String,
    /// Counts the versions that were shown.
    number: u64,
    /// Counts everything that an open page should hear of.
    tick: u64,
    /// Of the newest version, whether it is shown or not; none until the first has been tried.
    said: Option<Said>,
    /// Pages as they were last shown.
    pages: BTreeMap<String, Response>,
    held: Held,
    /// The day that was chosen in the preview.
    day: Option<Date>,
    is_wanted: bool,
}

/// A version that answers.
#[derive(Clone)]
pub struct Shown {
    /// None while it takes in an edit.
    pub asks: Option<Sender<Ask>>,
    pub edits: Sender<Edited>,
    /// Whether nothing is wrong with the portal as a whole.
    pub is_right: bool,
    /// Tells the version that its background work is of no more use.
    pub is_over: Arc<AtomicBool>,
}

/// The preview as a request finds it.
pub struct Now {
    pub name: String,
    pub asks: Option<Sender<Ask>>,
    pub said: Said,
}

/// So many pages are remembered for the time after a mistake; then all are forgotten.
const MOST_PAGES: usize = 200;

impl Desk {
    pub fn new(panel: Panel, explain: Explain) -> Self {
        Self { panel, explain: Some(explain), ..Self::default() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, mut state: MutexGuard<'_, State>) {
        state.tick += 1;
        drop(state);
        self.changed.notify_all();
    }

    /// Begins a version: gives what is held from the one before, and the day.
    pub fn begin(&self) -> (Held, Option<Date>) {
        let mut state = self.lock();
        if let Some(shown) = &state.shown {
            shown.is_over.store(true, Ordering::Relaxed);
        }
        (std::mem::take(&mut state.held), state.day)
    }

    pub fn keep(&self, held: Held) {
        self.lock().held = held;
    }

    /// Whether the version that is shown is a right one, whose place only another right one takes.
    pub fn is_right(&self) -> bool {
        self.lock().shown.as_ref().is_some_and(|shown| shown.is_right)
    }

    /// Shows a version from now on; the one before ends when it has answered. Gives its number.
    pub fn open(&self, shown: Shown, (said, name): (Said, String)) -> u64 {
        let mut state = self.lock();
        state.number += 1;
        state.name = name;
        state.shown = Some(shown);
        state.said = Some(said);
        let number = state.number;
        self.tell(state);
        number
    }

    /// Where the version that is shown takes edits of texts; none if it is not the newest.
    pub fn edits(&self) -> Option<Sender<Edited>> {
        let state = self.lock();
        let is_newest = state.said.as_ref().is_some_and(|said| !said.is_behind);
        state.shown.as_ref().filter(|_| is_newest).map(|shown| shown.edits.clone())
    }

    /// Lets requests wait until the version that is shown has taken in an edit.
    pub fn pause(&self) {
        if let Some(shown) = &mut self.lock().shown {
            shown.asks = None;
        }
    }

    /// Gives up a version that ended by a fault of ours.
    pub fn lose(&self, said: Said) {
        let mut state = self.lock();
        state.shown = None;
        state.said = Some(said);
        self.tell(state);
    }

    /// Says what is wrong with a version that is not shown.
    pub fn refuse(&self, said: Said) {
        let mut state = self.lock();
        state.said = Some(Said { is_behind: state.shown.is_some(), ..said });
        self.tell(state);
    }

    /// Hears what was found while every page of a version was made.
    pub fn passed(&self, number: u64, said: Said) {
        let mut state = self.lock();
        if state.number == number && state.said.as_ref().is_some_and(|said| said.is_pending) {
            state.said = Some(said);
            self.tell(state);
        }
    }

    /// What is shown now. Before the first version has been tried, waits for it.
    pub fn now(&self) -> Now {
        let mut state = self.lock();
        loop {
            let asks = state.shown.as_ref().map(|shown| shown.asks.clone());
            match (&state.said, asks) {
                (None, _) | (_, Some(None)) => {}
                (Some(said), asks) => {
                    return Now { name: state.name.clone(), asks: asks.flatten(), said: said.clone() };
                }
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until something happens after `tick`, but no longer than `most`. Gives the version's name and the tick.
    pub fn wait(&self, tick: u64, most: Duration) -> (String, u64) {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, most, |state| state.tick == tick);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (state.name.clone(), state.tick)
    }

    pub fn remember(&self, path: &str, response: &Response) {
        let mut state = self.lock();
        if state.pages.len() >= MOST_PAGES {
            state.pages.clear();
        }
        state.pages.insert(path.to_owned(), response.clone());
    }

    /// A page as it was last.
    pub fn last(&self, path: &str) -> Option<Response> {
        self.lock().pages.get(path).cloned()
    }

    /// Asks for a version for another day; none for the day that the preview was started for.
    pub fn choose_day(&self, day: Option<Date>) {
        let mut state = self.lock();
        state.day = day;
        state.is_wanted = true;
    }

    /// Whether a version was asked for since this was last asked.
    pub fn wants_version(&self) -> bool {
        std::mem::take(&mut self.lock().is_wanted)
    }

    pub fn summary(&self) -> String {
        self.lock().said.as_ref().map_or_else(String::new, |said| said.summary.clone())
    }
}
