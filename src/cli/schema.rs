//! Turns the name of a kind of file into its JSON Schema, or a folder into all of them and what to tell an editor.

use std::io::{self, ErrorKind};

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value, json};

use super::choice::{Choice, usage};
use super::exit::Exit;
use super::session::Session;
use crate::io::Scaffold;
use crate::parse::schema::{KINDS, Kind};
use crate::pipeline::{self, Failure, translations};

/// Writes JSON Schemas, by which an editor completes keys and shows mistakes while you type
///
/// `fingerpost schema facts` shows one of them. `fingerpost schema --write .vscode` writes all, and then shows the
/// settings by which Visual Studio Code (with its YAML extension) uses them; other editors with a YAML language server
/// take them from a first line `# yaml-language-server: $schema=...` in a file. They complete front matter in a file that
/// holds it alone; a language server that reads YAML only does not look into Markdown.
///
/// `fingerpost schema cms` writes the configuration of a content management system in the browser (Sveltia CMS), made
/// from the schemas and from this portal: save it as `content/static/admin/config.yml`. It writes files anew: comments in
/// records are lost there.
#[derive(Args, Debug)]
pub struct Raw {
    /// The kind of file; `page` is the front matter of pages
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name).chain([CMS])))]
    kind: Option<String>,
    /// Write all schemas into this folder, seen from the portal's folder
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<String>,
    /// For `cms`: the portal's repository on GitHub
    #[arg(long, value_name = "OWNER/NAME", default_value = "your-organisation/your-portal")]
    repo: String,
}

/// What is no schema, but made from them.
const CMS: &str = "cms";

/// # Errors
/// What the outside world refused.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    match (&raw.kind, &raw.write) {
        (Some(kind), _) if kind == CMS => return cms(&raw.repo, session),
        (Some(kind), _) => {
            let kind = Kind::find(kind).expect("the arguments allow known kinds only");
            session.console.data(&pretty(&kind.schema()))?;
        }
        (None, Some(folder)) => write(folder.trim_end_matches('/'), session)?,
        (None, None) => {
            let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
            let help = format!("name one of {}, or write all with `--write DIR`", names.join(", "));
            return Err(usage("`schema` needs to know of which kind of file", &help));
        }
    }
    Ok(Exit::Done)
}

fn cms(repository: &str, session: &Session) -> Result<Exit, Failure> {
    let options = Choice::default().options(session, session.folder.join("public"))?;
    let reading = translations::read(&*session.files()?, &options)?;
    let Some(catalog) = &reading.catalog else {
        session.console.findings(&reading.report.findings, &*reading.report.sources)?;
        return Ok(Exit::ContentErrors);
    };
    session.console.data(pipeline::cms::config(catalog, &reading.report.sources, repository).trim_end())?;
    Ok(Exit::Done)
}

fn write(folder: &str, session: &Session) -> Result<(), Failure> {
    let portal = session.portal()?;
    for kind in KINDS {
        let path = path(folder, kind);
        put(&portal, &path, &format!("{}\n", pretty(&kind.schema())))
            .map_err(|source| Failure::environment(format!("`{}` cannot be written", session.shown(&path)), source))?;
    }
    let (first, last) = (path(folder, &KINDS[0]), KINDS.len());
    session.console.message(&format!(
        "{last} schemas written to `{}`\nVisual Studio Code: put these lines into `.vscode/settings.json`\nother editors: \
         begin a file with a line such as `# yaml-language-server: $schema=../{first}`",
        session.shown(folder)
    ))?;
    session.console.data(&pretty(&settings(folder)))
}

fn path(folder: &str, kind: &Kind) -> String {
    format!("{folder}/{}.schema.json", kind.name)
}

/// A schema of another version of the program gives way.
fn put(portal: &Scaffold, path: &str, text: &str) -> io::Result<()> {
    match portal.create_new(path, text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => portal.replace(path, text.as_bytes()),
        written => written,
    }
}

/// Which schema belongs to which files. Front matter is left out: the language server reads whole files of YAML only.
fn settings(folder: &str) -> Value {
    let files = KINDS.iter().filter(|kind| kind.files.iter().all(|file| file.ends_with(".yaml")));
    let schemas: Map<String, Value> =
        files.map(|kind| (format!("./{}", path(folder, kind)), json!(kind.files))).collect();
    json!({ "yaml.schemas": schemas })
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("texts and numbers can always be written as JSON")
}
