//! Turns a running preview into what a browser gets from it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::small::Small;

/// A preview of a portal, which ends with the value.
pub struct Preview {
    program: Child,
    port: u16,
    folder: PathBuf,
    /// Goes with the value.
    temporary: Option<TempDir>,
}

/// What comes back.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// What was made, without the preview's own script, and the version that made it.
    pub fn page(&self) -> (String, String) {
        let (start, end) = ("<script src=\"/__fingerpost/preview.js\" data-version=\"", "\" defer></script>");
        let (before, rest) = self.text().split_once(start).unwrap_or_else(|| panic!("no script: {}", self.text()));
        let (version, after) = rest.split_once(end).unwrap();
        (format!("{before}{after}"), version.to_owned())
    }
}

impl Preview {
    pub fn of(portal: &Small) -> Self {
        let temporary = tempfile::tempdir().unwrap();
        portal.on_disk(temporary.path());
        let mut preview = Self::start(temporary.path(), &["--as-of", "2026-11-22"]);
        preview.temporary = Some(temporary);
        preview
    }

    pub fn start(folder: &Path, words: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
            .arg("-C")
            .arg(folder)
            .args(["serve", "--port", "0"])
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().strip_prefix("http://localhost:").and_then(|rest| rest.strip_suffix('/')).unwrap();
        Self { program, port: port.parse().unwrap(), folder: folder.to_owned(), temporary: None }
    }

    fn connect(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// Sends these lines, with `PORT` for the preview's port.
    pub fn send(&self, lines: &[&str]) -> Reply {
        let request = format!("{}\r\n\r\n", lines.join("\r\n")).replace("PORT", &self.port.to_string());
        let mut bytes = Vec::new();
        self.connect(&request).read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send(&[&format!("GET {path} HTTP/1.1"), "Host: localhost:PORT"])
    }

    pub fn state(&self, path: &str) -> Value {
        serde_json::from_slice(&self.get(&format!("/__fingerpost/state?path={path}")).body).unwrap()
    }

    /// What the panel says over a page: code, file, line and whether it is the page's own.
    pub fn said(&self, path: &str) -> Vec<String> {
        let state = self.state(path);
        let line = |finding: &Value| {
            let own = if finding["own"] == true { "own" } else { "other" };
            let text = |key: &str| finding[key].as_str().unwrap_or("-").to_owned();
            format!("{own} {} {}:{} {}", text("code"), text("file"), finding["line"], text("message"))
        };
        state["findings"].as_array().unwrap().iter().map(line).collect()
    }

    /// Hears of every change from now on, and first of what there is.
    pub fn events(&self) -> Events {
        let stream =
            self.connect(&format!("GET /__fingerpost/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port));
        Events(BufReader::new(stream))
    }

    /// Looks again after each change until it sees what it waits for.
    pub fn until(&self, what: &str, is_seen: impl Fn(&Self) -> bool) {
        let mut events = self.events();
        for _ in 0..50 {
            events.next();
            if is_seen(self) {
                return;
            }
        }
        panic!("{what} is never seen");
    }

    pub fn until_page(&self, path: &str, text: &str) {
        self.until(&format!("`{text}` in {path}"), |preview| preview.get(path).text().contains(text));
    }

    /// Replaces a text in a file of the portal.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let file = self.folder.join(path);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        fs::write(file, text.replace(from, to)).unwrap();
    }

    /// The portal on disk.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Ends the preview as Ctrl-C does; gives its exit code.
    #[cfg(unix)]
    pub fn end(mut self) -> Option<i32> {
        let id = rustix::process::Pid::from_child(&self.program);
        rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
        self.program.wait().unwrap().code()
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.program.kill();
        self.program.wait().unwrap();
    }
}

pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The version that is shown when something happens next.
    pub fn next(&mut self) -> String {
        let mut pulses = 0;
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the preview has ended");
            pulses += usize::from(line.starts_with(':'));
            assert!(pulses < 2, "nothing happens any more");
            if let Some(version) = line.strip_prefix("data: ") {
                return version.trim().to_owned();
            }
        }
    }
}
