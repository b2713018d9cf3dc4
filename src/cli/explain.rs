//! Turns an address or a page's id into the story of how it came to be.

use clap::Args;

use super::choice::{date, usage};
use super::exit::Exit;
use super::session::Session;
use crate::pipeline::Failure;

/// Says which file each part of a page comes from, and why
///
/// Name a page as in a link (`money/carers-allowance`) or as in the address bar (`/harborough/en/money/`). Tells which
/// text won for each place and language, which facts it uses, and why a page is there or is not.
#[derive(Args, Debug)]
pub struct Raw {
    /// A page's id, or an address of the finished site
    #[arg(value_name = "URL|PAGE")]
    subject: String,
    /// Take this day for today, such as 2026-12-24
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let _day = raw.as_of.as_deref().map(|text| date("--as-of", text)).transpose()?;
    let _portal = session.portal()?;
    Err(usage(
        format!("`{}` cannot be explained yet", raw.subject),
        "this version explains nothing; `fingerpost check` shows what is wrong",
    ))
}
