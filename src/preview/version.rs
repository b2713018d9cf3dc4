//! Turns one version of a portal into answers, on threads of its own, until a newer one takes its place.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::civil::Date;
use serde_json::json;

use super::desk::{Desk, Shown};
use super::http::{HTML, Response};
use super::said::Said;
use super::{labels, variants};
use crate::diag::{Code, Finding};
use crate::io::{Failure, Files};
use crate::load::Source;
use crate::model::Route;
use crate::pipeline::dashboard::{self, Seen};
use crate::pipeline::{Edits, Held, Options, Overview, Report, Scales, Sight, Viewer, Weight, view};
use crate::render::{self, Job, One, Sink, Stop};

/// Something that only a version knows, and where the answer goes.
pub struct Ask {
    pub what: What,
    pub reply: Sender<Response>,
}

pub enum What {
    /// The output at an address.
    Output(String),
    /// A picture of the whole portal.
    Dashboard,
    /// What the script shows over the page at an address.
    About { path: String, said: Said, name: String },
    /// The way to another variant of the page at an address.
    Go(variants::Wanted),
}

/// Files that changed, and where it is heard what came of that.
pub struct Edited {
    pub paths: BTreeSet<String>,
    pub reply: Sender<Outcome>,
}

/// What came of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The files say what they said.
    Nothing,
    /// Their pages are shown with it. What others say of them must still be found.
    Shown,
    /// A whole version must be made.
    Whole,
}

/// What every version is made of.
pub struct Maker {
    pub files: Arc<dyn Files + Send + Sync>,
    pub options: Options,
    pub today: fn() -> Date,
}

/// So many requests are answered at a time.
const COUNTERS: usize = 3;

/// The background work lets whoever waits for a page go first.
const HEAD_START: Duration = Duration::from_millis(250);

impl Maker {
    /// Makes a version, and returns when it is shown or it is known what is wrong with it.
    pub fn make(&self, desk: &Arc<Desk>) {
        let (held, day) = desk.begin();
        let options = Options { as_of: day.or(self.options.as_of), today: (self.today)(), ..self.options.clone() };
        let (told, done) = channel();
        let mut shop = Shop { desk: desk.clone(), files: self.files.clone(), told: Some(told), reply: None };
        thread::spawn(move || {
            let files = shop.files.clone();
            let seen = view(&*files, &options, held, &mut shop);
            shop.close(seen);
        });
        if done.recv().is_err() {
            desk.refuse(bug());
        }
    }
}

/// Shows edits of texts in the version that is shown, if they concern no page but their own.
pub fn edit(desk: &Desk, paths: BTreeSet<String>) -> Outcome {
    let Some(edits) = desk.edits() else { return Outcome::Whole };
    let (reply, outcome) = channel();
    if edits.send(Edited { paths, reply }).is_err() {
        return Outcome::Whole;
    }
    drop(edits);
    outcome.recv().unwrap_or_else(|_| {
        desk.lose(bug());
        Outcome::Whole
    })
}

fn bug() -> Said {
    Said::trouble("fingerpost has a bug and could not show the newest edit", "report it with the lines in the terminal")
}

/// Shows one version.
struct Shop {
    desk: Arc<Desk>,
    files: Arc<dyn Files + Send + Sync>,
    /// Hears that the version is shown, or is known to be wrong.
    told: Option<Sender<()>>,
    /// Hears that an edit is shown.
    reply: Option<Sender<Outcome>>,
}

impl Shop {
    fn tell(&mut self) {
        if let Some(told) = self.told.take() {
            // Whoever waited may have gone; the desk knows all the same.
            let _gone = told.send(());
        }
        if let Some(reply) = self.reply.take() {
            let _gone = reply.send(Outcome::Shown);
        }
    }

    /// Waits for edits that the version can take in; none when another version has taken its place.
    fn edits(&mut self, sight: &Sight<'_>, edited: &Receiver<Edited>) -> Option<Edits> {
        while let Ok(Edited { paths, reply }) = edited.recv() {
            let outcome = match sight.edits(&*self.files, &paths) {
                Some(edits) if edits.is_empty() => Outcome::Nothing,
                Some(edits) if !edits.findings().iter().any(is_of_portal) => {
                    self.reply = Some(reply);
                    self.desk.pause();
                    return Some(edits);
                }
                _ => Outcome::Whole,
            };
            // Whoever asked may have gone.
            let _gone = reply.send(outcome);
        }
        None
    }

    /// Says what is wrong with a version that was never shown.
    fn close(mut self, seen: Result<Report, Failure>) {
        if self.told.is_some() {
            self.desk.refuse(match seen {
                Ok(report) => Said::of(&report.findings, &*report.sources),
                Err(failure) => Said::trouble(&failure.to_string(), "the preview goes on when this is mended"),
            });
            self.tell();
        }
    }
}

impl Viewer for Shop {
    fn keep(&mut self, held: Held) {
        self.desk.keep(held);
    }

    fn look(&mut self, sight: &Sight<'_>) -> Option<Edits> {
        let is_right = !sight.findings.iter().any(is_of_portal);
        if !is_right && self.desk.is_right() {
            return None;
        }
        let mut said = Said::of(sight.findings, sight.job.sources);
        // Of an edit a whole version tells soon what else there is to say.
        said.is_pending = sight.is_edited || said.errors == 0;
        let is_sought = said.is_pending && !sight.is_edited;
        let (ask, asks) = channel();
        let (edit, edited) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let shown = Shown { asks: Some(ask), edits: edit, is_right, is_over: is_over.clone() };
        let number = self.desk.open(shown, (said, sight.key.hex(16)));
        self.tell();
        let (files, passed) = (self.files.clone(), OnceLock::new());
        let counter = Counter { job: sight.job, files: &*files, found: sight.findings, passed: &passed };
        let asks = Mutex::new(asks);
        let (stay, stop) = channel();
        let desk = self.desk.clone();
        thread::scope(|scope| {
            for _ in 0..COUNTERS {
                scope.spawn(|| counter.serve(&asks));
            }
            if is_sought {
                let (is_over, desk, passed) = (&is_over, &desk, &passed);
                scope.spawn(move || {
                    if let Some(found) = pass(sight, is_over, &stop) {
                        let said = Said::of(&found.findings, sight.job.sources);
                        passed.get_or_init(|| found);
                        desk.passed(number, said);
                    }
                });
            }
            let edits = self.edits(sight, &edited);
            is_over.store(true, Ordering::Relaxed);
            drop(stay);
            edits
        })
    }
}

/// Whether an error concerns more than the text or record that it stands in: then the site before it is shown. A page that
/// breaks a rule on words, waits for its translation or cannot be printed is shown as it is.
fn is_of_portal(finding: &Finding) -> bool {
    use Code::{ParityDiffers, ParityMissing, ParityText, ParityUnpublished, UnknownId};
    let is_named = matches!(finding.code, UnknownId | ParityMissing | ParityUnpublished | ParityDiffers | ParityText);
    let is_alone = is_named || finding.code.id().starts_with(['M', 'L', 'C', 'F', 'D', 'S', 'E', 'W', 'P']);
    finding.is_error() && !is_alone
}

/// What is known of a version once every page has been made.
struct Passed {
    findings: Vec<Finding>,
    weights: Vec<Weight>,
}

/// Makes every page and keeps none, to find what only that finds. None if that is not wanted any more.
fn pass(sight: &Sight<'_>, is_over: &AtomicBool, stop: &Receiver<()>) -> Option<Passed> {
    if stop.recv_timeout(HEAD_START) != Err(RecvTimeoutError::Timeout) {
        return None;
    }
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let Ok(pool) = one else { return None };
    let scales = Scales::default();
    let found = match pool.install(|| render::render(sight.job, &Passing { is_over, scales: &scales }, &|_| {})) {
        Ok(_) => Vec::new(),
        Err(Stop::Findings(found)) => found,
        Err(Stop::Failure(_) | Stop::Wider) => return None,
    };
    let weights = if found.is_empty() { scales.weights() } else { Vec::new() };
    let mut findings = [sight.findings, &found].concat();
    findings.sort();
    Some(Passed { findings, weights })
}

/// Measures outputs for as long as that is wanted.
struct Passing<'a> {
    is_over: &'a AtomicBool,
    scales: &'a Scales,
}

impl Passing<'_> {
    fn look(&self) -> Result<(), Failure> {
        if self.is_over.load(Ordering::Relaxed) { Err(Failure::Interrupted) } else { Ok(()) }
    }
}

impl Sink for Passing<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.look()?;
        self.scales.put(path, bytes)
    }

    fn copy(&self, path: &str, source: &Source) -> Result<(), Failure> {
        self.look()?;
        self.scales.copy(path, source)
    }
}

/// Where a version is asked.
struct Counter<'a> {
    job: &'a Job<'a>,
    files: &'a (dyn Files + Send + Sync),
    /// What was found before any page was made.
    found: &'a [Finding],
    passed: &'a OnceLock<Passed>,
}

fn next(asks: &Mutex<Receiver<Ask>>) -> Result<Ask, RecvError> {
    asks.lock().unwrap_or_else(PoisonError::into_inner).recv()
}

impl Counter<'_> {
    /// Answers until nobody can ask any more.
    fn serve(&self, asks: &Mutex<Receiver<Ask>>) {
        while let Ok(Ask { what, reply }) = next(asks) {
            let answer = catch_unwind(AssertUnwindSafe(|| self.answer(what)));
            // A browser that has gone needs no answer.
            let _gone = reply.send(answer.unwrap_or_else(|_| Response { status: 500, ..bug().page() }));
        }
    }

    fn answer(&self, what: What) -> Response {
        match what {
            What::Output(path) => self.output(&path),
            What::Go(wanted) => {
                let wanted = variants::Wanted { path: self.inner(&wanted.path).to_owned(), ..wanted };
                Response::redirect(self.address(&variants::go(self.job, &wanted)))
            }
            What::Dashboard => self.dashboard(),
            What::About { path, said, name } => self.about(&path, (&said, &name)),
        }
    }

    fn about(&self, path: &str, (said, name): (&Said, &str)) -> Response {
        let world = self.job.world;
        let variants = variants::of(self.job, &file(self.inner(path)));
        let own = variants.as_ref().map_or(&[][..], |variants| &variants.own);
        let language = variants.as_ref().map_or(world.catalog.portal.languages[0], |variants| variants.language);
        let json = json!({
            "version": name,
            "labels": labels::labels(world.words, language, said),
            "pending": said.is_pending,
            "behind": said.is_behind,
            "day": world.moment.day.to_string(),
            "findings": said.lines(own),
            "variants": variants.as_ref().map(|variants| &variants.json),
        });
        Response::new(200, "application/json", json.to_string())
    }

    fn dashboard(&self) -> Response {
        let passed = self.passed.get();
        let seen = Seen {
            findings: passed.map_or(self.found, |passed| &passed.findings),
            sources: self.job.sources,
            weights: passed.map_or(&[], |passed| &passed.weights),
            links: Some(&|route| self.address(route)),
        };
        Response::new(200, HTML, dashboard::html(&Overview::of(self.job.world), &seen))
    }

    fn output(&self, address: &str) -> Response {
        let front = self.front();
        if address.is_empty() && !front.is_empty() {
            return Response::redirect(format!("/{front}"));
        }
        let path = file(self.inner(address));
        match self.made(&path) {
            Ok(Some(bytes)) => Response::new(200, &kind(&path), bytes),
            Ok(None) => self.elsewhere(self.inner(address)),
            Err(problem) => problem,
        }
    }

    fn made(&self, path: &str) -> Result<Option<Vec<u8>>, Response> {
        let made = render::one(self.job, path).map_err(|stop| match stop {
            Stop::Findings(found) => Response { status: 500, ..Said::of(&found, self.job.sources).page() },
            Stop::Failure(failure) => unread(&failure.to_string()),
            Stop::Wider => unread("the whole site must be made"),
        })?;
        made.map(|one| match one {
            One::Bytes(bytes) => Ok(bytes),
            One::Copy(source) => {
                self.files.read(&source.path).map_err(|error| unread(&format!("`{}`: {error}", source.path)))
            }
        })
        .transpose()
    }

    /// The folder that was meant by a name without its last `/`, or the page that says that there is none.
    fn elsewhere(&self, address: &str) -> Response {
        let folder = format!("{address}/");
        if !address.is_empty() && !address.ends_with('/') && matches!(self.made(&file(&folder)), Ok(Some(_))) {
            return Response::redirect(self.address(&Route::root().under(&folder)));
        }
        let world = self.job.world;
        let trees = world.resolved.all().map(|tree| world.route(tree).as_str());
        let tree = trees.filter(|tree| address.starts_with(tree)).max_by_key(|tree| tree.len()).unwrap_or_default();
        for path in [&format!("{tree}404.html"), "404.html"] {
            if let Ok(Some(html)) = self.made(path) {
                return Response::new(404, HTML, html);
            }
        }
        Response::plain(404, "there is no such page")
    }

    /// Where the site begins below the preview's own front: the path of `base_url`.
    fn front(&self) -> String {
        let front = self.job.world.hosts.list.first().map(|host| host.path(&Route::root())).unwrap_or_default();
        front.trim_start_matches('/').to_owned()
    }

    /// An address from the site's front page. Hosts of their own have other fronts, so one without it counts too.
    fn inner<'t>(&self, address: &'t str) -> &'t str {
        address.strip_prefix(&*self.front()).unwrap_or(address)
    }

    fn address(&self, route: &Route) -> String {
        let link = Route::root().link_to(route);
        format!("/{}{}", self.front(), link.strip_prefix("./").unwrap_or(&link))
    }
}

fn unread(problem: &str) -> Response {
    Response { status: 500, ..Said::trouble(problem, "").page() }
}

/// The file at an address.
fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() }
}

/// What kind of file it is, as hosts say it. All of our own text is UTF-8.
fn kind(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    if matches!(name, "_headers" | "_redirects" | ".htaccess") {
        return "text/plain; charset=utf-8".to_owned();
    }
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    if kind.type_() == mime_guess::mime::TEXT { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}
