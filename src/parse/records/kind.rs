//! Turns the path of a file under `content/` into what it holds.

use std::sync::Arc;

use crate::diag::{Code, Finding, Place, nearest};
use crate::model::LocalityId;

/// A file and the overlay it lies in.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceKind<'a> {
    pub overlay: Option<LocalityId>,
    pub kind: FileKind<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind<'a> {
    Portal,
    Localities,
    Topics,
    Audiences,
    Organisations,
    Venues,
    Facts,
    Glossary,
    Pictures,
    /// By the id that its name gives.
    Service(&'a str),
    /// By the id that its name gives.
    Leaflet(&'a str),
    Holders,
    Withdrawn,
    Audits,
    /// By its path below `pages/`.
    Page(&'a str),
    /// A file that other stages look at: pictures, static files.
    Aside,
}

/// Files of the portal as a whole.
const WHOLE: [(&str, FileKind<'static>); 9] = [
    ("portal.yaml", FileKind::Portal),
    ("localities.yaml", FileKind::Localities),
    ("topics.yaml", FileKind::Topics),
    ("audiences.yaml", FileKind::Audiences),
    ("glossary.yaml", FileKind::Glossary),
    ("pictures.yaml", FileKind::Pictures),
    ("postcodes.txt", FileKind::Aside),
    ("withdrawn.yaml", FileKind::Withdrawn),
    ("audits.yaml", FileKind::Audits),
];

/// Files that an overlay may hold as well.
const ANY_LEVEL: [(&str, FileKind<'static>); 4] = [
    ("organisations.yaml", FileKind::Organisations),
    ("venues.yaml", FileKind::Venues),
    ("facts.yaml", FileKind::Facts),
    ("holders.yaml", FileKind::Holders),
];

const FOLDERS: [&str; 6] = ["pages", "services", "local", "pictures", "static", "prints"];
const IMAGES: [&str; 7] = ["jpg", "jpeg", "png", "webp", "gif", "svg", "avif"];

/// What the file `path` holds.
///
/// # Errors
/// A finding, for a file that belongs nowhere.
pub fn of(path: &Arc<str>) -> Result<SourceKind<'_>, Finding> {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let (overlay, inside) = match inside.strip_prefix("local/").and_then(|rest| rest.split_once('/')) {
        Some((locality, rest)) => (Some(overlay(path, locality)?), rest),
        None => (None, inside),
    };
    let kind = match inside.split_once('/') {
        Some((folder, rest)) => in_folder(folder, rest),
        None => named(&ANY_LEVEL, inside).or_else(|| named(&WHOLE, inside)),
    };
    match kind {
        Some(kind) if overlay.is_none() || may_be_local(&kind) => Ok(SourceKind { overlay, kind }),
        Some(_) => Err(unknown(path).help(format!("it belongs to the whole portal: move it to `content/{inside}`"))),
        None => Err(unknown(path).help(meant(inside))),
    }
}

fn overlay(path: &Arc<str>, locality: &str) -> Result<LocalityId, Finding> {
    LocalityId::new(locality).map_err(|problem| {
        Finding::new(Code::FileName, format!("the folder `{locality}` does not name a locality: {problem}"))
            .at(Place::file(path))
            .help("give it the id of a locality of `content/localities.yaml`")
    })
}

fn named(table: &[(&str, FileKind<'static>)], name: &str) -> Option<FileKind<'static>> {
    table.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// The kind of `rest` in a folder of records or files.
fn in_folder<'a>(folder: &str, rest: &'a str) -> Option<FileKind<'a>> {
    let extension = rest.rsplit_once('.').map_or("", |(_, extension)| extension);
    match folder {
        "static" | "pictures" => Some(FileKind::Aside),
        "pages" if extension == "md" => Some(FileKind::Page(rest)),
        "pages" if IMAGES.contains(&extension.to_ascii_lowercase().as_str()) => Some(FileKind::Aside),
        "services" if !rest.contains('/') => rest.strip_suffix(".yaml").map(FileKind::Service),
        "prints" if !rest.contains('/') => rest.strip_suffix(".yaml").map(FileKind::Leaflet),
        _ => None,
    }
}

fn may_be_local(kind: &FileKind<'_>) -> bool {
    matches!(
        kind,
        FileKind::Organisations
            | FileKind::Venues
            | FileKind::Facts
            | FileKind::Service(_)
            | FileKind::Leaflet(_)
            | FileKind::Holders
            | FileKind::Page(_)
            | FileKind::Aside
    )
}

fn unknown(path: &Arc<str>) -> Finding {
    Finding::new(Code::UnknownFile, format!("`{path}` is not used")).at(Place::file(path))
}

/// What an unknown path was probably meant to be.
fn meant(inside: &str) -> String {
    let files = || ANY_LEVEL.iter().chain(&WHOLE).map(|(name, _)| *name);
    let near = match inside.split_once('/') {
        Some(("pages", _)) => {
            return "pages end in `.md`, like `breaks.en.md`; other files belong in `content/static/`".to_owned();
        }
        Some(("services", rest)) if rest.contains('/') => {
            return "files of services lie in `services/` itself, not in a folder of it".to_owned();
        }
        Some(("services", _)) => return "files of services end in `.yaml`, like `carers-cafe.yaml`".to_owned(),
        Some(("prints", rest)) if rest.contains('/') => {
            return "files of leaflets lie in `prints/` itself, not in a folder of it".to_owned();
        }
        Some(("prints", _)) => return "files of leaflets end in `.yaml`, like `where-to-start.yaml`".to_owned(),
        Some((folder, _)) => nearest(folder, FOLDERS).map(|near| format!("{near}/")),
        None => nearest(inside, files()).map(str::to_owned),
    };
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "remove it, or move it to `content/static/`; the portal reads {} and the folders {}",
            files().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
            FOLDERS.map(|name| format!("`{name}`")).join(", "),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_portal_has_its_kind() {
        for (path, overlay, kind) in [
            ("content/portal.yaml", None, FileKind::Portal),
            ("content/facts.yaml", None, FileKind::Facts),
            ("content/local/harborough/facts.yaml", Some("harborough"), FileKind::Facts),
            ("content/services/carers-cafe.yaml", None, FileKind::Service("carers-cafe")),
            ("content/local/harborough/services/a.yaml", Some("harborough"), FileKind::Service("a")),
            ("content/pages/money/index.en.md", None, FileKind::Page("money/index.en.md")),
            ("content/local/harborough/pages/a.en.md", Some("harborough"), FileKind::Page("a.en.md")),
            ("content/pages/money/coins.JPG", None, FileKind::Aside),
            ("content/static/forms/claim.pdf", None, FileKind::Aside),
            ("content/pictures/phone.svg", None, FileKind::Aside),
            ("content/prints/young-carers.yaml", None, FileKind::Leaflet("young-carers")),
            ("content/local/fife/prints/a.yaml", Some("fife"), FileKind::Leaflet("a")),
            ("content/local/fife/holders.yaml", Some("fife"), FileKind::Holders),
        ] {
            let path = path.into();
            let found = of(&path).unwrap();
            assert_eq!((found.overlay.as_ref().map(LocalityId::as_str), found.kind), (overlay, kind), "{path}");
        }
    }

    #[test]
    fn a_stray_file_is_told_where_it_belongs() {
        for (path, help) in [
            ("content/portal.yml", "did you mean `portal.yaml`?"),
            ("content/venue.yaml", "did you mean `venues.yaml`?"),
            ("content/page/a.en.md", "did you mean `pages/`?"),
            ("content/services/a.yml", "files of services end in `.yaml`, like `carers-cafe.yaml`"),
            ("content/prints/a.yml", "files of leaflets end in `.yaml`, like `where-to-start.yaml`"),
            ("content/prints/north/a.yaml", "files of leaflets lie in `prints/` itself, not in a folder of it"),
            ("content/services/north/a.yaml", "files of services lie in `services/` itself, not in a folder of it"),
            (
                "content/pages/a.docx",
                "pages end in `.md`, like `breaks.en.md`; other files belong in `content/static/`",
            ),
            (
                "content/local/harborough/topics.yaml",
                "it belongs to the whole portal: move it to `content/topics.yaml`",
            ),
        ] {
            let finding = of(&path.into()).unwrap_err();
            assert_eq!((finding.code, finding.help.as_str()), (Code::UnknownFile, help), "{path}");
        }
        assert_eq!(of(&"content/local/Market Harborough/facts.yaml".into()).unwrap_err().code, Code::FileName);
    }
}
