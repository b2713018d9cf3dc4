//! Turns the arguments of `serve` into a preview in the browser, until Ctrl-C.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::choice::{self, Choice};
use super::exit::Exit;
use super::interrupt::Interrupt;
use super::session::Session;
use crate::io::DiskFiles;
use crate::pipeline::{Failure, Options};
use crate::preview::{self, Host, Panel, Preview};

/// Shows the portal in a browser while it is written
///
/// Each page is made when it is looked at, and again after each edit. What is wrong stands over the page in the words of
/// `check`; there the same page can be had in another language, place or edition, or as it will be on another day, and a
/// dashboard of the whole portal, which follows every edit.
/// Nothing is written to disk, and only this computer can see it. Ctrl-C ends the preview.
#[derive(Args, Debug)]
pub struct Raw {
    /// Where it listens: http://localhost:PORT; 0 for any port that is free
    #[arg(long, value_name = "PORT", default_value_t = 4477)]
    port: u16,
    /// Take this day for today, such as 2026-12-24: shows what the site will say then
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// With the pages that say `draft: true`
    #[arg(long)]
    drafts: bool,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    session.portal()?;
    let files = DiskFiles::new(&session.folder)
        .map_err(|error| Failure::environment("the portal's folder cannot be read", error))?;
    let as_of = raw.as_of.as_deref().map(|text| choice::date("--as-of", text)).transpose()?;
    let options = Choice::default().options(session, PathBuf::new())?;
    let options = Options { as_of, drafts: raw.drafts, memory: None, ..options };
    let preview = Preview {
        portal: Some(session.folder.clone()),
        files: Arc::new(files),
        options,
        today: super::today,
        port: raw.port,
        panel: Panel::Shown,
        explain: super::guide::explain,
    };
    preview::serve(preview, &Terminal { session, interrupt: Interrupt::listen()? })?;
    Ok(Exit::Done)
}

/// The terminal that the preview was started in.
struct Terminal<'a> {
    session: &'a Session,
    interrupt: Interrupt,
}

impl Host for Terminal<'_> {
    fn open(&self, address: SocketAddr) -> Result<(), Failure> {
        self.session.console.data(&format!("http://localhost:{}/", address.port()))?;
        self.session.console.message("open this address in a browser on this computer; Ctrl-C ends the preview")
    }

    fn found(&self, summary: &str) -> Result<(), Failure> {
        self.session.console.message(summary)
    }

    fn is_over(&self) -> bool {
        self.interrupt.is_raised()
    }
}
