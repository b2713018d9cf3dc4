//! Turns a published site back into nothing: removes what the manifest names and the cache, and no other file.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::session::Session;
use crate::pipeline::{self, Failure};

/// Removes the finished site and the cache, and no file that is not ours
#[derive(Args, Debug)]
pub struct Raw {
    /// The folder of the finished site, seen from the portal's folder
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    session.portal()?;
    let removed = pipeline::clean(&session.folder, &session.folder.join(&raw.out))?;
    session.console.message(&format!("{removed} files removed"))?;
    Ok(Exit::Done)
}
