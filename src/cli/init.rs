//! Turns an empty folder into a small portal that builds.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::exit::Exit;
use super::new::in_six_months;
use super::session::Session;
use crate::io::Scaffold;
use crate::pipeline::Failure;

/// Begins a portal: a few pages, an easy-read page, a service and two places, ready to build
///
/// The folder must be new or empty. Its README.md tells editors where everything is.
#[derive(Args, Debug)]
pub struct Raw {
    /// The new portal's folder
    #[arg(value_name = "DIR")]
    portal: PathBuf,
}

/// The files of a new portal: where each stands, and what it says. Days in them are written as `{{today}}`.
const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("init/readme.md")),
    (".gitignore", include_str!("init/gitignore")),
    (".github/workflows/publish.yml", include_str!("init/publish.yml")),
    ("content/portal.yaml", include_str!("init/portal.yaml")),
    ("content/localities.yaml", include_str!("init/localities.yaml")),
    ("content/topics.yaml", include_str!("init/topics.yaml")),
    ("content/audiences.yaml", include_str!("init/audiences.yaml")),
    ("content/organisations.yaml", include_str!("init/organisations.yaml")),
    ("content/facts.yaml", include_str!("init/facts.yaml")),
    ("content/glossary.yaml", include_str!("init/glossary.yaml")),
    ("content/audits.yaml", include_str!("init/audits.yaml")),
    ("content/services/listening-line.yaml", include_str!("init/service.yaml")),
    ("content/pages/index.en.md", include_str!("init/home.md")),
    ("content/pages/breaks/index.en.md", include_str!("init/section.md")),
    ("content/pages/breaks/taking-a-break.en.md", include_str!("init/page.md")),
    ("content/pages/breaks/taking-a-break.easy.en.md", include_str!("init/easy.md")),
];

/// # Errors
/// The folder is not empty, or cannot be written.
pub fn run(raw: &Raw, session: &Session) -> Result<Exit, Failure> {
    let shown = session.shown(&raw.portal.to_string_lossy());
    let scaffold = Scaffold::new(&session.folder.join(&raw.portal));
    let refused = |source: io::Error| match source.kind() {
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => not_empty(&shown),
        _ => Failure::environment(format!("`{shown}` cannot be written"), source),
    };
    if !scaffold.is_empty().map_err(refused)? {
        return Err(not_empty(&shown));
    }
    for (path, text) in portal(session.today) {
        scaffold.create_new(path, text.as_bytes()).map_err(refused)?;
    }
    session.console.message(&format!(
        "a portal stands in `{shown}`: {} files\nbuild it with `fingerpost -C {shown} build`, and read `README.md` there",
        FILES.len()
    ))?;
    Ok(Exit::Done)
}

fn not_empty(shown: &str) -> Failure {
    Failure::Refused {
        message: format!("`{shown}` is not an empty folder"),
        help: "name a new folder; a portal that is already there is never written over".to_owned(),
    }
}

/// Every file of a new portal, as of a day.
fn portal(today: Date) -> impl Iterator<Item = (&'static str, String)> {
    let (now, later) = (today.to_string(), in_six_months(today).to_string());
    FILES.iter().map(move |(path, text)| (*path, text.replace("{{today}}", &now).replace("{{in-6-months}}", &later)))
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::cli::new::front::Page;
    use crate::config::Portal;
    use crate::diag::Finding;
    use crate::model::{
        Audience, Audit, Fact, FactId, FrontMatter, Language, Locality, Organisation, Service, Table, Term, TermId,
        Topic,
    };
    use crate::parse::{markdown, yaml};

    #[test]
    fn every_day_is_filled_in() {
        for (path, text) in portal("2026-11-22".parse().unwrap()) {
            assert!(!text.replace("${{", "").contains("{{"), "{path}");
        }
        let service = portal("2026-11-22".parse().unwrap()).find(|(path, _)| path.contains("services/")).unwrap().1;
        assert!(service.contains("checked: 2026-11-22\n"));
    }

    #[test]
    fn the_parsers_find_nothing_in_a_new_portal() {
        for (path, text) in portal("2026-11-22".parse().unwrap()) {
            assert_eq!(findings(path, &text), [], "{path}");
        }
    }

    /// What the parsers have to say about a file of a portal.
    fn findings(path: &str, text: &str) -> Vec<Finding> {
        match path.trim_start_matches("content/") {
            "portal.yaml" => records::<Portal>(text),
            "localities.yaml" => records::<Vec<Locality>>(text),
            "audits.yaml" => records::<Vec<Audit>>(text),
            "topics.yaml" => records::<Vec<Topic>>(text),
            "audiences.yaml" => records::<Vec<Audience>>(text),
            "organisations.yaml" => records::<Vec<Organisation>>(text),
            "facts.yaml" => records::<Table<FactId, Fact>>(text),
            "glossary.yaml" => records::<Table<Language, Table<TermId, Term>>>(text),
            service if service.starts_with("services/") => records::<Service>(text),
            page if page.starts_with("pages/") => {
                let cut = Page::of(text);
                let content = markdown::parse(&page.into(), &text.into(), cut.body.clone()).findings;
                [records::<FrontMatter>(cut.front), content].concat()
            }
            other => {
                assert!(!other.ends_with(".yaml"), "{other} is read by nobody");
                Vec::new()
            }
        }
    }

    fn records<T: DeserializeOwned>(text: &str) -> Vec<Finding> {
        yaml::read::<T>(&"file".into(), text, 0..text.len()).findings
    }
}
