//! Turns what the computer and the portal offer a build into plain lines, and what would stop one into an exit code.

use std::path::PathBuf;

use clap::Args;

use super::choice::Choice;
use super::exit::Exit;
use super::session::Session;
use crate::io::DiskTarget;
use crate::pipeline::{Failure, Sign, doctor};

/// Says what a build can count on here, what it does without, and what would stop it
///
/// It tries the disk and leaves nothing behind. Mistakes in content are for `fingerpost check`.
#[derive(Args, Debug)]
pub struct Raw {
    /// The folder of the finished site, seen from the portal's folder
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
}

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let options = Choice::default().options(session, session.folder.join(&raw.out))?;
    let mut signs = vec![Sign::Good(format!(
        "Fingerpost {}, on {} ({})",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    ))];
    signs.push(threads());
    signs.push(zone(jiff::tz::TimeZone::system().iana_name()));
    match session.files() {
        Ok(files) => {
            signs.extend(doctor::portal(&*files, &options));
            signs.extend(doctor::disk(&DiskTarget, &options));
        }
        Err(failure) => signs.push(Sign::Stops(failure)),
    }
    tell(&signs, session)
}

fn threads() -> Sign {
    match std::thread::available_parallelism() {
        Ok(threads) => Sign::Good(format!("threads that can work at once: {threads}")),
        Err(error) => Sign::Lacks(format!("how many threads can work at once is not known ({error})")),
    }
}

/// A day begins at another moment elsewhere, and figures change with the day.
fn zone(name: Option<&str>) -> Sign {
    match name {
        Some(name) if name != "Etc/Unknown" => Sign::Good(format!("the day begins as in the time zone {name}")),
        _ => Sign::Lacks("the computer tells no time zone: the day begins as in UTC".to_owned()),
    }
}

fn tell(signs: &[Sign], session: &Session) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    for sign in signs {
        match sign {
            Sign::Good(words) => session.console.data(&format!("good   {words}"))?,
            Sign::Lacks(words) => session.console.data(&format!("lacks  {words}"))?,
            Sign::Stops(failure) => {
                session.console.data(&format!("stops  {failure}"))?;
                if let Failure::Usage { help, .. } | Failure::Refused { help, .. } = failure {
                    session.console.data(&format!("       {help}"))?;
                }
                if exit == Exit::Done {
                    exit = Exit::from(failure);
                }
            }
        }
    }
    Ok(exit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_without_a_time_zone_lacks_one() {
        assert!(matches!(zone(Some("Europe/London")), Sign::Good(_)));
        assert!(matches!(zone(None), Sign::Lacks(_)));
        assert!(matches!(zone(Some("Etc/Unknown")), Sign::Lacks(_)));
    }
}
