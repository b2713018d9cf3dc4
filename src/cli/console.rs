//! Turns messages, data and findings into bytes on the two output streams: the only place that prints.
#![expect(clippy::disallowed_methods, reason = "this is the place that prints")]

use std::io::{self, Write};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};

use super::args::{Colour, Format, Global};
use crate::diag::Finding;
use crate::diag::print::{self, Look, Texts};
use crate::pipeline::Failure;

/// Where a run speaks. Messages for people go to the standard error, data for programs to the standard output.
#[derive(Debug)]
pub struct Console {
    format: Format,
    colour: ColorChoice,
    /// The portal's folder as it was typed.
    folder: String,
}

impl Console {
    pub fn new(global: &Global) -> Self {
        let colour = match global.color {
            Colour::Auto => ColorChoice::Auto,
            Colour::Always => ColorChoice::Always,
            Colour::Never => ColorChoice::Never,
        };
        Self { format: global.format, colour, folder: global.folder.to_string_lossy().into_owned() }
    }

    /// A line for a person.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn message(&self, line: &str) -> Result<(), Failure> {
        written(write_all(self.stderr(), [format!("{line}\n")].into_iter()))
    }

    /// A line that another program may read.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn data(&self, line: &str) -> Result<(), Failure> {
        written(write_all(self.stdout(), [format!("{line}\n")].into_iter()))
    }

    /// Shows every finding in the format that was asked for. For programs, findings are data.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn findings(&self, findings: &[Finding], texts: &dyn Texts) -> Result<(), Failure> {
        let folder = self.folder.as_str();
        written(match self.format {
            Format::Human | Format::Csv | Format::Html => return self.notices(findings, texts),
            Format::Json => write_all(self.stdout(), print::json(findings, texts)),
            Format::Github => write_all(self.stdout(), print::github(findings, texts, folder)),
            Format::Sarif => write_all(self.stdout(), std::iter::once(print::sarif(findings, texts, folder))),
        })
    }

    /// Shows every finding to a person, beside data of another kind.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn notices(&self, findings: &[Finding], texts: &dyn Texts) -> Result<(), Failure> {
        let look = Look { colour: print::Colour::Styled, folder: &self.folder };
        written(write_all(self.stderr(), print::human(findings, texts, look)))
    }

    /// Where a person reads more about what was found, the first error before any warning.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn hint(&self, findings: &[Finding]) -> Result<(), Failure> {
        let first = findings.iter().find(|finding| finding.is_error()).or(findings.first());
        match first {
            Some(finding) if self.format == Format::Human => {
                self.message(&format!("`fingerpost guide {}` says more", finding.code.id()))
            }
            _ => Ok(()),
        }
    }

    /// Data as it is, in one piece or many.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn pieces(&self, pieces: impl Iterator<Item = String>) -> Result<(), Failure> {
        written(write_all(self.stdout(), pieces))
    }

    pub fn format(&self) -> Format {
        self.format
    }

    /// How long each stage took.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn timings(&self, timings: &[(&'static str, Duration)]) -> Result<(), Failure> {
        timings.iter().try_for_each(|(stage, time)| self.message(&format!("{:>8.3} s  {stage}", time.as_secs_f64())))
    }

    /// Says why a run ended without a result.
    ///
    /// # Errors
    /// The stream cannot be written.
    pub fn failure(&self, failure: &Failure) -> Result<(), Failure> {
        let (message, help) = match failure {
            Failure::Usage { message, help } | Failure::Refused { message, help } => (message.clone(), help.clone()),
            Failure::Environment { message, .. } => (message.clone(), String::new()),
            Failure::Interrupted => return self.message("stopped; nothing was published, the last good site stays"),
        };
        self.message(print::problem(&message, &help, print::Colour::Styled).trim_end())
    }

    fn stdout(&self) -> impl Write {
        AutoStream::new(io::stdout(), self.colour)
    }

    /// Colours are taken out again where nobody sees them or `NO_COLOR` is set.
    fn stderr(&self) -> impl Write {
        AutoStream::new(io::stderr(), self.colour)
    }
}

fn write_all(stream: impl Write, parts: impl Iterator<Item = String>) -> io::Result<()> {
    let mut stream = io::BufWriter::new(stream);
    for part in parts {
        stream.write_all(part.as_bytes())?;
    }
    stream.flush()
}

/// A reader who has gone away (`| head`) has read enough; anything else is a failure.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::environment("the messages cannot be written", source))
        }
        _ => Ok(()),
    }
}
