//! Turns records into lines: a table for spreadsheets, or one line of JSON each.

use serde::Serialize;

use crate::cli::args::Format;
use crate::cli::session::Session;
use crate::io::Failure;

/// Writes records to the standard output; `text` gives the lines for a person.
///
/// # Errors
/// The stream cannot be written.
pub fn show<T: Serialize>(
    session: &Session,
    format: Format,
    records: &[T],
    text: impl FnOnce() -> Vec<String>,
) -> Result<(), Failure> {
    let lines = match format {
        Format::Json => records.iter().map(json).collect(),
        Format::Csv => vec![csv(records)],
        _ => text(),
    };
    session.console.pieces(lines.into_iter())
}

fn json(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("a record is plain data") + "\n"
}

/// With a line of names, as RFC 4180 writes tables.
fn csv(records: &[impl Serialize]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.serialize(record).expect("a record is plain data");
    }
    let bytes = writer.into_inner().expect("memory takes what is written to it");
    String::from_utf8(bytes).expect("records are text")
}
