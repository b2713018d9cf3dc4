//! Turns what a person types into a run of one command, and its outcome into messages and an exit code.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "the one place that prints and asks for the day"
)]

mod args;
mod bug;
mod choice;
mod console;
mod exit;
mod interrupt;
mod progress;
mod session;
mod verdict;

mod build;
mod check;
mod clean;
mod completions;
mod doctor;
mod explain;
mod export;
mod facts;
mod guide;
mod import;
mod init;
mod links;
mod matrix;
mod pictures;
mod new;
mod prints;
mod schema;
mod translate;
mod serve;
mod services;

use std::process::ExitCode;

use clap::Parser;
use jiff::civil::Date;

use args::Raw;
use exit::Exit;
use session::Session;

/// Runs the command that the program was started with. A panic ends as exit code 70, never as a half-told story.
pub fn main() -> ExitCode {
    bug::announce_panics();
    std::panic::catch_unwind(run).unwrap_or(Exit::Bug).into()
}

fn run() -> Exit {
    let raw = match Raw::try_parse() {
        Ok(raw) => raw,
        Err(refusal) => return answer(&refusal),
    };
    let session = Session::new(&raw.global, today());
    raw.command.run(&session).unwrap_or_else(|failure| {
        // Where even the message cannot be written, the exit code still tells what happened.
        let exit = Exit::from(&failure);
        session.console.failure(&failure).map_or(exit, |()| exit)
    })
}

/// The day where the program runs; from here on it is an argument.
#[expect(clippy::disallowed_methods, reason = "this is where the day comes in")]
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Help and version go to the standard output, what was mistyped to the standard error.
fn answer(refusal: &clap::Error) -> Exit {
    let asked = !refusal.use_stderr();
    match refusal.print() {
        Ok(()) if asked => Exit::Done,
        Err(_) if asked => Exit::Environment,
        _ => Exit::Usage,
    }
}
