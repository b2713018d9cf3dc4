//! Turns the bytes of a connection into a request, and a response into bytes.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use percent_encoding::percent_decode_str;

use crate::formats::CONTENT_SECURITY_POLICY;
use crate::io::is_inner_path;

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Decoded, without the first `/`; empty or ends in `/` for a folder.
    pub path: String,
    pub query: BTreeMap<String, String>,
    pub wants: Wants,
    /// Whether our own script asks, which no other site's page can pretend.
    pub is_ours: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    All,
    HeadOnly,
}

/// What is sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub kind: String,
    pub body: Vec<u8>,
    /// Where the browser should go instead.
    pub location: Option<String>,
}

pub const HTML: &str = "text/html; charset=utf-8";

impl Response {
    pub fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind: kind.to_owned(), body: body.into(), location: None }
    }

    pub fn plain(status: u16, words: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", format!("{words}\n"))
    }

    pub fn redirect(location: String) -> Self {
        Self { location: Some(location), ..Self::plain(302, "see the address in `Location`") }
    }

    pub fn is_html(&self) -> bool {
        self.kind == HTML
    }
}

/// No browser sends more before the body.
const LONGEST_HEAD: usize = 16 << 10;

/// Reads the head of one request. Err is the answer to one that is refused; none if the connection ends.
///
/// # Errors
/// The connection breaks.
pub fn read(stream: &mut impl Read, port: u16) -> io::Result<Option<Result<Request, Response>>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    loop {
        let count = stream.read(&mut part)?;
        if count == 0 {
            return Ok(None);
        }
        head.extend_from_slice(&part[..count]);
        let mut headers = [httparse::EMPTY_HEADER; 96];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(&head) {
            Ok(httparse::Status::Complete(_)) => return Ok(Some(request(&parsed, port))),
            Ok(httparse::Status::Partial) if head.len() < LONGEST_HEAD => {}
            Ok(httparse::Status::Partial) => return Ok(Some(Err(Response::plain(431, "the request is too long")))),
            Err(_) => return Ok(Some(Err(Response::plain(400, "this is not a request that a browser sends")))),
        }
    }
}

fn request(parsed: &httparse::Request<'_, '_>, port: u16) -> Result<Request, Response> {
    let headers = |name: &'static str| {
        parsed.headers.iter().filter(move |header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value)
    };
    let hosts: Vec<&[u8]> = headers("host").collect();
    if !matches!(hosts[..], [host] if is_this_computer(host, port)) {
        return Err(Response::plain(403, "the preview is only for this computer: open it at `localhost`"));
    }
    let wants = match parsed.method {
        Some("GET") => Wants::All,
        Some("HEAD") => Wants::HeadOnly,
        _ => return Err(Response::plain(405, "pages can only be read here")),
    };
    let (path, query) = address(parsed.path.unwrap_or_default())?;
    let is_ours = headers("x-fingerpost").next().is_some();
    Ok(Request { path, query, wants, is_ours })
}

/// Whether a `Host` names this computer. A site elsewhere may let its name lead here (DNS rebinding), but cannot change
/// the name that the browser sends.
fn is_this_computer(host: &[u8], port: u16) -> bool {
    let Ok(host) = std::str::from_utf8(host) else { return false };
    let name = match host.strip_suffix(&format!(":{port}")) {
        Some(name) => name,
        None if port == 80 => host,
        None => return false,
    };
    matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

/// The path and the query of a request's target.
fn address(target: &str) -> Result<(String, BTreeMap<String, String>), Response> {
    let refused = || Response::plain(400, "this is not an address of a page");
    let target = target.split('#').next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = decoded(path.strip_prefix('/').ok_or_else(refused)?).ok_or_else(refused)?;
    let inner = path.strip_suffix('/').unwrap_or(&path);
    if !path.is_empty() && !is_inner_path(inner) {
        return Err(refused());
    }
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decoded(name)?, decoded(&value.replace('+', " "))?))
    };
    let query = pairs.map(pair).collect::<Option<_>>().ok_or_else(refused)?;
    Ok((path, query))
}

fn decoded(text: &str) -> Option<String> {
    // What is no text is nobody's address.
    percent_decode_str(text).decode_utf8().ok().map(String::from)
}

/// What is said before every body. A browser keeps nothing, and treats pages as it will where they are published.
pub fn head(response: &Response) -> String {
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
         Content-Security-Policy: {CONTENT_SECURITY_POLICY}\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         Connection: close\r\n",
        response.status,
        reason(response.status),
        response.kind,
    );
    if let Some(location) = &response.location {
        head.push_str(&format!("Location: {location}\r\n"));
    }
    head
}

/// Sends a whole response.
///
/// # Errors
/// The connection breaks.
pub fn write(stream: &mut impl Write, wants: Wants, response: &Response) -> io::Result<()> {
    let mut bytes = head(response).into_bytes();
    bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", response.body.len()).as_bytes());
    if wants == Wants::All {
        bytes.extend_from_slice(&response.body);
    }
    stream.write_all(&bytes)?;
    stream.flush()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Result<Request, u16> {
        let request = read(&mut text.as_bytes(), 4477).unwrap().unwrap();
        request.map_err(|response| response.status)
    }

    fn get(target: &str, host: &str) -> Result<Request, u16> {
        asked(&format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"))
    }

    #[test]
    fn a_request_has_a_path_and_a_query() {
        let request = get("/en/gofalu%20am/?a=b+c&d", "localhost:4477").unwrap();
        assert_eq!(request.path, "en/gofalu am/");
        let query: Vec<(&str, &str)> = request.query.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(query, [("a", "b c"), ("d", "")]);
        assert_eq!((request.wants, request.is_ours), (Wants::All, false));
        assert_eq!(get("/", "[::1]:4477").unwrap().path, "");
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        for host in ["localhost:4477", "LOCALHOST:4477", "127.0.0.1:4477", "[::1]:4477"] {
            assert!(get("/", host).is_ok(), "{host}");
        }
        for host in ["example.org", "example.org:4477", "localhost", "localhost:80", "localhost.example.org:4477", ""] {
            assert_eq!(get("/", host), Err(403), "{host}");
        }
        assert_eq!(asked("GET / HTTP/1.1\r\n\r\n"), Err(403));
        assert_eq!(asked("GET / HTTP/1.1\r\nHost: localhost:4477\r\nHost: example.org\r\n\r\n"), Err(403));
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for target in ["/../x", "/a/../../x", "/%2e%2e/x", "/a%5cb", "//x", "/a//b", "/%00", "/%ff", "http://a/b", "*"]
        {
            assert_eq!(get(target, "localhost:4477"), Err(400), "{target}");
        }
    }

    #[test]
    fn pages_are_only_read() {
        assert_eq!(asked("HEAD / HTTP/1.1\r\nHost: localhost:4477\r\n\r\n").unwrap().wants, Wants::HeadOnly);
        assert_eq!(asked("POST / HTTP/1.1\r\nHost: localhost:4477\r\n\r\n"), Err(405));
        assert_eq!(asked("\u{1}\r\n\r\n"), Err(400));
        assert_eq!(asked(&format!("GET /{} HTTP/1.1\r\n", "a".repeat(LONGEST_HEAD))), Err(431));
        assert_eq!(read(&mut "GET / HT".as_bytes(), 1).unwrap(), None);
    }
}
