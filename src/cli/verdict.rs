//! Turns the comparison of a site with a clean build into a verdict for people, and an exit code.

use super::exit::Exit;
use super::interrupt::Interrupt;
use super::progress::Watch;
use super::session::Session;
use crate::diag::print;
use crate::io::Files;
use crate::pipeline::{self, Comparison, Difference, Differs, Failure, Options, Report};

/// Differences that are named; of the rest there is a count.
const MOST_NAMED: usize = 20;

/// Compares what was just built with a clean build.
///
/// # Errors
/// What the outside world refused.
pub fn verify(session: &Session, files: &dyn Files, (options, report): (&Options, &Report)) -> Result<Exit, Failure> {
    let watch = Watch::new(Interrupt::listen()?);
    let compared = pipeline::verify(files, options, report, &watch);
    watch.finish();
    let comparison = match compared {
        Err(Failure::Interrupted) => {
            session.console.message("stopped before all files were compared; the site is published")?;
            return Ok(Exit::Interrupted);
        }
        compared => compared?,
    };
    let (exit, said) = verdict(&comparison, &options.out.display().to_string());
    session.console.message(&said)?;
    Ok(exit)
}

fn verdict(comparison: &Comparison, out: &str) -> (Exit, String) {
    if comparison.is_equal() {
        let said = format!("verified: a clean build makes the same {} files, byte for byte", comparison.outputs);
        return (Exit::Done, said);
    }
    let (message, help) = fault(comparison, out);
    (Exit::Bug, print::problem(&message, &help, print::Colour::Styled).trim_end().to_owned())
}

/// What differs, and what to do about it.
fn fault(comparison: &Comparison, out: &str) -> (String, String) {
    let lines: Vec<String> = comparison.differences.iter().map(line).chain(comparison.said.iter().cloned()).collect();
    let mut message = format!("the site in `{out}` may be wrong: a clean build of the same files gives another one");
    for line in lines.iter().take(MOST_NAMED) {
        message.push_str("\n  ");
        message.push_str(line);
    }
    if lines.len() > MOST_NAMED {
        message.push_str(&format!("\n  and {} more, {} in all", lines.len() - MOST_NAMED, lines.len()));
    }
    let help = "`fingerpost build --clean` mends the site; unless somebody changed files of the portal or the site by hand \
                meanwhile, this is a fault of Fingerpost: please report it to its makers with these lines, and say \
                what you had just changed";
    (message, help.to_owned())
}

fn line(difference: &Difference) -> String {
    // A file that is not ours may have any name, and a name must not drive a terminal.
    let path = difference.path.replace(char::is_control, "\u{fffd}");
    match difference.kind {
        Differs::At(byte) => format!("`{path}` differs from byte {} on", byte + 1),
        Differs::Missing => format!("`{path}` is missing"),
        Differs::Extra => format!("`{path}` should not be there"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison(count: usize) -> Comparison {
        let kinds = [Differs::At(9), Differs::Missing, Differs::Extra];
        let differences = (0..count).map(|n| Difference { path: format!("{n}.html"), kind: kinds[n % 3] }).collect();
        Comparison { outputs: 400, differences, said: vec!["the findings come in another order".to_owned()] }
    }

    #[test]
    fn any_difference_is_a_fault_of_the_program() {
        let of = |comparison: &Comparison| verdict(comparison, "public").0;
        let said = comparison(0);
        assert_eq!([&said, &Comparison::default(), &comparison(1)].map(of), [Exit::Bug, Exit::Done, Exit::Bug]);
        let text = verdict(&said, "public").1;
        assert!(text.contains("the site in `public` may be wrong") && text.contains("build --clean` mends"), "{text}");
    }

    #[test]
    fn every_difference_is_named() {
        assert_eq!(
            fault(&comparison(3), "public").0,
            "the site in `public` may be wrong: a clean build of the same files gives another one\n  \
             `0.html` differs from byte 10 on\n  `1.html` is missing\n  `2.html` should not be there\n  \
             the findings come in another order"
        );
    }

    #[test]
    fn many_differences_are_counted() {
        let message = fault(&comparison(40), "public").0;
        assert_eq!(message.lines().count(), 22);
        assert!(message.ends_with("\n  `19.html` is missing\n  and 21 more, 41 in all"), "{message}");
    }
}
