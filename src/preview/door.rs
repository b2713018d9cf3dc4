//! Turns connections from this computer into requests, each answered on a thread of its own.

use std::io::{self, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::Panel;
use super::desk::{Desk, Now};
use super::guide;
use super::http::{self, Request, Response, Wants};
use super::labels;
use super::variants::Wanted;
use super::version::{Ask, What};
use crate::io::Failure;
use crate::pipeline::dashboard::STYLE;

/// Where the preview listens: on this computer alone, in both families of addresses where it has both.
pub struct Door {
    pub address: SocketAddr,
    listeners: Vec<TcpListener>,
}

/// What is the preview's own lies below this address.
const OWN: &str = "__fingerpost/";

const SCRIPT: &str = include_str!("preview.js");

/// A browser opens six; many windows may be open.
const MOST_CONNECTIONS: usize = 200;

/// Whoever says nothing for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// After a connection that could not be taken.
const BREATH: Duration = Duration::from_millis(50);

/// An open page hears something at least this often, so that connections that broke are noticed.
const PULSE: Duration = Duration::from_secs(15);

impl Door {
    /// # Errors
    /// The port is taken, or may not be used.
    pub fn open(port: u16) -> Result<Self, Failure> {
        let refused =
            |error| Failure::environment(format!("port {port} cannot be used (choose another with `--port`)"), error);
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
        let address = first.local_addr().map_err(refused)?;
        // Not every computer has the newer family.
        let second = TcpListener::bind((Ipv6Addr::LOCALHOST, address.port()));
        Ok(Self { address, listeners: std::iter::once(first).chain(second).collect() })
    }

    /// Answers from now on.
    pub fn listen(self, desk: &Arc<Desk>) {
        let guests = Arc::new(AtomicUsize::new(0));
        for listener in self.listeners {
            let (desk, guests, port) = (desk.clone(), guests.clone(), self.address.port());
            thread::spawn(move || {
                for stream in listener.incoming() {
                    match stream {
                        Ok(stream) => welcome(stream, &guests, (&desk, port)),
                        // There may be too many connections for the system just now.
                        Err(_) => thread::sleep(BREATH),
                    }
                }
            });
        }
    }
}

fn welcome(stream: TcpStream, guests: &Arc<AtomicUsize>, (desk, port): (&Arc<Desk>, u16)) {
    if guests.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
        guests.fetch_sub(1, Ordering::Relaxed);
        return;
    }
    let (desk, guests) = (desk.clone(), guests.clone());
    thread::spawn(move || {
        // A browser may leave at any moment; that is nobody's fault.
        let _left = answer(stream, &desk, port);
        guests.fetch_sub(1, Ordering::Relaxed);
    });
}

fn answer(mut stream: TcpStream, desk: &Desk, port: u16) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let request = match http::read(&mut stream, port)? {
        Some(Ok(request)) => request,
        Some(Err(refusal)) => return http::write(&mut stream, Wants::All, &refusal),
        None => return Ok(()),
    };
    let response = match request.path.strip_prefix(OWN) {
        Some("events") if request.wants == Wants::All => return events(&mut stream, desk),
        Some(name) => own(desk, name, &request),
        None => page(desk, &request.path),
    };
    http::write(&mut stream, request.wants, &response)
}

/// Tells an open page what happens, until it is closed.
fn events(stream: &mut TcpStream, desk: &Desk) -> io::Result<()> {
    let head = http::head(&Response::new(200, "text/event-stream", ""));
    stream.write_all(format!("{head}\r\nretry: 500\n\n").as_bytes())?;
    let mut heard = 0;
    loop {
        let (version, tick) = desk.wait(heard, PULSE);
        let said =
            if tick == heard { ": still here\n\n".to_owned() } else { format!("id: {tick}\ndata: {version}\n\n") };
        stream.write_all(said.as_bytes())?;
        stream.flush()?;
        heard = tick;
    }
}

/// What is the preview's own.
fn own(desk: &Desk, name: &str, request: &Request) -> Response {
    let asked = |key: &str| request.query.get(key).cloned().unwrap_or_default();
    let path = asked("path").trim_start_matches('/').to_owned();
    match name {
        "dashboard" => dashboard(desk),
        "dashboard.css" => Response::new(200, "text/css; charset=utf-8", STYLE),
        "preview.js" => Response::new(200, "text/javascript; charset=utf-8", SCRIPT),
        "state" => {
            let now = desk.now();
            let (said, name) = (now.said.clone(), now.name.clone());
            ask(desk, || What::About { path: path.clone(), said: said.clone(), name: name.clone() })
                .map_or_else(|| nothing_shown(&now), |(_, response)| response)
        }
        "go" => {
            let wanted = Wanted { path, language: asked("language"), place: asked("place"), edition: asked("edition") };
            ask(desk, || What::Go(wanted.clone())).map_or_else(|| desk.now().said.page(), |(_, response)| response)
        }
        "day" if !request.is_ours => Response::plain(403, "only the preview's own control changes the day"),
        "day" => match (asked("day").as_str(), asked("day").parse()) {
            ("", _) => chosen(desk, None),
            (_, Ok(day)) => chosen(desk, Some(day)),
            (_, Err(_)) => Response::plain(400, "write year, month and day, such as 2026-12-24"),
        },
        _ => explained(desk, name).unwrap_or_else(|| Response::plain(404, "there is no such page")),
    }
}

/// What the guide says of a finding.
fn explained(desk: &Desk, name: &str) -> Option<Response> {
    let text = (desk.explain?)(name.strip_prefix("guide/")?)?;
    Some(guide::page(&text, OWN))
}

fn chosen(desk: &Desk, day: Option<jiff::civil::Date>) -> Response {
    desk.choose_day(day);
    Response::plain(200, "the preview is made for that day")
}

/// What the script shows while there is no version to show.
fn nothing_shown(now: &Now) -> Response {
    let json = serde_json::json!({
        "version": now.name,
        "labels": labels::in_english(&now.said),
        "pending": false,
        "behind": false,
        "findings": now.said.lines(&[]),
    });
    Response::new(200, "application/json", json.to_string())
}

/// A picture of the whole portal. What is still to be found changes it without another version.
fn dashboard(desk: &Desk) -> Response {
    match ask(desk, || What::Dashboard) {
        Some((now, response)) if now.said.is_pending => with_script(response, (&now.name, " data-pending")),
        Some((now, response)) => with_script(response, (&now.name, "")),
        None => unseen(desk),
    }
}

/// What there is to say where no version can be shown.
fn unseen(desk: &Desk) -> Response {
    let now = desk.now();
    with_script(now.said.page(), (&now.name, ""))
}

/// A page with the preview's script, or another output as it is. A page that its template cannot make any more is shown
/// as it was last.
fn page(desk: &Desk, path: &str) -> Response {
    let what = || What::Output(path.to_owned());
    let Some((now, mut response)) = ask(desk, what) else {
        return unseen(desk);
    };
    if desk.panel == Panel::Hidden {
        return response;
    }
    if response.status == 200 && response.is_html() {
        desk.remember(path, &response);
    } else if let (500, Some(last)) = (response.status, desk.last(path)) {
        response = last;
    }
    with_script(response, (&now.name, ""))
}

/// Asks the version that is shown; another one if that ends meanwhile. None while there is none.
fn ask(desk: &Desk, what: impl Fn() -> What) -> Option<(Now, Response)> {
    loop {
        let now = desk.now();
        let asks = now.asks.as_ref()?;
        let (reply, answer) = channel();
        if asks.send(Ask { what: what(), reply }).is_ok()
            && let Ok(response) = answer.recv()
        {
            return Some((now, response));
        }
    }
}

/// The script stands at the end, so that it changes nothing of how the page comes about.
fn with_script(mut response: Response, (version, more): (&str, &str)) -> Response {
    if !response.is_html() {
        return response;
    }
    let script = format!("<script src=\"/{OWN}preview.js\" data-version=\"{version}\"{more} defer></script>");
    let end = memchr::memmem::rfind(&response.body, b"</body>").unwrap_or(response.body.len());
    response.body.splice(end..end, script.into_bytes());
    response
}
