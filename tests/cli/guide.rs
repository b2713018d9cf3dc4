//! Turns questions to the guide into text, files and pages.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::{fs, thread, time};

use super::{fingerpost, portal};

#[test]
fn a_code_or_a_page_is_told_in_the_terminal() {
    let nowhere = tempfile::tempdir().unwrap();
    let run = fingerpost(nowhere.path(), &["guide", "f003"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with("F003: a fact has run out\n========================\n\nA warning: "),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("\n    warning[F003]: the weekly rate"), "{}", run.stdout);
    let run = fingerpost(nowhere.path(), &["guide", "editors/links"]);
    assert!(run.stdout.starts_with("Make links\n=========="), "{}", run.stdout);
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0, "the guide writes nothing");
}

#[test]
fn what_the_guide_does_not_have_is_wrong_usage() {
    let nowhere = tempfile::tempdir().unwrap();
    let run = fingerpost(nowhere.path(), &["guide", "editors/link"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("did you mean `fingerpost guide editors/links`?"), "{}", run.stderr);
}

#[test]
fn findings_name_the_guide_once() {
    let portal = portal();
    let page = portal.path().join("content/pages/index.en.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{text}\n[x](/nowhere) [y](/nothing)\n")).unwrap();
    let run = fingerpost(portal.path(), &["check"]);
    assert!(run.stderr.ends_with("\n2 errors\n`fingerpost guide L001` says more\n"), "{}", run.stderr);
    assert!(!fingerpost(portal.path(), &["check", "--format", "json"]).stderr.contains("guide"));
}

#[test]
fn the_guide_is_written_as_a_site_and_spares_other_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("guide");
    let run = fingerpost(folder.path(), &["guide", "--out", "guide"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = fs::read_to_string(out.join("en/findings/figures/f003/index.html")).unwrap();
    assert!(page.contains("How to mend it"), "{page}");
    fs::write(out.join("mine.txt"), "mine").unwrap();
    let again = fingerpost(folder.path(), &["guide", "--out", "guide"]);
    assert_eq!(again.code, Some(5), "{}", again.stderr);
    assert_eq!(fs::read_to_string(out.join("mine.txt")).unwrap(), "mine");
}

/// A guide in a browser, which ends with the value.
struct Shown(Child);

impl Drop for Shown {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _gone = self.0.wait();
    }
}

fn get(port: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    stream.set_read_timeout(Some(time::Duration::from_secs(60))).unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_guide_is_shown_in_a_browser_without_the_previews_panel() {
    let nowhere = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
        .current_dir(nowhere.path())
        .args(["guide", "--port", "0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let _shown = Shown(program);
    let port = line.trim().strip_prefix("http://localhost:").and_then(|rest| rest.strip_suffix("/en/")).unwrap();
    let home = get(port, "/en/");
    assert!(home.starts_with("HTTP/1.1 200") && home.contains("Fingerpost guide"), "{home}");
    assert!(!home.contains("preview.js"), "{home}");
    assert!(!home.contains("mailto:"), "nobody else can open an address of the guide: {home}");
    thread::scope(|scope| {
        for path in ["/en/findings/links/l001/", "/en/keys/page/"] {
            scope.spawn(move || assert!(get(port, path).starts_with("HTTP/1.1 200"), "{path}"));
        }
    });
    assert!(get(port, "/en/nothing/").starts_with("HTTP/1.1 404"));
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0, "the guide writes nothing");
}
