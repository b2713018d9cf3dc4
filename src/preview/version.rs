//! Turns one version of a portal into answers, on threads of its own, until a newer one takes its place.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::civil::Date;
use serde_json::json;

use super::desk::{Desk, Shown};
use super::http::{HTML, Response};
use super::said::Said;
use super::variants;
use crate::diag::{Code, Finding};
use crate::io::{Failure, Files};
use crate::load::Source;
use crate::model::Route;
use crate::pipeline::{Held, Options, Report, Sight, Viewer, view};
use crate::render::{self, Job, One, Sink, Stop};

/// Something that only a version knows, and where the answer goes.
pub struct Ask {
    pub what: What,
    pub reply: Sender<Response>,
}

pub enum What {
    /// The output at an address.
    Output(String),
    /// What the script shows over the page at an address.
    About { path: String, said: Said, name: String },
    /// The way to another variant of the page at an address.
    Go(variants::Wanted),
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
        let mut shop = Shop { desk: desk.clone(), files: self.files.clone(), told: Some(told) };
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

fn bug() -> Said {
    Said::trouble("fingerpost has a bug and could not show the newest edit", "report it with the lines in the terminal")
}

/// Shows one version.
struct Shop {
    desk: Arc<Desk>,
    files: Arc<dyn Files + Send + Sync>,
    /// Hears that the version is shown, or is known to be wrong.
    told: Option<Sender<()>>,
}

impl Shop {
    fn tell(&mut self) {
        if let Some(told) = self.told.take() {
            // Whoever waited may have gone; the desk knows all the same.
            let _gone = told.send(());
        }
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

    fn look(&mut self, sight: &Sight<'_>) {
        let is_right = !sight.findings.iter().any(is_of_portal);
        if !is_right && self.desk.is_right() {
            return;
        }
        let mut said = Said::of(sight.findings, sight.job.sources);
        said.is_pending = !said.has_errors;
        let (sender, asks) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let shown = Shown { asks: sender, is_right, is_over: is_over.clone() };
        let is_pending = said.is_pending;
        let number = self.desk.open(shown, said);
        self.tell();
        let (counter, asks) = (Counter { job: sight.job, files: &*self.files }, Mutex::new(asks));
        thread::scope(|scope| {
            for _ in 0..COUNTERS {
                scope.spawn(|| counter.serve(&asks));
            }
            if is_pending {
                scope.spawn(|| {
                    if let Some(found) = pass(sight.job, &is_over) {
                        let mut all = [sight.findings, &found].concat();
                        all.sort();
                        self.desk.passed(number, Said::of(&all, sight.job.sources));
                    }
                });
            }
        });
    }
}

/// Whether an error concerns more than the text or record that it stands in: then the site before it is shown.
fn is_of_portal(finding: &Finding) -> bool {
    let is_alone = finding.code == Code::UnknownId || finding.code.id().starts_with(['M', 'L', 'C', 'F', 'D', 'S']);
    finding.is_error() && !is_alone
}

/// Makes every page and keeps none, to find what only that finds. None if that is not wanted any more.
fn pass(job: &Job<'_>, is_over: &AtomicBool) -> Option<Vec<Finding>> {
    thread::sleep(HEAD_START);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let Ok(pool) = one else { return None };
    match pool.install(|| render::render(job, &Nobody { is_over }, &|_| {})) {
        Ok(_) => Some(Vec::new()),
        Err(Stop::Findings(found)) => Some(found),
        Err(Stop::Failure(_) | Stop::Wider) => None,
    }
}

struct Nobody<'a> {
    is_over: &'a AtomicBool,
}

impl Nobody<'_> {
    fn look(&self) -> Result<(), Failure> {
        if self.is_over.load(Ordering::Relaxed) { Err(Failure::Interrupted) } else { Ok(()) }
    }
}

impl Sink for Nobody<'_> {
    fn put(&self, _: &str, _: &[u8]) -> Result<(), Failure> {
        self.look()
    }

    fn copy(&self, _: &str, _: &Source) -> Result<(), Failure> {
        self.look()
    }
}

/// Where a version is asked.
struct Counter<'a> {
    job: &'a Job<'a>,
    files: &'a (dyn Files + Send + Sync),
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
            What::About { path, said, name } => {
                let variants = variants::of(self.job, &file(self.inner(&path)));
                let own = variants.as_ref().map_or(&[][..], |variants| &variants.own);
                let json = json!({
                    "version": name,
                    "summary": said.summary,
                    "pending": said.is_pending,
                    "behind": said.is_behind,
                    "day": self.job.world.moment.day.to_string(),
                    "findings": said.lines(own),
                    "variants": variants.as_ref().map(|variants| &variants.json),
                });
                Response::new(200, "application/json", json.to_string())
            }
        }
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
