//! Turns a portal's facts into a list of their values, or of those that run out.

use clap::Args;
use jiff::Span;
use jiff::civil::Date;

use super::{AsOf, amount, day, look, show};
use crate::cli::choice::usage;
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::pipeline::Failure;
use crate::pipeline::figures::{self, Figure};

/// Every fact: its value today, its unit, from and until when it holds, where, whose it is and its source
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    as_of: AsOf,
}

/// Facts that have no value from some day on, with who is to look them up and how many pages show them
#[derive(Args, Debug)]
pub struct Due {
    /// How far to look ahead, such as 90d, 6weeks or 1year
    #[arg(long, value_name = "SPAN", default_value = "90d")]
    within: String,
    #[command(flatten)]
    as_of: AsOf,
}

pub fn list(raw: &List, session: &Session) -> Result<Exit, Failure> {
    look(&raw.as_of, session, |overview| {
        let head = ["fact", "value", "unit", "from", "until", "owner", "source"];
        let columns = |line: &Figure| {
            let owner = line.owner.clone().unwrap_or_else(|| "no owner".to_owned());
            let [value, unit] = line.figure();
            vec![line.named(), value, unit, day(line.from), day(line.until), owner, line.source.clone()]
        };
        show(session, &figures::all(overview), (&head, columns))?;
        Ok(Exit::Done)
    })
}

pub fn due(raw: &Due, session: &Session) -> Result<Exit, Failure> {
    look(&raw.as_of, session, |overview| {
        let last = end(&raw.within, overview.moment.day)?;
        let due = figures::due_by(overview, last);
        if due.is_empty() {
            session.console.message(&format!("every fact has a value until {last} and beyond"))?;
        }
        let head = ["none from", "fact", "value", "owner", "shown on", "source"];
        let columns = |line: &Figure| {
            let owner = line.owner.clone().unwrap_or_else(|| "no owner".to_owned());
            vec![day(line.due), line.named(), line.ends(), owner, amount(line.pages, "page"), line.source.clone()]
        };
        show(session, &due, (&head, columns))?;
        Ok(Exit::Done)
    })
}

/// The last day of a span that begins today.
fn end(within: &str, today: Date) -> Result<Date, Failure> {
    let wrong = |_: jiff::Error| {
        usage(format!("`--within {within}` does not say how long"), "write days, weeks, months or years, such as 90d")
    };
    let span: Span = within.parse().map_err(wrong)?;
    let end = today.checked_add(span).map_err(wrong)?;
    if today <= end { Ok(end) } else { Err(usage(format!("`--within {within}` looks back"), "write it like 90d")) }
}
