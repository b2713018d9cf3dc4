//! Turns the guide, a portal that the program carries, into pages in a browser, files in a folder or text in a terminal.

mod carried;
mod example;
mod excerpt;
mod findings;
mod keys;
mod plain;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::choice::{Choice, usage};
use super::exit::Exit;
use super::interrupt::Interrupt;
use super::progress::Watch;
use super::session::Session;
use crate::diag::{Code, nearest};
use crate::pipeline::{self, Failure, Options};
use crate::preview::{self, Host, Panel, Preview};

/// Shows the guide: how to write, check and publish a portal, and what each finding means
///
/// `fingerpost guide` shows it in a browser, without a connection to the internet. `fingerpost guide F003` says in the
/// terminal what the finding F003 means and how to mend it; `fingerpost guide editors/links` shows one page so, and
/// `fingerpost guide findings` lists all findings.
#[derive(Args, Debug)]
pub struct Raw {
    /// A finding's code, or a page of the guide: it is shown here, as text
    #[arg(value_name = "CODE|PAGE", conflicts_with_all = ["out", "port"])]
    what: Option<String>,
    /// Write the guide into this folder, as a site for a web server
    #[arg(long, value_name = "DIR", conflicts_with = "port")]
    out: Option<PathBuf>,
    /// Where the guide is shown: http://localhost:PORT; 0 for any port that is free
    #[arg(long, value_name = "PORT", default_value_t = 4478)]
    port: u16,
}

/// # Errors
/// There is no such page, or what the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    match (&raw.what, &raw.out) {
        (Some(what), _) => tell(what, session),
        (None, Some(out)) => write(out, session),
        (None, None) => show(raw.port, session),
    }
}

/// What the guide says of the finding with a code, as text.
pub fn explain(code: &str) -> Option<String> {
    let code = Code::ALL.iter().find(|known| known.id().eq_ignore_ascii_case(code))?;
    Some(plain::text(&findings::page(*code).1))
}

/// Shows one page as text.
fn tell(what: &str, session: &Session) -> Result<Exit, Failure> {
    let text = explain(what).or_else(|| Some(plain::text(&page(&carried::pages(), what.trim_matches('/'))?)));
    let Some(text) = text else { return Err(unknown(what)) };
    session.console.data(text.trim_end())?;
    Ok(Exit::Done)
}

fn page(pages: &[(String, String)], id: &str) -> Option<String> {
    let paths = [format!("content/pages/{id}.en.md"), format!("content/pages/{id}/index.en.md")];
    pages.iter().find(|(path, _)| paths.contains(path)).map(|(_, text)| text.clone())
}

fn unknown(what: &str) -> Failure {
    let pages = carried::pages();
    let ids = pages.iter().filter_map(|(path, _)| {
        let id = path.strip_prefix("content/pages/")?.strip_suffix(".en.md")?;
        Some(id.strip_suffix("/index").unwrap_or(id))
    });
    let known = ids.chain(Code::ALL.iter().map(|code| code.id()));
    let help = match nearest(what, known) {
        Some(meant) => format!("did you mean `fingerpost guide {meant}`?"),
        None => "`fingerpost guide findings` lists all findings, and `fingerpost guide index` all pages".to_owned(),
    };
    usage(format!("the guide has no page `{what}`, and no finding has that code"), &help)
}

/// Writes the guide as a site. What an earlier run wrote there is replaced; files that are not the guide's refuse it.
fn write(out: &std::path::Path, session: &Session) -> Result<Exit, Failure> {
    let out = session.folder.join(out);
    let options = Options { memory: None, ..Choice::default().options(session, out.clone())? };
    let watch = Watch::new(Interrupt::listen()?);
    let built = pipeline::build(&carried::portal(), &options, &watch);
    watch.finish();
    let report = built?;
    session.console.findings(&report.findings, &*report.sources)?;
    if report.failed() {
        return Ok(Exit::Bug);
    }
    session.console.message(&format!("the guide stands in `{}`: {} files", out.display(), report.outputs))?;
    Ok(Exit::Done)
}

/// Shows the guide in a browser until Ctrl-C.
fn show(port: u16, session: &Session) -> Result<Exit, Failure> {
    let options = Options { memory: None, ..Choice::default().options(session, PathBuf::new())? };
    let preview = Preview {
        portal: None,
        files: Arc::new(carried::portal()),
        options,
        today: super::today,
        port,
        panel: Panel::Hidden,
        explain,
    };
    preview::serve(preview, &Terminal { session, interrupt: Interrupt::listen()? })?;
    Ok(Exit::Done)
}

/// The terminal that the guide was started in.
struct Terminal<'a> {
    session: &'a Session,
    interrupt: Interrupt,
}

impl Host for Terminal<'_> {
    fn open(&self, address: SocketAddr) -> Result<(), Failure> {
        self.session.console.data(&format!("http://localhost:{}/en/", address.port()))?;
        self.session.console.message("open this address in a browser on this computer; Ctrl-C ends the guide")
    }

    /// The guide has no findings, which a test says.
    fn found(&self, _: &str) -> Result<(), Failure> {
        Ok(())
    }

    fn is_over(&self) -> bool {
        self.interrupt.is_raised()
    }
}

#[cfg(test)]
mod tests;
