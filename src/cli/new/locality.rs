//! Turns a place's id into a record of `localities.yaml` and a folder for the place's own content.

use std::sync::Arc;

use clap::Args;

use super::{bad_id, home, read, title};
use crate::cli::choice::usage;
use crate::io::Scaffold;
use crate::model::{Locality, LocalityId};
use crate::parse::yaml;
use crate::pipeline::Failure;

/// A place: a record in localities.yaml and a folder for its own pages and services
#[derive(Args, Debug)]
pub struct Raw {
    /// The place's id, which is also its address, such as harborough
    #[arg(value_name = "PLACE")]
    id: String,
    /// The place that it lies in
    #[arg(long, value_name = "PLACE")]
    parent: String,
    /// What kind of place it is
    #[arg(long, default_value = "place",
        value_parser = ["country", "nation", "region", "county", "unitary", "district", "borough", "place"])]
    kind: String,
    /// Its code in the registers of the Office for National Statistics, such as E07000131
    #[arg(long, value_name = "CODE", default_value = "fill-in")]
    gss: String,
}

const PATH: &str = "content/localities.yaml";

pub fn write(raw: &Raw, portal: &Scaffold) -> Result<String, Failure> {
    let id = LocalityId::new(&raw.id).map_err(|bad| bad_id(&bad))?;
    let parent = LocalityId::new(&raw.parent).map_err(|bad| bad_id(&bad))?;
    let text = read(portal, PATH)?;
    let places: Option<Vec<Locality>> = yaml::read(&Arc::from(PATH), &text, 0..text.len()).value;
    let places =
        places.ok_or_else(|| usage(format!("`{PATH}` has a mistake"), "mend first what `fingerpost check` shows"))?;
    admit(&id, &parent, &places)?;
    let record = record(&[
        ("id", id.as_str()),
        ("parent", parent.as_str()),
        ("kind", &raw.kind),
        ("gss", &raw.gss),
        ("name", &title(id.as_str())),
    ]);
    let longer = append(&text, &record).ok_or_else(|| {
        usage(
            format!("`{PATH}` is not a list with a line for each place"),
            "write each place on a line that starts with `- `",
        )
    })?;
    let folder = home(Some(&id));
    let disk = |source| Failure::environment(format!("`{PATH}` or `{folder}` cannot be written"), source);
    portal.create_folder(&folder).map_err(disk)?;
    portal.replace(PATH, longer.as_bytes()).map_err(disk)?;
    Ok(PATH.to_owned())
}

/// Refuses a place that is there and a parent that is not.
fn admit(id: &LocalityId, parent: &LocalityId, places: &[Locality]) -> Result<(), Failure> {
    if places.iter().any(|place| place.id == *id) {
        return Err(Failure::Refused {
            message: format!("`{id}` is already a place of `{PATH}`"),
            help: "choose another id".to_owned(),
        });
    }
    if places.iter().any(|place| place.id == *parent) {
        return Ok(());
    }
    Err(usage(format!("`{parent}` is no place of `{PATH}`"), "begin with the place that this one lies in"))
}

fn record(keys: &[(&str, &str)]) -> Vec<String> {
    let line =
        |(at, (key, value)): (usize, &(&str, &str))| format!("{} {key}: {value}", if at == 0 { "-" } else { " " });
    keys.iter().enumerate().map(line).collect()
}

/// The text with a record more, indented as the first one is, and everything that stood there untouched. Nothing if
/// the text is not a list of lines.
fn append(text: &str, record: &[String]) -> Option<String> {
    let first = text.lines().find(|line| line.trim_start().starts_with("- "))?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut longer = text.to_owned();
    if !text.ends_with('\n') {
        longer.push_str(end);
    }
    longer.extend(record.iter().map(|line| format!("{indent}{line}{end}")));
    Some(longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_added_and_nothing_else_is_touched() {
        let melton = record(&[("id", "melton"), ("parent", "leicestershire")]);
        assert_eq!(
            append("# Places.\n- { id: uk }   # all", &melton).unwrap(),
            "# Places.\n- { id: uk }   # all\n- id: melton\n  parent: leicestershire\n"
        );
        assert_eq!(
            append("  - id: uk\r\n", &melton).unwrap(),
            "  - id: uk\r\n  - id: melton\r\n    parent: leicestershire\r\n"
        );
        assert_eq!(append("[{ id: uk }]\n", &melton), None);
    }
}
