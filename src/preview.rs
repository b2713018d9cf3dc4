//! Turns a portal into pages for the person who writes it: each is made when it is asked for, and again after each edit.
//!
//! | part | does |
//! |---|---|
//! | `http` | reads requests, and refuses those that this computer's browser would not send for its user |
//! | `door` | listens, and answers each request on a thread of its own |
//! | `desk` | what the threads share: the version that is shown, and what is to be said of the newest |
//! | `version` | a thread that holds one version of the site and answers for its outputs |
//! | `variants` | the same page in other languages, places and editions |
//! | `labels` | the words of the panel, in the language of the page |
//! | `guide` | what the guide says of a finding, as a page |
//! | `said` | findings in the words of `check`, for the script and for a plain page |
//!
//! Nothing is written to disk. A version that is wrong in files or records does not take the place of one that is right;
//! a mistake in a text concerns its page alone, which is shown with it.

mod desk;
mod door;
mod guide;
mod http;
mod labels;
mod said;
mod variants;
mod version;

use std::cell::Cell;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::io::{self, Changes, Failure, Files, Pace, Wish};
use crate::pipeline::Options;
use desk::Desk;
use door::Door;
use version::Outcome;

/// What a preview is made of.
pub struct Preview {
    /// The folder that is watched for edits; none for a portal that does not change.
    pub portal: Option<PathBuf>,
    pub files: Arc<dyn Files + Send + Sync>,
    pub options: Options,
    /// The day where the program runs, asked for at each version.
    pub today: fn() -> Date,
    /// 0 for any that is free.
    pub port: u16,
    pub panel: Panel,
    pub explain: Explain,
}

/// What the guide says of the finding with a code, as text for a terminal; none for a code that there is not.
pub type Explain = fn(&str) -> Option<String>;

/// Whether the preview's own panel stands over each page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    #[default]
    Shown,
    Hidden,
}

/// Programs save a file in several steps, so this much stillness comes before each new version.
const PACE: Pace = Pace { quiet: Duration::from_millis(25), saved: Duration::from_millis(2) };

/// An edit of a text is shown at once. When nothing more happened for this long, a whole version is made, which finds
/// what others say of it.
const REST: Duration = Duration::from_millis(300);

/// Whoever started the preview.
pub trait Host {
    /// Hears where the preview is.
    ///
    /// # Errors
    /// Ends the preview.
    fn open(&self, address: SocketAddr) -> Result<(), Failure>;

    /// Hears what was found after each edit.
    ///
    /// # Errors
    /// Ends the preview.
    fn found(&self, summary: &str) -> Result<(), Failure>;

    fn is_over(&self) -> bool;
}

/// Shows the portal until the host ends it.
///
/// # Errors
/// The port is taken, the folder cannot be watched, or what the host returns.
pub fn serve(preview: Preview, host: &dyn Host) -> Result<(), Failure> {
    let desk = Arc::new(Desk::new(preview.panel, preview.explain));
    let door = Door::open(preview.port)?;
    host.open(door.address)?;
    door.listen(&desk);
    let whole_at: Cell<Option<Instant>> = Cell::new(None);
    let is_due = || whole_at.get().is_some_and(|at| at <= Instant::now());
    let wish = || match (host.is_over(), desk.wants_version() || is_due()) {
        (true, _) => Wish::End,
        (false, true) => Wish::Run,
        (false, false) => Wish::Wait,
    };
    let maker = version::Maker { files: preview.files, options: preview.options, today: preview.today };
    let mut make = |changes| {
        let outcome = match changes {
            Changes::Anything => Outcome::Whole,
            Changes::Files(paths) => version::edit(&desk, paths),
        };
        match outcome {
            Outcome::Nothing => return Ok(()),
            Outcome::Shown => {
                whole_at.set(Some(Instant::now() + REST));
                return Ok(());
            }
            Outcome::Whole => whole_at.set(None),
        }
        maker.make(&desk);
        host.found(&desk.summary())
    };
    match &preview.portal {
        Some(portal) => io::watch(portal, PACE, &wish, &mut make),
        None => stay(&wish, &mut make),
    }
}

/// Makes a version at the start, and another whenever one is wished for.
fn stay(wish: &dyn Fn() -> Wish, make: &mut dyn FnMut(Changes) -> Result<(), Failure>) -> Result<(), Failure> {
    make(Changes::Anything)?;
    loop {
        match wish() {
            Wish::Wait => thread::sleep(PACE.quiet),
            Wish::Run => make(Changes::Anything)?,
            Wish::End => return Ok(()),
        }
    }
}
