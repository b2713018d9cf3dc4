//! Turns the output folder and its manifest into what is published, or a refusal of files that are not ours.

use std::io;

use crate::io::{Failure, Stamp, Target};
use crate::manifest::{About, Manifest, Outputs, PrintRecords, Scope, Seen};

use super::site::{Site, read_manifest};
use super::survey::{Closeness, Look, Survey, survey};

/// What is in the output folder when a build begins.
#[derive(Default)]
pub struct Live {
    /// What its manifest says besides the outputs; none if there is no manifest.
    pub about: Option<About>,
    /// The outputs that are whole.
    pub outputs: Outputs,
    pub prints: PrintRecords,
    pub seen: Option<Seen>,
    /// Whether that is all of them.
    pub is_whole: bool,
    /// The moment from which on a quick look told changes of folders of a single output by their times; none after a
    /// thorough look.
    pub lonely: Option<Stamp>,
    /// What had to be listed and read to know that, although nothing may have changed.
    pub closer: usize,
}

impl Live {
    /// Looks at the output folder, and once more if a quick look finds that it is not whole.
    ///
    /// # Errors
    /// `Refused` if it holds files that are not ours; `Environment` if it cannot be read.
    pub fn find(target: &dyn Target, site: &Site, closeness: Closeness) -> Result<Self, Failure> {
        let Some(listed) = read_manifest(target, &site.live_manifest())? else {
            look_at(target, site, (&Outputs::new(), None), closeness)?;
            return Ok(Self::default());
        };
        let Manifest { about, mut outputs, seen, prints, .. } = listed;
        let mut found = look_at(target, site, (&outputs, seen.as_ref()), closeness)?;
        if closeness == Closeness::Quick && !found.is_whole() {
            found = look_at(target, site, (&outputs, seen.as_ref()), Closeness::Thorough)?;
        }
        let is_whole = found.is_whole() && target.kind(&site.out).map_err(|error| unreadable(site, error))?.is_some();
        let skipped = seen.as_ref().filter(|_| closeness == Closeness::Quick);
        let lonely = skipped.map(|seen| seen.lonely.unwrap_or(seen.at));
        for path in found.missing.iter().chain(&found.damaged) {
            outputs.remove(path);
        }
        Ok(Self { about: Some(about), outputs, prints, seen, is_whole, lonely, closer: found.closer })
    }

    /// Keeps a part of a site and a whole one from taking each other's place.
    ///
    /// # Errors
    /// `Refused`.
    pub fn refuse_other_scope(&self, site: &Site, scope: Scope) -> Result<(), Failure> {
        let name = &site.name;
        let published = self.about.as_ref().map(|about| about.scope).filter(|_| !self.outputs.is_empty());
        match published.filter(|published| *published != scope) {
            None => Ok(()),
            Some(Scope::Full) => Err(Failure::refused(
                format!("`{name}` holds the whole site, and this build makes only a part of it"),
                "give `--out` another folder, such as `public-part`",
            )),
            Some(Scope::Partial) => Err(Failure::refused(
                format!("`{name}` holds only a part of the site, made with `--only`"),
                "give `--out` another folder, or run `fingerpost clean` for this one first",
            )),
        }
    }
}

/// Refuses a folder that holds anything and was never ours, before the first thing is laid down beside it.
///
/// # Errors
/// As for `find`.
pub fn refuse_unknown(target: &dyn Target, site: &Site) -> Result<(), Failure> {
    let is_known = target.kind(&site.state).map_err(|error| unreadable(site, error))?.is_some();
    if is_known { Ok(()) } else { look_at(target, site, (&Outputs::new(), None), Closeness::Thorough).map(drop) }
}

/// Compares the output folder with the outputs of its manifest, and refuses it if it holds anything else.
///
/// # Errors
/// As for `find`.
pub fn look_at(
    target: &dyn Target,
    site: &Site,
    (outputs, seen): (&Outputs, Option<&Seen>),
    closeness: Closeness,
) -> Result<Survey, Failure> {
    let look = Look { closeness, seen, enough: Some(MOST_NAMED + 1), twin: None };
    let found = survey(target, &site.out, outputs, &look).map_err(|error| unreadable(site, error))?;
    if found.foreign.is_empty() {
        return Ok(found);
    }
    let help = if outputs.is_empty() {
        "give `--out` an empty folder; if this one is an old site that nobody needs, delete it and build again"
    } else {
        "move them to another place; files to publish as they are belong in `content/static`"
    };
    let message = format!("`{}` holds files that Fingerpost did not make: {}", site.name, named(&found.foreign));
    Err(Failure::refused(message, help))
}

fn unreadable(site: &Site, error: io::Error) -> Failure {
    Failure::environment(format!("the output folder `{}` cannot be read", site.name), error)
}

const MOST_NAMED: usize = 5;

/// The first few paths, for a message.
pub fn named(paths: &[String]) -> String {
    let mut names: Vec<String> = paths.iter().take(MOST_NAMED).map(|path| format!("`{path}`")).collect();
    if paths.len() > MOST_NAMED {
        names.push("and others".to_owned());
    }
    names.join(", ")
}
