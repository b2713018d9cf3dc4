//! Turns files of another directory of services into files of the portal, and says what changes and what could not be taken.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::choice::{Choice, usage};
use super::exit::Exit;
use super::session::Session;
use crate::diag::nearest;
use crate::exchange::{self, Defaults, Fault, Import, Imports, Input};
use crate::io::Scaffold;
use crate::model::OrganisationId;
use crate::pipeline::translations::{self, Reading};
use crate::pipeline::{Failure, Options};

/// Takes over services from another directory
///
/// Writes one file in `content/services/` for each service, and adds organisations and venues that are new. What was
/// written by hand since the last import stays, and so do keys that the import does not write. What the portal has no key
/// for is kept in `extra`. Records that cannot be taken are named, and the others are taken. A service that is the
/// portal's own, come back from its own feed, stays as it is.
#[derive(Args, Debug)]
pub struct Raw {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Services of Open Referral UK (1.0 or 3.0) or HSDS 3.0: fingerpost import oruk services.json
    ///
    /// One service, a list, a page of a feed, one record in each line, or a folder of such files.
    Oruk(Oruk),
    /// A table of services: fingerpost import csv services.csv --mapping columns.yaml
    ///
    /// The mapping says which column holds what, by the names of Open Referral UK 3.0, one path for each column. It needs
    /// `id`, `name` and `description`:
    /// columns: { id: Ref, name: Service name, description: About, phones.0.number: Telephone }
    Csv(Csv),
}

#[derive(Args, Debug)]
struct Oruk {
    #[command(flatten)]
    given: Given,
}

#[derive(Args, Debug)]
struct Csv {
    #[command(flatten)]
    given: Given,
    /// The file that says which column holds what
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
}

#[derive(Args, Debug)]
struct Given {
    /// Files or folders, seen from the folder that you are in
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What to call the source; otherwise the name of the first file. Only services of the same source can be deleted
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// The place of services that name none, such as buckinghamshire
    #[arg(long, value_name = "PLACE")]
    area: Option<String>,
    /// The organisation of services that name none: an id of `organisations.yaml`
    #[arg(long, value_name = "ID")]
    org: Option<String>,
    /// Say what would change, key by key, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write nothing if more than this share of the source's services is gone
    #[arg(long, value_name = "PERCENT", default_value = "5%")]
    max_deletions: String,
}

/// # Errors
/// What the outside world refused, and arguments that make no sense.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    match &raw.what {
        What::Oruk(raw) => take((&raw.given, &["json", "ndjson", "jsonl"]), session, exchange::import),
        What::Csv(raw) => {
            let shown = raw.mapping.display().to_string();
            let text = outside().read(&shown).map_err(|error| unreadable(&shown, error))?;
            let mapping = exchange::mapping(&text).map_err(|problem| {
                let help =
                    "write `columns:` with a path and the name of a column in each line, such as `name: Service name`";
                usage(format!("`{shown}` is no mapping: {problem}"), help)
            })?;
            take((&raw.given, &["csv"]), session, |portal, files| exchange::import_tables(portal, files, &mapping))
        }
    }
}

/// The folder that the person is in.
fn outside() -> Scaffold {
    Scaffold::new(Path::new(""))
}

fn unreadable(shown: &str, error: std::io::Error) -> Failure {
    Failure::environment(format!("`{shown}` cannot be read"), error)
}

fn take(
    (given, kinds): (&Given, &[&str]),
    session: &Session,
    import: impl Fn(Import<'_>, &[Input<'_>]) -> Imports,
) -> Result<Exit, Failure> {
    let most = share(&given.max_deletions)?;
    let options: Options = Choice::default().options(session, session.folder.join("public"))?;
    let reading = translations::read(&*session.files()?, &options)?;
    let Reading { catalog: Some(catalog), report } = &reading else {
        session.console.notices(&reading.report.findings, &*reading.report.sources)?;
        return Ok(Exit::ContentErrors);
    };
    let today = catalog.portal.as_of.unwrap_or(session.today);
    let defaults = Defaults { today: Some(today), ..defaults(given, catalog)? };
    let mut names = Vec::new();
    for path in &given.files {
        let shown = path.display().to_string();
        let found = outside().files(&shown).map_err(|error| unreadable(&shown, error))?;
        names.extend(found.into_iter().filter(|name| *name == shown || is_data(name, kinds)));
    }
    let mut files = Vec::new();
    for name in &names {
        files.push((name.as_str(), outside().read_bytes(name).map_err(|error| unreadable(name, error))?));
    }
    let inputs: Vec<Input<'_>> = files.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    let portal = Import { catalog, sources: &report.sources, defaults: &defaults };
    let imports = import(portal, &inputs);
    tell(&imports, session)?;
    let gone = imports.deletions.len();
    if gone > 0 && gone as f64 * 100.0 > most * imports.before as f64 {
        return Err(Failure::Refused {
            message: format!(
                "{gone} of {} services of `{}` are gone, so nothing was written",
                imports.before, defaults.source
            ),
            help: "look whether the source is complete; if so, allow it, like `--max-deletions 100%`".to_owned(),
        });
    }
    if !given.dry_run {
        write(&imports, session)?;
    }
    summary(&imports, given, session)?;
    Ok(if imports.faults.is_empty() { Exit::Done } else { Exit::ContentErrors })
}

/// Whether a file of a folder is data by its name.
fn is_data(name: &str, kinds: &[&str]) -> bool {
    let end = Path::new(name).extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    end.is_some_and(|end| kinds.contains(&end.as_str()))
}

fn share(text: &str) -> Result<f64, Failure> {
    let number = text.trim().trim_end_matches('%').parse::<f64>();
    number.map_or(None, |number| (0.0..=100.0).contains(&number).then_some(number)).ok_or_else(|| {
        usage(format!("`--max-deletions {text}` is no share"), "write a percentage, such as `--max-deletions 5%`")
    })
}

fn defaults(given: &Given, catalog: &crate::catalog::Catalog) -> Result<Defaults, Failure> {
    if let Some(area) = given.area.as_deref().filter(|area| catalog.places.find(area).is_none()) {
        let near =
            nearest(area, catalog.places.ids()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(usage(
            format!("the portal has no place `{area}`{near}"),
            "its places stand in `content/localities.yaml`",
        ));
    }
    let org = given.org.as_deref().map(OrganisationId::new).transpose();
    let org = org.map_err(|bad| usage(bad.to_string(), "its organisations stand in `content/organisations.yaml`"))?;
    if let Some(org) = org.as_ref().filter(|org| !catalog.organisations.contains(org)) {
        let near = nearest(org.as_str(), catalog.organisations.names());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let help = "its organisations stand in `content/organisations.yaml`";
        return Err(usage(format!("the portal has no organisation `{org}`{near}"), help));
    }
    let stem = given.files.first().and_then(|path| path.file_stem()).map(|stem| stem.to_string_lossy().into_owned());
    let source = given.source.clone().or(stem).unwrap_or_else(|| "import".to_owned());
    Ok(Defaults { source, area: given.area.clone(), organisation: org, today: None })
}

fn tell(imports: &Imports, session: &Session) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for change in &imports.changes {
        let what = if change.is_new { "new" } else { "changed" };
        lines.push(format!("{what} {}", session.shown(&change.path)));
        lines.extend(change.differences.iter().map(|difference| format!("  {difference}")));
    }
    for deletion in &imports.deletions {
        let shown = session.shown(&deletion.path);
        let keys = deletion.by_hand.join("`, `");
        lines.push(match deletion.by_hand.is_empty() {
            true => format!("deleted {shown}"),
            false => format!("kept {shown}: its source does not have it any more, but `{keys}` were written by hand"),
        });
    }
    if !lines.is_empty() {
        session.console.data(&lines.join("\n"))?;
    }
    let remarks = imports.remarks.iter().map(|fault| line("look at", fault));
    let faults = imports.faults.iter().map(|fault| line("left out", fault));
    let told: Vec<String> = remarks.chain(faults).collect();
    if told.is_empty() { Ok(()) } else { session.console.message(&told.join("\n")) }
}

fn line(what: &str, fault: &Fault) -> String {
    let record = if fault.record.is_empty() { String::new() } else { format!(" record {}", fault.record) };
    let path = if fault.path.is_empty() { String::new() } else { format!(" {}:", fault.path) };
    format!("{what}: {}:{record}{path} {}\n  {}", fault.file, fault.what, fault.help)
}

/// All files or none; what is to be deleted goes when all else is done.
fn write(imports: &Imports, session: &Session) -> Result<(), Failure> {
    let portal = session.portal()?;
    let all: Vec<(&str, &[u8])> =
        imports.changes.iter().map(|change| (change.path.as_str(), change.text.as_bytes())).collect();
    let failed = |source| Failure::environment("a file cannot be written, so all stay as they were", source);
    portal.replace_all(&all).map_err(failed)?;
    for deletion in imports.deletions.iter().filter(|deletion| deletion.by_hand.is_empty()) {
        let failed = |source| Failure::environment(format!("`{}` cannot be deleted", deletion.path), source);
        portal.remove(&deletion.path).map_err(failed)?;
    }
    Ok(())
}

fn summary(imports: &Imports, given: &Given, session: &Session) -> Result<(), Failure> {
    let new = imports.changes.iter().filter(|change| change.is_new).count();
    let gone = imports.deletions.iter().filter(|deletion| deletion.by_hand.is_empty()).count();
    let done = if given.dry_run { "nothing was written; there would be" } else { "written:" };
    session.console.message(&format!(
        "{done} {new} new files, {} changed, {} unchanged, {gone} deleted; left out: {}, to look at: {}",
        imports.changes.len() - new,
        imports.unchanged,
        imports.faults.len(),
        imports.remarks.len()
    ))
}
